import numpy as np

from backprop import numerical_gradient, sigmoid, sigmoid_prime

W = np.array([[1, -0.5], [-1, 1], [0.5, 1]])
b = np.array([[-1.0], [1], [-1]])
x = np.array([[1.0, -1, 2, 0], [2, 1, 0, -1]])
y = np.array([[0.0, 1, 0, 1], [1, 1, 0, 0], [0, 0, 1, 0]])
m = 4
z = W @ x + b
a = sigmoid(z)

# This book: C is a mean over samples, so its derivative delta holds 1/m.
delta = (a - y) * sigmoid_prime(z) / m
nabla_w = delta @ x.T
nabla_b = delta.sum(axis=1, keepdims=True)


def cost(w):
    return np.sum((y - sigmoid(w @ x + b)) ** 2) / (2 * m)


print("measured", np.allclose(numerical_gradient(cost, W), nabla_w))
#> measured True

# Nielsen: a delta for each sample alone, 1/m at the update.
alone = (a - y) * sigmoid_prime(z)
added = sum(np.dot(alone[:, [i]], x[:, [i]].T) for i in range(m))
print("Nielsen ", np.allclose(added / m, nabla_w))
#> Nielsen  True

# Ng: dZ without 1/m, which is in front of dW and db.
dz = (a - y) * sigmoid_prime(z)
dw = 1 / m * np.dot(dz, x.T)
db = 1 / m * np.sum(dz, axis=1, keepdims=True)
print("Ng      ", np.allclose(dw, nabla_w), np.allclose(db, nabla_b))
#> Ng       True True

# CS231n, d2l: samples in rows, and 1/m inside the error, as here.
X, D = x.T, delta.T
dw, db = np.dot(X.T, D), np.sum(D, axis=0, keepdims=True)
print("CS231n  ", np.allclose(dw, nabla_w.T), np.allclose(db, nabla_b.T))
#> CS231n   True True

# PyTorch: rows too, but weight.grad has the shape of weight.
weight_grad, bias_grad = D.T @ X, D.sum(axis=0)
right = np.allclose(weight_grad, nabla_w), np.allclose(bias_grad, nabla_b.T)
print("PyTorch ", *right)
#> PyTorch  True True
