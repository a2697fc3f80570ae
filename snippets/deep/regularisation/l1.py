import numpy as np

from backprop import Network, accuracy, datasets, train

data = datasets.breast_cancer()


def learn(seed, **penalty):
    x, y, x_test, y_test = datasets.split(*data, test=0.5, rng=seed)
    x, y = x[:, :80], y[:, :80]
    x, x_test = datasets.standardise(x, x_test)
    y[:, :8] = 1 - y[:, :8]
    net = Network([30, 32, 1], hidden="relu", cost="cross_entropy", init="he", rng=seed)
    train(net, x, y, epochs=100, eta=0.1, **penalty, rng=seed)
    large = np.count_nonzero(abs(net.weights[0]) > 0.01)
    return large, accuracy(net, x_test, y_test)


print("penalty     weights left   right held out")
#> penalty     weights left   right held out
for penalty in [{}, {"l2": 0.1}, {"l1": 0.003}, {"l1": 0.01}, {"l1": 0.03}]:
    large, right = np.mean([learn(seed, **penalty) for seed in range(5)], axis=0)
    name = " ".join(f"{key} {value}" for key, value in penalty.items()) or "none"
    print(f"{name:8}   {large:5.0f} of 960   {right:14.1%}")
    #> none         936 of 960            88.2%
    #> l2 0.1       437 of 960            93.1%
    #> l1 0.003     410 of 960            89.9%
    #> l1 0.01       62 of 960            90.2%
    #> l1 0.03       25 of 960            91.6%
