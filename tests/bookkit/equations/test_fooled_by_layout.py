r"""Ways in which the look of a formula once fooled the checker: relations, blanks, braces, lines, fonts."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.equations import Verdict
from bookkit.equations.page import check_page
from bookkit.keeping.cache import Cache
from bookkit.pages.source import Equation, Page

from .conftest import Judge

RELATIONS = r"""
\cong \doteq \prec \succ \preceq \risingdotseq \fallingdotseq \thickapprox \circeq \bumpeq \eqcirc
\asymp \simeq \sim \propto \ll \gg \subset \subseteq \mid \nmid \nless \ngtr \nleq \ngeq \notin \ni
\lesssim \gtrsim \models \perp \parallel \leadsto \mapsto \xrightarrow{x} \overset{!}{=} \stackrel{?}{=}
\not\in \mathrel{R} \operatorname{equals} ≃ ≅ ≲ ≫ ≪ ∼ ∝ ↦ ∉ ⊂ ≐ ≢ ≰
"""


def page(*equations: str, notation: str = "calculus", tmp_path: Path) -> list[Verdict]:
    parts = tuple(Equation(latex, number, True) for number, latex in enumerate(equations, 1))
    found = check_page(
        Page(Path("page.md"), {"notation": notation}, parts, (), ()), Cache("equations", tmp_path)
    )
    return [verdict for _, verdict in found]


@pytest.mark.parametrize("relation", RELATIONS.split())
def test_a_relation_that_is_not_known_is_an_error(relation: str, tmp_path: Path) -> None:
    """A list of relations decided what claims something; what it did not list claimed nothing."""
    (verdict,) = page(rf"x^2 + 1 {relation} -7", tmp_path=tmp_path)
    assert verdict.status == "error"


@pytest.mark.parametrize(
    "latex",
    [
        r"x \char\"3D x + 1",
        r"\def\x{=} a \x b",
        r"\newcommand{\x}{=} a \x b",
        r"\gdef\x{1} \x",
        r"\let\x= a",
        r"\href{x}{y}",
        r"\htmlClass{a}{x}",
        r"\includegraphics{x}",
        r"\verb|x = y|",
        r"\rlap{=} x",
        r"\smash{x}",
        r"\color{white}{+ 1}",
        r"x \text{ is } y",
        r"x is y",
        r"x equals y",
        r"x \unicode{x3D} y",
        r"x : y + = ",
        r"x \sum_",
    ],
)
def test_what_cannot_be_read_is_an_error_everywhere(latex: str, tmp_path: Path) -> None:
    (verdict,) = page(latex, tmp_path=tmp_path)
    assert verdict.status == "error", verdict


def test_expressions_claim_nothing(tmp_path: Path) -> None:
    latex = (
        r"x^2 + 1",
        r"\frac{\partial f}{\partial x}",
        r"\odot",
        r"\sum",
        r"W^{[l]}",
        r"2, \dots, L",
        r"\sigma'(z)",
    )
    assert [verdict.status for verdict in page(*latex, tmp_path=tmp_path)] == ["true"] * len(latex)


def test_a_fragment_is_marked_and_listed(tmp_path: Path) -> None:
    marked, bare, claim, whole, silent = page(
        "^\\top % fragment: the sign alone",
        "^\\top",
        "^\\top = 1 % fragment: a claim",
        "x + 1 % fragment: none at all",
        "^\\top % fragment:",
        tmp_path=tmp_path,
    )
    assert (marked.status, marked.reason) == ("unchecked", "a fragment: the sign alone")
    assert {bare.status, claim.status, whole.status, silent.status} == {"error"}
    assert "claims nothing" in claim.reason
    assert "can be read" in whole.reason


@pytest.mark.parametrize(
    ("claim", "truth"),
    [
        (r"x \leqslant x + 1", "true"),
        (r"x ⩽ x + 1", "true"),
        (r"x \geqslant x + 1", "false"),
        (r"x + 1 ⩾ x", "true"),
        (r"e^x \not= 0", "true"),
        (r"x \not= 3", "false"),
        (r"x + 1 \not< x", "true"),
        (r"x + 1 \mathrel{\ge} x", "true"),
        (r"x + 1 \mathrel{\le} x", "false"),
        (r"x \mathbin{+} x = 2x", "true"),
        (r"x > 1 ⟹ x^2 > 1", "true"),
        (r"x^2 > 1 ⟹ x > 1", "false"),
    ],
)
def test_spellings_of_one_relation(judge: Judge, claim: str, truth: str) -> None:
    assert judge(claim).status == truth


@pytest.mark.parametrize(
    "sign", [r"\triangleq", r"\overset{\text{def}}{=}", r"\stackrel{\mathrm{def}}{=}", "≜", ":="]
)
def test_signs_of_definition(judge: Judge, sign: str) -> None:
    assert judge(f"p {sign} x y", r"\frac{\partial p}{\partial x} = y").status == "true"
    assert judge(f"p {sign} x y", r"\frac{\partial p}{\partial x} = x").status == "false"


BLANKS = [
    r"\ \ \ \ ",
    r"\enspace\enspace",
    r"\enspace",
    r"\hspace{1cm}",
    r"\hspace*{2em}",
    r"\;\;\;",
    "~~~",
    r"\kern1em ",
    r"\mkern18mu ",
    r"\hskip 1em ",
    r"\mspace{18mu}",
    r"\phantom{xyz}",
    r"\quad",
    r"\hfill",
]


@pytest.mark.parametrize("blank", BLANKS)
def test_a_wide_blank_is_no_product(judge: Judge, blank: str) -> None:
    assert judge(rf"x^2 = x {blank} x = x^2").status == "false"
    assert judge(rf"x + x = 2x {blank} y + y = 2y").status == "true"
    given = r"f(x, y) \coloneqq x y"
    assert judge(given, rf"x \frac{{\partial f}}{{\partial x}} = x {blank} y = f").status in (
        "false",
        "error",
    )


@pytest.mark.parametrize("blank", [r"\,", r"\;", r"\ ", "~", r"\!", r"\,\,", r"\kern0.1em ", r"\hspace{2pt}"])
def test_a_thin_blank_is_one(judge: Judge, blank: str) -> None:
    assert judge(rf"x {blank} y = y {blank} x").status == "true"


@pytest.mark.parametrize("latex", [r"x \hspace{-2em} = y", r"x \!\!\!\! y = y x", r"x \kern-1em y = y x"])
def test_printing_on_top_is_refused(judge: Judge, latex: str) -> None:
    assert judge(latex).status == "error"


@pytest.mark.parametrize(
    "claim",
    [
        r"x = x + 0 \quad - y = y",
        r"\begin{gathered} x = x + 0 \\ + 1 \end{gathered}",
        r"\begin{gathered} x = x + 0 \\ y \end{gathered}",
        r"\begin{aligned} |x| &= x \\ \text{for } x > 0 \quad x + x &= 2x \end{aligned}",
        r"\begin{aligned} \operatorname{ReLU}(z) &= z \\ \text{If } z > 0, \quad |z| &= z \end{aligned}",
        r"\begin{aligned} |x| &= x \\ x + x &= 2x \quad \text{for } x > 0 \end{aligned}",
        r"\begin{aligned} |x| &= x \\ &= \sqrt{x^2} \quad \text{for } x > 0 \end{aligned}",
        r"\begin{aligned} |x| &= x \\ \text{if } x > 0 \\ x + x &= 2x \end{aligned}",
        r"\begin{aligned} |x| &= x && \text{for } x > 0 \\ |y| &= y \end{aligned}",
        r"\begin{aligned} \text{for } x > 0: && |x| &= x \\ && |y| &= y \end{aligned}",
    ],
)
def test_a_condition_belongs_to_its_own_line(judge: Judge, claim: str) -> None:
    assert judge(claim).status in ("false", "error"), claim


@pytest.mark.parametrize(
    "claim",
    [
        r"x = x + 0 \quad - y = 0 - y",
        r"\begin{gathered} x + 1 = 2x - x \\ + 1 \end{gathered}",
        r"\begin{aligned} |{-x}| &= |x| \\ \text{for } x > 0 \quad |x| &= x \end{aligned}",
        r"\begin{aligned} |x| &= x && \text{for } x > 0 \\ |x| &= -x && \text{for } x < 0 \end{aligned}",
        r"\begin{aligned} |x| &= \sqrt{x^2} \\ &= x \quad \text{for } x > 0 \end{aligned}",
        r"\begin{aligned} &|x| = x \\ &\quad \text{if } x > 0 \end{aligned}",
        r"\begin{aligned} &\text{for } x > 0: \\ &|x| = x \\ &\sqrt{x^2} = x \end{aligned}",
        r"\begin{aligned} \text{for } x > 0: && |x| &= x \\ && y + y &= 2y \end{aligned}",
    ],
)
def test_conditions_of_lines_that_hold(judge: Judge, claim: str) -> None:
    assert judge(claim).status == "true", judge(claim).message


@pytest.mark.parametrize(
    "claim",
    [
        r"x + \underbrace{y - y + z}_{0} = x + z",
        r"\underbrace{x + x}_{3x} = 2x",
        r"\overbrace{x + x}^{x^2} = 2x",
        r"2 \underbrace{x}_{> 0} = x + x",
        r"\underbrace{x}_{= y} + 1 = 1 + x",
        r"\underbrace{x + x}_{\text{equals 0}} = 2x",
        r"\underbrace{x + x}_{\text{is constant}} = 2x",
        r"\underbrace{x + y} z = x z + y z",
        r"- \underbrace{x - y}_{\text{difference}} = -x - y",
        r"1 / \underbrace{x \cdot y}_{\text{both}} = \frac{1}{x y}",
        r"x \cdot 2 = \underbrace{2}_{1 + 1 = 3} x",
        r"\underset{x}{=} 3",
    ],
)
def test_what_is_written_at_a_brace_is_judged_or_refused(judge: Judge, claim: str) -> None:
    assert judge(claim).status in ("false", "error"), claim


@pytest.mark.parametrize(
    "claim",
    [
        r"x + \underbrace{y - y}_{0} = x",
        r"\overbrace{x + x}^{2x} + y = 2x + y",
        r"\underbrace{x^2}_{\ge 0} + 1 > 0",
        r"\underbrace{\sigma(x)}_{\text{gate}} \underbrace{(1 - \sigma(x))}_{\text{the rest}} = \sigma'(x)",
        r"\underbrace{x + y}_{\text{sum}} = y + x",
        r"\sigma\bigl(\underbrace{x - x + y}_{y}\bigr) = \sigma(y)",
        r"\frac{\overbrace{x + x}^{2 x}}{2} = x",
    ],
)
def test_braces_with_true_notes(judge: Judge, claim: str) -> None:
    assert judge(claim).status == "true", judge(claim).message


def test_a_size_under_a_brace_is_one(judge: Judge) -> None:
    claim = r"\underbrace{W^l}_{SIZE} a^{l-1} + b^l = z^l"
    assert judge(claim.replace("SIZE", r"n_l \times n_{l-1}"), notation="network").status == "true"
    assert judge(claim.replace("SIZE", r"n_{l-1} \times n_l"), notation="network").status == "false"


@pytest.mark.parametrize("tag", ["so 1 = 2", "x > 0", "1 is 2", r"\sigma = 0", "always true of everything"])
def test_a_tag_is_a_name(judge: Judge, tag: str) -> None:
    assert judge(rf"x + x = 2x \tag{{{tag}}}").status == "error"
    assert judge(r"x + x = 2x \tag{BP2'}").status == judge(r"x + x = 2x \tag{3.1-a}").status == "true"


def test_bold_and_plain_are_two_symbols(judge: Judge, tmp_path: Path) -> None:
    assert judge(r"\mathbf{x} = x").status == "error"
    assert judge(r"\mathbf{z}^l_j = z^l_j + 0", notation="network").status == "error"
    bold = r"\mathbf{z}^l = \mathbf{W}^l \mathbf{a}^{l-1} + \mathbf{b}^l"
    assert judge(bold, notation="network").status == "true"
    entries = r"\|\mathbf{x}\|^2 = \sum_{j=1}^{n} x_j^2"
    assert judge(entries, notation="vectors").status == "true"
    mixed = page(r"\mathbf{x} + \mathbf{x} = 2 \mathbf{x}", r"x + x = 2 x", tmp_path=tmp_path)
    assert [verdict.status for verdict in mixed] == ["true", "error"]
    one = page(r"\mathbf{x} + \mathbf{x} = 2 \mathbf{x}", r"y + y = 2 y", tmp_path=tmp_path)
    assert [verdict.status for verdict in one] == ["true", "true"]


def test_subscripts_with_the_same_letters_are_two(judge: Judge) -> None:
    assert judge(r"x_{\text{on}} + 1 = x_{\text{no}} + 1").status == "false"
    assert judge(r"x_{\text{ab}} x_{\text{cd}} = x_{\text{ad}} x_{\text{cb}}").status == "false"
    assert judge(r"x_{\text{on}} + x_{\text{on}} = 2 x_{\text{on}}").status == "true"


def test_how_far_a_product_reaches(judge: Judge) -> None:
    assert judge(r"\prod_{i=1}^{n} x_i \cdot c = c^n \prod_{i=1}^{n} x_i").status == "error"
    assert judge(r"\prod_{i=1}^{n} x_i / c = \frac{1}{c} \prod_{i=1}^{n} x_i").status == "error"
    assert judge(r"\left(\prod_{i=1}^{n} x_i\right) \cdot c = c \prod_{i=1}^{n} x_i").status == "true"
    assert judge(r"\prod_{i=1}^{n} c \cdot x_i = c^n \prod_{i=1}^{n} x_i").status == "true"
    assert judge(r"\sum_{i=1}^{n} x_i \cdot c = c \sum_{i=1}^{n} x_i").status == "true"


@pytest.mark.parametrize("claim", [r"\exp(A) \odot \exp(-A) = \exp(A - A)", r"e^{A+B} = e^A \odot e^B"])
def test_the_exponential_of_a_matrix_is_not_that_of_its_entries(judge: Judge, claim: str) -> None:
    assert judge(claim, notation="vectors").status == "error"
    assert judge(r"\exp(u) \odot \exp(v) = \exp(u + v)", notation="vectors").status == "true"
