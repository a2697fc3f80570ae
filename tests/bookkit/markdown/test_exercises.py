"""An exercise's mark is seen as dots and heard as a word."""

from pathlib import Path

import pytest
from markdown import Markdown

from bookkit.pages import desk


def convert(text: str) -> str:
    return Markdown(extensions=["admonition", "bookkit.markdown"]).convert(text)


@pytest.mark.parametrize(
    ("level", "dots", "word"),
    [
        ("easy", "●○○", "easy"),
        ("medium", "●●○", "of middle difficulty"),
        ("hard", "●●●", "hard"),
        ("project", "◆", "an open project"),
    ],
)
def test_a_level_is_dots_for_the_eye_and_a_word_for_the_ear(level: str, dots: str, word: str) -> None:
    html = convert(f'!!! exercise {level} "Count"\n    How many?\n')
    assert f'<span aria-label="{word}" class="level" role="img" title="{word}">{dots}</span></p>' in html


def test_kinds_are_words_after_the_dots() -> None:
    html = convert('!!! exercise hard pencil "Count"\n    How many?\n')
    assert html.index("●●●") < html.index(">pencil only</span>")
    assert ">guess first</span>" in convert('!!! exercise easy what-if "Count"\n    How many?\n')


def test_a_translation_has_its_own_words(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        '# Seite {#seite}\n\n!!! exercise easy pencil "Zählen"\n    Wie viele?\n', encoding="utf-8"
    )
    desk.lay(desk.Sheet(page, "page.md", words=desk.Words(easy="leicht", pencil="nur mit Stift")))
    html = convert(page.read_text(encoding="utf-8"))
    assert 'aria-label="leicht"' in html
    assert ">nur mit Stift</span>" in html


def test_other_boxes_get_no_mark() -> None:
    html = convert('!!! example easy "Count"\n    How many?\n\n!!! exercise "Count"\n    How many?\n')
    assert "level" not in html
