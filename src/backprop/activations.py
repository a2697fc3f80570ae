"""Activation functions and their derivatives, entry by entry.

Each takes the weighted input `z` (the derivatives too: never `a`) as a number, a list or an array of any
shape, and returns an array of that shape; a single number gives a numpy scalar. A float keeps its precision
(float32 stays float32), integers become float64, and complex numbers pass where a function has no kink.
"""

import numpy as np
from numpy.typing import ArrayLike

from backprop._validate import Array, numbers


def sigmoid(z: ArrayLike) -> Array:
    """Squash any number into the range from 0 to 1.

    σ(z) = 1 / (1 + exp(−z))

    Parameters
    ----------
    z : number or array of any shape

    Returns
    -------
    array of z's shape, entries in [0, 1]

    Raises
    ------
    TypeError, ValueError
        If z does not consist of numbers, or holds NaN.

    Examples
    --------
    >>> print(sigmoid(0))
    0.5
    >>> print(sigmoid([-1000, 0, 1000]))
    [0.  0.5 1. ]
    """
    z = numbers("z", z, analytic=True)
    with np.errstate(under="ignore"):  # exp(-1000) is 0 to every digit of a float
        e: Array = np.exp(np.where(z.real > 0, -z, z))  # of the two, the one that cannot overflow
        return np.where(z.real > 0, 1, e) / (1 + e)


def sigmoid_prime(z: ArrayLike) -> Array:
    """Say how strongly the sigmoid answers a nudge at z.

    σ'(z) = σ(z) (1 − σ(z))

    Parameters
    ----------
    z : number or array of any shape

    Returns
    -------
    array of z's shape, entries in [0, 1/4]

    Raises
    ------
    TypeError, ValueError
        If z does not consist of numbers, or holds NaN.

    Examples
    --------
    >>> print(sigmoid_prime(0))
    0.25
    """
    z = numbers("z", z, analytic=True)
    s = sigmoid(np.where(z.real > 0, -z, z))  # the slope is the same at -z, and there 1 - s keeps its digits
    return s * (1 - s)


def tanh(z: ArrayLike) -> Array:
    """Squash any number into the range from −1 to 1.

    tanh(z) = (exp(z) − exp(−z)) / (exp(z) + exp(−z)) = 2 σ(2z) − 1

    Parameters
    ----------
    z : number or array of any shape

    Returns
    -------
    array of z's shape, entries in [−1, 1]

    Raises
    ------
    TypeError, ValueError
        If z does not consist of numbers, or holds NaN.

    Examples
    --------
    >>> print(tanh([-1000, 0, 1000]))
    [-1.  0.  1.]
    """
    return np.tanh(numbers("z", z, analytic=True))


def tanh_prime(z: ArrayLike) -> Array:
    """Say how strongly tanh answers a nudge at z.

    tanh'(z) = 1 − tanh(z)² = 4 σ'(2z)

    Parameters
    ----------
    z : number or array of any shape

    Returns
    -------
    array of z's shape, entries in [0, 1]

    Raises
    ------
    TypeError, ValueError
        If z does not consist of numbers, or holds NaN.

    Examples
    --------
    >>> print(tanh_prime(0))
    1.0
    """
    z = numbers("z", z, analytic=True)
    with np.errstate(over="ignore"):  # 2z may be infinite: the slope there is 0
        return 4 * sigmoid_prime(z + z)  # 1 - tanh(z)**2 would lose its digits where tanh is near 1


def relu(z: ArrayLike) -> Array:
    """Let positive numbers pass and hold the others at 0.

    relu(z) = max(z, 0)

    Parameters
    ----------
    z : real number or array of any shape

    Returns
    -------
    array of z's shape, entries in [0, ∞]

    Raises
    ------
    TypeError, ValueError
        If z does not consist of real numbers, or holds NaN.

    Examples
    --------
    >>> print(relu([-2, 0, 3]))
    [0. 0. 3.]
    """
    return np.maximum(numbers("z", z), 0)


def relu_prime(z: ArrayLike) -> Array:
    """Say whether relu lets a nudge at z pass.

    relu'(z) = 1 for z > 0, and 0 for z ≤ 0: at the kink, where there is no derivative, this book takes 0.

    Parameters
    ----------
    z : real number or array of any shape

    Returns
    -------
    array of z's shape, entries 0 or 1

    Raises
    ------
    TypeError, ValueError
        If z does not consist of real numbers, or holds NaN.

    Examples
    --------
    >>> print(relu_prime([-2, 0, 3]))
    [0. 0. 1.]
    """
    z = numbers("z", z)
    return (z > 0).astype(z.dtype)
