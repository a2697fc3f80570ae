import matplotlib.pyplot as plt

from bookdraw import Circuit

circuit = Circuit()
circuit.input("x", (0, 0), gradient=r"q'(u)\,g'(x)")
circuit.gate("u", "g", (1, 0), ["x"], gradient="q'(u)")
circuit.gate("v", "q", (2, 0), ["u"], gradient="1")
circuit.draw()
plt.show()
