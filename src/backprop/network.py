"""A network of layers: the forward pass, and backpropagation with the four equations BP1 to BP4.

Layers are numbered from 1 (the input) to L (the output). Samples are columns.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike

from backprop._validate import (
    Array,
    brief,
    check_count,
    check_fits,
    choice,
    generator,
    index,
    layer_arrays,
    samples,
    shown,
)
from backprop.activation_table import ACTIVATIONS, OUTPUTS
from backprop.costs import make_cost
from backprop.initialisers import initialise

FIXED = ("sizes", "hidden", "output", "cost")
"""What a network is made with, and keeps."""


class Network:
    """A fully connected network that can say how its cost answers a nudge of each weight and bias.

    z^l = W^l a^(l−1) + b^l and a^l = σ(z^l), for the layers l = 2, …, L, from a^1 = x

    Parameters
    ----------
    sizes : list of at least two positive integers
        The number of neurons in each layer: n_1 inputs, …, n_L outputs.
    hidden : "sigmoid", "tanh", "relu", "leaky_relu", "silu", "gelu" or "identity"
        The activation of the layers between the first and the last.
    output : one of these, or "softmax"
        The activation of the last layer.
    cost : "quadratic" or "cross_entropy"
        ½ ‖y − a^L‖² a sample, or the cross-entropy: binary for sigmoid outputs, categorical for softmax.
    init : "normal", "small", "nielsen", "xavier", "he" or "zeros"
        How large the first weights and biases are: see `backprop.initialisers`.
    rng : integer (a seed) or numpy Generator

    Attributes
    ----------
    sizes, hidden, output
        As given. Like the cost, they are fixed.
    weights : list of arrays of shape (n_l, n_{l−1}), for l = 2, …, L
    biases : list of arrays of shape (n_l, 1)
        Both may be assigned. Their precision is the network's, and x and y are converted to it. For float32:
        `net.weights = [w.astype(np.float32) for w in net.weights]`, and the same for the biases.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described, or a cost does not go with the output.

    Examples
    --------
    >>> net = Network([2, 3, 1], rng=0)
    >>> net
    Network([2, 3, 1], hidden='sigmoid', output='sigmoid', cost='quadratic')
    >>> net.feedforward([[0, 0, 1, 1], [0, 1, 0, 1]]).shape
    (1, 4)
    """

    def __init__(
        self,
        sizes: Sequence[int],
        *,
        hidden: str = "sigmoid",
        output: str = "sigmoid",
        cost: str = "quadratic",
        init: str = "normal",
        rng: int | np.random.Generator = 0,
    ) -> None:
        self._sizes = _checked_sizes(sizes)
        self._hidden = choice("hidden", hidden, ACTIVATIONS)
        self._output = choice("output", output, OUTPUTS)
        self._slope = ACTIVATIONS[hidden].slope
        self._cost = make_cost(cost, output)
        self._weights, self._biases = initialise(init, self._sizes, generator(rng))

    def __setattr__(self, name: str, value: object) -> None:
        if name in FIXED:  # the slope, the cost's δ and the arrays' shapes belong to it
            another = "Network(sizes)" if name == "sizes" else f"Network(sizes, {name}=…)"
            raise AttributeError(f"{name} is fixed: {another} makes another network; got {brief(value)}")
        super().__setattr__(name, value)

    def __repr__(self) -> str:
        names = f"hidden={self.hidden!r}, output={self.output!r}, cost={self._cost.name!r}"
        return f"Network({self.sizes}, {names})"

    @property
    def sizes(self) -> list[int]:
        """The number of neurons in each layer, n_1, …, n_L."""
        return list(self._sizes)

    @property
    def hidden(self) -> str:
        """The name of the hidden layers' activation."""
        return self._hidden

    @property
    def output(self) -> str:
        """The name of the last layer's activation."""
        return self._output

    @property
    def weights(self) -> list[Array]:
        """The matrices W^2, …, W^L."""
        return self._weights

    @weights.setter
    def weights(self, arrays: Sequence[ArrayLike]) -> None:
        self._weights = [w.copy() for w in self._checked_weights(arrays)]

    @property
    def biases(self) -> list[Array]:
        """The columns b^2, …, b^L."""
        return self._biases

    @biases.setter
    def biases(self, arrays: Sequence[ArrayLike]) -> None:
        self._biases = [b.copy() for b in self._checked_biases(arrays)]

    def feedforward(self, x: ArrayLike) -> Array:
        """Return the network's output a^L for each sample.

        Parameters
        ----------
        x : array of shape (n_1, m), one column a sample

        Returns
        -------
        array of shape (n_L, m)

        Raises
        ------
        TypeError, ValueError
            If x, or an assigned weight or bias, has another shape or is not finite.
        """
        _, activations = self.forward_pass(x)
        return activations[len(self.sizes)]

    @np.errstate(under="ignore")  # what is too small for a float is 0
    def forward_pass(self, x: ArrayLike) -> tuple[dict[int, Array], dict[int, Array]]:
        """Return all that the layers compute from x to a^L, by the number of the layer.

        z^l = W^l a^(l−1) + b^l and a^l = σ(z^l)

        Parameters
        ----------
        x : array of shape (n_1, m), one column a sample

        Returns
        -------
        zs : dict from l = 2, …, L to z^l, of shape (n_l, m)
        activations : dict from l = 1, …, L to a^l, of shape (n_l, m), where a^1 is x

        Raises
        ------
        TypeError, ValueError
            If x, or an assigned weight or bias, has another shape or is not finite.
        """
        weights, biases = self._by_layer()
        zs: dict[int, Array] = {}
        x, dtype = samples("x", x, self.sizes[0]), weights[2].dtype
        check_fits("x", x, dtype)
        activations = {1: x.astype(dtype)}
        for layer in weights:
            zs[layer] = weights[layer] @ activations[layer - 1] + biases[layer]
            activations[layer] = self._activation(layer)(zs[layer])
        return zs, activations

    @np.errstate(under="ignore")  # what is too small for a float is 0
    def cost(self, x: ArrayLike, y: ArrayLike) -> float:
        """Return the mean of the samples' costs.

        Parameters
        ----------
        x : array of shape (n_1, m), one column a sample
        y : array of shape (n_L, m), the targets
            For cross-entropy between 0 and 1; for softmax outputs each column must sum to 1.

        Returns
        -------
        float

        Raises
        ------
        TypeError, ValueError
            If x, y, or an assigned weight or bias, has another shape, is not finite or out of range.
        """
        zs, activations = self.forward_pass(x)
        last = len(self.sizes)
        y = self._targets(y, activations[last])
        return float(self._cost.value(zs[last], activations[last], y).mean())

    @np.errstate(under="ignore")  # what is too small for a float is 0
    def backprop(self, x: ArrayLike, y: ArrayLike) -> tuple[list[Array], list[Array]]:
        """Return the gradient of the mean cost with respect to every bias and weight.

        δ^L = ∇_a C ⊙ σ'(z^L) (BP1), δ^l = ((W^(l+1))ᵀ δ^(l+1)) ⊙ σ'(z^l) (BP2),
        ∂C/∂b^l = the sum of the columns of δ^l (BP3), ∂C/∂W^l = δ^l (a^(l−1))ᵀ (BP4);
        the 1/m of the mean cost C is in δ.

        Parameters
        ----------
        x : array of shape (n_1, m), one column a sample
        y : array of shape (n_L, m), the targets
            For cross-entropy between 0 and 1; for softmax outputs each column must sum to 1.

        Returns
        -------
        nabla_b : list of arrays like `biases`
        nabla_w : list of arrays like `weights`

        Raises
        ------
        TypeError, ValueError
            If x, y, or an assigned weight or bias, has another shape, is not finite or out of range.
        """
        weights, _ = self._by_layer()
        zs, activations = self.forward_pass(x)
        last = len(self.sizes)
        y = self._targets(y, activations[last])
        m = y.shape[1]

        nabla_b, nabla_w = {}, {}
        for layer in range(last, 1, -1):
            if layer == last:
                delta = self._cost.delta(zs[layer], activations[layer], y) / m  # BP1
            else:
                delta = (weights[layer + 1].T @ delta) * self._slope(zs[layer])  # BP2
            nabla_b[layer] = delta.sum(axis=1, keepdims=True)  # BP3
            nabla_w[layer] = delta @ activations[layer - 1].T  # BP4
        return [nabla_b[layer] for layer in weights], [nabla_w[layer] for layer in weights]

    def _activation(self, layer: int) -> Callable[[Array], Array]:
        return OUTPUTS[self.output if layer == len(self.sizes) else self.hidden]

    def _by_layer(self) -> tuple[dict[int, Array], dict[int, Array]]:
        """Return weights and biases by the number of the layer, checked again, since one may be new."""
        weights, biases = self._checked_weights(self._weights), self._checked_biases(self._biases)
        dtype = np.result_type(*weights, *biases)
        return (
            {layer: w.astype(dtype, copy=False) for layer, w in enumerate(weights, start=2)},
            {layer: b.astype(dtype, copy=False) for layer, b in enumerate(biases, start=2)},
        )

    def _checked_weights(self, arrays: Sequence[ArrayLike]) -> list[Array]:
        return layer_arrays("weights", arrays, [(n_out, n_in) for n_in, n_out in pairwise(self.sizes)])

    def _checked_biases(self, arrays: Sequence[ArrayLike]) -> list[Array]:
        return layer_arrays("biases", arrays, [(n_out, 1) for n_out in self.sizes[1:]])

    def _targets(self, y: ArrayLike, a: Array) -> Array:
        y = samples("y", y, len(a))
        if y.shape != a.shape:
            raise ValueError(f"y must have a column for each sample: x has {a.shape[1]}; got {y.shape[1]}")
        self._cost.check(y)
        check_fits("y", y, a.dtype)
        return y.astype(a.dtype, copy=False)


def check_network(net: object, wanted: str = "a Network") -> None:
    """Raise TypeError if the value is no network."""
    if not isinstance(net, Network):
        hint = "; Network([2, 3, 1]), say, is one" if net is Network else ""
        raise TypeError(f"net must be {wanted}; got {brief(net)}{hint}")


def _checked_sizes(sizes: Sequence[int]) -> list[int]:
    wanted = "sizes must be a list of at least two positive integers, the neurons of each layer"
    if not _is_list(sizes):
        raise TypeError(f"{wanted}; got {shown(sizes)}")
    checked: list[int] = []
    parameters = 0
    for n in sizes:
        try:
            checked.append(index(n))
        except TypeError:
            raise TypeError(f"{wanted}; got {brief(sizes)}") from None
        if checked[-1] < 1:
            raise ValueError(f"{wanted}; got {brief(sizes)}")
        if len(checked) > 1:
            parameters += checked[-1] * (checked[-2] + 1)
            check_count("sizes", parameters, "weights and biases")
    if len(checked) < 2:
        raise ValueError(f"{wanted}; got {brief(sizes)}")
    return checked


def _is_list(sizes: object) -> bool:
    """Say whether the value has an order, and will have it when it is asked again."""
    if isinstance(sizes, np.ndarray):
        return sizes.ndim == 1 and not isinstance(sizes, np.ma.MaskedArray)
    return isinstance(sizes, Sequence) and not isinstance(sizes, str | bytes | bytearray | memoryview)
