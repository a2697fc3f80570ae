"""What all optimisers share; what each of them does is in `backprop.optimisers`.

What a step is called with is checked here, so that an optimiser's own methods are its equations.
"""

import math
from typing import Any, ClassVar

import numpy as np

from backprop._validate import RealArray, brief, real, shown, whole

BLOCK = 32768
"""So many parameters are moved at once: what they need still fits into the processor's cache."""
_WITH_A_STEP = ("SGD()", "Momentum()", "Nesterov()", "RMSProp()", "Adam()", "AdamW()")


class Setting:
    """A number that an optimiser is made with; a new value is checked like the first."""

    def __init__(self, **bounds: float) -> None:
        self.bounds = bounds

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, optimiser: object, owner: type | None = None) -> Any:
        return self if optimiser is None else vars(optimiser)[self.name]

    def __set__(self, optimiser: object, value: float) -> None:
        vars(optimiser)[self.name] = real(self.name, value, **self.bounds)


class Optimiser:
    """What all optimisers share: the state, how it is begun, and that a long vector is moved in blocks."""

    STATE: ClassVar[tuple[str, ...]] = ()
    """The attributes that hold the state, arrays shaped like the parameters."""

    _t: int = 0
    _shape: tuple[int, ...] | None = None
    _dtype: np.dtype[Any] | None = None

    def __init__(self) -> None:
        if type(self) is Optimiser:
            raise TypeError(self._no_step())

    @property
    def t(self) -> int:
        """How many steps were taken."""
        return self._t

    def reset(self, parameters: RealArray, weights: int | None = None) -> None:
        """Forget every step, and begin with a state of zeros for parameters of this shape.

        Parameters
        ----------
        parameters : array
        weights : integer, optional
            How many of the first entries are weights; the others are biases, which do not decay. All, unless
            it is given.

        Raises
        ------
        TypeError, ValueError
            If the parameters are no array of floats, or weights is no number of them.
        """
        _check_floats(parameters)
        if weights is not None and whole("weights", weights, 0) > parameters.size:
            raise ValueError(
                f"weights must be at most {parameters.size}, as there are parameters; got {brief(weights)}"
            )
        self._t = 0
        self._shape, self._dtype = parameters.shape, parameters.dtype
        self._weights: Any = ... if weights is None else slice(weights)
        self._blocks: list[Any] = [...]
        if parameters.ndim == 1 and parameters.size > BLOCK:
            self._blocks = [slice(start, start + BLOCK) for start in range(0, parameters.size, BLOCK)]
        self._scratch: RealArray = np.empty_like(parameters[self._blocks[0]])
        for name in self.STATE:
            setattr(self, name, np.zeros_like(parameters))

    def step(self, parameters: RealArray, gradient: RealArray, eta: float) -> None:
        """Take one step: change the parameters in place.

        The entries of the gradient are not looked at: NaN or an infinity makes parameters of its kind.

        Parameters
        ----------
        parameters, gradient : arrays of one shape
        eta : number, not negative
            The learning rate η.

        Raises
        ------
        TypeError
            If the parameters are no array of floats, or of another precision than at the step before; if the
            gradient is no array of real numbers, or eta no number.
        ValueError
            If the shape is another than at the step before; if the parameters are read-only, or eta is
            negative or not finite.
        """
        self._check(parameters, gradient)
        if not (type(eta) is float and 0 <= eta < math.inf):  # the others take longer
            eta = real("eta", eta, least=0)
        if gradient.dtype is not parameters.dtype:  # the squares of short numbers would overflow
            gradient = gradient.astype(np.result_type(gradient, parameters), copy=False)
        if self._shape is None:
            self.reset(parameters)
        self._t += 1
        self._decay(parameters, eta)
        state = [getattr(self, name) for name in self.STATE]
        for block in self._blocks:
            w = parameters[block]
            scratch = self._scratch[: len(w)] if w.ndim else self._scratch
            self._move(w, gradient[block], eta, scratch, *[array[block] for array in state])

    def _check(self, parameters: RealArray, gradient: RealArray) -> None:
        """Refuse what cannot be used, but look at no entry: `train` comes here in every step."""
        if type(parameters) is not np.ndarray or parameters.dtype is not self._dtype:
            self._check_precision(parameters)
        if not parameters.flags.writeable:
            raise ValueError("parameters must be an array that may be changed; got a read-only one")
        if not isinstance(gradient, np.ndarray) or isinstance(gradient, np.ma.MaskedArray):
            raise TypeError(f"gradient must be an array; got {shown(gradient)}")
        if gradient.dtype is not parameters.dtype and gradient.dtype.kind not in "fiu":
            raise TypeError(f"gradient must be an array of real numbers; got {shown(gradient)}")
        shape = parameters.shape if self._shape is None else self._shape
        if parameters.shape != shape or gradient.shape != shape:
            shapes = f"parameters of shape {parameters.shape} and a gradient of shape {gradient.shape}"
            raise ValueError(f"this optimiser steps with arrays of shape {shape}; got {shapes}")

    def _check_precision(self, parameters: RealArray) -> None:
        _check_floats(parameters)
        if self._dtype is not None and parameters.dtype != self._dtype:
            got = f"got parameters of {parameters.dtype}. reset begins anew"
            raise TypeError(f"this optimiser steps with parameters of {self._dtype}; {got}")

    def _decay(self, parameters: RealArray, eta: float) -> None:
        """Let the weights shrink beside the step; only AdamW does."""

    def _move(self, w: RealArray, g: RealArray, eta: float, *arrays: RealArray) -> None:
        """Move a block of the parameters; `arrays`, of its shape, are one to calculate in and the state."""
        raise NotImplementedError(self._no_step())

    def _no_step(self) -> str:
        return f"{type(self).__name__} has no step of its own; {', '.join(_WITH_A_STEP)} have"

    def __repr__(self) -> str:
        settings = ((name, value) for name, value in vars(self).items() if isinstance(value, float))
        return f"{type(self).__name__}({', '.join(f'{name}={value:g}' for name, value in settings)})"


def _check_floats(parameters: RealArray) -> None:
    masked = isinstance(parameters, np.ma.MaskedArray)
    if masked or not isinstance(parameters, np.ndarray) or parameters.dtype.kind != "f":
        wanted = "parameters must be an array of floats, which is changed in place"
        raise TypeError(f"{wanted}; got {shown(parameters)}")
