"""A wrong form is shown as wrong: by a word, not by colour alone, with what refutes it, also when copied."""

import re
from collections.abc import Callable

import pytest

from bookkit.markdown.wrong_forms import as_latex
from bookkit.pages.source import PageError

Convert = Callable[..., str]
FORM = "$$\n% refuted: a lost factor & more\n\\sigma'(z) = \\sigma(z)\n$$\n"


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<math.*?</math>|<[^>]*>", "", html, flags=re.DOTALL))


def test_a_wrong_form_has_a_name_a_word_and_an_icon(convert: Convert) -> None:
    html = convert(FORM)
    assert re.search(r'<div[^>]* role="group"', html)
    assert 'aria-label="Wrong: a lost factor &amp; more"' in html
    assert '<span aria-hidden="true" class="wrong-sign">✗</span>' in html
    assert "<strong>Wrong</strong><span>a lost factor &amp; more</span>" in html
    assert "check-sign" not in html


def test_the_search_does_not_read_it(convert: Convert) -> None:
    element = re.search(
        r'<div class="equation wrong"[^>]*>|<div[^>]* class="equation wrong"[^>]*>', convert(FORM)
    )
    assert element is not None
    assert "data-search-exclude" in element[0]


def test_it_shows_its_counter_example(convert: Convert) -> None:
    html = convert(FORM)
    assert "Refuted with" in text_of(html)
    latex = re.findall(r'x-tex">(.*?)</annotation>', html, re.DOTALL)
    assert latex[1:] == ["z = 0.5", "\\sigma&#x27;(z)", "0.235", "\\sigma(z)", "0.622"] or latex[1:] == [
        "z = 0.5",
        "\\sigma'(z)",
        "0.235",
        "\\sigma(z)",
        "0.622",
    ]


def test_copied_latex_says_that_it_is_wrong(convert: Convert) -> None:
    (first, *_) = re.findall(r'x-tex">(.*?)</annotation>', convert(FORM), re.DOTALL)
    assert first.splitlines()[0] == "% Wrong: a lost factor &amp; more"
    right = convert("$$\n\\sigma(z) = \\sigma(z) + 0\n$$\n")
    assert "% Wrong" not in right


def test_sizes_that_do_not_fit_are_named(convert: Convert) -> None:
    form = "$$\n% notation: network\n% refuted: transposed\n\\nabla_{W^l} C = a^{l-1} (\\delta^l)^\\top\n$$\n"
    assert "Refuted: the left side is 2 × 6, the right side 6 × 2." in text_of(convert(form))


def test_the_rest_of_the_page_is_as_ever(convert: Convert) -> None:
    html = convert(FORM + "\n$$\n\\sigma'(z) = \\sigma(z)(1 - \\sigma(z)) \\label{eq-a}\n$$\n", chapter=2)
    assert html.count('class="equation wrong"') == 1
    assert html.count("check-sign") == 1
    assert 'id="eq-a"' in html


@pytest.mark.parametrize("claim", ["\\sigma(0) = \\tfrac{1}{2}", "\\sigma(0) = \\mathfrak{q}"])
def test_a_wrong_form_that_is_not_refuted_stops_the_build(convert: Convert, claim: str) -> None:
    with pytest.raises(PageError, match=r"(?s)page\.md:2: .*shown as wrong, but"):
        convert(f"$$\n% refuted: no\n{claim}\n$$\n")


@pytest.mark.parametrize(
    ("value", "latex"),
    [
        ("0.5", "0.5"),
        ("-2e-06", r"-2 \cdot 10^{-6}"),
        ("[1; -2]", r"\begin{pmatrix} 1 \\ -2 \end{pmatrix}"),
        ("[1 2; 3 4]", r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}"),
        ("[3]", "3"),
        ("no value", None),
        ("bowl", None),
        ("an array of 5 × 6", None),
    ],
)
def test_values_become_latex(value: str, latex: str | None) -> None:
    assert as_latex(value) == latex
