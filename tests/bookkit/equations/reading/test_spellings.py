"""Other spellings of layers, gradients, deltas and updates: read where certain, refused elsewhere."""

from __future__ import annotations

import pytest

from ..conftest import Judge


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
