"""How strongly a true claim is known: it is tried once more, on a few small draws in exact arithmetic.

On each draw both sides are exact numbers (`bookkit.exact`). Where their balls do not touch, the claim is
false, however small the difference. Where their residues agree on all draws, it is an identity, but for an
accident of a known chance. Where only the balls touch, it is known to so many digits. Whatever is not decided
(a limit, a function without an exact counterpart, more work than the budget of a grade) lowers the grade and
never the verdict. Without a package for exact arithmetic, all is as it was.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import partial
from typing import Any

import numpy as np

from bookkit import exact
from bookkit.equations.drawing import budget
from bookkit.equations.drawing.budget import BudgetError
from bookkit.equations.drawing.exact import ExactInstance, with_objects
from bookkit.equations.drawing.shown import shown_values
from bookkit.equations.judging import bounds
from bookkit.equations.judging.comparing import ORDER, alike, places_of
from bookkit.equations.judging.settling import met
from bookkit.equations.judging.trial import Trial
from bookkit.equations.judging.verdict import (
    COMPUTED,
    DIGITS,
    IDENTITY,
    ON_PIECES,
    SAMPLED,
    SHAPE,
    WHOLE,
    Claim,
    Counterexample,
    Evidence,
)
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Key, show_key
from bookkit.exact import field as fields
from bookkit.exact.errors import DeeperError, NoCounterpartError, UndecidedError, UnluckyError
from bookkit.exact.field import BITS, Field, fresh
from bookkit.exact.functions import exactly
from bookkit.exact.moved import still
from bookkit.exact.number import Number, precisely
from bookkit.notations.draws import ALONE
from bookkit.values import algebra, chance
from bookkit.values.errors import EquationError, NoSuchThingError, UnmetError

Value = Any
DRAWS, TRIES = 3, 40  # small ones that a grade rests on; how many are made to have them, at most
ON_EACH = 8  # draws where definitions go piece by piece: they meet more of the pieces
FAILED = 6  # of them may be undecided for another reason than bad luck with a square root
WORK = 20_000  # evaluations of one exact draw, each of which is worth many of floats
FLOORS = (3, 7)  # of the tower of primes; the second where exponentials stand deep in one another
FEWEST_DIGITS = 20  # to fewer, a float has known as much
TOO_SMALL = "the difference is smaller than floats can show"
MIDDLE = Fraction(1, 10**9)  # so near to it, rounding goes by rules that are about written numbers
MOST_DIGITS = 60  # of some seventy that a ball has; the last ones are lost in any computation


@dataclass
class Found:
    """What exact draws have said so far."""

    draws: int = 0
    drawn: bool = False  # whether a number or a size was, which nothing had given
    equal: bool = True  # whether all residues have agreed
    certain: bool = True  # whether all comparisons were of fractions, or of balls that do not touch
    digits: int = MOST_DIGITS
    rarity: float = 0.0
    degree: int = 0
    sizes: dict[str, int] = field(default_factory=dict)
    paths: set[tuple[int, ...]] = field(default_factory=set)
    functions: set[str] = field(default_factory=set)
    refuted: Counterexample | None = None


def graded(trial: Trial, claim: Claim, at_given: bool) -> Claim:
    """A true claim with its evidence, or a false one where exact arithmetic refutes it."""
    if trial.sign == "\\in" and not isinstance(trial.right_tree, t.Group):
        return replace(claim, evidence=Evidence(SHAPE, claim.draws))
    if not exact.available():
        return claim
    if not at_given and (known := bounds.shown(trial)) is not None:
        return on_the_whole_range(trial, claim, known)
    if trial.sign not in ("=", "\\approx", *ORDER):
        return claim
    found = tried(trial, at_given)
    if found is None:
        return claim
    if found.refuted is not None:
        return replace(claim, status="false", reason=TOO_SMALL, counterexample=found.refuted)
    return replace(claim, evidence=evidence(trial, claim, found))


def on_the_whole_range(trial: Trial, claim: Claim, known: bounds.Shown) -> Claim:
    """A claim that is known for every number that it is about, or false for one of them."""
    variable = show_key(known.variable)
    if known.refuted is not None:
        place, left, right = known.refuted
        sides = (trial.left_tree.latex(), trial.right_tree.latex())
        found = Counterexample(((variable, str(place)),), *difference_shown(left, right), "", *sides)
        return replace(claim, status="false", reason=TOO_SMALL, counterexample=found)
    meets = tuple(str(place) for place in sorted(known.meets))
    grade = Evidence(WHOLE, claim.draws, pieces=known.pieces, variable=variable, meets=meets)
    return replace(claim, evidence=grade)


def evidence(trial: Trial, claim: Claim, found: Found) -> Evidence:
    """What exact draws are worth."""
    fixed = found.degree == 0 and not found.drawn
    if trial.sign != "=":
        return Evidence(COMPUTED if found.certain and fixed else SAMPLED, claim.draws)
    about = (tuple(sorted(found.sizes.items())), len(found.paths), tuple(sorted(found.functions)))
    if fixed and (found.certain or found.equal):
        return Evidence(COMPUTED, found.draws)
    if found.equal:
        kind = ON_PIECES if found.paths - {()} else IDENTITY
        return Evidence(kind, found.draws, 0, int(found.rarity), *about)
    if found.digits >= FEWEST_DIGITS:
        return Evidence(DIGITS, found.draws, found.digits, 0, *about)
    return Evidence(SAMPLED, claim.draws)


def is_identity(trial: Trial) -> bool:
    """Whether all residues agree on exact draws that met no pieces; where there is none, it is not known."""
    found = tried(trial, at_given=False) if exact.available() else None
    return found is not None and found.refuted is None and found.equal and found.paths <= {()}


def tried(trial: Trial, at_given: bool) -> Found | None:
    """What a few exact draws say, made once; None where they say nothing."""
    key = at_given, trial.sizes is not None
    if key not in trial.tried:
        trial.tried[key] = tried_anew(trial, at_given)
    found: Found | None = trial.tried[key]
    return found


def tried_anew(trial: Trial, at_given: bool) -> Found | None:
    found = tried_with(trial, at_given, frozenset(trial.facts.features))
    if found is None and ALONE in trial.facts.features:  # there may be something that is counted after all
        return tried_with(trial, at_given, frozenset(trial.facts.features - {ALONE}))
    return found


def tried_with(trial: Trial, at_given: bool, features: frozenset[str]) -> Found | None:
    """What they say with sizes that may be any number, where they are alone, or with whole ones."""
    found = Found()
    given = dict(trial.context.given) if at_given else {}
    once = trial.sides.left_closed and trial.sides.right_closed
    failed = 0
    for number in range(TRIES):
        for floors in FLOORS:
            try:
                with precisely(), fields.calculating(fresh(number, floors)) as tower, budget.aside(WORK):
                    inst = instance(trial, number, tower, given, features)
                    run(trial, inst, found)
                break
            except DeeperError:
                failed += floors == FLOORS[-1]
            except UnluckyError:
                break
            except NoCounterpartError:
                return None  # it will be missing in every draw
            except (UndecidedError, EquationError, ArithmeticError):  # of this draw; another may have a value
                failed += 1
                break
            except (BudgetError, RecursionError):
                return None  # more work, or deeper, than a grade is worth
        if found.refuted is not None or found.draws == needed(found) or (found.draws and once):
            return found
        if failed >= FAILED:
            break
    return found if found.draws >= DRAWS else None


def needed(found: Found) -> int:
    """How many draws are made."""
    return ON_EACH if found.paths - {()} else DRAWS


def instance(
    trial: Trial, number: int, tower: Field, given: Mapping[Key, Value], features: frozenset[str]
) -> ExactInstance:
    return ExactInstance(
        seed=(trial.seed, number),
        field=tower,
        given={**given, **trial.fixed},
        sizes=trial.sizes,
        deep=number % 4 == 3,
        **trial.compiler.for_a_draw(features),
    )


def run(trial: Trial, inst: ExactInstance, found: Found) -> None:
    """Both sides for all values of the free indices; what they say is added only where all of them do.

    An entry too far away only fails the draw: how far indices count has been judged by floats.
    """
    here = Found(digits=found.digits, equal=found.equal, certain=found.certain)
    compared = False
    for binding in trial.bindings(inst):
        with inst.state(binding=binding):
            try:
                if not with_objects(partial(met, trial.tests), inst):
                    continue
                with_objects(trial.assume, inst)
                inst.pieces.clear()
                left, right = sides(trial, inst)
            except UnmetError:
                continue
            except NoSuchThingError:
                if trial.is_bound_to(binding):
                    raise
                continue
        if not compare(trial, left, right, here):
            found.refuted = example(trial, inst, binding, left, right)
            return
        compared = True
        found.paths.add(tuple(inst.pieces))
    if not compared:
        return
    found.draws += 1
    found.drawn = found.drawn or sized(trial) or bool(inst.leaves.keys() - inst.given.keys())
    found.equal, found.certain, found.digits = here.equal, here.certain, here.digits
    found.degree = max(found.degree, here.degree)
    found.rarity += max(0.0, (BITS - 1) * math.log10(2) - math.log10(max(here.degree, 1)))
    found.functions |= inst.uninterpreted
    for name, size in inst.sizes.items():
        largest = max(size[1:], default=0) if isinstance(size, list) else int(size)
        if name in trial.facts.features or name == "L" or isinstance(size, list):
            found.sizes[name] = max(largest, found.sizes.get(name, 0))


def sides(trial: Trial, inst: ExactInstance) -> tuple[list[Number], list[Number]]:
    """The numbers of both sides, in one order."""
    both = algebra.pair(with_objects(trial.sides.left, inst), with_objects(trial.sides.right, inst))
    left, right = alike(*chance.for_all_outcomes(*both))
    return _numbers(left), _numbers(right)


def _numbers(value: Value) -> list[Number]:
    return [still(exactly(item)) for item in np.ravel(np.asarray(value, dtype=object))]


def sized(trial: Trial) -> bool:
    """Whether a claim names a size that is not given."""
    table = trial.notation.by_base
    return not trial.sizes and any(table[name].size for name in trial.facts.mentioned if name in table)


def compare(trial: Trial, left: list[Number], right: list[Number], found: Found) -> bool:
    """Whether both sides may be as the claim says; what speaks for it is noted."""
    for one, other in zip(left, right, strict=True):
        if trial.sign == "\\approx":
            found.degree = max(found.degree, degree_of(one), degree_of(other))
            if not rounds(trial, one, other):
                return False
            continue
        if not compare_numbers(trial.sign, one, other, found):
            return False
    return True


def compare_numbers(sign: str, one: Number, other: Number, found: Found) -> bool:
    a, b = one.residue, other.residue
    found.degree = max(found.degree, degree_of(one), degree_of(other))
    if one.fraction is not None and other.fraction is not None:
        gap = one.fraction - other.fraction
        if sign == "=":
            return gap == 0
        return _held(sign, gap < 0, gap == 0)
    difference = one.ball - other.ball
    if sign in ORDER:
        if difference.contains(0):
            found.certain = False
            return True
        return _held(sign, bool(difference < 0), False)
    if not difference.contains(0):
        return False
    found.certain = False
    found.equal = found.equal and a is not None and b is not None and fields.now().is_equal(a, b)
    found.digits = min(found.digits, digits(difference, one.ball, other.ball))
    return True


def degree_of(value: Number) -> int:
    """The degree of a number in what was drawn, 0 where nothing was; 1 where it is not known."""
    return 1 if value.residue is None else value.residue.degree


def _held(sign: str, below: bool, same: bool) -> bool:
    if same:
        return sign in ("\\le", "\\ge")
    return below == (ORDER[sign] > 0)


def digits(difference: Any, one: Any, other: Any) -> int:
    """To how many digits two balls are known to agree."""
    off = float(difference.abs_upper())
    size = max(float(one.abs_upper()), float(other.abs_upper()))
    if off == 0:
        return MOST_DIGITS
    if not (math.isfinite(off) and math.isfinite(size)):
        return 0  # a ball without an end tells no digit
    return max(0, min(MOST_DIGITS, int(-math.log10(off / size)) if off < size else int(-math.log10(off))))


def rounds(trial: Trial, one: Number, other: Number) -> bool:
    """Whether one side is the other, rounded to the digits that it shows; UndecidedError near the middle."""
    pairs = ((trial.right_tree, other, one), (trial.left_tree, one, other))
    for tree, shown, value in pairs:
        if (places := places_of(tree)) is not None and shown.fraction is not None:
            half = Fraction(1, 2) / Fraction(10) ** places
            off = abs(value - shown) - half
            if off < -half * MIDDLE:
                return True
            if off > half * MIDDLE:
                return False
            break
    raise UndecidedError


def example(
    trial: Trial, inst: ExactInstance, binding: Mapping[str, int], left: list[Number], right: list[Number]
) -> Counterexample:
    """The values of a draw that refutes, with as many digits of both sides as it takes."""
    pairs = [(a, b) for a, b in zip(left, right, strict=True) if not (a.ball - b.ball).contains(0)]
    one, other = pairs[0] if pairs else (left[0], right[0])
    shown = difference_shown(one, other)
    indices = tuple((name, str(value)) for name, value in binding.items())
    try:
        values = shown_values(inst, trial.facts.integers)
    except (UndecidedError, TypeError, ValueError):
        values = ()  # a claim is refuted by its sides, whether or not the rest can be shown
    return Counterexample((*indices, *values), *shown, "", trial.left_tree.latex(), trial.right_tree.latex())


def difference_shown(one: Number, other: Number) -> tuple[str, str]:
    """Two numbers with so many digits that they differ."""
    for count in range(6, MOST_DIGITS):
        texts = (one.ball.str(count, radius=False), other.ball.str(count, radius=False))
        if texts[0] != texts[1]:
            return texts[0], texts[1]
    return one.ball.str(radius=False), other.ball.str(radius=False)
