"""Equations are found, numbered, given their ids and typeset; mistakes are named by file and line."""

import re
from collections.abc import Callable

import pytest

from bookkit.markdown.maths import readable
from bookkit.pages.source import PageError

Convert = Callable[..., str]


def shown(html: str) -> list[str]:
    """Return the LaTeX that was typeset, as the MathML keeps it."""
    return re.findall(r'<annotation encoding="application/x-tex">(.*?)</annotation>', html, re.DOTALL)


@pytest.mark.parametrize(
    ("latex", "expected", "labels"),
    [
        ("a = b", "a = b", []),
        ("a % a remark\n= b", "a = b", []),
        (r"a\% % a remark", r"a\%", []),
        (r"a \label{eq-a}", r"a\tag{3.1}", ["eq-a"]),
        (r"a \tag{BP1} \label{eq-a}", r"a \tag{BP1}", ["eq-a"]),
        (
            r"\begin{align} a \label{eq-a} \\ b \label{eq-b} \end{align}",
            r"\begin{align*} a \tag{3.1}\\ b \tag{3.2} \end{align*}",
            ["eq-a", "eq-b"],
        ),
        (
            "\\begin{aligned} a \\\\ b \\end{aligned} \\label{eq-a}",
            "\\begin{aligned} a \\\\ b \\end{aligned}\\tag{3.1}",
            ["eq-a"],
        ),
    ],
)
def test_latex_that_katex_reads(latex: str, expected: str, labels: list[str]) -> None:
    assert readable(latex, {"eq-a": "3.1", "eq-b": "3.2"}) == (expected, labels)


def test_formulas_are_typeset_in_text_and_on_lines_of_their_own(convert: Convert) -> None:
    html = convert("Inline $a + b$ and\n\n$$\n\\frac{c}{d}\n$$\n")
    assert shown(html) == ["a + b", r"\frac{c}{d}"]
    assert html.count('class="formula"') == 1
    assert html.count('class="equation"') == 1
    assert html.count("katex-display") == 1


def test_a_label_becomes_the_id_and_the_number(convert: Convert) -> None:
    html = convert("$$\na + b = b + a \\label{eq-a}\n$$\n", chapter=3)
    assert 'id="eq-a"' in html
    assert r"\tag{3.1}" in shown(html)[0]
    assert "label" not in shown(html)[0]


def test_every_label_of_an_align_can_be_reached(convert: Convert) -> None:
    html = convert(
        "$$\n\\begin{align}\na + a &= 2a \\label{eq-a} \\\\\nc + c &= 2c \\label{eq-c}\n\\end{align}\n$$\n", 2
    )
    assert 'id="eq-a"' in html
    assert 'id="eq-c"' in html
    assert r"\tag{2.2}" in shown(html)[0]


def test_comments_are_not_shown(convert: Convert) -> None:
    html = convert("$$\n% notation: network\na^1 = x % a remark\n$$\n")
    assert "network" not in html
    assert "remark" not in html


def test_less_than_survives_the_escaping(convert: Convert) -> None:
    assert shown(convert("As $a < a + 1$,\n\n$$\nb < b + 1\n$$\n")) == ["a &lt; a + 1", "b &lt; b + 1"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("# T\n\nText $a + \\nonsense$ here.\n", r"page\.md:3: KaTeX cannot typeset .*\\nonsense"),
        (
            "# T\n\n$$\na \\\\\n\\nonsense\n$$\n",
            r"page\.md:5: KaTeX cannot typeset `a .. .nonsense`: Undefined control sequence",
        ),
        ("# T\n\n$$\n\\href{x}{y}\n$$\n", r"page\.md:4: KaTeX cannot typeset .*\\href is refused"),
        (
            "# T\n\n$$\n\\begin{align}\na &= \\nonsense\n\\end{align}\n$$\n",
            r"page\.md:5: KaTeX cannot typeset",
        ),
    ],
)
def test_latex_that_katex_refuses_is_named_by_its_line(convert: Convert, text: str, complaint: str) -> None:
    with pytest.raises(PageError, match=complaint):
        convert(text)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (
            "<div>\nThe sum $a + b$.\n</div>\n",
            r"page\.md:2: this formula would not be typeset .* dollar signs",
        ),
        ("Text\n$$\na\n$$\nmore\n", r"page\.md:3: this formula would not be typeset .* blank lines around"),
    ],
    ids=["inside HTML", "no blank lines around"],
)
def test_a_formula_that_the_page_would_leave_as_text_is_named(
    convert: Convert, text: str, complaint: str
) -> None:
    with pytest.raises(PageError, match=complaint):
        convert(text)


def test_money_is_no_formula(convert: Convert) -> None:
    assert "$5 and $6" in convert("It costs \\$5 and \\$6.\n")
