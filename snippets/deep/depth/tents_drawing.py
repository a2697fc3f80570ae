import matplotlib.pyplot as plt
import numpy as np
from tents import folding

from bookdraw import GRADIENT, VALUE

x = np.arange(1025) / 1024
corners = np.arange(12) / 11  # ten bends: as many as ten units can make

fig, axes = plt.subplots(2, 1, figsize=(5.0, 3.2), sharex=True)
axes[0].plot(corners, np.arange(12) % 2, color=GRADIENT)
axes[0].set(title="ten units in one layer")
axes[1].plot(x, folding(5).feedforward(x[None])[0], color=VALUE)
axes[1].set(title="ten units in five layers", xlabel="$x$")
for ax in axes:
    ax.set(xlim=(0, 1), ylim=(-0.05, 1.05), xticks=[0, 1], yticks=[0, 1])
plt.show()
