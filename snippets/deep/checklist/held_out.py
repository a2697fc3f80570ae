import numpy as np

from backprop import Network, accuracy, datasets, train

x_test, y_test = datasets.moons(m=1000, noise=0.3, rng=99)

print("samples   epochs      l2   right   right, new   cost, new")
#> samples   epochs      l2   right   right, new   cost, new
for m, epochs, l2 in [
    (30, 50, 0),
    (30, 500, 0),
    (30, 500, 0.003),
    (300, 50, 0),
    (4000, 6, 0),
]:
    rows = []
    for seed in range(5):
        x, y = datasets.moons(m=m, noise=0.3, rng=seed)
        net = Network([2, 50, 1], hidden="relu", cost="cross_entropy", init="he")
        train(net, x, y, eta=0.3, epochs=epochs, l2=l2)
        shares = [accuracy(net, x, y), accuracy(net, x_test, y_test)]
        rows.append([*shares, net.cost(x_test, y_test)])
    right, new, cost = np.mean(rows, axis=0)
    print(f"{m:7}   {epochs:6}   {l2:5}   {right:5.2f}   {new:10.2f}   {cost:9.2f}")
    #>      30       50       0    0.88         0.85        0.36
    #>      30      500       0    0.98         0.86        0.41
    #>      30      500   0.003    0.94         0.88        0.29
    #>     300       50       0    0.92         0.91        0.23
    #>    4000        6       0    0.91         0.91        0.21
