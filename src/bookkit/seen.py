r"""What a reader sees of a page: its Markdown, rendered with the book's own extensions, as plain text.

Entities are resolved, markup is gone, footnotes, tables, captions and titles are there, and so is what
readers hear: alternative texts and labels. Formulas, code spans and marked pieces leave one sign each.
`bookkit.source` knows the lines of the file, this module what becomes of them. What the two do not agree on,
such as a formula that one of them overlooks, is a fault.
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown
import pymdownx
import yaml

from bookkit.cache import Cache, fingerprint, fingerprint_files
from bookkit.given import Given, Verbatim
from bookkit.paths import ROOT
from bookkit.source import GENERATED, Fault, Page, PageError, stretches

FORMULA, CODE, GIVEN, VERBATIM, IMAGE = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
PIECES = f"[{FORMULA}-{IMAGE}]"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_INLINE = _words("a abbr b cite code del dfn em i img ins kbd mark q s small span strong sub sup u var wbr")
_BLOCKS = _words(
    "blockquote br caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section"
    " summary table tbody td tfoot th thead tr ul"
)
_EMPTY = {"br", "hr", "img", "wbr"}
_SILENT = _words(
    "id class href src width height role tabindex colspan rowspan align name rel target lang dir scope start"
    " datetime open for loading type download markdown"
)
_HEARD_ARIA = {"aria-label", "aria-description", "aria-valuetext", "aria-roledescription", "aria-placeholder"}
_ALIGNED = re.compile(r"\s*text-align:\s*(?:left|right|center);?\s*\Z")
_WRAPPED = re.compile(r"\A\s*\\[(\[](.*)\\[)\]]\s*\Z", re.DOTALL)
_INCLUSION = re.compile(r"^[ \t]*-+8<-+.*$", re.MULTILINE)
_TARGET = re.compile(r"[\"']([^\"']+)[\"'][ \t]*$")
_WORD = re.compile(r"[^\W_]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\ufe00-\ufe0f]")
_BLOCK = re.compile(r"^\s*///", re.MULTILINE)
_REVERSED = re.compile("[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Text:
    """A stretch of text without a break: a paragraph, a heading, a cell, an image's text.

    `lines` gives for every word's place in the text the line of the file, as (place, line).
    """

    text: str
    lines: tuple[tuple[int, int], ...]
    heard: bool = False

    def line(self, place: int) -> int:
        """Return the line of the file on which the text at a place stands."""
        index = bisect_left(self.lines, (place + 1,)) - 1
        return self.lines[max(index, 0)][1]


@dataclass(frozen=True)
class Code:
    """A code span: its text, its line, and whether the author has marked it."""

    text: str
    line: int
    marked: bool


@dataclass(frozen=True)
class Seen:
    """A page as readers see it; `given` are the marked data, `verbatim` the marked texts."""

    texts: tuple[Text, ...]
    codes: tuple[Code, ...]
    given: tuple[tuple[str, int], ...]
    verbatim: tuple[tuple[str, int], ...]
    faults: tuple[Fault, ...]


class _AnyTag(yaml.SafeLoader):
    """Reads mkdocs.yml without running its ``!ENV`` and ``!!python`` tags."""


_AnyTag.add_multi_constructor("", lambda loader, suffix, node: None)


@lru_cache(maxsize=1)
def _settings() -> tuple[list[str], dict[str, dict[str, Any]]]:
    """The book's Markdown extensions, without what runs and includes, and without permalinks."""
    listed = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader=_AnyTag)["markdown_extensions"]
    found: dict[str, dict[str, Any]] = {}
    for item in listed:
        name, options = next(iter(item.items())) if isinstance(item, dict) else (item, None)
        if name not in ("bookkit.markdown", "pymdownx.snippets"):
            found[name] = dict(options or {})
    found["toc"] = {}
    found["footnotes"] = {"BACKLINK_TEXT": "", "BACKLINK_TITLE": ""}
    return list(found), found


def _rendered(text: str) -> str:
    names, options = _settings()
    converter = markdown.Markdown(extensions=names, extension_configs=options)
    converter.inlinePatterns.register(Given(converter), "book-given", 175)
    converter.inlinePatterns.register(Verbatim(converter), "book-verbatim", 174)
    return converter.convert(text)


_PIECE = 400  # paragraphs: Python-Markdown looks at all that came before whenever one is added
_BEGINS = re.compile(
    r"#{1,6}\s|[^\W\d_]|[$`(“\"]"
)  # a heading or a paragraph, which belongs to nothing before it


def _pieces(text: str, fenced: frozenset[int]) -> Iterator[str]:
    """Cut a long page between paragraphs, so that the time it takes is in proportion to its length."""
    lines = text.split("\n")
    start, blocks, comments = 0, 0, 0
    for index in range(1, len(lines)):
        comments += lines[index - 1].count("<!--") - lines[index - 1].count("-->")
        if lines[index - 1].strip() or not lines[index].strip():
            continue
        blocks += 1
        whole = comments == 0 and index + 1 not in fenced and _BEGINS.match(lines[index])
        if blocks >= _PIECE and whole:
            yield _divided("\n".join(lines[start:index]))
            start, blocks = index, 0
    yield _divided("\n".join(lines[start:]))


_LONG = 4000  # characters of a paragraph: for each formula or code span, Python-Markdown copies all of it


def _divided(text: str) -> str:
    """Cut a paragraph of extraordinary length at blanks outside its formulas and code spans."""
    if len(text) < _LONG or max(map(len, re.split(r"\n[ \t]*\n", text))) < 4 * _LONG:
        return text
    whole = stretches(text)
    parts, last = [], 0
    while (at := text.find(" ", last + _LONG)) >= 0:
        around = bisect_left(whole, (at,)) - 1
        if around >= 0 and whole[around][1] > at:
            at = whole[around][1]
        parts.append(text[last:at])
        last = at
    return "\n\n".join([*parts, text[last:]])


class _Places:
    """Finds the lines of rendered words in the file: both have the same words in nearly the same order."""

    def __init__(self, text: str) -> None:
        self._source = text.split("\n")
        self._words: list[str] = []
        self._lines: list[int] = []
        for number, line in enumerate(self._source, start=1):
            for match in _WORD.finditer(line):
                self._words.append(match[0])
                self._lines.append(number)
        self._single: defaultdict[str, list[int]] = defaultdict(list)
        self._runs: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for place, word in enumerate(self._words):
            self._single[word].append(place)
            self._runs[tuple(self._words[place : place + 3])].append(place)
        self._position = 0

    def of(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return the line of each word of a text, as (place in the text, line)."""
        matches = list(_WORD.finditer(text))
        place = self._beginning([match[0] for match in matches])
        found = []
        for match in matches:
            following = self._after(self._single.get(match[0], []), place)
            if following is not None and following - place < 60:
                place = following
            found.append((match.start(), self._lines[place] if self._lines else 1))
            place = min(place + (following == place), max(len(self._words) - 1, 0))
        self._position = place
        return tuple(found) or ((0, self._lines[place] if self._lines else 1),)

    def line_of(self, needle: str, first: int) -> int:
        """Return the first line from one on that holds a piece of text; that one where none does."""
        for number in range(first, len(self._source) + 1):
            if needle in self._source[number - 1].lower():
                return number
        return first

    def _beginning(self, words: list[str]) -> int:
        for start in range(min(len(words), 12)):
            places = self._runs.get(tuple(words[start : start + 3]), [])
            for at in (self._position, 0):
                if (found := self._after(places, at)) is not None:
                    return max(found - start, 0)
        for word in words[:12]:
            if (found := self._after(self._single.get(word, []), self._position)) is not None:
                return found
        return self._position

    @staticmethod
    def _after(places: list[int], at: int) -> int | None:
        index = bisect_left(places, at)
        return places[index] if index < len(places) else None


class _Reader(HTMLParser):
    """Takes the rendered page apart."""

    def __init__(self, places: _Places) -> None:
        super().__init__(convert_charrefs=True)
        self.places = places
        self.texts: list[Text] = []
        self.codes: list[Code] = []
        self.blocks: list[tuple[str, int]] = []
        self.formulas: list[tuple[str, bool, int]] = []
        self.given: list[tuple[str, int]] = []
        self.verbatim: list[tuple[str, int]] = []
        self.faults: list[Fault] = []
        self._line = 1
        self._buffer: list[str] = []
        self._length = 0
        self._pieces: list[tuple[int, str, str, bool]] = []
        self._heard: list[str] = []
        self._kept: list[str] | None = None
        self._kind = ""
        self._depth = 0
        self._display = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self._look_at(tag, attributes)
        if self._kept is not None:
            self._depth += tag not in _EMPTY
            if tag == "code" and self._kind == VERBATIM:
                self._kept.append("`")
            return
        classes = attributes.get("class", "").split()
        kind = next((k for name, k in _KINDS if name in classes), "")
        kind = kind or {"pre": "pre", "code": CODE}.get(tag, "")
        if tag == "sup" and attributes.get("id", "").startswith("fnref:"):
            kind = "reference"
        if kind and tag not in _EMPTY:
            self._display = tag == "div"
            if kind == "pre" or self._display:
                self._flush()
            self._kind, self._kept, self._depth = kind, [], 1
        elif tag == "img":
            self._add(IMAGE)
        elif tag not in _INLINE:
            self._flush()

    def handle_endtag(self, tag: str) -> None:
        if self._kept is not None:
            self._depth -= tag not in _EMPTY
            if tag == "code" and self._kind == VERBATIM:
                self._kept.append("`")
            if self._depth == 0:
                text, self._kept = "".join(self._kept), None
                self._keep(self._kind, text)
        elif tag not in _INLINE:
            self._flush()

    def handle_data(self, data: str) -> None:
        if self._kept is None:
            self._add(data)
        else:
            self._kept.append(data)

    def _add(self, text: str) -> None:
        self._buffer.append(text)
        self._length += len(text)

    def handle_comment(self, data: str) -> None:
        """A comment is seen by no one."""

    def close(self) -> None:
        super().close()
        if self._kept is not None:
            self._keep(self._kind, "".join(self._kept))
        self._flush()

    def _keep(self, kind: str, text: str) -> None:
        if kind == "pre":
            first = next((line.strip() for line in text.split("\n") if line.strip()), "")
            self.blocks.append((text, self.places.line_of(first.lower(), self._line)))
        elif kind == "reference":
            if not text.strip().isdigit():
                self._add(text)
        else:
            self._pieces.append((self._length, kind, text, self._display))
            bare = _WRAPPED.match(text) if kind == FORMULA and not self._display else None
            self._add((bare and as_a_number(bare[1])) or kind)
            if kind == FORMULA and self._display:
                self._flush()

    def _flush(self) -> None:
        text, pieces, heard = "".join(self._buffer), self._pieces, self._heard
        self._buffer, self._pieces, self._heard, self._length = [], [], [], 0
        if not text.strip() and not pieces and not heard:
            return
        lined = Text(_INVISIBLE.sub("", text), self._lines_of(text, pieces))
        self._line = lined.line(len(text))
        if text.strip():
            self.texts.append(lined)
        for place, kind, content, display in pieces:
            line = lined.line(place)
            if kind == FORMULA:
                match = _WRAPPED.match(content)
                self.formulas.append((match[1].strip() if match else content, display, line))
            elif kind == CODE:
                self.codes.append(Code(content, line, False))
            elif kind == GIVEN:
                self.given.append((content, line))
            else:
                self.verbatim.append((content, line))
        for content in heard:
            self.texts.append(Text(_INVISIBLE.sub("", content), self.places.of(content), heard=True))

    def _lines_of(self, text: str, pieces: list[tuple[int, str, str, bool]]) -> tuple[tuple[int, int], ...]:
        """The lines of the words that are left, found with the help of those inside the pieces."""
        parts, marks, position, length = [], [], 0, 0
        for place, _, content, _ in pieces:
            parts += [text[position:place], " ", content, " "]
            length += place - position + 1
            marks.append((place, length, len(content)))
            length += len(content) + 1
            position = place + 1
        whole = "".join([*parts, text[position:]])
        found = []
        index, shift = 0, 0
        for place, line in self.places.of(whole):
            while index < len(marks) and place >= marks[index][1] + marks[index][2]:
                shift = marks[index][1] + marks[index][2] + 1 - (marks[index][0] + 1)
                index += 1
            inside = index < len(marks) and place >= marks[index][1]
            found.append((marks[index][0] if inside else place - shift, line))
        return tuple(found)

    def _look_at(self, tag: str, attributes: dict[str, str]) -> None:
        if tag not in _INLINE | _BLOCKS:
            self._complain(
                f"<{tag}",
                f"<{tag}> shows what cannot be checked. Mathematics is written between dollar signs",
            )
        elif tag in ("sub", "sup") and not attributes.get("id", "").startswith("fnref:"):
            self._complain(f"<{tag}", f"<{tag}> typesets by hand: write a formula between dollar signs")
        for name, value in attributes.items():
            if name.startswith("on") or name == "hidden" or (name == "style" and not _ALIGNED.match(value)):
                self._complain(name, f"the attribute {name} can show or hide what cannot be checked")
            elif name in ("src", "href") and re.match(r"\s*(?:data|javascript|vbscript):", value, re.I):
                self._complain(value.lower()[:10], f"the address {value[:30]!r} holds what cannot be checked")
            elif name in _HEARD_ARIA or not (
                name in _SILENT or name == "style" or name.startswith(("aria-", "data-"))
            ):
                self._heard.append(value)

    def _complain(self, needle: str, message: str) -> None:
        self.faults.append(Fault(self.places.line_of(needle, self._line), message))


_KINDS = (("arithmatex", FORMULA), ("given", GIVEN), ("verbatim", VERBATIM))


# A formula that is nothing but a number is read with its sentence: $201$ epochs.
_ONLY_A_NUMBER = re.compile(
    r"\s*(?P<sign>[-+]?)\s*(?P<number>\d[\d.]*(?:(?:\{,\}|\\,)\d{3})*(?:\.\d+)?)\s*(?P<percent>\\%)?\s*"
)


def as_a_number(latex: str) -> str | None:
    """Return an inline formula that is nothing but a number as a text shows it, None for all others."""
    match = _ONLY_A_NUMBER.fullmatch(latex)
    if match is None:
        return None
    number = re.sub(r"\{,\}|\\,", "\u202f", match["number"])
    return match["sign"].replace("-", "−") + number + ("%" if match["percent"] else "")


def squeeze(latex: str) -> str:
    """Return text with every stretch of blanks turned to one."""
    return re.sub(r"\s+", " ", latex).strip()


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
    folder = Path(__file__).parent
    own = fingerprint_files([folder / name for name in ("seen.py", "source.py", "given.py")])
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
    places = _Places(page.text)
    reader = _Reader(places)
    _few_open_brackets(page)
    for piece in _pieces(_INCLUSION.sub(_generated, page.text), page.fenced):
        reader.feed(_rendered(piece))
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


def _formulas(page: Page, reader: _Reader) -> Iterator[Fault]:
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


def _blocks(page: Page, reader: _Reader) -> Iterator[Fault]:
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


def folded(text: str) -> str:
    """Return a text with digits of all scripts as ASCII digits, and all blanks as plain ones."""
    return "".join(_FOLDED.get(c) or _fold(c) for c in text)


_FOLDED: dict[str, str] = {chr(code): chr(code) for code in range(32, 127)}


def _fold(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)
