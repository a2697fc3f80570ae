"""``python -m bookkit check`` on other people's books: a line for each equation, and a count."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from bookkit.pages.source import PageError
from bookkit.proofreader.pages import FALSE, KINDS, UNREAD, Finding, findings
from bookkit.side_by_side import side_by_side

_ENDINGS = (".md", ".markdown")


class NothingToReadError(ValueError):
    """A path that is not there, or a folder without Markdown; the message names it."""


def pages_below(paths: Sequence[Path]) -> list[tuple[Path, Path]]:
    """Return the pages that the paths mean, each with the folder in which its table is looked for.

    Of a folder these are the Markdown files in it and below, but for what is hidden.
    Raises NothingToReadError for a path that is not there and for a folder without Markdown.
    """
    found: list[tuple[Path, Path]] = []
    for path in paths:
        if path.is_file():
            found.append((path, path.parent))
            continue
        if not path.is_dir():
            raise NothingToReadError(f"there is no file and no folder {path}")
        below = [file for file in sorted(path.rglob("*")) if file.suffix in _ENDINGS and file.is_file()]
        pages = [file for file in below if not _is_hidden(file.relative_to(path))]
        if not pages:
            raise NothingToReadError(f"there is no Markdown in {path}: pages end in {' or '.join(_ENDINGS)}")
        found += [(file, path) for file in pages]
    return found


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") or part == "node_modules" for part in path.parts)


def _judged(table: Path | None, page: tuple[Path, Path]) -> tuple[list[Finding], str]:
    """What is found on a page, or what is wrong with the page itself."""
    try:
        return findings(*page, table), ""
    except PageError as error:
        return [], f"{shown(error.path)}:{error.line}: {error.message}"


def shown(path: Path) -> str:
    """Return a path as messages print it: from where the command was called, if it lies below."""
    whole, here = path.resolve(), Path.cwd().resolve()
    return whole.relative_to(here).as_posix() if whole.is_relative_to(here) else str(path)


def check(paths: Sequence[Path], table: Path | None = None, allow_unread: bool = False) -> int:
    """Judge the equations below the paths, print a line for each, and count them.

    0 if all holds, 1 if anything is false or, unless that is allowed, not read, 2 for what is not there.
    """
    try:
        pages = pages_below(paths)
    except NothingToReadError as error:
        print(error, file=sys.stderr)
        return 2
    counts: Counter[str] = Counter()
    faults = 0
    results = side_by_side(partial(_judged, table), pages)
    for (path, _), (found, fault) in zip(pages, results, strict=True):
        if fault:
            faults += 1
            print(fault, file=sys.stderr)
        for item in found:
            counts[item.kind] += 1
            grade = f"  {item.grade}" if item.grade else ""
            print(f"{shown(path)}:{item.line}  {item.name}  {item.kind}{grade}")
            if item.kind in (FALSE, UNREAD):
                print(f"{shown(path)}:{item.line}: {item.message}", file=sys.stderr)
    print(summary(counts))
    if faults:
        return 2
    return int(counts[FALSE] > 0 or (counts[UNREAD] > 0 and not allow_unread))


def summary(counts: Counter[str]) -> str:
    """Return the last line: how many equations, and of each kind how many."""
    total = sum(counts[kind] for kind in KINDS)
    words = dict.fromkeys(KINDS, "") | {kind: f"{counts[kind]} {kind}" for kind in KINDS}
    words["defines"] = f"{counts['defines']} definitions"
    equations = "1 equation" if total == 1 else f"{total} equations"
    return f"{equations}: {', '.join(words[kind] for kind in KINDS)}"
