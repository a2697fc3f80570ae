import matplotlib.pyplot as plt
import numpy as np

from backprop import SGD, Adam, Momentum, Nesterov, RMSProp
from bookdraw import GRADIENT, INK, MUTED, live, shown
from bookdraw.live import label, name

x, y, kappa = 10.0, 1.0, 25
curvature = np.array([1, kappa])
methods = {
    "descent": ("gradient descent", SGD(), 0.07),
    "momentum": ("momentum", Momentum(0.7), 0.04),
    "nesterov": ("Nesterov", Nesterov(0.7), 0.04),
    "rmsprop": ("RMSProp", RMSProp(), 0.3),
    "adam": ("Adam", Adam(), 1),
}


def level(cost):
    turn = np.linspace(0, 2 * np.pi, 49)
    radius = np.sqrt(2 * cost / curvature)
    return radius[0] * np.cos(turn), radius[1] * np.sin(turn)


values = {}
fig, axes = plt.subplots(5, 1, figsize=(5.0, 7.0), sharex=True)
for ax, (key, (title, optimiser, eta)) in zip(axes, methods.items(), strict=True):
    w = np.array([x, y])
    path = [w.copy()]
    for _ in range(30):
        optimiser.step(w, curvature * w, eta)
        path.append(w.copy())
    cost = curvature @ w**2 / 2
    values |= {key: w, f"cost_{key}": cost}
    gap = [np.nan]
    levels = [level(height) for height in (0.3, 2, 6, 13, 23, 36, 52)]
    rings = [
        np.concatenate([c for ring in levels for c in (ring[i], gap)]) for i in (0, 1)
    ]
    (valley,) = ax.plot(*rings, color=MUTED, linestyle="-", linewidth=0.5)
    (way,) = ax.plot(
        *np.transpose(path), "o-", color=GRADIENT, markersize=3, linewidth=1
    )
    (start,) = ax.plot(*path[0], "o", color=INK)
    (end,) = ax.plot(*w, "o", color=GRADIENT, markersize=6)
    ax.plot(0, 0, "+", color=INK, markersize=9)
    drawn = {"valley": valley, "way": way, "start": start, "end": end}
    for part, artist in drawn.items():
        name(artist, f"{part}_{key}")
    ax.text(11.5, -1.6, title, color=INK, ha="right")
    prefix = "C = "
    label(
        ax,
        -3.9,
        -1.6,
        shown(cost),
        f"cost_{key}",
        prefix=prefix,
        color=INK,
        fontsize=12.5,
    )
    ax.set(yticks=[-1, 0, 1], xlim=(-4, 11.6), ylim=(-1.75, 1.75), ylabel="$y$")
axes[4].set(xlabel="$x$")

live(
    fig,
    "descent",
    {"x": x, "y": y, "kappa": kappa, "turn": 0, "rates": 1, "step": 30},
    values=values,
    ranges={
        "x": (-4, 11.5, 0.1),
        "y": (-1.7, 1.7, 0.1),
        "kappa": (1, 60, 1),
        "turn": (0, 90, 5),
        "rates": (0.1, 5, 0.1),
    },
    runs={"step": 30},
    latex={"x": "x", "y": "y", "kappa": r"\kappa"},
    data={"rates": {key: eta for key, (_, _, eta) in methods.items()}},
)
plt.show()
