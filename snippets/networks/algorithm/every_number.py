import numpy as np

from backprop import sigmoid, sigmoid_prime

from network import W2, W3, b2, b3

x, y = np.array([[2.0], [0]]), np.array([[0]])  # the third sample

# Forward
z2 = W2 @ x + b2
print(z2.tolist())
#> [[1.0], [-1.0], [0.0]]
a2 = sigmoid(z2)
print(a2.round(4).tolist())
#> [[0.7311], [0.2689], [0.5]]
z3 = W3 @ a2 + b3
print(z3.round(4).tolist())
#> [[2.1932]]
a3 = sigmoid(z3)
print(a3.round(4).tolist())
#> [[0.8996]]
print(((y - a3) ** 2 / 2).round(4).tolist())  # the cost
#> [[0.4047]]

# BP1
print((a3 - y).round(4).tolist())  # how the cost answers the output
#> [[0.8996]]
print(sigmoid_prime(z3).round(4).tolist())  # the slope
#> [[0.0903]]
delta3 = (a3 - y) * sigmoid_prime(z3)
print(delta3.round(4).tolist())
#> [[0.0812]]

# BP2
print((W3.T @ delta3).round(4).tolist())  # carried back
#> [[0.1625], [-0.0812], [0.0812]]
print(sigmoid_prime(z2).round(4).tolist())  # the slopes
#> [[0.1966], [0.1966], [0.25]]
delta2 = (W3.T @ delta3) * sigmoid_prime(z2)
print(delta2.round(4).tolist())
#> [[0.0319], [-0.016], [0.0203]]

# BP3: the derivatives with respect to b3 and b2 are delta3 and delta2.
# BP4: those with respect to W3, then W2.
print((delta3 @ a2.T).round(4).tolist())
#> [[0.0594, 0.0218, 0.0406]]
print((delta2 @ x.T).round(4).tolist())
#> [[0.0639, 0.0], [-0.0319, 0.0], [0.0406, 0.0]]
