r"""What a page assumes of chance: ``\operatorname{Var}(w^l) = \frac{2}{n_{l-1}}``, once or from here on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.definitions import compile_side
from bookkit.equations.compiling.facts import Code, Index, Value
from bookkit.equations.compiling.indices import index_code
from bookkit.equations.compiling.statistics import said_of, statistic
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Context, Definition
from bookkit.equations.reading.scripts import index_items
from bookkit.notations.table import Notation, Symbol
from bookkit.values import algebra
from bookkit.values.errors import EquationError


def is_assumption(chain: t.Chain, notation: Notation) -> bool:
    """Whether a condition fixes a mean or a variance; of what the table has settled, it is a test."""
    found = said_of(chain.first, notation) if len(chain.steps) == 1 and chain.steps[0].sign == "=" else None
    if found is None:
        return False
    base = found[1].base if isinstance(found[1], t.Scripted) else found[1]
    symbol = notation.by_base.get(base.latex())
    return symbol is None or symbol.law is None or found[0] in symbol.law.settles


def defines_itself(left: t.Node, right: t.Node, notation: Notation, context: Context) -> bool:
    r"""Whether a statistic is told by what it is of: ``\operatorname{Var}[X] \coloneqq \mathbb{E}[…X…]``.

    The meaning of a statistic is fixed; so this says nothing new of X, and is a claim.
    """
    if not (isinstance(left, t.Juxtaposed) and statistic(left.factors[0], notation)):
        return False
    inner, outer = Compiler(notation, context), Compiler(notation, context)
    compile_side(inner, left, watch=False)
    compile_side(outer, right, watch=False)
    return bool(inner.facts.mentioned & outer.facts.mentioned)


def given(left: t.Node, right: t.Node, notation: Notation) -> Definition | None:
    """A mean or a variance that is fixed from here on, for all members and all layers at once."""
    if said_of(left, notation) is None:
        return None
    kind, symbol, name, sup = _of(left, notation)
    if symbol.layered and not (isinstance(sup, t.Name) and sup.text in notation.indices):
        raise EquationError(f"{left.latex()}: it is given for all layers at once, with a letter as index")
    return Definition(f"{kind}[{name}]", right, sup=sup.text if isinstance(sup, t.Name) else None)


def _of(left: t.Node, notation: Notation) -> tuple[str, Symbol, str, t.Node | None]:
    """The statistic, the symbol, its name, and its layer."""
    found = said_of(left, notation)
    assert found is not None
    kind, of = found
    base = of.base if isinstance(of, t.Scripted) else of
    symbol = notation.by_base.get(base.latex())
    if symbol is None or symbol.law is None:
        raise EquationError(f"{of.latex()} is not drawn by a law of the table, so nothing can be said of it")
    if kind not in symbol.law.settles:
        raise EquationError(f"the table fixes the law of {of.latex()}; {left.latex()} cannot be given")
    sup = of.sup if isinstance(of, t.Scripted) else None
    items = index_items(of.sub, None) if isinstance(of, t.Scripted) else ()
    indexed = all(isinstance(item, t.Name) and item.text in notation.indices for item in items)
    if symbol.layered != (sup is not None) or not indexed:
        raise EquationError(f"{left.latex()}: of one member nothing can be said apart; all have one law")
    return kind, symbol, base.latex() if symbol.family else symbol.base, sup


def smooth_ones(mentioned: set[str], notation: Notation) -> list[str]:
    """Which of the symbols stand for a density: a few values of it cannot tell one threshold from another."""
    found = ((name, notation.by_base.get(name)) for name in sorted(mentioned))
    return [name for name, symbol in found if symbol is not None and symbol.law and symbol.law.smooth]


@dataclass(frozen=True)
class Assumption:
    """A mean or a variance that a condition fixes: at one layer, or with a ``letter`` at all of them."""

    kind: str
    name: str
    symbol: Symbol
    layer: Callable[[Instance], int] | None
    value: Code
    letter: str = ""

    def fixed(self, inst: Instance) -> Iterator[tuple[tuple[str, str, int | None], Value]]:
        """What is fixed in this trial, for the values that the indices have at the moment."""
        if not self.letter:
            layer = None if self.layer is None else self.layer(inst)
            yield (self.kind, self.name, layer), np.real(algebra.number(self.value(inst)))
            return
        for layer in range(self.symbol.first, inst.sizes["L"] + 1):
            with inst.state(binding={self.letter: layer}):
                yield (self.kind, self.name, layer), np.real(algebra.number(self.value(inst)))


def compiled(compiler: Compiler, chain: t.Chain, free: set[str]) -> Assumption:
    """A condition; a layer that the claim itself names is that one, any other letter means all layers."""
    kind, symbol, name, sup = _of(chain.first, compiler.notation)
    facts = compiler.facts
    letter = sup.text if isinstance(sup, t.Name) and sup.text not in free else ""
    bound = dict(compiler.bound)
    if letter in compiler.notation.indices:
        compiler.bound[letter] = Index(layer=True)
    else:
        letter = ""
    try:
        with facts.naming():
            layer = None if sup is None or letter else index_code(compiler, sup, None, layer=True)
            value = compile_side(compiler, chain.steps[0].right, watch=False)
            itself = name in facts.mentioned
    finally:
        compiler.bound = bound
    if itself:
        raise EquationError(f"{chain.latex()} says of {name} what depends on it")
    return Assumption(kind, name, symbol, layer, value, letter)
