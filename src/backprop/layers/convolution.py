"""Convolution: a small matrix of weights is laid on every window of an image.

First as sums over shifted indices, to be read; then as one product of matrices, by writing each window as a
column (`im2col`), which is what the layer does. Like every library, this one does not turn the filter around:
what is called a convolution is, strictly, a cross-correlation.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from backprop._validate import RealArray, check_count, choice, finite, generator, shown, whole
from backprop.initialisers import SPREADS
from backprop.layers.layer import Layer, fits, shown_shape

Pair = tuple[int, int]


def convolve(x: RealArray, w: RealArray, stride: int | Pair = 1, padding: int | Pair = 0) -> RealArray:
    """Lay the filters on every window of the images, by the definition.

    a[o, i, j] = Σ_c Σ_u Σ_v w[o, c, u, v] x[c, s i + u, s j + v], for each sample

    Parameters
    ----------
    x : array of shape (c_in, h, w, m)
    w : array of shape (c_out, c_in, k_h, k_w)
    stride : positive integer, or a pair of them for height and width
        s: how far the window moves.
    padding : integer, not negative, or a pair of them for height and width
        How many rows and columns of zeros are put around the images first.

    Returns
    -------
    array of shape (c_out, h', w', m), h' = ⌊(h + 2 padding − k_h) / s⌋ + 1

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described, or the filter is larger than the images.

    Examples
    --------
    >>> x = np.array([[1, 2, 4], [0, 3, 1]]).reshape(1, 2, 3, 1)
    >>> w = np.array([[1, -1], [0, 10]]).reshape(1, 1, 2, 2)
    >>> print(convolve(x, w)[0, :, :, 0])
    [[29.  8.]]
    """
    x, w, (s, t), (p, q) = _checked(x, w, stride, padding)
    x = _padded(x, p, q)
    height, width = _counts(x, w.shape[2:], (s, t))
    a: RealArray = np.zeros((len(w), height, width, x.shape[-1]), np.result_type(x, w))
    for u in range(w.shape[2]):
        for v in range(w.shape[3]):
            window = x[
                :, u : u + s * height : s, v : v + t * width : t
            ]  # x[c, s i + u, t j + v] for all i, j
            a += np.tensordot(w[:, :, u, v], window, axes=1)
    return a


def convolve_backward(
    delta: RealArray, x: RealArray, w: RealArray, stride: int | Pair = 1, padding: int | Pair = 0
) -> tuple[RealArray, RealArray]:
    """Hand δ back through `convolve`: each product of a weight and an entry went into one a.

    ∂C/∂w[o, c, u, v] = Σ_ij δ[o, i, j] x[c, s i + u, s j + v], over all samples;
    ∂C/∂x[c, s i + u, s j + v] gets Σ_o w[o, c, u, v] δ[o, i, j] from every i, j, u, v that leads there

    With stride 1 the second is a convolution of the padded δ with the filters turned around by half a turn.

    Parameters
    ----------
    delta : array of shape (c_out, h', w', m)
    x, w, stride, padding : as for `convolve`

    Returns
    -------
    onward : array of x's shape, ∂C/∂x
    nabla_w : array of w's shape, ∂C/∂w

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described.

    Examples
    --------
    >>> x = np.array([[1, 2, 4], [0, 3, 1]]).reshape(1, 2, 3, 1)
    >>> w = np.array([[1, -1], [0, 10]]).reshape(1, 1, 2, 2)
    >>> onward, nabla_w = convolve_backward(np.array([1, 100]).reshape(1, 1, 2, 1), x, w)
    >>> print(onward[0, :, :, 0], nabla_w[0, 0])
    [[   1.   99. -100.]
     [   0.   10. 1000.]] [[201. 402.]
     [300. 103.]]
    """
    x, w, (s, t), (p, q) = _checked(x, w, stride, padding)
    padded = _padded(x, p, q)
    height, width = _counts(padded, w.shape[2:], (s, t))
    delta = _shaped("delta", delta, (len(w), height, width, x.shape[-1]))
    nabla_w: RealArray = np.zeros_like(w, dtype=np.result_type(delta, x))
    onward: RealArray = np.zeros_like(padded, dtype=np.result_type(delta, w))
    for u in range(w.shape[2]):
        for v in range(w.shape[3]):
            window = np.s_[:, u : u + s * height : s, v : v + t * width : t]
            nabla_w[:, :, u, v] = np.tensordot(delta, padded[window], axes=([1, 2, 3], [1, 2, 3]))
            onward[window] += np.tensordot(w[:, :, u, v].T, delta, axes=1)
    return onward[:, p : p + x.shape[1], q : q + x.shape[2]], nabla_w


def im2col(x: RealArray, size: int | Pair, stride: int | Pair = 1) -> RealArray:
    """Write each window of the images as a column.

    columns[c k_h k_w + u k_w + v, (i w' + j) m + n] = x[c, s i + u, s j + v, n]

    Parameters
    ----------
    x : array of shape (c, h, w, m)
    size : positive integer, or a pair of them
        The height k_h and the width k_w of the window.
    stride : positive integer, or a pair of them

    Returns
    -------
    array of shape (c · k_h · k_w, h' · w' · m)

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described, or the window is larger than the images.

    Examples
    --------
    >>> print(im2col(np.arange(6).reshape(1, 2, 3, 1), size=2))
    [[0. 1.]
     [1. 2.]
     [3. 4.]
     [4. 5.]]
    """
    x = _image(x)
    k, s = pair("size", size), pair("stride", stride)
    height, width = _counts(x, k, s)
    windows = sliding_window_view(x, k, axis=(1, 2))[:, :: s[0], :: s[1]]  # (c, h', w', m, k_h, k_w)
    return windows.transpose(0, 4, 5, 1, 2, 3).reshape(len(x) * k[0] * k[1], height * width * x.shape[-1])


def col2im(
    columns: RealArray, shape: tuple[int, int, int, int], size: int | Pair, stride: int | Pair = 1
) -> RealArray:
    """Give the entries of columns their places in the images back, and add up where windows overlap.

    This is the way back through `im2col`: an entry of x that is in several windows gets the sum.

    Parameters
    ----------
    columns : array of shape (c · k_h · k_w, h' · w' · m)
    shape : (c, h, w, m)
        That of the images.
    size, stride : as for `im2col`

    Returns
    -------
    array of that shape

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described.

    Examples
    --------
    >>> print(col2im(np.ones((4, 2)), (1, 2, 3, 1), size=2)[0, :, :, 0])
    [[1. 2. 1.]
     [1. 2. 1.]]
    """
    k, s = pair("size", size), pair("stride", stride)
    columns = finite("columns", columns)
    x: RealArray = np.zeros(shape, columns.dtype)
    height, width = _counts(x, k, s)
    columns = _shaped("columns", columns, (shape[0] * k[0] * k[1], height * width * shape[3]))
    parts = columns.reshape(shape[0], k[0], k[1], height, width, shape[3])
    for u in range(k[0]):
        for v in range(k[1]):
            x[:, u : u + s[0] * height : s[0], v : v + s[1] * width : s[1]] += parts[:, u, v]
    return x


class Conv2d(Layer):
    """A convolution: the same small filters on every window of the images.

    a[o, i, j] = b[o] + Σ_c Σ_u Σ_v w[o, c, u, v] x[c, s i + u, s j + v], for each sample; outside, x is 0

    Backward: ∂C/∂b[o] = Σ δ[o, i, j]; ∂C/∂w and ∂C/∂x as in `convolve_backward`. Here all windows are written
    as columns (`im2col`), so that forward and backward are those of a dense layer.

    Parameters
    ----------
    c_in, c_out : positive integers
        The channels that come in, and those that go out: x has shape (c_in, h, w, m), a and delta have shape
        (c_out, h', w', m), h' = ⌊(h + 2 padding − k_h) / stride⌋ + 1.
    size : positive integer, or a pair of them
        The height k_h and the width k_w of the filters.
    stride : positive integer, or a pair of them
    padding : integer, not negative, or a pair of them
    init : "normal", "small", "nielsen", "xavier", "he" or "zeros"
        As for a dense layer with n_in = c_in · k_h · k_w inputs and n_out = c_out · k_h · k_w.
    rng : integer (a seed) or numpy Generator

    Attributes
    ----------
    w, nabla_w : arrays of shape (c_out, c_in, k_h, k_w)
    b, nabla_b : arrays of shape (c_out, 1)

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described; on the way forward, if the filter is larger than the images.

    Examples
    --------
    >>> layer = Conv2d(1, 1, size=2)
    >>> layer.w, layer.b = [[[[1, -1], [0, 10]]]], [[0.5]]
    >>> x = np.array([[1, 2, 4], [0, 3, 1]]).reshape(1, 2, 3, 1)
    >>> print(layer.forward(x).ravel())
    [29.5  8.5]
    >>> print(layer.backward(np.array([1, 100]).reshape(1, 1, 2, 1)).reshape(2, 3))
    [[   1.   99. -100.]
     [   0.   10. 1000.]]
    """

    NAMES = ("w", "b")
    w: RealArray
    b: RealArray

    def __init__(
        self,
        c_in: int,
        c_out: int,
        size: int | Pair,
        stride: int | Pair = 1,
        padding: int | Pair = 0,
        *,
        init: str = "he",
        rng: int | np.random.Generator = 0,
    ):
        c_in, c_out = whole("c_in", c_in), whole("c_out", c_out)
        self.size, self.stride = pair("size", size), pair("stride", stride)
        self.padding = pair("padding", padding, least=0)
        window = math.prod(self.size)
        check_count("c_in · c_out · size", c_in * c_out * window, "weights")
        of_weights, of_biases = SPREADS[choice("init", init, SPREADS)](c_in * window, c_out * window)
        drawn = generator(rng)
        self.w = drawn.normal(0, of_weights, (c_out, c_in, *self.size))
        self.b = drawn.normal(0, of_biases, (c_out, 1))
        self.takes = (c_in, "h", "w", "m")

    def forward(self, x: RealArray) -> RealArray:
        """a = w · columns + b, with each window of the padded x as a column."""
        x = _padded(x, *self.padding)
        self.padded = x.shape
        self.columns = im2col(x, self.size, self.stride)
        a: RealArray = self.w.reshape(len(self.w), -1) @ self.columns + self.b
        return a.reshape(len(self.w), *_counts(x, self.size, self.stride), x.shape[-1])

    def backward(self, delta: RealArray) -> RealArray:
        """Go back as a dense layer does; then each entry of x collects from the windows that it is in."""
        delta = delta.reshape(len(self.w), -1)
        self.nabla_b = delta.sum(axis=1, keepdims=True)
        self.nabla_w = (delta @ self.columns.T).reshape(self.w.shape)
        of_columns = self.w.reshape(len(self.w), -1).T @ delta
        onward = col2im(of_columns, self.padded, self.size, self.stride)
        (_, height, width, _), (p, q) = self.padded, self.padding
        return onward[:, p : height - p, q : width - q]


def pair(name: str, value: Any, least: int = 1) -> Pair:
    """Return a whole number twice, or the two whole numbers of a pair, for height and width."""
    if isinstance(value, tuple | list):
        if len(value) != 2:
            wanted = f"{name} must be a whole number, or a pair of them for height and width"
            raise ValueError(f"{wanted}; got {shown(value)}")
        return whole(f"{name}[0]", value[0], least), whole(f"{name}[1]", value[1], least)
    number = whole(name, value, least)
    return number, number


def _counts(x: RealArray, size: Any, stride: Pair) -> Pair:
    """Return how many windows there are, one below the other and side by side."""
    _, height, width, _ = x.shape
    if size[0] > height or size[1] > width:
        raise ValueError(
            f"the window must fit into the images, which are {height} × {width} with their padding; got "
            f"{size[0]} × {size[1]}"
        )
    return (height - size[0]) // stride[0] + 1, (width - size[1]) // stride[1] + 1


def _padded(x: RealArray, p: int, q: int) -> RealArray:
    return np.pad(x, ((0, 0), (p, p), (q, q), (0, 0))) if p or q else x


def _image(x: Any, channels: int | str = "c") -> RealArray:
    array, takes = finite("x", x), (channels, "h", "w", "m")
    if not fits(array.shape, takes):
        raise ValueError(f"x must have shape {shown_shape(takes)}; got shape {array.shape}")
    return array


def _checked(x: Any, w: Any, stride: Any, padding: Any) -> tuple[RealArray, RealArray, Pair, Pair]:
    filters = finite("w", w)
    if filters.ndim != 4 or not filters.size:
        raise ValueError(f"w must have shape (c_out, c_in, k_h, k_w); got shape {filters.shape}")
    image = _image(x, filters.shape[1])
    return image, filters, pair("stride", stride), pair("padding", padding, least=0)


def _shaped(name: str, value: Any, shape: tuple[int, ...]) -> RealArray:
    array = finite(name, value)
    if array.shape != shape:
        raise ValueError(f"{name} must have shape {shape}; got shape {array.shape}")
    return array
