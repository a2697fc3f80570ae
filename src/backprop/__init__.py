"""Backpropagation in numpy, written to be read beside the book."""

from backprop import datasets
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
from backprop.checking import check_gradient, worst_entry
from backprop.gates import add, add_backward, maximum, maximum_backward, multiply, multiply_backward
from backprop.network import Network
from backprop.numerical import numerical_gradient
from backprop.scoring import accuracy, predict
from backprop.softmax import log_sum_exp, softmax, softmax_backward
from backprop.storage import load, save

__all__ = [
    "Network",
    "accuracy",
    "add",
    "add_backward",
    "check_gradient",
    "datasets",
    "gelu",
    "gelu_prime",
    "leaky_relu",
    "leaky_relu_prime",
    "load",
    "log_sum_exp",
    "maximum",
    "maximum_backward",
    "multiply",
    "multiply_backward",
    "numerical_gradient",
    "predict",
    "relu",
    "relu_prime",
    "save",
    "sigmoid",
    "sigmoid_prime",
    "silu",
    "silu_prime",
    "softmax",
    "softmax_backward",
    "tanh",
    "tanh_prime",
    "worst_entry",
]
