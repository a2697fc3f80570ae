"""How the book draws: one palette, one figure style, circuits, networks in layers and matrices."""

from bookdraw.circuit import Circuit
from bookdraw.live import live
from bookdraw.matrices import Formula
from bookdraw.network import Layers
from bookdraw.numbers import shown
from bookdraw.palette import ACCENT, COLOURS, GRADIENT, GRID, HIGHLIGHT, INK, MUTED, SURFACE, VALUE
from bookdraw.style import WIDTH, use

__all__ = [
    "ACCENT",
    "COLOURS",
    "GRADIENT",
    "GRID",
    "HIGHLIGHT",
    "INK",
    "MUTED",
    "SURFACE",
    "VALUE",
    "WIDTH",
    "Circuit",
    "Formula",
    "Layers",
    "live",
    "shown",
    "use",
]

use()  # a figure run at home looks as it does in the book
