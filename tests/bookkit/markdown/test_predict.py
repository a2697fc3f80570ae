"""A box's answers come from a listing, and a box that does not fit its exercise stops the build."""

from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import Markdown

from bookkit.markdown import predict, predictions
from bookkit.pages import desk
from bookkit.pages.numbering import number_page
from bookkit.pages.source import PageError, read_page

PAGE = """# T {#t}

!!! exercise "Half"
    What is it?

    /// predict | part/guess.py
    Half of it, with two digits

    twice
    :   You have **doubled** it, $x$.
    ///

??? solution "Solution"
    ``` python
    --8<-- "nudges/circuit/solution_other_numbers.py"
    ```
"""
GUESS = """a = 0.42 / 2
print(f"answer {a}")
#> answer 0.21
print(f"twice {2 * a}")
#> twice 0.42
"""
HALF = GUESS[: GUESS.index('print(f"twice')]
Press = Callable[..., str]


@pytest.fixture
def press(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Press:
    """Return a function that converts a page whose box takes its answers from a listing."""
    monkeypatch.setattr(predict, "SNIPPETS", tmp_path)
    (tmp_path / "part").mkdir()

    def run(page: str = PAGE, guess: str = GUESS) -> str:
        (tmp_path / "part" / "guess.py").write_text(guess)
        path = tmp_path / "page.md"
        path.write_text(page)
        desk.lay(desk.Sheet(path, "page.md", "page/", {"page.md": number_page(path, None)}))
        names = ["admonition", "def_list", "md_in_html", "pymdownx.arithmatex", "pymdownx.details"]
        names += ["pymdownx.superfences", "pymdownx.snippets", "bookkit.markdown.predict", "bookkit.markdown"]
        settings = {
            "pymdownx.arithmatex": {"generic": True},
            "pymdownx.snippets": {"base_path": ["snippets"]},
        }
        return Markdown(extensions=names, extension_configs=settings).convert(page)

    return run


def test_a_box_has_a_field_the_answer_and_the_reasons_of_wrong_answers(press: Press) -> None:
    html = press()
    assert '<bp-predict answer="0.21" data-search-exclude="" key="part/guess">' in html
    assert "<label><span>Half of it, with two digits</span><input " in html
    assert 'inputmode="decimal"' in html
    assert '<p class="said-of-guess" role="status"></p>' in html
    assert '<template wrong="0.42">You have <strong>doubled</strong> it, <span class="formula">' in html
    assert "twice" not in html


def test_a_box_without_a_question_asks_for_a_guess(press: Press) -> None:
    html = press(PAGE.replace("    Half of it, with two digits\n\n", ""))
    assert "<span>Your guess</span>" in html


@pytest.mark.parametrize(
    ("page", "guess", "message"),
    [
        (PAGE.replace("guess.py", "gone.py"), GUESS, "page.md:6: there is no listing part/gone.py"),
        (PAGE, GUESS.replace("0.21", "0.22"), "page.md:6: the exercise's solution prints no 0.22"),
        (
            PAGE.replace("    twice\n", "    half\n"),
            GUESS,
            "page.md:6: the page does not explain the wrong answer",
        ),
        (PAGE, HALF, "page.md:6: part/guess.py does not print the wrong answer twice"),
        (PAGE, GUESS.replace("answer", "right"), "prints no line that begins with `answer`"),
        (PAGE, GUESS.replace("twice 0.42", "twice 0.42 or so"), "prints 'twice 0.42 or so'; a box needs"),
        (
            PAGE,
            GUESS.replace("twice 0.42", "answer 0.42"),
            "prints 'answer 0.42'; a box needs a name of its own",
        ),
        (PAGE, GUESS.replace("0.42", "0.214"), "part/guess.py: twice is answer, to the digits"),
        (PAGE, GUESS.replace("{2 * a}", "0.42"), "part/guess.py:4: print("),
    ],
)
def test_a_box_that_does_not_fit_is_named(press: Press, page: str, guess: str, message: str) -> None:
    with pytest.raises(PageError) as found:
        press(page, guess)
    assert message in str(found.value)


def test_the_answer_has_to_be_printed_in_the_exercises_own_solution(press: Press) -> None:
    elsewhere = PAGE.replace("??? solution", '!!! exercise "Another"\n    Text.\n\n??? solution')
    with pytest.raises(PageError, match=r"prints no 0\.21"):
        press(elsewhere)


def test_a_box_on_no_page_stays_as_it_is() -> None:
    converter = Markdown(extensions=["def_list", "bookkit.markdown.predict", "bookkit.markdown"])
    assert 'class="predict"' in converter.convert("/// predict | a.py\nText\n///\n")


def test_sources_are_those_of_boxes_and_not_of_fences(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("```` md\n/// predict | no.py\n///\n````\n\n    /// predict | yes.py\n    ///\n")
    assert list(predict.sources(read_page(path))) == [("yes.py", 6)]


def test_the_step_is_a_part_of_the_press() -> None:
    converter = Markdown(extensions=["bookkit.markdown"])
    assert isinstance(converter.treeprocessors["book-predictions"], predictions.Predictions)
