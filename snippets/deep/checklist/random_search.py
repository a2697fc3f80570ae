import numpy as np

from backprop import DivergedError, datasets, train

from network import fresh, x, y

x, y, x_test, y_test = datasets.split(x, y)
rates = 10 ** np.linspace(-4, 2, 25)


def cost(eta):
    net = fresh()
    try:
        train(net, x, y, epochs=40, eta=eta, batch_size=None)
    except DivergedError:
        return np.inf
    return net.cost(x_test, y_test)


costs = np.array([cost(eta) for eta in rates])
print("best rate:", rates[costs.argmin()].round(2))
#> best rate: 1.0
rng = np.random.default_rng(0)
by_grid, by_chance = [], []
for low in range(9):  # where the searched range begins
    by_grid.append(costs[[low, low + 8, low + 16]].min())
    nine = rng.integers(low, low + 17, size=(1000, 9))
    by_chance.append(costs[nine].min(axis=1).mean())
print("grid:  best cost", np.mean(by_grid).round(2), "on average")
#> grid:  best cost 0.72 on average
print("random: best cost", np.mean(by_chance).round(2))
#> random: best cost 0.56
