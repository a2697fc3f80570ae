"""Sequences of which a book says how they go on and not where they start: ``h_t = W h_{t-1}``.

The start may be anything then, and is drawn: of the size that the page declares, else of the size of what
else there is at each time on the other side, else of what a square matrix there takes, else a number, as
letters are where nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Context, Definition
from bookkit.equations.reading.rewriting import rebuilt
from bookkit.notations import declared
from bookkit.notations.table import TIME, Notation, Symbol


def has_times(notation: Notation, name: str) -> bool:
    """Whether the table has a value of a letter for each time."""
    symbol = notation.by_base.get(name)
    return symbol is not None and symbol.time


def is_timed(notation: Notation, definition: Definition) -> bool:
    """Whether a definition says how a sequence of the table goes on; the table then has its start."""
    return bool(definition.sub) and has_times(notation, definition.name)


def is_sequence_of_a_number(node: t.Node, notation: Notation, context: Context) -> bool:
    """Whether a node is a letter at a time, ``a_t``, a lone number in the table and new on the page."""
    if not isinstance(node, t.Scripted) or node.primes or node.sup is not None:
        return False
    if not isinstance(node.sub, t.Name) or notation.indices.get(node.sub.text) != TIME:
        return False
    name = node.base.latex()
    symbol = notation.by_base.get(name)
    number = symbol is not None and symbol.is_drawn_number and not symbol.time
    return number and not context.knows(name)


def of_this_time(statement: t.Statement, notation: Notation, context: Context) -> t.Statement:
    r"""A first line about the next of a sequence, ``x_{k+1} = x_k - \alpha x_k``, as one about this one,
    ``x_k = x_{k-1} - \alpha x_{k-1}``: what holds for all times holds one step earlier.
    """
    left, steps = statement.chain.first, statement.chain.steps
    if (
        len(steps) != 1
        or steps[0].sign not in ("=", "\\coloneqq")
        or statement.conditions
        or statement.ranges
    ):
        return statement
    if (
        not isinstance(left, t.Scripted)
        or left.primes
        or left.sup is not None
        or not isinstance(left.sub, t.Plus)
    ):
        return statement
    terms = left.sub.terms
    letter = terms[0] if len(terms) == 2 and terms[1] == t.Number("1") else None
    if not isinstance(letter, t.Name) or notation.indices.get(letter.text) != TIME:
        return statement
    name, now = left.base.latex(), left.with_(sub=letter)
    if context.knows(name) or now not in steps[0].right.walk():
        return statement
    before = t.Plus((letter, t.Negative(t.Number("1"))))

    def earlier(node: t.Node) -> t.Node:
        if node == letter:
            return before
        return letter if node == t.Plus((before, t.Number("1"))) else node

    step = t.Step(steps[0].sign, rebuilt(steps[0].right, earlier))
    return replace(statement, chain=t.Chain(now, (step,)))


def with_starts(notation: Notation, sequences: Iterable[Definition]) -> Notation:
    """The table with a value at each time of the sequences that are made from their own past."""
    found = {}
    for item in sequences:
        timed = len(item.sub) == 1 and notation.indices.get(item.sub[0]) == TIME
        if timed and item.goes_back and f"{item.name}_{{0}}" not in notation.by_base:
            found[f"{item.name}_{{{item.sub[0]}}}"] = _words(notation, item)
    return declared.extended(notation, found, declared.PAGE)


def _words(notation: Notation, item: Definition) -> str:
    """What may be said of the start of a sequence."""
    bases = [part.base.latex() for part in item.body.walk() if isinstance(part, t.Scripted)]
    rows = [notation.by_base.get(name) for name in bases]
    shapes = {row.shape for row in rows if row is not None and row.time and row.shape}
    squares = {row.shape[:1] for row in _matrices(notation, item) if row.shape[0] == row.shape[1]}
    for found in (shapes, squares):
        if len(found) == 1:
            lengths = found.pop()
            kind = "a column of {}" if len(lengths) == 1 else "a matrix of {} by {}"
            return f"{kind.format(*lengths)} at each time"
    return "a number at each time"


def _matrices(notation: Notation, item: Definition) -> list[Symbol]:
    names = [part.latex() for part in item.body.walk() if isinstance(part, (t.Name, t.Accent, t.Scripted))]
    rows = [notation.by_base.get(name) for name in names]
    return [row for row in rows if row is not None and len(row.shape) == 2 and not row.layered]
