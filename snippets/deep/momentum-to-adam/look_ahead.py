import matplotlib.pyplot as plt
import numpy as np

from bookdraw import GRADIENT, INK, MUTED, VALUE

line = np.linspace(-1.3, 1.3, 100)
here, ahead = -0.4, 0.8
fig, axes = plt.subplots(1, 2, figsize=(5.0, 2.4), sharey=True)
for ax, place, title in zip(
    axes, [here, ahead], ["gradient here", "gradient ahead"], strict=True
):
    ax.plot(line, line**2 / 2, color=MUTED, linewidth=1)
    ax.plot([ahead, ahead], [ahead**2 / 2, 1.05], ":", color=MUTED, linewidth=1)
    ax.plot([here, here], [here**2 / 2, 1.05], ":", color=MUTED, linewidth=1)
    for start, end, height, colour in [
        (here, ahead, 1.05, VALUE),  # where the velocity leads
        (place, place - 0.8 * place, place**2 / 2, GRADIENT),  # the push
    ]:
        arrow = {"arrowstyle": "->", "color": colour, "linewidth": 1.6}
        ax.annotate("", (end, height), (start, height), arrowprops=arrow)
    ax.plot(place, place**2 / 2, "o", color=GRADIENT, markersize=4)
    ax.plot(here, here**2 / 2, "o", color=INK)
    ax.set(title=title, xlabel="$u$", xticks=[-1, 0, 1], ylim=(-0.08, 1.25))
axes[0].set(ylabel="cost")
plt.show()
