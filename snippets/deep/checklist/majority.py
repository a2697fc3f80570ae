import numpy as np

from backprop import Network, accuracy, datasets, predict, train

x, y, x_test, y_test = datasets.split(*datasets.digits())
y, y_test = y[6:7], y_test[6:7]  # is it a 6?
print(f"share of sixes: {y.mean():.3f} in training, {y_test.mean():.3f} held out")
#> share of sixes: 0.105 in training, 0.087 held out


def attempt(x, x_test):
    net = Network(
        [64, 20, 1],
        hidden="relu",
        cost="cross_entropy",
        init="he",
    )
    cost = train(net, x, y, epochs=30, eta=0.1).cost[-1]
    right = accuracy(net, x_test, y_test)
    says = np.bincount(predict(net, x_test), minlength=2)
    return f"cost {cost:.2f}, right {right:.3f}, says {says}"


print("0 to 255:", attempt(255 * x, 255 * x_test))
#> 0 to 255: cost 0.34, right 0.913, says [449   0]
print("zeroed:  ", attempt(0 * x, 0 * x_test))
#> zeroed:   cost 0.34, right 0.913, says [449   0]
print("0 to 1:  ", attempt(x, x_test))
#> 0 to 1:   cost 0.01, right 0.993, says [411  38]
