"""Claims at braces: what is written under a brace is said of what the brace spans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bookkit.equations.reading import tree as t
from bookkit.values.errors import EquationError


def unbraced(statement: t.Statement, latex: str) -> Iterator[t.Statement]:
    """A statement without the notes at its braces, and each note as a statement under the same conditions."""
    notes: list[t.Chain] = []
    plain: t.Statement = _without(statement, notes, latex)
    yield plain
    for note in notes:
        yield plain.with_(chain=note)


def _without(node: t.Node, notes: list[t.Chain], latex: str) -> Any:
    """The node with its braces dropped or empty; their notes are put into ``notes``."""
    if isinstance(node, t.Braced):
        body = _without(node.body, notes, latex)
        if node.note is not None:
            steps = tuple(_without(step, notes, latex) for step in node.note.steps)
            notes.append(t.Chain(_top(body), steps))
        return t.Braced(body)
    changes: dict[str, object] = {}
    for key, value in vars(node).items():
        if isinstance(value, t.Node):
            changes[key] = _child(node, _without(value, notes, latex), latex)
        elif isinstance(value, tuple):
            parts = _parts(node, value, notes, latex)
            if parts != value:
                changes[key] = parts
    return node.with_(**changes) if changes else node


def _parts(node: t.Node, value: tuple[object, ...], notes: list[t.Chain], latex: str) -> tuple[object, ...]:
    found: list[object] = []
    for part in value:
        if isinstance(part, t.Node):
            new = _child(node, _without(part, notes, latex), latex)
            flat = isinstance(node, t.Plus) and isinstance(new, t.Plus)
            found += new.terms if flat and isinstance(new, t.Plus) else [new]
        elif isinstance(part, tuple):
            found.append(_parts(node, part, notes, latex))
        else:
            found.append(part)
    return tuple(found)


def _top(node: t.Node) -> t.Node:
    return _top(node.body) if isinstance(node, t.Braced) else node


def _child(parent: t.Node, child: t.Node, latex: str) -> t.Node:
    """A braced part where it stands: dropped where braces bracket anyhow, refused where they might."""
    if not isinstance(child, t.Braced):
        return child
    body = _top(child)
    tight = isinstance(parent, (t.Juxtaposed, t.Binary, t.Big, t.Scripted, t.Negative, t.Derivative))
    divided = isinstance(parent, t.Binary) and parent.sign == "/" and body.level < t.ATOM
    if tight and (body.level == t.ADDITIVE or divided or _divides(body)):
        raise EquationError(f"does the brace also bracket {body.latex()}? write the brackets", latex, 0)
    return child if tight or isinstance(parent, t.Braced) else body


def _divides(node: t.Node) -> bool:
    """Whether a term changes its meaning where a factor comes before or after it."""
    if isinstance(node, t.Binary):
        return node.sign == "/" or _divides(node.left) or _divides(node.right)
    return isinstance(node, t.Big)
