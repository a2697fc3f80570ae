"""Values and symbols as people are shown them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import numpy as np

from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading.context import show_key
from bookkit.values.chance import RandomNumber, words

Value = Any


def show(value: Any) -> str:
    """A number or a short array for people."""
    if value is None:
        return "?"
    if isinstance(value, RandomNumber):
        return words(value)
    if np.ndim(value) == 0:
        return f"{float(np.real(value)):.6g}"
    rows = np.real(np.asarray(value))
    if rows.size > 24 or rows.ndim > 2:
        return f"an array of {' × '.join(map(str, rows.shape))}"
    if rows.shape[1] == 1:
        return "[" + "; ".join(f"{x:.6g}" for x in rows[:, 0]) + "]"
    return "[" + "; ".join(" ".join(f"{x:.6g}" for x in row) for row in rows) + "]"


def show_side(value: Value) -> str:
    """The value of a side; one that it has not is said to be none."""
    return "no value" if value is not None and not np.any(np.isfinite(value)) else show(value)


def shown_sizes(inst: Instance, named: Collection[str]) -> tuple[tuple[str, str], ...]:
    r"""The sizes that a claim names, and a network's depth, as the table writes them: ``n_{\text{in}}``."""
    found: list[tuple[str, str]] = []
    for name, size in inst.sizes.items():
        if name not in named and name != "L":
            continue
        if isinstance(size, list):
            found += [(f"{name}_{layer}", str(width)) for layer, width in enumerate(size[1:], start=1)]
        elif isinstance(size, int):
            symbol = inst.notation.by_base.get(name)
            found.append((name if symbol is None else symbol.latex, str(size)))
    return tuple(found)


def shown_values(inst: Instance, integers: Any = ()) -> tuple[tuple[str, str], ...]:
    chosen = tuple((name, getattr(choice, "__name__", "?")) for name, choice in inst.choices.items())
    return (*chosen, *((show_key(key), show(value)) for key, value in list(inst.used.items())[:12]))
