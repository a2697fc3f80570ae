import matplotlib.pyplot as plt
import numpy as np

from backprop import sigmoid
from bookdraw import ACCENT, GRADIENT, INK

z = np.linspace(-4, 6, 201)
quadratic = 0.5 * sigmoid(z) ** 2
cross_entropy = np.log(1 + np.exp(z))

fig, ax = plt.subplots(figsize=(5.8, 3.4))
ax.plot(z, quadratic, color=GRADIENT, linestyle="-")
ax.plot(z, cross_entropy, color=ACCENT, linestyle="-.")
for start in [1.5, 4.0]:
    ax.plot(start, 0.5 * sigmoid(start) ** 2, "o", color=INK)
    ax.plot(start, np.log(1 + np.exp(start)), "o", color=INK)
ax.text(1.5, 0.47, "good start", ha="center")
ax.text(4.0, 0.64, "bad start", ha="center")
ax.text(4.75, 0.17, "quadratic cost $C$", color=GRADIENT, ha="center")
ax.text(3.1, 4.3, "cross-entropy $J$", color=ACCENT, ha="right")
ax.set(xlabel="weighted input $z$ (the target is 0)", ylabel="cost")
ax.set(xlim=(-4, 6), ylim=(-0.1, 6.1))
plt.show()
