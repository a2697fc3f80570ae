import numpy as np

from backprop import Network

rng = np.random.default_rng(3)
X = rng.normal(size=(3, 5))
Y = np.array([[1, 0, 1, 1, 0]])
options = {"hidden": "tanh", "cost": "cross_entropy", "init": "xavier"}
net = Network([3, 4, 2, 1], **options)

h = 1e-5
W2 = net.weights[0].copy()
costs = []
for nudge in [h, -h]:
    net.weights[0] = W2.copy()
    net.weights[0][1, 0] += nudge
    costs.append(net.cost(X, Y))
print(f"{(costs[0] - costs[1]) / (2 * h):.5f}")
#> 0.08663
