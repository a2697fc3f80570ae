import numpy as np

from backprop import numerical_gradient

from network import net

x = np.array([[1.0], [2]])

delta2, _ = net.backprop(x, [[0]])[0]
print((net.weights[0].T @ delta2).round(4).tolist())
#> [[0.0827], [-0.022]]
print(numerical_gradient(lambda x: net.cost(x, [[0]]), x).round(4).tolist())
#> [[0.0827], [-0.022]]
