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

from typing import ClassVar

import numpy as np

from backprop._validate import RealArray, real


class Optimiser:
    """What all optimisers share: the state, and how it is begun."""

    STATE: ClassVar[tuple[str, ...]] = ()
    """The attributes that hold the state, arrays shaped like the parameters."""

    t: int = 0
    """How many steps were taken."""

    def reset(self, parameters: RealArray, weights: int | None = None) -> None:
        """Forget every step, and begin with a state of zeros for parameters of this shape.

        Parameters
        ----------
        parameters : array
        weights : integer, optional
            How many of the first entries are weights; the others are biases, which do not decay. All, unless
            it is given.
        """
        self.t = 0
        self.weights = slice(weights)
        self._scratch = np.empty_like(parameters)
        for name in self.STATE:
            setattr(self, name, np.zeros_like(parameters))

    def step(self, parameters: RealArray, gradient: RealArray, eta: float) -> None:
        """Take one step: change the parameters in place.

        Parameters
        ----------
        parameters, gradient : arrays of one shape
        eta : number
            The learning rate η.

        Raises
        ------
        ValueError
            If the shape is another than at the step before.
        """
        if self.t == 0 and getattr(self, "_scratch", parameters[:0]).shape != parameters.shape:
            self.reset(parameters)
        if self._scratch.shape != parameters.shape or gradient.shape != parameters.shape:
            shapes = f"parameters of shape {parameters.shape} and a gradient of shape {gradient.shape}"
            raise ValueError(f"this optimiser steps with arrays of shape {self._scratch.shape}; got {shapes}")
        self.t += 1
        self._move(parameters, gradient, eta)

    def _move(self, w: RealArray, g: RealArray, eta: float) -> None:
        raise NotImplementedError

    def __repr__(self) -> str:
        settings = ((name, value) for name, value in vars(self).items() if isinstance(value, float))
        return f"{type(self).__name__}({', '.join(f'{name}={value:g}' for name, value in settings)})"


class SGD(Optimiser):
    """Stochastic gradient descent: straight down the gradient of the mini-batch.

    w ← w − η g

    Examples
    --------
    >>> w = np.array([1.0, 2.0])
    >>> SGD().step(w, gradient=np.array([10.0, -10.0]), eta=0.1)
    >>> print(w)
    [0. 3.]
    """

    def _move(self, w: RealArray, g: RealArray, eta: float) -> None:
        w -= np.multiply(g, eta, out=self._scratch)


class Momentum(Optimiser):
    """Gradient descent with a velocity, which gathers speed where the gradient keeps its direction.

    v ← β v − η g
    w ← w + v

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

    def __init__(self, beta: float = 0.9) -> None:
        self.beta = real("beta", beta, least=0, below=1)

    def _move(self, w: RealArray, g: RealArray, eta: float) -> None:
        self.v *= self.beta
        self.v -= np.multiply(g, eta, out=self._scratch)
        w += self.v


class Nesterov(Optimiser):
    """Momentum that takes the gradient where the velocity is about to lead.

    v ← β v − η g
    w ← w + β v − η g

    This is v ← β v − η ∇C(u + β v), u ← u + v, written for the point w = u + β v, where the gradient is
    taken: w is what the network holds.

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

    def __init__(self, beta: float = 0.9) -> None:
        self.beta = real("beta", beta, least=0, below=1)

    def _move(self, w: RealArray, g: RealArray, eta: float) -> None:
        downhill = np.multiply(g, -eta, out=self._scratch)
        w += downhill
        self.v *= self.beta
        self.v += downhill
        w += np.multiply(self.v, self.beta, out=self._scratch)


class RMSProp(Optimiser):
    """A step of its own length for each parameter: the gradient, divided by its usual size.

    s ← β s + (1 − β) g²
    w ← w − η g / (√s + ε)

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

    def __init__(self, beta: float = 0.9, epsilon: float = 1e-8) -> None:
        self.beta = real("beta", beta, least=0, below=1)
        self.epsilon = real("epsilon", epsilon, above=0)

    def _move(self, w: RealArray, g: RealArray, eta: float) -> None:
        scratch = self._scratch
        np.multiply(g, g, out=scratch)
        scratch *= 1 - self.beta
        self.s *= self.beta
        self.s += scratch

        np.sqrt(self.s, out=scratch)
        scratch += self.epsilon
        np.divide(g, scratch, out=scratch)
        scratch *= eta
        w -= scratch


class Adam(Optimiser):
    """Momentum and RMSProp together, with the start of both running means corrected.

    m ← β₁ m + (1 − β₁) g,   m̂ = m / (1 − β₁^t)
    v ← β₂ v + (1 − β₂) g²,  v̂ = v / (1 − β₂^t)
    w ← w − η m̂ / (√v̂ + ε)

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

    def __init__(self, beta_1: float = 0.9, beta_2: float = 0.999, epsilon: float = 1e-8) -> None:
        self.beta_1 = real("beta_1", beta_1, least=0, below=1)
        self.beta_2 = real("beta_2", beta_2, least=0, below=1)
        self.epsilon = real("epsilon", epsilon, above=0)

    def _move(self, w: RealArray, g: RealArray, eta: float) -> None:
        scratch = self._scratch
        self.m *= self.beta_1
        self.m += np.multiply(g, 1 - self.beta_1, out=scratch)

        np.multiply(g, g, out=scratch)
        scratch *= 1 - self.beta_2
        self.v *= self.beta_2
        self.v += scratch

        np.divide(self.v, 1 - self.beta_2**self.t, out=scratch)  # v̂
        np.sqrt(scratch, out=scratch)
        scratch += self.epsilon
        np.divide(self.m, scratch, out=scratch)
        scratch *= eta / (1 - self.beta_1**self.t)  # η m̂ / (√v̂ + ε)
        w -= scratch


class AdamW(Adam):
    """Adam with weight decay of its own: the weights shrink beside the step, not through the gradient.

    w ← w − η λ w for the weights, and then w ← w − η m̂ / (√v̂ + ε) as Adam

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

    def __init__(
        self,
        beta_1: float = 0.9,
        beta_2: float = 0.999,
        epsilon: float = 1e-8,
        decay: float = 0.01,
    ) -> None:
        super().__init__(beta_1, beta_2, epsilon)
        self.decay = real("decay", decay, least=0)

    def _move(self, w: RealArray, g: RealArray, eta: float) -> None:
        w[self.weights] *= 1 - eta * self.decay
        super()._move(w, g, eta)


OPTIMISERS: dict[str, type[Optimiser]] = {
    "sgd": SGD,
    "momentum": Momentum,
    "nesterov": Nesterov,
    "rmsprop": RMSProp,
    "adam": Adam,
    "adamw": AdamW,
}
