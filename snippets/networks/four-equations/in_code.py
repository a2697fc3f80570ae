import numpy as np

from backprop import sigmoid, sigmoid_prime

from network import W2, W3, b2, b3

x, y = np.array([[1.0], [2]]), np.array([[0]])
z2 = W2 @ x + b2
a2 = sigmoid(z2)
z3 = W3 @ a2 + b3
a3 = sigmoid(z3)

# --8<-- [start:four]
delta3 = (a3 - y) * sigmoid_prime(z3)  # BP1
delta2 = (W3.T @ delta3) * sigmoid_prime(z2)  # BP2
grad_b2 = delta2  # BP3
grad_W2 = delta2 @ x.T  # BP4
print(delta3.round(4), delta2.T.round(4))
#> [[0.1444]] [[ 0.0568 -0.0152  0.0215]]
# --8<-- [end:four]

print(grad_W2.round(4).tolist())
#> [[0.0568, 0.1136], [-0.0152, -0.0303], [0.0215, 0.0431]]
