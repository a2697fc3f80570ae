import matplotlib.pyplot as plt

from backprop import multiply, multiply_backward
from bookdraw import Circuit

a, b = 4, -3
p = multiply(a, b)
grad_a, grad_b = multiply_backward(a, b, 1)

circuit = Circuit()
circuit.input("a", (0, 1), value=f"{a}", gradient=f"{grad_a:g}")
circuit.input("b", (0, 0), value=f"{b}", gradient=f"{grad_b:g}")
circuit.gate("p", r"\times", (1, 0.5), ["a", "b"], value=f"{p:g}", gradient="1")
circuit.draw()
plt.show()
