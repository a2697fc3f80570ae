import numpy as np

from backprop import numerical_gradient, sigmoid, sigmoid_prime

rng = np.random.default_rng(0)
W, b = rng.normal(size=(4, 4)), rng.normal(size=(4, 1))
x, y = rng.normal(size=(4, 4)), rng.uniform(size=(4, 4))  # one sample a column


def cost(w):
    return ((sigmoid(w @ x + b) - y) ** 2).sum() / 8


z = W @ x + b
delta = (sigmoid(z) - y) * sigmoid_prime(z) / 4
copied = np.dot(x.T, delta)
print("the shape of the weights:", copied.shape == W.shape)
#> the shape of the weights: True
measured = numerical_gradient(cost, W)
print("the gradient, measured:  ", np.allclose(copied, measured))
#> the gradient, measured:   False
