import numpy as np

from backprop import sigmoid, sigmoid_prime

from network import W2, W3, b2, b3

x, y = np.array([[1.0], [2]]), np.array([[0]])

z2 = W2 @ x + b2  # forward
a2 = sigmoid(z2)
z3 = W3 @ a2 + b3
a3 = sigmoid(z3)

delta3 = (a3 - y) * sigmoid_prime(z3)  # BP1
delta2 = (W3.T @ delta3) * sigmoid_prime(z2)  # BP2

print("a2", a2.round(4).tolist(), "a3", a3.round(4).tolist())
#> a2 [[0.2689], [0.8808], [0.8176]] a3 [[0.726]]
print("b3", delta3.round(4).tolist())  # BP3
#> b3 [[0.1444]]
print("W3", (delta3 @ a2.T).round(4).tolist())  # BP4
#> W3 [[0.0388, 0.1272, 0.1181]]
print("b2", delta2.round(4).tolist())  # BP3
#> b2 [[0.0568], [-0.0152], [0.0215]]
print("W2", (delta2 @ x.T).round(4).tolist())  # BP4
#> W2 [[0.0568, 0.1136], [-0.0152, -0.0303], [0.0215, 0.0431]]
