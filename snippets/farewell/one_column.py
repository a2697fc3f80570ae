import numpy as np

from backprop import Network, datasets, train

x, y, x_new, y_new = datasets.split(*datasets.digits())
net = Network(
    [64, 32, 10], output="softmax", cost="cross_entropy", init="nielsen", rng=0
)
train(net, x, y, epochs=20, eta=1.0, batch_size=32, progress=False)

columns = np.arange(8)
sixes = x[:, y[6] == 1].reshape(8, 8, -1)  # rows, columns, images
middles = (columns @ sixes.sum(axis=0)) / sixes.sum(axis=(0, 1))
first, last = middles.min(), middles.max()
print(f"{middles.size} sixes, their middles from {first:.1f} to {last:.1f}")
#> 142 sixes, their middles from 3.1 to 3.9
six = x_new[:, 152].reshape(8, 8)
print(f"middle of the misread one {columns @ six.sum(axis=0) / six.sum():.1f}")
#> middle of the misread one 4.1

moved = np.roll(six, -1, axis=1).reshape(64, 1)  # one column to the left
shares = 100 * net.feedforward(moved)[:, 0]
print(f"moved by one column: a {shares.argmax()}, with {shares[6]:.0f} percent")
#> moved by one column: a 6, with 96 percent
