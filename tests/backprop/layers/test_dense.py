import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop import Activation, Dense, Flatten, Network, Pick, check_layer
from backprop.activation_table import ACTIVATIONS

from .oracles import assert_float32_stays, assert_right, drawn


def test_a_dense_layer_by_hand():
    layer = Dense(2, 1)
    layer.w, layer.b = [[2, -1]], [[0.5]]
    assert layer.forward([[1, 3], [4, 5]]).tolist() == [[2 - 4 + 0.5, 6 - 5 + 0.5]]
    assert layer.backward([[1, 10]]).tolist() == [[2, 20], [-1, -10]]
    assert layer.nabla_w.tolist() == [[1 * 1 + 10 * 3, 1 * 4 + 10 * 5]]
    assert layer.nabla_b.tolist() == [[11]]


def at_each_place(x, w, b):
    places = x.shape[1:]
    a = np.zeros((len(w), *places), complex)
    for place in np.ndindex(places):
        for j in range(len(w)):
            a[(j, *place)] = b[j, 0] + sum(w[j, k] * x[(k, *place)] for k in range(len(x)))
    return a


@given(
    st.integers(1, 4),
    st.integers(1, 4),
    st.lists(st.integers(1, 3), max_size=2),
    st.integers(1, 3),
    st.integers(0, 99),
)
def test_a_dense_layer_at_each_place(n_in, n_out, places, m, seed):
    x = np.random.default_rng(seed).normal(size=(n_in, *places, m))
    assert_right(drawn(Dense(n_in, n_out), seed), x, at_each_place)


def test_dense_layers_are_those_of_a_network():
    net = Network([3, 4, 2], hidden="tanh", output="identity", init="xavier", rng=0)
    rng = np.random.default_rng(0)
    first, second = Dense(3, 4, init="xavier", rng=rng), Dense(4, 2, init="xavier", rng=rng)
    for layer, w, b in zip((first, second), net.weights, net.biases, strict=True):
        assert (layer.w == w).all()
        assert (layer.b == b).all()
    x, y = np.random.default_rng(1).normal(size=(3, 5)), np.ones((2, 5))
    squash = Activation("tanh")
    a = second.forward(squash.forward(first.forward(x)))
    first.backward(squash.backward(second.backward((a - y) / 5)))
    nabla_b, nabla_w = net.backprop(x, y)
    for layer, b, w in zip((first, second), nabla_b, nabla_w, strict=True):
        np.testing.assert_allclose(layer.nabla_b, b, rtol=1e-12)
        np.testing.assert_allclose(layer.nabla_w, w, rtol=1e-12)


class ForgetsPlaces(Dense):
    def backward(self, delta):
        onward = super().backward(delta)
        self.nabla_b = delta[:, 0].sum(axis=-1, keepdims=True)
        return onward


class ForgetsToTurn(Dense):
    def backward(self, delta):
        super().backward(delta)
        return (self.w @ delta.reshape(len(delta), -1)).reshape(self.x.shape)


@pytest.mark.parametrize(("wrong", "name"), [(ForgetsPlaces, "b"), (ForgetsToTurn, "x")])
def test_wrong_versions_are_noticed(wrong, name):
    x = np.random.default_rng(0).normal(size=(3, 2, 4))
    assert max(check_layer(Dense(3, 3), x).values()) < 1e-6
    errors = check_layer(wrong(3, 3), x)
    assert [key for key, error in errors.items() if error > 1e-2] == [name]


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_activations(name):
    x = np.random.default_rng(0).normal(size=(3, 2, 4))
    assert check_layer(Activation(name), x)["x"] < 1e-6
    assert_float32_stays_without_parameters(Activation(name), x)


def assert_keeps(layer, shape, expected):
    x = np.random.default_rng(0).normal(size=shape)
    a = layer.forward(x)
    assert a.shape == expected
    assert check_layer(layer, x)["x"] < 1e-6
    assert_float32_stays_without_parameters(layer, x)


def assert_float32_stays_without_parameters(layer, x):
    a = layer.forward(x.astype(np.float32))
    assert a.dtype == layer.backward(np.ones(a.shape)).dtype == np.float32


@pytest.mark.parametrize(
    ("layer", "shape", "expected"),
    [
        (Flatten(), (2, 3, 4, 5), (24, 5)),
        (Flatten(), (2, 5), (2, 5)),
        (Pick(-1), (2, 3, 5), (2, 5)),
        (Pick(1), (2, 3, 4, 5), (2, 4, 5)),
        (Pick(slice(1, None)), (2, 3, 5), (2, 2, 5)),
        (Pick(slice(None, None, -1)), (2, 3, 5), (2, 3, 5)),
    ],
)
def test_layers_that_move_entries(layer, shape, expected):
    assert_keeps(layer, shape, expected)


def test_float32_stays():
    assert_float32_stays(Dense(3, 2), np.ones((3, 2, 4)))


def test_a_flattened_image_keeps_channel_by_channel():
    x = np.arange(2 * 2 * 2 * 1).reshape(2, 2, 2, 1)
    assert Flatten().forward(x).ravel().tolist() == [0, 1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    ("make", "error", "words"),
    [
        (lambda: Dense(0, 1), ValueError, "n_in must be a whole number, at least 1; got 0"),
        (lambda: Dense(1, 2.5), TypeError, "n_out must be a whole number"),
        (lambda: Dense(10**6, 10**6), ValueError, r"n_in · n_out must ask for at most"),
        (lambda: Dense(1, 1, init="huge"), ValueError, "init must be one of 'normal'"),
        (lambda: Dense(1, 1, rng="x"), TypeError, "rng must be an integer"),
        (lambda: Activation("softmax"), ValueError, "name must be one of 'sigmoid'"),
        (lambda: Activation(np.tanh), TypeError, "name must be a name"),
        (lambda: Pick("last"), TypeError, "place must be a whole number or a slice; got 'last'"),
        (lambda: Pick(True), TypeError, "place must be a whole number or a slice; got True"),
        (lambda: Pick(3).forward(np.ones((2, 3, 1))), ValueError, "must have place 3; got 3 places"),
        (lambda: Pick(slice(9, None)).forward(np.ones((2, 3, 1))), ValueError, r"place slice\(9, None"),
        (lambda: Pick(0).forward(np.ones((2, 3))), ValueError, r"shape \(n, t, …, m\); got shape \(2, 3\)"),
    ],
)
def test_what_a_layer_is_made_with_is_checked(make, error, words):
    with pytest.raises(error, match=words):
        make()
