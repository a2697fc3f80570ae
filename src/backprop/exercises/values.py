"""What a reader's function has returned, brought from one process to the other as JSON."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

MOST = 1_000_000  # entries of all arrays of one answer
DEEPEST = 6  # lists in lists


@dataclass(frozen=True)
class Strange:
    """Something that is no number: its type, and for an array that is too large, its shape."""

    kind: str
    text: str = ""


def encode(value: Any, depth: int = 0) -> Any:
    """Return a value as JSON can hold it."""
    if value is None or isinstance(value, str):
        return {"plain": value if value is None else value[:200]}
    if isinstance(value, bool | int | float | complex | np.generic | np.ndarray):
        if isinstance(value, np.ndarray) and value.dtype == object and value.ndim and depth < DEEPEST:
            return encode(list(value), depth)  # an array of arrays is taken as a list of them
        return _array(value)
    if isinstance(value, list | tuple) and depth < DEEPEST and len(value) <= 1000:
        return {"sequence": [encode(entry, depth + 1) for entry in value]}
    if isinstance(value, Mapping) and depth < DEEPEST and len(value) <= 1000:
        return {"mapping": [[str(name), encode(entry, depth + 1)] for name, entry in value.items()]}
    return {"strange": [type(value).__name__, ""]}


def _array(value: Any) -> Any:
    kind = type(value).__name__
    if isinstance(value, np.ma.MaskedArray | np.matrix):
        return {"strange": [kind, ""]}
    try:
        array = np.asarray(value)
        if array.dtype == object:  # integers too long for NumPy, or a number in an array of objects
            array = array.astype(np.float64)
        if array.dtype.itemsize > 8 and array.dtype.kind == "f":
            array = array.astype(np.float64)
    except Exception:
        return {"strange": [kind, ""]}
    if array.dtype.kind not in "biufc":
        return {"strange": [f"{kind} of {array.dtype}", ""]}
    if array.size > MOST:
        return {"strange": [kind, str(array.shape)]}
    data = base64.b64encode(np.ascontiguousarray(array).tobytes()).decode("ascii")
    return {"array": [array.dtype.str, list(array.shape), data], "number": not isinstance(value, np.ndarray)}


def decode(value: Any) -> Any:
    """Return what `encode` was given: numbers as arrays of no axis, mappings as dicts."""
    if "plain" in value:
        return value["plain"]
    if "array" in value:
        kind, shape, data = value["array"]
        array = np.frombuffer(base64.b64decode(data), dtype=np.dtype(kind)).reshape(shape)
        return array.copy()
    if "sequence" in value:
        return [decode(entry) for entry in value["sequence"]]
    if "mapping" in value:
        return {name: decode(entry) for name, entry in value["mapping"]}
    return Strange(*value["strange"])
