"""What the rest of a page makes of a definition: nothing, or nothing that depends on its function."""

from __future__ import annotations

from collections.abc import Iterable

from bookkit.equations.reading.tree import (
    Accent,
    Group,
    Juxtaposed,
    Name,
    Negative,
    Node,
    Scripted,
    Statement,
    Tree,
    Word,
)
from bookkit.notations.table import Notation


def _names(node: Node) -> set[str]:
    """All names in a node, with and without their scripts."""
    named = (Name, Word, Accent, Scripted)
    return {part.latex() for part in node.walk() if isinstance(part, named)}


def _defined(statement: Statement) -> str | None:
    """The name that a statement defines; of a function or a family without its arguments and indices."""
    steps = statement.chain.steps
    if len(steps) != 1 or steps[0].sign != "\\coloneqq":
        return None
    left: Node = statement.chain.first
    if isinstance(left, Juxtaposed):
        left = left.factors[0]
    if isinstance(left, Scripted):
        left = left.base
    return left.latex()


def _changed(original: Tree, tree: Tree) -> list[tuple[Statement, Statement]]:
    return [(old, new) for old, new in zip(original.statements, tree.statements, strict=True) if old != new]


def _dependent(name: str, trees: Iterable[Tree]) -> set[str]:
    """The name, and all that is defined from it."""
    found = {name}
    for tree in trees:
        for statement in tree.statements:
            made = _defined(statement)
            if made is not None and found & _names(statement.chain.steps[0].right):
                found.add(made)
    return found


def _rest(original: Tree, later: list[Tree], without: Statement) -> list[Tree]:
    """What the page says besides one statement: the others of its equation, and all later equations."""
    others = tuple(statement for statement in original.statements if statement is not without)
    return [original.with_(statements=others), *later]


def is_unused(original: Tree, tree: Tree, later: list[Tree]) -> bool:
    """Whether only definitions were damaged of names that the page never writes again."""
    changed = _changed(original, tree)
    for old, new in changed:
        name = _defined(old)
        if name is None or _defined(new) != name or old.chain.first != new.chain.first:
            return False
        rest = _rest(original, later, old)
        comments = " ".join(item.value for said in rest for item in said.directives)
        if name in comments or any(name in _names(said) for said in rest):
            return False
    return bool(changed)


def _call(node: Node) -> tuple[str, tuple[Node, ...]] | None:
    """The function and the arguments of a call, which may have a minus before it."""
    node = node.body if isinstance(node, Negative) else node
    if isinstance(node, Group) and len(node.items) == 1:
        return _call(node.items[0])
    if not (isinstance(node, Juxtaposed) and len(node.factors) == 2):
        return None
    head, group = node.factors
    return (head.text, group.items) if isinstance(head, Name) and isinstance(group, Group) else None


def is_any_function(
    original: Tree, tree: Tree, later: list[Tree], notation: Notation, functions: frozenset[str] = frozenset()
) -> bool:
    """Whether a value made by any function, `y \\coloneqq F(u, v)`, is still made by one of the same letters.

    What the page claims of it, it claims for every F: also for minus F, and for F of minus u. It must not
    speak of F and of that value together.
    """
    changed = _changed(original, tree)
    for old, new in changed:
        name = _defined(old)
        if name is None or _defined(new) != name or old.chain.first != new.chain.first:
            return False
        before, after = _call(old.chain.steps[0].right), _call(new.chain.steps[0].right)
        if before is None or after is None or before[0] != after[0]:
            return False
        function = before[0]
        if function not in notation.function_letters or function in functions:
            return False
        letters = {item.latex() for item in before[1]}
        if not all(isinstance(item, Name) for item in before[1]):
            return False
        if len(after[1]) != len(before[1]) or any(_names(item) - letters for item in after[1]):
            return False
        rest = _rest(original, later, old)
        dependent = _dependent(name, rest)
        if any(
            function in _names(said) and dependent & _names(said) for said in _until_redefined(name, rest)
        ):
            return False
    return bool(changed)


def _until_redefined(name: str, trees: list[Tree]) -> Iterable[Tree]:
    for tree in trees:
        if any(_defined(statement) == name for statement in tree.statements):
            return
        yield tree
