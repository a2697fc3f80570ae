import matplotlib.pyplot as plt
import numpy as np

from backprop import Network, datasets
from bookdraw import GRADIENT, GRID, INK

x, y = datasets.spirals(m=1000)
settings = {"hidden": "tanh", "output": "softmax", "cost": "cross_entropy"}
net = Network([2, 16, 3], **settings, init="xavier")
derivatives = [net.backprop(x[:, [i]], y[:, [i]])[1][0][4, 1] for i in range(1000)]

rng = np.random.default_rng(0)
bins = np.linspace(-0.1, 0.15, 51)
fig, axes = plt.subplots(3, 1, figsize=(5.0, 3.5), sharex=True)
for ax, B in zip(axes, [4, 16, 64], strict=True):
    means = rng.choice(derivatives, size=(20_000, B)).mean(axis=1)
    ax.axvline(0, color=GRID, linewidth=0.8)
    ax.hist(means, bins, color=GRADIENT, alpha=0.55)
    ax.axvline(np.mean(derivatives), color=INK, linestyle="--")
    ax.text(0.02, 0.6, f"$B = {B}$", color=INK, transform=ax.transAxes)
    ax.set(yticks=[])
    ax.spines["left"].set_visible(False)
axes[2].set(xlabel="derivative with respect to one weight")
axes[2].set(xticks=[-0.1, -0.05, 0, 0.05, 0.1, 0.15])
plt.show()
