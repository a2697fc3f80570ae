import copy

import numpy as np
import pytest

from backprop import Activation, BatchNorm, Dense, Layer, Residual, Sequential
from backprop.layers.layer import fits, shown_shape


class Scale(Layer):
    NAMES = ("w",)
    takes = (2, ..., "m")

    def __init__(self):
        self.w = np.array([[3.0]])

    def forward(self, x):
        self.x = x
        return self.w * x

    def backward(self, delta):
        self.nabla_w = np.array([[(delta * self.x).sum()]])
        return self.w * delta


def test_a_layer_of_ones_own_is_checked_and_composed_like_the_others():
    net = Sequential([Dense(3, 2), Scale()])
    assert list(net.parameters) == ["0.w", "0.b", "1.w"]
    net.backward(net.forward(np.ones((3, 4))))
    assert list(net.gradients) == ["0.w", "0.b", "1.w"]
    with pytest.raises(ValueError, match=r"x of Scale must have shape \(2, …, m\); got shape \(3, 1\)"):
        Scale().forward([[1], [2], [3]])


@pytest.mark.parametrize(
    ("shape", "takes", "yes"),
    [
        ((3, 5), (3, ..., "m"), True),
        ((3, 2, 2, 5), (3, ..., "m"), True),
        ((3,), (3, ..., "m"), False),
        ((3, 0), (3, ..., "m"), False),
        ((4, 5), (3, ..., "m"), False),
        ((1, 4, 4, 2), (1, "h", "w", "m"), True),
        ((1, 4, 4), (1, "h", "w", "m"), False),
        ((1, 4, 4, 2, 1), (1, "h", "w", "m"), False),
        ((5,), (..., "m"), True),
        ((), (..., "m"), False),
        ((3, 5), (3, "t", ..., "m"), False),
        ((3, 1, 5), (3, "t", ..., "m"), True),
    ],
)
def test_which_shapes_fit(shape, takes, yes):
    assert fits(shape, takes) is yes
    assert shown_shape((1, ..., "m")) == "(1, …, m)"


@pytest.mark.parametrize(
    ("x", "error", "words"),
    [
        (
            [1, 2],
            ValueError,
            r"x of Dense must have shape \(2, …, m\); got shape \(2,\); x\[:, None\] is one",
        ),
        (np.ones((5, 2)), ValueError, r"got shape \(5, 2\); x.T has samples in columns"),
        (
            np.ones((9, 2, 4)),
            ValueError,
            r"got shape \(9, 2, 4\); np.moveaxis\(x, 0, -1\) has the samples last",
        ),
        (np.ones((2, 0)), ValueError, r"got shape \(2, 0\)"),
        ([[1, np.nan], [1, 1]], ValueError, r"x of Dense .*got NaN at index \(0, 1\)"),
        (np.array([[1, np.inf], [1, 1]]), ValueError, "x of Dense must be finite; got inf at index"),
        ([["a"], ["b"]], TypeError, "x of Dense must be a number or an array of numbers; got"),
        ([[1], [2, 3]], ValueError, "x of Dense .* with rows of equal length"),
        ([[True], [False]], TypeError, "x of Dense must be"),
        (np.ones((2, 1)) * 1j, TypeError, "x of Dense must be real"),
        (None, TypeError, "x of Dense must be"),
    ],
)
def test_what_comes_in_is_checked(x, error, words):
    with pytest.raises(error, match=words):
        Dense(2, 3).forward(x)


def test_an_image_without_samples_gets_a_hint():
    class Image(Scale):
        takes = (2, "h", "w", "m")

    with pytest.raises(ValueError, match=r"x\[..., None\] is one sample"):
        Image().forward(np.ones((2, 3, 3)))


def test_what_comes_back_is_checked():
    layer = Dense(2, 3)
    with pytest.raises(RuntimeError, match=r"Dense.backward answers for a forward, and there was none"):
        layer.backward([[1], [1], [1]])
    layer.forward(np.ones((2, 4)))
    with pytest.raises(ValueError, match=r"delta of Dense must have .* \(3, 4\); got shape \(3, 1\)"):
        layer.backward([[1], [1], [1]])
    with pytest.raises(ValueError, match="delta of Dense must be finite"):
        layer.backward(np.full((3, 4), np.inf))


def test_there_is_no_way_back_from_a_prediction_that_is_no_forward():
    layer = BatchNorm(2)
    layer.forward(np.eye(2))
    layer.predict(np.eye(2))
    with pytest.raises(RuntimeError, match="there was none"):
        layer.backward(np.eye(2))


def test_gradients_are_not_there_before_the_way_back():
    with pytest.raises(RuntimeError, match=r"0.nabla_w is not there before backward is called"):
        _ = Sequential([Dense(1, 1)]).gradients


def test_parameters_can_be_assigned_but_not_reshaped():
    layer, w = Dense(2, 1), np.array([[1.0, 2.0]])
    layer.w = w
    w[...] = 9
    assert layer.w.tolist() == [[1, 2]]
    layer.w = [[3, 4]]
    assert layer.w.dtype == np.float64
    with pytest.raises(ValueError, match=r"w of Dense must have shape \(1, 2\); got shape \(2,\)"):
        layer.w = [1, 2]
    with pytest.raises(ValueError, match="NaN"):
        layer.b = [[np.nan]]


def test_a_copy_has_parameters_of_its_own():
    layer = Sequential([Dense(2, 1)])
    other = copy.deepcopy(layer)
    other.layers[0].w[...] = 7
    assert not (layer.layers[0].w == 7).any()


def test_precision():
    net = Sequential([Residual([Dense(2, 2), BatchNorm(2), Activation("tanh")])])
    assert net.astype(np.float32) is net
    assert net.forward(np.eye(2)).dtype == np.float32
    assert net.layers[0].inside.layers[1].running_mean.dtype == np.float32
    assert {array.dtype for array in net.astype("float64").parameters.values()} == {np.dtype(np.float64)}
    with pytest.raises(TypeError, match=r"dtype must be one of floats, as np\.float32; got 'int32'"):
        net.astype("int32")
    with pytest.raises(ValueError, match="x of Dense must not exceed"):
        Dense(1, 1).astype(np.float32).forward([[1e300]])


def test_the_base_class_computes_nothing():
    for method in ("forward", "backward"):
        with pytest.raises(NotImplementedError, match=f"Layer has no {method} of its own"):
            getattr(Layer(), method)(np.ones((1, 1)))


def test_what_a_layer_returns_is_not_what_it_was_given():
    x = np.random.default_rng(0).normal(size=(2, 3))
    kept, layer = x.copy(), Sequential([Residual(Dense(2, 2)), BatchNorm(2), Activation("relu")])
    delta = np.ones((2, 3))
    layer.forward(x)
    layer.backward(delta)
    assert (x == kept).all()
    assert (delta == 1).all()


@pytest.mark.parametrize(
    ("layer", "text"),
    [
        (Dense(2, 3), "Dense(w: (3, 2), b: (3, 1))"),
        (Activation("relu"), "Activation('relu')"),
        (Sequential([Dense(2, 3), Activation("relu")]), "Sequential(0: Dense, 1: Activation)"),
        (Residual(Dense(2, 3), Dense(2, 3)), "Residual(inside: Dense, road: Dense)"),
        (Layer(), "Layer()"),
    ],
)
def test_a_layer_says_what_it_is(layer, text):
    assert repr(layer) == text
