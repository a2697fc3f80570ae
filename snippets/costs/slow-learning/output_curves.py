import matplotlib.pyplot as plt

from backprop import sigmoid, sigmoid_prime
from bookdraw import ACCENT, FIRST, GRID, INK, SECOND


def outputs(w, b):
    for _ in range(301):
        a = sigmoid(w + b)
        yield a
        delta = a * sigmoid_prime(w + b)
        w, b = w - 0.15 * delta, b - 0.15 * delta


fig, ax = plt.subplots(figsize=(5.0, 3.1))
ax.axhline(0, color=GRID, linewidth=0.8)
ax.plot(list(outputs(0.6, 0.9)), **FIRST)
ax.plot(list(outputs(2.0, 2.0)), **SECOND)
ax.text(40, 0.52, "good start", color=INK)
ax.text(170, 0.94, "bad start", color=ACCENT)
ax.set(xlabel="epoch", ylabel="output $a$", ylim=(-0.02, 1.02))
plt.show()
