r"""Linear algebra that is written with words: ``\operatorname{tr} A``, ``\det A``, ``A \otimes B``, ``I``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from bookkit.exact import matrices
from bookkit.exact.errors import UndecidedError
from bookkit.exact.functions import is_exact
from bookkit.values.errors import ShapeError

Value = Any
SYMMETRIC = 1e-9  # the share of its entries by which rounding may have made a matrix another one
STEPS = 40  # of Newton's method


@dataclass(frozen=True)
class Identity:
    """A multiple of the identity matrix of no size: what it stands beside gives it one."""

    factor: Value = 1.0

    __array_ufunc__ = None  # numpy's arrays leave products with it to it

    @property
    def real(self) -> Value:
        return np.real(self.factor)

    @property
    def imag(self) -> Value:
        return np.imag(self.factor)

    def __neg__(self) -> Identity:
        return Identity(-self.factor)

    def __mul__(self, other: Value) -> Value:
        return Identity(self.factor * other.factor) if isinstance(other, Identity) else self._times(other)

    def __rmul__(self, other: Value) -> Value:
        return self._times(other)

    def _times(self, other: Value) -> Value:
        return self.factor * other if isinstance(other, np.ndarray) else Identity(self.factor * other)

    def __truediv__(self, other: Value) -> Identity:
        below = other.factor if isinstance(other, Identity) else other
        return Identity(self.factor / below)

    def __rtruediv__(self, other: Value) -> Identity:
        return Identity(other / self.factor)

    def __add__(self, other: Value) -> Identity:
        if not isinstance(other, Identity):
            raise ShapeError("the identity matrix and a number cannot be added")
        return Identity(self.factor + other.factor)

    __radd__ = __add__

    def sized(self, other: Value) -> Value:
        """The matrix that stands beside another one."""
        rows, columns = np.shape(other) or (1, 1)
        if rows != columns:
            raise ShapeError(f"the identity matrix is square, and it stands beside {rows} × {columns}")
        return self.factor * np.eye(rows)


def _square(value: Value, what: str) -> Value:
    if isinstance(value, Identity):
        raise ShapeError(f"{what} of an identity matrix: how large is it? write I_n")
    matrix = np.reshape(value, (1, 1)) if np.ndim(value) == 0 else value
    if matrix.ndim > 2:
        raise ShapeError(f"{what} of an array with three indices")
    if matrix.shape[0] != matrix.shape[1]:
        raise ShapeError(f"{what} of {matrix.shape[0]} × {matrix.shape[1]}, which is not square")
    return matrix


def trace(value: Value) -> Value:
    return np.trace(_square(value, "the trace"))


def determinant(value: Value) -> Value:
    matrix = _square(value, "the determinant")
    return matrices.determinant(matrix) if is_exact(matrix) else np.linalg.det(matrix)


def rank(value: Value) -> Value:
    if isinstance(value, Identity):
        raise ShapeError("the rank of an identity matrix: how large is it? write I_n")
    matrix = np.atleast_2d(np.real(value))
    return float(np.linalg.matrix_rank(matrix)) if np.all(np.isfinite(matrix)) else np.nan


def vec(value: Value) -> Value:
    """The columns of a matrix one below the other."""
    if isinstance(value, Identity):
        raise ShapeError("vec of an identity matrix: how large is it? write I_n")
    return np.reshape(value, (-1, 1), order="F")


def kronecker(left: Value, right: Value) -> Value:
    """The Kronecker product of two matrices."""
    if isinstance(left, Identity) or isinstance(right, Identity):
        raise ShapeError("⊗ with an identity matrix: how large is it? write I_n")
    if np.ndim(left) != 2 or np.ndim(right) != 2:
        raise ShapeError("⊗ is read between matrices, not numbers")
    return np.kron(left, right)


def inner(left: Value, right: Value) -> Value:
    """The inner product of two numbers, columns or matrices of one shape."""
    if np.shape(left) != np.shape(right):
        raise ShapeError("the two sides of an inner product have different shapes")
    return np.sum(np.ravel(left * right))


def eigenvalue(value: Value, largest: bool) -> Value:
    """The largest or smallest eigenvalue of a symmetric matrix; a complex step passes between its vectors."""
    matrix = _square(value, "an eigenvalue")
    fixed = np.real(matrix)
    if not np.all(np.isfinite(fixed)):
        return np.nan
    if np.max(np.abs(fixed - fixed.T)) > SYMMETRIC * np.max(np.abs(fixed)):
        raise ShapeError(
            "the largest and smallest eigenvalues are read for symmetric matrices, such as A^\\top A"
        )
    _, vectors = np.linalg.eigh(fixed)
    vector = vectors[:, -1 if largest else 0]
    return vector @ matrix @ vector


def inverse(value: Value) -> Value:
    """The inverse, NaN where there is none."""
    if is_exact(value):
        return matrices.inverse(value)
    try:
        return np.linalg.inv(value)
    except np.linalg.LinAlgError:
        return np.full(np.shape(value), np.nan)


def condition(value: Value) -> float:
    """How much an inverse or a determinant enlarges rounding errors."""
    matrix = np.real(value)
    square = np.ndim(matrix) == 2 and matrix.shape[0] == matrix.shape[1]
    if not square or not np.all(np.isfinite(matrix)) or not np.any(matrix):
        return 1.0
    return min(float(np.linalg.cond(matrix)), 1e300)


def is_diagonal(value: Value) -> bool:
    """Whether a matrix with several entries is 0 off its diagonal for certain, also where something moves it.

    One that may have anything there is found out in nearly every draw, and where it has one entry it is none.
    """
    if np.ndim(value) != 2 or len(set(np.shape(value))) != 1 or np.size(value) == 1:
        return False
    return all(is_nothing(value[place]) for place in np.ndindex(np.shape(value)) if len(set(place)) == 2)


def is_nothing(entry: Value) -> bool:
    """Whether a number is 0 and nothing moves it."""
    known = getattr(entry, "fraction", None) if is_exact(entry) else entry
    return known is not None and bool(known == 0)


def is_whole(number: Value) -> bool:
    """Whether an exponent is a whole number that no step moves."""
    real = np.real(number)
    return bool(np.imag(number) == 0) and real == round(float(real))


def power(value: Value, exponent: Value) -> Value:
    """A square matrix times itself; of a symmetric positive definite one, its symmetric root as well."""
    matrix = _square(value, "a power")
    half = np.imag(exponent) == 0 and is_whole(2 * exponent) and not is_whole(exponent)
    if not (is_whole(exponent) or half) or abs(np.real(exponent)) > 1000:
        raise ShapeError("a matrix is raised to a whole number, or is diagonal")
    matrix, times = (root(matrix), int(np.real(2 * exponent))) if half else (matrix, int(np.real(exponent)))
    return np.linalg.matrix_power(inverse(matrix) if times < 0 else matrix, abs(times))


def root(matrix: Value) -> Value:
    """The symmetric positive definite matrix whose square is the given one; NaN where there is none.

    Where the matrix has been moved a little, it is found by Newton's method from that of the real part: no
    derivative of a root is written down.
    """
    if is_exact(matrix):
        raise UndecidedError
    fixed = np.real(matrix)
    nothing = np.full(np.shape(matrix), np.nan)
    if not np.all(np.isfinite(fixed)):
        return nothing
    if np.max(np.abs(fixed - fixed.T)) > SYMMETRIC * np.max(np.abs(fixed)):
        raise ShapeError("a root is read of matrices that are diagonal, or symmetric and positive definite")
    values, vectors = np.linalg.eigh(fixed)
    if values[0] <= SYMMETRIC * values[-1]:
        return nothing
    sizes = np.sqrt(values)
    found: Value = (vectors * sizes) @ vectors.T
    for _ in range(STEPS if np.iscomplexobj(matrix) else 0):
        left = vectors.T @ (matrix - found @ found) @ vectors
        found = found + vectors @ (left / (sizes[:, None] + sizes)) @ vectors.T
    if np.max(np.abs(found @ found - matrix)) > SYMMETRIC * np.max(np.abs(matrix)):
        return nothing  # moved too far
    return found


FUNCTIONS = {
    "\\det": determinant,
    **dict.fromkeys(("tr", "Tr", "trace"), trace),
    "rank": rank,
    "vec": vec,
}
