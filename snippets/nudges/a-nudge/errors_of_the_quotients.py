import matplotlib.pyplot as plt
import numpy as np

from bookdraw import ACCENT, MUTED, SECOND, THIRD, live
from bookdraw.live import name


def g(x):
    return x * x * x


x = 2
nudges = ["1"] + [f"{digits}e-{k}" for k in range(1, 16) for digits in (4.64, 2.15, 1)]
h = np.array([float(nudge) for nudge in nudges])
one_sided = (g(x + h) - g(x)) / h
central = (g(x + h) - g(x - h)) / (2 * h)
errors = {"error_one": abs(one_sided - 12), "error_central": abs(central - 12)}

fig, ax = plt.subplots(figsize=(5.0, 3.4))
for (key, error), style in zip(errors.items(), (THIRD, SECOND), strict=True):
    ax.loglog(h, error, **style)
    (dot,) = ax.loglog(h[0], error[0], "o", color=style["color"], markersize=7)
    name(dot, key)
ax.invert_xaxis()
ax.text(1e-3, 6e-2, "one-sided", color=MUTED)
ax.text(0.5, 1e-9, "central", color=ACCENT)
ax.text(1e-11, 2e-9, "rounding takes over", color=MUTED, ha="center")
ax.set(xlabel="nudge $h$, smaller to the right", ylabel="error of the quotient")
ax.grid()

values = {"h": h[0], "one_sided": one_sided[0], "central": central[0]}
values |= {"after": g(x + h[0])} | {key: error[0] for key, error in errors.items()}
live(
    fig,
    "quotients",
    {"step": 0},
    values=values,
    runs={"step": len(h) - 1},
    latex={"h": "h"},
    data={"nudges": h},
)
plt.show()
