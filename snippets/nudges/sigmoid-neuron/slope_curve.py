import matplotlib.pyplot as plt
import numpy as np

from backprop import sigmoid, sigmoid_prime
from bookdraw import ACCENT, GRADIENT, GRID, INK, MUTED, SURFACE, VALUE, live, shown
from bookdraw.live import label, name

z = -2
a = sigmoid(z)
slope = sigmoid_prime(z)

fig, (curve, bell) = plt.subplots(2, 1, figsize=(5.0, 4.8), sharex=True)
everywhere = np.linspace(-8, 8, 321)
curve.axhline(0, color=GRID, linewidth=0.8)
curve.axhline(1, color=GRID, linewidth=0.8)
curve.plot(everywhere, sigmoid(everywhere), color=VALUE, linestyle="-")
for key, ends, colour in [("a", [0, a], VALUE), ("rest", [a, 1], ACCENT)]:
    (bar,) = curve.plot([z, z], ends, color=colour, linestyle="-", linewidth=3)
    name(bar, key)
reach = np.array([-1.7, 1.7])
(tangent,) = curve.plot(z + reach, a + slope * reach, color=GRADIENT, linestyle="--")
(dot,) = curve.plot(z, a, "o", color=INK)
name(tangent, "tangent")
name(dot, "dot")
curve.text(3.2, 0.82, r"$\sigma(z)$", color=VALUE)
label(curve, -7, 0.15, shown(a), "a", color=VALUE, fontsize=13)
label(curve, -7, 0.6, shown(1 - a), "rest", color=ACCENT, fontsize=13)
curve.set(yticks=[0, 0.5, 1])

bell.axvspan(-8, -5, color=SURFACE)
bell.axvspan(5, 8, color=SURFACE)
bell.plot(everywhere, sigmoid_prime(everywhere), color=GRADIENT, linestyle="--")
bell.plot(0, 0.25, "o", color=MUTED)
(slope_dot,) = bell.plot(z, slope, "o", color=INK)
name(slope_dot, "slope_dot")
bell.text(0.35, 0.25, "steepest: 1/4 at 0")
bell.text(-6.5, 0.03, "saturated", color=MUTED, ha="center")
bell.text(6.5, 0.03, "saturated", color=MUTED, ha="center")
bell.text(1.75, 0.15, r"$\sigma'(z)$", color=GRADIENT)
label(bell, -7, 0.15, shown(slope), "slope", color=GRADIENT, fontsize=13)
bell.set(xlabel="$z$", xlim=(-8, 8), ylim=(0, 0.28), yticks=[0, 0.1, 0.2])

live(
    fig,
    "sigmoid",
    {"z": z},
    values={"a": a, "rest": 1 - a, "slope": slope},
    ranges={"z": (-8, 8, 0.1)},
    latex={"z": "z", "a": "a", "rest": "(1 - a)"},
    needs={"slope": ["a", "rest"], "a": ["z"], "rest": ["a"]},
)
plt.show()
