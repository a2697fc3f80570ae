import matplotlib.pyplot as plt

from backprop import sigmoid
from bookdraw import Circuit

w, x, b = [1, -0.5], [1, 2], -1
p, q = w[0] * x[0], w[1] * x[1]
z = p + b + q
a = float(sigmoid(z))

circuit = Circuit()
circuit.input("w_1", (0, 4), value=f"{w[0]}")
circuit.input("x_1", (0, 3), value=f"{x[0]}")
circuit.input("w_2", (0, 2), value=f"{w[1]}")
circuit.input("x_2", (0, 1), value=f"{x[1]}")
circuit.input("b", (1, 2.5), value=f"{b}")
circuit.gate("p", r"\times", (1, 3.5), ["w_1", "x_1"], value=f"{p:g}")
circuit.gate("q", r"\times", (1, 1.5), ["w_2", "x_2"], value=f"{q:g}")
circuit.gate("z", "+", (2, 2.5), ["p", "b", "q"], value=f"{z:g}")
circuit.gate("a", r"\sigma", (3, 2.5), ["z"], value=f"{a:.4f}")
circuit.draw()
plt.show()
