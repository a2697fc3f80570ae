"""Sums and products over an index, products in order, and matrices by their entries."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

import numpy as np

from bookkit.equations.compiling.arithmetic import watch
from bookkit.equations.compiling.comparisons import condition
from bookkit.equations.compiling.compiler import Compiler, compiles
from bookkit.equations.compiling.facts import Code, Index, Value
from bookkit.equations.compiling.integrals import integral_code
from bookkit.equations.compiling.limits import endless, limit_code
from bookkit.equations.compiling.ranges import ENDLESS, bound_of, is_empty, once, range_of, runs, within
from bookkit.equations.drawing import budget
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading import tree as t
from bookkit.notations.draws import NESTED
from bookkit.values import algebra, linear
from bookkit.values.errors import EquationError, NoSuchThingError, TooFarError


def nothing(term: Value) -> Value:
    """What a sum is that passes over all its terms: 0, of the shape of a term."""
    return 0.0 if algebra.is_number(term) else term * 0.0 if term.dtype == object else np.zeros(term.shape)


@compiles(t.Big)
def total(compiler: Compiler, node: t.Big) -> Code:
    if node.sign == "\\lim":
        return limit_code(compiler, node)
    if node.sign == "\\int":
        return integral_code(compiler, node)
    if node.above == ENDLESS[0]:
        return endless(compiler, node)
    names, low, high, skip = range_of(compiler, node)
    for name in names:
        if name in compiler.bound:
            raise EquationError(f"the index {name} is already running")
    if len(names) + len(compiler.bound) > 1:
        compiler.facts.features.add(NESTED)
    before = {name: compiler.facts.free.get(name) for name in names}
    indices = {name: Index() for name in names}
    body, skip_tests, mark = _term(compiler, node, indices, skip)
    for name, known in before.items():
        if known is None:
            compiler.facts.free.pop(name, None)
    start: Value = 0.0 if node.sign == "\\sum" else 1.0
    all_layers = low is None and any(index.layer for index in indices.values())
    weight = 1 + sum(1 for _ in node.body.walk()) // 8

    def value(inst: Instance) -> Value:
        result: Value = None
        fault: NoSuchThingError | None = None
        skipped: Mapping[str, int] | None = None
        for binding in runs(inst, names, indices, low, high):
            budget.spend(weight)
            with inst.state(binding=binding):
                if any(not test(inst) for test in skip_tests):
                    skipped = binding
                    continue
                try:
                    part = body(inst)
                except NoSuchThingError as error:
                    fault = error
                    continue
            inst.saw_not_zero(mark, part)
            result = _with_another(inst, node.sign, result, part)
        if fault is not None and not (all_layers and result is not None):
            if result is None:
                raise fault
            raise TooFarError(f"the index {', '.join(names)} runs too far: {fault.reason}")
        if result is None and skipped is not None and node.sign == "\\sum":
            with inst.state(binding=skipped), suppress(NoSuchThingError):
                return nothing(body(inst))
        return start if result is None else result

    return once(compiler, node, names, value)


def _term(
    compiler: Compiler, node: t.Big, indices: dict[str, Index], skip: Sequence[t.Chain]
) -> tuple[Code, list[Callable[[Instance], bool]], int | None]:
    """The code of a term while the indices run, the tests that it is not passed over, and its mark."""
    kept, watching = dict(compiler.bound), compiler.watching
    compiler.bound.update(indices)
    compiler.watching = watching and not is_empty(node)  # then nothing in it is ever looked at
    try:
        body = compiler.code(node.body)
        tests = [condition(compiler, chain) for chain in skip]
    finally:
        compiler.bound = kept
        mark = watch(compiler, node.body)
        compiler.watching = watching
    return body, tests, mark


def _with_another(inst: Instance, sign: str, so_far: Value, part: Value) -> Value:
    """A sum or a product of numbers with one more; ``so_far`` is None before the first."""
    if sign == "\\sum":
        inst.saw(part)
        return part if so_far is None else algebra.add(so_far, part)
    if np.size(part) > 1:
        raise EquationError("matrices do not commute: in which order? write a recursion")
    return part if so_far is None else algebra.multiply("", so_far, part)


@compiles(t.Run)
def ordered_product(compiler: Compiler, node: t.Run) -> Code:
    """A product in order; one without factors is 1, or the identity matrix."""
    first, last = bound_of(compiler, node.first), bound_of(compiler, node.last)
    name, step = node.name.text, -1 if node.down else 1
    body = within(compiler, (name,), node.body)
    mark = watch(compiler, node.body)
    arrays = any(is_array(compiler, part) for part in node.body.walk())

    def value(inst: Instance) -> Value:
        def at(number: int) -> Value:
            with inst.state(binding={name: number}):
                return body(inst)

        start, end = first(inst), last(inst)
        if (end - start) * step < 0:
            return linear.Identity() if arrays else 1.0
        result: Value = None
        for number in range(start, end + step, step):
            factor = at(number) * 1.0
            inst.saw_not_zero(mark, factor)
            result = factor if result is None else algebra.multiply("", result, factor)
        return result

    return value


def is_array(compiler: Compiler, node: t.Node) -> bool:
    """Whether a symbol stands there as a whole matrix."""
    symbol = compiler.notation.by_base.get(node.base.latex()) if isinstance(node, t.Scripted) else None
    return symbol is not None and bool(symbol.shape) and isinstance(node, t.Scripted) and node.sub is None


@compiles(t.Grid)
def grid(compiler: Compiler, node: t.Grid) -> Code:
    """A matrix of numbers from the expression of its entries."""
    limits = [
        bound_of(compiler, end)
        for end in (node.first_row, node.last_row, node.first_column, node.last_column)
    ]
    letters = (node.row.text, node.column.text)
    body = within(compiler, letters, node.body)

    def value(inst: Instance) -> Value:
        top, bottom, left, right = (limit(inst) for limit in limits)
        if bottom < top or right < left:
            raise NoSuchThingError("a matrix without entries")
        entries = []
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                with inst.state(binding=dict(zip(letters, (row, column), strict=True))):
                    entries.append(algebra.number(body(inst)))
        return np.reshape(np.array(entries), (bottom - top + 1, right - left + 1))

    return value
