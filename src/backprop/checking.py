"""Is a gradient right? Backpropagation against numerical differentiation, entry by entry."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from backprop._validate import Array, layer_arrays
from backprop.network import Network
from backprop.numerical import numerical_gradient

SMALL = 1e-3
"""Entries smaller than this part of the cost (or than this, if the cost is below 1) are not measured by their
own size: there the rounding of the cost would be seen, and not the gradient."""


@dataclass(frozen=True)
class Entry:
    """One entry of the gradient, as backpropagation and as numerical differentiation have it."""

    name: str
    """"weights" or "biases"."""
    layer: int
    """The number of the layer, from 2 to L."""
    index: tuple[int, int]
    """The place in the layer's array: row, column."""
    backprop: float
    numerical: float
    error: float
    """The relative error: see `check_gradient`."""

    def __str__(self) -> str:
        place = f"{self.name}[{self.layer - 2}][{self.index[0]}, {self.index[1]}] (layer {self.layer})"
        numbers = f"backprop {self.backprop:.8g}, numerical {self.numerical:.8g}"
        return f"{place}: {numbers}, relative error {self.error:.1e}"


def check_gradient(net: Network, x: ArrayLike, y: ArrayLike, *, h: float | None = None) -> float:
    """Return the largest relative error of backpropagation against numerical differentiation.

    |g − n| / max(|g|, |n|, s), with g from backprop, n from central differences, s = 0.001 · max(1, C)

    Below 1e-6 the gradient is right; above 1e-4 something is wrong, or a relu has its kink within the nudge.
    It takes two forward passes for each weight and each bias, all in float64: choose a small network.

    Parameters
    ----------
    net : Network
        It is not changed.
    x : array of shape (n_1, m), one column a sample
    y : array of shape (n_L, m), the targets
    h : positive number, optional
        The nudge, as in `numerical_gradient`.

    Returns
    -------
    float

    Raises
    ------
    TypeError, ValueError
        If x or y does not fit the network, or what backprop returns is not shaped like biases and weights.

    Examples
    --------
    >>> net = Network([2, 3, 1], rng=0)
    >>> check_gradient(net, x=[[0, 1], [1, 1]], y=[[1, 0]]) < 1e-6
    True
    """
    return worst_entry(net, x, y, h=h).error


def worst_entry(net: Network, x: ArrayLike, y: ArrayLike, *, h: float | None = None) -> Entry:
    """Return the entry of the gradient at which backpropagation and numerical differentiation differ most.

    Parameters, errors and the measure are those of `check_gradient`.

    Returns
    -------
    Entry
        With name ("weights" or "biases"), layer, index, backprop, numerical, error; printed, it is a line.

    Raises
    ------
    TypeError, ValueError
        As `check_gradient`.

    Examples
    --------
    >>> class Wrong(Network):
    ...     def backprop(self, x, y):
    ...         nabla_b, nabla_w = super().backprop(x, y)
    ...         return nabla_b, [2 * w for w in nabla_w]
    >>> net = Wrong([2, 1], output="identity", init="zeros")
    >>> print(worst_entry(net, x=[[0], [2]], y=[[3]]))
    weights[0][0, 1] (layer 2): backprop -12, numerical -6, relative error 5.0e-01
    """
    nabla_b, nabla_w = net.backprop(x, y)
    probe = copy.deepcopy(net)
    probe.weights = [w.astype(np.float64) for w in net.weights]
    probe.biases = [b.astype(np.float64) for b in net.biases]
    small = SMALL * max(1.0, probe.cost(x, y))

    def entries() -> Iterator[Entry]:
        for name, gradients in (("weights", nabla_w), ("biases", nabla_b)):
            parameters: list[Array] = getattr(probe, name)
            gradients = layer_arrays(f"nabla_{name[0]}", gradients, [p.shape for p in parameters])
            for i, gradient in enumerate(gradients):
                numerical = _measured(probe, parameters, i, x, y, h)
                size = np.maximum(np.maximum(np.abs(gradient), np.abs(numerical)), small)
                errors = np.abs(gradient - numerical) / size
                j, k = np.unravel_index(errors.argmax(), errors.shape)
                at = (int(j), int(k))
                yield Entry(name, i + 2, at, float(gradient[at]), float(numerical[at]), float(errors[at]))

    return max(entries(), key=lambda entry: entry.error)


def _measured(
    net: Network, parameters: list[Array], i: int, x: ArrayLike, y: ArrayLike, h: float | None
) -> Array:
    """Differentiate the cost with respect to one of the network's own lists of arrays, at place i."""
    start = parameters[i]

    def cost(nudged: Array) -> float:
        parameters[i] = nudged
        return net.cost(x, y)

    numerical = numerical_gradient(cost, start, h=h)
    parameters[i] = start
    return numerical
