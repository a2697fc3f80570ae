"""What all layers share: they are asked forward, asked back, and know their parameters by name.

Axes: features (of an image, channels) come first and samples last; what lies between are places. So a batch
is (n, m) as everywhere, a sequence (n, time, m), an image (channels, height, width, m). One rule for all: a
weight matrix multiplies axis 0, softmax and norms go along axis 0, and the last axis counts the samples.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from itertools import zip_longest
from types import EllipsisType
from typing import Any, ClassVar, TypeVar

import numpy as np
from numpy.typing import DTypeLike

from backprop._validate import RealArray, brief, check_fits, finite

Takes = tuple[int | str | EllipsisType, ...]
"""A shape: a number is that size, a letter any size, and `...` any number of axes."""

LayerClass = TypeVar("LayerClass", bound="Layer")


class Layer:
    """A part of a network: `forward` computes a from x, `backward` hands ∂C/∂a back as ∂C/∂x.

    A layer of your own names its parameters in `NAMES`, assigns them in `__init__`, and has a `forward` and
    a `backward`, which leaves the gradient of a parameter `w` in `nabla_w`. What these two are called with
    is checked before: it has the layer's precision and the shape that `takes` names. Gradients are
    set, not added up: `backward` answers for the last `forward`.

    Attributes
    ----------
    NAMES : tuple of str
        The parameters' names. Those that begin with w are weights, which l2, l1 and AdamW let shrink.
    takes : tuple
        The shape of x: a number is that size, a letter any size, `...` any number of axes.
    whole_numbers : bool
        Whether x consists of integers, which are looked up and not calculated with.
    children : dict from str to Layer
        The layers that this one is made of, if it is.

    Raises
    ------
    TypeError, ValueError
        If what a method is called with, or a parameter that is assigned, has another shape or is not finite.
    RuntimeError
        If `backward` is called without a `forward` before it.

    Examples
    --------
    >>> class Scale(Layer):
    ...     NAMES = ("w",)
    ...     def __init__(self):
    ...         self.w = np.array([[3.0]])
    ...     def forward(self, x):
    ...         self.x = x
    ...         return self.w * x
    ...     def backward(self, delta):
    ...         self.nabla_w = np.array([[(delta * self.x).sum()]])
    ...         return self.w * delta
    >>> layer = Scale()
    >>> print(layer.forward([[1, 2]]), layer.backward([[10, 0]]), layer.nabla_w)
    [[3. 6.]] [[30.  0.]] [[10.]]
    """

    NAMES: ClassVar[tuple[str, ...]] = ()
    takes: Takes = (..., "m")
    whole_numbers: ClassVar[bool] = False
    _out: tuple[tuple[int, ...], np.dtype[Any]] | None = None

    def __init_subclass__(cls, **options: Any) -> None:
        """Check what the methods of every layer are called with, so that they are equations and no more."""
        super().__init_subclass__(**options)
        for name, check in (("forward", _forward), ("predict", _predict), ("backward", _backward)):
            if name in vars(cls):
                setattr(cls, name, check(vars(cls)[name]))

    def __setattr__(self, name: str, value: Any) -> None:
        if name in vars(self) and name in (*self.NAMES, *self.averages()):
            value = self._checked(name, value)
        super().__setattr__(name, value)

    def __repr__(self) -> str:
        own = [f"{name}: {vars(self)[name].shape}" for name in self.NAMES if name in vars(self)]
        inside = [f"{name}: {type(layer).__name__}" for name, layer in self.children.items()]
        return f"{type(self).__name__}({', '.join(own + inside)})"

    def forward(self, x: RealArray) -> RealArray:
        """Return a, and remember what the way back needs."""
        raise NotImplementedError(f"{type(self).__name__} has no forward of its own")

    def backward(self, delta: RealArray) -> RealArray:
        """Return ∂C/∂x, given delta = ∂C/∂a, and set the gradients of the parameters."""
        raise NotImplementedError(f"{type(self).__name__} has no backward of its own")

    def predict(self, x: RealArray) -> RealArray:
        """Return a as in use, when nothing is learned: for most layers it is the same."""
        return self.forward(x)

    @property
    def children(self) -> Mapping[str, Layer]:
        """The layers that this one is made of, by name; most are made of none."""
        return {}

    @property
    def parameters(self) -> dict[str, RealArray]:
        """All parameters by name; those of layers inside have the layer's name before theirs: `0.w`."""
        return {prefix + name: vars(layer)[name] for prefix, layer, name in self.owners()}

    @property
    def gradients(self) -> dict[str, RealArray]:
        """What the last `backward` left for each parameter, under the parameter's name."""
        found = {}
        for prefix, layer, name in self.owners():
            if not hasattr(layer, f"nabla_{name}"):
                raise RuntimeError(f"{prefix}nabla_{name} is not there before backward is called")
            found[prefix + name] = getattr(layer, f"nabla_{name}")
        return found

    def owners(self, prefix: str = "") -> Iterator[tuple[str, Layer, str]]:
        """Yield for each parameter the names of the layers that it is in, its layer, and its own name."""
        for name in self.NAMES:
            yield prefix, self, name
        for child, layer in self.children.items():
            yield from layer.owners(f"{prefix}{child}.")

    def astype(self: LayerClass, dtype: DTypeLike) -> LayerClass:
        """Give all parameters another precision, float32 or float64, and return the layer.

        Raises
        ------
        TypeError
            If it is no precision of real numbers.
        """
        if np.dtype(dtype).kind != "f":
            raise TypeError(f"dtype must be one of floats, as np.float32; got {brief(dtype)}")
        for layer in family(self):
            for name in [*layer.NAMES, *layer.averages()]:
                vars(layer)[name] = vars(layer)[name].astype(dtype)
        return self

    def averages(self) -> tuple[str, ...]:
        """Return the names of arrays that `forward` moves and no gradient: running averages."""
        return ()

    def _dtype(self) -> np.dtype[Any] | None:
        """The precision of the parameters; without any, None."""
        for _, layer, name in self.owners():
            dtype: np.dtype[Any] = vars(layer)[name].dtype
            return dtype
        return None

    def _checked(self, name: str, value: Any) -> RealArray:
        array, shape = finite(name, value), vars(self)[name].shape
        if array.shape != shape:
            raise ValueError(
                f"{name} of {type(self).__name__} must have shape {shape}; got shape {array.shape}"
            )
        return array.copy()

    def _received(self, x: Any) -> RealArray:
        """Return x as an array of the layer's precision, or say what is wrong with it."""
        name = f"x of {type(self).__name__}"
        array = finite(name, x)
        if not fits(array.shape, self.takes):
            wanted = f"{name} must have shape {shown_shape(self.takes)}"
            raise ValueError(f"{wanted}; got shape {array.shape}{_hint(array.shape, self.takes)}")
        dtype = self._dtype()
        if dtype is not None and array.dtype != dtype:
            check_fits(name, array, dtype)
            array = array.astype(dtype)
        return array

    def _arrived(self, delta: Any) -> RealArray:
        """Return delta as an array like the last output, or say what is wrong with it."""
        name = type(self).__name__
        if self._out is None:
            raise RuntimeError(f"{name}.backward answers for a forward, and there was none before it")
        shape, dtype = self._out
        array = finite(f"delta of {name}", delta)
        if array.shape != shape:
            wanted = f"delta of {name} must have the shape of what forward returned, {shape}"
            raise ValueError(f"{wanted}; got shape {array.shape}")
        return array.astype(dtype, copy=False)


Method = Callable[..., RealArray]


def _forward(method: Method) -> Method:
    @wraps(method)
    def forward(self: Layer, x: Any, *others: Any, **named: Any) -> RealArray:
        a = method(self, self._received(x), *others, **named)
        self._out = a.shape, a.dtype
        return a

    return forward


def _predict(method: Method) -> Method:
    @wraps(method)
    def predict(self: Layer, x: Any) -> RealArray:
        self._out = None  # there is no way back from here
        return method(self, self._received(x))

    return predict


def _backward(method: Method) -> Method:
    @wraps(method)
    def backward(self: Layer, delta: Any) -> RealArray:
        return method(self, self._arrived(delta))

    return backward


def flat(x: RealArray) -> RealArray:
    """Line up all places of all samples as columns: (n, …, m) becomes (n, … · m)."""
    return x.reshape(len(x), -1)


def family(layer: Layer) -> Iterator[Layer]:
    """Yield the layer and all layers inside it."""
    yield layer
    for child in layer.children.values():
        yield from family(child)


def takes_whole_numbers(layer: Layer) -> bool:
    """Say whether the first of the layers takes integers, which are looked up and not calculated with."""
    while layer.children:
        layer = next(iter(layer.children.values()))
    return layer.whole_numbers


def fits(shape: tuple[int, ...], takes: Takes) -> bool:
    """Say whether a shape is one that the layer takes, with no axis of length 0."""
    if ... in takes:
        place = takes.index(...)
        after = len(takes) - place - 1
        if len(shape) < len(takes) - 1:
            return False
        middle = ("…",) * (len(shape) - len(takes) + 1)
        takes = (*takes[:place], *middle, *takes[len(takes) - after :])
    pairs = zip_longest(shape, takes, fillvalue=-1)
    return all(size > 0 and (isinstance(wanted, str) or size == wanted) for size, wanted in pairs)


def shown_shape(takes: Takes) -> str:
    """Write a shape as (3, …, m)."""
    return f"({', '.join('…' if size is ... else str(size) for size in takes)})"


def _hint(shape: tuple[int, ...], takes: Takes) -> str:
    if len(shape) == 1 and fits((*shape, 1), takes):
        return "; x[:, None] is one sample, a column"
    if fits((*shape, 1), takes):
        return "; x[..., None] is one sample"
    if len(shape) > 2 and fits((*shape[1:], shape[0]), takes):
        return "; np.moveaxis(x, 0, -1) has the samples last"
    if len(shape) == 2 and fits(shape[::-1], takes):
        return "; x.T has samples in columns"
    return ""
