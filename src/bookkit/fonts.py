"""Fonts: which a page's formulas need at once, and no more letters and weights than the book uses."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterable
from pathlib import Path

import fontTools
from fontTools import subset, ttLib
from fontTools.varLib import instancer

from bookkit.cache import Cache, fingerprint, write_whole

# KaTeX's class → the font that its stylesheet gives it. Plain letters and digits are in Main-Regular.
_BY_CLASS = {
    "mathnormal": "Math-Italic",
    "mathit": "Main-Italic",
    "textit": "Main-Italic",
    "mathbf": "Main-Bold",
    "textbf": "Main-Bold",
    "boldsymbol": "Math-BoldItalic",
    "amsrm": "AMS-Regular",
    "mathbb": "AMS-Regular",
    "mathcal": "Caligraphic-Regular",
    "mathscr": "Script-Regular",
    "mathfrak": "Fraktur-Regular",
    "mathsf": "SansSerif-Regular",
    "mathtt": "Typewriter-Regular",
    "texttt": "Typewriter-Regular",
    "size1": "Size1-Regular",
    "small-op": "Size1-Regular",
    "delim-size1": "Size1-Regular",
    "size2": "Size2-Regular",
    "large-op": "Size2-Regular",
    "size3": "Size3-Regular",
    "size4": "Size4-Regular",
    "delim-size4": "Size4-Regular",
}
TEXT_WEIGHTS = (400, 700)  # what the stylesheet uses of the typeface's axis
_KEYBOARD = set(map(chr, range(0x20, 0x7F)))  # a reader may type these into the search
_SOURCE = Path(__file__).read_text(encoding="utf-8")
_FORMULA = re.compile(r'<span class="katex-html"')
_CLASS = re.compile(r'class="([^"]*)"')
_MARKUP = re.compile(r"<[^>]*>")
_END = re.compile(r"</(?:div|p|li|td|h\d)>")


def needed_fonts(page: str) -> list[str]:
    """Return the names of the fonts that the formulas in a page's HTML use."""
    if not _FORMULA.search(page):
        return []
    classes = {name for match in _CLASS.finditer(page) for name in match[1].split()}
    return sorted({"Main-Regular", *(font for name, font in _BY_CLASS.items() if name in classes)})


def letters(page: str) -> set[str]:
    """Return the characters of the formulas in a page's HTML."""
    found: set[str] = set()
    for part in _FORMULA.split(page)[1:]:
        found |= set(html.unescape(_MARKUP.sub("", _END.split(part, maxsplit=1)[0])))
    return found


def text_letters(page: str) -> set[str]:
    """Return the characters of a page's HTML, and those of a keyboard."""
    return _KEYBOARD | {letter for letter in html.unescape(page) if letter.isprintable()}


def shrink(font: Path, characters: Iterable[str], weights: tuple[int, int] | None = None) -> tuple[int, int]:
    """Keep only these characters in a font file, and this part of its weights; return both sizes."""
    whole = font.read_bytes()
    text = "".join(sorted(characters))
    store, key = Cache("fonts"), fingerprint(fontTools.version, _SOURCE, text, repr(weights), whole)
    part = store.get_bytes(key)
    if part is None:
        part = _subset(whole, text, weights)
        store.put(key, part)
    write_whole(font, part)
    return len(whole), len(part)


def _subset(font: bytes, text: str, weights: tuple[int, int] | None) -> bytes:
    features = ["*"] if weights is None else ["kern", "liga", "locl", "mark"]
    options = subset.Options(
        flavor="woff2", layout_features=features, notdef_outline=True, desubroutinize=True
    )
    with ttLib.TTFont(io.BytesIO(font), recalcTimestamp=False) as loaded:
        if weights is not None:
            instancer.instantiateVariableFont(loaded, {"wght": weights}, inplace=True)
        subsetter = subset.Subsetter(options)
        subsetter.populate(text=text)
        subsetter.subset(loaded)
        buffer = io.BytesIO()
        loaded.flavor = "woff2"
        loaded.save(buffer)
    return buffer.getvalue()
