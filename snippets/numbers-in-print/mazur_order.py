import numpy as np

from backprop import sigmoid

b2, b3 = np.array([[0.35], [0.35]]), np.array([[0.60], [0.60]])
x, y = np.array([[0.05], [0.10]]), np.array([[0.01], [0.99]])


def train(steps, too_early):
    w2 = np.array([[0.15, 0.20], [0.25, 0.30]])
    w3 = np.array([[0.40, 0.45], [0.50, 0.55]])
    # --8<-- [start:shown]
    for _ in range(steps):
        a2 = sigmoid(w2 @ x + b2)
        a3 = sigmoid(w3 @ a2 + b3)
        delta3 = (a3 - y) * a3 * (1 - a3)
        new_w3 = w3 - 0.5 * delta3 @ a2.T
        used_w3 = new_w3 if too_early else w3
        delta2 = (used_w3.T @ delta3) * a2 * (1 - a2)
        w2 = w2 - 0.5 * delta2 @ x.T
        w3 = new_w3
    a3 = sigmoid(w3 @ sigmoid(w2 @ x + b2) + b3)
    return ((y - a3) ** 2 / 2).sum(), a3.ravel()


for too_early in [False, True]:
    first, _ = train(1, too_early)
    last, outputs = train(10_000, too_early)
    print(f"{first:.9f}", *(f"{a:.9f}" for a in outputs), f"{last:.10f}")
    #> 0.291027774 0.015913620 0.984064274 0.0000351019
    #> 0.291027924 0.015912196 0.984065734 0.0000350848
last, _ = train(9_999, too_early=False)
print(f"old weights, one step less: {last:.10f}")
#> old weights, one step less: 0.0000351085
# --8<-- [end:shown]
