"""Optimisers: what becomes of the parameters when the gradient is known.

Each changes an array of parameters in place, given the gradient of the cost with respect to them, and keeps
its state (a velocity, running means) in arrays of that shape. `train` keeps all weights and biases of a
network in one long vector, so that one call takes one step.

The letters: w parameters, g = ∇C(w), η the learning rate, t = 1, 2, … the number of the step; products,
quotients and roots of vectors are taken entry by entry.

| class    | source                                                                                        |
| -------- | --------------------------------------------------------------------------------------------- |
| SGD      | Robbins and Monro, 1951                                                                       |
| Momentum | Polyak, 1964                                                                                  |
| Nesterov | Nesterov, 1983, in the form of Sutskever, Martens, Dahl and Hinton, 2013                      |
| RMSProp  | Tieleman and Hinton, lecture 6.5 of Neural Networks for Machine Learning, 2012                |
| Adam     | Kingma and Ba, 2015                                                                           |
| AdamW    | Loshchilov and Hutter, 2019                                                                   |
"""

import math
from typing import Any, ClassVar

import numpy as np

from backprop._validate import RealArray, brief, real, shown, whole

BLOCK = 32768
"""So many parameters are moved at once: what they need still fits into the processor's cache."""


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
        names = ", ".join(f"{name.__name__}()" for name in OPTIMISERS.values())
        return f"{type(self).__name__} has no step of its own; {names} have"

    def __repr__(self) -> str:
        settings = ((name, value) for name, value in vars(self).items() if isinstance(value, float))
        return f"{type(self).__name__}({', '.join(f'{name}={value:g}' for name, value in settings)})"


def _check_floats(parameters: RealArray) -> None:
    masked = isinstance(parameters, np.ma.MaskedArray)
    if masked or not isinstance(parameters, np.ndarray) or parameters.dtype.kind != "f":
        wanted = "parameters must be an array of floats, which is changed in place"
        raise TypeError(f"{wanted}; got {shown(parameters)}")


class SGD(Optimiser):
    """Stochastic gradient descent: straight down the gradient of the mini-batch.

    w ← w − η g   (Robbins and Monro, 1951)

    Examples
    --------
    >>> w = np.array([1.0, 2.0])
    >>> SGD().step(w, gradient=np.array([10.0, -10.0]), eta=0.1)
    >>> print(w)
    [0. 3.]
    """

    def _move(self, w: RealArray, g: RealArray, eta: float, *arrays: RealArray) -> None:
        (scratch,) = arrays
        w -= np.multiply(g, eta, out=scratch)


class Momentum(Optimiser):
    """Gradient descent with a velocity, which gathers speed where the gradient keeps its direction.

    v ← β v − η g
    w ← w + v   (Polyak, 1964)

    Parameters
    ----------
    beta : number, 0 ≤ beta < 1
        The part of the velocity that is kept.

    Raises
    ------
    TypeError, ValueError
        If beta is not as described.

    Examples
    --------
    >>> w, optimiser = np.array([0.0]), Momentum(beta=0.5)
    >>> for _ in range(3):
    ...     optimiser.step(w, gradient=np.array([-1.0]), eta=1)
    ...     print(w)
    [1.]
    [2.5]
    [4.25]
    """

    STATE = ("v",)
    v: RealArray
    beta = Setting(least=0, below=1)

    def __init__(self, beta: float = 0.9) -> None:
        self.beta = beta

    def _move(self, w: RealArray, g: RealArray, eta: float, *arrays: RealArray) -> None:
        scratch, v = arrays
        v *= self.beta
        v -= np.multiply(g, eta, out=scratch)
        w += v


class Nesterov(Optimiser):
    """Momentum that takes the gradient where the velocity is about to lead.

    v ← β v − η g
    w ← w + β v − η g

    This is v ← β v − η ∇C(u + β v), u ← u + v (Nesterov, 1983, in the form of Sutskever and others, 2013),
    written for the point w = u + β v, where the gradient is taken: w is what the network holds.

    Parameters
    ----------
    beta : number, 0 ≤ beta < 1
        The part of the velocity that is kept.

    Raises
    ------
    TypeError, ValueError
        If beta is not as described.

    Examples
    --------
    >>> w, optimiser = np.array([0.0]), Nesterov(beta=0.5)
    >>> for _ in range(3):
    ...     optimiser.step(w, gradient=np.array([-1.0]), eta=1)
    ...     print(w)
    [1.5]
    [3.25]
    [5.125]
    """

    STATE = ("v",)
    v: RealArray
    beta = Setting(least=0, below=1)

    def __init__(self, beta: float = 0.9) -> None:
        self.beta = beta

    def _move(self, w: RealArray, g: RealArray, eta: float, *arrays: RealArray) -> None:
        scratch, v = arrays
        step = np.multiply(g, eta, out=scratch)
        v *= self.beta
        v -= step
        w -= step
        w += np.multiply(v, self.beta, out=scratch)


class RMSProp(Optimiser):
    """A step of its own length for each parameter: the gradient, divided by its usual size.

    s ← β s + (1 − β) g²
    w ← w − η g / (√s + ε)   (Tieleman and Hinton, 2012, lecture 6.5)

    Parameters
    ----------
    beta : number, 0 ≤ beta < 1
        How slowly the mean square s follows.
    epsilon : positive number
        Keeps the quotient finite.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described.

    Examples
    --------
    >>> w = np.array([0.0, 0.0])
    >>> RMSProp(beta=0.75).step(w, gradient=np.array([1.0, -1000.0]), eta=1)
    >>> print(w.round(3))
    [-2.  2.]
    """

    STATE = ("s",)
    s: RealArray
    beta = Setting(least=0, below=1)
    epsilon = Setting(above=0)

    def __init__(self, beta: float = 0.9, epsilon: float = 1e-8) -> None:
        self.beta = beta
        self.epsilon = epsilon

    def _move(self, w: RealArray, g: RealArray, eta: float, *arrays: RealArray) -> None:
        scratch, s = arrays
        np.multiply(g, g, out=scratch)
        scratch *= 1 - self.beta
        s *= self.beta
        s += scratch

        np.sqrt(s, out=scratch)
        scratch += self.epsilon
        np.divide(g, scratch, out=scratch)
        scratch *= eta
        w -= scratch


class Adam(Optimiser):
    """Momentum and RMSProp together, with the start of both running means corrected.

    m ← β₁ m + (1 − β₁) g,   m̂ = m / (1 − β₁^t)
    v ← β₂ v + (1 − β₂) g²,  v̂ = v / (1 − β₂^t)
    w ← w − η m̂ / (√v̂ + ε)   (Kingma and Ba, 2015)

    Parameters
    ----------
    beta_1, beta_2 : numbers, 0 ≤ beta < 1
        How slowly the mean m of the gradients and the mean v of their squares follow.
    epsilon : positive number
        Keeps the quotient finite.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described.

    Examples
    --------
    >>> w = np.array([0.0, 0.0])
    >>> Adam().step(w, gradient=np.array([1.0, -1000.0]), eta=0.001)
    >>> print(w.round(6))
    [-0.001  0.001]
    """

    STATE = ("m", "v")
    m: RealArray
    v: RealArray
    beta_1 = Setting(least=0, below=1)
    beta_2 = Setting(least=0, below=1)
    epsilon = Setting(above=0)

    def __init__(self, beta_1: float = 0.9, beta_2: float = 0.999, epsilon: float = 1e-8) -> None:
        self.beta_1, self.beta_2 = beta_1, beta_2
        self.epsilon = epsilon

    def _move(self, w: RealArray, g: RealArray, eta: float, *arrays: RealArray) -> None:
        scratch, m, v = arrays
        m *= self.beta_1
        m += np.multiply(g, 1 - self.beta_1, out=scratch)

        np.multiply(g, g, out=scratch)
        scratch *= 1 - self.beta_2
        v *= self.beta_2
        v += scratch

        np.divide(v, 1 - self.beta_2**self.t, out=scratch)  # v̂
        np.sqrt(scratch, out=scratch)
        scratch += self.epsilon
        np.divide(m, scratch, out=scratch)
        scratch *= eta / (1 - self.beta_1**self.t)  # η m̂ / (√v̂ + ε)
        w -= scratch


class AdamW(Adam):
    """Adam with weight decay of its own: the weights shrink beside the step, not through the gradient.

    w ← w − η λ w for the weights, then w ← w − η m̂ / (√v̂ + ε) as Adam   (Loshchilov and Hutter, 2019)

    Parameters
    ----------
    beta_1, beta_2, epsilon : numbers, as for Adam
    decay : number, not negative
        λ. Biases do not decay.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described.

    Examples
    --------
    >>> w = np.array([100.0])
    >>> AdamW(decay=0.5).step(w, gradient=np.array([0.0]), eta=0.1)
    >>> print(w)
    [95.]
    """

    decay = Setting(least=0)

    def __init__(
        self,
        beta_1: float = 0.9,
        beta_2: float = 0.999,
        epsilon: float = 1e-8,
        decay: float = 0.01,
    ) -> None:
        super().__init__(beta_1, beta_2, epsilon)
        self.decay = decay

    def _decay(self, parameters: RealArray, eta: float) -> None:
        parameters[self._weights] *= 1 - eta * self.decay


OPTIMISERS: dict[str, type[Optimiser]] = {
    "sgd": SGD,
    "momentum": Momentum,
    "nesterov": Nesterov,
    "rmsprop": RMSProp,
    "adam": Adam,
    "adamw": AdamW,
}
