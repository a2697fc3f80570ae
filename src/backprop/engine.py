"""The forward pass and backpropagation of `train`: the equations of `Network.backprop`, made fast.

The tricks, one a line:

- All weights and biases lie in one long vector, and so does the gradient: a step is a few operations on them,
  and what the equations use are views.
- Every array is made once; products and functions write where the result belongs (`out=`).
- A sample lies in memory as one piece, which is fetched quickly; hidden layers lie row by row, each row one
  neuron of the whole batch. So the products are fastest.
- a overwrites z, and when a is no longer needed, σ' overwrites a: for the sigmoid it is 1 − a, times a.
- Shuffled samples are fetched in chunks into the same room again and again.
- The cost is computed for a chunk at once, from the outputs that its batches left behind.
- Where the step is η times the gradient and no more, η multiplies δ^L, which is short, not the gradient;
  and each layer takes its step as soon as BP2 has used its weights, while its gradient is still in the cache.
- Long arrays begin where a line of the processor's cache begins.
- `one` is an array without dimensions, which NumPy adds faster than the number 1.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from backprop._engines import EVALUATED, Classes, Data, NotFiniteError, Sums, squared_norm
from backprop._in_place import functions_of
from backprop._layout import columns, empty, gather, scattered
from backprop._validate import RealArray
from backprop.costs import BinaryCrossEntropy, Quadratic
from backprop.network import Network

CHUNK = 512
"""About how many samples lie ready at once, and are fetched at once if each is one piece of memory."""

PASSES = 4
"""If they are not, each fetch goes through all the data: then this is how often in an epoch."""


class Room:
    """Room for what the layers 2, …, L compute of a batch of m samples; without training, forward only."""

    def __init__(
        self, net: Network, m: int, dtype: np.dtype[Any], dropout: Sequence[float], training: bool
    ) -> None:
        hidden, last = net.sizes[1:-1], net.sizes[-1]
        names = [net.hidden] * len(hidden) + [net.output]
        functions = [functions_of(name, (n, m), dtype) for name, n in zip(names, net.sizes[1:], strict=True)]
        self.forward, self.backward = zip(*functions, strict=True)
        self.activations = [empty((n, m), dtype) for n in hidden]  # first z, then a, then σ'
        self.masks: list[RealArray | None] = [None] * len(hidden)
        self.m = m
        self.share: RealArray = np.array(1 / m, dtype)  # of a sample in the mean, times the gradient's scale
        if training:
            self.ones: RealArray = np.ones((m, 1), dtype)
            self.deltas = [empty((n, m), dtype) for n in hidden] + [columns(last, m, dtype)]
            self.output_slope = columns(last, m, dtype)
            self.masks = [empty((n, m), dtype) if p else None for n, p in zip(hidden, dropout, strict=True)]


class Batch(NamedTuple):
    """A mini-batch: samples and targets in columns, and where its z^L and a^L go."""

    room: Room
    x: RealArray
    y: RealArray
    z: RealArray
    a: RealArray


class Chunk(NamedTuple):
    """A few hundred samples, cut into mini-batches, which are views of it."""

    x: RealArray
    y: RealArray
    z: RealArray
    a: RealArray
    batches: list[Batch]


class Engine:
    """A network laid out for training.

    Parameters
    ----------
    net : Network
        Its weights and biases become views of `parameters`, until `release` gives it arrays of its own.
    data : Data
        The samples to train on.
    batch_size : positive integer
    dropout : a number for each hidden layer
    rng : numpy Generator
        Draws what is dropped.

    Attributes
    ----------
    parameters, gradient : arrays of one dimension
        First all weights, then all biases.
    weight_count, layer_count : integers
        How many weights there are, and how many layers have some.
    """

    def __init__(
        self, net: Network, data: Data, batch_size: int, dropout: Sequence[float], rng: np.random.Generator
    ) -> None:
        self.net, self.data, self.batch_size = net, data, batch_size
        self.dropout, self.rng = dropout, rng
        self._quadratic = isinstance(net._cost, Quadratic)
        weights, biases = (list(arrays.values()) for arrays in net._by_layer())
        self.weight_count, self.layer_count = sum(w.size for w in weights), len(weights)
        self.dtype = weights[0].dtype
        count = sum(array.size for array in weights + biases)
        self.parameters, self.gradient = empty((count,), self.dtype), empty((count,), self.dtype)
        np.concatenate([array.ravel() for array in weights + biases], out=self.parameters)
        self.one: RealArray = np.ones((), self.dtype)
        self.weights, self.biases = _views(self.parameters, weights, biases)
        self.nabla_w, self.nabla_b = _views(self.gradient, weights, biases)
        net._weights, net._biases = list(self.weights), list(self.biases)
        self._nabla_w_in_line = [nabla.reshape(-1) for nabla in self.nabla_w]
        self._biases_in_line = self.parameters[self.weight_count :]
        self._nabla_b_in_line = self.gradient[self.weight_count :]
        self._scale = 1.0
        self._rooms: dict[tuple[int, bool], Room] = {}
        self._space: list[RealArray] = []
        self._chunks: dict[tuple[int, int], Chunk] = {}
        self._whole: Chunk | None = None

    def adopt(self) -> None:
        """Take over what was assigned to the network's weights and biases in the meantime."""
        net, views = self.net, self.weights + self.biases
        arrays = [*net._weights, *net._biases]
        if len(arrays) != len(views) or any(map(lambda view, array: view is not array, views, arrays)):
            weights, biases = net._by_layer()
            for view, array in zip(views, [*weights.values(), *biases.values()], strict=True):
                view[...] = array
            net._weights, net._biases = list(self.weights), list(self.biases)

    def release(self) -> None:
        """Give the network arrays of its own, with the values that they have."""
        self.net._weights = [w.copy() for w in self.weights]
        self.net._biases = [b.copy() for b in self.biases]

    def epoch(
        self, order: NDArray[np.intp] | None, step: Callable[[], None] | None = None, scale: float = 1.0
    ) -> Sums:
        """Give each mini-batch its turn: backpropagation, and a step.

        Parameters
        ----------
        order : array of m integers, or None
            The order in which the samples have their turn; None takes all at once.
        step : function without arguments, or None
            Called when `gradient` is that of a batch. None: w ← w − gradient, layer by layer.
        scale : positive number
            By which the gradient is multiplied; what is measured is not.

        Raises
        ------
        NotFiniteError
            As soon as the gradient, or the cost of a chunk, is not finite.
        """
        sums, classes = Sums(len(self.weights)), self.data.classes
        self._scale = scale
        for room in self._rooms.values():
            room.share[...] = scale / room.m
        with np.errstate(all="ignore"):  # what is not finite is found, and needs no warning
            for index, chunk in self._chunks_of(order):
                for batch in chunk.batches:
                    if any(self.dropout):
                        self.draw_masks(batch.room)
                    self.backprop(batch, partial(self._use, batch, sums, step is None))
                    sums.batches += 1
                    if step is None:
                        np.subtract(self._biases_in_line, self._nabla_b_in_line, out=self._biases_in_line)
                    else:
                        step()
                self._add_costs(sums, chunk, None if classes is None else classes[index])
        sums.squared_norms = [square / scale**2 for square in sums.squared_norms]
        return sums

    def evaluate(self, data: Data) -> Sums:
        """Measure the cost, and how many classes are right, with the parameters as they are and no dropout.

        Raises
        ------
        NotFiniteError
            If the cost is not finite.
        """
        sums = Sums()
        with np.errstate(all="ignore"):
            for start in range(0, data.x.shape[1], EVALUATED):
                part = data.part(slice(start, start + EVALUATED))
                chunk = self._as_they_are(part, training=False)
                self.forward(chunk.batches[0])
                self._add_costs(sums, chunk, part.classes)
        return sums

    def check_parameters(self) -> None:
        """Raise NotFiniteError if a weight or bias is not finite."""
        if not np.isfinite(self.parameters).all():
            for layer, (w, b) in enumerate(zip(self.weights, self.biases, strict=True), start=2):
                for what, array in {"the weights": w, "the biases": b}.items():
                    if not np.isfinite(array).all():
                        raise NotFiniteError(what, layer)

    def draw_masks(self, room: Room) -> None:
        """Draw which hidden activations are dropped: 0 for these, and 1 / (1 − dropout) for the others."""
        for p, mask in zip(self.dropout, room.masks, strict=True):
            if mask is not None:
                np.greater_equal(self.rng.random(mask.T.shape, np.float32).T, p, out=mask)
                mask *= 1 / (1 - p)

    def forward(self, batch: Batch) -> None:
        """Compute z^L and a^L, and leave the hidden activations in the room."""
        room, below, last = batch.room, batch.x, len(self.weights) - 1
        for i in range(last):
            z = room.activations[i]
            np.dot(self.weights[i], below, out=z)
            z += self.biases[i]  # z^l = W^l a^(l−1) + b^l
            room.forward[i](z, z, self.one)  # a^l = σ(z^l)
            mask = room.masks[i]
            if mask is not None:
                z *= mask
            below = z
        np.dot(below.T, self.weights[last].T, out=batch.z.T)  # (W a)ᵀ = aᵀ Wᵀ: samples are pieces of z^L
        np.add(batch.z, self.biases[last], out=batch.z)
        room.forward[last](batch.z, batch.a, self.one)

    def backprop(self, batch: Batch, use: Callable[[int], None] | None = None) -> None:
        """Compute the gradient of the batch's mean cost.

        `use(i)` is called as soon as nabla_w[i] is there: weights[i] are needed no more.
        """
        self.forward(batch)
        room, last = batch.room, len(self.weights) - 1
        self._output_delta(batch)
        for i in range(last, -1, -1):
            delta, below = room.deltas[i], room.activations[i - 1] if i else batch.x
            if i:
                np.dot(self.weights[i].T, delta, out=room.deltas[i - 1])  # BP2, without σ'
            np.dot(delta, room.ones, out=self.nabla_b[i])  # BP3
            np.dot(delta, below.T, out=self.nabla_w[i])  # BP4
            if use is not None:
                use(i)
            if i:
                onward, mask = room.deltas[i - 1], room.masks[i - 1]
                if mask is not None:
                    onward *= mask
                    below *= 1 - self.dropout[i - 1]  # what was not dropped, as it was
                room.backward[i - 1](onward, below, self.one)  # BP2, with σ'

    def _output_delta(self, batch: Batch) -> None:
        room = batch.room
        delta = np.subtract(batch.a, batch.y, out=room.deltas[-1])  # BP1, where σ' cancels
        if self._quadratic:
            room.output_slope[...] = batch.a
            room.backward[-1](delta, room.output_slope, self.one)  # BP1
        delta *= room.share  # the cost is a mean

    def _use(self, batch: Batch, sums: Sums, descend: bool, i: int) -> None:
        """Measure the gradient of a layer's weights; if they are to descend it, let them."""
        square = squared_norm(self._nabla_w_in_line[i])
        if not square < np.inf:
            if descend:
                for above in range(i + 1, len(self.weights)):
                    self.weights[above] += self.nabla_w[above]  # as they were when the batch went forward
            raise self._not_finite(batch, i)
        sums.squared_norms[i] += square
        if descend:
            np.subtract(self.weights[i], self.nabla_w[i], out=self.weights[i])

    def _add_costs(self, sums: Sums, chunk: Chunk, classes: Classes) -> None:
        last = len(self.net.sizes)
        if not np.isfinite(chunk.z).all():
            raise NotFiniteError("the weighted inputs z", last)
        sums.cost += self._cost_of(chunk)
        if not np.isfinite(sums.cost):
            raise NotFiniteError("the cost of the outputs", last)
        if classes is not None:
            decided = chunk.a.argmax(axis=0) if len(chunk.a) > 1 else chunk.a[0] >= 0.5
            sums.right += int(np.count_nonzero(decided == classes))

    def _cost_of(self, samples: Batch | Chunk) -> float:
        """Return the sum of the samples' costs."""
        z, a, y = samples.z, samples.a, samples.y
        if isinstance(self.net._cost, BinaryCrossEntropy):
            # log(1 + exp(z)) − y z, the same with one logarithm, of which no exponent is above 0
            return float((np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z)))).sum())
        return float(self.net._cost.value(z, a, y).sum())

    def _not_finite(self, batch: Batch, last: int) -> NotFiniteError:
        """Say what is the first that is not finite, in the order in which a batch is computed.

        On the way back, it is something of nabla_w[last]: the layers above it were looked at before.
        """
        room, below = batch.room, batch.x
        for i, (w, b) in enumerate(zip(self.weights, self.biases, strict=True)):
            z = w @ below + b
            for what, array in {"the weights": w, "the biases": b, "the weighted inputs z": z}.items():
                if not np.isfinite(array).all():
                    return NotFiniteError(what, i + 2)
            if i < len(room.masks):
                room.forward[i](z, z, self.one)
                mask = room.masks[i]
                below = z if mask is None else z * mask
        if not np.isfinite(self._cost_of(batch)):
            return NotFiniteError("the cost of the outputs", len(self.net.sizes))
        what = "the norm of the gradient" if np.isfinite(self.nabla_w[last]).all() else "the gradient"
        return NotFiniteError(what, last + 2)

    def _chunks_of(self, order: NDArray[np.intp] | None) -> Iterator[tuple[Any, Chunk]]:
        """Yield all samples in chunks of whole batches, each with the samples' numbers."""
        if order is None:
            if self._whole is None:
                self._whole = self._as_they_are(self.data, training=True)
            yield slice(None), self._whole
            return
        size = self.batch_size * max(1, CHUNK // self.batch_size)
        at_once = size
        if scattered(self.data.x) or scattered(self.data.y):
            at_once *= max(1, len(order) // PASSES // size)
        for start in range(0, len(order), at_once):
            fetched = order[start : start + at_once]
            self._fetch(fetched, size)
            for first in range(0, len(fetched), size):  # the same chunks, however much is fetched at once
                index = fetched[first : first + size]
                yield index, self._chunk(first, len(index))

    def _fetch(self, index: NDArray[np.intp], size: int) -> None:
        """Copy the samples with these numbers into the room that chunks of that size are views of."""
        count = len(index)
        if not self._space:  # the first time, when there are most
            n_in, n_out = self.net.sizes[0], self.net.sizes[-1]
            widths = (n_in, count), (n_out, count), (n_out, min(size, count)), (n_out, min(size, count))
            self._space = [columns(n, m, self.dtype) for n, m in widths]  # of x, y, z^L and a^L
        gather(self.data.x, index, self._space[0][:, :count])
        gather(self.data.y, index, self._space[1][:, :count])

    def _chunk(self, first: int, count: int) -> Chunk:
        """Return so many of the samples that were fetched, from the first on, cut into mini-batches."""
        if (first, count) not in self._chunks:
            here = slice(first, first + count)
            x, y, z, a = self._space
            chunk = Chunk(x[:, here], y[:, here], z[:, :count], a[:, :count], [])
            for start in range(0, count, self.batch_size):
                part = slice(start, min(start + self.batch_size, count))
                room = self.room(part.stop - start)
                chunk.batches.append(Batch(room, *(array[:, part] for array in chunk[:4])))
            self._chunks[first, count] = chunk
        return self._chunks[first, count]

    def _as_they_are(self, data: Data, *, training: bool) -> Chunk:
        """Return samples as a chunk of one batch, in their own order, and not copied unless converted."""
        x, y = (array.astype(self.dtype, copy=False) for array in (data.x, data.y))
        n, m = y.shape
        z, a = columns(n, m, self.dtype), columns(n, m, self.dtype)
        return Chunk(x, y, z, a, [Batch(self.room(m, training=training), x, y, z, a)])

    def room(self, m: int, *, training: bool = True) -> Room:
        """Return the room for a batch of m samples, with dropout or without."""
        if (m, training) not in self._rooms:
            room = Room(self.net, m, self.dtype, self.dropout, training)
            room.share[...] = self._scale / m
            self._rooms[m, training] = room
        return self._rooms[m, training]


def _views(
    vector: RealArray, weights: list[Any], biases: list[Any]
) -> tuple[list[RealArray], list[RealArray]]:
    """Return views of the vector that are shaped like the weights, and like the biases behind them."""
    views, start = [], 0
    for array in weights + biases:
        views.append(vector[start : start + array.size].reshape(array.shape))
        start += array.size
    return views[: len(weights)], views[len(weights) :]
