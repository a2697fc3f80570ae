import matplotlib.pyplot as plt
import numpy as np

from backprop import sigmoid
from bookdraw import Layers

from network import W2, W3, b2, b3

x = np.array([[1.0], [2]])
a2 = sigmoid(W2 @ x + b2)
a3 = sigmoid(W3 @ a2 + b3)


def texts(matrix):
    return [[f"{entry:g}" for entry in row] for row in matrix.round(4)]


def column(matrix):
    return [row[0] for row in texts(matrix)]


network = Layers([2, 3, 1], column=2.1)
network.units(1, inside=["x_1", "x_2"], above=column(x))
hidden = ["a^2_1", "a^2_2", "a^2_3"]
network.units(2, inside=hidden, above=column(a2))
network.units(3, inside=["a^3_1"], above=column(a3))
network.wires(2, texts(W2))
network.wires(3, texts(W3))
network.draw()
plt.show()
