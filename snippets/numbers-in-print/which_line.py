import numpy as np

from backprop import numerical_gradient, sigmoid, sigmoid_prime

W2 = np.array([[1, -0.5], [-1, 1], [0.5, 1]])
b2 = np.array([[-1.0], [1], [-1]])
W3 = np.array([[2.0, -1, 1]])
b3 = np.array([[0.5]])
x = np.array([[1.0, -1, 2, 0], [2, 1, 0, -1]])
y = np.array([[0, 1, 0, 1]])
m = 4
z2 = W2 @ x + b2
a2 = sigmoid(z2)
z3 = W3 @ a2 + b3

lines = {}
lines["delta3"] = (sigmoid(z3) - y) / m * sigmoid_prime(z3)
lines["nabla_b3"] = lines["delta3"].sum(axis=1, keepdims=True)
lines["nabla_w3"] = lines["delta3"] @ a2.T
lines["delta2"] = (W3.T @ lines["delta3"]) * sigmoid_prime(z2)


def cost(z3):
    return ((y - sigmoid(z3)) ** 2 / 2).sum() / m


measured = {
    "for z3: BP1": numerical_gradient(cost, z3),
    "for z2: BP2": numerical_gradient(lambda z: cost(W3 @ sigmoid(z) + b3), z2),
    "for b3: BP3": numerical_gradient(lambda b: cost(W3 @ a2 + b), b3),
    "for W3: BP4": numerical_gradient(lambda w: cost(w @ a2 + b3), W3),
}
for line, value in lines.items():
    for derivative, right in measured.items():
        if value.shape == right.shape and np.allclose(value, right):
            print(f"{line:8}", derivative)
            #> delta3   for z3: BP1
            #> nabla_b3 for b3: BP3
            #> nabla_w3 for W3: BP4
            #> delta2   for z2: BP2
