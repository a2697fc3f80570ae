import numpy as np

W2 = np.array([[1, -0.5], [-1, 1], [0.5, 1]])
b2 = np.array([[-1.0], [1], [-1]])
W3 = np.array([[2.0, -1, 1]])
b3 = np.array([[0.5]])
x = np.array([[1.0, -1, 2, 0], [2, 1, 0, -1]])


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


columns = sigmoid(W3 @ sigmoid(W2 @ x + b2) + b3)
rows = sigmoid(sigmoid(x.T @ W2.T + b2.T) @ W3.T + b3.T)
print(columns.round(4).tolist())
#> [[0.726, 0.5192, 0.8996, 0.7056]]
print(rows.round(4).tolist())
#> [[0.726], [0.5192], [0.8996], [0.7056]]
