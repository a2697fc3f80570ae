"""The activations by their names: what a network, a model and a layer may be asked to have."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from backprop._validate import Array
from backprop.activations import (
    gelu,
    gelu_prime,
    leaky_relu,
    leaky_relu_prime,
    relu,
    relu_prime,
    sigmoid,
    sigmoid_prime,
    silu,
    silu_prime,
    tanh,
    tanh_prime,
)
from backprop.softmax import softmax


class ActivationFunction(NamedTuple):
    """A function σ that works entry by entry, its derivative, and whether it has a kink, at z = 0."""

    function: Callable[[Array], Array]
    slope: Callable[[Array], Array]
    kink: bool = False


ACTIVATIONS = {
    "sigmoid": ActivationFunction(sigmoid, sigmoid_prime),
    "tanh": ActivationFunction(tanh, tanh_prime),
    "relu": ActivationFunction(relu, relu_prime, kink=True),
    "leaky_relu": ActivationFunction(leaky_relu, leaky_relu_prime, kink=True),
    "silu": ActivationFunction(silu, silu_prime),
    "gelu": ActivationFunction(gelu, gelu_prime),
    "identity": ActivationFunction(np.positive, np.ones_like),
}
"""What may be between layers."""

OUTPUTS = {**{name: activation.function for name, activation in ACTIVATIONS.items()}, "softmax": softmax}
"""What may be at the end: the softmax, too, which works column by column."""
