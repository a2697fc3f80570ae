"""Listings that use one another: each finds the files beside it, as it does where a reader runs it.

Two pages may each have a file of the same name: what a listing has imported is forgotten before the next.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_open: list[Path] = []


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
        tree = ast.parse(path.read_bytes())
    except (OSError, SyntaxError, ValueError):
        return []
    names: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.append(node.module)
    return names
