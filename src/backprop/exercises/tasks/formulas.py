"""Formulas that are written with a reader's own numbers, and measured with numbers of ours."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Named, case
from backprop.exercises.tasks.oracles import NUDGE, slopes

Keep = Callable[[Any], Any]


class Formula(Named):
    """A formula of inputs, in which `keep` marks values in the middle: their gradients count, too."""

    def __init__(self, text: str, function: Callable[..., Any], keeps: bool = False) -> None:
        super().__init__(text, function)
        self.keeps = keeps

    def run(self, keep: Keep, inputs: Any) -> Any:
        """Return the output."""
        return self.function(keep, *inputs) if self.keeps else self.function(*inputs)


def formula(text: str, function: Callable[..., Any], *inputs: Any, keeps: bool = False) -> Case:
    """Return a formula with its inputs as a case."""
    return case(Formula(text, function, keeps), *inputs)


def walked(make: Callable[[Any], Any], f: Formula, inputs: Any) -> list[Any]:
    """Run a formula on a reader's objects and go back: output, gradients of inputs, and in the middle."""
    values = [make(x) for x in inputs]
    middle: list[Any] = []

    def keep(value: Any) -> Any:
        middle.append(value)
        return value

    output = f.run(keep, values)
    output.backward()
    return [output.data, [value.grad for value in values], [value.grad for value in middle]]


def engine_of(name: str) -> Callable[..., Any]:
    """Return how a class of the reader's is used on a case."""

    def use(names: SimpleNamespace, f: Formula, *inputs: Any) -> list[Any]:
        return walked(getattr(names, name), f, inputs)

    return use


def measured(f: Formula, *inputs: Any) -> list[Any]:
    """Return what `walked` should, measured by nudging inputs and middle values into the imaginary."""
    arrays = [np.asarray(x, dtype=float) for x in inputs]
    middle: list[Any] = []

    def plain(*numbers: Any, nudges: dict[int, Any] | None = None) -> Any:
        middle.clear()

        def keep(value: Plain) -> Plain:
            middle.append(value)
            return Plain(value.data + (nudges or {}).get(len(middle) - 1, 0.0))

        return f.run(keep, [Plain(x) for x in numbers]).data

    output = np.real(plain(*arrays))
    shapes = [np.shape(value.data) for value in middle]
    gradients = slopes(plain, *arrays)
    between = [_slope_in_the_middle(plain, arrays, place, shape) for place, shape in enumerate(shapes)]
    return [output, gradients, between]


def _slope_in_the_middle(plain: Callable[..., Any], arrays: Any, place: int, shape: tuple[int, ...]) -> Any:
    found = np.empty(shape)
    for index in np.ndindex(shape):
        nudge = np.zeros(shape, dtype=complex)
        nudge[index] = 1j * NUDGE
        found[index] = np.imag(plain(*arrays, nudges={place: nudge})) / NUDGE
    return found


class Plain:
    """An array of NumPy's with the methods that a formula asks for; it knows no derivatives."""

    def __init__(self, data: Any) -> None:
        self.data = data

    def _with(self, other: Any, operation: Callable[[Any, Any], Any]) -> Plain:
        return Plain(operation(self.data, getattr(other, "data", other)))

    def __add__(self, other: Any) -> Plain:
        return self._with(other, lambda a, b: a + b)

    def __mul__(self, other: Any) -> Plain:
        return self._with(other, lambda a, b: a * b)

    def __matmul__(self, other: Any) -> Plain:
        return self._with(other, lambda a, b: a @ b)

    __radd__, __rmul__ = __add__, __mul__

    def __pow__(self, n: float) -> Plain:
        return Plain(self.data**n)

    def exp(self) -> Plain:
        """Return the exponential."""
        return Plain(np.exp(self.data))

    def tanh(self) -> Plain:
        """Return the hyperbolic tangent."""
        return Plain(np.tanh(self.data))

    def relu(self) -> Plain:
        """Return what is positive, and 0 for the rest."""
        return Plain(np.where(np.real(self.data) > 0, self.data, 0.0))

    def sum(self) -> Plain:
        """Return the sum of all entries."""
        return Plain(np.sum(self.data))

    def softmax_cross_entropy(self, y: Any) -> Plain:
        """Return one cost for each column."""
        return Plain((y * (np.log(np.exp(self.data).sum(axis=0)) - self.data)).sum(axis=0))
