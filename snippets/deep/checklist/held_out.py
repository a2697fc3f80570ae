import numpy as np

from backprop import Network, accuracy, datasets, train

x_test, y_test = datasets.moons(m=1000, noise=0.3, rng=99)


def attempt(m, **options):
    shares = []
    for seed in range(5):
        x, y = datasets.moons(m=m, noise=0.3, rng=seed)
        net = Network(
            [2, 50, 1],
            hidden="relu",
            cost="cross_entropy",
            init="he",
        )
        train(net, x, y, eta=0.3, **options)
        data = (x, y), (x_test, y_test)
        shares.append([accuracy(net, *pair) for pair in data])
    print(m, options, np.mean(shares, axis=0).round(2))
    #> 30 {'epochs': 500} [0.98 0.86]
    #> 30 {'epochs': 500, 'l2': 0.003} [0.94 0.88]
    #> 300 {'epochs': 50} [0.92 0.91]


attempt(30, epochs=500)
attempt(30, epochs=500, l2=0.003)
attempt(300, epochs=50)
