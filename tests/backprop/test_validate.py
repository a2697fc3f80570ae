import os
import re
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from backprop._validate import (
    brief,
    choice,
    file_name,
    finite,
    generator,
    layer_arrays,
    numbers,
    numbers_alike,
    real,
    samples,
    shown,
    whole,
)


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


@pytest.mark.parametrize(
    "value",
    [
        np.ma.masked_equal([[999.0, 1.0]], 999),
        np.ma.array([1.0, 2.0]),
        np.ma.masked,
        [np.ma.masked_equal([999.0, 1.0], 999), [2.0, 3.0]],
        (1.0, np.ma.masked),
    ],
    ids=["matrix", "nothing masked", "one entry", "a row", "an entry"],
)
def test_a_mask_is_not_lost_in_silence(value):
    message = (
        "^a must be a number or an array of numbers, without a mask; got a masked array. "
        "Fill or drop the masked entries first$"
    )
    for check in (numbers, finite):
        with pytest.raises(TypeError, match=message):
            check("a", value)


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


@pytest.mark.parametrize(
    ("value", "place"),
    [(np.inf, r"got inf at index \(\)"), ([0, -np.inf], r"got -inf at index \(1,\)")],
)
def test_infinity_is_found(value, place):
    with pytest.raises(ValueError, match=f"a must be finite; {place}$"):
        finite("a", value)


def test_finite_keeps_the_precision_and_wants_real_numbers():
    assert finite("a", np.float32(1)).dtype == np.float32
    with pytest.raises(TypeError, match="a must be real"):
        finite("a", 1j)


def test_samples_are_columns():
    assert samples("x", [[1, 2, 3]], rows=1).shape == (1, 3)
    wanted = r"x must have shape \(2, m\), one column for each of m ≥ 1 samples; got shape "
    for value, rest in [
        ([1, 2], r"\(2,\); x\[:, None\] is one sample, a column"),
        (np.ones((3, 2)), r"\(3, 2\); x\.T has samples in columns"),
        (np.ones((3, 3)), r"\(3, 3\)"),
        (np.ones(3), r"\(3,\)"),
        (np.ones((0, 2)), r"\(0, 2\)"),
        (np.ones((2, 0)), r"\(2, 0\)"),
        (np.ones((2, 1, 1)), r"\(2, 1, 1\)"),
        (1, r"\(\)"),
    ]:
        with pytest.raises(ValueError, match=f"{wanted}{rest}$"):
            samples("x", value, rows=2)
    with pytest.raises(ValueError, match=r"got shape \(2,\); x\[None, :\] is a row of samples$"):
        samples("x", [1, 2], rows=1)


def test_layer_arrays_are_checked_one_by_one():
    good = layer_arrays("weights", ([[1, 2]], [[3]]), [(1, 2), (1, 1)])
    assert [array.dtype for array in good] == [np.float64, np.float64]
    with pytest.raises(TypeError, match=r"weights must be a list of 1 arrays, .*; got an array of float64$"):
        layer_arrays("weights", np.ones((1, 2, 2)), [(2, 2)])
    with pytest.raises(
        ValueError, match=r"weights\[0\] \(layer 2\) must have shape \(2, 1\); got shape \(1, 2\)$"
    ):
        layer_arrays("weights", [[[1, 2]]], [(2, 1)])


def test_choice_is_one_of_the_names():
    assert choice("init", "he", {"he": 1}) == "he"
    with pytest.raises(ValueError, match=r"^init must be one of 'he', 'zeros'; got 'HE'$"):
        choice("init", "HE", ["he", "zeros"])
    with pytest.raises(TypeError, match=r"^init must be a name; got \['he'\] \(list\)$"):
        choice("init", ["he"], ["he", "zeros"])


@pytest.mark.parametrize("value", [3, np.int8(3), np.array(3)])
def test_whole_numbers_pass(value):
    assert whole("m", value, least=3) == 3
    assert type(whole("m", value)) is int


@pytest.mark.parametrize(
    ("value", "error", "got"),
    [
        (2, ValueError, "2"),
        (-1, ValueError, "-1"),
        (3.0, TypeError, r"3.0 \(float\)"),
        ("3", TypeError, r"'3' \(str\)"),
        (None, TypeError, r"None \(NoneType\)"),
        (True, TypeError, r"True \(bool\)"),
        (np.True_, TypeError, r"np.True_ \(bool\)"),
    ],
)
def test_what_is_no_whole_number_is_named(value, error, got):
    with pytest.raises(error, match=rf"^m must be a whole number, at least 3; got {got}$"):
        whole("m", value, least=3)


def test_a_seed_begins_anew_and_a_generator_goes_on():
    assert generator(5).random() == generator(np.int64(5)).random() == np.random.default_rng(5).random()
    one = np.random.default_rng(5)
    assert generator(one) is one
    with pytest.raises(TypeError, match=r"^rng must be an integer or a numpy Generator; got None$"):
        generator(None)
    with pytest.raises(ValueError, match=r"^rng must not be negative; got -1$"):
        generator(-1)


# Long arrays, which are looked at in another way


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("order", ["C", "F"])
def test_what_is_wrong_in_a_long_array_is_found(order, dtype):
    long = np.ones((200, 100), dtype, order=order)
    assert finite("a", long) is long
    long[3, 4] = np.nan
    with pytest.raises(ValueError, match=r"got NaN at index \(3, 4\)"):
        finite("a", long)
    long[3, 4], long[5, 6] = np.inf, -np.inf  # the sum is NaN
    assert numbers("a", long) is long
    with pytest.raises(ValueError, match=r"a must be finite; got inf at index \(3, 4\)"):
        finite("a", long)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_long_array_whose_sum_overflows_is_finite(dtype):
    long = np.full(20_000, np.finfo(dtype).max)
    with np.errstate(all="raise"):
        assert finite("a", long) is long


# Single numbers


def test_real_numbers_become_floats():
    for value in (2, 2.0, np.float32(2), np.int64(2)):
        assert (type(real("a", value)), real("a", value)) == (float, 2)
    assert real("a", 0, least=0) == 0
    assert real("a", 1, above=0, below=2) == 1


@pytest.mark.parametrize(
    ("value", "bounds", "error", "message"),
    [
        (-1, {"least": 0}, ValueError, "a must be a finite number and at least 0; got -1"),
        (0, {"above": 0}, ValueError, "a must be a finite number and above 0; got 0"),
        (
            1,
            {"least": 0, "below": 1},
            ValueError,
            "a must be a finite number and at least 0 and below 1; got 1",
        ),
        (np.inf, {}, ValueError, "a must be a finite number; got inf"),
        (np.nan, {}, ValueError, "a must be a finite number; got nan"),
        ("1", {}, TypeError, "a must be a finite number; got '1' (str)"),
        (True, {}, TypeError, "a must be a finite number; got True (bool)"),
        (None, {}, TypeError, "a must be a finite number; got None (NoneType)"),
        (1j, {}, TypeError, "a must be a finite number; got 1j (complex)"),
        (
            10**400,
            {"least": 0},
            ValueError,
            "a must be a finite number and at least 0; got an integer of 1329 bits, too large for a float",
        ),
        pytest.param(
            -(10**5000),  # so long that Python does not print it
            {},
            ValueError,
            "a must be a finite number; got an integer of 16610 bits, too large for a float",
            id="very long",
        ),
    ],
)
def test_a_number_out_of_range_is_named(value, bounds, error, message):
    with pytest.raises(error, match=re.escape(message) + "$"):
        real("a", value, **bounds)


# Whatever is given, a message is short, and is there


class Odd:
    def __repr__(self):
        raise RuntimeError("no text for this")


class Long:
    def __repr__(self):
        return "many\nlines " * 10_000


@pytest.mark.parametrize(
    "value",
    [
        10**5000,
        -(10**5000),
        [10**5000] * 1000,
        ["x" * 10**6] * 100,
        dict.fromkeys(range(1000), "x" * 1000),
        set(range(10**5)),
        Odd(),
        [Odd()],
        Long(),
        [Long(), Long()],
        np.arange(10**5).reshape(-1, 10).astype(object),
        [np.arange(10**5)] * 3,
        np.ma.masked_equal(np.arange(10**5), 3),
        {"a": [["b" * 10**5] * 9] * 9},
        b"x" * 10**6,
    ],
    ids=range(15),
)
def test_a_message_is_one_short_line(value):
    for text in (brief(value), shown(value)):
        assert text.strip() == text != ""
        assert "\n" not in text
        assert len(text) < 500


@pytest.mark.parametrize(
    "call",
    [
        lambda value: choice("a", value, ["he"]),
        lambda value: whole("a", -value if isinstance(value, int) else value),
        lambda value: generator(value if not isinstance(value, int) else -abs(value)),
        lambda value: numbers("a", value),
        lambda value: real("a", value),
    ],
    ids=["choice", "whole", "generator", "numbers", "real"],
)
@pytest.mark.parametrize("value", [10**5000, "x" * 10**6, Odd(), Long()], ids=lambda v: type(v).__name__)
def test_whatever_is_wrong_is_said_shortly(call, value):
    with pytest.raises((TypeError, ValueError), match=r"^(a|rng) must ") as caught:
        call(value)
    assert len(str(caught.value)) < 500


def test_integers_too_long_for_numpy_are_numbers_if_a_float_can_hold_them():
    assert numbers("a", 10**30) == 1e30
    assert numbers("a", [[10**30, 0.5], [1, 2]]).tolist() == [[1e30, 0.5], [1, 2]]
    with pytest.raises(
        ValueError, match=r"^a must be .* that fit into a float; got \[an integer of 1329 bits"
    ):
        numbers("a", [10**400, 1])


@pytest.mark.parametrize("value", [[1.0, True], [[1, 2], [False, 3]], ([1], (True,))])
def test_truth_values_among_numbers_are_found(value):
    with pytest.raises(TypeError, match=r"^a must be a number or an array of numbers; got "):
        numbers("a", value)


@pytest.mark.parametrize("depth", [1, 2, 5])
def test_a_mask_deep_inside_is_found(depth):
    value = np.ma.masked_equal([999.0, 1.0], 999)
    for _ in range(depth):
        value = [value, value]
    with pytest.raises(TypeError, match="without a mask; got a masked array"):
        numbers("a", value)


def test_a_list_that_holds_itself_is_no_array():
    value = [1.0]
    value.append(value)
    with pytest.raises((TypeError, ValueError), match=r"^a must be .*; got \[1.0, "):
        numbers("a", value)


@pytest.mark.parametrize("error", [RuntimeError, TypeError, KeyError])
def test_an_array_of_another_library_says_why_it_cannot_be_read(error):
    class Elsewhere:
        def __array__(self, *args, **options):
            raise error("it is on another device")

    with pytest.raises(TypeError, match=r"^a must be .*Elsewhere.*, which says: .*it is on another device"):
        numbers("a", Elsewhere())


def test_a_span_of_time_is_no_number():
    span = np.timedelta64(3, "s")
    for check in (real, whole, numbers):
        with pytest.raises(TypeError, match=r"^a must be .*; got "):
            check("a", span)
    with pytest.raises(TypeError, match=r"^rng must be .*; got "):
        generator(span)


@pytest.mark.parametrize(
    ("path", "error", "message"),
    [
        (3, TypeError, "must be a path, a string or a Path; got 3"),
        (b"models", TypeError, "must be a path, a string or a Path; got b'models'"),
        ("a\0b", ValueError, r"must be without the character NUL; got 'a\\x00b'"),
        ("\ud800", ValueError, "must be of letters that a file's name can have; got "),
        ("x/" * 10**6, ValueError, "must be at most 4096 bytes long; got 2000000 bytes, 'x/x/"),
        ("ö" * 2049, ValueError, "must be at most 4096 bytes long; got 4098 bytes, 'ö"),
    ],
)
def test_what_is_no_path_is_named(path, error, message):
    with pytest.raises(error, match=f"^folder {message}") as caught:
        file_name("folder", path, "a path")
    assert len(str(caught.value)) < 200


def test_a_path_is_a_string_or_has_one():
    assert file_name("folder", Path("a") / "ö", "a path") == os.path.join("a", "ö")  # noqa: PTH118
    assert file_name("folder", "x" * 4096, "a path") == "x" * 4096
