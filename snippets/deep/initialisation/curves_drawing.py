import matplotlib.pyplot as plt

from backprop import Network, datasets, train
from bookdraw import ACCENT, INK, MUTED

x, y = datasets.spirals(noise=0.1)
x = datasets.standardise(x)
outside = {"output": "softmax", "cost": "cross_entropy", "rng": 0}
fig, ax = plt.subplots(figsize=(5.0, 3.2))
for init, colour, style, name, at in [
    ("small", INK, ":", "zeros, small", (22, 1.13)),
    ("xavier", MUTED, "--", "Xavier", (15.5, 0.66)),
    ("he", ACCENT, "-.", "He", (4, 0.36)),
]:
    net = Network([2] + [32] * 8 + [3], hidden="relu", init=init, **outside)
    history = train(net, x, y, eta=0.02, epochs=30)
    ax.plot(range(1, 31), history.cost, style, color=colour)
    ax.text(*at, name, color=colour)
ax.set(xlabel="epoch", ylabel="cost", xticks=[1, 10, 20, 30], ylim=(0, 1.25))
plt.show()
