"""Layers, an output and a cost: what `train` can train."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from numpy.typing import ArrayLike, DTypeLike

from backprop._validate import RealArray, brief, check_fits, choice, finite
from backprop.activation_table import OUTPUTS
from backprop.costs import make_cost
from backprop.layers.composing import Sequential
from backprop.layers.layer import Layer, flat
from backprop.network import check_network


class Model:
    """Layers that end in an output and are judged by a cost, as a `Network` is.

    z = f_k(… f_1(x)), a = σ(z), and C = the mean of the columns' costs

    Of what has places, such as a sequence, each place of each sample is a column, with a target of its own.
    `train`, `predict` and `accuracy` take a model as they take a `Network`.

    Parameters
    ----------
    layers : list of at least one layer, or a `Sequential`
    output : "identity", "sigmoid", "softmax" or another activation
        What is done to the numbers that the last layer returns, column by column.
    cost : "quadratic" or "cross_entropy"
        ½ ‖y − a‖² a column, or the cross-entropy: binary for sigmoid outputs, categorical for softmax.

    Attributes
    ----------
    body : Sequential
        All layers.
    output : str

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described, or a cost does not go with the output.

    Examples
    --------
    >>> from backprop import Activation, Dense, accuracy, train
    >>> net = Model([Dense(2, 8, rng=2), Activation("tanh"), Dense(8, 2, rng=3)], "softmax", "cross_entropy")
    >>> x, y = [[0, 0, 1, 1], [0, 1, 0, 1]], [[1, 0, 0, 1], [0, 1, 1, 0]]
    >>> history = train(net, x, y, epochs=200, batch_size=None)
    >>> accuracy(net, x, y)
    1.0
    """

    def __init__(
        self, layers: Sequence[Layer] | Sequential, output: str = "identity", cost: str = "quadratic"
    ) -> None:
        self.body = layers if isinstance(layers, Sequential) else Sequential(layers)
        self._output = choice("output", output, OUTPUTS)
        self._cost = make_cost(cost, output)

    def __repr__(self) -> str:
        names = ", ".join(type(layer).__name__ for layer in self.body)
        return f"Model([{names}], output={self.output!r}, cost={self._cost.name!r})"

    @property
    def output(self) -> str:
        """The name of the output's activation."""
        return self._output

    @property
    def parameters(self) -> dict[str, RealArray]:
        """All parameters by name: `0.w` is w of the first layer."""
        return self.body.parameters

    def astype(self, dtype: DTypeLike) -> Model:
        """Give all parameters another precision, float32 or float64, and return the model.

        Raises
        ------
        TypeError
            If it is no precision of real numbers.
        """
        self.body.astype(dtype)
        return self

    def feedforward(self, x: ArrayLike) -> RealArray:
        """Return the output a for each sample, as in use: a `BatchNorm` takes its running averages.

        Parameters
        ----------
        x : array of a shape that the first layer takes, samples last

        Returns
        -------
        array of shape (n_out, …, m)

        Raises
        ------
        TypeError, ValueError
            If x does not fit the first layer, or what a layer returns the next one.
        """
        z = self._through(x, training=False)
        return self._activated(flat(z)).reshape(z.shape)

    def cost(self, x: ArrayLike, y: ArrayLike, *, training: bool = False) -> float:
        """Return the mean of the columns' costs.

        Parameters
        ----------
        x : array of a shape that the first layer takes, samples last
        y : array of shape (n_out, …, m), the targets
            For cross-entropy between 0 and 1; for softmax outputs each column must sum to 1.
        training : bool
            Whether a `BatchNorm` takes the mean and the variance of this batch, as while learning.

        Returns
        -------
        float

        Raises
        ------
        TypeError, ValueError
            If x or y has another shape, is not finite or out of range.
        """
        z = self._through(x, training)
        return float(self._costs(z, self._targets(y, z)).mean())

    def backprop(self, x: ArrayLike, y: ArrayLike) -> dict[str, RealArray]:
        """Return the gradient of the mean cost with respect to every parameter.

        δ = ∂C/∂z, divided by the number of columns (BP1), goes back through the layers.

        Parameters
        ----------
        x : array of a shape that the first layer takes, samples last
        y : array of shape (n_out, …, m), the targets
            For cross-entropy between 0 and 1; for softmax outputs each column must sum to 1.

        Returns
        -------
        dict from str to array
            Under the names, and of the shapes, of `parameters`.

        Raises
        ------
        TypeError, ValueError
            If x or y has another shape, is not finite or out of range.
        """
        z = self._through(x, training=True)
        self.body.backward(self._delta(z, self._targets(y, z)))
        return self.body.gradients

    def _through(self, x: Any, training: bool) -> RealArray:
        return self.body.forward(x) if training else self.body.predict(x)

    def _activated(self, z: RealArray) -> RealArray:
        return OUTPUTS[self.output](z)

    def _costs(self, z: RealArray, y: RealArray) -> RealArray:
        """Return the cost of each column."""
        columns = flat(z)
        costs: RealArray = self._cost.value(columns, self._activated(columns), flat(y))
        return costs

    def _delta(self, z: RealArray, y: RealArray) -> RealArray:
        columns = flat(z)
        delta: RealArray = self._cost.delta(columns, self._activated(columns), flat(y)) / columns.shape[1]
        return delta.reshape(z.shape)

    def _targets(self, y: ArrayLike, z: RealArray) -> RealArray:
        targets = checked_targets(self, "y", y)
        if targets.shape != z.shape:
            wanted = f"y must have the shape of what the last layer returns, {z.shape}"
            raise ValueError(f"{wanted}; got shape {targets.shape}")
        check_fits("y", targets, z.dtype)
        return targets.astype(z.dtype, copy=False)


def check_net(net: object) -> None:
    """Raise TypeError if the value is neither a network nor a model."""
    if isinstance(net, Layer):
        wanted = "net must be a Network or a Model"
        raise TypeError(f"{wanted}; got {brief(net)}; Model([…], output, cost) makes one of layers")
    if not isinstance(net, Model):
        check_network(net, "a Network or a Model")


def checked_targets(model: Model, name: str, y: ArrayLike) -> RealArray:
    """Return y as an array of targets for the model's cost, whatever its shape."""
    targets = finite(name, y)
    if targets.ndim < 2 or not targets.size:
        wanted = f"{name} must have shape (n_out, …, m), one target for each of m ≥ 1 samples"
        raise ValueError(f"{wanted}; got shape {targets.shape}")
    model._cost.check(flat(targets))
    return targets
