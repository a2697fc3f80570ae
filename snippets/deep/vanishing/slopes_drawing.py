import matplotlib.pyplot as plt
import numpy as np

from backprop import relu_prime, sigmoid_prime, tanh_prime
from bookdraw import ACCENT, FIRST, INK, MUTED, SECOND, THIRD

z = np.linspace(-4, 4, 401)
fig, ax = plt.subplots(figsize=(5.0, 2.9))
ax.plot(z, sigmoid_prime(z), **FIRST)
ax.plot(z, tanh_prime(z), **THIRD)
ax.plot(z[z <= 0], relu_prime(z[z <= 0]), **SECOND)
ax.plot(z[z > 0], relu_prime(z[z > 0]), **SECOND)
ax.text(2.2, 0.16, r"$\sigma^\prime$", color=INK)
ax.text(-1.0, 0.62, r"$\mathrm{tanh}^\prime$", color=MUTED, ha="right")
ax.text(2.5, 0.9, r"$\mathrm{ReLU}^\prime$", color=ACCENT)
ax.set(xlabel="$z$", ylabel="slope", yticks=[0, 0.25, 0.5, 0.75, 1])
ax.grid(axis="y")
plt.show()
