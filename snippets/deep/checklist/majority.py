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
    return f"cost {cost:.2f}, right {right:.3f}, says {says}"


print("raw:         ", attempt(x, x_test))
#> raw:          cost 0.66, right 0.648, says [  0 142]
print("zeroed:      ", attempt(0 * x, 0 * x_test))
#> zeroed:       cost 0.66, right 0.648, says [  0 142]
print("standardised:", attempt(*datasets.standardise(x, x_test)))
#> standardised: cost 0.04, right 0.965, says [51 91]
