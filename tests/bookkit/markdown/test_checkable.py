"""Exercises that check themselves on a page: the command, the starter file; and none may be missing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import Markdown

from backprop.exercises.catalogue import ALL
from bookkit.markdown import checkable
from bookkit.pages import desk
from bookkit.pages.numbering import number_page
from bookkit.pages.source import PageError, read_page

PAGE = """# T {#t}

!!! exercise easy "Back"
    Walk back.

    /// code | circuit-gradient
    Write **it**, `circuit_gradient(a, b, c)`.
    ///
"""
Press = Callable[..., str]


@pytest.fixture
def press(tmp_path: Path) -> Press:
    def run(page: str = PAGE, name: str = "nudges/circuit.md", others: tuple[str, ...] = ()) -> str:
        path = tmp_path / "page.md"
        path.write_text(page)
        book = {one: number_page(path, None) for one in (name, *others)}
        desk.lay(desk.Sheet(path, name, "nudges/circuit/", book))
        names = [
            "admonition",
            "md_in_html",
            "pymdownx.arithmatex",
            "bookkit.markdown.checkable",
            "bookkit.markdown",
        ]
        settings = {"pymdownx.arithmatex": {"generic": True}}
        return Markdown(extensions=names, extension_configs=settings).convert(page)

    return run


def test_a_block_has_a_label_the_command_and_a_starter_file(press: Press) -> None:
    html = press()
    assert '<span class="code-label">In code.</span> Write <strong>it</strong>' in html
    assert "<code>python -m backprop.exercises check circuit-gradient mine.py</code>" in html
    assert '<a download="" href="../exercises/circuit_gradient.py">starter file</a>' in html
    assert "data-names" not in html


def test_a_block_says_where_it_is_told_how_to_run_the_command(press: Press) -> None:
    """Not every system knows `python`; one page of the book says what to type, for each."""
    link = '<a href="../how-to-read.md#exercises-that-check-themselves">how to run this</a>'
    assert link in press(others=("how-to-read.md",))
    assert "how to run this" not in press(), "a book without that page"


def test_a_name_that_the_command_does_not_have_stops_the_build(press: Press) -> None:
    with pytest.raises(PageError, match="no exercise circuit-gradent") as error:
        press(PAGE.replace("circuit-gradient", "circuit-gradent"))
    assert error.value.line == 6


def test_an_exercise_of_another_page_stops_the_build(press: Press) -> None:
    with pytest.raises(PageError, match="on the page nudges/circuit, not on nudges/patterns"):
        press(name="nudges/patterns.md")


def test_a_block_without_a_name_stops_the_build(press: Press) -> None:
    with pytest.raises(PageError, match="begins or ends no block"):
        press(PAGE.replace("| circuit-gradient", "| "))


def test_an_exercise_that_no_page_shows_stops_the_build(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    names = [exercise.name for exercise in ALL]
    path.write_text(f"# T\n\n/// code | {' '.join(names)}\n///\n")
    pages = [(f"{ALL[0].page}.md", path)]
    checkable.refuse_missing(pages)
    path.write_text(f"# T\n\n/// code | {' '.join(names[1:])}\n///\n")
    with pytest.raises(
        checkable.MissingExerciseError, match=f"{ALL[0].page}.md has no /// code for {names[0]}"
    ):
        checkable.refuse_missing(pages)
    checkable.refuse_missing([("index.md", path)])  # a book without that page


def test_an_exercise_with_two_places_stops_the_build(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("# T\n\n/// code | circuit-gradient\n///\n\n/// code | circuit-gradient\n///\n")
    with pytest.raises(checkable.MissingExerciseError, match=r"page.md:6: circuit-gradient has a place"):
        checkable.refuse_missing([("page.md", path)])


def test_what_a_fence_shows_is_no_block(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("# T\n\n``` md\n/// code | circuit-gradient\n///\n```\n")
    assert list(checkable.blocks(read_page(path))) == []


def test_each_exercise_has_a_starter_file() -> None:
    found = dict(checkable.starters())
    assert len(found) == len(ALL)
    assert "def circuit_gradient(a, b, c):" in found["exercises/circuit_gradient.py"]
