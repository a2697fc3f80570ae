r"""Symbols that a page declares for itself, in its front matter: ``symbols: {h: a column of n}``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from numpy.random import Generator

from bookkit.notations.table import (
    ANY_NUMBERS,
    COUNT,
    FRACTION,
    PLAIN,
    POSITIVE,
    REAL,
    TIME,
    Draw,
    Notation,
    Symbol,
)

# What a page may say of a symbol.
NUMBERS: dict[str, Draw] = {
    "a number": REAL,
    "a positive number": POSITIVE,
    "a number between 0 and 1": FRACTION,
    "a whole number": COUNT,
}
SHAPES = (
    (re.compile(r"a column of (\S+)\Z"), lambda found: (found[1],)),
    (re.compile(r"a row of (\S+)\Z"), lambda found: ("1", found[1])),
    (re.compile(r"a matrix of (\S+) (?:by|×|x) (\S+)\Z"), lambda found: (found[1], found[2])),
)
SIZE, FUNCTION = "a size", "a function"
_EACH = re.compile(r"(?P<what>.+?)(?: (?:at|in) each (?P<each>time|layer))?\Z")
_RESERVED = {"e", "d", "\\pi", "\\infty", "\\nabla", "\\partial", "\\top", "\\forall", "O", "o"}
_CHANCES = {"E", "P"}
MOST = 40


class DeclarationError(ValueError):
    """A symbol that a page declares and cannot have; the message names it and says what is expected."""


def ways() -> str:
    """What may be said of a symbol, for messages."""
    return ", ".join([*NUMBERS, "a column of n", "a row of n", "a matrix of n by m", SIZE, FUNCTION])


def extended(notation: Notation, symbols: Mapping[str, str], strict: bool = True) -> Notation:
    """The table with the page's own symbols.

    Raises DeclarationError for one that the table has already (without `strict`, the table's stays), and for
    one that cannot be understood.
    """
    return _extended(notation, tuple(symbols.items()), strict) if symbols else notation


@lru_cache(maxsize=64)
def _extended(notation: Notation, symbols: tuple[tuple[str, str], ...], strict: bool) -> Notation:
    sizes = tuple(name for name, words in symbols if words == SIZE)
    known = {symbol.base for symbol in notation.symbols if symbol.size} | set(sizes)
    rows, letters = [], list(notation.function_letters)
    for name, words in symbols:
        taken = name in notation.by_base or name in notation.function or name in letters
        reserved = name in _RESERVED or (notation.has_chance and name in _CHANCES)
        if reserved or name in notation.indices:
            raise DeclarationError(f"{name} has a fixed meaning and cannot be declared")
        if taken and strict:
            raise DeclarationError(f"{name} has a meaning in the table {notation.name!r} already")
        if taken:
            continue
        if words == FUNCTION:
            letters.append(name)
        else:
            rows.append(_symbol(name, words, known, notation))

    def drawn(rng: Generator, mentioned: frozenset[str], mode: str) -> dict[str, Any]:
        own = {name: int(rng.integers(1, 4 if mode == PLAIN else 7)) for name in sizes}
        return {**own, **notation.sizes(rng, mentioned, mode)}

    named = f"{notation.name} and the page's own symbols"
    return replace(
        notation,
        name=named,
        symbols=(*notation.symbols, *rows),
        sizes=drawn if sizes else notation.sizes,
        function_letters=tuple(letters),
    )


def _symbol(name: str, words: str, sizes: set[str], notation: Notation) -> Symbol:
    match = _EACH.match(words)
    what, each = (match["what"], match["each"]) if match else (words, None)
    base, time, layer = _letters(name, each, notation)
    common: dict[str, Any] = {"latex": base + ("^l" if layer else ""), "meaning": f"{words} (the page's own)"}
    if "_" in base:
        common["name"] = base
    if what == SIZE and each is None:
        return Symbol(**common, size=True)
    if what in NUMBERS:
        return Symbol(**common, draw=NUMBERS[what], family="_" not in base, time=time, first=0 if time else 1)
    for pattern, shape in SHAPES:
        if found := pattern.match(what):
            lengths = shape(found)
            for length in lengths:
                if not length.isdigit() and re.sub(r"_\{?(?:l|L|l-1|\d+)\}?\Z", "", length) not in sizes:
                    raise DeclarationError(
                        f"{name}: {length} is no size of the table {notation.name!r};"
                        f" declare it, {length}: {SIZE}"
                    )
            return Symbol(
                **common, shape=lengths, draw=ANY_NUMBERS, time=time, family=time, first=0 if time else 1
            )
    raise DeclarationError(f"{name}: {words!r} is not understood; a symbol is one of: {ways()}")


def _letters(name: str, each: str | None, notation: Notation) -> tuple[str, bool, bool]:
    """The symbol's name without its time or layer, and which of both it has."""
    times = [letter for letter, kind in notation.indices.items() if kind == TIME]
    if each == "time":
        base = next((name.removesuffix(f"_{{{t}}}") for t in times if name.endswith(f"_{{{t}}}")), None)
        if base is None:
            have = f"{name}_{times[0]}" if times else f"the table {notation.name!r} has no times"
            raise DeclarationError(f"{name}: what there is at each time is written with it, {have}")
        return base, True, False
    if each == "layer":
        if not name.endswith("^{l}") or notation.indices.get("l") != "layer":
            raise DeclarationError(f"{name}: what is in each layer is written {name}^l, in a table of layers")
        return name.removesuffix("^{l}"), False, True
    return name, False, False
