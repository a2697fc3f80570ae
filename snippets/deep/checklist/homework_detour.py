# --8<-- [start:given]
import numpy as np

from backprop import Network, numerical_gradient, tanh

rng = np.random.default_rng(0)
X = rng.normal(size=(3, 5))
Y = np.array([[1, 0, 1, 1, 0]])
settings = {"hidden": "tanh", "cost": "cross_entropy", "init": "xavier"}
net = Network([3, 4, 4, 1], **settings, rng=0)
# --8<-- [end:given]


def cost(first):
    A2 = tanh(first @ X + net.biases[0])
    A3 = tanh(net.weights[1] @ A2 + net.biases[1]) + A2  # the detour
    Z4 = net.weights[2] @ A3 + net.biases[2]
    return np.mean(np.logaddexp(0, Z4) - Y * Z4)


measured = numerical_gradient(cost, net.weights[0])  # by nudging each weight

# --8<-- [start:check]
print(f"cost {cost(net.weights[0]):.4f}, first derivative {measured[0, 0]:.4f}")
#> cost 0.7576, first derivative 0.0389
# --8<-- [end:check]
