import numpy as np

from backprop import sigmoid, sigmoid_prime


def cost(w, x, y):
    return ((sigmoid(w @ x) - y) ** 2).sum() / (2 * x.shape[1])


def error(w, x, y):
    return (sigmoid(w @ x) - y) * sigmoid_prime(w @ x) / x.shape[1]


def right(w, x, y):
    return error(w, x, y) @ x.T


def uphill(w, x, y):
    return -error(w, x, y) @ x.T


def summed_cost(w, x, y):
    return x.shape[1] * cost(w, x, y)


def added_up(w, x, y):
    return x.shape[1] * error(w, x, y) @ x.T


def exchanged(w, x, y):
    return x @ error(w, x, y).T


def at_the_activation(w, x, y):
    a = sigmoid(w @ x)
    return (a - y) * sigmoid_prime(a) @ x.T / x.shape[1]


def half_of_it(w, x, y):
    return right(w, x, y) * [1, 0]


# --8<-- [start:shown]
def ask(cost, gradient, w, x, y):
    """Put three habits to a program that takes weights, inputs and targets."""
    g = gradient(w, x, y)
    if g.shape != w.shape:
        return f"shape {g.shape} for weights {w.shape}"
    twice = gradient(w, np.hstack([x, x]), np.hstack([y, y]))
    fallen = cost(w, x, y) - cost(w - 1e-6 * g, x, y)
    batch, step = abs(twice).sum() / abs(g).sum(), fallen / (1e-6 * (g**2).sum())
    return f"twice the batch {batch:.2f}, one short step {step:.2f}"


rng = np.random.default_rng(0)
w, x, y = rng.normal(size=(3, 2)), rng.normal(size=(2, 5)), rng.uniform(size=(3, 5))
for program in (right, uphill, added_up, exchanged, at_the_activation, half_of_it):
    print(f"{program.__name__:18}", ask(cost, program, w, x, y))
    #> right              twice the batch 1.00, one short step 1.00
    #> uphill             twice the batch 1.00, one short step -1.00
    #> added_up           twice the batch 2.00, one short step 0.20
    #> exchanged          shape (2, 3) for weights (3, 2)
    #> at_the_activation  twice the batch 1.00, one short step 0.80
    #> half_of_it         twice the batch 1.00, one short step 1.00
print("with a summed cost", ask(summed_cost, added_up, w, x, y))
#> with a summed cost twice the batch 2.00, one short step 1.00
# --8<-- [end:shown]
