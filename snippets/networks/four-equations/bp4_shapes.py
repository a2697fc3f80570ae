import matplotlib.pyplot as plt

from bookdraw import GRADIENT, VALUE, Formula

formula = Formula(cell=0.74)
gradient = [["0.0568", "0.1136"], ["-0.0152", "-0.0303"], ["0.0215", "0.0431"]]
formula.matrix(gradient, r"\partial C / \partial W^2", colour=GRADIENT)
formula.sign("=")
formula.matrix([["0.0568"], ["-0.0152"], ["0.0215"]], r"\delta^2", colour=GRADIENT)
formula.matrix([["1", "2"]], r"(a^1)^\top", colour=VALUE, cell=0.4)
formula.draw()
plt.show()
