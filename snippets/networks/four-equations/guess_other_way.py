import numpy as np

from backprop import sigmoid, sigmoid_prime

a2 = sigmoid(np.array([[-1.0], [2], [1.5]]))
W3 = np.array([[2, -1, 1], [-1, 0.5, 2]])
b3, y = np.array([[0.5], [0]]), np.array([[1], [0]])
z3 = W3 @ a2 + b3
delta3 = (sigmoid(z3) - y) * sigmoid_prime(z3)
slope = sigmoid_prime(-1)
collected = (W3.T @ delta3).item(0)

print(f"answer {collected * slope:.3f}")
#> answer -0.042
print(f"no_slope {collected:.3f}")
#> no_slope -0.213
print(f"first_output {2 * delta3.item(0) * slope:.3f}")
#> first_output -0.021
print(f"turned {-collected * slope:.3f}")
#> turned 0.042
