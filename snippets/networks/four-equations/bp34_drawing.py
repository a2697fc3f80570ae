import matplotlib.pyplot as plt

from bookdraw import Circuit

circuit = Circuit()
circuit.input("a^{l-1}_k", (0, 2), gradient=r"w^l_{jk} \delta^l_j")
circuit.input("w^l_{jk}", (0, 1), gradient=r"a^{l-1}_k \delta^l_j")
circuit.input("b^l_j", (1.25, 0.4), gradient=r"\delta^l_j")
factors = ["a^{l-1}_k", "w^l_{jk}"]
circuit.gate("p", r"\times", (1.25, 1.5), factors, gradient=r"\delta^l_j")
circuit.gate("z^l_j", "+", (2.5, 1), ["p", "b^l_j"], gradient=r"\delta^l_j")
circuit.draw(derivative_of="C")
plt.show()
