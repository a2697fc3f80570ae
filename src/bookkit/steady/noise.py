"""Rounding that does not depend on the machine: the last bit of what may differ elsewhere is drawn.

Noise is put where two machines may disagree and nowhere else. The operations of IEEE arithmetic (`+`,
`*`, `/`, the square root) are the same everywhere. A sum of three terms and more may be added up in
another order; a sum of two products may be rounded once (a fused multiply-add) or twice; an exponential
may be off by its last bit. A sum that is exact in any order, as of whole numbers or of one term that is
not zero, gets no noise. The same operation on the same numbers has the same noise each time, as it has the
same rounding on one machine.
"""

from __future__ import annotations

import builtins
import cmath
import math
import zlib
from collections.abc import Callable, Iterable
from types import BuiltinMethodType
from typing import Any

import numpy as np

Function = Callable[..., Any]

_BITS = 53
_SHORT = 40  # bits: sums of numbers that need more are taken to be inexact
_POOL = 2**20  # signs, drawn once: each time anew, they would take longer than what they are added to
_MIX = np.uint64(0x9E3779B97F4A7C15)  # odd, and its bits look random: neighbours are sent far apart
_EXACT_POWERS = (-1, 0, 0.5, 1, 2)  # rounded the same everywhere, as they are products and roots
_NAMES = {
    "elementwise": "exp expm1 log log2 log10 log1p sin cos tan sinh cosh tanh cbrt exp2"
    " asin acos atan atan2 asinh acosh atanh erf erfc gamma lgamma"
    " arcsin arccos arctan arctan2 arcsinh arccosh arctanh logaddexp logaddexp2 sinc logspace geomspace"
    " std var nanstd nanvar average cov corrcoef prod trapezoid",
    "power": "power pow float_power",
    "sum": "sum mean nansum nanmean trace",
    "product": "matmul dot inner vdot tensordot einsum convolve correlate vecdot",
    "linalg": "norm inv solve svd svdvals eig eigh eigvals eigvalsh qr det slogdet lstsq pinv cholesky cond",
}
_METHODS = frozenset({"sum", "mean", "trace", "dot", "std", "var", "prod"})

_OPERATORS = ("__array_ufunc__", "__array_function__", "__matmul__", "__rmatmul__", "__pow__", "__rpow__")


class Noise:
    """Calls functions, and draws the last bit of what they return where machines may disagree."""

    def __init__(self, seed: int) -> None:
        # An even seed moves all the other way than the odd one before it: two seeds try both sides.
        self._pair, way = (seed + 1) // 2, 1 if seed % 2 else -1
        self._signs = way * np.random.default_rng(self._pair).choice([-1.0, 1.0], _POOL)
        self._handlers: dict[int, tuple[Function, Function]] = {}
        for module, kind in (
            (np, "elementwise"), (np, "power"), (np, "sum"), (np, "product"), (np.linalg, "linalg"),
            (math, "elementwise"), (math, "power"), (cmath, "elementwise"),
        ):  # fmt: skip
            for name in _NAMES[kind].split():
                if (function := getattr(module, name, None)) is not None:
                    self._handlers[id(function)] = function, getattr(self, f"_{kind}")
        self._handlers[id(builtins.sum)] = builtins.sum, self._builtin_sum

    # --- what rewritten code calls --------------------------------------------------------------------------

    def call(self, function: Function, /, *args: Any, **options: Any) -> Any:
        """Return `function(*args, **options)`, with noise where machines may disagree about it."""
        known = self._handlers.get(id(function))
        if known is not None:
            if any(map(_has_own_operators, args)):
                return function(*args, **options)
            return known[1](function, *args, **options)
        if type(function) is BuiltinMethodType:
            own = function.__self__
            if isinstance(own, np.ndarray) and function.__name__ in _METHODS:
                return self.call(getattr(np, function.__name__), own, *args, **options)
            if function.__name__ == "reduce" and own is np.add:
                return self._sum(function, *args, **options)
            if function.__name__ == "reduce" and own is np.multiply:
                return self._elementwise(function, *args, **options)
        return function(*args, **options)

    def matmul(self, left: Any, right: Any) -> Any:
        """Return `left @ right` with noise."""
        if isinstance(left, np.ndarray) and isinstance(right, np.ndarray):
            return self._product(np.matmul, left, right)
        return left @ right

    def power(self, base: Any, exponent: Any) -> Any:
        """Return `base ** exponent` with noise."""
        if _has_own_operators(base) or _has_own_operators(exponent):
            return base**exponent
        return self._power(lambda a, b: a**b, base, exponent)

    # --- the kinds of functions -----------------------------------------------------------------------------

    def _elementwise(self, function: Function, *args: Any, **options: Any) -> Any:
        return self._last_bit(function(*args, **options), options.get("out"))

    def _power(self, function: Function, base: Any, exponent: Any, **options: Any) -> Any:
        result = function(base, exponent, **options)
        if type(exponent) in (int, float) and exponent in _EXACT_POWERS:
            return result
        if not _is_float(result) or np.all(np.isin(exponent, _EXACT_POWERS)):
            return result
        # A power of a whole number is exact, or as near as it can be, everywhere.
        if _is_whole(base) and _is_whole(exponent):
            return result
        return self._last_bit(result, options.get("out"))

    def _sum(self, function: Function, array: Any, *args: Any, **options: Any) -> Any:
        result = function(array, *args, **options)
        terms = np.asarray(array)
        if terms.dtype.kind not in "fc" or terms.size < 3:
            return result
        bare = {key: value for key, value in options.items() if key not in ("out", "initial")}
        with np.errstate(all="ignore"):
            sizes = np.abs(terms)
            size = function(sizes, *args, **bare)
            if not (_is_long(terms) and terms.all() and terms.size >= 3 * np.size(size)):
                add = {np.mean: np.sum, np.nanmean: np.nansum}.get(function, function)
                count = add((terms != 0).astype(float), *args, **bare)
                exact = _fits(add(sizes, *args, **bare), _lowest_bit(terms))
                size = np.where((count >= 3) & ~exact, size, 0)
        return self._shaken(result, size, options.get("out"))

    def _product(self, function: Function, *args: Any, **options: Any) -> Any:
        result = function(*args, **options)
        if not _is_float(result):
            return result
        bare = {key: value for key, value in options.items() if key != "out"}
        # Words, such as einsum's "ij,jk", and options, such as tensordot's axes, are no factors.
        words = [
            isinstance(arg, str) or (i > 1 and isinstance(arg, int | tuple)) for i, arg in enumerate(args)
        ]
        factors = [None if word else np.asarray(arg) for arg, word in zip(args, words, strict=True)]
        arrays = [factor for factor in factors if factor is not None]

        def made_of(change: Function) -> Any:
            changed = (a if f is None else change(f) for a, f in zip(args, factors, strict=True))
            return function(*changed, **bare)

        with np.errstate(all="ignore"):
            size = made_of(np.abs)
            if _is_plain(function, arrays) and all(array.all() for array in arrays):
                count: Any = arrays[0].shape[-1]
            else:
                count = made_of(lambda factor: (factor != 0).astype(float))
            fused = np.minimum(1, np.maximum(0, (count - 1) / 2))  # none, half a unit, one unit
            if not any(_is_long(array) for array in arrays):
                fused = np.where(_fits(size, sum(_lowest_bit(array) for array in arrays)), 0, fused)
            size = size * fused
        return self._shaken(result, size, options.get("out"))

    def _linalg(self, function: Function, *args: Any, **options: Any) -> Any:
        result = function(*args, **options)
        if isinstance(result, tuple):
            parts = [self._shaken(part, _largest(part)) for part in result]
            return type(result)(*parts) if hasattr(result, "_fields") else tuple(parts)
        return self._last_bit(result) if np.ndim(result) == 0 else self._shaken(result, _largest(result))

    def _builtin_sum(self, function: Function, terms: Iterable[Any], /, *args: Any, **options: Any) -> Any:
        # Python 3.12 and newer make up for the rounding of floats, older ones do not.
        items = list(terms)
        result = function(items, *args, **options)
        floats = [item for item in items if type(item) is float and item]
        if type(result) is not float or len(floats) < 3:
            return result
        size = math.fsum(abs(item) for item in floats)
        return result if _fits(size, _lowest_bit(np.array(floats))) else self._shaken(result, size)

    # --- the noise ------------------------------------------------------------------------------------------

    def _last_bit(self, result: Any, out: Any = None) -> Any:
        """Move a result by one unit in its last place; a whole number stays."""
        values = np.asarray(result)
        if values.dtype.kind == "c":
            return self._parts(result, out, self._last_bit)
        if values.dtype.kind != "f":
            return result
        with np.errstate(all="ignore"):
            step = np.spacing(np.abs(values)) * (values != np.rint(values))
        # One by one: a function has the same value at the same place, wherever in an array that stands.
        bits = values.astype(np.float64).view(np.uint64)
        index = ((bits * _MIX) >> np.uint64(44)) + np.uint64(self._pair)
        return self._moved(result, values, step * self._signs[index % np.uint64(_POOL)], out)

    def _shaken(self, result: Any, size: Any, out: Any = None) -> Any:
        """Move a sum by the rounding of terms whose sizes add up to `size`."""
        values = np.asarray(result)
        if values.dtype.kind == "c":
            with np.errstate(all="ignore"):
                shaky = np.asarray(size) != 0
            return self._parts(result, out, lambda part, _: self._shaken(part, np.abs(part) * shaky))
        if values.dtype.kind != "f":
            return result
        with np.errstate(all="ignore"):
            step = size * np.finfo(values.dtype).eps * self._drawn(values)
        return self._moved(result, values, step, out)

    def _moved(self, result: Any, values: Any, step: Any, out: Any) -> Any:
        with np.errstate(all="ignore"):
            moved = values + step
            if not np.isfinite(moved).all():  # what is infinite or no number stays
                moved = np.where(np.isfinite(values) & np.isfinite(moved), moved, values)
        return _put(moved, result, out)

    def _parts(self, result: Any, out: Any, move: Function) -> Any:
        values = np.asarray(result)
        return _put(move(values.real, None) + 1j * move(values.imag, None), result, out)

    def _drawn(self, values: Any) -> Any:
        """Return an array of −1 and 1, as likely as one another; which they are hangs on all the values."""
        start = zlib.crc32(values.tobytes()) % _POOL
        if start + values.size <= _POOL:
            return self._signs[start : start + values.size].reshape(values.shape)
        return np.resize(np.roll(self._signs, -start), values.shape)


def _has_own_operators(value: Any) -> bool:
    """Whether an object says itself what its products are; where it was rewritten, the noise is in there."""
    kind = type(value)
    if issubclass(kind, np.ndarray | np.generic | int | float | complex):
        return False
    return any(hasattr(kind, name) for name in _OPERATORS)


def _put(moved: Any, result: Any, out: Any) -> Any:
    """Return the moved values as what the result was: in its place, as an array, as a scalar."""
    if out is not None:
        result[...] = moved
        return result
    if isinstance(result, np.ndarray):
        return np.asarray(moved, dtype=result.dtype)
    return type(result)(moved)


def _is_float(value: Any) -> bool:
    return np.asarray(value).dtype.kind in "fc"


def _is_whole(number: Any) -> bool:
    values = np.asarray(number)
    return values.dtype.kind in "biu" or (
        values.dtype.kind == "f" and bool(np.all(values == np.rint(values)))
    )


def _is_plain(function: Function, arrays: list[Any]) -> bool:
    """Whether each result is the sum of as many products as the first factor has columns."""
    return (
        function in (np.matmul, np.dot) and len(arrays) == 2 and all(array.ndim in (1, 2) for array in arrays)
    )


def _largest(values: Any) -> Any:
    array = np.asarray(values)
    return np.max(np.abs(array)) if array.size and array.dtype.kind in "fc" else 0.0


def _is_long(values: Any) -> bool:
    """Whether a glance at the first numbers is enough to see that they need nearly all bits."""
    if values.dtype.kind != "f":
        return bool(values.dtype.kind == "c")
    for number in values.flat[:4].tolist():
        if number and math.isfinite(number):
            whole = int(math.frexp(number)[0] * 2**_BITS)
            return (whole & -whole).bit_length() <= _BITS - _SHORT
    return False


def _lowest_bit(values: Any) -> float:
    """The exponent of the last bit that any of the numbers needs; infinity where all are zero."""
    if values.dtype.kind in "biu":
        return 0.0
    if values.dtype.kind != "f":
        return -math.inf
    mantissa, exponent = np.frexp(values[(values != 0) & np.isfinite(values)])
    if mantissa.size == 0:
        return math.inf
    whole = np.ldexp(mantissa.astype(float), _BITS).astype(np.int64)
    return float(np.min(np.log2(whole & -whole) + exponent - _BITS))


def _fits(size: Any, lowest: float) -> Any:
    """Whether a sum is exact in any order: its terms are multiples of one bit, and all of it fits."""
    sizes = np.asarray(size)
    bits = np.finfo(sizes.dtype).nmant + 1 if sizes.dtype.kind == "f" else _BITS
    return sizes < np.ldexp(1.0, int(max(-2000, min(2000, bits + lowest))))
