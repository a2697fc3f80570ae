"""Layers, forward and back, against the same layers of PyTorch, eagerly and on one thread."""

import warnings
from collections.abc import Callable

import numpy as np

import backprop
from backprop import (
    GRU,
    LSTM,
    RNN,
    Attention,
    BatchNorm,
    Conv2d,
    Dense,
    LayerNorm,
    MaxPool2d,
    TransformerBlock,
)
from bench import rivals
from bench.results import columns
from bench.timing import medians

Case = tuple[str, backprop.Layer, tuple[int, ...]]


def cases() -> list[Case]:
    """Return what is measured: a name, the layer in float32, and the shape of x, samples last."""
    layers: list[Case] = [
        ("dense, 256 to 256", Dense(256, 256), (256, 64)),
        ("batch norm, images", BatchNorm(16), (16, 16, 16, 64)),
        ("layer norm, sequences", LayerNorm(64), (64, 32, 32)),
        ("convolution 3 × 3, 8 × 8 digits", Conv2d(8, 16, 3, padding=1), (8, 8, 8, 64)),
        ("convolution 3 × 3, 32 × 32", Conv2d(16, 16, 3, padding=1), (16, 32, 32, 16)),
        ("max pool 2 × 2, 32 × 32", MaxPool2d(2), (16, 32, 32, 16)),
        ("RNN, 32 moments", RNN(32, 64), (32, 32, 32)),
        ("LSTM, 32 moments", LSTM(32, 64), (32, 32, 32)),
        ("GRU, 32 moments", GRU(32, 64), (32, 32, 32)),
        ("attention, 4 heads, 32 places", Attention(64, 4), (64, 32, 32)),
        ("transformer block, 32 places", TransformerBlock(64, 4), (64, 32, 32)),
    ]
    return [(name, layer.astype(np.float32), shape) for name, layer, shape in layers]


def both_ways(layer: backprop.Layer, x: np.ndarray) -> Callable[[], object]:
    """Return a function that goes forward and back; in use, δ comes from a cost, and here is the output."""
    return lambda: layer.backward(layer.forward(x))


def pytorch(layer: backprop.Layer, x: np.ndarray, *, one_dnn: bool = True) -> Callable[[], object]:
    """Return a function that does the same with PyTorch, in the order of axes that its layers want.

    oneDNN is the library in which PyTorch finds some layers ready made, as one program for the processor.
    """
    import torch

    torch.set_num_threads(1)
    module, order = module_of(layer)
    there = torch.tensor(np.ascontiguousarray(x.transpose(order)), requires_grad=True)

    def run():
        module.zero_grad()
        there.grad = None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what oneDNN could do on other processors
            with torch.backends.mkldnn.flags(enabled=one_dnn):
                a = module(there)
                a = a[0] if isinstance(a, tuple) else a  # recurrent layers return their last state, too
                a.backward(a.detach())
        return there.grad

    return run


def module_of(layer: backprop.Layer):
    """Return PyTorch's counterpart of a layer, and the order of axes in which it wants x."""
    import torch
    from torch import nn

    class SelfAttention(nn.Module):
        def __init__(self):
            super().__init__()
            self.inside = nn.MultiheadAttention(len(layer.w_q), layer.heads, bias=False, batch_first=True)

        def forward(self, x):
            return self.inside(x, x, x, need_weights=False)[0]

    if isinstance(layer, Dense):
        return nn.Linear(*layer.w.shape[::-1]), (1, 0)
    if isinstance(layer, BatchNorm):
        return nn.BatchNorm2d(len(layer.gamma)), (3, 0, 1, 2)
    if isinstance(layer, LayerNorm):
        return nn.LayerNorm(len(layer.gamma)), (2, 1, 0)
    if isinstance(layer, Conv2d):
        c_out, c_in = layer.w.shape[:2]
        return nn.Conv2d(c_in, c_out, layer.size, layer.stride, layer.padding), (3, 0, 1, 2)
    if isinstance(layer, MaxPool2d):
        return nn.MaxPool2d(layer.size, layer.stride), (3, 0, 1, 2)
    if isinstance(layer, RNN | LSTM | GRU):
        kind = getattr(nn, type(layer).__name__)
        return kind(layer.w_x.shape[1], layer.w_h.shape[1]), (1, 2, 0)
    if isinstance(layer, Attention):
        return SelfAttention(), (2, 1, 0)
    n, heads = len(layer.attention.w_q), layer.attention.heads
    block = nn.TransformerEncoderLayer(n, heads, 4 * n, dropout=0, batch_first=True, norm_first=True)
    return block.to(torch.float32), (2, 1, 0)


def table(chosen: list[Case] | None = None, runs: int = 11) -> str:
    """Return for each layer its time as a multiple of PyTorch's, or words where that is not installed."""
    note = f"float32; medians of {runs} runs, one thread, NumPy {np.__version__}"
    title = "Time for one way forward and back"
    if not rivals.installed("PyTorch"):
        return f"{title}\n{note}\n\nPyTorch is not installed here: there is nothing to compare with.\n"
    rows, rng = [], np.random.default_rng(0)
    for name, layer, shape in chosen or cases():
        x = rng.normal(size=shape).astype(np.float32)
        there, plain = pytorch(layer, x), pytorch(layer, x, one_dnn=False)
        times = medians({"here": both_ways(layer, x), "there": there, "plain": plain}, runs)
        shown = " × ".join(map(str, shape))
        ratios = [f"{times[kind] / times['there']:.1f}" for kind in ("plain", "here")]
        rows.append([name, shown, "1.0", *ratios])
    heads = ["layer", "x, samples last", "PyTorch", "without oneDNN", "backprop"]
    return f"{title}, with PyTorch = 1\n{note}, {rivals.titled('PyTorch')}\n\n" + columns(heads, rows)
