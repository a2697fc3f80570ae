import matplotlib.pyplot as plt
import numpy as np

from backprop import sigmoid, sigmoid_prime
from bookdraw import GRADIENT, VALUE, Formula

from network import W2, W3, b2, b3

a1, y = np.array([[1.0], [2]]), np.array([[0]])

z2 = W2 @ a1 + b2
z3 = W3 @ sigmoid(z2) + b3
delta3 = (sigmoid(z3) - y) * sigmoid_prime(z3)
delta2 = (W3.T @ delta3) * sigmoid_prime(z2)


def texts(matrix):
    return [[f"{entry:g}" for entry in row] for row in matrix.round(4)]


formula = Formula(cell=0.74)
gradient = texts(delta2 @ a1.T)
formula.matrix(gradient, r"\partial C / \partial W^2", colour=GRADIENT)
formula.sign("=")
formula.matrix(texts(delta2), r"\delta^2", colour=GRADIENT)
formula.matrix(texts(a1.T), r"(a^1)^\top", colour=VALUE, cell=0.4)
formula.draw()
plt.show()
