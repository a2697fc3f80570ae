import matplotlib.pyplot as plt

from backprop import sigmoid, sigmoid_prime
from bookdraw import Circuit, live, shown

a, b, c, eta = 1, -2, -3, 0.1
d = a + b
e = d * c
f = sigmoid(e)

grad_f = 1
grad_e = sigmoid_prime(e) * grad_f
grad_d = c * grad_e
grad_c = d * grad_e
grad_a = grad_b = grad_d

circuit = Circuit()
circuit.input("a", (0, 2), value=f"{a}", gradient=shown(grad_a))
circuit.input("b", (0, 1), value=f"{b}", gradient=shown(grad_b))
circuit.input("c", (1, 0.3), value=f"{c}", gradient=shown(grad_c))
circuit.gate("d", "+", (1, 1.5), ["a", "b"], value=f"{d}", gradient=shown(grad_d))
circuit.gate("e", r"\times", (2, 1), ["d", "c"], value=f"{e}", gradient=shown(grad_e))
circuit.gate("f", r"\sigma", (3, 1), ["e"], value=shown(f), gradient=f"{grad_f}")

step = eta * (grad_a**2 + grad_b**2 + grad_c**2)
after = sigmoid((a + b + 2 * eta * grad_d) * (c + eta * grad_c))
values = {"d": d, "e": e, "f": f, "step_promise": f + step, "step_result": after}
values |= {"grad_f": grad_f, "grad_e": grad_e, "grad_d": grad_d}
values |= {"grad_c": grad_c, "grad_b": grad_b, "grad_a": grad_a}
values |= {"moved_promise": 0, "moved_change": 0}  # since nothing has been moved yet

inputs = dict.fromkeys("abc", (-6, 6, 0.1))
latex = {"eta": r"\eta"}
for name in "abcdef":
    latex[name] = name
    latex[f"grad_{name}"] = rf"\frac{{\partial f}}{{\partial {name}}}"
live(
    circuit.draw(),
    "circuit",
    {"a": a, "b": b, "c": c, "eta": eta},
    values=values,
    ranges={**inputs, "eta": (0, 5, 0.1)},
    latex=latex,
    needs={
        "d": ["a", "b"],
        "e": ["d", "c"],
        "f": ["e"],
        "grad_e": ["grad_f", "e"],
        "grad_d": ["grad_e", "c"],
        "grad_c": ["grad_e", "d"],
        "grad_a": ["grad_d"],
        "grad_b": ["grad_d"],
    },
    steps=[
        {},
        {"shows": ["a", "b", "c"]},
        {"shows": ["d"], "lights": ["a", "b", "gate_d"]},
        {"shows": ["e"], "lights": ["d", "c", "gate_e"]},
        {"shows": ["f"], "lights": ["e", "gate_f"]},
        {"shows": ["grad_f"], "lights": ["f"]},
        {"shows": ["grad_e"], "lights": ["grad_f", "f", "gate_f"]},
        {"shows": ["grad_d"], "lights": ["grad_e", "c", "gate_e"]},
        {"shows": ["grad_c"], "lights": ["grad_e", "d", "gate_e"]},
        {"shows": ["grad_a"], "lights": ["grad_d", "gate_d"]},
        {"shows": ["grad_b"], "lights": ["grad_d", "gate_d"]},
        {"lights": ["a", "b", "c", "grad_a", "grad_b", "grad_c"]},
    ],
)
plt.show()
