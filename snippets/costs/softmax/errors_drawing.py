import matplotlib.pyplot as plt
import numpy as np

from backprop import softmax
from bookdraw import CLASSES, GRADIENT, INK, live, shown
from bookdraw.live import label, name

z, fruit = [2, 1, -1], 2
a = softmax(z)
y = np.eye(3)[fruit - 1]
delta, cost = a - y, -np.log(a[fruit - 1])

fig, panels = plt.subplots(1, 3, figsize=(5.0, 3.3), width_ratios=[1, 1, 1.1])
scores, shares, errors = panels
rows, middle = (3, 2, 1), {"ha": "center", "fontsize": 13}
for panel, key, numbers, at, colours in [
    (scores, "z", z, 0, CLASSES),
    (shares, "a", a, 0.5, CLASSES),
    (errors, "delta", delta, 0, [GRADIENT] * 3),
]:
    bars = panel.barh(rows, numbers, color=colours, height=0.34)
    for place, (bar, number) in enumerate(zip(bars, numbers, strict=True)):
        own = f"{key}.{place + 1}"
        name(bar, own)
        colour = colours[place]
        label(panel, at, rows[place] + 0.31, shown(number), own, color=colour, **middle)
    panel.vlines([0] * 3, [row - 0.2 for row in rows], [row + 0.2 for row in rows], INK)
for place, row in enumerate(rows):
    ends = [row - 0.3, row + 0.3]
    (truth,) = shares.plot([y[place]] * 2, ends, color=INK, linestyle="-", linewidth=3)
    truth.set_clip_on(False)
    name(truth, f"truth.{place + 1}")

whole = shares.barh([0] * 3, a, left=[0, *a.cumsum()[:-1]], color=CLASSES, height=0.34)
for place, part in enumerate(whole):
    name(part, f"part.{place + 1}")
total = {"prefix": r"\mathrm{sum} = ", **middle}
label(scores, 0, 0.28, shown(cost), "C", prefix="C = ", color=INK, **middle)
label(shares, 0.5, 0.28, "1", "sum_a", color=INK, **total)
label(errors, 0, 0.28, "0", "sum_delta", color=GRADIENT, **total)

for panel in panels:
    panel.set(ylim=(-0.35, 3.65))
    panel.set_yticks([])
    panel.spines["left"].set_visible(False)
scores.set_yticks(rows, ["apple", "pear", "plum"])
scores.tick_params(axis="y", length=0)
for word, colour in zip(scores.get_yticklabels(), CLASSES, strict=True):
    word.set_color(colour)
scores.set(title="input $z_j$", xlim=(-5, 5), xticks=[-5, 0, 5])
shares.set(title="share $a_j$", xlim=(0, 1), xticks=[0, 1])
errors.set(title="error $a_j - y_j$", xlim=(-1, 1), xticks=[-1, 0, 1])

needs = {"a.j": ["z"], "part.j": ["a.j"], "sum_a": ["a"], "C": ["a", "truth"]}
live(
    fig,
    "shares",
    {"z": z, "fruit": fruit},
    values={"a": a, "sum_a": 1, "delta": delta, "sum_delta": 0, "C": cost},
    ranges={"z": (-5, 5, 0.1)},
    latex={"delta": r"\delta", "C": "C"},
    needs={**needs, "delta.j": ["a.j", "truth.j"], "sum_delta": ["delta"]},
)
plt.show()
