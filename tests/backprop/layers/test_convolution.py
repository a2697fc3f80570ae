import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from backprop import (
    Conv2d,
    Dense,
    check_layer,
    col2im,
    convolve,
    convolve_backward,
    im2col,
    numerical_gradient,
)

from .oracles import assert_float32_stays, assert_right, drawn

pairs = st.tuples(st.integers(1, 3), st.integers(1, 3))
paddings = st.tuples(st.integers(0, 2), st.integers(0, 2))
shapes = st.tuples(st.integers(1, 3), st.integers(1, 5), st.integers(1, 5), st.integers(1, 2))


def by_the_definition(stride, padding):
    """Return the convolution as loops over every index, with an image that is 0 outside."""
    (s, t), (p, q) = stride, padding

    def definition(x, w, b):
        _, height, width, m = x.shape
        rows, columns = (
            (n + 2 * pad - k) // step + 1
            for n, pad, k, step in [(height, p, w.shape[2], s), (width, q, w.shape[3], t)]
        )
        a = np.zeros((len(w), rows, columns, m), complex)
        for o, i, j, n in np.ndindex(a.shape):
            a[o, i, j, n] = b[o, 0]
            for c, u, v in np.ndindex(w.shape[1:]):
                row, column = s * i + u - p, t * j + v - q
                if 0 <= row < height and 0 <= column < width:
                    a[o, i, j, n] += w[o, c, u, v] * x[c, row, column, n]
        return a

    return definition


@settings(max_examples=40)
@given(shapes, st.integers(1, 2), pairs, pairs, paddings, st.integers(0, 99))
def test_against_the_definition(shape, c_out, size, stride, padding, seed):
    assume(size[0] <= shape[1] + 2 * padding[0] and size[1] <= shape[2] + 2 * padding[1])
    layer = drawn(Conv2d(shape[0], c_out, size, stride=stride, padding=padding), seed)
    x = np.random.default_rng(seed).normal(size=shape)
    assert_right(layer, x, by_the_definition(stride, padding))


@given(shapes, st.integers(1, 3), pairs, pairs, paddings, st.integers(0, 99))
def test_sums_over_shifted_indices_are_im2col(shape, c_out, size, stride, padding, seed):
    assume(size[0] <= shape[1] + 2 * padding[0] and size[1] <= shape[2] + 2 * padding[1])
    layer = drawn(Conv2d(shape[0], c_out, size, stride=stride, padding=padding), seed)
    rng = np.random.default_rng(seed)
    x = rng.normal(size=shape)
    a = layer.forward(x)
    sums = convolve(x, layer.w, stride, padding)
    np.testing.assert_allclose(a, sums + layer.b[:, :, None, None], rtol=1e-9, atol=1e-11)
    delta = rng.normal(size=a.shape)
    onward, nabla_w = convolve_backward(delta, x, layer.w, stride, padding)
    np.testing.assert_allclose(layer.backward(delta), onward, rtol=1e-9, atol=1e-11)
    np.testing.assert_allclose(layer.nabla_w, nabla_w, rtol=1e-9, atol=1e-11)


X = np.array([[1.0, 2, 4], [0, 3, 1]]).reshape(1, 2, 3, 1)
W = np.array([[1.0, -1], [0, 10]]).reshape(1, 1, 2, 2)


def test_two_windows_by_hand():
    assert convolve(X, W).ravel().tolist() == [1 - 2 + 0 + 30, 2 - 4 + 0 + 10]
    onward, nabla_w = convolve_backward(np.array([1.0, 100]).reshape(1, 1, 2, 1), X, W)
    assert onward[0, :, :, 0].tolist() == [[1, -1 + 100, -100], [0, 10 + 0, 1000]]
    assert nabla_w[0, 0].tolist() == [[1 + 200, 2 + 400], [0 + 300, 3 + 100]]


def test_backward_is_a_convolution_with_the_filters_turned_around():
    rng = np.random.default_rng(0)
    x, w = rng.normal(size=(2, 5, 6, 3)), rng.normal(size=(4, 2, 3, 2))
    delta = rng.normal(size=(4, 3, 5, 3))
    turned = w[:, :, ::-1, ::-1].swapaxes(0, 1)
    np.testing.assert_allclose(
        convolve(delta, turned, padding=(2, 1)), convolve_backward(delta, x, w)[0], rtol=1e-9
    )


def test_a_1_by_1_convolution_is_a_dense_layer_at_each_place():
    conv, dense = Conv2d(3, 2, 1, rng=0), Dense(3, 2, rng=0)
    conv.w, conv.b = dense.w[:, :, None, None], dense.b
    x = np.random.default_rng(0).normal(size=(3, 4, 5, 2))
    delta = np.random.default_rng(1).normal(size=(2, 4, 5, 2))
    np.testing.assert_allclose(conv.forward(x), dense.forward(x), rtol=1e-12)
    np.testing.assert_allclose(conv.backward(delta), dense.backward(delta), rtol=1e-12)
    np.testing.assert_allclose(conv.nabla_w[:, :, 0, 0], dense.nabla_w, rtol=1e-12)
    np.testing.assert_allclose(conv.nabla_b, dense.nabla_b, rtol=1e-12)


def test_a_window_as_large_as_the_image_is_a_dense_layer_on_all_of_it():
    conv = Conv2d(2, 3, (3, 4), rng=0)
    x = np.random.default_rng(0).normal(size=(2, 3, 4, 5))
    expected = conv.w.reshape(3, -1) @ x.reshape(-1, 5) + conv.b
    np.testing.assert_allclose(conv.forward(x).reshape(3, 5), expected, rtol=1e-12)


def test_what_is_shifted_comes_out_shifted():
    layer, x = Conv2d(1, 2, 3, rng=0), np.zeros((1, 9, 9, 1))
    x[0, 3:5, 3:5] = 1
    moved = np.roll(x, (1, 2), axis=(1, 2))
    np.testing.assert_allclose(
        np.roll(layer.forward(x), (1, 2), axis=(1, 2)), layer.forward(moved), atol=1e-12
    )


@given(shapes, pairs, pairs)
def test_columns_are_windows_and_their_way_back_adds_up(shape, size, stride):
    assume(size[0] <= shape[1] and size[1] <= shape[2])
    x = np.random.default_rng(0).normal(size=shape)
    columns = im2col(x, size, stride)
    rows = (shape[1] - size[0]) // stride[0] + 1
    across = (shape[2] - size[1]) // stride[1] + 1
    assert columns.shape == (shape[0] * size[0] * size[1], rows * across * shape[3])
    for i, j, n in np.ndindex(rows, across, shape[3]):
        window = x[:, i * stride[0] : i * stride[0] + size[0], j * stride[1] : j * stride[1] + size[1], n]
        np.testing.assert_array_equal(columns[:, (i * across + j) * shape[3] + n], window.ravel())
    g = np.random.default_rng(1).normal(size=columns.shape)
    back = col2im(g, shape, size, stride)  # ⟨g, im2col(x)⟩ = ⟨col2im(g), x⟩ for every x: they are transposes
    assert (g * columns).sum() == pytest.approx((back * x).sum(), rel=1e-9, abs=1e-9)
    numerical = numerical_gradient(lambda nudged: (g * im2col(nudged, size, stride)).sum(), x)
    np.testing.assert_allclose(back, numerical, atol=1e-6)


class Unturned(Conv2d):
    """Convolves δ with the filters as they are."""

    def backward(self, delta):
        super().backward(delta)
        k = self.w.shape[2] - 1
        return convolve(delta, self.w.swapaxes(0, 1), padding=k)


class ForgetsPositions(Conv2d):
    """Takes the gradient of the filters from the first window alone, not the sum over all."""

    def backward(self, delta):
        onward = super().backward(delta)
        m = delta.shape[-1]  # the columns of the first window, one for each sample
        self.nabla_w = (delta[:, 0, 0] @ self.columns[:, :m].T).reshape(self.w.shape)
        return onward


class ForgetsPositionsOfTheBias(Conv2d):
    def backward(self, delta):
        onward = super().backward(delta)
        self.nabla_b = delta[:, 0, 0].sum(axis=1, keepdims=True)
        return onward


class Overwrites(Conv2d):
    """Where windows overlap, the last one wins."""

    def backward(self, delta):
        onward = super().backward(delta) * 0
        for u, v in np.ndindex(self.w.shape[2:]):
            window = np.s_[:, u : u + delta.shape[1], v : v + delta.shape[2]]
            onward[window] = np.tensordot(self.w[:, :, u, v].T, delta, axes=1)
        return onward


@pytest.mark.parametrize(
    ("wrong", "name"),
    [(Unturned, "x"), (Overwrites, "x"), (ForgetsPositions, "w"), (ForgetsPositionsOfTheBias, "b")],
)
def test_wrong_versions_are_noticed(wrong, name):
    x = np.random.default_rng(0).normal(size=(2, 4, 4, 2))
    assert max(check_layer(Conv2d(2, 2, 2), x).values()) < 1e-6
    errors = check_layer(wrong(2, 2, 2), x)
    assert [key for key, error in errors.items() if error > 1e-2] == [name]


def test_the_filters_begin_as_large_as_those_of_a_dense_layer():
    layer = Conv2d(8, 16, 5)
    assert layer.w.std() == pytest.approx(np.sqrt(2 / (8 * 25)), rel=0.05)
    assert Conv2d(8, 16, 5, init="xavier").w.std() == pytest.approx(np.sqrt(2 / (24 * 25)), rel=0.05)
    assert not layer.b.any()


def test_float32_stays():
    assert_float32_stays(Conv2d(2, 3, 2, stride=2, padding=1), np.ones((2, 4, 5, 3)))
    x, w = X.astype(np.float32), W.astype(np.float32)
    assert convolve(x, w).dtype == np.float32
    delta = np.ones((1, 1, 2, 1), np.float32)
    assert {array.dtype for array in convolve_backward(delta, x, w)} == {np.dtype(np.float32)}
    assert im2col(x, 2).dtype == np.float32


@pytest.mark.parametrize(
    ("act", "error", "words"),
    [
        (lambda: Conv2d(1, 1, 0), ValueError, "size must be a whole number, at least 1; got 0"),
        (lambda: Conv2d(1, 1, (2, 0)), ValueError, r"size\[1\] must be a whole number, at least 1; got 0"),
        (lambda: Conv2d(1, 1, (2, 2, 2)), ValueError, "size must be a whole number, or a pair of them"),
        (lambda: Conv2d(1, 1, "3"), TypeError, "size must be a whole number"),
        (lambda: Conv2d(1, 1, 2, stride=0), ValueError, "stride must be a whole number, at least 1; got 0"),
        (
            lambda: Conv2d(1, 1, 2, padding=-1),
            ValueError,
            "padding must be a whole number, at least 0; got -1",
        ),
        (lambda: Conv2d(1, 1, 2, init="none"), ValueError, "init must be one of"),
        (lambda: Conv2d(10**4, 10**4, 99), ValueError, "c_in · c_out · size must ask for at most"),
        (lambda: Conv2d(2, 1, 2).forward(X), ValueError, r"shape \(2, h, w, m\); got shape \(1, 2, 3, 1\)"),
        (
            lambda: Conv2d(1, 1, 3).forward(X),
            ValueError,
            "images, which are 2 × 3 with their padding; got 3 × 3",
        ),
        (lambda: Conv2d(1, 1, 2).forward(X[..., 0]), ValueError, r"x\[..., None\] is one sample"),
        (
            lambda: convolve(X, W[0]),
            ValueError,
            r"w must have shape \(c_out, c_in, k_h, k_w\); got shape \(1, 2",
        ),
        (lambda: convolve(X[:, 0], W), ValueError, r"x must have shape \(1, h, w, m\)"),
        (
            lambda: convolve_backward(X, X, W),
            ValueError,
            r"delta must have shape \(1, 1, 2, 1\); got shape \(1, 2",
        ),
        (lambda: im2col(X, 5), ValueError, "the window must fit into the images"),
        (lambda: col2im(np.ones((4, 3)), (1, 2, 3, 1), 2), ValueError, r"columns must have shape \(4, 2\)"),
    ],
)
def test_what_is_given_is_checked(act, error, words):
    with pytest.raises(error, match=words):
        act()
