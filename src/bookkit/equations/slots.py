r"""Which derivative is meant: of a function by one of its arguments, of a quantity along the definitions.

``\frac{\partial f(u, v)}{\partial u}`` moves the first argument and holds the second, whatever the page has
said of u and v. ``\frac{dp}{dx}`` follows all definitions. ``\frac{\partial p}{\partial x}`` follows them,
too, where p is a node of a circuit, for that is how books on backpropagation write it. Where p names x
itself and beside it another quantity that is made from x, the two readings differ, and the author has to
choose.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from bookkit.equations import algebra, derive
from bookkit.equations import tree as t
from bookkit.equations.arithmetic import differ
from bookkit.equations.calls import Call, Calls, as_group
from bookkit.equations.context import Definition
from bookkit.equations.draw import Instance
from bookkit.equations.errors import EquationError
from bookkit.equations.parts import Code, Ref, Value
from bookkit.notations.table import Function


class Slots(Calls):
    """Compiles derivatives of functions by their arguments, and finds where two readings differ."""

    if TYPE_CHECKING:

        def by_injection(self, code: Code, wrt: Ref) -> Code: ...
        def total(self, code: Code, of: Ref | None, wrt: Ref) -> Code: ...

    # --- functions --------------------------------------------------------------------------------

    def applied(self, of: t.Node) -> tuple[t.Node, tuple[t.Node, ...]] | None:
        """A function and its arguments: ``f(u, v)``; of a page's function alone those of its definition."""
        if isinstance(of, t.Juxtaposed) and len(of.factors) == 2:
            head, group = of.factors[0], as_group(of.factors[1])
            plain = isinstance(of.factors[1], t.Group) and isinstance(head, (t.Name, t.Word))
            return (head, group.items) if plain and group is not None and self.is_function(head) else None
        definition = self.context.find(of.text) if isinstance(of, (t.Name, t.Word)) else None
        if definition is None or definition.arguments is None:
            return None
        return of, tuple(t.Name(name) for name in definition.arguments)

    def is_function(self, head: t.Node) -> bool:
        known = self.function_of(head)
        return (known is not None and not isinstance(known, str)) or self.is_any_function(head)

    def is_any_function(self, head: t.Node) -> bool:
        """Whether a letter is one that stands for any function."""
        name = head.latex()
        return (
            name in self.notation.function_letters and name not in self.bound and not self.context.find(name)
        )

    def callable_of(self, head: t.Node, count: int) -> Call:
        known = self.function_of(head)
        return self.any_call(head.latex()) if known is None else self.call_of(known, head.latex(), count)

    def by_slots(self, of: t.Node, by: tuple[t.Node, ...]) -> Code | None:
        """A derivative by what is an argument of a function of several: the others stay as they are."""
        found = self.applied(of)
        if found is None or len(found[1]) < 2:
            return None
        head, arguments = found
        if all(item in arguments for item in by):
            self.refuse_twice(of, by, arguments)
            call = self.callable_of(head, len(arguments))
            for item in reversed(by):
                call = moved(call, [place for place, other in enumerate(arguments) if other == item])
            codes = [self.code(item) for item in arguments]
            return lambda inst: call(inst, [code(inst) for code in codes])
        if len(by) > 1 or not any(part == by[0] for item in arguments for part in item.walk()):
            return None
        wrt = self.ref(by[0])
        if wrt is None or wrt[1] is not None:
            return None
        return self.holding(of, wrt[0], lambda node, name: node != by[0])

    @staticmethod
    def refuse_twice(of: t.Node, by: tuple[t.Node, ...], arguments: tuple[t.Node, ...]) -> None:
        r"""``\frac{\partial}{\partial x} f(x, 2x)`` may move one argument or both, so it is refused."""
        for item in by:
            if any(other != item and item in other.walk() for other in arguments):
                raise EquationError(
                    f"{of.latex()}: {item.latex()} is an argument and is in another one, too; do both move?"
                    f" Give the function of {item.latex()} alone a name, or the other argument a letter"
                )

    def holding(self, of: t.Node, wrt: Ref, holds: Callable[[t.Node, str], bool]) -> Code:
        """The derivative of an expression in which some of the symbols keep their values."""
        kept, self.holds = self.holds, holds
        try:
            code = self.code(of)
        finally:
            self.holds = kept
        derivative = self.by_injection(code, wrt)

        def value(inst: Instance) -> Value:
            with inst.holding():
                return derivative(inst)

        return value

    def slopes(self, definition: Definition, factors: list[t.Node]) -> Code:
        r"""``\nabla f`` and ``\nabla f(2, 3)``: the derivatives by all arguments, a column."""
        head = factors.pop(0)
        names = definition.arguments or ()
        group = as_group(factors[0]) if factors and isinstance(factors[0], t.Group) else None
        if group is not None:
            factors.pop(0)
        places = tuple(t.Name(name) for name in names) if group is None else group.items
        call = self.callable_of(head, len(places))
        codes = [self.code(item) for item in places]
        self.facts.derives = True
        slopes = [moved(call, [place]) for place in range(len(names))]

        def value(inst: Instance) -> Value:
            at = [code(inst) for code in codes]
            return np.array([[algebra.number(slope(inst, at))] for slope in slopes])

        return value

    def derivative_at(self, head: t.Derivative, factors: list[t.Node]) -> Code:
        r"""``\frac{df}{dx}(2)``: the derivative of a function at a place."""
        group = as_group(factors[0])
        of = head.of
        if group is None or of is None or not isinstance(of, (t.Name, t.Word)) or not self.is_function(of):
            raise EquationError(
                f"{t.join([head.latex(), factors[0].latex()])}: a product, or the derivative at that place?"
                " Write \\cdot for the product; for the place, define what is derived as a function"
            )
        after = factors.pop(0)
        call = self.callable_of(of, len(group.items))
        slots = [self.slot_of(head, of, item, group.items) for item in head.by]
        if head.sign != "\\partial" and len(group.items) > 1:
            raise EquationError(f"{head.latex()} at a place of several numbers: write \\partial")
        for slot in slots:
            call = moved(call, [slot], isinstance(self.function_of(of), Function))
        codes = [self.code(item) for item in group.items]
        self.facts.derives = True

        def value(inst: Instance) -> Value:
            return call(inst, [code(inst) for code in codes])

        return self.scripts(value, after) if isinstance(after, t.Scripted) else value

    def slot_of(self, head: t.Derivative, of: t.Node, by: t.Node, places: tuple[t.Node, ...]) -> int:
        """Which argument of a function a derivative at a place is taken by."""
        definition = self.function_of(of)
        if isinstance(definition, Definition) and definition.arguments is not None:
            if by.latex() not in definition.arguments:
                raise EquationError(f"{head.latex()}: {by.latex()} is no argument of {of.latex()}")
            for part in definition.body.walk():
                if (
                    part != by
                    and self.context.reaches(part.latex(), by.latex())
                    and self.context.find(part.latex())
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

    # --- quantities -------------------------------------------------------------------------------

    def one_reading(self, total: Code, of: t.Node, by: t.Node, wrt: Ref) -> Code:
        """The derivative along the definitions; an error where that is one of two readings."""
        definition = self.context.find(of.latex()) if isinstance(of, (t.Name, t.Accent, t.Scripted)) else None
        if definition is not None and (definition.sub or definition.sup or definition.arguments is not None):
            return total
        body = of if definition is None else definition.body
        parts = list(body.walk())
        others = {part.latex() for part in parts if part != by and self.is_made_from(part, by)}
        if by not in parts or not others:
            return total
        kept, self.bound = self.bound, self.bound if definition is None else {}
        try:
            partial = self.holding(body, wrt, lambda node, name: node.latex() in others)
        finally:
            self.bound = kept
        named = " and ".join(sorted(others))

        def value(inst: Instance) -> Value:
            along, held = total(inst), partial(inst)
            if np.all(np.isfinite(along)) and np.all(np.isfinite(held)) and differ(along, held):
                raise EquationError(
                    f"the derivative of {of.latex()} by {by.latex()} with {named} fixed, or along its"
                    f" definition? Write d for the second; for the first make it a function of both,"
                    f" {of.latex() if definition else 'p'}({by.latex()}, {min(others)}) \\coloneqq …"
                )
            return along

        return value

    def is_made_from(self, part: t.Node, by: t.Node) -> bool:
        """Whether a part of an expression is a quantity that the page has made from another one."""
        if not isinstance(part, (t.Name, t.Accent, t.Scripted)):
            return False
        definition = self.context.find(part.latex())
        if definition is None or definition.arguments is not None or definition.sub or definition.sup:
            return False
        symbol = self.notation.by_base.get(definition.name)
        if symbol is not None and (symbol.rule is not None or symbol.gradient is not None):
            return False
        return self.context.reaches(definition.name, by.latex())

    def inverse(self, of: Ref, wrt: Ref) -> Code | None:
        r"""``\frac{dx}{dy}`` where the page has made y from x, and from nothing else: one over dy/dx."""
        plain = self.context.find(wrt.name)
        if plain is None or plain.sub or plain.sup or wrt.place is not None or of.place is not None:
            return None
        if of.name == wrt.name or self.context.reaches(of.name, wrt.name):
            return None
        if not self.context.reaches(wrt.name, of.name):
            return self.unrelated(of, wrt)

        def value(inst: Instance) -> Value:
            above, below = of.key(inst), wrt.key(inst)
            slope = derive.gradient(inst, below, above)
            leaves = inst.made_from(below) - inst.made_from(above)
            if np.ndim(slope) or any(key[0] not in inst.nodes for key in leaves):
                raise EquationError(
                    f"{wrt.name} is not made from {of.name} alone: nothing says what stays fixed"
                )
            return 1.0 / slope if slope else np.nan

        return value

    def unrelated(self, of: Ref, wrt: Ref) -> Code | None:
        """Two quantities that are made from a third: neither is a function of the other."""
        definition = self.context.find(of.name)
        if definition is None or definition.sub or definition.sup:
            return None
        usual = self.total(of, of, wrt)

        def value(inst: Instance) -> Value:
            if shared := inst.made_from(of.key(inst)) & inst.made_from(wrt.key(inst)):
                raise EquationError(
                    f"nothing says how {of.name} depends on {wrt.name}; both depend on {min(shared)[0]}"
                )
            return usual(inst)

        return value


def moved(call: Call, places: list[int], stated: bool = False) -> Call:
    """The derivative of a function by some of its arguments; at a kink as the table has stated it."""

    def value(inst: Instance, values: list[Value]) -> Value:
        if not stated and any(np.size(values[place]) != 1 for place in places):
            raise EquationError("a derivative by an argument that is an array")
        kept = inst.kink

        def at(step: Value) -> Value:
            return call(inst, [v + step if place in places else v for place, v in enumerate(values)])

        found = derive.along(inst, at)
        if stated and inst.deriving == 0:
            inst.kink = kept
        return found

    return value
