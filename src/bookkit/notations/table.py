"""What a notation is: a table of symbols with their meaning,
their shape and how the proof-reader draws them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

import numpy as np
from numpy.random import Generator

# How an instance is drawn: as usual; small and round, for counter-examples; with zeros, ones, ties and equal
# sizes; far out and close to zero; near the numbers that stand in the equation; at the edge of what the table
# says, with fractions next to 0 and 1, steep functions, rare outcomes, many entries.
USUAL, PLAIN, SPECIAL, WIDE, NEAR, EDGE = "usual", "plain", "special", "wide", "near", "edge"

# The kind of an index that counts steps: t = 1, …, T.
TIME = "time"

# Mentioned where sums stand in sums: they take long when there is much to count.
NESTED = "a sum in a sum"

# Mentioned where an equation speaks of sizes and of nothing that has to be drawn or counted through.
ALONE = "sizes alone"

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
class Draw:
    """How random values are made; ``plain`` makes small round ones for counter-examples,
    ``special`` awkward ones, ``edge`` those at the ends of what the words allow. ``bound`` says what values
    have in common beside their size: ``"whole"`` numbers, ``"shares"`` that sum to 1 in every column,
    ``"positive"`` ones, of which there is a logarithm; "" where they may be any.
    """

    words: str
    sample: Callable[[Generator, tuple[int, ...]], Array]
    plain: Callable[[Generator, tuple[int, ...]], Array]
    special: Callable[[Generator, tuple[int, ...]], Array] | None = None
    wide: bool = False
    edge: Callable[[Generator, tuple[int, ...]], Array] | None = None
    bound: str = ""


def _choice(values: list[float]) -> Callable[[Generator, tuple[int, ...]], Array]:
    return lambda rng, shape: rng.choice(values, size=shape)


def _shaped(rng: Generator, shape: tuple[int, ...]) -> Array:
    """Small and large numbers, in arrays with a meaning: all alike, one 1, identity, rank 1, orthogonal."""
    size = float(rng.choice([0.05, 1.0, 1.0, 8.0]))
    kind = int(rng.integers(6)) if shape else 5
    if kind == 0:
        return np.full(shape, size * rng.choice([-1.0, 1.0]))
    if kind == 1:
        value = np.zeros(shape)
        value[tuple(int(rng.integers(end)) for end in shape)] = size
        return value
    if len(shape) > 2:
        return size * rng.normal(size=shape)
    if kind == 2:
        return size * np.eye(shape[0], shape[1])
    if kind == 3:
        return size * np.outer(rng.normal(size=shape[0]), rng.normal(size=shape[1]))
    if kind == 4:
        square = np.linalg.qr(rng.normal(size=(max(shape), max(shape))))[0]
        return size * square[: shape[0], : shape[1]]
    return size * rng.normal(size=shape)


REAL = Draw(
    "any real number",
    lambda rng, shape: rng.normal(0.0, 1.5, shape),
    _choice([-3.0, -2.0, -1.0, 2.0, 3.0, 1.0, 0.5]),
    _choice([-1.0, 0.0, 0.0, 1.0, 2.0, 0.5]),
    wide=True,
    edge=_shaped,
)
WEIGHTS = Draw(
    "any real numbers, as a rule so scaled that a unit with many inputs is not saturated",
    lambda rng, shape: rng.normal(0.0, 1.2, shape) / np.sqrt(shape[-1]),
    _choice([-2.0, -1.0, 0.5, 1.0, 2.0]),
    edge=_shaped,
)
UNIT = Draw(
    "any real numbers, as a rule of about 1",
    lambda rng, shape: rng.normal(0.0, 1.0, shape),
    _choice([-2.0, -1.0, 0.5, 1.0, 2.0]),
    edge=_shaped,
)


def _close_to_zero(rng: Generator, shape: tuple[int, ...]) -> Array:
    return rng.normal(0.0, 1.0, shape) * rng.choice([0.0, 1e-3, 1.0])


ANY_WEIGHTS = Draw(
    "any real numbers, also very small and large ones",
    WEIGHTS.sample,
    WEIGHTS.plain,
    _close_to_zero,
    True,
    _shaped,
)
ANY_NUMBERS = Draw(ANY_WEIGHTS.words, UNIT.sample, UNIT.plain, _close_to_zero, True, _shaped)
POSITIVE = Draw(
    "a positive number",
    lambda rng, shape: rng.uniform(0.05, 3.0, shape),
    _choice([0.5, 1.0, 2.0, 3.0]),
    wide=True,
    bound="positive",
)


def _next_to_an_end(rng: Generator, shape: tuple[int, ...]) -> Array:
    """Fractions next to 0 or 1, in powers of 2 so that they and what is left to 1 are exact."""
    small = 2.0 ** -rng.integers(2, 27, shape)
    return np.where(rng.integers(0, 2, shape) == 0, small, 1.0 - small)


FRACTION = Draw(
    "a number between 0 and 1",
    lambda rng, shape: rng.uniform(0.05, 0.95, shape),
    _choice([0.25, 0.5, 0.75]),
    edge=_next_to_an_end,
    bound="positive",
)
LABEL = Draw(
    "a number from 0 to 1; often 0 or 1",
    FRACTION.sample,
    _choice([0.0, 0.25, 0.5, 0.75, 1.0]),
    _choice([0.0, 1.0]),
    edge=lambda rng, shape: rng.integers(0, 2, shape) if rng.integers(3) else _next_to_an_end(rng, shape),
)
COUNT = Draw(
    "a whole number from 1 to 6",
    lambda rng, shape: rng.integers(1, 7, shape),
    lambda rng, shape: rng.integers(1, 4, shape),
    bound="whole",
)


def length(text: str, sizes: Mapping[str, Any]) -> int:
    """A length that is made of sizes and numbers: ``n-q+1``."""
    parts = [part for part in re.split(r"([+-])", text) if part]
    signs = [1, *(-1 if sign == "-" else 1 for sign in parts[1::2])]
    values = [int(part) if part.isdigit() else int(sizes[part]) for part in parts[::2]]
    return sum(sign * value for sign, value in zip(signs, values, strict=True))


def some_count(rng: Generator, mode: str) -> int:
    """A whole number: mostly small, now and then larger, so that no polynomial vanishes on all of them."""
    if mode == PLAIN:
        return int(rng.integers(1, 4))
    if mode in (WIDE, EDGE):
        return int(rng.integers(1, 300))
    return int(rng.integers(1, 7) if rng.integers(3) else rng.integers(7, 30))


def some_sizes(
    rng: Generator, mode: str, number: int, most: tuple[int, int, int], low: int = 1, alone: bool = False
) -> list[int]:
    """So many sizes; ``most`` is how large they get in plain, in usual and in all other draws.

    They are all different, so that a wrong shape cannot fit by chance. In special draws they may be equal, or
    all as small as can be; at the edge any, and where they stand ``alone``, they have no bound.
    """
    if mode == SPECIAL:
        kind, end = int(rng.integers(3)), max(low, most[0])
        if kind < 2:
            return [low if kind else int(rng.integers(low, end + 1))] * number
        return [int(rng.integers(low, end + 1)) for _ in range(number)]
    if mode == EDGE:
        if alone:
            return [low - 1 + int(10.0 ** rng.uniform(0.0, 9.0)) for _ in range(number)]
        common = int(rng.integers(low, most[2] + 1))
        others = [int(rng.integers(low, most[2] + 1)) for _ in range(number)]
        return [common] * number if rng.integers(3) == 0 else others
    end = {PLAIN: most[0], WIDE: most[2]}.get(mode, most[1])
    picked = rng.permutation(np.arange(low, max(end, low + number - 1) + 1))[:number]
    return [int(size) for size in picked]


def _one_hot(rng: Generator, shape: tuple[int, ...]) -> Array:
    y = np.zeros(shape)
    y[rng.integers(0, shape[0], shape[1]), np.arange(shape[1])] = 1.0
    return y


def _shares(rng: Generator, shape: tuple[int, ...]) -> Array:
    y = rng.uniform(0.1, 1.0, shape)
    return y / y.sum(axis=0, keepdims=True)


def _labels(rng: Generator, shape: tuple[int, ...]) -> Array:
    return _one_hot(rng, shape) if rng.integers(2) else _shares(rng, shape)


def _uneven_shares(rng: Generator, shape: tuple[int, ...]) -> Array:
    y = rng.uniform(0.0, 1.0, shape) ** 12 + 1e-9
    return y / y.sum(axis=0, keepdims=True)


def _uneven_labels(rng: Generator, shape: tuple[int, ...]) -> Array:
    return _one_hot(rng, shape) if rng.integers(2) else _uneven_shares(rng, shape)


LABELS = Draw(
    "one 1 and else 0, or positive shares that sum to 1",
    _labels,
    _one_hot,
    edge=_uneven_labels,
    bound="shares",
)
ONES = Draw("ones", lambda rng, shape: np.ones(shape), lambda rng, shape: np.ones(shape), bound="whole")
ONE_HOT = Draw("one 1 in every column, else 0", _one_hot, _one_hot, bound="whole")
SHARES = Draw(
    "positive numbers that sum to 1 in every column", _shares, _shares, edge=_uneven_shares, bound="shares"
)


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
    symbol by another, taken by the complex step), ``size``. It exists from layer ``first`` on, and not in the
    ``short`` last ones. ``samples`` names the row of the values of single samples, ``C^{(i)}``.
    With ``time`` there is one number for each time t from ``first`` to T, and one without an index.
    A random number has a ``law``; ``members`` says how far its indices count, for each number of indices
    that it may have. ``name`` is the name under which it is known where that is not its letter. The entries
    of an array are counted from ``start``; with ``zero_outside`` each entry that is not there is 0.
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
        return "drawn anew for every draw" if self.size else self.rule_words


@dataclass(frozen=True)
class Function:
    """A function symbol: applied entry by entry, or with ``whole`` to a column; one of the choices is drawn.

    At the edge it is one of ``edges`` as well: as steep, flat, far from 0 or crooked as the meaning allows.
    One ``of_columns`` is any function of all entries of a column, of which only the sum is asked for.
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
    Before a bracket, ``function_letters`` stand for functions, any smooth ones unless the page defines them,
    and ``factors`` for numbers that are multiplied by it; other letters need a definition or a sign.
    """

    name: str
    title: str
    about: str
    symbols: tuple[Symbol, ...]
    functions: tuple[Function, ...] = ()
    sizes: Callable[[Generator, frozenset[str], str], dict[str, Any]] = lambda rng, mentioned, mode: {}
    indices: Mapping[str, str] = field(default_factory=dict)
    function_letters: tuple[str, ...] = ()
    factors: tuple[str, ...] = FACTORS

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
