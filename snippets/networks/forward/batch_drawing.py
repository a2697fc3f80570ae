import matplotlib.pyplot as plt
import numpy as np

from bookdraw import VALUE, Formula

W2 = np.array([[1, -0.5], [-1, 1], [0.5, 1]])
x = np.array([[1.0, -1, 2, 0], [2, 1, 0, -1]])
b2 = np.array([[-1.0], [1], [-1]])
z2 = W2 @ x + b2


def texts(matrix):
    return [[f"{entry + 0:g}" for entry in row] for row in matrix]


formula = Formula(cell=0.42)
formula.matrix(texts(W2), "W^2")
formula.matrix(texts(x), "x", cell=0.34, marked=[(1, 3), (2, 3)])
formula.sign("+")
formula.matrix(texts(b2), "b^2")
formula.sign("=")
formula.matrix(texts(z2), "z^2", colour=VALUE, marked=[(1, 3), (2, 3), (3, 3)])
formula.draw()
plt.show()
