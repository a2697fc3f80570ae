import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

from bookdraw import GRADIENT, GRID, INK, MUTED, VALUE

sizes, m = [3, 4, 2, 1], 5
CELL, GAP = 0.15, 0.22  # inches
FORWARD, BACKWARD = 1.0, -0.85

fig, ax = plt.subplots(figsize=(5.0, 3.6))
ax.set(xlim=(0, 5.9), ylim=(-1.8, 1.95), aspect="equal")
ax.axis("off")


def grid(left, middle, rows, columns, name, colour):
    top = middle + rows * CELL / 2
    for i in range(rows):
        for j in range(columns):
            corner = (left + j * CELL, top - (i + 1) * CELL)
            cell = Rectangle(corner, CELL, CELL, facecolor="none", edgecolor=GRID)
            ax.add_patch(cell)
    corner = (left, top - rows * CELL)
    box = Rectangle(
        corner, columns * CELL, rows * CELL, facecolor="none", edgecolor=colour
    )
    ax.add_patch(box)
    x = left + columns * CELL / 2
    ax.text(x, middle - 0.5, f"${name}$", color=colour, ha="center", va="center")
    shape = rf"${rows}\!\times\!{columns}$"
    ax.text(
        x, middle - 0.74, shape, fontsize=10.6, color=MUTED, ha="center", va="center"
    )


def arrow(start, end, height, text, colour):
    style = {"arrowstyle": "-|>", "color": colour, "linewidth": 1.1}
    ax.annotate("", (end, height), (start, height), arrowprops=style)
    ax.text(2.95, height + 0.13, text, color=colour, fontsize=12, ha="center")


x = 0.12
for layer, size in enumerate(sizes, start=1):
    grid(x, FORWARD, size, m, f"A^{layer}", VALUE)
    if layer > 1:
        grid(x, BACKWARD, size, m, rf"\mathrm{{d}}Z^{layer}", GRADIENT)
    x += m * CELL + GAP
    if layer < len(sizes):
        above = sizes[layer]
        grid(x, FORWARD, above, size, f"W^{layer + 1}", INK)
        grid(x, BACKWARD, above, size, rf"\mathrm{{d}}W^{layer + 1}", GRADIENT)
        x += size * CELL + GAP
arrow(0.2, x - 0.3, FORWARD + 0.62, "forward", VALUE)
arrow(x - 0.3, 0.2, BACKWARD + 0.62, "backward", GRADIENT)
plt.show()
