import matplotlib.pyplot as plt

from backprop import maximum, maximum_backward
from bookdraw import Circuit

u, v = 4, -3
r = maximum(u, v)
to_u, to_v = maximum_backward(u, v, 2)

circuit = Circuit()
circuit.input("u", (0, 1), value=f"{u}", gradient=f"{to_u:g}")
circuit.input("v", (0, 0), value=f"{v}", gradient=f"{to_v:g}")
circuit.gate("r", r"\max", (1, 0.5), ["u", "v"], value=f"{r:g}", gradient="2")
circuit.draw(derivative_of="f")
plt.show()
