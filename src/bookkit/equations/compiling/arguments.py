"""Derivatives of functions by their arguments: the other arguments stay as they are."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bookkit.equations.compiling.along import by_injection
from bookkit.equations.compiling.calls import (
    Call,
    any_call,
    argument_of,
    as_group,
    call_of,
    following,
    function_of,
    moved,
)
from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.facts import Code, Ref, Value
from bookkit.equations.compiling.powers import scripts
from bookkit.equations.compiling.references import reference
from bookkit.equations.drawing import derivatives
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.drawing.notes import Notes
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Definition
from bookkit.notations.table import Function
from bookkit.values import algebra
from bookkit.values.errors import EquationError


def applied(compiler: Compiler, of: t.Node) -> tuple[t.Node, tuple[t.Node, ...]] | None:
    """A function and its arguments: ``f(u, v)``; of a page's function alone those of its definition."""
    if isinstance(of, t.Juxtaposed) and len(of.factors) == 2:
        head, group = of.factors[0], as_group(of.factors[1])
        plain = isinstance(of.factors[1], t.Group) and isinstance(head, (t.Name, t.Word))
        return (head, group.items) if plain and group is not None and is_function(compiler, head) else None
    definition = compiler.context.find(of.text) if isinstance(of, (t.Name, t.Word)) else None
    if definition is None or definition.arguments is None:
        return None
    return of, tuple(argument_of(compiler, name) for name in definition.arguments)


def is_function(compiler: Compiler, head: t.Node) -> bool:
    known = function_of(compiler, head)
    return (known is not None and not isinstance(known, str)) or is_any_function(compiler, head)


def is_any_function(compiler: Compiler, head: t.Node) -> bool:
    """Whether a letter is one that stands for any function."""
    name = head.latex()
    return (
        name in compiler.notation.function_letters
        and name not in compiler.bound
        and not compiler.context.find(name)
    )


def callable_of(compiler: Compiler, head: t.Node, count: int, follows: bool = True) -> Call:
    known = function_of(compiler, head)
    if known is None:
        return any_call(compiler, head.latex())
    return call_of(compiler, known, head.latex(), count, follows)


def by_arguments(compiler: Compiler, of: t.Node, by: tuple[t.Node, ...], follows: bool = True) -> Code | None:
    """A derivative by what is an argument of a function of several: the others stay as they are.

    What its body names beside them, and the page has made from one of them, ``follows`` that one or stays.
    """
    found = applied(compiler, of)
    if found is None or len(found[1]) < 2:
        return None
    head, arguments = found
    if all(item in arguments for item in by):
        refuse_twice(of, by, arguments)
        call = callable_of(compiler, head, len(arguments), follows)
        for item in reversed(by):
            call = moved(call, [place for place, other in enumerate(arguments) if other == item])
        codes = [compiler.code(item) for item in arguments]
        return lambda inst: call(inst, [code(inst) for code in codes])
    if len(by) > 1 or not any(part == by[0] for item in arguments for part in item.walk()):
        return None
    wrt = reference(compiler, by[0])
    if wrt is None or wrt[1] is not None:
        return None
    return holding(compiler, of, wrt[0], lambda node, name: node != by[0])


def names_itself_and_through(compiler: Compiler, of: t.Node, by: tuple[t.Node, ...]) -> bool:
    """Whether a function's body names an argument, and beside it what the page has made from that one."""
    found = applied(compiler, of)
    function = None if found is None else function_of(compiler, found[0])
    if not isinstance(function, Definition) or not following(compiler, function):
        return False
    return any(item.latex() in function.named for item in by)


def refuse_twice(of: t.Node, by: tuple[t.Node, ...], arguments: tuple[t.Node, ...]) -> None:
    r"""``\frac{\partial}{\partial x} f(x, 2x)`` may move one argument or both, so it is refused."""
    for item in by:
        if any(other != item and item in other.walk() for other in arguments):
            raise EquationError(
                f"{of.latex()}: {item.latex()} is an argument and is in another one, too; do both move?"
                f" Give the function of {item.latex()} alone a name, or the other argument a letter"
            )


def holding(compiler: Compiler, of: t.Node, wrt: Ref, holds: Callable[[t.Node, str], bool]) -> Code:
    """The derivative of an expression in which some of the symbols keep their values."""
    kept, compiler.holds = compiler.holds, holds
    try:
        code = compiler.code(of)
    finally:
        compiler.holds = kept
    derivative = by_injection(code, wrt)

    def value(inst: Instance) -> Value:
        with inst.holding():
            return derivative(inst)

    return value


def slopes(
    compiler: Compiler, definition: Definition, factors: list[t.Node], curvature: bool = False
) -> Code:
    r"""``\nabla f`` and ``\nabla f(2, 3)``: the derivatives by all arguments, a column.

    With ``curvature``, those of ``\nabla^2 f(2, 3)``: the second ones, a matrix.
    """
    head = factors.pop(0)
    names = definition.arguments or ()
    group = as_group(factors[0]) if factors and isinstance(factors[0], t.Group) else None
    if group is not None:
        factors.pop(0)
    places = tuple(t.Name(name) for name in names) if group is None else group.items
    call = callable_of(compiler, head, len(places))
    codes = [compiler.code(item) for item in places]
    compiler.facts.derives = True
    if len(names) == 1:
        return (curvature_at if curvature else gradient_at)(call, codes[0])
    if curvature:
        return _hessian(call, codes)
    slopes = [moved(call, [place]) for place in range(len(names))]

    def value(inst: Instance) -> Value:
        at = [code(inst) for code in codes]
        return np.array([[algebra.number(slope(inst, at))] for slope in slopes])

    return value


def _hessian(call: Call, codes: list[Code]) -> Code:
    places = range(len(codes))
    second = [[moved(moved(call, [row]), [column]) for column in places] for row in places]

    def value(inst: Instance) -> Value:
        at = [code(inst) for code in codes]
        return np.array([[algebra.number(slope(inst, at)) for slope in row] for row in second])

    return value


def gradient_at(call: Call, argument: Code) -> Code:
    """The derivative of a function of one argument; of a column, by each entry, a column."""

    def value(inst: Instance) -> Value:
        point = argument(inst)
        if algebra.is_number(point):
            return derivatives.along(inst, lambda step: call(inst, [point + step]))
        slopes = {}
        for place in np.ndindex(np.shape(point)):

            def moved(step: Value, place: tuple[int, ...] = place) -> Value:
                return algebra.number(call(inst, [point + derivatives.nudge(np.shape(point), place, step)]))

            slopes[place] = derivatives.along(inst, moved)
        return derivatives.arranged(slopes, np.shape(point))

    return value


def curvature_at(call: Call, argument: Code) -> Code:
    """The second derivatives of a function of one argument; of a column, a matrix."""

    def value(inst: Instance) -> Value:
        point = argument(inst)
        shape = np.shape(point)

        def slope(moved: Value) -> Value:
            return gradient_at(call, lambda inst: moved)(inst)

        if algebra.is_number(point):
            return derivatives.along(inst, lambda step: slope(point + step))

        def along(place: tuple[int, ...]) -> Value:
            return derivatives.along(inst, lambda step: slope(point + derivatives.nudge(shape, place, step)))

        columns = [along(place) for place in np.ndindex(shape)]
        return np.concatenate(columns, axis=1)

    return value


def kept_at(code: Code, argument: Code) -> Code:
    """A value that depends on an argument and on nothing else, found once for each place of a draw.

    So the curvature of any function is not measured again while only something else moves. What was noticed
    while it was measured is noted again.
    """
    known: list[tuple[Instance, dict[tuple[bool, bytes], tuple[Value, Notes]]]] = []

    def value(inst: Instance) -> Value:
        point = argument(inst)
        if inst.exact or algebra.is_number(point):
            return code(inst)
        if not known or known[0][0] is not inst:
            known[:] = [(inst, {})]
        places, mark = known[0][1], (inst.complex, np.asarray(point).tobytes())
        if mark not in places:
            outer, inst.notes = inst.notes, Notes()
            try:
                places[mark] = code(inst), inst.notes
            finally:
                inst.notes = outer
        found, notes = places[mark]
        inst.notes.add(notes)
        return found

    return value


def derivative_at(compiler: Compiler, head: t.Derivative, factors: list[t.Node]) -> Code:
    r"""``\frac{df}{dx}(2)``: the derivative of a function at a place."""
    group = as_group(factors[0])
    of = head.of
    if group is None or of is None or not isinstance(of, (t.Name, t.Word)) or not is_function(compiler, of):
        raise EquationError(
            f"{t.join([head.latex(), factors[0].latex()])}: a product, or the derivative at that place?"
            " Write \\cdot for the product; for the place, define what is derived as a function"
        )
    after = factors.pop(0)
    call = callable_of(compiler, of, len(group.items))
    slots = [slot_of(compiler, head, of, item, group.items) for item in head.by]
    if head.sign != "\\partial" and len(group.items) > 1:
        raise EquationError(f"{head.latex()} at a place of several numbers: write \\partial")
    for slot in slots:
        call = moved(call, [slot], isinstance(function_of(compiler, of), Function))
    codes = [compiler.code(item) for item in group.items]
    compiler.facts.derives = True

    def value(inst: Instance) -> Value:
        return call(inst, [code(inst) for code in codes])

    return scripts(compiler, value, after) if isinstance(after, t.Scripted) else value


def slot_of(
    compiler: Compiler, head: t.Derivative, of: t.Node, by: t.Node, places: tuple[t.Node, ...]
) -> int:
    """Which argument of a function a derivative at a place is taken by."""
    definition = function_of(compiler, of)
    if isinstance(definition, Definition) and definition.arguments is not None:
        if by.latex() not in definition.arguments:
            raise EquationError(f"{head.latex()}: {by.latex()} is no argument of {of.latex()}")
        for part in definition.body.walk():
            if (
                part != by
                and compiler.context.reaches(part.latex(), by.latex())
                and compiler.context.find(part.latex())
            ):
                raise EquationError(
                    f"{head.latex()} at a place: {of.latex()} is made from {part.latex()}, which depends"
                    f" on {by.latex()} itself; make {part.latex()} an argument, or write it out"
                )
        return definition.arguments.index(by.latex())
    if len(places) == 1:
        return 0
    if places.count(by) != 1:
        raise EquationError(f"{head.latex()}: which argument of {of.latex()} is {by.latex()}?")
    return places.index(by)
