import matplotlib.pyplot as plt
import numpy as np

from backprop import sigmoid_prime
from bookdraw import GRADIENT, INK, MUTED, SURFACE

fig, ax = plt.subplots(figsize=(5.8, 3.2))
ax.axvspan(-8, -5, color=SURFACE)
ax.axvspan(5, 8, color=SURFACE)
z = np.linspace(-8, 8, 321)
ax.plot(z, sigmoid_prime(z), color=GRADIENT, linestyle="-")
ax.plot([0, -2], sigmoid_prime([0, -2]), "o", color=INK)

ax.text(0.35, 0.25, "steepest: 1/4 at 0")
ax.text(-2.3, 0.105, f"{sigmoid_prime(-2):.4f} at −2", ha="right")
ax.text(-6.5, 0.03, "saturated", color=MUTED, ha="center")
ax.text(6.5, 0.03, "saturated", color=MUTED, ha="center")
ax.text(1.75, 0.15, r"$\sigma'(z)$", color=GRADIENT)
ax.set(xlabel="$z$", xlim=(-8, 8), ylim=(0, 0.28), yticks=[0, 0.1, 0.2])
plt.show()
