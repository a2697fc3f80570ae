"""Attention: each place looks at all places, and takes from each as much as its key answers the query.

Features are along axis 0, so queries, keys and values are columns, and the softmax goes down the columns of
the scores S = Kᵀ Q / √d: p[j, i] is how much query i looks at key j. Papers with rows show the transpose.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from backprop._validate import RealArray, brief, finite, generator, whole
from backprop.initialisers import initialise
from backprop.layers.layer import Layer, fits, flat, shown_shape


def attend(
    q: RealArray, k: RealArray, v: RealArray, mask: RealArray | None = None
) -> tuple[RealArray, RealArray]:
    """Let each query look at all keys, and mix the values.

    S = Kᵀ Q / √d, P = softmax(S) column by column, A = V P, for each sample   (Vaswani and others, 2017)

    Parameters
    ----------
    q : array of shape (d, t, m), a column for each query
    k : array of shape (d, s, m), a column for each key
    v : array of shape (d_v, s, m), a column for each value
    mask : array of booleans of shape (s, t) or (s, t, m), optional
        Where mask[j, i] is True, query i may look at key j; each query at one at least. Else the score is −∞.

    Returns
    -------
    a : array of shape (d_v, t, m)
    p : array of shape (s, t, m), entries in [0, 1], each column with sum 1

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described.

    Examples
    --------
    >>> q, k, v = np.zeros((1, 1, 1)), np.zeros((1, 2, 1)), np.array([[[10], [20]]])
    >>> a, p = attend(q, k, v)  # all scores are 0, so that each value counts one half
    >>> print(a.ravel(), p.ravel())
    [15.] [0.5 0.5]
    """
    q, k, v = _checked(q, k, v)
    p = _matrices_last(_looks(_matrices_first(q), _matrices_first(k), mask))
    return _matrices_last(_matrices_first(v) @ _matrices_first(p)), p


def attend_backward(
    delta: RealArray, q: RealArray, k: RealArray, v: RealArray, p: RealArray
) -> tuple[RealArray, RealArray, RealArray]:
    """Hand δ = ∂C/∂A back through `attend`.

    ∂C/∂V = δ Pᵀ and ∂C/∂P = Vᵀ δ; ∂C/∂S = P ⊙ (∂C/∂P − the sum of P ⊙ ∂C/∂P down each column), which is the
    softmax's; ∂C/∂Q = K ∂C/∂S / √d and ∂C/∂K = Q (∂C/∂S)ᵀ / √d. Where a mask forbade to look, p is 0, and
    so is ∂C/∂S.

    Parameters
    ----------
    delta : array of shape (d_v, t, m)
    q, k, v, p : as for `attend`, and as it returned

    Returns
    -------
    of_q, of_k, of_v : arrays of the shapes of q, k and v

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described.

    Examples
    --------
    >>> q, k, v = np.ones((1, 1, 1)), np.zeros((1, 2, 1)), np.array([[[10], [20]]])
    >>> a, p = attend(q, k, v)
    >>> of_q, of_k, of_v = attend_backward(np.ones((1, 1, 1)), q, k, v, p)
    >>> print(of_q.ravel(), of_k.ravel(), of_v.ravel())
    [0.] [-2.5  2.5] [0.5 0.5]
    """
    q, k, v = _checked(q, k, v)
    delta = _like("delta", delta, (len(v), *q.shape[1:]))
    p = _like("p", p, (k.shape[1], *q.shape[1:]))
    q, k, v, p, delta = map(_matrices_first, (q, k, v, p, delta))
    root = math.sqrt(q.shape[1])
    of_v = delta @ p.swapaxes(1, 2)
    of_p = v.swapaxes(1, 2) @ delta
    of_s = p * (of_p - (p * of_p).sum(axis=1, keepdims=True))
    of_q, of_k = k @ of_s / root, q @ of_s.swapaxes(1, 2) / root
    return _matrices_last(of_q), _matrices_last(of_k), _matrices_last(of_v)


class Attention(Layer):
    """Self-attention, with one head or several: each place looks at all places of its sequence.

    Q = w_q X, K = w_k X, V = w_v X; A = w_o V softmax(Kᵀ Q / √d), the softmax column by column
    (Vaswani and others, 2017)

    With several heads, the rows of Q, K and V are cut into as many parts of d rows each, which attend by
    themselves; w_o mixes what they found. There are no biases.

    Backward: as in `attend_backward`, and ∂C/∂x is the sum of three paths, through Q, K and V.

    Parameters
    ----------
    n : positive integer
        x, a and delta have one shape, (n, t, m).
    heads : positive integer that divides n
    causal : bool
        Whether a place may look only at itself and those before it.
    rng : integer (a seed) or numpy Generator
        Draws the weights, with variance 1 / n.

    Attributes
    ----------
    w_q, w_k, w_v, w_o : arrays of shape (n, n), and their gradients nabla_w_q, …
    p : array of shape (heads, t, t, m), after `forward`
        p[head, j, i]: how much place i looks at place j.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described.

    Examples
    --------
    >>> layer = Attention(2, causal=True)
    >>> layer.w_q, layer.w_v, layer.w_o = np.zeros((2, 2)), np.eye(2), np.eye(2)
    >>> x = np.array([[1.0, 3, 5], [0, 0, 6]])[:, :, None]
    >>> print(layer.forward(x)[:, :, 0])  # all scores are 0: each place takes the mean of those up to it
    [[1. 2. 3.]
     [0. 0. 2.]]
    """

    NAMES = ("w_q", "w_k", "w_v", "w_o")
    w_q: RealArray
    w_k: RealArray
    w_v: RealArray
    w_o: RealArray

    def __init__(self, n: int, heads: int = 1, *, causal: bool = False, rng: int | np.random.Generator = 0):
        n, self.heads = whole("n", n), whole("heads", heads)
        if n % self.heads:
            raise ValueError(f"heads must divide n, which is {n}; got {self.heads}")
        if not isinstance(causal, bool):
            raise TypeError(f"causal must be True or False; got {brief(causal)}")
        self.causal, drawn = causal, generator(rng)
        for name in self.NAMES:
            setattr(self, name, initialise("xavier", [n, n], drawn)[0][0])
        self.takes = (n, "t", "m")

    def forward(self, x: RealArray, mask: RealArray | None = None) -> RealArray:
        """A = w_o V softmax(Kᵀ Q / √d); mask, as for `attend`, says further where no one may look."""
        self.x = x
        self.q, self.k, self.v = (self._cut(w @ flat(x)) for w in (self.w_q, self.w_k, self.w_v))
        found, self.p_of_all = attend(self.q, self.k, self.v, self._allowed(x, mask))
        self.found = self._joined(found)
        t, m = x.shape[1:]
        self.p = self.p_of_all.reshape(t, t, self.heads, m).transpose(2, 0, 1, 3)
        return (self.w_o @ self.found).reshape(x.shape)

    def backward(self, delta: RealArray) -> RealArray:
        """∂C/∂x = w_qᵀ ∂C/∂Q + w_kᵀ ∂C/∂K + w_vᵀ ∂C/∂V."""
        columns, x = flat(delta), flat(self.x)
        self.nabla_w_o = columns @ self.found.T
        of_heads = attend_backward(self._cut(self.w_o.T @ columns), self.q, self.k, self.v, self.p_of_all)
        of_q, of_k, of_v = map(self._joined, of_heads)
        self.nabla_w_q, self.nabla_w_k, self.nabla_w_v = of_q @ x.T, of_k @ x.T, of_v @ x.T
        onward: RealArray = self.w_q.T @ of_q + self.w_k.T @ of_k + self.w_v.T @ of_v
        return onward.reshape(delta.shape)

    def _cut(self, columns: RealArray) -> RealArray:
        """Cut rows into heads, which become further samples as each attends by itself: (d, t, heads · m)."""
        t, m = self.x.shape[1:]
        heads = columns.reshape(self.heads, -1, t, m)
        return heads.transpose(1, 2, 0, 3).reshape(-1, t, self.heads * m)

    def _joined(self, found: RealArray) -> RealArray:
        """Put the heads' rows below each other again, with all places of all samples as columns."""
        t, m = self.x.shape[1:]
        heads = found.reshape(-1, t, self.heads, m).transpose(2, 0, 1, 3)
        return heads.reshape(len(self.x), t * m)

    def _allowed(self, x: RealArray, mask: Any) -> RealArray | None:
        t, m = x.shape[1:]
        allowed: RealArray | None = np.triu(np.ones((t, t), bool))[:, :, None] if self.causal else None
        if mask is not None:
            given = checked_mask(mask, (t, t, m))
            allowed = given if allowed is None else given & allowed
        if allowed is None:
            return None
        return np.tile(np.broadcast_to(allowed, (t, t, m)), (1, 1, self.heads))


def checked_mask(mask: Any, shape: tuple[int, int, int]) -> RealArray:
    """Return the mask with three axes, one of which may have length 1 for all samples."""
    array = np.asarray(mask)
    wanted = f"mask must be an array of booleans of shape {shape[:2]} or {shape}, True where one may look"
    if array.dtype != bool:
        raise TypeError(f"{wanted}; got {brief(mask)}")
    if array.shape not in (shape[:2], shape):
        raise ValueError(f"{wanted}; got shape {array.shape}")
    return array[:, :, None] if array.ndim == 2 else array


def _looks(q: RealArray, k: RealArray, mask: Any) -> RealArray:
    """P = softmax(Kᵀ Q / √d), column by column, of a stack of matrices."""
    s: RealArray = k.swapaxes(1, 2) @ q / math.sqrt(q.shape[1])
    if mask is not None:
        allowed = _matrices_first(checked_mask(mask, (*s.shape[1:], len(s))))
        blind = ~allowed.any(axis=1)
        if blind.any():
            query = int(np.argwhere(blind)[0][1])
            raise ValueError(f"mask must let each query look at one key at least; query {query} sees none")
        s = np.where(allowed, s, -np.inf).astype(s.dtype)
    e = np.exp(s - s.max(axis=1, keepdims=True))
    p: RealArray = e / e.sum(axis=1, keepdims=True)
    return p


def _matrices_first(array: RealArray) -> RealArray:
    """(d, t, m) to (m, d, t): a matrix for each sample."""
    return np.ascontiguousarray(np.moveaxis(array, -1, 0))


def _matrices_last(array: RealArray) -> RealArray:
    """(m, d, t) to (d, t, m)."""
    return np.ascontiguousarray(np.moveaxis(array, 0, -1))


def _checked(q: Any, k: Any, v: Any) -> tuple[RealArray, RealArray, RealArray]:
    q = finite("q", q)
    if not fits(q.shape, ("d", "t", "m")):
        raise ValueError(f"q must have shape (d, t, m); got shape {q.shape}")
    k, v = finite("k", k), finite("v", v)
    takes_k = (len(q), "s", q.shape[2])
    if not fits(k.shape, takes_k):
        raise ValueError(f"k must have shape {shown_shape(takes_k)}; got shape {k.shape}")
    takes_v = ("d_v", *k.shape[1:])
    if not fits(v.shape, takes_v):
        raise ValueError(f"v must have shape {shown_shape(takes_v)}; got shape {v.shape}")
    return q, k, v


def _like(name: str, value: Any, shape: tuple[int, ...]) -> RealArray:
    array = finite(name, value)
    if array.shape != shape:
        raise ValueError(f"{name} must have shape {shape}; got shape {array.shape}")
    return array
