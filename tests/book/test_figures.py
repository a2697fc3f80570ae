"""Every figure can be read on a phone, and its colours mean what they mean everywhere."""

import ast
import re
from pathlib import Path

import pytest
from matplotlib.colors import is_color_like

from bookdraw import palette
from bookkit.drawings import figures, lettering
from bookkit.paths import ENGLISH, shown
from bookkit.programs import labs

LEGIBLE = 11.0  # pixels of a window of 390
SCRIPTS = 7.8  # of sub- and superscripts
FIGURES = figures.all_figures()
DRAWING = [*FIGURES, *sorted((ENGLISH / "labs").glob("*.py"))]
GREYS = {"gray", "gray_r"}  # an image, as it is
HUE = re.compile(r"#[0-9a-fA-F]{3,8}|C\d|(tab|xkcd):.+")
PLOTTING = {"plot", "loglog", "semilogx", "semilogy", "step", "errorbar", "fill", "stem"}
FORMAT = re.compile(r"[bgrcmykw][-.:osvDXdp^<>+x*]*")  # of `plot`, with a colour in it
NO_COLOUR = {"none", "auto", "face", "inherit"}


def name(path: Path) -> str:
    return shown(path).removeprefix("snippets/")


def raw_colours(code: str) -> list[tuple[int, str]]:
    """Return the colours that a program names itself, by line: `color="red"`, `"C0"`, `"r--"`."""
    found = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.keyword):
            key = node.arg or ""
            texts = [n.value for n in ast.walk(node.value) if isinstance(n, ast.Constant)]
            named = [t for t in texts if isinstance(t, str) and t not in NO_COLOUR and is_color_like(t)]
            if ("color" in key or key in ("c", "ec", "fc", "mec", "mfc")) and named:
                found.append((node.value.lineno, named[0]))
            elif key == "cmap" and texts and texts[0] not in GREYS:
                found.append((node.value.lineno, str(texts[0])))
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") in PLOTTING:
            formats = [a for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            found += [(a.lineno, a.value) for a in formats if FORMAT.fullmatch(a.value)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and is_hue(node.value):
            found.append((node.lineno, node.value))
    return sorted(set(found))


def own_palette(code: str) -> set[int]:
    """Return the lines on which a lab gives itself colours of the palette, under the palette's names."""
    lines = set()
    for node in ast.parse(code).body:
        if not isinstance(node, ast.Assign):
            continue
        try:
            value = ast.literal_eval(node.value)
        except ValueError:
            continue
        (target,) = node.targets
        values = value if isinstance(target, ast.Tuple) else [value]
        names = [n.id for n in ast.walk(target) if isinstance(n, ast.Name)]
        if [getattr(palette, name, None) for name in names] == list(values):
            lines |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return lines


def is_hue(text: str) -> bool:
    """Tell whether a string is a colour wherever it stands."""
    return bool(HUE.fullmatch(text))


@pytest.mark.parametrize("path", FIGURES, ids=name)
def test_figure(path: Path) -> None:
    """The lettering is large enough on a phone, is not cut off, and no text lies on another."""
    svg = figures.draw(path)
    scale = lettering.scale(svg)
    small = [text.words for text in lettering.texts(svg) if text.size * scale < LEGIBLE]
    scripts = [text.words for text in lettering.texts(svg) if text.smallest * scale < SCRIPTS]
    assert (small, scripts) == ([], [])
    assert lettering.cut_off(svg) == []
    assert lettering.meetings(svg) == []


@pytest.mark.parametrize("path", DRAWING, ids=name)
def test_colours_are_named_by_what_they_mean(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path in FIGURES:
        assert raw_colours(text) == []
        return
    code = labs.as_code(text)  # its readers have no bookdraw
    allowed = own_palette(code)
    assert [(line, colour) for line, colour in raw_colours(code) if line not in allowed] == []


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        (f"INK = {palette.INK!r}", {1}),
        (f"INK, ACCENT = {palette.INK!r}, {palette.ACCENT!r}", {1}),
        (f"CLASSES = {palette.CLASSES!r}", {1}),
        (f"INK = {palette.ACCENT!r}", set()),
        (f"PAPER = {palette.INK!r}", set()),
        ('INK = "#123456"', set()),
        (f"ax.plot(x, color={palette.INK!r})", set()),
        (f"def f():\n    INK = {palette.INK!r}", set()),
    ],
)
def test_a_lab_may_name_the_colours_of_the_palette_and_no_others(code: str, lines: set[int]) -> None:
    assert own_palette(code) == lines


@pytest.mark.parametrize(
    ("code", "colour"),
    [
        ('ax.plot(x, color="red")', "red"),
        ('ax.plot(x, "r--")', "r--"),
        ('ax.plot(x, "C1")', "C1"),
        ('ax.bar(x, facecolor="#1b5fa6")', "#1b5fa6"),
        ('ax.contour(x, colors=["k", MUTED])', "k"),
        ('line = {"color": "tab:blue"}', "tab:blue"),
        ('ax.imshow(x, cmap="viridis")', "viridis"),
        ('plot(x, c="0.5")', "0.5"),
    ],
)
def test_a_raw_colour_is_noticed(code: str, colour: str) -> None:
    assert [found for _, found in raw_colours(code)] == [colour]


@pytest.mark.parametrize(
    "code",
    ['ax.plot(x, "o--", color=INK)', 'plot(facecolor="none")', 'ax.text(1, 1, "red apples", ha="right")'],
)
def test_what_is_no_raw_colour_is_let_pass(code: str) -> None:
    assert raw_colours(code) == []
