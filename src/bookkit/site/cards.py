"""Cards: what links to equations, figures, definitions and symbols show before they are followed.

A card of the same page is copied from it in the browser. For those that other pages lead to, the press writes
a file for each page: its cards as HTML without ids, or with ids that no page has.
"""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from urllib.parse import unquote, urlsplit

from bookkit.pages.search import without_marks

FOLDER = "cards"
_BOXES = ("definition", "theorem")
_OPENING = re.compile(
    r"<(?P<tag>div|figure|dt|tr|li)\b(?P<attributes>[^>]*)>"
    r"|<(?:a|span)\b(?P<inner>[^>]*\bclass=\"(?:row-anchor|place)\"[^>]*)>"
)
_ATTRIBUTE = re.compile(r'\b(?P<name>id|class)="(?P<value>[^"]*)"')
_LINK = re.compile(r'<a\b(?P<attributes>[^>]*?\bhref="(?P<address>[^"]*#[^"]+)"[^>]*)>')
_ID = re.compile(r'\sid="([^"]*)"')
_USED = re.compile(r'(?:(?<=href="#)|(?<=url\(#))([^")]+)')
_SYMBOL = re.compile(r'(?<=<use )(?P<before>[^>]*?)xlink:href="#(?P<id>[^"]+)"')
_NOT_COPIED = re.compile(
    r'<a\b[^>]*\bclass="(?:headerlink|row-anchor|download)"[^>]*>.*?</a>'
    r'|<span class="place"[^>]*></span>|<bp-predict\b.*?</bp-predict>'
    r"|<script\b.*?</script>|</?bp-figure\b[^>]*>",
    re.DOTALL,
)
_SILENT = re.compile(r'\s(?:tabindex|data-search-[\w-]+|data-card)(?:="[^"]*")?(?=[\s>])')
_TAG = re.compile(r"<[^>]*>")
_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)


@dataclass
class Leaf:
    """A page of the book: its address, its title, its HTML, and where on it a card begins (id → place)."""

    url: str
    title: str
    html: str
    places: Mapping[str, tuple[int, str]] = field(init=False)

    def __post_init__(self) -> None:
        self.places = _places_of(self.html)

    def element(self, name: str) -> str:
        """Return the HTML of an element that has a card."""
        return _element(self.html, *self.places[name])

    def meaning(self, name: str) -> str:
        """Return the words that explain the word of a glossary."""
        start = self.html.find("<dd", self.places[name][0])
        return _TAG.sub("", _element(self.html, start, "dd")).strip() if start >= 0 else ""


@lru_cache(1024)
def _places_of(page: str) -> Mapping[str, tuple[int, str]]:
    return dict(_places(page))


def _places(page: str) -> Iterator[tuple[str, tuple[int, str]]]:
    """Yield (id, (place, tag)) of each element that a card may show.

    The id of an equation's row stands for the equation, that of a place in a table for its row.
    """
    around: tuple[int, str] | None = None
    for match in _OPENING.finditer(page):
        if match["tag"] is None:
            found = dict(_ATTRIBUTE.findall(match["inner"])).get("id")
            if found and around:
                yield found, around
            continue
        attributes = dict(_ATTRIBUTE.findall(match["attributes"]))
        classes = attributes.get("class", "").split()
        place = (match.start(), match["tag"])
        if "equation" in classes or match["tag"] == "tr":
            around = place
        elif match["tag"] == "div" and not ("admonition" in classes and set(_BOXES) & set(classes)):
            continue
        if "id" in attributes and not attributes["id"].startswith("fn:"):
            yield attributes["id"], place


@cache
def _tags(tag: str) -> re.Pattern[str]:
    return re.compile(rf"<(?P<end>/?){tag}\b[^>]*>")


def _element(page: str, place: int, tag: str) -> str:
    """Return the element that begins at a place, with all that it holds."""
    depth = 0
    for match in _tags(tag).finditer(page, place):
        depth += -1 if match["end"] else 1
        if depth == 0:
            return page[place : match.end()]
    raise ValueError(f"<{tag}> is never closed: {page[place : place + 80]}")


@lru_cache(4096)
def card(page: str, place: int, tag: str) -> str:
    """Return the HTML of a card: an element without what belongs to its page only."""
    text = _element(page, place, tag)
    if tag == "dt":
        meaning = page.find("<dd", place + len(text))
        text = f"<dl>{text}{_element(page, meaning, 'dd') if meaning >= 0 else ''}</dl>"
    elif tag == "tr":
        text = f"<table><tbody>{text}</tbody></table>"
    elif tag == "li":
        text = text[text.index(">") + 1 : text.rindex("<")]
    for element in ('class="check"', 'class="check exempt"'):
        while (found := text.find(f"<span {element}")) >= 0:
            text = text.replace(_element(text, found, "span"), "", 1)
    text = _SILENT.sub("", _NOT_COPIED.sub("", without_marks(text)))
    return _with_ids_of_its_own(_SVG.sub(lambda svg: _with_its_letters(svg[0], page), text))


def _with_its_letters(svg: str, page: str) -> str:
    """Return a drawing with the outlines that an earlier drawing of its page has brought along."""
    own = set(_ID.findall(svg))
    missing = dict.fromkeys(match["id"] for match in _SYMBOL.finditer(svg) if match["id"] not in own)
    outlines = [
        outline[0]
        for name in missing
        if (outline := re.search(rf'<path\b[^>]*\bid="{re.escape(name)}"[^>]*?/>', page))
    ]
    end = svg.index(">") + 1
    return f"{svg[:end]}<defs>{''.join(outlines)}</defs>{svg[end:]}" if outlines else svg


def _with_ids_of_its_own(text: str) -> str:
    """Keep the ids that the card itself refers to, under names that no page has."""
    inside = "".join(_SVG.findall(text))
    used = set(_USED.findall(inside)) & set(_ID.findall(inside))
    text = _ID.sub(lambda match: f' id="card-{match[1]}"' if match[1] in used else "", text)
    return _USED.sub(lambda match: f"card-{match[1]}" if match[1] in used else match[1], text)


def name_of(url: str) -> str:
    """Return the name of a page's file of cards: networks-four-equations for networks/four-equations/."""
    return url.removesuffix("index.html").removesuffix(".html").strip("/").replace("/", "-") or "index"


def _target(leaf: Leaf, address: str) -> tuple[str, str] | None:
    """Return (page, id) that a link leads to; None where it leads out of the book."""
    parts = urlsplit(html.unescape(address))
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return leaf.url, unquote(parts.fragment)
    folder = posixpath.dirname(leaf.url)
    path = posixpath.normpath(posixpath.join("/", folder, parts.path)).strip("/")
    return (f"{path}/" if parts.path.endswith("/") and path else path), unquote(parts.fragment)


def deal(leaves: Iterable[Leaf]) -> dict[str, str]:
    """Mark the links of all pages that lead to a card, and return the files of cards: address → JSON.

    A file holds the cards of one page that other pages lead to.
    """
    pages = {leaf.url: leaf for leaf in leaves}
    wanted: defaultdict[str, set[str]] = defaultdict(set)

    def marked(leaf: Leaf, match: re.Match[str]) -> str:
        found = _target(leaf, match["address"])
        classes = dict(_ATTRIBUTE.findall(match["attributes"])).get("class", "")
        if (
            found is None
            or found[0] not in pages
            or found[1] not in pages[found[0]].places
            or classes not in ("", "cited")
        ):
            return match[0]
        url, identifier = found
        if url != leaf.url:
            wanted[url].add(identifier)
        return f"<a{match['attributes']} data-card>"

    originals = {url: leaf.html for url, leaf in pages.items()}
    for leaf in pages.values():
        leaf.html = _LINK.sub(lambda match, leaf=leaf: marked(leaf, match), leaf.html)  # type: ignore[misc]
    return {
        f"{FOLDER}/{name_of(url)}.json": json.dumps(
            {
                "title": pages[url].title,
                "cards": {name: card(originals[url], *pages[url].places[name]) for name in sorted(names)},
            },
            ensure_ascii=False,
        )
        for url, names in sorted(wanted.items())
    }
