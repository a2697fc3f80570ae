"""The colours of the book's figures, as they are on the light page.

A figure uses no other colour, so that the press can exchange each of them for its dark counterpart.
"""

INK = "#20252c"  # lettering, axes, gates
MUTED = "#5f6875"  # wires, ticks, second-rank lettering
GRID = "#d5dae1"  # grid lines, guide lines
SURFACE = "#f2f4f7"  # the inside of a gate, a shaded range
VALUE = "#1b5fa6"  # what flows forward: values
GRADIENT = "#b5431c"  # what flows backward: derivatives
ACCENT = "#19705a"  # a third curve, a step
HIGHLIGHT = "#fbeede"  # the ground behind the place to look at

COLOURS = {
    "ink": INK,
    "muted": MUTED,
    "grid": GRID,
    "surface": SURFACE,
    "value": VALUE,
    "gradient": GRADIENT,
    "accent": ACCENT,
    "highlight": HIGHLIGHT,
}
