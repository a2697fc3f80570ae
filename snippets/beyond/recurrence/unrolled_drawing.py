import matplotlib.pyplot as plt

from bookdraw import GRADIENT, INK, SURFACE, VALUE, WIDTH

box = {"boxstyle": "round", "facecolor": SURFACE, "edgecolor": INK}
place = {"ha": "center", "va": "center"}
forward = {"arrowstyle": "->", "color": VALUE}
back = {"arrowstyle": "->", "color": GRADIENT, "linestyle": "--"}
line = {"arrowstyle": "-", "color": INK}
fig, ax = plt.subplots(figsize=(WIDTH, 2.4))
for t in range(4):
    ax.text(2 * t, 0, f"$h_{t}$", bbox=box, **place)
    if t == 0:
        continue
    ax.annotate("", (2 * t - 0.4, 0.12), (2 * t - 1.6, 0.12), arrowprops=forward)
    ax.annotate("", (2 * t - 1.6, -0.12), (2 * t - 0.4, -0.12), arrowprops=back)
    ax.text(2 * t - 1, 0.42, "$w$", color=VALUE, **place)
    ax.annotate("", (2 * t, -0.4), (2 * t, -1.3), arrowprops=forward)
    ax.text(2 * t + 0.3, -0.85, "$u$", color=VALUE, **place)
    ax.text(2 * t, -1.6, f"$x_{t}$", color=VALUE, **place)
    ax.annotate("", (2 * t - 1, 0.65), (3, 1.6), arrowprops=line)
ax.text(3, 1.75, "one number $w$", color=INK, **place)
ax.set(xlim=(-0.5, 6.6), ylim=(-1.9, 2.0))
ax.axis("off")
plt.show()
