r"""Conditions with an index that the claim does not have: ``\text{if } \sum_j Y_{ij} = 1``.

Such a condition is said of every value of the index, for the claim is one claim and the index is not in it.
A draw on which it held for one value only would refute what is true. So each value is settled in turn, with
what belongs to that value alone, such as the row i of Y: then no value undoes what another needs. A draw
that cannot be settled so is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from bookkit.equations.compiling.comparisons import condition
from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.definitions import compile_side
from bookkit.equations.compiling.facts import Code, Index
from bookkit.equations.compiling.indices import counts
from bookkit.equations.drawing.exact import ExactInstance
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.judging import settling
from bookkit.equations.judging.comparing import ORDER
from bookkit.equations.judging.descent import is_positive
from bookkit.equations.judging.settling import Settled
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Key
from bookkit.exact.errors import NoCounterpartError
from bookkit.exact.functions import exactly
from bookkit.values.algebra import whole

Binding = Mapping[str, int]
MOST = 30  # values that are settled one by one
FACTORS = (-1.0, 0.5, -0.5, 2.0, -2.0, 0.1, -0.1, 10.0, -10.0, 0.01, 100.0)  # that may do for an inequality


class ForAll(Settled):
    """A condition for all values of its own indices; called with a draw, it makes it hold."""

    def __init__(self, compiler: Compiler, chain: t.Chain, letters: Mapping[str, Index]) -> None:
        self.letters, self.limits = letters, dict[str, tuple[Code, Code] | None]()
        self.test = condition(compiler, chain)
        self.equal = chain.steps[0].sign == "=" and len(chain.steps) == 1
        self.movable = all(step.sign in ("=", *ORDER) for step in chain.steps)
        if self.movable:
            super().__init__(compiler, chain)

    def __call__(self, inst: Instance) -> bool:
        if self.holds(inst):
            return True
        bindings = self.bindings(inst)
        if not self.movable or len(bindings) > MOST:
            return False
        if isinstance(inst, ExactInstance) and not self.equal:
            raise NoCounterpartError("no exact draw meets this condition by chance")
        ways = self.ways_of_each(inst, bindings)
        for place, binding in enumerate(bindings):
            with inst.state(binding=binding):
                if not self.holds_here(inst) and not any(self.moved(inst, *way) for way in ways[place]):
                    return False
        return self.holds(inst)

    def holds(self, inst: Instance) -> bool:
        """Whether the condition holds for all values of its indices, as things are."""
        for binding in self.bindings(inst):
            with inst.state(binding=binding):
                if not self.holds_here(inst):
                    return False
        return True

    def holds_here(self, inst: Instance) -> bool:
        return super().holds(inst) if self.movable and self.equal else self.test(inst)

    def bindings(self, inst: Instance) -> list[dict[str, int]]:
        """All values of the indices."""
        found: list[dict[str, int]] = [{}]
        for name, index in self.letters.items():
            limits = self.limits.get(name)
            if limits is None:
                values = counts(inst, name, index, loosely=True)
            else:
                low, high = (whole(code(inst), f"a limit of {name}") for code in limits)
                values = range(low, high + 1)
            found = [{**binding, name: value} for binding in found for value in values]
        return found

    def moved(self, inst: Instance, key: Key, place: settling.Place) -> bool:
        """Changes what belongs to one value of the indices, until the condition holds for it."""
        if isinstance(inst, ExactInstance):
            return self.stretch_exactly(inst, key, place)
        if self.equal:
            return self.stretch(inst, key, place)
        start = inst.leaves[key]
        for factor in FACTORS:
            if factor < 0 and is_positive(inst, key):
                continue
            settling.put(inst, key, settling.stretched(start, place, factor))
            if self.test(inst) and settling.is_allowed(inst, key):
                return True
        settling.put(inst, key, start)
        return False

    def ways_of_each(
        self, inst: Instance, bindings: Sequence[Binding]
    ) -> list[list[tuple[Key, settling.Place]]]:
        """What may be changed for each value of the indices: what no other value sees."""
        found: list[list[tuple[Key, settling.Place]]] = [[] for _ in bindings]
        before = self.gaps(inst, bindings)
        keys = dict.fromkeys(key for binding in bindings for key in self.leaves_at(inst, binding))
        for key in keys:
            start = inst.leaves[key]
            for place in _parts(np.shape(start)):
                settling.put(inst, key, settling.stretched(start, place, _factor(inst)))
                after = self.gaps(inst, bindings)
                seen = [at for at, (one, other) in enumerate(zip(before, after, strict=True)) if one != other]
                if len(seen) == 1:
                    found[seen[0]].append((key, place))
            settling.put(inst, key, start)
        return found

    def leaves_at(self, inst: Instance, binding: Binding) -> list[Key]:
        with inst.state(binding=binding):
            return self.leaves(inst)

    def gaps(self, inst: Instance, bindings: Sequence[Binding]) -> list[Any]:
        """What the sides differ by, for each value of the indices, in a form that can be compared."""
        found = []
        for binding in bindings:
            with inst.state(binding=binding):
                left, right = self.sides(inst)
                found.append(settling.comparable(left - right))
        return found


def _factor(inst: Instance) -> Any:
    return exactly(2) if isinstance(inst, ExactInstance) else 2.0


def _parts(shape: tuple[int, ...]) -> Iterator[settling.Place]:
    """All of a value; its rows and its columns; then its entries."""
    yield None
    every = slice(None)
    if len(shape) > 1:
        yield from ((row, every) for row in range(shape[0]))
        yield from ((every, column) for column in range(shape[1]))
    if 0 < int(np.prod(shape)) <= MOST:
        yield from (tuple(map(int, place)) for place in np.ndindex(*shape))


def ranged(compiler: Compiler, item: t.Range, tests: Sequence[Callable[[Instance], bool]]) -> bool:
    """Whether a range says how far an index of conditions goes, which then is heeded."""
    found = [test for test in tests if isinstance(test, ForAll) and item.name.text in test.letters]
    if item.first is not None and item.last is not None:
        ends = compile_side(compiler, item.first, False), compile_side(compiler, item.last, False)
        for test in found:
            test.limits[item.name.text] = ends
    return bool(found)


def compiled(
    compiler: Compiler,
    chain: t.Chain,
    plain: Callable[[], Callable[[Instance], bool]],
) -> Callable[[Instance], bool]:
    """A condition as it stands, ``plain``; or for all values of the indices that only it has."""
    before = set(compiler.facts.free)
    test = plain()
    own = {name: compiler.facts.free.pop(name) for name in list(compiler.facts.free) if name not in before}
    if not own:
        return test
    every = ForAll(compiler, chain, own)
    for name in own:
        every.letters = {**every.letters, name: compiler.facts.free.pop(name, own[name])}
    return every
