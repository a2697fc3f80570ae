import numpy as np

from backprop import Network

rng = np.random.default_rng(3)
X = rng.normal(size=(3, 5))
Y = np.array([[1, 0, 1, 1, 0]])
options = {"hidden": "tanh", "cost": "cross_entropy", "init": "xavier"}
net = Network([3, 4, 2, 1], **options)
