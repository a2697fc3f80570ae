"""How large a network's weights and biases are before it has learned anything.

The names, their variances and where they come from are in `initialise`.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from backprop._validate import Array, choice

SPREADS: dict[str, Callable[[int, int], tuple[float, float]]] = {
    "normal": lambda n_in, n_out: (1, 1),
    "small": lambda n_in, n_out: (0.01, 0),
    "nielsen": lambda n_in, n_out: (1 / np.sqrt(n_in), 1),
    "xavier": lambda n_in, n_out: (np.sqrt(2 / (n_in + n_out)), 0),
    "he": lambda n_in, n_out: (np.sqrt(2 / n_in), 0),
    "zeros": lambda n_in, n_out: (0, 0),
}
"""The standard deviations of a layer's weights and biases."""


def initialise(init: str, sizes: Sequence[int], rng: np.random.Generator) -> tuple[list[Array], list[Array]]:
    """Draw the weights and biases of a network whose layers have these sizes.

    All are normal with mean 0. In a layer of n_out neurons with n_in inputs each, their variances are:

    | init    | weights            | biases | source                                                    |
    | ------- | ------------------ | ------ | --------------------------------------------------------- |
    | normal  | 1                  | 1      | Nielsen, Neural Networks and Deep Learning, chapter 1     |
    | small   | 0.0001             | 0      | Ng, Neural Networks and Deep Learning (course), week 3    |
    | nielsen | 1 / n_in           | 1      | Nielsen, chapter 3 (weights as in LeCun et al., 1998)     |
    | xavier  | 2 / (n_in + n_out) | 0      | Glorot and Bengio, 2010; for tanh                         |
    | he      | 2 / n_in           | 0      | He, Zhang, Ren and Sun, 2015; for relu                    |
    | zeros   | 0                  | 0      | what fails: all neurons of a layer learn the same         |

    The standard deviation is the root: 0.01 for small. One seed draws the same numbers for each name, only
    stretched differently.

    Parameters
    ----------
    init : one of the names
    sizes : list of positive integers, the neurons of each layer
    rng : numpy Generator

    Returns
    -------
    weights : list of arrays (n_out, n_in), one for each layer but the first
    biases : list of arrays (n_out, 1)

    Raises
    ------
    TypeError, ValueError
        If there is no initialiser of that name.

    Examples
    --------
    >>> weights, biases = initialise("he", [2, 3, 1], np.random.default_rng(0))
    >>> [w.shape for w in weights], [b.shape for b in biases]
    ([(3, 2), (1, 3)], [(3, 1), (1, 1)])
    """
    spread = SPREADS[choice("init", init, SPREADS)]
    weights: list[Array] = []
    biases: list[Array] = []
    for n_in, n_out in pairwise(sizes):
        of_weights, of_biases = spread(n_in, n_out)
        weights.append(rng.normal(0, of_weights, (n_out, n_in)))
        biases.append(rng.normal(0, of_biases, (n_out, 1)))
    return weights, biases
