import matplotlib.pyplot as plt
import numpy as np

from backprop import sigmoid, sigmoid_prime
from bookdraw import GRADIENT, MUTED, Layers, live, shown

z2 = np.array([[-1.0], [2], [1.5]])
W3 = np.array([[2, -1, 1], [-1, 0.5, 2]])
b3, y = np.array([[0.5], [0]]), np.array([[0], [1]])

z3 = W3 @ sigmoid(z2) + b3
a3 = sigmoid(z3)
error, slope3 = a3 - y, sigmoid_prime(z3)
delta3 = error * slope3
back = W3 * delta3  # what comes back over each wire
collected, slope2 = W3.T @ delta3, sigmoid_prime(z2)
delta2 = collected * slope2


def column(matrix):
    return [shown(entry) for entry in matrix[:, 0]]


def texts(matrix):
    return [[shown(entry) for entry in row] for row in matrix]


network = Layers([3, 2], first=2, column=3.4, row=1.3, numbers_at=0.8)
network.units(
    2,
    inside=["z^2_1", "z^2_2", "z^2_3"],
    above=column(z2),
    below=column(collected),
    beneath=column(delta2),
    marked=[1],
    names=("z2", "collected", "delta2"),
)
network.units(
    3,
    inside=["a^3_1", "a^3_2"],
    above=column(a3),
    below=column(delta3),
    names=("a3", "delta3"),
)
network.wires(3, texts(W3), name="W3", back=("back", texts(back)))
for output in (1, 2):
    for unit in (1, 2, 3):
        network.mark(3, output, unit, colour=GRADIENT if unit == 1 else MUTED)
network.backward()

needs = {
    "a3.k": ["W3.k", "z2"],
    "delta3.k": ["error.k", "slope3.k"],
    "back.k.j": ["W3.k.j", "delta3.k"],
    "collected.j": ["W3.*.j", "back.*.j", "delta3"],
    "delta2.j": ["collected.j", "slope2.j"],
    "slope2.j": ["z2.j"],
    "slope3.k": ["a3.k"],
    "error.k": ["a3.k", "y.k"],
}
steps = [
    {},
    {
        "shows": ["delta3"],
        "lights": ["a3"],
        "rows": ["delta3 = ( a3 − y ) ⊙ slope3"],
    },
    {"shows": ["back"], "lights": ["delta3", "W3"], "brings": ["back"]},
    {
        "shows": ["collected"],
        "lights": ["delta3", "W3"],
        "brings": ["back"],
        "rows": ["W³ = W3", "collected = W3.T delta3"],
    },
    {
        "shows": ["delta2", "slope2"],
        "lights": ["collected", "unit2"],
        "rows": ["slope2 = σ′ ( z2 )", "delta2 = collected ⊙ slope2"],
    },
]

values = {"z3": z3, "a3": a3, "error": error, "slope3": slope3, "delta3": delta3}
values |= {"back": back, "collected": collected, "slope2": slope2, "delta2": delta2}
values |= {"from1": back[0, 0], "from2": back[1, 0], "together": collected[0, 0]}
values |= {"its_slope": slope2[0, 0], "its_error": delta2[0, 0]}

latex = {"delta3": r"\delta^3", "delta2": r"\delta^2", "W3": "W^3", "a3": "a^3"}
latex |= {"collected": r"(W^3)^\top \delta^3", "slope2": r"\sigma'(z^2)"}
latex |= {"slope3": r"\sigma'(z^3)", "error": "(a^3 - y)", "y": "y"}

far = (-6, 6, 0.1)
live(
    network.draw(),
    "back",
    {"z2": z2, "W3": W3, "b3": b3, "y": y, "unit": 1},
    values=values,
    ranges={"z2": far, "W3": far, "y": (0, 1, 0.1)},
    latex=latex,
    needs=needs,
    steps=steps,
)
plt.show()
