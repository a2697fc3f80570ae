"""Comparisons: conditions, events, sets, and definitions by cases."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np

from bookkit.equations.compiling.compiler import Compiler, compiles
from bookkit.equations.compiling.definitions import compile_side
from bookkit.equations.compiling.facts import Code, Value
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.drawing.shown import show
from bookkit.equations.reading import tree as t
from bookkit.notations.draws import WIDE
from bookkit.values import algebra, chance
from bookkit.values.algebra import largest, whole
from bookkit.values.errors import EquationError

Member = Callable[[Instance, Value], tuple[bool, str]]


def membership(compiler: Compiler, right: t.Node) -> Member:
    """``\\in \\mathbb{R}^{n \\times m}``, ``\\in (0, 1)``, ``\\in \\{0, 1\\}``."""
    if right == t.Name("\\mathbb{R}"):
        return lambda inst, value: (np.size(value) == 1, "a number")
    if isinstance(right, t.Scripted) and right.base == t.Name("\\mathbb{R}") and right.sup is not None:
        sizes = _sizes(right.sup)
        codes = [compile_side(compiler, size, False) for size in sizes]

        def shaped(inst: Instance, value: Value) -> tuple[bool, str]:
            wanted = tuple(
                whole(code(inst), f"the size {size.latex()}") for code, size in zip(codes, sizes, strict=True)
            )
            wanted = (*wanted, 1) if len(wanted) == 1 else wanted
            have = np.shape(value) or (1, 1)
            return have == wanted, "shape " + " × ".join(map(str, wanted))

        return shaped
    if isinstance(right, t.Group):
        codes = [_end(compiler, item) for item in right.items]
        if right.opening == "\\{":

            def listed(inst: Instance, value: Value) -> tuple[bool, str]:
                found = [float(np.real(code(inst))) for code in codes]
                return bool(np.all(np.isin(value, found))), "one of " + ", ".join(map(show, found))

            return listed
        if len(codes) == 2:

            def between(inst: Instance, value: Value) -> tuple[bool, str]:
                low, high = (float(np.real(code(inst))) for code in codes)
                if inst.mode == WIDE and (np.any(value == low) or np.any(value == high)):
                    return True, ""  # rounding may have brought it to the end of an open interval
                above = value > low if right.opening == "(" else value >= low
                below = value < high if right.closing == ")" else value <= high
                return bool(np.all(above & below)), f"between {show(low)} and {show(high)}"

            return between
    raise EquationError(f"{right.latex()} is no set that can be judged")


def _end(compiler: Compiler, node: t.Node) -> Callable[[Instance], Value]:
    """One end of an interval, which may be infinite, or one listed number."""
    body, sign = (node.body, -1.0) if isinstance(node, t.Negative) else (node, 1.0)
    if body == t.Name("\\infty"):
        return lambda inst: sign * np.inf
    return compile_side(compiler, node, False)


def _sizes(node: t.Node) -> list[t.Node]:
    if isinstance(node, t.Binary) and node.sign == "\\times":
        return [*_sizes(node.left), node.right]
    return [node]


COMPARE: dict[str, Callable[[float, float], bool]] = {
    "=": lambda a, b: a == b,
    "\\neq": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "\\le": lambda a, b: a <= b,
    "\\ge": lambda a, b: a >= b,
}


def _compared(compiler: Compiler, chain: t.Chain) -> list[Code]:
    """The members of a chain of comparisons. Where one of them is drawn, a formula goes piece by piece.

    What compares indices and numbers, ``[j = k]``, does not: every draw goes through all values of an index.
    """
    facts = compiler.facts
    with compiler.watched(False), facts.naming():
        codes = [compiler.code(chain.first), *(compiler.code(step.right) for step in chain.steps)]
        facts.pieces = facts.pieces or bool(facts.mentioned)
    return codes


_COUNTED = (t.Chain, t.Step, t.Name, t.Number, t.Plus, t.Negative)  # what a comparison of indices is made of


def _kinks(compiler: Compiler, chain: t.Chain) -> Callable[[Instance, list[Value]], None]:
    """Note where sides are near each other, since a derivative is not to be trusted there.

    Not so where a draw compares only whole numbers, values of indices: nothing moves them.
    """
    names = [part.text for part in chain.walk() if isinstance(part, t.Name)]
    plain = all(isinstance(part, _COUNTED) for part in chain.walk())
    of_indices = plain and all(name in compiler.bound or name in compiler.notation.indices for name in names)

    def note(inst: Instance, sides: list[Value]) -> None:
        if of_indices and all(type(inst.bound(name)) is int for name in names):
            return
        for a, b in itertools.pairwise(sides):
            inst.near_kink(a - b)

    return note


def condition(compiler: Compiler, chain: t.Chain) -> Callable[[Instance], bool]:
    """Whether a chain of comparisons holds."""
    if chain.steps and chain.steps[-1].sign == "\\in":
        return condition_in(compiler, chain)
    codes = _compared(compiler, chain)
    for step in chain.steps:
        if step.sign not in COMPARE:
            raise EquationError(f"{step.sign} is no condition")
    tests = [COMPARE[step.sign] for step in chain.steps]
    note_kinks = _kinks(compiler, chain)

    def holds(inst: Instance) -> bool:
        values = [np.real(algebra.number(code(inst))) for code in codes]
        note_kinks(inst, values)
        return all(test(a, b) for test, a, b in zip(tests, values, values[1:], strict=False))

    return holds


def condition_in(compiler: Compiler, chain: t.Chain) -> Callable[[Instance], bool]:
    """``x \\in [0, 1]``, ``0 < x \\in \\mathbb{R}``: whether a value lies in a set."""
    before, last = chain.with_(steps=chain.steps[:-1]), chain.steps[-1]
    item = before.steps[-1].right if before.steps else before.first
    with compiler.watched(False):
        value, member = compiler.code(item), membership(compiler, last.right)
    compiler.facts.pieces = compiler.facts.pieces or isinstance(last.right, t.Group)
    rest = condition(compiler, before) if before.steps else None

    def holds(inst: Instance) -> bool:
        return member(inst, np.real(value(inst)))[0] and (rest is None or rest(inst))

    return holds


def indicator(compiler: Compiler, chain: t.Chain) -> Code:
    if compiler.notation.has_chance:
        return event_code(compiler, chain)
    if chain.steps and chain.steps[-1].sign == "\\in":
        test = condition(compiler, chain)
        return lambda inst: 1.0 if test(inst) else 0.0
    return event_code(compiler, chain, arrays=True)


@compiles(t.Cases)
def by_cases(compiler: Compiler, node: t.Cases) -> Code:
    rows = []
    for value, when in node.rows:
        chain = when if isinstance(when, t.Chain) else None
        if chain is not None and chain.steps and chain.steps[-1].sign == "\\in":
            compiler.facts.pieces = True
        if when is not None and chain is None:
            raise EquationError(f"{when.latex()} is no condition")
        rows.append((compiler.code(value), None if chain is None else condition(compiler, chain)))

    def chosen(inst: Instance) -> Value:
        found = [value(inst) for value, when in rows if when is not None and when(inst)]
        if node.partial:  # of several conditions, another one may not hold
            found = [value for value in found if not np.all(np.isnan(value))]
        if not found:
            rest = [value(inst) for value, when in rows if when is None]
            inst.notes.no_case = inst.notes.no_case or not (rest or node.partial)
            return rest[0] if rest else np.nan
        if any(differ(found[0], other) for other in found[1:]):
            inst.notes.two_cases = True
            return np.nan
        return found[0]

    return chosen


VISIBLE = 1e-9  # the share of two values by which they must differ to be two


def differ(left: Value, right: Value) -> bool:
    """Whether two values are not one to the eye of a reader."""
    if np.shape(left) != np.shape(right):
        return True
    gap = np.max(np.abs(np.real(left) - np.real(right)))
    return bool(gap > VISIBLE * max(largest(left), largest(right)))


def event_code(compiler: Compiler, chain: t.Chain, arrays: bool = False) -> Code:
    """1 where a chain of comparisons holds and 0 elsewhere; it may depend on chance.

    With ``arrays`` an array is compared entry by entry, with a number or another of its shape.
    """
    codes = _compared(compiler, chain)
    if any(step.sign not in COMPARE for step in chain.steps):
        raise EquationError(f"{chain.latex()} is no condition")
    tests = [chance.lifted(COMPARE[step.sign]) for step in chain.steps]
    note_kinks = _kinks(compiler, chain)

    def value(inst: Instance) -> Value:
        sides = [np.real(code(inst)) for code in codes]
        shapes = {np.shape(side) for side in sides if np.ndim(side)}
        if shapes and not arrays:
            raise EquationError("a comparison of more than numbers")
        if len(shapes) > 1 or any(np.ndim(side) > 2 for side in sides):
            raise EquationError("a comparison of arrays of different shapes")
        note_kinks(inst, sides)
        held: Value = 1.0
        for test, a, b in zip(tests, sides, sides[1:], strict=False):
            held = test(a, b) * 1.0 * held
        return held

    return value
