"""Modules that few builds need, read when something of theirs is asked for.

mkdocs-jupyter imports all that runs and converts notebooks. The press runs each lab in a process of its own
and keeps what comes out, so most builds need nothing of it, and to import it takes long.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from types import ModuleType

NAMES = frozenset({"mkdocs_jupyter.convert", "jupytext"})


class _Finder(MetaPathFinder):
    """Finds modules as Python does; those with one of these names are read later."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname not in NAMES:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = LazyLoader(spec.loader)
        return spec


def wait() -> None:
    """From now on, read these modules when something of theirs is asked for."""
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())
