"""The notations of the book: every module in this folder that defines NOTATION (or NOTATIONS) is one."""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from functools import lru_cache
from pathlib import Path

from bookkit.notations.draws import Draw
from bookkit.notations.table import Function, Notation, Symbol

__all__ = ["Draw", "Function", "Notation", "Symbol", "UnknownNotationError", "get", "names", "notations"]


class UnknownNotationError(ValueError):
    """A notation that has no table."""


@lru_cache(maxsize=1)
def notations() -> dict[str, Notation]:
    """All notations by name, in the alphabetical order of their modules."""
    found: dict[str, Notation] = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda item: item.name):
        loaded = importlib.import_module(f"{__name__}.{module.name}")
        tables = getattr(loaded, "NOTATIONS", None) or (
            (loaded.NOTATION,) if hasattr(loaded, "NOTATION") else ()
        )
        for notation in tables:
            if notation.name in found:
                raise ValueError(f"two notations are called {notation.name!r}")
            found[notation.name] = notation
    return found


def names() -> tuple[str, ...]:
    """The names of all notations."""
    return tuple(notations())


def get(name: str) -> Notation:
    """The notation of a name; UnknownNotationError says which there are."""
    try:
        return notations()[name]
    except KeyError:
        raise UnknownNotationError(
            f"no notation is called {name!r}; there are: {', '.join(names())}"
        ) from None


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """Changes whenever the source of any notation changes."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
