import numpy as np

from backprop import numerical_gradient

from network import X, Y, net

W2, W3, W4 = net.weights
_, A = net.forward_pass(X)

dZ4 = (A[4] - Y) / 5
dZ3 = (W4.T @ dZ4) * (1 - A[3] ** 2)
dZ2 = (W3.T @ dZ3) * (1 - A[2] ** 2)
dA1 = W2.T @ dZ2
measured = numerical_gradient(lambda x: net.cost(x, Y), X)
print(f"{dA1[0, 0]:.5f}  {measured[0, 0]:.5f}")
#> -0.00713  -0.00713
print(np.allclose(dA1, measured))
#> True
