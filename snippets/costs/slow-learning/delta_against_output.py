import matplotlib.pyplot as plt
import numpy as np

from bookdraw import ACCENT, FIRST, INK, MUTED, SECOND, SURFACE

a = np.linspace(0, 1, 201)
fig, ax = plt.subplots(figsize=(5.0, 3.2))
ax.axvspan(0.9, 1, color=SURFACE)
ax.plot(a, a, **SECOND)
ax.plot(a, a * a * (1 - a), **FIRST)
ax.plot([2 / 3], [4 / 27], "o", color=INK)
ax.text(0.66, 0.19, "largest at 2/3", ha="center")
ax.text(0.37, 0.3, "cross-entropy: $a$", color=ACCENT)
ax.text(0.5, 0.025, "quadratic: $a^2(1 - a)$", color=INK, ha="center")
ax.text(0.95, 0.5, "worst", color=MUTED, ha="center")
ax.set(xlabel="output $a$ (the target is 0)", ylabel=r"$\delta$")
ax.set(xlim=(0, 1), ylim=(0, 1))
plt.show()
