"""What the site holds besides pages: stylesheets, KaTeX's fonts, snippets to download, figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bookkit.katex import find_katex
from bookkit.paths import ASSETS, SNIPPETS

_SOURCE = re.compile(r"src:\s*url\(fonts/([\w-]+)\.woff2\)[^;}]*")


def katex_css() -> str:
    """Return KaTeX's stylesheet with only the font format that every current browser reads."""
    css = (find_katex().parent / "katex.min.css").read_text(encoding="utf-8")
    return _SOURCE.sub(r'src:url(fonts/\1.woff2) format("woff2")', css)


def fonts() -> list[Path]:
    """Return KaTeX's font files."""
    return sorted((find_katex().parent / "fonts").glob("*.woff2"))


def files() -> Iterator[tuple[str, Path | str]]:
    """Yield (address from the site's root, file or text)."""
    yield "assets/katex/katex.css", katex_css()
    for font in fonts():
        yield f"assets/katex/fonts/{font.name}", font
    for path in sorted(p for p in ASSETS.rglob("*") if p.is_file()):
        yield f"assets/{path.relative_to(ASSETS).as_posix()}", path
    for path in sorted(SNIPPETS.rglob("*.py")):
        yield f"snippets/{path.relative_to(SNIPPETS).as_posix()}", path
