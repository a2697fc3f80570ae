import numpy as np
from walks import backward, forward

from backprop import Network, numerical_gradient

from network import options


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
