"""Recurrent layers: the same cell at each moment, which is handed its own last answer.

Backward goes through the moments from the last to the first. At each, what arrives at the state is the sum of
two paths: δ from above, and what the next moment hands back. Truncation cuts the second path.
"""

from __future__ import annotations

import math
from typing import Any, ClassVar

import numpy as np

from backprop._validate import RealArray, check_count, generator, whole
from backprop.activations import sigmoid
from backprop.layers.layer import Layer, flat


class Recurrent(Layer):
    """What recurrent layers share: their parameters, the run through the moments, and the way back."""

    NAMES = ("w_x", "w_h", "b")
    GATES: ClassVar[int] = 1
    w_x: RealArray
    w_h: RealArray
    b: RealArray
    x: RealArray
    h: RealArray
    delta_h: RealArray

    def __init__(
        self, n_in: int, n_hidden: int, *, truncate: int | None = None, rng: int | np.random.Generator = 0
    ):
        n_in, n = whole("n_in", n_in), whole("n_hidden", n_hidden)
        self.truncate = None if truncate is None else whole("truncate", truncate)
        check_count("n_hidden", self.GATES * n * (n_in + n), "weights")
        drawn = generator(rng)
        self.w_x = drawn.normal(0, math.sqrt(1 / n_in), (self.GATES * n, n_in))
        self.w_h = drawn.normal(0, math.sqrt(1 / n), (self.GATES * n, n))
        self.b = np.zeros((self.GATES * n, 1))
        self.takes = (n_in, "t", "m")

    def _cut(self, t: int) -> bool:
        """Say whether no gradient goes from moment t to the one before."""
        return t == 0 or (self.truncate is not None and t % self.truncate == 0)

    def _empty(self, rows: int = 1) -> RealArray:
        """Return room for a state, or for that of several gates, at each moment of each sample."""
        _, moments, m = self.x.shape
        return np.zeros((rows * self.w_h.shape[1], moments, m), self.x.dtype)

    def _from_x(self) -> RealArray:
        """Return w_x x + b of all moments at once: one large product is faster than many small ones."""
        return (self.w_x @ flat(self.x) + self.b).reshape(-1, *self.x.shape[1:])

    def _gates(self, rows: RealArray) -> RealArray:
        """Return the rows of each gate by themselves."""
        return rows.reshape(self.GATES, self.w_h.shape[1], -1)

    def _before(self, states: RealArray, t: int) -> RealArray:
        """Return the state before moment t; before the first, it is 0."""
        return states[:, t - 1] if t else np.zeros_like(states[:, 0])

    def _gradients(self, delta_z: RealArray, delta_u: RealArray | None = None) -> RealArray:
        """Sum the gradients over all moments, as each used the same weights, and return ∂C/∂x.

        delta_z is ∂C/∂(w_x x + b), of shape (rows, t, m); delta_u is ∂C/∂(w_h h), if that is another.
        """
        rows, n_in = self.w_x.shape
        before = np.concatenate([np.zeros_like(self.h[:, :1]), self.h[:, :-1]], axis=1)
        columns = delta_z.reshape(rows, -1)
        of_state = columns if delta_u is None else delta_u.reshape(rows, -1)
        self.nabla_w_x = columns @ self.x.reshape(n_in, -1).T
        self.nabla_w_h = of_state @ before.reshape(len(before), -1).T
        self.nabla_b = columns.sum(axis=1, keepdims=True)
        return (self.w_x.T @ columns).reshape(self.x.shape)


class RNN(Recurrent):
    """A recurrent layer: at each moment it sees x and what it said the moment before.

    h_t = tanh(w_x x_t + w_h h_(t−1) + b), h_0 = 0, for the moments t = 1, 2, …   (Elman, 1990)

    Backward, from the last moment to the first: ∂C/∂h_t = δ_t + w_hᵀ ∂C/∂z_(t+1) and
    ∂C/∂z_t = ∂C/∂h_t ⊙ (1 − h_t²), where z_t is what tanh is taken of. Each moment used the same weights, so
    their gradients are sums over t, as ∂C/∂w_h = Σ_t ∂C/∂z_t h_(t−1)ᵀ.

    Parameters
    ----------
    n_in, n_hidden : positive integers
        x has shape (n_in, t, m), a and delta have shape (n_hidden, t, m): a holds the state h at each moment.
    truncate : positive integer, optional
        No gradient goes from one window of so many moments back into the window before it.
    rng : integer (a seed) or numpy Generator
        Draws w_x and w_h, with the variances 1 / n_in and 1 / n_hidden; b begins at 0.

    Attributes
    ----------
    w_x, nabla_w_x : arrays of shape (n_hidden, n_in)
    w_h, nabla_w_h : arrays of shape (n_hidden, n_hidden)
    b, nabla_b : arrays of shape (n_hidden, 1)
    delta_h : array of shape (n_hidden, t, m), after `backward`
        ∂C/∂h at each moment, along all paths.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described.

    Examples
    --------
    >>> layer = RNN(1, 1)
    >>> layer.w_x, layer.w_h = [[1]], [[2]]
    >>> print(layer.forward([[[0.5], [0]]]).ravel().round(4))  # tanh(0.5) and tanh(2 tanh(0.5))
    [0.4621 0.7279]
    >>> print(layer.backward([[[0], [1]]]).ravel().round(4))
    [0.7395 0.4702]
    """

    def forward(self, x: RealArray) -> RealArray:
        """h_t = tanh(w_x x_t + w_h h_(t−1) + b)."""
        self.x = x
        self.h, from_x = self._empty(), self._from_x()
        for t in range(x.shape[1]):
            self.h[:, t] = np.tanh(from_x[:, t] + self.w_h @ self._before(self.h, t))
        return self.h.copy()

    def backward(self, delta: RealArray) -> RealArray:
        """∂C/∂h_t = δ_t + w_hᵀ ∂C/∂z_(t+1)."""
        self.delta_h, delta_z = self._empty(), self._empty()
        later: Any = 0
        for t in reversed(range(delta.shape[1])):
            self.delta_h[:, t] = delta[:, t] + later
            delta_z[:, t] = self.delta_h[:, t] * (1 - self.h[:, t] ** 2)
            later = 0 if self._cut(t) else self.w_h.T @ delta_z[:, t]
        return self._gradients(delta_z)


class LSTM(Recurrent):
    """A recurrent layer with a memory cell c, to which is added, so that a gradient can pass undamped.

    i, f, o = σ(w_x x_t + w_h h_(t−1) + b) and g = tanh(w_x x_t + w_h h_(t−1) + b), each with rows of its own;
    c_t = f ⊙ c_(t−1) + i ⊙ g and h_t = o ⊙ tanh(c_t), with h_0 = c_0 = 0
    (Hochreiter and Schmidhuber, 1997; with the forget gate f of Gers, Schmidhuber and Cummins, 2000)

    Backward, from the last moment to the first: ∂C/∂h_t = δ_t + w_hᵀ ∂C/∂z_(t+1) and
    ∂C/∂c_t = ∂C/∂h_t ⊙ o ⊙ (1 − tanh²(c_t)) + f_(t+1) ⊙ ∂C/∂c_(t+1).

    Parameters
    ----------
    n_in, n_hidden : positive integers
        x has shape (n_in, t, m), a and delta have shape (n_hidden, t, m): a holds the state h at each moment.
    truncate : positive integer, optional
        No gradient goes from one window of so many moments back into the window before it.
    rng : integer (a seed) or numpy Generator
        Draws w_x and w_h, with the variances 1 / n_in and 1 / n_hidden; b begins at 0, but for f at 1
        (Jozefowicz, Zaremba and Sutskever, 2015).

    Attributes
    ----------
    w_x, nabla_w_x : arrays of shape (4 n_hidden, n_in)
        The rows are those of i, f, g and o, in this order, as in PyTorch.
    w_h, nabla_w_h : arrays of shape (4 n_hidden, n_hidden)
    b, nabla_b : arrays of shape (4 n_hidden, 1)
    c : array of shape (n_hidden, t, m), after `forward`
    delta_h, delta_c : arrays of shape (n_hidden, t, m), after `backward`
        ∂C/∂h and ∂C/∂c at each moment, along all paths.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described.

    Examples
    --------
    >>> layer = LSTM(1, 1)
    >>> layer.w_x, layer.w_h, layer.b = np.zeros((4, 1)), np.zeros((4, 1)), [[0], [0], [1], [0]]
    >>> print(layer.forward([[[1], [1]]]).ravel().round(4))  # c = tanh(1)/2, then c/2 + tanh(1)/2
    [0.1817 0.2581]
    """

    GATES = 4
    c: RealArray
    delta_c: RealArray

    def __init__(
        self, n_in: int, n_hidden: int, *, truncate: int | None = None, rng: int | np.random.Generator = 0
    ):
        super().__init__(n_in, n_hidden, truncate=truncate, rng=rng)
        self.b[n_hidden : 2 * n_hidden] = 1  # to begin with, the forget gates are more open than shut

    def forward(self, x: RealArray) -> RealArray:
        """c_t = f ⊙ c_(t−1) + i ⊙ g and h_t = o ⊙ tanh(c_t)."""
        self.x = x
        self.h, self.c, self.gates = self._empty(), self._empty(), self._empty(4)
        from_x = self._from_x()
        for t in range(x.shape[1]):
            i, f, g, o = self._gates(from_x[:, t] + self.w_h @ self._before(self.h, t))
            i, f, g, o = sigmoid(i), sigmoid(f), np.tanh(g), sigmoid(o)
            self.c[:, t] = f * self._before(self.c, t) + i * g
            self.h[:, t] = o * np.tanh(self.c[:, t])
            self.gates[:, t] = np.concatenate([i, f, g, o])
        return self.h.copy()

    def backward(self, delta: RealArray) -> RealArray:
        """∂C/∂c_t = ∂C/∂h_t ⊙ o ⊙ (1 − tanh²(c_t)) + f_(t+1) ⊙ ∂C/∂c_(t+1)."""
        self.delta_h, self.delta_c, delta_z = self._empty(), self._empty(), self._empty(4)
        later_h: Any = 0
        later_c: Any = 0
        for t in reversed(range(delta.shape[1])):
            i, f, g, o = self._gates(self.gates[:, t])
            memory = np.tanh(self.c[:, t])
            dh = delta[:, t] + later_h
            dc = dh * o * (1 - memory**2) + later_c
            di, df, dg, do = dc * g, dc * self._before(self.c, t), dc * i, dh * memory
            slopes = [di * i * (1 - i), df * f * (1 - f), dg * (1 - g**2), do * o * (1 - o)]
            delta_z[:, t] = np.concatenate(slopes)
            self.delta_h[:, t], self.delta_c[:, t] = dh, dc
            later_h = 0 if self._cut(t) else self.w_h.T @ delta_z[:, t]
            later_c = 0 if self._cut(t) else f * dc
        return self._gradients(delta_z)


class GRU(Recurrent):
    """A recurrent layer whose gate z says how much of the old state stays, and r how much is asked of it.

    r, z = σ(w_x x_t + w_h h_(t−1) + b), each with rows of its own; g = tanh(w_x x_t + b + r ⊙ (w_h h_(t−1)));
    h_t = (1 − z) ⊙ g + z ⊙ h_(t−1), with h_0 = 0
    (Cho and others, 2014; where r is taken after the product with w_h, as in PyTorch)

    Backward, from the last moment to the first: ∂C/∂h_(t−1) gets what goes through z ⊙ h_(t−1), and
    w_hᵀ times what goes through the three products with w_h.

    Parameters
    ----------
    n_in, n_hidden : positive integers
        x has shape (n_in, t, m), a and delta have shape (n_hidden, t, m): a holds the state h at each moment.
    truncate : positive integer, optional
        No gradient goes from one window of so many moments back into the window before it.
    rng : integer (a seed) or numpy Generator
        Draws w_x and w_h, with the variances 1 / n_in and 1 / n_hidden; b begins at 0.

    Attributes
    ----------
    w_x, nabla_w_x : arrays of shape (3 n_hidden, n_in)
        The rows are those of r, z and g, in this order, as in PyTorch.
    w_h, nabla_w_h : arrays of shape (3 n_hidden, n_hidden)
    b, nabla_b : arrays of shape (3 n_hidden, 1)
    delta_h : array of shape (n_hidden, t, m), after `backward`
        ∂C/∂h at each moment, along all paths.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described.

    Examples
    --------
    >>> layer = GRU(1, 1)
    >>> layer.w_x, layer.w_h, layer.b = np.zeros((3, 1)), np.zeros((3, 1)), [[0], [0], [1]]
    >>> print(layer.forward([[[1], [1]]]).ravel().round(4))  # tanh(1)/2, then half of that and tanh(1)/2
    [0.3808 0.5712]
    """

    GATES = 3

    def forward(self, x: RealArray) -> RealArray:
        """h_t = (1 − z) ⊙ g + z ⊙ h_(t−1)."""
        self.x = x
        self.h, self.gates, self.asked = self._empty(), self._empty(3), self._empty()
        from_x = self._from_x()
        for t in range(x.shape[1]):
            before = self._before(self.h, t)
            r, z, g = self._gates(from_x[:, t])
            of_r, of_z, of_g = self._gates(self.w_h @ before)
            r, z = sigmoid(r + of_r), sigmoid(z + of_z)
            g = np.tanh(g + r * of_g)
            self.h[:, t] = (1 - z) * g + z * before
            self.gates[:, t], self.asked[:, t] = np.concatenate([r, z, g]), of_g
        return self.h.copy()

    def backward(self, delta: RealArray) -> RealArray:
        """∂C/∂h_(t−1) = z ⊙ ∂C/∂h_t + w_hᵀ times what goes through w_h h_(t−1)."""
        self.delta_h, delta_z, delta_u = self._empty(), self._empty(3), self._empty(3)
        later: Any = 0
        for t in reversed(range(delta.shape[1])):
            r, z, g = self._gates(self.gates[:, t])
            dh = self.delta_h[:, t] = delta[:, t] + later
            dg = dh * (1 - z) * (1 - g**2)
            dr = dg * self.asked[:, t] * r * (1 - r)
            dz = dh * (self._before(self.h, t) - g) * z * (1 - z)
            delta_z[:, t] = np.concatenate([dr, dz, dg])
            delta_u[:, t] = np.concatenate([dr, dz, dg * r])
            later = 0 if self._cut(t) else dh * z + self.w_h.T @ delta_u[:, t]
        return self._gradients(delta_z, delta_u)
