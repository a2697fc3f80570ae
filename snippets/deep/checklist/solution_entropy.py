import numpy as np

from backprop import Network, train

x = np.random.default_rng(0).normal(size=(3, 1000))  # noise
y = np.zeros((1, 1000))
y[0, :50] = 1

s = 0.05
print("entropy", round(-s * np.log(s) - (1 - s) * np.log(1 - s), 2))
#> entropy 0.2
net = Network([3, 1], cost="cross_entropy", init="zeros")
train(net, x, y, epochs=500, eta=1, batch_size=None)
print("cost   ", round(net.cost(x, y), 2))
#> cost    0.2
print("mean output", round(net.feedforward(x).mean(), 2))
#> mean output 0.05
