import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop import Activation, BatchNorm, Dense, Residual, Sequential, check_layer

from .oracles import assert_float32_stays, assert_right, drawn


def test_a_road_around_by_hand():
    block = Residual(Dense(1, 1))
    block.inside.w, block.inside.b = [[0.5]], [[1]]
    assert block.forward([[10, 20]]).tolist() == [[10 + 6, 20 + 11]]
    assert block.backward([[1, 2]]).tolist() == [[1 + 0.5, 2 + 1]]
    assert block.inside.nabla_w.tolist() == [[1 * 10 + 2 * 20]]


def two_layers(x, inside_0_w, inside_0_b, inside_2_w, inside_2_b):
    return x + inside_2_w @ np.tanh(inside_0_w @ x + inside_0_b) + inside_2_b


def with_a_road(x, inside_0_w, inside_0_b, inside_2_w, inside_2_b, road_w, road_b):
    return road_w @ x + road_b + inside_2_w @ np.tanh(inside_0_w @ x + inside_0_b) + inside_2_b


@given(st.integers(1, 3), st.integers(1, 4), st.integers(1, 3), st.integers(0, 99))
def test_a_road_around(n, hidden, m, seed):
    x = np.random.default_rng(seed).normal(size=(n, m))
    layers = [Dense(n, hidden), Activation("tanh"), Dense(hidden, n)]
    assert_right(drawn(Residual(layers), seed), x, two_layers)


@given(st.integers(1, 3), st.integers(1, 3), st.integers(1, 3), st.integers(0, 99))
def test_a_road_of_its_own(n, out, m, seed):
    x = np.random.default_rng(seed).normal(size=(n, m))
    layers = [Dense(n, 2), Activation("tanh"), Dense(2, out)]
    assert_right(drawn(Residual(layers, Dense(n, out)), seed), x, with_a_road)


class ForgetsTheRoad(Residual):
    def backward(self, delta):
        return self.inside.backward(delta)


class TakesTheRoadOnly(Residual):
    def backward(self, delta):
        self.inside.backward(delta)
        return delta


@pytest.mark.parametrize("wrong", [ForgetsTheRoad, TakesTheRoadOnly])
def test_wrong_versions_are_noticed(wrong):
    x = np.random.default_rng(0).normal(size=(2, 3))
    assert max(check_layer(Residual(Dense(2, 2)), x).values()) < 1e-6
    assert check_layer(wrong(Dense(2, 2)), x)["x"] > 1e-2


def test_layers_one_after_another_are_asked_in_turn():
    net = Sequential([Dense(2, 3), BatchNorm(3), Sequential([Activation("relu"), Dense(3, 1)])])
    x = np.random.default_rng(0).normal(size=(2, 5))
    one, norm, rest = net
    assert len(net) == 3
    np.testing.assert_array_equal(net.forward(x), rest.forward(norm.forward(one.forward(x))))
    np.testing.assert_array_equal(net.predict(x), rest.predict(norm.predict(one.predict(x))))
    assert max(check_layer(net, x).values()) < 1e-6
    assert list(net.parameters) == ["0.w", "0.b", "1.gamma", "1.beta", "2.1.w", "2.1.b"]


def test_in_use_a_residual_block_takes_the_running_averages():
    block = Residual([BatchNorm(2)])
    x = np.random.default_rng(0).normal(5, 3, size=(2, 9))
    block.forward(x)
    np.testing.assert_array_equal(block.predict(x), x + block.inside.layers[0].predict(x))
    assert not np.allclose(block.predict(x), block.forward(x))


def test_float32_stays():
    assert_float32_stays(Residual([Dense(2, 2), Activation("silu")]), np.eye(2))
    assert_float32_stays(Residual([Dense(2, 3)], Dense(2, 3)), np.eye(2))


SHARED = Dense(2, 2)


@pytest.mark.parametrize(
    ("make", "error", "words"),
    [
        (lambda: Sequential([]), ValueError, "layers must be a list of at least one layer; got an empty one"),
        (lambda: Sequential(SHARED), TypeError, "layers must be a list of at least one layer; got"),
        (
            lambda: Sequential([Dense]),
            TypeError,
            r"layers\[0\] must be a layer; got .*; Dense\(…\) makes one",
        ),
        (lambda: Sequential([SHARED, np.tanh]), TypeError, r"layers\[1\] must be a layer; got"),
        (lambda: Sequential([SHARED, SHARED]), ValueError, r"the same Dense as in layers\[0\]"),
        (
            lambda: Sequential([SHARED, Residual(SHARED)]),
            ValueError,
            r"layers\[1\] must be a layer of its own",
        ),
        (lambda: Residual(SHARED, SHARED), ValueError, "a single way forward"),
        (lambda: Residual(SHARED, "road"), TypeError, "road must be a layer, or None; got 'road'"),
        (
            lambda: Residual(Dense(2, 3)).forward(np.eye(2)),
            ValueError,
            r"got \(2, 2\) and \(3, 2\); a road of its own",
        ),
        (
            lambda: Residual(Dense(2, 3), Dense(2, 1)).forward(np.eye(2)),
            ValueError,
            r"got \(1, 2\) and \(3, 2\)$",
        ),
    ],
)
def test_what_is_composed_is_checked(make, error, words):
    with pytest.raises(error, match=words):
        make()
