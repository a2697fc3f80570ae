import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from backprop import MaxPool2d, check_layer
from backprop.layers.convolution import col2im

from .oracles import assert_right

pairs = st.tuples(st.integers(1, 3), st.integers(1, 3))
shapes = st.tuples(st.integers(1, 2), st.integers(1, 6), st.integers(1, 6), st.integers(1, 2))


def by_the_definition(size, stride):
    def definition(x):
        channels, height, width, m = x.shape
        rows, columns = (height - size[0]) // stride[0] + 1, (width - size[1]) // stride[1] + 1
        a = np.zeros((channels, rows, columns, m), complex)
        for c, i, j, n in np.ndindex(a.shape):
            window = [
                x[c, i * stride[0] + u, j * stride[1] + v, n] for u in range(size[0]) for v in range(size[1])
            ]
            a[c, i, j, n] = max(window, key=lambda entry: entry.real)  # of several, Python takes the first
        return a

    return definition


@settings(max_examples=40)
@given(shapes, pairs, pairs, st.integers(0, 99), st.booleans())
def test_against_the_definition(shape, size, stride, seed, ties):
    assume(size[0] <= shape[1] and size[1] <= shape[2])
    rng = np.random.default_rng(seed)
    x = rng.integers(0, 3, shape).astype(float) if ties else rng.normal(size=shape)
    assert_right(MaxPool2d(size, stride=stride), x, by_the_definition(size, stride))


def test_two_windows_by_hand():
    layer = MaxPool2d(2)
    x = np.array([[1, 5, 2, 2], [3, 4, 2, 0]]).reshape(1, 2, 4, 1)
    assert layer.forward(x).ravel().tolist() == [5, 2]
    onward = layer.backward(np.array([10, 100]).reshape(1, 1, 2, 1))
    assert onward[0, :, :, 0].tolist() == [[0, 10, 100, 0], [0, 0, 0, 0]]


def test_without_a_stride_windows_do_not_overlap():
    assert MaxPool2d((2, 3)).forward(np.ones((1, 5, 7, 1))).shape == (1, 2, 2, 1)
    assert MaxPool2d(3, stride=1).forward(np.ones((1, 5, 7, 1))).shape == (1, 3, 5, 1)


class ToAll(MaxPool2d):
    """Hands δ to every entry of the window, as a mean would."""

    def backward(self, delta):
        columns = np.broadcast_to(delta[:, None], (delta.shape[0], 4, *delta.shape[1:]))
        return col2im(columns.reshape(-1, delta[0].size), self.shape, self.size, self.stride)


class ToOneOnly(MaxPool2d):
    """Where windows overlap, an entry keeps what it got last, and does not add up."""

    def backward(self, delta):
        onward = np.zeros(self.shape)
        for c, i, j, n in np.ndindex(delta.shape):
            one = np.zeros(delta.shape)
            one[c, i, j, n] = delta[c, i, j, n]
            share = super().backward(one)
            onward[share != 0] = share[share != 0]
        return onward


@pytest.mark.parametrize("wrong", [ToAll, ToOneOnly])
def test_wrong_versions_are_noticed(wrong):
    x = np.random.default_rng(0).normal(size=(2, 4, 4, 2))
    assert check_layer(MaxPool2d(2, stride=1), x)["x"] < 1e-6
    assert check_layer(wrong(2, stride=1), x)["x"] > 1e-2


def test_float32_stays():
    layer, x = MaxPool2d(2), np.ones((2, 4, 4, 1), np.float32)
    assert layer.forward(x).dtype == layer.backward(np.ones((2, 2, 2, 1))).dtype == np.float32


@pytest.mark.parametrize(
    ("act", "error", "words"),
    [
        (lambda: MaxPool2d(0), ValueError, "size must be a whole number, at least 1; got 0"),
        (lambda: MaxPool2d(2, stride=1.5), TypeError, "stride must be a whole number"),
        (
            lambda: MaxPool2d(3).forward(np.ones((1, 2, 9, 1))),
            ValueError,
            "2 × 9 with their padding; got 3 × 3",
        ),
        (
            lambda: MaxPool2d(1).forward(np.ones((2, 9))),
            ValueError,
            r"x of MaxPool2d must have shape \(c, h, w, m\)",
        ),
    ],
)
def test_what_is_given_is_checked(act, error, words):
    with pytest.raises(error, match=words):
        act()
