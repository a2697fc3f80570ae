r"""Which derivative is meant: of a function by one of its arguments, of a quantity along the definitions.

``\frac{\partial f(u, v)}{\partial u}`` moves the first argument and holds the second, whatever the page has
said of u and v. ``\frac{dp}{dx}`` follows all definitions. ``\frac{\partial p}{\partial x}`` follows them,
too, where p is a node of a circuit, for that is how books on backpropagation write it. Where p names x
itself and beside it another quantity that is made from x, the two readings differ, and the author has to
choose.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import numpy as np

from bookkit.equations.compiling.along import total_derivative
from bookkit.equations.compiling.arguments import holding
from bookkit.equations.compiling.comparisons import differ
from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.facts import Code, Ref, Value
from bookkit.equations.drawing import derivatives
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading import tree as t
from bookkit.values.errors import EquationError

ALONG, FIXED = "along its definition", "fixed"
MOST_READINGS = 3  # derivatives of one claim of which all readings are tried
CHOSEN: ContextVar[tuple[str, ...]] = ContextVar("how the derivatives of a claim are read", default=())
TWO_READINGS = "fixed, or along its definition?"


@contextmanager
def read_as(chosen: tuple[str, ...]) -> Iterator[None]:
    """Reads the derivatives of a claim that can be read in two ways as they are chosen, one by one."""
    mark = CHOSEN.set(chosen)
    try:
        yield
    finally:
        CHOSEN.reset(mark)


def one_reading(compiler: Compiler, total: Code, of: t.Node, by: t.Node, wrt: Ref) -> Code:
    """The derivative along the definitions; an error where that is one of two readings."""
    definition = compiler.context.find(of.latex()) if isinstance(of, (t.Name, t.Accent, t.Scripted)) else None
    if definition is not None and (definition.sub or definition.sup or definition.arguments is not None):
        return total
    body = of if definition is None else definition.body
    parts = list(body.walk())
    others = {part.latex() for part in parts if part != by and is_made_from(compiler, part, by)}
    if by not in parts or not others:
        return total
    kept, compiler.bound = compiler.bound, compiler.bound if definition is None else {}
    try:
        partial = holding(compiler, body, wrt, lambda node, name: node.latex() in others)
    finally:
        compiler.bound = kept
    function = f", {of.latex() if definition else 'p'}({by.latex()}, {min(others)}) \\coloneqq …"
    return one_of(compiler, total, partial, of, by, " and ".join(sorted(others)), function)


def refuse_two(compiler: Compiler, of: t.Node, by: t.Node) -> None:
    """Refuse a ``\\partial`` by an array of entries where what is made from it stands beside it."""
    definition = compiler.context.find(of.latex()) if isinstance(of, (t.Name, t.Accent)) else None
    parts = list((of if definition is None else definition.body).walk())
    bases = [part.base if isinstance(part, t.Scripted) else part for part in parts]
    others = sorted(part.latex() for part in parts if part != by and is_made_from(compiler, part, by))
    if by in bases and others:
        what = f"the derivative of {of.latex()} by {by.latex()} with {others[0]}"
        raise EquationError(f"{what} {TWO_READINGS} Write d for the second")


def one_of(
    compiler: Compiler, total: Code, partial: Code, of: t.Node, by: t.Node, named: str, function: str = ""
) -> Code:
    """A derivative in two readings: as the claim is read at the moment, and an error where they differ."""
    number = None if compiler.compiling else compiler.open_readings
    compiler.open_readings += not compiler.compiling

    def value(inst: Instance) -> Value:
        chosen = CHOSEN.get()
        if number is not None and number < len(chosen):
            return total(inst) if chosen[number] == ALONG else partial(inst)
        if inst.exact:
            return total(inst)  # the draws before this one have seen that there is one reading
        along, held = total(inst), partial(inst)
        if np.all(np.isfinite(along)) and np.all(np.isfinite(held)) and differ(along, held):
            raise EquationError(
                f"the derivative of {of.latex()} by {by.latex()} with {named} {TWO_READINGS}"
                f" Write d for the second; for the first make it a function of both{function}"
            )
        return along

    return value


def is_made_from(compiler: Compiler, part: t.Node, by: t.Node) -> bool:
    """Whether a part of an expression is a quantity that the page has made from another one."""
    if not isinstance(part, (t.Name, t.Accent, t.Scripted)):
        return False
    definition = compiler.context.find(part.latex())
    if definition is None or definition.arguments is not None or definition.sub or definition.sup:
        return False
    symbol = compiler.notation.by_base.get(definition.name)
    if symbol is not None and (symbol.rule is not None or symbol.gradient is not None):
        return False
    return compiler.context.reaches(definition.name, by.latex())


def inverse_of(compiler: Compiler, of: Ref, wrt: Ref) -> Code | None:
    r"""``\frac{dx}{dy}`` where the page has made y from x, and from nothing else: one over dy/dx."""
    plain = compiler.context.find(wrt.name)
    if plain is None or plain.sub or plain.sup or wrt.place is not None or of.place is not None:
        return None
    if of.name == wrt.name or compiler.context.reaches(of.name, wrt.name):
        return None
    if not compiler.context.reaches(wrt.name, of.name):
        return unrelated(compiler, of, wrt)

    def value(inst: Instance) -> Value:
        above, below = of.key(inst), wrt.key(inst)
        slope = derivatives.gradient(inst, below, above)
        leaves = inst.made_from(below) - inst.made_from(above)
        if np.ndim(slope) or any(key[0] not in inst.nodes for key in leaves):
            raise EquationError(f"{wrt.name} is not made from {of.name} alone: nothing says what stays fixed")
        return 1.0 / slope if slope else np.nan

    return value


def unrelated(compiler: Compiler, of: Ref, wrt: Ref) -> Code | None:
    """Two quantities that are made from a third: neither is a function of the other."""
    definition = compiler.context.find(of.name)
    if definition is None or definition.sub or definition.sup:
        return None
    usual = total_derivative(compiler, of, of, wrt)

    def value(inst: Instance) -> Value:
        if shared := inst.made_from(of.key(inst)) & inst.made_from(wrt.key(inst)):
            raise EquationError(
                f"nothing says how {of.name} depends on {wrt.name}; both depend on {min(shared)[0]}"
            )
        return usual(inst)

    return value
