"""Verdicts as JSON, for the cache, and back.

A record is `{"is": "Claim", …}` with the fields of the class that it names. Only classes that a verdict
consists of can be named, so reading a file never runs anything that was put into it.
"""

from __future__ import annotations

import json
from dataclasses import fields
from functools import cache
from typing import Any

import numpy as np

from bookkit.equations.judging.verdict import Claim, Counterexample, Evidence, Verdict
from bookkit.equations.reading import tree
from bookkit.equations.reading.context import Context, Definition, Doubt

_CLASS = "is"


class UnreadableError(ValueError):
    """The text is no verdict."""


@cache
def _classes() -> dict[str, type]:
    """Return the classes that a record may name: the verdict's own, and every node of the tree."""
    nodes = [item for item in vars(tree).values() if isinstance(item, type) and issubclass(item, tree.Node)]
    own = (Verdict, Claim, Counterexample, Evidence, Context, Definition, Doubt)
    return {item.__name__: item for item in (*own, *nodes)}


def encode(verdict: Verdict) -> str:
    """Return a verdict as JSON; floats come back with every bit.

    Raises TypeError for a part that is none of the known kinds, since it would not come back the same.
    """
    return json.dumps(_plain(verdict), ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> Verdict:
    """Return the verdict that `encode` wrote.

    Raises UnreadableError for any other text.
    """
    try:
        found = _whole(json.loads(text))
    except (ValueError, TypeError, RecursionError) as error:
        raise UnreadableError(f"this is no verdict: {error}") from None
    if not isinstance(found, Verdict):
        raise UnreadableError(f"this is no verdict but {type(found).__name__}")
    return found


def _plain(value: Any) -> Any:
    """Return a value in the types of JSON; what is a list there is a tuple here."""
    if value is None or type(value) in (str, bool, int, float):
        return value
    if isinstance(value, np.generic):
        return _plain(value.item())
    if type(value) is tuple:
        return [_plain(item) for item in value]
    kind = type(value)
    if _classes().get(kind.__name__) is not kind:
        raise TypeError(f"a verdict holds no {kind.__name__}: {value!r}")
    return {_CLASS: kind.__name__} | {item.name: _plain(getattr(value, item.name)) for item in fields(kind)}


def _whole(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_whole(item) for item in value)
    if not isinstance(value, dict):
        return value
    name = value.pop(_CLASS, None)
    if name not in _classes():
        raise UnreadableError(f"there is no class {name!r} in a verdict")
    return _classes()[name](**{key: _whole(item) for key, item in value.items()})
