"""Activation functions and their derivatives, entry by entry.

Each takes the weighted input `z` (the derivatives too: never `a`) as a number, a list or an array of any
shape, and returns an array of that shape; a single number gives a numpy scalar. A float keeps its precision
(float32 stays float32), integers become float64, and complex numbers pass through sigmoid, tanh and silu.
"""

import math

import numpy as np
from numpy.typing import ArrayLike

from backprop._validate import Array, brief, numbers


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
        e: Array = np.exp(_down(z))  # the one that cannot overflow
        is_complex = z.dtype.kind == "c"
        top: Array = np.where(z.real > 0, 1, e) if is_complex else np.maximum(e, z > 0)
        return top / (1 + e)


def _down(z: Array) -> Array:
    """Return z or -z, the one that is not above 0: of real numbers without a choice, which is fast."""
    return np.where(z.real > 0, -z, z) if z.dtype.kind == "c" else -np.abs(z)


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
    s = sigmoid(_down(z))  # the slope is the same at -z, and there 1 - s keeps its digits
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


def leaky_relu(z: ArrayLike, slope: float = 0.01) -> Array:
    """Let positive numbers pass, and of the others a small part, so that no neuron falls silent for good.

    leaky_relu(z) = z for z > 0, and slope · z for z ≤ 0

    Parameters
    ----------
    z : real number or array of any shape
    slope : number between 0 and 1
        Networks take 0.01, as Maas, Hannun and Ng (2013).

    Returns
    -------
    array of z's shape

    Raises
    ------
    TypeError, ValueError
        If z does not consist of real numbers, or holds NaN, or slope is not between 0 and 1.

    Examples
    --------
    >>> print(leaky_relu([-2, 0, 3]))
    [-0.02  0.    3.  ]
    """
    z, slope = numbers("z", z), _checked_slope(slope)
    with np.errstate(under="ignore"):
        return np.where(z > 0, z, slope * z)[()]


def leaky_relu_prime(z: ArrayLike, slope: float = 0.01) -> Array:
    """Say how strongly leaky_relu answers a nudge at z.

    leaky_relu'(z) = 1 for z > 0, and slope for z ≤ 0: at the kink the slope on the left, as for relu.

    Parameters
    ----------
    z : real number or array of any shape
    slope : number between 0 and 1

    Returns
    -------
    array of z's shape, entries slope or 1

    Raises
    ------
    TypeError, ValueError
        If z does not consist of real numbers, or holds NaN, or slope is not between 0 and 1.

    Examples
    --------
    >>> print(leaky_relu_prime([-2, 0, 3]))
    [0.01 0.01 1.  ]
    """
    z, slope = numbers("z", z), _checked_slope(slope)
    return np.where(z > 0, 1, z.dtype.type(slope))[()]


def silu(z: ArrayLike) -> Array:
    """Let a number pass as far as its sigmoid says: a relu without the kink, also called swish.

    silu(z) = z σ(z)

    Parameters
    ----------
    z : number or array of any shape

    Returns
    -------
    array of z's shape, entries not below −0.2785

    Raises
    ------
    TypeError, ValueError
        If z does not consist of numbers, or holds NaN.

    Examples
    --------
    >>> print(silu([-1000, 0, 1000]))
    [  -0.    0. 1000.]
    """
    z = numbers("z", z, analytic=True)
    return _part_of(z, sigmoid(z))


def silu_prime(z: ArrayLike) -> Array:
    """Say how strongly silu answers a nudge at z.

    silu'(z) = σ(z) + z σ'(z)

    Parameters
    ----------
    z : number or array of any shape

    Returns
    -------
    array of z's shape, entries between −0.0999 and 1.0999

    Raises
    ------
    TypeError, ValueError
        If z does not consist of numbers, or holds NaN.

    Examples
    --------
    >>> print(silu_prime([-1000, 0, 1000]))
    [0.  0.5 1. ]
    """
    z = numbers("z", z, analytic=True)
    with np.errstate(under="ignore"):
        return sigmoid(z) + _part_of(z, sigmoid_prime(z))


def gelu(z: ArrayLike) -> Array:
    """Let a number pass as far as the bell curve says: z times the chance that a normal draw is below z.

    gelu(z) = z Φ(z), Φ(z) = (1 + erf(z / √2)) / 2

    This is the exact form of Hendrycks and Gimpel (2016), not the approximation by tanh. NumPy has no erf:
    each entry goes through `math.erfc` by itself, in float64, which makes gelu slower than the others.

    Parameters
    ----------
    z : real number or array of any shape

    Returns
    -------
    array of z's shape, entries not below −0.17

    Raises
    ------
    TypeError, ValueError
        If z does not consist of real numbers, or holds NaN.

    Examples
    --------
    >>> print(gelu([-1000, 0, 1000]))
    [  -0.    0. 1000.]
    """
    z = numbers("z", z)
    return _part_of(z, _chance_below(z))


def gelu_prime(z: ArrayLike) -> Array:
    """Say how strongly gelu answers a nudge at z.

    gelu'(z) = Φ(z) + z φ(z), φ(z) = Φ'(z) = exp(−z²/2) / √(2π)

    Parameters
    ----------
    z : real number or array of any shape

    Returns
    -------
    array of z's shape, entries between −0.129 and 1.129

    Raises
    ------
    TypeError, ValueError
        If z does not consist of real numbers, or holds NaN.

    Examples
    --------
    >>> print(gelu_prime([-1000, 0, 1000]))
    [0.  0.5 1. ]
    """
    z = numbers("z", z)
    with np.errstate(under="ignore", over="ignore"):  # exp(-∞) is 0
        bell: Array = np.exp(-z * z / 2) / math.sqrt(2 * math.pi)
        return _chance_below(z) + _part_of(z, bell)


_erfc = np.vectorize(math.erfc, otypes=[np.float64])


@np.errstate(under="ignore", over="ignore")
def _chance_below(z: Array) -> Array:
    """Φ(z), from erfc(−z/√2) / 2, which keeps its digits where Φ is near 0."""
    chance: Array = (_erfc(-z.astype(np.float64) / math.sqrt(2)) / 2).astype(z.dtype)
    return chance[()]


@np.errstate(under="ignore")
def _part_of(z: Array, part: Array) -> Array:
    """Return z · part; a part of 0 leaves nothing, of an infinite z either."""
    product: Array = np.where((part == 0) & np.isinf(z), 0, z) * part
    return product


def _checked_slope(slope: float) -> float:
    if numbers("slope", slope).shape != () or not 0 < slope < 1:
        raise ValueError(f"slope must be a number between 0 and 1; got {brief(slope)}")
    return float(slope)
