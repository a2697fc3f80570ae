"""What a notation is: a table of symbols with meaning, shape and how the proof-reader draws them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

import numpy as np
from numpy.random import Generator

from bookkit.notations.draws import POSITIVE, Draw

# The kind of an index that counts steps: t = 1, …, T.
TIME = "time"

# In place of a size: a family of random numbers that has no end.
ENDLESS = "endless"

# Letters that are numbers also before a bracket: rates, shares, weights; a table may have others.
FACTORS = (
    *("a", "b", "c", "k", "r", "s", "w", "x", "\\theta", "\\eta", "\\alpha", "\\beta", "\\gamma", "\\lambda"),
    *("\\mu", "\\rho", "\\epsilon", "\\varepsilon", "\\tau"),
)

Array = Any
Sizes = Mapping[str, Any]


class Forward(Protocol):
    """What the rule of a symbol may ask for: values of other symbols, sizes,
    and this draw's random choices.
    """

    sizes: Sizes

    def __call__(self, name: str, layer: int | None = None) -> Array:
        """The value of a symbol (of a layer)."""

    def choice(self, name: str) -> Any:
        """The function that was drawn for a name, e.g. for ``\\sigma``."""


@dataclass(frozen=True)
class Law:
    """How a random quantity is distributed.

    ``value(at, symbol, key)`` makes one member of its family; a key without a place means any one of them.
    ``settles`` names what a page may fix of it (``"E"``, ``"Var"``). A ``smooth`` law stands for a
    distribution with a density, and only for what is smooth in it. An ``exact`` one can be made of any
    numbers, with nothing rounded.
    """

    words: str
    value: Callable[[Any, Symbol, Any], Array]
    settles: tuple[str, ...] = ()
    smooth: bool = False
    exact: bool = False


@dataclass(frozen=True)
class Symbol:
    """One row of a table.

    ``latex`` is the symbol as the book writes it; a superscript ``l`` makes it one of every layer.
    ``shape`` is empty for a number, ``("n",)`` for a column, two sizes for a matrix. Exactly one of these
    says where values come from: ``draw`` (random), ``rule`` (computed from other symbols, this is the
    forward definition), ``law`` (random, with chances), ``gradient`` ``("C", "z^l")`` (the derivative of one
    symbol by another, taken by the complex step), ``size``, ``lines_of`` (with an index it is a row, ``axis``
    0, or a column, 1, of that matrix, as a column in either case). It exists from layer ``first`` on, and not
    in the ``short`` last ones. ``samples`` names the row of the values of single samples, ``C^{(i)}``.
    With ``time`` there is one number for each time t from ``first`` to T, and one without an index.
    A random number has a ``law``; ``members`` says how far its indices count, for each number of indices
    that it may have. ``name`` is the name under which it is known where that is not its letter. The entries
    of an array are counted from ``start``; with ``zero_outside`` each entry that is not there is 0. What a
    page has declared is its ``own``.
    Of one that is ``free``, a page may say what it is, although the table computes it (a cost). Of a
    ``family``, the letter with another subscript is another number. A ``step`` is positive where updates are
    judged. A ``bias`` is added to every sample.
    """

    latex: str
    meaning: str
    shape: tuple[str, ...] = ()
    draw: Draw | None = None
    rule: Callable[[Forward, int], Array] | None = None
    rule_words: str = ""
    gradient: tuple[str, str] | None = None
    size: bool = False
    first: int = 1
    short: int = 0
    aliases: tuple[str, ...] = ()
    bias: bool = False
    step: bool = False
    free: bool = False
    family: bool = False
    samples: str = ""
    time: bool = False
    law: Law | None = None
    members: tuple[tuple[str, ...], ...] = ()
    name: str = ""
    start: int = 1
    zero_outside: bool = False
    own: bool = False
    lines_of: str = ""
    axis: int = 0

    @property
    def is_drawn_number(self) -> bool:
        """Whether a number is drawn for it, be it one at each time or in each layer."""
        return self.draw is not None and not (self.shape or self.size)

    @property
    def is_any_number(self) -> bool:
        """Whether the table draws a number for it and says no more."""
        return self.is_drawn_number and not (self.layered or self.time)

    @property
    def as_number(self) -> str:
        """What a page would say to declare another number of this kind."""
        return "a positive number" if self.draw is POSITIVE else "a number"

    @property
    def base(self) -> str:
        """The symbol without its layer."""
        return self.name or self.latex.split("^")[0].split("_")[0]

    @property
    def layered(self) -> bool:
        return "^l" in self.latex

    @property
    def drawn(self) -> str:
        """How it is drawn or computed, for the reader."""
        if self.draw is not None:
            return self.draw.words
        if self.law is not None:
            return self.law.words
        if self.gradient is not None:
            return f"the derivative of ${self.gradient[0]}$ with respect to ${self.gradient[1]}$"
        return "drawn for each trial" if self.size else self.rule_words


@dataclass(frozen=True)
class Function:
    """A function symbol: applied entry by entry, or with ``whole`` to a column; one of the choices is drawn.

    At the edge it is one of ``edges`` as well: as steep, flat, far from 0 or crooked as the meaning allows.
    One ``of_columns`` is any function of all entries of a column, of which only the sum is asked for. It
    takes so many ``arguments``. What a page has declared is its ``own``.
    """

    latex: str
    meaning: str
    choices: tuple[Callable[..., Array], ...]
    drawn: str = ""
    whole: bool = False
    kinks: tuple[float, ...] = ()
    saturates: float = np.inf
    free: bool = False
    aliases: tuple[str, ...] = ()
    edges: tuple[Callable[..., Array], ...] = ()
    of_columns: bool = False
    arguments: int = 1
    own: bool = False

    @property
    def shown(self) -> str:
        """The function's LaTeX; a word stands upright."""
        return self.latex if self.latex.startswith("\\") else f"\\operatorname{{{self.latex}}}"


@dataclass(frozen=True)
class Row:
    """One row of a table as readers see it: LaTeX, words, LaTeX of the shape ("" for a number), words."""

    symbol: str
    meaning: str
    shape: str
    drawn: str


@dataclass(frozen=True)
class Notation:
    """A table of symbols and what is needed to draw an instance of it.

    ``sizes(rng, mentioned, mode)`` draws the sizes: a dict of ints, and of lists indexed by layer for
    ``n_l``; ``mentioned`` holds what the equation names, so that a batch is only drawn where there is talk
    of one. ``indices`` maps an index letter to ``"layer"``, ``"element"`` or ``"time"`` (1 to T).
    Before a bracket, ``function_letters`` stand for functions, any smooth ones unless the page defines them
    (those that it has declared, its ``own_letters``, may be functions of a column as well, and the values of
    ``column_letters`` are columns of that length), and ``factors`` for numbers that are multiplied by it;
    other letters need a definition or a sign. With ``derivatives_as_rows``, that of a number by a column is
    a row.
    """

    name: str
    title: str
    about: str
    symbols: tuple[Symbol, ...]
    functions: tuple[Function, ...] = ()
    sizes: Callable[[Generator, frozenset[str], str], dict[str, Any]] = lambda rng, mentioned, mode: {}
    indices: Mapping[str, str] = field(default_factory=dict)
    function_letters: tuple[str, ...] = ()
    own_letters: tuple[str, ...] = ()
    column_letters: Mapping[str, str] = field(default_factory=dict)
    factors: tuple[str, ...] = FACTORS
    derivatives_as_rows: bool = False

    @cached_property
    def by_base(self) -> dict[str, Symbol]:
        """Every symbol by its letter and by its other letters."""
        table = {}
        for symbol in self.symbols:
            for name in (symbol.base, *symbol.aliases):
                table[name] = symbol
        return table

    @cached_property
    def has_chance(self) -> bool:
        """Whether the table has random quantities, so that there are expectations."""
        return any(symbol.law is not None for symbol in self.symbols)

    @cached_property
    def function(self) -> dict[str, Function]:
        return {name: f for f in self.functions for name in (f.latex, *f.aliases)}

    def rows(self, texts: Mapping[str, str] | None = None) -> tuple[Row, ...]:
        """The table for readers; ``texts`` maps its English words to those of a translation."""
        said = texts or {}

        def row(symbol: str, meaning: str, shape: str, drawn: str) -> Row:
            return Row(symbol, said.get(meaning, meaning), shape, said.get(drawn, drawn))

        return (
            *(
                row(item.latex, item.meaning, " \\times ".join(item.shape), item.drawn)
                for item in self.symbols
            ),
            *(row(f.shown, f.meaning, "", f.drawn) for f in self.functions),
        )

    def __hash__(self) -> int:
        return hash(self.name)

    @cached_property
    def has_rules(self) -> bool:
        """Whether some symbols are computed from others, so that what a page defines may reach them."""
        return any(item.rule or item.gradient or item.law for item in self.symbols)
