"""A draw in which the only thing that is drawn is a whole range: what holds on it holds for all its numbers.

The place of the number that is drawn is taken by an interval (`bookkit.exact.interval`), by a number of it,
or by either one moved along, so that slopes are known too. All else has to be one and the same in every draw.
What asks for a second number, a size, a function that may be several or an outcome of chance says so by
`NotOneNumberError`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from bookkit.equations.drawing.exact import ExactInstance
from bookkit.equations.reading.context import Key
from bookkit.exact import moved
from bookkit.exact.errors import NoValueError, UndecidedError
from bookkit.exact.field import Field
from bookkit.exact.functions import exactly
from bookkit.exact.moved import Moved, still
from bookkit.exact.number import ONE, Number
from bookkit.notations.draws import (
    ANY_NUMBERS,
    ANY_WEIGHTS,
    FRACTION,
    LABEL,
    POSITIVE,
    REAL,
    UNIT,
    WEIGHTS,
    Draw,
)
from bookkit.notations.table import Symbol
from bookkit.values.chance import bare

Value = Any
Ends = tuple[int | None, int | None, bool]  # None is without end; whether the ends themselves are meant
RANGES: tuple[tuple[Draw, Ends], ...] = (
    *((draw, (None, None, False)) for draw in (REAL, UNIT, WEIGHTS, ANY_NUMBERS, ANY_WEIGHTS)),
    (POSITIVE, (0, None, False)),
    (FRACTION, (0, 1, False)),
    (LABEL, (0, 1, True)),
)
SIZES: Ends = (1, None, True)


class NotOneNumberError(UndecidedError):
    """What is asked hangs on more than one real number, or on something else that is drawn."""


class RangedInstance(ExactInstance):
    """A draw of one number, of which any other may take the place."""

    variable: Key | None = None
    ends: Ends = (None, None, False)
    counts = False  # whether it is a size: a whole number, and not every one

    def vary(self, place: Value) -> None:
        """Puts a number, an interval or a moved one in the place of what is drawn."""
        self.place = place
        self.memo = {}

    def leaf(self, key: Key, symbol: Symbol) -> Value:
        if key in self.given:
            return super().leaf(key, symbol)
        if key[0] in self.integers or self.dimensions(symbol, key[1]):
            raise NotOneNumberError
        return self.only(key, [ends for draw, ends in RANGES if symbol.draw is draw])

    def only(self, key: Key, ends: list[Ends]) -> Value:
        """The place of the only number, of which the first that is asked for is taken."""
        if self.variable not in (None, key) or not ends:
            raise NotOneNumberError
        self.variable, self.ends = key, ends[0]
        return self.place

    def compute(self, key: Key) -> Value:
        symbol = self.notation.by_base.get(key[0]) if key[0] not in self.nodes else None
        if symbol is not None and symbol.size and self.alone:
            self.counts = True
            return self.only(key, [SIZES])
        if symbol is not None and (symbol.law is not None or symbol.size):
            raise NotOneNumberError
        return super().compute(key)

    def size(self, symbol: Symbol, layer: int | None) -> int:
        raise NotOneNumberError

    def choice(self, name: str) -> Any:
        if len(self.notation.function[name].choices) > 1:
            raise NotOneNumberError
        return super().choice(name)

    def any_function(self, name: str) -> Callable[[list[Value]], Value]:
        raise NotOneNumberError

    def near_kink(self, difference: Value) -> None:
        """At a kink itself there is no derivative; on either side of it, comparisons decide."""
        if self.deriving:
            for item in np.ravel(np.asarray(bare(difference), dtype=object)):
                plain = still(exactly(item))
                if isinstance(plain, Number) and plain.fraction == 0:
                    raise NoValueError


def moving(place: Value, order: int) -> Value:
    """A number that moves along so many times: in what is computed of it, slopes are parts."""
    return Moved({0: place, **{1 << level: ONE() for level in range(order)}}) if order else place


def slopes(value: Value, order: int) -> list[Value]:
    """The value of what moved, its slope, the slope of that, and so on."""
    parts = moved.parts_of(value)
    if parts is None:
        raise UndecidedError
    return [parts.get((1 << count) - 1, 0) for count in range(order + 1)]


def instance(field: Field, trial: Any, order: int) -> RangedInstance:
    """A draw for a trial; derivatives in the formula move what has moved so many times already."""
    made = RangedInstance(
        seed=(trial.seed, 0), field=field, given=dict(trial.fixed), **trial.compiler.for_a_draw()
    )
    made.steps = [moved.step(level) for level in range(order)]
    made.level = order
    return made
