import numpy as np

from backprop import Network, sigmoid, tanh

rng = np.random.default_rng(3)
X = rng.normal(size=(3, 5))
options = {"hidden": "tanh", "cost": "cross_entropy", "init": "xavier"}
net = Network([3, 4, 2, 1], **options)
W2, W3, W4 = net.weights
b2, b3, b4 = net.biases

A1 = X
Z2 = W2 @ A1 + b2
A2 = tanh(Z2)
Z3 = W3 @ A2 + b3
A3 = tanh(Z3)
Z4 = W4 @ A3 + b4
A4 = sigmoid(Z4)

for name, array in [("A1", A1), ("A2", A2), ("A3", A3), ("A4", A4)]:
    print(name, array.shape)
    #> A1 (3, 5)
    #> A2 (4, 5)
    #> A3 (2, 5)
    #> A4 (1, 5)
print(A4.round(3).tolist())
#> [[0.621, 0.326, 0.529, 0.39, 0.627]]
