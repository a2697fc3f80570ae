import matplotlib.pyplot as plt

from bookdraw import GRADIENT, INK, MUTED, SURFACE, VALUE, WIDTH

box = {"boxstyle": "round", "facecolor": SURFACE, "edgecolor": INK}
place = {"ha": "center", "va": "center"}
fig, ax = plt.subplots(figsize=(WIDTH, 1.9))
ax.plot([0, 6.4], [0, 0], "-", color=INK, zorder=0)
for left, name, slope in [(0.5, "f", "f'(x) = 1"), (3.5, "g", r"g'(a) = \frac{2}{3}")]:
    right = left + 2
    ax.plot([left, left, right, right], [0, 1, 1, 0], "-", color=INK, zorder=0)
    ax.text(left + 1, 0, f"${name}$", bbox=box, **place)
    ax.text(right, 0, "+", bbox=box, **place)
    ax.text(left + 1, 1.25, "1", color=GRADIENT, **place)
    ax.text(left + 1, -0.6, f"${slope}$", color=GRADIENT, **place)
for x, name, value in [(-0.2, "x", 2), (3.0, "a", 3), (6.6, "b", 4)]:
    ax.text(x, 0 if x != 3 else 0.3, f"${name}$", color=VALUE, **place)
    ax.text(x, -0.45, str(value), color=MUTED, **place)
ax.set(xlim=(-0.5, 6.9), ylim=(-0.9, 1.5))
ax.axis("off")
plt.show()
