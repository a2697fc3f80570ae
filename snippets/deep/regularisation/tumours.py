from backprop import Network, accuracy, datasets, train

DATA = datasets.breast_cancer()


def draw(split, wrong=0, m=80):
    """Return m samples to train on, 80 to choose by and 285 to judge by."""
    x, y, x_test, y_test = datasets.split(*DATA, test=0.5, rng=split)
    x_val, y_val = x[:, 200:280], y[:, 200:280]
    x, x_val, x_test = datasets.standardise(x[:, :m], x_val, x_test)
    y = y[:, :m].copy()
    y[:, :wrong] = 1 - y[:, :wrong]
    return x, y, (x_val, y_val), (x_test, y_test)


def learn(split, x, y, **how):
    net = Network(
        [30, 32, 1], hidden="relu", cost="cross_entropy", init="he", rng=split
    )
    train(net, x, y, epochs=100, eta=0.1, **how, rng=split)
    return net
