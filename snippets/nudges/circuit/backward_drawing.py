import matplotlib.pyplot as plt

from backprop import sigmoid, sigmoid_prime
from bookdraw import Circuit

a, b, c = 1, -2, -3
d = a + b
e = d * c
f = f"{sigmoid(e):.4f}"

to_e = f"{sigmoid_prime(e):.4f}"
to_d = f"{sigmoid_prime(e) * c:.4f}"
to_c = f"{sigmoid_prime(e) * d:.4f}"

circuit = Circuit()
circuit.input("a", (0, 2), value=f"{a}", gradient=to_d)
circuit.input("b", (0, 1), value=f"{b}", gradient=to_d)
circuit.input("c", (1, 0.3), value=f"{c}", gradient=to_c)
circuit.gate("d", "+", (1, 1.5), ["a", "b"], value=f"{d}", gradient=to_d)
circuit.gate("e", r"\times", (2, 1), ["d", "c"], value=f"{e}", gradient=to_e)
circuit.gate("f", r"\sigma", (3, 1), ["e"], value=f, gradient="1")
circuit.draw()
plt.show()
