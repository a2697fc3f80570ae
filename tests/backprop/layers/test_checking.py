import numpy as np
import pytest

from backprop import Activation, BatchNorm, Dense, Layer, Model, Residual, check_gradient, check_layer


def test_errors_go_by_the_names_of_the_parameters():
    errors = check_layer(Residual([Dense(2, 2), BatchNorm(2)]), np.random.default_rng(0).normal(size=(2, 4)))
    assert list(errors) == ["x", "inside.0.w", "inside.0.b", "inside.1.gamma", "inside.1.beta"]
    assert max(errors.values()) < 1e-6


def test_the_layer_stays_as_it_is():
    layer = BatchNorm(2).astype(np.float32)
    layer.forward(np.eye(2))
    before = dict(vars(layer))
    check_layer(layer, np.random.default_rng(0).normal(size=(2, 4)))
    assert vars(layer) == before  # the very same arrays
    assert layer.gamma.dtype == np.float32


class Twice(Dense):
    """Hands a gradient back that is a little too large: by a part of `by`."""

    by = 1e-3

    def backward(self, delta):
        onward = super().backward(delta)
        self.nabla_w = self.nabla_w * (1 + self.by)
        return onward


def test_an_error_is_measured_as_a_part():
    errors = check_layer(Twice(2, 2), np.random.default_rng(0).normal(size=(2, 4)))
    assert errors["w"] == pytest.approx(1e-3, rel=0.01)
    assert errors["x"] < 1e-8


def test_integers_are_numbers_like_others():
    assert max(check_layer(Dense(2, 1), [[1, 2], [3, 4]]).values()) < 1e-6


def test_a_gradient_of_another_shape_is_named():
    class Flat(Dense):
        def backward(self, delta):
            onward = super().backward(delta)
            self.nabla_b = self.nabla_b.ravel()
            return onward

    with pytest.raises(ValueError, match=r"nabla_b must have the shape .*, \(2, 1\); got shape \(2,\)"):
        check_layer(Flat(2, 2), np.eye(2))

    class Short(Dense):
        def backward(self, delta):
            return super().backward(delta)[:, :1]

    with pytest.raises(ValueError, match=r"∂C/∂x must have the shape .*, \(2, 2\); got shape \(2, 1\)"):
        check_layer(Short(2, 2), np.eye(2))


def test_a_gradient_that_was_forgotten_is_named():
    class Forgets(Layer):
        NAMES = ("w",)

        def __init__(self):
            self.w = np.ones((1, 1))

        def forward(self, x):
            return self.w * x

        def backward(self, delta):
            return self.w * delta

    with pytest.raises(RuntimeError, match="nabla_w is not there"):
        check_layer(Forgets(), [[1.0]])


@pytest.mark.parametrize(
    ("layer", "x", "error", "words"),
    [
        (Dense, [[1]], TypeError, r"layer must be a layer; got .*; Dense\(…\) makes one"),
        (None, [[1]], TypeError, "layer must be a layer; got None"),
        (Dense(2, 1), [[1]], ValueError, r"x of Dense must have shape \(2, …, m\)"),
        (Dense(1, 1), [["a"]], TypeError, "x of Dense must be"),
    ],
)
def test_what_is_given_is_checked(layer, x, error, words):
    with pytest.raises(error, match=words):
        check_layer(layer, x)


def small_model(first=Dense):
    return Model([first(2, 3), BatchNorm(3), Activation("tanh"), Dense(3, 2)], "softmax", "cross_entropy")


def test_a_model_is_checked_with_its_cost():
    model, x, y = small_model(), np.random.default_rng(0).normal(size=(2, 5)), np.eye(2)[:, [0, 1, 1, 0, 1]]
    before = {name: array.copy() for name, array in model.parameters.items()}
    assert check_gradient(model, x, y) < 1e-6
    assert check_gradient(model.astype(np.float32), x, y, h=1e-5) < 1e-6  # computed in float64
    for name, array in model.parameters.items():
        np.testing.assert_array_equal(array, before[name].astype(np.float32))
    assert not model.body.layers[1].running_mean.any()
    assert check_gradient(small_model(Twice), x, y) == pytest.approx(1e-3, rel=0.02)
    with pytest.raises(ValueError, match="y must have the shape"):
        check_gradient(model, x, y[:, :3])
    with pytest.raises(TypeError, match="net must be a Network or a Model; got"):
        check_gradient(model.body, x, y)
