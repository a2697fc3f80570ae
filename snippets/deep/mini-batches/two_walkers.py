import matplotlib.pyplot as plt
import numpy as np

from backprop import Network, datasets
from bookdraw import ACCENT, INK, MUTED

x, y = datasets.spirals(m=1000)
settings = {"hidden": "tanh", "output": "softmax", "cost": "cross_entropy"}


def walk(batch_size, eta=0.3, epochs=10):
    net = Network([2, 16, 3], **settings, init="xavier")
    rng = np.random.default_rng(0)
    costs = [net.cost(x, y)]
    for _ in range(epochs):
        order = rng.permutation(1000)
        for start in range(0, 1000, batch_size):
            batch = order[start : start + batch_size]
            nabla_b, nabla_w = net.backprop(x[:, batch], y[:, batch])
            for w, dw in zip(net.weights, nabla_w, strict=True):
                w -= eta * dw
            for b, db in zip(net.biases, nabla_b, strict=True):
                b -= eta * db
            if (start + batch_size) % 100 == 0:
                costs.append(net.cost(x, y))
    return np.linspace(0, epochs * 1000, len(costs)), costs


fig, ax = plt.subplots(figsize=(5.0, 2.4))
ax.plot(*walk(1000), "o-", color=INK)
ax.plot(*walk(10), "-.", color=ACCENT)
ax.axhline(np.log(3), color=MUTED, linewidth=0.8, linestyle=":")
ax.text(10_000, 0.75, "ten exact steps", color=INK, ha="right")
ax.text(5_600, 0.4, "a thousand hasty steps", color=ACCENT, ha="right")
ax.text(10_000, 1.15, "knowing nothing", color=INK, ha="right")
ax.set(xlabel="samples looked at", ylabel="cost", ylim=(0, 1.4))
ax.set(xticks=[0, 5000, 10_000], xticklabels=["0", "5,000", "10,000"])
plt.show()
