import matplotlib.pyplot as plt
import numpy as np

from backprop import (
    gelu,
    gelu_prime,
    leaky_relu,
    leaky_relu_prime,
    relu,
    silu,
    silu_prime,
)
from bookdraw import ACCENT, FIRST, FOURTH, GRID, INK, MUTED, SECOND, THIRD

slope = 0.1
left, right = np.linspace(-4, 0, 161), np.linspace(1e-9, 2.5, 101)
z = np.concatenate([left, right])
fig, axes = plt.subplots(2, 1, figsize=(5.0, 5.9), sharex=True)
for ax in axes:
    ax.axhline(0, color=GRID, linewidth=0.8, zorder=0)

axes[0].plot(z, relu(z), **FIRST)
axes[0].plot(z, leaky_relu(z, slope), **SECOND)
axes[0].plot(z, silu(z), **THIRD)
axes[0].plot(z, gelu(z), **FOURTH)
axes[1].axhline(1, color=GRID, linewidth=0.8, zorder=0)
for side in (left, right):
    axes[1].plot(side, side > 0, **FIRST)
    axes[1].plot(side, leaky_relu_prime(side, slope), **SECOND)
axes[1].plot(z, silu_prime(z), **THIRD)
axes[1].plot(z, gelu_prime(z), **FOURTH)

axes[0].text(-3.9, 1.7, "ReLU", color=INK)
axes[0].text(-3.9, 1.4, "leaky ReLU", color=ACCENT)
axes[0].text(-3.9, 1.1, "SiLU", color=MUTED)
axes[0].text(-3.9, 0.8, "GELU", color=INK)
axes[0].set(title="the functions", ylim=(-0.55, 2.1), yticks=[0, 1, 2])
axes[1].set(title="their derivatives", ylim=(-0.25, 1.25), yticks=[0, 0.5, 1])
axes[1].set(xlabel="$z$", xlim=(-4, 2.5), xticks=[-4, -3, -2, -1, 0, 1, 2])
plt.show()
