"""Is the backward of a layer right? Its forward says so, nudged."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from backprop._validate import RealArray, generator, shown
from backprop.layers.layer import Layer, takes_whole_numbers
from backprop.layers.model import Model
from backprop.numerical import numerical_gradient

SMALL = 1e-3
"""As a part of C. Gradients that are smaller are mostly rounding: their errors are measured against it."""


def check_layer(layer: Layer, x: ArrayLike, *, rng: int | np.random.Generator = 0) -> dict[str, float]:
    """Return for x and each parameter the largest relative error of `backward` against central differences.

    C = Σ g ⊙ a, with a = forward(x) and random numbers g of a's shape, so that δ = g;
    the error is |b − n| / max(|b|, |n|, s), with b from backward and n from the differences,
    s = 0.001 · max(1, |C|)

    Below 1e-6 the gradient is right; above 1e-4, suspect a bug. All is computed in float64, on a copy of the
    layer. Where a nudge takes a relu over its kink, or makes another entry of a pool the largest, there is no
    derivative to compare with; choose another x. Choose few numbers: each takes two ways forward.

    Parameters
    ----------
    layer : Layer
        Any, with layers inside or without. It is not changed.
    x : array of a shape that the layer takes
        Integers, for an `Embedding` as the first layer, cannot be nudged, and are left out.
    rng : integer (a seed) or numpy Generator
        Draws g.

    Returns
    -------
    dict from str to float
        Under "x" and the names of the parameters.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described, or backward leaves a gradient of another shape.

    Examples
    --------
    >>> from backprop import LayerNorm
    >>> errors = check_layer(LayerNorm(3), np.random.default_rng(0).normal(size=(3, 2)))
    >>> print({name: error < 1e-6 for name, error in errors.items()})
    {'x': True, 'gamma': True, 'beta': True}
    """
    if not isinstance(layer, Layer):
        hint = f"; {layer.__name__}(…) makes one" if isinstance(layer, type) else ""
        raise TypeError(f"layer must be a layer; got {shown(layer)}{hint}")
    probe = copy.deepcopy(layer).astype(np.float64)
    array = np.asarray(x) if not isinstance(x, np.ndarray) else x
    whole_numbers = array.dtype.kind in "iu" and takes_whole_numbers(probe)
    array = array if whole_numbers else probe_array(array)

    g = generator(rng).normal(size=probe.forward(array).shape)
    onward = probe.backward(g)
    gradients = dict(probe.gradients)

    def cost() -> float:
        return float((g * probe.forward(array)).sum())

    small = SMALL * max(1.0, abs(cost()))
    errors = {} if whole_numbers else {"x": _error("∂C/∂x", onward, _nudge_x(probe, array, g), small)}
    for prefix, owner, name in list(probe.owners()):
        full = prefix + name
        errors[full] = _error(f"{prefix}nabla_{name}", gradients[full], _nudge(owner, name, cost), small)
    return errors


def check_model(model: Model, x: ArrayLike, y: ArrayLike, *, h: float | None = None) -> dict[str, float]:
    """Return for each parameter of a model the largest relative error of `backprop`, as `check_layer` does.

    The cost is that of training: a `BatchNorm` takes mean and variance of these samples.
    """
    probe = copy.deepcopy(model).astype(np.float64)
    gradients = dict(probe.backprop(x, y))

    def cost() -> float:
        return probe.cost(x, y, training=True)

    small = SMALL * max(1.0, cost())
    return {
        prefix + name: _error(
            f"{prefix}nabla_{name}", gradients[prefix + name], _nudge(owner, name, cost, h), small
        )
        for prefix, owner, name in list(probe.body.owners())
    }


def probe_array(x: Any) -> Any:
    """Return x in float64; what is no array of numbers is left for the layer to refuse."""
    return x.astype(np.float64) if x.dtype.kind in "fiu" else x


def _nudge_x(layer: Layer, x: RealArray, g: RealArray) -> Any:
    return numerical_gradient(lambda nudged: float((g * layer.forward(nudged)).sum()), x)


def _nudge(owner: Layer, name: str, cost: Callable[[], float], h: float | None = None) -> Any:
    start = vars(owner)[name]

    def nudged_cost(nudged: RealArray) -> float:
        vars(owner)[name] = nudged
        return cost()

    numerical = numerical_gradient(nudged_cost, start, h=h)
    vars(owner)[name] = start
    return numerical


def _error(name: str, gradient: Any, numerical: Any, small: float) -> float:
    if np.shape(gradient) != np.shape(numerical):
        wanted = f"{name} must have the shape of what it is the gradient of, {np.shape(numerical)}"
        raise ValueError(f"{wanted}; got shape {np.shape(gradient)}")
    size = np.maximum(np.maximum(np.abs(gradient), np.abs(numerical)), small)
    return float((np.abs(gradient - numerical) / size).max())
