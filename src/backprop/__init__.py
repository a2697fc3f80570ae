"""Backpropagation in numpy, written to be read beside the book."""

from backprop.activations import relu, relu_prime, sigmoid, sigmoid_prime, tanh, tanh_prime
from backprop.gates import add, add_backward, maximum, maximum_backward, multiply, multiply_backward
from backprop.numerical import numerical_gradient

__all__ = [
    "add",
    "add_backward",
    "maximum",
    "maximum_backward",
    "multiply",
    "multiply_backward",
    "numerical_gradient",
    "relu",
    "relu_prime",
    "sigmoid",
    "sigmoid_prime",
    "tanh",
    "tanh_prime",
]
