import numpy as np

from backprop import datasets, sigmoid

x, y = datasets.xor()
rng = np.random.default_rng(5)
W2, b2 = rng.normal(size=(3, 2)), np.zeros((3, 1))
W3, b3 = rng.normal(size=(1, 3)), np.zeros((1, 1))
for _ in range(10_000):
    a2 = sigmoid(W2 @ x + b2)
    a3 = sigmoid(W3 @ a2 + b3)
    delta3 = (a3 - y) * a3 * (1 - a3)
    delta2 = (W3.T @ delta3) * a2 * (1 - a2)
    W3 -= 0.1 * delta3 @ a2.T
    b3 -= 0.1 * delta3.sum(axis=1, keepdims=True)
    W2 -= 0.1 * delta2 @ x.T
    b2 -= 0.1 * delta2.sum(axis=1, keepdims=True)

for point, hidden, z in zip(x.T, a2.T, (W3 @ a2 + b3)[0], strict=True):
    print(point, "hidden", hidden.round(2), f"z {z:4.1f}")
    #> [0. 0.] hidden [0.88 0.   0.58] z -3.2
    #> [0. 1.] hidden [0.03 0.11 0.95] z  3.0
    #> [1. 0.] hidden [0.03 0.11 0.95] z  3.0
    #> [1. 1.] hidden [0.   0.87 1.  ] z -2.9
print("weights out", W3[0].round(1), "bias", b3[0].round(1))
#> weights out [-7.3 -8.4  2.8] bias [1.5]
