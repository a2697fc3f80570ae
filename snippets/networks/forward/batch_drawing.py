import matplotlib.pyplot as plt

from bookdraw import VALUE, Formula

from network import W2, b2, x

z2 = W2 @ x + b2


def texts(matrix):
    return [[f"{entry + 0:g}" for entry in row] for row in matrix]


formula = Formula(cell=0.42)
formula.matrix(texts(W2), "W^2")
formula.matrix(texts(x), "x", cell=0.31, marked=[(1, 3), (2, 3)])
formula.sign("+")
formula.matrix(texts(b2), "b^2")
formula.sign("=")
formula.matrix(texts(z2), "z^2", colour=VALUE, marked=[(1, 3), (2, 3), (3, 3)])
formula.draw()
plt.show()
