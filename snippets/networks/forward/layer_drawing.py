import matplotlib.pyplot as plt

from bookdraw import VALUE, Formula

formula = Formula()
formula.matrix([["1", "-0.5"], ["-1", "1"], ["0.5", "1"]], "W^2")
formula.matrix([["1"], ["2"]], "x")
formula.sign("+")
formula.matrix([["-1"], ["1"], ["-1"]], "b^2")
formula.sign("=")
formula.matrix([["-1"], ["2"], ["1.5"]], "z^2", colour=VALUE)
formula.sign(r"\mapsto")
formula.matrix([["0.2689"], ["0.8808"], ["0.8176"]], "a^2", colour=VALUE, cell=0.66)
formula.draw()
plt.show()
