import matplotlib.pyplot as plt
import numpy as np

from backprop import sigmoid
from bookdraw import ACCENT, FIRST, GRID, INK, SECOND

z = np.linspace(-4, 6, 201)
quadratic = 0.5 * sigmoid(z) ** 2
cross_entropy = np.log(1 + np.exp(z))

fig, ax = plt.subplots(figsize=(5.0, 3.2))
ax.plot(z, quadratic, **FIRST)
ax.plot(z, cross_entropy, **SECOND)
for start, name in [(1.5, "good start"), (4.0, "bad start")]:
    height = np.log(1 + np.exp(start))
    ax.plot([start, start], [0, height], color=GRID, linewidth=0.8, zorder=0)
    ax.plot([start, start], [0.5 * sigmoid(start) ** 2, height], "o", color=INK)
    ax.text(start - 0.2, height + 0.1, name, ha="right")
ax.text(5.95, 0.68, "quadratic cost", color=INK, ha="right")
ax.text(4.6, 3.6, "cross-entropy", color=ACCENT)
ax.set(xlabel="weighted input $z$ (the target is 0)", ylabel="cost")
ax.set(xlim=(-4, 6), ylim=(-0.1, 6.1))
plt.show()
