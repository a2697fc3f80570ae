"""Ranges: the indices of a sum, its limits, and the values that the indices run through."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.facts import Code, Index, Value
from bookkit.equations.compiling.indices import counts, index_code
from bookkit.equations.compiling.rounding import apart, raise_scale
from bookkit.equations.drawing import budget
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.exact import exact
from bookkit.values.errors import EquationError, NoSuchThingError
from bookkit.values.functions import domain

ENDLESS = (t.Name("\\infty"), t.Negative(t.Name("\\infty")))


def range_of(
    compiler: Compiler, node: t.Big
) -> tuple[
    tuple[str, ...], Callable[[Instance], int] | None, Callable[[Instance], int] | None, list[t.Chain]
]:
    """The index letters of a sum or product, its limits, and conditions such as ``k \\ne j``."""
    below = node.below
    if below is None:
        raise EquationError(f"{node.sign} without an index")
    low = high = None
    skip: list[t.Chain] = []
    names, items = [], t.listed(below)
    together = node.above is not None and all(isinstance(item, t.Name) for item in items[:-1])  # i, j = 1
    for item in items:
        name = item.first if isinstance(item, t.Chain) else item
        if not isinstance(name, t.Name):
            raise EquationError(f"the index of {node.sign} is a letter, not {name.latex()}")
        names.append(name.text)
        if isinstance(item, t.Chain):
            if len(item.steps) == 1 and item.steps[0].sign == "=" and together:
                low = bound_of(compiler, item.steps[0].right)
            elif len(item.steps) == 1 and item.steps[0].sign in ("\\neq", "<", ">", "\\le", "\\ge"):
                skip.append(item)
            else:
                raise EquationError(f"the range {item.latex()} cannot be read")
    if (low is None) != (node.above is None):
        raise EquationError(f"{node.sign} needs both limits or none")
    if node.above is not None:
        high = bound_of(compiler, node.above)
    return tuple(names), low, high, skip


def bound_of(compiler: Compiler, node: t.Node) -> Callable[[Instance], int]:
    """A limit of a sum; a number that stands there is whole in every draw."""
    for part in node.walk():
        if isinstance(part, t.Name) and part.text not in compiler.bound:
            compiler.facts.integers.add(part.text)
    code = index_code(compiler, node, None)
    return code


def runs(
    inst: Instance,
    names: tuple[str, ...],
    indices: dict[str, Index],
    low: Callable[[Instance], int] | None,
    high: Callable[[Instance], int] | None,
) -> list[dict[str, Value]]:
    """The values that the indices run through."""
    if low is not None and high is not None:
        first, last = low(inst), high(inst)
        if max(0, last - first) ** len(names) > 10_000:
            raise EquationError("a sum of more than 10,000 terms")
        places = itertools.product(range(first, last + 1), repeat=len(names))
        return [dict(zip(names, item, strict=True)) for item in places]
    runs: list[dict[str, Value]] = [{}]
    for name in names:
        if indices[name].endless and not indices[name].sizes:
            raise EquationError(f"how far does the sum over {name} go? write its limits")
        extended = []
        for run in runs:
            budget.spend()
            with inst.state(binding={**run}):
                try:
                    values = counts(inst, name, indices[name])
                except NoSuchThingError:
                    if not any(indices[other].layer for other in run):
                        raise
                    continue  # a layer without such a symbol: the sum is over all that have one
            extended += [{**run, name: v} for v in values]
        runs = extended
    return runs


def once(compiler: Compiler, node: t.Node, own: tuple[str, ...], code: Code) -> Code:
    """The same code; what does not hang on an index around it is computed once for all its values."""
    letters = t.names_in(node) - set(own)
    names = sorted(letters & {*compiler.bound, *compiler.notation.indices})
    mark = object()

    def value(inst: Instance) -> Value:
        place = (mark, *(inst.binding.get(name) for name in names))
        try:
            known = inst.memo.get(place)
        except TypeError:  # one of them is an array
            return code(inst)
        if known is None:
            before, domain.outside = domain.outside, False
            known = inst.memo[place] = (*apart(inst, code), domain.outside)
            domain.outside = before
        found, scale, outside = known
        raise_scale(inst, scale)
        domain.outside = domain.outside or outside
        return found

    return value


def within(compiler: Compiler, names: tuple[str, ...], body: t.Node) -> Code:
    """The code of what stands under indices, which are free in nothing around it."""
    known = {name: compiler.facts.free.get(name) for name in names}
    kept, compiler.bound = compiler.bound, {**compiler.bound, **{name: Index() for name in names}}
    try:
        code = compiler.code(body)
    finally:
        compiler.bound = kept
    for name, index in known.items():
        if index is None:
            compiler.facts.free.pop(name, None)
    return code


def under(compiler: Compiler, name: str, body: t.Node) -> Code:
    kept = dict(compiler.bound)
    compiler.bound[name] = Index()
    try:
        return compiler.code(body)
    finally:
        compiler.bound = kept


def between_bounds(sub: t.Node) -> tuple[t.Node, t.Node, t.Node] | None:
    r"""The ends and the letter of ``1 \le j \le K``."""
    if not isinstance(sub, t.Chain) or [step.sign for step in sub.steps] != ["\\le", "\\le"]:
        return None
    return sub.first, sub.steps[0].right, sub.steps[1].right


def is_empty(node: t.Big) -> bool:
    """Whether the limits are written so that there is no term at all: from 1 to 0."""
    below = node.below
    if not isinstance(below, t.Chain) or not below.steps or node.above is None:
        return False
    first, last = exact(below.steps[0].right), exact(node.above)
    return first is not None and last is not None and last < first
