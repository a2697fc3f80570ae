"""Layers beyond the dense network, each with its way forward and its way back."""

from backprop.layers.attention import Attention, attend, attend_backward
from backprop.layers.checking import check_layer
from backprop.layers.composing import Residual, Sequential
from backprop.layers.convolution import Conv2d, col2im, convolve, convolve_backward, im2col
from backprop.layers.dense import Activation, Dense, Flatten, Pick
from backprop.layers.embedding import Embedding, Positions
from backprop.layers.layer import Layer
from backprop.layers.model import Model
from backprop.layers.normalising import BatchNorm, LayerNorm, RMSNorm
from backprop.layers.pooling import MaxPool2d
from backprop.layers.recurrence import GRU, LSTM, RNN
from backprop.layers.transformer import TransformerBlock

__all__ = [
    "GRU",
    "LSTM",
    "RNN",
    "Activation",
    "Attention",
    "BatchNorm",
    "Conv2d",
    "Dense",
    "Embedding",
    "Flatten",
    "Layer",
    "LayerNorm",
    "MaxPool2d",
    "Model",
    "Pick",
    "Positions",
    "RMSNorm",
    "Residual",
    "Sequential",
    "TransformerBlock",
    "attend",
    "attend_backward",
    "check_layer",
    "col2im",
    "convolve",
    "convolve_backward",
    "im2col",
]
