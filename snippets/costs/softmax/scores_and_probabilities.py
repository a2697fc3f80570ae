import matplotlib.pyplot as plt

from backprop import softmax
from bookdraw import CLASSES, INK, live, shown
from bookdraw.live import label, name

z = [2, 1, -1]
a = softmax(z)

fig, (scores, shares) = plt.subplots(1, 2, figsize=(5.0, 3.3))
rows, middle = (3, 2, 1), {"ha": "center", "fontsize": 13}
for panel, key, numbers, at in [(scores, "z", z, 0), (shares, "a", a, 0.5)]:
    bars = panel.barh(rows, numbers, color=CLASSES, height=0.34)
    for place, (bar, number) in enumerate(zip(bars, numbers, strict=True)):
        own = f"{key}.{place + 1}"
        name(bar, own)
        colour = CLASSES[place]
        label(panel, at, rows[place] + 0.31, shown(number), own, color=colour, **middle)
    panel.vlines([0] * 3, [row - 0.2 for row in rows], [row + 0.2 for row in rows], INK)

whole = shares.barh([0] * 3, a, left=[0, *a.cumsum()[:-1]], color=CLASSES, height=0.34)
for place, part in enumerate(whole):
    name(part, f"part.{place + 1}")
label(shares, 0.5, 0.28, "1", "sum_a", prefix=r"\mathrm{sum} = ", color=INK, **middle)

for panel in (scores, shares):
    panel.set(ylim=(-0.35, 3.65))
    panel.tick_params(axis="y", length=0)
    panel.spines["left"].set_visible(False)
scores.set_yticks(rows, ["apple", "pear", "plum"])
for word, colour in zip(scores.get_yticklabels(), CLASSES, strict=True):
    word.set_color(colour)
shares.set_yticks([])
scores.set(title="weighted inputs $z_j$", xlim=(-5, 5), xticks=[-5, 0, 5])
shares.set(title="probabilities $a_j$", xlim=(0, 1), xticks=[0, 1])

live(
    fig,
    "shares",
    {"z": z},
    values={"a": a, "sum_a": 1},
    ranges={"z": (-5, 5, 0.1)},
    needs={"a.j": ["z"], "part.j": ["a.j"], "sum_a": ["a"]},
)
plt.show()
