import matplotlib.pyplot as plt

from bookdraw import GRADIENT, INK, MUTED, VALUE

names = ["a^1", "z^2", "a^2", "z^3", "a^3", "C"]
labels = ["W^2, b^2", r"\sigma", "W^3, b^3", r"\sigma", "y"]
fig, ax = plt.subplots(figsize=(5.0, 2.5))
ax.set(xlim=(-0.5, 5.5), ylim=(-0.75, 1.5))
ax.axis("off")


def arrow(start, end, colour, linestyle="-", gap=11):
    style = {"arrowstyle": "-|>", "linewidth": 1.1, "shrinkA": 11, "shrinkB": gap}
    style |= {"color": colour, "linestyle": linestyle}
    ax.annotate("", end, start, arrowprops=style)


def letter(x, y, text, colour, size=13):
    ax.text(x, y, f"${text}$", color=colour, fontsize=size, ha="center", va="center")


for i, name in enumerate(names):
    letter(i, 1, name, VALUE)
for i, label in enumerate(labels):
    arrow((i, 1), (i + 1, 1), MUTED)
    letter(i + 0.5, 1.27, label, INK, size=11)
letter(5, 0, "1", GRADIENT)
for start, end, tag in [(5, 3, "BP1"), (3, 1, "BP2")]:
    arrow((start, 0), (end, 0), GRADIENT)
    letter((start + end) / 2, 0.18, rf"\mathrm{{{tag}}}", GRADIENT, size=11)
for i, layer in [(3, 3), (1, 2)]:
    letter(i, 0, rf"\delta^{layer}", GRADIENT)
    arrow((i, 1), (i, 0), MUTED, linestyle=":")
    arrow((i, 0), (i - 0.45, -0.55), GRADIENT, gap=4)
    arrow((i - 1, 1), (i - 0.45, -0.55), MUTED, linestyle=":", gap=4)
    collected = rf"\partial C / \partial W^{layer},\ \partial C / \partial b^{layer}"
    letter(i - 0.45, -0.66, collected, GRADIENT, size=12)
arrow((4, 1), (3, 0), MUTED, linestyle=":")  # the output, in BP1
arrow((2.45, 1.12), (1, 0), MUTED, linestyle=":")  # the weights, in BP2
plt.show()
