"""A book that is served and built again at each change: what is as it was need not be written again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from bookkit.keeping.cache import fingerprint

LEFT = (
    "Until the book is built, or served anew, what is told about other pages is as it was before: the search,"
    " and the tables of {}"
)


@dataclass
class Served:
    """What builds have written: the files of the site, each with a fingerprint of what it was made from."""

    written: dict[str, str] = field(default_factory=dict)
    _now: dict[str, str] = field(default_factory=dict)

    @property
    def again(self) -> bool:
        """Tell whether the book has been built before."""
        return bool(self.written)

    def has_changed(self, address: str, *made_from: str | bytes) -> bool:
        """Tell whether a file has to be written: it is new, or made from something else than before."""
        self._now[address] = fingerprint(*made_from)
        return self._now[address] != self.written.get(address)

    def settle(self) -> None:
        """Remember what was written, once all of it is; a build that fails is as if it had not been."""
        self.written, self._now = self._now, {}


def left(pages: Iterable[Path], root: Path) -> str:
    """Return what to tell the author of pages that are as they were; nothing where there are none."""
    names = ", ".join(sorted(path.relative_to(root).as_posix() for path in pages))
    return LEFT.format(names) if names else ""
