import matplotlib.pyplot as plt
import numpy as np

from bookdraw import GRADIENT, GRID, INK, MUTED, live
from bookdraw.live import name

w, eta, curvature, steps = 1.0, 0.45, 4.0, 20

path = [w]
for _ in range(steps):
    path.append(path[-1] - eta * curvature * path[-1])
path = np.array(path)

line = np.linspace(-1.6, 1.6, 65)
fig, (bowl, time) = plt.subplots(2, 1, figsize=(5.0, 5.0), height_ratios=[3, 2])
(wall,) = bowl.plot(line, curvature / 2 * line**2, color=MUTED, linewidth=1)
(way,) = bowl.plot(
    path, curvature / 2 * path**2, "o-", color=GRADIENT, markersize=4, linewidth=1
)
(start,) = bowl.plot(w, curvature / 2 * w**2, "o", color=INK, markersize=7)
bowl.axhline(0, color=GRID, linewidth=0.8, zorder=0)
bowl.set(xlabel="$w$", ylabel="cost", xlim=(-1.6, 1.6), ylim=(-0.25, 5.2))

(walk,) = time.plot(path, "o-", color=GRADIENT, markersize=4, linewidth=1)
time.axhline(0, color=GRID, linewidth=0.8, zorder=0)
time.set(xlabel="step", ylabel="$w$", xlim=(-0.4, 20.4), ylim=(-1.7, 1.7))
time.set(xticks=[0, 5, 10, 15, 20])
parts = {"wall": wall, "way": way, "start": start, "walk": walk}
for key, artist in parts.items():
    name(artist, key)

live(
    fig,
    "bowl",
    {"w": w, "eta": eta, "curvature": curvature},
    values={"factor": 1 - eta * curvature, "limit": 2 / curvature, "end": path[-1]},
    ranges={"w": (-1.5, 1.5, 0.1), "eta": (0.01, 1, 0.01), "curvature": (1, 8, 0.5)},
    latex={"eta": r"\eta", "curvature": r"\lambda", "w": "w"},
    data={"steps": steps},
)
plt.show()
