import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Circle, Rectangle

from bookdraw import ACCENT, GRADIENT, GRID, INK

g = np.array([12.0, 5.0])
by_value = np.clip(g, -6.5, 6.5)
by_norm = g * min(1, 6.5 / np.linalg.norm(g))

fig, ax = plt.subplots(figsize=(5.0, 3.4))
ax.add_patch(Rectangle((-6.5, -6.5), 13, 13, fill=False, color=GRID))
ax.add_patch(Circle((0, 0), 6.5, fill=False, color=GRID))
for end, colour in [(g, GRADIENT), (by_value, INK), (by_norm, ACCENT)]:
    arrow = {"arrowstyle": "->", "color": colour, "linewidth": 1.8}
    ax.annotate("", end, (0, 0), arrowprops=arrow | {"shrinkA": 0, "shrinkB": 0})
ax.text(12, 5.2, "gradient", color=GRADIENT, ha="right", va="bottom")
ax.text(6.3, 5.3, "by value", color=INK, ha="right", va="bottom")
ax.text(6.4, 1.7, "by norm", color=ACCENT, ha="left")
ax.plot(0, 0, "o", color=INK)
ax.set(aspect="equal", xlim=(-1.2, 12.6), ylim=(-1.2, 7.2))
ax.set(xticks=[0, 6, 12], yticks=[0, 6], xlabel="first entry", ylabel="second entry")
plt.show()
