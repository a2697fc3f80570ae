import matplotlib.pyplot as plt

from bookdraw import Circuit

circuit = Circuit()
circuit.input("z^L_j", (0, 1), gradient=r"\delta^L_j")
by_output = r"\partial C / \partial a^L_j"
circuit.gate("a^L_j", r"\sigma", (1, 1), ["z^L_j"], gradient=by_output)
circuit.input("y_j", (1, 0))
circuit.gate("C", "C", (2.2, 0.5), ["a^L_j", "y_j"], gradient="1")
circuit.draw()
plt.show()
