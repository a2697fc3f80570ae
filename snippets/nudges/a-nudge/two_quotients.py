import matplotlib.pyplot as plt
import numpy as np

from bookdraw import (
    ACCENT,
    GRADIENT,
    INK,
    MUTED,
    SECOND,
    THIRD,
    VALUE,
    VALUE_LINE,
    live,
    shown,
)
from bookdraw.live import label, name


def g(x):
    return x * x * x


x, h = 2, 1
one_sided = (g(x + h) - g(x)) / h
central = (g(x + h) - g(x - h)) / (2 * h)

fig, ax = plt.subplots(figsize=(5.0, 3.4))
curve = np.linspace(0.6, 3.15, 200)
ax.plot(curve, g(curve), **VALUE_LINE)
ends = np.array([1.2, 3.1])
ax.plot(ends, g(x) + 12 * (ends - x), color=GRADIENT, linestyle="-", linewidth=0.9)
ends = np.array([1.55, 3.12])
(chord,) = ax.plot(ends, g(x) + one_sided * (ends - x), **THIRD)
name(chord, "one_sided")
ends = np.array([0.88, 3.12])
(chord,) = ax.plot(ends, g(x - h) + central * (ends - x + h), **SECOND)
name(chord, "central")
for key, at in [("below", x - h), ("here", x), ("above", x + h)]:
    (dot,) = ax.plot(at, g(at), "o", color=INK)
    name(dot, key)

slopes = [
    ("one-sided", one_sided, "one_sided", MUTED),
    ("central", central, "central", ACCENT),
    ("tangent", 12, None, GRADIENT),
]
ax.text(1.78, 29, "slopes", color=MUTED, ha="right")
for row, (word, slope, key, colour) in enumerate(slopes, start=1):
    ax.text(1.28, 29 - 3.3 * row, word, color=colour, ha="right")
    label(ax, 1.36, 29 - 3.3 * row, shown(slope), key, color=colour, fontsize=13)
ax.text(2.5, 20.5, "$g$", color=VALUE)
ax.set(xlabel="$x$", xlim=(0.55, 3.3), ylim=(-1, 32))
ax.set(xticks=[1, 2, 3], yticks=[1, 8, 27])

values = {"one_sided": one_sided, "central": central, "after": g(x + h)}
values |= {"error_one": abs(one_sided - 12), "error_central": abs(central - 12)}
live(
    fig,
    "quotients",
    {"h": h},
    values=values,
    ranges={"h": (0.01, 1, 0.01)},
    latex={"h": "h", "one_sided": "r(h)", "central": "c(h)"},
)
plt.show()
