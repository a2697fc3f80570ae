import matplotlib.pyplot as plt
import numpy as np

from bookdraw import ACCENT, GRADIENT, INK, MUTED, SECOND, THIRD, VALUE, VALUE_LINE


def g(x):
    return x**3


fig, ax = plt.subplots(figsize=(5.0, 3.4))
x = np.linspace(0.6, 3.15, 200)
ax.plot(x, g(x), **VALUE_LINE)
ax.plot([2, 3], [g(2), g(3)], **THIRD)
ax.plot([1, 3], [g(1), g(3)], **SECOND)

ends = np.array([1.2, 2.7])
ax.plot(ends, g(2) + 12 * (ends - 2), color=GRADIENT, linestyle="-", linewidth=0.9)
ax.plot([1, 2, 3], [g(1), g(2), g(3)], "o", color=INK)

ax.text(1.75, 14.2, "central: slope 13", color=ACCENT, ha="right")
ax.text(2.9, 21, "one-sided: slope 19", color=MUTED)
ax.text(2.76, 14.5, "tangent: slope 12", color=INK)
ax.text(0.6, 2.2, "$g$", color=VALUE)
ax.set(xlabel="$x$", xlim=(0.55, 3.75), xticks=[1, 2, 3], yticks=[1, 8, 27])
plt.show()
