import matplotlib.pyplot as plt

from bookdraw import Circuit

circuit = Circuit()
circuit.input("w_1", (0, 4), value="1")
circuit.input("x_1", (0, 3), value="1")
circuit.input("w_2", (0, 2), value="-0.5")
circuit.input("x_2", (0, 1), value="2")
circuit.input("b", (1, 2.5), value="-1")
circuit.gate("p", r"\times", (1, 3.5), ["w_1", "x_1"], value="1")
circuit.gate("q", r"\times", (1, 1.5), ["w_2", "x_2"], value="-1")
circuit.gate("z", "+", (2, 2.5), ["p", "b", "q"], value="-1")
circuit.gate("a", r"\sigma", (3, 2.5), ["z"], value="0.2689")
circuit.draw()
plt.show()
