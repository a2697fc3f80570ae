import matplotlib.pyplot as plt

from bookdraw import Circuit

circuit = Circuit()
circuit.input("x", (0, 1), gradient="1 + f'")
circuit.gate("u", "f", (1.25, 0.3), ["x"], gradient="1", branches={"x": "f'"})
circuit.gate("a", "+", (2.5, 1), ["x", "u"], gradient="1", branches={"x": "1"})
circuit.draw(derivative_of="a")
plt.show()
