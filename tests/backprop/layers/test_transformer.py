import copy

import numpy as np
import pytest

from backprop import (
    Attention,
    Dense,
    Embedding,
    LayerNorm,
    Model,
    Positions,
    Residual,
    RMSNorm,
    Sequential,
    TransformerBlock,
    accuracy,
    check_layer,
    train,
)

from .oracles import assert_float32_stays, drawn


@pytest.mark.parametrize("options", [{}, {"heads": 2}, {"causal": True, "norm": "rms", "activation": "gelu"}])
def test_a_block_is_right_end_to_end(options):
    block = drawn(TransformerBlock(4, n_hidden=3, **options), size=0.7)
    errors = check_layer(block, np.random.default_rng(0).normal(size=(4, 3, 2)))
    assert max(errors.values()) < 1e-6
    assert {"x", "0.inside.1.w_q", "1.inside.1.w", "1.inside.3.b"} <= set(errors)


def test_a_block_is_made_of_the_layers():
    block = TransformerBlock(4, 2, norm="rms", causal=True)
    first, second = block.layers
    assert [type(layer) for layer in first.inside] == [RMSNorm, Attention]
    assert second.inside.layers[1].w.shape == (16, 4)
    assert block.attention is first.inside.layers[1]
    assert block.attention.causal
    assert isinstance(TransformerBlock(4).layers[0].inside.layers[0], LayerNorm)
    other = copy.deepcopy(block)
    assert other.attention is other.layers[0].inside.layers[1]


class OnlyThrough(Residual):
    def backward(self, delta):
        return self.inside.backward(delta)


def test_a_lost_road_is_noticed():
    block = drawn(TransformerBlock(4))
    block.layers[0] = OnlyThrough(block.layers[0].inside)
    assert check_layer(block, np.random.default_rng(0).normal(size=(4, 3, 2)))["x"] > 1e-2


def test_float32_stays():
    assert_float32_stays(TransformerBlock(4, 2), np.ones((4, 3, 2)))


@pytest.mark.parametrize("seed", range(2))
def test_it_learns_to_turn_a_sequence_around(seed):
    rng = np.random.default_rng(seed)
    words, length, m = 4, 4, 300
    x = rng.integers(words, size=(length, m))
    y = np.eye(words)[x[::-1]].transpose(2, 0, 1)
    layers = [Embedding(words, 12, rng=rng), Positions(12, length, rng=rng), TransformerBlock(12, 2, rng=rng)]
    model = Model([*layers, LayerNorm(12), Dense(12, words, rng=rng)], "softmax", "cross_entropy")
    train(model, x[:, :200], y[..., :200], epochs=25, eta=0.01, batch_size=20, optimizer="adam", rng=seed)
    assert accuracy(model, x[:, 200:], y[..., 200:]) > 0.95


def test_blocks_stack_and_are_checked_together():
    net = Sequential(
        [Embedding(3, 2), Positions(2, 3), TransformerBlock(2), TransformerBlock(2, causal=True)]
    )
    assert max(check_layer(drawn(net), np.array([[0, 1], [2, 2], [0, 1]])).values()) < 1e-6


@pytest.mark.parametrize(
    ("act", "error", "words"),
    [
        (lambda: TransformerBlock(4, 3), ValueError, "heads must divide n, which is 4; got 3"),
        (
            lambda: TransformerBlock(4, norm="batch"),
            ValueError,
            "norm must be one of 'layer', 'rms'; got 'batch'",
        ),
        (lambda: TransformerBlock(4, activation="soft"), ValueError, "name must be one of"),
        (lambda: TransformerBlock(4, n_hidden=0), ValueError, "n_hidden must be a whole number, at least 1"),
        (lambda: TransformerBlock(4).forward(np.ones((3, 2, 1))), ValueError, r"must have shape \(4, "),
    ],
)
def test_what_is_given_is_checked(act, error, words):
    with pytest.raises(error, match=words):
        act()
