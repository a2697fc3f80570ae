import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

from bookdraw import GRADIENT, GRID, VALUE

x, h = 3.0, 0.4
fig, ax = plt.subplots(figsize=(4.4, 4.0))
ax.add_patch(Rectangle((0, 0), x, x, facecolor=GRID, edgecolor=VALUE))
for corner, width, height in [((x, 0), h, x), ((0, x), x + h, h)]:
    ax.add_patch(Rectangle(corner, width, height, facecolor="none", edgecolor=GRADIENT))
ax.text(x / 2, x / 2, r"$3 \cdot 3$", color=VALUE, ha="center", va="center")
ax.text(x + h + 0.1, x / 2, "first move\n" r"$3\,h$", color=GRADIENT, va="center")
ax.text(
    x / 2,
    x + h + 0.1,
    r"second move $(3 + h)\,h$",
    color=GRADIENT,
    ha="center",
    va="bottom",
)
ax.text(x / 2, -0.12, "3", ha="center", va="top", color=VALUE)
ax.text(x + h / 2, -0.12, "$h$", ha="center", va="top", color=GRADIENT)
ax.text(-0.12, x / 2, "3", ha="right", va="center", color=VALUE)
ax.text(-0.12, x + h / 2, "$h$", ha="right", va="center", color=GRADIENT)
ax.set(xlim=(-0.4, 4.6), ylim=(-0.5, 4.1), aspect="equal")
ax.axis("off")
plt.show()
