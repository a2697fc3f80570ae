"""Inequalities in one real number, on the whole range that it may be of: shown, refuted, or left as they are.

The range is cut at the numbers that the formula writes, and the pieces are cut on as long as it takes. On
each piece, the difference of both sides is enclosed by an interval: where that is not negative, the claim
holds for every number of the piece. Where both sides meet, no enclosure is tight enough. There slopes decide:
what is 0 at one end of a piece, with a slope that is nowhere negative on it, is nowhere negative either; and
the slope may be known by the slope of the slope. The numbers at which pieces are cut are tried one by one,
exactly.

Nothing is drawn at random and nothing is rounded the wrong way. What this rests on is that the formula was
read as it was meant, and that these programs do what they say.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from fractions import Fraction
from heapq import heappop, heappush
from itertools import count
from typing import Any, NamedTuple

from bookkit.equations.compiling.definitions import compile_side
from bookkit.equations.compiling.facts import Code
from bookkit.equations.drawing import budget
from bookkit.equations.drawing.budget import BudgetError
from bookkit.equations.drawing.exact import with_objects
from bookkit.equations.drawing.ranged import RangedInstance, instance, moving, slopes
from bookkit.equations.judging.comparing import ORDER
from bookkit.equations.judging.settling import Settled
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.exact import exact
from bookkit.exact import field as fields
from bookkit.exact.errors import NoCounterpartError, NoValueError, UndecidedError
from bookkit.exact.field import fresh
from bookkit.exact.interval import Interval, ends_of, interval
from bookkit.exact.number import Number, precisely
from bookkit.values import algebra
from bookkit.values.errors import EquationError

Value = Any
WORK = 20_000  # evaluations that the whole range is worth
MOST = 300  # pieces
NARROWEST, FARTHEST = Fraction(1, 2**36), 10**5  # pieces that are not cut any more
MARKS, LARGEST = 8, 10**6  # numbers of the formula at which the range is cut
ORDERS = 5  # of slopes that are looked at, where the lower ones are 0 at an end


@dataclass(frozen=True)
class Piece:
    """The numbers between two others, which do not belong to it; None is without end."""

    first: Fraction | None
    last: Fraction | None

    def middle(self) -> Fraction:
        """Where it is cut: at the simplest fraction near its middle, since there both sides may well meet."""
        if self.first is None and self.last is None:
            return Fraction(0)
        if self.first is None or self.last is None:
            end = self.last if self.first is None else self.first
            assert end is not None
            further = max(Fraction(1), abs(end))
            return end + further if self.last is None else end - further
        quarter = (self.last - self.first) / 4
        return simplest(self.first + quarter, self.last - quarter)

    def is_hopeless(self) -> bool:
        """Whether it is so small, or so far out, that cutting it on would lead nowhere."""
        if self.first is None or self.last is None:
            return any(abs(end) > FARTHEST for end in (self.first, self.last) if end is not None)
        return self.last - self.first < NARROWEST

    def cut(self, at: Fraction) -> tuple[Piece, Piece]:
        return Piece(self.first, at), Piece(at, self.last)


@dataclass
class Shown:
    """What is known of a claim on the whole range."""

    variable: Any = None
    pieces: int = 0
    meets: list[Fraction] = field(default_factory=list)  # where both sides are equal
    refuted: tuple[Fraction, Number, Number] | None = None  # where it fails, and both sides there


class Bound:
    """The difference of two sides as a function of the only number that is drawn."""

    def __init__(self, trial: Any, relation: Relation) -> None:
        self.trial, self.relation = trial, relation
        self.strict = relation.sign in ("<", ">")
        self.draws: dict[int, RangedInstance] = {}
        self.known: dict[tuple[Fraction, int], list[Value]] = {}

    def draw(self, order: int) -> RangedInstance:
        """A draw in which what is drawn has moved so many times; it is used again and again."""
        if order not in self.draws:
            self.draws[order] = instance(fields.now(), self.trial, order)
        return self.draws[order]

    def is_meant(self, place: Value) -> bool:
        """Whether the conditions say that the claim is about all of these numbers.

        Raises UndecidedError where it may be about some of them.
        """
        inst = self.draw(0)
        inst.vary(place)
        return all(with_objects(test, inst) for test in self.trial.tests)

    def sides(self, place: Value, order: int = 0) -> tuple[Value, Value]:
        """Both sides, where the number that is drawn is this one, or any of these."""
        budget.spend(1 + 2**order)
        inst = self.draw(order)
        inst.vary(moving(place, order))
        left, right = (with_objects(side, inst) for side in (self.relation.left, self.relation.right))
        return algebra.number(left), algebra.number(right)

    def difference(self, place: Value, order: int) -> list[Value]:
        """By how much the claim holds, and the slopes of that."""
        left, right = self.sides(place, order)
        return slopes((right - left) * ORDER[self.relation.sign], order)

    def at(self, place: Fraction, order: int) -> list[Value]:
        """The same at a single number; [] where there is no value."""
        for known in range(order, ORDERS + 1):
            if (place, known) in self.known:
                return self.known[place, known]
        try:
            found = self.difference(Number.of_fraction(place), order)
        except UndecidedError:
            found = []
        self.known[place, order] = found
        return found

    def margin(self, place: Fraction) -> float:
        """About by how much the claim holds at a number; 0 where nobody knows."""
        known = self.at(place, 0)
        middle = ends_of(known[0]).middle() if known else 0.0
        return middle if math.isfinite(middle) else 0.0

    # --- pieces -------------------------------------------------------------------------------------

    def holds_on(self, piece: Piece, meets: list[Fraction]) -> bool:
        """Whether the claim is shown for all numbers of a piece; where both sides meet on it is noted."""
        whole = Interval.between(piece.first, piece.last)
        try:
            if not self.is_meant(whole):
                return True
        except UndecidedError:
            pass  # then it has to hold for more numbers than are meant
        try:
            if self.is_so(interval(self.difference(whole, 0)[0])):
                return True
        except NoValueError:
            return True  # where no number has a value, nothing is claimed
        except UndecidedError:
            return False
        return self.holds_by_slopes(piece, whole, meets)

    def is_so(self, value: Interval) -> bool:
        return value.is_above_0() if self.strict else value.is_at_least_0()

    def holds_by_slopes(self, piece: Piece, whole: Interval, meets: list[Fraction]) -> bool:
        """By what is known at an end or in the middle, and by slopes on all of the piece."""
        for order in range(1, ORDERS + 1):
            try:
                last = ends_of(self.difference(whole, order)[order])
            except UndecidedError:
                return False
            for end, sign in ((piece.first, 1), (piece.last, -1)):
                known = [] if end is None else self.at(end, order - 1)
                if self.rises(known, last, sign) and self.is_smooth_at(piece, sign, order - 1):
                    return True
            if order <= 2 and self.is_far_enough(piece, last, order):
                if _is_0(self.at(piece.middle(), order - 1)[0]):
                    meets.append(piece.middle())
                return True
            if order >= 2 and not self.meets_at_an_end(piece, order - 1):
                return False
        return False

    def is_smooth_at(self, piece: Piece, sign: int, order: int) -> bool:
        """Whether the difference and so many slopes reach an end without a jump.

        What is computed of an interval to which the end belongs is all continuous, or it is undecided.
        """
        try:
            self.difference(Interval.between(piece.first, piece.last, sign < 0, sign > 0), order)
        except UndecidedError:
            return False
        return True

    def rises(self, at_end: list[Value], last: Interval, sign: int) -> bool:
        """Taylor's formula: no term of it is negative, from this end on into the piece."""
        if not at_end:
            return False
        last = last if sign > 0 or len(at_end) % 2 == 0 else -last
        terms = [item * sign**count for count, item in enumerate(at_end)]
        if not (last.is_at_least_0() and all(_is_at_least_0(item) for item in terms)):
            return False
        return not self.strict or last.is_above_0() or any(_is_above_0(item) for item in terms)

    def is_far_enough(self, piece: Piece, last: Interval, order: int) -> bool:
        """Taylor's formula from the middle: what the slopes allow on the piece is less than the distance."""
        if piece.first is None or piece.last is None or not (known := self.at(piece.middle(), order - 1)):
            return False
        half = (piece.last - piece.first) / 2
        away = Interval.between(-half, half, False, False)
        total: Value = known[0]
        if order == 2:
            total = total + away * known[1]
        return self.is_so(interval(total + away._to_the(order) * last / order))

    def meets_at_an_end(self, piece: Piece, order: int) -> bool:
        """Whether the difference and its slopes are 0 at an end: then only a higher one can tell."""
        for end in (piece.first, piece.last):
            known = [] if end is None else self.at(end, order)
            if known and all(_is_0(item) for item in known[: order + 1]):
                return True
        return False


class Relation(NamedTuple):
    """Two sides and the order between them."""

    left: Code
    sign: str
    right: Code


def relations(trial: Any) -> list[Relation]:
    """What a claim says of order: one relation, or of an interval that a value is in, two."""
    if trial.sign in ORDER:
        return [Relation(trial.sides.left, trial.sign, trial.sides.right)]
    group = trial.right_tree
    if (
        trial.sign != "\\in"
        or not isinstance(group, t.Group)
        or group.opening == "\\{"
        or len(group.items) != 2
    ):
        return []
    signs = (">" if group.opening == "(" else "\\ge", "<" if group.closing == ")" else "\\le")
    ends = [
        (sign, compile_side(trial.compiler, end, False))
        for sign, end in zip(signs, group.items, strict=True)
        if t.Name("\\infty") not in (end, getattr(end, "body", None))
    ]
    return [Relation(trial.sides.left, sign, code) for sign, code in ends]


def shown(trial: Any) -> Shown | None:
    """What is known of an inequality on the whole range of its only number; None where nothing is."""
    found = Shown()
    settled = any(isinstance(test, Settled) for test in trial.tests)
    if trial.assumed or trial.facts.free or trial.ranges or trial.sizes or settled:
        return None
    try:
        for relation in relations(trial):
            with precisely(), fields.calculating(fresh(0, 3)), budget.aside(WORK):
                if not _show(Bound(trial, relation), found):
                    return None
    except (UndecidedError, NoCounterpartError, EquationError, ArithmeticError, BudgetError, RecursionError):
        return None
    return found if found.pieces or found.refuted else None


def _show(bound: Bound, found: Shown) -> bool:
    """Whether something is known of one relation; it is added to what has been found."""
    with suppress(UndecidedError):
        bound.difference(Number.of_fraction(Fraction(1, 2)), 0)  # finds out what is drawn
    inst = bound.draw(0)
    if inst.variable is None:
        return False
    found.variable = inst.variable
    pieces, points = _cut(bound.trial, *inst.ends)
    left: list[tuple[float, int, Piece]] = []
    numbers = count()
    while True:
        for place in points:
            if not _holds_at(bound, place, found):
                return found.refuted is not None
        for piece in pieces:  # those come first on which the claim is nearest to failing
            heappush(left, (bound.margin(piece.middle()), next(numbers), piece))
        if not left:
            return True
        piece = heappop(left)[-1]
        pieces, points = (), []
        if bound.holds_on(piece, found.meets):
            found.pieces += 1
        elif piece.is_hopeless() or found.pieces + len(left) > MOST:
            return False
        else:
            points, pieces = [piece.middle()], piece.cut(piece.middle())


def _holds_at(bound: Bound, place: Fraction, found: Shown) -> bool:
    """Whether the claim holds at a single number; what is learned is noted."""
    at = Number.of_fraction(place)
    try:
        if not bound.is_meant(at):
            return True
        left, right = bound.sides(at)
    except NoValueError:
        return True
    by = (right - left) * ORDER[bound.relation.sign]
    if _is_0(by):
        found.meets.append(place)
        good = not bound.strict
    elif _is_at_least_0(by):
        good = True
    elif _is_above_0(-by):
        good = False
    else:
        return False
    if not good and not bound.draw(0).counts:  # which sizes there are, only draws know
        found.refuted = place, left, right
    return good


def _cut(
    trial: Any, first: int | None, last: int | None, with_ends: bool
) -> tuple[Sequence[Piece], Sequence[Fraction]]:
    """The range, cut at the numbers that the formula writes."""
    ends = [Fraction(end) for end in (first, last) if end is not None]
    inside = [
        mark for mark in _marks(trial) if (first is None or mark > first) and (last is None or mark < last)
    ]
    at = sorted(set(inside))
    starts = [None if first is None else Fraction(first), *at]
    stops = [*at, None if last is None else Fraction(last)]
    pieces = [Piece(one, two) for one, two in zip(starts, stops, strict=True)]
    return pieces, [*at, *(ends if with_ends else [])]


def _marks(trial: Any) -> Iterator[Fraction]:
    """0, and the numbers that the formula and its conditions write, of either sign."""
    yield Fraction(0)
    seen: list[Fraction] = []
    for side in (trial.left_tree, trial.right_tree, *trial.statement.conditions):
        for part in side.walk():
            value = exact(part) if isinstance(part, t.Node) else None
            if value is not None and value not in seen and 0 < abs(value) <= LARGEST and len(seen) < MARKS:
                seen.append(value)
                yield from (value, -value)


def simplest(low: Fraction, high: Fraction) -> Fraction:
    """The fraction with the smallest denominator from one number to another (by continued fractions)."""
    if low <= 0 <= high:
        return Fraction(0)
    if high < 0:
        return -simplest(-high, -low)
    whole = low.numerator // low.denominator
    if low == whole:
        return low
    if high >= whole + 1:
        return Fraction(whole + 1)
    return whole + 1 / simplest(1 / (high - whole), 1 / (low - whole))


def _is_0(value: Value) -> bool:
    """Whether a number is 0: exactly, or by residues of numbers that hang on nothing drawn."""
    if isinstance(value, Interval):
        return bool(value.low.at.is_zero() and value.high.at.is_zero())
    if not isinstance(value, Number):
        return bool(value == 0)
    if value.fraction is not None:
        return value.fraction == 0
    residue = value.residue
    return residue is not None and residue.degree == 0 and residue.value == 0 and value.ball.contains(0)


def _is_above_0(value: Value) -> bool:
    return not _is_0(value) and ends_of(value).is_above_0()


def _is_at_least_0(value: Value) -> bool:
    return _is_0(value) or ends_of(value).is_at_least_0()
