"""How the book draws: one palette, one figure style, circuits, networks in layers and matrices."""

from bookdraw.circuit import Circuit
from bookdraw.graph import graph
from bookdraw.live import live
from bookdraw.matrices import Formula
from bookdraw.network import Layers
from bookdraw.numbers import shown
from bookdraw.palette import (
    ACCENT,
    CLASS_MARKERS,
    CLASS_TINTS,
    CLASSES,
    COLOURS,
    DERIVATIVE_LINE,
    DOWN,
    FIRST,
    FOURTH,
    GRADIENT,
    GRID,
    HELD_OUT,
    HIGHLIGHT,
    INK,
    MUTED,
    SECOND,
    SURFACE,
    THIRD,
    TRAINING,
    UP,
    VALUE,
    VALUE_LINE,
)
from bookdraw.style import WIDTH, use

__all__ = [
    "ACCENT",
    "CLASSES",
    "CLASS_MARKERS",
    "CLASS_TINTS",
    "COLOURS",
    "DERIVATIVE_LINE",
    "DOWN",
    "FIRST",
    "FOURTH",
    "GRADIENT",
    "GRID",
    "HELD_OUT",
    "HIGHLIGHT",
    "INK",
    "MUTED",
    "SECOND",
    "SURFACE",
    "THIRD",
    "TRAINING",
    "UP",
    "VALUE",
    "VALUE_LINE",
    "WIDTH",
    "Circuit",
    "Formula",
    "Layers",
    "graph",
    "live",
    "shown",
    "use",
]

use()  # a figure run at home looks as it does in the book
