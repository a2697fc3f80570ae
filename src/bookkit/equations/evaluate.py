"""From a tree and a notation to something that can be executed on an instance."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from bookkit.equations import linear
from bookkit.equations import tree as t
from bookkit.equations.draw import Instance, Key, Node
from bookkit.equations.errors import EquationError
from bookkit.equations.parts import (
    Code,
    Value,
)
from bookkit.equations.running import Running
from bookkit.equations.symbols import as_float


class Compiler(Running):
    """Compiles formulas of one notation in one context."""

    def side(self, node: t.Node, watch: bool = True) -> Code:
        """The code of one side of a claim."""
        self.note_letters(node)
        if not self.compiling:
            self.override()
        kept, self.watching = self.watching, watch
        try:
            return self.code(node)
        finally:
            self.watching = kept

    def member_of(self, right: t.Node) -> Callable[[Instance, Value], tuple[bool, str]]:
        from bookkit.equations.sets import membership  # which compiles the set, with this

        return membership(self, right)

    def note_letters(self, node: t.Node) -> None:
        """Letters that stand in a script may be indices wherever else they stand."""
        self.index_letters |= {
            name.text for part in node.walk() if isinstance(part, t.Scripted) for name in script_names(part)
        }

    def override(self) -> None:
        """What the page defines in place of the table's own must reach the table's rules too.

        A table without rules has none to reach: there a definition counts where it is named.
        """
        if not self.notation.has_rules:
            return
        for definition in self.context.definitions:
            name = definition.name
            tabled = name in self.notation.by_base or name in self.notation.function or self.of_a_law(name)
            if (
                tabled
                and not self.is_apart(definition)
                and name not in self.compiling
                and name not in self.nodes
                and name not in self.functions
            ):
                mentioned = set(self.facts.mentioned)
                try:
                    self.use(definition)
                except EquationError as error:
                    if definition.arguments is not None:
                        raise
                    self.nodes[name] = foreign(name, error)
                self.facts.mentioned = mentioned

    def of_a_law(self, name: str) -> bool:
        """Whether something fixes the mean or the variance of a symbol of this table."""
        match = re.fullmatch(r"(?:E|Var)\[(.+)\]", name)
        symbol = self.notation.by_base.get(match[1]) if match else None
        said = self.context.find(name)
        layered = said is not None and said.sup is not None
        return symbol is not None and symbol.law is not None and symbol.layered == layered

    def code_number(self, node: t.Number) -> Code:
        value = float(node.text)
        if math.isinf(value):
            raise EquationError(f"a number of {len(node.text)} digits is too large to calculate with")
        return lambda inst: value

    def code_dots(self, node: t.Dots) -> Code:
        raise EquationError("an omission (\\dots) cannot be executed; write a sum or a product over an index")

    def code_name(self, node: t.Name) -> Code:
        return self.symbol_value(node)

    code_word = code_accent = code_name

    def code_text(self, node: t.Text) -> Code:
        raise EquationError(f"words are no value: {node.text!r}")

    def symbol_value(self, node: t.Node) -> Code:
        if isinstance(node, t.Name):
            if node.text == "e" and self.context.find("e") is None and "e" not in self.bound:
                return lambda inst: math.e
            if node.text == "\\pi":
                return lambda inst: math.pi
            if node.text in self.bound:
                return self.bound_value(node.text)
        found = self.ref(node)
        if found is not None:
            return self.held(node, found[0])
        if isinstance(node, t.Name) and (change := self.differential(node.text)) is not None:
            return change
        if self.is_identity(node):
            return lambda inst: linear.Identity()
        text = node.latex()
        if self.is_index(text):
            return self.index_value(text)
        if self.function_of(node) is not None:
            return self.bare_function(node)
        raise EquationError(
            f"unknown symbol {text}: neither the page nor the notation {self.notation.name!r} has it"
        )

    def bound_value(self, name: str) -> Code:
        def value(inst: Instance) -> Value:
            return as_float(inst.bound(name))

        return value


def foreign(name: str, error: EquationError) -> Node:
    """A definition made for another table: an error where something is made of it, and only there."""
    reason = f"{name}, as the page defines it, has no meaning here: {error.reason}"

    def node(inst: Instance, key: Key) -> Value:
        raise EquationError(reason)

    return node


def script_names(node: t.Scripted) -> list[t.Name]:
    scripts = [script for script in (node.sub, node.sup) if script is not None]
    return [name for script in scripts for name in script.walk() if isinstance(name, t.Name)]
