import io
import re
from itertools import combinations

import matplotlib as mpl
import pytest
from matplotlib.patches import Rectangle

import bookdraw
from bookdraw import HIGHLIGHT, VALUE, Formula


def layer():
    formula = Formula()
    formula.matrix([["1", "-0.5"], ["-1", "1"], ["0.5", "1"]], "W^2", marked=[(1, 2)])
    formula.matrix([["1"], ["2"]], "x")
    formula.sign("=")
    formula.matrix([["0"], ["1"], ["2.5"]], "z^2", colour=VALUE)
    return formula


def positions(figure):
    return {text.get_text(): text.get_position() for text in figure.axes[0].texts}


def test_rows_stand_below_each_other_and_columns_side_by_side():
    found = positions(layer().draw())
    assert found["$0.5$"][1] < found["$-0.5$"][1]
    assert found["$0.5$"][0] < found["$-0.5$"][0]


def test_name_and_shape_stand_below_each_matrix():
    found = positions(layer().draw())
    assert found[r"$3 \times 2$"][0] == found["$W^2$"][0]
    assert found[r"$3 \times 2$"][1] < found["$W^2$"][1] < found["$0.5$"][1]
    assert r"$2 \times 1$" in found


def test_signs_stand_between_the_matrices():
    found = positions(layer().draw())
    assert found["$x$"][0] < found["$=$"][0] < found["$z^2$"][0]


def test_marked_cells_have_another_ground():
    cells = [p for p in layer().draw().axes[0].patches if isinstance(p, Rectangle)]
    assert [mpl.colors.to_hex(cell.get_facecolor()) for cell in cells] == [HIGHLIGHT]


def test_a_blank_matrix_shows_a_cell_for_each_entry():
    formula = Formula()
    formula.blank(3, 2, "W")
    assert sum(isinstance(p, Rectangle) for p in formula.draw().axes[0].patches) == 3 * 2


def test_no_two_letterings_touch_and_none_leaves_the_figure():
    figure = layer().draw()
    figure.draw_without_rendering()
    boxes = [text.get_window_extent() for text in figure.axes[0].texts]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    assert all(figure.bbox.containsx(b.x0) and figure.bbox.containsx(b.x1) for b in boxes)
    assert all(figure.bbox.containsy(b.y0) and figure.bbox.containsy(b.y1) for b in boxes)


def test_a_formula_uses_the_palette_only_and_draws_the_same_file_twice():
    files = []
    for _ in range(2):
        file = io.StringIO()
        layer().draw().savefig(file, format="svg", metadata={"Date": None})
        files.append(file.getvalue())
    assert files[0] == files[1]
    assert set(re.findall(r"#[0-9a-f]{6}", files[0])) <= set(bookdraw.COLOURS.values())


@pytest.mark.parametrize("entries", [[], [[]], [["1"], ["1", "2"]]])
def test_rows_of_a_matrix_are_of_equal_length(entries):
    with pytest.raises(ValueError, match="a matrix needs rows of equal length"):
        Formula().matrix(entries)


def test_an_empty_formula_is_refused():
    with pytest.raises(ValueError, match="a formula without a matrix cannot be drawn"):
        Formula().draw()
