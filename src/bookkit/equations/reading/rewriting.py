"""Trees rewritten: part by part from below, or at places that are known by their paths."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any

from bookkit.equations.reading import tree as t

Path = tuple[str | int, ...]


def walk_with_paths(node: t.Node, path: Path = ()) -> Iterator[tuple[Path, t.Node]]:
    yield path, node
    for part in fields(node):
        yield from _walk_inside(getattr(node, part.name), (*path, part.name))


def _walk_inside(value: Any, path: Path) -> Iterator[tuple[Path, t.Node]]:
    if isinstance(value, t.Node):
        yield from walk_with_paths(value, path)
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from _walk_inside(item, (*path, place))


def _set(value: Any, path: Path, new: t.Node) -> Any:
    if not path:
        return new
    head, *rest = path
    if isinstance(value, tuple):
        assert isinstance(head, int)
        return (*value[:head], _set(value[head], tuple(rest), new), *value[head + 1 :])
    return value.with_(**{str(head): _set(getattr(value, str(head)), tuple(rest), new)})


def replaced_at(node: t.Node, places: tuple[Path, ...], new: t.Node) -> t.Node:
    for place in places:
        node = _set(node, place, new)
    return node


def differences(old: Any, new: Any, path: Path = ()) -> Iterator[tuple[Path, t.Node, t.Node]]:
    """Where two trees differ, and what stands there."""
    if old == new:
        return
    if isinstance(old, tuple) and isinstance(new, tuple) and len(old) == len(new):
        for place, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from differences(one, other, (*path, place))
    elif type(old) is type(new) and isinstance(old, t.Node) and not isinstance(old, (t.Name, t.Number)):
        for part in fields(old):
            yield from differences(getattr(old, part.name), getattr(new, part.name), (*path, part.name))
    else:
        yield path, old, new


def rebuilt(node: t.Node, change: Callable[[t.Node], t.Node]) -> Any:
    """A tree rewritten from its leaves up; what does not change stays the same object."""
    return change(_with_parts(node, lambda part: rebuilt(part, change)))


def rebuilt_from_above(node: t.Node, change: Callable[[t.Node], t.Node]) -> Any:
    """A tree rewritten from its root down: where something has changed, its parts stay as they are."""
    new = change(node)
    return new if new is not node else _with_parts(node, lambda part: rebuilt_from_above(part, change))


def _with_parts(node: t.Node, rewrite: Callable[[t.Node], t.Node]) -> t.Node:
    """A node with its parts rewritten; the node itself where none changes."""
    changes = {}
    for part in fields(node):
        old = getattr(node, part.name)
        new = _inside(old, rewrite)
        if new is not old:
            changes[part.name] = new
    return node.with_(**changes) if changes else node


def _inside(value: Any, rewrite: Callable[[t.Node], t.Node]) -> Any:
    if isinstance(value, t.Node):
        return rewrite(value)
    if not isinstance(value, tuple):
        return value
    found = tuple(_inside(item, rewrite) for item in value)
    return value if all(new is old for new, old in zip(found, value, strict=True)) else found
