r"""Expectation, variance, covariance and probability: ``\mathbb{E}[x^2]``, ``\operatorname{Var}(z)``."""

from __future__ import annotations

import itertools

import numpy as np

from bookkit.equations import chance
from bookkit.equations import functions as fn
from bookkit.equations import tree as t
from bookkit.equations.arithmetic import COMPARE, Arithmetic
from bookkit.equations.draw import Instance
from bookkit.equations.errors import EquationError
from bookkit.equations.parts import Code, Value
from bookkit.notations.table import Notation

MEAN, VARIANCE, COVARIANCE, DEVIATION, PROBABILITY = "E", "Var", "Cov", "Std", "P"
_NAMES: dict[t.Node, str] = {
    t.Name("\\mathbb{E}"): MEAN,
    t.Name("E"): MEAN,
    t.Word("E"): MEAN,
    t.Word("Var"): VARIANCE,
    t.Word("Cov"): COVARIANCE,
    t.Word("Std"): DEVIATION,
    t.Name("\\mathbb{P}"): PROBABILITY,
    t.Name("P"): PROBABILITY,
}


def statistic(node: t.Node, notation: Notation) -> str | None:
    """Which statistic a name stands for, in a table that knows of chance."""
    name = _NAMES.get(node)
    return None if name is None or not notation.has_chance or node.latex() in notation.by_base else name


def said_of(node: t.Node, notation: Notation) -> tuple[str, t.Node] | None:
    r"""The statistic and the symbol of ``\operatorname{Var}(w^l)``; None for anything else."""
    if not (isinstance(node, t.Juxtaposed) and len(node.factors) == 2):
        return None
    kind, group = statistic(node.factors[0], notation), node.factors[1]
    if kind is None or not isinstance(group, t.Group) or len(group.items) != 1:
        return None
    return kind, group.items[0]


class Statistics(Arithmetic):
    """Compiles what is asked of chance."""

    def statistic_of(self, head: t.Node, factors: list[t.Node]) -> Code:
        """A statistic with its argument taken off the factors, and the power behind it."""
        kind = statistic(head, self.notation)
        argument = factors.pop(0) if factors else None
        inner = argument.base if isinstance(argument, t.Scripted) else argument
        if argument is None or not isinstance(inner, t.Group) or inner.opening not in ("[", "("):
            raise EquationError(f"{head.latex()} needs its argument in brackets")
        wanted = 2 if kind == COVARIANCE else 1
        if len(inner.items) != wanted:
            raise EquationError(f"{head.latex()} takes {wanted} argument{'s'[: wanted - 1]}")
        if kind == PROBABILITY:
            code = self.probability(inner.items[0])
        elif any(isinstance(item, t.Chain) for item in inner.items):
            raise EquationError(f"{head.latex()} of a relation; write \\mathbb{{P}}, or an indicator")
        else:
            code = self.moments(kind or "", [self.code(item) for item in inner.items])
        if not isinstance(argument, t.Scripted):
            return code
        if argument.primes or argument.sub is not None:
            raise EquationError(f"{head.latex()}{argument.latex()} cannot be read")
        return self.raised(code, argument.sup)

    @staticmethod
    def moments(kind: str, codes: list[Code]) -> Code:
        def value(inst: Instance) -> Value:
            found = [code(inst) for code in codes]
            if any(np.ndim(item) for item in found):
                raise EquationError("an expectation is taken of numbers; write one entry")
            if kind == MEAN:
                return _mean(inst, found[0])
            first, last = (item - _mean(inst, item) for item in (found[0], found[-1]))
            spread = _mean(inst, first * last)
            return fn.sqrt(spread) if kind == DEVIATION else spread

        return value

    def probability(self, chain: t.Node) -> Code:
        if not isinstance(chain, t.Chain):
            raise EquationError("a probability is one of a relation, as in \\mathbb{P}(r = 0)")
        event = self.event(chain)
        return lambda inst: _mean(inst, event(inst))

    def event(self, chain: t.Chain) -> Code:
        """1 where a chain of comparisons holds and 0 elsewhere; it may depend on chance."""
        kept, self.watching = self.watching, False
        codes = [self.code(chain.first), *(self.code(step.right) for step in chain.steps)]
        self.watching = kept
        if any(step.sign not in COMPARE for step in chain.steps):
            raise EquationError(f"{chain.latex()} is no condition")
        tests = [chance.lifted(COMPARE[step.sign]) for step in chain.steps]
        self.facts.pieces = True

        def value(inst: Instance) -> Value:
            sides = [np.real(code(inst)) for code in codes]
            if any(np.ndim(side) for side in sides):
                raise EquationError("a comparison of more than numbers")
            for a, b in itertools.pairwise(sides):
                inst.near_kink(a - b)
            held: Value = 1.0
            for test, a, b in zip(tests, sides, sides[1:], strict=False):
                held = test(a, b) * 1.0 * held
            return held

        return value


def _mean(inst: Instance, value: Value) -> Value:
    """The expectation; how large its terms were is noted, for the rounding."""
    if not isinstance(value, chance.RandomNumber):
        return value
    inst.saw(value)
    return value.mean()
