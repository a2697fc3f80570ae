import random
from itertools import combinations

import pytest
from matplotlib.patches import FancyBboxPatch, PathPatch

from backprop import Value
from bookdraw import GRADIENT, VALUE, graph


def lettering(figure, colour):
    return sorted(text.get_text() for text in figure.axes[0].texts if text.get_color() == colour)


def signs(figure):
    return sorted(t.get_text() for t in figure.axes[0].texts if t.get_color() not in (VALUE, GRADIENT))


def circuit():
    a, b, c = Value(1), Value(-2), Value(-3)
    return a, b, c, ((a + b) * c).sigmoid()


def test_the_circuit_of_the_book_with_its_values_and_gradients():
    a, b, c, f = circuit()
    f.backward()
    figure = graph(f, a=a, b=b, c=c, f=f)
    assert lettering(figure, VALUE) == sorted(
        ["$a = 1$", "$b = −2$", "$c = −3$", "$−1$", "$3$", "$f = 0.9526$", "above: value"]
    )
    assert lettering(figure, GRADIENT) == sorted(
        [*["$−0.1355$"] * 3, "$−0.0452$", "$0.0452$", "$1$", "below: derivative of $f$"]
    )
    assert signs(figure) == [r"$+$", r"$\sigma$", r"$\times$"]


def test_before_the_way_back_there_are_no_gradients():
    *_, f = circuit()
    assert lettering(graph(f), GRADIENT) == []


def test_an_output_without_a_name_is_called_the_output():
    *_, f = circuit()
    f.backward()
    assert "below: derivative of the output" in lettering(graph(f), GRADIENT)


def test_a_value_used_twice_forks_and_letters_the_share_of_each_branch():
    w = Value(2)
    v = w * w
    f = (2 + v) * v
    f.backward()
    shown = lettering(graph(f, w=w, v=v, f=f), GRADIENT)
    assert shown == sorted(["$40$", "$10$", "$4$", "$4$", "$1$", "$4$", "$6$", "below: derivative of $f$"])


def test_every_operation_has_a_sign():
    x, y = Value(2), Value(3)
    for made in [
        x + y,
        x - y,
        x * y,
        x / y,
        x**y,
        x**2,
        -x,
        x.exp(),
        x.log(),
        x.tanh(),
        x.sigmoid(),
        x.relu(),
    ]:
        figure = graph(made)
        figure.draw_without_rendering()  # or mathtext would refuse what it cannot read
        assert len(signs(figure)) == 1


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1e6, r"$1.0\cdot 10^{6}$"),
        (-2e-5, r"$-2.0\cdot 10^{-5}$"),
        (12.346, "$12.35$"),
        (-1234.6, "$−1235$"),
        (0, "$0$"),
    ],
)
def test_a_number_is_no_longer_than_its_wire(number, text):
    assert lettering(graph(Value(number)), VALUE) == [text]


def drawn_at_random(seed):
    rng = random.Random(seed)
    known = [Value(rng.randint(-9, 9)) for _ in range(rng.randint(1, 4))]
    for _ in range(rng.randint(3, 12)):
        a, b = rng.choice(known[-4:]), rng.choice(known)
        known.append(rng.choice([a + b, a * b, a - b, b - a, a.sigmoid(), -b, a.relu(), a * 0.5 + b]))
    known[-1].backward()
    return known[-1]


@pytest.mark.parametrize("seed", range(12))
def test_no_two_gates_or_letterings_touch_and_wires_run_to_the_right(seed):
    figure = graph(drawn_at_random(seed))
    figure.draw_without_rendering()
    axes = figure.axes[0]
    gates = [p.get_window_extent() for p in axes.patches if isinstance(p, FancyBboxPatch)]
    gates = [box for box in gates if box.width < 100]
    assert not any(one.overlaps(other) for one, other in combinations(gates, 2))
    signs_apart = [t.get_window_extent() for t in axes.texts if t.get_color() == VALUE]
    assert not any(one.overlaps(other) for one, other in combinations(signs_apart, 2))
    assert not any(one.overlaps(gate) for one in signs_apart for gate in gates)
    for wire in (p for p in axes.patches if isinstance(p, PathPatch)):
        (start, *_, end) = wire.get_path().vertices[:, 0]
        assert end > start


def test_a_wire_that_skips_a_column_does_not_run_through_the_gate_there():
    x = Value(2)
    y = x.exp().log().exp() * x
    axes = graph(y).axes[0]
    gates = [p for p in axes.patches if isinstance(p, FancyBboxPatch)]
    wires = [p for p in axes.patches if isinstance(p, PathPatch)]
    for gate in gates:
        middle = gate.get_x() + gate.get_width() / 2, gate.get_y() + gate.get_height() / 2
        for wire in wires:
            points = wire.get_path().interpolated(50).vertices
            near = abs(points - middle).max(axis=1)
            assert near.min() > 0.2 or wire.get_path().vertices[-1, 0] < middle[0]


def test_what_cannot_be_drawn_is_said():
    a, b, _, f = circuit()
    with pytest.raises(TypeError, match=r"a graph is drawn of a Value; got 3 \(int\)"):
        graph(3)
    with pytest.raises(TypeError, match=r"a must be a Value; got 1 \(int\)"):
        graph(f, a=1)
    with pytest.raises(ValueError, match="g is not among the values that are drawn"):
        graph(f, g=Value(1))
    with pytest.raises(ValueError, match="one value is called both a and x"):
        graph(f, a=a, x=a)
    for _ in range(40):
        b = b + a
    with pytest.raises(ValueError, match="a graph of more than 40 values cannot be read"):
        graph(b)
