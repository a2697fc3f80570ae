r"""Derivatives that a book names by what they are taken with respect to: ``dz = a - y``, ``dW^{[1]} = …``.

Courses write so what programs call dz: the derivative of the cost by z. Where no d is declared, a lone ``dz``
on the left is such a name (or a change), and never d times z. The line defines it, and from there on the two
letters are one name. What a line defines is not judged, so nothing is claimed of it that could be false; what
later lines say of the name is.
"""

from __future__ import annotations

from collections.abc import Set
from typing import TypeGuard

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Context
from bookkit.equations.reading.rewriting import rebuilt
from bookkit.notations.table import Notation

D = t.Name("d")
_SCRIPTS = ("^{", "_{")


def with_names(tree: t.Tree, notation: Notation, context: Context) -> t.Tree:
    """The tree with such names as one letter each, in the line that defines one and in later ones."""
    if is_declared(notation, context) or not any(part == D for part in tree.walk()):
        return tree
    if _integrates(tree):
        return tree
    known = {item.name for item in context.definitions}
    statements: list[t.Statement] = []
    for statement in tree.statements:
        if (new := _defined(statement, known)) is not None:
            known.add(new)
        statements.append(_with_known(statement, known))
    found: t.Tree = tree.with_(statements=tuple(statements))
    return found


def is_declared(notation: Notation, context: Context) -> bool:
    """Whether page or table says more of d than that it may be any number."""
    row = notation.by_base.get("d")
    return context.knows("d") or (row is not None and (row.own or not row.family))


def may_be_changes(node: t.Node) -> bool:
    """Whether a line has a d before a letter, and none that can only be a number or end an integral."""
    if _integrates(node):
        return False
    letters = sum(part == D for part in node.walk())
    return 0 < letters == sum(len(_pairs(part)) for part in node.walk() if isinstance(part, t.Juxtaposed))


def _integrates(node: t.Node) -> bool:
    return any(isinstance(part, t.Big) and part.sign == "\\int" for part in node.walk())


def _pairs(node: t.Juxtaposed) -> list[int]:
    """The places of a d that stands before a letter."""
    pairs = enumerate(t.neighbours(node))
    return [place for place, (sign, after) in pairs if sign == D and _letter(after) is not None]


def _letter(node: t.Node) -> t.Node | None:
    base = node.base if isinstance(node, t.Scripted) else node
    return base if isinstance(base, (t.Name, t.Accent)) and base != D else None


def _with_known(node: t.Statement, known: Set[str]) -> t.Statement:
    found: t.Statement = rebuilt(node, lambda part: _joined(part, known) if _is_product(part) else part)
    return found


def _is_product(node: t.Node) -> TypeGuard[t.Juxtaposed]:
    return isinstance(node, t.Juxtaposed)


def _defined(statement: t.Statement, known: Set[str]) -> str | None:
    """The name that a line defines: of ``dz`` alone on its left side, where none on the other is unknown."""
    left, steps = statement.chain.first, statement.chain.steps
    if not steps or steps[0].sign not in ("=", "\\coloneqq") or not isinstance(left, t.Juxtaposed):
        return None
    after = _letter(left.factors[1]) if len(left.factors) == 2 and left.factors[0] == D else None
    if after is None:
        return None
    name = f"d{after.latex()}"
    right = _with_known(statement.with_(chain=t.Chain(steps[0].right)), {*known, name})
    return None if any(_is_product(part) and _pairs(part) for part in right.walk()) else name


def _joined(node: t.Juxtaposed, known: Set[str]) -> t.Node:
    factors = list(node.factors)
    for place in reversed(_pairs(node)):
        after = factors[place + 1]
        base = _letter(after)
        assert base is not None
        name = f"d{base.latex()}"
        if any(
            item == name or item.startswith(tuple(name + script for script in _SCRIPTS)) for item in known
        ):
            one = t.Name(name)
            factors[place : place + 2] = [after.with_(base=one) if isinstance(after, t.Scripted) else one]
    if len(factors) == len(node.factors):
        return node
    return factors[0] if len(factors) == 1 else t.Juxtaposed(tuple(factors))
