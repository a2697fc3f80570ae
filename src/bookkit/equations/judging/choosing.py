r"""Conditions that a number is one of a few, ``\text{for } y \in \{-1, 1\}``: no draw meets them by chance.

The number is chosen anew for each draw, so that each of the few has its turn.
"""

from __future__ import annotations

from fractions import Fraction

from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.references import reference
from bookkit.equations.drawing.exact import ExactInstance
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.judging.descent import is_movable, is_positive
from bookkit.equations.judging.settling import put
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Key
from bookkit.equations.reading.exact import exact
from bookkit.exact.number import number

MOST = 6  # so few that the draws meet each of them
COUNTED = 6  # whole numbers are drawn from 1 to this


class Chosen:
    """A condition on a number that is drawn; called with a draw, it makes the condition hold, and says so."""

    def __init__(self, compiler: Compiler, chain: t.Chain, few: list[Fraction]) -> None:
        found = reference(compiler, chain.first)
        assert found is not None
        self.latex, self.ref, self.few = chain.latex(), found[0], few

    def __call__(self, inst: Instance) -> bool:
        key = self.ref.key(inst)
        value = inst.value(key)
        given = key not in inst.leaves or key in inst.given
        if not given and is_movable(inst, key):
            return self._put(inst, key)
        # A whole number, say, is drawn from few: where others are meant, too, nothing is said.
        tried = given or (min(self.few) >= 1 and max(self.few) <= COUNTED)
        return tried and any(value == one for one in self.few)

    def _put(self, inst: Instance, key: Key) -> bool:
        if is_positive(inst, key) and min(self.few) <= 0:
            return False  # what cannot be put in is not tried, so nothing is said of it
        chosen = self.few[int(inst.rng(f"chosen {self.latex}").integers(len(self.few)))]
        if isinstance(inst, ExactInstance):
            put(inst, key, number(chosen))
            inst.shown[key] = float(chosen)
        else:
            put(inst, key, float(chosen))
        return True


def chosen(compiler: Compiler, chain: t.Chain) -> Chosen | None:
    """The condition that a drawn number is one of those that are listed."""
    few = chain.steps[0].right if len(chain.steps) == 1 and chain.steps[0].sign == "\\in" else None
    if not isinstance(few, t.Group) or few.opening != "\\{" or compiler.notation.has_chance:
        return None
    values = [exact(item) for item in few.items]
    known = [value for value in values if value is not None and float(value) == value]
    if not 0 < len(known) <= MOST or len(known) != len(values):
        return None
    found = reference(compiler, chain.first)
    if found is None or found[1] is not None or found[0].place is not None:
        return None
    symbol = found[0].symbol
    free = symbol is not None and symbol.is_any_number and not compiler.context.knows(found[0].name)
    return Chosen(compiler, chain, known) if free else None
