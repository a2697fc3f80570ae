import numpy as np

from network import forward, start, x, y

for slope in [True, False]:
    W2, b2, W3, b3 = start()
    loss = epoch = 1
    while loss > 0.002:
        a2, a3 = forward(x, W2, b2, W3, b3)
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
