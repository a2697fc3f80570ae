"""Limits as they are written: at a place, far out, and of a sequence."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.facts import Code, Value
from bookkit.equations.compiling.ranges import ENDLESS, range_of, under
from bookkit.equations.compiling.references import reference
from bookkit.equations.drawing import budget, limits, series
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading import tree as t
from bookkit.notations.table import TIME
from bookkit.values import algebra
from bookkit.values.errors import EquationError
from bookkit.values.functions import domain

EXTRAPOLATED = 1e-10  # of the values near a limit: what extrapolating them makes of their last digits
UNIT = 1e-15  # a few times what rounding makes of 1
VANISHED = 1e-250  # terms of a sum that are smaller will soon be smaller than any number of a computer


def goal_of(compiler: Compiler, goal: t.Node) -> Code:
    """Where a limit goes: a value, or an infinity."""
    if goal in ENDLESS:
        endless = math.inf if goal == ENDLESS[0] else -math.inf
        return lambda inst: endless
    return compiler.code(goal)


def limit_code(compiler: Compiler, node: t.Big) -> Code:
    below = node.below
    if not isinstance(below, t.Chain) or len(below.steps) != 1 or below.steps[0].sign != "\\to":
        raise EquationError("a limit is written \\lim_{h \\to 0}")
    if not isinstance(below.first, t.Name) or node.above is not None:
        raise EquationError("a limit is taken in one symbol")
    name = below.first.text
    if compiler.notation.indices.get(name) == TIME and name not in compiler.bound:
        return settled(compiler, name, below.steps[0].right, node.body)
    goal, side = one_side(below.steps[0].right)
    point = goal_of(compiler, goal)
    shadowed = set(compiler.facts.mentioned)
    found = None if name in compiler.bound else reference(compiler, below.first)
    body = compiler.code(node.body) if found is not None else under(compiler, name, node.body)
    if name not in shadowed:
        compiler.facts.mentioned.discard(name)
    compiler.facts.derives = True

    def near(inst: Instance, h: Value) -> Value:
        replaced = {} if found is None else {found[0].key(inst): h}
        with inst.state(replacements=replaced, binding={name: h} if found is None else None):
            return body(inst)

    def value(inst: Instance) -> Value:
        if inst.exact:
            return series.limit(inst, near, point(inst), side)
        inst.notes.rough = True
        saturated = inst.notes.saturated

        def at(h: Value) -> Value:
            value = near(inst, h)
            inst.notes.noise = max(inst.notes.noise, EXTRAPOLATED * float(np.max(np.abs(np.real(value)))))
            return value

        def noisy(h: float) -> tuple[Value, float]:
            kept, known = inst.notes.scale, inst.notes.noise
            inst.notes.scale = 0.0
            value = at(h)
            noise, inst.notes.scale, inst.notes.noise = UNIT * inst.notes.scale, kept, known
            return value, noise

        with domain.excused():
            result = limits.limit(at, algebra.number(point(inst)), side, noisy)
        inst.notes.saturated = saturated  # far out it may be: only the limit counts
        return result

    return value


def settled(compiler: Compiler, name: str, goal: t.Node, body: t.Node) -> Code:
    """The limit of a sequence, which has values at whole times only."""
    if goal != ENDLESS[0]:
        raise EquationError(f"{name} counts steps: a limit in it goes to \\infty")
    known = compiler.facts.free.get(name)
    code = under(compiler, name, body)
    if known is None:
        compiler.facts.free.pop(name, None)
    compiler.facts.derives = True

    def near(inst: Instance, time: Value) -> Value:
        with inst.state(binding={name: time}):
            return code(inst)

    def value(inst: Instance) -> Value:
        if inst.exact:
            return series.limit(inst, near, math.inf, 0, whole=True)
        inst.notes.rough = True
        return reached(inst, lambda time: near(inst, time))

    return value


def endless(compiler: Compiler, node: t.Big) -> Code:
    r"""``\sum_{s=0}^{\infty}``: what the sums of ever more terms settle at."""
    names, low, _, skip = range_of(compiler, node.with_(above=t.Number("0")))
    name = names[0]
    if node.sign != "\\sum" or low is None or skip or name in compiler.bound:
        raise EquationError(f"{node.latex()}: only a sum over one index may have no end")
    body = under(compiler, name, node.body)
    compiler.facts.free.pop(name, None)
    compiler.facts.derives = True
    first = low

    def value(inst: Instance) -> Value:
        inst.notes.rough = True
        sums: list[Value] = []
        before: Value = np.inf  # the term before

        def at(last: int) -> Value:
            nonlocal before
            start = first(inst)
            for number in range(start + len(sums), last + 1):
                budget.spend()
                with inst.state(binding={name: number}):
                    term = body(inst)
                if np.any(np.isnan(term)) and np.max(np.abs(before)) < VANISHED:
                    term = (
                        0.0 * before
                    )  # such a power is no number by itself; behind such terms it is nothing
                inst.saw(term)  # what large terms lose, their small sum lacks
                before = term
                sums.append(term if not sums else algebra.add(sums[-1], term))
            return sums[last - start]

        return reached(inst, at)

    return value


def reached(inst: Instance, at: Callable[[int], Value]) -> Value:
    """A limit over whole numbers; it is noted where there is none."""
    try:
        return limits.of_sequence(at)
    except limits.EndlessError:
        inst.notes.no_limit = True
        return np.nan


def one_side(goal: t.Node) -> tuple[t.Node, int]:
    """Where a limit goes, and from which side: ``0^+`` is 0 from above, ``0^-`` from below."""
    signs = {t.Name("+"): 1, t.Name("-"): -1}
    if isinstance(goal, t.Scripted) and goal.sup in signs and goal.sub is None and not goal.primes:
        return goal.base, signs[goal.sup]
    return goal, 0
