"""Listings that use one another: each finds the files beside it, as it does where a reader runs it.

Two pages may each have a file of the same name: what a listing has imported is forgotten before the next.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

_open: list[Path] = []
_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")


@contextmanager
def beside(path: Path) -> Iterator[None]:
    """Let a listing import from its own folder for a while; nothing is written there."""
    folder = path.resolve().parent
    known = dict.fromkeys(sys.modules)
    written, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    sys.path.insert(0, str(folder))
    _open.append(folder)
    try:
        yield
    finally:
        _open.remove(folder)
        sys.path.remove(str(folder))
        sys.dont_write_bytecode = written
        for name in [name for name in sys.modules if name not in known]:
            if _lies_in(getattr(sys.modules[name], "__file__", None), folder):
                del sys.modules[name]


def is_beside(file: str | None) -> bool:
    """Tell whether a module's file lies beside a listing that is running."""
    return any(_lies_in(file, folder) for folder in _open)


def used(path: Path) -> list[Path]:
    """Return the files beside a listing that it imports, and those that they import, without the listing."""
    found: dict[Path, None] = {}
    waiting = [path]
    while waiting:
        for name in filter(str.isidentifier, imported(waiting.pop())):
            file = path.parent / f"{name}.py"
            if file.is_file() and file not in found and file != path:
                found[file] = None
                waiting.append(file)
    return list(found)


def _lies_in(file: str | None, folder: Path) -> bool:
    return file is not None and Path(file).resolve().parent == folder


def imported(path: Path) -> list[str]:
    """Return the modules that a file imports; none where it cannot be read: its run says so."""
    try:
        return list(_imported(path.read_bytes()))
    except (OSError, SyntaxError, ValueError):
        return []


@lru_cache(maxsize=4096)  # a build asks several times for each listing
def _imported(source: bytes) -> tuple[str, ...]:
    names: list[str] = []
    waiting: list[ast.AST] = [ast.parse(source)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.append(node.module)
        for block in _BLOCKS:  # an import is a statement, so expressions need not be looked into
            waiting += getattr(node, block, ())
    return tuple(names)
