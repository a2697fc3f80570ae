import numpy as np

from backprop import Network, accuracy, datasets, predict, train

x, y = datasets.breast_cancer()
x, y, x_test, y_test = datasets.split(x, y)
print("share of benign in training:", round(y.mean(), 2))
#> share of benign in training: 0.62
print("share of benign held out:   ", round(y_test.mean(), 3))
#> share of benign held out:    0.648


def attempt(x, x_test):
    net = Network(
        [30, 10, 1],
        hidden="relu",
        cost="cross_entropy",
        init="he",
    )
    cost = train(net, x, y, epochs=30, eta=0.1).cost[-1]
    right = accuracy(net, x_test, y_test)
    says = np.bincount(predict(net, x_test), minlength=2)
    return net, f"cost {cost:.2f}, right {right:.3f}, says {says}"


raw, report = attempt(x, x_test)
print(report)
#> cost 0.66, right 0.648, says [  0 142]
print("all its outputs:", np.unique(raw.feedforward(x_test).round(2)))
#> all its outputs: [0.62]

_, report = attempt(*datasets.standardise(x, x_test))
print(report)
#> cost 0.04, right 0.965, says [51 91]
