import numpy as np

from backprop import sigmoid

# This book: samples are columns, W is (outputs, inputs), b is a column.
W = np.array([[1, -0.5], [-1, 1], [0.5, 1]])
b = np.array([[-1.0], [1], [-1]])
x = np.array([[1.0, -1, 2, 0], [2, 1, 0, -1]])
a = sigmoid(W @ x + b)

# Nielsen: the same matrices, one sample after the other.
columns = [sigmoid(np.dot(W, x[:, [i]]) + b) for i in range(4)]
print("Nielsen", np.allclose(np.hstack(columns), a))
#> Nielsen True

# Ng: the same, but the input is layer 0.
A0, W1, b1 = x, W, b
Z1 = np.dot(W1, A0) + b1
A1 = sigmoid(Z1)
print("Ng     ", np.allclose(A1, a))
#> Ng      True

# From here on, samples are rows: everything is transposed.
X = x.T

# d2l: H = sigmoid(X W + b), W is (inputs, outputs), b is a row.
W_d2l, b_d2l = W.T, b.T
H = sigmoid(X @ W_d2l + b_d2l)
print("d2l    ", np.allclose(H.T, a))
#> d2l     True

# CS231n: the same shapes, written with dot.
H = sigmoid(np.dot(X, W_d2l) + b_d2l)
print("CS231n ", np.allclose(H.T, a))
#> CS231n  True

# PyTorch's Linear: rows too, but weight is (outputs, inputs).
weight, bias = W, b.ravel()
H = sigmoid(X @ weight.T + bias)
print("PyTorch", np.allclose(H.T, a))
#> PyTorch True

# JAX's tutorial: a sample has one axis; vmap makes of this a function of many in rows.
H = np.array([sigmoid(np.dot(W, activations) + b.ravel()) for activations in X])
print("JAX    ", np.allclose(H.T, a))
#> JAX     True
