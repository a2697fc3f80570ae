import matplotlib.pyplot as plt

from backprop import sigmoid, sigmoid_prime
from bookdraw import ACCENT, FIRST, INK, SECOND


def outputs(z, eta, brake):
    for _ in range(301):
        yield sigmoid(z)
        z = z - 2 * eta * sigmoid(z) * brake(z)


fair_eta = 0.15 * sigmoid_prime(1.5)
fig, axes = plt.subplots(1, 2, figsize=(5.0, 2.8), sharey=True)
for ax, start, name in zip(axes, [1.5, 4.0], ["good", "bad"], strict=True):
    quadratic = list(outputs(start, 0.15, sigmoid_prime))
    cross_entropy = list(outputs(start, fair_eta, lambda z: 1))
    ax.plot(quadratic, **FIRST)
    ax.plot(cross_entropy, **SECOND)
    ax.set(title=f"{name} start", xlabel="epoch", ylim=(0, 1.02))
    ax.set(xticks=[0, 100, 200, 300])
axes[0].set(ylabel="output $a$")
axes[1].text(185, 0.93, "quadratic", color=INK)
axes[1].text(95, 0.36, "cross-\nentropy", color=ACCENT, ha="right")
plt.show()
