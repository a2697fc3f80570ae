from itertools import product

import numpy as np
from strangers import ada, bo, cy

from backprop import numerical_gradient, sigmoid

rng = np.random.default_rng(0)
W, b = rng.normal(size=(3, 2)), rng.normal(size=3)  # two inputs, three outputs
x, y = rng.normal(size=(2, 5)), rng.uniform(size=(3, 5))  # five samples
TURN = {"as here": lambda array: array, "turned": lambda array: array.T}


def accepts(program, weights, samples):
    try:
        program(TURN[weights](W), b, TURN[samples](x), TURN[samples](y))
    except ValueError:
        return False
    return True


for program in (ada, bo, cy):
    ways = [way for way in product(TURN, TURN) if accepts(program, *way)]
    ((weights, samples),) = ways  # one way of the four goes through
    w_of, s_of = TURN[weights], TURN[samples]
    once = w_of(program(w_of(W), b, s_of(x), s_of(y)))
    xx, yy = np.hstack([x, x]), np.hstack([y, y])  # each sample twice
    samples_twice = w_of(program(w_of(W), b, s_of(xx), s_of(yy)))
    WW, bb, yyy = np.vstack([W, W]), np.hstack([b, b]), np.vstack([y, y])
    outputs_twice = w_of(program(w_of(WW), bb, s_of(x), s_of(yyy)))[:3]
    found = (samples_twice / once).mean(), (outputs_twice / once).mean()
    ratios = f"{found[0]:.1f} {found[1]:.1f}"
    print(f"{program.__name__:3} weights {weights}, samples {samples}: {ratios}")
    #> ada weights as here, samples as here: 2.0 0.5
    #> bo  weights as here, samples turned: 1.0 1.0
    #> cy  weights turned, samples turned: 1.0 0.5


def our_cost(w):
    return ((sigmoid(w @ x + b[:, None]) - y) ** 2).sum() / (2 * 5)


measured = numerical_gradient(our_cost, W)
print("Bo's, measured:", np.allclose(bo(W, b, x.T, y.T), measured))
#> Bo's, measured: True
