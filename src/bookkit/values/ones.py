r"""A column of ones of no length, ``\mathbf{1}``: what it stands beside gives it one.

``x + b \mathbf{1}`` and ``\mathbf{1}^\top x`` do not say how long it is, and need not: along a free axis all
entries are alike, so a product adds up what it meets there, and a sum takes the length of what is beside it.
The product ``b \mathbf{1}^\top`` has one free axis, and ``\mathbf{1} \mathbf{1}^\top`` has two. Where two
free axes meet, as in ``\mathbf{1}^\top \mathbf{1}``, nothing
says the length: that is an error, unless a matrix of one entry, which a number may be as well, leaves open
whether they do. Then there is no value.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from bookkit.values.errors import ShapeError

Value = Any
UNKNOWN = "how long is \\mathbf{1} here? write \\mathbf{1}_n"


@dataclass(frozen=True, eq=False)
class Ones:
    """An array whose entries are alike along its free axes, where ``value`` holds each of them once.

    It is ``open`` where one of its factors had one entry and may have been a number. To one with two free
    axes the ``identity`` matrix may be added, so many times.
    """

    value: Value
    rows: bool = True
    columns: bool = False
    open: bool = False
    identity: Value = None

    __array_ufunc__ = None  # numpy's arrays leave sums and products with it to it

    @property
    def real(self) -> Value:
        return np.real(self.value)

    @property
    def imag(self) -> Value:
        return np.imag(self.value)

    @property
    def T(self) -> Ones:  # noqa: N802 (numpy's name)
        return replace(self, value=self.value.T, rows=self.columns, columns=self.rows)

    def __neg__(self) -> Ones:
        return replace(self, value=-self.value, identity=_times(self.identity, -1.0))

    def __mul__(self, number: Value) -> Ones:
        if isinstance(number, (np.ndarray, Ones)):
            raise ShapeError(UNKNOWN)
        return replace(self, value=self.value * number, identity=_times(self.identity, number))

    __rmul__ = __mul__

    def __truediv__(self, number: Value) -> Ones:
        if isinstance(number, (np.ndarray, Ones)):
            raise ShapeError(UNKNOWN)
        return replace(self, value=self.value / number, identity=_times(self.identity, 1.0 / number))

    def __add__(self, other: Value) -> Value:
        return added(self, other)

    __radd__ = __add__

    def sized(self, other: Value) -> Value:
        """The array that stands beside another one."""
        shape = np.shape(other) or (1, 1)
        if len(shape) != 2 or not self._fits(shape):
            raise ShapeError(f"{self.shown()} stands beside {' × '.join(map(str, shape))}")
        if self.identity is None:
            return np.broadcast_to(self.value, shape).copy()
        if shape[0] != shape[1]:
            raise ShapeError(f"the identity matrix is square, and it stands beside {shape[0]} × {shape[1]}")
        return np.broadcast_to(self.value, shape) + self.identity * np.eye(shape[0])

    def with_identity(self, times: Value) -> Ones:
        """The sum with so many identity matrices."""
        if not (self.rows and self.columns):
            raise ShapeError(f"{self.shown()} and the identity matrix cannot be added; write \\mathbf{{1}}_n")
        return replace(self, identity=_plus(self.identity, times))

    def _fits(self, shape: tuple[int, ...]) -> bool:
        free = (self.rows, self.columns)
        return all(
            open_ or has == need for open_, has, need in zip(free, self.value.shape, shape, strict=True)
        )

    def shown(self) -> str:
        """The shape in words."""
        rows, columns = self.value.shape
        return f"an array of {'any' if self.rows else rows} × {'any' if self.columns else columns}"


def column() -> Ones:
    """Return the column of ones."""
    return Ones(np.ones((1, 1)))


def outlined(value: Value, is_number: bool) -> Value:
    """A matrix of one entry as what it is for certain."""
    if not isinstance(value, np.ndarray) or np.shape(value) != (1, 1):
        return value
    return value[0, 0] if is_number else Ones(value, rows=False)


def added(left: Value, right: Value) -> Value:
    """A sum in which there is one."""
    if isinstance(left, Ones) and isinstance(right, Ones):
        ends = zip((left.rows, left.columns), (right.rows, right.columns), strict=True)
        pairs = zip(ends, left.value.shape, right.value.shape, strict=True)
        if any(one != other and not (a or b) for (a, b), one, other in pairs):
            raise ShapeError(f"{left.shown()} and {right.shown()} cannot be added")
        both = Ones(
            left.value + right.value,
            left.rows and right.rows,
            left.columns and right.columns,
            left.open or right.open,
            _plus(left.identity, right.identity),
        )
        return both if both.rows or both.columns else both.value
    array, ones = (right, left) if isinstance(left, Ones) else (left, right)
    if not isinstance(array, np.ndarray):
        raise ShapeError(f"{ones.shown()} and a number cannot be added")
    return array + ones.sized(array)


def multiplied(sign: str, left: Value, right: Value) -> Value:
    """A product in which there is one."""
    if sign in ("\\odot", "*"):
        if isinstance(left, Ones) and isinstance(right, Ones):
            raise ShapeError(UNKNOWN)
        return left.sized(right) * right if isinstance(left, Ones) else left * right.sized(left)
    if sign not in ("", "\\cdot"):
        raise ShapeError(f"{sign} beside \\mathbf{{1}}; write \\mathbf{{1}}_n")
    for ones, other in ((left, right), (right, left)):
        if isinstance(ones, Ones) and not isinstance(other, (Ones, np.ndarray)):
            return ones * other
        if isinstance(ones, Ones) and np.shape(other) == (1, 1):
            return replace(ones * other[0, 0], open=True)
    return _product(_spread(left), _spread(right))


def _times(identity: Value, number: Value) -> Value:
    return None if identity is None else identity * number


def _plus(one: Value, other: Value) -> Value:
    return other if one is None else one if other is None else one + other


def _spread(value: Value) -> Ones:
    return value if isinstance(value, Ones) else Ones(value, rows=False)


def _product(left: Ones, right: Ones) -> Value:
    one, other = left.value, right.value
    if left.identity is not None or right.identity is not None:
        whole, array = (left, other) if left.identity is not None else (right, one)
        if left.rows + left.columns and right.rows + right.columns:
            raise ShapeError(UNKNOWN)
        plain, spread = replace(whole, identity=None), Ones(array, rows=False)
        product = _product(plain, spread) if whole is left else _product(spread, plain)
        return added(product, whole.identity * array)
    if left.columns and right.rows:
        if not (left.open or right.open):
            raise ShapeError(UNKNOWN)
        one = one * np.nan
    elif left.columns:
        other = np.sum(other, axis=0, keepdims=True)
    elif right.rows:
        one = np.sum(one, axis=1, keepdims=True)
    if one.shape[1] != other.shape[0]:
        raise ShapeError(f"{left.shown()} cannot be multiplied by {right.shown()}")
    found = Ones(one @ other, left.rows, right.columns, left.open or right.open)
    return found if found.rows or found.columns else found.value
