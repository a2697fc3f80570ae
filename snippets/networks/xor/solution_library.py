import numpy as np

from backprop import Network, datasets, train

x, y = datasets.xor()
rng = np.random.default_rng(5)
net = Network([2, 3, 1])
net.weights = [rng.normal(size=(3, 2)), rng.normal(size=(1, 3))]
net.biases = [np.zeros((3, 1)), np.zeros((1, 1))]
for epoch in [1000, 2000, 3000]:
    train(net, x, y, epochs=1000, eta=4 * 0.1, batch_size=None)
    print(epoch, f"{np.mean((y - net.feedforward(x)) ** 2):.4f}")
    #> 1000 0.2210
    #> 2000 0.1691
    #> 3000 0.0569
