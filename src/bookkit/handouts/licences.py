"""The licences of all that the site publishes: each text is taken from the package that brings it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from fontTools.ttLib import TTFont

from bookkit.paths import KATEX, ROOT, SIGNALS, TYPEFACE
from bookkit.typesetting.katex import MissingPieceError, find_katex

FOLDER = "licences"
_OFL = "SIL OPEN FONT LICENSE Version 1.1"
_COPYRIGHT, _LICENCE = 0, 13  # numbers of entries in a font's table of names


def texts() -> Iterator[tuple[str, str]]:
    """Yield (address from the site's root, text) of each licence.

    Raises MissingPieceError where a package has none at the place where it is known to be.
    """
    own = {"code": ROOT / "LICENSE", "text": ROOT / "LICENSE.CC-BY-4.0"}
    for name, path in own.items():
        yield f"{FOLDER}/{name}.txt", _read(path)
    yield f"{FOLDER}/katex.txt", _read(KATEX / "LICENSE")
    yield f"{FOLDER}/katex-fonts.txt", katex_fonts()
    yield f"{FOLDER}/signals.txt", _read(SIGNALS / "LICENSE")
    yield f"{FOLDER}/source-serif.txt", _read(TYPEFACE / "LICENSE")
    yield f"{FOLDER}/material.txt", _of_package("mkdocs-material")
    yield f"{FOLDER}/mkdocstrings.txt", _of_package("mkdocstrings")
    icons = _material() / ".icons"
    yield f"{FOLDER}/icons.txt", _read(icons / "material" / "LICENSE")
    yield f"{FOLDER}/icons-brands.txt", _read(icons / "fontawesome" / "LICENSE.txt")
    yield f"{FOLDER}/apache.txt", _of_package("requests")


def katex_fonts() -> str:
    """Return the fonts' own notice, as each font file carries it, and the licence that it names."""
    ofl = _read(TYPEFACE / "LICENSE")
    if _OFL not in ofl:
        raise MissingPieceError(f"{TYPEFACE / 'LICENSE'} must hold the {_OFL}.")
    return "\n\n".join([*_notices(), "-" * 59, ofl[ofl.index(_OFL) :]])


@cache
def _notices() -> tuple[str, ...]:
    """Return what the font files say of their owners and their licence, each notice once."""
    notices: dict[str, None] = {}
    for path in sorted((find_katex().parent / "fonts").glob("*.woff2")):
        with TTFont(path) as font:
            for number in (_COPYRIGHT, _LICENCE):
                name = font["name"].getDebugName(number)
                if not name:
                    raise MissingPieceError(f"{path.name} has no entry {number} in its table of names.")
                notices[name.strip()] = None
    return tuple(notices)


def _material() -> Path:
    theme = find_spec("material")
    assert theme is not None
    assert theme.submodule_search_locations
    return Path(theme.submodule_search_locations[0]) / "templates"


@cache
def _of_package(name: str) -> str:
    """Return the licence that an installed Python package brings along."""
    package = metadata.distribution(name)
    files = (row[0] for row in csv.reader((package.read_text("RECORD") or "").splitlines()) if row)
    found = [
        file for file in files if ".dist-info" in file and PurePosixPath(file).name.startswith("LICENSE")
    ]
    if not found:
        raise MissingPieceError(f"The package {name} must bring its licence; there is no LICENSE in it.")
    return _read(Path(str(package.locate_file(found[0]))))


def _read(path: Path) -> str:
    if not path.is_file():
        raise MissingPieceError(f"A licence is missing: there is no {path}. `make setup` installs it.")
    text = path.read_text(encoding="utf-8")
    if not text.strip():
        raise MissingPieceError(f"A licence is missing: {path} is empty.")
    return text
