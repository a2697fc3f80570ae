r"""Algorithms written with arrows, ``v \leftarrow \beta v + g``: which time each letter means.

The lines of one equation are one step, from time t - 1 to time t. A letter means its value at t once its own
line is done, and its value at t - 1 before and in that line. What no line changes is the input of the step.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Context
from bookkit.equations.reading.directives import DECREASES, INCREASES
from bookkit.notations.table import TIME, Notation
from bookkit.values.errors import EquationError

NOW = t.Name("t")
BEFORE = t.Plus((NOW, t.Negative(t.Number("1"))))


class Arrows:
    """The lines of one equation that change sequences, in their order."""

    def __init__(self, tree: t.Tree, notation: Notation) -> None:
        self.notation = notation
        timed = notation.indices.get(NOW.text) == TIME
        aimed = tree.directive(INCREASES) or tree.directive(DECREASES)
        signs = [step.sign for statement in tree.statements for step in statement.chain.steps]
        self.active = timed and not aimed and "\\leftarrow" in signs
        self.coming = [
            statement.chain.first.latex()
            for statement in tree.statements
            if self.active
            and statement.chain.steps
            and self.assigns(statement.chain.first, statement.chain.steps[0].sign)
        ]
        self.done: set[str] = set()

    def assigns(self, left: t.Node, sign: str) -> bool:
        """Whether a step of a chain gives a sequence its next value."""
        return self.active and (sign == "\\leftarrow" or (sign == "\\coloneqq" and self.is_sequence(left)))

    def is_sequence(self, node: t.Node) -> bool:
        """Whether a letter without an index is one that has a value at every time."""
        if not isinstance(node, (t.Name, t.Accent)):
            return False
        symbol = self.notation.by_base.get(node.latex())
        return symbol is not None and symbol.time and not symbol.step

    def stamped(self, left: t.Node, right: t.Node, context: Context) -> tuple[t.Node, t.Node]:
        """The line with the time of every letter written out."""
        if not self.is_sequence(left):
            raise EquationError(
                f"{left.latex()} is no sequence; an arrow changes one, written without its index"
            )
        name = left.latex()
        if any(isinstance(part, t.Big) and NOW in _indices(part) for part in right.walk()):
            raise EquationError(f"{NOW.text} is the time of the step; let the sum run over another letter")
        if self.coming.count(name) > 1:
            raise EquationError(f"{name} is changed twice in one step; give one of them another letter")
        value = self.stamp(right, context)
        self.done.add(name)
        return t.Scripted(left, 0, NOW), value

    def stamp(self, node: t.Node, context: Context) -> Any:
        if isinstance(node, t.Scripted) and self.is_sequence(node.base):
            sup = None if node.sup is None else self.stamp(node.sup, context)
            if node.sub is not None:
                raise EquationError(f"{node.latex()} in a step with an arrow; write it without its time")
            return node.with_(sub=self.time(node.base.latex(), context), sup=sup)
        if self.is_sequence(node):
            return t.Scripted(node, 0, self.time(node.latex(), context))
        changes = {part.name: self.inside(getattr(node, part.name), context) for part in fields(node)}
        return node.with_(**changes)

    def inside(self, value: Any, context: Context) -> Any:
        if isinstance(value, t.Node):
            return self.stamp(value, context)
        return tuple(self.inside(item, context) for item in value) if isinstance(value, tuple) else value

    def time(self, name: str, context: Context) -> t.Node:
        """The time at which a letter is meant."""
        if name in self.done:
            return NOW
        if name in self.coming:
            return BEFORE
        definition, symbol = context.find(name), self.notation.by_base[name]
        lives_on = symbol.first == 0 if definition is None else definition.goes_back
        if lives_on:
            raise EquationError(
                f"is {name} meant before or after its own change? write all lines of the step in one equation"
            )
        return NOW


def _indices(node: t.Big) -> list[t.Node]:
    return [] if node.below is None else list(node.below.walk())
