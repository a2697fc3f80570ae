import numpy as np

from backprop import Conv2d, Tensor, check_layer, convolve, convolve_backward

rng = np.random.default_rng(0)
layer = Conv2d(2, 3, size=3, stride=2, padding=1)
x = rng.normal(size=(2, 6, 7, 4))
by_sums = convolve(x, layer.w, stride=2, padding=1)
delta = rng.normal(size=by_sums.shape)
onward, nabla_w = convolve_backward(delta, x, layer.w, stride=2, padding=1)

same = np.allclose(by_sums, layer.forward(x))
same = same and np.allclose(onward, layer.backward(delta))
same = same and np.allclose(nabla_w, layer.nabla_w)
print("columns equal to sums:", same)
#> columns equal to sums: True

padded = np.pad(x, ((0, 0), (1, 1), (1, 1), (0, 0)))
X, W = Tensor(padded), Tensor(layer.w)
cost = Tensor(0.0)
for i, j in np.ndindex(by_sums.shape[1:3]):
    window = X[:, 2 * i : 2 * i + 3, 2 * j : 2 * j + 3].reshape(18, 4)
    cost = cost + ((W.reshape(3, 18) @ window) * delta[:, i, j]).sum()
cost.backward()
agree = np.allclose(X.grad[:, 1:-1, 1:-1], onward) and np.allclose(W.grad, nabla_w)
print("equal to the engine's:", agree)
#> equal to the engine's: True
print("equal to the nudged:  ", max(check_layer(layer, x).values()) < 1e-6)
#> equal to the nudged:   True
