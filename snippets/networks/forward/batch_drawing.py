import matplotlib.pyplot as plt

from bookdraw import VALUE, Formula

formula = Formula(cell=0.42)
formula.matrix([["1", "-0.5"], ["-1", "1"], ["0.5", "1"]], "W^2")
samples = [["1", "-1", "2", "0"], ["2", "1", "0", "-1"]]
formula.matrix(samples, "x", cell=0.34, marked=[(1, 3), (2, 3)])
formula.sign("+")
formula.matrix([["-1"], ["1"], ["-1"]], "b^2")
formula.sign("=")
formula.matrix(
    [["-1", "-2.5", "1", "-0.5"], ["2", "3", "-1", "0"], ["1.5", "-0.5", "0", "-2"]],
    "z^2",
    colour=VALUE,
    marked=[(1, 3), (2, 3), (3, 3)],
)
formula.draw()
plt.show()
