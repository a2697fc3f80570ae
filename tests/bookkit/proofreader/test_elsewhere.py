"""What other books leave open is never called false; what is false for certain, is."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, DEFINES, FALSE, UNREAD, Finding

from .other_page import findings_on

LAYER = (
    r"$x \in \mathbb{R}^n$, $W \in \mathbb{R}^{m \times n}$, $y \in \mathbb{R}^m$,"
    r" $z = W x$, $h = \sigma(z)$, "
)
COST = LAYER + r"$C = \frac{1}{2} \|h - y\|^2$, "
TWO = (
    r"$x \in \mathbb{R}^d$, $W^{(1)} \in \mathbb{R}^{h \times d}$, $W^{(2)} \in \mathbb{R}^{q \times h}$,"
    r" $y \in \mathbb{R}^q$, $\mathbf{z} = W^{(1)} x$, $\mathbf{h} = \sigma(\mathbf{z})$,"
    r" $o = W^{(2)} \mathbf{h}$, $L = \frac{1}{2} \|o - y\|^2$, "
)


def last(text: str, folder: Path) -> Finding:
    return findings_on(text, folder)[-1]


TRUE = [
    r"$(a + b)^2 = a^2 + 2ab + b^2$",
    COST + r"$\frac{\partial C}{\partial W} = \left((h - y) \odot \sigma'(z)\right) x^\top$",
    COST + r"$\frac{\partial C}{\partial x} = W^\top \left((h - y) \odot \sigma'(z)\right)$",
    TWO + r"$\frac{\partial L}{\partial \mathbf{h}} = {W^{(2)}}^\top (o - y)$",
    TWO + r"$\frac{\partial L}{\partial W^{(2)}} = (o - y) \mathbf{h}^\top$",
    TWO + r"$W^{(2)\top} W^{(2)} \in \mathbb{R}^{h \times h}$",
    r"$u = f(x) = 3x^2 - 4x$, $f'(1) = 2$",
    r"$f(t) = t^3$, $f'(t) = 3t^2$",
    r"$x = 3$, $x^2 = 9$",
    # The cost names W itself and, in h, what is made from W; nobody means the derivative with h fixed.
    LAYER + r"$C = \frac{1}{2} \|h - y\|^2 + \frac{1}{2} \|W\|_F^2$, $d = (h - y) \odot \sigma'(z)$,"
    r" $\frac{\partial C}{\partial W} = d x^\top + W$",
    "$a = 2b$\n\n``` math\n\\frac{da}{db} = 2\n```\n",
]  # fmt: skip
WRONG = [
    r"$(a + b)^2 = a^2 + b^2$",
    COST + r"$\frac{\partial C}{\partial W} = \left((h - y) \odot \sigma'(h)\right) x^\top$",
    COST + r"$\frac{\partial C}{\partial x} = W^\top (h - y)$",
    TWO + r"$\frac{\partial L}{\partial W^{(2)}} = 2 (o - y) \mathbf{h}^\top$",
    r"$u = f(x) = 3x^2 - 4x$, $f'(1) = 3$",
    r"$f(t) = t^3$, $f'(t) = 3t$",
    r"$f(t) = t^3$, $f(2) = 9$",
    r"$\sin^2 t + \cos^2 t = 2$",
    r"$\sigma'(t) \le \frac{1}{5}$",
    r"$t^2 \ge t$",
    r"$(fg)' = f'g$",
    LAYER + r"$z \in \mathbb{R}^n$",
    r"$x > 2 \quad \text{if } x^2 > 4$",
    r"$x^2 > 4 \iff x > 2$",
    "$a = 2b$\n\n``` math\n\\frac{da}{db} = 3\n```\n",
]
# True where they stand, in one reading; as claims about any values they would be refuted.
OPEN = [
    r"$t \ge 1$",
    r"$0 < p < 1$",
    r"$|\lambda_i| \ge |\lambda_{i+1}|$",
    r"$x \in [0, 1]$",
    r"$2x = 4$",
    r"$ax^2 + bx + c = 0$",
    r"$a + b = c$",
    r"$f'(x) = 0$",
    r"$f'(1) = 2$",
    r"$y = uv$, $\frac{dy}{du} = 0$",
    r"$y = u + v$, $y = uv$",
    r"$f(x) = x^2$, $f(x) = x^3$",
    r"$x = 2$, $x = 3$",
]
DEFINED = [r"$y = wx + b$", r"$f(x) = x^2 + 1$", r"$x, y \in \mathbb{R}^n$", r"$z^{(1)} = ab$", r"$q = 2$"]


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true_is_checked(text: str, tmp_path: Path) -> None:
    assert last(text, tmp_path).kind == CHECKED, findings_on(text, tmp_path)


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_false(text: str, tmp_path: Path) -> None:
    finding = last(text, tmp_path)
    assert finding.kind == FALSE, findings_on(text, tmp_path)
    assert "counter-example" in finding.message


@pytest.mark.parametrize("text", OPEN)
def test_what_may_be_meant_otherwise_is_not_called_false(text: str, tmp_path: Path) -> None:
    finding = last(text, tmp_path)
    assert finding.kind == UNREAD, findings_on(text, tmp_path)
    assert finding.message


@pytest.mark.parametrize("text", DEFINED)
def test_a_first_line_about_a_letter_defines_it(text: str, tmp_path: Path) -> None:
    assert last(text, tmp_path).kind == DEFINES, findings_on(text, tmp_path)


NETWORK = "---\nnotation: network\n---\n"
QUADRATIC = NETWORK + r"$C = \frac{1}{2} \|y - a^L\|^2$, "


def test_a_cost_that_a_page_chooses_is_no_claim_about_any_cost(tmp_path: Path) -> None:
    right = r"$\nabla_a C = a^L - y$, $\delta^L = (a^L - y) \odot \sigma'(z^L)$"
    text = QUADRATIC + right + r", $\nabla_a C = y - a^L$"
    assert [item.kind for item in findings_on(text, tmp_path)] == [DEFINES, CHECKED, CHECKED, FALSE]
    assert last(NETWORK + r"$\nabla_a C = a^L - y$", tmp_path).kind == FALSE
    assert last(NETWORK + r"$\sigma'(z^L_j) \approx 0$", tmp_path).kind == UNREAD


def test_a_new_meaning_is_written_with_its_sign(tmp_path: Path) -> None:
    text = r"$y = u + v$, $y \coloneqq uv$, $\frac{dy}{du} = v$"
    assert [item.kind for item in findings_on(text, tmp_path)] == [DEFINES, DEFINES, CHECKED]


def test_in_this_book_an_equals_sign_goes_on_claiming() -> None:
    from bookkit.equations.judging.judge import check

    assert check("y = w x + b").status == "error"
    assert check(r"t \ge 1").status == "false"
    assert check("2 x = 4").status == "false"


def test_a_symbol_without_a_relation_claims_nothing(tmp_path: Path) -> None:
    assert findings_on(r"the $\mathsf{X}$ and the $\ell_2$ norm, $W^{(1)}$ and $\text{prod}$", tmp_path) == []


def test_what_begins_no_formula_is_named_and_a_dollar_is_a_dollar(tmp_path: Path) -> None:
    items = findings_on("It costs $5, and in a line $$x = x + 1$$ is no display.\n", tmp_path)
    assert {(item.kind, item.line) for item in items} == {(UNREAD, 1)}
    assert all("$$ takes lines of its own" in item.message for item in items)
    assert findings_on("It costs $5 or 6.\n", tmp_path) == []


def test_other_books_say_in_their_front_matter_what_they_like(tmp_path: Path) -> None:
    text = "---\ntitle: 2024\ndescription: [a, b]\n---\n$a + a = 3a$\n"
    assert [(item.line, item.kind) for item in findings_on(text, tmp_path)] == [(5, FALSE)]


def test_numbers_and_words_are_left_alone(tmp_path: Path) -> None:
    assert findings_on("After 200 epochs, δ = a − y and the cost is 0.1234.\n", tmp_path) == []
