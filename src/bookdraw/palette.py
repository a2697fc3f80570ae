"""The colours of the book's figures, each with one meaning, as they are on the light page.

A figure uses no other colour, so that the press can exchange each of them for its dark counterpart. What
flows forward is blue, what flows back is orange, and nothing else is. Classes have hues of their own, each
with a tint for the region where a network answers with it. Curves that are compared differ in their strokes.
"""

from typing import Any

INK = "#20252c"  # lettering, axes, gates
MUTED = "#5f6875"  # wires, ticks, second-rank lettering
GRID = "#d5dae1"  # grid lines, guide lines
SURFACE = "#f2f4f7"  # the inside of a gate
HIGHLIGHT = "#fbeede"  # the ground behind the place to look at

VALUE = "#1b5fa6"  # what flows forward: values, and curves of values
GRADIENT = "#b5431c"  # what flows backward: derivatives, tangents, steps along them
ACCENT = "#19705a"  # what is held against another: the second of two curves, the way that works

UP = ACCENT  # a knob that helps if it is turned up
DOWN = "#95306d"  # a knob that helps if it is turned down

CLASS_1 = "#6d3fa0"
CLASS_2 = "#805a00"
CLASS_3 = "#3b6d14"
CLASS_1_TINT = "#ece3f6"
CLASS_2_TINT = "#f8ecca"
CLASS_3_TINT = "#e1efd4"

CLASSES = (CLASS_1, CLASS_2, CLASS_3)
CLASS_TINTS = (CLASS_1_TINT, CLASS_2_TINT, CLASS_3_TINT)
CLASS_MARKERS = ("o", "s", "^")

# Strokes: how a curve is drawn that shows this. `ax.plot(z, slope, **DERIVATIVE_LINE)`
VALUE_LINE: dict[str, Any] = {"color": VALUE, "linestyle": "-"}
DERIVATIVE_LINE: dict[str, Any] = {"color": GRADIENT, "linestyle": "--"}

# Curves of the same kind that are compared, in this order.
FIRST: dict[str, Any] = {"color": INK, "linestyle": "-"}
SECOND: dict[str, Any] = {"color": ACCENT, "linestyle": "-."}
THIRD: dict[str, Any] = {"color": MUTED, "linestyle": "--"}
FOURTH: dict[str, Any] = {"color": INK, "linestyle": ":"}
# A cost or an accuracy on the samples that are learnt from, and on those that are not.
TRAINING, HELD_OUT = FIRST, SECOND

COLOURS = {
    "ink": INK,
    "muted": MUTED,
    "grid": GRID,
    "surface": SURFACE,
    "highlight": HIGHLIGHT,
    "value": VALUE,
    "gradient": GRADIENT,
    "accent": ACCENT,
    "down": DOWN,
    "class-1": CLASS_1,
    "class-2": CLASS_2,
    "class-3": CLASS_3,
    "class-1-tint": CLASS_1_TINT,
    "class-2-tint": CLASS_2_TINT,
    "class-3-tint": CLASS_3_TINT,
}
