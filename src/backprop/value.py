"""Scalar reverse mode: a number that remembers what it was made from, and so can hand derivatives back.

Every operation notes, beside each number that it used, its own derivative with respect to that number. The
way back multiplies what arrives by these, and adds where a number was used several times. Values are Python's
floats; what a plain number would refuse (the logarithm of 0, a division by 0, a result too large for a float)
is refused with the same kind of error, and in words.
"""

from __future__ import annotations

import math
from functools import lru_cache
from math import isfinite
from typing import Any

from backprop._tape import count_users
from backprop._validate import is_number, real

Parents = tuple[tuple["Value", float], ...]
"""What a value was made from, each with the derivative of the one operation that used it."""


class Value:
    """A number that remembers what it was made from.

    Values are combined with `+`, `-`, `*`, `/` and `**`, a plain number may be on either side, and there are
    the methods `exp`, `log`, `tanh`, `sigmoid` and `relu`. After `f.backward()`, each value that f was made
    from has the derivative of f with respect to it in `.grad`.

    Gradients **add up**: over all places where a value is used, and over all calls of `backward`, of the same
    output or of several. `zero_grad` begins anew. An expression keeps the numbers that it was computed with:
    to compute with others, set `.data` of the inputs and write (or call) the expression again.

    Parameters
    ----------
    data : finite real number

    Attributes
    ----------
    data : float
        The number; may be set.
    grad : float
        The sum of what `backward` has brought, 0 at first; may be set.
    parents : tuple of pairs
        The values that this one was made from, each with the derivative of the one operation between them.
    operation : str
        What made this value, such as `+` or `tanh`; empty for a value that was typed in.

    Raises
    ------
    TypeError, ValueError
        If data is not a finite real number.

    Examples
    --------
    >>> a, b, c = Value(1), Value(-2), Value(-3)
    >>> f = (a + b) * c
    >>> f
    Value(data=3, grad=0)
    >>> f.backward()
    >>> print(a.grad, b.grad, c.grad)
    -3.0 -3.0 -1.0
    """

    __slots__ = ("_data", "_grad", "operation", "parents")
    __array_ufunc__ = None  # a NumPy number on the left leaves the operation to this class

    parents: Parents
    operation: str

    def __init__(self, data: float) -> None:
        self._data = _float("data", data)
        self._grad = 0.0
        self.parents = ()
        self.operation = ""

    @property
    def data(self) -> float:
        """The number."""
        return self._data

    @data.setter
    def data(self, data: float) -> None:
        self._data = real("data", data)

    @property
    def grad(self) -> float:
        """The sum of the derivatives that `backward` has brought here."""
        return self._grad

    @grad.setter
    def grad(self, grad: float) -> None:
        self._grad = real("grad", grad)

    def __repr__(self) -> str:
        return f"Value(data={self._data:.6g}, grad={self._grad:.6g})"

    def backward(self) -> None:
        """Find the derivatives with respect to all that this was made from; add to `grad`.

        ∂f/∂u = Σ ∂f/∂g · ∂g/∂u, over all operations g that used u

        A value hands on what has arrived when all that used it have done so. Each call
        collects its shares by itself: a second one brings the same once more.

        Raises
        ------
        OverflowError
            If a derivative is too large for a float. No `grad` has changed then.

        Examples
        --------
        >>> x = Value(3)
        >>> y = x * x
        >>> y.backward()
        >>> x.grad
        6.0
        >>> y.backward()
        >>> x.grad
        12.0
        """
        users = count_users(self)
        arrived = {self: 1.0}
        ready = [self]
        for node in ready:  # which grows on the way
            gradient = arrived[node]
            for parent, slope in node.parents:
                if parent in arrived:
                    arrived[parent] += slope * gradient
                else:
                    arrived[parent] = slope * gradient
                if parent.parents:
                    users[parent] = waiting = users[parent] - 1
                    if waiting == 0:
                        ready.append(parent)
        _check_finite(arrived)
        for node, gradient in arrived.items():
            node._grad += gradient

    def zero_grad(self) -> None:
        """Set `grad` to 0, of this value and of all that it was made from.

        Examples
        --------
        >>> x = Value(3)
        >>> y = x * x
        >>> y.backward()
        >>> y.zero_grad()
        >>> print(x, y)
        Value(data=3, grad=0) Value(data=9, grad=0)
        """
        self._grad = 0.0
        for node in count_users(self):
            for parent, _ in node.parents:
                parent._grad = 0.0

    def __add__(self, other: Value | float) -> Value:
        """Add; ∂(a + b)/∂a = ∂(a + b)/∂b = 1."""
        b = other if isinstance(other, Value) else _constant(other)
        if b is None:
            return NotImplemented
        return _made("+", self._data + b._data, ((self, 1.0), (b, 1.0)))

    def __sub__(self, other: Value | float) -> Value:
        """Subtract; ∂(a − b)/∂a = 1, ∂(a − b)/∂b = −1."""
        b = other if isinstance(other, Value) else _constant(other)
        if b is None:
            return NotImplemented
        return _made("-", self._data - b._data, ((self, 1.0), (b, -1.0)))

    def __mul__(self, other: Value | float) -> Value:
        """Multiply; ∂(a b)/∂a = b, ∂(a b)/∂b = a."""
        b = other if isinstance(other, Value) else _constant(other)
        if b is None:
            return NotImplemented
        return _made("*", self._data * b._data, ((self, b._data), (b, self._data)))

    def __truediv__(self, other: Value | float) -> Value:
        """Divide; ∂(a / b)/∂a = 1/b, ∂(a / b)/∂b = −a/b²."""
        b = other if isinstance(other, Value) else _constant(other)
        if b is None:
            return NotImplemented
        if b._data == 0:
            raise ZeroDivisionError(f"a division needs a divisor other than 0; got {self._data:g} / 0")
        quotient = self._data / b._data
        slopes = 1 / b._data, -quotient / b._data
        return _made("/", quotient, ((self, slopes[0]), (b, slopes[1])), slopes)

    def __pow__(self, other: Value | float) -> Value:
        """Raise to a power; ∂(aⁿ)/∂a = n aⁿ⁻¹, and ∂(aᵇ)/∂b = aᵇ log a where the exponent is a Value.

        A plain exponent may be any number, as long as the base has such a power and a slope there: no
        negative base with a fractional exponent, no base of 0 with a negative exponent or one between 0
        and 1. If the exponent is a Value, the base must be positive.
        """
        if isinstance(other, Value):
            a, b = self._data, other._data
            if a <= 0:
                wanted = "the base must be above 0 where the exponent is a Value: its logarithm is needed"
                raise ValueError(f"{wanted}; got {a:g} ** {b:g}")
            power, slope = _power(a, b)
            to_exponent = power * math.log(a)
            return _made("**", power, ((self, slope), (other, to_exponent)), (slope, to_exponent))
        if not is_number(other):
            return NotImplemented
        exponent = _float("the exponent", other)
        power, slope = _power(self._data, exponent)
        return _made(_power_name(exponent), power, ((self, slope),), (slope,))

    def __neg__(self) -> Value:
        """Change the sign; ∂(−a)/∂a = −1."""
        return _made("neg", -self._data, ((self, -1.0),))

    def __radd__(self, other: float) -> Value:
        b = _constant(other)
        return NotImplemented if b is None else b + self

    def __rsub__(self, other: float) -> Value:
        b = _constant(other)
        return NotImplemented if b is None else b - self

    def __rmul__(self, other: float) -> Value:
        b = _constant(other)
        return NotImplemented if b is None else b * self

    def __rtruediv__(self, other: float) -> Value:
        b = _constant(other)
        return NotImplemented if b is None else b / self

    def __rpow__(self, other: float) -> Value:
        b = _constant(other)
        return NotImplemented if b is None else b**self

    def exp(self) -> Value:
        """Return e to the power of this value; exp'(z) = exp(z).

        Raises
        ------
        OverflowError
            If the result is too large for a float, as above 709.78.

        Examples
        --------
        >>> Value(0).exp()
        Value(data=1, grad=0)
        """
        try:
            e = math.exp(self._data)
        except OverflowError:
            raise OverflowError(f"exp of {self._data:g} is too large for a float") from None
        return _made("exp", e, ((self, e),))

    def log(self) -> Value:
        """Return the natural logarithm; log'(z) = 1 / z.

        Raises
        ------
        ValueError
            If this value is not above 0.

        Examples
        --------
        >>> Value(1).log()
        Value(data=0, grad=0)
        """
        if self._data <= 0:
            raise ValueError(f"log needs a number above 0; got {self._data:g}")
        slope = 1 / self._data
        return _made("log", math.log(self._data), ((self, slope),), (slope,))

    def tanh(self) -> Value:
        """Squash into the range from −1 to 1; tanh'(z) = 1 − tanh(z)².

        Examples
        --------
        >>> Value(1000).tanh()
        Value(data=1, grad=0)
        """
        e = math.exp(-2 * abs(self._data))
        slope = 4 * e / (1 + e) ** 2  # 1 - tanh(z)**2 would lose its digits where tanh is near 1
        return _made("tanh", math.tanh(self._data), ((self, slope),))

    def sigmoid(self) -> Value:
        """Squash into the range from 0 to 1; σ(z) = 1 / (1 + exp(−z)), σ'(z) = σ(z) (1 − σ(z)).

        Examples
        --------
        >>> Value(-1000).sigmoid()
        Value(data=0, grad=0)
        """
        e = math.exp(-abs(self._data))  # the one that cannot overflow
        s = (1 if self._data > 0 else e) / (1 + e)
        return _made("sigmoid", s, ((self, e / (1 + e) ** 2),))

    def relu(self) -> Value:
        """Let a positive number pass and hold the others at 0; at the kink, the slope is taken as 0.

        Examples
        --------
        >>> print(Value(3).relu(), Value(-3).relu())
        Value(data=3, grad=0) Value(data=0, grad=0)
        """
        on = self._data > 0
        return _made("relu", self._data if on else 0.0, ((self, 1.0 if on else 0.0),))


def _made(operation: str, data: float, parents: Parents, slopes: tuple[float, ...] = ()) -> Value:
    """Return the result of an operation; `slopes` are those that may be too large for a float."""
    if not isfinite(data):
        raise _too_large("the result", operation, parents)
    for slope in slopes:
        if not isfinite(slope):
            raise _too_large("a derivative", operation, parents)
    value: Value = _new(Value)
    value._data = data
    value._grad = 0.0
    value.parents = parents
    value.operation = operation
    return value


_new = object.__new__


def _too_large(what: str, operation: str, parents: Parents) -> OverflowError:
    inputs = " and ".join(f"{parent._data:g}" for parent, _ in parents)
    return OverflowError(f"{what} of {operation} is too large for a float; it was given {inputs}")


def _check_finite(arrived: dict[Value, float]) -> None:
    if not all(map(isfinite, arrived.values())):
        node = next(node for node, gradient in arrived.items() if not isfinite(gradient))
        raise OverflowError(f"the derivative with respect to {node!r} is too large for a float")


def _float(name: str, number: float) -> float:
    """Return the number as a finite float; the usual kinds first, because each plain number comes here."""
    if type(number) is float and isfinite(number):
        return number
    if type(number) is int and abs(number) < 2**53:
        return float(number)
    return real(name, number)


def _constant(other: Any) -> Value | None:
    """Return the plain number beside a Value as one, or None: then Python says what it cannot combine."""
    return Value(other) if is_number(other) else None


@lru_cache(maxsize=1000)
def _power_name(exponent: float) -> str:
    """Return how the operation is called; it takes longer to write than the power takes to compute."""
    return f"**{exponent:g}"


def _power(a: float, n: float) -> tuple[float, float]:
    """Return aⁿ and its slope n aⁿ⁻¹."""
    if a < 0 and not n.is_integer():
        raise ValueError(f"a power of a negative number needs a whole exponent; got {a:g} ** {n:g}")
    if a == 0 and n < 0:
        raise ZeroDivisionError(f"a power of 0 needs an exponent that is not negative; got 0 ** {n:g}")
    if a == 0 and 0 < n < 1:
        raise ValueError(f"the slope of 0 ** {n:g} has no bound: the base must not be 0 there")
    try:
        return a**n, n * a ** (n - 1) if n else 0.0
    except OverflowError:
        raise OverflowError(f"{a:g} ** {n:g}, or its slope, is too large for a float") from None
