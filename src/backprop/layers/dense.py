"""Layers without a memory: dense ones, activations, and two that only move or pick entries."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from backprop._validate import RealArray, check_count, choice, generator, shown, whole
from backprop.activation_table import ACTIVATIONS
from backprop.initialisers import initialise
from backprop.layers.layer import Layer, flat


class Dense(Layer):
    """A fully connected layer without its activation; where x has places, the same one at each of them.

    a = w x + b

    Backward: ∂C/∂b = the sum of the columns of δ (BP3), ∂C/∂w = δ xᵀ (BP4), ∂C/∂x = wᵀ δ (BP2).

    Parameters
    ----------
    n_in, n_out : positive integers
        x has shape (n_in, …, m), a and delta have shape (n_out, …, m).
    init : "normal", "small", "nielsen", "xavier", "he" or "zeros"
        How large the first weights and biases are: see `backprop.initialisers`.
    rng : integer (a seed) or numpy Generator

    Attributes
    ----------
    w, nabla_w : arrays of shape (n_out, n_in)
    b, nabla_b : arrays of shape (n_out, 1)

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described.

    Examples
    --------
    >>> layer = Dense(2, 1)
    >>> layer.w, layer.b = [[2, -1]], [[0.5]]
    >>> print(layer.forward([[1, 3], [4, 5]]))
    [[-1.5  1.5]]
    >>> print(layer.backward([[1, 10]]), layer.nabla_w)
    [[  2.  20.]
     [ -1. -10.]] [[31. 54.]]
    """

    NAMES = ("w", "b")
    w: RealArray
    b: RealArray

    def __init__(self, n_in: int, n_out: int, *, init: str = "he", rng: int | np.random.Generator = 0):
        sizes = [whole("n_in", n_in), whole("n_out", n_out)]
        check_count("n_in · n_out", math.prod(sizes), "weights")
        (self.w,), (self.b,) = initialise(init, sizes, generator(rng))
        self.takes = (sizes[0], ..., "m")

    def forward(self, x: RealArray) -> RealArray:
        """a = w x + b."""
        self.x = x
        a = self.w @ flat(x) + self.b
        return a.reshape(-1, *x.shape[1:])

    def backward(self, delta: RealArray) -> RealArray:
        """∂C/∂x = wᵀ δ."""
        columns = flat(delta)
        self.nabla_b = columns.sum(axis=1, keepdims=True)  # BP3: over all places of all samples
        self.nabla_w = columns @ flat(self.x).T  # BP4
        return (self.w.T @ columns).reshape(self.x.shape)  # BP2


class Activation(Layer):
    """An activation function as a layer of its own.

    a = σ(x)

    Backward: ∂C/∂x = δ ⊙ σ'(x).

    Parameters
    ----------
    name : "sigmoid", "tanh", "relu", "leaky_relu", "silu", "gelu" or "identity"
        x, a and delta have one shape, (…, m).

    Raises
    ------
    TypeError, ValueError
        If there is no activation of that name.

    Examples
    --------
    >>> layer = Activation("relu")
    >>> print(layer.forward([[-2, 3]]), layer.backward([[10, 10]]))
    [[0. 3.]] [[ 0. 10.]]
    """

    def __init__(self, name: str):
        self.name = choice("name", name, ACTIVATIONS)

    def __repr__(self) -> str:
        return f"Activation({self.name!r})"

    def forward(self, x: RealArray) -> RealArray:
        """a = σ(x)."""
        self.x = x
        return ACTIVATIONS[self.name].function(x)

    def backward(self, delta: RealArray) -> RealArray:
        """∂C/∂x = δ ⊙ σ'(x)."""
        return delta * ACTIVATIONS[self.name].slope(self.x)


class Flatten(Layer):
    """Line up what a sample consists of as one column, so that a dense layer can follow an image.

    (channels, …, m) becomes (channels · …, m); each entry keeps its δ on the way back.

    Examples
    --------
    >>> Flatten().forward(np.ones((2, 3, 4, 10))).shape
    (24, 10)
    """

    def forward(self, x: RealArray) -> RealArray:
        """Return an array of shape (channels · …, m)."""
        self.shape = x.shape
        return x.reshape(-1, x.shape[-1])

    def backward(self, delta: RealArray) -> RealArray:
        """Give the entries their places back."""
        return delta.reshape(self.shape)


class Pick(Layer):
    """Keep some of the places along the first axis after the features: the last moment of a sequence, say.

    a = x[:, place]

    Backward: what was picked gets its δ, all else 0.

    Parameters
    ----------
    place : integer, or slice
        x has shape (n, t, …, m). With an integer, a has shape (n, …, m): no axis is left.

    Raises
    ------
    TypeError
        If place is neither.
    ValueError
        On the way forward, if x has no such place.

    Examples
    --------
    >>> layer = Pick(-1)
    >>> print(layer.forward([[[1], [2], [3]]]), layer.backward([[10]]).ravel())
    [[3.]] [ 0.  0. 10.]
    """

    takes = ("n", "t", ..., "m")

    def __init__(self, place: int | slice):
        if not isinstance(place, int | np.integer | slice) or isinstance(place, bool):
            raise TypeError(f"place must be a whole number or a slice; got {shown(place)}")
        self.place = place

    def forward(self, x: RealArray) -> RealArray:
        """a = x[:, place]."""
        self.shape = x.shape
        try:
            a: RealArray = x[:, self.place]
        except IndexError:
            a = x[:, :0]
        if not a.size:
            raise ValueError(f"x of Pick must have place {self.place}; got {x.shape[1]} places")
        return a

    def backward(self, delta: RealArray) -> RealArray:
        """What was picked gets its δ, all else 0."""
        onward: np.ndarray[Any, Any] = np.zeros(self.shape, delta.dtype)
        onward[:, self.place] = delta
        return onward
