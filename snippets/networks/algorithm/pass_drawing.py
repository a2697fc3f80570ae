import matplotlib.pyplot as plt
import numpy as np

from backprop import sigmoid, sigmoid_prime
from bookdraw import GRADIENT, Layers

from network import W2, W3, b2, b3

x, y = np.array([[1.0], [2]]), np.array([[0]])

z2 = W2 @ x + b2
a2 = sigmoid(z2)
z3 = W3 @ a2 + b3
a3 = sigmoid(z3)
delta3 = (a3 - y) * sigmoid_prime(z3)
delta2 = (W3.T @ delta3) * sigmoid_prime(z2)


def texts(matrix):
    return [[f"{entry:g}" for entry in row] for row in matrix.round(4)]


def column(matrix):
    return [row[0] for row in texts(matrix)]


network = Layers([2, 3, 1], column=2.3, row=1.2)
network.units(1, inside=["x_1", "x_2"], above=column(x))
hidden = ["a^2_1", "a^2_2", "a^2_3"]
network.units(2, inside=hidden, above=column(a2), below=column(delta2))
network.units(3, inside=["a^3_1"], above=column(a3), below=column(delta3))
network.wires(2, texts(delta2 @ x.T), colour=GRADIENT)
network.wires(3, texts(delta3 @ a2.T), colour=GRADIENT)
network.draw()
plt.show()
