import numpy as np

from backprop import sigmoid

redness = [1.6, 0.9, -0.3, 0.8, -0.4, -1.2]
firmness = [-0.5, -1.2, 1.8, -0.1, 0.9, 1.4]
X = np.array([redness, firmness])
Y = np.array([[1, 1, 1, 0, 0, 0]])
X, Y = np.tile(X, 1000), np.tile(Y, 1000)
m = X.shape[1]


def costs(scale):
    w = np.zeros((1, 2))
    found = []
    for _ in range(4):
        z = w @ X
        found.append((np.logaddexp(0, z) - Y * z).mean())
        w = w - 0.5 * scale * (sigmoid(z) - Y) @ X.T
    return "  ".join(f"{cost:8.4f}" for cost in found)


print("with 1/m:   ", costs(1 / m))
#> with 1/m:      0.6931    0.6517    0.6263    0.6101
print("without 1/m:", costs(1))
#> without 1/m:   0.6931  303.7500  184.1667  596.2500
