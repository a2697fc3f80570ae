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
    changes = {}
    for part in fields(node):
        old = getattr(node, part.name)
        new = _inside(old, change)
        if new is not old:
            changes[part.name] = new
    return change(node.with_(**changes) if changes else node)


def rebuilt_from_above(node: t.Node, change: Callable[[t.Node], t.Node]) -> Any:
    """A tree rewritten from its root down: where something has changed, its parts stay as they are."""
    new = change(node)
    if new is not node:
        return new
    parts = {part.name: getattr(node, part.name) for part in fields(node)}
    found = {name: _from_above(value, change) for name, value in parts.items()}
    changes = {name: value for name, value in found.items() if value is not parts[name]}
    return node.with_(**changes) if changes else node


def _from_above(value: Any, change: Callable[[t.Node], t.Node]) -> Any:
    if isinstance(value, t.Node):
        return rebuilt_from_above(value, change)
    if not isinstance(value, tuple):
        return value
    found = tuple(_from_above(item, change) for item in value)
    return value if all(new is old for new, old in zip(found, value, strict=True)) else found


def _inside(value: Any, change: Callable[[t.Node], t.Node]) -> Any:
    if isinstance(value, t.Node):
        return rebuilt(value, change)
    if not isinstance(value, tuple):
        return value
    found = tuple(_inside(item, change) for item in value)
    return value if all(new is old for new, old in zip(found, value, strict=True)) else found
