"""Listings that import what the book is printed without: they run wherever it is installed, and only there.

This is the one place that says which packages may be missing. A listing that imports any other package and
does not find it fails, and so does one whose package is installed and broken.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from bookkit.paths import shown
from bookkit.programs import beside

OPTIONAL = {"torch": "PyTorch", "jax": "JAX"}
"""What a listing may import though the book's environment lacks it: the module, and the package's name."""


def left_out(path: Path) -> str | None:
    """Return why a listing cannot run here, or None if it can, or has to.

    The only reason is an optional package that is not installed, and that the listing imports, by itself or
    through a file beside it.
    """
    missing = [OPTIONAL[name] for name in _needed(path) if find_spec(name) is None]
    return f"{shown(path)}: needs {' and '.join(missing)}, not installed here" if missing else None


def divided(paths: Iterable[Path]) -> tuple[list[Path], list[str]]:
    """Return the listings that can run here, and of each of the others the reason why not."""
    reasons = {path: left_out(path) for path in paths}
    return [path for path, why in reasons.items() if why is None], [why for why in reasons.values() if why]


def _needed(path: Path) -> list[str]:
    """Return the optional modules that a listing imports, by itself or through the files beside it.

    A file that cannot be read has none: its run says so.
    """
    files = (path, *beside.used(path))
    packages = {name.partition(".")[0] for file in files for name in beside.imported(file)}
    return [name for name in OPTIONAL if name in packages]
