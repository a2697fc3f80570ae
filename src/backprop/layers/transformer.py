"""The block that transformers are stacks of: attention and a small network, each with a bypass."""

from __future__ import annotations

import numpy as np

from backprop._validate import choice, generator, whole
from backprop.layers.attention import Attention
from backprop.layers.composing import Residual, Sequential
from backprop.layers.dense import Activation, Dense
from backprop.layers.normalising import LayerNorm, RMSNorm

NORMS = {"layer": LayerNorm, "rms": RMSNorm}


class TransformerBlock(Sequential):
    """Attention, then a network of two layers at each place, both with a norm before and a bypass round it.

    y = x + attention(norm(x)) and a = y + w_2 σ(w_1 norm(y) + b_1) + b_2

    The parts are those of Vaswani and others (2017); the norms come first, as Xiong and others (2020) found
    better. Backward is that of the layers inside: this class only puts them together.

    Parameters
    ----------
    n : positive integer
        x, a and delta have one shape, (n, t, m).
    heads : positive integer that divides n
    n_hidden : positive integer, optional
        How many neurons w_1 has; 4 n, unless it is given.
    causal : bool
        Whether a place may look only at itself and those before it.
    norm : "layer" or "rms"
    activation : "relu", "gelu", "silu" or another activation
    rng : integer (a seed) or numpy Generator

    Attributes
    ----------
    attention : Attention
        After `forward`, its `p` says who looked where.

    Raises
    ------
    TypeError, ValueError
        If an argument is not as described.

    Examples
    --------
    >>> block = TransformerBlock(4, heads=2)
    >>> block.forward(np.ones((4, 3, 10))).shape, block.attention.p.shape
    ((4, 3, 10), (2, 3, 3, 10))
    """

    def __init__(
        self,
        n: int,
        heads: int = 1,
        *,
        n_hidden: int | None = None,
        causal: bool = False,
        norm: str = "layer",
        activation: str = "relu",
        rng: int | np.random.Generator = 0,
    ):
        normalise, drawn = NORMS[choice("norm", norm, NORMS)], generator(rng)
        self.attention = Attention(n, heads, causal=causal, rng=drawn)
        hidden = 4 * n if n_hidden is None else whole("n_hidden", n_hidden)
        network = [Dense(n, hidden, rng=drawn), Activation(activation), Dense(hidden, n, rng=drawn)]
        super().__init__([Residual([normalise(n), self.attention]), Residual([normalise(n), *network])])
