"""The HTML of a page read as readers do: text with its lines, and one sign for each piece that is no text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from html.parser import HTMLParser

from bookkit.pages.source import Fault
from bookkit.seeing.parts import CODE, FORMULA, GIVEN, IMAGE, VERBATIM, Code, Text


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
_WORD = re.compile(r"[^\W_]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\ufe00-\ufe0f]")


class Places:
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


class Reader(HTMLParser):
    """Takes the rendered page apart."""

    def __init__(self, places: Places) -> None:
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
