from itertools import pairwise

import numpy as np

from backprop import Network, accuracy, datasets, train

x, y = datasets.breast_cancer()
sizes = [30, 20, 10, 5, 1]
for eta in [0.3, 0.0001]:
    scores = []
    for seed in range(5):
        rng = np.random.default_rng(seed)
        x_train, y_train, x_test, y_test = datasets.split(x, y, rng=rng)
        net = Network(sizes, hidden="relu", cost="cross_entropy", init="zeros")
        shapes = [(k, n) for n, k in pairwise(sizes)]
        net.weights = [rng.normal(0, np.sqrt(2 / s[1]), s) for s in shapes]
        train(net, x_train, y_train, epochs=500, eta=eta, batch_size=None)
        scores.append(accuracy(net, x_test, y_test))
    print(f"{eta:6}", *(f"{score:.3f}" for score in scores))
    #>    0.3 0.648 0.606 0.620 0.606 0.634
    #> 0.0001 0.648 0.817 0.620 0.923 0.930
