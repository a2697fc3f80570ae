import numpy as np

from backprop import datasets, sigmoid

x, y = datasets.xor()
for slope in [True, False]:
    rng = np.random.default_rng(5)
    W2, b2 = rng.normal(size=(3, 2)), np.zeros((3, 1))
    W3, b3 = rng.normal(size=(1, 3)), np.zeros((1, 1))
    loss = epoch = 1
    while loss > 0.002:
        a2 = sigmoid(W2 @ x + b2)
        a3 = sigmoid(W3 @ a2 + b3)
        loss = np.mean((y - a3) ** 2)
        delta3 = (a3 - y) * (a3 * (1 - a3) if slope else 1)
        delta2 = (W3.T @ delta3) * a2 * (1 - a2)
        W3 -= 0.1 * delta3 @ a2.T
        b3 -= 0.1 * delta3.sum(axis=1, keepdims=True)
        W2 -= 0.1 * delta2 @ x.T
        b2 -= 0.1 * delta2.sum(axis=1, keepdims=True)
        epoch += 1
    print("squared error" if slope else "cross-entropy", round(epoch, -2))
    #> squared error 10100
    #> cross-entropy 1300
