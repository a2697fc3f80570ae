import matplotlib.pyplot as plt
import numpy as np

from bookdraw import FIRST, INK, SECOND, THIRD

ripe = 0.75
bets = np.linspace(0.3, 0.995, 140)
distance = ripe * (1 - bets) + (1 - ripe) * bets
square = ripe * (1 - bets) ** 2 + (1 - ripe) * bets**2
log = -ripe * np.log(bets) - (1 - ripe) * np.log(1 - bets)

fig, ax = plt.subplots(figsize=(5.0, 3.2))
ax.axvline(ripe, color=INK, linewidth=0.8)
ax.plot(bets, log, **FIRST)
ax.plot(bets, square, **SECOND)
ax.plot(bets, distance, **THIRD)
honest = -ripe * np.log(ripe) - (1 - ripe) * np.log(1 - ripe)
ax.plot([ripe, ripe, 1], [honest, ripe * (1 - ripe), 1 - ripe], "o", color=INK)
ax.text(0.32, 1.0, "minus log", color=FIRST["color"])
ax.text(0.32, 0.63, "distance", color=THIRD["color"])
ax.text(0.32, 0.2, "its square", color=SECOND["color"])
ax.set(xlabel="bet on “ripe”", ylabel="mean price", xlim=(0.3, 1.02), ylim=(0, 1.4))
plt.show()
