"""What exact numbers of both kinds have in common: the face that NumPy sees, order, and derived functions."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np


class Exact:
    """To NumPy an object with arithmetic, without rows and columns.

    A kind of number says what the sign of a difference is, and knows the exponential, sine and cosine.
    """

    __slots__ = ()
    shape: ClassVar[tuple[int, ...]] = ()
    ndim = 0
    size = 1
    dtype = np.dtype(object)
    __hash__ = object.__hash__  # == compares values; as a key a number is itself

    def sign_of_difference(self, other: Any) -> int | None:
        """-1, 0 or 1; None for what is no number; UndecidedError where that is not certain."""
        raise NotImplementedError

    @property
    def real(self) -> Any:
        return self

    @property
    def imag(self) -> int:
        return 0

    @property
    def T(self) -> Any:  # noqa: N802 - NumPy's name
        return self

    def conjugate(self) -> Any:
        return self

    def __pos__(self) -> Any:
        return self

    def __lt__(self, other: Any) -> Any:
        sign = self.sign_of_difference(other)
        return NotImplemented if sign is None else sign < 0

    def __le__(self, other: Any) -> Any:
        sign = self.sign_of_difference(other)
        return NotImplemented if sign is None else sign <= 0

    def __gt__(self, other: Any) -> Any:
        sign = self.sign_of_difference(other)
        return NotImplemented if sign is None else sign > 0

    def __ge__(self, other: Any) -> Any:
        sign = self.sign_of_difference(other)
        return NotImplemented if sign is None else sign >= 0

    def __eq__(self, other: Any) -> Any:
        sign = self.sign_of_difference(other)
        return NotImplemented if sign is None else sign == 0

    def __ne__(self, other: Any) -> Any:
        sign = self.sign_of_difference(other)
        return NotImplemented if sign is None else sign != 0

    def __abs__(self: Any) -> Any:
        return -self if self < 0 else self

    def log1p(self: Any) -> Any:
        return (self + 1).log()

    def expm1(self: Any) -> Any:
        return self.exp() - 1

    def tan(self: Any) -> Any:
        return self.sin() / self.cos()

    def sinh(self: Any) -> Any:
        e = self.exp()
        return (e - 1 / e) / 2

    def cosh(self: Any) -> Any:
        e = self.exp()
        return (e + 1 / e) / 2
