import matplotlib.pyplot as plt
import numpy as np

from bookdraw import GRADIENT, INK, MUTED, VALUE, WIDTH, live, shown
from bookdraw.live import label, name

# Places are counted with one more at each edge, for the padding.
x, w = np.array([0, 2, 2, 7, 7, 3, 0]), np.array([-1, 1])
delta = np.array([1, 1, 3, 0, 2, 1])
window, pixel, weight = 2, 3, 1

there = range(1, 5)  # where windows begin
z = [w @ x[g : g + 2] if g in there else 0 for g in range(6)]
along = np.zeros((2, 6))  # what comes along each wire
nabla_w, onward = np.zeros(2), np.zeros(7)
for g in there:
    along[:, g] = w * x[g : g + 2]
    nabla_w += delta[g] * x[g : g + 2]
    onward[g : g + 2] += delta[g] * w

fig, ax = plt.subplots(figsize=(WIDTH, 3.0))
place = {"ha": "center", "va": "center"}
rows = {r"$\delta$": 1.3, "$z$": 1.06, "$x$": 0, "back": -0.3}
for text, y in rows.items():
    ax.text(-0.5, y, text, color=MUTED, ha="right", va="center")
for g in range(6):
    out = g not in there
    number = {**place, "away": out}
    label(ax, g + 0.5, 1.3, shown(delta[g]), f"delta.{g + 1}", color=GRADIENT, **number)
    label(ax, g + 0.5, 1.06, shown(z[g]), f"z.{g + 1}", color=VALUE, **number)
    for a, stroke in enumerate(["-", "--"]):
        key, seen = f"along.{a + 1}.{g + 1}", g == window
        ends = [[99], [99]] if out else [[g + a, g + 0.5], [0.15, 0.9]]
        style = {"linewidth": 2, "color": VALUE} if seen else {"linewidth": 0.8}
        (wire,) = ax.plot(*ends, **{"color": MUTED, "linestyle": stroke, **style})
        name(wire, key, f"w{a + 1}")
        middle = g + 0.25 + a / 2
        seen = {**place, "color": VALUE, "away": not seen}
        label(ax, middle, 0.525, shown(along[a, g]), key, **seen)
for j in range(7):
    number = {**place, "away": j in (0, 6)}
    label(ax, j, 0, shown(x[j]), f"x.{j + 1}", color=VALUE, **number)
    label(ax, j, -0.3, shown(onward[j]), f"onward.{j + 1}", color=GRADIENT, **number)
left, right = window - 0.35, window + 1.35
frame = [[left, right, right, left, left], [-0.13, -0.13, 0.13, 0.13, -0.13]]
(edge,) = ax.plot(*frame, color=INK, linestyle="-", linewidth=1.2)
name(edge, "frame")
ax.set(xlim=(-1.3, 6.4), ylim=(-0.45, 1.45), xticks=[], yticks=[])
ax.spines[:].set_visible(False)

by, got = w * x[window : window + 2], w * delta[[pixel, pixel - 1]]
live(
    fig,
    "window",
    {
        **{"mode": 1, "window": window, "pixel": pixel, "weight": weight},
        **{"w1": w[0], "w2": w[1], "padding": 0, "stride": 1},
    },
    values={
        **{"x": x, "delta": delta, "z": z, "along": along, "onward": onward},
        **{"by1": by[0], "by2": by[1], "sees": by.sum(), "windows": 4},
        "window": window,
        **{"got1": got[0], "got2": got[1], "gets": got.sum()},
        "gradient": nabla_w[weight - 1],
    },
    ranges={
        **{"window": (1, 6, 1), "pixel": (1, 5, 1), "weight": (1, 2, 1)},
        **{"w1": (-5, 5, 1), "w2": (-5, 5, 1)},
        **{"padding": (0, 1, 1), "stride": (1, 2, 1)},
    },
    latex={"w1": "w_1", "w2": "w_2"},
)
plt.show()
