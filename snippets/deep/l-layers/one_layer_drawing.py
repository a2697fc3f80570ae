from itertools import pairwise

import matplotlib.pyplot as plt

from bookdraw import GRADIENT, INK, MUTED, SURFACE, VALUE

fig, ax = plt.subplots(figsize=(5.0, 3.1))
ax.set(xlim=(0, 5.6), ylim=(-1.15, 2.15))
ax.axis("off")
ax.axvspan(1.0, 4.55, 0.0, 1.0, color=SURFACE)
columns = {"below": 0.45, "z": 2.75, "here": 5.1}
d = r"\mathrm{d}"


def letter(x, y, text, colour, size=14):
    ax.text(x, y, f"${text}$", color=colour, fontsize=size, ha="center", va="center")


def arrow(start, end, colour, linestyle="-"):
    style = {"arrowstyle": "-|>", "linewidth": 1.1, "shrinkA": 15, "shrinkB": 15}
    style |= {"color": colour, "linestyle": linestyle}
    ax.annotate("", end, start, arrowprops=style)


places = [columns["below"], columns["z"], columns["here"]]
for x, value, gradient in zip(
    places,
    ["A^{l-1}", "Z^l", "A^l"],
    [f"{d}A^{{l-1}}", f"{d}Z^l", f"{d}A^l"],
    strict=True,
):
    letter(x, 1.55, value, VALUE)
    letter(x, 0.35, gradient, GRADIENT)
for left, right in pairwise(places):
    arrow((left + 0.1, 1.55), (right - 0.1, 1.55), MUTED)
    arrow((right - 0.12, 0.35), (left + 0.12, 0.35), GRADIENT)
letter(1.6, 1.85, "W^l,\\ b^l", INK, size=12)
letter(3.95, 1.85, "g", INK, size=12)
letter(1.72, 0.62, r"(W^l)^\top", GRADIENT, size=12)
letter(3.95, 0.62, r"\odot\ g'(Z^l)", GRADIENT, size=12)
arrow((2.75, 1.55), (2.75, 0.35), MUTED, ":")
arrow((2.75, 0.35), (2.75, -0.75), GRADIENT)
letter(2.75, -0.85, f"{d}W^l,\\ {d}b^l", GRADIENT)
arrow((0.45, 1.55), (2.15, -0.75), MUTED, ":")
plt.show()
