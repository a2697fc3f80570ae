import numpy as np

from backprop import sigmoid

x = np.array([[0, 0, 1, 1], [0, 1, 0, 1]])
y = np.array([[0, 1, 1, 0]])
rng = np.random.default_rng(5)
W2, b2 = rng.normal(size=(3, 2)), np.zeros((3, 1))
W3, b3 = rng.normal(size=(1, 3)), np.zeros((1, 1))
eta = 0.1

for epoch in range(10_001):
    a2 = sigmoid(W2 @ x + b2)
    a3 = sigmoid(W3 @ a2 + b3)
    if epoch % 1000 == 0:
        print(f"{epoch:5} {np.mean((y - a3) ** 2):.4f}")
        #>     0 0.2488
        #>  1000 0.2210
        #>  2000 0.1691
        #>  3000 0.0569
        #>  4000 0.0168
        #>  5000 0.0084
        #>  6000 0.0054
        #>  7000 0.0039
        #>  8000 0.0030
        #>  9000 0.0024
        #> 10000 0.0020
    delta3 = (a3 - y) * a3 * (1 - a3)
    delta2 = (W3.T @ delta3) * a2 * (1 - a2)
    W3 -= eta * delta3 @ a2.T
    b3 -= eta * delta3.sum(axis=1, keepdims=True)
    W2 -= eta * delta2 @ x.T
    b2 -= eta * delta2.sum(axis=1, keepdims=True)
print(a3.round(2).tolist())
#> [[0.04, 0.95, 0.95, 0.05]]
