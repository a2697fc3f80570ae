import numpy as np

from backprop import sigmoid

from network import W2, W3, b2, b3

x = np.array([[1.0], [2]])

order = [2, 0, 1]
a2 = sigmoid(W2[order] @ x + b2[order])
print(a2.round(4).tolist())
#> [[0.8176], [0.2689], [0.8808]]
print(sigmoid(W3[:, order] @ a2 + b3).round(4).tolist())
#> [[0.726]]
