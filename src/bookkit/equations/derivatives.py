"""Derivatives as they are written, ``\\frac{\\partial C}{\\partial w}``, ``\\nabla_a C``,
and values at a place.
"""

from __future__ import annotations

import numpy as np

from bookkit.equations import derive
from bookkit.equations import tree as t
from bookkit.equations.calls import as_group
from bookkit.equations.differentials import DIFFERENTIAL
from bookkit.equations.draw import Instance, Key
from bookkit.equations.errors import EquationError
from bookkit.equations.parts import (
    Code,
    Ref,
    Value,
    entry,
)
from bookkit.equations.slots import Slots
from bookkit.notations.table import NESTED

PARTIAL, NABLA = "\\partial", "\\nabla"


def direction(inst: Instance, key: Key) -> Value:
    """The change of a symbol in this draw."""
    change = inst.rng(f"d{key!r}").normal(size=np.shape(inst.value(key)))
    return change if np.ndim(change) else float(change)


class Derivatives(Slots):
    """Compiles derivatives."""

    def operator(self, head: t.Derivative, factors: list[t.Node]) -> Code:
        """``\\frac{d}{dz}`` and what it applies to: a bracket, or all that follows in the product."""
        if not factors:
            raise EquationError("a derivative of nothing")
        if as_group(factors[0]) is not None and len(factors) > 1:
            raise EquationError(
                "does the derivative end after the bracket? write \\cdot, or brackets around all of it"
            )
        body = factors[0] if len(factors) == 1 else t.Juxtaposed(tuple(factors))
        factors.clear()
        return self.derivative_of(body, head.by, head.sign)

    def code_derivative(self, node: t.Derivative) -> Code:
        if node.of is None:
            raise EquationError("a derivative of nothing")
        self.check_sign(node)
        return self.derivative_of(node.of, node.by, node.sign)

    def check_sign(self, node: t.Derivative) -> None:
        if node.sign == "d" and (self.context.knows("d") or "d" in self.bound):
            raise EquationError(
                f"{node.latex()}: the page has its own d; write the derivative with \\partial"
            )

    def derivative_of(self, of: t.Node, by: tuple[t.Node, ...], sign: str = PARTIAL) -> Code:
        """A derivative: with ∂ of a function at its other arguments, else along the definitions."""
        self.facts.derives = True
        kept, self.watching = self.watching, False
        try:
            if sign == PARTIAL and (slots := self.by_slots(of, by)) is not None:
                return slots
            if len(by) > 1:
                inner = self.derivative_of(of, by[1:], sign)
                return self.derivative_code(inner, None, by[0])
            found = self.ref(of)
            whole = found[0] if found is not None and found[1] is None else None
            return self.derivative_code(self.code(of), whole, by[0], of, sign)
        finally:
            self.watching = kept

    def derivative_code(
        self, code: Code, of: Ref | None, by: t.Node, node: t.Node | None = None, sign: str = ""
    ) -> Code:
        if isinstance(by, t.Name) and by.text in self.bound:
            return self.derivative_by_bound(code, by.text)
        found = self.gradient_by(by) if sign == NABLA else self.ref(by)
        if found is None or found[1] is not None:
            raise EquationError(f"a derivative with respect to {by.latex()}, which is no symbol")
        wrt = found[0]
        if isinstance(by, t.Scripted) and node is not None and self.sums(node):
            self.facts.features.add(NESTED)  # one sum for each place that is moved
        if wrt.symbol is not None and wrt.symbol.size:
            raise EquationError(f"a derivative with respect to the size {by.latex()}")
        if of is not None and (inverse := self.inverse(of, wrt)) is not None:
            return inverse
        total = self.total(code, of, wrt)
        if node is not None and sign in (PARTIAL, NABLA):
            return self.one_reading(total, node, by, wrt)
        return total

    def sums(self, node: t.Node) -> bool:
        """Whether a sum takes part in an expression, or in what the page has defined of it."""
        return any(isinstance(part, t.Big) for part in self.context.spoken_of(node))

    def total(self, code: Code, of: Ref | None, wrt: Ref) -> Code:
        """A derivative along all definitions."""
        if of is not None:
            self.needs_definition(of, wrt)
            if of.place is not None or wrt.place is not None:
                return self.derivative_of_entry(of, wrt, code)
            return lambda inst: derive.gradient(inst, of.key(inst), wrt.key(inst))
        return self.by_injection(code, wrt)

    def by_injection(self, code: Code, wrt: Ref) -> Code:
        if wrt.place is None:
            return lambda inst: derive.by_symbol(inst, lambda: code(inst), wrt.key(inst))
        return lambda inst: self.by_entry(inst, code, wrt)

    def gradient_by(self, by: t.Node) -> tuple[Ref, t.Node | None] | None:
        """``\\nabla_a C``: the letter without a layer means the last one."""
        symbol = self.notation.by_base.get(by.latex()) if isinstance(by, t.Name) else None
        if symbol is not None and symbol.layered:
            return self.ref(t.Scripted(by, 0, None, t.Name("L")))
        return self.ref(by)

    def derivative_of_entry(self, of: Ref, wrt: Ref, code: Code) -> Code:
        def value(inst: Instance) -> Value:
            if wrt.place is None:
                return derive.by_symbol(inst, lambda: of(inst), wrt.key(inst))
            key = wrt.key(inst)
            place = self.full_place(inst, wrt, key)
            whole = derive.jacobian_entry(inst, of.key(inst), key, place)
            return whole if of.place is None else entry(whole, of.place(inst), of.name)

        _ = code
        return value

    def by_entry(self, inst: Instance, code: Code, wrt: Ref) -> Value:
        key = wrt.key(inst)
        place = self.full_place(inst, wrt, key)
        return derive.by_entry(inst, lambda: code(inst), key, place, np.shape(inst.value(key)))

    @staticmethod
    def full_place(inst: Instance, ref: Ref, key: Key) -> tuple[int, ...]:
        assert ref.place is not None
        place = ref.place(inst)
        array = inst.value(key)
        entry(array, place, ref.name)  # NoSuchThingError where there is no such entry
        if len(place) == 1:
            place = (place[0], 0) if np.shape(array)[1] == 1 else (0, place[0])
        if min(place) < 0:
            raise EquationError("a derivative with respect to a whole sample")
        return place

    def needs_definition(self, of: Ref, wrt: Ref) -> None:
        """A leaf depends on nothing: its derivative would be a zero that says nothing."""
        leaf = of.symbol is not None and of.symbol.draw is not None and self.context.find(of.name) is None
        if leaf and of.name != wrt.name:
            raise EquationError(
                f"nothing says how {of.name} depends on {wrt.name}; define it with \\coloneqq"
            )

    def derivative_by_bound(self, code: Code, name: str) -> Code:
        def value(inst: Instance) -> Value:
            point = inst.bound(name)

            def moved(step: Value) -> Value:
                with inst.state(binding={name: point + step}):
                    return code(inst)

            return derive.along(inst, moved)

        return value

    def code_differential(self, node: t.Differential) -> Code:
        """The change of an expression to first order; the statement says of each letter how it changes."""
        kept, self.facts.mentioned = self.facts.mentioned, set()
        body = self.code(node.body)
        inner, self.facts.mentioned = self.facts.mentioned, kept | self.facts.mentioned
        self.facts.derives, self.lasting = True, False
        varied, still = self.facts.differentials, self.facts.still
        table = self.notation.by_base
        drawn = sorted(name for name in inner if name in table and table[name].draw is not None)

        def value(inst: Instance) -> Value:
            if unknown := [name for name in drawn if name not in varied | still]:
                name = unknown[0]
                raise EquationError(
                    f"does {name} change in {node.latex()}? name its change, d{name},"
                    f" or say that there is none: \\quad \\text{{if }} d{name} = 0"
                )
            with inst.state():
                body(inst)  # so that all that it depends on is drawn

            def moved(step: Value) -> Value:
                keys = [key for key in inst.used if key[0] in varied]
                with inst.state(injections={key: step * direction(inst, key) for key in keys}):
                    return body(inst)

            return derive.along(inst, moved)

        return value

    def differential(self, name: str) -> Code | None:
        r"""``\mathrm{d}x``: any change of a symbol; of one that the page has defined, what follows for it."""
        letter = t.Name(name.removeprefix(DIFFERENTIAL))
        if not name.startswith(DIFFERENTIAL) or name == DIFFERENTIAL:
            return None
        found = self.ref(letter)
        if found is None or found[1] is not None or (found[0].symbol is not None and found[0].symbol.size):
            return None
        ref = found[0]
        if ref.symbol is None or ref.symbol.draw is None or self.context.find(ref.name) is not None:
            return self.code_differential(t.Differential(letter))
        self.facts.differentials.add(ref.name)
        self.lasting = False

        def value(inst: Instance) -> Value:
            ref(inst)
            return direction(inst, ref.key(inst))

        return value

    def code_at(self, node: t.At) -> Code:
        """The body with some symbols replaced by values."""
        items = node.where.items if isinstance(node.where, t.Sequence) else (node.where,)
        settings: list[tuple[Ref | str, Code]] = []
        for item in items:
            if not isinstance(item, t.Chain) or len(item.steps) != 1 or item.steps[0].sign != "=":
                raise EquationError(f"the place after the bar is written x = 3, not {item.latex()}")
            right = self.code(item.steps[0].right)
            if isinstance(item.first, t.Name) and item.first.text in self.bound:
                settings.append((item.first.text, right))
                continue
            found = self.ref(item.first)
            if found is None or found[1] is not None or found[0].place is not None:
                raise EquationError(f"{item.first.latex()} is no symbol")
            settings.append((found[0], right))
        body = self.code(node.body)

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
