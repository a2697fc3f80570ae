import matplotlib.pyplot as plt
import numpy as np

from backprop import relu, sigmoid, sigmoid_prime
from bookdraw import GRADIENT, GRID, VALUE

fig, axes = plt.subplots(1, 2, figsize=(5.0, 2.8), sharey=True)
z = np.linspace(-3, 3, 241)
for ax in axes:
    ax.axhline(0, color=GRID, linewidth=0.8, zorder=0)
    ax.axhline(1, color=GRID, linewidth=0.8, zorder=0)
    ax.set(xlabel="$z$", xlim=(-3, 3), ylim=(-0.12, 2.1))
    ax.set(xticks=[-2, 0, 2], yticks=[0, 1, 2])

axes[0].plot(z, sigmoid(z), color=VALUE, linestyle="-")
axes[0].plot(z, sigmoid_prime(z), color=GRADIENT, linestyle="--")
axes[0].text(0.9, 0.82, r"$\sigma$", color=VALUE, ha="right")
axes[0].text(1.1, 0.28, r"$\sigma'$", color=GRADIENT)
axes[0].set(title="sigmoid")

axes[1].plot(z, relu(z), color=VALUE, linestyle="-")
for side, slope in [([-3, 0], 0), ([0, 3], 1)]:
    axes[1].plot(side, [slope, slope], color=GRADIENT, linestyle="--")
axes[1].plot(0, 0, "o", color=GRADIENT)
axes[1].plot(0, 1, "o", color=GRADIENT, markerfacecolor="none")
axes[1].text(1.55, 1.75, "ReLU", color=VALUE, ha="right")
axes[1].text(-0.25, 0.92, "ReLU'", color=GRADIENT, ha="right")
axes[1].set(title="ReLU")
plt.show()
