"""What a page shows of a listing at first sight: the new lines, at most 24; the others are behind a fold.

A listing is a whole program, so much of it is no news: imports, and statements that an earlier listing of
the page has shown already. Those fold. Where more than 24 lines are left, a part of the program stays open:
the part between `# --8<-- [start:shown]` and `# --8<-- [end:shown]` where the file has these marks (they are
those of `pymdownx.snippets`), else the 24 lines that hold most of it, with whole statements.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

MOST = 24  # lines that stay open
FEWEST = 3  # lines that are worth a fold, whose own line takes one
REGION = "shown"
MARK = re.compile(r"[ \t]*#[ \t]*-+8<-+[ \t]*\[(?P<edge>start|end):(?P<name>[\w-]+)\][ \t]*\Z")
_OUTPUT = re.compile(r"^[ \t]*#>", re.MULTILINE)
_IMPORTS = (ast.Import, ast.ImportFrom)
_CUT_INSIDE = 8  # lines that a part may be shorter to begin with a whole definition
_RESULT = 4  # lines that it may be shorter to end with the last result


@dataclass(frozen=True)
class Unit:
    """A statement with the comments above it and the blank lines below: lines `first` to `last`, from 0."""

    first: int
    last: int
    text: str
    kind: type[ast.stmt] | None = None
    inside: bool = False

    @property
    def size(self) -> int:
        return self.last - self.first + 1

    def is_old(self, known: set[str]) -> bool:
        """Tell whether a reader of the page needs no second look at it."""
        return self.kind in _IMPORTS or (self.text in known and not _OUTPUT.search(self.text))

    def is_setup(self, known: set[str]) -> bool:
        """Tell whether it only prepares: it is old, or gives names to data."""
        return self.is_old(known) or (self.kind is ast.Assign and not _OUTPUT.search(self.text))


@dataclass(frozen=True)
class Part:
    """Some lines of a listing, from 0, both included: `kind` is shown, setup, again, before or rest."""

    kind: str
    first: int
    last: int

    @property
    def size(self) -> int:
        return self.last - self.first + 1


def units(code: str) -> list[Unit]:
    """Return the top-level statements of a listing; none where it is no Python."""
    try:
        body = ast.parse(code).body
    except SyntaxError:
        return []
    return list(_units(code.splitlines(), body, 0, len(code.splitlines()) - 1, inside=False))


def _units(lines: list[str], body: Sequence[ast.stmt], top: int, end: int, *, inside: bool) -> Iterator[Unit]:
    starts = [_start(lines, node, top) for node in body]
    for number, node in enumerate(body):
        first = top if number == 0 else starts[number]
        last = starts[number + 1] - 1 if number + 1 < len(body) else end
        text = "\n".join(lines[first : last + 1]).strip()
        yield Unit(first, last, text, type(node), inside)


def _start(lines: list[str], node: ast.stmt, top: int) -> int:
    """Return the line where a statement begins, with its decorators and the comments right above."""
    above = node.decorator_list if isinstance(node, ast.FunctionDef | ast.ClassDef) else []
    first = min([node.lineno, *(decorator.lineno for decorator in above)]) - 1
    while first > top and re.match(r"[ \t]*#(?!>)", lines[first - 1]):
        first -= 1
    return first


def region(file: str) -> tuple[int, int] | None:
    """Return the first and last line of the part that a file's marks keep open, counted without marks.

    Raises ValueError for a mark without its partner, and for a part of no lines or too many.
    """
    edges: dict[str, int] = {}
    number = 0
    for line in file.splitlines():
        mark = MARK.match(line)
        if mark is None:
            number += 1
        elif mark["name"] == REGION:
            if mark["edge"] in edges:
                raise ValueError(f"[{mark['edge']}:{REGION}] stands twice")
            edges[mark["edge"]] = number
    if not edges:
        return None
    if set(edges) != {"start", "end"}:
        raise ValueError(f"[start:{REGION}] and [end:{REGION}] belong together")
    first, last = edges["start"], edges["end"] - 1
    if not 1 <= last - first + 1 <= MOST:
        raise ValueError(f"[start:{REGION}] keeps {last - first + 1} lines open; it may be 1 to {MOST}")
    return first, last


def without_marks(file: str) -> str:
    """Return a file as pages include it: without the lines that mark its sections."""
    return "".join(line for line in file.splitlines(keepends=True) if not MARK.match(line.rstrip("\r\n")))


def parts(code: str, known: set[str], kept: tuple[int, int] | None = None) -> list[Part]:
    """Return the parts of a listing from its first line to its last.

    `known` holds the texts of the units that the page has shown before; `kept` are the lines that stay open
    whatever else there is.
    """
    lines = code.splitlines()
    found = units(code) or [Unit(n, n, line) for n, line in enumerate(lines)]
    old = _old_runs(found, known)
    kept = kept or _window(lines, found, old, known)
    if kept is None:
        return _joined([Part(old.get(u, "shown"), u.first, u.last) for u in found])
    first, last = kept
    kind = "setup" if all(u.is_setup(known) for u in found if u.first < first) else "before"
    before = [Part(kind, 0, first - 1)] if first else []
    after = [Part("rest", last + 1, len(lines) - 1)] if last + 1 < len(lines) else []
    return [*before, Part("shown", first, last), *after]


def _old_runs(found: list[Unit], known: set[str]) -> dict[Unit, str]:
    """Return what folds since it is old: at the top as setup, further down as seen before."""
    runs: dict[Unit, str] = {}
    run: list[Unit] = []
    for unit in [*found, None]:
        if unit is not None and unit.is_old(known) and unit is not found[-1]:
            run.append(unit)
            continue
        at_top = bool(run) and run[0] is found[0]
        lines = sum(len(u.text.splitlines()) for u in run)
        if lines >= FEWEST + (not at_top):
            runs |= dict.fromkeys(run, "setup" if at_top else "again")
        run = []
    return runs


def _window(
    lines: list[str], found: list[Unit], old: dict[Unit, str], known: set[str]
) -> tuple[int, int] | None:
    """Return the lines that stay open where all the new ones are too many; None where they are not."""
    if sum(unit.size for unit in found if unit not in old) - _blank_end(lines) <= MOST:
        return None
    pieces = [piece for unit in found for piece in _pieces(lines, unit)]
    best, best_score = (0, MOST - 1), -len(lines)
    for number, begin in enumerate(pieces):
        for end in pieces[number:]:
            last = end.last
            while last > begin.first and not lines[last].strip():
                last -= 1
            size = last - begin.first + 1
            if size > MOST:
                break
            stale = sum(u.size for u in old if begin.first <= u.first <= last)
            score = size - 2 * stale - _CUT_INSIDE * begin.inside + _RESULT * (end is pieces[-1])
            if score >= best_score:
                best, best_score = (begin.first, last), score
    for unit in found:  # what is next to the fold and old as well belongs into it
        if best[0] and unit.first == best[0] and unit.last < best[1] and unit.is_old(known):
            best = unit.last + 1, best[1]
    return best


def _pieces(lines: list[str], unit: Unit) -> list[Unit]:
    """Return a unit that is too long in pieces: the statements inside it, else single lines."""
    if unit.size <= MOST:
        return [unit]
    text = "\n".join(lines[unit.first : unit.last + 1])
    node = _only_statement(text)
    body = getattr(node, "body", None)
    if not body:
        return [
            replace(unit, first=n, last=n, inside=n > unit.first) for n in range(unit.first, unit.last + 1)
        ]
    inner = list(_units(text.splitlines(), body, 0, unit.size - 1, inside=True))
    moved = [replace(u, first=u.first + unit.first, last=u.last + unit.first) for u in inner]
    moved[0] = replace(moved[0], inside=unit.inside)  # the first piece begins with the head
    return [piece for u in moved for piece in (_pieces(lines, u) if u.size < unit.size else [u])]


def _only_statement(text: str) -> ast.stmt | None:
    indent = len(text) - len(text.lstrip("\n ")) if text.startswith(" ") else 0
    try:
        body = ast.parse("\n".join(line[indent:] for line in text.split("\n"))).body
    except SyntaxError:
        return None
    return body[0] if len(body) == 1 else None


def _blank_end(lines: list[str]) -> int:
    return next((n for n, line in enumerate(reversed(lines)) if line.strip()), 0)


def _joined(given: list[Part]) -> list[Part]:
    joined: list[Part] = []
    for part in given:
        if joined and joined[-1].kind == part.kind:
            joined[-1] = replace(joined[-1], last=part.last)
        else:
            joined.append(part)
    return joined
