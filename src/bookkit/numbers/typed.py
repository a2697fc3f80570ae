"""Prints whose number nothing has computed: it was typed, and may be false without any check objecting."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator


def typed_prints(code: str) -> Iterator[ast.Call]:
    """Yield each call of `print` that only shows constants, also by a name that serves nothing else."""
    tree = ast.parse(code)
    used = Counter(node.id for node in ast.walk(tree) if isinstance(node, ast.Name))
    names = {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and used[target.id] == 2  # where it is set, and in the print
    }
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    prints = (call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print")
    yield from (call for call in prints if all(_is_typed(argument, names) for argument in call.args))


def _is_typed(node: ast.expr, names: set[str]) -> bool:
    if isinstance(node, ast.JoinedStr):
        return all(_is_typed(value, names) for value in node.values)
    if isinstance(node, ast.FormattedValue):
        return _is_typed(node.value, names)
    if isinstance(node, ast.UnaryOp):
        return _is_typed(node.operand, names)
    return isinstance(node, ast.Constant) or (isinstance(node, ast.Name) and node.id in names)
