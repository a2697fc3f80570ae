"""What every function of the library accepts as numbers, said once."""

import reprlib
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.inexact[Any]]
"""An array of floats; for a single number, numpy's scalar of the same type."""


def numbers(name: str, value: ArrayLike, *, analytic: bool = False) -> Array:
    """Return the value as an array of floats, or say what is wrong with it.

    Floats keep their precision; integers, and lists of numbers, become float64. Infinities pass, NaN does
    not. Complex numbers pass where the function is analytic, so that a complex step can differentiate it.
    """
    wanted = f"{name} must be a number or an array of numbers"
    try:
        array = np.asarray(value)
    except ValueError:
        raise ValueError(f"{wanted} with rows of equal length; got {_shown(value)}") from None
    if array.dtype.kind == "c" and not analytic:
        raise TypeError(f"{name} must be real; got {_shown(value)}")
    if array.dtype.kind not in "iufc":
        raise TypeError(f"{wanted}; got {_shown(value)}")
    if array.dtype.kind not in "fc":
        array = array.astype(np.float64)
    if np.isnan(array).any():
        index = tuple(map(int, np.argwhere(np.isnan(array))[0]))
        place = f" at index {index}" if index else ""
        raise ValueError(f"{wanted}, none of them NaN; got NaN{place}")
    return array


def numbers_alike(*, analytic: bool = False, **values: ArrayLike) -> list[Array]:
    """Return the named values as arrays of one shape and one precision.

    Equal shapes are demanded because a value that is broadcast is used several times, and its gradient
    would be a sum.
    """
    arrays = {name: numbers(name, value, analytic=analytic) for name, value in values.items()}
    if len({array.shape for array in arrays.values()}) > 1:
        shapes = ", ".join(f"{name} of shape {array.shape}" for name, array in arrays.items())
        raise ValueError(f"{', '.join(arrays)} must have the same shape; got {shapes}")
    # A plain Python number has no precision of its own: beside a float32 it is one, as everywhere in numpy.
    dtype = np.result_type(
        *(1.0 if type(values[name]) in (int, float) else array.dtype for name, array in arrays.items())
    )
    return [array.astype(dtype) for array in arrays.values()]


def _shown(value: object) -> str:
    if isinstance(value, np.ndarray):
        return f"an array of {value.dtype}"
    return f"{reprlib.repr(value)} ({type(value).__name__})"
