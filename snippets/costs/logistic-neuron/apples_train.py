import numpy as np

from backprop import sigmoid

ripe = [
    [1.6, 0.9, 1.2, 0.4, 1.8, 0.7, -0.3],
    [-0.5, -1.2, 0.5, -0.9, -1.5, 0.3, -0.8],
]
unripe = [
    [-0.4, -1.2, -1.7, -0.8, 0.8, -1.1, 0.3],
    [0.9, 1.4, -0.4, 0.2, -0.1, 1.6, 1.2],
]
X = np.hstack([ripe, unripe])
Y = np.array([[1] * 7 + [0] * 7])
m = X.shape[1]

w, b, eta = np.zeros((1, 2)), np.zeros((1, 1)), 0.5
print("epoch    cost  right")
#> epoch    cost  right
for epoch in range(1001):
    Z = w @ X + b
    A = sigmoid(Z)
    if epoch in [0, 1, 10, 100, 1000]:
        cost = (np.logaddexp(0, Z) - Y * Z).mean()
        right = ((A > 0.5) == Y).sum()
        print(f"{epoch:5}  {cost:.4f}  {right} of {m}")
        #>     0  0.6931  7 of 14
        #>     1  0.5849  13 of 14
        #>    10  0.3293  13 of 14
        #>   100  0.2351  13 of 14
        #>  1000  0.2313  13 of 14

    delta = A - Y
    w = w - eta * delta @ X.T / m
    b = b - eta * delta.sum(axis=1, keepdims=True) / m

print("w =", w.round(2), "b =", b.round(2))
#> w = [[ 2.32 -2.72]] b = [[-0.44]]
print("shapes:", X.shape, Y.shape, w.shape, b.shape, delta.shape)
#> shapes: (2, 14) (1, 14) (1, 2) (1, 1) (1, 14)
