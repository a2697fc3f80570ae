"""Reference pages that the press writes: the sheet of all formulas, the index of all symbols."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from bookkit import notations
from bookkit.pages.desk import Sheet
from bookkit.pages.numbering import split_rows
from bookkit.pages.source import Equation, Page, PageError, read_page, text_of
from bookkit.proof.page import notation_of
from bookkit.typesetting.latex import readable

FORMULAS = "formula-sheet"  # the folder with a page for each part
_TITLE = re.compile(r"^# (?P<title>.+?)\s*(?:\{#[\w-]+\})?\s*$", re.MULTILINE)
_HEADING = re.compile(r"#{2,6} (?P<title>.+?)\s*(?:\{[^{}]*\})?\s*\Z")
_BOX = re.compile(r"[ \t]*(?:!!!|\?\?\?\+?) (?:definition|theorem) \"(?P<title>[^\"]+)\"")
_WORDS = re.compile(r"\\(?:text|operatorname\*?|begin|end|label|tag\*?)\{[^{}]*\}|%[^\n]*")
_BASE = re.compile(r"(?:\\mathrm\{d\})?(?:\\[A-Za-z]+(?:\{[^{}]*\})?|[A-Za-z])")
_LABEL = re.compile(r"\\label\{[^{}]*\}")
_LETTER = re.compile(r"[A-Za-z]\Z")


@dataclass(frozen=True)
class Place:
    """An equation of a chapter that can be referred to, with the numbers or names of its rows."""

    name: str
    page: Page
    equation: Equation
    chapter: int

    @property
    def labels(self) -> list[str]:
        """The ids of its rows."""
        return [label for labels, _ in split_rows(self.equation.latex) for label in labels]

    @property
    def heading(self) -> str:
        """The title of the box, or else of the section, that it stands in."""
        lines = self.page.text.split("\n")[: self.equation.line - 1]
        for number in range(len(lines), 0, -1):
            line = lines[number - 1]
            if number in self.page.fenced:
                continue
            if (box := _BOX.match(line)) and all(
                not text.strip() or text.startswith((" ", "\t")) for text in lines[number:]
            ):
                return box["title"]
            if heading := _HEADING.match(line):
                return heading["title"]
        return title_of(self.page)


def title_of(page: Page) -> str:
    """Return the title of a page."""
    return title_in(page.text, page.path)


def title_in(text: str, path: Path) -> str:
    """Return the title in the text of a page; the name of its file where there is none."""
    match = _TITLE.search(text)
    return match["title"] if match else path.stem


def pages_of(sheet: Sheet) -> Iterator[tuple[str, Page, int]]:
    """Yield the chapters of the book, in reading order: path inside the book, page, number."""
    root = sheet.root
    for name, numbers in sheet.book.items():
        if numbers.chapter is not None:
            yield name, read_page(root / name), numbers.chapter


def places(sheet: Sheet) -> Iterator[Place]:
    """Yield all equations of the chapters that have an id, in reading order."""
    for name, page, chapter in pages_of(sheet):
        for equation in page.equations:
            if equation.display and equation.label:
                yield Place(name, page, equation, chapter)


def one_page(sheet: Sheet) -> str:
    """Return the equations that chapters name under `sheet` in their front matter, each above its name.

    Raises PageError where a chapter names an id that none of its displayed equations has.
    """
    lines = ['<div class="one-page" markdown>', ""]
    for name, page, _ in pages_of(sheet):
        chosen = page.front_matter.get("sheet") or {}
        equations = {e.label: e.latex for e in page.equations if e.display and e.label}
        for label, words in chosen.items():
            if label not in equations:
                known = ", ".join(sorted(equations)) or "none"
                raise PageError(page.path, 1, f"`sheet` names the equation {label}; this page has {known}")
            latex, _ = readable(_LABEL.sub("", equations[label]), {})  # a name stays, a number is not needed
            link = f"[{_plain(str(words))}]({sheet.source_link(name)}#{label}){{: .place }}"
            lines += ['<div class="entry" markdown>', "", "$$", latex, "$$", "", link, "", "</div>", ""]
    return "\n".join([*lines, "</div>"])


def contents(sheet: Sheet) -> str:
    """Return where all equations with an id are: the page of each part, and its chapters, each below the id
    that it has there.
    """
    root = sheet.root
    lines: list[str] = []
    part = ""
    for place in {place.name: place for place in places(sheet)}.values():
        path = PurePosixPath(place.name)
        page = sheet.source_link(f"{FORMULAS}/{path.parts[0]}.md")
        if path.parts[0] != part:
            part = path.parts[0]
            index = root / part / "index.md"
            lines += ["", f"[{_plain(title_in(text_of(index), index))}]({page})", ""]
        title = f"{place.chapter} {_plain(title_of(place.page))}"
        lines.append(f"- [{title}]({page}#sheet-{path.stem}){{: #sheet-{path.stem} }}")
    return "\n".join(lines[1:])


def formulas(part: str, sheet: Sheet) -> str:
    """Return the equations of a part that have an id, chapter by chapter, each with a link to its place."""
    lines: list[str] = []
    chapter = 0
    for place in places(sheet):
        if PurePosixPath(place.name).parts[0] != part:
            continue
        if place.chapter != chapter:
            chapter = place.chapter
            stem = PurePosixPath(place.name).stem
            lines += [f"## {chapter} {title_of(place.page)} {{#sheet-{stem}}}", ""]
        numbers = dict(sheet.book[place.name].equations)
        latex, labels = readable(place.equation.latex, numbers)
        target = f"{sheet.source_link(place.name)}#{labels[0]}"
        lines += ["$$", latex, "$$", "", f"[{_plain(place.heading)}]({target}){{: .place }}", ""]
    return "\n".join(lines)


def _plain(title: str) -> str:
    return title.replace("[", "\\[").replace("]", "\\]")


def symbols(sheet: Sheet) -> str:
    """Return every symbol with its meaning and the first equation with an id that has it."""
    everywhere = [
        (place, notation_of(place.page, place.equation), _WORDS.sub(" ", place.equation.latex))
        for place in places(sheet)
    ]
    rows: dict[tuple[str, str], list[str]] = {}
    seen: Counter[str] = Counter()
    for key, latex, shown, meaning in sorted(_all_symbols(), key=lambda item: (_order(item[1]), item[1])):
        pattern = _pattern(latex)
        first = next(
            (place for place, table, text in everywhere if table == key and pattern.search(text)), None
        )
        known = rows.get((shown, meaning))
        if known is not None:
            known[1] = known[1] or _link(sheet, first)
            continue
        name = re.sub(r"[^a-z0-9]+", "-", _order(latex)).strip("-") or "sign"
        seen[name] += 1
        identifier = f"symbol-{name}" + (f"-{seen[name]}" if seen[name] > 1 else "")
        anchor = f'<span class="place" id="{identifier}"></span>'
        rows[shown, meaning] = [f"{anchor}${shown}$", _link(sheet, first), meaning]
    body = "\n".join(
        f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows.values()
    )
    return f"| Symbol | First in | Meaning |\n| --- | --- | --- |\n{body}"


def _all_symbols() -> Iterator[tuple[str, str, str, str]]:
    """Yield table, LaTeX, LaTeX as shown, and meaning of each symbol and function of the tables."""
    for key, table in notations.notations().items():
        for symbol in table.symbols:
            yield key, symbol.latex, symbol.latex, symbol.meaning
        for function in table.functions:
            yield key, function.latex, function.shown, function.meaning


def _order(latex: str) -> str:
    """The word by which a symbol is sorted: its letter, or the name of its Greek letter, then its scripts."""
    return re.sub(r"\\mathrm\{d\}|\\(?=[A-Za-z])|\\(?:operatorname|mathbb)|[{}]", "", latex).lower()


def _pattern(latex: str) -> re.Pattern[str]:
    """Return what finds a symbol in an equation, whatever its indices."""
    found = _BASE.match(latex)
    base = found[0] if found else latex
    before = r"(?<![A-Za-z\\])" if _LETTER.match(base) else ""
    return re.compile(rf"(?<!\\mathrm\{{d\}}){before}{re.escape(base)}(?![A-Za-z])")


def _link(sheet: Sheet, place: Place | None) -> str:
    if place is None:
        return ""
    return f"[]({sheet.source_link(place.name)}#{place.labels[0]})"


def tables(sheet: Sheet) -> dict[str, Callable[[Sheet], str]]:
    """Return what a page can ask for; the formulas of each part by its folder's name."""
    parts = dict.fromkeys(PurePosixPath(name).parts[0] for name, _, _ in pages_of(sheet))
    own: dict[str, Callable[[Sheet], str]] = {
        "reference.sheet": one_page,
        "reference.formulas": contents,
        "reference.symbols": symbols,
    }
    return own | {f"formulas.{part}": partial(formulas, part) for part in parts}
