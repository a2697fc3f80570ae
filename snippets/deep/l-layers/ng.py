import numpy as np

from backprop import tanh_prime

from network import X, Y, net

m = X.shape[1]
nabla_b, nabla_w = net.backprop(X, Y)

# Ng's numbers: the input is layer 0, the weights are W1, W2 and W3.
W1, W2, W3 = net.weights
zs, activations = net.forward_pass(X)
Z1, Z2, Z3 = zs.values()
A0, A1, A2, A3 = activations.values()

dZ3 = A3 - Y  # no 1/m here ...
dW3 = 1 / m * dZ3 @ A2.T  # ... but here
db3 = 1 / m * np.sum(dZ3, axis=1, keepdims=True)
dZ2 = (W3.T @ dZ3) * tanh_prime(Z2)
dW2 = 1 / m * dZ2 @ A1.T
dZ1 = (W2.T @ dZ2) * tanh_prime(Z1)
dW1 = 1 / m * dZ1 @ A0.T
db2, db1 = (1 / m * np.sum(dZ, axis=1, keepdims=True) for dZ in (dZ2, dZ1))

pairs = zip([dW1, dW2, dW3, db1, db2, db3], nabla_w + nabla_b, strict=True)
print([bool(np.allclose(ng, ours)) for ng, ours in pairs])
#> [True, True, True, True, True, True]

twice = dZ3 / m  # and if it is done in both places?
print(f"{(1 / m * twice @ A2.T / nabla_w[2])[0, 0]:.2f}")
#> 0.20
