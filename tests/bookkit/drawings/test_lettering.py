"""Letters in figures are found where they are, in their size on a phone."""

import io
from collections.abc import Callable

import matplotlib as mpl
import pytest
from matplotlib import pyplot as plt
from matplotlib.axes import Axes

import bookdraw
from bookkit.drawings import lettering

Draw = Callable[[Axes], object]


def svg(draw: Draw, width: float = 5.0) -> str:
    with mpl.rc_context():
        mpl.use("Agg")
        bookdraw.use()
        figure, axes = plt.subplots(figsize=(width, 3))
        axes.set(xticks=[], yticks=[])
        draw(axes)
        file = io.StringIO()
        figure.savefig(file, format="svg", metadata={"Date": None})
        plt.close(figure)
    return file.getvalue()


def test_sizes_are_those_that_were_asked_for() -> None:
    (text,) = lettering.texts(svg(lambda ax: ax.text(0.5, 0.5, "$w_1$", fontsize=20)))
    assert text.words == "$w_1$"
    assert text.size == pytest.approx(20)
    assert text.smallest == pytest.approx(14)


@pytest.mark.parametrize("rotation", [0, 30, 90])
def test_a_turned_text_has_the_same_size(rotation: float) -> None:
    (text,) = lettering.texts(svg(lambda ax: ax.text(0.5, 0.5, "abc", fontsize=20, rotation=rotation)))
    assert text.size == pytest.approx(20)
    assert len(text.boxes) == 3


def test_a_wide_figure_shrinks_on_a_phone_and_a_narrow_one_does_not_grow() -> None:
    assert lettering.scale(svg(lambda ax: None, width=10)) == pytest.approx(378 / 720)
    assert lettering.scale(svg(lambda ax: None, width=2)) == pytest.approx(96 / 72)


def test_boxes_lie_where_the_letters_are() -> None:
    (text,) = lettering.texts(svg(lambda ax: ax.figure.text(0.5, 0.5, "HHHH", ha="center", va="center")))
    left, right = min(b[0] for b in text.boxes), max(b[2] for b in text.boxes)
    assert (left + right) / 2 == pytest.approx(180, abs=2)
    assert all(b[1] < 108 < b[3] for b in text.boxes)


def test_texts_that_lie_on_each_other_are_found() -> None:
    def draw(ax: Axes) -> None:
        ax.text(0.3, 0.5, "one text")
        ax.text(0.36, 0.51, "another")
        ax.text(0.3, 0.1, "far away")

    assert lettering.meetings(svg(draw)) == [("one text", "another")]


def test_neighbours_do_not_lie_on_each_other() -> None:
    def draw(ax: Axes) -> None:
        for row in range(5):
            ax.text(0.1, 0.1 + 0.15 * row, "one line of text")

    assert lettering.meetings(svg(draw)) == []


def test_a_text_that_is_cut_off_is_found() -> None:
    def draw(ax: Axes) -> None:
        ax.figure.text(0.97, 0.5, "too far right")
        ax.figure.text(0.2, 0.5, "inside")

    assert lettering.cut_off(svg(draw)) == ["too far right"]
