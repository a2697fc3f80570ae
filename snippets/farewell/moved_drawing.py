import matplotlib.pyplot as plt
import numpy as np

from bookdraw import CLASSES, INK, MUTED

from network import net, new_sixes

as_it_is = new_sixes[:, net.feedforward(new_sixes).argmax(axis=0) != 6]
to_the_left = np.roll(as_it_is.reshape(8, 8, 1), -1, axis=1).reshape(64, 1)

fig, axes = plt.subplots(2, 2, figsize=(5.0, 4.6), width_ratios=[1, 1.35])
titles = ["as it is", "a column to the left"]
for (left, right), image, title in zip(
    axes, [as_it_is, to_the_left], titles, strict=True
):
    for place, ink in enumerate(image[:, 0]):
        corner = place % 8, 7 - place // 8
        left.add_patch(plt.Rectangle(corner, 1, 1, facecolor=INK, alpha=ink, lw=0))
    left.add_patch(plt.Rectangle((0, 0), 8, 8, facecolor="none", edgecolor=MUTED))
    left.set(xlim=(-0.1, 8.1), ylim=(-0.1, 8.1), aspect="equal", title=title)
    left.axis("off")
    for digit, share in enumerate(net.feedforward(image)[:, 0]):
        colour = {1: CLASSES[1], 6: CLASSES[0]}.get(digit, MUTED)
        right.barh(digit, share, color=colour, height=0.7)
        if share > 0.005:
            text = f"{100 * share:.0f} %"
            right.text(share + 0.02, digit, text, color=colour, va="center_baseline")
    right.set(xlim=(0, 1.18), ylim=(9.6, -0.6), yticks=range(10), xticks=[])
    right.spines["bottom"].set_visible(False)
    right.tick_params(left=False)
plt.show()
