import re
from fractions import Fraction

import numpy as np
import pytest

from backprop._validate import numbers, numbers_alike


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2", "'2' (str)"),
        (None, "None (NoneType)"),
        (True, "True (bool)"),
        ([1, None], "[1, None] (list)"),
        ([1, "2"], "[1, '2'] (list)"),
        ({1, 2}, "{1, 2} (set)"),
        ({"z": 1}, "{'z': 1} (dict)"),
        (Fraction(1, 2), "Fraction(1, 2) (Fraction)"),
        (np.array(["2"]), "an array of <U1"),
        (np.array([True]), "an array of bool"),
        (np.array([1], dtype="datetime64[s]"), "an array of datetime64[s]"),
    ],
    ids=lambda v: None if isinstance(v, str) else type(v).__name__,
)
def test_what_is_no_number_is_shown(value, shown):
    message = f"a must be a number or an array of numbers; got {shown}"
    with pytest.raises(TypeError, match=re.escape(message) + "$"):
        numbers("a", value)


def test_a_long_value_is_cut_short():
    with pytest.raises(TypeError) as caught:
        numbers("a", "long" * 1000)
    assert len(str(caught.value)) < 120


def test_rows_of_unequal_length():
    message = r"a must be .* with rows of equal length; got \[\[1, 2\], \[3\]\] \(list\)$"
    with pytest.raises(ValueError, match=message):
        numbers("a", [[1, 2], [3]])


@pytest.mark.parametrize(
    ("value", "place"),
    [
        (np.nan, ""),
        ([0, 1, np.nan, np.nan], r" at index \(2,\)"),
        (np.array([[0, 1], [np.nan, 3]], np.float32), r" at index \(1, 0\)"),
        (complex(0, np.nan), ""),
    ],
)
def test_nan_is_found(value, place):
    with pytest.raises(ValueError, match=f"a must be .*, none of them NaN; got NaN{place}$"):
        numbers("a", value, analytic=True)


def test_complex_array_where_real_ones_are_wanted():
    with pytest.raises(TypeError, match=r"a must be real; got an array of complex128$"):
        numbers("a", np.array([1j]))


def test_infinities_and_nothing_at_all_pass():
    assert list(numbers("a", [-np.inf, np.inf])) == [-np.inf, np.inf]
    assert numbers("a", []).shape == (0,)
    assert numbers("a", np.empty((3, 0), int)).dtype == np.float64


def test_unequal_shapes_are_named_with_their_shapes():
    message = r"a, b must have the same shape; got a of shape \(2,\), b of shape \(\)$"
    with pytest.raises(ValueError, match=message):
        numbers_alike(a=[1, 2], b=3)


@pytest.mark.parametrize(
    ("a", "b", "dtype"),
    [
        (1, 2, np.float64),
        (1.5, 2, np.float64),
        (np.float32(1), 2, np.float32),
        (2.0, np.float32(1), np.float32),
        (np.float32(1), np.float64(2), np.float64),
        (np.float32(1), np.int64(2), np.float64),
        (np.float32(1), np.float32(2), np.float32),
    ],
)
def test_one_precision_for_all(a, b, dtype):
    assert [array.dtype for array in numbers_alike(a=a, b=b)] == [dtype, dtype]
    assert [float(array) for array in numbers_alike(a=a, b=b)] == [a, b]
