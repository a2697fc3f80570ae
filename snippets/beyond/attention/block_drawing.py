import matplotlib.pyplot as plt

from bookdraw import GRADIENT, INK, MUTED, SURFACE, VALUE, WIDTH

box = {"boxstyle": "round", "facecolor": SURFACE, "edgecolor": INK}
place = {"ha": "center", "va": "center"}
fig, ax = plt.subplots(figsize=(WIDTH, 3.6))
ax.plot([0, 0], [0.3, -7.3], "-", color=INK, zorder=0)
halves = [
    ("attention", "from place to place"),
    ("dense, ReLU, dense", "at each place alone"),
]
for half, (word, does) in enumerate(halves):
    top = -3.5 * half
    ax.plot([0, -1.6, -1.6, 0], [top, top, top - 3, top - 3], "-", color=INK, zorder=0)
    ax.text(0, top - 0.9, "normalise", bbox=box, **place)
    ax.text(0, top - 2, word, bbox=box, **place)
    ax.text(0, top - 3, "+", bbox=box, **place)
    ax.text(1.1, top - 2, does, va="center", color=MUTED)
    ax.text(1.1, top - 0.9, "each column alone", va="center", color=MUTED)
    ax.text(-1.8, top - 1.5, "1", color=GRADIENT, **place)
ax.text(0.15, 0.3, "what comes in", va="center", color=VALUE)
ax.text(0.15, -7.3, "what goes on", va="center", color=VALUE)
ax.set(xlim=(-2.1, 3.2), ylim=(-7.6, 0.6))
ax.axis("off")
plt.show()
