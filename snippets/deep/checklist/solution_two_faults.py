import numpy as np

from backprop import accuracy, datasets, train

from network import fresh, x, y

x, y, _, _ = datasets.split(x, y)
rows = x.T


def attempt(x, init):
    net = fresh(init=init)
    _, nabla_w = net.backprop(x, y)
    norm = np.linalg.norm(nabla_w[0])
    train(net, x, y, epochs=50, eta=0.1)
    return f"first gradient {norm:.0e}, right {accuracy(net, x, y):.1f}"


print("both faults:   ", attempt(rows.reshape(2, -1), "small"))
#> both faults:    first gradient 3e-05, right 0.4
print("data mended:   ", attempt(rows.T, "small"))
#> data mended:    first gradient 9e-05, right 0.4
print("weights mended:", attempt(rows.reshape(2, -1), "he"))
#> weights mended: first gradient 4e-02, right 0.4
print("both mended:   ", attempt(rows.T, "he"))
#> both mended:    first gradient 1e-01, right 1.0
