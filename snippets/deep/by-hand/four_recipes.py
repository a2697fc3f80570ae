from itertools import pairwise

import numpy as np

from backprop import Network, accuracy, datasets, train

x, y = datasets.breast_cancer()
sizes = [30, 20, 10, 5, 1]


def score(seed, init, standardised):
    rng = np.random.default_rng(seed)
    x_train, y_train, x_test, y_test = datasets.split(x, y, rng=rng)
    if standardised:
        x_train, x_test = datasets.standardise(x_train, x_test)
    net = Network(sizes, hidden="relu", cost="cross_entropy", init="zeros")
    for i, (n_in, n_out) in enumerate(pairwise(sizes)):
        spread = np.sqrt(2 / n_in) if init == "he" else 0.01
        net.weights[i] = rng.normal(0, spread, (n_out, n_in))
    train(net, x_train, y_train, epochs=500, eta=0.3, batch_size=None)
    return accuracy(net, x_test, y_test)


for standardised in [False, True]:
    for init in ["0.01", "he"]:
        scores = [score(seed, init, standardised) for seed in range(5)]
        inputs = "standardised" if standardised else "raw"
        print(f"{inputs:12}  {init:4} ", *(f"{s:.3f}" for s in scores))
        #> raw           0.01  0.648 0.606 0.620 0.606 0.634
        #> raw           he    0.648 0.606 0.620 0.606 0.634
        #> standardised  0.01  0.648 0.606 0.620 0.606 0.634
        #> standardised  he    0.972 0.965 0.965 0.986 0.986
majority = [np.mean(datasets.split(x, y, rng=seed)[3] == 1) for seed in range(5)]
print("always benign      ", *(f"{share:.3f}" for share in majority))
#> always benign       0.648 0.606 0.620 0.606 0.634
print(f"  on average        {np.mean(majority):.3f}")
#>   on average        0.623
