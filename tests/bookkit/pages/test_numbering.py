"""Chapters, equations and figures are numbered in the order of the pages."""

from pathlib import Path

import pytest

from bookkit.pages.numbering import number_book, number_page, split_rows
from bookkit.pages.source import PageError


@pytest.fixture
def page(tmp_path: Path):
    def write(name: str, text: str) -> tuple[str, Path]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return name, path

    return write


def test_chapters_are_the_pages_of_the_parts(page) -> None:
    names = ["index.md", "one/index.md", "one/a.md", "one/b.md", "about/x.md", "two/c.md"]
    book = number_book([page(name, "# T\n") for name in names], ["one", "two"])
    assert [book[name].chapter for name in names] == [None, None, 1, 2, None, 3]


def test_labelled_equations_count_and_tagged_ones_keep_their_tag(page) -> None:
    formulas = ["a", r"b \label{eq-b}", r"c \tag{BP1} \label{eq-c}", r"d \label{eq-d}"]
    text = "\n\n".join(f"$$\n{formula}\n$$" for formula in formulas)
    _, path = page("one/a.md", text)
    assert number_page(path, 3).equations == {"eq-b": "3.1", "eq-c": "BP1", "eq-d": "3.2"}
    assert number_page(path, None).equations == {"eq-b": "1", "eq-c": "BP1", "eq-d": "2"}


def test_each_row_of_an_align_has_its_own_number(page) -> None:
    rows = "\\begin{align}\na \\label{eq-a} \\\\\nb \\\\\nc \\label{eq-c}\n\\end{align}"
    _, path = page("one/a.md", f"$$\n{rows}\n$$\n")
    assert number_page(path, 1).equations == {"eq-a": "1.1", "eq-c": "1.2"}
    assert split_rows(rows) == [(["eq-a"], None), ([], None), (["eq-c"], None)]


def test_figures_count_by_their_captions(page) -> None:
    text = "/// figure-caption\n    attrs: {id: fig-a}\nA\n///\n\n/// figure-caption\nB\n///\n"
    numbers = number_page(page("one/a.md", text)[1], 2)
    assert numbers.figures == (("fig-a", "2.1"), (None, "2.2"))
    assert numbers.figure("fig-a") == "2.1"
    assert numbers.figure("fig-b") is None


def test_a_label_stands_once_on_a_page(page) -> None:
    _, path = page("one/a.md", "$$\na \\label{eq-a}\n$$\n\n$$\nb \\label{eq-a}\n$$\n")
    with pytest.raises(PageError, match=r"a\.md:6: the label 'eq-a' stands twice on this page"):
        number_page(path, 1)
