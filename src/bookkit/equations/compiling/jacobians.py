r"""Functions whose values are columns: their entries, ``f_i(x)``, their Jacobians, ``J_f(x)``, ``D f(x)``.

Nothing is derived by a rule: each entry of the place is moved, and how the function moves is a column of the
Jacobian. So a Jacobian has a row for each entry of the value, as ``\frac{\partial y}{\partial x}`` has.
"""

from __future__ import annotations

import numpy as np

from bookkit.equations.compiling.arguments import callable_of, is_function
from bookkit.equations.compiling.calls import Call, as_group
from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.facts import Code, Value
from bookkit.equations.compiling.indices import index_code
from bookkit.equations.compiling.outlines import gives_columns
from bookkit.equations.compiling.powers import scripts
from bookkit.equations.drawing import derivatives
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.jacobian_names import function_of_jacobian
from bookkit.equations.reading.scripts import index_items
from bookkit.values import algebra
from bookkit.values.errors import EquationError, NoSuchThingError, ShapeError

OPERATOR = t.Name("D")


def jacobian(compiler: Compiler, head: t.Node, factors: list[t.Node]) -> Code | None:
    r"""``J_f(x)`` and ``D f(x)``, whose place is taken off the front; None where these are other letters."""
    rest = factors[1:] if head == OPERATOR else factors
    function = _function(compiler, head, factors)
    group = as_group(rest[0]) if rest else None
    if function is None or group is None:
        return None
    at = rest[0]
    del factors[: 2 if head == OPERATOR else 1]
    call = callable_of(compiler, function, len(group.items))
    code = jacobian_at(call, [compiler.code(item) for item in group.items])
    compiler.facts.derives = True
    return scripts(compiler, code, at) if isinstance(at, t.Scripted) else code


def _function(compiler: Compiler, head: t.Node, factors: list[t.Node]) -> t.Node | None:
    """The function of which a Jacobian is asked for."""
    if head != OPERATOR:
        return function_of_jacobian(head, compiler.notation, compiler.context)
    of = factors[0] if factors else None
    known = {*compiler.notation.by_base, *compiler.notation.function, *compiler.bound}
    if OPERATOR.text in known or compiler.context.knows(OPERATOR.text):
        return None
    return of if isinstance(of, (t.Name, t.Word)) and is_function(compiler, of) else None


def jacobian_at(call: Call, arguments: list[Code]) -> Code:
    """The derivatives of a function by all that it is given, side by side."""

    def value(inst: Instance) -> Value:
        places = [code(inst) for code in arguments]
        columns = []
        for number, place in enumerate(places):
            if np.ndim(place) == 2 and np.shape(place)[1] != 1:
                raise ShapeError(f"a Jacobian is one by columns and numbers, not by {algebra.shape(place)}")
            for entry in np.ndindex(np.shape(place)):

                def moved(step: Value, number: int = number, entry: tuple[int, ...] = entry) -> Value:
                    here = list(places)
                    nudge = derivatives.nudge(np.shape(here[number]), entry, step) if entry else step
                    here[number] = here[number] + nudge
                    return _column(call(inst, here))

                columns.append(derivatives.along(inst, moved))
        return np.concatenate(columns, axis=1)

    return value


def _column(value: Value) -> Value:
    if algebra.is_number(value):
        return np.array([[value]])
    if np.ndim(value) != 2 or np.shape(value)[1] != 1:
        raise ShapeError(f"a Jacobian is one of columns and numbers, not of {algebra.shape(value)}")
    return value


def entry_of_value(compiler: Compiler, head: t.Node, factors: list[t.Node]) -> Code | None:
    """``f_i(x)``, an entry of a function's value; None where the name with its subscript is another one."""
    if not factors or as_group(factors[0]) is None or not is_entry(compiler, head):
        return None
    assert isinstance(head, t.Scripted)
    at = factors.pop(0)
    place = at.base if isinstance(at, t.Scripted) else at
    if isinstance(at, t.Scripted) and (at.sub is not None or at.primes):
        raise EquationError(f"{head.latex()}{at.latex()} has indices in two places")
    whole = t.Group("(", (t.Juxtaposed((head.base, place)),), ")")
    return compiler.code(t.Scripted(whole, 0, head.sub, at.sup if isinstance(at, t.Scripted) else None))


def is_entry(compiler: Compiler, head: t.Node) -> bool:
    """Whether a name with a subscript is an entry of a function's value, and no name of its own."""
    if not isinstance(head, t.Scripted) or head.sub is None or head.primes or head.sup is not None:
        return False
    definition = compiler.context.find(head.base.latex())
    own = definition is not None and definition.arguments is not None
    named = compiler.context.knows(head.latex()) or head.latex() in compiler.notation.by_base
    return (own or gives_columns(compiler, head.base)) and not named


def entry_call(compiler: Compiler, head: t.Node, place: Code) -> Call:
    r"""The function ``f_i`` of one argument, as in ``\nabla f_i(x)``; the place shows how far i counts."""
    assert isinstance(head, t.Scripted)
    call, name = callable_of(compiler, head.base, 1), head.base.latex()
    items = index_items(head.sub, 1)

    def size(inst: Instance) -> int:
        return int(np.shape(_column(call(inst, [place(inst)])))[0])

    index = index_code(compiler, items[0], size)

    def value(inst: Instance, given: list[Value]) -> Value:
        at = index(inst) - 1
        if at < 0:
            raise NoSuchThingError(f"{name} has no entry {at + 1}")
        return algebra.entry(call(inst, given), (at,), name)

    return value
