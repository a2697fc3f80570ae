import matplotlib.pyplot as plt

from bookdraw import GRADIENT, INK, MUTED, SURFACE, VALUE, WIDTH

steps = [
    ("times", "W^l", r"a^{l-1}", r"(W^l)^\top \delta^l", "first half of BP2"),
    ("plus", "b^l", r"W^l a^{l-1}", r"\delta^l", ""),
    ("sigmoid", "", "z^l", r"\delta^l", "BP1, second half of BP2"),
]
to_knob = {
    "W^l": (r"\delta^l (a^{l-1})^\top", "BP4"),
    "b^l": (r"\Sigma\,\delta^l", "BP3"),
}
box = {"boxstyle": "round", "facecolor": SURFACE, "edgecolor": INK}
fig, ax = plt.subplots(figsize=(WIDTH, 3.4))
for row, (word, knob, above, back, name) in enumerate(steps):
    y0 = -1.5 * row
    ax.text(0.1, y0 + 0.75, f"${above}$", va="center", color=VALUE)
    ax.text(-0.1, y0 + 0.75, f"${back}$", ha="right", va="center", color=GRADIENT)
    if knob:
        ax.plot([0, 0.9], [y0, y0], "-", color=INK)
        share, equation = to_knob[knob]
        ax.text(0.98, y0 + 0.02, f"${knob}$", va="center", color=VALUE)
        ax.text(1.25, y0 + 0.02, f"${share}$", va="center", color=GRADIENT)
        ax.text(1.25, y0 - 0.42, equation, va="center", color=MUTED)
    if name:
        ax.text(-0.45, y0, name, ha="right", va="center", color=MUTED)
    ax.text(0, y0, word, ha="center", va="center", bbox=box)
y0 = -1.5 * len(steps) + 0.5
ax.plot([0, 0], [1, y0], "-", color=INK, zorder=0)
at = {"y": y0 + 0.3, "va": "center"}
ax.text(0.1, s=r"$a^l$", color=VALUE, **at)
ax.text(-0.1, s=r"$\partial C / \partial a^l$", ha="right", color=GRADIENT, **at)
ax.set(xlim=(-1.9, 2.2))
ax.axis("off")
plt.show()
