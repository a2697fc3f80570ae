"""What wrong numbers are to the right ones: another sign, a factor, the other way round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from backprop._validate import RealArray
from backprop.exercises.parts import Part, close

Found = Sequence[tuple[Part, int | None]]


def numeric(found: Found, tolerance: float) -> tuple[str, dict[str, Any]] | None:
    """Return the key of what all wrong numbers have in common, and its values; None where nothing fits."""
    for name, change in CHANGES.items():
        changed = [(part, change(part.wanted)) for part, _ in found]
        tells = any(not close(new, part.wanted, tolerance) for part, new in changed)
        if tells and all(close(part.given, new, tolerance) for part, new in changed):
            return name, {}
    if all(size for _, size in found) and len({size for _, size in found}) > 1:
        for name, power in (("times_m", 1), ("over_m", -1)):
            if all(close(p.given, p.wanted * float(size or 1) ** power, tolerance) for p, size in found):
                return name, {}
    if (factor := _factor(found, tolerance)) is not None:
        known = {"2": "double", "0.5": "half"}.get(factor)
        return (known, {}) if known else ("factor", {"factor": factor})
    if all(part.given.dtype.kind in "iu" for part, _ in found) and all(
        close(part.given, rounded(part.wanted), tolerance) for part, _ in found for rounded in [_cut(part)]
    ):
        return "integers", {}
    return None


def _cut(part: Part) -> Callable[[RealArray], RealArray]:
    """Return the way of cutting numbers off that fits best; integers come from either."""
    return next(
        (cut for cut in (np.trunc, np.floor) if np.array_equal(part.given, cut(part.wanted))), np.round
    )


def _first_column(array: RealArray) -> RealArray:
    return np.repeat(array[:, :1], array.shape[1], axis=1) if array.ndim == 2 else array


CHANGES: dict[str, Callable[[RealArray], RealArray]] = {
    "zero": lambda array: np.zeros_like(array),
    "negated": lambda array: -array,
    "absolute": lambda array: np.abs(array),
    "transposed": lambda array: array.T if array.ndim == 2 and len(array) == array.shape[1] else array,
    "reversed": lambda array: np.flip(array) if array.ndim else array,
    "first_column": _first_column,
}


def _factor(found: Found, tolerance: float) -> str | None:
    """Return the one factor between all right numbers and the wrong ones, in four digits."""
    wanted = np.concatenate([np.ravel(part.wanted) for part, _ in found]).astype(float)
    given = np.concatenate([np.ravel(part.given) for part, _ in found]).astype(float)
    if wanted.size < 2 or not np.abs(wanted).max(initial=0.0) or len(np.unique(np.abs(wanted))) < 2:
        return None
    factor = float(wanted @ given / (wanted @ wanted))
    if abs(factor) < 1e-6 or not close(given, wanted * factor, max(tolerance, 1e-9)):
        return None
    return f"{factor:.4g}"
