"""Gates: the smallest pieces of a circuit, each with its forward line and, beside it, its backward line.

A backward line takes the gradient that arrives at the gate's output and hands back one gradient for each
input: the local derivative times what arrived. float32 stays float32; complex numbers pass where a gate has
no kink.
"""

import numpy as np
from numpy.typing import ArrayLike

from backprop._validate import Array, numbers_alike


def add(a: ArrayLike, b: ArrayLike) -> Array:
    """Return the sum a + b.

    Parameters
    ----------
    a, b : numbers, or arrays of one shape

    Returns
    -------
    array of that shape

    Raises
    ------
    TypeError, ValueError
        If one of them does not consist of numbers, holds NaN, or differs in shape.

    Examples
    --------
    >>> print(add(1, -2))
    -1.0
    """
    a, b = numbers_alike(analytic=True, a=a, b=b)
    return a + b


def add_backward(a: ArrayLike, b: ArrayLike, gradient: ArrayLike) -> tuple[Array, Array]:
    """Hand the arriving gradient to both inputs: ∂(a + b)/∂a = ∂(a + b)/∂b = 1.

    Parameters
    ----------
    a, b, gradient : numbers, or arrays of one shape

    Returns
    -------
    to_a : array of that shape
    to_b : array of that shape

    Raises
    ------
    TypeError, ValueError
        If one of them does not consist of numbers, holds NaN, or differs in shape.

    Examples
    --------
    >>> to_a, to_b = add_backward(1, -2, gradient=3)
    >>> print(to_a, to_b)
    3.0 3.0
    """
    a, b, gradient = numbers_alike(analytic=True, a=a, b=b, gradient=gradient)
    return 1 * gradient, 1 * gradient


def multiply(a: ArrayLike, b: ArrayLike) -> Array:
    """Return the product a b, entry by entry.

    Parameters
    ----------
    a, b : numbers, or arrays of one shape

    Returns
    -------
    array of that shape

    Raises
    ------
    TypeError, ValueError
        If one of them does not consist of numbers, holds NaN, or differs in shape.

    Examples
    --------
    >>> print(multiply(-1, -3))
    3.0
    """
    a, b = numbers_alike(analytic=True, a=a, b=b)
    return a * b


def multiply_backward(a: ArrayLike, b: ArrayLike, gradient: ArrayLike) -> tuple[Array, Array]:
    """Hand each input the arriving gradient times the other: ∂(a b)/∂a = b, ∂(a b)/∂b = a.

    Parameters
    ----------
    a, b, gradient : numbers, or arrays of one shape

    Returns
    -------
    to_a : array of that shape
    to_b : array of that shape

    Raises
    ------
    TypeError, ValueError
        If one of them does not consist of numbers, holds NaN, or differs in shape.

    Examples
    --------
    >>> to_a, to_b = multiply_backward(-1, -3, gradient=2)
    >>> print(to_a, to_b)
    -6.0 -2.0
    """
    a, b, gradient = numbers_alike(analytic=True, a=a, b=b, gradient=gradient)
    return b * gradient, a * gradient


def maximum(a: ArrayLike, b: ArrayLike) -> Array:
    """Return the larger of a and b, entry by entry.

    Parameters
    ----------
    a, b : real numbers, or arrays of one shape

    Returns
    -------
    array of that shape

    Raises
    ------
    TypeError, ValueError
        If one of them does not consist of real numbers, holds NaN, or differs in shape.

    Examples
    --------
    >>> print(maximum(2, -1))
    2.0
    """
    a, b = numbers_alike(a=a, b=b)
    return np.maximum(a, b)


def maximum_backward(a: ArrayLike, b: ArrayLike, gradient: ArrayLike) -> tuple[Array, Array]:
    """Hand the arriving gradient to the larger input and 0 to the other; a tie goes to the first.

    Parameters
    ----------
    a, b, gradient : real numbers, or arrays of one shape

    Returns
    -------
    to_a : array of that shape
    to_b : array of that shape

    Raises
    ------
    TypeError, ValueError
        If one of them does not consist of real numbers, holds NaN, or differs in shape.

    Examples
    --------
    >>> to_a, to_b = maximum_backward(2, -1, gradient=5)
    >>> print(to_a, to_b)
    5.0 0.0
    """
    a, b, gradient = numbers_alike(a=a, b=b, gradient=gradient)
    first = a >= b
    return np.where(first, gradient, 0)[()], np.where(first, 0, gradient)[()]
