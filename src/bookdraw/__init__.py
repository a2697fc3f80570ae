"""How the book draws: one palette, one figure style, circuits with values on their wires."""

from bookdraw.circuit import Circuit
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
    "use",
]

use()  # a figure run at home looks as it does in the book
