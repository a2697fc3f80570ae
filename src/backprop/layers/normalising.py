"""Layers that bring numbers to one scale, and learn which scale they are to have then."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np

from backprop._validate import RealArray, real, whole
from backprop.layers.layer import Layer, flat


class _Standardised(Layer):
    """What layers share that take off a mean and divide by a deviation, each along an axis of its own."""

    NAMES = ("gamma", "beta")
    AXIS: ClassVar[int]
    gamma: RealArray
    beta: RealArray
    x_hat: RealArray
    root: RealArray

    def backward(self, delta: RealArray) -> RealArray:
        """∂C/∂x = (g − mean(g) − x̂ mean(g x̂)) / √(σ² + ε), g = γ δ."""
        columns = flat(delta)
        self.nabla_gamma = (columns * self.x_hat).sum(axis=1, keepdims=True)
        self.nabla_beta = columns.sum(axis=1, keepdims=True)
        g = self.gamma * columns
        through_mean = g.mean(axis=self.AXIS, keepdims=True)
        through_variance = self.x_hat * (g * self.x_hat).mean(axis=self.AXIS, keepdims=True)
        onward: RealArray = (g - through_mean - through_variance) / self.root
        return onward.reshape(delta.shape)


class BatchNorm(_Standardised):
    """Give each feature mean 0 and variance 1 over the batch, then the scale γ and the shift β.

    x̂ = (x − μ) / √(σ² + ε) and a = γ x̂ + β, with the mean μ and the variance σ² of a feature over all
    samples, and all places if x has some   (Ioffe and Szegedy, 2015)

    Backward: with g = γ δ and means taken as μ is, ∂C/∂x = (g − mean(g) − x̂ mean(g x̂)) / √(σ² + ε); the
    two means are the paths through μ and σ². ∂C/∂γ = Σ δ x̂ and ∂C/∂β = Σ δ.

    `predict` takes running averages for μ and σ², which each `forward` moves:
    r ← keep · r + (1 − keep) · that of the batch, for σ² the unbiased one, k/(k − 1) σ² of k values.

    Parameters
    ----------
    n : positive integer
        x, a and delta have one shape, (n, …, m), with at least two values of each feature.
    keep : number, 0 ≤ keep < 1
        The part of the running averages that is kept; PyTorch's momentum is 1 − keep.
    epsilon : positive number
        Keeps the quotient finite.

    Attributes
    ----------
    gamma, nabla_gamma, beta, nabla_beta : arrays of shape (n, 1)
    running_mean, running_variance : arrays of shape (n, 1), at first 0 and 1

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described; on the way forward, if each feature has a single value.

    Examples
    --------
    >>> layer = BatchNorm(1, epsilon=1e-12)
    >>> print(layer.forward([[1, 3]]).round(6), layer.running_mean, layer.predict([[0.2, 2.2]]).round(3))
    [[-1.  1.]] [[0.2]] [[0.    1.907]]
    """

    AXIS = 1  # along the samples

    def __init__(self, n: int, *, keep: float = 0.9, epsilon: float = 1e-5):
        n = whole("n", n)
        self.keep, self.epsilon = real("keep", keep, least=0, below=1), real("epsilon", epsilon, above=0)
        self.gamma, self.beta = np.ones((n, 1)), np.zeros((n, 1))
        self.running_mean, self.running_variance = np.zeros((n, 1)), np.ones((n, 1))
        self.takes = (n, ..., "m")

    def forward(self, x: RealArray) -> RealArray:
        """a = γ x̂ + β, x̂ = (x − μ) / √(σ² + ε)."""
        columns = flat(x)
        mean = columns.mean(axis=1, keepdims=True)
        variance = columns.var(axis=1, keepdims=True)
        self._follow(mean, variance, columns.shape[1])
        self.root = np.sqrt(variance + self.epsilon)
        self.x_hat = (columns - mean) / self.root
        a: RealArray = self.gamma * self.x_hat + self.beta
        return a.reshape(x.shape)

    def predict(self, x: RealArray) -> RealArray:
        """a = γ x̂ + β, with the running averages for μ and σ²."""
        root = np.sqrt(self.running_variance + self.epsilon)
        x_hat = (flat(x) - self.running_mean) / root
        a: RealArray = self.gamma * x_hat + self.beta
        return a.reshape(x.shape)

    def _follow(self, mean: RealArray, variance: RealArray, count: int) -> None:
        if count < 2:
            wanted = "x of BatchNorm must have at least two values of each feature to have a variance"
            raise ValueError(f"{wanted}; got one. A batch of a single sample can go through predict")
        unbiased = variance * (count / (count - 1))
        for running, of_batch in ((self.running_mean, mean), (self.running_variance, unbiased)):
            running *= self.keep
            running += (1 - self.keep) * of_batch

    def averages(self) -> tuple[str, ...]:
        """Return the names of the running averages."""
        return "running_mean", "running_variance"


class LayerNorm(_Standardised):
    """Give each column mean 0 and variance 1 over its features, then to each feature a scale γ and a shift β.

    x̂ = (x − μ) / √(σ² + ε) and a = γ x̂ + β, with the mean μ and the variance σ² of the n features of one
    sample, at one place   (Ba, Kiros and Hinton, 2016)

    Backward: with g = γ δ and means over the features, ∂C/∂x = (g − mean(g) − x̂ mean(g x̂)) / √(σ² + ε).
    ∂C/∂γ = Σ δ x̂ and ∂C/∂β = Σ δ, over all samples and places.

    Parameters
    ----------
    n : positive integer
        x, a and delta have one shape, (n, …, m).
    epsilon : positive number
        Keeps the quotient finite.

    Attributes
    ----------
    gamma, nabla_gamma, beta, nabla_beta : arrays of shape (n, 1)

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described.

    Examples
    --------
    >>> LayerNorm(2, epsilon=1e-12).forward([[1], [3]]).round(6).ravel()
    array([-1.,  1.])
    """

    AXIS = 0  # along the features

    def __init__(self, n: int, *, epsilon: float = 1e-5):
        n = whole("n", n)
        self.epsilon = real("epsilon", epsilon, above=0)
        self.gamma, self.beta = np.ones((n, 1)), np.zeros((n, 1))
        self.takes = (n, ..., "m")

    def forward(self, x: RealArray) -> RealArray:
        """a = γ x̂ + β, x̂ = (x − μ) / √(σ² + ε)."""
        columns = flat(x)
        mean = columns.mean(axis=0)
        self.root = np.sqrt(columns.var(axis=0) + self.epsilon)
        self.x_hat = (columns - mean) / self.root
        a: RealArray = self.gamma * self.x_hat + self.beta
        return a.reshape(x.shape)


class RMSNorm(Layer):
    """Give each column the root mean square 1, then to each feature a scale γ: a LayerNorm without the mean.

    x̂ = x / √(mean(x²) + ε) and a = γ x̂, with the mean over the n features of one sample, at one place
    (Zhang and Sennrich, 2019)

    Backward: with g = γ δ and means over the features, ∂C/∂x = (g − x̂ mean(g x̂)) / √(mean(x²) + ε).
    ∂C/∂γ = Σ δ x̂, over all samples and places.

    Parameters
    ----------
    n : positive integer
        x, a and delta have one shape, (n, …, m).
    epsilon : positive number
        Keeps the quotient finite.

    Attributes
    ----------
    gamma, nabla_gamma : arrays of shape (n, 1)

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described.

    Examples
    --------
    >>> RMSNorm(2, epsilon=1e-12).forward([[1], [7]]).round(6).ravel()
    array([0.2, 1.4])
    """

    NAMES = ("gamma",)
    gamma: RealArray

    def __init__(self, n: int, *, epsilon: float = 1e-5):
        n = whole("n", n)
        self.epsilon = real("epsilon", epsilon, above=0)
        self.gamma = np.ones((n, 1))
        self.takes = (n, ..., "m")

    def forward(self, x: RealArray) -> RealArray:
        """a = γ x̂, x̂ = x / √(mean(x²) + ε)."""
        columns = flat(x)
        self.root: Any = np.sqrt((columns**2).mean(axis=0) + self.epsilon)
        self.x_hat = columns / self.root
        a: RealArray = self.gamma * self.x_hat
        return a.reshape(x.shape)

    def backward(self, delta: RealArray) -> RealArray:
        """∂C/∂x = (g − x̂ mean(g x̂)) / √(mean(x²) + ε), g = γ δ."""
        columns = flat(delta)
        self.nabla_gamma = (columns * self.x_hat).sum(axis=1, keepdims=True)
        g = self.gamma * columns
        through_square = self.x_hat * (g * self.x_hat).mean(axis=0)
        onward: RealArray = (g - through_square) / self.root
        return onward.reshape(delta.shape)
