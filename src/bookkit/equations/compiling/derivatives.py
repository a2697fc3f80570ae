r"""Derivatives as they are written, ``\frac{\partial C}{\partial w}``, ``\nabla_a C``,
and values at a place.
"""

from __future__ import annotations

import numpy as np

from bookkit.equations.compiling.along import derivative_by_bound, gradient_by, total_derivative
from bookkit.equations.compiling.arguments import by_arguments, names_itself_and_through
from bookkit.equations.compiling.compiler import Compiler, compiles
from bookkit.equations.compiling.facts import Code, Ref, Value
from bookkit.equations.compiling.ranges import ENDLESS
from bookkit.equations.compiling.readings import inverse_of, one_of, one_reading, refuse_two
from bookkit.equations.compiling.references import reference
from bookkit.equations.compiling.wholes import by_whole, family_of
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.products import NABLA
from bookkit.notations.draws import NESTED, POSITIVE
from bookkit.values import algebra
from bookkit.values import functions as fn
from bookkit.values.errors import EquationError, ShapeError

PARTIAL = "\\partial"
SQUARE = t.Number("2")


@compiles(t.Derivative)
def derivative(compiler: Compiler, node: t.Derivative) -> Code:
    if node.of is None:
        raise EquationError("a derivative of nothing")
    check_sign(compiler, node)
    return derivative_of(compiler, node.of, node.by, node.sign)


def check_sign(compiler: Compiler, node: t.Derivative) -> None:
    if node.sign == "d" and (compiler.context.knows("d") or "d" in compiler.bound):
        raise EquationError(f"{node.latex()}: the page has its own d; write the derivative with \\partial")


def derivative_of(compiler: Compiler, of: t.Node, by: tuple[t.Node, ...], sign: str = PARTIAL) -> Code:
    """A derivative; where the page says that such a one is a row, that of a number by a column is."""
    found = as_column(compiler, of, by, sign)
    if not compiler.notation.derivatives_as_rows or sign == NABLA or len(by) > 1:
        return found
    with compiler.watched(False):
        number, place = compiler.code(of), compiler.code(by[0])

    def as_row(inst: Instance) -> Value:
        shape, value = np.shape(place(inst)), found(inst)
        if len(shape) < 2 or shape[0] == 1 or np.size(number(inst)) != 1 or np.shape(value) != shape:
            return value  # no column, or a column of one entry, whose Jacobian is a row
        if shape[1] > 1:
            raise ShapeError("which way does a derivative by a matrix lie? write it with indices")
        return algebra.transpose(value)

    return as_row


def as_column(compiler: Compiler, of: t.Node, by: tuple[t.Node, ...], sign: str) -> Code:
    """A derivative: with ∂ of a function at its other arguments, else along the definitions."""
    compiler.facts.derives = True
    with compiler.watched(False):
        if sign == PARTIAL and (slots := by_arguments(compiler, of, by)) is not None:
            if not names_itself_and_through(compiler, of, by):
                return slots
            fixed = by_arguments(compiler, of, by, follows=False)
            return (
                slots if fixed is None else one_of(compiler, slots, fixed, of, by[0], "what is made from it")
            )
        if len(by) > 1:
            inner = as_column(compiler, of, by[1:], sign)
            return derivative_code(compiler, inner, None, by[0])
        found = reference(compiler, of)
        whole = found[0] if found is not None and found[1] is None else None
        return derivative_code(compiler, compiler.code(of), whole, by[0], of, sign)


def derivative_code(
    compiler: Compiler, code: Code, of: Ref | None, by: t.Node, node: t.Node | None = None, sign: str = ""
) -> Code:
    if isinstance(by, t.Name) and by.text in compiler.bound:
        return derivative_by_bound(code, by.text)
    if isinstance(by, t.Group) and len(by.items) == 1:  # d(x^2)
        by = by.items[0]
    if (root := root_of(compiler, by)) is not None:
        return by_power(compiler, code, of, root, by, node, sign)
    if (family := family_of(compiler, by)) is not None:
        if node is not None and sign in (PARTIAL, NABLA):
            refuse_two(compiler, node, by)
        return by_whole(compiler, code, family)
    wrt = variable(compiler, by, sign)
    if wrt is None:
        raise EquationError(f"a derivative with respect to {by.latex()}, which is no symbol")
    if isinstance(by, t.Scripted) and node is not None and names_a_sum(compiler, node):
        compiler.facts.features.add(NESTED)  # one sum for each place that is moved
    if wrt.symbol is not None and wrt.symbol.size:
        raise EquationError(f"a derivative with respect to the size {by.latex()}")
    if of is not None and (inverse := inverse_of(compiler, of, wrt)) is not None:
        return inverse
    total = total_derivative(compiler, code, of, wrt, node)
    if node is not None and sign in (PARTIAL, NABLA):
        return one_reading(compiler, total, node, by, wrt)
    return total


def root_of(compiler: Compiler, by: t.Node) -> t.Node | None:
    r"""The letter, or entry, by whose power a derivative is taken: ``\sigma`` in ``\partial \sigma^2``."""
    if not isinstance(by, t.Scripted) or by.primes or not is_power(by.sup):
        return None
    found = reference(compiler, by)
    if found is None or found[1] != by.sup or found[0].symbol is None or found[0].symbol.draw is None:
        return None
    root: t.Node = by.with_(sup=None) if by.sub is not None else by.base
    return root


def is_power(sup: t.Node | None) -> bool:
    """Whether a superscript is a whole number from 2 on."""
    return isinstance(sup, t.Number) and sup.text.isdigit() and int(sup.text) > 1


def by_power(
    compiler: Compiler,
    code: Code,
    of: Ref | None,
    root: t.Node,
    power: t.Node,
    node: t.Node | None,
    sign: str,
) -> Code:
    """A derivative by a power: as the letter moves, so much of one for so much of the other.

    Near the letter's value its power goes through each value once, so it does not matter which of them moves.
    """
    derived = derivative_code(compiler, code, of, root, node, sign)
    moved = derivative_code(compiler, compiler.code(power), None, root, None, sign)

    def value(inst: Instance) -> Value:
        below = moved(inst)
        if not algebra.is_number(below):
            raise EquationError(f"a derivative by {power.latex()}, which is no number")
        return derived(inst) / below

    return value


def variable(compiler: Compiler, by: t.Node, sign: str) -> Ref | None:
    """The symbol that a derivative is taken by, if it is one."""
    found = gradient_by(compiler, by) if sign == NABLA else reference(compiler, by)
    return found[0] if found is not None and found[1] is None else None


def names_a_sum(compiler: Compiler, node: t.Node) -> bool:
    """Whether a sum takes part in an expression, or in what the page has defined of it."""
    return any(isinstance(part, t.Big) for part in compiler.context.spoken_of(node))


@compiles(t.At)
def at_a_place(compiler: Compiler, node: t.At) -> Code:
    """The body with some symbols replaced by values; up to another place, by how much it changes."""
    if node.upto is None:
        return at_place(compiler, node.where, compiler.code(node.body))
    places = (node.where, node.upto)
    if not any(goal_far_out(place) for place in places):
        body = compiler.code(node.body)  # one for both, which may be 0 at one of them
        start, end = (at_place(compiler, place, body) for place in places)
    else:
        start, end = (at_an_end(compiler, place, node.body) for place in places)
    return lambda inst: algebra.add(end(inst), -start(inst))


def goal_far_out(where: t.Node) -> t.Chain | None:
    """The place of a bar as what a limit goes to, where that is far out."""
    if not isinstance(where, t.Chain) or len(where.steps) != 1 or where.steps[0].right not in ENDLESS:
        return None
    return t.Chain(where.first, (where.steps[0].with_(sign="\\to"),))


def at_an_end(compiler: Compiler, where: t.Node, body: t.Node) -> Code:
    """The value at an end, which is a limit where it is far out; there it may well be 0."""
    goal = goal_far_out(where)
    if goal is None:
        return at_place(compiler, where, compiler.code(body))
    with compiler.watched(False):
        return compiler.code(t.Big("\\lim", goal, None, t.Group("(", (body,), ")")))


def at_place(compiler: Compiler, where: t.Node, body: Code) -> Code:
    """A value where some symbols have values."""
    settings = settings_of(compiler, where)

    def value(inst: Instance) -> Value:
        replaced = {}
        bound = {}
        for what, code in settings:
            if isinstance(what, str):
                bound[what] = code(inst)
            else:
                replaced[what.key(inst)] = code(inst)
        with inst.state(replacements=replaced, binding=bound):
            return body(inst)

    return value


def settings_of(compiler: Compiler, where: t.Node) -> list[tuple[Ref | str, Code]]:
    """What the subscript of a bar says: which symbol has which value."""
    settings: list[tuple[Ref | str, Code]] = []
    for item in t.listed(where):
        if not isinstance(item, t.Chain) or len(item.steps) != 1 or item.steps[0].sign != "=":
            raise EquationError(f"the place after the bar is written x = 3, not {item.latex()}")
        right = compiler.code(item.steps[0].right)
        if isinstance(item.first, t.Name) and item.first.text in compiler.bound:
            settings.append((item.first.text, right))
            continue
        found = reference(compiler, item.first)
        if found is not None and found[1] == SQUARE and is_positive(found[0]):
            settings.append((found[0], root_from(right)))  # of \sigma^2 the positive root
            continue
        if found is None or found[1] is not None or found[0].place is not None:
            raise EquationError(f"{item.first.latex()} is no symbol")
        settings.append((found[0], right))
    return settings


def is_positive(ref: Ref) -> bool:
    """Whether a symbol is a positive number, so that its square says what it is."""
    symbol = ref.symbol
    return symbol is not None and symbol.draw is POSITIVE and not symbol.shape and ref.place is None


def root_from(square: Code) -> Code:
    """The number whose square is given."""
    return lambda inst: fn.sqrt(algebra.number(square(inst)))
