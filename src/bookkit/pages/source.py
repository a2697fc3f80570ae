"""What stands in a Markdown page, and on which line: equations, prose, listings.

The press typesets what Python-Markdown makes of a page; messages to authors need lines of the file.
This module reads the file itself. Both are compared, in the build (`bookkit.markdown.maths`) and by the
command (`bookkit.seeing.seen`), so that an equation that one of them overlooks is an error.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from bookkit.pages import doubled
from bookkit.programs import labs


class PageError(ValueError):
    """A page that cannot be read, or a mistake in it, named by file and line."""

    def __init__(self, path: Path | str, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")
        self.path = Path(path)
        self.line = line
        self.message = message


@dataclass(frozen=True)
class Equation:
    """One formula of a page: its LaTeX as the author wrote it, and where it begins.

    In other people's books, one that may be an assumption by where it stands is ``supposing``, and one beside
    which words of its sentence suppose something ``in_words``.
    """

    latex: str
    line: int
    display: bool
    label: str | None = None
    tag: str | None = None
    supposing: bool = False
    in_words: bool = False


@dataclass(frozen=True)
class Prose:
    """One line of running text; code, formulas, link targets and HTML are blanked out."""

    text: str
    line: int


@dataclass(frozen=True)
class Listing:
    """An inclusion `--8<-- "target"` inside a fence; `title` is the fence's title."""

    target: str
    line: int
    language: str
    title: str | None


@dataclass(frozen=True)
class Fence:
    """A fenced block: its language, title, first line and the text between the fences."""

    language: str
    title: str | None
    line: int
    text: str


@dataclass(frozen=True)
class Caption:
    """A figure's caption block: its id, if it has one, and its first line."""

    identifier: str | None
    line: int


@dataclass(frozen=True)
class Fault:
    """What is wrong with a page beside its equations and numbers: the line, and what to do."""

    line: int
    message: str


@dataclass(frozen=True)
class Page:
    """One Markdown file, taken apart; `text` is its Markdown, front matter blanked."""

    path: Path
    front_matter: dict[str, Any]
    equations: tuple[Equation, ...]
    prose: tuple[Prose, ...]
    fences: tuple[Fence, ...]
    listings: tuple[Listing, ...] = field(default=())
    captions: tuple[Caption, ...] = field(default=())
    text: str = field(default="", repr=False)
    faults: tuple[Fault, ...] = field(default=())

    @cached_property
    def fenced(self) -> frozenset[int]:
        """The lines inside fences."""
        fences = self.fences
        return frozenset(f.line + n for f in fences for n in range(1, f.text.count("\n") + 1))

    @cached_property
    def section_starts(self) -> tuple[int, ...]:
        """The lines on which a section begins: those of headings and of exercises."""
        lines = enumerate(self.text.split("\n"), start=1)
        return tuple(number for number, line in lines if _SECTION.match(line) and number not in self.fenced)


GENERATED = re.compile(
    r"(?:notation|checked|reference|formulas|teaching|lessons)\.[\w-]+\Z"
)  # the tables that the press writes into a page
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_SECTION = re.compile(r"#{1,6}\s|!!! exercise\b")
_FENCE = re.compile(r"^(?P<indent>[ \t>]*)(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^\n`]*)$", re.MULTILINE)
_INCLUDE = re.compile(r"^\s*-{1,}8<-{1,}\s+[\"'](?P<target>[^\"']+)[\"']\s*$")
_OPENING = re.compile(r"<!--|(?<!\\)`+")
_BLANK_LINE = re.compile(r"\n[ \t>]*(?=\n)")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>")
_TARGET = re.compile(
    r"(?<=\])\((?:[^()\n]|\([^()\n]*\))*\)|(?<=\])\[[^\]\n]*\]|^[ ]{0,3}\[(?!\^)[^\]\n]+\]:.*$", re.MULTILINE
)
_TITLE = re.compile(r"""title=(?P<quote>["'])(?P<title>.*?)(?P=quote)""")
# A formula ends with its paragraph, and holds no sign that would begin it once more: so each place of the
# text is looked at once.
_GO_ON = r"(?!\n[ \t>]*\n)"
_MATHS = re.compile(
    r"^(?P<lead>[ \t>]*(?:(?:[-*+]|\d+[.)]|:)[ \t]+|\[\^[^\]\n]+\]:[ \t]*)?)"
    rf"\$\$(?P<display>(?:{_GO_ON}(?!\$\$)(?:\\.|[^\\]))+?)\$\$[ \t]*$"
    rf"|^[ \t>]*\\\[(?P<square>(?:{_GO_ON}(?!\\[\[\]])(?:\\.|[^\\]))+?)\\\]"
    r"|^[ \t>]*(?P<begin>\\begin\{(?P<env>[a-z]+\*?)\}"
    rf"(?:{_GO_ON}(?!\\begin\{{(?P=env)\}})(?:\\.|[^\\]))+?\\end\{{(?P=env)\}})"
    rf"|(?<![\\$])(?:\\\\)*\$(?!\s)(?P<inline>(?:{_GO_ON}(?:\\.|[^\\$]))+?)(?<!\s)\$"
    rf"|(?<!\\)(?:\\\\)*\\\((?P<round>(?:{_GO_ON}(?!\\[()])(?:\\.|[^\\]))+?)\\\)",
    re.DOTALL | re.MULTILINE,
)
_LEFT_OVER = re.compile(r"(?<!\\)(?:\\\\)*(?P<mark>\$\$?|\\[()\[\]](?![(\[])|\\(?:begin|end)\{)")
_MATHS_ELSEWHERE, _LEFT_OVER_ELSEWHERE = doubled.formulas(_MATHS, _GO_ON), doubled.left_over(_LEFT_OVER)
_QUOTED = re.compile(r"^[ \t]*>[ \t>]*", re.MULTILINE)
_CAPTION = re.compile(
    r"^[ \t]*/{3,}[ \t]*figure-caption\b[^\n]*(?P<options>(?:\n[ \t]+\S[^\n]*)*)", re.MULTILINE
)
_ID = re.compile(r"\bid:\s*[\"']?([\w-]+)")
_LABEL = re.compile(r"\\label\{([^{}]*)\}")
_TAG_COMMAND = re.compile(r"\\tag\*?\{([^{}]*)\}")


_NOT_A_BREAK = re.compile(r"[^\n]")


def _spaces(text: str) -> str:
    """Return a stretch turned to spaces, its line breaks kept."""
    return _NOT_A_BREAK.sub(" ", text)


def _without(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """Return a text with stretches, given in their order, turned to spaces."""
    parts, position = [], 0
    for start, end in stretches:
        parts += [text[position:start], _spaces(text[start:end])]
        position = end
    return "".join([*parts, text[position:]])


class _Lines:
    """The line on which a place of the text stands."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def __call__(self, position: int) -> int:
        return bisect_right(self._starts, position)


def _take_front_matter(path: Path, text: str, of_this_book: bool) -> tuple[dict[str, Any], str]:
    match = _FRONT_MATTER.match(text)
    if not match:
        return {}, text
    try:
        data = yaml.safe_load(match[1] or "")
    except (yaml.YAMLError, ValueError, ArithmeticError, TypeError, RecursionError) as error:
        raise PageError(path, 1, f"the front matter is not YAML: {error}") from None
    if data is not None and not isinstance(data, dict):
        raise PageError(path, 1, f"the front matter must be `key: value` lines, not {str(data)[:80]!r}")
    for key in ("title", "description", "notation", "quoted_code") if of_this_book else ("notation",):
        if data and key in data and not isinstance(data[key], str | None):
            kind = type(data[key]).__name__
            raise PageError(path, 1, f"the front matter's {key} must be a text, and is of type {kind}")
    return data or {}, _without(text, [(0, match.end())])


def _take_fences(path: Path, text: str, line: _Lines) -> tuple[list[Fence], str]:
    fences: list[Fence] = []
    stretches: list[tuple[int, int]] = []
    position = 0
    while match := _FENCE.search(text, position):
        mark = match["fence"]
        close = re.compile(rf"^[ \t>]*{re.escape(mark[0])}{{{len(mark)},}}[ \t]*$", re.MULTILINE)
        end = close.search(text, match.end())
        if end is None:
            raise PageError(path, line(match.start()), f"the fence {mark} is never closed")
        info = match["info"].strip()
        title = _TITLE.search(info)
        language = re.split(r"[\s{]", info, maxsplit=1)[0] if info else ""
        inside = text[match.end() + 1 : end.start()]
        fences.append(Fence(language, title["title"] if title else None, line(match.start()), inside))
        stretches.append((match.start(), end.end()))
        position = end.end()
    return fences, _without(text, stretches)


def _listings(fences: list[Fence]) -> list[Listing]:
    return [
        Listing(include["target"], fence.line + offset, fence.language, fence.title)
        for fence in fences
        for offset, line in enumerate(fence.text.splitlines(), start=1)
        if (include := _INCLUDE.match(line))
    ]


def _take_equations(text: str, line: _Lines, maths: re.Pattern[str]) -> tuple[list[Equation], str]:
    equations: list[Equation] = []
    stretches: list[tuple[int, int]] = []
    for match in maths.finditer(text):
        parts = match.groupdict()
        name = next(n for n in parts if n not in ("lead", "env") and parts[n] is not None)
        first = text.rfind("\n", 0, match.start(name)) + 1
        latex = match[name]
        if _QUOTED.match(text, first):
            latex = _QUOTED.sub("", latex)
        latex = doubled.as_typeset(latex) if name in (doubled.ROUND, doubled.SQUARE) else latex
        label, tag = _LABEL.search(latex), _TAG_COMMAND.search(latex)
        lead = len(match[name]) - len(match[name].lstrip(" \t\n>" if latex != match[name] else None))
        equations.append(
            Equation(
                latex=latex.strip(),
                line=line(match.start(name) + lead),
                display=name not in ("inline", "round", doubled.ROUND),
                label=label[1] if label else None,
                tag=tag[1] if tag else None,
            )
        )
        stretches.append((match.end("lead") if match["lead"] else match.start(), match.end()))
    return equations, _without(text, stretches)


def _hidden(text: str) -> Iterator[tuple[int, int]]:
    """Comments and code spans: whichever begins first hides the other; `<!--` in code is no comment."""
    runs = [(match.start(), match.end()) for match in re.finditer("`+", text)]
    closing: defaultdict[int, list[int]] = defaultdict(list)
    for start, end in runs:
        closing[end - start].append(start)
    breaks = [match.start() for match in _BLANK_LINE.finditer(text)]
    position, uncommented = 0, False
    while match := _OPENING.search(text, position):
        position = match.end()
        if match[0] == "<!--":
            end = -1 if uncommented else text.find("-->", match.end())
            uncommented = end < 0
            if not uncommented:
                position = end + 3
                yield match.start(), position
            continue
        same = closing[match.end() - match.start()]
        place = bisect_left(same, match.end())
        following = bisect_left(breaks, match.end())
        paragraph = breaks[following] if following < len(breaks) else len(text)
        if place < len(same) and same[place] < paragraph:
            position = same[place] + len(match[0])
            yield match.start(), position


def stretches(text: str) -> list[tuple[int, int]]:
    """Return where comments, code spans and formulas begin and end, in their order."""
    hidden = list(_hidden(text))
    return sorted([*hidden, *(match.span() for match in _MATHS.finditer(_without(text, hidden)))])


def _left_over(text: str, line: _Lines, signs: re.Pattern[str]) -> list[Fault]:
    """Signs that begin or end a formula where none was found: what stands there is read by nothing."""
    return [
        Fault(
            line(match.start(match.lastgroup or 0)),
            f"{match[match.lastgroup or 0]} begins or ends no formula here. A formula ends in its paragraph;"
            " $$ takes lines of its own, with blank lines around; a dollar is written \\$",
        )
        for match in signs.finditer(text)
    ]


def _captions(text: str, line: _Lines) -> list[Caption]:
    captions = []
    for match in _CAPTION.finditer(text):
        identifier = _ID.search(match["options"])
        captions.append(Caption(identifier[1] if identifier else None, line(match.start())))
    return captions


def _without_matches(text: str, pattern: re.Pattern[str]) -> str:
    return _without(text, (match.span() for match in pattern.finditer(text)))


def parse_page(path: Path, text: str, of_this_book: bool = True) -> Page:
    """Take a page's text apart; `path` is named in messages. It takes time in proportion to the text.

    A page that is not of this book may say in its front matter what it likes, but for the notation.
    Raises PageError for front matter that is no YAML mapping and for a fence that is never closed.
    """
    front_matter, whole = _take_front_matter(path, text.replace("\r\n", "\n"), of_this_book)
    line = _Lines(whole)
    fences, rest = _take_fences(path, whole, line)
    rest = _without(rest, _hidden(rest))
    captions = _captions(rest, line)
    equations, rest = _take_equations(rest, line, _MATHS if of_this_book else _MATHS_ELSEWHERE)
    faults = _left_over(rest, line, _LEFT_OVER if of_this_book else _LEFT_OVER_ELSEWHERE)
    rest = _without_matches(_without_matches(rest, _TARGET), _TAG)
    prose = tuple(Prose(t.rstrip(), n) for n, t in enumerate(rest.split("\n"), start=1) if t.strip())
    return Page(
        path,
        front_matter,
        tuple(equations),
        prose,
        tuple(fences),
        tuple(_listings(fences)),
        tuple(captions),
        whole,
        tuple(faults),
    )


def line_with(path: Path, text: str) -> int:
    """Return the number of the first line of a file that holds a text; 1 where none does."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, start=1) if text in line), 1)


def text_of(path: Path) -> str:
    """Return the Markdown of a page; of a lab, that of its Markdown cells, on the same lines.

    Raises PageError, naming the file, where it is missing or is no UTF-8 text.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise PageError(path, 1, f"the page cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise PageError(
            path, 1, f"the page is not UTF-8 text: {error.reason} at byte {error.start}"
        ) from None
    return labs.as_markdown(text) if labs.is_lab(path) else text


_taken_apart: dict[Path, tuple[str, Page]] = {}  # each page as it was last read


def read_page(path: Path | str) -> Page:
    """Read and take apart one page; as long as its text stays the same, it is taken apart once.

    Raises PageError, naming the file, where it is missing, is no UTF-8 text or is malformed.
    """
    path = Path(path)
    text = text_of(path)
    known = _taken_apart.get(path)
    if known is None or known[0] != text:
        known = _taken_apart[path] = text, parse_page(path, text)
    return known[1]
