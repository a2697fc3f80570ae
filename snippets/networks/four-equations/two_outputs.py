import numpy as np

from backprop import numerical_gradient, sigmoid, sigmoid_prime

z2 = np.array([[-1.0], [2], [1.5]])
W3 = np.array([[2, -1, 1], [-1, 0.5, 2]])  # a second row: a second output unit
b3, y = np.array([[0.5], [0]]), np.array([[0], [1]])


def cost(z2):
    return ((y - sigmoid(W3 @ sigmoid(z2) + b3)) ** 2 / 2).sum()


z3 = W3 @ sigmoid(z2) + b3
delta3 = (sigmoid(z3) - y) * sigmoid_prime(z3)
back = W3 * delta3  # over each wire
collected = W3.T @ delta3  # by each hidden unit
delta2 = collected * sigmoid_prime(z2)

print("z3       ", z3.round(4).ravel())
#> z3        [0.9747 1.8066]
print("a3       ", sigmoid(z3).round(4).ravel())
#> a3        [0.726 0.859]
print("a3 - y   ", (sigmoid(z3) - y).round(4).ravel())
#> a3 - y    [ 0.726 -0.141]
print("slope    ", sigmoid_prime(z3).round(4).ravel())
#> slope     [0.1989 0.1212]
print("delta3   ", delta3.round(4).ravel())
#> delta3    [ 0.1444 -0.0171]
print("to unit 1", back[:, 0].round(4))
#> to unit 1 [0.2888 0.0171]
print("collected", collected.round(4).ravel())
#> collected [ 0.3059 -0.153   0.1102]
print("delta2   ", delta2.round(4).ravel())
#> delta2    [ 0.0601 -0.0161  0.0164]
print("measured ", numerical_gradient(cost, z2).round(4).ravel())
#> measured  [ 0.0601 -0.0161  0.0164]
