import matplotlib.pyplot as plt

from bookdraw import GRADIENT, VALUE, Formula

formula = Formula(cell=0.42)
formula.blank(3, 2, r"\partial C / \partial W^2", colour=GRADIENT)
formula.sign("=")
formula.blank(3, 4, r"\delta^2", colour=GRADIENT, marked=[(1, 3), (2, 3), (3, 3)])
formula.blank(4, 2, r"(a^1)^\top", colour=VALUE, marked=[(3, 1), (3, 2)])
formula.draw()
plt.show()
