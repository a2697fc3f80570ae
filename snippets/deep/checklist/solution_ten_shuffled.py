import numpy as np

from backprop import Network, datasets, train

x, y, _, _ = datasets.split(*datasets.spirals())
y = y[:, np.random.default_rng(0).permutation(y.shape[1])]

for m in 10, 225:
    net = Network(
        [2, 20, 20, 3],
        hidden="relu",
        output="softmax",
        cost="cross_entropy",
        init="he",
    )
    some_x, some_y = x[:, :m], y[:, :m]
    train(net, some_x, some_y, epochs=1000, eta=0.5, batch_size=None)
    print(m, "samples: cost", round(net.cost(some_x, some_y), 1))
    #> 10 samples: cost 0.0
    #> 225 samples: cost 1.0
