"""What stands in a Markdown page, and on which line: equations, prose, listings.

The press typesets what Python-Markdown makes of a page; messages to authors need lines of the file.
This module reads the file itself. The press compares both, so that an equation that one of them
overlooks stops the build (`bookkit.maths`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bookkit import labs


class PageError(ValueError):
    """A page that cannot be read, or a mistake in it, named by file and line."""

    def __init__(self, path: Path | str, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")
        self.path = Path(path)
        self.line = line
        self.message = message


@dataclass(frozen=True)
class Equation:
    """One formula of a page: its LaTeX as the author wrote it, and where it begins."""

    latex: str
    line: int
    display: bool
    label: str | None = None
    tag: str | None = None


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
class Page:
    """One Markdown file, taken apart."""

    path: Path
    front_matter: dict[str, Any]
    equations: tuple[Equation, ...]
    prose: tuple[Prose, ...]
    fences: tuple[Fence, ...]
    listings: tuple[Listing, ...] = field(default=())
    captions: tuple[Caption, ...] = field(default=())


_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FENCE = re.compile(r"^(?P<indent>[ \t>]*)(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^\n`]*)$", re.MULTILINE)
_INCLUDE = re.compile(r"^\s*-{1,}8<-{1,}\s+[\"'](?P<target>[^\"']+)[\"']\s*$")
_CODE_SPAN = re.compile(
    r"(?<![\\`])(?P<ticks>`+)(?!`)(?P<code>(?:(?!\n[ \t]*\n).)+?)(?<!`)(?P=ticks)(?!`)", re.DOTALL
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>")
_TARGET = re.compile(
    r"(?<=\])\((?:[^()\n]|\([^()\n]*\))*\)|(?<=\])\[[^\]\n]*\]|^[ ]{0,3}\[(?!\^)[^\]\n]+\]:.*$", re.MULTILINE
)
_TITLE = re.compile(r"""title=(?P<quote>["'])(?P<title>.*?)(?P=quote)""")
_MATHS = re.compile(
    r"(?<![\\$])\$\$(?P<display>(?:\\.|[^\\$])+?)\$\$"
    r"|^[ \t>]*\\\[(?P<square>.+?)\\\]"
    r"|^[ \t>]*(?P<begin>\\begin\{(?P<env>[a-z]+\*?)\}.+?\\end\{(?P=env)\})"
    r"|(?<![\\$])\$(?!\s)(?P<inline>(?:\\.|[^\\$])+?)(?<!\s)\$"
    r"|(?<!\\)\\\((?P<round>.+?)\\\)",
    re.DOTALL | re.MULTILINE,
)
_CAPTION = re.compile(
    r"^[ \t]*/{3,}[ \t]*figure-caption\b[^\n]*(?P<options>(?:\n[ \t]+\S[^\n]*)*)", re.MULTILINE
)
_ID = re.compile(r"\bid:\s*[\"']?([\w-]+)")
_LABEL = re.compile(r"\\label\{([^{}]*)\}")
_TAG_COMMAND = re.compile(r"\\tag\*?\{([^{}]*)\}")


def _blank(text: str, start: int, end: int) -> str:
    """Return `text` with a stretch turned to spaces, its line breaks kept."""
    return text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _take_front_matter(path: Path, text: str) -> tuple[dict[str, Any], str]:
    match = _FRONT_MATTER.match(text)
    if not match:
        return {}, text
    try:
        data = yaml.safe_load(match[1] or "")
    except yaml.YAMLError as error:
        raise PageError(path, 1, f"the front matter is not YAML: {error}") from None
    if data is not None and not isinstance(data, dict):
        raise PageError(path, 1, f"the front matter must be `key: value` lines, not {data!r}")
    return data or {}, _blank(text, 0, match.end())


def _take_fences(path: Path, text: str) -> tuple[list[Fence], str]:
    fences: list[Fence] = []
    position = 0
    while match := _FENCE.search(text, position):
        mark = match["fence"]
        close = re.compile(rf"^[ \t>]*{re.escape(mark[0])}{{{len(mark)},}}[ \t]*$", re.MULTILINE)
        end = close.search(text, match.end())
        if end is None:
            raise PageError(path, _line(text, match.start()), f"the fence {mark} is never closed")
        info = match["info"].strip()
        title = _TITLE.search(info)
        language = re.split(r"[\s{]", info, maxsplit=1)[0] if info else ""
        inside = text[match.end() + 1 : end.start()]
        fences.append(Fence(language, title["title"] if title else None, _line(text, match.start()), inside))
        text = _blank(text, match.start(), end.end())
        position = end.end()
    return fences, text


def _listings(fences: list[Fence]) -> list[Listing]:
    return [
        Listing(include["target"], fence.line + offset, fence.language, fence.title)
        for fence in fences
        for offset, line in enumerate(fence.text.splitlines(), start=1)
        if (include := _INCLUDE.match(line))
    ]


def _take_equations(text: str) -> tuple[list[Equation], str]:
    equations: list[Equation] = []
    prose = text
    for match in _MATHS.finditer(text):
        name = next(n for n in ("display", "square", "begin", "inline", "round") if match[n] is not None)
        latex = match[name]
        label, tag = _LABEL.search(latex), _TAG_COMMAND.search(latex)
        lead = len(latex) - len(latex.lstrip())
        equations.append(
            Equation(
                latex=latex.strip(),
                line=_line(text, match.start(name) + lead),
                display=name not in ("inline", "round"),
                label=label[1] if label else None,
                tag=tag[1] if tag else None,
            )
        )
        prose = _blank(prose, match.start(), match.end())
    return equations, prose


def _captions(text: str) -> list[Caption]:
    captions = []
    for match in _CAPTION.finditer(text):
        identifier = _ID.search(match["options"])
        captions.append(Caption(identifier[1] if identifier else None, _line(text, match.start())))
    return captions


def parse_page(path: Path, text: str) -> Page:
    """Take a page's text apart; `path` is named in messages.

    Raises PageError for front matter that is no YAML mapping and for a fence that is never closed.
    """
    front_matter, rest = _take_front_matter(path, text.replace("\r\n", "\n"))
    fences, rest = _take_fences(path, rest)
    for pattern in (_COMMENT, _CODE_SPAN):
        for match in pattern.finditer(rest):
            rest = _blank(rest, match.start(), match.end())
    captions = _captions(rest)
    equations, rest = _take_equations(rest)
    for pattern in (_TARGET, _TAG):
        for match in pattern.finditer(rest):
            rest = _blank(rest, match.start(), match.end())
    prose = tuple(Prose(t.rstrip(), n) for n, t in enumerate(rest.splitlines(), start=1) if t.strip())
    return Page(
        path, front_matter, tuple(equations), prose, tuple(fences), tuple(_listings(fences)), tuple(captions)
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


def read_page(path: Path | str) -> Page:
    """Read and take apart one page.

    Raises PageError, naming the file, where it is missing, is no UTF-8 text or is malformed.
    """
    path = Path(path)
    return parse_page(path, text_of(path))
