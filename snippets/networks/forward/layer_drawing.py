import matplotlib.pyplot as plt
import numpy as np

from backprop import sigmoid
from bookdraw import VALUE, Formula

from network import W2, b2

x = np.array([[1.0], [2]])
z2 = W2 @ x + b2
a2 = sigmoid(z2)


def texts(matrix):
    return [[f"{entry:g}" for entry in row] for row in matrix.round(4)]


formula = Formula()
formula.matrix(texts(W2), "W^2")
formula.matrix(texts(x), "x")
formula.sign("+")
formula.matrix(texts(b2), "b^2")
formula.sign("=")
formula.matrix(texts(z2), "z^2", colour=VALUE)
formula.sign(r"\mapsto")
formula.matrix(texts(a2), "a^2", colour=VALUE, cell=0.66)
formula.draw()
plt.show()
