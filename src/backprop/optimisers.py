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

import numpy as np

from backprop._validate import RealArray
from backprop.optimiser import Optimiser, Setting

__all__ = ["OPTIMISERS", "SGD", "Adam", "AdamW", "Momentum", "Nesterov", "Optimiser", "RMSProp"]


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
