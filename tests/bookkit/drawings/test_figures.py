"""Figures are drawn by their snippets, always the same, and follow light and dark."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bookkit.drawings.figures import FigureError, all_figures, draw, inline, is_figure, standalone
from bookkit.keeping.cache import Cache

GOOD = """import matplotlib.pyplot as plt

import bookdraw

plt.plot([0, 1], [0, 1])
plt.title('$x$')
plt.show()
"""


@pytest.fixture
def drawn(tmp_path: Path):
    def run(source: str) -> str:
        snippet = tmp_path / "drawing.py"
        snippet.write_text(source)
        return draw(snippet, Cache("figures", tmp_path / "cache"))

    return run


def test_a_figure_is_a_snippet_that_ends_by_showing(tmp_path: Path) -> None:
    for name, source in {"yes": GOOD, "no": "print(1)\n", "halfway": "plt.show()\nprint(1)\n"}.items():
        (tmp_path / f"{name}.py").write_text(source)
    assert is_figure(tmp_path / "yes.py")
    assert [path.stem for path in all_figures(tmp_path)] == ["yes"]


def test_the_same_snippet_gives_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    snippet = tmp_path / "drawing.py"
    snippet.write_text(GOOD)
    program = (
        "import pathlib, sys, tempfile;"
        "from bookkit.keeping.cache import Cache; from bookkit.drawings.figures import draw;"
        "folder = pathlib.Path(tempfile.mkdtemp());"
        "sys.stdout.write(draw(pathlib.Path(sys.argv[1]), Cache('figures', folder)))"
    )
    command = [sys.executable, "-c", program, str(snippet)]
    results = [
        subprocess.run(
            command, capture_output=True, check=True, env=os.environ | {"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    ]
    assert results[0] == results[1]
    assert b"<svg" in results[0]


def test_a_drawing_is_kept_until_its_snippet_changes(drawn, tmp_path: Path) -> None:
    drawn(GOOD)
    drawn(GOOD)
    assert len(list((tmp_path / "cache").rglob("*"))) == 2  # the folder and one drawing
    drawn(GOOD.replace("[0, 1])", "[0, 2])"))
    assert len(list((tmp_path / "cache").rglob("*"))) == 3


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("x = 1\nraise ValueError('no')\nplt.show()\n", r"drawing\.py:2: ValueError: no"),
        ("import warnings\n\nwarnings.warn('careful')\n", r"drawing\.py:3: UserWarning: careful"),
        ("x = 1\n", r"drawing\.py:1: a figure's snippet leaves one figure open, this one 0"),
        (GOOD.replace("plt.show()", "plt.figure()\nplt.show()"), "leaves one figure open, this one 2"),
    ],
)
def test_a_snippet_that_fails_is_named_with_its_line(drawn, source: str, complaint: str) -> None:
    with pytest.raises(FigureError, match=complaint):
        drawn(source)


def test_a_missing_snippet_is_said(tmp_path: Path) -> None:
    with pytest.raises(FigureError, match="does not exist, so its figure cannot be drawn"):
        draw(tmp_path / "gone.py")


def test_a_colour_that_the_palette_lacks_is_refused(drawn) -> None:
    svg = drawn(GOOD.replace("[0, 1])", "[0, 1], color='red')", 1))
    with pytest.raises(FigureError, match="figure part/x: the colour #ff0000 is not in bookdraw's palette"):
        inline(svg, "part/x", "A line")


def test_a_figure_in_a_page_takes_its_colours_from_the_stylesheet(drawn) -> None:
    html = inline(drawn(GOOD), "part/x", 'A "line" & <more>')
    assert html.startswith(
        '<svg class="figure" role="img" aria-label="A &quot;line&quot; &amp; &lt;more&gt;"'
    )
    assert "var(--figure-ink,#" in html
    assert not re.search(r"(?<!,)#[0-9a-f]{6}", html)
    assert "<metadata" not in html


def test_two_figures_on_a_page_share_no_ids(drawn) -> None:
    svg = drawn(GOOD)
    glyphs: dict[str, str] = {}
    page = inline(svg, "part/x", "One", glyphs) + inline(svg, "part/y", "Two", glyphs)
    ids = re.findall(r'\sid="([^"]*)"', page)
    assert len(ids) == len(set(ids)) > 0
    references = re.findall(r'xlink:href="#([^"]*)"|url\(#([^)]*)\)', page)
    assert {a or b for a, b in references} <= set(ids)


def test_a_letter_is_drawn_on_a_grid_that_no_eye_sees(drawn) -> None:
    svg = drawn(GOOD)
    fine = re.search(r'<path id="[^"]*" d="M (-?\d+) (-?\d+)[^"]*" transform="scale\(0.015625\)"/>', svg)
    assert fine is not None
    coarse = re.search(
        r'<path id="[^"]*" d="M (-?\d+) (-?\d+)[^"]*" transform="scale\(0.25\)"/>', inline(svg, "x", "X")
    )
    assert coarse is not None
    for number in (1, 2):  # an em has 64 units of the drawing, and a letter some ten pixels
        assert abs(int(fine[number]) * 0.015625 - int(coarse[number]) * 0.25) <= 0.125
    assert "0.015625" not in inline(svg, "x", "X")


def test_a_figure_as_a_file_stands_on_white(drawn) -> None:
    assert '<svg style="background:#ffffff" ' in standalone(drawn(GOOD))
