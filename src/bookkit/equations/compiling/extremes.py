"""The largest and the smallest: of a few things, over an index, and where it is."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bookkit.equations.compiling.calls import EXTREMES, WHERE, as_group
from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.facts import Code, Index, Value
from bookkit.equations.compiling.powers import scripts
from bookkit.equations.compiling.ranges import between_bounds, bound_of, once, runs
from bookkit.equations.drawing import budget
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading import tree as t
from bookkit.values import algebra, chance
from bookkit.values.errors import EquationError, ShapeError

# Takes one factor off the front of a product, with its argument if it is a function.
Unit = Callable[[Compiler, list[t.Node]], Code]


def extreme(compiler: Compiler, name: str, sub: t.Node | None, factors: list[t.Node], unit: Unit) -> Code:
    """``\\max(x, y)``, ``\\max_j z_j``."""
    pick = EXTREMES[name]
    compiler.facts.pieces = True
    if sub is not None:
        return extreme_over(compiler, name, sub, factors, unit)
    group = as_group(factors[0])
    if group is None:
        raise EquationError(f"{name} needs its arguments in brackets")
    after = factors.pop(0)
    codes = [compiler.code(item) for item in group.items]
    if len(codes) < 2:
        raise EquationError(f"{name} of one thing")

    def value(inst: Instance) -> Value:
        values = [code(inst) for code in codes]
        best = values[0]
        for other in values[1:]:
            if np.shape(best) != np.shape(other) and np.ndim(best) and np.ndim(other):
                raise ShapeError(f"{name} of {algebra.shape(best)} and {algebra.shape(other)}")
            inst.near_kink(best - other)
            best = chance.lifted(pick)(best, other)
        return best

    return scripts(compiler, value, after) if isinstance(after, t.Scripted) else value


def extreme_over(compiler: Compiler, name: str, sub: t.Node, factors: list[t.Node], unit: Unit) -> Code:
    """``\\max_j |z_j|``: the largest for all values of an index; bars or brackets end what it is of."""
    low = high = None
    whole = sub
    if (bounds := between_bounds(sub)) is not None:
        low, high = bound_of(compiler, bounds[0]), bound_of(compiler, bounds[2])
        sub = bounds[1]
    if not isinstance(sub, t.Name) or sub.text in compiler.bound:
        raise EquationError(f"{name} over an index is written {name}_j with bars or brackets after it")
    enclosed = isinstance(factors[0], (t.Bars, t.Group))
    known, index = compiler.facts.free.get(sub.text), Index()
    kept, compiler.bound = compiler.bound, {**compiler.bound, sub.text: index}
    try:
        before = list(factors)
        body = compiler.code(factors.pop(0)) if enclosed else unit(compiler, factors)
        taken = t.Juxtaposed(tuple(before[: len(before) - len(factors)]))
    finally:
        compiler.bound = kept
    if factors and not enclosed:
        raise EquationError(f"where does what {name} is of end? write bars or brackets")
    if known is None:
        compiler.facts.free.pop(sub.text, None)
    pick = EXTREMES[WHERE.get(name, name)]
    if name in WHERE:
        return place_of_extreme(sub.text, index, body, pick, (low, high))

    def value(inst: Instance) -> Value:
        best: Value = None
        for run in runs(inst, (sub.text,), {sub.text: index}, low, high):
            budget.spend()
            with inst.state(binding=run):
                found = algebra.number(body(inst))
            if best is not None:
                inst.near_kink(best - found)
            best = found if best is None else pick(best, found)
        if best is None:
            raise EquationError(f"{name} of nothing")
        return best

    of = t.Juxtaposed((whole, taken))
    return once(compiler, of, (sub.text,), value)


def place_of_extreme(
    letter: str,
    index: Index,
    body: Code,
    pick: Callable[[Value, Value], Value],
    limits: tuple[Callable[[Instance], int] | None, Callable[[Instance], int] | None],
) -> Code:
    r"""``\operatorname{argmax}_j a_j``: the index of the largest one; of equal ones the first."""

    def value(inst: Instance) -> Value:
        best: tuple[Value, Value] | None = None
        for run in runs(inst, (letter,), {letter: index}, *limits):
            with inst.state(binding=run):
                found = np.real(algebra.number(body(inst)))
            if best is None or (found != best[0] and pick(found, best[0]) == found):
                best = found, float(run[letter])
        if best is None:
            raise EquationError("the largest of nothing")
        return best[1]

    return value
