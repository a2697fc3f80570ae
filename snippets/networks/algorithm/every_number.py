import numpy as np

from backprop import sigmoid, sigmoid_prime

from network import W2, W3, b2, b3

x, y = np.array([[1.0], [2]]), np.array([[0]])

# Forward
z2 = W2 @ x + b2
print(z2.tolist())
#> [[-1.0], [2.0], [1.5]]
a2 = sigmoid(z2)
print(a2.round(4).tolist())
#> [[0.2689], [0.8808], [0.8176]]
z3 = W3 @ a2 + b3
print(z3.round(4).tolist())
#> [[0.9747]]
a3 = sigmoid(z3)
print(a3.round(4).tolist())
#> [[0.726]]
print(((y - a3) ** 2 / 2).round(4).tolist())  # the cost
#> [[0.2636]]

# BP1
print((a3 - y).round(4).tolist())  # how the cost answers the output
#> [[0.726]]
print(sigmoid_prime(z3).round(4).tolist())  # the slope
#> [[0.1989]]
delta3 = (a3 - y) * sigmoid_prime(z3)
print(delta3.round(4).tolist())
#> [[0.1444]]

# BP2
print((W3.T @ delta3).round(4).tolist())  # carried back
#> [[0.2888], [-0.1444], [0.1444]]
print(sigmoid_prime(z2).round(4).tolist())  # the slopes
#> [[0.1966], [0.105], [0.1491]]
delta2 = (W3.T @ delta3) * sigmoid_prime(z2)
print(delta2.round(4).tolist())
#> [[0.0568], [-0.0152], [0.0215]]

# BP3: the derivatives with respect to b3 and b2 are delta3 and delta2.
# BP4: those with respect to W3, then W2.
print((delta3 @ a2.T).round(4).tolist())
#> [[0.0388, 0.1272, 0.1181]]
print((delta2 @ x.T).round(4).tolist())
#> [[0.0568, 0.1136], [-0.0152, -0.0303], [0.0215, 0.0431]]
