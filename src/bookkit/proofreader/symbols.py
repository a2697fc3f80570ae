"""The symbols of another book: in a page's front matter, and in a table beside its pages, ``symbols.yml``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from bookkit import notations
from bookkit.equations.judging.manner import ELSEWHERE
from bookkit.equations.page import USUAL_NOTATION, own_symbols
from bookkit.notations.lengths import with_sizes
from bookkit.pages.source import Page, PageError, line_with
from bookkit.proofreader.said import with_fonts_apart

NAME = "symbols.yml"
_KEYS = ("notation", "symbols")


def with_symbols(page: Page, root: Path, named: Path | None = None) -> Page:
    """Return a page that knows its own symbols, and before them those of the table beside it.

    The table is the one that the page names in its front matter, ``symbols: ../letters.yml``; else `named`;
    else the first ``symbols.yml`` in the page's folder and those above it, up to `root`.
    Raises PageError, naming the file, for a table that is not there or cannot be read, and for a symbol or a
    notation that cannot be had.
    """
    said = page.front_matter.get("symbols")
    line = line_with(page.path, "symbols:") if page.path.is_file() else 1
    own = {} if said is None else said
    if isinstance(said, str):
        named, own = page.path.parent / said, {}
        if not named.is_file():
            raise PageError(
                page.path, line, f"there is no table of symbols {said}, seen from the page's folder"
            )
    path = named or _beside(page.path, root)
    table = {} if path is None else read_table(path)
    if not isinstance(own, dict):
        raise PageError(page.path, line, f"symbols is a list of lines or names a file, and not {own!r}")
    notation = page.front_matter.get("notation") or table.get("notation") or USUAL_NOTATION
    _refuse_unknown(page.path, notation)
    merged = {**table.get("symbols", {}), **own}
    return _understood(replace(page, front_matter={"notation": notation, "symbols": merged}))


def _beside(page: Path, root: Path) -> Path | None:
    """The table that lies nearest to a page, in its folder or above, inside of the folder that is checked."""
    page, root = page.resolve(), root.resolve()
    for folder in page.parents:
        if not folder.is_relative_to(root):
            return None
        if (folder / NAME).is_file():
            return folder / NAME
    return None


def read_table(path: Path) -> dict[str, Any]:
    """Return what a table of symbols says.

    Raises PageError, naming the file, where it is missing, is no YAML or says what no table does.
    """
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except OSError as error:
        raise PageError(path, 1, f"the table of symbols cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise PageError(path, 1, "the table of symbols is not UTF-8 text") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = 1 if mark is None else mark.line + 1
        raise PageError(path, line, f"the table of symbols is not YAML: {error}") from None
    if not isinstance(data, dict) or not set(data) <= set(_KEYS):
        known = isinstance(data, dict)
        strange = ", ".join(sorted(set(map(str, data)) - set(_KEYS))) if known else repr(data)[:60]
        raise PageError(
            path,
            1,
            f"a table has the keys {' and '.join(_KEYS)}, and not {strange}; under symbols: come lines"
            " such as W: a matrix of m by n",
        )
    notation = data.get("notation") or USUAL_NOTATION
    _refuse_unknown(path, notation)
    _understood(Page(path, {"notation": notation, "symbols": data.get("symbols") or {}}, (), (), ()))
    return {key: value for key, value in data.items() if value}


def _understood(page: Page) -> Page:
    """Return a page with bold letters told from plain ones, and with the sizes that are not declared.

    Raises PageError for a symbol that cannot be had.
    """
    if isinstance(page.front_matter["symbols"], dict):
        page = with_fonts_apart(page)
        symbols = with_sizes(page.front_matter["symbols"], notations.get(page.front_matter["notation"]))
        page = replace(page, front_matter={**page.front_matter, "symbols": symbols})
    own_symbols(page, ELSEWHERE)
    return page


def _refuse_unknown(path: Path, notation: Any) -> None:
    if notation not in notations.names():
        line = line_with(path, "notation:") if path.is_file() else 1
        there = ", ".join(notations.names())
        raise PageError(path, line, f"no notation is called {notation!r}; there are: {there}")
