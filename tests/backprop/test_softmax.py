import autograd.numpy as anp
import mpmath
import numpy as np
import pytest
from autograd import jacobian
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from backprop import log_sum_exp, sigmoid, softmax, softmax_backward

columns = array_shapes(min_dims=1, max_dims=2, min_side=1, max_side=5)
tame = arrays(np.float64, columns, elements=st.floats(-30, 30))
wild = arrays(np.float64, columns, elements=st.floats(-1000, 1000))
each_function = pytest.mark.parametrize("function", [softmax, log_sum_exp], ids=lambda f: f.__name__)


def test_values_worked_by_hand():
    z = np.log([[1, 5], [2, 5], [3, 10]])
    np.testing.assert_allclose(softmax(z), [[1 / 6, 1 / 4], [2 / 6, 1 / 4], [3 / 6, 2 / 4]], rtol=1e-15)
    np.testing.assert_allclose(log_sum_exp(z), np.log([6, 20]), rtol=1e-15)
    np.testing.assert_allclose(softmax_backward(np.log([1, 3]), [1, 0]), [3 / 16, -3 / 16], rtol=1e-15)


@given(wild)
def test_each_column_consists_of_probabilities_with_sum_1(z):
    a = softmax(z)
    assert a.shape == z.shape
    assert ((a >= 0) & (a <= 1)).all()
    np.testing.assert_allclose(a.sum(axis=0), 1, rtol=1e-15)


@given(tame, st.floats(-30, 30))
def test_a_shift_of_a_column_changes_nothing(z, shift):
    np.testing.assert_allclose(softmax(z + shift), softmax(z), rtol=1e-12)
    np.testing.assert_allclose(log_sum_exp(z + shift), log_sum_exp(z) + shift, rtol=1e-13, atol=1e-13)


@given(wild)
def test_the_order_of_the_entries_is_kept(z):
    a = softmax(z)
    order = np.argsort(z, axis=0)
    assert (np.diff(np.take_along_axis(a, order, axis=0), axis=0) >= 0).all()


@given(wild)
def test_log_sum_exp_lies_just_above_the_largest_entry(z):
    top = z.max(axis=0)
    assert (log_sum_exp(z) >= top).all()
    assert (log_sum_exp(z) <= top + np.log(len(z)) + 1e-12).all()


@given(tame)
def test_log_sum_exp_gives_the_logarithm_of_softmax(z):
    np.testing.assert_allclose(log_sum_exp(z) - z, -np.log(softmax(z)), rtol=1e-12, atol=1e-13)


@given(st.floats(-300, 300), st.floats(-300, 300))
def test_two_classes_are_a_sigmoid_of_the_difference(z1, z2):
    np.testing.assert_allclose(softmax([z1, z2]), [sigmoid(z1 - z2), sigmoid(z2 - z1)], rtol=1e-12)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_accurate_to_a_few_units_in_the_last_place(dtype):
    z = np.array([-3, 0.1, 2, 2.5, 60], dtype)
    with mpmath.workdps(40):
        e = [mpmath.exp(mpmath.mpf(float(entry))) for entry in z]
        assert abs(log_sum_exp(z) - mpmath.log(sum(e))) <= 60 * np.finfo(dtype).eps
        for entry, value, power in zip(z, softmax(z), e, strict=True):
            units = 4 + float(60 - entry)  # the rounding of 60 - z alone moves exp(z - 60) by as many units
            assert abs(float(value) * sum(e) / power - 1) <= units * np.finfo(dtype).eps


# The Jacobian product, judged by what shares no code with it


@given(tame.flatmap(lambda z: st.tuples(st.just(z), arrays(np.float64, z.shape, elements=st.floats(-5, 5)))))
def test_backward_agrees_with_the_complex_step(pair):
    z, gradient = pair
    h = 1e-20
    expected = np.empty_like(z)
    for index in np.ndindex(z.shape):
        nudged = z.astype(complex)
        nudged[index] += 1j * h
        expected[index] = (gradient * softmax(nudged).imag).sum() / h
    np.testing.assert_allclose(softmax_backward(z, gradient), expected, rtol=1e-9, atol=1e-14)


@given(arrays(np.float64, 4, elements=st.floats(-20, 20)))
def test_backward_is_the_transposed_jacobian_of_autograd(z):
    rows = jacobian(lambda z: anp.exp(z) / anp.sum(anp.exp(z)))(z)
    for j, one in enumerate(np.eye(4)):
        np.testing.assert_allclose(softmax_backward(z, one), rows[j], rtol=1e-8, atol=1e-14)


@given(wild)
def test_a_gradient_that_is_the_same_for_all_classes_is_lost(z):
    np.testing.assert_allclose(softmax_backward(z, np.ones_like(z)), 0, atol=1e-15)


# What goes in and what comes out


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_no_overflow_and_no_warning_far_out(dtype):
    z = np.array([[1000, -1000, 0, -740], [-1000, -1000, 90, 0], [0, 1000, -104, 0]], dtype)
    with np.errstate(all="raise"):
        values = softmax(z), log_sum_exp(z), softmax_backward(z, np.ones_like(z) / 3)
    assert all(np.isfinite(value).all() for value in values)
    assert values[0][:, 0].tolist() == [1, 0, 0]
    assert values[1].tolist()[:2] == [1000, 1000]


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
@pytest.mark.parametrize("shape", [(1,), (3,), (3, 1), (3, 4), (3, 0)], ids=str)
def test_shape_and_precision_are_kept(shape, dtype):
    z = np.linspace(-2, 2, int(np.prod(shape))).reshape(shape).astype(dtype)
    for a in (softmax(z), softmax_backward(z, z)):
        assert (a.shape, a.dtype) == (shape, dtype)
    assert (log_sum_exp(z).shape, log_sum_exp(z).dtype) == (shape[1:], dtype)


@each_function
def test_integers_become_float64_and_complex_numbers_stay(function):
    assert function([1, 2]).dtype == np.float64
    assert function(np.array([1 + 1e-20j, 2], np.complex64)).dtype == np.complex64


def test_z_is_not_changed():
    z = np.array([-1.0, 0.0, 2.0])
    softmax(z)[...] = 7
    softmax_backward(z, z)[...] = 7
    assert z.tolist() == [-1, 0, 2]


@each_function
@pytest.mark.parametrize(
    ("z", "error", "message"),
    [
        ("two", TypeError, r"z must be a number or an array of numbers; got 'two'"),
        ([0, np.nan], ValueError, r"z must .* none of them NaN; got NaN at index \(1,\)"),
        ([0, np.inf], ValueError, "z must be finite; got an entry that is infinite"),
        (3, ValueError, r"z must have shape \(n,\), or \(n, m\) .*, and n ≥ 1; got shape \(\)"),
        ([], ValueError, r"z must have shape .*; got shape \(0,\)"),
        (np.ones((2, 2, 2)), ValueError, r"z must have shape .*; got shape \(2, 2, 2\)"),
    ],
    ids=["text", "nan", "inf", "number", "empty", "3-d"],
)
def test_bad_input_is_named(function, z, error, message):
    with pytest.raises(error, match=message):
        function(z)


def test_backward_names_its_gradient():
    with pytest.raises(ValueError, match=r"z, gradient must have the same shape; got z of shape \(2,\)"):
        softmax_backward([1, 2], [1])
    with pytest.raises(ValueError, match="gradient must be finite"):
        softmax_backward([1, 2], [1, np.inf])
