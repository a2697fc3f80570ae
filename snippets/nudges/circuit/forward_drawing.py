import matplotlib.pyplot as plt

from backprop import sigmoid
from bookdraw import Circuit

a, b, c = 1, -2, -3
d = a + b
e = d * c
f = sigmoid(e)

circuit = Circuit()
circuit.input("a", (0, 2), value=f"{a}")
circuit.input("b", (0, 1), value=f"{b}")
circuit.input("c", (1, 0.3), value=f"{c}")
circuit.gate("d", "+", (1, 1.5), ["a", "b"], value=f"{d}")
circuit.gate("e", r"\times", (2, 1), ["d", "c"], value=f"{e}")
circuit.gate("f", r"\sigma", (3, 1), ["e"], value=f"{f:.4f}")
circuit.draw()
plt.show()
