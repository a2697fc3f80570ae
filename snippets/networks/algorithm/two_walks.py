import matplotlib.pyplot as plt

from bookdraw import GRADIENT, INK, MUTED, VALUE

forward = ["a^1", "z^2", "a^2", "z^3", "a^3", "C"]
labels = ["W^2, b^2", r"\sigma", "W^3, b^3", r"\sigma", "y"]
fig, ax = plt.subplots(figsize=(5.0, 2.5))
ax.set(xlim=(-0.5, 5.5), ylim=(-0.75, 1.5))
ax.axis("off")
arrow = {"arrowstyle": "-|>", "linewidth": 1.1, "shrinkA": 11, "shrinkB": 11}
for i, name in enumerate(forward):
    ax.text(i, 1, f"${name}$", color=VALUE, fontsize=13, ha="center", va="center")
for i, label in enumerate(labels):
    ax.annotate("", (i + 1, 1), (i, 1), arrowprops=arrow | {"color": MUTED})
    ax.text(i + 0.5, 1.17, f"${label}$", color=INK, fontsize=11, ha="center", va="bottom")
for start, end, label in [(5, 3, "BP1"), (3, 1, "BP2")]:
    ax.annotate("", (end, 0), (start, 0), arrowprops=arrow | {"color": GRADIENT})
    ax.text((start + end) / 2, 0.1, label, color=GRADIENT, fontsize=11, ha="center", va="bottom")
ax.text(5, 0, "$1$", color=GRADIENT, fontsize=13, ha="center", va="center")
for i, name in [(3, r"\delta^3"), (1, r"\delta^2")]:
    ax.text(i, 0, f"${name}$", color=GRADIENT, fontsize=13, ha="center", va="center")
    ax.annotate("", (i, 0), (i, 1), arrowprops=arrow | {"color": MUTED, "linestyle": ":"})
    ax.annotate("", (i - 0.45, -0.55), (i, 0), arrowprops=arrow | {"color": GRADIENT, "shrinkB": 4})
    ax.annotate("", (i - 0.45, -0.55), (i - 1, 1), arrowprops=arrow | {"color": MUTED, "linestyle": ":"})
    layer = 3 if i == 3 else 2
    text = rf"$\partial C / \partial W^{layer},\ \partial C / \partial b^{layer}$"
    ax.text(i - 0.45, -0.66, text, color=GRADIENT, fontsize=12, ha="center", va="center")
plt.show()
