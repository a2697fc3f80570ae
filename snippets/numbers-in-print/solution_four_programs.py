import numpy as np

from backprop import sigmoid

b2, b3 = np.array([[0.35], [0.35]]), np.array([[0.60], [0.60]])
x, y = np.array([[0.05], [0.10]]), np.array([[0.01], [0.99]])


def one_step(slip):
    w2 = np.array([[0.15, 0.20], [0.25, 0.30]])
    w3 = np.array([[0.40, 0.45], [0.50, 0.55]])
    a2 = sigmoid(w2 @ x + b2)
    a3 = sigmoid(w3 @ a2 + b3)
    slope = 1 if slip == "the slope of the output is lost" else a3 * (1 - a3)
    delta3 = (a3 - y) * slope
    way = w3 if slip == "the weights are not transposed" else w3.T
    at = sigmoid(a2) if slip == "the slope is taken at the activation" else a2
    delta2 = (way @ delta3) * at * (1 - at)
    eta = -0.5 if slip == "the step goes uphill" else 0.5
    return (w2 - eta * delta2 @ x.T)[0, 0], (w3 - eta * delta3 @ a2.T)[0, 0]


for slip in (
    "none",
    "the slope of the output is lost",
    "the weights are not transposed",
    "the step goes uphill",
    "the slope is taken at the activation",
):
    w1, w5 = one_step(slip)
    print(f"w1 {w1:.9f}, w5 {w5:.9f}: {slip}")
    #> w1 0.149780716, w5 0.358916480: none
    #> w1 0.148865825, w5 0.180085176: the slope of the output is lost
    #> w1 0.149769225, w5 0.358916480: the weights are not transposed
    #> w1 0.150219284, w5 0.441083520: the step goes uphill
    #> w1 0.149791685, w5 0.358916480: the slope is taken at the activation
