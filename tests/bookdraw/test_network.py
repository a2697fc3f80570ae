import io
import re
from itertools import combinations

import matplotlib as mpl
import pytest
from matplotlib.patches import Circle, FancyArrowPatch

import bookdraw
from bookdraw import ACCENT, GRADIENT, HIGHLIGHT, MUTED, VALUE, Layers


def worked_network():
    network = Layers([2, 3, 1], column=2.1)
    network.title(2, "hidden")
    network.units(1, inside=["x_1", "x_2"], above=["1", "2"])
    network.units(2, above=["0.2689", "0.8808", "0.8176"], below=["0.0568", "-0.0152", "0.0215"])
    network.wires(2, [["1", "-0.5"], ["-1", "1"], ["0.5", "1"]])
    network.wires(3, [["2", "-1", "1"]])
    return network


def texts(figure):
    return {text.get_text(): text for text in figure.axes[0].texts}


def test_every_unit_is_a_circle_and_every_weight_an_arrow():
    patches = worked_network().draw().axes[0].patches
    assert sum(isinstance(patch, Circle) for patch in patches) == 2 + 3 + 1
    assert sum(isinstance(patch, FancyArrowPatch) for patch in patches) == 3 * 2 + 1 * 3


def test_values_stand_above_their_unit_and_gradients_below():
    found = texts(worked_network().draw())
    above, below = found["$0.8808$"], found["$-0.0152$"]
    assert above.get_position()[0] == below.get_position()[0]
    assert above.get_position()[1] > 0 > below.get_position()[1]
    assert (above.get_color(), below.get_color()) == (VALUE, GRADIENT)


def test_a_number_lies_along_the_wire_that_the_row_and_the_column_name():
    found = texts(worked_network().draw())
    x, y = found["$-0.5$"].get_position()  # row 1, column 2: up from the lower input
    assert 1.05 < x < 2.1
    assert 0 < y < 1.05
    assert found["$-0.5$"].get_rotation() > 0


def test_no_two_letterings_touch_and_none_leaves_the_figure():
    figure = worked_network().draw()
    figure.draw_without_rendering()
    boxes = [text.get_window_extent() for text in figure.axes[0].texts]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    assert all(figure.bbox.containsx(b.x0) and figure.bbox.containsx(b.x1) for b in boxes)
    assert all(figure.bbox.containsy(b.y0) and figure.bbox.containsy(b.y1) for b in boxes)


def test_marked_units_and_wires_stand_out():
    network = Layers([2, 1])
    network.units(1, marked=[2])
    network.mark(2, 1, 2, colour=ACCENT)
    patches = network.draw().axes[0].patches
    grounds = [mpl.colors.to_hex(p.get_facecolor()) for p in patches if isinstance(p, Circle)]
    assert grounds.count(HIGHLIGHT) == 1
    colours = [mpl.colors.to_hex(p.get_edgecolor()) for p in patches if isinstance(p, FancyArrowPatch)]
    assert colours.count(ACCENT) == 1


def test_backward_turns_the_heads_of_marked_wires_only():
    network = Layers([2, 1])
    network.mark(2, 1, 2)
    network.backward()
    wires = [p for p in network.draw().axes[0].patches if isinstance(p, FancyArrowPatch)]
    styles = {mpl.colors.to_hex(wire.get_edgecolor()): type(wire.get_arrowstyle()).__name__ for wire in wires}
    assert styles == {GRADIENT: "CurveFilledA", MUTED: "CurveFilledB"}


def test_some_layers_of_a_network_keep_their_numbers():
    network = Layers([3, 2], first=2)
    network.wires(3, [["1", "2", "3"], ["4", "5", "6"]], name="W3")
    network.mark(3, 2, 3)
    figure = network.draw()
    keys = {patch.get_gid() for patch in figure.axes[0].patches}
    assert {"key:W3.2.3", "key:unit2.1", "key:unit3.2"} <= keys
    with pytest.raises(ValueError, match="the network has layers 2 to 3, not 1"):
        network.units(1)


def test_a_second_line_and_what_comes_back_have_room():
    network = Layers([1, 1], first=2)
    network.units(2, below=["-0.1"], beneath=["-0.2"], names=("a2", "carried", "delta2"))
    network.wires(3, [["3"]], name="W3", back=("back", [["0.6"]]))
    figure = network.draw()
    found = texts(figure)
    assert found["$-0.2$"].get_position()[1] < found["$-0.1$"].get_position()[1]
    assert (found["$-0.2$"].value, found["$0.6$"].value) == ("delta2.1", "back.1.1")
    assert found["$0.6$"].away
    assert found["$0.6$"].get_position()[0] < found["$3$"].get_position()[0]
    figure.draw_without_rendering()
    assert all(figure.bbox.containsy(text.get_window_extent().y0) for text in found.values())


def test_numbers_along_the_wires_take_the_colour_that_they_are_given():
    network = Layers([1, 1])
    network.wires(2, [["3"]], colour=GRADIENT)
    assert texts(network.draw())["$3$"].get_color() == GRADIENT


def test_an_empty_text_is_left_out():
    network = Layers([2, 1])
    network.units(1, inside=["x", ""])
    network.wires(2, [["", "3"]])
    assert set(texts(network.draw())) == {"$x$", "$3$"}


def test_a_network_uses_the_palette_only_and_draws_the_same_file_twice():
    files = []
    for _ in range(2):
        file = io.StringIO()
        worked_network().draw().savefig(file, format="svg", metadata={"Date": None})
        files.append(file.getvalue())
    assert files[0] == files[1]
    assert set(re.findall(r"#[0-9a-f]{6}", files[0])) <= set(bookdraw.COLOURS.values())


@pytest.mark.parametrize(
    ("letter", "message"),
    [
        (lambda n: n.units(4, inside=["x"]), "the network has layers 1 to 3, not 4"),
        (lambda n: n.units(2, inside=["x"]), "layer 2 has 3 units, but 1 texts are given"),
        (lambda n: n.wires(3, [["2", "-1"]]), "the wires into layer 3 take 1 rows of 3 numbers"),
        (lambda n: n.wires(1, [["2"]]), "the network has layers 1 to 3, not 0"),
        (lambda n: n.mark(3, 2, 1), "layer 3 has no wire to unit 2 from unit 1"),
    ],
)
def test_what_the_network_does_not_have_is_refused(letter, message):
    with pytest.raises(ValueError, match=message):
        letter(Layers([2, 3, 1]))


@pytest.mark.parametrize("sizes", [[], [2, 0]])
def test_a_network_has_units(sizes):
    with pytest.raises(ValueError, match="sizes must name at least one layer"):
        Layers(sizes)
