"""Where a claim may break: on the walls of its conditions, and where one of its sides jumps.

Random draws hardly ever fall on the last value that a condition allows, nor between two thresholds that
differ by little. Both are found by bisection, and the claim is tried right there.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from bookkit.equations.drawing.instance import Instance
from bookkit.equations.drawing.notes import Notes
from bookkit.equations.judging.confirming import is_refuted
from bookkit.equations.judging.descent import is_movable, is_positive
from bookkit.equations.judging.outcome import Outcome
from bookkit.equations.judging.settling import met
from bookkit.equations.judging.trial import Trial
from bookkit.equations.judging.verdict import Claim
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Key
from bookkit.notations.draws import EDGE, NEAR, SPECIAL, USUAL

Value = Any
Values = dict[Key, Value]
POINTS = 10  # draws on walls
LINES, QUIET = 30, 14  # along which jumps are looked for; after so many without one, no more
MOST = 40  # numbers that are moved
SHARP, LAST = 8, 48  # halvings after which a jump is told from a slope, and after which it is found
BESIDE = (1e-8, 1e-4)  # how far from a jump the claim is tried, as a share of the line
NO_LIMIT = "on the boundary of its condition the limit does not exist; say under which condition it does"


class Walls:
    """The places where a trial is made once more, after all random draws have held."""

    def __init__(self, trial: Trial) -> None:
        self.trial = trial

    def judge(self, text: str, kind: str) -> Claim | None:
        """A claim that is refuted on a wall or at a jump; None where nothing speaks against it."""
        for inst in itertools.chain(self.on_walls(), self.at_jumps()):
            outcome = self.look(inst)
            if inst.notes.no_limit:
                return Claim(text, kind, "error", NO_LIMIT, 0, 0.0, self.trial.example(inst, outcome))
            broken = outcome.valid and not outcome.holds and not inst.notes.kink and not outcome.fault
            if broken and is_refuted(self.trial, inst, outcome):
                return Claim(text, kind, "false", "", 1, outcome.error, self.trial.example(inst, outcome))
        return None

    def look(self, inst: Instance) -> Outcome:
        """The claim at the values that the leaves have at the moment."""
        inst.memo, inst.mark = {}, None
        inst.notes = Notes()
        return self.trial.run(inst)

    # --- walls of conditions ----------------------------------------------------------------------

    def on_walls(self) -> Iterator[Instance]:
        """Draws moved to the last value that the conditions allow, on it or a little inside."""
        if not self.trial.tests or self.trial.facts.free:
            return
        closed = all(
            step.sign in ("\\le", "\\ge")
            for chain in self.trial.conditions
            if isinstance(chain, t.Chain)
            for step in chain.steps
        )
        for number in range(POINTS):
            inst = self.trial.instance(number, USUAL if number % 2 else SPECIAL)
            with np.errstate(all="ignore"):
                self.look(inst)
                if (inside := self.moved_to_wall(inst, number)) is None:
                    continue
                key, start, wall = inside
                inward = 0.0 if closed and number % 3 else 10.0 ** -(2 + number % 4)
                inst.leaves[key] = wall + (start - wall) * inward
            yield inst

    def moved_to_wall(self, inst: Instance, number: int) -> tuple[Key, float, float] | None:
        """A leaf, its value, and the last value on the way out at which the conditions hold."""
        keys = [key for key, value in inst.leaves.items() if is_movable(inst, key) and np.ndim(value) == 0]
        if not keys or not self.allowed(inst):
            return None
        rng = inst.rng("wall")
        for _ in range(6):
            key = keys[int(rng.integers(len(keys)))]
            start = float(inst.leaves[key])
            out = start + float(rng.choice([-1.0, 1.0])) * 10.0 ** rng.uniform(-0.5, 2.0)
            out = max(out, 1e-12) if is_positive(inst, key) else out
            wall = self.wall(inst, key, start, out)
            if wall is not None:
                return key, start, wall
            inst.leaves[key] = start
        return None

    def wall(self, inst: Instance, key: Key, good: float, bad: float) -> float | None:
        inst.leaves[key], inst.mark = bad, None
        if self.allowed(inst):
            return None
        for _ in range(80):
            middle = good + (bad - good) / 2
            if middle in (good, bad):
                break
            inst.leaves[key] = middle
            good, bad = (middle, bad) if self.allowed(inst) else (good, middle)
        inst.leaves[key] = good
        return good

    def allowed(self, inst: Instance) -> bool:
        inst.memo = {}
        try:
            return met(self.trial.tests, inst)
        except (ValueError, ArithmeticError):
            return False

    # --- jumps of the sides -----------------------------------------------------------------------

    def at_jumps(self) -> Iterator[Instance]:
        """Draws beside the places where one of the sides jumps, along lines between two draws."""
        if not self.trial.facts.pieces or self.trial.facts.free or self.trial.sign == "\\in":
            return
        jumps = 0
        for number in range(LINES):
            if not jumps and number >= QUIET:
                return
            inst = self.trial.instance(number, NEAR if number % 3 == 2 else USUAL)
            with np.errstate(all="ignore"):
                first = self.look(inst)
                if np.ndim(first.left):
                    return
                start = {key: value for key, value in inst.leaves.items() if is_movable(inst, key)}
                inst.mode = EDGE  # from here on rounding counts for more
                if not start or not _one_number(first) or sum(map(np.size, start.values())) > MOST:
                    continue
                move = _line(inst, start, number)
            for side in ("left", "right"):

                def at(share: float, side: str = side, inst: Instance = inst, move: Any = move) -> float:
                    move(share)
                    with np.errstate(all="ignore"):
                        found = self.look(inst)
                    return float(np.real(getattr(found, side))) if _one_number(found) else np.nan

                place = _jump(at)
                if place is None:
                    continue
                jumps += 1
                for beside in BESIDE:
                    for share in (place - beside, place + beside):
                        move(share)
                        yield inst


def _line(inst: Instance, start: Values, number: int) -> Callable[[float], None]:
    """Moves the leaves of an instance along a line from where they are."""
    rng = inst.rng(f"line {number}")
    far = float(rng.choice([1.0, 3.0, 10.0]))
    ways = {
        key: rng.normal(0.0, 1.0 if np.ndim(value) else far, np.shape(value)) for key, value in start.items()
    }
    if rng.integers(2):
        only = list(start)[int(rng.integers(len(start)))]
        ways = {only: ways[only]}

    def move(share: float) -> None:
        for key, way in ways.items():
            new = start[key] + share * way
            new = np.abs(new) + 1e-9 if is_positive(inst, key) else new
            inst.leaves[key] = new if np.ndim(new) else float(new)

    return move


def _one_number(outcome: Outcome) -> bool:
    """Whether both sides were judged and are numbers."""
    known = outcome.left is not None and not outcome.fault and outcome.valid
    return known and np.ndim(outcome.left) == 0 and np.ndim(outcome.right) == 0


def _jump(at: Callable[[float], float]) -> float | None:
    """Where on the way from 0 to 1 a value jumps; None where it only slopes, or has no value."""
    low, high = 0.0, 1.0
    below, above = at(low), at(high)
    whole = abs(above - below)
    if not whole > 0:
        return None
    for halving in range(LAST):
        middle = (low + high) / 2
        here = at(middle)
        if np.isnan(here):
            return None
        if abs(here - below) >= abs(above - here):
            high, above = middle, here
        else:
            low, below = middle, here
        if halving >= SHARP and not abs(above - below) > 0.03 * whole:
            return None
    return high
