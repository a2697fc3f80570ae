"""What the search can find: pages and sections, and each equation, figure, definition and word by its name.

The search plugin reads pages and sections; this module adds the rest, and writes one list for the browser.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from bookkit.keeping.cache import write_whole
from bookkit.pages.numbering import PageNumbers
from bookkit.pages.search import plain
from bookkit.site.cards import Leaf

_TAG = re.compile(r"<[^>]*>")
_LATEX = re.compile(r'<annotation encoding="application/x-tex">(.*?)</annotation>', re.DOTALL)
_NAME = re.compile(r"\\([A-Za-z]{2,})")
_NO_NAME = {  # commands that are no names of symbols
    *(
        "begin",
        "end",
        "aligned",
        "cases",
        "frac",
        "dfrac",
        "left",
        "right",
        "text",
        "tag",
        "quad",
        "qquad",
        "cdot",
    ),
    *(
        "mathrm",
        "mathbf",
        "operatorname",
        "top",
        "bigl",
        "bigr",
        "big",
        "Big",
        "Bigl",
        "Bigr",
        "coloneqq",
        "dots",
    ),
    *("le", "ge", "in", "to", "leftarrow", "approx", "displaystyle", "htmlData"),
}
_TITLE = re.compile(r'<p class="admonition-title">(.*?)</p>', re.DOTALL)
_CAPTION = re.compile(r"<figcaption>(.*?)</figcaption>", re.DOTALL)
_HEADING = re.compile(r"<h[2-6]\b[^>]*>(.*?)</h[2-6]>", re.DOTALL)
_LINK = re.compile(r'<a class="headerlink".*?</a>|<span class="heading-number">.*?</span>', re.DOTALL)
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Entry:
    """One thing to find: its address, what is shown of it, and names that it does not show."""

    place: str
    title: str
    text: str = ""
    names: str = ""
    kind: str = "section"
    page: str = ""


def words(text: str) -> str:
    """Return the words of HTML, with each formula as its letters."""
    return _SPACE.sub(" ", html.unescape(_TAG.sub(" ", _LINK.sub("", plain(text))))).strip()


def names(text: str) -> str:
    """Return the names of the symbols in the formulas of HTML: delta, nabla, sigma."""
    found = dict.fromkeys(
        name
        for latex in _LATEX.findall(text)
        for name in _NAME.findall(html.unescape(latex))
        if name not in _NO_NAME
    )
    return " ".join(found)


def items(leaf: Leaf, numbers: PageNumbers, also: Mapping[str, str] | None = None) -> Iterator[Entry]:
    """Yield the equations, figures, definitions, theorems and words of a page that have an address.

    `also` says what else a word of a title is called, such as error: delta.
    """
    for entry in _items(leaf, numbers):
        title = set(_WORD.findall(entry.title.lower()))
        others = [other for word, other in (also or {}).items() if word in title]
        yield replace(entry, names=" ".join(filter(None, [entry.names, *others])))


def _items(leaf: Leaf, numbers: PageNumbers) -> Iterator[Entry]:
    titles = [(match.start(), words(match[1])) for match in _TITLE.finditer(leaf.html)]
    headings = [(match.start(), words(match[1])) for match in _HEADING.finditer(leaf.html)]
    boxes = {place: len(leaf.element(name)) for name, (place, tag) in leaf.places.items() if tag == "div"}
    for name, (place, tag) in leaf.places.items():
        element = leaf.element(name)
        address = f"{leaf.url}#{name}"
        if name in numbers.equations:
            number = numbers.equations[name]
            around = [title for start, title in titles if _inside(place, start, boxes)]
            title = around[-1] if around else _last(headings, place)
            shown = title if title.startswith(number) else f"{number} · {title}" if title else number
            yield Entry(address, shown, "", f"{number} {names(element)}", "equation", leaf.title)
        elif tag == "figure" and (caption := _CAPTION.search(element)):
            text = words(caption[1])
            number = numbers.figure(name) or ""
            label, _, rest = text.partition(number)
            yield Entry(address, f"{label}{number}".strip(), rest.strip(), "", "figure", leaf.title)
        elif tag == "div" and (found := _TITLE.search(element)):
            text = words(element[found.end() :])
            yield Entry(address, words(found[1]), text, names(element), "definition", leaf.title)
        elif tag == "dt":
            yield Entry(address, words(element), leaf.meaning(name), "", "word", leaf.title)


def _inside(place: int, title: int, boxes: Mapping[int, int]) -> bool:
    """Tell whether an equation stands in the box that a title belongs to."""
    start = max((start for start in boxes if start < title), default=-1)
    return start >= 0 and start < title < place < start + boxes[start] and title - start < 400


def _last(headings: Iterable[tuple[int, str]], place: int) -> str:
    return next((text for start, text in reversed(list(headings)) if start < place), "")


def sections(index: Mapping[str, Any]) -> Iterator[Entry]:
    """Yield the pages and sections that the search plugin has read."""
    titles: dict[str, str] = {}
    for found in index["docs"]:
        place, title = str(found["location"]), words(str(found["title"]))
        page, _, section = place.partition("#")
        if not section:
            titles[page] = title
        yield Entry(
            place,
            title,
            words(str(found["text"])),
            "",
            "section" if section else "page",
            titles.get(page, "") if section else "",
        )


def as_json(entries: Iterable[Entry]) -> str:
    """Return the list as the browser reads it."""
    return json.dumps([asdict(entry) for entry in entries], ensure_ascii=False, separators=(",", ":"))


def put_list(folder: Path, entries: Iterable[Entry]) -> None:
    """Put one list in the place of the search plugin's: all that has a name, and its pages and sections."""
    read = folder / "search_index.json"
    if read.is_file():
        found = sections(json.loads(read.read_text(encoding="utf-8")))
        write_whole(folder / "index.json", as_json([*entries, *found]))
        read.unlink()
