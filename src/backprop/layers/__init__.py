"""Layers beyond the dense network, each with its way forward and its way back."""

from backprop.layers.checking import check_layer
from backprop.layers.composing import Residual, Sequential
from backprop.layers.dense import Activation, Dense, Flatten, Pick
from backprop.layers.layer import Layer
from backprop.layers.model import Model
from backprop.layers.normalising import BatchNorm, LayerNorm, RMSNorm

__all__ = [
    "Activation",
    "BatchNorm",
    "Dense",
    "Flatten",
    "Layer",
    "LayerNorm",
    "Model",
    "Pick",
    "RMSNorm",
    "Residual",
    "Sequential",
    "check_layer",
]
