import numpy as np

from backprop import Network, accuracy, datasets, train


def strongest(x, y):
    """The 20 features whose means differ most between the two labels."""
    ones, zeros = x[:, y[0] == 1], x[:, y[0] == 0]
    apart = np.abs(ones.mean(axis=1) - zeros.mean(axis=1))
    return np.argsort(apart)[-20:]


for when in ["before the split", "after the split"]:
    scores = []
    for seed in range(20):
        rng = np.random.default_rng(seed)
        x, y = rng.normal(size=(1000, 200)), rng.integers(0, 2, (1, 200))
        x_train, y_train, x_test, y_test = datasets.split(x, y, rng=rng)
        early = when == "before the split"
        kept = strongest(x, y) if early else strongest(x_train, y_train)
        net = Network([20, 1], cost="cross_entropy", init="zeros")
        how = {"epochs": 50, "eta": 0.2, "batch_size": None}
        train(net, x_train[kept], y_train, **how)
        scores.append(accuracy(net, x_test[kept], y_test))
    mean, low, high = np.mean(scores), min(scores), max(scores)
    print(f"{when:16} {mean:.2f}, from {low:.2f} to {high:.2f}")
    #> before the split 0.77, from 0.66 to 0.88
    #> after the split  0.48, from 0.34 to 0.62
