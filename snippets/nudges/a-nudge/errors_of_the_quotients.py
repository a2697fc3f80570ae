import matplotlib.pyplot as plt
import numpy as np

from bookdraw import ACCENT, MUTED, SECOND, THIRD


def g(x):
    return x * x * x


x = 2
h = np.logspace(0, -15, 46)
one_sided = (g(x + h) - g(x)) / h
central = (g(x + h) - g(x - h)) / (2 * h)

fig, ax = plt.subplots(figsize=(5.0, 3.4))
ax.loglog(h, abs(one_sided - 12), **THIRD)
ax.loglog(h, abs(central - 12), **SECOND)
ax.invert_xaxis()
ax.text(1e-3, 6e-2, "one-sided", color=MUTED)
ax.text(0.5, 1e-9, "central", color=ACCENT)
ax.text(1e-11, 2e-9, "rounding takes over", color=MUTED, ha="center")
ax.set(xlabel="nudge $h$, smaller to the right", ylabel="error of the quotient")
ax.grid()
plt.show()
