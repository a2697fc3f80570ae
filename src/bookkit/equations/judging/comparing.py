"""Two sides on one draw: whether they are equal, ordered, near, or one in the other."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from bookkit.equations.compiling.comparisons import membership
from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.definitions import compile_side
from bookkit.equations.compiling.facts import Code
from bookkit.equations.drawing import budget
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.judging.outcome import Outcome
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.exact import exact, rounded
from bookkit.notations.draws import EDGE, SPECIAL, USUAL, WIDE
from bookkit.values import algebra, chance
from bookkit.values import functions as fn
from bookkit.values.errors import EquationError

Value = Any

# How near two sides must be, as a share of the larger one. A float holds nearly sixteen digits.
EXACT_TOLERANCE = 1e-12  # functions that are followed through thousands of roundings keep twelve of them
TOLERANCE = 1e-8  # where differences are extrapolated, inside a derivative or for a limit, eight are left
COARSE = 1e-6  # at the edge of a table functions are steep: an argument's last digit moves many of a value's
# How far rounding may have moved a value whose digits cancel, as a share of the largest term in it.
ROUNDING = 2e-14  # a hundred roundings of half a last digit, 1.1e-16, all to one side
LAST_DIGITS = 4e-16  # two roundings: nearer than that, two sides may be one number, written in two ways
CLOSE = 1e-13  # a bound that is reached may be overstepped by a few dozen roundings
LOST = 1e-100  # at the edge, what is smaller may have been lost to the smallest float, 1e-308
# What a derivative of exactly 0 may come out as: some roundings of 1, or what is left of a complex step.
ZERO_BY_DIFFERENCES, ZERO_BY_STEP = 1e-14, 1e-25
# Draws that are no evidence, for a difference of a tenth, or of one part in ten million, would not show.
TOO_NOISY, HIDDEN = 0.1, 1e-7
MIDDLE = 1e-9  # a written number stands for half of its last place; this near to that, it is the middle
UNIT = 1e-15  # a few times what rounding makes of 1
COMPARED = 5  # evaluations that comparing two sides is worth
ZERO = t.Number("0")
ORDER = {"<": 1, "\\le": 1, ">": -1, "\\ge": -1}


class Comparison:
    """The two sides of a claim, compiled, and the relation between them."""

    def __init__(self, compiler: Compiler, left: t.Node, sign: str, right: t.Node) -> None:
        self.compiler, self.facts = compiler, compiler.facts
        self.left_tree, self.sign, self.right_tree = left, sign, right
        self.left_closed, self.left = self.compile(left)
        self.right_closed, self.right = (True, _never) if sign == "\\in" else self.compile(right)
        self.member = membership(compiler, right) if sign == "\\in" else None
        self.signs: set[float] = set()  # of the differences so far

    def compile(self, node: t.Node) -> tuple[bool, Code]:
        """A side, and whether it names nothing that is drawn."""
        facts = self.compiler.facts
        before = set(facts.free)
        with facts.naming():
            code = compile_side(self.compiler, node)
            names_nothing = not facts.mentioned
        return names_nothing and set(facts.free) == before and not (set(facts.free) & t.names_in(node)), code

    def compare(self, inst: Instance) -> Outcome:
        budget.spend(COMPARED)
        inst.notes = inst.notes.at_the_next_values()
        fn.domain.outside = False
        left = self.left(inst)
        left_outside = fn.domain.outside
        if self.member is not None:
            left = chance.as_column(left) if chance.random_(left) else left
            good, words = self.member(inst, left)
            return Outcome(bool(np.all(np.isfinite(left))), good, 0.0, False, left, words)
        fn.domain.outside = False
        left, right = chance.for_all_outcomes(*algebra.pair(left, self.right(inst)))
        left, right = alike(*self.with_zeros(left, right))
        left, right = _plain(left), _plain(right)
        both = _is_finite(left), _is_finite(right)
        if not all(both):
            half = (both[1] and left_outside) or (both[0] and fn.domain.outside)
            return Outcome(left=left, right=right, half=half)
        if not (isinstance(left, float) and isinstance(right, float)) and (
            np.iscomplexobj(left) or np.iscomplexobj(right)
        ):
            left, right = np.real(left), np.real(right)
        noise = ROUNDING * inst.notes.scale + inst.notes.noise + self.floor(inst)
        size = max(_largest(left), _largest(right))
        gap = _largest(left - right)
        zero = size <= 10 * noise
        if self.sign == "\\approx":
            return Outcome(True, self.rounds(left, right), gap, False, left, right)
        if self.sign in ORDER:
            return self.ordered(inst, left, right, noise, size)
        if inst.mode == EDGE and inst.notes.rough:
            return Outcome(left=left, right=right)  # differences are not to be trusted where it is steep
        relative = TOLERANCE if self.facts.derives else EXACT_TOLERANCE
        if inst.mode in (EDGE, WIDE):
            noise += LOST
        if inst.mode == EDGE:
            relative, noise = COARSE, 100 * noise
        holds = gap <= (TOLERANCE if inst.notes.rough else relative) * size + noise
        if not holds and inst.mode in (EDGE, WIDE) and self.facts.derives and inst.is_far_out():
            return Outcome(left=left, right=right)  # exponentials have swallowed the small step
        hidden = noise > TOO_NOISY or (noise > HIDDEN * size and not zero)
        if holds and (hidden or inst.notes.saturated):
            # Rounding would hide a difference: such a draw is no evidence.
            return Outcome(left=left, right=right)
        if self.sign == "\\neq":
            # A difference that is once positive and once negative is somewhere zero.
            sign = np.sign(left - right)
            self.signs.add(float(np.max(sign)))
            self.signs.add(float(np.min(sign)))
            return Outcome(True, not holds and not {-1.0, 1.0} <= self.signs, 0.0, False, left, right)
        return Outcome(True, holds, gap / size if size > 10 * noise else 0.0, zero, left, right, noise=noise)

    def with_zeros(self, left: Value, right: Value) -> tuple[Value, Value]:
        """Two sides, where a 0 beside an array is an array of zeros."""
        if self.sign == "=" and self.right_tree == ZERO and np.size(left) > 1 and np.ndim(right) == 0:
            return left, np.zeros(np.shape(left))
        if self.sign == "=" and self.left_tree == ZERO and np.size(right) > 1 and np.ndim(left) == 0:
            return np.zeros(np.shape(right)), right
        return left, right

    def floor(self, inst: Instance) -> float:
        """What a derivative of exactly 0 may come out as; and what the last digit of a condition may do."""
        settled = ROUNDING * max(inst.stretched.values(), default=0.0)
        zero = ZERO_BY_DIFFERENCES if inst.notes.rough else ZERO_BY_STEP if self.facts.derives else 0.0
        return settled + zero

    def ordered(self, inst: Instance, left: Value, right: Value, noise: float, size: float) -> Outcome:
        """An inequality; a strict one is not decided where rounding makes both sides equal."""
        difference = (right - left) * ORDER[self.sign]
        strict = self.sign in ("<", ">")
        slack = LAST_DIGITS if strict else TOLERANCE if inst.notes.rough else CLOSE
        near = max(noise, slack * size)
        if isinstance(difference, float) and not (strict and abs(difference) <= near):
            broad = max(size, inst.notes.scale)
            held = difference > near if strict else difference >= -near
            apart = difference / broad if broad else math.inf
            return Outcome(True, held, 0.0, False, left, right, margin=apart)
        if strict and inst.mode != SPECIAL and np.any(np.abs(difference) <= near):
            return Outcome(np.ndim(left) == 0 and inst.mode == USUAL and bool(np.all(left == right)), False,
                           0.0, False, left, right)  # fmt: skip
        holds = np.all(difference > near) if strict else np.all(difference >= -near)
        room = max(size, inst.notes.scale)  # beside a 0, what was added up to get there
        margin = float(np.min(difference)) / room if room else math.inf
        return Outcome(True, bool(holds), 0.0, False, left, right, margin=margin)

    def rounds(self, left: Value, right: Value) -> bool:
        """Whether one side is the other, rounded to the digits that it shows."""
        for shown, number, tree, value in (
            (self.right_tree, right, self.left_tree, left),
            (self.left_tree, left, self.right_tree, right),
        ):
            places, written, known = places_of(shown), exact(shown), exact(tree)
            if places is None or written is None:
                continue
            if known is not None:
                return rounded(known, places) == written
            half = 0.5 * 10.0**-places
            off = float(np.max(np.abs(value - number))) - half
            if abs(off) <= MIDDLE * half + UNIT * float(np.max(np.abs(value))):
                return abs(float(written)) > float(np.max(np.abs(value)))  # the middle goes away from 0
            return off < 0
        raise EquationError("\\approx needs a decimal number, to agree with to the digits shown")


def _plain(value: Value) -> Value:
    """A number of numpy's as one of Python's, which is much quicker to compare."""
    return float(value) if isinstance(value, np.floating) else value


def _is_finite(value: Value) -> bool:
    return math.isfinite(value) if isinstance(value, float) else bool(np.all(np.isfinite(value)))


def _largest(value: Value) -> float:
    """The largest magnitude of a side, without what a complex step has added."""
    return abs(value) if isinstance(value, float) else float(np.max(np.abs(value)))


def alike(left: Value, right: Value) -> tuple[Value, Value]:
    """Two sides of one shape; a 1 × 1 matrix may face a number."""
    if np.shape(left) == np.shape(right):
        return left, right
    if np.size(left) == 1 and np.size(right) == 1 and 0 in (np.ndim(left), np.ndim(right)):
        return algebra.number(left), algebra.number(right)
    raise EquationError(f"the left side is {algebra.shape(left)}, the right side {algebra.shape(right)}")


def decimals(node: t.Node) -> int:
    """The digits after the point of a number that stands alone."""
    body = node.body if isinstance(node, t.Negative) else node
    return len(body.text.partition(".")[2]) if isinstance(body, t.Number) else 0


def places_of(node: t.Node) -> int | None:
    """The places after the point of a written number, ``-0.1203`` or ``4.5 \\cdot 10^{-5}``; else None."""
    if isinstance(node, t.Negative):
        return places_of(node.body)
    if isinstance(node, t.Number):
        return decimals(node)
    if isinstance(node, t.Binary) and node.sign in ("\\cdot", "\\times") and isinstance(node.left, t.Number):
        power = node.right
        if isinstance(power, t.Scripted) and power.base == t.Number("10") and power.sup is not None:
            exponent = exact(power.sup)
            if exponent is not None and exponent.denominator == 1:
                return decimals(node.left) - int(exponent)
    return None


def _never(inst: Instance) -> Value:
    raise EquationError("this side has no value")
