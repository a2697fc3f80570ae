import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from backprop import relu, sigmoid, softmax, tanh
from backprop.costs import BinaryCrossEntropy, CategoricalCrossEntropy, Quadratic, make_cost

OUTPUTS = {"sigmoid": sigmoid, "tanh": tanh, "relu": relu, "identity": np.array, "softmax": softmax}
PAIRS = [("quadratic", output) for output in OUTPUTS]
PAIRS += [("cross_entropy", "sigmoid"), ("cross_entropy", "softmax")]
each_pair = pytest.mark.parametrize(("name", "output"), PAIRS, ids=["-".join(pair) for pair in PAIRS])

matrices = arrays(np.float64, (3, 2), elements=st.floats(-20, 20))
shares = arrays(np.float64, (3, 2), elements=st.floats(0.01, 1))


def targets(output, y):
    return y / y.sum(axis=0) if output == "softmax" else y


# By definition: from z through a, with the logarithms as they stand in the formula


def by_definition(name, output, z, y):
    a = {
        "sigmoid": lambda: 1 / (1 + np.exp(-z)),
        "tanh": lambda: np.tanh(z),
        "relu": lambda: np.where(z.real > 0, z, 0),
        "identity": lambda: z,
        "softmax": lambda: np.exp(z) / np.exp(z).sum(axis=0),
    }[output]()
    if name == "quadratic":
        return ((y - a) ** 2).sum(axis=0) / 2
    if output == "sigmoid":
        return -(y * np.log(a) + (1 - y) * np.log(1 - a)).sum(axis=0)
    return -(y * np.log(a)).sum(axis=0)


@each_pair
@given(z=matrices, y=shares)
def test_value_is_its_definition(name, output, z, y):
    y = targets(output, y)
    value = make_cost(name, output).value(z, OUTPUTS[output](z), y)
    np.testing.assert_allclose(value, by_definition(name, output, z, y), rtol=1e-6, atol=1e-12)


@each_pair
@given(z=matrices, y=shares)
def test_delta_is_the_derivative_of_the_value_with_respect_to_z(name, output, z, y):
    y = targets(output, y)
    if output == "relu":
        z = np.where(np.abs(z) < 1e-3, 1, z)
    h, expected = 1e-20, np.empty_like(z)
    for j in range(len(z)):
        nudged = z.astype(complex)
        nudged[j] += 1j * h
        expected[j] = by_definition(name, output, nudged, y).imag / h
    delta = make_cost(name, output).delta(z, OUTPUTS[output](z), y)
    np.testing.assert_allclose(delta, expected, rtol=1e-6, atol=1e-8)


@given(matrices, shares)
def test_delta_of_both_cross_entropies_is_a_minus_y(z, y):
    for output in ("sigmoid", "softmax"):
        a = OUTPUTS[output](z)
        delta = make_cost("cross_entropy", output).delta(z, a, targets(output, y))
        np.testing.assert_array_equal(delta, a - targets(output, y))


@given(st.floats(-20, 20), st.floats(-20, 20), st.floats(0, 1))
def test_two_classes_cost_what_one_sigmoid_costs(z1, z2, p):
    z, y = np.array([[z1], [z2]]), np.array([[p], [1 - p]])
    categorical = CategoricalCrossEntropy().value(z, softmax(z), y)
    binary = BinaryCrossEntropy().value(z[:1] - z[1:], sigmoid(z[:1] - z[1:]), y[:1])
    np.testing.assert_allclose(categorical, binary, rtol=1e-12, atol=1e-13)


@given(shares)
def test_no_output_is_cheaper_than_the_target_itself(y):
    z = np.log(targets("softmax", y))
    best = CategoricalCrossEntropy().value(z, softmax(z), targets("softmax", y))
    for nudge in np.eye(3)[:, :, None]:
        worse = CategoricalCrossEntropy().value(z + nudge, softmax(z + nudge), targets("softmax", y))
        assert (worse >= best).all()


# Far out


def test_cross_entropy_does_not_overflow_nor_take_the_logarithm_of_0():
    z = np.array([[1000.0, -1000.0, 1000.0, -1000.0, -740.0]])
    y = np.array([[1.0, 0.0, 0.0, 1.0, 0.0]])
    with np.errstate(all="raise", under="ignore"):
        a = sigmoid(z)
        assert BinaryCrossEntropy().value(z, a, y).tolist() == [0, 0, 1000, 1000, np.exp(-740)]
        assert BinaryCrossEntropy().delta(z, a, y)[0, :4].tolist() == [0, 0, 1, -1]
    z = np.array([[1000.0, -1000.0], [-1000.0, 1000.0], [0.0, 0.0]])
    y = np.array([[1.0, 1.0], [0.0, 0.0], [0.0, 0.0]])
    with np.errstate(all="raise", under="ignore"):
        value = CategoricalCrossEntropy().value(z, softmax(z), y)
    assert [str(v) for v in value] == ["0.0", "2000.0"]


def test_a_confident_right_answer_keeps_its_small_cost():
    value = BinaryCrossEntropy().value(np.array([[40.0]]), np.array([[1.0]]), np.array([[1.0]]))
    assert value[0] == pytest.approx(np.exp(-40), rel=1e-12, abs=0)


# Names, and targets out of range


def test_make_cost_chooses_by_name_and_output():
    assert type(make_cost("quadratic", "softmax")) is Quadratic
    assert type(make_cost("cross_entropy", "sigmoid")) is BinaryCrossEntropy
    assert type(make_cost("cross_entropy", "softmax")) is CategoricalCrossEntropy
    assert {make_cost(name, output).name for name, output in PAIRS} == {"quadratic", "cross_entropy"}


@pytest.mark.parametrize("output", ["tanh", "relu", "identity"])
def test_cross_entropy_needs_probabilities(output):
    message = f"output must be 'sigmoid' or 'softmax'; got '{output}'"
    with pytest.raises(ValueError, match=message):
        make_cost("cross_entropy", output)


def test_an_unknown_cost_is_named():
    with pytest.raises(ValueError, match="cost must be one of 'quadratic', 'cross_entropy'; got 'mse'"):
        make_cost("mse", "sigmoid")


@pytest.mark.parametrize("cost", [BinaryCrossEntropy(), CategoricalCrossEntropy()])
@pytest.mark.parametrize("wrong", [-1.0, 1.5, 2.0])
def test_targets_of_cross_entropy_lie_between_0_and_1(cost, wrong):
    message = rf"y must lie between 0 and 1 for cross-entropy; got {wrong:g} at index \(1, 2\)"
    y = np.zeros((2, 3))
    y[1, 2] = wrong
    with pytest.raises(ValueError, match=message):
        cost.check(y)


def test_columns_of_categorical_targets_sum_to_1():
    y = np.array([[1, 0.3, 0.5], [0, 0.7, 0.2]])
    with pytest.raises(ValueError, match=r"each column of y must sum to 1, .*; got 0.7 in column 2"):
        CategoricalCrossEntropy().check(y)
    CategoricalCrossEntropy().check(y[:, :2])
    CategoricalCrossEntropy().check(np.array([[0.5], [0.499999]]))  # rounded, as float32 rounds
    with pytest.raises(ValueError, match=r"each column of y must sum to 1, .*; got 0.999 in column 0"):
        CategoricalCrossEntropy().check(np.array([[0.5], [0.499]]))


def test_the_quadratic_cost_takes_every_target():
    Quadratic("identity").check(np.array([[-1e9, 1e9]]))
