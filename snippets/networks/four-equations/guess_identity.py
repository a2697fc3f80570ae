import numpy as np

from backprop import sigmoid, sigmoid_prime

W2 = np.array([[1, -0.5], [-1, 1], [0.5, 1]])
b2 = np.array([[-1.0], [1], [-1]])
W3, b3 = np.array([[2.0, -1, 1]]), 0.5
x, y = np.array([[1.0], [2]]), 0
z = (W3 @ sigmoid(W2 @ x + b2) + b3).item()

print(f"answer {z - y:.3f}")
#> answer 0.975
print(f"with_slope {(z - y) * sigmoid_prime(z):.3f}")
#> with_slope 0.194
print(f"sigmoid_there {sigmoid(z) - y:.3f}")
#> sigmoid_there 0.726
print(f"both {(sigmoid(z) - y) * sigmoid_prime(z):.3f}")
#> both 0.144
