"""Derivatives that need no formula: nudge each input and watch the output."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from backprop._validate import Array, brief, numbers

RELATIVE_NUDGE = float(np.cbrt(np.finfo(np.float64).eps))
"""∛ε: a smaller nudge drowns in rounding, a larger one feels the curve of f."""


def numerical_gradient(f: Callable[[Any], ArrayLike], x: ArrayLike, *, h: float | None = None) -> Array:
    """Estimate the gradient of f at x by central differences, one entry of x at a time.

    ∂f/∂xᵢ ≈ (f(…, xᵢ + h, …) − f(…, xᵢ − h, …)) / 2h

    Parameters
    ----------
    f : function of an array like x that returns one real number
        Called twice for each entry of x, with float64 copies; x itself is never changed.
    x : real number or array of any shape
    h : positive number, optional
        The nudge. By default ∛ε · max(1, |xᵢ|), with ε = 2⁻⁵²: about 6e-6 for entries between −1 and 1.

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
    x = _checked(f, x, h)
    gradient = np.empty_like(x)
    for index in np.ndindex(x.shape):
        left, right = _neighbours(float(x[index]), h)
        rise = _value(f, x, index, right) - _value(f, x, index, left)
        gradient[index] = rise / (right - left)  # not 2h: rounding has moved both points a little
    return gradient[()]


def _checked(f: object, x: ArrayLike, h: float | None) -> Array:
    if not callable(f):
        raise TypeError(f"f must be a function of x; got {type(f).__name__}")
    if h is not None and (numbers("h", h).shape != () or not 0 < h < np.inf):
        raise ValueError(f"h must be a positive finite number; got {brief(h)}")
    x = numbers("x", x)
    if not np.isfinite(x).all():
        raise ValueError("x must be finite; got an entry that is infinite")
    return x


def _neighbours(at: float, h: float | None) -> tuple[float, float]:
    step = RELATIVE_NUDGE * max(1.0, abs(at)) if h is None else float(h)
    left, right = at - step, at + step
    if not 0 < right - left < np.inf:
        raise ValueError(f"h must be a step that x can take; got {step:g} at x = {at:g}")
    return left, right


def _value(f: Callable[[Any], ArrayLike], x: Array, index: tuple[int, ...], entry: float) -> float:
    nudged = x.astype(np.float64)
    nudged[index] = entry
    value = numbers("f(x)", f(nudged[()]))
    if value.shape != ():
        raise ValueError(f"f(x) must be a single number; got an array of shape {value.shape}")
    if not np.isfinite(value):
        raise ValueError(f"f(x) must be finite; got {value} where the nudged entry of x is {entry:g}")
    return float(value)
