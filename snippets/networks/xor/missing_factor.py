import numpy as np

from backprop import numerical_gradient, sigmoid


def loss(w2, b2, w3, b3):
    return np.mean((Y - sigmoid(sigmoid(X @ w2 + b2) @ w3 + b3)) ** 2)


rng = np.random.default_rng(5)
W2, b2 = rng.normal(size=(2, 3)), rng.normal(size=(1, 3))
W3, b3 = rng.normal(size=(3, 1)), rng.normal(size=(1, 1))
for copies in [1, 2]:
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]] * copies)
    Y = np.array([[0], [1], [1], [0]] * copies)
    A2 = sigmoid(X @ W2 + b2)
    A3 = sigmoid(A2 @ W3 + b3)
    D3 = (A3 - Y) * A3 * (1 - A3)  # as above
    D2 = (D3 @ W3.T) * A2 * (1 - A2)
    ratios = [
        numerical_gradient(lambda w: loss(w, b2, W3, b3), W2) / (X.T @ D2),
        numerical_gradient(lambda b: loss(W2, b, W3, b3), b2) / D2.sum(axis=0),
        numerical_gradient(lambda w: loss(W2, b2, w, b3), W3) / (A2.T @ D3),
        numerical_gradient(lambda b: loss(W2, b2, W3, b), b3) / D3.sum(axis=0),
    ]
    print(f"m = {len(X)}:", *(np.unique(ratio.round(4)) for ratio in ratios))
    #> m = 4: [0.5] [0.5] [0.5] [0.5]
    #> m = 8: [0.25] [0.25] [0.25] [0.25]
