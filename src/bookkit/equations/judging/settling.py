r"""Conditions that no draw meets by chance: ``\text{if } \sum_j y_j = 1``, ``\text{if } d^\top d = 1``.

One of the numbers or arrays in them is stretched, together with its sign, until both sides are equal. So the
draw is any one on the condition and not one of a few: what was drawn says in which direction, the condition
says how far. A draw that cannot be stretched so is passed over, like any on which a condition does not hold.

In exact arithmetic a stretch is looked for that is exact, too, where a side grows with the stretch or with
its square; else the claim keeps the grade that floats give.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.definitions import compile_side
from bookkit.equations.drawing.exact import ExactInstance
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.judging import settling_arrays
from bookkit.equations.judging.descent import is_movable, is_positive
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Key
from bookkit.exact import field as fields
from bookkit.exact.errors import NoCounterpartError
from bookkit.exact.functions import exactly
from bookkit.exact.moved import still
from bookkit.notations.draws import FRACTION
from bookkit.values import algebra
from bookkit.values.algebra import largest

Value = Any
Place = tuple[int | slice, ...] | None  # of the entries that are stretched; None for all of them
EQUAL = 4e-15  # as a share of the largest term in the condition: some roundings
OF_ARRAYS = 8  # so many times more of them in an entry of a product
HALVINGS = 80
ROUNDS = 12
POWERS = (1, 2, 4)  # with which sides grow, as a rule
STRETCHES = tuple(2.0**power for power in range(-7, 8))  # between which a stretch is looked for


class Settled:
    """A condition with one equals sign; called with a draw, it makes the condition hold, and says whether."""

    def __init__(self, compiler: Compiler, chain: t.Chain) -> None:
        self.latex = chain.latex()
        self.left = compile_side(compiler, chain.first, watch=False)
        self.right = compile_side(compiler, chain.steps[0].right, watch=False)

    def __call__(self, inst: Instance) -> bool:
        if isinstance(inst, ExactInstance):
            return self.settle_exactly(inst)
        if np.ndim(self.sides(inst)[0]):
            return self.holds_now(inst) or any(self.move(inst, key) for key in self.leaves(inst))
        ways = [way for key in self.leaves(inst) for way in _ways(inst, key)]
        return self.holds_now(inst) or any(
            self.stretch(inst, *way) for way in sorted(ways, key=_of_one_entry)
        )

    def sides(self, inst: Instance) -> tuple[Value, Value]:
        return settling_arrays.paired(self.left(inst), self.right(inst))

    def gap(self, inst: Instance) -> float:
        left, right = self.sides(inst)
        return float(np.real(left) - np.real(right))

    def holds(self, inst: Instance) -> bool:
        """Whether the condition holds without a change."""
        return _same(*self.sides(inst)) if isinstance(inst, ExactInstance) else self.holds_now(inst)

    def holds_now(self, inst: Instance) -> bool:
        size = self.size_of(inst)
        left, right = self.sides(inst)
        return bool(largest(left - right) <= EQUAL * (OF_ARRAYS if np.ndim(left) else 1) * size)

    def size_of(self, inst: Instance) -> float:
        """How large what takes part in the condition is: its roundings are of that size."""
        outer, inst.notes.scale = inst.notes.scale, 0.0
        left, right = self.sides(inst)
        size = max(largest(left), largest(right), inst.notes.scale, inst.stretched.get(self, 0.0))
        inst.notes.scale = outer
        return float(size)

    def leaves(self, inst: Instance) -> list[Key]:
        """What was drawn for the condition and may be any number, in the order in which it is tried."""
        seen = inst.seen_by(self.left) | inst.seen_by(self.right)
        found = sorted((key for key in seen & inst.leaves.keys() if _may_be_stretched(inst, key)), key=repr)
        return [found[place] for place in inst.rng(f"settled {self.latex}").permutation(len(found))]

    # --- with floats ------------------------------------------------------------------------------

    def stretch(self, inst: Instance, key: Key, place: Place) -> bool:
        """Stretches one value until the condition holds; leaves it as it was where nothing does."""
        start = inst.leaves[key]
        inst.stretched[self] = max(abs(self.gap(inst)), largest(start))

        def at(factor: float) -> float:
            put(inst, key, stretched(start, place, factor))
            return self.gap(inst)

        for factor in self.factors(at, is_positive(inst, key) or _is_fraction(inst, key)):
            put(inst, key, stretched(start, place, factor))
            if self.holds_now(inst) and is_allowed(inst, key):
                return True
        put(inst, key, start)
        del inst.stretched[self]
        return False

    @staticmethod
    def factors(at: Callable[[float], float], positive: bool) -> Iterator[float]:
        """Stretches that may do: those of a power first, then what lies between two signs."""
        none, once = at(0.0), at(1.0)
        for power in POWERS:
            share = none / (none - once) if none != once else np.nan
            if share > 0 or (power == 1 and share < 0 and not positive):
                yield from _polished(at, float(np.sign(share) * abs(share) ** (1 / power)))
        signs = (1.0,) if positive else (1.0, -1.0)
        for sign in signs:
            values = [(sign * factor, at(sign * factor)) for factor in STRETCHES]
            for (low, below), (high, above) in itertools.pairwise(values):
                if below * above < 0:
                    yield _between(at, low, below, high)

    def move(self, inst: Instance, key: Key) -> bool:
        """Moves one array until the condition holds; leaves it as it was where nothing does."""
        start = inst.leaves[key]
        if not np.ndim(start) or is_positive(inst, key) or _is_fraction(inst, key):
            return False

        def gap(value: Value) -> Value:
            put(inst, key, value)
            left, right = self.sides(inst)
            return np.asarray(np.real(left) - np.real(right), dtype=float)

        first = gap(start)
        inst.stretched[self] = size = max(largest(first), largest(start))
        at_once = ((value, False) for value in settling_arrays.moves(start, first))
        in_steps = ((value, True) for value in settling_arrays.newton(gap, start, size))
        for value, rough in itertools.chain(at_once, in_steps):
            put(inst, key, settling_arrays.settled(start, value))
            if self.holds_now(inst):
                put(inst, key, settling_arrays.polished(gap, inst.leaves[key]))
                if rough:  # on the condition but for some of its own roundings, of which each moves the claim
                    inst.stretched[self, "rough"] = settling_arrays.ROUGH * self.size_of(inst)
                return True
        put(inst, key, start)
        del inst.stretched[self]
        return False

    # --- with exact numbers -----------------------------------------------------------------------

    def settle_exactly(self, inst: ExactInstance) -> bool:
        if self.holds(inst):
            return True
        if np.ndim(self.sides(inst)[0]):
            if any(self.move_exactly(inst, key) for key in self.leaves(inst)):
                return True
            raise NoCounterpartError("no exact move is known for this condition")
        ways = [way for key in self.leaves(inst) for way in _ways(inst, key)]
        if any(self.stretch_exactly(inst, *way) for way in sorted(ways, key=_of_one_entry)):
            return True
        raise NoCounterpartError("nothing in the condition may be stretched")

    def move_exactly(self, inst: ExactInstance, key: Key) -> bool:
        """Moves one array so that the condition holds exactly; leaves it as it was where nothing does."""
        start = inst.leaves[key]
        if not np.ndim(start) or is_positive(inst, key) or _is_fraction(inst, key):
            return False
        left, right = self.sides(inst)
        start_in_numbers = np.array(start, dtype=object)
        ways = list(settling_arrays.moves(start_in_numbers, left - right))
        if np.shape(start)[0] == np.shape(start)[-1] > 1:
            signs = inst.rng(f"settled {key!r}").choice([-1, 1], size=len(start))
            ways.append(settling_arrays.rotation(start_in_numbers, [int(sign) for sign in signs]))
        for value in ways:
            put(inst, key, value)
            if _same(*self.sides(inst)):
                shown = [[float(still(exactly(item)).ball.mid()) for item in row] for row in value]
                inst.shown[key] = np.array(shown)
                return True
        put(inst, key, start)
        return False

    def stretch_exactly(self, inst: ExactInstance, key: Key, place: Place) -> bool:
        """Stretches one value until the condition holds; leaves it as it was where it changes nothing."""
        start = inst.leaves[key]
        gaps = []
        for factor in (0, 1, 2):
            put(inst, key, stretched(start, place, exactly(factor)))
            left, right = self.sides(inst)
            gaps.append(left - right)
        none, once, twice = gaps
        if _same(none, once) or _same(none, exactly(0)):
            put(inst, key, start)
            return False
        share = none / (none - once)
        if _same(twice - once, once - none):
            factor = share
        elif _same(twice - none, exactly(4) * (once - none)):
            factor = share.sqrt()
        else:
            raise NoCounterpartError("no exact stretch is known for this condition")
        put(inst, key, stretched(start, place, factor))
        inst.shown[key] = stretched(inst.shown[key], place, float(still(exactly(factor)).ball.mid()))
        return True


def met(tests: Sequence[Callable[[Instance], bool]], inst: Instance) -> bool:
    """Whether all conditions hold, those together that are settled: what one changes, another may see."""
    settled = [test for test in tests if isinstance(test, Settled)]
    for _ in range(ROUNDS):
        if not all(test(inst) for test in tests):
            return False
        if len(settled) < 2 or all(test.holds(inst) for test in settled):
            return True
    return False


def is_settled(compiler: Compiler, chain: t.Chain) -> bool:
    """Whether a condition is one that no draw meets by chance: an equation of what is drawn."""
    if len(chain.steps) != 1 or chain.steps[0].sign != "=" or compiler.notation.has_chance:
        return False
    sides = (chain.first, chain.steps[0].right)
    indices = set(compiler.facts.free) | set(compiler.bound)
    letters = t.names_in(*sides)
    return not any(isinstance(part, t.Derivative) for side in sides for part in side.walk()) and not (
        letters & indices and not any(isinstance(part, t.Big) for side in sides for part in side.walk())
    )


def _ways(inst: Instance, key: Key) -> Iterator[tuple[Key, Place]]:
    """What of a value is stretched: all of it, and where that changes nothing, one entry."""
    yield key, None
    shape = np.shape(inst.leaves[key])
    if shape:
        yield key, tuple(int(inst.rng(f"settled {key!r}").integers(end)) for end in shape)


def _of_one_entry(way: tuple[Key, Place]) -> bool:
    return way[1] is not None


def stretched(start: Value, place: Place, factor: Value) -> Value:
    if place is None:
        return start * factor
    found = np.array(start)
    found[place] = found[place] * factor
    return found


def _may_be_stretched(inst: Instance, key: Key) -> bool:
    return key not in inst.given and (is_movable(inst, key) or _is_fraction(inst, key))


def _is_fraction(inst: Instance, key: Key) -> bool:
    symbol = inst.notation.by_base.get(key[0])
    return symbol is not None and symbol.draw is FRACTION


def is_allowed(inst: Instance, key: Key) -> bool:
    """Whether a stretched value is still one that may be drawn."""
    value = inst.leaves[key]
    return not _is_fraction(inst, key) or bool(np.all((value > 0) & (value < 1)))


def put(inst: Instance, key: Key, value: Value) -> None:
    """Another value for what was drawn; all that was computed from the old one is forgotten."""
    inst.leaves[key], inst.mark = value, None
    inst.memo.clear()


def _polished(at: Callable[[float], float], factor: float) -> Iterator[float]:
    """A stretch, and what one more step of the secant makes of it."""
    yield factor
    beside = factor * (1 + 1e-7)
    here, there = at(factor), at(beside)
    if here != there:
        yield factor - here * (beside - factor) / (there - here)


def _between(at: Callable[[float], float], low: float, below: float, high: float) -> float:
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        here = at(middle)
        if here == 0 or middle in (low, high):
            return middle
        if (here > 0) == (below > 0):
            low = middle
        else:
            high = middle
    return low


def comparable(gap: Value) -> Value:
    """A difference of two sides, in a form in which two of them can be told apart."""
    number = algebra.number(gap)
    try:
        return complex(number)
    except (TypeError, ValueError):
        found = still(exactly(number))
        return found.fraction if found.fraction is not None else found.residue


def _same(one: Value, other: Value) -> bool:
    """Whether two exact numbers are equal, but for an accident; of arrays, whether all entries are."""
    if np.ndim(one):
        pairs = zip(np.ravel(one), np.ravel(other), strict=True)
        return all(_same(here, there) for here, there in pairs)
    a, b = still(exactly(one)), still(exactly(other))
    if a.fraction is not None and b.fraction is not None:
        return bool(a.fraction == b.fraction)
    if not (a.ball - b.ball).contains(0) or a.residue is None or b.residue is None:
        return False
    return bool(fields.now().is_equal(a.residue, b.residue))
