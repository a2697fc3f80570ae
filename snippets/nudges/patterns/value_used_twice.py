import matplotlib.pyplot as plt

from backprop import add_backward, maximum_backward, multiply_backward
from bookdraw import Circuit

u, v, t = 2, 3, 1
s, r = u + v, max(v, t)
f = s * r
to_s, to_r = (f"{g:g}" for g in multiply_backward(s, r, 1))
to_u, from_s = (f"{g:g}" for g in add_backward(u, v, r))
from_r, to_t = (f"{g:g}" for g in maximum_backward(v, t, s))
to_v = f"{from_s} + {from_r}"

circuit = Circuit()
circuit.input("u", (0, 2.2), value=f"{u}", gradient=to_u)
circuit.input("v", (0, 1.1), value=f"{v}", gradient=to_v)
circuit.input("t", (0, 0), value=f"{t}", gradient=to_t)

into_s, into_r = ["u", "v"], ["v", "t"]
upper, lower = {"v": from_s}, {"v": from_r}
at_s, at_r, at_f = (1.15, 1.75), (1.15, 0.45), (2.2, 1.1)
circuit.gate("s", "+", at_s, into_s, value=f"{s}", gradient=to_s, branches=upper)
circuit.gate("r", r"\max", at_r, into_r, value=f"{r}", gradient=to_r, branches=lower)
circuit.gate("f", r"\times", at_f, ["s", "r"], value=f"{f}", gradient="1")
circuit.draw()
plt.show()
