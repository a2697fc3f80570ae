"""What may stand on the right of ``\\in``: shapes, intervals, listed numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from bookkit.equations import tree as t
from bookkit.equations.draw import Instance
from bookkit.equations.errors import EquationError
from bookkit.equations.evaluate import Compiler
from bookkit.equations.parts import whole
from bookkit.equations.verdict import show
from bookkit.notations.table import WIDE

Value = Any
Member = Callable[[Instance, Value], tuple[bool, str]]


def membership(compiler: Compiler, right: t.Node) -> Member:
    """``\\in \\mathbb{R}^{n \\times m}``, ``\\in (0, 1)``, ``\\in \\{0, 1\\}``."""
    if right == t.Name("\\mathbb{R}"):
        return lambda inst, value: (np.size(value) == 1, "a number")
    if isinstance(right, t.Scripted) and right.base == t.Name("\\mathbb{R}") and right.sup is not None:
        sizes = _sizes(right.sup)
        codes = [compiler.side(size, False) for size in sizes]

        def shaped(inst: Instance, value: Value) -> tuple[bool, str]:
            wanted = tuple(
                whole(code(inst), f"the size {size.latex()}") for code, size in zip(codes, sizes, strict=True)
            )
            wanted = (*wanted, 1) if len(wanted) == 1 else wanted
            have = np.shape(value) or (1, 1)
            return have == wanted, "shape " + " × ".join(map(str, wanted))

        return shaped
    if isinstance(right, t.Group):
        codes = [_end(compiler, item) for item in right.items]
        if right.opening == "\\{":

            def listed(inst: Instance, value: Value) -> tuple[bool, str]:
                found = [float(np.real(code(inst))) for code in codes]
                return bool(np.all(np.isin(value, found))), "one of " + ", ".join(map(show, found))

            return listed
        if len(codes) == 2:

            def between(inst: Instance, value: Value) -> tuple[bool, str]:
                low, high = (float(np.real(code(inst))) for code in codes)
                if inst.mode == WIDE and (np.any(value == low) or np.any(value == high)):
                    return True, ""  # rounding may have brought it to the end of an open interval
                above = value > low if right.opening == "(" else value >= low
                below = value < high if right.closing == ")" else value <= high
                return bool(np.all(above & below)), f"between {show(low)} and {show(high)}"

            return between
    raise EquationError(f"{right.latex()} is no set that can be judged")


def _end(compiler: Compiler, node: t.Node) -> Callable[[Instance], Value]:
    """One end of an interval, which may be infinite, or one listed number."""
    body, sign = (node.body, -1.0) if isinstance(node, t.Negative) else (node, 1.0)
    if body == t.Name("\\infty"):
        return lambda inst: sign * np.inf
    return compiler.side(node, False)


def _sizes(node: t.Node) -> list[t.Node]:
    if isinstance(node, t.Binary) and node.sign == "\\times":
        return [*_sizes(node.left), node.right]
    return [node]
