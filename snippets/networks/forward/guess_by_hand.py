import numpy as np

from backprop import sigmoid

W2 = np.array([[1, -0.5], [-1, 1], [0.5, 1]])
b2 = np.array([[-1.0], [1], [-1]])
W3 = np.array([[2.0, -1, 1]])
x = np.array([[1.0], [-1]])
b3 = 0.5

z2 = W2 @ x + b2
z3 = W3 @ sigmoid(z2) + b3
print(f"answer {sigmoid(z3).item():.2f}")
#> answer 0.84
print(f"weighted_input {z3.item():.2f}")
#> weighted_input 1.66
print(f"no_biases {sigmoid(W3 @ sigmoid(W2 @ x)).item():.2f}")
#> no_biases 0.87
print(f"no_hidden_sigmoid {sigmoid(W3 @ z2 + b3).item():.2f}")
#> no_hidden_sigmoid 0.73
