import matplotlib.pyplot as plt

from backprop import sigmoid, sigmoid_prime
from bookdraw import Circuit

a = -2
slope = f"{sigmoid_prime(a):.4f}"

circuit = Circuit()
circuit.input("a", (0, 0), value=f"{a}", gradient=slope)
circuit.gate("f", r"\sigma", (1, 0), ["a"], value=f"{sigmoid(a):.4f}", gradient="1")
circuit.draw()
plt.show()
