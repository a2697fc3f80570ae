import numpy as np

from backprop import BatchNorm, Tensor, check_layer


def back(x, g):
    """From what arrives at the normalised rows, return what arrives at x."""
    mean, deviation = x.mean(axis=1, keepdims=True), x.std(axis=1, keepdims=True)
    u = (x - mean) / deviation
    means = g.mean(axis=1, keepdims=True), (g * u).mean(axis=1, keepdims=True)
    return (g - means[0] - u * means[1]) / deviation


rng = np.random.default_rng(0)
x, g = rng.normal(size=(2, 4, 6))

X = Tensor(x)
centred = X - X.mean(axis=1, keepdims=True)
u = centred / (centred**2).mean(axis=1, keepdims=True) ** 0.5
(u * g).sum().backward()

layer = BatchNorm(4, epsilon=1e-12)
layer.forward(x)
print("equal to the engine's: ", np.allclose(back(x, g), X.grad))
#> equal to the engine's:  True
print("equal to the library's:", np.allclose(back(x, g), layer.backward(g)))
#> equal to the library's: True
print("equal to the nudged:   ", max(check_layer(layer, x).values()) < 1e-6)
#> equal to the nudged:    True
print("rows add up to 0:      ", np.allclose(back(x, g).sum(axis=1), 0))
#> rows add up to 0:       True
