import matplotlib.pyplot as plt
import numpy as np

from bookdraw import ACCENT, GRADIENT, MUTED


def g(x):
    return x * x * x


x = 2
h = np.logspace(0, -15, 46)
one_sided = (g(x + h) - g(x)) / h
central = (g(x + h) - g(x - h)) / (2 * h)

fig, ax = plt.subplots(figsize=(5.8, 3.6))
ax.loglog(h, abs(one_sided - 12), color=GRADIENT, linestyle="--")
ax.loglog(h, abs(central - 12), color=ACCENT, linestyle="-")
ax.invert_xaxis()
ax.text(1e-3, 6e-2, "one-sided", color=GRADIENT)
ax.text(2e-2, 1e-7, "central", color=ACCENT, ha="right")
ax.text(1e-11, 2e-9, "rounding takes over", color=MUTED, ha="center")
ax.set(xlabel="nudge $h$, smaller to the right", ylabel="error of the quotient")
ax.grid()
plt.show()
