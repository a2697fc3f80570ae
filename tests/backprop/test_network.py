import copy
import pickle

import numpy as np
import pytest

from backprop import Network, gelu, relu, relu_prime, sigmoid, sigmoid_prime, softmax
from backprop.activation_table import ACTIVATIONS

LOG3 = np.log(3)  # σ(log 3) = 3/4 and σ(−log 3) = 1/4, so that everything below is a fraction times log 3


def worked(**names):
    """A 2-2-1 network whose numbers can be worked by hand."""
    net = Network([2, 2, 1], **names)
    net.weights = [[[LOG3, 0], [0, LOG3]], [[2 * LOG3, -2 * LOG3]]]
    net.biases = [[[0], [0]], [[0]]]
    return net


def assert_lists(arrays, *expected):
    for array, by_hand in zip(arrays, expected, strict=True):
        np.testing.assert_allclose(array, by_hand, rtol=1e-14, atol=1e-16)


# Numbers worked by hand


def test_forward_pass_worked_by_hand():
    zs, activations = worked().forward_pass([[1, -1, 0], [-1, 1, 0]])
    assert_lists(zs.values(), [[LOG3, -LOG3, 0], [-LOG3, LOG3, 0]], [[LOG3, -LOG3, 0]])
    assert_lists(
        activations.values(),
        [[1, -1, 0], [-1, 1, 0]],
        [[3 / 4, 1 / 4, 1 / 2], [1 / 4, 3 / 4, 1 / 2]],
        [[3 / 4, 1 / 4, 1 / 2]],
    )
    assert (list(zs), list(activations)) == ([2, 3], [1, 2, 3])


def test_backprop_worked_by_hand():
    net, x, y = worked(), [[1], [-1]], [[0]]
    assert net.cost(x, y) == pytest.approx(9 / 32, rel=1e-14)
    nabla_b, nabla_w = net.backprop(x, y)
    to_hidden = 27 / 512 * LOG3  # δ³ = 3/4 · 3/16 = 9/64, and δ² = ±2 log 3 · 9/64 · 3/16
    assert_lists(nabla_b, [[to_hidden], [-to_hidden]], [[9 / 64]])
    assert_lists(
        nabla_w, [[to_hidden, -to_hidden], [-to_hidden, to_hidden]], [[9 / 64 * 3 / 4, 9 / 64 * 1 / 4]]
    )


def test_a_batch_worked_by_hand():
    net, x, y = worked(), [[1, -1], [-1, 1]], [[0, 1]]  # the second sample mirrors the first: δ³ = −9/64
    assert net.cost(x, y) == pytest.approx(9 / 32, rel=1e-14)
    nabla_b, nabla_w = net.backprop(x, y)
    to_hidden = 27 / 512 * LOG3
    assert_lists(nabla_b, [[0], [0]], [[0]])
    assert_lists(nabla_w, [[to_hidden, -to_hidden], [-to_hidden, to_hidden]], [[9 / 256, -9 / 256]])


def test_cross_entropy_worked_by_hand():
    net, x, y = worked(cost="cross_entropy"), [[1], [-1]], [[0]]
    assert net.cost(x, y) == pytest.approx(np.log(4), rel=1e-14)
    nabla_b, nabla_w = net.backprop(x, y)
    to_hidden = 9 / 32 * LOG3  # δ³ = 3/4, and δ² = ±2 log 3 · 3/4 · 3/16
    assert_lists(nabla_b, [[to_hidden], [-to_hidden]], [[3 / 4]])
    assert_lists(nabla_w, [[to_hidden, -to_hidden], [-to_hidden, to_hidden]], [[9 / 16, 3 / 16]])


def test_relu_and_softmax_worked_by_hand():
    net = Network([1, 2, 3], hidden="relu", output="softmax", cost="cross_entropy", init="zeros")
    net.weights = [[[1], [-1]], [[0, 9], [np.log(2), 9], [LOG3, 9]]]
    x, y = [[1]], [[0], [0], [1]]  # the second hidden unit is off, so its weights get no gradient
    assert net.cost(x, y) == pytest.approx(np.log(2), rel=1e-14)
    nabla_b, nabla_w = net.backprop(x, y)
    delta = np.array([[1 / 6], [2 / 6], [3 / 6 - 1]])
    back = 1 / 3 * np.log(2) - 1 / 2 * LOG3
    assert_lists(nabla_b, [[back], [0]], delta)
    assert_lists(nabla_w, [[back], [0]], delta * [1, 0])


def test_quadratic_cost_of_softmax_worked_by_hand():
    net = Network([1, 2], output="softmax", init="zeros")
    net.biases = [[[LOG3], [0]]]  # a = (3/4, 1/4), y − a = (1/4, −1/4), Jacobian ±3/16
    assert net.cost([[2]], [[1], [0]]) == pytest.approx(1 / 16, rel=1e-14)
    nabla_b, nabla_w = net.backprop([[2]], [[1], [0]])
    assert_lists(nabla_b, [[-3 / 32], [3 / 32]])
    assert_lists(nabla_w, [[-3 / 16], [3 / 16]])


def test_tanh_and_identity_worked_by_hand():
    net = Network([1, 1, 1], hidden="tanh", output="identity", init="zeros")
    net.weights = [[[LOG3]], [[5]]]  # tanh(log 3) = 4/5, and its slope is 9/25
    assert net.cost([[1]], [[3]]) == pytest.approx(1 / 2, rel=1e-14)
    nabla_b, nabla_w = net.backprop([[1]], [[3]])
    assert_lists(nabla_b, [[9 / 5]], [[1]])
    assert_lists(nabla_w, [[9 / 5]], [[4 / 5]])


def test_one_neuron_is_the_sigmoid_neuron():
    net = Network([1, 1], init="zeros")
    net.weights, net.biases = [[[0.6]]], [[[0.9]]]
    nabla_b, nabla_w = net.backprop([[1]], [[0]])
    assert nabla_b[0][0, 0] == nabla_w[0][0, 0] == pytest.approx(sigmoid(1.5) * sigmoid_prime(1.5), rel=1e-15)


# What stands where


@pytest.mark.parametrize(
    ("hidden", "output"),
    [
        ("sigmoid", "tanh"),
        ("tanh", "relu"),
        ("relu", "softmax"),
        ("identity", "sigmoid"),
        ("leaky_relu", "silu"),
        ("silu", "gelu"),
        ("gelu", "leaky_relu"),
    ],
)
def test_hidden_and_output_activations_are_the_named_ones(hidden, output):
    functions = {
        "sigmoid": sigmoid,
        "tanh": np.tanh,
        "relu": relu,
        "leaky_relu": lambda z: np.where(z > 0, z, z / 100),
        "silu": lambda z: z * sigmoid(z),
        "gelu": gelu,
        "identity": lambda z: z,
        "softmax": softmax,
    }
    net = Network([2, 3, 4, 2], hidden=hidden, output=output, rng=1)
    zs, activations = net.forward_pass([[0.5, -1], [2, 0.3]])
    for layer, name in zip((2, 3, 4), (hidden, hidden, output), strict=True):
        np.testing.assert_allclose(activations[layer], functions[name](zs[layer]), rtol=1e-15)


def test_without_hidden_layers():
    net = Network([3, 2], hidden="relu", rng=1)
    x = np.array([[1.0], [2.0], [3.0]])
    np.testing.assert_allclose(net.feedforward(x), sigmoid(net.weights[0] @ x + net.biases[0]), rtol=1e-15)


def test_feedforward_is_the_last_activation():
    net, x = Network([2, 3, 2], rng=1), [[1, 2, 3], [4, 5, 6]]
    np.testing.assert_array_equal(net.feedforward(x), net.forward_pass(x)[1][3])


def test_shapes():
    net = Network([2, 4, 3], output="softmax", rng=1)
    x, y = np.ones((2, 7)), np.eye(3)[:, [0, 1, 2, 0, 1, 2, 0]]
    nabla_b, nabla_w = net.backprop(x, y)
    assert [w.shape for w in nabla_w] == [w.shape for w in net.weights] == [(4, 2), (3, 4)]
    assert [b.shape for b in nabla_b] == [b.shape for b in net.biases] == [(4, 1), (3, 1)]
    assert net.feedforward(x).shape == (3, 7)
    assert type(net.cost(x, y)) is float


def test_relu_at_its_kink_passes_nothing():
    net = Network([1, 1, 1], hidden="relu", output="identity", init="zeros")
    net.weights = [[[0]], [[1]]]
    nabla_b, _ = net.backprop([[1]], [[1]])
    assert nabla_b[0][0, 0] == relu_prime(0) == 0


def test_repr_says_what_the_network_is():
    net = Network((2, 4, 3), hidden="relu", output="softmax", cost="cross_entropy", init="he", rng=3)
    text = "Network([2, 4, 3], hidden='relu', output='softmax', cost='cross_entropy')"
    assert repr(net) == text
    assert repr(eval(text)) == text


# Random numbers


def test_a_seed_and_its_generator_give_the_same_network():
    one, two = Network([2, 3, 1], rng=5), Network([2, 3, 1], rng=np.random.default_rng(5))
    other = Network([2, 3, 1], rng=np.int64(6))
    assert_lists(Network([2, 3, 1]).weights, *Network([2, 3, 1], rng=0).weights)
    assert_lists(one.weights + one.biases, *two.weights, *two.biases)
    assert not np.allclose(one.weights[0], other.weights[0])


def test_numpy_s_own_state_is_left_alone():
    np.random.seed(0)
    before = np.random.get_state()[1].copy()
    Network([2, 3, 1], rng=5).backprop([[1], [2]], [[1]])
    np.testing.assert_array_equal(np.random.get_state()[1], before)


# Assigned weights and biases


def test_assigned_arrays_are_copied():
    net, w, b = Network([2, 1]), np.ones((1, 2)), np.ones((1, 1))
    net.weights, net.biases = [w], [b]
    net.weights[0] += 1
    net.biases[0] += 1
    assert (w.tolist(), b.tolist()) == ([[1, 1]], [[1]])
    assert (net.weights[0].tolist(), net.biases[0].tolist()) == ([[2, 2]], [[2]])


def test_one_array_may_be_replaced():
    net = Network([2, 1], output="identity", init="zeros")
    net.weights[0] = [[1, 2]]
    net.biases[0] = np.array([[3]])
    assert net.feedforward([[10], [100]]).tolist() == [[213]]
    assert net.backprop([[10], [100]], [[213]])[1][0].tolist() == [[0, 0]]


def test_nothing_is_changed_by_looking():
    net = Network([2, 3, 2], output="identity", rng=1)
    x, y = np.ones((2, 2)), np.zeros((2, 2))
    before = [array.copy() for array in net.weights + net.biases]
    zs, activations = net.forward_pass(x)
    for array in (*zs.values(), *activations.values(), *net.backprop(x, y)[1]):
        array[...] = 7
    net.cost(x, y)
    assert x.tolist() == [[1, 1], [1, 1]]
    assert y.tolist() == [[0, 0], [0, 0]]
    assert_lists(net.weights + net.biases, *before)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize(
    ("hidden", "output", "cost"),
    [
        ("sigmoid", "sigmoid", "cross_entropy"),
        ("tanh", "softmax", "cross_entropy"),
        ("relu", "softmax", "quadratic"),
        ("identity", "tanh", "quadratic"),
        ("sigmoid", "relu", "quadratic"),
        ("leaky_relu", "gelu", "quadratic"),
        ("silu", "leaky_relu", "quadratic"),
        ("gelu", "silu", "quadratic"),
    ],
)
def test_precision_is_that_of_the_parameters(hidden, output, cost, dtype):
    net = Network([2, 3, 2], hidden=hidden, output=output, cost=cost, rng=1)
    x, y = np.array([[1, 2], [-1, 0.5]]), np.array([[0, 1], [1, 0]])
    expected = net.backprop(x, y)
    net.weights = [w.astype(dtype) for w in net.weights]
    net.biases = [b.astype(dtype) for b in net.biases]
    for data in (x.astype(dtype), x):
        zs, activations = net.forward_pass(data)
        nabla_b, nabla_w = net.backprop(data, y)
        everything = [*zs.values(), *activations.values(), *nabla_b, *nabla_w, net.feedforward(data)]
        assert {array.dtype for array in everything} == {np.dtype(dtype)}
    for one, other in zip(nabla_b + nabla_w, expected[0] + expected[1], strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-5, atol=1e-6)


def test_mixed_precision_becomes_the_finer_one():
    for coarse, fine in [("weights", "biases"), ("biases", "weights")]:
        net = Network([2, 3, 1], rng=1)
        setattr(net, coarse, [array.astype(np.float32) for array in getattr(net, coarse)])
        assert getattr(net, fine)[0].dtype == np.float64
        arrays = [net.feedforward([[1], [2]]), *net.backprop([[1], [2]], [[1]])[1]]
        assert {array.dtype for array in arrays} == {np.dtype(np.float64)}


# Far out


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("hidden", list(ACTIVATIONS))
@pytest.mark.parametrize(
    ("output", "cost"),
    [
        ("sigmoid", "quadratic"),
        ("sigmoid", "cross_entropy"),
        ("tanh", "quadratic"),
        ("relu", "quadratic"),
        ("identity", "quadratic"),
        ("softmax", "quadratic"),
        ("softmax", "cross_entropy"),
    ],
)
def test_no_overflow_and_no_warning_at_a_thousand(hidden, output, cost, dtype):
    net = Network([2, 3, 2], hidden=hidden, output=output, cost=cost, rng=1)
    x = np.array([[1000, -1000, 740, -90, 1e-3], [-1000, 1000, -700, 88, 1e-30]], dtype)
    y = np.array([[1, 1, 0, 0, 0.5], [0, 0, 1, 1, 0.5]])
    for scale in (1e-3, 1, 1000):
        net.weights = [
            np.array([[1, 0], [0, 1], [0.7, -1]], dtype),
            np.full((2, 3), [scale, 1, -scale], dtype),
        ]
        net.biases = [np.zeros((3, 1), dtype), np.array([[1], [-1000]], dtype)]
        with np.errstate(all="raise"):
            value, (nabla_b, nabla_w) = net.cost(x, y), net.backprop(x, y)
        assert 0 <= value < np.inf
        assert all(np.isfinite(array).all() for array in nabla_b + nabla_w)


def test_what_is_too_small_for_a_float_is_0():
    net = Network([1, 1, 1], hidden="identity", output="identity", init="zeros")
    net.weights = [[[1e-200]], [[1e-200]]]
    x, y = [[1e-200, 1e-200]], [[1e-200, -1e-200]]
    with np.errstate(all="raise"):
        assert net.feedforward(x).tolist() == [[0, 0]]
        assert net.cost(x, y) == 0
        assert net.backprop(x, y)[1][0].tolist() == [[0]]


def test_a_saturated_neuron_at_a_thousand():
    net = Network([1, 1], cost="cross_entropy", init="zeros")
    net.weights = [[[1000]]]
    with np.errstate(all="raise"):
        assert net.cost([[1, -1, 1, -1]], [[1, 0, 0, 1]]) == 500
        nabla_b, nabla_w = net.backprop([[1, -1, 1, 1]], [[1, 0, 0, 0]])
    assert (nabla_b[0][0, 0], nabla_w[0][0, 0]) == (0.5, 0.5)


# What goes wrong, said in words


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        (
            {"sizes": [2]},
            ValueError,
            r"sizes must be a list of at least two positive integers, .*; got \[2\]",
        ),
        ({"sizes": [2, 0, 1]}, ValueError, r"sizes must .*; got \[2, 0, 1\]"),
        ({"sizes": [2, 3.5]}, TypeError, r"sizes must .*; got \[2, 3.5\]"),
        ({"sizes": 3}, TypeError, r"sizes must .*; got 3"),
        ({"sizes": "23"}, TypeError, r"sizes must .*; got '23'"),
        ({"sizes": [True, 1]}, TypeError, r"sizes must .*; got \[True, 1\]"),
        ({"sizes": np.array([True, True])}, TypeError, r"sizes must .*; got an array of bool"),
        ({"sizes": np.array([[2, 1]])}, TypeError, r"sizes must .*; got an array of int64"),
        ({"sizes": np.ma.array([2, 1])}, TypeError, r"sizes must .*; got a masked array of int64"),
        ({"sizes": b"23"}, TypeError, r"sizes must .*; got b'23' \(bytes\)"),
        ({"sizes": [2, [3]]}, TypeError, r"sizes must .*; got \[2, \[3\]\]"),
        ({"sizes": [2, None]}, TypeError, r"sizes must .*; got \[2, None\]"),
        ({"sizes": [2, -(10**5000)]}, ValueError, r"sizes must .*; got \[2, an integer of 16610 bits\]"),
        (
            {"hidden": "softmax"},
            ValueError,
            r"hidden must be one of 'sigmoid', 'tanh', 'relu', .* 'identity'; got 'softmax'",
        ),
        ({"hidden": None}, TypeError, r"hidden must be a name; got None \(NoneType\)"),
        ({"output": "logistic"}, ValueError, r"output must be one of .* 'softmax'; got 'logistic'"),
        ({"cost": "mse"}, ValueError, r"cost must be one of 'quadratic', 'cross_entropy'; got 'mse'"),
        (
            {"cost": "cross_entropy", "output": "relu"},
            ValueError,
            r"must be 'sigmoid' or 'softmax'; got 'relu'",
        ),
        ({"init": "glorot"}, ValueError, r"init must be one of 'normal', .*; got 'glorot'"),
        ({"rng": 0.5}, TypeError, r"rng must be an integer or a numpy Generator; got 0.5"),
        ({"rng": None}, TypeError, r"rng must be .*; got None"),
        ({"rng": True}, TypeError, r"rng must be .*; got True"),
        ({"rng": -1}, ValueError, r"rng must not be negative; got -1"),
    ],
)
def test_bad_construction_is_named(arguments, error, message):
    with pytest.raises(error, match=message):
        Network(**{"sizes": [2, 1], **arguments})


@pytest.mark.parametrize(
    ("x", "error", "message"),
    [
        (
            [1, 2],
            ValueError,
            r"x must have shape \(2, m\), .*; got shape \(2,\); x\[:, None\] is one sample, a column$",
        ),
        (3, ValueError, r"x must have shape \(2, m\), .*; got shape \(\)$"),
        (np.ones((5, 2)), ValueError, r"x must .*; got shape \(5, 2\); x.T has samples in columns$"),
        (np.ones((3, 5)), ValueError, r"x must have shape \(2, m\), .*; got shape \(3, 5\)$"),
        (np.ones((2, 0)), ValueError, r"x must .* m ≥ 1 samples; got shape \(2, 0\)$"),
        (np.ones((0, 2)), ValueError, r"x must .*; got shape \(0, 2\)$"),
        (np.ones((2, 2, 2)), ValueError, r"x must .*; got shape \(2, 2, 2\)$"),
        ([[1, np.nan], [1, 1]], ValueError, r"x must .* none of them NaN; got NaN at index \(0, 1\)"),
        ([[1, 2], [-np.inf, 1]], ValueError, r"x must be finite; got -inf at index \(1, 0\)"),
        ([["a"], ["b"]], TypeError, r"x must be a number or an array of numbers; got"),
        ([[1j], [2]], TypeError, r"x must be real"),
        (None, TypeError, r"x must be .*; got None \(NoneType\)"),
    ],
    ids=[
        "1-d",
        "0-d",
        "rows",
        "features",
        "empty",
        "empty rows",
        "3-d",
        "nan",
        "inf",
        "text",
        "complex",
        "none",
    ],
)
def test_a_bad_x_is_named(x, error, message):
    net = Network([2, 3, 1])
    for use in (
        net.feedforward,
        net.forward_pass,
        lambda x: net.cost(x, [[1]]),
        lambda x: net.backprop(x, [[1]]),
    ):
        with pytest.raises(error, match=message):
            use(x)


@pytest.mark.parametrize(
    ("y", "message"),
    [
        ([[1, 0]], r"y must have a column for each sample: x has 3; got 2$"),
        (
            [1, 0, 1],
            r"y must have shape \(1, m\), .*; got shape \(3,\); y\[None, :\] is a row of samples",
        ),
        ([[1], [0], [1]], r"y must have shape \(1, m\), .*; got shape \(3, 1\); y.T has samples in columns$"),
        ([[1, 0, np.nan]], r"y must .*; got NaN at index \(0, 2\)"),
        ([[1, 0, 2]], r"y must lie between 0 and 1 for cross-entropy; got 2 at index \(0, 2\)"),
    ],
)
def test_a_bad_y_is_named(y, message):
    net = Network([2, 3, 1], cost="cross_entropy")
    for use in (net.cost, net.backprop):
        with pytest.raises(ValueError, match=message):
            use(np.ones((2, 3)), y)


def test_one_hot_columns_are_demanded_of_classes():
    net = Network([2, 3], output="softmax", cost="cross_entropy")
    with pytest.raises(ValueError, match=r"each column of y must sum to 1, .*; got 2 in column 1"):
        net.backprop(np.ones((2, 2)), [[1, 1], [0, 1], [0, 0]])


@pytest.mark.parametrize(
    ("name", "value", "error", "message"),
    [
        ("weights", [np.ones((3, 2))], ValueError, r"weights must be a list of 2 arrays, .* 2 to 3; got 1$"),
        ("weights", None, TypeError, r"weights must be a list of 2 arrays, .*; got None \(NoneType\)$"),
        (
            "weights",
            [np.ones((2, 3)), np.ones((1, 3))],
            ValueError,
            r"weights\[0\] \(layer 2\) must have shape \(3, 2\); got shape \(2, 3\)$",
        ),
        (
            "biases",
            [np.ones((3, 1)), np.ones(1)],
            ValueError,
            r"biases\[1\] \(layer 3\) must have shape \(1, 1\); got shape \(1,\)$",
        ),
        (
            "biases",
            [np.ones((3, 1)), [[np.nan]]],
            ValueError,
            r"biases\[1\] \(layer 3\) must .*; got NaN at index \(0, 0\)",
        ),
        ("biases", [np.ones((3, 1)), "b"], TypeError, r"biases\[1\] \(layer 3\) must be .*; got 'b' \(str\)"),
    ],
)
def test_bad_parameters_are_named_when_assigned(name, value, error, message):
    net = Network([2, 3, 1])
    before = getattr(net, name)
    with pytest.raises(error, match=message):
        setattr(net, name, value)
    assert getattr(net, name) is before


def test_bad_parameters_are_named_when_used():
    net = Network([2, 3, 1])
    net.weights[1] = np.ones((3, 1))
    with pytest.raises(
        ValueError, match=r"weights\[1\] \(layer 3\) must have shape \(1, 3\); got shape \(3, 1\)"
    ):
        net.feedforward([[1], [1]])
    net = Network([2, 3, 1])
    net.biases[0][2, 0] = np.inf
    with pytest.raises(
        ValueError, match=r"biases\[0\] \(layer 2\) must be finite; got inf at index \(2, 0\)"
    ):
        net.backprop([[1], [1]], [[1]])
    net.biases.append(np.ones((1, 1)))
    with pytest.raises(ValueError, match=r"biases must be a list of 2 arrays, .*; got 3"):
        net.cost([[1], [1]], [[1]])


def test_data_beyond_the_floats_of_the_network_are_named():
    net = Network([1, 2], output="identity")
    net.weights, net.biases = [np.float32(net.weights[0])], [np.float32(net.biases[0])]
    with pytest.raises(ValueError, match=r"^x must not exceed 3.403e\+38 in size, .* float32; got 1e\+39"):
        net.feedforward([[1e39]])
    with pytest.raises(ValueError, match=r"^y must not exceed 3.403e\+38 in size"):
        net.backprop([[1]], [[0], [-1e39]])


# What a network was made with is fixed


@pytest.mark.parametrize(
    ("name", "value", "another"),
    [
        ("hidden", "relu", r"Network\(sizes, hidden=…\)"),
        ("output", "softmax", r"Network\(sizes, output=…\)"),
        ("cost", "cross_entropy", r"Network\(sizes, cost=…\)"),
        ("sizes", [3, 2], r"Network\(sizes\)"),
    ],
)
def test_what_a_network_was_made_with_cannot_be_replaced(name, value, another):
    net, x, y = Network([2, 3, 1], rng=0), [[1.0], [2.0]], [[0.0]]
    before = net.cost(x, y), net.backprop(x, y)
    with pytest.raises(AttributeError, match=rf"^{name} is fixed: {another} makes another network; got .+$"):
        setattr(net, name, value)
    with pytest.raises(AttributeError):
        delattr(net, name)
    assert repr(net) == "Network([2, 3, 1], hidden='sigmoid', output='sigmoid', cost='quadratic')"
    np.testing.assert_equal((net.cost(x, y), net.backprop(x, y)), before)


def test_the_list_of_sizes_is_a_copy():
    net = Network([2, 3, 1])
    net.sizes[1] = 5
    net.sizes.append(7)
    assert net.sizes == [2, 3, 1]
    assert net.feedforward([[1], [1]]).shape == (1, 1)


def test_a_copy_and_a_network_of_one_s_own_may_have_more():
    class Own(Network):
        def __init__(self, sizes):
            super().__init__(sizes, hidden="tanh")
            self.gate = 3

    net = copy.deepcopy(Own([2, 3, 1]))
    again = pickle.loads(pickle.dumps(Network([2, 3, 1], hidden="relu")))
    assert (net.gate, net.hidden, net.sizes, again.hidden) == (3, "tanh", [2, 3, 1], "relu")


# Sizes


@pytest.mark.parametrize(
    "sizes",
    [
        {784, 30, 10},
        frozenset([2, 1]),
        {2: "inputs", 1: "outputs"},
        {2: 0, 1: 0}.keys(),
        iter([2, 1]),
        (n for n in [2, 1]),
        map(int, "21"),
        bytearray(b"21"),
        memoryview(b"21"),
    ],
    ids=lambda sizes: type(sizes).__name__,
)
def test_sizes_have_an_order_and_can_be_read_again(sizes):
    with pytest.raises(TypeError, match=r"^sizes must be a list of at least two positive integers, .*; got "):
        Network(sizes)


@pytest.mark.parametrize("sizes", [(2, 1), range(2, 0, -1), np.array([2, 1]), np.array([2, 1], np.uint8)])
def test_any_list_of_integers_will_do(sizes):
    net = Network(sizes)
    assert net.sizes == [2, 1]
    assert {type(n) for n in net.sizes} == {int}


@pytest.mark.parametrize("sizes", [[10**30] * 2, [10**5, 10**5 + 1], [1, 10**6, 10**6, 1], range(1, 10**12)])
def test_a_network_for_which_no_computer_has_room_is_refused_at_once(sizes):
    with pytest.raises(
        ValueError, match=r"^sizes must ask for at most 10,000,000,000 weights and biases; got "
    ):
        Network(sizes)
