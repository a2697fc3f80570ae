"""Text that the press writes into a page: the tables of symbols, and what was checked.

A page asks for a table as it asks for a listing, by name: `--8<-- "notation.network"`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bookkit import exact, notations
from bookkit.equations.judging.verdict import GRADES
from bookkit.notations.table import Notation
from bookkit.pages.desk import Sheet
from bookkit.pages.source import GENERATED, read_page, text_of
from bookkit.proof import letters
from bookkit.written import lessons, reference, teaching
from bookkit.written.findings import Findings, findings_of

NAME = GENERATED
WITHOUT = "This copy was printed without exact arithmetic (the package {}), so nothing has a higher grade."


class UnknownTableError(LookupError):
    """A page asks for a table that there is not."""


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


def _shape(sizes: tuple[str, ...]) -> str:
    if not sizes:
        return "number"
    rows, columns = (*sizes, "1") if len(sizes) == 1 else sizes
    return rf"${rows} \times {columns}$"


def notation_table(notation: Notation) -> str:
    """Return the symbols of a notation as the proof-reader uses them: meaning, shape, how it draws them."""
    rows = [
        [
            f"${symbol.latex}$",
            symbol.meaning,
            "whole number" if symbol.size else _shape(symbol.shape),
            symbol.drawn,
        ]
        for symbol in notation.symbols
    ]
    rows += [
        [f"${function.shown}$", function.meaning, "function", function.drawn]
        for function in notation.functions
    ]
    return _table(["Symbol", "Meaning", "Shape", "In a trial"], rows)


_last: list[tuple[Sheet, list[tuple[str, Findings]]]] = []  # of the page that is made, which has six tables


def _findings(sheet: Sheet) -> list[tuple[str, Findings]]:
    """Return for all pages of the book, in reading order, the link to each and what its proof came to.

    It is found once for each sheet: the next conversion has another one, even of the same page.
    """
    if not _last or _last[0][0] is not sheet:
        _last[:] = [(sheet, _found_for(sheet))]
    return _last[0][1]


def _found_for(sheet: Sheet) -> list[tuple[str, Findings]]:
    root = sheet.root
    found = findings_of([root / name for name in sheet.book])
    return [
        (f"[{reference.title_in(text_of(root / name), root / name)}]({sheet.source_link(name)})", item)
        for name, item in zip(sheet.book, found, strict=True)
    ]


def _counted(sheet: Sheet) -> Iterator[tuple[str, list[int]]]:
    """Yield the link to each page on which something was checked, and its counts in the order of columns."""
    for link, found in _findings(sheet):
        numbers = [
            found.checked,
            found.claims,
            found.draws,
            found.wrong,
            len(found.exempt),
            found.numbers,
        ]
        if any(numbers):
            yield link, numbers


def _totals(counted: Iterable[tuple[str, list[int]]]) -> list[int]:
    rows = [numbers for _, numbers in counted]
    return [sum(column) for column in zip(*rows, strict=True)] if rows else [0] * 6


def total(sheet: Sheet) -> str:
    """Return in one sentence what was checked in the whole book; or that it will be said."""
    if sheet.waiting:
        return sheet.words.total_soon
    totals = _totals(_counted(sheet))
    equations, claims, draws, wrong, exempt, numbers = (f"{count:,}" for count in totals)
    return (
        f"In all, **{equations} equations** with {claims} claims were tried in {draws} draws, and hold."
        f" Exempt: {exempt}. Shown as wrong, and found to be so: {wrong}. Numbers in the text that were"
        f" compared with what programs print, or are marked as data: {numbers}."
    )


def counts(sheet: Sheet) -> str:
    """Return what was checked, page by page and in all."""
    counted = list(_counted(sheet))
    rows = [[link, *map(str, numbers)] for link, numbers in counted]
    rows.append(["**In all**", *(f"**{total}**" for total in _totals(counted))])
    header = [
        "Page",
        "Equations checked",
        "Claims",
        "Draws",
        "Shown as wrong",
        "Exempt",
        "Numbers in the text",
    ]
    return _table(header, rows)


def grades(sheet: Sheet) -> str:
    """Return how strongly the claims of the book are known, and how many of them."""
    found = sum((Counter(item.grades) for _, item in _findings(sheet)), Counter[str]())
    total = max(found.total(), 1)
    rows = [[grade, str(found[grade]), f"{100 * found[grade] / total:.1f} %"] for grade in GRADES]
    table = _table(["Grade", "Claims", "Share"], rows)
    return table if exact.available() else f"{WITHOUT.format(exact.PACKAGE)}\n\n{table}"


def exemptions(sheet: Sheet) -> str:
    """Return every equation that is exempt, with its reason."""
    rows = [[link, str(line), reason] for link, found in _findings(sheet) for line, reason in found.exempt]
    return _table(["Page", "Line", "Reason"], rows) if rows else "No equation of the book is exempt."


def own(sheet: Sheet) -> str:
    """Return the symbols that pages declare for themselves."""
    rows = [
        [link, f"`{symbol}`", words]
        for link, found in _findings(sheet)
        for symbol, words in found.symbols.items()
    ]
    return _table(["Page", "Symbol", "In a trial"], rows) if rows else "No page declares any."


def several_meanings(sheet: Sheet) -> str:
    """Return the letters that mean several things, and where each meaning holds."""
    root = sheet.root
    pages = {root / name: name for name in sheet.book}
    keeping = letters.kept(read_page(root / sheet.words.letters_page))
    rows = [
        [
            f"${letter}$",
            meaning,
            ", ".join(
                f"[{reference.title_of(page)}]({sheet.source_link(pages[page.path])})" for page in where
            ),
        ]
        for letter, meanings in letters.register([read_page(path) for path in pages], keeping).items()
        for meaning, where in meanings.items()
    ]
    return _table(["Sign", "Meaning", "Pages"], rows) if rows else "None."


def marks(sheet: Sheet) -> str:
    """Return every text that its author has marked as data, or as no mathematics."""
    rows = []
    for link, found in _findings(sheet):
        given = [(line, text, "data") for line, text in found.given]
        quoted = [(line, text, "no mathematics") for line, text in found.marked]
        if found.quoted_code:
            rows.append([link, "1", f"all code spans: {found.quoted_code}", "quoted"])
        rows += [[link, str(line), _quoted(text), kind] for line, text, kind in sorted(given + quoted)]
    return _table(["Page", "Line", "Text", "Marked as"], rows) if rows else "Nothing is marked."


def _quoted(text: str) -> str:
    """A text as code in a cell of a table."""
    return f"`` {' '.join(text.replace('`', '').split())} ``".replace("|", "\\|")


def write(name: str, sheet: Sheet) -> str:
    """Return the text that a page asks for by name.

    Raises UnknownTableError, naming those that there are.
    """
    tables = {f"notation.{key}": table for key, table in notations.notations().items()}
    if name in tables:
        return notation_table(tables[name])
    if name == "notation.letters":
        return several_meanings(sheet)
    others = reference.tables(sheet) | teaching.tables(sheet)
    if name.startswith("lessons."):
        others |= lessons.tables(sheet)
    if name in others:
        return others[name](sheet)
    if name == "checked.counts":
        return counts(sheet)
    if name == "checked.grades":
        return grades(sheet)
    if name == "checked.total":
        return total(sheet)
    if name == "checked.exemptions":
        return exemptions(sheet)
    if name == "checked.symbols":
        return own(sheet)
    if name == "checked.marks":
        return marks(sheet)
    own_tables = [
        "notation.letters",
        "checked.counts",
        "checked.exemptions",
        "checked.grades",
        "checked.marks",
        "checked.symbols",
        "checked.total",
    ]
    known = ", ".join([*tables, *own_tables, *others])
    raise UnknownTableError(f"there is no table {name!r}; there are {known}")
