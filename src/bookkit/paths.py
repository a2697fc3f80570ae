"""Where things lie in the book's folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
ENGLISH = DOCS / "en"
ASSETS = DOCS / "assets"
SNIPPETS = ROOT / "snippets"
MEASUREMENTS = ROOT / "bench" / "results"
MODELS = ASSETS / "live" / "models"
CACHE = Path(os.environ.get("BOOK_CACHE", ROOT / ".cache" / "bookkit"))
JUPYTER = Path(__file__).resolve().parent / "programs" / "jupyter"
KATEX = ROOT / "node_modules" / "katex"
SIGNALS = ROOT / "node_modules" / "@preact" / "signals-core"
TYPESCRIPT = ROOT / "node_modules" / "typescript" / "bin" / "tsc"
EDITIONS = ROOT / "editions"
TYPEFACE = ROOT / "node_modules" / "@fontsource-variable" / "source-serif-4"


def shown(path: Path) -> str:
    """Return a path as messages print it: from the book's folder where it lies inside."""
    path = path.resolve()
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)


def included(name: str, folders: Iterable[Path] = (SNIPPETS, MEASUREMENTS, MODELS)) -> Path | None:
    """Return the file that an inclusion names, a snippet, a measurement or a model.

    None where there is no such file, and where it lies outside of their folders, as `../pyproject.toml` does.
    """
    for folder in folders:
        path = folder / name
        if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
            return path
    return None
