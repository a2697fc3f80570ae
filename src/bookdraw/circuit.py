"""Circuits, drawn from left to right: values above the wires, gradients below them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch, PathPatch
from matplotlib.path import Path

from bookdraw.live import label, name
from bookdraw.palette import GRADIENT, HIGHLIGHT, INK, MUTED, SURFACE, VALUE

COLUMN = 1.48  # inches from one column of gates to the next
ROW = 0.78  # inches from one row to the next
HALF_GATE = 0.23
STUB = 0.92  # the straight beginning of a wire, which carries its lettering
OUTPUT_STUB = 0.96
BRANCH = 0.26  # the straight end of a wire whose branch is lettered, at least
LETTER = 0.125  # about the width of one
LETTERED = 0.36  # from one lettered branch to the next, on the way into the same gate
MARGIN = 0.12
KEY_WIDTH = 3.4
FONT_SIZE = 13
WORDS = {
    r"\max",
    r"\min",
    r"\exp",
    r"\log",
    r"\tanh",
    r"\mathrm{ReLU}",
}  # lettered smaller than signs, to fit

Point = tuple[float, float]
Span = tuple[float, float, float]


@dataclass
class _Node:
    """An input or a gate, with the lettering of the wire that leaves it."""

    name: str
    at: Point
    operation: str | None
    inputs: Sequence[str]
    value: str | None
    gradient: str | None
    branches: Mapping[str, str]
    highlight: bool
    named: bool = True
    wire: float = STUB
    via: Mapping[int, Sequence[Span]] = field(default_factory=dict)
    stub: float = OUTPUT_STUB

    @property
    def centre(self) -> Point:
        return self.at[0] * COLUMN, self.at[1] * ROW

    @property
    def wire_start(self) -> Point:
        x, y = self.centre
        return (x, y) if self.operation is None else (x + HALF_GATE, y)

    @property
    def wire_fork(self) -> Point:
        x, y = self.wire_start
        return x + self.stub, y

    def port(self, index: int) -> Point:
        """Where input number `index` enters the gate, counted from the top."""
        x, y = self.centre
        gap = LETTERED if len(self.branches) > 1 else 2 * HALF_GATE / len(self.inputs)
        return x - HALF_GATE, y + gap * ((len(self.inputs) - 1) / 2 - index)


@dataclass
class Circuit:
    """A circuit to be drawn: add inputs and gates, then call `draw`.

    Places are `(column, row)`; rows grow upwards and may be fractions. Texts of values and gradients are
    mathematics without the dollar signs: `value="-1"` on a node `d` is lettered d = −1.
    """

    _nodes: dict[str, _Node] = field(default_factory=dict, init=False)

    def input(
        self,
        name: str,
        at: Point,
        *,
        value: str | None = None,
        gradient: str | None = None,
        named: bool = True,
        wire: float = STUB,
    ) -> None:
        """Add an input; its `value` stands above the wire that leaves it, its `gradient` below.

        Of one that is not `named`, only the value is lettered. `wire` is the length of the straight beginning
        of its wire.
        """
        self._add(_Node(name, at, None, (), value, gradient, {}, highlight=False, named=named, wire=wire))

    def gate(
        self,
        name: str,
        operation: str,
        at: Point,
        inputs: Sequence[str],
        *,
        value: str | None = None,
        gradient: str | None = None,
        branches: Mapping[str, str] | None = None,
        highlight: bool = False,
        named: bool = True,
        wire: float = STUB,
        via: Mapping[int, Sequence[Span]] | None = None,
    ) -> None:
        r"""Add a gate whose output is called `name` and which shows `operation`, such as `+` or `\times`.

        `branches` letters what an input that forks receives from this gate alone: `{"v": "3"}`. Of a gate
        that is not `named`, only the value is lettered. `wire` is the length of the straight beginning of
        the wire that leaves it. `via` leads the wire to an input, counted from 0, straight along parts of
        its way, each from a column to a column in a row, between the things that it would run over.
        """
        for source in inputs:
            if source not in self._nodes:
                known = ", ".join(self._nodes) or "none yet"
                raise ValueError(
                    f"gate {name!r} takes {source!r}, which is not in the circuit (there: {known})"
                )
        if unknown := set(branches or ()) - set(inputs):
            raise ValueError(f"gate {name!r} letters branches it does not take: {', '.join(sorted(unknown))}")
        lettering = (value, gradient, branches or {}, highlight, named, wire)
        self._add(_Node(name, at, operation, tuple(inputs), *lettering, via or {}))
        for source in inputs:
            self._nodes[source].stub = self._nodes[source].wire

    def draw(self, derivative_of: str | None = None) -> Figure:
        """Draw the circuit on a figure of its own, whose size follows from the places of the nodes.

        The key names the output whose derivatives stand below the wires: the last node unless
        `derivative_of` says otherwise.
        """
        if not self._nodes:
            raise ValueError("an empty circuit cannot be drawn: add an input or a gate first")
        nodes = list(self._nodes.values())
        has_key = any(node.gradient is not None for node in nodes)
        left = min(node.centre[0] for node in nodes) - MARGIN
        right = max(node.wire_fork[0] for node in nodes) + MARGIN
        missing = max(0, KEY_WIDTH - (right - left)) if has_key else 0
        left, right = left - missing / 2, right + missing / 2
        bottom = min(node.centre[1] for node in nodes) - (0.72 if has_key else 0.28)
        top = max(node.centre[1] for node in nodes) + 0.36
        figure, axes = plt.subplots(figsize=(right - left, top - bottom))
        axes.set(xlim=(left, right), ylim=(bottom, top), aspect="equal")
        axes.axis("off")
        for node in nodes:
            _draw_wires(axes, node, nodes)
        for node in nodes:
            _draw_node(axes, node)
        if has_key:
            output = (
                f"${derivative_of or nodes[-1].name}$" if derivative_of or nodes[-1].named else "the output"
            )
            _draw_key(axes, ((left + right) / 2, bottom + 0.12), output)
        return figure

    def _add(self, node: _Node) -> None:
        if node.name in self._nodes:
            raise ValueError(f"the circuit has a node {node.name!r} already")
        self._nodes[node.name] = node


def _draw_wires(axes: Axes, node: _Node, nodes: Sequence[_Node]) -> None:
    """The straight beginning of the wire that leaves `node`, and a curve to every gate that takes it."""
    style = {"edgecolor": MUTED, "facecolor": "none", "linewidth": 1.1, "capstyle": "round"}
    start, fork = node.wire_start, node.wire_fork
    ports = [
        (gate, index) for gate in nodes for index, source in enumerate(gate.inputs) if source == node.name
    ]
    keys = (node.name, f"grad_{node.name}")
    if ports:
        name(axes.add_patch(PathPatch(Path([start, fork], [Path.MOVETO, Path.LINETO]), **style)), *keys)
    else:
        arrow = FancyArrowPatch(
            start, fork, arrowstyle="-|>", mutation_scale=10, color=MUTED, linewidth=1.1, shrinkA=0, shrinkB=0
        )
        name(axes.add_patch(arrow), *keys)
    if len(ports) > 1:
        axes.plot(*fork, "o", color=INK, markersize=4)
    for gate, index in ports:
        port = gate.port(index)
        lettered = node.name in gate.branches
        branch = max(BRANCH, LETTER * len(gate.branches[node.name])) if lettered else 0
        end = (port[0] - branch, port[1]) if lettered else port
        stops = [end]
        for begin, end_of_it, row in reversed(gate.via.get(index, ())):
            stops[:0] = [(begin * COLUMN, row * ROW), (end_of_it * COLUMN, row * ROW)]
        name(axes.add_patch(PathPatch(_curved(fork, stops, port), **style)), *keys)
        if lettered:
            middle = (port[0] - branch / 2, port[1])
            _letter(axes, middle, gate.branches[node.name], GRADIENT, above=False)


def _curved(fork: Point, stops: Sequence[Point], port: Point) -> Path:
    """A wire that leaves the fork and curves to the first stop, and then by turns is straight and curves."""
    points, steps, here = [fork], [Path.MOVETO], fork
    for number, stop in enumerate(stops):
        if number % 2 == 0:
            bend = 0.55 * (stop[0] - here[0])
            points += [(here[0] + bend, here[1]), (stop[0] - bend, stop[1])]
            steps += [Path.CURVE4, Path.CURVE4]
        points.append(stop)
        steps.append(Path.CURVE4 if number % 2 == 0 else Path.LINETO)
        here = stop
    return Path([*points, port], [*steps, Path.LINETO])


def _draw_node(axes: Axes, node: _Node) -> None:
    """The gate's box or the input's dot, with the lettering of its outgoing wire."""
    x, y = node.centre
    if node.operation is None:
        axes.plot(x, y, "o", color=INK, markersize=4)
    else:
        box = FancyBboxPatch(
            (x - HALF_GATE, y - HALF_GATE),
            2 * HALF_GATE,
            2 * HALF_GATE,
            boxstyle="round,pad=0,rounding_size=0.08",
            facecolor=HIGHLIGHT if node.highlight else SURFACE,
            edgecolor=INK,
            linewidth=1.6 if node.highlight else 1.0,
        )
        name(axes.add_patch(box), f"gate_{node.name}")
        size = 11.5 if node.operation in WORDS else 15
        axes.text(x, y, f"${node.operation}$", fontsize=size, ha="center", va="center_baseline")
    middle = (node.wire_start[0] + node.wire_fork[0]) / 2
    if node.value is None and node.named:
        _letter(axes, (middle, y), node.name, INK, above=True)
    elif node.value is not None:
        prefix = f"{node.name} = " if node.named else ""
        _letter(axes, (middle, y), node.value, VALUE, above=True, key=node.name, prefix=prefix)
    if node.gradient is not None:
        _letter(axes, (middle, y), node.gradient, GRADIENT, above=False, key=f"grad_{node.name}")


def _draw_key(axes: Axes, at: Point, output: str) -> None:
    """What stands above and what below the wires, in the colours of the lettering."""
    x, y = at
    axes.text(x - 0.12, y, "above: value", color=VALUE, fontsize=12.5, ha="right")
    axes.text(x + 0.12, y, f"below: derivative of {output}", color=GRADIENT, fontsize=12.5, ha="left")


def _letter(
    axes: Axes, at: Point, text: str, colour: str, *, above: bool, key: str | None = None, prefix: str = ""
) -> None:
    """Mathematics just above or just below a wire; `key` is the value that it shows."""
    x, y = at
    label(
        axes,
        x,
        y + (0.06 if above else -0.07),
        text,
        key,
        prefix=prefix,
        color=colour,
        fontsize=FONT_SIZE,
        ha="center",
        va="bottom" if above else "top",
    )
