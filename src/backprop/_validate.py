"""What every function of the library accepts as numbers, said once."""

import math
import operator
import os
import reprlib
from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.inexact[Any]]
"""An array of floats; for a single number, numpy's scalar of the same type."""

RealArray = NDArray[Any]
"""An array of real floats that is changed in place: numpy's types allow that for no other Array."""


NUMBERS = "must be a number or an array of numbers"

NUMERIC = (int, float, np.integer, np.floating)
"""The types of single real numbers. Two are among them that are none: see NO_NUMBERS."""

NO_NUMBERS = (bool, np.timedelta64)
"""Truth values, and NumPy's spans of time."""

LONGEST_PATH = 4096
"""In bytes; few systems open a file whose path is longer, and none wants to read it in a message."""

MOST = 10**10
"""More numbers than this are asked of no computer at once: a size that large is a slip."""


class NotFiniteInputError(ValueError):
    """What was given holds NaN, or an infinity where none is allowed."""


def numbers(name: str, value: ArrayLike, *, analytic: bool = False) -> Array:
    """Return the value as an array of floats, or say what is wrong with it.

    Floats keep their precision; integers, and lists of numbers, become float64. Infinities pass, NaN does
    not. Complex numbers pass where the function is analytic, so that a complex step can differentiate it.
    """
    array = _floats(name, value, analytic=analytic)
    if not _surely_finite(array):
        _refuse_nan(name, array)
    return array


def _floats(name: str, value: ArrayLike, *, analytic: bool = False) -> Array:
    wanted = f"{name} {NUMBERS}"
    kinds: set[type] = {type(value)}
    if kinds != {np.ndarray}:
        kinds = _kinds(value)
        if any(issubclass(kind, np.ma.MaskedArray) for kind in kinds):
            got = "got a masked array. Fill or drop the masked entries first"
            raise TypeError(f"{wanted}, without a mask; {got}")
        if bool in kinds:
            raise TypeError(f"{wanted}; got {shown(value)}")
    try:
        array = np.asarray(value)
        if array.dtype == object and kinds <= {int, float}:  # integers too long for NumPy's
            array = array.astype(np.float64)
    except OverflowError:
        raise ValueError(f"{wanted} that fit into a float; got {shown(value)}") from None
    except (ValueError, RecursionError):
        raise ValueError(f"{wanted} with rows of equal length; got {shown(value)}") from None
    except MemoryError:
        raise
    except Exception as error:  # another library's array, which cannot be read as it is, and says why
        raise TypeError(f"{wanted}; got {shown(value)}, which says: {brief(str(error))}") from error
    if array.dtype.kind == "c" and not analytic:
        raise TypeError(f"{name} must be real; got {shown(value)}")
    if array.dtype.kind not in "iufc":
        raise TypeError(f"{wanted}; got {shown(value)}")
    return array if array.dtype.kind in "fc" else array.astype(np.float64)


def _kinds(value: object, depth: int = 0) -> set[type]:
    """Return the types of the entries of a list of lists: of some, NumPy would drop what matters."""
    if not isinstance(value, list | tuple):
        return {type(value)}
    kinds = set(map(type, value))
    if depth < 64 and any(issubclass(kind, list | tuple) for kind in kinds):  # NumPy has 64 dimensions
        return {kind for entry in value for kind in _kinds(entry, depth + 1)}
    return kinds


def _refuse_nan(name: str, array: Array) -> None:
    if np.isnan(array).any():
        index = tuple(map(int, np.argwhere(np.isnan(array))[0]))
        place = f" at index {index}" if index else ""
        raise NotFiniteInputError(f"{name} {NUMBERS}, none of them NaN; got NaN{place}")


def numbers_alike(*, analytic: bool = False, **values: ArrayLike) -> list[Array]:
    """Return the named values as arrays of one shape and one precision.

    Equal shapes are demanded because a value that is broadcast is used several times, and its gradient
    would be a sum.
    """
    arrays = {name: numbers(name, value, analytic=analytic) for name, value in values.items()}
    if len({array.shape for array in arrays.values()}) > 1:
        shapes = ", ".join(f"{name} of shape {array.shape}" for name, array in arrays.items())
        raise ValueError(f"{', '.join(arrays)} must have the same shape; got {shapes}")
    # A plain Python number has no precision of its own: beside a float32 it is one, as everywhere in numpy.
    dtype = np.result_type(
        *(1.0 if type(values[name]) in (int, float) else array.dtype for name, array in arrays.items())
    )
    return [array.astype(dtype) for array in arrays.values()]


def finite(name: str, value: ArrayLike) -> Array:
    """Return the value as an array of real numbers without NaN and infinities."""
    array = _floats(name, value)
    if not _surely_finite(array) and not np.isfinite(array).all():
        _refuse_nan(name, array)
        index = tuple(map(int, np.argwhere(~np.isfinite(array))[0]))
        raise NotFiniteInputError(f"{name} must be finite; got {array[index]} at index {index}")
    return array


def _surely_finite(array: Array) -> bool:
    """Look at the sum of a long array: that is fast, and needs no truth values as large as the data."""
    if array.size < 10_000:
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        return bool(np.isfinite(array.sum()))


def is_finite(array: RealArray) -> bool:
    """Say whether there is no NaN and no infinity in an array: first by its sum, which is fast.

    For the caller to do: `np.errstate`, since the sum of large numbers may overflow where none of them does.
    """
    return math.isfinite(np.sum(array)) or bool(np.isfinite(array).all())


def kept(array: Array) -> RealArray:
    """Return an array that nobody can change: this one if it is such an array, else a copy."""
    return sealed(array.copy()) if array.flags.writeable or array.base is not None else array


def sealed(array: RealArray) -> RealArray:
    """Let an array of our own, or a view, not be changed any more."""
    array.flags.writeable = False
    return array


def samples(name: str, value: ArrayLike, rows: int) -> Array:
    """Return the value as a finite matrix with that many rows, one column a sample, at least one."""
    array = finite(name, value)
    if array.ndim == 2 and array.shape[0] == rows and array.shape[1] > 0:
        return array
    wanted = f"{name} must have shape ({rows}, m), one column for each of m ≥ 1 samples"
    raise ValueError(f"{wanted}; got shape {array.shape}{_hint(name, array, rows)}")


def check_fits(name: str, array: Array, dtype: np.dtype[Any]) -> None:
    """Raise ValueError if the array holds numbers that are too large for the network's floats."""
    if array.dtype.itemsize <= dtype.itemsize:
        return
    most, largest = np.finfo(dtype).max, max(np.max(array), -np.min(array))
    if largest > most:
        wanted = f"{name} must not exceed {most:.4g} in size, since the network computes in {dtype}"
        raise ValueError(f"{wanted}; got {largest:.4g}")


def _hint(name: str, array: Array, rows: int) -> str:
    if array.ndim == 1 and rows == 1:
        return f"; {name}[None, :] is a row of samples"
    if array.shape == (rows,):
        return f"; {name}[:, None] is one sample, a column"
    if array.ndim == 2 and array.shape[1] == rows and len(array) > 0:
        return f"; {name}.T has samples in columns"
    return ""


def layer_arrays(name: str, arrays: Sequence[ArrayLike], shapes: Sequence[tuple[int, int]]) -> list[Array]:
    """Return one finite array for each of the layers 2, 3, …, of the shapes given."""
    wanted = f"{name} must be a list of {len(shapes)} arrays, one for each layer from 2 to {len(shapes) + 1}"
    if not isinstance(arrays, list | tuple):
        raise TypeError(f"{wanted}; got {shown(arrays)}")
    if len(arrays) != len(shapes):
        raise ValueError(f"{wanted}; got {len(arrays)}")
    checked = []
    for i, (array, shape) in enumerate(zip(arrays, shapes, strict=True)):
        one = finite(f"{name}[{i}] (layer {i + 2})", array)
        if one.shape != shape:
            raise ValueError(f"{name}[{i}] (layer {i + 2}) must have shape {shape}; got shape {one.shape}")
        checked.append(one)
    return checked


def choice(name: str, value: str, known: Collection[str]) -> str:
    """Return the value if it is one of the known names."""
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a name; got {shown(value)}")
    if value not in known:
        raise ValueError(f"{name} must be one of {', '.join(map(repr, known))}; got {brief(value)}")
    return value


def index(value: Any) -> int:
    """Return the value as an integer. Raises TypeError where it is none, or true or false, with any NumPy."""
    if isinstance(value, bool | np.bool):
        raise TypeError("a truth value is no number here")
    return operator.index(value)


def whole(name: str, value: Any, least: int = 1) -> int:
    """Return the value as an integer that is not below the least one allowed."""
    wanted = f"{name} must be a whole number, at least {least}"
    try:
        integer = index(value)
    except TypeError:
        raise TypeError(f"{wanted}; got {shown(value)}") from None
    if integer < least:
        raise ValueError(f"{wanted}; got {brief(integer)}")
    return integer


def check_count(name: str, count: int, what: str) -> None:
    """Raise ValueError if there would be so many numbers that no computer has room for them."""
    if count > MOST:
        raise ValueError(f"{name} must ask for at most {MOST:,} {what}; got {brief(count)}")


def real(
    name: str,
    value: Any,
    *,
    least: float = -math.inf,
    above: float = -math.inf,
    below: float = math.inf,
) -> float:
    """Return the value as a float that is finite and not out of range."""

    def wanted() -> str:
        bounds = (
            f"at least {least:g}" if least > -math.inf else "",
            f"above {above:g}" if above > -math.inf else "",
            f"below {below:g}" if below < math.inf else "",
        )
        return " and ".join([f"{name} must be a finite number", *filter(None, bounds)])

    if not is_number(value):
        raise TypeError(f"{wanted()}; got {shown(value)}")
    try:
        number = float(value)
    except OverflowError:  # an integer, perhaps so long that it cannot be printed
        bits = int(value).bit_length()
        raise ValueError(f"{wanted()}; got an integer of {bits} bits, too large for a float") from None
    if not (math.isfinite(number) and least <= number and above < number < below):
        raise ValueError(f"{wanted()}; got {number:g}")
    return number


def is_number(value: Any) -> bool:
    """Tell whether the value is a single real number, and neither a truth value nor a span of time."""
    if type(value) is float or type(value) is int:  # the usual ones first
        return True
    return isinstance(value, NUMERIC) and not isinstance(value, NO_NUMBERS)


def file_name(name: str, value: Any, what: str) -> str:
    """Return the path as a string, if a file or folder can have it."""
    path = os.fspath(value) if isinstance(value, str | os.PathLike) else None
    if not isinstance(path, str):
        raise TypeError(f"{name} must be {what}, a string or a Path; got {brief(value)}")
    if "\0" in path:
        raise ValueError(f"{name} must be without the character NUL; got {brief(path)}")
    try:
        length = len(os.fsencode(path))
    except UnicodeEncodeError:
        raise ValueError(
            f"{name} must be of letters that a file's name can have; got {brief(path)}"
        ) from None
    if length > LONGEST_PATH:
        raise ValueError(
            f"{name} must be at most {LONGEST_PATH} bytes long; got {length} bytes, {brief(path)}"
        )
    return path


def generator(rng: int | np.random.Generator) -> np.random.Generator:
    """Return the generator of random numbers, or a new one for a seed."""
    if isinstance(rng, np.random.Generator):
        return rng
    if not isinstance(rng, int | np.integer) or isinstance(rng, NO_NUMBERS):
        raise TypeError(f"rng must be an integer or a numpy Generator; got {brief(rng)}")
    if rng < 0:
        raise ValueError(f"rng must not be negative; got {brief(rng)}")
    return np.random.default_rng(rng)


class _Brief(reprlib.Repr):
    """Shows any value in a line, however large it is."""

    def __init__(self) -> None:
        super().__init__()
        self.maxstring, self.maxother = 60, 100

    def repr_int(self, x: int, level: int) -> str:
        bits = x.bit_length()
        return repr(x) if bits <= 128 else f"an integer of {bits} bits"

    def repr1(self, x: Any, level: int) -> str:
        if isinstance(x, np.ndarray):
            return f"{'a masked' if isinstance(x, np.ma.MaskedArray) else 'an'} array of {x.dtype}"
        return super().repr1(x, level)


_BRIEF = _Brief()


def brief(value: object) -> str:
    """Return a short text that shows the value, on one line."""
    text = " ".join(_BRIEF.repr(value).split())
    return text if len(text) <= 200 else f"{text[:199]}…"


def shown(value: object) -> str:
    """Return a short text that shows the value and says its type."""
    return brief(value) if isinstance(value, np.ndarray) else f"{brief(value)} ({type(value).__name__})"
