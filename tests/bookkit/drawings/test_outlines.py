"""A path that is said in fewer characters has the same points, as somebody else's reader sees."""

import re

import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path.parser import parse_path
from hypothesis import given
from hypothesis import strategies as st

from bookkit.drawings import figures
from bookkit.drawings.outlines import relative, shortened
from bookkit.paths import SNIPPETS

numbers = st.integers(-99_999, 99_999).map(lambda n: f"{n / 100:.2f}".rstrip("0").rstrip("."))
lines = st.tuples(st.just("L"), numbers, numbers)
bends = st.tuples(st.just("Q"), *[numbers] * 4)
curves = st.tuples(st.just("C"), *[numbers] * 6)
ways = st.tuples(
    st.tuples(st.just("M"), numbers, numbers),
    st.lists(lines | bends | curves, min_size=1, max_size=9),
    st.sampled_from([[], [("z",)]]),
)


def seen(data: str) -> list[tuple[str, list[tuple[float, float]]]]:
    """Each piece with its points, in hundredths."""
    pen = RecordingPen()
    parse_path(data, pen)
    return [(name, [(round(100 * x), round(100 * y)) for x, y in points]) for name, points in pen.value]


@given(st.lists(ways, min_size=1, max_size=3))
def test_a_path_keeps_its_points(paths: list) -> None:
    pieces = [piece for first, rest, end in paths for piece in (first, *rest, *end)]
    data = " ".join(" ".join(piece) for piece in pieces)
    assert seen(relative(data)) == seen(data)


@pytest.mark.parametrize(
    ("data", "short"),
    [
        ("M 1 2 L 1.5 2 L 1.25 2.5 L 4 0 z", "M1 2l.5 0-.25 .5"),
        ("M 0 0 Q 1 1 2 0 Q 3 -1 4 0", "M0 0q1 1 2 0 1-1 2 0"),
        ("M 3 3 L 4 4 z M 9 9 L 8 8", "M3 3l1 1zM9 9l-1-1"),
        ("M 0 0 1 1 2 3", "M0 0l1 1 1 2"),
    ],
)
def test_steps_are_short(data: str, short: str) -> None:
    assert relative(data).startswith(short)
    assert seen(relative(data)) == seen(data)


@pytest.mark.parametrize(
    "data", ["", "M 0 0 A 1 1 0 0 1 2 2", "m 1 1 l 2 2", "M 0.125 0", "M 1", "L", "M 0 0 z 1 1"]
)
def test_what_is_not_understood_is_left_as_it_is(data: str) -> None:
    assert relative(data) == data


def test_a_drawing_of_the_book_weighs_less_and_looks_the_same() -> None:
    drawn = figures.inline(figures.draw(SNIPPETS / "about" / "manual" / "sum_drawing.py"), "sum", "A sum")
    short = shortened(drawn)
    assert len(short) < 0.9 * len(drawn)
    old, new = (re.findall(r' d="([^"]*)"', svg) for svg in (drawn, short))
    assert [seen(data) for data in old] == [seen(data) for data in new]
    assert re.sub(r' d="[^"]*"', "", drawn) == re.sub(r' d="[^"]*"', "", short)
