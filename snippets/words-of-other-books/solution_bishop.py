import numpy as np
from bishop import by_w, delta_j

from backprop import Network, sigmoid, sigmoid_prime

x, y = np.array([[1.0], [2]]), np.array([[0.0]])
net = Network([2, 3, 1])
net.weights = [[[1, -0.5], [-1, 1], [0.5, 1]], [[2, -1, 1]]]
net.biases = [[[-1], [1], [-1]], [[0.5]]]
W2, W3 = net.weights
b2, b3 = net.biases
z2 = W2 @ x + b2
a2 = sigmoid(z2)
z3 = W3 @ a2 + b3
delta3 = (sigmoid(z3) - y) * sigmoid_prime(z3)

_, (nabla_w2, nabla_w3) = net.backprop(x, y)
for reading, his_a, his_z in [("translated", z2, a2), ("copied", a2, z2)]:
    delta2 = delta_j(W3, his_a, delta3, sigmoid_prime)
    found = by_w(delta2, x), by_w(delta3, his_z)
    right = np.allclose(found[0], nabla_w2), np.allclose(found[1], nabla_w3)
    print(f"{reading:10}", *right)
    #> translated True True
    #> copied     False False
