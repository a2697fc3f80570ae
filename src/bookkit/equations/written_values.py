r"""The values that a page gives, as the page writes them: a third is ``1/3``, and no decimal is.

As conditions of a claim, ``\text{if } b = 1/3``, they are in place exactly, and one may still derive by b.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Protocol

import numpy as np

from bookkit.equations.judging.verdict import Verdict
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Context, Definition, Key, show_key
from bookkit.equations.reading.parse import parse
from bookkit.pages.source import Equation
from bookkit.values.errors import EquationError

Judged = tuple[Equation, Verdict]
Given = tuple[Key, float]

_DIGITS = 12  # a float of more digits may stand for a value that is no decimal


class Judge(Protocol):
    """Judges an equation anew, under conditions."""

    def __call__(self, equation: Equation, context: Context, under: tuple[t.Chain, ...] = ...) -> Verdict: ...


def values_of(names: Iterable[str], context: Context) -> list[Given]:
    """What is given of some letters: a value of each, or of its members."""
    chosen = set(names)
    return [(key, value) for key, value in context.given if key[0] in chosen]


def as_conditions(values: Sequence[Given], found: Sequence[Judged]) -> tuple[t.Chain, ...] | None:
    """The values as conditions; None where one of them is not known exactly.

    ``found`` are the equations in which they are given.
    """
    conditions = [_as_condition(key, value, found) for key, value in values]
    return tuple(item for item in conditions if item is not None) if None not in conditions else None


def _as_condition(key: Key, value: float, found: Sequence[Judged]) -> t.Chain | None:
    try:
        name = parse(show_key(key)).statements[0].chain.first
    except EquationError:
        return None
    first = next((item for item in found if (key, value) in item[1].context.given), None)
    right = None if first is None else _written(name, first)
    if right is None:
        right = _decimal(value)
    return None if right is None else t.Chain(name, (t.Step("=", right),))


def _written(name: t.Node, judged: Judged) -> t.Node | None:
    """The right side from which a formula has the value of a name."""
    equation, verdict = judged
    for statement in reversed(parse(equation.latex).statements):
        sides = (statement.chain.first, *(step.right for step in statement.chain.steps))
        for (left, right), step in zip(pairwise(sides), statement.chain.steps, strict=True):
            if left.latex() == name.latex() and step.sign in ("=", "\\coloneqq"):
                names_others = Definition("", right).named & verdict.context.by_name.keys()
                return None if names_others else right
    return None


def _decimal(value: float) -> t.Node | None:
    """A short decimal, which is what has been written."""
    written = np.format_float_positional(abs(value), trim="-")
    if len(written.strip("0.").replace(".", "")) > _DIGITS:
        return None
    number = t.Number(written)
    return number if value >= 0 else t.Negative(number)
