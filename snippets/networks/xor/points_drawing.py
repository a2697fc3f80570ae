import matplotlib.pyplot as plt
import numpy as np

from backprop import datasets
from bookdraw import ACCENT, CLASS_TINTS, CLASSES, INK

x, y = datasets.xor()
on = y[0] == 1
ends = np.array([-0.5, 1.5])

fig, axes = plt.subplots(1, 2, figsize=(5.0, 2.9), sharey=True, layout="compressed")
axes[0].plot(ends, 0.5 - ends, color=INK)
axes[0].set(title="one line")
axes[1].fill_between(ends, 0.5 - ends, 1.5 - ends, color=CLASS_TINTS[0])
axes[1].plot(ends, 0.5 - ends, color=INK)
axes[1].plot(ends, 1.5 - ends, color=INK, linestyle="-")
axes[1].set(title="two lines")
for ax in axes:
    ax.plot(*x[:, on], "o", color=CLASSES[0], markersize=9)
    ax.plot(*x[:, ~on], "X", color=CLASSES[1], markersize=9)
    ax.set(xlim=ends, ylim=ends, aspect="equal", xticks=[0, 1], yticks=[0, 1])
    ax.set(xlabel="$x_1$")
axes[0].plot(1, 1, "o", color=ACCENT, markersize=22, fillstyle="none")
axes[0].set(ylabel="$x_2$")
plt.show()
