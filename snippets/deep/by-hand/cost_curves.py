from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np

from backprop import Network, datasets, train
from bookdraw import ACCENT, HELD_OUT, INK, TRAINING

x, y = datasets.breast_cancer()
sizes = [30, 20, 10, 5, 1]
fig, ax = plt.subplots(figsize=(5.0, 3.1))
for seed in range(5):
    rng = np.random.default_rng(seed)
    x_train, y_train, x_test, y_test = datasets.split(x, y, rng=rng)
    x_train, x_test = datasets.standardise(x_train, x_test)
    net = Network(sizes, hidden="relu", cost="cross_entropy", init="zeros")
    net.weights = [rng.normal(0, np.sqrt(2 / n), (k, n)) for n, k in pairwise(sizes)]
    held_out = (x_test, y_test)
    history = train(
        net, x_train, y_train, epochs=500, eta=0.3, batch_size=None, validation=held_out
    )
    ax.plot(history.cost, **TRAINING, linewidth=1)
    ax.plot(range(1, 501), history.validation_cost, **HELD_OUT, linewidth=1)
ax.text(240, 0.0017, "training", color=INK, ha="right")
ax.text(500, 0.5, "held out", color=ACCENT, ha="right")
ax.set(xlabel="step", ylabel="cost", yscale="log")
plt.show()
