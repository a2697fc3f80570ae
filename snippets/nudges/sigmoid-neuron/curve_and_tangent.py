import matplotlib.pyplot as plt
import numpy as np

from backprop import sigmoid, sigmoid_prime
from bookdraw import GRADIENT, GRID, INK, VALUE

fig, ax = plt.subplots(figsize=(5.0, 3.2))
ax.axhline(0, color=GRID, linewidth=0.8)
ax.axhline(1, color=GRID, linewidth=0.8)
z = np.linspace(-6, 6, 241)
ax.plot(z, sigmoid(z), color=VALUE, linestyle="-")

for a, reach in [(-2, 1.9), (0, 1.5)]:
    ends = np.array([a - reach, a + reach])
    tangent = sigmoid(a) + sigmoid_prime(a) * (ends - a)
    ax.plot(ends, tangent, color=GRADIENT, linestyle="--")
    ax.plot(a, sigmoid(a), "o", color=INK)

ax.text(0.15, 0.4, "slope 1/4", color=GRADIENT)
ax.text(-1.85, 0.02, f"slope {sigmoid_prime(-2):.4f}", color=GRADIENT)
ax.text(3.4, 0.86, r"$\sigma(z)$", color=VALUE)
ax.set(xlabel="$z$", xticks=[-6, -4, -2, 0, 2, 4, 6], yticks=[0, 0.5, 1])
plt.show()
