"""The verdict on one claim: how many draws of which kind, and what they are held to."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator
from dataclasses import replace

from bookkit.equations.compiling.definitions import STEPS_AT_ONCE
from bookkit.equations.compiling.readings import ALONG, FIXED, MOST_READINGS, read_as
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.drawing.notes import Notes
from bookkit.equations.drawing.sizes import given_in, mentions_a_size, names_a_size
from bookkit.equations.judging.comparing import ORDER, decimals
from bookkit.equations.judging.confirming import is_refuted, smallest
from bookkit.equations.judging.descent import descend
from bookkit.equations.judging.grading import graded, is_identity
from bookkit.equations.judging.outcome import Outcome, Spread, Tally
from bookkit.equations.judging.trial import TRIES, Trial
from bookkit.equations.judging.verdict import Claim, Counterexample, Status
from bookkit.equations.judging.walls import Walls
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.exact import exact
from bookkit.notations.draws import EDGE, NEAR, SPECIAL, USUAL, WIDE
from bookkit.values.errors import EquationError

NO_CASE = "no case of the definition applies"
HALF = "one side has a value here, the other has none; say for which values it is meant: \\text{for } x > 0"
NO_LIMIT = "there is a draw on which the limit does not exist; say under which condition it does"
FEW = 8  # draws by floats of what exact arithmetic, which shares nothing with them, has found an identity
STARTS = 3  # of the search for a counter-example of a bound, each with other sizes


class Judgement:
    """Judges one claim by trying it on draws."""

    def __init__(self, trial: Trial) -> None:
        self.trial, self.sides = trial, trial.sides
        self.at_given = False

    def judge(self, text: str, kind: str | None = None) -> Claim:
        """The verdict, and how strongly it is known; an exact draw may refute what floats have passed."""
        claim = self.decide(text, kind)
        return claim if claim.status != "true" else graded(self.trial, claim, self.at_given)

    def decide(self, text: str, kind: str | None) -> Claim:
        """The verdict by floats."""
        kind = kind or self.trial.sign
        self.at_given = False
        if self.trial.left_tree == self.trial.right_tree:
            raise EquationError("both sides are the same expression; this says nothing")
        if self.sides.left_closed and self.sides.right_closed and self.trial.sign != "\\in":
            return self.judge_closed(text, kind)
        if self.trial.sign == "\\approx" and not (self.sides.left_closed or self.sides.right_closed):
            raise EquationError("\\approx needs a number on one side, to agree with to the digits shown")
        claim = self.judge_sized(text, kind) or self.judge_random(text, kind)
        if (
            claim.status == "true"
            or not self.trial.context.given
            or not (self.sides.left_closed or self.sides.right_closed)
        ):
            return claim
        if self.is_general():
            return claim
        if self.trial.sign == "\\in":
            return claim
        self.at_given = True
        return self.judge_given(text, kind) or claim

    def is_general(self) -> bool:
        """Whether a condition, or "for all x", speaks of what the page has given a value."""
        given = {key[0] for key, _ in self.trial.context.given}
        letters = {self.letter(part) for chain in self.trial.statement.conditions for part in chain.walk()}
        letters |= {item.name.text for item in self.trial.statement.ranges}
        return bool(given & letters)

    @staticmethod
    def letter(node: t.Node) -> str:
        return node.latex() if isinstance(node, (t.Name, t.Accent, t.Scripted, t.Word)) else ""

    def judge_sized(self, text: str, kind: str) -> Claim | None:
        """At the sizes that the page has given, where the claim names some by their numbers.

        What has a plain number on one side is true for all sizes, or for those that are given.
        """
        given = given_in(self.trial.context, self.trial.notation)
        sides = (self.trial.left_tree, self.trial.right_tree)
        named = self.trial.counts_to_a_number or any(
            names_a_size(side, self.trial.notation, self.trial.context) for side in sides
        )
        plain = self.sides.left_closed != self.sides.right_closed and any(
            mentions_a_size(side, self.trial.notation) for side in sides
        )
        if not given or not (named or plain):
            return None
        if not named and (general := self.judge_random(text, kind)).status == "true":
            return general
        self.trial.sizes, self.sides.signs = given, set()
        claim = self.judge_random(text, kind)
        return replace(claim, reason="at the given sizes") if claim.status == "true" else claim

    def judge_closed(self, text: str, kind: str) -> Claim:
        """Two sides of numbers only: as fractions where both are rational."""
        inst = self.trial.instance(0)
        outcome = self.trial.run(inst)
        left, right = exact(self.trial.left_tree), exact(self.trial.right_tree)
        rational = left is not None and right is not None and self.trial.sign != "\\approx"
        if outcome.fault or not (outcome.valid or rational):  # 10^{400} is too large for a float
            return Claim(
                text, kind, "error", outcome.fault or "a side has no value (not a number, or infinite)"
            )
        if inst.notes.kink:
            return Claim(text, kind, "error", "a derivative at a kink, where there is none")
        if self.trial.sign == "\\approx":
            pass
        elif left is not None and right is not None:
            sign = (right > left) - (right < left)
            outcome.holds = {"=": sign == 0, "\\neq": sign != 0, "<": sign > 0, ">": sign < 0}.get(
                self.trial.sign, sign * ORDER.get(self.trial.sign, 0) >= 0
            )
        elif (
            self.trial.sign == "="
            and max(decimals(self.trial.left_tree), decimals(self.trial.right_tree)) > 6
        ):
            return Claim(text, kind, "error", "so many digits are an approximation; write \\approx")
        if outcome.holds:
            return Claim(text, kind, "true", draws=1, largest_error=outcome.error)
        return Claim(text, kind, "false", "", 1, outcome.error, self.trial.example(inst, outcome))

    def judge_given(self, text: str, kind: str) -> Claim | None:
        """At the values that the page has given; what is not given stays random."""
        given = dict(self.trial.context.given)
        good, number, worst = 0, 0, 0.0
        while good < self.trial.draws and number < TRIES * self.trial.draws:
            inst = self.trial.instance(number, given=given)
            number += 1
            outcome = self.trial.run(inst)
            if outcome.fault:
                return Claim(text, kind, "error", outcome.fault)
            if not any(key in given for key in inst.used):
                return None
            whole = all(key in given for key in inst.used)
            if not outcome.valid:
                if whole:
                    return Claim(text, kind, "error", "a side has no value at the given point")
                continue
            good, worst = good + 1, max(worst, outcome.error)
            if not outcome.holds and is_refuted(self.trial, inst, outcome):
                where = " (at the given values)"
                return Claim(text, kind, "false", "", good, worst, self.trial.example(inst, outcome, where))
            if whole:
                return Claim(text, kind, "true", "at the given values", 1, worst)
        if good < self.trial.draws:
            return Claim(text, kind, "error", "too few draws on which both sides have a value")
        return Claim(text, kind, "true", "at the given values", good, worst)

    def judge_random(self, text: str, kind: str) -> Claim:
        """At random values: one draw may refute it, and all of them together have to be evidence."""
        said, settled = Tally(), False
        half: tuple[Instance, Outcome] | None = None
        spread, closest = Spread(), dict[str, tuple[float, str, int]]()
        for mode, number, needed in self.plan():
            if needed and (settled or said.good >= needed):
                continue
            inst = self.trial.instance(number, mode)
            outcome = self.trial.run(inst)
            if (inst.notes.no_case or inst.notes.no_limit) and mode == USUAL and not outcome.fault:
                reason = NO_CASE if inst.notes.no_case else NO_LIMIT
                return Claim(text, kind, "error", reason, said.good, 0.0, self.trial.example(inst, outcome))
            if outcome.fault:
                if mode in (SPECIAL, NEAR, EDGE):
                    continue
                return Claim(text, kind, "error", outcome.fault)
            if outcome.half and mode == USUAL and not inst.notes.kink and half is None:
                half = inst, outcome
            if inst.notes.two_cases:
                why = "two cases of the definition apply, with different values"
                return Claim(text, kind, "error", why, said.good, 0.0, self.trial.example(inst, outcome))
            said.met, said.unmet = said.met + outcome.conditions, said.unmet + (not outcome.conditions)
            said.absent += outcome.missing
            if not outcome.valid or (inst.notes.kink and self.trial.sign != "\\in"):
                continue
            if not outcome.holds:
                if not is_refuted(self.trial, inst, outcome):
                    continue
                example = smallest(self.trial, inst, outcome)
                return Claim(text, kind, "false", "", said.good + 1, outcome.error, example)
            said.good += mode not in (SPECIAL, NEAR, EDGE)
            said.worst = max(said.worst, outcome.error)
            said.nonzero = said.nonzero or not outcome.zero
            said.alive |= inst.alive
            near, kind_of_size = (outcome.margin, mode, number), repr(inst.sizes)
            closest[kind_of_size] = min(near, closest.get(kind_of_size, near))
            if self.trial.sign == "=" and mode == USUAL and not spread.add(outcome):
                example = self.trial.example(inst, outcome)
                return Claim(text, kind, "false", spread.words, said.good, 1.0, example)
            settled = settled or (needed > said.good == FEW and half is None and self.is_settled())
        if reason := self.lacking(said, settled):
            return Claim(text, kind, "error", reason, said.good)
        if self.trial.sign in ORDER and (found := self.closer(sorted(closest.values())[:STARTS])) is not None:
            return Claim(text, kind, "false", "", said.good, said.worst, found)
        if half is not None:
            status: Status = "error" if self.trial.sign in ORDER else "false"
            return Claim(text, kind, status, HALF, said.good, said.worst, smallest(self.trial, *half))
        return Walls(self.trial).judge(text, kind) or Claim(text, kind, "true", "", said.good, said.worst)

    def lacking(self, said: Tally, settled: bool) -> str:
        """Why draws that have refuted nothing are no evidence; "" where they are."""
        if said.good == 0 and said.absent:
            return "there is no value of the indices for which both sides exist"
        if said.good < self.trial.draws and not settled:
            why = "its condition holds" if said.unmet > said.met else "both sides have a value"
            return f"only {said.good} of {self.trial.draws} draws on which {why}"
        trees = (self.trial.left_tree, self.trial.right_tree)
        if self.trial.sign == "=" and not said.nonzero and not any(map(_is_zero, trees)):
            return "both sides are 0 on every draw; this says nothing"
        if self.trial.sign in ("=", "\\coloneqq") and not self.trial.fixed:
            sides = {tree.latex() for tree in trees}
            for number, latex in self.trial.facts.watched.items():
                if number not in said.alive and sides != {latex, "0"}:
                    return f"{latex} is 0 on every draw, so nothing is said about its place"
        return ""

    def is_settled(self) -> bool:
        """Whether draws that go on by floats would say no more: all is smooth, and an exact identity.

        Where there are pieces, or chance, each draw may meet something that the ones before have not.
        """
        smooth = not self.trial.facts.pieces and not self.trial.notation.has_chance
        return smooth and self.trial.sign == "=" and is_identity(self.trial)

    def closer(self, starts: list[tuple[float, str, int]]) -> Counterexample | None:
        """A counter-example of a bound, looked for from the draws where its sides come closest."""
        sides = (*self.trial.left_tree.walk(), *self.trial.right_tree.walk())
        slow = sum(isinstance(part, t.Big) for part in sides) > 1
        for (_, mode, number), far in itertools.product(starts, (True, False)):
            inst = self.trial.instance(number, mode)

            def margin(inst: Instance = inst) -> float:
                inst.notes = Notes(rough=inst.notes.rough)  # what is known of values is not found out anew
                outcome = self.trial.run(inst)
                if outcome.fault or not outcome.valid or inst.notes.kink:
                    return math.inf
                return outcome.margin if outcome.holds else -1.0

            broken = descend(inst, margin, slow, far) < 0 and not (outcome := self.trial.run(inst)).holds
            if broken and is_refuted(self.trial, inst, outcome):
                return self.trial.example(inst, outcome)
        return None

    def plan(self) -> Iterator[tuple[str, int, int]]:
        """Modes and numbers of the draws; the third number ends a stretch when so many are good.

        A number is a draw's seed. Stretches that draw alike have numbers of their own, else one would repeat
        the other.
        """
        symbols = self.trial.notation.symbols
        numeric = self.trial.notation.has_chance or any(
            item.draw is not None and item.draw.special and item.draw.wide for item in symbols
        )
        tries = TRIES * (4 if self.trial.tests else 1)  # a condition may hold but seldom
        for number in range(self.trial.draws * tries):
            yield USUAL, number, self.trial.draws
        interval = isinstance(self.trial.right_tree, t.Group)
        bounds = self.trial.sign in (*ORDER, "\\neq") or (self.trial.sign == "\\in" and interval)
        if self.trial.sign != "\\in" or interval:
            smooth_chain = len(self.trial.compiler.nodes) > STEPS_AT_ONCE and not self.trial.facts.pieces
            for number in range(24 if bounds or (numeric and not smooth_chain) else 4):
                yield SPECIAL, number, 0
            # Where all is smooth, an equation that holds nearby holds at the edge; a step may be lost in it.
            pieces = 20 if self.trial.facts.pieces and not self.trial.facts.derives else 0
            for number in range(48 if bounds else pieces):
                yield EDGE, 5000 + number, 0
        if numeric and (self.trial.facts.pieces or self.trial.sign in ORDER):
            for number in range(120 if self.trial.notation.has_chance else 60):
                yield NEAR, 2000 + number, 0
            for number in range(70 if self.trial.sign in ORDER else 20):
                yield WIDE, 3000 + number, 0
        if bounds:
            for number in range(100):
                yield (USUAL if number % 3 else WIDE), 1000 + number, 0


def in_all_readings(claim: Claim, count: int, trial: Callable[[], Trial]) -> Claim:
    r"""A claim with derivatives that can be read in two ways: false where it is false in all of them.

    Each ``\partial`` is tried in both, since of one claim some may mean the one and some the other.
    """
    if not 1 <= count <= MOST_READINGS:
        return claim
    found: dict[tuple[str, ...], Claim] = {}
    for chosen in itertools.product((ALONG, FIXED), repeat=count):
        with read_as(chosen):
            one = Judgement(trial()).judge(claim.latex)
        if one.status != "false" or one.counterexample is None:
            return claim
        found[chosen] = one
    along, fixed = found[(ALONG,) * count], found[(FIXED,) * count]
    assert fixed.counterexample is not None
    reason = [
        "false in both readings of \\partial, along the definitions and with the others fixed.",
        "with the others fixed:",
        *("  " + line for line in fixed.counterexample.lines(fixed.kind)),
        "along the definitions:",
    ]
    return replace(along, reason="\n".join(reason))


def _is_zero(node: t.Node) -> bool:
    return isinstance(node, t.Number) and float(node.text) == 0
