import copy
import re

import numpy as np
import pytest

from backprop import Network, check_gradient, sigmoid_prime, worst_entry
from backprop.activation_table import ACTIVATIONS

HIDDEN = list(ACTIVATIONS)
ENDS = [("quadratic", output) for output in [*HIDDEN, "softmax"]]
ENDS += [("cross_entropy", "sigmoid"), ("cross_entropy", "softmax")]


def data(net, m=4, seed=2):
    rng = np.random.default_rng(seed)
    y = rng.uniform(0.1, 0.9, (net.sizes[-1], m))
    return rng.normal(size=(net.sizes[0], m)), y / y.sum(axis=0)


# A right gradient passes


@pytest.mark.parametrize("init", ["normal", "small", "nielsen", "xavier", "he", "zeros"])
@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.parametrize(("cost", "output"), ENDS, ids=["-".join(end) for end in ENDS])
def test_the_library_s_own_gradient_passes(hidden, cost, output, init):
    net = Network([3, 4, 3, 2], hidden=hidden, cost=cost, output=output, init=init, rng=4)
    if init == "zeros":
        net.biases = [b + 0.1 for b in net.biases]  # away from relu's kink
    assert check_gradient(net, *data(net)) < 1e-7


def test_deep_networks_with_vanishing_gradients_pass():
    net = Network([2, *[3] * 9, 1], init="nielsen", rng=1)
    x, y = data(net)
    assert np.abs(net.backprop(x, y)[1][0]).max() < 1e-6
    assert check_gradient(net, x, y) < 1e-7


@pytest.mark.parametrize("size", [1e-6, 1e-3, 1e3])
def test_small_and_large_costs_pass(size):
    net = Network([3, 4, 2], hidden="tanh", output="identity", init="xavier", rng=1)
    x, _ = data(net)
    y = net.feedforward(x) + size
    assert check_gradient(net, x, y) < 1e-7


def test_saturated_outputs_pass():
    net = Network([2, 2], cost="cross_entropy", init="zeros")
    net.weights = [[[1000, 0], [0, -1000]]]
    assert check_gradient(net, [[1, -1], [1, 1]], [[0, 0], [1, 1]]) < 1e-7


def test_float32_is_checked_against_float64():
    net = Network([3, 4, 2], hidden="tanh", output="softmax", cost="cross_entropy", rng=1)
    net.weights = [w.astype(np.float32) for w in net.weights]
    net.biases = [b.astype(np.float32) for b in net.biases]
    error = check_gradient(net, *data(net))
    assert 1e-9 < error < 1e-4
    assert net.weights[0].dtype == np.float32


def test_the_nudge_can_be_chosen():
    net = Network([2, 3, 1], rng=1)
    x, y = data(net)
    errors = [check_gradient(net, x, y, h=h) for h in (1e-1, 1e-3, 1e-5)]
    assert errors[0] > 100 * errors[1] > 1000 * errors[2]


each_kinked = pytest.mark.parametrize("hidden", ["relu", "leaky_relu"])


def kinked(hidden, z_hidden):
    """A 1-1-1 network whose hidden relu stands where it is told to."""
    net = Network([1, 1, 1], hidden=hidden, output="identity", init="zeros")
    net.weights, net.biases = [[[1]], [[1]]], [[[z_hidden]], [[2]]]
    return net


@each_kinked
def test_entries_at_a_kink_are_left_out(hidden):
    away, near = (worst_entry(kinked(hidden, z), [[0]], [[5]]) for z in (1e-3, 1e-9))
    assert (away.left_out, near.left_out) == (0, 1)  # the hidden bias; the nudge of its weight meets x = 0
    assert max(away.error, near.error) < 1e-7
    assert str(near).endswith("; left out at a kink: 1")


@pytest.mark.parametrize("hidden", ["silu", "gelu"])
def test_a_smooth_bend_is_no_kink(hidden):
    at_zero = worst_entry(kinked(hidden, 0), [[0]], [[5]])
    assert at_zero.left_out == 0
    assert at_zero.error < 1e-7


def test_a_dead_layer_under_relus_is_no_false_alarm():
    net = Network([2, 2, 2, 1], hidden="relu", output="identity", init="he", rng=0)
    net.biases[0] -= 100  # all off, so the next layer's z are its biases: 0, on the kink
    assert 0 < worst_entry(net, [[1], [2]], [[3]]).left_out < 12
    assert check_gradient(net, [[1], [2]], [[3]]) < 1e-8


def test_a_wrong_relu_prime_is_caught_away_from_its_kink():
    class Leaking(Network):
        def backprop(self, x, y):
            self._slope = np.ones_like
            return super().backprop(x, y)

    net = Leaking([3, 4, 2], hidden="relu", rng=3)
    assert check_gradient(net, *data(net)) > 0.1


@each_kinked
def test_where_all_entries_lie_at_a_kink_nothing_can_be_said(hidden):
    net = Network([1, 1], output=hidden, init="zeros")
    with pytest.raises(ValueError, match="every entry lies at a kink of a relu"):
        check_gradient(net, [[1]], [[1]])


def test_the_network_is_not_changed():
    net = Network([2, 3, 1], rng=1)
    before = copy.deepcopy(net)
    check_gradient(net, *data(net))
    for one, other in zip(net.weights + net.biases, before.weights + before.biases, strict=True):
        np.testing.assert_array_equal(one, other)


# The worst entry


class OneWrong(Network):
    """Right but for one entry, which is 3 too large."""

    def backprop(self, x, y):
        nabla_b, nabla_w = super().backprop(x, y)
        nabla_w[1][2, 0] += 3
        return nabla_b, nabla_w


def test_the_worst_entry_is_found_and_named():
    net = OneWrong([2, 4, 3, 1], rng=1)
    x, y = data(net)
    entry = worst_entry(net, x, y)
    right = Network.backprop(net, x, y)[1][1][2, 0]
    assert (entry.name, entry.layer, entry.index) == ("weights", 3, (2, 0))
    assert entry.backprop == right + 3
    assert entry.numerical == pytest.approx(right, abs=1e-9)
    assert entry.error == pytest.approx(3 / entry.backprop, rel=1e-6)
    assert entry.error == check_gradient(net, x, y)
    assert type(entry.error) is float
    shown = r"weights\[1\]\[2, 0\] \(layer 3\): backprop [\d.]+, numerical -0\.0\d+, relative error 1\.0e\+00"
    assert re.fullmatch(shown, str(entry))


def test_the_measure_of_small_entries():
    """An entry below a thousandth of the cost is measured by that thousandth; of a cost below 1, by 0.001."""

    class Off(Network):
        def backprop(self, x, y):
            nabla_b, nabla_w = super().backprop(x, y)
            return [b + 1e-5 for b in nabla_b], nabla_w

    net = Off([1, 1], output="identity", init="zeros")
    assert check_gradient(net, [[0]], [[0]]) == pytest.approx(1e-5 / 1e-3)
    net = Off([1, 2], output="identity", init="zeros")
    net.biases = [[[200], [0]]]  # C = 20000, and the second bias has gradient 0
    assert worst_entry(net, [[0]], [[0], [0]]).index == (1, 0)
    assert check_gradient(net, [[0]], [[0], [0]]) == pytest.approx(1e-5 / 20, rel=1e-3)


@pytest.mark.parametrize(("factor", "error"), [(0, 1), (0.5, 0.5), (2, 0.5), (-1, 2)])
def test_the_measure_of_large_entries(factor, error):
    class Scaled(Network):
        def backprop(self, x, y):
            nabla_b, nabla_w = super().backprop(x, y)
            return [factor * b for b in nabla_b], nabla_w

    net = Scaled([1, 1], output="identity", init="zeros")
    assert check_gradient(net, [[0]], [[5]]) == pytest.approx(error, rel=1e-6)


# A gallery of wrong backpropagations: the right one, written out, with one thing wrong in each


class Written(Network):
    """Backpropagation for the quadratic cost, in steps that can be got wrong one at a time."""

    def backprop(self, x, y):
        x, y = np.asarray(x, float), np.asarray(y, float)
        zs, activations = self.forward_pass(x)
        last, m = len(self.sizes), x.shape[1]
        nabla_b, nabla_w = {}, {}
        delta = self.output_error(zs[last], activations[last], y)
        for layer in range(last, 1, -1):
            nabla_b[layer] = self.bias_gradient(delta, m)
            nabla_w[layer] = self.weight_gradient(delta, layer, zs, activations, m)
            if layer > 2:
                w, z, a = self.weights[layer - 2], zs[layer - 1], activations[layer - 1]
                delta = self.hidden_error(w, delta, z, a)
        return [nabla_b[layer] for layer in zs], [nabla_w[layer] for layer in zs]

    def output_error(self, z, a, y):
        return (a - y) * sigmoid_prime(z)

    def hidden_error(self, w, delta, z, a):
        return (w.T @ delta) * sigmoid_prime(z)

    def bias_gradient(self, delta, m):
        return delta.sum(axis=1, keepdims=True) / m

    def weight_gradient(self, delta, layer, zs, activations, m):
        return delta @ activations[layer - 1].T / m


def gallery():
    def wrong(name, **methods):
        return pytest.param(type("Wrong", (Written,), methods), id=name)

    yield wrong("BP1: sign", output_error=lambda self, z, a, y: (y - a) * sigmoid_prime(z))
    yield wrong("BP1: σ' lost", output_error=lambda self, z, a, y: a - y)
    yield wrong("BP1: σ for σ'", output_error=lambda self, z, a, y: (a - y) * a)
    yield wrong("BP1: σ' of a", output_error=lambda self, z, a, y: (a - y) * sigmoid_prime(a))
    yield wrong("BP1: a(a − 1)", output_error=lambda self, z, a, y: (a - y) * a * (a - 1))
    yield wrong("BP1: 2 for 1/2", output_error=lambda self, z, a, y: 2 * (a - y) * sigmoid_prime(z))
    yield wrong("BP2: σ' lost", hidden_error=lambda self, w, delta, z, a: w.T @ delta)
    yield wrong("BP2: σ' of a", hidden_error=lambda self, w, delta, z, a: (w.T @ delta) * sigmoid_prime(a))
    yield wrong("BP2: z(1 − z)", hidden_error=lambda self, w, delta, z, a: (w.T @ delta) * z * (1 - z))
    yield wrong("BP2: σ − (1 − σ)", hidden_error=lambda self, w, delta, z, a: (w.T @ delta) * (2 * a - 1))
    yield wrong(
        "BP2: transpose lost", hidden_error=lambda self, w, delta, z, a: (w @ delta) * sigmoid_prime(z)
    )
    yield wrong("BP3: 1/m lost", bias_gradient=lambda self, delta, m: delta.sum(axis=1, keepdims=True))
    yield wrong("BP3: 1/m twice", bias_gradient=lambda self, delta, m: delta.mean(axis=1, keepdims=True) / m)
    yield wrong("BP3: first sample only", bias_gradient=lambda self, delta, m: delta[:, :1])
    yield wrong(
        "BP3: one sum for all units",
        bias_gradient=lambda self, delta, m: np.full((len(delta), 1), delta.sum() / m),
    )
    yield wrong(
        "BP4: 1/m lost",
        weight_gradient=lambda self, delta, layer, zs, activations, m: delta @ activations[layer - 1].T,
    )
    yield wrong(
        "BP4: z for a",
        weight_gradient=lambda self, delta, layer, zs, activations, m: (
            delta @ zs.get(layer - 1, activations[1]).T / m
        ),
    )
    yield wrong(
        "BP4: transposed",
        weight_gradient=lambda self, delta, layer, zs, activations, m: activations[layer - 1] @ delta.T / m,
    )
    yield wrong(
        "BP4: a of the same layer",
        weight_gradient=lambda self, delta, layer, zs, activations, m: delta @ activations[layer].T / m,
    )


@pytest.mark.parametrize("right", [Network, Written])
def test_the_right_backpropagation_passes(right):
    net = right([3, 3, 3, 3], init="nielsen", rng=0)
    assert check_gradient(net, *data(net)) < 1e-8


@pytest.mark.parametrize("wrong", list(gallery()))
def test_a_wrong_backpropagation_is_caught_though_all_shapes_fit(wrong):
    net = wrong(
        [3, 3, 3, 3], init="nielsen", rng=0
    )  # square weights: a lost transpose does not show in the shape
    assert check_gradient(net, *data(net)) > 0.01


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            lambda b, w: ([np.hstack([one] * 4) for one in b], w),
            r"nabla_b\[0\] \(layer 2\) must have shape \(4, 1\)",
        ),
        (lambda b, w: (b, [one.T for one in w]), r"nabla_w\[0\] \(layer 2\) must have shape \(4, 3\)"),
        (lambda b, w: (b[::-1], w), r"nabla_b\[0\] \(layer 2\) must have shape \(4, 1\); got shape \(2, 1\)"),
        (lambda b, w: (b, w[:1]), r"nabla_w must be a list of 2 arrays, .*; got 1"),
        (lambda b, w: (b, [one * np.nan for one in w]), r"nabla_w\[0\] \(layer 2\) must .*; got NaN"),
    ],
    ids=["bias gradient unsummed", "transposed", "reversed", "layer forgotten", "nan"],
)
def test_a_gradient_of_the_wrong_shape_is_named(change, message):
    class Wrong(Network):
        def backprop(self, x, y):
            return change(*super().backprop(x, y))

    net = Wrong([3, 4, 2], rng=0)
    with pytest.raises(ValueError, match=message):
        check_gradient(net, *data(net))


def test_bad_data_are_named_as_by_the_network():
    with pytest.raises(ValueError, match=r"x must have shape \(2, m\)"):
        check_gradient(Network([2, 1]), [1, 2], [[1]])
    with pytest.raises(ValueError, match="h must be a positive finite number; got 0"):
        check_gradient(Network([1, 1]), [[1]], [[1]], h=0)


@pytest.mark.parametrize("check", [check_gradient, worst_entry])
@pytest.mark.parametrize("net", [None, "net", 3, [Network([2, 1])], Network])
def test_what_is_no_network_is_named(check, net):
    with pytest.raises(TypeError, match=r"^net must be a Network( or a Model)?; got "):
        check(net, [[1], [1]], [[0]])


@pytest.mark.parametrize("gradient", [None, 3, (), ([], [], []), "ab", {"b": [], "w": []}])
def test_a_backprop_that_returns_something_else_is_named(gradient):
    class Own(Network):
        def backprop(self, x, y):
            return gradient

    with pytest.raises(TypeError, match=r"^backprop must return nabla_b and nabla_w; got "):
        check_gradient(Own([2, 1]), [[1], [1]], [[0]])
