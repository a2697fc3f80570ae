"""Networks, drawn in layers: units as circles, weights as wires with their numbers along them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from math import atan2, degrees, hypot
from typing import Any

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch

from bookdraw.live import label, name
from bookdraw.palette import GRADIENT, HIGHLIGHT, INK, MUTED, SURFACE, VALUE

COLUMN = 1.75  # inches from one layer to the next
ROW = 1.05  # inches from one unit to the next
RADIUS = 0.27
MARGIN = 0.5
FONT_SIZE = 12
LINE = 0.22  # inches from one line of letters to the next
TOWARDS_TARGET = 0.7  # where on a wire its number stands: near the unit that takes it, wires lie apart
TOWARDS_SOURCE = 0.24  # where one that comes back stands

Point = tuple[float, float]
Wire = tuple[int, int, int]


@dataclass
class Layers:
    """A network to be drawn: letter units and wires, then call `draw`.

    Layers are counted from 1, units within a layer from 1, as in the formulas. Texts are mathematics
    without the dollar signs; an empty one is left out. `numbers_at` is where on a wire its number stands,
    from 0 at its source to 1 at its target. `first` is the number of the first layer that is drawn, where
    only some layers of a network are.
    """

    sizes: Sequence[int]
    column: float = COLUMN
    row: float = ROW
    numbers_at: float = TOWARDS_TARGET
    first: int = 1
    _inside: dict[tuple[int, int], str] = field(default_factory=dict, init=False)
    _above: dict[tuple[int, int], str] = field(default_factory=dict, init=False)
    _below: dict[tuple[int, int], str] = field(default_factory=dict, init=False)
    _beneath: dict[tuple[int, int], str] = field(default_factory=dict, init=False)
    _names: dict[tuple[str, int], str] = field(default_factory=dict, init=False)
    _titles: dict[int, str] = field(default_factory=dict, init=False)
    _numbers: dict[Wire, tuple[str, str]] = field(default_factory=dict, init=False)
    _weights: dict[Wire, str] = field(default_factory=dict, init=False)
    _coming_back: dict[Wire, tuple[str, str]] = field(default_factory=dict, init=False)
    _marked_units: set[tuple[int, int]] = field(default_factory=set, init=False)
    _marked_wires: dict[Wire, str] = field(default_factory=dict, init=False)
    _backward: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        if not self.sizes or min(self.sizes) < 1:
            raise ValueError(f"sizes must name at least one layer of at least one unit; got {self.sizes!r}")

    def units(
        self,
        layer: int,
        *,
        inside: Sequence[str] | None = None,
        above: Sequence[str] | None = None,
        below: Sequence[str] | None = None,
        beneath: Sequence[str] | None = None,
        marked: Collection[int] = (),
        names: tuple[str, ...] = (),
    ) -> None:
        """Letter the units of a layer: inside the circle, above it (values) and below it (gradients).

        What is `beneath` is a second line of gradients. `names` are what a live figure calls the values
        above, those below and those beneath, such as `("a2", "delta2")`.
        """
        for place, called in zip(("above", "below", "beneath"), names, strict=False):
            self._names[place, layer] = called
        size = self._size(layer)
        lines = [(self._inside, inside), (self._above, above), (self._below, below), (self._beneath, beneath)]
        for letters, texts in lines:
            if texts is not None and len(texts) != size:
                raise ValueError(f"layer {layer} has {size} units, but {len(texts)} texts are given")
            for unit, text in enumerate(texts or (), start=1):
                letters[layer, unit] = text
        self._marked_units |= {(layer, unit) for unit in marked}

    def title(self, layer: int, text: str) -> None:
        """Write a line of plain text over a layer."""
        self._size(layer)
        self._titles[layer] = text

    def wires(
        self,
        layer: int,
        numbers: Sequence[Sequence[str]],
        *,
        colour: str = INK,
        name: str = "",
        weights: Sequence[Sequence[str]] | None = None,
        back: tuple[str, Sequence[Sequence[str]]] | None = None,
    ) -> None:
        """Write numbers along the wires into a layer: row j, column k is the wire from unit k to unit j.

        `name` is what a live figure calls these numbers. In some of its steps it may show the `weights`
        instead, which it calls W and the layer's number, or besides, near the wires' sources, what comes
        `back` over them: its name and the numbers.
        """
        self._names["wires", layer] = name
        rows, columns = self._size(layer), self._size(layer - 1)
        if len(numbers) != rows or any(len(row) != columns for row in numbers):
            raise ValueError(f"the wires into layer {layer} take {rows} rows of {columns} numbers")
        for j, row in enumerate(numbers, start=1):
            for k, text in enumerate(row, start=1):
                self._numbers[layer, j, k] = (text, colour)
                if weights is not None:
                    self._weights[layer, j, k] = weights[j - 1][k - 1]
                if back is not None:
                    self._coming_back[layer, j, k] = (f"{back[0]}.{j}.{k}", back[1][j - 1][k - 1])

    def mark(self, layer: int, to: int, source: int, *, colour: str = GRADIENT) -> None:
        """Make one wire stand out: into unit `to` of a layer, from unit `source` of the layer before."""
        if not (1 <= to <= self._size(layer) and 1 <= source <= self._size(layer - 1)):
            raise ValueError(f"layer {layer} has no wire to unit {to} from unit {source}")
        self._marked_wires[layer, to, source] = colour

    def backward(self) -> None:
        """Let the marked wires carry their arrow heads at the left: what flows there flows back."""
        self._backward = True

    def draw(self) -> Figure:
        """Draw the network on a figure of its own, whose size follows from the layers."""
        height = (max(self.sizes) - 1) * self.row
        width = (len(self.sizes) - 1) * self.column
        left, right = -MARGIN, width + MARGIN
        bottom = -height / 2 - (0.62 if self._below else 0.36) - (LINE if self._beneath else 0)
        top = height / 2 + (0.62 if self._above else 0.36) + (0.3 if self._titles else 0)
        figure, axes = plt.subplots(figsize=(right - left, top - bottom))
        axes.set(xlim=(left, right), ylim=(bottom, top), aspect="equal")
        axes.axis("off")
        layers = range(self.first, self.first + len(self.sizes))
        for layer in layers[1:]:
            for j in range(1, self._size(layer) + 1):
                for k in range(1, self._size(layer - 1) + 1):
                    self._draw_wire(axes, (layer, j, k))
        for layer in layers:
            for unit in range(1, self._size(layer) + 1):
                self._draw_unit(axes, layer, unit)
            if layer in self._titles:
                x, _ = self._centre(layer, 1)
                axes.text(
                    x, top - 0.14, self._titles[layer], ha="center", va="center", fontsize=12, color=MUTED
                )
        return figure

    def _size(self, layer: int) -> int:
        last = self.first + len(self.sizes) - 1
        if not self.first <= layer <= last:
            raise ValueError(f"the network has layers {self.first} to {last}, not {layer}")
        return self.sizes[layer - self.first]

    def _centre(self, layer: int, unit: int) -> Point:
        middle = (self._size(layer) + 1) / 2
        return (layer - self.first) * self.column, (middle - unit) * self.row

    def _draw_wire(self, axes: Axes, wire: Wire) -> None:
        layer, j, k = wire
        (x0, y0), (x1, y1) = self._centre(layer - 1, k), self._centre(layer, j)
        length = hypot(x1 - x0, y1 - y0)
        unit = ((x1 - x0) / length, (y1 - y0) / length)
        start = (x0 + RADIUS * unit[0], y0 + RADIUS * unit[1])
        end = (x1 - RADIUS * unit[0], y1 - RADIUS * unit[1])
        colour = self._marked_wires.get(wire)
        marked = colour is not None
        heads = "<|-" if marked and self._backward else "-|>"
        key = f"{layer}.{j}.{k}"
        arrow = axes.add_patch(
            FancyArrowPatch(
                start,
                end,
                arrowstyle=heads,
                mutation_scale=11 if marked else 8,
                color=colour if colour is not None else MUTED,
                linewidth=1.8 if marked else 0.8,
                shrinkA=0,
                shrinkB=0,
                zorder=2 if marked else 1,
            )
        )
        called = self._names.get(("wires", layer))
        keys = [f"W{key}", *([f"{called}.{j}.{k}"] if called else [])]
        name(arrow, *dict.fromkeys(keys))
        text, text_colour = self._numbers.get(wire, ("", INK))

        def along(at: float) -> Point:
            x = start[0] + at * (end[0] - start[0]) - 0.13 * unit[1]
            return x, start[1] + at * (end[1] - start[1]) + 0.13 * unit[0]

        place = along(self.numbers_at)
        style: dict[str, Any] = {
            "fontsize": FONT_SIZE,
            "ha": "center",
            "va": "center",
            "rotation": degrees(atan2(unit[1], unit[0])),
        }
        if text:
            value = f"{called}.{j}.{k}" if called else None
            label(axes, *place, text, value, color=text_colour if colour is None else colour, **style)
        if wire in self._weights:
            label(axes, *place, self._weights[wire], f"W{key}", away=True, color=INK, **style)
        if wire in self._coming_back:
            value, number = self._coming_back[wire]
            label(axes, *along(TOWARDS_SOURCE), number, value, away=True, color=GRADIENT, **style)

    def _draw_unit(self, axes: Axes, layer: int, unit: int) -> None:
        x, y = self._centre(layer, unit)
        marked = (layer, unit) in self._marked_units
        circle = axes.add_patch(
            Circle(
                (x, y),
                RADIUS,
                facecolor=HIGHLIGHT if marked else SURFACE,
                edgecolor=INK,
                linewidth=1.6 if marked else 1.0,
                zorder=3,
            )
        )
        name(circle, f"unit{layer}.{unit}")
        for texts, offset, colour, place in (
            (self._inside, 0.0, INK, "inside"),
            (self._above, RADIUS + 0.13, VALUE, "above"),
            (self._below, -RADIUS - 0.14, GRADIENT, "below"),
            (self._beneath, -RADIUS - 0.14 - LINE, GRADIENT, "beneath"),
        ):
            if texts.get((layer, unit)):
                called = self._names.get((place, layer))
                label(
                    axes,
                    x,
                    y + offset,
                    texts[layer, unit],
                    f"{called}.{unit}" if called else None,
                    fontsize=FONT_SIZE,
                    color=colour,
                    ha="center",
                    va="center",
                    zorder=4,
                )
