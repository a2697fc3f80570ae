import numpy as np

from backprop import sigmoid

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
Y = np.array([[0], [1], [1], [0]])
draws = [np.random.RandomState(seed) for seed in range(40)]
W2 = np.array([draw.normal(size=(2, 3)) for draw in draws])
W3 = np.array([draw.normal(size=(3, 1)) for draw in draws])
b2, b3 = np.zeros((40, 1, 3)), np.zeros((40, 1, 1))
eta = 0.1

for _ in range(10_000):
    A2 = sigmoid(X @ W2 + b2)
    A3 = sigmoid(A2 @ W3 + b3)
    D3 = (A3 - Y) * A3 * (1 - A3)
    D2 = (D3 @ W3.mT) * A2 * (1 - A2)
    W3 -= eta * A2.mT @ D3
    b3 -= eta * D3.sum(axis=1, keepdims=True)
    W2 -= eta * X.T @ D2
    b2 -= eta * D2.sum(axis=1, keepdims=True)

A3 = sigmoid(sigmoid(X @ W2 + b2) @ W3 + b3)
print(W2.shape, A3.shape)
#> (40, 2, 3) (40, 4, 1)
loss = np.mean((Y - A3) ** 2, axis=(1, 2))
solved = np.all((A3 > 0.5) == Y, axis=(1, 2))
print(solved.sum(), "of 40 solved")
#> 40 of 40 solved
print(f"loss: median {np.median(loss):.4f}, largest {loss.max():.4f}")
#> loss: median 0.0023, largest 0.0065
