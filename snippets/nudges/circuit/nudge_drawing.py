import matplotlib.pyplot as plt

from backprop import sigmoid, sigmoid_prime
from bookdraw import GRADIENT, VALUE, Circuit, live, shown
from bookdraw.live import label

c, d, h = -3, -1, 0.001
e = c * d
f, slope = sigmoid(e), sigmoid_prime(e)
change_e = (c + h) * d - e
change_f = sigmoid((c + h) * d) - f
quotients = {
    "quotient_e": change_e / h,
    "quotient_f": change_f / change_e,
    "quotient_both": change_f / h,
}

circuit = Circuit()
circuit.input("d", (0, 1.1), value=f"{d}")
circuit.input("c", (0, 0), value=f"{c}")
circuit.gate("e", r"\times", (1, 0.55), ["d", "c"], value=f"{e}")
circuit.gate("f", r"\sigma", (2, 0.55), ["e"], value=f"{f:.4f}")
figure = circuit.draw()
axes = figure.axes[0]
axes.set_ylim(-0.78, 1.2)
figure.set_size_inches(figure.get_figwidth(), 1.98)

style = {"ha": "center", "va": "top", "fontsize": 13}
for key, x, y, move in [
    ("h", 0.46, -0.08, h),
    ("change_e", 2.19, 0.35, change_e),
    ("change_f", 3.73, 0.35, change_f),
]:
    label(axes, x, y, shown(move, 7), key, digits=7, color=VALUE, **style)
for key, x in [("quotient_e", 1.48), ("quotient_f", 2.96)]:
    factor = shown(quotients[key])
    label(
        axes,
        x,
        0.11,
        factor,
        key,
        prefix=r"\times\; ",
        digits=4,
        color=GRADIENT,
        **style,
    )
axes.text(
    0, -0.66, "above: value, below: by how much it moves", color=VALUE, fontsize=12.5
)

needs = {
    "e": ["c", "d"],
    "f": ["e"],
    "change_e": ["h", "d"],
    "change_f": ["change_e"],
    "quotient_e": ["change_e", "h"],
    "quotient_f": ["change_f", "change_e"],
    "quotient_both": ["quotient_e", "quotient_f"],
}
steps = [
    {},
    {"shows": ["h"], "lights": ["c"]},
    {"shows": ["change_e", "quotient_e"], "lights": ["h", "d", "gate_e"]},
    {"shows": ["change_f", "quotient_f"], "lights": ["change_e", "gate_f"]},
    {"shows": ["quotient_both"], "lights": ["quotient_e", "quotient_f"]},
]
live(
    figure,
    "link",
    {"c": c, "d": d, "h": h},
    values={"e": e, "f": f, "change_e": change_e, "change_f": change_f, **quotients},
    ranges={"c": (-6, 6, 0.1), "d": (-6, 6, 0.1), "h": (0.001, 1, 0.001)},
    latex={"c": "c", "d": "d", "e": "e", "f": "f"},
    needs=needs,
    steps=steps,
)
plt.show()
