import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop import Dense, Embedding, Model, Positions, Sequential, accuracy, check_layer, predict, train

from .oracles import assert_right, complex_step, drawn


def test_words_are_looked_up_by_hand():
    layer = Embedding(3, 2)
    layer.w = [[1, 2, 3], [10, 20, 30]]
    assert layer.forward(np.array([2, 0, 2])).tolist() == [[3, 1, 3], [30, 10, 30]]
    assert layer.backward([[1, 0, 5], [0, 7, 0]]).tolist() == [0, 0, 0]
    assert layer.nabla_w.tolist() == [[0, 0, 6], [7, 0, 0]]


@given(
    st.integers(1, 5),
    st.integers(1, 3),
    st.lists(st.integers(1, 4), min_size=1, max_size=3),
    st.integers(0, 99),
)
def test_it_is_the_product_with_one_hot_columns(count, n, shape, seed):
    rng = np.random.default_rng(seed)
    layer, x = Embedding(count, n, rng=rng), rng.integers(count, size=shape)
    one_hot = np.moveaxis(np.eye(count)[x], -1, 0)
    dense = Dense(count, n)
    dense.w, dense.b = layer.w, np.zeros((n, 1))
    if one_hot.ndim > 1:
        np.testing.assert_allclose(layer.forward(x), dense.forward(one_hot), rtol=1e-12)
        delta = rng.normal(size=(n, *shape))
        layer.backward(delta)
        dense.backward(delta)
        np.testing.assert_allclose(layer.nabla_w, dense.nabla_w, rtol=1e-9, atol=1e-12)


def test_against_the_complex_step():
    layer, x = Embedding(4, 3), np.array([[1, 3], [1, 0], [1, 1]])
    g = np.random.default_rng(0).normal(size=(3, 3, 2))
    layer.forward(x)
    layer.backward(g)

    def definition(w):
        return np.array([[[w[j, x[t, i]] for i in range(2)] for t in range(3)] for j in range(3)])

    np.testing.assert_allclose(layer.nabla_w, complex_step(definition, {"w": layer.w}, g)["w"], rtol=1e-12)


class KeepsTheLast(Embedding):
    """Assigns where it should add: of a word that is there twice, one δ is lost."""

    def backward(self, delta):
        onward = super().backward(delta)
        self.nabla_w = np.zeros_like(self.w)
        self.nabla_w[:, self.x] = delta
        return onward


def test_a_lost_place_is_noticed():
    x = np.array([[0, 1], [1, 2]])
    assert check_layer(Embedding(3, 2), x)["w"] < 1e-6
    assert list(check_layer(Embedding(3, 2), x)) == ["w"]
    assert check_layer(KeepsTheLast(3, 2), x)["w"] > 1e-2


@given(st.integers(1, 3), st.integers(1, 4), st.integers(1, 3), st.integers(0, 99))
def test_places_are_added(n, t, m, seed):
    layer = drawn(Positions(n, 4), seed)
    x = np.random.default_rng(seed).normal(size=(n, t, m))

    def definition(x, w):
        a = x.copy()
        for j, place, i in np.ndindex(a.shape):
            a[j, place, i] += w[j, place]
        return a

    assert_right(layer, x, definition)


class ForgetsSamples(Positions):
    def backward(self, delta):
        onward = super().backward(delta)
        self.nabla_w[:, : delta.shape[1]] = delta[:, :, 0]
        return onward


def test_forgotten_samples_are_noticed():
    assert check_layer(ForgetsSamples(2, 3), np.ones((2, 3, 4)))["w"] > 1e-2


def test_a_model_of_words_is_trained():
    rng = np.random.default_rng(0)
    x = rng.integers(5, size=(3, 60))  # is the word at each place even?
    y = np.eye(2)[x % 2].transpose(2, 0, 1)
    model = Model(
        [Embedding(5, 4, rng=1), Positions(4, 3, rng=2), Dense(4, 2, rng=3)], "softmax", "cross_entropy"
    )
    history = train(model, x.tolist(), y, epochs=60, eta=0.05, optimizer="adam", validation=(x, y), l2=1e-4)
    assert accuracy(model, x, y) == history.validation_accuracy[-1] == 1
    assert (predict(model, x) == x % 2).all()
    with pytest.raises(ValueError, match=r"x of Embedding must be .* from 0 to 4; got 5 at index"):
        train(model, x + 1, y)


def test_weights_begin_as_described():
    for w in (Embedding(100, 50).w, Positions(50, 100).w):
        assert w.mean() == pytest.approx(0, abs=0.03)
        assert w.std() == pytest.approx(1, rel=0.03)


def test_float32_stays():
    net = Sequential([Embedding(3, 2), Positions(2, 4), Dense(2, 1)]).astype(np.float32)
    x = np.zeros((4, 5), int)
    assert net.forward(x).dtype == net.backward(np.ones((1, 4, 5))).dtype == np.float32
    assert {array.dtype for array in net.gradients.values()} == {np.dtype(np.float32)}


EMBEDDING = Embedding(3, 2)


@pytest.mark.parametrize(
    ("act", "error", "words"),
    [
        (lambda: Embedding(0, 1), ValueError, "count must be a whole number, at least 1; got 0"),
        (lambda: Embedding(10**6, 10**6), ValueError, "count · n must ask for at most"),
        (lambda: EMBEDDING.forward([0, 3]), ValueError, r"whole numbers from 0 to 2; got 3 at index \(1,\)"),
        (lambda: EMBEDDING.forward([[0], [-1]]), ValueError, r"got -1 at index \(1, 0\)"),
        (
            lambda: EMBEDDING.forward([0.0, 1.0]),
            TypeError,
            "must be an array of whole numbers from 0 to 2; got",
        ),
        (lambda: EMBEDDING.forward([True]), TypeError, "must be an array of whole numbers"),
        (lambda: EMBEDDING.forward([[1], [1, 2]]), ValueError, "with rows of equal length"),
        (lambda: EMBEDDING.forward(1), ValueError, r"of shape \(…, m\); got shape \(\)"),
        (lambda: EMBEDDING.forward(np.zeros((2, 0), int)), ValueError, r"got shape \(2, 0\)"),
        (lambda: Positions(1, 2).forward(np.ones((1, 3, 1))), ValueError, "at most 2 places; got 3"),
        (lambda: Positions(1, 0), ValueError, "length must be a whole number, at least 1; got 0"),
    ],
)
def test_what_is_given_is_checked(act, error, words):
    with pytest.raises(error, match=words):
        act()
