"""Where things lie in the book's folder."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
ENGLISH = DOCS / "en"
ASSETS = DOCS / "assets"
SNIPPETS = ROOT / "snippets"
MEASUREMENTS = ROOT / "bench" / "results"
CACHE = ROOT / ".cache" / "bookkit"
JUPYTER = Path(__file__).resolve().parent / "jupyter"
KATEX = ROOT / "node_modules" / "katex"
TYPEFACE = ROOT / "node_modules" / "@fontsource-variable" / "source-serif-4"


def shown(path: Path) -> str:
    """Return a path as messages print it: from the book's folder where it lies inside."""
    path = path.resolve()
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)
