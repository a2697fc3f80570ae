"""Backpropagation in numpy, written to be read beside the book."""

import backprop._alone  # noqa: F401  # isort: skip  # before anything else is looked for
from importlib import metadata

from backprop import datasets, schedules
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
from backprop.history import History
from backprop.joining import concatenate, where
from backprop.layers import (
    GRU,
    LSTM,
    RNN,
    Activation,
    Attention,
    BatchNorm,
    Conv2d,
    Dense,
    Embedding,
    Flatten,
    Layer,
    LayerNorm,
    MaxPool2d,
    Model,
    Pick,
    Positions,
    Residual,
    RMSNorm,
    Sequential,
    TransformerBlock,
    attend,
    attend_backward,
    check_layer,
    col2im,
    convolve,
    convolve_backward,
    im2col,
)
from backprop.network import Network
from backprop.numerical import numerical_gradient
from backprop.optimisers import SGD, Adam, AdamW, Momentum, Nesterov, RMSProp
from backprop.scoring import accuracy, predict
from backprop.softmax import log_sum_exp, softmax, softmax_backward
from backprop.storage import load, save
from backprop.tensor import Tensor
from backprop.training import DivergedError, train
from backprop.value import Value

__all__ = [
    "GRU",
    "LSTM",
    "RNN",
    "SGD",
    "Activation",
    "Adam",
    "AdamW",
    "Attention",
    "BatchNorm",
    "Conv2d",
    "Dense",
    "DivergedError",
    "Embedding",
    "Flatten",
    "History",
    "Layer",
    "LayerNorm",
    "MaxPool2d",
    "Model",
    "Momentum",
    "Nesterov",
    "Network",
    "Pick",
    "Positions",
    "RMSNorm",
    "RMSProp",
    "Residual",
    "Sequential",
    "Tensor",
    "TransformerBlock",
    "Value",
    "accuracy",
    "add",
    "add_backward",
    "attend",
    "attend_backward",
    "check_gradient",
    "check_layer",
    "col2im",
    "concatenate",
    "convolve",
    "convolve_backward",
    "datasets",
    "gelu",
    "gelu_prime",
    "im2col",
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
    "schedules",
    "sigmoid",
    "sigmoid_prime",
    "silu",
    "silu_prime",
    "softmax",
    "softmax_backward",
    "tanh",
    "tanh_prime",
    "train",
    "where",
    "worst_entry",
]

try:
    __version__ = metadata.version("backpropagation-checked")
except metadata.PackageNotFoundError:  # the folder is used as it lies, and not installed
    __version__ = "0+unknown"
