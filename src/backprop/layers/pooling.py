"""Pooling: of each window, the largest entry."""

from __future__ import annotations

import numpy as np

from backprop._validate import RealArray
from backprop.layers.convolution import Pair, col2im, im2col, pair
from backprop.layers.layer import Layer


class MaxPool2d(Layer):
    """Keep the largest entry of each window, channel by channel.

    a[c, i, j] = the maximum over u, v of x[c, s i + u, s j + v], for each sample

    Backward: the entry that was the largest gets δ, the others 0; of several largest ones, the first in
    reading order gets it. Where windows overlap, an entry adds up what it gets.

    Parameters
    ----------
    size : positive integer, or a pair of them
        The height and the width of the window. x has shape (c, h, w, m), a and delta have shape
        (c, h', w', m), h' = ⌊(h − size) / stride⌋ + 1: rows that fill no window are left out.
    stride : positive integer, or a pair of them, optional
        s; unless it is given, the window's size, so that windows do not overlap.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described; on the way forward, if the window is larger than the images.

    Examples
    --------
    >>> layer = MaxPool2d(2)
    >>> print(layer.forward(np.array([[1, 5, 2, 2], [3, 4, 2, 0]]).reshape(1, 2, 4, 1)).ravel())
    [5. 2.]
    >>> print(layer.backward(np.array([10, 100]).reshape(1, 1, 2, 1)).reshape(2, 4))
    [[  0.  10. 100.   0.]
     [  0.   0.   0.   0.]]
    """

    takes = ("c", "h", "w", "m")

    def __init__(self, size: int | Pair, stride: int | Pair | None = None):
        self.size = pair("size", size)
        self.stride = self.size if stride is None else pair("stride", stride)

    def forward(self, x: RealArray) -> RealArray:
        """a = the largest entry of each window."""
        self.shape = x.shape
        channels, height, _, m = x.shape
        columns = im2col(x, self.size, self.stride).reshape(channels, self.size[0] * self.size[1], -1)
        self.first = columns.argmax(axis=1)[:, None]  # of several largest ones, argmax takes the first
        a = np.take_along_axis(columns, self.first, axis=1)
        rows = (height - self.size[0]) // self.stride[0] + 1
        return a.reshape(channels, rows, -1, m)

    def backward(self, delta: RealArray) -> RealArray:
        """The largest entry of each window gets δ."""
        channels = len(delta)
        columns = np.zeros((channels, self.size[0] * self.size[1], delta[0].size), delta.dtype)
        np.put_along_axis(columns, self.first, delta.reshape(channels, 1, -1), axis=1)
        return col2im(columns.reshape(-1, columns.shape[2]), self.shape, self.size, self.stride)
