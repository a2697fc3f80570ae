import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import accuracy_score

from backprop import Network, accuracy, predict
from backprop.scoring import classes


def passing(outputs, output="identity"):
    """A network without hidden layers whose z are its inputs."""
    net = Network([outputs, outputs], output=output, init="zeros")
    net.weights = [np.eye(outputs)]
    return net


def test_several_outputs_decide_by_the_largest():
    z = [[0, 5, -3, 1], [1, 4, -2, 1], [0, 6, -2.5, 1]]
    for output in ("identity", "sigmoid", "softmax", "tanh"):
        assert predict(passing(3, output), z).tolist() == [1, 2, 1, 0]  # the last is a tie


def test_one_sigmoid_decides_at_one_half():
    decided = predict(passing(1, "sigmoid"), [[-9, -1e-9, 0, 1e-9, 1000]])
    assert decided.tolist() == [0, 0, 1, 1, 1]
    assert decided.dtype == np.intp


@pytest.mark.parametrize("output", ["identity", "tanh", "relu", "softmax"])
def test_another_single_output_is_no_class(output):
    net = passing(1, output)
    with pytest.raises(ValueError, match=r"several outputs, or a sigmoid as its only.*; got Network\(\[1, 1"):
        predict(net, [[1]])
    with pytest.raises(ValueError, match="several outputs, or a sigmoid"):
        accuracy(net, [[1]], [[1]])


@given(st.integers(2, 5), st.integers(1, 30), st.integers(0, 2**32))
def test_accuracy_agrees_with_scikit_learn(outputs, m, seed):
    rng = np.random.default_rng(seed)
    x, labels = rng.normal(size=(outputs, m)), rng.integers(0, outputs, m)
    expected = accuracy_score(labels, np.argmax(x, axis=0))
    assert accuracy(passing(outputs), x, np.eye(outputs)[:, labels]) == expected
    one = rng.integers(0, 2, (1, m))
    assert accuracy(passing(1, "sigmoid"), x[:1], one) == accuracy_score(one[0], x[0] >= 0)
    assert type(accuracy(passing(outputs), x, np.eye(outputs)[:, labels])) is float


def test_xor_is_right_in_three_of_four_for_an_or():
    net = Network([2, 1], init="zeros")
    net.weights, net.biases = [[[2, 2]]], [[[-1]]]
    assert accuracy(net, [[0, 0, 1, 1], [0, 1, 0, 1]], [[0, 1, 1, 0]]) == 0.75


@pytest.mark.parametrize(
    ("y", "message"),
    [
        ([[1, 1], [0, 1]], "hold a single 1, at its class, and 0 elsewhere; got 1, 1 in column 1"),
        ([[1, 0], [0, 0]], "hold a single 1, .*; got 0, 0 in column 1"),
        ([[0.9, 0], [0.1, 1]], "hold a single 1, .*; got 0.9, 0.1 in column 0"),
        ([[2, 1], [-1, 0]], "hold a single 1, .*; got 2, -1 in column 0"),
        ([[1], [0]], "y must have a column for each sample: x has 2; got 1"),
        ([[1, 0]], r"y must have shape \(2, m\)"),
    ],
)
def test_what_is_no_class_is_named(y, message):
    with pytest.raises(ValueError, match=message):
        accuracy(passing(2), [[1, 2], [3, 4]], y)


def test_a_single_output_wants_0_or_1():
    with pytest.raises(ValueError, match=r"each entry of y must be 0 or 1; got 0.5 in column 1"):
        classes([[1, 0.5]], 1)


def test_what_is_no_network_is_said():
    with pytest.raises(TypeError, match="net must be a Network or a Model; got 'net'"):
        predict("net", [[1]])
    with pytest.raises(TypeError, match="net must be a Network or a Model; got None"):
        accuracy(None, [[1]], [[1]])


def test_float32_is_taken():
    assert classes(np.eye(3, dtype=np.float32), 3).tolist() == [0, 1, 2]


def test_outputs_that_are_not_finite_decide_nothing():
    net = Network([2, 2], output="identity", init="zeros")
    net.weights = [[[1e200, 0], [0, 1]]]
    assert predict(net, [[1, 2], [0, 0]]).tolist() == [0, 0]
    wanted = r"outputs of net must be finite .*; got inf for sample 1"
    with np.errstate(over="ignore"), pytest.raises(ValueError, match=wanted):
        predict(net, [[1, 1e200], [0, 0]])
