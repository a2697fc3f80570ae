from math import log10

import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

from bookdraw import GRADIENT, INK, MUTED, SURFACE, VALUE, WIDTH


def side(numbers):
    """A side is longer by the same amount for each further digit."""
    return 0.2 + 0.55 * log10(numbers)


rows = [
    ("the chain", [("J_3", 1, 10), ("J_2", 10, 100), ("J_1", 100, 1000)]),
    ("from the input", [("J_3", 1, 10), ("J_2 J_1", 10, 1000)]),
    ("from the output", [("J_3 J_2", 1, 100), ("J_1", 100, 1000)]),
]
fig, ax = plt.subplots(figsize=(WIDTH, 4.0))
for row, (words, matrices) in enumerate(rows):
    x, y = 2.3, -2.45 * row
    ax.text(0, y, words, va="center", color=INK)
    for name, high, wide in matrices:
        colour = {"J_2 J_1": VALUE, "J_3 J_2": GRADIENT}.get(name, MUTED)
        h, w = side(high), side(wide)
        face = {"facecolor": SURFACE, "edgecolor": colour, "linewidth": 2}
        ax.add_patch(Rectangle((x, y - h / 2), w, h, **face))
        middle = {"ha": "center", "va": "center", "color": colour}
        ax.text(x + w / 2, y + h / 2 + 0.28, f"${name}$", **middle)
        ax.text(x + w / 2, y - h / 2 - 0.28, f"{high} × {wide}", **middle)
        x += w + 0.45
ax.set(xlim=(0, 7.7), ylim=(-6.2, 1.2), aspect="equal")
ax.axis("off")
plt.show()
