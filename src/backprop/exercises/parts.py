"""An answer beside what is right: taken apart into arrays, each with its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from backprop._validate import RealArray
from backprop.exercises.values import Strange

NOTHING = 1e-12
"""What is 0 to us: rounding of numbers around 1 is smaller."""


@dataclass(frozen=True)
class Part:
    """One array of an answer, or the single one: its name, what is right and what was given."""

    name: str
    wanted: RealArray
    given: RealArray

    def fits(self, tolerance: float) -> bool:
        """Tell whether shape and numbers are right."""
        return close(self.given, self.wanted, tolerance)


@dataclass(frozen=True)
class Misfit:
    """An answer that cannot be taken apart as what is right: the key of a message, and its values."""

    key: str
    values: dict[str, Any]


def close(one: Any, other: Any, tolerance: float) -> bool:
    """Tell whether two arrays have the same shape and the same numbers, as seen from the largest."""
    one, other = np.asarray(one), np.asarray(other)
    if one.shape != other.shape:
        return False
    if not one.size:
        return True
    with np.errstate(all="ignore"):
        bound = tolerance * np.abs(other[np.isfinite(other)]).max(initial=0.0) + NOTHING
        return bool(
            np.all((np.abs(one - other) <= bound) | (one == other) | (np.isnan(one) & np.isnan(other)))
        )


LAZY = ("map", "zip", "filter", "generator", "enumerate", "reversed", "list_reverseiterator", "range")
"""Types of what has numbers only when it is asked for them."""

OTHER_ARRAYS = ("matrix", "MaskedArray")
WITH_NUMBERS = ("Tensor", "Value", "Parameter")
"""Types of what is no plain array, and of what has its numbers inside."""


def taken_apart(wanted: Any, given: Any, names: Sequence[str], place: str = "") -> list[Part] | Misfit:
    """Return the parts of an answer, or say why there are none."""
    if isinstance(wanted, list | tuple):
        return _sequence(wanted, given, names, place)
    wanted = np.asarray(wanted)
    if isinstance(given, list):
        try:
            given = np.array([np.asarray(entry) for entry in given])
        except ValueError:
            given = None
        if given is None or given.dtype == object or given.dtype.kind not in "biufc":
            return Misfit("kind.list", {"place": place, "shape": _shape(wanted)})
    if given is None:
        return Misfit("kind.none_inside" if place else "kind.none", {"place": place})
    if isinstance(given, Strange):
        return Misfit(_strange(given.kind), {"place": place, "kind": given.kind, "shape": _shape(wanted)})
    if isinstance(given, str | dict):
        kind = "str" if isinstance(given, str) else "dict"
        return Misfit("kind.strange", {"place": place, "kind": kind, "shape": _shape(wanted)})
    return [Part(place, wanted, given)]


def _strange(kind: str) -> str:
    known = (
        ("kind.lazy", LAZY),
        ("kind.no_plain_array", OTHER_ARRAYS),
        ("kind.numbers_inside", WITH_NUMBERS),
    )
    return next((key for key, kinds in known if kind in kinds), "kind.strange")


def _sequence(wanted: Sequence[Any], given: Any, names: Sequence[str], place: str) -> list[Part] | Misfit:
    if given is None:
        return Misfit("kind.none_inside" if place else "kind.none", {"place": place})
    if isinstance(given, np.ndarray) and given.ndim:
        given = list(given)
    end = "_one" if len(wanted) == 1 else ""
    if isinstance(given, Strange) and given.kind in LAZY:
        return Misfit("kind.lazy", {"place": place, "kind": given.kind})
    if not isinstance(given, list):
        key = "not_several" if isinstance(given, np.ndarray) else "other_than_several"
        kind = given.kind if isinstance(given, Strange) else type(given).__name__
        return Misfit(f"kind.{key}{end}", {"place": place, "number": len(wanted), "kind": kind})
    if len(given) != len(wanted):
        return Misfit(f"kind.number{end}", {"place": place, "number": len(wanted), "given": len(given)})
    found: list[Part] = []
    for index, (one, other) in enumerate(zip(wanted, given, strict=True)):
        own = names[index] if index < len(names) and not place else f"{place}[{index}]"
        parts = taken_apart(one, other, (), own)
        if isinstance(parts, Misfit):
            return parts
        found += parts
    return found


def _shape(array: Any) -> str:
    return shape_text(np.asarray(array).shape)


def shape_text(shape: tuple[int, ...]) -> str:
    """Return a shape as NumPy shows it; empty for a single number."""
    return str(tuple(int(n) for n in shape)) if shape else ""
