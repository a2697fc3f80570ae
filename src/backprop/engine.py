"""The forward pass and backpropagation of `train`: the equations of `Network.backprop`, made fast.

The tricks, one a line:

- All weights and biases lie in one long vector, and so does the gradient: a step is a few operations on them,
  and what the equations use are views.
- Every array is made once; products and functions write where the result belongs (`out=`).
- A batch is the transpose of an array that lies in memory sample by sample: products are fastest so, and to
  fetch a shuffled sample is to copy one piece.
- Samples are fetched in chunks of a few hundred, so that the data are never copied whole.
- a overwrites z, and when a is no longer needed, σ' overwrites a: for the sigmoid it is 1 − a, times a.
- The cost is computed for a chunk at once, from the outputs that its batches left behind.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from backprop._validate import RealArray
from backprop.costs import SLOPES, Quadratic
from backprop.network import ACTIVATIONS, Network

CHUNK = 512
"""About how many samples are fetched at once."""

Classes = NDArray[np.intp] | None
"""The right class of each sample; None if the outputs stand for no classes."""


class NotFiniteError(ArithmeticError):
    """Something became NaN or infinite: what, and in which layer."""

    def __init__(self, what: str, layer: int) -> None:
        super().__init__(f"{what} of layer {layer}")
        self.what = what
        self.layer = layer


class Sums:
    """What was measured of samples and batches, summed."""

    def __init__(self, layers: int = 0) -> None:
        self.cost = 0.0
        self.right = 0
        self.batches = 0
        self.squared_norms = [0.0] * layers


class Room:
    """Room for what the layers compute of a batch of m samples; the lists begin with layer 2."""

    def __init__(self, net: Network, m: int, dtype: np.dtype[Any], dropout: Sequence[float]) -> None:
        hidden, last = net.sizes[1:-1], net.sizes[-1]
        self.ones: RealArray = np.ones((m, 1), dtype)
        self.activations = [_columns(n, m, dtype) for n in hidden]  # first z, then a, then σ'
        self.deltas = [_columns(n, m, dtype) for n in (*hidden, last)]
        self.functions = [_hidden(net.hidden, z) for z in self.activations]
        self.draws = [
            np.empty((m, n), np.float32) if p else None for n, p in zip(hidden, dropout, strict=True)
        ]
        self.masks = [_columns(n, m, dtype) if p else None for n, p in zip(hidden, dropout, strict=True)]
        self.output_slope = _columns(last, m, dtype)


class Engine:
    """A network laid out for training.

    Parameters
    ----------
    net : Network
        Its weights and biases become views of `parameters`, until `release` gives it arrays of its own.
    batch_size : positive integer
    dropout : a number for each hidden layer
    rng : numpy Generator
        Draws what is dropped.
    shuffled : bool
        Whether samples will be fetched in another order than theirs.

    Attributes
    ----------
    parameters, gradient : arrays of one dimension
        First all weights, then all biases.
    weight_count : integer
    """

    def __init__(
        self,
        net: Network,
        batch_size: int,
        dropout: Sequence[float],
        rng: np.random.Generator,
        *,
        shuffled: bool = True,
    ) -> None:
        self.net, self.batch_size, self.dropout, self.rng = net, batch_size, dropout, rng
        weights, biases = (list(arrays.values()) for arrays in net._by_layer())
        self.weight_count = sum(w.size for w in weights)
        self.parameters: RealArray = np.concatenate([array.ravel() for array in weights + biases])
        self.gradient: RealArray = np.zeros_like(self.parameters)
        self.weights, self.biases = _views(self.parameters, weights, biases)
        self.nabla_w, self.nabla_b = _views(self.gradient, weights, biases)
        net._weights, net._biases = list(self.weights), list(self.biases)

        self.dtype = self.parameters.dtype
        self.chunk_size = batch_size * max(1, CHUNK // batch_size)
        self.x = _columns(net.sizes[0], self.chunk_size, self.dtype) if shuffled else None
        self.y, self.z, self.a = (_columns(net.sizes[-1], self.chunk_size, self.dtype) for _ in range(3))
        self._rooms: dict[int, Room] = {}

    def adopt(self) -> None:
        """Take over what was assigned to the network's weights and biases in the meantime."""
        net = self.net
        for views, arrays in ((self.weights, net._weights), (self.biases, net._biases)):
            if any(view is not array for view, array in zip(views, arrays, strict=True)):
                weights, biases = net._by_layer()
                for view, array in zip(
                    self.weights + self.biases, [*weights.values(), *biases.values()], strict=True
                ):
                    view[...] = array
                net._weights, net._biases = list(self.weights), list(self.biases)

    def release(self) -> None:
        """Give the network arrays of its own, with the values that they have."""
        self.net._weights = [w.copy() for w in self.weights]
        self.net._biases = [b.copy() for b in self.biases]

    def epoch(
        self,
        x: RealArray,
        y: RealArray,
        classes: Classes,
        order: NDArray[np.intp] | None,
        step: Callable[[], None],
    ) -> Sums:
        """Give each mini-batch its turn: backpropagation, and a step.

        Raises
        ------
        NotFiniteError
            As soon as the gradient, or the cost of a chunk, is not finite.
        """
        sums = Sums(len(self.weights))
        with np.errstate(all="ignore"):  # what is not finite is found, and needs no warning
            for start in range(0, x.shape[1], self.chunk_size):
                chunk = (
                    slice(start, start + self.chunk_size)
                    if order is None
                    else order[start : start + self.chunk_size]
                )
                x_chunk, y_chunk = self._fetch(x, chunk, self.x), self._fetch(y, chunk, self.y)
                count = x_chunk.shape[1]
                for begin in range(0, count, self.batch_size):
                    batch = slice(begin, min(begin + self.batch_size, count))
                    room = self.room(batch.stop - begin)
                    self.draw_masks(room)
                    self.backprop(
                        room, x_chunk[:, batch], y_chunk[:, batch], self.z[:, batch], self.a[:, batch]
                    )
                    self._add_norms(sums, room, x_chunk[:, batch])
                    step()
                self._add_costs(sums, y_chunk, None if classes is None else classes[chunk])
        return sums

    def evaluate(self, x: RealArray, y: RealArray, classes: Classes) -> Sums:
        """Measure the cost, and how many classes are right, with the parameters as they are and no dropout.

        Raises
        ------
        NotFiniteError
            If the cost is not finite.
        """
        sums = Sums()
        with np.errstate(all="ignore"):
            for start in range(0, x.shape[1], self.chunk_size):
                chunk = slice(start, start + self.chunk_size)
                x_chunk, y_chunk = (array[:, chunk].astype(self.dtype, copy=False) for array in (x, y))
                count = x_chunk.shape[1]
                self.forward(self.room(count), x_chunk, self.z[:, :count], self.a[:, :count], dropout=False)
                self._add_costs(sums, y_chunk, None if classes is None else classes[chunk])
        return sums

    def check_parameters(self) -> None:
        """Raise NotFiniteError if a weight or bias is not finite."""
        if not np.isfinite(self.parameters).all():
            for what, views in {"the weights": self.weights, "the biases": self.biases}.items():
                for layer, view in enumerate(views, start=2):
                    if not np.isfinite(view).all():
                        raise NotFiniteError(what, layer)

    def room(self, m: int) -> Room:
        """Return the room for a batch of m samples."""
        if m not in self._rooms:
            self._rooms[m] = Room(self.net, m, self.parameters.dtype, self.dropout)
        return self._rooms[m]

    def draw_masks(self, room: Room) -> None:
        """Draw which hidden activations are dropped: 0 for these, and 1 / (1 − dropout) for the others."""
        for p, draw, mask in zip(self.dropout, room.draws, room.masks, strict=True):
            if draw is not None and mask is not None:
                self.rng.random(dtype=np.float32, out=draw)
                np.greater_equal(draw.T, p, out=mask)
                mask *= 1 / (1 - p)

    def forward(self, room: Room, x: RealArray, z: RealArray, a: RealArray, *, dropout: bool) -> None:
        """Compute z^L and a^L of a batch, and leave the hidden activations in the room."""
        below = x
        for w, b, inside, functions, mask in zip(
            self.weights, self.biases, room.activations, room.functions, room.masks, strict=False
        ):
            np.matmul(w, below, out=inside)
            inside += b
            functions[0](inside)
            if dropout and mask is not None:
                inside *= mask
            below = inside
        np.matmul(self.weights[-1], below, out=z)
        z += self.biases[-1]
        _activate(self.net.output, z, a)

    def backprop(self, room: Room, x: RealArray, y: RealArray, z: RealArray, a: RealArray) -> None:
        """Compute the gradient of the batch's mean cost; z and a are where z^L and a^L are left."""
        self.forward(room, x, z, a, dropout=True)
        delta = room.deltas[-1]
        self._output_delta(delta, z, a, y, room.output_slope)  # BP1
        delta *= 1 / y.shape[1]
        for i in range(len(self.weights) - 1, -1, -1):
            below = room.activations[i - 1] if i else x
            np.matmul(delta, room.ones, out=self.nabla_b[i])  # BP3
            np.matmul(delta, below.T, out=self.nabla_w[i])  # BP4
            if i:
                np.matmul(self.weights[i].T, delta, out=room.deltas[i - 1])  # BP2
                delta, mask = room.deltas[i - 1], room.masks[i - 1]
                if mask is not None:
                    delta *= mask
                    below *= 1 - self.dropout[i - 1]  # what was not dropped, as it was
                room.functions[i - 1][1](delta, below)

    def _output_delta(
        self, delta: RealArray, z: RealArray, a: RealArray, y: RealArray, slope: RealArray
    ) -> None:
        np.subtract(a, y, out=delta)
        output = self.net.output
        if not isinstance(self.net._cost, Quadratic):
            return
        if output == "softmax":
            delta -= (delta * a).sum(axis=0)
            delta *= a
        elif output in BACKWARD:
            slope[...] = a
            BACKWARD[output](delta, slope)
        else:
            delta *= SLOPES[output](z)

    def _add_norms(self, sums: Sums, room: Room, x: RealArray) -> None:
        sums.batches += 1
        for i, nabla in enumerate(self.nabla_w):
            square = squared_norm(nabla.reshape(-1))
            if not square < np.inf:
                raise self._not_finite(room, x)
            sums.squared_norms[i] += square

    def _add_costs(self, sums: Sums, y: RealArray, classes: Classes) -> None:
        last, count = len(self.net.sizes), y.shape[1]
        z, a = self.z[:, :count], self.a[:, :count]
        if not np.isfinite(z).all():
            raise NotFiniteError("the weighted inputs z", last)
        sums.cost += float(self.net._cost.value(z, a, y).sum())
        if not np.isfinite(sums.cost):
            raise NotFiniteError("the cost", last)
        if classes is not None:
            decided = a.argmax(axis=0) if len(a) > 1 else a[0] >= 0.5
            sums.right += int(np.count_nonzero(decided == classes))

    def _not_finite(self, room: Room, x: RealArray) -> NotFiniteError:
        """Say what is the first that is not finite, in the order in which a batch is computed."""
        below = x
        for i, (w, b) in enumerate(zip(self.weights, self.biases, strict=True)):
            z = w @ below + b
            for what, array in {"the weights": w, "the biases": b, "the weighted inputs z": z}.items():
                if not np.isfinite(array).all():
                    return NotFiniteError(what, i + 2)
            if i < len(room.functions):
                room.functions[i][0](z)
                mask = room.masks[i]
                below = z if mask is None else z * mask
        for i in range(len(self.weights) - 1, -1, -1):
            if not np.isfinite(self.nabla_w[i]).all():
                return NotFiniteError("the gradient", i + 2)
        return NotFiniteError("the norm of the gradient", len(self.weights) + 1)

    def _fetch(self, source: RealArray, chunk: slice | NDArray[np.intp], room: RealArray | None) -> RealArray:
        """Return these columns of the source: in the room, if they are shuffled."""
        if isinstance(chunk, slice) or room is None:
            return source[:, chunk].astype(self.dtype, copy=False)
        fetched = room[:, : len(chunk)]
        if source.dtype == room.dtype and source.flags.f_contiguous:
            np.take(source.T, chunk, axis=0, out=fetched.T, mode="clip")
        else:
            fetched[...] = source[:, chunk]
        return fetched


def _sigmoid(z: RealArray, a: RealArray) -> None:
    np.negative(z, out=a)
    np.exp(a, out=a)
    a += 1
    np.reciprocal(a, out=a)


def _sigmoid_backward(delta: RealArray, a: RealArray) -> None:
    delta *= a
    np.subtract(1, a, out=a)
    delta *= a


def _tanh_backward(delta: RealArray, a: RealArray) -> None:
    a *= a
    np.subtract(1, a, out=a)
    delta *= a


def _relu(z: RealArray, a: RealArray) -> None:
    np.maximum(z, 0, out=a)


def _relu_backward(delta: RealArray, a: RealArray) -> None:
    np.greater(a, 0, out=a)
    delta *= a


def _softmax(z: RealArray, a: RealArray) -> None:
    np.subtract(z, z.max(axis=0), out=a)
    np.exp(a, out=a)
    a /= a.sum(axis=0)


FORWARD: dict[str, Callable[[RealArray, RealArray], Any]] = {
    "sigmoid": _sigmoid,
    "tanh": np.tanh,
    "relu": _relu,
    "identity": np.positive,
    "softmax": _softmax,
}
"""Functions that write a, given z; both may be one array."""

BACKWARD: dict[str, Callable[[RealArray, RealArray], None]] = {
    "sigmoid": _sigmoid_backward,
    "tanh": _tanh_backward,
    "relu": _relu_backward,
    "identity": lambda delta, a: None,
}
"""Functions that multiply delta by σ', given a, which they may use up."""


def _activate(name: str, z: RealArray, a: RealArray) -> None:
    if name in FORWARD:
        FORWARD[name](z, a)
    elif np.isnan(z).any():  # which the library's functions refuse
        a[...] = np.nan
    else:
        a[...] = ACTIVATIONS[name](z)


def _hidden(
    name: str, room: RealArray
) -> tuple[Callable[[RealArray], None], Callable[[RealArray, RealArray], None]]:
    """Return how a hidden layer computes a where z stands, and how it multiplies delta by σ', given a."""
    if name in BACKWARD:
        return lambda z: FORWARD[name](z, z), BACKWARD[name]
    slope = np.empty_like(room)

    def forward(z: RealArray) -> None:
        slope[...] = np.nan if np.isnan(z).any() else SLOPES[name](z)
        _activate(name, z, z)

    def backward(delta: RealArray, a: RealArray) -> None:
        delta *= slope

    return forward, backward


def squared_norm(entries: RealArray) -> float:
    """Return the sum of the squares of a vector."""
    square = float(entries @ entries)
    if not 1e-30 < square < np.inf:  # the squares may leave the short range of float32
        entries = entries.astype(np.float64)
        square = float(entries @ entries)
    return square


def _columns(n: int, m: int, dtype: Any) -> RealArray:
    """Return an empty array for m columns, each of which lies in memory as one piece."""
    array: RealArray = np.empty((m, n), dtype)
    return array.T


def _views(
    vector: RealArray, weights: list[RealArray], biases: list[RealArray]
) -> tuple[list[RealArray], list[RealArray]]:
    """Return views of the vector that are shaped like the weights, and like the biases behind them."""
    views, start = [], 0
    for array in weights + biases:
        views.append(vector[start : start + array.size].reshape(array.shape))
        start += array.size
    return views[: len(weights)], views[len(weights) :]
