"""The sheet of formulas and the index of symbols are made from the chapters and the tables."""

from pathlib import Path

import pytest

from bookkit.pages.desk import Sheet
from bookkit.pages.numbering import number_book
from bookkit.pages.source import PageError
from bookkit.written import reference
from bookkit.written.tables import UnknownTableError, write

CHAPTER = r"""# First {#first}

## A section {#a-section}

$$
\sigma'(z) = \sigma(z)\,(1 - \sigma(z)) % why
\label{eq-slope}
$$

!!! theorem "A sum"
    Words.

    $$
    \begin{aligned}
    a + b &= b + a \tag{S1} \label{eq-sum} \\
    b + a &= a + b
    \end{aligned}
    $$

Again, $$ is quoted: `$$`.

$$
a = a
$$
"""


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "one.md").write_text(CHAPTER.replace("Again, $$ is quoted: `$$`.\n", ""))
    (tmp_path / "part" / "index.md").write_text("# The part {#the-part}\n")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "two.md").write_text("# Second {#second}\n\n$$\na = a\n$$\n")
    (tmp_path / "sheet.md").write_text("# Sheet {#sheet}\n")
    pages = [(name, tmp_path / name) for name in ("part/index.md", "part/one.md", "other/two.md", "sheet.md")]
    return Sheet(tmp_path / "sheet.md", "sheet.md", "sheet/", number_book(pages, ["part", "other"]))


def test_the_sheet_of_a_part_has_every_equation_with_an_id_and_leads_to_its_place(sheet: Sheet) -> None:
    text = write("formulas.part", sheet)
    assert "## 1 First {#sheet-one}" in text
    assert text.count("$$\n") == 4
    assert r"\sigma'(z) = \sigma(z)\,(1 - \sigma(z))\tag{1.1}" in text.replace("\n", "")
    assert "[A section](part/one.md#eq-slope){: .place }" in text
    assert r"\tag{S1}" in text
    assert "[A sum](part/one.md#eq-sum){: .place }" in text
    assert r"\label" not in text
    assert "a = a" not in text.replace("b + a", "")


def test_a_part_has_its_own_equations_only(sheet: Sheet) -> None:
    assert "[A" in write("formulas.part", sheet)
    assert "[A" not in write("formulas.other", sheet)
    with pytest.raises(UnknownTableError, match=r"no table 'formulas\.third'"):
        write("formulas.third", sheet)


def test_each_chapter_with_such_equations_is_led_to_under_the_id_that_it_has_there(sheet: Sheet) -> None:
    lines = write("reference.formulas", sheet).split("\n")
    assert lines == [
        "[The part](formula-sheet/part.md)",
        "",
        "- [1 First](formula-sheet/part.md#sheet-one){: #sheet-one }",
    ]


def test_one_page_has_what_the_chapters_name_without_numbers_but_with_names(sheet: Sheet) -> None:
    path = sheet.path.parent / "part" / "one.md"
    matter = '---\nsheet:\n  eq-slope: "The slope [sic]"\n  eq-sum: "A sum"\n---\n'
    path.write_text(matter + path.read_text())
    text = write("reference.sheet", sheet)
    assert text.count("$$\n") == 4
    assert "[The slope \\[sic\\]](part/one.md#eq-slope){: .place }" in text
    assert "\\tag{1.1}" not in text
    assert "\\tag{S1}" in text
    assert "\\label" not in text


def test_an_equation_that_a_chapter_names_and_does_not_have_is_an_error(sheet: Sheet) -> None:
    path = sheet.path.parent / "part" / "one.md"
    path.write_text("---\nsheet: {eq-slop: A slope}\n---\n" + path.read_text())
    with pytest.raises(PageError, match=r"one\.md:1: .*eq-slop; this page has eq-slope, eq-sum"):
        write("reference.sheet", sheet)


def test_the_index_has_each_symbol_once_with_its_first_equation(sheet: Sheet) -> None:
    rows = write("reference.symbols", sheet).split("\n")[2:]
    ids = [row.partition('id="')[2].partition('"')[0] for row in rows]
    assert len(set(ids)) == len(ids) > 50
    shown = [row.split(" | ")[0].partition("$")[2] + " | " + row.split(" | ")[2] for row in rows]
    assert len(set(shown)) == len(shown)
    sigma = next(row for row in rows if "$\\sigma" in row)
    assert sigma.split(" | ")[1] == "[](part/one.md#eq-slope)"
    assert sorted(ids[:1]) == ids[:1]


@pytest.mark.parametrize(
    ("symbol", "latex", "found"),
    [
        ("a", "a + b", True),
        ("a", r"\alpha b", False),
        ("a", "\\max b", False),
        ("a^l", "a^L_j", True),
        (r"\delta^l", r"\delta^2", True),
        (r"\delta^l", r"\deltas", False),
        ("W^l", r"\mathrm{d}W^l", False),
        (r"\mathrm{d}W^l", r"\mathrm{d}W^2 = x", True),
        (r"\operatorname{ReLU}", r"\operatorname{ReLU}(z)", True),
    ],
)
def test_a_symbol_is_found_whatever_its_indices(symbol: str, latex: str, found: bool) -> None:
    assert bool(reference._pattern(symbol).search(latex)) == found
