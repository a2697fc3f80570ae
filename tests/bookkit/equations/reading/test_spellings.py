"""Other spellings of layers, gradients, deltas and updates: read where certain, refused elsewhere."""

from __future__ import annotations

import pytest

from ..conftest import Judge, judged, judged_with


@pytest.mark.parametrize(
    "latex",
    [
        r"w^l \to w^l - \eta \frac{\partial C}{\partial w^l}",
        r"w^l \rightarrow w^l - \eta \frac{\partial C}{\partial w^l}",
        r"W^l \leftarrow W^l - \eta \frac{\partial C}{\partial W^l}",
        r"W_l \leftarrow W_l - \eta \frac{\partial C}{\partial W_l}",
        r"W^l \leftarrow W^l - \eta \nabla_{W^l} C",
        r"w_{jk}^{(l)} \leftarrow w_{jk}^{(l)} - \eta \frac{\partial C}{\partial w_{jk}^{(l)}}",
    ],
)
def test_an_update_names_its_own_aim(judge: Judge, latex: str) -> None:
    assert judge(latex, notation="network").status == "true"
    uphill = judge(latex.replace("- \\eta", "+ \\eta"), notation="network")
    assert uphill.status == "false"
    assert "does not decrease" in uphill.message


def test_the_gradient_of_a_table_is_an_aim_too(judge: Judge) -> None:
    update = r"W^{[l]} \leftarrow W^{[l]} - \alpha \, dW^{[l]}"
    assert judge(update, notation="deep").status == "true"
    assert judge(update.replace("-", "+", 1), notation="deep").status == "false"


@pytest.mark.parametrize(
    "latex",
    [
        r"W^l \leftarrow W^l - \eta \frac{\partial C}{\partial b^l}",
        r"W^l \leftarrow W^l - \eta \delta^l (a^{l-1})^\top",
        r"W^l \leftarrow (1 - \eta) W^l - \eta \frac{\partial C}{\partial W^l}",
        r"W^l \leftarrow W^l - \eta \frac{\partial C}{\partial W^l} - \eta W^l",
    ],
)
def test_an_update_that_names_no_aim_needs_a_comment(judge: Judge, latex: str) -> None:
    verdict = judge(latex, notation="network")
    assert verdict.status == "error"
    assert "% decreases: C" in verdict.message


def test_a_step_that_is_not_along_the_gradient_is_false(judge: Judge) -> None:
    update = r"x \leftarrow x - \eta x^2 \frac{\partial C}{\partial x}"
    assert judge(r"C \coloneqq (x - y)^2", update).status == "false"


def test_a_limit_is_no_update(judge: Judge) -> None:
    assert judge(r"h \to 0").status == "error"


def test_brackets_may_be_layers_or_samples(judge: Judge) -> None:
    assert judge(r"z^{(2)} = W^{(2)} x + b^{(2)}", notation="network").status == "true"
    assert judge(r"a^{(2)} = \sigma(z^{(2)})", notation="network").status == "error"
    sample = r"a^{L,(i)} = \sigma(z^{L,(i)})"
    assert judge(sample, notation="network").status == "true"


@pytest.mark.parametrize(
    ("latex", "notation"),
    [
        (r"y = w x + b", "calculus"),
        (r"f(w, x) = \frac{1}{1 + e^{-w x}}", "calculus"),
        (r"J(\theta) = \theta^2", "calculus"),
        (r"x_1 = \frac{3}{2}", "calculus"),
        (r"\hat{m}_t = \frac{m_t}{1 - \beta_1^t}", "steps"),
        (r"u = A v", "vectors"),
    ],
)
def test_what_nothing_defines_is_not_called_false(judge: Judge, latex: str, notation: str) -> None:
    verdict = judge(latex, notation=notation)
    assert verdict.status == "error"
    assert "\\coloneqq" in verdict.message
    assert "nothing has defined it" in verdict.message


@pytest.mark.parametrize(
    ("latex", "notation"),
    [
        (r"x = x + 1", "calculus"),
        (r"x + 1 = 3", "calculus"),
        (r"\max(a, b) = a + b", "calculus"),
        (r"\sigma(z) = z", "calculus"),
        (r"a^l = z^l", "network"),
        (r"\mathbb{E}[X] = 0", "chance"),
    ],
)
def test_what_is_defined_is_false_where_it_is(judge: Judge, latex: str, notation: str) -> None:
    assert judge(latex, notation=notation).status == "false"


def test_a_given_or_defined_letter_is_false_where_it_is(judge: Judge) -> None:
    assert judge(r"x \coloneqq 2", r"x = 3").status == "false"
    assert judge(r"y \coloneqq 2 x", r"y = 3 x").status == "false"


@pytest.mark.parametrize("spelling", [r"\delta_{jk}", r"I_{jk}", r"1_{j = k}", r"\mathbf{1}_{\{j = k\}}"])
def test_kroneckers_delta(judge: Judge, spelling: str) -> None:
    claim = rf"\frac{{\partial a_j}}{{\partial z_k}} = a_j ({spelling} - a_k)"
    assert judge(claim, notation="softmax").status == "true"
    assert judge(claim.replace("- a_k", "+ a_k"), notation="softmax").status == "false"


def test_the_largest_is_where_it_is(judge: Judge) -> None:
    for word in (r"\operatorname*{argmax}", r"\arg\max", r"\operatorname{argmax}"):
        assert judge(rf"{word}_j a_j = {word}_j z_j", notation="softmax").status == "true"
    assert judge(r"\arg\max_j a_j = \arg\min_j z_j", notation="softmax").status == "false"


def test_upright_words_in_a_group(judge: Judge) -> None:
    assert judge(r"{\rm ReLU}(z) = \max(0, z)").status == "true"
    assert judge(r"{\rm ReLU}(z) = \max(1, z)").status == "false"
    assert judge(r"{\rm two words}(z) = z").status == "error"


@pytest.mark.parametrize(
    ("lines", "true", "false"),
    [
        (
            [],
            r"f(x) \coloneqq e^{2 x} \rightarrow \frac{d f}{d x} = 2 e^{2 x}",
            r"f(x) \coloneqq e^{2 x} \rightarrow \frac{d f}{d x} = e^{2 x}",
        ),
        (
            [],
            r"\tanh(x) = 2 \sigma(2 x) - 1 \rightarrow \frac{d}{dx} \tanh(x) = 4 \sigma'(2 x)",
            r"\tanh(x) = 2 \sigma(2 x) - 1 \rightarrow \frac{d}{dx} \tanh(x) = 2 \sigma'(2 x)",
        ),
        (
            [],
            r"\sigma(x) = \frac{1}{1 + e^{-x}} \rightarrow \sigma(0) = \frac{1}{2}",
            r"\sigma(x) = \frac{1}{1 + e^x} \rightarrow \sigma(0) = \frac{1}{2}",
        ),
    ],
)
def test_an_arrow_between_claims_claims_both(lines: list[str], true: str, false: str) -> None:
    assert judged(*lines, true).status == "true"
    assert judged(*lines, false).status == "false"


def test_an_arrow_that_leads_nowhere_is_not_read() -> None:
    assert judged(r"x + x = 2 x \to y").status == "error"
    assert judged(r"h \to 0").status == "error"


def test_samples_and_entries_of_the_pages_own() -> None:
    own = {
        "m": "a size",
        "n": "a size",
        "y": "a column of m",
        "a": "a column of m",
        "B": "a matrix of m by n",
    }
    cost = r"J \coloneqq \sum_{i=1}^m y^{(i)} a^{(i)}"
    assert judged_with(own, cost, r"\frac{\partial J}{\partial a^{(i)}} = y^{(i)}").status == "true"
    assert judged_with(own, cost, r"\frac{\partial J}{\partial a^{(i)}} = a^{(i)}").status == "false"
    assert judged_with(own, r"\operatorname{tr}(B B^\top) = \sum_{i,j} b_{ij} b_{ij}").status == "true"
    assert judged_with(own, r"\operatorname{tr}(B^\top B) = \sum_{i,j} b_{ij}").status == "false"
    assert (
        judged_with({**own, "b": "a number"}, r"\operatorname{tr}(B B^\top) = \sum_{i,j} b_{ij}^2").status
        == "error"
    )
    product = r"\langle B, B \rangle_F = \operatorname{tr}(B^\top B)"
    assert judged_with(own, product).status == "true"
    assert judged_with(own, product.replace("= ", "= 2 ")).status == "false"


def test_over_what_a_mean_is_taken() -> None:
    assert (
        judged(
            r"\mathbb{E}_{X \sim P}[X^2] = \operatorname{var}[X] + \mathbb{E}[X]^2", notation="chance"
        ).status
        == "true"
    )
    assert (
        judged(r"\mathbb{E}_X[X^2] = \operatorname{var}[X] - \mathbb{E}[X]^2", notation="chance").status
        == "false"
    )
    part = judged(r"\mathbb{E}_X[X Y] = \mathbb{E}[X] \mathbb{E}[Y]", notation="chance")
    assert part.status == "error"
    assert "over what" in part.message
    assert judged(r"X \sim P", notation="chance").status == "error"


def test_a_change_of_what_the_page_defines() -> None:
    own = {"x": "a number", "y": "a number"}
    line = r"f(x, y) \coloneqq x^2 y"
    assert judged_with(own, line, r"df = 2 x y \, dx + x^2 \, dy").status == "true"
    assert judged_with(own, line, r"df = 2 x y \, dx + x \, dy").status == "false"
    full = r"df = \frac{\partial f}{\partial x} dx + \frac{\partial f}{\partial y} dy"
    assert judged_with(own, line, full).status == "true"
    assert judged_with(own, line, full.replace("+", "-")).status == "false"


def test_a_function_without_its_argument_below_a_derivative() -> None:
    quotient = r"\frac{\partial f}{\partial x} = \frac{f(x + h) - f(x)}{h} + O(h)"
    assert judged(quotient).status == "true"
    assert judged(quotient.replace("}{h}", "}{2 h}")).status == "false"
    assert judged(r"\frac{d f}{d x} = 2 x").status == "error"  # nothing says what f is


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            r"\nabla_{\mathbf x} \lVert \mathbf{Bx} \rVert^2 = 2 \mathbf B^\top \mathbf{Bx}",
            r"\nabla_{\mathbf x} \lVert \mathbf{Bx} \rVert^2 = \mathbf B^\top \mathbf{Bx}",
        ),
        (r"\boldsymbol\lambda^\top x = x^\top \boldsymbol\lambda", r"\boldsymbol\lambda^\top x = x^\top x"),
    ],
)  # fmt: skip
def test_bold_letters_side_by_side_and_without_braces(true: str, false: str) -> None:
    own = {"n": "a size", "x": "a column of n", "B": "a matrix of n by n", "\\lambda": "a column of n"}
    assert judged_with(own, true).status == "true"
    assert judged_with(own, false).status == "false"


def test_a_font_around_no_letter_is_told() -> None:
    assert r"\mathbf around no letter" in judged(r"\mathbf\left = 1").message


def test_bold_words_are_no_products() -> None:
    assert judged(r"\mathbf{abc} = \mathbf{cba}").status == "error"
