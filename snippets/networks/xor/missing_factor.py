import numpy as np

from backprop import numerical_gradient, sigmoid


def loss(W2, b2, W3, b3):
    return np.mean((y - sigmoid(W3 @ sigmoid(W2 @ x + b2) + b3)) ** 2)


rng = np.random.default_rng(5)
W2, b2 = rng.normal(size=(3, 2)), rng.normal(size=(3, 1))
W3, b3 = rng.normal(size=(1, 3)), rng.normal(size=(1, 1))
for copies in [1, 2]:
    x = np.array([[0, 0, 1, 1] * copies, [0, 1, 0, 1] * copies])
    y = np.array([[0, 1, 1, 0] * copies])
    a2 = sigmoid(W2 @ x + b2)
    a3 = sigmoid(W3 @ a2 + b3)
    delta3 = (a3 - y) * a3 * (1 - a3)  # as above
    delta2 = (W3.T @ delta3) * a2 * (1 - a2)
    grad_b2 = delta2.sum(axis=1, keepdims=True)
    grad_b3 = delta3.sum(axis=1, keepdims=True)
    ratios = [
        numerical_gradient(lambda w: loss(w, b2, W3, b3), W2) / (delta2 @ x.T),
        numerical_gradient(lambda b: loss(W2, b, W3, b3), b2) / grad_b2,
        numerical_gradient(lambda w: loss(W2, b2, w, b3), W3) / (delta3 @ a2.T),
        numerical_gradient(lambda b: loss(W2, b2, W3, b), b3) / grad_b3,
    ]
    print(f"m = {x.shape[1]}:", *(np.unique(ratio.round(4)) for ratio in ratios))
    #> m = 4: [0.5] [0.5] [0.5] [0.5]
    #> m = 8: [0.25] [0.25] [0.25] [0.25]
