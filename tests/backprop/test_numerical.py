import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from backprop import numerical_gradient, sigmoid, sigmoid_prime


def circuit(x):
    a, b, c = x
    return sigmoid((a + b) * c)


def test_circuit_worked_by_hand():
    gradient = numerical_gradient(circuit, [1, -2, -3])
    np.testing.assert_allclose(gradient, [-0.1355300, -0.1355300, -0.0451767], rtol=0, atol=5e-8)


@given(st.floats(-20, 20))
def test_sigmoid_neuron(a):
    assert numerical_gradient(sigmoid, a) == pytest.approx(sigmoid_prime(a), abs=1e-9)


@given(
    arrays(np.float64, (3, 2), elements=st.floats(-10, 10)),
    arrays(np.float64, (3, 2), elements=st.floats(-10, 10)),
)
def test_a_quadratic_function_of_a_matrix(weights, x):
    gradient = numerical_gradient(lambda x: np.sum(weights * x**2), x)
    np.testing.assert_allclose(gradient, 2 * weights * x, rtol=1e-7, atol=1e-6)


@pytest.mark.parametrize("at", [1e-12, 1.0, 1e6, 1e12, -1e12])
def test_the_nudge_grows_with_x(at):
    assert numerical_gradient(lambda x: x * x, at) == pytest.approx(2 * at, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("x", [1, 3.0, 1e6 / 3])
def test_a_straight_line_has_no_error_but_rounding(x):
    # Were the quotient taken over 2h instead of the distance that rounding left, this would be off by 1e-11.
    assert numerical_gradient(lambda x: x, x) == 1


def test_the_nudge_may_be_given():
    seen = []
    numerical_gradient(lambda x: seen.append(x) or 0.0, 1.0, h=0.25)
    assert seen == [1.25, 0.75]
    assert numerical_gradient(lambda x: x**3, 0.0, h=1) == 1
    assert numerical_gradient(lambda x: x**3, 0, h=np.float32(0.5)) == 0.25


def test_a_float32_nudge_does_not_coarsen_the_points():
    seen = []
    h = np.float32(0.1)
    numerical_gradient(lambda x: seen.append(x) or 0.0, 1 / 3, h=h)
    assert seen == [1 / 3 + float(h), 1 / 3 - float(h)]


def test_a_wrong_gradient_is_told_from_the_right_one():
    a, b, c = 1.0, -2.0, -3.0
    slope = sigmoid_prime((a + b) * c)
    right = [c * slope, c * slope, (a + b) * slope]
    swapped = [(a + b) * slope, (a + b) * slope, c * slope]
    gradient = numerical_gradient(circuit, [a, b, c])
    np.testing.assert_allclose(gradient, right, rtol=1e-9)
    with pytest.raises(AssertionError):
        np.testing.assert_allclose(gradient, swapped, rtol=1e-9)


# What goes in and what comes out


def test_a_number_in_a_number_out():
    assert type(numerical_gradient(math.sin, 0)) is np.float64
    assert type(numerical_gradient(math.sin, np.array(0.5))) is np.float64
    assert type(numerical_gradient(math.sin, np.float32(0.5))) is np.float32


@pytest.mark.parametrize("shape", [(), (0,), (1,), (4,), (2, 3), (2, 0, 3)], ids=str)
def test_shape_is_kept(shape):
    x = np.zeros(shape)
    assert numerical_gradient(lambda x: np.sum(x), x).shape == shape


def test_precision_is_that_of_x_but_the_work_is_done_in_float64():
    x = np.array([0.5, 2], np.float32)
    seen = []
    gradient = numerical_gradient(lambda x: seen.append(x.dtype) or np.sum(x**3), x)
    assert gradient.dtype == np.float32
    assert set(seen) == {np.dtype(np.float64)}
    np.testing.assert_allclose(gradient, 3 * x**2, rtol=2 * np.finfo(np.float32).eps)


def test_integers_become_float64():
    x = np.array([1, 2])
    gradient = numerical_gradient(lambda x: x[0] * x[1], x)
    assert gradient.dtype == np.float64
    np.testing.assert_allclose(gradient, [2, 1], rtol=1e-9)


def test_f_may_return_any_real_number():
    for value in (1, 1.0, np.float32(1), np.int8(1), np.array(1.0)):
        assert numerical_gradient(lambda x, value=value: value, 2.0) == 0


def test_x_is_not_changed():
    x = np.array([1.0, 2.0])

    def overwrites(x):
        x[:] = 7
        return 0.0

    def gives_up(x):
        x[:] = 7
        raise RuntimeError("given up")

    numerical_gradient(overwrites, x)
    with pytest.raises(RuntimeError, match="given up"):
        numerical_gradient(gives_up, x)
    assert x.tolist() == [1, 2]


@pytest.mark.parametrize(
    ("value", "error", "message"),
    [
        (None, TypeError, r"f\(x\) must be a number .*; got None \(NoneType\)"),
        (True, TypeError, r"f\(x\) must be a number .*; got True \(bool\)"),
        (1j, TypeError, r"f\(x\) must be real; got 1j \(complex\)"),
        ([1.0], ValueError, r"f\(x\) must be a single number; got an array of shape \(1,\)"),
        (np.ones((2, 3)), ValueError, r"f\(x\) must be a single number; got an array of shape \(2, 3\)"),
        (np.nan, ValueError, r"f\(x\) must be .*; got NaN"),
        (np.inf, ValueError, r"f\(x\) must be finite; got inf where the nudged entry of x is 2\.0"),
    ],
    ids=str,
)
def test_f_must_return_one_finite_number(value, error, message):
    with pytest.raises(error, match=message):
        numerical_gradient(lambda x: value, 2.0)


@pytest.mark.parametrize(
    ("x", "error", "message"),
    [
        ("two", TypeError, r"x must be a number .*; got 'two' \(str\)"),
        (1j, TypeError, r"x must be real; got 1j \(complex\)"),
        ([1, np.nan], ValueError, r"x must be .*; got NaN at index \(1,\)"),
        ([1, np.inf], ValueError, r"x must be finite; got .*inf"),
    ],
    ids=str,
)
def test_x_must_be_finite_real_numbers(x, error, message):
    with pytest.raises(error, match=message):
        numerical_gradient(np.sum, x)


@pytest.mark.parametrize(
    ("h", "error", "message"),
    [
        (0, ValueError, r"h must be a positive finite number; got 0"),
        (-1e-5, ValueError, r"h must be a positive finite number; got -1e-05"),
        (np.inf, ValueError, r"h must be a positive finite number; got inf"),
        ([1e-5], ValueError, r"h must be a positive finite number; got \[1e-05\]"),
        (np.nan, ValueError, r"h must be .*; got NaN"),
        ("small", TypeError, r"h must be .*; got 'small' \(str\)"),
        (1e-20, ValueError, r"h must be .*; got 1e-20 at x = 2"),
        (1.7e308, ValueError, r"h must be .*; got 1\.7e\+308 at x = 2"),
    ],
    ids=str,
)
def test_h_must_be_a_step_that_x_can_take(h, error, message):
    with pytest.raises(error, match=message):
        numerical_gradient(math.sin, 2.0, h=h)


def test_f_must_be_a_function():
    with pytest.raises(TypeError, match=r"f must be a function of x; got float"):
        numerical_gradient(2.0, math.sin)
