"""Verdicts: what holds, what does not, with which counter-example, and what cannot be judged."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bookkit.equations import Context, check, parse
from bookkit.equations.judging.judgement import FEW

from ..conftest import Judge

SLOPE = r"\sigma'(z) = \sigma(z)(1 - \sigma(z))"


def test_a_true_equation_is_true_on_a_few_draws_by_floats_where_it_is_an_identity(judge: Judge) -> None:
    verdict = judge(SLOPE)
    assert verdict.status == "true"
    assert verdict.claims[0].draws == FEW
    assert verdict.largest_error < 1e-12
    assert verdict.counterexample is None


@pytest.mark.parametrize(
    ("latex", "notation"),
    [
        (r"\max(x, y) + \min(x, y) = x + y", "calculus"),  # piece by piece
        (
            r"\arcsin x + \arccos x = \frac{\pi}{2} \quad \text{for } 0 < x < 1",
            "calculus",
        ),  # only so many digits agree
        (r"\operatorname{Var}(u) = \mathbb{E}[u^2] - \mathbb{E}[u]^2", "chance"),
        (r"x^2 + y^2 \ge 2 x y", "calculus"),
    ],
)
def test_anything_else_is_true_on_twenty_draws(judge: Judge, latex: str, notation: str) -> None:
    verdict = judge(latex, notation=notation)
    assert verdict.status == "true"
    assert verdict.claims[0].draws >= 20


def test_without_exact_arithmetic_twenty_draws_are_made(
    judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bookkit.exact.available", lambda: False)
    assert judge(SLOPE).claims[0].draws == 20


def test_what_floats_met_on_the_first_draws_is_not_forgotten_for_an_identity(judge: Judge) -> None:
    """One side has no value for half of all numbers, and where both have one, they agree."""
    verdict = judge(r"\ln(x y) = \ln x + \ln y")
    assert verdict.status != "true"


def test_a_false_equation_comes_with_a_plain_counter_example(judge: Judge) -> None:
    verdict = judge(r"\sigma'(z) = \sigma(z)(1 + \sigma(z))")
    assert verdict.status == "false"
    found = verdict.counterexample
    assert found is not None
    ((name, value),) = found.values
    assert name == "z"
    assert float(value) in {-3.0, -2.0, -1.0, 0.5, 1.0, 2.0, 3.0}
    assert r"\sigma'(z) = \sigma(z)(1 + \sigma(z))" in verdict.message
    assert found.left in verdict.message
    assert found.right in verdict.message


def test_a_network_counter_example_is_small_and_names_sizes_and_indices(judge: Judge) -> None:
    verdict = judge(r"\delta^l_j = \sum_k w^{l+1}_{kj} \delta^{l+1}_k \sigma(z^l_j)", notation="network")
    assert verdict.status == "false"
    assert verdict.counterexample is not None
    values = dict(verdict.counterexample.values)
    assert values["L"] in {"2", "3"}
    assert {"l", "j", "\\sigma", "x"} <= set(values)


def test_every_step_of_a_chain_is_a_claim(judge: Judge) -> None:
    verdict = judge(r"(x + 1)^2 = x^2 + x + 1 = (x + 1)^2")
    assert [claim.status for claim in verdict.claims] == ["false", "false"]
    assert [claim.latex for claim in verdict.claims] == [
        "(x + 1)^{2} = x^{2} + x + 1",
        "x^{2} + x + 1 = (x + 1)^{2}",
    ]


@pytest.mark.parametrize(
    ("equation", "reason"),
    [
        (r"x = \xi", "unknown symbol"),
        (r"x + = 2", "did not expect"),
        (r"\sqrt{-1 - x^2} = 2", "draws on which both sides have a value"),
        (r"x = x", "same expression"),
        (r"x - x = y - y", "0 on every draw"),
        (r"x + (y - y) = x", "nothing is said about its place"),
        (r"x \approx y", "needs a number"),
        (r"(x, y) = (x, y, y)", "2 × 1"),
        (r"a \leftarrow a + h", "increases"),
        (r"\frac{da}{db} = 0", "depends on"),
        (r"\frac{d}{dx} = 2", "derivative of nothing"),
        ("% unchecked:\nx = y", "reason"),
        ("% notation: tensors\nx = y", "tensors"),
        (r"\sum_i i = 3", "how far does i count"),
        (r"1\,000 = 10^3", "after another factor"),
    ],
)
def test_what_cannot_be_judged_is_an_error_and_never_passes(judge: Judge, equation: str, reason: str) -> None:
    verdict = judge(equation)
    assert verdict.status == "error"
    assert reason in verdict.message


def test_an_exempt_equation_is_unchecked_with_its_reason(judge: Judge) -> None:
    verdict = judge("% unchecked: a drawing in letters\nx = \\xi")
    assert (verdict.status, verdict.reason) == ("unchecked", "a drawing in letters")


CIRCUIT = (
    r"a \coloneqq 1, \quad b \coloneqq -2, \quad c \coloneqq -3",
    r"d \coloneqq a + b",
    r"e \coloneqq d\,c",
    r"f \coloneqq \sigma(e)",
)


@pytest.mark.parametrize(
    ("claim", "status"),
    [
        (r"d = -1", "true"),
        (r"f \approx 0.952574", "true"),
        (r"f \approx 0.9525", "false"),
        (r"f = 0.952574", "false"),
        (r"\frac{\partial f}{\partial a} = \sigma'(e)\,c \approx -0.1355300", "true"),
        (r"\frac{\partial f}{\partial c} = -\sigma'(e)", "false"),
        (r"\frac{\partial d}{\partial a} = \frac{\partial d}{\partial b} = 1", "true"),
        (r"\frac{\partial e}{\partial c} = c", "false"),
    ],
)
def test_identities_are_judged_at_random_and_numbers_at_the_given_values(
    judge: Judge, claim: str, status: str
) -> None:
    assert judge(*CIRCUIT, claim).status == status


STEP = (
    "% increases: f\n\\begin{aligned} a &\\leftarrow a + h \\frac{\\partial f}{\\partial a} \\\\"
    " b &\\leftarrow b + h \\frac{\\partial f}{\\partial b} \\\\"
    " c &\\leftarrow c + h \\frac{\\partial f}{\\partial c} \\end{aligned}"
)


def test_updates_of_one_equation_happen_together_and_change_the_given_values(judge: Judge) -> None:
    after = r"a \approx 0.986447", r"b \approx -2.013553", r"c \approx -3.004518", r"f \approx 0.95630980"
    for claim in after:
        assert judge(*CIRCUIT, r"h \coloneqq 0.1", STEP, claim).status == "true"
    assert judge(*CIRCUIT, r"h \coloneqq 0.1", STEP, r"a = 1").status == "false"


@pytest.mark.parametrize(
    "update",
    [
        r"a \leftarrow a - h \frac{\partial f}{\partial a}",
        r"a \leftarrow a + h \frac{\partial f}{\partial b}",
        r"a \leftarrow a + h",
        r"a \leftarrow a + h a",
        r"a \leftarrow a",
        r"a \leftarrow 2a + h \frac{\partial f}{\partial a}",
        r"a \leftarrow b + h \frac{\partial f}{\partial a}",
    ],
)
def test_a_wrong_update_is_refused(judge: Judge, update: str) -> None:
    assert judge(r"f \coloneqq \sigma(a b)", f"% increases: f\n{update}").status == "false"


def test_check_leaves_the_context_that_it_was_given_alone() -> None:
    before = Context()
    verdict = check(r"a \coloneqq 2", "calculus", before)
    assert before == Context()
    assert verdict.context.given == ((("a", None, ()), 2.0),)
    assert verdict.context.fingerprint != before.fingerprint


def test_a_tree_can_be_judged_as_well_as_its_latex() -> None:
    assert check(parse("x + x = 2x")).status == "true"
    assert check(parse("x + x = 3x")).status == "false"


@pytest.mark.parametrize("seed", range(5))
def test_verdicts_do_not_depend_on_the_seed(judge: Judge, seed: int) -> None:
    bp2 = r"\delta^l = ((W^{l+1})^\top \delta^{l+1}) \odot \sigma'(z^l)"
    assert judge(bp2, notation="network", seed=seed).status == "true"
    assert judge(bp2.replace("\\sigma'", "\\sigma"), notation="network", seed=seed).status == "false"
    assert judge(bp2, notation="network-batch", seed=seed).status == "true"


def test_a_definition_of_something_that_the_table_fixes_is_a_claim(judge: Judge) -> None:
    assert judge(r"\sigma(z) \coloneqq \frac{1}{1 + e^{-z}}").status == "true"
    assert judge(r"\sigma(z) \coloneqq \frac{1}{1 + e^{z}}").status == "false"
    assert judge(r"z^l \coloneqq W^l a^{l-1} + b^l", notation="network").status == "true"
    assert judge(r"z^l \coloneqq W^l a^l + b^l", notation="network").status == "error"


def test_a_definition_in_place_of_an_open_symbol_reaches_all_that_depends_on_it(judge: Judge) -> None:
    quadratic = r"C \coloneqq \frac{1}{2} \|y - a^L\|^2"
    claim = r"\delta^L = (a^L - y) \odot \sigma'(z^L)"
    assert judge(quadratic, claim, notation="network").status == "true"
    assert judge(claim, notation="network").status == "false"
    assert judge(claim, notation="network-quadratic").status == "true"


def test_conditions_and_ranges_limit_a_claim(judge: Judge) -> None:
    assert judge(r"|x| = x \quad \text{if } x > 0").status == "true"
    assert judge(r"|x| = x \quad \text{if } x < 1").status == "false"
    bp2 = r"\delta^l = ((W^{l+1})^\top \delta^{l+1}) \odot \sigma'(z^l)"
    assert judge(bp2 + r"\quad \text{for } l = 2, \dots, L - 1", notation="network").status == "true"
    assert judge(bp2 + r"\quad \text{for } l = 2, \dots, L", notation="network").status == "error"


LEAVES = st.sampled_from(
    [
        "x",
        "y",
        "n",
        "2",
        "0",
        "0.5",
        "x_1",
        "x_j",
        "e",
        "h",
        r"\Delta x",
        "a^l",
        "a^L_j",
        r"\delta^{l+1}",
        "W^l",
        "y_k",
    ]
)
SHAPES = st.sampled_from(
    [
        "({0}) + {1}",
        "({0}) - ({1})",
        "({0})({1})",
        r"({0}) \cdot ({1})",
        r"({0}) \odot ({1})",
        r"\frac{{{0}}}{{{1}}}",
        "({0})^2",
        "({0})^{{{1}}}",
        r"({0})^\top",
        r"({0})_j",
        r"\sigma({0})",
        r"\sigma'({0})",
        r"\log({0})",
        "|{0}|",
        r"\lVert {0} \rVert^2",
        r"\sum_{{j=1}}^{{n}} ({0})",
        r"\sum_k ({0})",
        r"\frac{{d}}{{dx}} ({0})",
        r"\lim_{{h \to 0}} ({0})",
        r"\max({0}, {1})",
        r"[{0} > {1}]",
        r"\sqrt{{{0}}}",
        "f({0})",
        "g'({0})",
        "({0}, {1})",
        r"\left. ({0}) \right|_{{x = {1}}}",
        r"\nabla_a ({0})",
        r"\frac{{\partial ({0})}}{{\partial x}}",
        "e^{{{0}}}",
    ]
)
SIDES = st.recursive(LEAVES, lambda inner: st.builds(str.format, SHAPES, inner, inner), max_leaves=6)
SIGNS = st.sampled_from(["=", r"\le", "<", r"\neq", r"\approx", r"\in", r"\coloneqq", r"\leftarrow"])


@settings(max_examples=80, deadline=None)
@given(SIDES, SIGNS, SIDES, st.sampled_from(["calculus", "network", "network-batch"]))
def test_judging_never_raises(left: str, sign: str, right: str, notation: str) -> None:
    latex = f"% increases: x\n{left} {sign} {right}"
    assert check(latex, notation, draws=3).status in {"true", "false", "error"}


@settings(max_examples=40, deadline=None)
@given(SIDES, st.sampled_from(["calculus", "network"]))
def test_nothing_equals_itself_and_one_more(side: str, notation: str) -> None:
    assert check(f"{side} = ({side}) + 1", notation, draws=3).status != "true"


@pytest.mark.parametrize(
    ("notation", "latex", "sizes"),
    [
        ("chance", r"\frac{2}{n_{\text{in}} + n_{\text{out}}} = \frac{1}{n_{\text{in}}}",
         [r"n_{\text{in}}", r"n_{\text{out}}"]),
        ("chance", r"n_{\text{in}} + 1 = n", ["n", r"n_{\text{in}}"]),
        ("network", r"n_l n_{l+1} = 3", ["L", "n_1", "n_2"]),
        ("network", r"W^l \in \mathbb{R}^{n_l \times n_l}", ["L", "n_1", "n_2"]),
    ],
)  # fmt: skip
def test_a_counter_example_names_the_sizes_as_they_are_written(
    notation: str, latex: str, sizes: list[str]
) -> None:
    example = check(latex, notation).claims[0].counterexample
    assert example is not None
    assert [name for name, _ in example.values][: len(sizes)] == sizes
