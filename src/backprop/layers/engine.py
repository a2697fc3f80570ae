"""What `train` asks of a `Model`: an epoch, batch by batch, with all parameters in one long vector."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from backprop._engines import EVALUATED, Data, NotFiniteError, Sums, squared_norm
from backprop._validate import NotFiniteInputError, RealArray, is_finite
from backprop.layers.layer import Layer, family
from backprop.layers.model import Model


class LayerEngine:
    """A model laid out for training.

    Parameters
    ----------
    model : Model
        Its parameters become views of `parameters`, until `release` gives it arrays of its own.
    data : Data
        The samples to train on, along the last axis.
    batch_size : positive integer

    Attributes
    ----------
    parameters, gradient : arrays of one dimension
        First all weights, layer by layer, then all else. Running averages are among it, so that they are kept
        and brought back with the parameters; their gradient stays 0, and no step moves them.
    weight_count : integer
    layer_count : integer
        How many of the model's own layers have weights.
    """

    def __init__(self, model: Model, data: Data, batch_size: int) -> None:
        self.model, self.data, self.batch_size = model, data, batch_size
        found = list(_arrays_of(model))
        weights = [one for one in found if is_weight(one[2])]
        self._owners = weights + [one for one in found if not is_weight(one[2])]
        arrays = [vars(layer)[name] for _, layer, name in self._owners]
        self.weight_count = sum(array.size for array in arrays[: len(weights)])
        dtype = np.result_type(*arrays) if arrays else np.dtype(np.float64)
        count = sum(array.size for array in arrays)
        self.parameters: RealArray = np.zeros(count, dtype)
        self.gradient: RealArray = np.zeros(count, dtype)
        self._parts: list[slice] = []
        self._tops = [top for top, _, _ in self._owners]
        start = 0
        for array in arrays:
            self._parts.append(slice(start, start + array.size))
            start += array.size
        self._with_weights = list(dict.fromkeys(self._tops[: len(weights)]))
        self.layer_count = len(self._with_weights)
        self._views = [
            self.parameters[part].reshape(array.shape)
            for part, array in zip(self._parts, arrays, strict=True)
        ]
        self.adopt()

    def adopt(self) -> None:
        """Take over what was assigned to the layers' parameters in the meantime."""
        for view, (_, layer, name) in zip(self._views, self._owners, strict=True):
            array = vars(layer)[name]
            if array is not view:
                view[...] = array
                vars(layer)[name] = view

    def release(self) -> None:
        """Give the layers arrays of their own, with the values that they have."""
        for view, (_, layer, name) in zip(self._views, self._owners, strict=True):
            vars(layer)[name] = view.copy()

    def epoch(
        self, order: NDArray[np.intp] | None, step: Callable[[], None] | None = None, scale: float = 1.0
    ) -> Sums:
        """Give each mini-batch its turn: backpropagation, and a step.

        Parameters
        ----------
        order : array of m integers, or None
            The order in which the samples have their turn; None takes all at once.
        step : function without arguments, or None
            Called when `gradient` is that of a batch. None: w ← w − scale · gradient.
        scale : positive number

        Raises
        ------
        NotFiniteError
            As soon as something that a layer returns, the cost or the gradient is not finite.
        """
        sums, m = Sums(self.layer_count), self.data.x.shape[-1]
        with np.errstate(all="ignore"):  # what is not finite is found, and needs no warning
            for start in range(0, m, self.batch_size):
                part = slice(start, start + self.batch_size)
                self._backprop(self.data.part(part if order is None else order[part]), sums)
                if step is None:
                    self.parameters -= scale * self.gradient
                else:
                    step()
        return sums

    def evaluate(self, data: Data) -> Sums:
        """Measure the cost, and how many classes are right, with the parameters as they are.

        Raises
        ------
        NotFiniteError
            If what a layer returns or the cost is not finite.
        """
        sums, m = Sums(), data.x.shape[-1]
        with np.errstate(all="ignore"):
            for start in range(0, m, EVALUATED):
                batch = data.part(slice(start, start + EVALUATED))
                z = self._forward(batch.x, "predict")
                self._measure(sums, z, batch)
        return sums

    def check_parameters(self) -> None:
        """Raise NotFiniteError if a parameter is not finite."""
        if not np.isfinite(self.parameters).all():
            for top, view in zip(self._tops, self._views, strict=True):
                if not np.isfinite(view).all():
                    raise NotFiniteError("a parameter", top + 2)

    def _backprop(self, batch: Data, sums: Sums) -> None:
        z = self._forward(batch.x, "forward")
        y = self._measure(sums, z, batch)
        delta = self.model._delta(z, y)
        for i, layer in reversed(list(enumerate(self.model.body.layers))):
            delta = self._finite("the gradient", i, layer.backward, delta)
        for part, (_, layer, name) in zip(self._parts, self._owners, strict=True):
            if name in layer.NAMES:
                self.gradient[part] = getattr(layer, f"nabla_{name}").reshape(-1)
        self._add_norms(sums)
        sums.batches += 1

    def _forward(self, x: RealArray, method: str) -> RealArray:
        for i, layer in enumerate(self.model.body.layers):
            x = self._finite("what is returned by", i, getattr(layer, method), x)
        return x

    def _finite(
        self, what: str, i: int, method: Callable[[RealArray], RealArray], array: RealArray
    ) -> RealArray:
        """Ask a layer; what is not finite, in it or behind it, is a training that diverged."""
        try:
            answer = method(array)
        except NotFiniteInputError:
            raise NotFiniteError(what, i + 2) from None
        if not is_finite(answer):
            raise NotFiniteError(what, i + 2)
        return answer

    def _measure(self, sums: Sums, z: RealArray, batch: Data) -> RealArray:
        y = batch.y.astype(z.dtype, copy=False)
        m = z.shape[-1]
        cost = float(self.model._costs(z, y).mean())
        if not np.isfinite(cost):
            raise NotFiniteError("the cost of the outputs", len(self.model.body) + 1)
        sums.cost += cost * m
        if batch.classes is not None:
            a = self.model._activated(z.reshape(len(z), -1)).reshape(z.shape)
            decided = a.argmax(axis=0) if len(a) > 1 else a[0] >= 0.5
            sums.right += float((decided == batch.classes).mean()) * m
        return y

    def _add_norms(self, sums: Sums) -> None:
        squares = dict.fromkeys(self._with_weights, 0.0)
        for top, part, (_, _, name) in zip(self._tops, self._parts, self._owners, strict=True):
            square = squared_norm(self.gradient[part])
            if not np.isfinite(square):
                raise NotFiniteError("the gradient", top + 2)
            if is_weight(name):
                squares[top] += square
        sums.squared_norms = [a + b for a, b in zip(sums.squared_norms, squares.values(), strict=True)]


def _arrays_of(model: Model) -> Iterator[tuple[int, Layer, str]]:
    """Yield for each array that training changes which of the model's layers it is in, owner and name."""
    for top, own in enumerate(model.body.layers):
        for layer in family(own):
            for name in (*layer.NAMES, *layer.averages()):
                yield top, layer, name


def is_weight(name: str) -> bool:
    """Say whether a parameter of that name is a weight, which l2, l1 and AdamW let shrink."""
    return name.startswith("w")
