import numpy as np

from backprop import sigmoid

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
Y = np.array([[0], [1], [1], [0]])
rng = np.random.default_rng(5)
W2, b2 = rng.normal(size=(3, 2)).T, np.zeros((1, 3))
W3, b3 = rng.normal(size=(1, 3)).T, np.zeros((1, 1))
eta = 0.1

for epoch in range(10_001):
    A2 = sigmoid(X @ W2 + b2)
    A3 = sigmoid(A2 @ W3 + b3)
    if epoch % 5000 == 0:
        print(f"{epoch:5} {np.mean((Y - A3) ** 2):.4f}")
        #>     0 0.2488
        #>  5000 0.0084
        #> 10000 0.0020
    D3 = (A3 - Y) * A3 * (1 - A3)
    D2 = (D3 @ W3.T) * A2 * (1 - A2)
    W3 -= eta * A2.T @ D3
    b3 -= eta * D3.sum(axis=0, keepdims=True)
    W2 -= eta * X.T @ D2
    b2 -= eta * D2.sum(axis=0, keepdims=True)
for point, answer in zip(X, A3[:, 0], strict=True):
    print(point, f"answer {answer:.2f}")
    #> [0 0] answer 0.04
    #> [0 1] answer 0.95
    #> [1 0] answer 0.95
    #> [1 1] answer 0.05
