"""Is a gradient right? Backpropagation against numerical differentiation, entry by entry."""

import copy
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from backprop._validate import Array, layer_arrays, shown
from backprop.activation_table import ACTIVATIONS
from backprop.layers.checking import check_model
from backprop.layers.model import Model, check_net
from backprop.network import Network, check_network
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
    left_out: int
    """How many entries of the whole gradient lie at a kink and were not compared."""

    def __str__(self) -> str:
        place = f"{self.name}[{self.layer - 2}][{self.index[0]}, {self.index[1]}] (layer {self.layer})"
        numbers = f"backprop {self.backprop:.8g}, numerical {self.numerical:.8g}"
        kinks = f"; left out at a kink: {self.left_out}" if self.left_out else ""
        return f"{place}: {numbers}, relative error {self.error:.1e}{kinks}"


def check_gradient(net: Network | Model, x: ArrayLike, y: ArrayLike, *, h: float | None = None) -> float:
    """Return the largest relative error of backpropagation against numerical differentiation.

    |g − n| / max(|g|, |n|, s), with g from backprop, n from central differences, s = 0.001 · max(1, C)

    Below 1e-6 the gradient is right; above 1e-4, suspect a bug. float32 has fewer digits: there, below 1e-3
    is right. The differences are always taken in float64. Left out are entries whose nudge takes a relu over
    its kink, since there is no derivative to compare with. Choose a small network: each entry takes two
    forward passes, and with relus four.

    Parameters
    ----------
    net : Network or Model
        It is not changed. Of a model, entries at a kink are not left out.
    x : array of shape (n_1, m), one column a sample
        For a model of the shape that its first layer takes, samples last.
    y : array of shape (n_L, m), the targets
    h : positive number, optional
        The nudge, as in `numerical_gradient`.

    Returns
    -------
    float

    Raises
    ------
    TypeError, ValueError
        If x or y does not fit the network, if what backprop returns is not shaped like biases and weights, or
        if all entries lie at a kink.

    Examples
    --------
    >>> net = Network([2, 3, 1], rng=0)
    >>> check_gradient(net, x=[[0, 1], [1, 1]], y=[[1, 0]]) < 1e-6
    True
    """
    if isinstance(net, Model):
        return max(check_model(net, x, y, h=h).values(), default=0.0)
    check_net(net)
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
    check_network(net)
    nabla_b, nabla_w = _gradient(net, x, y)
    probe = copy.copy(net)
    probe.weights = [np.asarray(w, np.float64) for w in net.weights]
    probe.biases = [np.asarray(b, np.float64) for b in net.biases]
    small = SMALL * max(1.0, probe.cost(x, y))

    candidates, left_out = [], 0
    for name, nablas in (("weights", nabla_w), ("biases", nabla_b)):
        parameters: list[Array] = getattr(probe, name)
        for i, nabla in enumerate(layer_arrays(f"nabla_{name[0]}", nablas, [p.shape for p in parameters])):
            numerical, kinks = _differences(probe, parameters, i, x, y, h)
            size = np.maximum(np.maximum(np.abs(nabla), np.abs(numerical)), small)
            errors = np.where(kinks, -1, np.abs(nabla - numerical) / size)
            j, k = divmod(int(np.argmax(errors)), errors.shape[1])
            pair = float(nabla[j, k]), float(numerical[j, k])
            candidates.append((float(errors[j, k]), name, i + 2, (j, k), pair))
            left_out += int(kinks.sum())

    error, name, layer, index, pair = max(candidates)
    if error < 0:
        raise ValueError("every entry lies at a kink of a relu, and none can be compared; choose another x")
    return Entry(name, layer, index, *pair, error, left_out)


def _gradient(net: Network, x: ArrayLike, y: ArrayLike) -> tuple[Sequence[ArrayLike], Sequence[ArrayLike]]:
    """Return what backprop returns: a reader's own may return something else."""
    gradient: object = net.backprop(x, y)
    if not isinstance(gradient, tuple | list) or len(gradient) != 2:
        raise TypeError(f"backprop must return nabla_b and nabla_w; got {shown(gradient)}")
    return gradient[0], gradient[1]


def _differences(
    net: Network, parameters: list[Array], i: int, x: ArrayLike, y: ArrayLike, h: float | None
) -> tuple[Array, NDArray[np.bool_]]:
    """Nudge each entry of one of the network's own arrays, and say whose nudge takes a relu over its kink."""
    start, switched_on = parameters[i], _switched_on(net, x)
    kinks = np.zeros(start.shape, bool)

    def cost(nudged: Array) -> float:
        parameters[i] = nudged
        if _switched_on(net, x) != switched_on:
            kinks[nudged != start] = True
        return net.cost(x, y)

    numerical = numerical_gradient(cost, start, h=h)
    parameters[i] = start
    return numerical, kinks


def _switched_on(net: Network, x: ArrayLike) -> list[bytes]:
    """Say of every relu, for every sample, whether it is on."""
    names = [*[net.hidden] * (len(net.sizes) - 2), net.output]
    kinks = [name in ACTIVATIONS and ACTIVATIONS[name].kink for name in names]
    if not any(kinks):
        return []
    zs, _ = net.forward_pass(x)
    return [(z > 0).tobytes() for z, kink in zip(zs.values(), kinks, strict=True) if kink]
