"""Sums and products as linear algebra has them, not as numpy broadcasts them.

A number is 0-dimensional; everything else has rows and columns, but for arrays with three indices, of which
entries are taken and sums are made. A matrix of one row and one column may stand for a number, as the product
of a row and a column does.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np

from bookkit.exact.functions import is_exact
from bookkit.values import chance, linear, ones, open_blocks
from bookkit.values import functions as fn
from bookkit.values.errors import EquationError, NoSuchThingError, ShapeError
from bookkit.values.ones import Ones
from bookkit.values.open_blocks import OpenBlocks

Value = Any


def shape(value: Value) -> str:
    """The shape in words."""
    return "a number" if np.ndim(value) == 0 else " × ".join(map(str, np.shape(value)))


def is_number(value: Value) -> bool:
    """Whether a value is no array; ask first for `Identity`, `Ones` and `OpenBlocks`, which are none."""
    return not isinstance(value, np.ndarray) or value.ndim == 0


def number(value: Value) -> Value:
    """A 1 × 1 matrix as a number; ShapeError for a larger one."""
    if is_number(value):
        return value
    if np.shape(value) == (1, 1):
        return value[0, 0]
    raise ShapeError(f"a number is needed here, not {shape(value)}")


def add(left: Value, right: Value) -> Value:
    if isinstance(left, OpenBlocks) or isinstance(right, OpenBlocks):
        return open_blocks.added(left, right)
    if isinstance(left, Ones) or isinstance(right, Ones):
        if isinstance(left, linear.Identity) or isinstance(right, linear.Identity):
            spread, unit = (left, right) if isinstance(left, Ones) else (right, left)
            return spread.with_identity(unit.factor)
        return ones.added(left, right)
    if isinstance(left, linear.Identity) != isinstance(right, linear.Identity) and (
        isinstance(left, np.ndarray) or isinstance(right, np.ndarray)
    ):
        left, right = pair(left, right)
    if is_number(left) and is_number(right):
        return left + right
    if np.shape(left) == np.shape(right):
        return left + right
    if (np.ndim(left) == 0 and np.shape(right) == (1, 1)) or (
        np.ndim(right) == 0 and np.shape(left) == (1, 1)
    ):
        return left + right  # a column of one entry stays one
    raise ShapeError(f"{shape(left)} and {shape(right)} cannot be added")


def pair(left: Value, right: Value) -> tuple[Value, Value]:
    """Two values side by side; an identity matrix, or a column of ones, takes its size from the other one."""
    if isinstance(left, OpenBlocks) or isinstance(right, OpenBlocks):
        return open_blocks.paired(left, right)
    if isinstance(left, Ones) and isinstance(right, Ones):
        left, right = left.sized(right.value), right.sized(left.value)
    elif isinstance(left, Ones):
        return left.sized(right), right
    elif isinstance(right, Ones):
        return left, right.sized(left)
    if isinstance(left, linear.Identity) and isinstance(right, linear.Identity):
        return left.factor, right.factor
    if isinstance(left, linear.Identity):
        return left.sized(right), right
    return (left, right.sized(left)) if isinstance(right, linear.Identity) else (left, right)


def multiply(sign: str, left: Value, right: Value) -> Value:
    """The product that a sign means; juxtaposition is the sign ''."""
    if isinstance(left, OpenBlocks) or isinstance(right, OpenBlocks):
        return open_blocks.multiplied(sign, left, right)
    if isinstance(left, Ones) or isinstance(right, Ones):
        return ones.multiplied(sign, left, right)
    if sign == "\\otimes":
        return linear.kronecker(left, right)
    if sign in ("\\odot", "*"):  # as in programs, * goes entry by entry
        if np.shape(left) != np.shape(right) and not (is_number(left) and is_number(right)):
            if np.size(left) == np.size(right) == 1:
                return number(left) * number(right)
            raise ShapeError(f"⊙ needs equal shapes, not {shape(left)} and {shape(right)}")
        return left * right
    if is_number(left) or is_number(right):
        return left * right
    _check_two_indices("a product", left, right)
    if sign == "\\times":
        raise ShapeError("× between matrices; write ⊙ or the matrix product")
    if sign == "\\cdot" and np.shape(left) == np.shape(right) and np.shape(left)[1] == 1:
        return np.sum(left * right)
    if np.shape(left)[1] == np.shape(right)[0]:
        return left @ right
    if np.shape(left) == (1, 1):
        return left[0, 0] * right
    if np.shape(right) == (1, 1):
        return left * right[0, 0]
    raise ShapeError(f"{shape(left)} cannot be multiplied by {shape(right)}")


def divide(left: Value, right: Value) -> Value:
    refuse_unsized(right)
    if is_number(right) or np.shape(right) == (1, 1):
        return _quotient(left, number(right))
    if np.shape(left) == np.shape(right):
        return left / right
    raise ShapeError(f"{shape(left)} cannot be divided by {shape(right)}")


def _quotient(left: Value, right: Value) -> Value:
    if chance.random_(left) or chance.random_(right):
        return left / right
    if right == 0:
        return left * np.nan
    return left / right


def power(base: Value, exponent: Value) -> Value:
    refuse_unsized(base, exponent)
    exponent = number(exponent)
    for value in (base, exponent):
        if isinstance(value, chance.RandomNumber):
            return chance.RandomNumber(value.space, chance.power(base, exponent))
    if isinstance(base, linear.Identity):
        return linear.Identity(fn.power(base.factor, exponent))
    _check_two_indices("a power", base)
    if np.ndim(base) and np.shape(base) != (1, 1):
        if np.shape(base)[1] == 1:  # a column has no other power than that of its entries
            return np.array([[fn.power(entry, exponent)] for entry in np.ravel(base)])
        if np.shape(base)[0] != np.shape(base)[1]:
            raise ShapeError(f"a power of {shape(base)}; write ⊙ for entry by entry")
        if not linear.is_whole(exponent) and linear.is_diagonal(base):
            return np.diag(np.array([fn.power(entry, exponent) for entry in np.diag(base)]))
        return linear.power(base, exponent)
    return fn.power(number(base), exponent)


def rational_power(base: Value, exponent: Fraction) -> Value:
    """A power with a fraction above: with an odd denominator there is one of a negative number, too."""
    degree = exponent.denominator
    if degree % 2 == 0 or degree == 1:
        return power(base, float(exponent))
    refuse_unsized(base)
    if isinstance(base, chance.RandomNumber):
        root: Value = chance.RandomNumber(base.space, chance.odd_root(chance.bare(base), degree))
    elif isinstance(base, linear.Identity):
        root = linear.Identity(fn.odd_root(base.factor, degree))
    elif linear.is_diagonal(base):
        root = np.diag(_odd_roots(np.diag(base), degree))
    elif np.ndim(base) == 2 and np.shape(base)[1] == 1:
        root = np.reshape(_odd_roots(np.ravel(base), degree), np.shape(base))
    elif np.ndim(base):
        raise ShapeError(f"a power of {shape(base)}; write ⊙ for entry by entry")
    else:
        root = fn.odd_root(base, degree)
    return power(root, exponent.numerator)


def _odd_roots(entries: Value, degree: int) -> Value:
    return np.array([fn.odd_root(entry, degree) for entry in entries])


def inverse(value: Value) -> Value:
    if isinstance(value, linear.Identity):
        return 1.0 / value
    refuse_unsized(value)
    if is_number(value) or np.shape(value) == (1, 1):
        return _quotient(1.0, number(value))
    _check_two_indices("an inverse", value)
    if np.shape(value)[0] != np.shape(value)[1]:
        raise ShapeError(f"an inverse of {shape(value)}")
    return linear.inverse(value)


def refuse_unsized(*values: Value) -> None:
    """What has no size, such as a column of ones of no length, has no norm, and no function takes it."""
    if any(isinstance(value, Ones) for value in values):
        raise ShapeError(ones.UNKNOWN)
    if any(isinstance(value, OpenBlocks) for value in values):
        raise ShapeError(open_blocks.UNKNOWN)


def transpose(value: Value) -> Value:
    _check_two_indices("a transpose", value)
    return value.T if isinstance(value, (np.ndarray, Ones, OpenBlocks)) else value


def _check_two_indices(what: str, *values: Value) -> None:
    """Linear algebra is about numbers, columns, rows and matrices; of more indices sums are written out."""
    if any(np.ndim(value) > 2 for value in values):
        raise ShapeError(f"{what} of an array with three indices; write a sum over its entries")


def norm(value: Value, kind: str) -> Value:
    r"""The Euclidean norm of a row or a column, ``""`` or 2, its sum of sizes, 1; of a matrix 2 or F.

    ``\infty`` is the largest size in a row or a column, and the largest sum of sizes in a row of a matrix.
    """
    refuse_unsized(value)
    if kind == "\\infty":
        rows = np.sum(fn.absolute(value), axis=1) if np.ndim(value) == 2 and np.shape(value)[1] > 1 else None
        sizes = fn.absolute(np.ravel(value)) if rows is None or np.shape(value)[0] == 1 else rows
        return sizes[int(np.argmax(np.real(sizes)))]
    if np.ndim(value) == 2 and min(np.shape(value)) > 1:
        if kind == "2":
            return spectral(value)
        if kind != "F":
            raise ShapeError(f"which norm of {shape(value)}? write ‖·‖_F (all entries) or ‖·‖_2 (spectral)")
    if kind == "1":
        return np.sum(fn.absolute(value))
    return fn.sqrt(np.sum(np.ravel(value) ** 2))


def spectral(value: Value) -> Value:
    """The largest singular value; a complex step passes between the singular vectors of the real part."""
    left, _, right = np.linalg.svd(np.real(value))
    return left[:, 0] @ value @ right[0]


def entry(value: Value, place: tuple[int, ...], name: str) -> Value:
    """One entry of an array, a column where the row is -1, a row where the column is -1.

    NoSuchThingError outside of the array.
    """
    if is_number(value):
        raise ShapeError(f"{name} is a number and has no entries")
    if len(np.shape(value)) > 2:
        return _deep_entry(value, place, name)
    rows, columns = np.shape(value)
    if len(place) == 1:
        if columns == 1:
            place = (place[0], 0)
        elif rows == 1:
            place = (0, place[0])
        else:
            raise ShapeError(f"{name} is {rows} × {columns}: an entry needs two indices")
    row, column = place
    if not (-1 <= row < rows and -1 <= column < columns):
        raise NoSuchThingError(f"{name} has no entry {row + 1}, {column + 1} (it is {rows} × {columns})")
    if column == -1:
        return value[row : row + 1, :]
    return value[:, column : column + 1] if row == -1 else value[row, column]


def _deep_entry(value: Value, place: tuple[int, ...], name: str) -> Value:
    """One entry of an array with more than two indices."""
    ends = np.shape(value)
    if len(place) != len(ends):
        raise ShapeError(f"{name} is {shape(value)}: an entry needs {len(ends)} indices")
    if not all(0 <= at < end for at, end in zip(place, ends, strict=True)):
        raise NoSuchThingError(f"{name} has no entry {', '.join(str(at + 1) for at in place)}")
    return value[place]


def whole(value: Value, what: str) -> int:
    """A value as a whole number; EquationError naming `what` is written where it is none."""
    found = np.real(number(value))
    if is_exact(found):
        return int(found)
    if not np.isfinite(found) or found != round(float(found)):
        raise EquationError(f"{what} is {found}, not a whole number")
    return int(found)


def largest(value: Value) -> float:
    """The largest magnitude in a value."""
    if isinstance(value, (float, int, complex, np.number)):  # by far the most common
        return abs(float(value.real))
    return float(np.max(np.abs(np.real(value))))
