r"""What a reader sees of a page: its Markdown, rendered with the book's own extensions, as plain text.

Entities are resolved, markup is gone, footnotes, tables, captions and titles are there, and so is what
readers hear: alternative texts and labels. Formulas, code spans and marked pieces leave one sign each.
`bookkit.pages.source` knows the lines of the file, this module what becomes of them. What the two do not
agree on, such as a formula that one of them overlooks, is a fault.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import astuple
from functools import lru_cache
from pathlib import Path
from typing import Any

import markdown
import pymdownx

from bookkit.keeping.cache import Cache, fingerprint, fingerprint_files
from bookkit.pages.source import GENERATED, Fault, Page, PageError
from bookkit.paths import ROOT
from bookkit.seeing.parts import Code, Seen, Text, squeeze
from bookkit.seeing.reader import Places, Reader
from bookkit.seeing.rendering import pieces, rendered

_INCLUSION = re.compile(r"^[ \t]*-+8<-+.*$", re.MULTILINE)
_TARGET = re.compile(r"[\"']([^\"']+)[\"'][ \t]*$")
_BLOCK = re.compile(r"^\s*///", re.MULTILINE)
_REVERSED = re.compile("[\u202a-\u202e\u2066-\u2069]")


def _generated(match: re.Match[str]) -> str:
    """A table that the press writes is no text of the author; its line is left empty."""
    target = _TARGET.search(match[0])
    return "" if target and GENERATED.match(target[1]) else match[0]


def _inclusions(page: Page) -> Iterator[Fault]:
    """An inclusion outside a fence would bring in text that nothing has read."""
    for number, line in enumerate(page.text.split("\n"), start=1):
        match = None if number in page.fenced else _INCLUSION.match(line)
        if match is not None and _generated(match):
            yield Fault(number, f"{line.strip()}: a file is included inside a fence, as a listing")


def look_at(page: Page) -> Seen:
    """Render a page and read it, as its readers do; what was seen is kept as long as the page is the same."""
    cache = Cache("seen")
    words = [str(page.front_matter.get(key)) for key in ("title", "description")]
    key = fingerprint(page.text, *words, _own_fingerprint())
    kept = cache.get(key)
    if kept is not None:
        try:
            return _restored(json.loads(kept))
        except (ValueError, TypeError):
            pass  # damaged: it is made again
    seen = _look(page)
    cache.put(key, json.dumps(astuple(seen)))
    return seen


def _restored(parts: list[Any]) -> Seen:
    texts, codes, given, verbatim, faults = parts
    return Seen(
        tuple(
            Text(text, tuple((place, line) for place, line in lines), heard) for text, lines, heard in texts
        ),
        tuple(Code(*code) for code in codes),
        tuple((text, line) for text, line in given),
        tuple((text, line) for text, line in verbatim),
        tuple(Fault(*fault) for fault in faults),
    )


@lru_cache(maxsize=1)
def _own_fingerprint() -> str:
    """Changes whenever pages are read or rendered in another way."""
    names = [Path(__file__).parents[1] / "pages" / name for name in ("source.py", "given.py")]
    own = fingerprint_files([*names, *Path(__file__).parent.glob("*.py")])
    return fingerprint(own, (ROOT / "mkdocs.yml").read_bytes(), markdown.__version__, pymdownx.__version__)


_MOST_OPEN = 200  # brackets: for each that is open, Python-Markdown reads on to the end of the paragraph


def _few_open_brackets(page: Page) -> None:
    """Refuse a paragraph that would take Python-Markdown minutes."""
    depth = 0
    for number, line in enumerate(page.text.split("\n"), start=1):
        if not line.strip(" \t>") or number in page.fenced:
            depth = 0
            continue
        for character in line:
            depth += (character == "[") - (character == "]" and depth > 0)
            if depth > _MOST_OPEN:
                message = (
                    f"a paragraph with more than {_MOST_OPEN} brackets [ that are open at once: close them"
                )
                raise PageError(page.path, number, message)


def _look(page: Page) -> Seen:
    places = Places(page.text)
    reader = Reader(places)
    _few_open_brackets(page)
    for piece in pieces(_INCLUSION.sub(_generated, page.text), page.fenced):
        reader.feed(rendered(piece))
    reader.close()
    faults = [*reader.faults, *_inclusions(page), *_formulas(page, reader), *_blocks(page, reader)]
    for key in ("title", "description"):
        if value := page.front_matter.get(key):
            reader.texts.append(Text(value, ((0, 1),), heard=True))
    for text in reader.texts:
        if found := _REVERSED.search(text.text):
            faults.append(Fault(text.line(found.start()), "a sign that reverses the text cannot be checked"))
        if found := _BLOCK.search(text.text):
            faults.append(
                Fault(text.line(found.start()), "/// begins or ends no block here: see how it is written")
            )
    return Seen(
        tuple(reader.texts), tuple(reader.codes), tuple(reader.given), tuple(reader.verbatim), tuple(faults)
    )


def _formulas(page: Page, reader: Reader) -> Iterator[Fault]:
    """Formulas that the file holds and readers do not see as such, and the other way round."""
    waiting: defaultdict[tuple[str, bool], list[int]] = defaultdict(list)
    for equation in reversed(page.equations):
        waiting[squeeze(equation.latex), equation.display].append(equation.line)
    for latex, display, line in reader.formulas:
        if waiting[squeeze(latex), display]:
            waiting[squeeze(latex), display].pop()
        else:
            yield Fault(line, f"the page shows a formula that was not found in its file: {squeeze(latex)}")
    for (latex, display), lines in waiting.items():
        remedy = "put $$ on lines of their own, blank lines around" if display else "look at its dollar signs"
        for line in lines:
            yield Fault(line, f"this formula would not be typeset ({remedy}): {latex}")


def _blocks(page: Page, reader: Reader) -> Iterator[Fault]:
    """Blocks of code that are no fence of the file, and fences that are no blocks of code."""
    fences = Counter(_bare(fence.text) for fence in page.fences)
    for text, line in reader.blocks:
        if fences[_bare(text)] > 0:
            fences[_bare(text)] -= 1
        else:
            yield Fault(line, "text that is shifted by four blanks is shown as code. Code is put in a fence")
    for fence in page.fences:
        if fences[_bare(fence.text)] > 0:
            fences[_bare(fence.text)] -= 1
            yield Fault(fence.line, "this fence is shown as text: put blank lines around it, or shift it")


def _bare(text: str) -> str:
    return re.sub(r"[\s>]+", "", text)
