import matplotlib.pyplot as plt
import numpy as np

from backprop import sigmoid
from bookdraw import Circuit

z, y = 1.0, 1
a = sigmoid(z)

circuit = Circuit()
circuit.input("z", (0, 0), value=f"{z:.0f}", gradient=f"{a - y:.4f}")
circuit.gate("a", r"\sigma", (1, 0), ["z"], value=f"{a:.3f}", gradient=f"{-1 / a:.4f}")
circuit.gate("C", "C", (2.2, 0), ["a"], value=f"{-np.log(a):.4f}", gradient="1")
circuit.draw()
plt.show()
