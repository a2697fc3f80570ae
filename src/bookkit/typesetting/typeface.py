"""The typeface of the text as a file that Matplotlib reads, so that figures are lettered like the text."""

from __future__ import annotations

from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from bookkit.keeping import cache
from bookkit.paths import TYPEFACE

FILE = TYPEFACE / "files" / "source-serif-4-latin-wght-normal.woff2"
VARIABLE = "BOOKDRAW_TYPEFACE"  # by which `bookdraw` is told of it
_WEIGHT = 400


def variables(folder: Path, file: Path = FILE) -> dict[str, str]:
    """Put the typeface into a folder, and return what tells `bookdraw` of it; nothing where it is missing."""
    if not file.is_file():
        return {}
    font = instantiateVariableFont(TTFont(file), {"wght": _WEIGHT}, inplace=True)
    font.flavor = None
    path = folder / "text.ttf"
    font.save(path)
    return {VARIABLE: str(path)}


def fingerprint(file: Path = FILE) -> str:
    """Identify the typeface in the keys of what is lettered in it."""
    return cache.fingerprint_files([file]) if file.is_file() else ""
