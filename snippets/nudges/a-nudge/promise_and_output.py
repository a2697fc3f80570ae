import matplotlib.pyplot as plt
import numpy as np

from bookdraw import GRADIENT, INK, MUTED, VALUE

a, b = 4, -3
eta = np.linspace(0, 3, 200)
output = (a + eta * b) * (b + eta * a)
promised = a * b + eta * (a**2 + b**2)

fig, ax = plt.subplots(figsize=(5.0, 3.4))
ax.axhline(a * b, color=MUTED, linewidth=0.8, linestyle=":")
ax.plot(eta, promised, color=GRADIENT, linestyle="--")
ax.plot(eta, output, color=VALUE, linestyle="-")
for step in [0.1, 0.5, 1, 2, 3]:
    ax.plot(step, (a + step * b) * (b + step * a), "o", color=INK, clip_on=False)
ax.text(0.62, 8, "promised", color=GRADIENT, ha="right")
ax.text(2.42, -20, "output", color=VALUE)
ax.text(2.98, a * b + 1, "before the step", color=MUTED, ha="right")
ax.set(xlabel=r"step size $\eta$", xlim=(0, 3), ylim=(-46, 22))
plt.show()
