"""What the site holds besides pages: styles, KaTeX's fonts, licences, library and snippets to download."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from bookkit.handouts import licences
from bookkit.handouts import zipped as listings_zip
from bookkit.handouts.listings import handed_out
from bookkit.markdown import checkable
from bookkit.paths import ASSETS, SIGNALS, SNIPPETS, TYPEFACE
from bookkit.typesetting.katex import MissingPieceError, find_katex

STYLESHEET = "assets/book.css"
DESCRIPTION = "assets/book.json"  # title, contents and words, for the editions to take along
# Address of a font → its file in the package, and the weights that the stylesheet uses of it.
TEXT_FONTS = {
    "assets/fonts/source-serif.woff2": ("source-serif-4-latin-wght-normal.woff2", (400, 700)),
    "assets/fonts/source-serif-italic.woff2": ("source-serif-4-latin-wght-italic.woff2", (400, 400)),
}
EMBEDDED_FONT = "fonts/source-serif.woff2"  # as seen from the stylesheet
_BLOCK_COMMENT = re.compile(r"/\*\*.*?\*/[ ]?", re.DOTALL)
_LINE_COMMENT = re.compile(r"(?<=[ \n])//.*")
_SPACE = re.compile(r"[ \t]*\n\s*")
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*\n?", re.MULTILINE)
_SOURCE = re.compile(r"src:\s*url\(fonts/([\w-]+)\.woff2\)[^;}]*")


def katex_css() -> str:
    """Return KaTeX's stylesheet with only the font format that every current browser reads.

    Its fonts are addressed as seen from the book's stylesheet, which it becomes part of.
    """
    css = (find_katex().parent / "katex.min.css").read_text(encoding="utf-8")
    return _SOURCE.sub(r'src:url(katex/fonts/\1.woff2) format("woff2")', css)


def fonts() -> list[Path]:
    """Return KaTeX's font files."""
    return sorted((find_katex().parent / "fonts").glob("*.woff2"))


def theme_css() -> str:
    """Return Material's stylesheet, without the palettes that the book does not use."""
    theme = find_spec("material")
    assert theme is not None
    assert theme.submodule_search_locations
    folder = Path(theme.submodule_search_locations[0]) / "templates" / "assets" / "stylesheets"
    (path,) = folder.glob("main.*.min.css")
    return path.read_text(encoding="utf-8")


def stylesheet() -> str:
    """Return the book's stylesheet: Material's, KaTeX's and our own, so that a page asks for one file."""
    ours = [path.read_text(encoding="utf-8") for path in own_stylesheets()]
    return "\n".join([theme_css(), katex_css(), *ours])


def own_stylesheets() -> list[Path]:
    """Return the book's own stylesheets: its look first, then what its scripts show."""
    first = ASSETS / "book.css"
    return [first, *sorted(path for path in ASSETS.glob("*.css") if path != first)]


def signals() -> str:
    """Return the script that the live figures keep their state with, without the address of its source map.

    Raises MissingPieceError where `npm ci` has not run.
    """
    path = SIGNALS / "dist" / "signals-core.mjs"
    if not path.is_file():
        raise MissingPieceError("signals-core is missing (no node_modules/@preact): run `make setup`.")
    return _SOURCE_MAP.sub("", path.read_text(encoding="utf-8"))


def bare(script: str) -> str:
    """Return a script of the live figures without comments and indentation, which readers need not load."""
    return _SPACE.sub("\n", _LINE_COMMENT.sub("", _BLOCK_COMMENT.sub("", script))).strip() + "\n"


def text_fonts() -> Iterator[tuple[str, Path]]:
    """Yield (address, file) of the typeface of the text.

    Raises MissingPieceError where `npm ci` has not run.
    """
    for address, (name, _) in TEXT_FONTS.items():
        path = TYPEFACE / "files" / name
        if not path.is_file():
            raise MissingPieceError(
                f"The book's typeface is missing (no {name} in node_modules): run `make setup` or `npm ci`."
            )
        yield address, path


def files() -> Iterator[tuple[str, Path | str | bytes]]:
    """Yield (address from the site's root, file or its content)."""
    yield STYLESHEET, stylesheet()
    yield from text_fonts()
    for font in fonts():
        yield f"assets/katex/fonts/{font.name}", font
    own = own_stylesheets()
    for path in sorted(p for p in ASSETS.rglob("*") if p.is_file()):
        address = f"assets/{path.relative_to(ASSETS).as_posix()}"
        if path.suffix == ".js" and path.is_relative_to(ASSETS / "live"):
            yield address, bare(path.read_text(encoding="utf-8"))
        elif path not in own:
            yield address, path
    yield "assets/live/signals-core.js", signals()
    yield from licences.texts()
    yield from listings_zip.files()
    yield from checkable.starters()
    for path in sorted(SNIPPETS.rglob("*.py")):  # as pages show them, whole
        if (text := handed_out(path)) is not None:
            yield f"snippets/{path.relative_to(SNIPPETS).as_posix()}", text
