"""Fonts: which a page's formulas need at once, and no more letters and weights than the book uses."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import fontTools
from fontTools import subset, ttLib
from fontTools.varLib import instancer

from bookkit.keeping.cache import Cache, fingerprint, write_whole
from bookkit.typesetting.katex import find_katex

_KEYBOARD = set(map(chr, range(0x20, 0x7F)))  # a reader may type these into the search
_SOURCE = Path(__file__).read_text(encoding="utf-8")
_FORMULA = re.compile(r'<span\b[^>]*\bclass="katex-html"')
_TEMPLATE = re.compile(r"<template\b.*?</template>", re.DOTALL)
_DETAILS = re.compile(r"<(?P<end>/?)details\b(?P<attributes>[^>]*)>")
_SPAN = re.compile(r"<(?P<end>/?)span\b")
_CLASS = re.compile(r'class="([^"]*)"')
_PIECE = re.compile(
    r"<(?P<end>/?)span\b(?:[^>]*?\bclass=\"(?P<classes>[^\"]*)\")?[^>]*>"
    r"|<[^>]*>|(?P<text>[^<]+)"
)
_RULE = re.compile(r"(?P<selectors>\.katex [^{}@]+)\{(?P<style>[^{}]*font-(?:family|style|weight)[^{}]*)\}")
_FAMILY = re.compile(r"font-family:\s*KaTeX_(\w+)")


@cache
def rules() -> tuple[tuple[frozenset[str], str], ...]:
    """Return what KaTeX's stylesheet says: (classes that one element has together, the font it gets).

    Raises MissingPieceError where KaTeX is not installed.
    """
    css = (find_katex().parent / "katex.css").read_text(encoding="utf-8")
    return tuple(
        (classes, _font(rule["style"]))
        for rule in _RULE.finditer(css)
        for selector in rule["selectors"].split(",")
        if (classes := frozenset(_styled(selector).split(".")[1:])) and classes != {"katex"}
    )


def _styled(selector: str) -> str:
    """Return the last part of a selector that names classes, as `.delimsizing.size1`."""
    return next(part for part in reversed(selector.split()) if part.startswith("."))


def _font(style: str) -> str:
    family = _FAMILY.search(style)
    weight = ("Bold" if "bold" in style else "") + ("Italic" if "italic" in style else "")
    return f"{family[1] if family else 'Main'}-{weight or 'Regular'}"


def needed_fonts(page: str) -> list[str]:
    """Return the names of the fonts that the formulas in a page's HTML use, before a solution is opened.

    Letters and digits without a class of their own are in Main-Regular.
    """
    needed: set[str] = set()
    for formula in _formulas(_without_closed(page)):
        needed.add("Main-Regular")
        for match in _CLASS.finditer(formula):
            classes = frozenset(match[1].split())
            needed |= {font for rule, font in rules() if rule <= classes}
    return sorted(needed)


def preloads(names: Iterable[str], folder: str) -> str:
    """Return the links by which a page asks early for these fonts, given the address of their folder."""
    return "".join(
        f'<link rel="preload" href="{folder}/KaTeX_{name}.woff2" as="font" type="font/woff2" crossorigin>'
        for name in names
    )


def _without_closed(page: str) -> str:
    """Return a page's HTML without what is closed or kept for later: no fonts are fetched for it."""
    page = _TEMPLATE.sub("", page)
    kept, depth, start = [], 0, 0
    for tag in _DETAILS.finditer(page):
        if tag["end"] and depth:
            depth -= 1
            start = tag.end()
        elif tag["end"]:
            continue
        elif depth or not re.search(r"\bopen\b", tag["attributes"]):
            if depth == 0:
                kept.append(page[start : tag.start()])
            depth += 1
    return "".join(kept) + (page[start:] if depth == 0 else "")


def letters(page: str) -> dict[str, set[str]]:
    """Return the characters of the formulas in a page's HTML, by the font that each is in."""
    found: dict[str, set[str]] = {}
    for formula in _formulas(page):
        open_spans = ["Main-Regular"]
        for piece in _PIECE.finditer(formula):
            if piece["text"] is not None:
                found.setdefault(open_spans[-1], set()).update(html.unescape(piece["text"]))
            elif piece["end"] is None:
                continue  # a root's hook or a wide accent, which is drawn
            elif piece["end"]:
                open_spans.pop()
            else:
                open_spans.append(_font_of(piece["classes"] or "", open_spans[-1]))
    return found


def letters_of(font: str, found: Mapping[str, set[str]]) -> set[str]:
    """Return what a font has to hold: its own letters, and all where no rule says which are its own."""
    if font in {name for _, name in rules()} | {"Main-Regular"}:
        return found.get(font, set()) | {" "}
    return set().union(*found.values()) | {" "}


@cache
def _font_of(classes: str, inherited: str) -> str:
    """Return the font of an element: that of the last rule for its classes, else that around it."""
    own = frozenset(classes.split())
    fonts = [font for rule, font in rules() if rule <= own]
    return fonts[-1] if fonts else inherited


def _formulas(page: str) -> Iterator[str]:
    """Yield the HTML of each formula, from its first span to the span that closes it."""
    for start in _FORMULA.finditer(page):
        depth = 0
        for tag in _SPAN.finditer(page, start.start()):
            depth += -1 if tag["end"] else 1
            if depth == 0:
                yield page[start.start() : tag.start()]
                break


def text_letters(page: str) -> set[str]:
    """Return the characters of a page's HTML, and those of a keyboard."""
    return _KEYBOARD | {letter for letter in set(html.unescape(page)) if letter.isprintable()}


def shrink(font: Path, characters: Iterable[str], weights: tuple[int, int] | None = None) -> tuple[int, int]:
    """Keep only these characters in a font file, and this part of its weights; return both sizes."""
    whole = font.read_bytes()
    text = "".join(sorted(characters))
    store, key = Cache("fonts"), fingerprint(fontTools.version, _SOURCE, text, repr(weights), whole)
    part = store.made_bytes(key, lambda: _subset(whole, text, weights))
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
