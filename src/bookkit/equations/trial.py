"""One claim against random instances: what is equal, larger, near a number, or of a shape."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from bookkit.equations import algebra, assumptions, budget, chance, linear
from bookkit.equations import functions as fn
from bookkit.equations import tree as t
from bookkit.equations.conditions import is_letter
from bookkit.equations.context import Context
from bookkit.equations.descent import descend
from bookkit.equations.differentials import unchanged
from bookkit.equations.draw import Instance, Key, show_key
from bookkit.equations.errors import EquationError, NoSuchThingError, UnmetError
from bookkit.equations.evaluate import Compiler
from bookkit.equations.exact import exact, rounded
from bookkit.equations.parts import Code, counts, whole
from bookkit.equations.sets import membership
from bookkit.equations.sizes import given_in, mentions_a_size, names_a_size
from bookkit.equations.symbols import STEPS_AT_ONCE
from bookkit.equations.verdict import Claim, Counterexample, Status, show
from bookkit.equations.walls import Walls
from bookkit.notations.table import ALONE, EDGE, NEAR, PLAIN, SPECIAL, TIME, USUAL, WIDE, Notation

Value = Any
PI = t.Name("\\pi")
EXACT_TOLERANCE = 1e-12
TOLERANCE = 1e-8
COARSE = 1e-6  # at the edge of a table little is left of the digits
LOST = 1e-100  # there, what is smaller may have been lost to the smallest float
TOO_NOISY = 0.1
HUGE = 10**100  # nothing is drawn that is as large
MOST_BINDINGS = 120
NO_CASE = "no case of the definition applies"
HALF = "one side has a value here, the other has none; say for which values it is meant: \\text{for } x > 0"
NO_LIMIT = "there is a draw on which the limit does not exist; say under which condition it does"
COMPARED = 5  # evaluations that comparing two sides is worth
STARTS = 3  # of the search for a counter-example of a bound, each with other sizes
TRIES = 12  # draws thrown away for every one that is asked for
ORDER = {"<": 1, "\\le": 1, ">": -1, "\\ge": -1}


@dataclass
class Outcome:
    """One draw: whether it counts, whether the claim holds on it, by how much it fails at most."""

    valid: bool = False
    holds: bool = True
    error: float = 0.0
    zero: bool = True
    left: Value = None
    right: Value = None
    binding: Mapping[str, int] = field(default_factory=dict)
    fault: str = ""
    conditions: bool = True
    noise: float = 0.0
    missing: bool = False
    margin: float = math.inf
    half: bool = False
    unmet: bool = False


class _Spread:
    """Compares how both sides vary from draw to draw: a large constant in both must not hide a difference."""

    words = "both sides share a large part; what is left of them differs"

    def __init__(self) -> None:
        self.first: tuple[float, float] | None = None

    def add(self, outcome: Outcome) -> bool:
        if np.ndim(outcome.left) or np.ndim(outcome.right) or outcome.left is None:
            return True
        left, right = float(np.real(outcome.left)), float(np.real(outcome.right))
        if self.first is None:
            self.first = left, right
            return True
        start, other_start = self.first
        change, other = left - start, right - other_start
        noise = 20 * outcome.noise + 1e-15 * (abs(left) + abs(start))
        return abs(change - other) <= 1e-6 * max(abs(change), abs(other)) + noise


class Trial:
    """One claim: two sides, a relation, and the conditions under which it is said."""

    def __init__(
        self,
        notation: Notation,
        context: Context,
        left: t.Node,
        sign: str,
        right: t.Node,
        statement: t.Statement,
        draws: int,
        seed: int,
    ) -> None:
        self.notation, self.context = notation, context
        self.left_tree, self.sign, self.right_tree = left, sign, right
        self.statement = statement
        self.draws, self.seed = draws, seed
        self.compiler = Compiler(notation, context)
        self.compiler.index_letters |= {r.name.text for r in statement.ranges}
        self.left_closed, self.left = self.compile(left)
        self.right_closed, self.right = (True, _never) if sign == "\\in" else self.compile(right)
        self.member = membership(self.compiler, right) if sign == "\\in" else None
        said = [chain for chain in statement.conditions if assumptions.is_assumption(chain, notation)]
        still = {chain: letter for chain in statement.conditions if (letter := unchanged(chain))}
        self.compiler.facts.still |= set(still.values())
        said += still
        free = set(self.compiler.facts.free)
        self.assumed = [
            assumptions.compiled(self.compiler, chain, free) for chain in said if chain not in still
        ]
        self.fixed: dict[Key, Value] = {}
        said += [chain for chain in statement.conditions if chain not in said and self.fixes(chain)]
        self.tests = [self.compiler.condition(chain) for chain in statement.conditions if chain not in said]
        self.ranges = self.compile_ranges(statement.ranges)
        self.facts = self.compiler.facts
        self.absent: list[dict[str, int]] = []
        self.bounds: list[tuple[Callable[[Instance], bool], set[str]]] = []
        self.bounded: dict[str, tuple[bool, bool]] = {}
        self.stated_bounds(tuple(chain for chain in statement.conditions if chain not in said))
        self.sizes: Mapping[Key, int] | None = None
        self.signs: set[float] = set()
        if self.is_of_sizes_alone():
            self.facts.features.add(ALONE)
        self.conditions = [chain for chain in statement.conditions if chain not in said]
        self.counts_to_a_number = any(isinstance(item.last, t.Number) for item in statement.ranges)
        sides = (left, right, *statement.conditions)
        self.landmarks = tuple(itertools.islice(_landmarks(sides), 12))
        for name in self.facts.any_functions & self.facts.mentioned:
            raise EquationError(f"{name} stands for a function and for a number in one equation")
        if self.facts.pieces and (smooth := assumptions.smooth_ones(self.facts.mentioned, notation)):
            raise EquationError(f"what goes piece by piece cannot be judged of {', '.join(smooth)}")

    def compile(self, node: t.Node) -> tuple[bool, Code]:
        """A side, and whether it names nothing that is drawn."""
        facts = self.compiler.facts
        kept, facts.mentioned = facts.mentioned, set()
        before = set(facts.free)
        code = self.compiler.side(node)
        closed = not facts.mentioned and set(facts.free) == before and not (set(facts.free) & _letters(node))
        facts.mentioned |= kept
        return closed, code

    def fixes(self, chain: t.Chain) -> bool:
        """``x = 1`` as a condition: no draw meets it by chance, so x is 1 in all of them."""
        step = chain.steps[0]
        alone = len(chain.steps) == 1 and step.sign == "=" and is_letter(chain.first)
        if not alone or any(isinstance(part, (t.Name, t.Word)) for part in step.right.walk() if part != PI):
            return False
        if isinstance(chain.first, t.Name) and chain.first.text in self.compiler.facts.free:
            return False  # an index, which takes the value anyhow
        mentioned = set(self.compiler.facts.mentioned)
        found = self.compiler.ref(chain.first)
        self.compiler.facts.mentioned &= mentioned
        if (
            found is None
            or found[1] is not None
            or found[0].place is not None
            or found[0].name not in mentioned
        ):
            return False
        symbol = found[0].symbol
        if symbol is None or symbol.draw is None or symbol.shape or symbol.layered or symbol.time:
            return False
        if self.context.find(found[0].name) is not None:
            return False
        inst = Instance(self.notation, (self.seed, 0))
        self.fixed[found[0].key(inst)] = float(np.real(self.compiler.side(step.right, watch=False)(inst)))
        return True

    def is_of_sizes_alone(self) -> bool:
        """Whether nothing has to be drawn, enumerated or added up, so that sizes may be of any size."""
        table, facts = self.notation.by_base, self.facts
        sides = (*self.left_tree.walk(), *self.right_tree.walk())
        return (
            bool(facts.mentioned)
            and not any(isinstance(part, t.Big) for part in sides)
            and all(name in table and table[name].size for name in facts.mentioned)
            and all(index.layer for index in facts.free.values())
        )

    def compile_ranges(self, ranges: tuple[t.Range, ...]) -> dict[str, tuple[Code, Code] | None]:
        found: dict[str, tuple[Code, Code] | None] = {}
        for item in ranges:
            if item.first is None and item.name.text not in self.notation.indices:
                continue  # "for all x" says what is meant anyhow
            if item.name.text not in self.compiler.facts.free:
                raise EquationError(f"a range for {item.name.text}, which is no index of the equation")
            if item.first is None or item.last is None:
                found[item.name.text] = None
            else:
                found[item.name.text] = (
                    self.compiler.side(item.first, False),
                    self.compiler.side(item.last, False),
                )
        return found

    # --- verdict ----------------------------------------------------------------------------------

    def judge(self, text: str, kind: str | None = None) -> Claim:
        kind = kind or self.sign
        if self.left_tree == self.right_tree:
            raise EquationError("both sides are the same expression; this says nothing")
        if self.left_closed and self.right_closed and self.sign != "\\in":
            return self.judge_closed(text, kind)
        if self.sign == "\\approx" and not (self.left_closed or self.right_closed):
            raise EquationError("\\approx needs a number on one side, to agree with to the digits shown")
        claim = self.judge_sized(text, kind) or self.judge_random(text, kind)
        if claim.status == "true" or not self.context.given or not (self.left_closed or self.right_closed):
            return claim
        if self.is_general():
            return claim
        if self.sign == "\\in":
            return claim
        return self.judge_given(text, kind) or claim

    def is_general(self) -> bool:
        """Whether a condition, or "for all x", speaks of what the page has given a value."""
        given = {key[0] for key, _ in self.context.given}
        letters = {self.letter(part) for chain in self.statement.conditions for part in chain.walk()}
        letters |= {item.name.text for item in self.statement.ranges}
        return bool(given & letters)

    @staticmethod
    def letter(node: t.Node) -> str:
        return node.latex() if isinstance(node, (t.Name, t.Accent, t.Scripted, t.Word)) else ""

    def judge_sized(self, text: str, kind: str) -> Claim | None:
        """At the sizes that the page has given, where the claim names some by their numbers.

        What has a plain number on one side is true for all sizes, or for those that are given.
        """
        given = given_in(self.context, self.notation)
        sides = (self.left_tree, self.right_tree)
        named = self.counts_to_a_number or any(
            names_a_size(side, self.notation, self.context) for side in sides
        )
        plain = self.left_closed != self.right_closed and any(
            mentions_a_size(side, self.notation) for side in sides
        )
        if not given or not (named or plain):
            return None
        if not named and (general := self.judge_random(text, kind)).status == "true":
            return general
        self.sizes, self.signs = given, set()
        claim = self.judge_random(text, kind)
        return replace(claim, reason="at the given sizes") if claim.status == "true" else claim

    def judge_closed(self, text: str, kind: str) -> Claim:
        """Two sides of numbers only: as fractions where both are rational."""
        inst = self.instance(0)
        outcome = self.run(inst)
        left, right = exact(self.left_tree), exact(self.right_tree)
        rational = left is not None and right is not None and self.sign != "\\approx"
        if outcome.fault or not (outcome.valid or rational):  # 10^{400} is too large for a float
            return Claim(
                text, kind, "error", outcome.fault or "a side has no value (not a number, or infinite)"
            )
        if inst.kink:
            return Claim(text, kind, "error", "a derivative at a kink, where there is none")
        if self.sign == "\\approx":
            pass
        elif left is not None and right is not None:
            sign = (right > left) - (right < left)
            outcome.holds = {"=": sign == 0, "\\neq": sign != 0, "<": sign > 0, ">": sign < 0}.get(
                self.sign, sign * ORDER.get(self.sign, 0) >= 0
            )
        elif self.sign == "=" and max(_decimals(self.left_tree), _decimals(self.right_tree)) > 6:
            return Claim(text, kind, "error", "so many digits are an approximation; write \\approx")
        if outcome.holds:
            return Claim(text, kind, "true", draws=1, largest_error=outcome.error)
        return Claim(text, kind, "false", "", 1, outcome.error, self.example(inst, outcome))

    def judge_given(self, text: str, kind: str) -> Claim | None:
        """At the values that the page has given; what is not given stays random."""
        given = dict(self.context.given)
        good, number, worst = 0, 0, 0.0
        while good < self.draws and number < TRIES * self.draws:
            inst = self.instance(number, given=given)
            number += 1
            outcome = self.run(inst)
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
            if not outcome.holds:
                where = " (at the given values)"
                return Claim(text, kind, "false", "", good, worst, self.example(inst, outcome, where))
            if whole:
                return Claim(text, kind, "true", "at the given values", 1, worst)
        if good < self.draws:
            return Claim(text, kind, "error", "too few draws on which both sides have a value")
        return Claim(text, kind, "true", "at the given values", good, worst)

    def judge_random(self, text: str, kind: str) -> Claim:
        good, worst, nonzero = 0, 0.0, False
        alive: set[int] = set()
        met, unmet, absent = 0, 0, 0
        half: tuple[Instance, Outcome] | None = None
        spread, closest = _Spread(), dict[str, tuple[float, str, int]]()
        for mode, number, needed in self.plan():
            if needed and good >= needed:
                continue
            inst = self.instance(number, mode)
            outcome = self.run(inst)
            if (inst.no_case or inst.no_limit) and mode == USUAL and not outcome.fault:
                reason = NO_CASE if inst.no_case else NO_LIMIT
                return Claim(text, kind, "error", reason, good, 0.0, self.example(inst, outcome))
            if outcome.fault:
                if mode in (SPECIAL, NEAR, EDGE):
                    continue
                return Claim(text, kind, "error", outcome.fault)
            if outcome.half and mode == USUAL and not inst.kink and half is None:
                half = inst, outcome
            if inst.two_cases:
                why = "two cases of the definition apply, with different values"
                return Claim(text, kind, "error", why, good, 0.0, self.example(inst, outcome))
            met, unmet = met + outcome.conditions, unmet + (not outcome.conditions)
            absent += outcome.missing
            if not outcome.valid or (inst.kink and self.sign != "\\in"):
                continue
            if not outcome.holds:
                return Claim(text, kind, "false", "", good + 1, outcome.error, self.smallest(inst, outcome))
            good, worst = good + (mode not in (SPECIAL, NEAR, EDGE)), max(worst, outcome.error)
            nonzero = nonzero or not outcome.zero
            alive |= inst.alive
            near, kind_of_size = (outcome.margin, mode, number), repr(inst.sizes)
            closest[kind_of_size] = min(near, closest.get(kind_of_size, near))
            if self.sign == "=" and mode == USUAL and not spread.add(outcome):
                return Claim(text, kind, "false", spread.words, good, 1.0, self.example(inst, outcome))
        if good == 0 and absent:
            return Claim(text, kind, "error", "there is no value of the indices for which both sides exist")
        if good < self.draws:
            why = "its condition holds" if unmet > met else "both sides have a value"
            return Claim(text, kind, "error", f"only {good} of {self.draws} draws on which {why}")
        if self.sign == "=" and not nonzero and not (_is_zero(self.left_tree) or _is_zero(self.right_tree)):
            return Claim(text, kind, "error", "both sides are 0 on every draw; this says nothing", good)
        for number, latex in self.facts.watched.items():
            if number not in alive and self.sign in ("=", "\\coloneqq") and not self.fixed:
                return Claim(
                    text,
                    kind,
                    "error",
                    f"{latex} is 0 on every draw, so nothing is said about its place",
                    good,
                )
        if self.sign in ORDER and (found := self.closer(sorted(closest.values())[:STARTS])) is not None:
            return Claim(text, kind, "false", "", good, worst, found)
        if half is not None:
            status: Status = "error" if self.sign in ORDER else "false"
            return Claim(text, kind, status, HALF, good, worst, self.smallest(*half))
        return Walls(self).judge(text, kind) or Claim(text, kind, "true", "", good, worst)

    def closer(self, starts: list[tuple[float, str, int]]) -> Counterexample | None:
        """A counter-example of a bound, looked for from the draws where its sides come closest."""
        sides = (*self.left_tree.walk(), *self.right_tree.walk())
        slow = sum(isinstance(part, t.Big) for part in sides) > 1
        for (_, mode, number), far in itertools.product(starts, (True, False)):
            inst = self.instance(number, mode)

            def margin(inst: Instance = inst) -> float:
                inst.kink = inst.two_cases = inst.no_case = inst.no_limit = False
                outcome = self.run(inst)
                if outcome.fault or not outcome.valid or inst.kink:
                    return math.inf
                return outcome.margin if outcome.holds else -1.0

            if descend(inst, margin, slow, far) < 0 and not (outcome := self.run(inst)).holds:
                return self.example(inst, outcome)
        return None

    def plan(self) -> Iterator[tuple[str, int, int]]:
        """Modes and numbers of the draws; the third number ends a stretch when so many are good."""
        symbols = self.notation.symbols
        numeric = self.notation.has_chance or any(
            item.draw is not None and item.draw.special and item.draw.wide for item in symbols
        )
        tries = TRIES * (4 if self.tests else 1)  # a condition may hold but seldom
        for number in range(self.draws * tries):
            yield USUAL, number, self.draws
        interval = isinstance(self.right_tree, t.Group)
        bounds = self.sign in (*ORDER, "\\neq") or (self.sign == "\\in" and interval)
        if self.sign != "\\in" or interval:
            smooth_chain = len(self.compiler.nodes) > STEPS_AT_ONCE and not self.facts.pieces
            for number in range(24 if bounds or (numeric and not smooth_chain) else 4):
                yield SPECIAL, number, 0
            # Where all is smooth, an equation that holds nearby holds at the edge; a step may be lost in it.
            pieces = 20 if self.facts.pieces and not self.facts.derives else 0
            for number in range(48 if bounds else pieces):
                yield EDGE, 5000 + number, 0
        if numeric and (self.facts.pieces or self.sign in ORDER):
            for number in range(120 if self.notation.has_chance else 60):
                yield NEAR, 2000 + number, 0
            for number in range(70 if self.sign in ORDER else 20):
                yield WIDE, 3000 + number, 0
        if bounds:
            for number in range(100):
                yield (USUAL if number % 3 else WIDE), 1000 + number, 0

    def instance(self, number: int, mode: str = USUAL, given: Mapping[Key, Value] | None = None) -> Instance:
        given = {**(given or {}), **self.fixed}
        return Instance(
            self.notation, (self.seed, number), frozenset(self.facts.features), self.compiler.nodes, given,
            frozenset(self.facts.integers), mode, choices=self.compiler.choices, landmarks=self.landmarks,
            sizes=self.sizes,
        )  # fmt: skip

    # --- one draw ---------------------------------------------------------------------------------

    def run(self, inst: Instance) -> Outcome:
        """Both sides for all values of the free indices."""
        total = Outcome()
        self.absent, present = [], []
        with np.errstate(all="ignore"):
            try:
                early = {name for name, (low, _) in self.bounded.items() if low}
                for binding in bindings(inst, self.facts.free, self.ranges, self.is_bound_to, early):
                    with inst.state(binding=binding):
                        try:
                            if self.tests and not all(test(inst) for test in self.tests):
                                continue
                            self.assume(inst)
                            outcome = self.compare(inst)
                        except UnmetError:
                            total.unmet = True
                            continue
                        except NoSuchThingError:
                            if self.is_bound_to(binding):
                                raise
                            continue
                    outcome.binding = binding
                    if not outcome.valid:
                        return outcome
                    total.valid = True
                    present.append(binding)
                    total.zero = total.zero and outcome.zero
                    total.error = max(total.error, outcome.error)
                    if not outcome.holds:
                        return outcome
                    total.left, total.right, total.noise = outcome.left, outcome.right, outcome.noise
                    total.margin = min(total.margin, outcome.margin)
                self.check_bounds(inst, present)
            except EquationError as error:
                return Outcome(fault=error.reason)
            except (OverflowError, ZeroDivisionError):
                return Outcome()
            except ValueError as error:  # numpy's: a definition of the page does not fit a rule of the table
                return Outcome(fault=f"shapes do not fit: {error}")
        if not total.valid and (self.tests or total.unmet):
            total.conditions = False
        elif not total.valid:
            total.missing = True
        return total

    def is_bound_to(self, binding: Mapping[str, int]) -> bool:
        """Whether a range that the page states has led to these values: then nothing of it may be missing.

        What a layer without a stated range does not have is passed over.
        """
        self.absent.append(dict(binding))
        layers = {name for name in binding if self.facts.free[name].layer}
        stated = {name for name in binding if self.ranges.get(name) is not None}
        return bool(stated & layers) or (bool(stated) and not layers)

    def check_bounds(self, inst: Instance, present: Sequence[Mapping[str, int]]) -> None:
        """``l \\ge 1`` claims layer 1, ``l < L`` claims nothing of it: what it includes must exist."""
        layers = [name for name in self.bounded if self.facts.free[name].layer]
        beyond = [{name: place} for name in layers for place in (0, inst.sizes["L"] + 1)]
        for absent in [*self.absent, *beyond]:
            if absent in beyond and not any(names <= set(absent) for _, names in self.bounds):
                continue
            with inst.state(binding=absent):
                try:
                    held = all(test(inst) for test, names in self.bounds if names <= set(absent))
                except NoSuchThingError:
                    continue  # what the condition itself names does not exist there
            for name, value in absent.items():
                known = [binding[name] for binding in present if name in binding]
                low, high = self.bounded.get(name, (False, False))
                if held and known and ((low and value < min(known)) or (high and value > max(known))):
                    raise NoSuchThingError(
                        f"the condition includes {name} = {value}, where a symbol does not exist"
                    )

    def stated_bounds(self, conditions: tuple[t.Chain, ...]) -> None:
        """Which index letters the conditions bound, below and above."""
        for chain in conditions:
            names = {part.text for part in chain.walk() if isinstance(part, t.Name)} & set(self.facts.free)
            if not names or any(step.sign not in (*ORDER, "=", "\\neq") for step in chain.steps):
                continue
            self.bounds.append((self.compiler.condition(chain), names))
            sides = [chain.first, *(step.right for step in chain.steps)]
            for step, left, right in zip(chain.steps, sides, sides[1:], strict=False):
                for side, below in ((left, -1), (right, 1)):
                    if isinstance(side, t.Name) and side.text in names and step.sign in ORDER:
                        low, high = self.bounded.get(side.text, (False, False))
                        upwards = ORDER[step.sign] * below > 0
                        self.bounded[side.text] = (low or upwards, high or not upwards)

    def assume(self, inst: Instance) -> None:
        """Lets the conditions on means and variances hold; what was drawn without them is forgotten."""
        if self.assumed:
            inst.memo, inst.assumed = {}, {}
            for _ in self.assumed:  # what one fixes may hang on what another does
                inst.assumed = dict(pair for item in self.assumed for pair in item.fixed(inst))
                inst.memo = {}

    def compare(self, inst: Instance) -> Outcome:
        budget.spend(COMPARED)
        inst.scale = inst.rough_noise = 0.0
        inst.saturated = False
        fn.domain.left = False
        left = self.left(inst)
        outside = fn.domain.left
        if self.member is not None:
            left = chance.as_column(left) if chance.random_(left) else left
            good, words = self.member(inst, left)
            return Outcome(bool(np.all(np.isfinite(left))), good, 0.0, False, left, words)
        fn.domain.left = False
        left, right = _alike(*chance.for_all_outcomes(*linear.pair(left, self.right(inst))))
        left, right = _plain(left), _plain(right)
        both = _is_finite(left), _is_finite(right)
        if not all(both):
            half = (both[1] and outside) or (both[0] and fn.domain.left)
            return Outcome(left=left, right=right, half=half)
        if not (isinstance(left, float) and isinstance(right, float)) and (
            np.iscomplexobj(left) or np.iscomplexobj(right)
        ):
            left, right = np.real(left), np.real(right)
        noise = 2e-14 * inst.scale + inst.rough_noise + self.floor(inst)
        size = max(_largest(left), _largest(right))
        gap = _largest(left - right)
        zero = size <= 10 * noise
        if self.sign == "\\approx":
            return Outcome(True, self.rounds(left, right), gap, False, left, right)
        if self.sign in ORDER:
            return self.ordered(inst, left, right, noise, size)
        if inst.mode == EDGE and inst.rough:
            return Outcome(left=left, right=right)  # differences are not to be trusted where it is steep
        relative = TOLERANCE if self.facts.derives else EXACT_TOLERANCE
        if inst.mode in (EDGE, WIDE):
            noise += LOST
        if inst.mode == EDGE:
            relative, noise = COARSE, 100 * noise
        holds = gap <= (TOLERANCE if inst.rough else relative) * size + noise
        if not holds and inst.mode in (EDGE, WIDE) and self.facts.derives and inst.is_far_out():
            return Outcome(left=left, right=right)  # exponentials have swallowed the small step
        hidden = noise > TOO_NOISY or (noise > 1e-7 * size and not zero)
        if holds and (hidden or inst.saturated):
            # Rounding would hide a difference: such a draw is no evidence.
            return Outcome(left=left, right=right)
        if self.sign == "\\neq":
            # A difference that is once positive and once negative is somewhere zero.
            sign = np.sign(left - right)
            self.signs.add(float(np.max(sign)))
            self.signs.add(float(np.min(sign)))
            return Outcome(True, not holds and not {-1.0, 1.0} <= self.signs, 0.0, False, left, right)
        return Outcome(True, holds, gap / size if size > 10 * noise else 0.0, zero, left, right, noise=noise)

    def floor(self, inst: Instance) -> float:
        """What a derivative of exactly 0 may come out as."""
        return 1e-14 if inst.rough else 1e-25 if self.facts.derives else 0.0

    def ordered(self, inst: Instance, left: Value, right: Value, noise: float, size: float) -> Outcome:
        """An inequality; a strict one is not decided where rounding makes both sides equal."""
        difference = (right - left) * ORDER[self.sign]
        strict = self.sign in ("<", ">")
        near = max(noise, 4e-16 * size if strict else TOLERANCE * size if inst.rough else 1e-13 * size)
        if isinstance(difference, float) and not (strict and abs(difference) <= near):
            broad = max(size, inst.scale)
            held = difference > near if strict else difference >= -near
            apart = difference / broad if broad else math.inf
            return Outcome(True, held, 0.0, False, left, right, margin=apart)
        if strict and inst.mode != SPECIAL and np.any(np.abs(difference) <= near):
            return Outcome(np.ndim(left) == 0 and inst.mode == USUAL and bool(np.all(left == right)), False,
                           0.0, False, left, right)  # fmt: skip
        holds = np.all(difference > near) if strict else np.all(difference >= -near)
        room = max(size, inst.scale)  # beside a 0, what was added up to get there
        margin = float(np.min(difference)) / room if room else math.inf
        return Outcome(True, bool(holds), 0.0, False, left, right, margin=margin)

    def rounds(self, left: Value, right: Value) -> bool:
        """Whether one side is the other, rounded to the digits that it shows."""
        for shown, number, tree, value in (
            (self.right_tree, right, self.left_tree, left),
            (self.left_tree, left, self.right_tree, right),
        ):
            places, written, known = _places(shown), exact(shown), exact(tree)
            if places is None or written is None:
                continue
            if known is not None:
                return rounded(known, places) == written
            half = 0.5 * 10.0**-places
            off = float(np.max(np.abs(value - number))) - half
            if abs(off) <= 1e-9 * half + 1e-15 * float(np.max(np.abs(value))):
                return abs(float(written)) > float(np.max(np.abs(value)))  # the middle goes away from 0
            return off < 0
        raise EquationError("\\approx needs a decimal number, to agree with to the digits shown")

    # --- counter-examples -------------------------------------------------------------------------

    def smallest(self, inst: Instance, outcome: Outcome) -> Counterexample:
        """The plainest failing draw found: small sizes, small round numbers."""
        best: tuple[float, Instance, Outcome] | None = None
        for number in range(30):
            plain = self.instance(number, PLAIN)
            found = self.run(plain)
            wrong = found.half if outcome.half else found.valid and not found.holds
            if wrong and not plain.kink and not found.fault:
                weight = sum(
                    np.size(v) + 0.1 * float(np.sum(np.abs(np.real(v)))) for v in plain.used.values()
                )
                if best is None or weight < best[0]:
                    best = (weight, plain, found)
        if best is None:
            return self.example(inst, outcome)
        return self.example(best[1], best[2])

    def example(self, inst: Instance, outcome: Outcome, where: str = "") -> Counterexample:
        values = shown_values(inst, self.facts.integers)
        indices = tuple((name, str(value)) for name, value in outcome.binding.items())
        sizes = tuple(
            (name, str(size[1:] if isinstance(size, list) else size))
            for name, size in inst.sizes.items()
            if isinstance(size, int | list) and (name in self.facts.features or name == "L")
        )
        right = outcome.right if isinstance(outcome.right, str) else show_side(outcome.right)
        return Counterexample(
            (*sizes, *indices, *values),
            show_side(outcome.left),
            right,
            where,
            self.left_tree.latex(),
            self.right_tree.latex(),
        )


def _never(inst: Instance) -> Value:
    raise EquationError("this side has no value")


def show_side(value: Value) -> str:
    """The value of a side; one that it has not is said to be none."""
    return "no value" if value is not None and not np.any(np.isfinite(value)) else show(value)


def shown_values(inst: Instance, integers: Any = ()) -> tuple[tuple[str, str], ...]:
    chosen = tuple((name, getattr(choice, "__name__", "?")) for name, choice in inst.choices.items())
    return (*chosen, *((show_key(key), show(value)) for key, value in list(inst.used.items())[:12]))


def _letters(node: t.Node) -> set[str]:
    return {part.text for part in node.walk() if isinstance(part, t.Name)}


def _plain(value: Value) -> Value:
    """A number of numpy's as one of Python's, which is much quicker to compare."""
    return float(value) if isinstance(value, np.floating) else value


def _is_finite(value: Value) -> bool:
    return math.isfinite(value) if isinstance(value, float) else bool(np.all(np.isfinite(value)))


def _largest(value: Value) -> float:
    """The largest magnitude of a side, without what a complex step has added."""
    return abs(value) if isinstance(value, float) else float(np.max(np.abs(value)))


def _is_zero(node: t.Node) -> bool:
    return isinstance(node, t.Number) and float(node.text) == 0


def _alike(left: Value, right: Value) -> tuple[Value, Value]:
    """Two sides of one shape; a 1 × 1 matrix may face a number."""
    if np.shape(left) == np.shape(right):
        return left, right
    if np.size(left) == 1 and np.size(right) == 1 and 0 in (np.ndim(left), np.ndim(right)):
        return algebra.number(left), algebra.number(right)
    raise EquationError(f"the left side is {algebra.shape(left)}, the right side {algebra.shape(right)}")


def _landmarks(sides: tuple[t.Node, ...]) -> Iterator[float]:
    """The numbers that an equation writes, those first that it makes of others, such as ``10^{12}``."""
    seen = set[float]()
    parts = [part for side in sides for part in _outside_subscripts(side)]
    for part in sorted(parts, key=lambda part: isinstance(part, t.Number)):
        known = exact(part)
        if known is None or abs(known) > HUGE or 0 < abs(known) < 1 / HUGE or float(known) in seen:
            continue
        seen.add(float(known))
        yield float(known)


def _outside_subscripts(node: t.Node) -> Iterator[t.Node]:
    """All parts but those in a subscript, which is a name and no value."""
    yield node
    for child in node.children():
        if not (isinstance(node, t.Scripted) and child is node.sub):
            yield from _outside_subscripts(child)


def _decimals(node: t.Node) -> int:
    """The digits after the point of a number that stands alone."""
    body = node.body if isinstance(node, t.Negative) else node
    return len(body.text.partition(".")[2]) if isinstance(body, t.Number) else 0


def _places(node: t.Node) -> int | None:
    """The places after the point of a written number, ``-0.1203`` or ``4.5 \\cdot 10^{-5}``; else None."""
    if isinstance(node, t.Negative):
        return _places(node.body)
    if isinstance(node, t.Number):
        return _decimals(node)
    if isinstance(node, t.Binary) and node.sign in ("\\cdot", "\\times") and isinstance(node.left, t.Number):
        power = node.right
        if isinstance(power, t.Scripted) and power.base == t.Number("10") and power.sup is not None:
            exponent = exact(power.sup)
            if exponent is not None and exponent.denominator == 1:
                return _decimals(node.left) - int(exponent)
    return None


def bindings(
    inst: Instance,
    free: Mapping[str, Any],
    ranges: Mapping[str, tuple[Code, Code] | None],
    bound: Callable[[Mapping[str, int]], bool] = lambda binding: False,
    early: Set[str] = frozenset(),
) -> list[dict[str, int]]:
    """All values of the free indices: layers first, then what the layers' sizes allow.

    Values that ``bound`` calls stated by the page are never passed over. A time that a condition bounds from
    below is one of ``early``: it may include the start, 0.
    """
    found: list[dict[str, int]] = [{}]
    for name in sorted(free, key=lambda item: not free[item].layer):
        extended = []
        for binding in found:
            with inst.state(binding=binding):
                limits = ranges.get(name)
                try:
                    if limits is not None:
                        low, high = (whole(code(inst), f"a limit of {name}") for code in limits)
                        values = range(low, high + 1)
                        _check_range(inst, name, free[name], values)
                    else:
                        values = counts(inst, name, free[name])
                        if name in early and inst.notation.indices.get(name) == TIME:
                            values = range(0, values.stop)
                except NoSuchThingError:
                    if bound(binding):
                        raise
                    continue
            extended += [{**binding, name: value} for value in values]
        found = extended
    if len(found) > MOST_BINDINGS:
        picked = inst.rng("bindings").choice(len(found), MOST_BINDINGS, replace=False)
        found = [found[i] for i in sorted({0, len(found) - 1, *map(int, picked)})]
    return found


def _check_range(inst: Instance, name: str, index: Any, values: range) -> None:
    """A range that is claimed must not count further than the symbols do."""
    if index.layer or not index.sizes:
        return
    whole = counts(inst, name, index)
    if len(values) and not (values[0] >= whole[0] and values[-1] <= whole[-1]):
        raise EquationError(
            f"{name} counts from {whole[0]} to {whole[-1]}, not from {values[0]} to {values[-1]}"
        )
