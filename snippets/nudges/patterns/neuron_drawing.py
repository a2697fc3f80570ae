import matplotlib.pyplot as plt

from backprop import sigmoid, sigmoid_prime
from bookdraw import Circuit

w_1, x_1, w_2, x_2, b = 1, 2, -3, 1, 1
p_1, p_2 = w_1 * x_1, w_2 * x_2
z = p_1 + p_2 + b
to_z = sigmoid_prime(z)
same = f"{to_z}"

circuit = Circuit()
circuit.input("w_1", (0, 4), value=f"{w_1}", gradient=f"{x_1 * to_z}")
circuit.input("x_1", (0, 3), value=f"{x_1}", gradient=f"{w_1 * to_z}")
circuit.input("w_2", (0, 2), value=f"{w_2}", gradient=f"{x_2 * to_z}")
circuit.input("x_2", (0, 1), value=f"{x_2}", gradient=f"{w_2 * to_z}")
circuit.input("b", (1, 2.5), value=f"{b}", gradient=same)

at_1, at_2, at_z, at_a = (1, 3.5), (1, 1.5), (2.1, 2.5), (3.05, 2.5)
circuit.gate("p_1", r"\times", at_1, ["w_1", "x_1"], value=f"{p_1}", gradient=same)
circuit.gate("p_2", r"\times", at_2, ["w_2", "x_2"], value=f"{p_2}", gradient=same)
circuit.gate("z", "+", at_z, ["p_1", "b", "p_2"], value=f"{z}", gradient=same)
circuit.gate("a", r"\sigma", at_a, ["z"], value=f"{sigmoid(z)}", gradient="1")
circuit.draw()
plt.show()
