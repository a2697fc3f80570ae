import matplotlib.pyplot as plt
import numpy as np

from bookdraw import ACCENT, GRADIENT, INK, VALUE


def cost(w):
    return (w**20 - 2) ** 2 / 2


path = [1.2]
for _ in range(20):
    w = path[-1]
    gradient = (w**20 - 2) * 20 * w**19
    path.append(w - 0.0005 * max(-40, min(gradient, 40)))
path = np.array(path)

places = np.linspace(0.7, 1.2, 200)
fig, ax = plt.subplots(figsize=(5.0, 2.6))
ax.plot(places, cost(places), color=VALUE)
ax.plot(path, cost(path), "o", color=ACCENT)
ax.plot(1.2, cost(1.2), "o", color=INK)
ax.annotate(
    "",
    (0.7, cost(1.2)),
    (1.19, cost(1.2)),
    arrowprops={"arrowstyle": "->", "color": GRADIENT, "linewidth": 1.6},
)
ax.text(0.95, 610, "one plain step", color=GRADIENT, ha="center")
ax.text(1.09, 260, "clipped steps", color=ACCENT, ha="right")
ax.set(xlabel="$w$", ylabel="cost", xlim=(0.7, 1.22), ylim=(-20, 720))
ax.set(xticks=[0.7, 0.8, 0.9, 1, 1.1, 1.2])
plt.show()
