"""Costs: how far a network's output is from the target, and the error δ of its last layer.

Each cost owns its value and its δ. Both are for each sample by itself: the mean over the m samples of a batch
is taken by the network. `z`, `a` and `y` are the last layer's weighted inputs, its activations and the
targets, of shape (n_out, m), one column a sample, finite floats of one precision.
"""

from typing import Protocol

import numpy as np

from backprop._validate import Array, choice
from backprop.activation_table import ACTIVATIONS
from backprop.softmax import log_sum_exp, softmax_backward


class Cost(Protocol):
    """What a network asks of its cost."""

    name: str

    def check(self, y: Array) -> None:
        """Raise ValueError if y is no target for this cost."""

    def value(self, z: Array, a: Array, y: Array) -> Array:
        """Return the cost of each sample, of shape (m,)."""

    def delta(self, z: Array, a: Array, y: Array) -> Array:
        """Return δ^L = ∂C/∂z^L for each sample, of shape (n_out, m)."""


class Quadratic:
    """Half the squared distance between target and output.

    C = ½ ‖y − a^L‖²
    """

    name = "quadratic"

    def __init__(self, output: str) -> None:
        self.output = output

    def check(self, y: Array) -> None:
        """Accept every target."""

    def value(self, z: Array, a: Array, y: Array) -> Array:
        """Return ½ Σ_j (y_j − a_j)² for each sample."""
        return _column_sums((y - a) ** 2) / 2

    def delta(self, z: Array, a: Array, y: Array) -> Array:
        """Return ∇_a C = a − y, passed back through the output: times σ'(z), or the softmax's Jacobian."""
        if self.output == "softmax":
            return softmax_backward(z, a - y)
        return (a - y) * ACTIVATIONS[self.output].slope(z)  # BP1


class BinaryCrossEntropy:
    """How surprised each sigmoid output is by its target, which is 0, 1 or a probability.

    C = −Σ_j [y_j log a_j + (1 − y_j) log(1 − a_j)]
    """

    name = "cross_entropy"

    def check(self, y: Array) -> None:
        """Raise ValueError if an entry of y is no probability."""
        _check_probabilities(y)

    def value(self, z: Array, a: Array, y: Array) -> Array:
        """Return C from z, as −log σ(z) = log(1 + exp(−z)) and −log(1 − σ(z)) = log(1 + exp(z))."""
        return _column_sums(y * np.logaddexp(0, -z) + (1 - y) * np.logaddexp(0, z))

    def delta(self, z: Array, a: Array, y: Array) -> Array:
        """Return a − y: the σ'(z) of BP1 cancels."""
        return a - y  # BP1


class CategoricalCrossEntropy:
    """How surprised the softmax outputs are by the target, a probability for each class (often a single 1).

    C = −Σ_j y_j log a_j
    """

    name = "cross_entropy"

    def check(self, y: Array) -> None:
        """Raise ValueError if a column of y does not consist of probabilities with sum 1."""
        _check_probabilities(y)
        sums = y.sum(axis=0)
        if not np.allclose(sums, 1, rtol=0, atol=1e-5):
            i = int(np.argmax(np.abs(sums - 1)))
            raise ValueError(
                f"each column of y must sum to 1, one class a sample; got {sums[i]:g} in column {i}"
            )

    def value(self, z: Array, a: Array, y: Array) -> Array:
        """Return C from z, as −log a_j = log Σ_k exp(z_k) − z_j."""
        return _column_sums(y * (log_sum_exp(z) - z))

    def delta(self, z: Array, a: Array, y: Array) -> Array:
        """Return a − y: the Jacobian of the softmax cancels."""
        return a - y  # BP1


def make_cost(name: str, output: str) -> Cost:
    """Return the cost of that name for outputs of that activation, or say why there is none."""
    choice("cost", name, ["quadratic", "cross_entropy"])
    if name == "quadratic":
        return Quadratic(output)
    if output == "sigmoid":
        return BinaryCrossEntropy()
    if output == "softmax":
        return CategoricalCrossEntropy()
    wanted = "cost 'cross_entropy' needs probabilities: output must be 'sigmoid' or 'softmax'"
    raise ValueError(f"{wanted}; got {output!r}")


def _check_probabilities(y: Array) -> None:
    wrong = (y < 0) | (y > 1)
    if wrong.any():
        index = tuple(map(int, np.argwhere(wrong)[0]))
        raise ValueError(f"y must lie between 0 and 1 for cross-entropy; got {y[index]:g} at index {index}")


def _column_sums(array: Array) -> Array:
    sums: Array = array.sum(axis=0)
    return sums
