"""Each equation shows what the proof-reader found; a false one stops the build or is shown to its author."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from markdown import Markdown

from bookkit import exact
from bookkit.equations.judging.verdict import (
    COMPUTED,
    DIGITS,
    IDENTITY,
    ON_PIECES,
    SAMPLED,
    WHOLE,
    Claim,
    Evidence,
    Verdict,
)
from bookkit.markdown.marks import magnitude, summary
from bookkit.pages import desk
from bookkit.pages.numbering import PageNumbers
from bookkit.pages.source import PageError

Convert = Callable[..., str]
TRUE = "$$\n\\sigma'(z) = \\sigma(z)\\,(1 - \\sigma(z))\n$$\n"
FALSE = "# T {#t}\n\n$$\n\\sigma'(z) = \\sigma(z)\\,(1 + \\sigma(z))\n$$\n"
BOOK = {"symbols-by-part.md": PageNumbers(), "about/checked.md": PageNumbers()}


@pytest.mark.parametrize(("error", "text"), [(0.0, "0"), (3.4e-16, "3·10⁻¹⁶"), (1e-8, "1·10⁻⁸")])
def test_errors_are_written_for_readers(error: float, text: str) -> None:
    assert magnitude(error) == text


def test_a_checked_equation_tells_its_claims_and_leads_to_the_tables(convert: Convert) -> None:
    html = convert(TRUE, others=BOOK)
    assert "Checked: 1 claim, " in html
    assert 'href="../symbols-by-part.md#calculus"' in html
    assert 'href="../about/checked.md"' in html
    assert '<button aria-label="Checked: 1 claim, ' in html.replace(' class="check-sign" type="button"', "")


@pytest.mark.parametrize(
    ("formula", "said"),
    [("1 + 1 = 2", "Checked: 1 claim, 1 draw, "), ("1 + 1 = 2 = 3 - 1", "Checked: 2 claims, 2 draws, ")],
)
def test_one_is_not_counted_like_many(convert: Convert, formula: str, said: str) -> None:
    assert said in convert(f"$$\n{formula}\n$$\n")
    assert f'title="{said}' in convert(f"So ${formula}$.\n")


def sheet_with(verdict: Verdict, tmp_path: Path) -> str:
    return summary(desk.Sheet(tmp_path / "page.md", "page.md", "page/", {}), verdict)


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        ([Evidence(COMPUTED, 1)], "Computed: numbers alone, exact or rounded beyond doubt."),
        (
            [Evidence(IDENTITY, 3, 0, 51, (("L", 3), ("n", 4)), 1, ("\\sigma", "cost"))],
            "An identity, in exact arithmetic at 3 random points; else the chance to pass was below 10⁻⁵¹,"
            " with sizes up to L = 3, n = 4, whatever σ, cost may be.",
        ),
        (
            [Evidence(IDENTITY, 3, 0, 51), Evidence(IDENTITY, 2, 0, 34)],
            "An identity, in exact arithmetic at 2 random points; else the chance to pass was below 10⁻³⁴.",
        ),
        ([Evidence(ON_PIECES, 8, 0, 140, (), 4)], "An identity on each piece met (4), in exact arithmetic"),
        ([Evidence(DIGITS, 3, 58), Evidence(DIGITS, 3, 60)], "True to 58 digits, in exact arithmetic at 3"),
        (
            [Evidence(WHOLE, 9, pieces=15, variable="z", meets=("0",))],
            "Shown on the whole range of z, cut into 15 pieces; both sides are equal at z = 0.",
        ),
        (
            [
                Evidence(WHOLE, 9, pieces=1, variable="\\sigma"),
                Evidence(WHOLE, 9, pieces=1, variable="\\sigma"),
            ],
            "Shown on the whole range of σ, cut into 2 pieces.",
        ),
        ([None, Evidence(COMPUTED, 1)], "Computed: numbers alone, exact or rounded beyond doubt. Sampled: "),
    ],
)
def test_a_mark_says_how_strongly_it_is_known(
    evidence: list[Evidence | None], said: str, tmp_path: Path
) -> None:
    claims = tuple(Claim("x = x", "=", "true", draws=20, evidence=item) for item in evidence)
    assert said in sheet_with(Verdict("true", claims), tmp_path)
    assert Claim("x = x", "=", "true").grade == SAMPLED


def test_a_page_shows_the_grade_of_an_equation(convert: Convert) -> None:
    wanted = "An identity, in exact arithmetic at 3 random points" if exact.available() else "Sampled: "
    assert convert(TRUE).count(wanted) == 2  # in the note, and for those who hear the mark


def test_the_table_is_the_one_that_the_equation_names(convert: Convert) -> None:
    assert "symbols-by-part.md#network" in convert("$$\n% notation: network\na^1 = x\n$$\n", others=BOOK)


def test_a_book_without_those_pages_has_no_links_to_them(convert: Convert) -> None:
    html = convert(TRUE)
    assert "Checked: 1 claim" in html
    assert "href" not in html


def test_a_claim_in_running_text_is_marked(convert: Convert) -> None:
    html = convert("Since $1 + 1 = 2$ and for any $x$.\n")
    assert html.count('class="formula checked" title="Checked: 1 claim') == 1
    assert html.count('class="formula"') == 1


def test_a_definition_claims_nothing_and_bears_no_mark(convert: Convert) -> None:
    html = convert("$$\nd \\coloneqq a + b\n$$\n")
    assert 'class="equation"' in html
    assert "check" not in html


def test_an_exempt_equation_says_why(convert: Convert) -> None:
    html = convert("$$\n% unchecked: a picture, not a claim\na = b\n$$\n")
    assert "Not checked: a picture, not a claim." in html
    assert 'class="check exempt"' in html


def test_a_false_equation_stops_the_build(convert: Convert) -> None:
    with pytest.raises(PageError, match=r"page\.md:4: (?s:.*)counter-example"):
        convert(FALSE)


def test_an_author_who_is_served_the_page_sees_it_in_red(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(FALSE)
    sheet = desk.Sheet(page, "page.md", "page/", {"page.md": PageNumbers()})
    desk.lay(replace(sheet, serving=True))
    html = Markdown(
        extensions=["pymdownx.arithmatex", "bookkit.markdown"],
        extension_configs={"pymdownx.arithmatex": {"generic": True}},
    ).convert(FALSE)
    assert 'class="equation refuted"' in html
    assert "counter-example" in html
    assert "page.md:4" in html
