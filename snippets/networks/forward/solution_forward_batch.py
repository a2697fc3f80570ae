import numpy as np

from backprop import sigmoid


def forward(weights, biases, x):
    a = x
    for w, b in zip(weights, biases, strict=True):
        a = sigmoid(w @ a + b)
    return a


one = [np.ones((1, 2))], [np.zeros((1, 1))]
print(forward(*one, np.array([[0, 1], [0, 2]])).round(4))
#> [[0.5    0.9526]]
