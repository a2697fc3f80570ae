r"""Symbols that a page declares for itself, in its front matter: ``symbols: {h: a column of n}``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from numpy.random import Generator

from bookkit.notations.draws import (
    ANY_NUMBERS,
    COUNT,
    DEFINITE,
    FRACTION,
    ONES,
    PLAIN,
    POSITIVE,
    REAL,
    SHARES,
    SYMMETRIC,
    UNITS,
    Draw,
    length,
)
from bookkit.notations.network import ANY_ACTIVATION
from bookkit.notations.table import TIME, Function, Notation, Symbol
from bookkit.values import functions as fn
from bookkit.values import gamma
from bookkit.values.errors import EquationError

# What a page may say of a symbol.
NUMBERS: dict[str, Draw] = {
    "number": REAL,
    "positive number": POSITIVE,
    "number between 0 and 1": FRACTION,
    "whole number": COUNT,
}
FUNCTIONS: dict[str, Function] = {
    "activation function": ANY_ACTIVATION,
    "gamma function": Function("", "", (gamma.gamma,)),
    "beta function": Function("", "", (gamma.beta,), arguments=2),
    "digamma function": Function("", "", (gamma.digamma,)),
    "softmax of each row": Function("", "", (fn.softmax_of_rows,), whole=True),
    "softmax of each column": Function("", "", (fn.softmax,), whole=True),
}
SIZE, FUNCTION, INDEX, TIMES = "size", "function", "index", "time"
_ARRAY = re.compile(r"(?P<kind>column|vector|row|matrix|array)(?: of)? (?P<lengths>.+)\Z")
_ENTRIES = re.compile(
    r"(?P<shape>.+?) of (?P<entries>positive numbers|numbers between 0 and 1|whole numbers|ones|shares)\Z"
)
_ENTRIES_ALIKE = {"ones": ONES, "shares": SHARES}
_KINDS = {
    "symmetric positive definite matrix": DEFINITE,
    "positive definite matrix": DEFINITE,
    "symmetric matrix": SYMMETRIC,
}
_KIND = re.compile(rf"(?P<kind>{'|'.join(_KINDS)})(?= )")
_START = re.compile(r"(?P<what>.+?),? counted from 0\Z")
_OUTSIDE = re.compile(r"(?P<what>.+?),? 0 outside\Z")
_LINES = re.compile(r"(?P<lines>rows|columns) of (?P<matrix>\S+)\Z")
_TO_COLUMNS = re.compile(r"function to columns of (?P<length>\S+)\Z")
_UNITS = re.compile(r"unit vectors of (?P<length>\S+)\Z")
_FONT = re.compile(r"\\(?:mathbf|boldsymbol|bm)\s*\{([^{}]*)\}")
_LABEL = re.compile(r"\^\{[^\d}]")  # above a letter: no power
_LENGTHS = {"column": 1, "vector": 1, "row": 1, "matrix": 2, "array": 3}
_EACH = re.compile(r"(?P<what>.+?)(?: (?:at|in) each (?P<each>time|layer))?\Z")
_RESERVED = {"e", "\\pi", "\\infty", "\\nabla", "\\partial", "\\top", "\\forall"}
_CONSTANTS = {"e", "\\pi"}  # which may be letters of other books: an error, a probability
_CHANCES = {"E", "P"}
EMPTY = "own"  # the table in which a page may declare i, j and k, too
DERIVATIVE, ROWS = "\\partial", "rows"  # whether the derivative of a number by a column is a row
_TRIES = 1000  # of drawing sizes that leave room for every array
MOST = 40
REFUSED, TABLE, PAGE = "refused", "table", "page"  # whose a letter is that both have: nobody's, or whose


class DeclarationError(ValueError):
    """A symbol that a page declares and cannot have; the message names it and says what is expected."""


def ways() -> str:
    """What may be said of a symbol, for messages."""
    arrays = ("a column of n", "a row of n", "a matrix of n by m", "an array of n by m by k")
    kinds = ("a symmetric matrix of n by n", "a symmetric positive definite matrix of n by n")
    lines = ("the rows of X", "the columns of X", "the unit vectors of n")
    rest = (
        "a size",
        "an index",
        "a time",
        "a function",
        "a function to columns of n",
        "an activation function",
        "the softmax of each row",
        "the gamma function",
    )
    return ", ".join([*(f"a {kind}" for kind in NUMBERS), *arrays, *kinds, *lines, *rest])


def extended(notation: Notation, symbols: Mapping[str, str], clash: str = REFUSED) -> Notation:
    """The table with the page's own symbols; `clash` says what becomes of one that the table has already.

    Raises DeclarationError for such a one where it is refused, and for one that cannot be understood.
    """
    return _extended(notation, tuple(symbols.items()), clash) if symbols else notation


@lru_cache(maxsize=64)
def _extended(notation: Notation, symbols: tuple[tuple[str, str], ...], clash: str) -> Notation:
    said = {_root(name, notation): _plain(words) for name, words in symbols}
    if (layout := said.pop(DERIVATIVE, None)) is not None:
        if layout != ROWS:
            raise DeclarationError(f"{DERIVATIVE}: all that a page can say of it is {ROWS}")
        notation = replace(notation, derivatives_as_rows=True)
    if notation.name == EMPTY:  # a page that declares all its symbols may have its own \sigma
        notation = without(notation, tuple(name for name in said if name in notation.function))
    if clash == PAGE:
        notation = without(notation, tuple(said))
    for name in said:
        _check_free(notation, name, clash == REFUSED)
    said = {name: words for name, words in said.items() if not _taken(notation, name)}
    counted = {
        name: {INDEX: "element", TIMES: TIME}[words]
        for name, words in said.items()
        if words in (INDEX, TIMES)
    }
    if TIME in counted.values() and "T" not in notation.by_base and said.setdefault("T", SIZE) != SIZE:
        raise DeclarationError("T is the number of steps where there are times: write another letter")
    kept = {name: kind for name, kind in notation.indices.items() if name not in said}
    notation = replace(notation, indices={**kept, **counted})
    sizes = tuple(name for name, words in said.items() if words == SIZE)
    known = {_bare(name): name for name in (*(s.base for s in notation.symbols if s.size), *sizes)}
    rows: list[Symbol] = []
    letters, functions = list(notation.function_letters), list(notation.functions)
    own_letters = list(notation.own_letters)
    column_letters = dict(notation.column_letters)
    for name, words in said.items():
        if words in (INDEX, TIMES):
            continue
        if words == FUNCTION:
            letters.append(name)
            own_letters.append(name)
        elif values := _TO_COLUMNS.match(words):
            letters.append(name)
            own_letters.append(name)
            column_letters[name] = _length(name, values["length"], known, notation)
        elif words in FUNCTIONS:
            latex = name.removeprefix("\\operatorname{").removesuffix("}")
            meaning = f"the {words} (the page's own)"
            functions.append(replace(FUNCTIONS[words], latex=latex, meaning=meaning, own=True))
        elif lines := _LINES.match(words):
            rows.append(_lines(name, dict(symbols).get(name, words), lines))
        elif units := _UNITS.match(words):
            length = _length(name, units["length"], known, notation)
            rows += _units(name, dict(symbols).get(name, words), length)
        else:
            rows.append(_symbol(name, words, dict(symbols).get(name, words), known, notation))
    rows += _changes(notation, rows)
    notation = without(notation, tuple(row.base for row in rows if row.base in notation.by_base))
    matrices = {row.base for row in (*notation.symbols, *rows) if len(row.shape) == 2 and not row.layered}
    for row in rows:
        if row.lines_of and row.lines_of not in matrices:
            raise DeclarationError(f"{row.base}: {row.lines_of} is no matrix of the page or the table")
    return replace(
        notation,
        name=f"{notation.name} and the page's own symbols",
        symbols=(*notation.symbols, *rows),
        functions=tuple(functions),
        sizes=_sizes(notation, sizes, rows) if sizes else notation.sizes,
        function_letters=tuple(letters),
        own_letters=tuple(own_letters),
        column_letters=column_letters,
    )


def _changes(notation: Notation, rows: list[Symbol]) -> list[Symbol]:
    r"""The changes of arrays, ``\Delta w``, as arrays of their sizes; the table has those of its numbers."""
    said = {row.base for row in rows}
    found = []
    for row in rows:
        change = f"\\Delta {row.base}"
        known = notation.by_base.get(change)
        if row.shape and not row.time and change not in said and known is not None and known.is_any_number:
            meaning = f"a change of {row.base}"
            found.append(replace(row, latex=change, name=change, meaning=meaning, draw=ANY_NUMBERS))
    return found


@lru_cache(maxsize=64)
def without(notation: Notation, names: tuple[str, ...]) -> Notation:
    """The table without some letters, and without its functions and indices of these names."""
    if not names:
        return notation
    gone = {*names, *(name.removeprefix("\\operatorname{").removesuffix("}") for name in names)}
    rows = []
    for row in notation.symbols:
        kept = [name for name in (row.base, *row.aliases) if name not in gone]
        if row.base not in gone:
            rows.append(replace(row, aliases=tuple(kept[1:])))
        elif kept and row.family:  # a row of many letters that mean alike goes on without its first
            rows.append(replace(row, latex=kept[0], name="", aliases=tuple(kept[1:])))
    return replace(
        notation,
        symbols=tuple(rows),
        functions=tuple(f for f in notation.functions if not gone & {f.latex, *f.aliases}),
        function_letters=tuple(name for name in notation.function_letters if name not in gone),
        indices={name: kind for name, kind in notation.indices.items() if name not in gone},
        factors=tuple(name for name in notation.factors if name not in gone),
    )


def _root(name: str, notation: Notation) -> str:
    r"""Of a square that a page declares, ``\sigma^2``, its letter: a variance has the root ``\sigma``.

    In a table with layers, ``w^2`` is that of layer 2.
    """
    letter = name.removesuffix("^{2}")
    layered = any(row.layered for row in notation.symbols)
    return (
        name if layered or not re.fullmatch(r"(?:\\[A-Za-z]+|[A-Za-z])(?:_\{[^{}]*\})?", letter) else letter
    )


def _plain(words: str) -> str:
    """What is said, without an article."""
    return re.sub(r"\A(?:an?|the) ", "", " ".join(words.split()))


def _check_free(notation: Notation, name: str, strict: bool) -> None:
    counts = name in notation.indices and notation.name != EMPTY
    reserved = name in (_RESERVED if strict else _RESERVED - _CONSTANTS)
    if reserved or (notation.has_chance and name in _CHANCES) or counts:
        raise DeclarationError(f"{name} has a fixed meaning and cannot be declared")
    if strict and _taken(notation, name):
        raise DeclarationError(
            f"{name} has a meaning in the table {notation.name!r} already; with `notation: own` a page"
            " declares all symbols itself"
        )


def _taken(notation: Notation, name: str) -> bool:
    return name in notation.by_base or name in notation.function or name in notation.function_letters


def _sizes(notation: Notation, own: tuple[str, ...], rows: list[Symbol]) -> Callable[..., dict[str, Any]]:
    """Draws the page's own sizes, so that an array of n - q + 1 numbers has at least one."""
    sums = {text for row in rows for text in row.shape if re.search(r"[+-]", re.sub(r"\{.*?\}", "", text))}

    most = 6 if len(own) < 4 else 4  # sums over many indices have many terms

    def drawn(rng: Generator, mentioned: frozenset[str], mode: str) -> dict[str, Any]:
        table = notation.sizes(rng, mentioned, mode)
        for _ in range(_TRIES):
            found = {name: int(rng.integers(1, 4 if mode == PLAIN else most + 1)) for name in own}
            found = {**table, **found}  # the page's own n is not the n of the table
            if all(length(text, found) >= 1 for text in sums):
                return found
        raise EquationError(f"no sizes leave room for arrays of {' and of '.join(sorted(sums))} numbers")

    return drawn


def _lines(name: str, said: str, lines: re.Match[str]) -> Symbol:
    """The letter of the rows or of the columns of a matrix."""
    matrix, axis = _FONT.sub(r"\1", lines["matrix"]), int(lines["lines"] == "columns")
    return Symbol(name, f"{said} (the page's own)", own=True, lines_of=matrix, axis=axis)


def _units(name: str, said: str, length: str) -> list[Symbol]:
    """The letter of the unit vectors, the columns of an identity matrix."""
    matrix = Symbol(
        f"I_{{{name}}}", f"{said} (the page's own)", (length, length), UNITS, name=f"I_{{{name}}}"
    )
    lines = Symbol(name, f"{said} (the page's own)", own=True, lines_of=matrix.base, axis=1)
    return [matrix, lines]


def _symbol(name: str, words: str, said: str, sizes: Mapping[str, str], notation: Notation) -> Symbol:
    match = _EACH.match(words)
    what, each = (match["what"], match["each"]) if match else (words, None)
    base, time, layer = _letters(name, each, notation)
    latex = base + ("^l" if layer else "")
    common: dict[str, Any] = {"latex": latex, "meaning": f"{said} (the page's own)", "own": True}
    if "_" in base or _LABEL.search(base):
        common["name"] = base
    if what == SIZE and each is None:
        return Symbol(**common, size=True)
    if what in NUMBERS:
        return Symbol(**common, draw=NUMBERS[what], family="_" not in base, time=time, first=0 if time else 1)
    if outside := _OUTSIDE.match(what):
        what = outside["what"]
    if start := _START.match(what):
        what = start["what"]
    draw = ANY_NUMBERS
    if entries := _ENTRIES.match(what):
        what, words = entries["shape"], entries["entries"]
        draw = _ENTRIES_ALIKE.get(words) or NUMBERS[re.sub("numbers", "number", words)]
    if kind := _KIND.match(what):
        what, draw = what.replace(kind["kind"], "matrix", 1), _KINDS[kind["kind"]]
    if (array := _ARRAY.match(what)) is not None:
        lengths = tuple(re.split(r" by | × | x | ", array["lengths"]))
        if len(lengths) == _LENGTHS[array["kind"]]:
            shape = tuple(_length(name, length, sizes, notation) for length in lengths)
            if kind and len(set(shape)) != 1:
                raise DeclarationError(f"{name}: a {kind['kind']} is square")
            return Symbol(
                **common,
                shape=("1", *shape) if array["kind"] == "row" else shape,
                draw=draw,
                start=0 if start else 1,
                zero_outside=outside is not None,
                time=time,
                family=time,
                first=0 if time else 1,
            )
    raise DeclarationError(f"{name}: {said!r} is not understood; a symbol is one of: {ways()}")


def _bare(name: str) -> str:
    """A name without what changes nothing about it: ``d_k`` and ``d_{k}`` are one."""
    return re.sub(r"\\(?:operatorname|text|mathrm)|[{}\s]", "", name)


def _length(name: str, text: str, sizes: Mapping[str, str], notation: Notation) -> str:
    """A length as the table writes it: a number, a size, or a sum such as ``n-q+1``.

    Only where the table has a size of each layer is ``n_0`` one of these; else it is a name of its own.
    """
    of_layer = notation.by_base.get(re.sub(r"_\{?(?:l|L|l-1|\d+)\}?\Z", "", text))
    layered = of_layer is not None and of_layer.size and of_layer.latex != of_layer.base
    if text.isdigit() or (layered and _bare(text) not in sizes):
        return text
    parts = [part for part in re.split(r"([+-])", text) if part]
    for place, part in enumerate(parts[::2]):
        if not part.isdigit() and _bare(part) not in sizes:
            raise DeclarationError(
                f"{name}: {part} is no size of the table {notation.name!r}; declare it, {part}: a {SIZE}"
            )
        parts[2 * place] = part if part.isdigit() else sizes[_bare(part)]
    return "".join(parts)


def _letters(name: str, each: str | None, notation: Notation) -> tuple[str, bool, bool]:
    """The symbol's name without its time or layer, and which of both it has."""
    times = [letter for letter, kind in notation.indices.items() if kind == TIME]
    if each == "time":
        base = next((name.removesuffix(f"_{{{t}}}") for t in times if name.endswith(f"_{{{t}}}")), None)
        if base is None:
            none = f"the table {notation.name!r} has no times; declare one, t: a {TIMES}"
            have = f"{name}_{times[0]}" if times else none
            raise DeclarationError(f"{name}: what there is at each time is written with it, {have}")
        return base, True, False
    if each == "layer":
        if not name.endswith("^{l}") or notation.indices.get("l") != "layer":
            raise DeclarationError(f"{name}: what is in each layer is written {name}^l, in a table of layers")
        return name.removesuffix("^{l}"), False, True
    return name, False, False
