import matplotlib.pyplot as plt

from bookdraw import Circuit

circuit = Circuit()
circuit.input("a", (0, 1), value="4")
circuit.input("b", (0, 0), value="-3")
circuit.gate("p", r"\times", (1, 0.5), ["a", "b"], value="-12")
circuit.draw()
plt.show()
