import numpy as np

from backprop import Network, numerical_gradient, sigmoid, tanh, tanh_prime


def forward(W, b, X):
    Z, A, L = {}, {1: X}, max(W)
    for n in range(2, L + 1):
        Z[n] = W[n] @ A[n - 1] + b[n]
        A[n] = sigmoid(Z[n]) if n == L else tanh(Z[n])
    return Z, A


def backward(W, Z, A, Y):
    dW, db, L = {}, {}, max(W)
    dZ = (A[L] - Y) / Y.shape[1]
    for n in range(L, 1, -1):
        dW[n] = dZ @ A[n - 1].T
        db[n] = dZ.sum(axis=1, keepdims=True)
        if n > 2:
            dZ = (W[n].T @ dZ) * tanh_prime(Z[n - 1])
    return dW, db


def cost(W, b, X, Y):
    a = forward(W, b, X)[1][max(W)]
    return -np.sum(Y * np.log(a) + (1 - Y) * np.log(1 - a)) / Y.shape[1]


def measure(W, b, X, Y, n):
    return (
        numerical_gradient(lambda w: cost(W | {n: w}, b, X, Y), W[n]),
        numerical_gradient(lambda c: cost(W, b | {n: c}, X, Y), b[n]),
    )


def error(p, q):
    return np.abs(p - q).max() / np.abs(q).max()


rng = np.random.default_rng(0)
options = {"hidden": "tanh", "cost": "cross_entropy", "init": "xavier"}
for sizes in [[3, 1], [3, 4, 2, 1], [2, 5, 4, 3, 6, 2]]:
    net = Network(sizes, **options)
    W = dict(enumerate(net.weights, start=2))
    b = dict(enumerate(net.biases, start=2))
    X = rng.normal(size=(sizes[0], 7))
    Y = rng.integers(0, 2, size=(sizes[-1], 7))
    dW, db = backward(W, *forward(W, b, X), Y)
    nabla_b, nabla_w = net.backprop(X, Y)

    measured, library = [], []
    for n in W:
        of_w, of_b = measure(W, b, X, Y, n)
        measured += [error(dW[n], of_w), error(db[n], of_b)]
        library += [error(dW[n], nabla_w[n - 2]), error(db[n], nabla_b[n - 2])]
    print(sizes, max(measured) < 1e-7, max(library) < 1e-12)
    #> [3, 1] True True
    #> [3, 4, 2, 1] True True
    #> [2, 5, 4, 3, 6, 2] True True
