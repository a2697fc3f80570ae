import numpy as np

from backprop import Network, datasets, train

x, y = datasets.xor()
net = Network([2, 3, 1])
net.weights = [np.full((3, 2), 0.5), np.full((1, 3), 0.5)]
net.biases = [np.zeros((3, 1)), np.zeros((1, 1))]
train(net, x, y, epochs=2000, eta=4, batch_size=None)
a = net.feedforward(x)
print("hidden weights", net.weights[0].round(1).tolist())
#> hidden weights [[5.5, 5.5], [5.5, 5.5], [5.5, 5.5]]
print("answers", a.round(2).tolist(), f"loss {np.mean((y - a) ** 2):.3f}")
#> answers [[0.06, 0.66, 0.66, 0.67]] loss 0.170
