import matplotlib.pyplot as plt
from matplotlib.patches import ConnectionPatch, Rectangle

from bookdraw import GRID, INK, MUTED

CELL = 0.19  # inches
PIECES = [("W^2", 4, 3), ("W^3", 2, 4), ("b^2", 4, 1), ("b^3", 2, 1)]
TINTS = [GRID, "none"] * 2
TOP, BELOW = 1.9, 0.45
STARTS = [0.55, 1.85, 3.45, 4.3]

fig, ax = plt.subplots(figsize=(5.0, 2.3))
ax.set(xlim=(-0.06, 5.0), ylim=(-0.05, 2.35), aspect="equal")
ax.axis("off")
place = 0
for (name, rows, columns), tint, left in zip(PIECES, TINTS, STARTS, strict=True):
    middle = (place + rows * columns / 2) * CELL
    for k in range(rows * columns):
        i, j = divmod(k, columns)
        corners = [
            ((place + k) * CELL, TOP),
            (left + j * CELL, BELOW + (rows - 1 - i) * CELL),
        ]
        for corner in corners:
            cell = Rectangle(corner, CELL, CELL, facecolor=tint, edgecolor=INK)
            ax.add_patch(cell)
    place += rows * columns
    over = (left + columns * CELL / 2, BELOW + rows * CELL + 0.04)
    style = {"arrowstyle": "<-", "color": MUTED}
    ax.add_patch(ConnectionPatch((middle, TOP - 0.04), over, "data", **style))
    ax.text(over[0], BELOW - 0.25, f"${name}$", ha="center", va="center")
ax.text(0, TOP + 0.32, "theta", color=INK, va="center")
plt.show()
