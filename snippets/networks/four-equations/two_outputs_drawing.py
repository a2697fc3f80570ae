import matplotlib.pyplot as plt
import numpy as np

from backprop import sigmoid, sigmoid_prime
from bookdraw import Layers

z2 = np.array([[-1.0], [2], [1.5]])
W3 = np.array([[2, -1, 1], [-1, 0.5, 2]])
b3, y = np.array([[0.5], [0]]), np.array([[0], [1]])
z3 = W3 @ sigmoid(z2) + b3
delta3 = (sigmoid(z3) - y) * sigmoid_prime(z3)
collected = W3.T @ delta3

network = Layers([3, 2], column=3.4, row=1.15, numbers_at=0.82)
network.units(
    1,
    inside=["z^2_1", "z^2_2", "z^2_3"],
    below=[f"{collected[0, 0]:.4f}", "", ""],
    marked=[1],
)
outputs = [f"{error:.4f}" for error in delta3[:, 0]]
network.units(2, inside=["z^3_1", "z^3_2"], below=outputs)
network.wires(2, [[f"{W3[0, 0]:g}", "", ""], [f"{W3[1, 0]:g}", "", ""]])
for unit in (1, 2):
    network.mark(2, unit, 1)
network.backward()
network.draw()
plt.show()
