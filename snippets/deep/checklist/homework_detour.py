# --8<-- [start:given]
import numpy as np

from backprop import Network, numerical_gradient, sigmoid, tanh, tanh_prime

rng = np.random.default_rng(0)
X = rng.normal(size=(3, 5))
Y = np.array([[1, 0, 1, 1, 0]])
net = Network([3, 4, 4, 1], hidden="tanh", init="xavier", rng=0)
# --8<-- [end:given]


def forward(weights, biases):
    Z2 = weights[0] @ X + biases[0]
    A2 = tanh(Z2)
    Z3 = weights[1] @ A2 + biases[1]
    A3 = tanh(Z3) + A2  # the detour
    Z4 = weights[2] @ A3 + biases[2]
    return Z2, A2, Z3, A3, Z4


def cost(first):
    Z4 = forward([first, *net.weights[1:]], net.biases)[-1]
    return np.mean(np.logaddexp(0, Z4) - Y * Z4)


Z2, A2, Z3, A3, Z4 = forward(net.weights, net.biases)
dZ4 = (sigmoid(Z4) - Y) / 5
dA3 = net.weights[2].T @ dZ4
dZ3 = dA3 * tanh_prime(Z3)
dA2 = net.weights[1].T @ dZ3 + dA3  # once through the layer, once past it
dW2 = (dA2 * tanh_prime(Z2)) @ X.T
measured = numerical_gradient(cost, net.weights[0])
assert abs(dW2 - measured).max() < 1e-8

# --8<-- [start:check]
print(f"cost {cost(net.weights[0]):.4f}, first entry of dW2 {dW2[0, 0]:.4f}")
#> cost 0.7576, first entry of dW2 0.0389
# --8<-- [end:check]
