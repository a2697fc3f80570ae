import numpy as np

from backprop import sigmoid, sigmoid_prime

rng = np.random.default_rng(0)
W, b = rng.normal(size=(3, 2)), rng.normal(size=(3, 1))
x, y = rng.normal(size=(2, 5)), rng.uniform(size=(3, 5))


def error(x, y):
    z = W @ x + b
    return (sigmoid(z) - y) * sigmoid_prime(z)


def this_book(x, y):
    delta = error(x, y) / x.shape[1]
    return delta, delta @ x.T


def ng(x, y):
    dz = error(x, y)
    return dz, dz @ x.T / x.shape[1]


def nielsen(x, y):
    delta = error(x, y)
    return delta, delta @ x.T  # divided by m only when the step is taken


def size(array):
    return abs(array[:, :5]).sum()  # of the first five columns, if there are more


for source in (this_book, ng, nielsen):
    delta, nabla = source(x, y)
    delta_twice, nabla_twice = source(np.hstack([x, x]), np.hstack([y, y]))
    ratios = size(delta_twice) / size(delta), size(nabla_twice) / size(nabla)
    print(f"{source.__name__:9} error {ratios[0]:.1f}, gradient {ratios[1]:.1f}")
    #> this_book error 0.5, gradient 1.0
    #> ng        error 1.0, gradient 1.0
    #> nielsen   error 1.0, gradient 2.0
