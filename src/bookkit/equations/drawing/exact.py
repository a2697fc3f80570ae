"""A draw in exact arithmetic: what an `Instance` holds as floats, it holds as exact numbers.

The real numbers are those of the same draw, to their last bit; sizes are small. In the field, what may be
any number is any residue; what is bound to something (labels that sum to 1, whole numbers) is so there, too.
A function that may be any is uninterpreted. A limit is read off a power series (`series`). Whatever else is
measured with steps of some length, such as an integral, would be exact about the wrong thing, and is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import wraps
from typing import Any

import numpy as np

from bookkit.equations.drawing import budget
from bookkit.equations.drawing.instance import Instance, Node
from bookkit.equations.drawing.notes import Notes
from bookkit.equations.drawing.sizes import fixed
from bookkit.equations.reading.context import Key
from bookkit.exact import logarithms, moved, uninterpreted
from bookkit.exact.errors import NoCounterpartError, UndecidedError
from bookkit.exact.field import Field
from bookkit.exact.functions import exactly
from bookkit.exact.moved import still
from bookkit.exact.number import Number, constant, drawn, each, number, wide
from bookkit.exact.series import Series
from bookkit.notations.draws import ALONE, PLAIN, USUAL
from bookkit.notations.table import Notation, Sizes, Symbol
from bookkit.values.algebra import is_number
from bookkit.values.chance import RandomNumber, Space, bare
from bookkit.values.errors import EquationError

Value = Any
FEW_DIGITS = 12  # so many a written number has at most; more of them are what rounding has left
WIDEST = 3
SMALL = 1000  # the denominators of fractions that a given value may be


class _Everything:
    """What is in nothing is in this: no factor is watched here, the float draws have seen to that."""

    def __contains__(self, item: object) -> bool:
        return True

    def __ior__(self, other: object) -> _Everything:
        return self


@dataclass
class _Strict(Notes):
    """Notes of a draw on which nothing may be rough."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name in ("rough", "no_limit") and value:
            raise UndecidedError
        super().__setattr__(name, value)


class ExactInstance(Instance):
    """A draw of exact numbers (`bookkit.exact`); it is used while its field is calculated in."""

    exact = True

    def __init__(
        self,
        notation: Notation,
        seed: tuple[int, ...],
        field: Field,
        features: frozenset[str] = frozenset(),
        nodes: Mapping[str, Node] | None = None,
        given: Mapping[Key, Value] | None = None,
        integers: frozenset[str] = frozenset(),
        choices: Mapping[str, Callable[[Instance], Any]] | None = None,
        sizes: Mapping[Key, int] | None = None,
        deep: bool = False,
    ) -> None:
        super().__init__(notation, seed, features, nodes, given, integers, USUAL, choices=choices)
        small = notation.sizes(self.rng("sizes"), features, USUAL if deep else PLAIN)
        self.sizes = fixed(small, sizes) if sizes else slim(small) if deep else small
        self.field = field
        self.notes: Notes = _Strict()
        self.alive: Any = _Everything()
        self.mark = None
        self.pieces: list[int] = []  # on which side of a kink the draw was, each time one was looked at
        self.any_functions: set[str] = set()  # functions that may be any
        self.uninterpreted: set[str] = set()  # those of them that were asked for a value
        self.shown: dict[Key, Value] = {}  # the floats that were drawn
        self.steps: list[Any] = []
        self.level = 0
        self.alone = ALONE in features  # nothing is counted up to a size: it may be any number

    # --- values -----------------------------------------------------------------------------------

    def compute(self, key: Key) -> Value:
        symbol = self.notation.by_base.get(key[0]) if key[0] not in self.nodes else None
        if symbol is not None and symbol.law is not None and not symbol.law.exact:
            raise UndecidedError  # its values or chances are rounded
        if symbol is not None and symbol.size and self.alone:
            if key not in self.leaves:
                self.leaves[key] = drawn(float(self.size(symbol, key[1])), self.field.random())
            return self.leaves[key]
        found = super().compute(key)
        if isinstance(self.used.get(key), RandomNumber):
            self.used[key] = in_floats(found)
        return number(found) if isinstance(found, float) else found

    def leaf(self, key: Key, symbol: Symbol) -> Value:
        if key not in self.leaves:
            if key in self.given:
                shown, value = self.given[key], each(written, self.given[key])
            else:
                shown = super().leaf(key, symbol)
                value = self.as_drawn(key, symbol, shown)
            self.shown[key] = shown
            self.leaves[key] = value
        self.used[key] = self.shown[key]
        return self.leaves[key]

    def as_drawn(self, key: Key, symbol: Symbol, value: Value) -> Value:
        """What was drawn, with a residue for each number that may be any."""
        assert symbol.draw is not None
        kind = symbol.draw.bound
        if key[0] in self.integers or kind == "whole" or np.all(np.isin(value, (0.0, 1.0))):
            return each(lambda v: number(int(v)), value)
        if kind == "shares":
            return self.shares(value)
        if kind == "positive":
            return each(self.positive, value)
        if kind == "symmetric":
            return self.symmetric(value)
        if kind:
            raise UndecidedError
        return each(lambda v: drawn(float(v), self.field.random()), value)

    def positive(self, value: float) -> Number:
        """A positive number: an exponential, so that it has a logarithm."""
        exponent = self.field.random()
        made = drawn(float(value), self.field.exp(exponent))
        made.tag = logarithms.exponential(exponent)
        return made

    def symmetric(self, value: Value) -> Value:
        """A matrix whose entries on both sides of the diagonal are the same numbers."""
        found = self.lifted(value)
        for row, column in zip(*np.tril_indices(len(found), -1), strict=True):
            found[row, column] = found[column, row]
        return found

    def shares(self, value: Value) -> Value:
        """Columns that sum to 1, also where floats are a bit off."""
        parts = each(lambda v: drawn(float(v), self.field.random()), value)
        return parts / np.sum(parts, axis=0, keepdims=True)

    def lifted(self, values: Value) -> Value:
        return each(lambda v: drawn(float(v), self.field.random()), values)

    def written(self, text: str) -> Value:
        return number(Fraction(text))

    def constant(self, name: str, value: float) -> Value:
        return constant(name)

    def counted(self, value: Value) -> Value:
        """An index or a size as a number to calculate with."""
        return value if isinstance(value, np.ndarray) else exactly(value)

    # --- functions --------------------------------------------------------------------------------

    def choice(self, name: str) -> Any:
        """The function drawn for a function symbol; one that may be any has no law of its own."""
        if name not in self.choices:
            example, function = super().choice(name), self.notation.function[name]
            if len(function.choices) > 1:
                self.any_functions.add(name)
                made = columns if function.of_columns else entries
                self.choices[name] = made(name, example)
        if name in self.any_functions:
            self.uninterpreted.add(name)
        return self.choices[name]

    def any_function(self, name: str) -> Callable[[list[Value]], Value]:
        """A function that nothing defines."""
        example = super().any_function(name)
        for part in ("waves", "shifts", "sizes", "slopes"):
            if getattr(getattr(example, part, None), "dtype", None) == np.dtype(float):
                setattr(example, part, each(lambda v: drawn(float(v), None), getattr(example, part)))
        self.uninterpreted.add(name)
        return lambda values: uninterpreted.value(name, example, values)

    # --- derivatives ------------------------------------------------------------------------------

    def slope(self, f: Callable[[Value], Value]) -> Value:
        """The derivative at 0 of a function of one small change, whose square is 0."""
        budget.spend(10)
        level = self.level
        if len(self.steps) <= level:
            self.steps.append(moved.step(level))
        self.level, self.deriving = level + 1, self.deriving + 1
        try:
            found = f(self.steps[level])
            slopes = each(lambda v: moved.slope(v, level), bare(found))
            return RandomNumber(found.space, slopes) if isinstance(found, RandomNumber) else slopes
        finally:
            self.level, self.deriving = level, self.deriving - 1

    def near_kink(self, difference: Value) -> None:
        for item in np.ravel(np.asarray(bare(difference), dtype=object)):
            plain = still(exactly(item))
            if isinstance(plain, Series):
                self.pieces.append(1 if plain > 0 else -1)
                continue
            if plain.ball.contains(0) and plain.fraction is None:
                raise UndecidedError
            if self.deriving and plain.fraction == 0:
                raise UndecidedError
            self.pieces.append(1 if plain.ball > 0 else -1)

    def saw(self, value: Value) -> None:
        """Nothing is rounded here."""


def with_objects(code: Callable[[ExactInstance], Value], inst: ExactInstance) -> Value:
    """What code that is made for floats says of exact numbers, which are objects to NumPy.

    Raises NoCounterpartError for what NumPy cannot do with objects, of which it says: by TypeError that a
    function has no loop for them, by AttributeError that they have no such method, by ValueError that an
    array of them is neither true nor false. Nothing else of the grading is in here, so that none of its own
    mistakes hides behind these.
    """
    try:
        return code(inst)
    except EquationError:  # a ValueError of its own
        raise
    except (TypeError, AttributeError, ValueError) as error:
        raise NoCounterpartError(str(error)) from error


def slim(sizes: Sizes) -> Sizes:
    """The same depth, with at most ``WIDEST`` units in a layer."""
    return {
        name: [min(width, 1 + width % WIDEST) for width in size] if isinstance(size, list) else size
        for name, size in sizes.items()
    }


def in_floats(value: RandomNumber) -> RandomNumber:
    """A random number as people are shown it."""

    def near(item: Value) -> float:
        return float(still(exactly(item)).ball.mid())

    space = Space()
    space.chances = [each(near, chances).astype(float) for chances in value.space.chances]
    return RandomNumber(space, each(near, value.values).astype(float))


def written(value: float) -> Number:
    """A given value: the fraction or decimal that it was written as, if one can tell."""
    value = float(value)
    short = Fraction(value).limit_denominator(SMALL)
    if float(short) == value:
        return Number.of_fraction(short)
    decimal = f"{value:.{FEW_DIGITS}g}"
    return Number.of_fraction(Fraction(decimal)) if float(decimal) == value else wide(value)


def entries(name: str, example: Callable[..., Value]) -> Callable[..., Value]:
    """Any function of a number, entry by entry."""

    def of_one(found: list[Value]) -> Value:
        return example(found[0])

    @wraps(example)
    def of(values: Value) -> Value:
        return each(lambda v: uninterpreted.value(name, of_one, [exactly(v)]), values)

    return of


def columns(name: str, example: Callable[..., Value]) -> Callable[..., Value]:
    """Any function of all entries of the columns that it is given; the value is in the first row."""

    @wraps(example)
    def of(*arrays: Value) -> Value:
        if is_number(arrays[0]):
            return entry(*arrays)
        found = np.zeros(np.shape(arrays[0]), dtype=object)
        for place in range(len(found.T)):
            counts = [len(array) for array in arrays]

            def of_column(flat: list[Value], counts: list[int] = counts) -> Value:
                parts, start = [], 0
                for count in counts:
                    parts.append(np.array(flat[start : start + count], dtype=object).reshape(-1, 1))
                    start += count
                return np.sum(example(*parts))

            flat = [exactly(item) for array in arrays for item in array[:, place]]
            found[0, place] = uninterpreted.value(name, of_column, flat)
        return found

    def entry(*numbers: Value) -> Value:
        return uninterpreted.value(name, lambda found: example(*found), [exactly(v) for v in numbers])

    return of
