"""In which order an engine may go back: each value behind all that were computed from it."""

from __future__ import annotations

from typing import Any


def backwards(end: Any) -> list[Any]:
    """Return a value and all that it was computed from, the result first; parents come in pairs."""
    found: list[Any] = []
    seen: set[int] = set()
    stack = [(end, False)]
    while stack:
        node, done = stack.pop()
        if done:
            found.append(node)
        elif id(node) not in seen:
            seen.add(id(node))
            stack.append((node, True))
            stack += [(parent, False) for parent, _ in node.parents]
    return found[::-1]


def recursively(end: Any) -> list[Any]:
    """Return the same, but by calls in calls, of which a long chain needs too many."""
    found: list[Any] = []
    seen: set[int] = set()

    def visit(node: Any) -> None:
        if id(node) not in seen:
            seen.add(id(node))
            for parent, _ in node.parents:
                visit(parent)
            found.append(node)

    visit(end)
    return found[::-1]
