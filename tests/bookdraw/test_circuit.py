import io
import re
from itertools import combinations

import matplotlib as mpl
import pytest
from matplotlib.patches import FancyBboxPatch

import bookdraw
from bookdraw import GRADIENT, HIGHLIGHT, VALUE, Circuit


def small_circuit():
    circuit = Circuit()
    circuit.input("a", (0, 1), value="1", gradient="-3")
    circuit.input("b", (0, 0), value="-2", gradient="-3")
    circuit.gate("d", "+", (1, 0.5), ["a", "b"], value="-1", gradient="1")
    return circuit


def lettering(figure, colour=None):
    return [t.get_text() for t in figure.axes[0].texts if colour in (None, t.get_color())]


def test_values_stand_above_their_wire_and_gradients_below():
    figure = small_circuit().draw()
    heights = {text.get_text(): text.get_position()[1] for text in figure.axes[0].texts}
    gate_height = 0.5 * 0.78
    assert heights["$d = -1$"] > gate_height > heights["$1$"]


def test_values_and_gradients_differ_in_colour():
    figure = small_circuit().draw()
    assert {"$a = 1$", "$b = -2$", "$d = -1$"} <= set(lettering(figure, VALUE))
    assert lettering(figure, GRADIENT).count("$-3$") == 2


def test_a_key_says_what_is_below_only_if_something_is():
    circuit = Circuit()
    circuit.input("a", (0, 0), value="1")
    assert lettering(circuit.draw()) == ["$a = 1$"]
    assert "below: derivative of $d$" in lettering(small_circuit().draw())


def test_a_part_of_a_circuit_can_name_an_output_that_is_not_drawn():
    assert "below: derivative of $f$" in lettering(small_circuit().draw(derivative_of="f"))


def test_a_wire_without_a_value_shows_its_name():
    circuit = Circuit()
    circuit.input("a", (0, 0))
    assert lettering(circuit.draw()) == ["$a$"]


def test_a_wire_that_forks_letters_each_branch():
    circuit = Circuit()
    circuit.input("v", (0, 1), value="3", gradient="8")
    circuit.gate("s", "+", (1, 1), ["v", "v"], branches={"v": "4"})
    assert lettering(circuit.draw(), GRADIENT).count("$4$") == 2


def test_two_lettered_branches_into_one_gate_have_room():
    circuit = Circuit()
    for row, name in enumerate("uv"):
        circuit.input(name, (0, row), value="3", gradient="8")
    circuit.gate("p", r"\times", (1.3, 0.5), ["v", "u"], branches={"v": "-39", "u": "26"})
    circuit.gate("s", "+", (1.3, -0.8), ["v", "u"])
    figure = circuit.draw()
    figure.draw_without_rendering()
    upper, lower = (
        next(t for t in figure.axes[0].texts if t.get_text() == text) for text in ("$-39$", "$26$")
    )
    port = figure.axes[0].transData.transform((0, lower.get_position()[1] + 0.07))[1]
    assert upper.get_window_extent().y0 > port  # the lower wire does not strike the upper letters through


def test_a_highlighted_gate_has_another_ground():
    circuit = Circuit()
    circuit.input("a", (0, 0))
    circuit.gate("s", r"\sigma", (1, 0), ["a"], highlight=True)
    boxes = [p for p in circuit.draw().axes[0].patches if isinstance(p, FancyBboxPatch)]
    assert [mpl.colors.to_hex(box.get_facecolor()) for box in boxes] == [HIGHLIGHT]


def test_no_two_letterings_touch_and_none_leaves_the_figure():
    circuit = small_circuit()
    circuit.input("c", (1, -0.7), value="-3", gradient="-0.0452")
    circuit.gate("e", r"\times", (2, 0), ["d", "c"], value="3", gradient="0.0452")
    circuit.gate("f", r"\sigma", (3, 0), ["e"], value="0.9526", gradient="1")
    figure = circuit.draw()
    figure.draw_without_rendering()
    boxes = [text.get_window_extent() for text in figure.axes[0].texts]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    assert all(figure.bbox.containsx(b.x0) and figure.bbox.containsx(b.x1) for b in boxes)
    assert all(figure.bbox.containsy(b.y0) and figure.bbox.containsy(b.y1) for b in boxes)


def test_a_circuit_uses_the_palette_only_and_draws_the_same_file_twice():
    files = []
    for _ in range(2):
        file = io.StringIO()
        small_circuit().draw().savefig(file, format="svg", metadata={"Date": None})
        files.append(file.getvalue())
    assert files[0] == files[1]
    assert set(re.findall(r"#[0-9a-f]{6}", files[0])) <= set(bookdraw.COLOURS.values())


def test_a_gate_that_takes_an_unknown_input_is_refused():
    circuit = Circuit()
    circuit.input("a", (0, 0))
    with pytest.raises(ValueError, match=r"gate 'd' takes 'b', which is not in the circuit \(there: a\)"):
        circuit.gate("d", "+", (1, 0), ["a", "b"])


def test_a_branch_that_the_gate_does_not_take_is_refused():
    circuit = Circuit()
    circuit.input("a", (0, 0))
    with pytest.raises(ValueError, match="gate 's' letters branches it does not take: b"):
        circuit.gate("s", r"\sigma", (1, 0), ["a"], branches={"b": "1"})


def test_a_name_is_given_once():
    circuit = Circuit()
    circuit.input("a", (0, 0))
    with pytest.raises(ValueError, match="has a node 'a' already"):
        circuit.input("a", (1, 0))


def test_an_empty_circuit_is_refused():
    with pytest.raises(ValueError, match="an empty circuit cannot be drawn"):
        Circuit().draw()
