"""The values of the free indices on one draw."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from typing import Any

from bookkit.equations.compiling.facts import Code
from bookkit.equations.compiling.indices import counts
from bookkit.equations.drawing.instance import Instance
from bookkit.notations.table import TIME
from bookkit.values.algebra import whole
from bookkit.values.errors import EquationError, NoSuchThingError

MOST_BINDINGS = 120


def bindings(
    inst: Instance,
    free: Mapping[str, Any],
    ranges: Mapping[str, tuple[Code, Code] | None],
    bound: Callable[[Mapping[str, int]], bool] = lambda binding: False,
    early: Set[str] = frozenset(),
) -> list[dict[str, int]]:
    """All values of the free indices: layers first, then what the layers' sizes allow.

    Values that ``bound`` calls stated by the page are never passed over. A time that a condition bounds from
    below is one of ``early``: it may include the start, 0.
    """
    found: list[dict[str, int]] = [{}]
    for name in sorted(free, key=lambda item: not free[item].layer):
        extended = []
        for binding in found:
            with inst.state(binding=binding):
                limits = ranges.get(name)
                try:
                    if limits is not None:
                        low, high = (whole(code(inst), f"a limit of {name}") for code in limits)
                        values = range(low, high + 1)
                        _check_range(inst, name, free[name], values)
                    else:
                        values = counts(inst, name, free[name], loosely=True)
                        if name in early and inst.notation.indices.get(name) == TIME:
                            values = range(0, values.stop)
                except NoSuchThingError:
                    if bound(binding):
                        raise
                    continue
            extended += [{**binding, name: value} for value in values]
        found = extended
    if len(found) > MOST_BINDINGS:
        picked = inst.rng("bindings").choice(len(found), MOST_BINDINGS, replace=False)
        found = [found[i] for i in sorted({0, len(found) - 1, *map(int, picked)})]
    return found


def _check_range(inst: Instance, name: str, index: Any, values: range) -> None:
    """A range that is claimed must not count further than the symbols do."""
    if index.layer or not index.sizes:
        return
    whole = counts(inst, name, index)
    if len(values) and not (values[0] >= whole[0] and values[-1] <= whole[-1]):
        raise EquationError(
            f"{name} counts from {whole[0]} to {whole[-1]}, not from {values[0]} to {values[-1]}"
        )
