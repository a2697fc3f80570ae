"""Layers beyond the dense network, each with its way forward and its way back."""

from backprop.layers.checking import check_layer
from backprop.layers.composing import Residual, Sequential
from backprop.layers.convolution import Conv2d, col2im, convolve, convolve_backward, im2col
from backprop.layers.dense import Activation, Dense, Flatten, Pick
from backprop.layers.layer import Layer
from backprop.layers.model import Model
from backprop.layers.normalising import BatchNorm, LayerNorm, RMSNorm
from backprop.layers.pooling import MaxPool2d
from backprop.layers.recurrence import GRU, LSTM, RNN

__all__ = [
    "GRU",
    "LSTM",
    "RNN",
    "Activation",
    "BatchNorm",
    "Conv2d",
    "Dense",
    "Flatten",
    "Layer",
    "LayerNorm",
    "MaxPool2d",
    "Model",
    "Pick",
    "RMSNorm",
    "Residual",
    "Sequential",
    "check_layer",
    "col2im",
    "convolve",
    "convolve_backward",
    "im2col",
]
