"""The softmax: from one number for each class to one probability for each class, column by column.

Each function takes the weighted inputs `z` of one sample, shape (n,), or of m samples as columns, shape
(n, m). float32 stays float32. Complex numbers pass, so that a complex step can differentiate.
"""

import numpy as np
from numpy.typing import ArrayLike

from backprop._validate import Array, NotFiniteInputError, numbers_alike


def softmax(z: ArrayLike) -> Array:
    """Turn the numbers of each column into probabilities: positive, with sum 1, the largest number ahead.

    a_j = exp(z_j) / Σ_k exp(z_k)

    Parameters
    ----------
    z : array of shape (n,) or (n, m)

    Returns
    -------
    array of z's shape, entries in [0, 1], each column with sum 1

    Raises
    ------
    TypeError, ValueError
        If z does not consist of finite numbers, or has another shape.

    Examples
    --------
    >>> print(softmax([0, 0]))
    [0.5 0.5]
    >>> print(softmax([[1000, 0], [-1000, 0]]))
    [[1.  0.5]
     [0.  0.5]]
    """
    z = _columns(z=z)[0]
    with np.errstate(under="ignore"):  # exp(-1000) is 0 to every digit of a float
        e: Array = np.exp(z - z.real.max(axis=0))  # the shift changes nothing, and no exponent is above 0
        a: Array = e / e.sum(axis=0, keepdims=True)
    return a


def log_sum_exp(z: ArrayLike) -> Array:
    """Return the logarithm of the sum by which the softmax divides, so that −log a_j = log_sum_exp(z) − z_j.

    log Σ_k exp(z_k) = t + log Σ_k exp(z_k − t), for every t; here t is the column's largest entry

    Parameters
    ----------
    z : array of shape (n,) or (n, m)

    Returns
    -------
    number, or array of shape (m,)

    Raises
    ------
    TypeError, ValueError
        If z does not consist of finite numbers, or has another shape.

    Examples
    --------
    >>> print(log_sum_exp([1000, -1000]))
    1000.0
    """
    z = _columns(z=z)[0]
    t: Array = z.real.max(axis=0)
    with np.errstate(under="ignore"):
        e = np.exp(z - t)
        result: Array = t + np.log(e.sum(axis=0))
    return result


def softmax_backward(z: ArrayLike, gradient: ArrayLike) -> Array:
    """Hand the gradient g that arrives at the softmax's outputs back to its inputs.

    Σ_j g_j ∂a_j/∂z_k = a_k (g_k − Σ_j g_j a_j), because ∂a_j/∂z_k = a_j (1 − a_k) for j = k, else −a_j a_k

    Parameters
    ----------
    z, gradient : arrays of one shape, (n,) or (n, m)

    Returns
    -------
    array of that shape

    Raises
    ------
    TypeError, ValueError
        If one of them does not consist of finite numbers, or has another shape.

    Examples
    --------
    >>> print(softmax_backward([0, 0], [1, 0]))
    [ 0.25 -0.25]
    """
    z, gradient = _columns(z=z, gradient=gradient)
    a = softmax(z)
    with np.errstate(under="ignore"):
        onward: Array = a * (gradient - (gradient * a).sum(axis=0, keepdims=True))
    return onward


def _columns(**values: ArrayLike) -> list[Array]:
    arrays = numbers_alike(analytic=True, **values)
    for name, array in zip(values, arrays, strict=True):
        if array.ndim not in (1, 2) or len(array) == 0:
            wanted = f"{name} must have shape (n,), or (n, m) with a column for each sample, and n ≥ 1"
            raise ValueError(f"{wanted}; got shape {array.shape}")
        if not np.isfinite(array).all():
            raise NotFiniteInputError(f"{name} must be finite; got an entry that is infinite")
    return arrays
