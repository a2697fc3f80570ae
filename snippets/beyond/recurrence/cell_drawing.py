from math import tanh

import matplotlib.pyplot as plt

from bookdraw import GRADIENT, INK, MUTED, SURFACE, VALUE, WIDTH

f, i, o = 0.95, 0.5, 0.8
g, before = 0.26, 1.2
c = f * before + i * g
h = o * tanh(c)

box = {"boxstyle": "round", "facecolor": SURFACE, "edgecolor": INK}
place = {"ha": "center", "va": "center"}
fig, ax = plt.subplots(figsize=(WIDTH, 2.9))
wires = [
    [(0.3, 0), (7.2, 0)],
    [(1.6, 0), (1.6, -0.9)],
    [(3.4, 0), (3.4, -1.2), (2.6, -2.2)],
    [(3.4, -1.2), (4.2, -2.2)],
    [(5.6, 0), (5.6, -2.9)],
    [(5.6, -2.2), (6.6, -2.2)],
]
for wire in wires:
    ax.plot(*zip(*wire, strict=True), "-", color=INK, zorder=0)
gates = [(1.6, 0, r"$\times$"), (3.4, 0, "+"), (3.4, -1.2, r"$\times$")]
gates += [(5.6, -1.1, "tanh"), (5.6, -2.2, r"$\times$")]
for x, y, sign in gates:
    ax.text(x, y, sign, bbox=box, **place)
for x, y, name, value in [
    (-0.2, 0, "c_{t-1}", f"{before}"),
    (1.6, -1.2, "f_t", f"{f}"),
    (2.5, -2.5, "i_t", f"{i}"),
    (4.3, -2.5, "g_t", f"{g}"),
    (7.6, 0, "c_t", f"{c:.2f}"),
    (7.0, -2.2, "o_t", f"{o}"),
    (5.6, -3.2, "h_t", f"{h:.3f}"),
]:
    ax.text(x, y, f"${name}$", color=VALUE, **place)
    ax.text(x, y - 0.45, value, color=MUTED, **place)
ax.text(0.75, 0.32, f"{f}", color=GRADIENT, **place)
ax.text(2.5, 0.32, "1", color=GRADIENT, **place)
ax.set(xlim=(-0.7, 8.0), ylim=(-3.9, 0.6))
ax.axis("off")
plt.show()
