"""Five networks that hardly learn, each for a reason of its own, and a healthy one."""

import numpy as np

from backprop import Network

rng = np.random.default_rng(0)
x, y = rng.normal(size=(4, 20)), rng.integers(0, 2, size=(1, 20))


def network(hidden_layers=2):
    return Network([4, *[5] * hidden_layers, 1], rng=11)


healthy, deep, dark = network(), network(5), network()
loud = network()
loud.weights[0] = 200 * loud.weights[0]
cut = network()
cut.weights[1] = 0 * cut.weights[1]
stuck = network()
stuck.biases[2] = stuck.biases[2] - 14

networks = {"healthy": healthy, "A": loud, "B": deep, "C": cut, "D": dark, "E": stuck}
inputs = {name: x / 1000 if name == "D" else x for name in networks}
