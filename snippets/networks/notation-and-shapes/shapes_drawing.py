import matplotlib.pyplot as plt

from bookdraw import Formula

formula = Formula()
formula.blank(3, 2, "W^2")
formula.blank(2, 1, "a^1")
formula.sign("+")
formula.blank(3, 1, "b^2")
formula.sign("=")
formula.blank(3, 1, "z^2")
formula.draw()
plt.show()
