"""Derivatives that need no formula: nudge each input and watch the output."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from backprop._validate import Array, numbers


def numerical_gradient(f: Callable[[Any], ArrayLike], x: ArrayLike, *, h: float | None = None) -> Array:
    """Estimate the gradient of f at x by central differences, one entry of x at a time.

    ∂f/∂xᵢ ≈ (f(…, xᵢ + h, …) − f(…, xᵢ − h, …)) / 2h

    Parameters
    ----------
    f : function of an array like x that returns one real number
        Called twice for each entry of x, with float64 copies; x itself is never changed.
    x : real number or array of any shape
    h : positive number, optional
        The nudge. By default ∛ε · max(1, |xᵢ|), about 6e-6 for small entries, which balances the error of the
        formula against rounding and leaves about ten correct digits.

    Returns
    -------
    array of x's shape and precision

    Raises
    ------
    TypeError, ValueError
        If f, x, h or what f returns is not as described, is NaN or infinite.

    Examples
    --------
    >>> print(round(float(numerical_gradient(lambda x: x**2, 3)), 6))
    6.0
    >>> print(numerical_gradient(lambda x: x[0] * x[1], [2, -3]).round(6))
    [-3.  2.]
    """
    if not callable(f):
        raise TypeError(f"f must be a function of x; got {type(f).__name__}")
    x = numbers("x", x)
    if not np.isfinite(x).all():
        raise ValueError("x must be finite; got an infinite entry")
    if h is not None:
        _check_step(h)
    gradient = np.empty_like(x)
    for index in np.ndindex(x.shape):
        gradient[index] = _slope(f, x, index, h)
    return gradient[()]


def _slope(f: Callable[[Any], ArrayLike], x: Array, index: tuple[int, ...], h: float | None) -> float:
    at = float(x[index])
    step = np.cbrt(np.finfo(np.float64).eps) * max(1.0, abs(at)) if h is None else h
    right, left = float(at + step), float(at - step)
    # The distance that rounding left, not 2h, is what f has felt.
    distance = right - left
    if not 0 < distance < np.inf:
        raise ValueError(f"h must be a step that x can take; got {step:g} at x = {at:g}")
    return (_value(f, x, index, right) - _value(f, x, index, left)) / distance


def _value(f: Callable[[Any], ArrayLike], x: Array, index: tuple[int, ...], entry: float) -> float:
    nudged = x.astype(np.float64)
    nudged[index] = entry
    value = numbers("f(x)", f(nudged[()]))
    if value.shape != ():
        raise ValueError(f"f(x) must be a single number; got an array of shape {value.shape}")
    if not np.isfinite(value):
        raise ValueError(f"f(x) must be finite; got {value} where the nudged entry of x is {entry:g}")
    return float(value)


def _check_step(h: float) -> None:
    if numbers("h", h).shape != () or not 0 < h < np.inf:
        raise ValueError(f"h must be a positive finite number; got {h!r}")
