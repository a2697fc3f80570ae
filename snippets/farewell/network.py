"""The network of the first page, and the 39 sixes that it had never seen."""

from backprop import Network, datasets, train

x, y, x_new, y_new = datasets.split(*datasets.digits())
net = Network(
    [64, 32, 10], output="softmax", cost="cross_entropy", init="nielsen", rng=0
)
train(net, x, y, epochs=20, eta=1.0, batch_size=32, progress=False)
sixes, new_sixes = x[:, y[6] == 1], x_new[:, y_new[6] == 1]
