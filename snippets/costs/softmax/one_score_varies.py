import matplotlib.pyplot as plt
import numpy as np

from backprop import softmax
from bookdraw import CLASSES, GRID

first = np.linspace(-4, 6, 201)
z = np.array([first, np.full(201, 1.0), np.full(201, -1.0)])
a = softmax(z)

fig, ax = plt.subplots(figsize=(5.0, 3.0))
ax.axhline(1, color=GRID, linewidth=0.8)
ax.plot(first, a[0], color=CLASSES[0], linestyle="-")
ax.plot(first, a[1], color=CLASSES[1], linestyle="--")
ax.plot(first, a[2], color=CLASSES[2], linestyle="-.")
ax.text(3.2, 0.8, "apple", color=CLASSES[0])
ax.text(-3.2, 0.78, "pear", color=CLASSES[1])
ax.text(-3.2, 0.17, "plum", color=CLASSES[2])
ax.set(xlabel="$z_1$, while $z_2$ and $z_3$ stay", ylabel="probability", ylim=(0, 1.02))
plt.show()
