"""What is read off the HTML of a finished page, kept by that HTML: what the search index says of it, the
fonts that it asks for early, and what it uses of fonts and stylesheets.

A change of one page then has no other read once more.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from bookkit.keeping.cache import Cache, fingerprint
from bookkit.site import cutting
from bookkit.typesetting import fonts


@dataclass(frozen=True)
class Reading:
    """What a page's HTML says: to the search index, and about the fonts and classes that it needs.

    `letters` are those of its formulas, by font; `text` holds all its letters.
    """

    entries: list[dict[str, Any]]
    needed: list[str]
    letters: dict[str, str]
    text: str
    classes: list[str]


def read(page: str, entries: list[dict[str, Any]]) -> Reading:
    """Read a page's HTML, or a part of it in which whatever is opened is closed."""
    used = cutting.Used()
    used.note(page)
    return Reading(
        entries,
        fonts.needed_fonts(page),
        {font: "".join(sorted(letters)) for font, letters in sorted(used.letters.items())},
        "".join(sorted(used.text)),
        sorted(used.classes),
    )


def add(reading: Reading, used: cutting.Used) -> None:
    """Add what a page uses to what other pages use."""
    for font, letters in reading.letters.items():
        used.letters.setdefault(font, set()).update(letters)
    used.text.update(reading.text)
    used.classes.update(reading.classes)


class Readings:
    """The readings of a book's pages, as one build knows them; `around` says what else they are made with."""

    def __init__(self, around: str) -> None:
        self._around = around
        self._cache = Cache("readings")

    def key(self, page: str, said: Any) -> str:
        """Return the name of a reading: made of a page's HTML, and what MkDocs says of it besides."""
        return fingerprint(self._around, json.dumps(said, sort_keys=True, default=str), page)

    def find(self, key: str) -> Reading | None:
        """Return what was kept; None where nothing was."""
        text = self._cache.get(key)
        return None if text is None else Reading(**json.loads(text))

    def keep(self, key: str, reading: Reading) -> None:
        """Keep what was read."""
        self._cache.put(key, json.dumps(asdict(reading), ensure_ascii=False))
