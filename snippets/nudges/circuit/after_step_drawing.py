import matplotlib.pyplot as plt

from backprop import sigmoid, sigmoid_prime
from bookdraw import Circuit

a, b, c = 1, -2, -3
grad_e = sigmoid_prime((a + b) * c)
grad_d, grad_c = c * grad_e, (a + b) * grad_e

a, b, c = a + 0.1 * grad_d, b + 0.1 * grad_d, c + 0.1 * grad_c
d = a + b
e = d * c

circuit = Circuit()
circuit.input("a", (0, 2), value=f"{a:.2f}")
circuit.input("b", (0, 1), value=f"{b:.2f}")
circuit.input("c", (1, 0.3), value=f"{c:.2f}")
circuit.gate("d", "+", (1, 1.5), ["a", "b"], value=f"{d:.2f}")
circuit.gate("e", r"\times", (2, 1), ["d", "c"], value=f"{e:.2f}")
circuit.gate("f", r"\sigma", (3, 1), ["e"], value=f"{sigmoid(e):.4f}")
circuit.draw()
plt.show()
