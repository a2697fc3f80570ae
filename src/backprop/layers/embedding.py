"""Layers that turn what is no number into numbers: words, and their places."""

from __future__ import annotations

from typing import Any

import numpy as np

from backprop._validate import RealArray, check_count, generator, shown, whole
from backprop.layers.layer import Layer


class Embedding(Layer):
    """A table with a column of features for each word; the words are whole numbers, which are looked up.

    a = w[:, x]: the column of w that the word x says. It is the product of w with x as a one-hot column.

    Backward: ∂C/∂w[:, k] = the sum of δ over all places where x is k. Whole numbers cannot be nudged: what is
    returned for x is 0.

    Parameters
    ----------
    count, n : positive integers
        How many words there are, and features of each. x consists of integers from 0 to count − 1 and has
        shape (…, m); a and delta have shape (n, …, m).
    rng : integer (a seed) or numpy Generator
        Draws w, with mean 0 and variance 1.

    Attributes
    ----------
    w, nabla_w : arrays of shape (n, count)

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described; on the way forward, if x holds anything but such integers.

    Examples
    --------
    >>> layer = Embedding(3, 2)
    >>> layer.w = [[1, 2, 3], [10, 20, 30]]
    >>> print(layer.forward(np.array([2, 0, 2])))
    [[ 3.  1.  3.]
     [30. 10. 30.]]
    >>> _ = layer.backward([[1, 0, 5], [0, 0, 0]])
    >>> print(layer.nabla_w)
    [[0. 0. 6.]
     [0. 0. 0.]]
    """

    NAMES = ("w",)
    whole_numbers = True
    w: RealArray

    def __init__(self, count: int, n: int, *, rng: int | np.random.Generator = 0):
        count, n = whole("count", count), whole("n", n)
        check_count("count · n", count * n, "weights")
        self.w = generator(rng).normal(size=(n, count))

    def forward(self, x: RealArray) -> RealArray:
        """a = w[:, x]."""
        self.x = x
        return self.w[:, x]

    def backward(self, delta: RealArray) -> RealArray:
        """∂C/∂w[:, k] = the sum of δ over all places where x is k."""
        nabla_w = np.zeros(self.w.shape[::-1], self.w.dtype)
        np.add.at(nabla_w, self.x.ravel(), delta.reshape(len(delta), -1).T)  # = would keep the last only
        self.nabla_w = np.ascontiguousarray(nabla_w.T)
        return np.zeros(self.x.shape, self.w.dtype)

    def _received(self, x: Any) -> RealArray:
        count = self.w.shape[1]
        wanted = f"x of Embedding must be an array of whole numbers from 0 to {count - 1}"
        try:
            array = np.asarray(x)
        except ValueError:
            raise ValueError(f"{wanted}, with rows of equal length; got {shown(x)}") from None
        if isinstance(x, np.ma.MaskedArray) or array.dtype.kind not in "iu":
            raise TypeError(f"{wanted}; got {shown(x)}")
        if array.ndim == 0 or not array.size:
            raise ValueError(f"{wanted}, of shape (…, m); got shape {array.shape}")
        wrong = (array < 0) | (array >= count)
        if wrong.any():
            index = tuple(map(int, np.argwhere(wrong)[0]))
            raise ValueError(f"{wanted}; got {array[index]} at index {index}")
        return array


class Positions(Layer):
    """Add to each place a column of its own, so that attention can tell places apart.

    a[:, t] = x[:, t] + w[:, t]   (Gehring and others, 2017; Vaswani and others, 2017, section 3.5)

    Backward: δ is handed on as it is, and ∂C/∂w[:, t] = the sum of δ[:, t] over the samples.

    Parameters
    ----------
    n, length : positive integers
        x, a and delta have one shape, (n, t, m), with t ≤ length.
    rng : integer (a seed) or numpy Generator
        Draws w, with mean 0 and variance 1.

    Attributes
    ----------
    w, nabla_w : arrays of shape (n, length)

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described; on the way forward, if x has more places.

    Examples
    --------
    >>> layer = Positions(1, 3)
    >>> layer.w = [[10, 20, 30]]
    >>> print(layer.forward(np.ones((1, 2, 1))).ravel())
    [11. 21.]
    """

    NAMES = ("w",)
    w: RealArray

    def __init__(self, n: int, length: int, *, rng: int | np.random.Generator = 0):
        n, length = whole("n", n), whole("length", length)
        check_count("n · length", n * length, "weights")
        self.w = generator(rng).normal(size=(n, length))
        self.takes = (n, "t", "m")

    def forward(self, x: RealArray) -> RealArray:
        """a[:, t] = x[:, t] + w[:, t]."""
        places, length = x.shape[1], self.w.shape[1]
        if places > length:
            raise ValueError(f"x of Positions must have at most {length} places; got {places}")
        a: RealArray = x + self.w[:, :places, None]
        return a

    def backward(self, delta: RealArray) -> RealArray:
        """∂C/∂w[:, t] = the sum of δ[:, t] over the samples."""
        self.nabla_w = np.zeros_like(self.w)
        self.nabla_w[:, : delta.shape[1]] = delta.sum(axis=2)
        return delta
