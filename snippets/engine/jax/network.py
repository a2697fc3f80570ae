import numpy as np

numbers = {
    "W2": np.array([[1, -0.5], [-1, 1], [0.5, 1]]),
    "b2": np.array([[-1.0], [1], [-1]]),
    "W3": np.array([[2.0, -1, 1]]),
    "b3": np.array([[0.5]]),
}
x = np.array([[1.0, -1, 2, 0], [2, 1, 0, -1]])  # four samples
y = np.array([[0.0, 1, 1, 0]])


# --8<-- [start:cost]
def cost(numbers, x, y, sigmoid):
    a2 = sigmoid(numbers["W2"] @ x + numbers["b2"])
    a3 = sigmoid(numbers["W3"] @ a2 + numbers["b3"])
    return ((a3 - y) ** 2).sum() / 2


# --8<-- [end:cost]
