import matplotlib.pyplot as plt
import numpy as np

from bookdraw import GRADIENT, GRID, INK, MUTED, SURFACE, VALUE, WIDTH, live, shown
from bookdraw.live import label, name

q = np.array([np.sqrt(2) * np.log(2), 0])
K = np.array([[0, 0, 1, 2], [1, -1, 1, -1]])
V, y, key = np.array([4, 8, 2, 6]), 3, 3
there = np.array([1, 1, 1, 0])  # the fourth key is left out

s = np.round(K.T @ q / np.sqrt(2), 12)
p = np.exp(s) * there / np.sum(np.exp(s) * there)
a = np.round(p @ V, 12)
row = p[key - 1] * ((np.arange(4) == key - 1) - p)  # of the Jacobian
u = np.round(p * (V - a) * (a - y), 12)  # without dust, so that 0 is 0
to_q, to_K = K @ u / np.sqrt(2), np.outer(q, u) / np.sqrt(2)

fig = plt.figure(figsize=(WIDTH, 6.0))
grid = fig.add_gridspec(2, 4, height_ratios=[1.25, 1], width_ratios=[1.5, 1, 1, 1])
plane = fig.add_subplot(grid[0, :])
words, weights, answers, back = (fig.add_subplot(grid[1, k]) for k in range(4))
middle = {"ha": "center", "va": "center", "fontsize": 12}


def arrow(start, step):
    """The points of an arrow; nan lifts the pen."""
    length = np.hypot(*step)
    if length < 0.02:
        return np.full((2, 1), 99)  # out of sight
    end, along = start + step, step / length
    across = np.array([-along[1], along[0]])
    barbs = [end - 0.14 * along + side * 0.07 * across for side in (1, -1)]
    gap = [np.nan, np.nan]
    return np.transpose([start, end, gap, barbs[0], end, barbs[1]])


ways = {"query": (np.zeros(2), q, VALUE), "push": (q, -to_q, GRADIENT)}
ways |= {f"push.{j + 1}": (K[:, j], -to_K[:, j], GRADIENT) for j in range(4)}
for part, (start, step, colour) in ways.items():
    style = {"color": colour, "linestyle": "-", "linewidth": 1.8}
    (line,) = plane.plot(*arrow(start, step), **style)
    name(line, part)
plane.plot(0, 0, "+", color=MUTED)
(end,) = plane.plot(*q, "o", color=VALUE, markersize=6)
name(end, "tip")
for j in range(4):
    colour, own = INK if there[j] else MUTED, j + 1
    look = {"markerfacecolor": SURFACE, "color": colour, "markersize": 17}
    (dot,) = plane.plot(*K[:, j], "o", **look)
    name(dot, f"K.*.{own}")
    label(plane, *K[:, j], f"{own}", f"number.{own}", color=colour, **middle)
plane.set(xlim=(-2.7, 2.7), ylim=(-2.2, 2.2), aspect="equal", xticks=[], yticks=[])
for side in plane.spines.values():
    side.set(visible=True, color=GRID)

for j in range(4):
    own, height = j + 1, 4 - j
    shade = {"color": INK if there[j] else MUTED, **middle}
    label(words, 0, height, f"{own}", f"number.{own}", **shade)
    label(words, 1, height, shown(V[j]), f"V.{own}", **shade)
    label(words, 2.2, height, shown(s[j], 3), f"s.{own}", **shade)
    for panel, part, numbers, at, colour in [
        (weights, "p", p, 0.5, VALUE),
        (answers, "row", row, 0, VALUE),
        (back, "u", u, 0, GRADIENT),
    ]:
        (bar,) = panel.barh([height], [numbers[j]], color=colour, height=0.3)
        name(bar, f"{part}.{own}")
        shade = {"color": colour, **middle}
        label(panel, at, height + 0.34, shown(numbers[j], 3), f"{part}.{own}", **shade)
        panel.vlines([0], height - 0.18, height + 0.18, INK)
for place, word in enumerate(["key", "value", "score"]):
    words.text([0, 1, 2.2][place], 4.78, word, color=INK, **middle)
titles = {weights: "weight", answers: "row", back: "back"}
for panel, title in titles.items():
    panel.text(0.5 if panel is weights else 0, 4.78, title, color=INK, **middle)
for panel in (words, *titles):
    panel.set(ylim=(0.7, 5), xticks=[], yticks=[])
    panel.spines[:].set_visible(False)
words.set(xlim=(-0.4, 2.8))
weights.set(xlim=(0, 1))
answers.set(xlim=(-0.3, 0.3))
back.set(xlim=(-3, 3))

live(
    fig,
    "pull",
    {"q": q, "K": K, "V": V, "y": y, "key": key, "fourth": 0},
    values={
        **{"number": [1, 2, 3, 4], "s": s, "p": p, "a": a, "row": row, "u": u},
        **{"error": a - y, "to_q": to_q, "to_K": to_K, "its": u[key - 1]},
    },
    ranges={
        **{"q": (-2, 2, 0.1), "K": (-2, 2, 0.1), "V": (-9, 9, 1), "y": (-9, 9, 1)},
        "fourth": (0, 1, 1),
    },
    latex={"q": "q", "K": "K", "V": "V", "s": "s", "p": "p", "a": "a", "u": "u"},
    needs={"p.j": ["s"], "u.j": ["p.j", "V"], "s.j": ["K.*.j", "q"], "a": ["p", "V"]},
    digits=3,
)
plt.show()
