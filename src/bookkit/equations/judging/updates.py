"""Update rules: does a small step do what its comment says?"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from bookkit.equations.compiling.along import full_place
from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.definitions import compile_side
from bookkit.equations.compiling.facts import Code
from bookkit.equations.compiling.indices import note_letters
from bookkit.equations.compiling.references import reference
from bookkit.equations.drawing import derivatives, sizes
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.drawing.shown import show, shown_values
from bookkit.equations.judging.bindings import bindings
from bookkit.equations.judging.case import Case
from bookkit.equations.judging.trial import TRIES
from bookkit.equations.judging.verdict import Claim, Counterexample
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Context, Key
from bookkit.equations.reading.directives import (
    DECREASES,
    INCREASES,
)
from bookkit.equations.reading.naming import named
from bookkit.equations.reading.parse import parse
from bookkit.equations.reading.products import operator_in
from bookkit.equations.reading.spellings import spelled
from bookkit.notations import declared
from bookkit.notations.draws import PLAIN, POSITIVE, USUAL
from bookkit.notations.table import Notation
from bookkit.values import algebra
from bookkit.values.errors import EquationError, NoSuchThingError

Value = Any
PARALLEL = 1e-6  # how near a step must be to a multiple of the gradient: both are measured to eight digits
FLAT = 1e-24  # a squared gradient so small is that of a draw where the objective does not change
ACROSS = 1e-9  # a slope that is so small a share of what it could be is that of a step along a level
MORE = (
    "the step is no multiple of the gradient alone, so it may be one for something else;"
    " say what for, with % decreases: C"
)
NOT_GRADIENT = "the step is not the step size times the gradient (times a constant)"


def derived_goal(left: t.Node, right: t.Node, notation: Notation) -> t.Node:
    r"""What an update without a comment is for: to decrease the one quantity whose derivative it takes.

    In ``w \\leftarrow w - \\eta \\frac{\\partial C}{\\partial w}`` that is C.
    """
    terms = right.terms if isinstance(right, t.Plus) else ()
    found = [set(_derived(left, term, notation)) for term in terms[1:]]
    if len(terms) < 2 or terms[0] != left or len(found[0]) != 1 or any(item != found[0] for item in found):
        raise EquationError(
            "an update says what it is for, with % increases: f  or  % decreases: C;"
            f" without that it names one derivative by {left.latex()}, that of what it decreases"
        )
    return found[0].pop()


def _derived(left: t.Node, term: t.Node, notation: Notation) -> Iterator[t.Node]:
    """Of what a term takes the derivative by a symbol."""
    for part in term.walk():
        if isinstance(part, t.Derivative) and part.of is not None and part.by == (left,):
            yield part.of
        elif isinstance(part, t.Juxtaposed):
            for number, factor in enumerate(part.factors[:-1], start=1):
                if (sign := operator_in(factor)) is not None and sign.by == (left,):
                    after = part.factors[number:]
                    yield after[0] if len(after) == 1 else t.Juxtaposed(after)
        base, place = (part.base, part.sup) if isinstance(part, t.Scripted) else (part, None)
        symbol = notation.by_base.get(base.latex())
        if symbol is not None and symbol.gradient is not None:  # dW of the table
            by = t.Name(symbol.gradient[1].split("^")[0])
            if left == (by if place is None else t.Scripted(by, 0, None, place)):
                yield t.Name(symbol.gradient[0])


@dataclass(frozen=True)
class Step:
    """A step on one draw: the objective's slope along it, its ratio to the gradient,
    what the whole of it gains.
    """

    slope: float
    ratio: float | None
    gain: float


@dataclass
class Update:
    """One update rule on trial."""

    notation: Notation
    context: Context
    draws: int
    seed: int
    compiler: Compiler
    ref: Any
    new: Code
    objective: Code
    sign: int
    steps_of_page: frozenset[str] = frozenset()
    sizes: Mapping[Key, int] | None = None
    follows_more: bool = False  # whether the step may be one for more than what it takes the derivative of

    def instance(self, number: int, mode: str = USUAL, given: Mapping[Key, Value] | None = None) -> Instance:
        seed = (self.seed, number)
        return self.compiler.instance(seed, given=given, mode=mode, positive_steps=True, sizes=self.sizes)

    def judge(self, text: str) -> Claim:
        """The verdict on the rule: a small step goes the right way on every draw, and along the gradient."""
        self.check_given_steps()
        good, number, ratios = 0, 0, list[float]()
        wrong: Claim | None = None
        while good < self.draws and number < TRIES * self.draws:
            inst = self.instance(number)
            number += 1
            with np.errstate(all="ignore"):
                found = self.measures(inst)
            if not found:
                raise EquationError("the index exists nowhere")
            known = [item for item in found if item is not None]
            if inst.notes.kink or len(known) < len(found):
                continue
            good += 1
            for item in known:
                if self.follows_more and item.ratio is None:
                    raise EquationError(MORE)
                if wrong is None and (reason := self.fault(inst, item)):
                    wrong = Claim(text, "\\leftarrow", "false", reason, good, 0.0, self.example(inst))
            if wrong is not None and not self.follows_more:
                return wrong
            ratios += [item.ratio for item in known if item.ratio is not None]
        if good < self.draws:
            raise EquationError("too few draws on which the step can be judged")
        if max(ratios) - min(ratios) > PARALLEL * max(map(abs, ratios)):
            if self.follows_more:
                raise EquationError(MORE)
            return Claim(text, "\\leftarrow", "false", NOT_GRADIENT, good, 0.0, self.example(inst))
        return wrong or Claim(text, "\\leftarrow", "true", draws=good)

    def check_given_steps(self) -> None:
        """A step size that the page has given must be positive, and an update must use one that is there."""
        table, mentioned = self.notation.by_base, self.compiler.facts.mentioned
        given = {key[0]: value for key, value in self.context.given if key[0] in table and table[key[0]].step}
        used = self.steps_of_page or {name for name in mentioned if name in table and table[name].step}
        if given and not used:
            raise EquationError(
                f"the page has a step size, {', '.join(given)}, which this update does not use"
            )
        for name, value in given.items():
            if value <= 0 and name in mentioned:
                raise EquationError(f"the step size {name} is given as {value:.6g}; it must be positive")

    def fault(self, inst: Instance, item: Step) -> str:
        """What is wrong with a step on one draw, "" where nothing is."""
        if item.slope * self.sign <= 0:
            return self.words(item.slope)
        if item.ratio is None:
            return NOT_GRADIENT
        if not self.steps(inst) and item.gain * self.sign <= 0:
            return f"without a step size the whole step counts, and it changes the aim by {item.gain:.6g}"
        return ""

    def words(self, slope: float) -> str:
        want = "increase" if self.sign > 0 else "decrease"
        return f"a small step does not {want} it: the slope along the step is {slope:.6g}"

    def steps(self, inst: Instance) -> list[float]:
        table = self.notation.by_base
        return [
            float(np.real(value))
            for key, value in inst.used.items()
            if (symbol := table.get(key[0])) is not None and np.ndim(value) == 0
            if symbol.step or key[0] in self.steps_of_page
        ]

    def measures(self, inst: Instance) -> list[Step | None]:
        found = []
        for binding in bindings(inst, self.compiler.facts.free, {}):
            try:
                found.append(self.measure(inst, binding))
            except NoSuchThingError:
                continue
        return found

    def measure(self, inst: Instance, binding: Mapping[str, int]) -> Step | None:
        """The slope of the objective along the step,
        and the step's ratio to the gradient and the step size.
        """
        with inst.state(binding=binding):
            key = self.ref.key(inst)
            whole = inst.value(key)
            old, new = self.ref(inst), self.new(inst)
            if np.shape(old) != np.shape(new):
                raise EquationError(f"{algebra.shape(old)} is replaced by {algebra.shape(new)}")
            change = new - old
            if self.ref.place is not None:
                place = full_place(inst, self.ref, key)
                nudge = np.zeros(np.shape(whole))
                nudge[place] = change
            else:
                nudge = change
            slope = derivatives.along(inst, lambda step: self.moved(inst, key, nudge, step))
            if ("whole", key) not in inst.memo:
                inst.memo["whole", key] = derivatives.by_symbol(
                    inst, lambda: algebra.number(self.objective(inst)), key
                )
            gradient = inst.memo["whole", key]
            gradient = gradient if self.ref.place is None else gradient[place]
        size = float(np.sum(np.square(gradient)))
        if not np.isfinite(slope) or not np.all(np.isfinite(change)):
            return None
        if size < FLAT:
            return None
        ratio = float(slope) / size
        parallel = np.max(np.abs(change - ratio * gradient)) <= PARALLEL * float(np.max(np.abs(change)))
        reach = float(np.max(np.abs(change))) * math.sqrt(size)
        if abs(slope) <= ACROSS * reach:
            return Step(0.0, None, 0.0)
        gain = self.gain(inst, binding, key, nudge)
        return Step(float(slope), ratio / math.prod(self.steps(inst) or [1.0]) if parallel else None, gain)

    def gain(self, inst: Instance, binding: Mapping[str, int], key: Key, nudge: Value) -> float:
        """By how much the whole step changes the objective."""
        with inst.state(binding=binding):
            before = np.real(algebra.number(self.objective(inst)))
            with inst.state(injections={key: nudge}):
                return float(np.real(algebra.number(self.objective(inst))) - before)

    def moved(self, inst: Instance, key: Key, nudge: Value, step: Value) -> Value:
        with inst.state(injections={key: nudge * step}):
            return algebra.number(self.objective(inst))

    def given_after(self) -> tuple[Key, float | None]:
        """The value after the step where everything is given; else it is not known any more."""
        inst = self.instance(0, given=dict(self.context.given))
        with np.errstate(all="ignore"):
            key = self.ref.key(inst)
            value = self.new(inst)
        known = all(used in inst.given for used in inst.used) and np.ndim(value) == 0 and np.isfinite(value)
        if not known:
            return key, None
        before, after = self.effect(inst)
        if not (after - before) * self.sign > 0:
            raise EquationError(
                f"at the given values the step goes the wrong way: from {before:.6g} to {after:.6g}"
            )
        return key, float(np.real(value))

    def effect(self, inst: Instance) -> tuple[float, float]:
        """The objective before and after the whole step."""
        with np.errstate(all="ignore"), inst.state():
            before = float(np.real(algebra.number(self.objective(inst))))
            with inst.state(replacements={self.ref.key(inst): self.new(inst)}):
                after = float(np.real(algebra.number(self.objective(inst))))
        return before, after

    def example(self, inst: Instance) -> Counterexample:
        best = inst
        for number in range(12):
            plain = self.instance(number, PLAIN)
            with np.errstate(all="ignore"):
                found = self.measures(plain)
            if any(item is not None and self.fault(plain, item) for item in found):
                best = plain
                break
        with np.errstate(all="ignore"), best.state():
            old = new = None
            for binding in bindings(best, self.compiler.facts.free, {}):
                try:
                    with best.state(binding=binding):
                        old, new = self.ref(best), self.new(best)
                    break
                except NoSuchThingError:
                    continue
        return Counterexample(shown_values(best), show(old), show(new), "", "before", "after")


def judge_update(case: Case, left: t.Node, right: t.Node, text: str, *, elsewhere: bool) -> Claim:
    """A step must move what its comment names in the direction that it says, for every draw.

    ``elsewhere``, in other people's books, a step without a comment may be one for more than the one quantity
    whose derivative it takes: ``w \\leftarrow w - \\eta (\\lambda w + \\nabla_w J)``. It is false only where
    it follows that gradient, and the wrong way.
    """
    up, down = case.tree.directive(INCREASES), case.tree.directive(DECREASES)
    if up is not None and down is not None:
        raise EquationError("an update either increases or decreases what it is for")
    goal = said_goal(case, up or down or "") if up or down else derived_goal(left, right, case.notation)
    follows_more = elsewhere and not (up or down)
    kept = case.notation
    if follows_more:  # what has no other meaning than to be a factor of the step is taken for its size
        others = {left, *goal.walk()}
        names = (part.latex() for part in right.walk() if part not in others and case.is_free(part))
        case.notation = declared.extended(kept, dict.fromkeys(names, "a positive number"), declared.PAGE)
    try:
        return _judged(case, left, right, goal, text, 1 if up is not None else -1, follows_more)
    finally:
        case.notation = kept


def _judged(
    case: Case, left: t.Node, right: t.Node, goal: t.Node, text: str, sign: int, follows_more: bool
) -> Claim:
    compiler = Compiler(case.notation, case.context)
    note_letters(compiler, left)
    found = reference(compiler, left)
    if found is None or found[1] is not None:
        raise EquationError(f"{left.latex()} is no symbol that can be updated")
    ref = found[0]
    if case.context.find(ref.name) is not None or (ref.symbol is not None and ref.symbol.draw is None):
        raise EquationError(f"{left.latex()} is computed from others and cannot be updated")
    objective = compile_side(compiler, goal, watch=False)
    in_goal = frozenset(compiler.facts.mentioned)
    new = compile_side(compiler, right)
    positive = {name for name, row in case.notation.by_base.items() if row.draw is POSITIVE and not row.shape}
    own_steps = frozenset((compiler.facts.mentioned - in_goal) & positive)
    step = Update(
        case.notation,
        case.context,
        case.draws,
        case.seed,
        compiler,
        ref,
        new,
        objective,
        sign,
        own_steps,
        sizes_for(case, left, right),
        follows_more,
    )
    one_step(case, text, compiler.facts.mentioned, own_steps)
    claim = step.judge(text)
    if not compiler.facts.free and ref.place is None:
        case.after.append(step.given_after())
    return claim


def said_goal(case: Case, text: str) -> t.Node:
    """What a comment says that an update is for."""
    goal = parse(text)
    if len(goal.statements) != 1 or goal.statements[0].chain.steps:
        raise EquationError(f"% increases/decreases: names one quantity, not {text!r}")
    chain = spelled(named(goal, case.context, case.notation), case.notation, case.context).statements[0].chain
    return chain.first


def sizes_for(case: Case, *sides: t.Node) -> dict[Key, int] | None:
    """The given sizes, where an update names some by their numbers."""
    named = any(sizes.names_a_size(side, case.notation, case.context) for side in sides)
    return sizes.given_in(case.context, case.notation) if named else None


def one_step(case: Case, text: str, mentioned: set[str], own: frozenset[str]) -> None:
    """The updates of one equation are one step: all have a step size, or none has."""
    table = case.notation.by_base
    uses = bool(own) or any(table[name].step for name in mentioned if name in table)
    if case.with_step is not None and uses != case.with_step:
        raise EquationError("some updates of this equation have a step size and some have none")
    case.with_step = uses
