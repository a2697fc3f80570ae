import matplotlib.pyplot as plt
import numpy as np

from backprop import sigmoid, sigmoid_prime
from bookdraw import ACCENT, FIRST, GRADIENT, GRID, INK, SECOND, live
from bookdraw.live import name

start, eta, epoch, epochs = 4.0, 0.15, 0, 300


def walk(error):
    z = [start]
    for _ in range(epochs):
        z.append(z[-1] - 2 * eta * error(z[-1]))
    return np.array(z)


quadratic = walk(lambda z: sigmoid(z) * sigmoid_prime(z))
cross_entropy = walk(sigmoid)
z_q, z_c = quadratic[epoch], cross_entropy[epoch]
a_q, a_c, slope_q = sigmoid(z_q), sigmoid(z_c), sigmoid_prime(z_q)
cost_q, cost_c, delta_q = a_q**2 / 2, np.log(1 + np.exp(z_c)), a_q * slope_q

fig, (landscape, output) = plt.subplots(
    2, 1, figsize=(5.0, 5.2), height_ratios=[3.2, 2]
)
z = np.linspace(-6, 6, 241)
landscape.plot(z, sigmoid(z) ** 2 / 2, **FIRST)
landscape.plot(z, np.log(1 + np.exp(z)), **SECOND)
(guide,) = landscape.plot([start] * 2, [0, 6], color=GRID, linewidth=0.8, zorder=0)
name(guide, "start")
reach = np.array([-1.2, 1.2])
walkers = [("q", z_q, cost_q, delta_q, INK), ("c", z_c, cost_c, a_c, ACCENT)]
for key, at, cost, delta, colour in walkers:
    (tangent,) = landscape.plot(
        at + reach, cost + delta * reach, color=GRADIENT, linestyle="--"
    )
    (walker,) = landscape.plot(at, cost, "o", color=colour, markersize=7)
    name(tangent, f"tangent_{key}")
    name(walker, f"walker_{key}")
landscape.text(5.95, 0.8, "quadratic cost", color=INK, ha="right")
landscape.text(2.9, 4.3, "cross-entropy", color=ACCENT, ha="right")
landscape.set(xlabel="weighted input $z$ (the target is 0)", ylabel="cost")
landscape.set(xlim=(-6, 6), ylim=(-0.1, 6.1))

for key, path, style in [("q", quadratic, FIRST), ("c", cross_entropy, SECOND)]:
    (curve,) = output.plot(sigmoid(path), **style)
    (dot,) = output.plot(epoch, sigmoid(path[epoch]), "o", color=style["color"])
    name(curve, f"curve_{key}")
    name(dot, f"dot_{key}")
output.set(xlabel="epoch", ylabel="output $a$", xlim=(-4, 304), ylim=(-0.03, 1.04))

values = {"z_q": z_q, "a_q": a_q, "slope_q": slope_q, "delta_q": delta_q}
values |= {"cost_q": cost_q, "z_c": z_c, "a_c": a_c, "cost_c": cost_c}
live(
    fig,
    "walkers",
    {"z": start, "eta": eta, "epoch": epoch},
    values=values,
    ranges={"z": (-6, 6, 0.1), "eta": (0.05, 3, 0.05)},
    runs={"epoch": epochs},
    latex={"z": "z", "eta": r"\eta"},
)
plt.show()
