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
above, below = column(a2), column(delta2)
network.units(2, inside=["", "", ""], above=above, below=below, names=("a2", "delta2"))
above, below = column(a3), column(delta3)
network.units(3, inside=[""], above=above, below=below, names=("a3", "delta3"))
network.wires(2, texts(grad_W2), colour=GRADIENT, name="grad_W2")
network.wires(3, texts(W3), name="W3")

# What each entry is made from
needs = {
    "error.j": ["a3.j"],
    "slope3.j": ["unit3.j"],
    "delta3.j": ["error.j", "slope3.j", "a3.j", "unit3.j"],
    "slope2.j": ["unit2.j"],
    "delta2.j": ["W3.*.j", "delta3", "slope2.j", "unit2.j"],
    "grad_b2.j": ["delta2.j"],
    "grad_W2.j.k": ["delta2.j", "x.k"],
}

# How the general equations write it: the last layer is 3, and l is 2
latex = {
    "delta3": [r"\delta^L", r"\delta^{l+1}", r"\delta^L_j", r"\delta^{l+1}_k"],
    "delta2": [r"\delta^l", r"\delta^l_j"],
    "error": [r"\nabla_a C", r"\frac{\partial C}{\partial a^L_j}"],
    "slope3": [r"\sigma'(z^L)", r"\sigma'(z^L_j)"],
    "slope2": [r"\sigma'(z^l)", r"\sigma'(z^l_j)"],
    "W3": ["W^{l+1}", "w^{l+1}_{kj}"],
    "x": ["a^{l-1}", "a^{l-1}_k"],
    "grad_b2": [rf"\frac{{\partial C}}{{\partial {b}}}" for b in ("b^l", "b^l_j")],
    "grad_W2": [rf"\frac{{\partial C}}{{\partial {w}}}" for w in ("W^l", "w^l_{jk}")],
}

values = {"z2": z2, "a2": a2, "z3": z3, "a3": a3, "error": error, "slope3": slope3}
values |= {"C": float(np.sum((y - a3) ** 2) / 2), "delta3": delta3, "delta2": delta2}
values |= {"carried": carried, "slope2": slope2, "grad_b3": delta3, "grad_b2": delta2}
values |= {"grad_W3": grad_W3, "grad_W2": grad_W2}

far = (-5, 5, 0.1)
live(
    network.draw(),
    "pass",
    {"x": x, "y": y, "W2": W2, "b2": b2, "W3": W3, "b3": b3},
    values=values,
    ranges={"x": far, "W3": far},
    latex=latex,
    needs=needs,
)
plt.show()
