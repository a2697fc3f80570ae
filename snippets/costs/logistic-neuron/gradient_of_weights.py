import numpy as np

from backprop import numerical_gradient, sigmoid

w = np.array([[0.5, -1.0, 2.0]])
b = np.array([[1.5]])
x = np.array([[1.0], [2.0], [0.5]])
y = 1


def cost(w, b):
    a = sigmoid(w @ x + b).item()
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


a = sigmoid(w @ x + b)
nabla_w = (a - y) @ x.T
nabla_b = a - y
print("formula ", nabla_w.round(4), nabla_b.round(4))
#> formula  [[-0.2689 -0.5379 -0.1345]] [[-0.2689]]

measured_w = numerical_gradient(lambda w: cost(w, b), w)
measured_b = numerical_gradient(lambda b: cost(w, b), b)
print("measured", measured_w.round(4), measured_b.round(4))
#> measured [[-0.2689 -0.5379 -0.1345]] [[-0.2689]]
