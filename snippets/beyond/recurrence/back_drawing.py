import matplotlib.pyplot as plt
import numpy as np

from bookdraw import GRADIENT, GRID, INK, MUTED, VALUE, WIDTH, live, shown
from bookdraw.live import label, name

w, u, steps, most = 0.8, 1.5, 3, 5
x = np.array([1, -0.6, 0.5, -0.4, 0.3])  # two more, for readers who go on

h, factor, share = np.zeros(most + 1), np.zeros(most), np.zeros(most)
for t in range(steps):
    h[t + 1] = np.tanh(w * h[t] + u * x[t])
arrives = np.where(np.arange(most + 1) == steps, 1.0, 0.0)
for t in range(steps, 0, -1):
    slope = 1 - h[t] ** 2
    share[t - 1] = arrives[t] * slope * h[t - 1]
    factor[t - 1] = w * slope
    arrives[t - 1] = arrives[t] * factor[t - 1]

fig, (chain, sizes) = plt.subplots(2, 1, figsize=(WIDTH, 4.9), height_ratios=[3, 1.3])
wide = 6 / steps  # from one moment to the next
titles = {"to $w$": 3.7, "$x$": 2.95, "$h$": 2.05, "factor": 1.12, "arrives": 0.55}
for text, y in titles.items():
    chain.text(-0.65, y, text, color=MUTED, ha="right", va="center")


def stroke(key, *points, away, **style):
    """A line, out of sight if it is drawn later; None lifts the pen."""
    gap = (np.nan, np.nan)
    ends = [(99, 99)] if away else [gap if point is None else point for point in points]
    (line,) = chain.plot(*np.reshape(ends, (-1, 2)).T, **style)
    name(line, key)


def number(x, y, value, key, away, **style):
    middle = {"ha": "center", "va": "center", "fontsize": 11.5}
    label(chain, x, y, shown(value, 3), key, away=away, **middle, **style)


for t in range(most + 1):
    away, at = t > steps, min(t, steps) * wide
    a, b, c, d = at - 0.46, at + 0.46, 1.78, 2.32
    box = [(a, c), (b, c), (b, d), (a, d), (a, c)]
    stroke(f"box.{t}", *box, away=away, color=INK, linestyle="-", linewidth=1)
    number(at, 2.05, h[t], f"h.{t + 1}", away, color=VALUE)
    number(at, 0.55, arrives[t], f"arrives.{t + 1}", away, color=GRADIENT)
    if t == 0:
        continue
    before, middle, thin = at - wide, at - wide / 2, {"away": away, "linewidth": 0.9}
    up, left, right = 2.42, before + 0.5, at - 0.5
    head = [(at - 0.08, up + 0.12), (at, up), (at + 0.08, up + 0.12)]
    line = (at, 2.75), (at, up), None
    stroke(f"in.{t}", *line, *head, color=VALUE, linestyle="-", **thin)
    head = [(right - 0.12, 2.15), (right, 2.05), (right - 0.12, 1.95)]
    line = (left, 2.05), (right, 2.05), None
    stroke(f"on.{t}", *line, *head, color=VALUE, linestyle="-", **thin)
    head = [(left + 0.12, 1.6), (left, 1.5), (left + 0.12, 1.4)]
    line = (right, 1.5), (left, 1.5), None
    stroke(f"back.{t}", *line, *head, color=GRADIENT, linestyle="-", **thin)
    line = (middle, 2.1), (middle, 3.48)
    stroke(f"use.{t}", *line, color=GRADIENT, linestyle=":", **thin)
    number(at, 2.95, x[t - 1], f"x.{t}", away, color=VALUE)
    number(middle, 1.12, factor[t - 1], f"factor.{t}", away, color=GRADIENT)
    number(middle, 3.7, share[t - 1], f"share.{t}", away, color=GRADIENT)
chain.set(xlim=(-1.9, 6.6), ylim=(0.3, 3.95), xticks=[], yticks=[])
chain.spines[:].set_visible(False)

reached = [min(t, steps) for t in range(most + 1)]
(way,) = sizes.plot(
    [t * wide for t in reached], arrives[reached], "o-", color=GRADIENT, markersize=5
)
name(way, "way")
sizes.set(xlim=(-1.9, 6.6), yscale="log", ylim=(3e-5, 3e3), xticks=[])
sizes.set_yticks([])
sizes.minorticks_off()
sizes.spines[:].set_visible(False)
for y in (1000, 1, 1e-3):
    if y >= 1:
        sizes.text(-0.65, y, f"{y}", color=MUTED, ha="right", va="center")
    sizes.plot([-0.5, 6.5], [y, y], color=GRID, linestyle="-", linewidth=0.8, zorder=0)

live(
    fig,
    "unrolled",
    {"w": w, "u": u, "steps": steps, "back": steps},
    values={
        **{"x": x, "h": h, "factor": factor, "share": share, "arrives": arrives},
        **{"reach": arrives[0], "so_far": share.sum()},
    },
    ranges={"w": (-3, 3, 0.1), "u": (0, 2, 0.1), "steps": (1, most, 1)},
    runs={"back": steps},
    latex={"w": "w", "u": "u"},
    needs={"arrives": ["factor"], "share.t": ["arrives", "h"], "factor.t": ["w", "h"]},
    digits=3,
)
plt.show()
