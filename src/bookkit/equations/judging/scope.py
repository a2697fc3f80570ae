r"""For which indices a claim is said: an entry that is missing on one side alone is no reason to look away.

``\frac{\partial y_i}{\partial x_j} = w_{j-i+1}`` has a left side for all i and j, and a right side for few of
them. Each letter counts as far as what it stands at alone, y_i and x_j, exists: that is the domain. Where a
computed index such as ``j-i+1`` leaves its array inside of the domain, and only one side needs it, the claim
is not said there, or it is wrong; a claim that were tried on the rest alone would be true of that and printed
for all. So what a condition on the indices includes has to exist. Where there is none, the left side says how
far the claim goes, and only at the end of a shift by a number, ``x_{i+1}``, the right side may be missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress

from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.facts import Code, Index
from bookkit.equations.compiling.references import reference
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.judging.comparing import Comparison
from bookkit.equations.reading import tree as t
from bookkit.values.errors import EquationError, NoSuchThingError, TooFarError

_MISSING = (NoSuchThingError, TooFarError)


class Scope:
    """The domain of a claim's indices, found when the first of its entries is missing."""

    def __init__(self, compiler: Compiler, sides: Comparison, conditions: Sequence[t.Chain]) -> None:
        self.compiler, self.sides = compiler, sides
        self.free: Mapping[str, Index] = compiler.facts.free
        self.conditions = conditions
        self.alone: list[Code] | None = None
        self.counted: set[str] = set()  # the letters of its sums
        self.computed: tuple[list[t.Scripted], list[t.Scripted]] = ([], [])

    def check(self, inst: Instance, binding: Mapping[str, int], is_meant: Callable[[], bool]) -> None:
        """Raise EquationError where a side is missing that a claim about these indices needs.

        ``is_meant`` says whether the conditions of the claim hold here.
        """
        if self.alone is None:
            self.alone = self.find()
        if not any(self.computed) or not self.is_inside(inst, is_meant):
            return
        there = [_exists(side, inst) for side in (self.sides.left, self.sides.right)]
        if there[0] == there[1]:
            return
        for part in self.computed[there.index(False)]:
            letters = _indices(part.sub, self.free)
            stated = any(letters & _indices(chain, self.free, inside=False) for chain in self.conditions)
            if not stated and (there[1] or not any(map(self.is_free_to_leave, _items(part)))):
                continue
            at = ", ".join(f"{name} = {binding[name]}" for name in sorted(binding))
            if stated:
                raise EquationError(f"the condition includes {at}, where there is no {part.latex()}")
            raise EquationError(
                f"for which {' and '.join(sorted(letters))} is this claimed? At {at} there is no"
                f" {part.latex()}; say it with \\quad \\text{{for }} and a condition on"
                f" {' and '.join(sorted(letters))}"
            )

    def find(self) -> list[Code]:
        """Sorts what has subscripts: the code of those at single letters, and those that are computed."""
        found: list[Code] = []
        for side, computed in zip((self.sides.left_tree, self.sides.right_tree), self.computed, strict=True):
            self.counted |= {
                name for part in side.walk() if isinstance(part, t.Big | t.Run) for name in _counted(part)
            }
            for part in side.walk():
                if not isinstance(part, t.Scripted) or part.sub is None or part.primes:
                    continue
                if not all(isinstance(item, t.Name | t.Number) for item in _items(part)):
                    if _indices(part.sub, self.free):
                        computed.append(part)
                    continue
                if t.names_in(part.sub) & self.counted:
                    continue
                with suppress(EquationError):
                    known = reference(self.compiler, part)
                    if known is not None:
                        found.append(known[0])
        return found

    def is_inside(self, inst: Instance, is_meant: Callable[[], bool]) -> bool:
        """Whether all that stands at single letters exists here, and the conditions hold."""
        try:
            for code in self.alone or ():
                code(inst)
            return is_meant()
        except EquationError:
            return False

    def is_free_to_leave(self, item: t.Node) -> bool:
        """Whether an index may leave its array for more values than one at an end."""
        product = any(isinstance(part, t.Juxtaposed | t.Binary | t.Frac) for part in item.walk())
        return product or len(_indices(item, self.free) | (t.names_in(item) & self.counted)) > 1


def _exists(side: Code, inst: Instance) -> bool:
    try:
        side(inst)
    except _MISSING:
        return False
    return True


def _items(node: t.Scripted) -> tuple[t.Node, ...]:
    """The indices of a subscript; a number before a letter is its factor."""
    sub = node.sub
    if isinstance(sub, t.Sequence):
        return sub.items
    letters = isinstance(sub, t.Juxtaposed) and all(isinstance(part, t.Name) for part in sub.factors)
    return sub.factors if letters and isinstance(sub, t.Juxtaposed) else () if sub is None else (sub,)


def _counted(node: t.Big | t.Run) -> Iterator[str]:
    """The letters that a sum counts with."""
    if isinstance(node, t.Run):
        yield node.name.text
        return
    for item in t.listed(node.below) if node.below is not None else ():
        name = item.first if isinstance(item, t.Chain) else item
        if isinstance(name, t.Name):
            yield name.text


def _indices(node: t.Node | None, free: Mapping[str, Index], inside: bool = True) -> set[str]:
    """The letters that count entries in a node; not ``inside`` of subscripts, those that it speaks of."""
    if node is None:
        return set()
    if isinstance(node, t.Name):
        return {node.text} if node.text in free and not free[node.text].layer else set()
    parts = [
        part for part in node.children() if inside or not (isinstance(node, t.Scripted) and part is node.sub)
    ]
    return set().union(*(_indices(part, free, inside) for part in parts))
