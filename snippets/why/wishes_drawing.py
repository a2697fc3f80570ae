import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from bookdraw import DOWN, GRID, UP

from network import net, six, wanted

_, nabla_w = net.backprop(six, wanted)
wishes = -nabla_w[0] / np.abs(nabla_w[0]).max()

fig, ax = plt.subplots(figsize=(5.0, 2.9))
for unit, knobs in enumerate(wishes):
    left, top = 9.5 * (unit % 8), -9.5 * (unit // 8)
    frame = plt.Rectangle((left, top), 8, 8, facecolor="none", edgecolor=GRID)
    ax.add_patch(frame)
    strength = np.ceil(6 * np.abs(knobs))  # six shades
    for shade in range(1, 7):
        for colour, chosen in [(UP, knobs > 0.02), (DOWN, knobs < -0.02)]:
            places = np.flatnonzero(chosen & (strength == shade))
            if places.size:
                corners = [(left + k % 8, top + 7 - k // 8) for k in places]
                squares = [Path.unit_rectangle().vertices + c for c in corners]
                paths = [Path(square, closed=True) for square in squares]
                together = Path.make_compound_path(*paths)
                look = {"facecolor": colour, "alpha": shade / 6, "linewidth": 0}
                ax.add_patch(PathPatch(together, **look))
ax.set(xlim=(-0.5, 75), ylim=(-29, 8.5), aspect="equal")
ax.axis("off")
plt.show()
