"""A letter that changes its meaning without a word is named; one that keeps it, or is announced, is not."""

from pathlib import Path

import pytest

from bookkit.pages.desk import Sheet
from bookkit.pages.numbering import PageNumbers
from bookkit.pages.source import Page, parse_page
from bookkit.proof import letters
from bookkit.written.tables import write

SYMBOLS = """# Notation

## Letters {#letters}

| Letter | Meaning |
| --- | --- |
| $C$ | the **cost** |
| $w$, $W$ | a **weight** |
| $h$ | a **nudge** |

## Another table {#other}

| $q$ | the **quotient** |
"""
KEPT = letters.kept(parse_page(Path("notation.md"), SYMBOLS))


def page(text: str, front: str = "", name: str = "page.md") -> Page:
    return parse_page(Path(name), f"---\nnotation: calculus\n{front}---\n\n# Title {{#title}}\n\n{text}\n")


def found(*pages: Page) -> list[str]:
    return [str(fault) for fault in letters.faults(pages, KEPT)]


def test_the_table_of_the_letters_that_keep_their_meaning_is_read() -> None:
    assert list(KEPT) == ["C", "w", "W", "h"]
    assert KEPT["w"].meaning == "a weight"
    assert KEPT["w"].is_meant("the weights of a layer")
    assert not KEPT["w"].is_meant("the width")


@pytest.mark.parametrize("text", ["$s \\coloneqq a + b$", "$s(x) \\coloneqq x^2$", "$s_i \\coloneqq x_i^2$"])
def test_what_a_page_defines_it_explains(text: str) -> None:
    assert found(page(text)) == [
        "page.md:7: $s$ is defined here, and `letters` in the front matter does not say what it means"
    ]
    assert found(page(text, "letters:\n  s: a sum\n")) == []


def test_a_value_is_no_meaning_and_an_exercise_is_its_own() -> None:
    assert found(page("$s \\coloneqq -3$ and $t \\coloneqq \\frac{1}{2}$")) == []
    assert found(page("## Exercises {#exercises}\n\n$s \\coloneqq a + b$")) == []


def test_an_explanation_of_nothing_is_refused() -> None:
    assert found(page("$x = x$", "letters:\n  s: a sum\n")) == [
        "page.md:1: `letters` explains $s$, which no formula of the page uses"
    ]


SPEED = "letters:\n  w: a speed\n"


def test_a_letter_that_keeps_its_meaning_cannot_change_it_in_silence() -> None:
    assert found(page("$w \\coloneqq 2 x$", SPEED)) == [
        "page.md:9: $w$ is a speed here, elsewhere a weight: say so in a paragraph of the section,"
        " marked {: .letter }"
    ]
    assert found(page("$w \\coloneqq 2 x$", "letters:\n  w: the first weight\n")) == []


def test_a_marked_paragraph_of_the_section_says_it() -> None:
    said = "Here $w$ is a speed.\n{: .letter }"
    assert found(page(f"{said}\n\n$w \\coloneqq 2 x$", SPEED)) == []
    assert found(page(f"$w \\coloneqq 2 x$\n\n{said}", SPEED)) == []
    late = found(page(f"$w \\coloneqq 2 x$\n\n## Later {{#later}}\n\n{said}", SPEED))
    assert len(late) == 1
    other = found(page("Here $x$ is a speed.\n{: .letter }\n\n$w \\coloneqq 2 x$", SPEED))
    assert len(other) == 2
    assert other[1].endswith(":9: a paragraph marked {: .letter } names no letter that changes")


def test_a_table_that_gives_another_meaning_has_to_be_announced() -> None:
    kept = dict(KEPT, h=letters.Kept("an hour", ("hour",)))
    text = "$$\n% notation: calculus\nx + h = h + x\n$$"
    faults = [str(fault) for fault in letters.faults([page(text)], kept)]
    assert len(faults) == 1
    assert "a nudge, the size of a small step here, elsewhere an hour" in faults[0]


def test_two_meanings_on_one_page_have_to_be_announced() -> None:
    front = "letters:\n  v:\n    - a velocity\n    - a mean\n"
    text = "$v \\coloneqq 2 x$\n\n## More {#more}\n\n"
    assert len(found(page(text, front))) == 1
    assert found(page(f"{text}Here $v$ is a mean.\n{{: .letter }}\n", front)) == []


def test_a_mark_that_nothing_needs_is_refused() -> None:
    assert found(page("Here $w$ is a weight.\n{: .letter }")) == [
        "page.md:7: a paragraph marked {: .letter } names no letter that changes"
    ]


def test_the_register_has_each_meaning_with_its_pages() -> None:
    first = page(
        "$s \\coloneqq a + b$ and $w \\coloneqq 2 x$", "letters:\n  s: a sum\n  w: a speed\n", "one.md"
    )
    second = page("$s \\coloneqq a$ and $t \\coloneqq a$", "letters:\n  s: a share\n  t: a time\n", "two.md")
    third = page("$s \\coloneqq x$", "letters:\n  s: a sum\n", "three.md")
    assert letters.register([first, second, third], KEPT) == {
        "s": {"a sum": [first, third], "a share": [second]},
        "w": {"a weight": [], "a speed": [first]},
    }


def test_the_register_is_written_into_the_page_of_symbols(tmp_path: Path) -> None:
    (tmp_path / "notation.md").write_text(SYMBOLS)
    text = "---\nletters: {w: a speed}\n---\n# A page {#a}\n\n$w \\coloneqq 2 x$\n"
    (tmp_path / "page.md").write_text(text)
    book = {"page.md": PageNumbers(), "notation.md": PageNumbers()}
    sheet = Sheet(tmp_path / "notation.md", "notation.md", book=book)
    assert write("notation.letters", sheet).splitlines()[2:] == [
        "| $w$ | a weight |  |",
        "| $w$ | a speed | [A page](page.md) |",
    ]
