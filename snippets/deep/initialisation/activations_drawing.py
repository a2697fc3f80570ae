import matplotlib.pyplot as plt
import numpy as np

from backprop import Network
from bookdraw import SURFACE, VALUE

x = np.random.default_rng(1).normal(size=(100, 1000))
starts = {"small": "small", "normal": "normal", "xavier": "Xavier", "he": "He"}
edges = np.linspace(-1, 1, 42)
middles = (edges[1:] + edges[:-1]) / 2

fig, axes = plt.subplots(2, 2, figsize=(5.0, 5.3), sharex=True, sharey=True)
for ax, (init, title) in zip(axes.flat, starts.items(), strict=True):
    net = Network([100] * 11, hidden="tanh", output="tanh", init=init, rng=0)
    _, activations = net.forward_pass(x)
    for place, layer in enumerate([11, 8, 5, 2]):
        counts, _ = np.histogram(activations[layer], edges)
        heights = place + 0.85 * counts / counts.max()
        ax.fill_between(middles, place, heights, color=SURFACE, step="mid")
        ax.step(middles, heights, "-", where="mid", color=VALUE, linewidth=1.2)
    ax.set(title=title, yticks=[0, 1, 2, 3], yticklabels=[11, 8, 5, 2])
    ax.tick_params(left=False)
    ax.set(xticks=[-1, 0, 1], ylim=(-0.08, 4))
for ax in axes[:, 0]:
    ax.set(ylabel="layer")
for ax in axes[1]:
    ax.set(xlabel="activation")
plt.show()
