import matplotlib.pyplot as plt
import numpy as np

from backprop import softmax
from bookdraw import ACCENT, GRADIENT, GRID, VALUE

first = np.linspace(-4, 6, 201)
z = np.array([first, np.full(201, 1.0), np.full(201, -1.0)])
a = softmax(z)

fig, ax = plt.subplots(figsize=(5.8, 3.2))
ax.axhline(1, color=GRID, linewidth=0.8)
ax.plot(first, a[0], color=VALUE, linestyle="-")
ax.plot(first, a[1], color=GRADIENT, linestyle="--")
ax.plot(first, a[2], color=ACCENT, linestyle="-.")
ax.text(3.2, 0.8, "apple", color=VALUE)
ax.text(-3.2, 0.78, "pear", color=GRADIENT)
ax.text(-3.2, 0.17, "plum", color=ACCENT)
ax.set(xlabel="$z_1$, while $z_2$ and $z_3$ stay", ylabel="probability", ylim=(0, 1.02))
plt.show()
