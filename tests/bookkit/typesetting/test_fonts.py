"""Which fonts a page asks for, and which letters of them the book keeps."""

import io
import shutil
from pathlib import Path

import pytest
from fontTools import ttLib

from bookkit.site import files as site_files
from bookkit.typesetting import fonts
from bookkit.typesetting.katex import Formula, typeset


def page(latex: str) -> str:
    html = typeset([Formula(latex, display=True)])[0]
    assert isinstance(html, str)
    return f"<p>Text with a letter ж</p><div>{html}</div><p>more ж</p>"


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        ("1", {"Main-Regular"}),
        ("a^2_i", {"Main-Regular", "Math-Italic"}),
        (r"a^{b^{c}}", {"Main-Regular", "Math-Italic"}),
        (r"\mathbf{W}", {"Main-Regular", "Main-Bold"}),
        (r"\mathbb{R}", {"Main-Regular", "AMS-Regular"}),
        (r"\sum_1^2 3", {"Main-Regular", "Size2-Regular"}),
        (r"\textstyle\sum_1^2 3", {"Main-Regular", "Size1-Regular"}),
        (r"\Bigl( 1 \Bigr)", {"Main-Regular", "Size2-Regular"}),
        (r"\biggl( 1 \biggr)", {"Main-Regular", "Size3-Regular"}),
        (r"\text{\textsf{a}}", {"Main-Regular", "SansSerif-Regular"}),
        (r"\mathcal{L}", {"Main-Regular", "Caligraphic-Regular"}),
        (r"\boldsymbol{\sigma}", {"Main-Regular", "Math-BoldItalic"}),
    ],
)
def test_a_page_asks_for_the_fonts_of_its_formulas_and_no_others(latex: str, expected: set[str]) -> None:
    assert set(fonts.needed_fonts(page(latex))) == expected


@pytest.mark.parametrize(
    ("before", "after", "seen"),
    [
        ("<details>", "</details>", False),
        ('<details class="solution"><p>', "</p></details>", False),
        ("<details><details open>", "</details></details>", False),
        ("<details><details></details>", "</details>", False),
        ("<details></details>", "<details></details>", True),
        ("<details open>", "</details>", True),
        ("<details open><details></details>", "</details>", True),
    ],
)
def test_fonts_of_a_closed_box_can_wait(before: str, after: str, seen: bool) -> None:
    html = f"<p>{page('x')}</p>{before}{page(chr(92) + 'mathbf W')}{after}<p>{page('y')}</p>"
    assert ("Main-Bold" in fonts.needed_fonts(html)) is seen
    assert "Math-Italic" in fonts.needed_fonts(html)
    assert "W" in fonts.letters(html)["Main-Bold"]


def test_a_page_without_formulas_asks_for_none() -> None:
    assert fonts.needed_fonts('<p class="mathbf">W</p>') == []


def test_every_font_that_katex_has_a_class_for_is_known() -> None:
    known = {name for _, name in fonts.rules()}
    files = {path.stem.removeprefix("KaTeX_") for path in site_files.fonts()}
    assert known <= files
    # Two fonts take a bold class inside another; Main-Regular is what formulas are set in.
    assert files - known == {"Main-BoldItalic", "Caligraphic-Bold"}


def test_letters_are_those_of_the_formulas() -> None:
    found = fonts.letters(page(r"\sigma(z) < 1 \in \mathbb{R} \sum \text{if}"))
    assert found["Math-Italic"] == {"σ", "z"}
    assert {"(", ")", "<", "1", "i", "f"} <= found["Main-Regular"]
    assert found["AMS-Regular"] == {"R"}
    assert {"∑"} in (
        found.get("Size1-Regular"),
        found.get("Size2-Regular"),
    )  # in the text, on a line of its own
    assert not any("ж" in letters for letters in found.values())


def test_a_font_holds_its_own_letters_and_all_where_no_rule_tells() -> None:
    found = {"Main-Regular": {"1"}, "Math-Italic": {"x"}}
    assert fonts.letters_of("Math-Italic", found) == {"x", " "}
    assert fonts.letters_of("AMS-Regular", found) == {" "}
    assert fonts.letters_of("Main-BoldItalic", found) == {"1", "x", " "}


def test_formulas_are_known_whatever_the_order_of_their_attributes() -> None:
    html = page("a^2").replace(
        'class="katex-html" aria-hidden="true"', 'aria-hidden="true" class="katex-html"'
    )
    assert 'aria-hidden="true" class="katex-html"' in html
    assert fonts.needed_fonts(html) == ["Main-Regular", "Math-Italic"]
    assert fonts.letters(html) == {"Math-Italic": {"a"}, "Main-Regular": {"2"}}


def test_a_shrunken_font_keeps_the_letters_that_it_is_told(tmp_path: Path) -> None:
    font = tmp_path / "font.woff2"
    source = next(path for path in site_files.fonts() if path.stem == "KaTeX_Main-Regular")
    shutil.copy(source, font)
    before, after = fonts.shrink(font, {"1", "+", "σ"})
    assert after < before / 4
    assert font.stat().st_size == after
    with ttLib.TTFont(io.BytesIO(font.read_bytes())) as loaded:
        assert {ord("1"), ord("+")} <= set(loaded.getBestCmap()) <= {ord("1"), ord("+"), ord("σ")}


def test_shrinking_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    results = []
    for name in ("a.woff2", "b.woff2"):
        font = tmp_path / name
        shutil.copy(site_files.fonts()[0], font)
        fonts.shrink(font, {"x"})
        results.append(font.read_bytes())
    assert results[0] == results[1]
