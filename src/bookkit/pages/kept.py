"""What was made from a page before, its proof and its HTML, kept with all that it was made from.

What that is, nobody lists: while it is made, Python notes every file that is read (`bookkit.keeping.reads`),
and the book's numbers note who asks for them. What everything is made from (the press, the library, the
packages, the names of files that pages may include) is in the name that it is kept under. It is taken from
here only where nothing of all this has changed.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from bookkit.keeping import reads
from bookkit.keeping.cache import Cache, fingerprint, fingerprint_files
from bookkit.pages.numbering import PageNumbers
from bookkit.paths import ASSETS, CACHE, MEASUREMENTS, ROOT, SNIPPETS

_CLOCK = 20_000_000  # nanoseconds by which a file's clock may be late
_ORDER = "the order of the pages"
_SETTINGS = ("mkdocs.yml", "pyproject.toml", "requirements.lock", "package.json", "package-lock.json")
_NODE = "node_modules/.package-lock.json"


class Numbers(Mapping[str, PageNumbers]):
    """The numbers of all pages; notes whose were asked for."""

    def __init__(self, book: Mapping[str, PageNumbers]) -> None:
        self.book = book
        self.asked: dict[str, str] = {}

    def __getitem__(self, name: str) -> PageNumbers:
        self.asked[name] = _numbers_of(self.book, name)
        return self.book[name]

    def __contains__(self, name: object) -> bool:
        if isinstance(name, str):
            self.asked[name] = _numbers_of(self.book, name)
        return name in self.book

    def __iter__(self) -> Iterator[str]:
        self.asked[_ORDER] = _numbers_of(self.book, _ORDER)
        return iter(self.book)

    def __len__(self) -> int:
        self.asked[_ORDER] = _numbers_of(self.book, _ORDER)
        return len(self.book)


def _numbers_of(book: Mapping[str, PageNumbers], name: str) -> str:
    if name == _ORDER:
        return fingerprint(*book)
    return fingerprint(repr(book[name])) if name in book else ""


def _sources() -> str:
    sources = [p for p in (ROOT / "src").rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    packages = [p.name for place in sys.path for p in Path(place or ".").glob("*.dist-info")]
    names = [p.relative_to(ROOT).as_posix() for p in sources]
    return fingerprint(fingerprint_files(sources), *sorted(names), sys.version, *sorted(packages))


_IMPORTED = _sources()  # what works in this process, whatever is edited while a book is served


def surroundings() -> str:
    """Return a fingerprint of what everything is made from beside the book's own files: the press, the
    library (as this process has imported them, and as they are), Python, its packages and Node's; and of the
    names of the files that pages may include.
    """
    settings = [path for name in (*_SETTINGS, _NODE) if (path := ROOT / name).is_file()]
    names = [
        f"{folder}/{name}"
        for place in (SNIPPETS, MEASUREMENTS, ASSETS)
        for folder, _, files in os.walk(place)
        for name in files
    ]
    return fingerprint(_IMPORTED, _sources(), fingerprint_files(settings), *sorted(names))


def fingerprint_settings(said: Any) -> str:
    """Return a fingerprint of settings: of what they hold, down to objects, of which the kind counts."""

    def told(value: Any) -> Any:
        return dict(value) if isinstance(value, Mapping) else type(value).__qualname__

    return fingerprint(json.dumps(said, default=told))


@cache
def _elsewhere() -> tuple[str, ...]:
    """Folders whose files `surroundings` stands for, and those with what is made anew."""
    places = (sys.prefix, sys.base_prefix, str(CACHE), str(ROOT / "src"), str(ROOT / "node_modules"))
    return tuple(f"{place}{os.sep}" for place in {*places, *map(os.path.realpath, places), "/dev", "/proc"})


def is_own(path: str) -> bool:
    """Tell whether a file belongs to the book, so that what is made from it depends on its content."""
    return not f"{path}{os.sep}".startswith(_elsewhere())


@dataclass
class Making:
    """What is noted while something is made: whose numbers were asked for; what was read, and since when."""

    book: Numbers
    read: dict[str, int] = field(default_factory=dict)


class Store:
    """One kind of what is kept, as one build sees it: a file that is compared is read once."""

    def __init__(self, kind: str, around: str) -> None:
        self.around = around
        self._cache = Cache(kind)
        self._states: dict[str, tuple[str, int]] = {}
        self.older: set[Path] = set()

    def find(
        self, path: Path, book: Mapping[str, PageNumbers] | None = None, others: Iterable[Path] = ()
    ) -> Any:
        """Return what was kept of a page; None where anything that it was made from has changed.

        What comes from `others` may be older than these: such pages are noted in `older`. Whoever notes what
        is read (`reads.noted`) gets to know what it was made from.
        """
        text = self._cache.get(self._key(path)) if path.is_file() else None
        if text is None:
            return None
        kept = json.loads(text)
        changed = {read for read, state in kept["read"].items() if self._state(read) != state}
        if not changed <= {os.path.abspath(other) for other in others if other != path}:  # noqa: PTH100
            return None
        if any(_numbers_of(book or {}, name) != number for name, number in kept["asked"].items()):
            return None
        reads.note({read: self._states[read][1] for read in kept["read"]})
        if changed:
            self.older.add(path)
        return kept["made"]

    @contextmanager
    def making(self, book: Mapping[str, PageNumbers] | None = None) -> Iterator[Making]:
        """Note what is read and asked for, while something is made to be kept."""
        making = Making(Numbers(book or {}))
        with reads.noted() as making.read:
            yield making

    def keep(self, path: Path, made: Callable[[], Any], making: Making) -> None:
        """Keep what was made of a page, unless a file has changed since it was read: nobody knows then which
        of both it was made from.
        """
        read = {file: since for file, since in making.read.items() if is_own(file)}
        if os.path.abspath(path) in read and all(_is_older(*item) for item in read.items()):  # noqa: PTH100
            content = {
                "made": made(),
                "read": {file: _state(file) for file in sorted(read)},
                "asked": making.book.asked,
            }
            self._cache.put(self._key(path), json.dumps(content, ensure_ascii=False))

    def _key(self, path: Path) -> str:
        return fingerprint(self.around, str(path), path.read_bytes())

    def _state(self, path: str) -> str:
        if path not in self._states:
            since = time.time_ns()
            self._states[path] = _state(path), since
        return self._states[path][0]


def _is_older(path: str, since: int) -> bool:
    """Tell whether a file, or a folder's names, are as they were before it was read; one that is not there
    was not there either if nothing has come or gone where it would be.
    """
    try:
        known = Path(path).stat()
    except OSError:
        above = os.path.dirname(path)  # noqa: PTH120
        return above != path and _is_older(above, since)
    return max(known.st_mtime_ns, known.st_ctime_ns) < since - _CLOCK


def _state(path: str) -> str:
    """Return a fingerprint of a file's content or of a folder's names; nothing where there is neither."""
    place = Path(path)
    try:
        if place.is_dir():
            return fingerprint("folder", *sorted(child.name for child in place.iterdir()))
        return fingerprint("file", place.read_bytes())
    except OSError:
        return ""
