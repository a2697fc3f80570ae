import matplotlib.pyplot as plt

from bookdraw import Circuit, live

a, b = 2, 3
circuit = Circuit()
circuit.input("a", (0, 1), value=f"{a}")
circuit.input("b", (0, 0), value=f"{b}")
circuit.gate("d", "+", (1, 0.5), ["a", "b"], value=f"{a + b}")

live(
    circuit.draw(),
    "sum",
    {"a": a, "b": b},
    values={"d": a + b},
    ranges={"a": (-9, 9, 1), "b": (-9, 9, 1)},
    needs={"d": ["a", "b"]},
    latex={"a": "a", "b": "b"},
)
plt.show()
