import matplotlib.pyplot as plt
import numpy as np

from backprop import sigmoid, sigmoid_prime
from bookdraw import GRADIENT, Layers, live, shown

from network import W2, W3, b2, b3

x, y = np.array([[1.0], [2]]), np.array([[0]])

z2 = W2 @ x + b2
a2 = sigmoid(z2)
z3 = W3 @ a2 + b3
a3 = sigmoid(z3)
C = float(np.sum((y - a3) ** 2) / 2)
error, slope3 = a3 - y, sigmoid_prime(z3)
delta3 = error * slope3
carried, slope2 = W3.T @ delta3, sigmoid_prime(z2)
delta2 = carried * slope2
grad_W3, grad_W2 = delta3 @ a2.T, delta2 @ x.T


def texts(matrix):
    return [[shown(entry) for entry in row] for row in matrix]


def column(matrix):
    return [row[0] for row in texts(matrix)]


network = Layers([2, 3, 1], column=2.3, row=1.2)
network.units(1, inside=["x_1", "x_2"], above=column(x), names=("x", ""))
hidden = ["a^2_1", "a^2_2", "a^2_3"]
above, below = column(a2), column(delta2)
network.units(2, inside=hidden, above=above, below=below, names=("a2", "delta2"))
above, below = column(a3), column(delta3)
network.units(3, inside=["a^3_1"], above=above, below=below, names=("a3", "delta3"))
network.wires(2, texts(grad_W2), colour=GRADIENT, name="grad_W2", weights=texts(W2))
network.wires(3, texts(grad_W3), colour=GRADIENT, name="grad_W3", weights=texts(W3))

# What each entry is made from
needs = {
    "z2.j": ["W2.j", "x", "b2.j"],
    "a2.j": ["z2.j"],
    "z3.j": ["W3.j", "a2", "b3.j"],
    "a3.j": ["z3.j"],
    "C": ["a3", "y"],
    "error.j": ["a3.j", "y.j"],
    "slope3.j": ["z3.j"],
    "delta3.j": ["error.j", "slope3.j"],
    "carried.j": ["W3.*.j", "delta3"],
    "slope2.j": ["z2.j"],
    "delta2.j": ["carried.j", "slope2.j"],
    "grad_b3.j": ["delta3.j"],
    "grad_b2.j": ["delta2.j"],
    "grad_W3.j.k": ["delta3.j", "a2.k"],
    "grad_W2.j.k": ["delta2.j", "x.k"],
}

forward = {"brings": ["W2", "W3"]}
steps = [
    {},
    {**forward, "shows": ["x"], "lights": ["unit1"]},
    {
        **forward,
        "shows": ["z2"],
        "lights": ["x", "W2", "unit2"],
        "rows": ["z2 = W2 x + b2"],
    },
    {**forward, "shows": ["a2"], "lights": ["unit2", "z2"], "rows": ["a2 = σ ( z2 )"]},
    {
        **forward,
        "shows": ["z3"],
        "lights": ["a2", "W3", "unit3"],
        "rows": ["z3 = W3 a2 + b3"],
    },
    {**forward, "shows": ["a3"], "lights": ["unit3", "z3"], "rows": ["a3 = σ ( z3 )"]},
    {**forward, "shows": ["C"], "lights": ["a3", "y"], "rows": ["C = ½ ( y − a3 ) ²"]},
    {
        **forward,
        "shows": ["error", "slope3", "delta3"],
        "lights": ["a3", "unit3"],
        "rows": ["delta3 = ( a3 − y ) ⊙ slope3"],
    },
    {
        **forward,
        "shows": ["carried"],
        "lights": ["delta3", "W3", "unit2"],
        "rows": ["carried = W3.T delta3"],
    },
    {
        **forward,
        "shows": ["slope2", "delta2"],
        "lights": ["carried", "unit2"],
        "rows": ["delta2 = carried ⊙ slope2"],
    },
    {
        **forward,
        "shows": ["grad_b3", "grad_b2"],
        "lights": ["delta3", "delta2"],
        "rows": ["grad_b3 = delta3", "grad_b2 = delta2"],
    },
    {
        "shows": ["grad_W3", "grad_W2"],
        "lights": ["delta3", "delta2", "a2", "x"],
        "rows": ["grad_W3 = delta3 a2.T", "grad_W2 = delta2 x.T"],
    },
]

values = {"z2": z2, "a2": a2, "z3": z3, "a3": a3, "C": C, "error": error}
values |= {"slope3": slope3, "delta3": delta3, "carried": carried, "slope2": slope2}
values |= {"delta2": delta2, "grad_b3": delta3, "grad_b2": delta2}
values |= {"grad_W3": grad_W3, "grad_W2": grad_W2}
latex = {"z2": "z^2", "a2": "a^2", "z3": "z^3", "a3": "a^3", "W2": "W^2", "W3": "W^3"}
latex |= {"b2": "b^2", "b3": "b^3", "x": "a^1", "y": "y", "C": "C"}
latex |= {"delta3": r"\delta^3", "delta2": r"\delta^2"}
latex |= {"slope3": r"\sigma'(z^3)", "slope2": r"\sigma'(z^2)"}
latex |= {"carried": r"(W^3)^\top \delta^3", "error": "(a^3 - y)"}
for name in ("W2", "b2", "W3", "b3"):
    latex[f"grad_{name}"] = rf"\frac{{\partial C}}{{\partial {latex[name]}}}"

far = (-5, 5, 0.1)
live(
    network.draw(),
    "pass",
    {"x": x, "y": y, "W2": W2, "b2": b2, "W3": W3, "b3": b3},
    values=values,
    ranges={"x": far, "y": (0, 1, 0.1), "W2": far, "b2": far, "W3": far, "b3": far},
    latex=latex,
    needs=needs,
    steps=steps,
    data={
        "xs": [[[1], [2]], [[-1], [1]], [[2], [0]], [[0], [-1]]],
        "ys": [[[0]], [[1]], [[0]], [[1]]],
    },
)
plt.show()
