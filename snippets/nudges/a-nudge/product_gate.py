import matplotlib.pyplot as plt

from backprop import multiply
from bookdraw import Circuit

a, b = 4, -3
p = multiply(a, b)

circuit = Circuit()
circuit.input("a", (0, 1), value=f"{a}")
circuit.input("b", (0, 0), value=f"{b}")
circuit.gate("p", r"\times", (1, 0.5), ["a", "b"], value=f"{p:g}")
circuit.draw()
plt.show()
