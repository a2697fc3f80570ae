r"""Ways in which words and conditions beside a formula once fooled the checker, each with true siblings."""

from __future__ import annotations

import pytest

from bookkit.equations import EquationError, parse

from .conftest import Judge

NETWORK = "network"
BP2 = r"\delta^l_j = \sigma'(z^l_j) \sum_k w^{l+1}_{kj} \delta^{l+1}_k \quad "
Z = r"z^l_j = \sum_k w^l_{jk} a^{l-1}_k + b^l_j \quad "


def status(judge: Judge, claim: str, notation: str = "calculus") -> str:
    return judge(*claim.split(" || "), notation=notation).status


@pytest.mark.parametrize(
    "claim",
    [
        r"x^2 > 4 \quad \text{if and only if } x > 2",
        r"|x| \ge 1 \iff x \ge 1",
        r"x > 2 \Leftrightarrow x^2 > 4",
        r"x^2 > 4 \implies x > 2",
        r"x^2 > 4 \Rightarrow x > 2",
        r"x > 1 \implies x^2 > 1 \implies x > 0 \implies x > 3",
        r"\operatorname{ReLU}(z) = z \quad \text{if not } z > 0",
        r"\operatorname{ReLU}(z) = z \quad \text{for no } z > 0",
        r"x^2 = x \quad \text{for some } x",
        r"|x| = x \quad \text{unless } x > 0",
        r"|x| = x \quad \text{only if } x > 0",
        r"|x| = x \quad \text{almost everywhere}",
        r"x = x + 0 \quad \text{and there is no other } x",
        r"x + 0 = x \quad \text{which equals one}",
        r"\sigma'(z) = \sigma(z)(1 - \sigma(z)) \quad \text{where } \sigma(z) > \frac{1}{2}",
        r"\sigma'(z) = \sigma(z)(1 - \sigma(z)) \quad \text{with } \sigma(z) > \frac{1}{2}",
        r"x > 1 \quad \text{for } x > 1 \text{ or } x < -1",
        r"x = y \quad \text{or} \quad x = x + 0",
    ],
)
def test_words_that_are_not_a_plain_if(judge: Judge, claim: str) -> None:
    assert status(judge, claim) in ("false", "error"), claim


@pytest.mark.parametrize(
    "claim",
    [
        r"2x > 4 \quad \text{if and only if } x > 2",
        r"x > 2 \iff 2x > 4 \iff x - 2 > 0",
        r"x > 2 \implies x^2 > 4 \implies x^2 > 3",
        r"\text{if } x > 1 \text{ then } x^2 > 1",
        r"x^2 > 1 \quad \text{for } x > 1 \text{ or } x < -1",
        r"x^2 > 1 \quad \text{whenever } |x| > 1",
        r"\sqrt{x^2} = x \quad \text{provided that } x \ge 0",
        r"e^x > 0 \quad \forall x \in \mathbb{R}",
        r"\forall x \in \mathbb{R}: e^x > 0",
        r"e^x > 0 \quad (\forall x)",
        r"x^2 \le x \quad \text{for } x \in [0, 1]",
        r"|x| = x \quad \text{for every } x \in (0, \infty)",
        r"\frac{x}{x} = 1 \quad \text{for } x \neq 0",
        r"x^2 < x \quad \text{for } 0 < x < 1",
        r"|x| = x + 0 \quad (\text{for } x > 0)",
        r"x + x = 2x \quad \text{by definition}",
        r"x + y \ge 2 \quad \text{for } x, y \ge 1",
        r"p \coloneqq x y || \frac{\partial p}{\partial x} = y \quad \text{by the product rule}",
        r"x + x = 2x \quad \text{and} \quad y + y = 2y",
        r"x + x = 2x, \quad \text{hence} \quad 2x - x = x",
    ],
)
def test_words_that_are_understood(judge: Judge, claim: str) -> None:
    assert status(judge, claim) == "true", judge(*claim.split(" || ")).message


@pytest.mark.parametrize(
    "claim",
    [
        r"|x| = x \quad \text{for } x \ge 0, |y| = y",
        r"|x| = x \quad \text{for } x \ge 0, \quad |y| = y",
        r"|x| = x \quad \text{for } x \ge 0; \quad |y| = y",
        r"|x| = x \quad \text{for } x \ge 0 \qquad |y| = y",
        r"|x| = x \quad \text{if } x > 0, \quad \sigma(y) = y",
        r"\operatorname{ReLU}(z) = z \text{ if } z > 0, \quad \operatorname{ReLU}'(z) = 1 + |z| - z",
        r"|x| = x \quad \text{for } x \ge 0 \quad \text{and} \quad |y| = y",
        r"x + y > 0 \quad \text{for } x > 0, \quad (x = y)",
        r"|x| = x \quad \text{for } x > 0, y \ge |y|",
        r"|x| = x \quad \text{for } x > 0 \text{ and } |y| = y",
    ],
)
def test_a_claim_after_a_condition_is_one(judge: Judge, claim: str) -> None:
    assert status(judge, claim) in ("false", "error"), claim


@pytest.mark.parametrize(
    "claim",
    [
        r"|x| = x \quad \text{for } x \ge 0, \quad |y - y| = 0",
        r"|x| = x \quad \text{for } x \ge 0, \quad |y| = -y \quad \text{for } y < 0",
        r"|x| = x \quad\text{for } x \ge 0 \quad\text{and}\quad |x| = -x \quad\text{for } x \le 0",
        r"|x| = x \quad \text{for } x \ge 0 \qquad |{-y}| = |y|",
    ],
)
def test_two_claims_each_with_its_condition(judge: Judge, claim: str) -> None:
    assert status(judge, claim) == "true", judge(claim).message


@pytest.mark.parametrize("more", ["2y = 1", "|y - y| = 0", "x + y = 1"])
def test_what_a_comma_alone_parts_from_a_condition_may_be_another(judge: Judge, more: str) -> None:
    verdict = judge(rf"|x| = x \quad \text{{if }} x \ge 0, {more}")
    assert verdict.status == "error"
    assert "one more condition, or one more claim?" in verdict.message


@pytest.mark.parametrize(
    "condition",
    [
        r"\quad \text{for } x, y > 0",
        r"\quad \text{for } x > 0, y > 0",
        r"\quad \text{for } x > 0, \quad y > 0",
        r"\quad \text{for } x > 0 \text{ and } y > 0",
        r"\quad \text{if } x > 0 \text{ and if } y > 0",
        r"\quad \text{if } x > 0, \text{ and } y > 0",
        r"\quad (x > 0, y > 0)",
        r"\quad \text{for } (x > 0, y > 0)",
        r"\quad \text{for } x \in (0, 1), y \in (0, \infty)",
    ],
)
def test_a_condition_on_two_letters_is_one_on_both(judge: Judge, condition: str) -> None:
    assert status(judge, rf"x + y > 0 {condition}") == "true"
    assert status(judge, rf"x + y > z {condition}") == "false"
    assert status(judge, rf"|x| + |y| = x + y {condition}") == "true"


def test_a_condition_on_one_letter_says_nothing_of_another(judge: Judge) -> None:
    assert status(judge, r"x + y > 0 \quad \text{for } x > 0") == "false"
    assert status(judge, r"x + y > 0 \quad \text{for all } x, y") == "false"


@pytest.mark.parametrize(
    "claim",
    [
        r"x \coloneqq 2 || x^2 = 4 \quad \text{for all } x",
        r"x \coloneqq 0 || x^3 = 0 \quad \forall x",
        r"x \coloneqq 2 || x^2 = 4 \quad \forall x \in \mathbb{R}",
        r"x \coloneqq 2 || x^2 = 2 x \quad \text{for } x > 0",
        r"x \coloneqq 2 || \forall x: \quad x^2 = 4",
    ],
)
def test_for_all_is_not_for_the_value_given(judge: Judge, claim: str) -> None:
    assert status(judge, claim) in ("false", "error"), claim
    assert judge(r"x \coloneqq 2", "x^2 = 4").status == "true"


@pytest.mark.parametrize(
    "claim",
    [
        BP2 + r"\text{for } l = 2, \dots, L",
        BP2 + r"\text{for } l = L, \dots, 2",
        BP2 + r"\text{for } l \in \{2, \dots, L\}",
        BP2 + r"\text{for } l \le L",
        BP2 + r"(l = 1, \dots, L - 1)",
        Z + r"\text{for } l = 1, \dots, L",
        Z + r"\text{for } l \ge 1",
        Z + r"\text{for } 1 \le l \le L",
        Z + r"\text{for } 2 \le l \le L + 1",
        r"a^l_j = \sigma(z^l_j) \quad \text{for } l = 0, \dots, L + 3",
        r"a^l = \sigma(z^l) \quad \text{for } l = L + 1, \dots, 2",
        r"\frac{\partial C}{\partial b^l_j} = \delta^l_j \quad \text{for } l = 1, \dots, L",
        r"\frac{\partial C}{\partial w^l_{jk}} = \delta^l_j a^{l-1}_k \quad \text{for all } l = 1, \dots, L",
        Z + r"\text{for } l = 2, \dots, L, j = 1, \dots, n_l + 1",
    ],
)
def test_a_range_includes_what_it_says(judge: Judge, claim: str) -> None:
    """A layer that does not exist was passed over, where the page had stated it by name."""
    assert status(judge, claim, NETWORK) in ("false", "error"), claim


@pytest.mark.parametrize(
    "claim",
    [
        BP2 + r"\text{for } l = 2, \dots, L - 1",
        BP2 + r"\text{for } l = L - 1, \dots, 2",
        BP2 + r"\text{for } l = L - 1, L - 2, \dots, 2",
        BP2 + r"\text{for } l \in \{2, \dots, L - 1\}",
        BP2 + r"\text{if } l < L",
        BP2 + r"\text{for all } l = 2, \dots, L - 1 \text{ and } j = 1, \dots, n_l",
        Z + r"\text{for } l = 2, \dots, L",
        Z + r"\text{for } l = L, \dots, 2",
        Z + r"\text{for } l > 1",
        Z + r"\text{for } 2 \le l \le L",
        Z + r"\text{for } j = 1, \dots, n_l",
        Z + r"\text{for all } l \text{ and } j",
        r"a^l_j = \sigma(z^l_j) \quad (l = 2, \dots, L)",
        BP2 + r"(l = L - 1, \dots, 2)",
    ],
)
def test_a_range_that_is_just_right(judge: Judge, claim: str) -> None:
    assert status(judge, claim, NETWORK) == "true", judge(claim, notation=NETWORK).message


@pytest.mark.parametrize(
    "latex",
    [
        r"x = y \quad \text{if}",
        r"x = y, \quad z",
        r"x = y \quad \text{for } x > 0 \quad x = z",
        r"x = y \quad \text{for } x \text{ and } y > 0",
        r"x = y \quad \text{if } z",
        r"x = y \text{ then } y = x",
        r"x = y; \quad \text{for } x > 0",
        r"x = y \quad \text{if } f(x)",
    ],
)
def test_what_may_be_read_in_two_ways_or_none_is_an_error(latex: str) -> None:
    if latex.endswith(r"\text{if } z"):
        assert parse(latex).statements[0].ranges  # "for z": a letter alone
        return
    with pytest.raises(EquationError):
        parse(latex)


def test_the_words_that_are_not_understood_are_named() -> None:
    with pytest.raises(EquationError, match="'unless' beside a formula"):
        parse(r"x = y \quad \text{unless } x > 2")


@pytest.mark.parametrize(
    ("claim", "truth"),
    [
        (r"x^2 = x \quad \text{for } x = 1", "true"),
        (r"x^2 = x \quad \text{for } x = 2", "false"),
        (r"\sigma(z) = \frac{1}{2} \quad \text{if } z = 0", "true"),
        (r"\frac{d}{dx} x^3 = 3 \quad \text{at } x = 1", "true"),
        (r"\frac{d}{dx} x^3 = 3 \quad \text{at } x = 2", "false"),
        (r"x = 3 \implies x^2 = 9", "true"),
        (r"x = 3 \iff x^2 = 9", "false"),
        (r"x y = 0 \quad \text{if } x = 0", "true"),
        (r"x y = 1 \quad \text{if } x = 0", "false"),
        (r"x^2 > 8 \quad \text{for } x = 3 \text{ or } x = -3", "true"),
        (r"x > 2 \quad \text{for } x = 3 \text{ or } x = -3", "false"),
        (r"x \coloneqq 2 || x^2 = 9 \quad \text{if } x = 3", "true"),
        (r"x \coloneqq 3 || x^2 = 9 \quad \text{if } x = 2", "false"),
    ],
)
def test_a_condition_that_gives_a_value(judge: Judge, claim: str, truth: str) -> None:
    assert status(judge, claim) == truth, judge(*claim.split(" || ")).message


def test_blanks_and_full_stops_in_cases(judge: Judge) -> None:
    f = r"f(x) \coloneqq \begin{cases} x, \quad & \text{if } x>0 \\ 0, & \quad \text{otherwise.} \end{cases}"
    assert judge(f, r"f(x) = \max(x, 0)").status == "true"
    assert judge(f, r"f(x) = x").status == "false"
