"""A live figure tells the page's script what it shows, and shows nothing else."""

import html
import io
import json
import re

import matplotlib.pyplot as plt
import pytest

from bookdraw import Circuit, live, shown
from bookdraw.live import finished, label
from bookdraw.numbers import entry


def circuit(d="-1"):
    drawing = Circuit()
    drawing.input("a", (0, 1), value="1", gradient="-3")
    drawing.input("b", (0, 0), value="-2", gradient="-3")
    drawing.gate("d", "+", (1, 0.5), ["a", "b"], value=d, gradient="1")
    return drawing.draw()


def make_live(figure):
    return live(figure, "sum", {"a": 1, "b": -2}, values={"d": -1}, ranges={"a": (-5, 5, 0.5)})


def svg_of(figure):
    buffer = io.StringIO()
    figure.savefig(buffer, format="svg")
    return finished(buffer.getvalue(), figure)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1, "1"),
        (-1.0, "−1"),
        (0.05, "0.05"),
        (0.12345, "0.1235"),
        (2.00001, "2"),
        (-1e-9, "−1e−9"),
        (0.0, "0"),
        (-0.0, "0"),
        (1234.5, "1234.5"),
        (100, "100"),
        (9_999_999, "9999999"),
        (-26_762_156.2419, "−3e7"),
        (6.1e31, "6e31"),
    ],
)
def test_a_number_is_rounded_and_never_turns_into_nothing(value, text):
    assert shown(value) == text


def test_entries_are_counted_from_one():
    values = {"W": [[1, 2], [3, 4]], "d": [[5], [6]], "v": [7, 8], "f": 9}
    assert [entry(values, key) for key in ("W.2.1", "d.2", "v.1", "f")] == [3, 6, 7, 9]
    for key in ("W", "W.0.1", "W.3.1", "W.x.1", "g", "f.1"):
        with pytest.raises(ValueError, match=re.escape(repr(key))):
            entry(values, key)


def test_numbers_that_may_change_are_texts_and_everything_has_its_key():
    svg = svg_of(make_live(circuit()))
    texts = dict(re.findall(r'<text [^>]*data-v="(\w+)"[^>]*>([^<]*)</text>', svg))
    assert texts == {"a": "1", "b": "−2", "d": "−1"}
    assert re.findall(r'data-grip="(\w+)"', svg) == ["a"]
    assert {"a grad_a", "b grad_b", "d grad_d", "gate_d", "grad_a"} <= set(
        re.findall(r'data-k="([^"]*)"', svg)
    )
    assert "key:" not in svg


def test_the_data_goes_along():
    svg = svg_of(make_live(circuit()))
    found = re.search(r'<metadata class="live">(.*?)</metadata>', svg)
    assert found is not None
    data = json.loads(html.unescape(found[1]))
    assert (data["model"], data["state"], data["values"]) == ("sum", {"a": 1, "b": -2}, {"d": -1})
    assert data["ranges"] == {"a": [-5, 5, 0.5]}


def test_other_figures_have_neither_keys_nor_data():
    svg = svg_of(circuit())
    assert "<text" not in svg
    assert "data-k" not in svg
    assert "key:" not in svg
    assert 'class="live"' not in svg


def test_a_number_stands_where_its_letters_were():
    """What was centred over the wire as one drawing is so as letters and a text."""
    figure = make_live(circuit())
    svg = svg_of(figure)
    places = {k: float(x) for x, k in re.findall(r'<text x="([\d.]+)"[^>]*data-v="(\w+)"', svg)}
    label = next(t for t in figure.axes[0].texts if t.get_text() == "$d = -1$")
    box = label.get_window_extent()
    scale = 72 / figure.dpi
    assert box.x0 * scale < places["d"] < box.x1 * scale


def test_a_label_that_shows_another_number_is_refused():
    with pytest.raises(ValueError, match="'d' of a live figure must show −1"):
        make_live(circuit(d="-2"))


def test_a_label_may_have_digits_of_its_own():
    figure = plt.figure()
    axes = figure.add_subplot()
    label(axes, 0, 0, "0.00004", "d", digits=5)
    label(axes, 0, 1, "4e-5", "d")
    svg = svg_of(live(figure, "sum", {"a": 1}, values={"d": 0.00004}))
    assert re.findall(r'<text [^>]*data-digits="(\d)"[^>]*>([^<]*)<', svg) == [("5", "0.00004")]
    label(axes, 0, 2, "0.0000", "d", digits=4)
    with pytest.raises(ValueError, match="'d' of a live figure must show 4e−5"):
        live(figure, "sum", {"a": 1}, values={"d": 0.00004})


def test_what_is_unknown_is_refused():
    with pytest.raises(ValueError, match="ranges names what the state of the figure does not have: q"):
        live(circuit(), "sum", {"a": 1}, ranges={"q": (0, 1, 0.1)})
    with pytest.raises(ValueError, match="runs names what the state of the figure does not have: d"):
        live(circuit(), "sum", {"a": 1}, values={"d": -1}, runs={"d": 300})
    with pytest.raises(TypeError, match="numbers or arrays"):
        live(circuit(), "sum", {"a": 1j})


def test_axes_say_where_their_limits_lie():
    figure, axes = plt.subplots()
    axes.set(xlim=(0, 10), ylim=(-1, 1))
    live(figure, "sum", {"a": 1})
    svg = svg_of(figure)
    found = re.search(r'<metadata class="live">(.*?)</metadata>', svg)
    assert found is not None
    scale = json.loads(html.unescape(found[1]))["axes"][0]
    assert scale["x"][:2] == [0, 10]
    assert scale["y"][2] > scale["y"][3]  # upwards on the page
    assert scale["x"][4] == "linear"


def test_the_last_bit_of_a_float_does_not_show():
    figure, _ = plt.subplots()
    data = live(figure, "sum", {"a": 0.1 + 0.2}, values={"d": -1, "v": [[1 / 3]]}).live
    assert (data["state"]["a"], data["values"]["v"]) == (0.3, [[0.333333333333]])
