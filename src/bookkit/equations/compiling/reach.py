r"""How far an operator reaches in the product behind it: ``\frac{d}{dx}``, ``\partial_x``, ``\nabla_u``.

It takes the whole product up to the next plus, minus or relation:
``\nabla_u \frac{1}{2} \lVert u \rVert^2`` is the gradient of half the square. Where it might as well end
earlier (behind a bracket, before a sign such as ``\cdot``; a light operator, ``\partial_x`` or ``\nabla_u``,
behind any factor), each of these readings is executed, with two exceptions: an operator does not end before
it has met what depends on its variable, and it takes nothing that cannot be derived by it. What is left often
comes to the same, as with a factor that does not depend on the variable; where it does not, the author has to
choose, and the error shows the spellings.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np

from bookkit.equations.compiling.arguments import applied
from bookkit.equations.compiling.calls import as_group
from bookkit.equations.compiling.comparisons import differ
from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.derivatives import check_sign, derivative_of, variable
from bookkit.equations.compiling.facts import Code, Value
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.products import NABLA, Product, joined, operator_in
from bookkit.values.errors import EquationError, ShapeError

# Takes one factor off the front of a product, with its argument if it is a function.
Unit = Callable[[Compiler, list[t.Node]], Code]
WHERE_IT_ENDS = "where does the derivative end?"


def of_product(compiler: Compiler, head: t.Derivative, product: Product, unit: Unit) -> Code:
    """An operator and the product behind it."""
    check_sign(compiler, head)
    if not product:
        raise EquationError("a derivative of nothing")
    if between := product[0][0]:
        raise EquationError(f"a derivative of nothing: what is derived comes right behind, without {between}")
    sign, last = product[-1]
    if isinstance(last, t.At):  # the bar is behind all of it
        return compiler.code(last.with_(body=t.Operated(head, (*product[:-1], (sign, last.body)))))
    with compiler.watched(False):
        units = _units(compiler, product, unit)
        if (place := _at_a_place(compiler, head, product, units)) is not None:
            return compiler.code(joined((("", place), *product[units[0] :])))
        ends = _ends(head, product, units)
        if len(ends) == 1:
            return derivative_of(compiler, joined(product), head.by, head.sign)
        return Readings(compiler, head, product, ends).value


def _units(compiler: Compiler, product: Product, unit: Unit) -> list[int]:
    """Where the factors of a product end, functions with their arguments taken together."""
    if len(product) == 1:
        return [1]
    ends: list[int] = []
    starts = [place for place, (sign, _) in enumerate(product) if sign or not place]
    for start, end in itertools.pairwise([*starts, len(product)]):
        factors = [factor for _, factor in product[start:end]]
        while factors:
            unit(compiler, factors)
            ends.append(end - len(factors))
    return ends


def _at_a_place(compiler: Compiler, head: t.Derivative, product: Product, units: list[int]) -> t.Node | None:
    r"""``\partial_x f(2, 3)``: the derivative of a function at a place that the variable is not in."""
    if head.sign == NABLA or units[0] != 2:
        return None
    (_, name), (_, group) = product[:2]
    known = applied(compiler, t.Juxtaposed((name, group)))
    if known is None or any(_has(compiler, item, by) for item in known[1] for by in head.by):
        return None
    if not head.light:
        here = t.join([t.Derivative(head.sign, name, head.by).latex(), group.latex()])
        raise EquationError(f"the derivative of {name.latex()} at that place is written {here}")
    return t.Group("(", (t.Juxtaposed((t.Derivative(head.sign, name, head.by), group)),), ")")


def _has(compiler: Compiler, node: t.Node, by: t.Node) -> bool:
    """Whether an expression has a letter in it, at any index, or one that the page has made from it."""
    return compiler.context.has(node, by.base if isinstance(by, t.Scripted) else by)


def _ends(head: t.Derivative, product: Product, units: list[int]) -> list[int]:
    """Where the operator may end, the whole product first."""
    if head.light:
        return units[::-1]
    bracket = units[0] == 1 and as_group(product[0][1]) is not None

    def may_end(end: int) -> bool:
        if end == len(product) or (bracket and end == 1):
            return True
        sign, following = product[end]
        return bool(sign) or operator_in(following) is not None

    return [end for end in units[::-1] if may_end(end)]


class Readings:
    """The readings of an operator, by where it ends; which are meant is seen when they are executed."""

    def __init__(self, compiler: Compiler, head: t.Derivative, product: Product, ends: list[int]) -> None:
        self.head, self.product = head, product
        self.starts = dict(zip(ends, [*ends[1:], 0], strict=True))
        self.arguments = {end: joined(product[:end]) for end in ends}
        self.variables = [variable(compiler, by, head.sign) for by in head.by]
        self.codes = {end: compiler.code(self.tree(end)) for end in ends}
        self.values = {end: compiler.code(argument) for end, argument in self.arguments.items()}
        self.left: list[int] = []

    def tree(self, end: int) -> t.Node:
        """The product as one reading has it."""
        inner = t.Group("(", (self.head.with_(of=self.arguments[end]),), ")")
        return joined((("", inner), *self.product[end:]))

    def value(self, inst: Instance) -> Value:
        """The value of all readings that are left; EquationError where they differ."""
        self.left = self.left or self.meant(inst)
        found: dict[int, Value] = {}
        fault = ShapeError("a derivative of nothing")
        for end in self.left:
            try:
                found[end] = self.codes[end](inst)
            except ShapeError as error:
                fault = error
        if self.head.sign == NABLA and len(found) > 1:  # a gradient is that of a number
            numbers = [end for end in found if np.size(self.values[end](inst)) == 1]
            found = {end: found[end] for end in numbers or found}
        if not found:
            raise fault
        self.left = list(found)
        first, *others = found.values()
        if any(differ(first, other) for other in others):
            raise EquationError(f"{WHERE_IT_ENDS} write {' or '.join(map(self.spelled, found))}")
        return first

    def meant(self, inst: Instance) -> list[int]:
        """The readings that nobody would call absurd, the longest first."""
        found = [end for end in self.codes if self.depends(inst, end)]
        if len(found) > 1 and self.arguments[found[-1]] in self.head.by:
            found.pop()  # nobody derives a variable by itself
        return found[-1:] if found and self.is_closed(found[-1]) else found or [len(self.product)]

    def depends(self, inst: Instance, end: int) -> bool:
        """Whether what a reading takes has anything to do with the variables."""
        parts = set(self.arguments[end].walk())
        made_from = inst.seen_by(self.values[end])
        return all(
            by in parts or (ref is not None and ref.key(inst) in made_from)
            for by, ref in zip(self.head.by, self.variables, strict=True)
        )

    def is_closed(self, end: int) -> bool:
        r"""Whether an operator ends there for every eye.

        So it does in ``\frac{d}{dx} (x^2) \cdot``, ``\nabla_a C \odot`` and ``\partial_x f \, \partial_y``.
        """
        if end == len(self.product):
            return False
        sign, following = self.product[end]
        last = self.product[self.starts[end]][1]
        if sign and end == 1 and as_group(last) is not None:
            return True
        base = last.base if isinstance(last, t.Scripted) else last
        quantity = isinstance(base, (t.Name, t.Word, t.Accent)) and last not in self.head.by
        return self.head.light and quantity and bool(sign or operator_in(following))

    def spelled(self, end: int) -> str:
        """How to write a reading so that it is the only one."""
        inner = self.arguments[end]
        argument = inner if isinstance(inner, t.Group) else t.Group("(", (inner,), ")")
        if end == len(self.product):
            return t.join([self.head.latex(), argument.latex()])
        operator = t.Group("(", (t.Juxtaposed((self.head, argument)),), ")")
        return joined((("", operator), *self.product[end:])).latex()
