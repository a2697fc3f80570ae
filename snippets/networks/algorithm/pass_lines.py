import numpy as np

from backprop import sigmoid, sigmoid_prime

W2 = np.array([[1, -0.5], [-1, 1], [0.5, 1]])
b2 = np.array([[-1.0], [1], [-1]])
W3 = np.array([[2.0, -1, 1]])
b3 = np.array([[0.5]])
x, y = np.array([[1.0], [2]]), np.array([[0]])

# --8<-- [start:pass]
z2 = W2 @ x + b2
a2 = sigmoid(z2)
z3 = W3 @ a2 + b3
a3 = sigmoid(z3)
C = np.sum((y - a3) ** 2) / 2

delta3 = (a3 - y) * sigmoid_prime(z3)  # BP1
carried = W3.T @ delta3
delta2 = carried * sigmoid_prime(z2)  # BP2

grad_b3 = delta3  # BP3
grad_b2 = delta2
grad_W3 = delta3 @ a2.T  # BP4
grad_W2 = delta2 @ x.T
# --8<-- [end:pass]

print(f"{C:.4f}")
#> 0.2636
print(grad_W2.round(4).tolist())
#> [[0.0568, 0.1136], [-0.0152, -0.0303], [0.0215, 0.0431]]
