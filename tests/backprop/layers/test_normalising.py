import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop import BatchNorm, LayerNorm, RMSNorm, check_layer

from .oracles import assert_float32_stays, assert_right, drawn

EPSILON = 0.01
each = pytest.mark.parametrize("kind", [BatchNorm, LayerNorm, RMSNorm])


def batch_norm(x, gamma, beta):
    a = np.zeros(x.shape, complex)
    for j in range(len(x)):
        values = x[j].ravel()
        mean = sum(values) / len(values)
        variance = sum((value - mean) * (value - mean) for value in values) / len(values)
        a[j] = gamma[j, 0] * (x[j] - mean) / np.sqrt(variance + EPSILON) + beta[j, 0]
    return a


def layer_norm(x, gamma, beta):
    a = np.zeros(x.shape, complex)
    for place in np.ndindex(x.shape[1:]):
        column = x[(slice(None), *place)]
        mean = sum(column) / len(column)
        variance = sum((value - mean) * (value - mean) for value in column) / len(column)
        for j, value in enumerate(column):
            a[(j, *place)] = gamma[j, 0] * (value - mean) / np.sqrt(variance + EPSILON) + beta[j, 0]
    return a


def rms_norm(x, gamma):
    a = np.zeros(x.shape, complex)
    for place in np.ndindex(x.shape[1:]):
        column = x[(slice(None), *place)]
        square = sum(value * value for value in column) / len(column)
        for j, value in enumerate(column):
            a[(j, *place)] = gamma[j, 0] * value / np.sqrt(square + EPSILON)
    return a


DEFINITIONS = {BatchNorm: batch_norm, LayerNorm: layer_norm, RMSNorm: rms_norm}


@each
@given(
    n=st.integers(1, 4),
    places=st.lists(st.integers(1, 3), max_size=2),
    m=st.integers(2, 4),
    seed=st.integers(0, 99),
)
def test_against_the_definition(kind, n, places, m, seed):
    x = np.random.default_rng(seed).normal(1, 2, size=(n, *places, m))
    assert_right(drawn(kind(n, epsilon=EPSILON), seed), x, DEFINITIONS[kind], rtol=1e-8, atol=1e-10)


def test_a_batch_by_hand():
    layer = BatchNorm(1, epsilon=1e-300)
    layer.gamma, layer.beta = [[2]], [[10]]
    x = [[1, 1, 5, 5]]  # mean 3, variance 4, x̂ = −1, −1, 1, 1
    assert layer.forward(x).tolist() == [[8, 8, 12, 12]]
    # g = 2 δ = (8, 0, 0, 0): its mean is 2, that of g x̂ is −2; (8 − 2 − 2, −2 − 2, −2 + 2, −2 + 2) / 2
    assert layer.backward([[4, 0, 0, 0]]).tolist() == [[2, -2, 0, 0]]
    assert (layer.nabla_gamma.item(), layer.nabla_beta.item()) == (-4, 4)
    assert layer.running_mean.item() == pytest.approx(0.9 * 0 + 0.1 * 3)
    assert layer.running_variance.item() == pytest.approx(0.9 * 1 + 0.1 * (16 / 3))  # unbiased: 16 / (4 − 1)


def test_a_column_by_hand():
    layer = LayerNorm(4, epsilon=1e-300)
    assert layer.forward([[1], [1], [5], [5]]).ravel().tolist() == [-1, -1, 1, 1]
    assert layer.backward([[4], [0], [0], [0]]).ravel().tolist() == [1, -1, 0, 0]  # (4 − 1 − 1) / 2, …
    assert layer.nabla_gamma.ravel().tolist() == [-4, 0, 0, 0]


def test_a_root_mean_square_by_hand():
    layer = RMSNorm(2, epsilon=1e-300)
    np.testing.assert_allclose(layer.forward([[1], [7]]), [[0.2], [1.4]], rtol=1e-15)  # √((1 + 49)/2) = 5
    # g = (10, 0): mean(g x̂) = 1; ((10, 0) − (0.2, 1.4)) / 5
    np.testing.assert_allclose(layer.backward([[10], [0]]), [[1.96], [-0.28]], rtol=1e-14)


class Shortened(BatchNorm):
    """Leaves out one of the paths through the statistics, or both."""

    def __init__(self, *lost):
        super().__init__(3)
        self.lost = lost

    def backward(self, delta):
        super().backward(delta)
        g = self.gamma * delta
        onward = g.copy()
        if "mean" not in self.lost:
            onward -= g.mean(axis=1, keepdims=True)
        if "variance" not in self.lost:
            onward -= self.x_hat * (g * self.x_hat).mean(axis=1, keepdims=True)
        return onward / self.root


@pytest.mark.parametrize("lost", [("mean",), ("variance",), ("mean", "variance")])
def test_a_lost_path_is_noticed(lost):
    x = np.random.default_rng(0).normal(size=(3, 5))
    assert max(check_layer(Shortened(), x).values()) < 1e-6
    errors = check_layer(Shortened(*lost), x)
    assert errors["x"] > 1e-2
    assert max(errors["gamma"], errors["beta"]) < 1e-6


class ForgetsSamples(LayerNorm):
    def backward(self, delta):
        onward = super().backward(delta)
        self.nabla_gamma = (delta * self.x_hat.reshape(delta.shape))[..., :1]
        return onward


class TakesTheMeanOverSamples(LayerNorm):
    def backward(self, delta):
        super().backward(delta)
        g = self.gamma * delta
        through_variance = self.x_hat * (g * self.x_hat).mean(axis=0)
        return (g - g.mean(axis=1, keepdims=True) - through_variance) / self.root


class KeepsTheMean(RMSNorm):
    def backward(self, delta):
        onward = super().backward(delta)
        return onward - (self.gamma * delta).mean(axis=0) / self.root


@pytest.mark.parametrize(
    ("wrong", "name"), [(ForgetsSamples, "gamma"), (TakesTheMeanOverSamples, "x"), (KeepsTheMean, "x")]
)
def test_wrong_versions_are_noticed(wrong, name):
    x = np.random.default_rng(0).normal(size=(3, 5))
    assert check_layer(wrong(3), x)[name] > 1e-2


def test_three_paths_are_the_short_form():
    rng = np.random.default_rng(0)
    x, delta = rng.normal(size=(3, 6)), rng.normal(size=(3, 6))
    layer = drawn(BatchNorm(3))
    layer.forward(x)
    short, m = layer.backward(delta), x.shape[1]
    mean = x.mean(axis=1, keepdims=True)
    g = layer.gamma * delta
    to_variance = (g * (x - mean)).sum(axis=1, keepdims=True) * -0.5 * layer.root**-3
    to_mean = -g.sum(axis=1, keepdims=True) / layer.root
    to_mean += to_variance * (-2 * (x - mean)).mean(axis=1, keepdims=True)
    np.testing.assert_allclose(
        short, g / layer.root + to_variance * 2 * (x - mean) / m + to_mean / m, rtol=1e-9
    )


def test_running_averages_find_the_data():
    rng, layer = np.random.default_rng(0), BatchNorm(2)
    for _ in range(300):
        layer.forward(rng.normal([[5], [-2]], [[3], [0.5]], size=(2, 64)))
    np.testing.assert_allclose(layer.running_mean.ravel(), [5, -2], atol=0.5)
    np.testing.assert_allclose(layer.running_variance.ravel(), [9, 0.25], rtol=0.2)
    one = layer.predict([[5], [-2]])  # a single sample has an answer
    np.testing.assert_allclose(one, 0, atol=0.3)


def test_a_prediction_by_hand():
    layer = BatchNorm(1, epsilon=1)
    layer.gamma, layer.beta = [[10]], [[1]]
    layer.running_mean, layer.running_variance = [[5]], [[3]]
    assert layer.predict([[5, 7]]).tolist() == [[1, 10 * (7 - 5) / 2 + 1]]  # √(3 + 1) = 2


def test_running_averages_are_checked_like_parameters():
    layer, mean = BatchNorm(2), np.ones((2, 1))
    layer.running_mean = mean
    layer.forward(np.eye(2))
    assert (mean == 1).all()
    with pytest.raises(
        ValueError, match=r"running_variance of BatchNorm must have shape \(2, 1\); got shape \(2,\)"
    ):
        layer.running_variance = [1, 1]


def test_a_prediction_moves_nothing_and_hangs_on_no_other_sample():
    layer = BatchNorm(2)
    layer.forward(np.random.default_rng(0).normal(size=(2, 9)))
    x = np.random.default_rng(1).normal(size=(2, 4))
    before = layer.running_mean.copy(), layer.running_variance.copy()
    together = layer.predict(x)
    np.testing.assert_array_equal(together[:, [1]], layer.predict(x[:, [1]]))
    assert (before[0] == layer.running_mean).all()
    assert (before[1] == layer.running_variance).all()


@each
def test_a_large_shift_costs_no_digits_but_those_of_the_data(kind):
    if kind is not RMSNorm:
        x = np.random.default_rng(0).normal(size=(4, 6))
        np.testing.assert_allclose(kind(4).forward(x + 1e6), kind(4).forward(x), atol=1e-7)
    assert np.isfinite(kind(2).forward([[0, 0], [0, 0]])).all()  # all the same: ε keeps the quotient finite


@each
def test_float32_stays(kind):
    assert_float32_stays(kind(3), np.random.default_rng(0).normal(size=(3, 2, 4)))


@pytest.mark.parametrize(
    ("make", "error", "words"),
    [
        (lambda: BatchNorm(0), ValueError, "n must be a whole number, at least 1; got 0"),
        (lambda: BatchNorm(2, keep=1), ValueError, "keep must be a finite number and at least 0 and below 1"),
        (lambda: BatchNorm(2, epsilon=0), ValueError, "epsilon must be a finite number and above 0; got 0"),
        (lambda: LayerNorm(2, epsilon=-1), ValueError, "epsilon must be a finite number and above 0; got -1"),
        (lambda: RMSNorm("2"), TypeError, "n must be a whole number"),
        (lambda: BatchNorm(1).forward([[3]]), ValueError, "at least two values of each feature .* got one"),
        (
            lambda: LayerNorm(3).forward(np.ones((2, 1))),
            ValueError,
            r"x of LayerNorm must have shape \(3, …, m\)",
        ),
    ],
)
def test_what_is_given_is_checked(make, error, words):
    with pytest.raises(error, match=words):
        make()
