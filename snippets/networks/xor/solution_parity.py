import numpy as np

from backprop import Network, train

x = np.array(np.meshgrid([0, 1], [0, 1], [0, 1])).reshape(3, 8)
y = x.sum(axis=0, keepdims=True) % 2
net = Network([3, 4, 1], cost="cross_entropy", rng=0)
train(net, x, y, epochs=2000, eta=2, batch_size=None)
answers = net.feedforward(x)[0]
for point, answer in zip(x.T, answers, strict=True):
    print(point, f"{answer:.2f}")
    #> [0 0 0] 0.00
    #> [0 0 1] 0.99
    #> [1 0 0] 1.00
    #> [1 0 1] 0.00
    #> [0 1 0] 1.00
    #> [0 1 1] 0.00
    #> [1 1 0] 0.00
    #> [1 1 1] 1.00
