import inspect
import math

import autograd.numpy as anp
import mpmath
import numpy as np
import pytest
from autograd import elementwise_grad
from autograd.scipy import special
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from backprop import (
    gelu,
    gelu_prime,
    leaky_relu,
    leaky_relu_prime,
    relu,
    relu_prime,
    sigmoid,
    sigmoid_prime,
    silu,
    silu_prime,
    tanh,
    tanh_prime,
)

ANALYTIC = {sigmoid: sigmoid_prime, tanh: tanh_prime, silu: silu_prime}
REAL = {relu: relu_prime, leaky_relu: leaky_relu_prime, gelu: gelu_prime}
EVERY = [*ANALYTIC, *ANALYTIC.values(), *REAL, *REAL.values()]

numbers = st.floats(allow_nan=False)
moderate = st.floats(-300, 300)
each_function = pytest.mark.parametrize("function", EVERY, ids=lambda f: f.__name__)


def assert_is_derivative(prime, f, z):
    """Compare with the complex step Im f(z + ih) / h, which subtracts nothing and so loses no digits."""
    h = 1e-20
    np.testing.assert_allclose(prime(z), f(z + 1j * h).imag / h, rtol=2e-15, atol=1e-280)


# Values worked by hand, or known to everybody


@pytest.mark.parametrize(
    ("function", "z", "expected"),
    [
        (sigmoid, 0, 0.5),
        (sigmoid, -2, 0.11920292),
        (sigmoid, 3, 0.95257413),
        (sigmoid, np.log(3), 0.75),
        (sigmoid_prime, 0, 0.25),
        (sigmoid_prime, -2, 0.10499359),
        (sigmoid_prime, 3, 0.04517666),
        (sigmoid_prime, np.log(3), 0.1875),
        (tanh, 0, 0),
        (tanh, np.log(3), 0.8),
        (tanh_prime, 0, 1),
        (tanh_prime, np.log(3), 0.36),
        (relu, -2, 0),
        (relu, 0, 0),
        (relu, 3, 3),
        (relu_prime, -2, 0),
        (relu_prime, 0, 0),
        (relu_prime, 3, 1),
        (leaky_relu, -2, -0.02),
        (leaky_relu, 0, 0),
        (leaky_relu, 3, 3),
        (leaky_relu_prime, -2, 0.01),
        (leaky_relu_prime, 0, 0.01),
        (leaky_relu_prime, 3, 1),
        (silu, 0, 0),
        (silu, np.log(3), 0.75 * np.log(3)),
        (silu_prime, 0, 0.5),
        (silu_prime, np.log(3), 0.75 + 0.1875 * np.log(3)),
        (gelu, 0, 0),
        (gelu, 1, 0.84134475),  # the table of the normal distribution
        (gelu, -2, -2 * 0.02275013),
        (gelu_prime, 0, 0.5),
        (gelu_prime, 1, 0.84134475 + 0.24197072),
    ],
    ids=lambda v: getattr(v, "__name__", None),
)
def test_known_values(function, z, expected):
    assert function(z) == pytest.approx(expected, abs=5e-9)


# Properties


@given(numbers)
def test_sigmoid_lies_between_0_and_1(z):
    assert 0 <= sigmoid(z) <= 1
    assert 0 <= sigmoid_prime(z) <= 0.25


@given(numbers)
def test_sigmoid_is_symmetric(z):
    assert sigmoid(-z) == pytest.approx(1 - sigmoid(z), rel=0, abs=2.3e-16)
    assert sigmoid_prime(-z) == sigmoid_prime(z)


@pytest.mark.parametrize(
    "function",
    [sigmoid, tanh, relu, relu_prime, leaky_relu, leaky_relu_prime],
    ids=lambda f: f.__name__,
)
@given(z=arrays(np.float64, 20, elements=numbers))
def test_never_falls(function, z):
    values = function(np.sort(z))
    assert (values[:-1] <= values[1:] + 2.3e-16).all()


@given(moderate)
def test_tanh_is_a_stretched_sigmoid(z):
    assert tanh(z) == pytest.approx(2 * sigmoid(2 * z) - 1, rel=0, abs=4.5e-16)


@given(numbers)
def test_tanh_lies_between_minus_1_and_1(z):
    assert -1 <= tanh(z) <= 1
    assert 0 <= tanh_prime(z) <= 1
    assert tanh(-z) == -tanh(z)


@given(numbers)
def test_relu_splits_a_number_into_its_two_sides(z):
    assert relu(z) >= 0
    assert relu(z) - relu(-z) == z
    assert relu_prime(z) + relu_prime(-z) == (z != 0)


@given(numbers, st.floats(0.001, 0.999))
def test_leaky_relu_is_the_larger_of_two_lines(z, slope):
    assert leaky_relu(z, slope) == max(z, slope * z)
    assert leaky_relu_prime(z, slope) == (1 if z > 0 else slope)


@pytest.mark.parametrize("function", [silu, gelu], ids=lambda f: f.__name__)
@given(st.floats(-1e300, 1e300))
def test_the_two_sides_of_silu_and_gelu_make_up_z(function, z):
    assert function(z) - function(-z) == pytest.approx(z, rel=1e-15, abs=1e-300)


# Derivatives, judged by what shares no code with them


@pytest.mark.parametrize(("f", "prime"), [(sigmoid, sigmoid_prime), (tanh, tanh_prime)])
@given(z=arrays(np.float64, 20, elements=moderate))
def test_prime_agrees_with_the_complex_step(f, prime, z):
    assert_is_derivative(prime, f, z)


@given(z=arrays(np.float64, 20, elements=moderate))
def test_silu_prime_agrees_with_the_complex_step(z):
    h = 1e-20
    terms = sigmoid(z) + np.abs(z) * sigmoid_prime(z)  # where the two nearly cancel, digits are lost
    assert (np.abs(silu_prime(z) - silu(z + 1j * h).imag / h) <= 4e-15 * terms + 1e-280).all()


@pytest.mark.parametrize(
    "wrong",
    [
        lambda z: sigmoid(z) * (sigmoid(z) - 1),
        lambda z: 1 - sigmoid(z) * sigmoid(z),
        lambda z: z * (1 - z),
        lambda z: sigmoid(z) * (1 - sigmoid(z)) * (1 + 1e-14),
    ],
    ids=["s(s - 1)", "1 - s²", "takes a for z", "a little too large"],
)
def test_a_wrong_sigmoid_prime_is_caught(wrong):
    z = np.linspace(-2, 2, 21)
    assert_is_derivative(sigmoid_prime, sigmoid, z)
    with pytest.raises(AssertionError, match="Not equal to tolerance"):
        assert_is_derivative(wrong, sigmoid, z)


@pytest.mark.parametrize(
    ("prime", "formula"),
    [
        (sigmoid_prime, lambda z: 1 / (1 + anp.exp(-z))),
        (tanh_prime, anp.tanh),
        (relu_prime, lambda z: anp.where(z > 0, z, 0.0)),
        (leaky_relu_prime, lambda z: anp.where(z > 0, z, 0.01 * z)),
        (silu_prime, lambda z: z / (1 + anp.exp(-z))),
        (gelu_prime, lambda z: z * (1 + special.erf(z / anp.sqrt(2))) / 2),
    ],
    ids=["sigmoid", "tanh", "relu", "leaky_relu", "silu", "gelu"],
)
@given(z=arrays(np.float64, (3, 4), elements=st.floats(-20, 20)))
def test_prime_agrees_with_autograd(prime, formula, z):
    np.testing.assert_allclose(prime(z), elementwise_grad(formula)(z), rtol=1e-9, atol=1e-14)


@given(st.floats(1e-3, 1e3).flatmap(lambda z: st.sampled_from([z, -z])))
def test_relu_prime_is_the_slope_away_from_the_kink(z):
    h = 1e-4
    assert relu_prime(z) == pytest.approx((relu(z + h) - relu(z - h)) / (2 * h), rel=1e-8)


# Accuracy, also far out where formulas written down carelessly lose their digits


def exact(function, z):
    z = mpmath.mpf(float(z))
    return {
        sigmoid: lambda: 1 / (1 + mpmath.exp(-z)),
        sigmoid_prime: lambda: mpmath.sech(z / 2) ** 2 / 4,
        tanh: lambda: mpmath.tanh(z),
        tanh_prime: lambda: mpmath.sech(z) ** 2,
        silu: lambda: z / (1 + mpmath.exp(-z)),
        silu_prime: lambda: mpmath.diff(lambda z: z / (1 + mpmath.exp(-z)), z),
        gelu: lambda: z * mpmath.ncdf(z),
        gelu_prime: lambda: mpmath.diff(lambda z: z * mpmath.ncdf(z), z),
    }[function]()


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize(
    "function", [sigmoid, sigmoid_prime, tanh, tanh_prime, silu], ids=lambda f: f.__name__
)
def test_accurate_to_a_few_units_in_the_last_place(function, dtype):
    reach = np.log(float(np.finfo(dtype).max)) / 2 - 2
    z = np.concatenate([np.linspace(-reach, reach, 401), [1e-30, -1e-10, 1e-5]]).astype(dtype)
    with mpmath.workdps(60):
        for entry, value in zip(z, function(z), strict=True):
            true = exact(function, entry)
            assert abs(mpmath.mpf(float(value)) - true) <= 4 * np.finfo(dtype).eps * abs(true), entry


def largest_error(found, function, z):
    """Return the largest error against 60 digits, in terms of the sizes of what is added and multiplied.

    Far out, rounding z² moves exp(−z²/2) by z²/2 times as much.
    """
    with mpmath.workdps(60):
        true = [exact(function, entry) for entry in z]
        sizes = [abs(t) + (s if function in PRIMES else 0) for t, s in zip(true, sigmoid(z), strict=True)]
        sizes = [size * (1 + float(entry) ** 2) for size, entry in zip(sizes, z, strict=True)]
        return max(float(abs(float(f) - t) / s) for f, t, s in zip(found, true, sizes, strict=True))


PRIMES = (silu_prime, gelu_prime)  # sums that cancel near the lowest point of silu and gelu


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("function", [gelu, gelu_prime, silu_prime], ids=lambda f: f.__name__)
def test_accurate_also_on_the_left(function, dtype):
    z = np.append(np.linspace(-12, 12, 96), [1e-30, -1e-10, -0.751791, -1.278465]).astype(dtype)
    assert largest_error(function(z), function, z) < 4 * np.finfo(dtype).eps


@pytest.mark.parametrize(
    "wrong",
    [
        lambda z: z / 2 * (1 + np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3))),
        lambda z: z * sigmoid(1.702 * z),
        lambda z: z * np.vectorize(math.erfc)(-z) / 2,
        lambda z: z * (1 + np.vectorize(math.erf)(z / np.sqrt(2))) / 2,
    ],
    ids=["by tanh", "by sigmoid", "√2 lost", "digits lost on the left"],
)
def test_what_is_not_quite_gelu_is_caught(wrong):
    z = np.linspace(-12, 12, 96)
    assert largest_error(wrong(z), gelu, z) > 1e-8


@each_function
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_no_overflow_and_no_warning_far_out(function, dtype):
    info = np.finfo(dtype)
    far = [0, 1000, info.max, info.tiny, info.smallest_subnormal, np.inf, 9, 17, 88, 104, 355, 709, 745]
    z = np.array([*far, *np.negative(far)], dtype=dtype)
    with np.errstate(all="raise"):
        values = function(z)
        one_by_one = [function(entry) for entry in z]
    assert not np.isnan(values).any()
    np.testing.assert_allclose(values, one_by_one, rtol=4 * info.eps, atol=0)


@pytest.mark.parametrize(
    ("function", "at_minus_inf", "at_inf"),
    [
        (sigmoid, 0, 1),
        (sigmoid_prime, 0, 0),
        (tanh, -1, 1),
        (tanh_prime, 0, 0),
        (relu, 0, np.inf),
        (relu_prime, 0, 1),
        (leaky_relu, -np.inf, np.inf),
        (leaky_relu_prime, 0.01, 1),
        (silu, 0, np.inf),
        (silu_prime, 0, 1),
        (gelu, 0, np.inf),
        (gelu_prime, 0, 1),
    ],
    ids=lambda v: getattr(v, "__name__", None),
)
def test_limits(function, at_minus_inf, at_inf):
    assert list(function([-np.inf, np.inf])) == [at_minus_inf, at_inf]


# What goes in and what comes out


@each_function
@given(shape=array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=3))
def test_shape_is_kept_and_entries_do_not_mix(function, shape):
    z = np.linspace(-3, 3, int(np.prod(shape))).reshape(shape)
    values = function(z)
    assert values.shape == shape
    for index in np.ndindex(shape):
        assert values[index] == pytest.approx(function(z[index]), rel=1e-15)


@each_function
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64, np.longdouble])
def test_a_float_keeps_its_precision(function, dtype):
    assert function(np.array([-1, 0, 2], dtype=dtype)).dtype == dtype
    assert type(function(dtype(2))) is dtype


@each_function
@pytest.mark.parametrize(
    "z",
    [[-1, 0, 2], (-1, 0, 2), range(-1, 3), np.array([-1, 2]), np.array([3, 0], np.uint8), [[1, 2.0], [3, 4]]],
    ids=["list", "tuple", "range", "int64", "uint8", "rows"],
)
def test_integers_and_lists_become_float64(function, z):
    values = function(z)
    assert values.dtype == np.float64
    np.testing.assert_array_equal(values, function(np.array(z, dtype=np.float64)))


@each_function
@pytest.mark.parametrize("z", [2, 2.0, np.int8(2), np.array(2)], ids=["int", "float", "int8", "0-d"])
def test_a_single_number_gives_a_numpy_float(function, z):
    assert type(function(z)) is np.float64


@pytest.mark.parametrize("function", [*ANALYTIC, *ANALYTIC.values()], ids=lambda f: f.__name__)
def test_complex_numbers_pass_where_the_function_is_analytic(function):
    assert type(function(2 + 0j)) is np.complex128
    assert function(np.array([2], np.complex64)).dtype == np.complex64
    ends = [-1000, 1000] if function is silu else [-np.inf, -1000, 1000, np.inf]  # ∞ times a complex is NaN
    np.testing.assert_array_equal(function(np.array(ends) + 1e-20j).real, function(ends))
    assert function(2 + 1j) == pytest.approx(np.conj(function(2 - 1j)))


@pytest.mark.parametrize("function", [*REAL, *REAL.values()], ids=lambda f: f.__name__)
def test_complex_numbers_do_not_pass_where_it_has_a_kink_or_needs_erf(function):
    with pytest.raises(TypeError, match=r"z must be real; got \(1\+2j\) \(complex\)"):
        function(1 + 2j)


@each_function
def test_z_is_not_changed(function):
    z = np.array([-1.0, 0.0, 2.0])
    function(z)[...] = 7
    assert list(z) == [-1, 0, 2]


@each_function
def test_bad_input_is_named(function):
    assert next(iter(inspect.signature(function).parameters)) == "z"
    with pytest.raises(TypeError, match=r"z must be a number or an array of numbers; got 'two' \(str\)"):
        function("two")
    with pytest.raises(ValueError, match=r"z must .* none of them NaN; got NaN at index \(1,\)"):
        function([0, np.nan])


@pytest.mark.parametrize("function", [leaky_relu, leaky_relu_prime], ids=lambda f: f.__name__)
@pytest.mark.parametrize("slope", [0, 1, -0.1, np.inf, [0.1, 0.2]])
def test_a_bad_slope_is_named(function, slope):
    with pytest.raises(ValueError, match="slope must be a number between 0 and 1; got"):
        function([-1], slope)


@pytest.mark.parametrize("function", [leaky_relu, leaky_relu_prime], ids=lambda f: f.__name__)
def test_the_slope_does_not_change_the_precision(function):
    assert function(np.array([-1], np.float32), np.float64(0.2)).dtype == np.float32
    assert function(np.array([-1], np.float32), 0.2)[0] == pytest.approx(
        -0.2 if function is leaky_relu else 0.2, rel=1e-6
    )
