"""One token of an equation damaged at a time.

A mutant is a tree that differs from the page's in one place: a sign, an index, a transpose, a prime, a kind
of product, a factor, a limit, a letter. Only what can be printed and read back is a mutant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from bookkit.equations.reading.parse import parse
from bookkit.equations.reading.tree import Directive, Group, Node, Statement, Tree
from bookkit.notations.table import Notation
from bookkit.values.errors import EquationError
from booktest.mutants.changes import Damage


@dataclass(frozen=True)
class Mutant:
    """A damaged equation: what was done, and the tree that it left."""

    kind: str
    tree: Tree

    @property
    def latex(self) -> str:
        """How the damaged equation reads."""
        return self.tree.latex()


def _rewritten(
    node: Node, damage: Damage, parents: tuple[tuple[Node, str], ...]
) -> Iterator[tuple[str, Node, Node]]:
    """All trees with one change: the kind, the tree, and the tree with the change in brackets."""
    if isinstance(node, Directive):
        return
    for kind, new in damage.changes(node, parents):
        yield kind, new, Group("(", (new,), ")")
    for part in fields(node):
        value = getattr(node, part.name)
        for kind, new, held in _rewritten_value(value, damage, (*parents, (node, part.name))):
            yield kind, replace(node, **{part.name: new}), replace(node, **{part.name: held})


def _rewritten_value(
    value: Any, damage: Damage, parents: tuple[tuple[Node, str], ...]
) -> Iterator[tuple[str, Any, Any]]:
    if isinstance(value, Node):
        yield from _rewritten(value, damage, parents)
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            for kind, new, held in _rewritten_value(item, damage, parents):
                yield kind, (*value[:i], new, *value[i + 1 :]), (*value[:i], held, *value[i + 1 :])


def _reads_back(tree: Node) -> bool:
    try:
        return parse(tree.latex()) == tree
    except EquationError:
        return False


def _claims(tree: Tree) -> Iterator[tuple[int, Statement]]:
    for i, statement in enumerate(tree.statements):
        if statement.chain.steps:
            yield i, statement


def mutants(tree: Tree, notation: Notation, functions: frozenset[str] = frozenset()) -> Iterator[Mutant]:
    """Return all mutants of an equation; `functions` names those that the page has defined."""
    damage = Damage(tree, notation, functions)
    seen = {tree.latex()}
    for i, statement in _claims(tree):
        above = ((tree, "statements"), (statement, "chain"))
        shape = statement.chain.steps[0].sign == "\\in"
        for kind, chain, held in _rewritten(statement.chain, damage, above):
            if shape and kind in ("sign", "d lost"):
                continue  # a shape has no sign, and a gradient has that of its symbol
            for candidate in (chain, held):
                changed = statement.with_(chain=candidate)
                mutant = tree.with_(statements=(*tree.statements[:i], changed, *tree.statements[i + 1 :]))
                latex = mutant.latex()
                if latex in seen:
                    break
                if _reads_back(mutant):
                    seen.add(latex)
                    yield Mutant(kind, mutant)
                    break
