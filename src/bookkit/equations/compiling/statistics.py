r"""Expectation, variance, covariance and probability: ``\mathbb{E}[x^2]``, ``\operatorname{Var}(z)``."""

from __future__ import annotations

import numpy as np

from bookkit.equations.compiling.arithmetic import watch
from bookkit.equations.compiling.comparisons import event_code
from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.facts import Code, Value
from bookkit.equations.compiling.powers import raised
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading import tree as t
from bookkit.notations.table import Notation
from bookkit.values import chance
from bookkit.values import functions as fn
from bookkit.values.errors import EquationError

MEAN, VARIANCE, COVARIANCE, DEVIATION, PROBABILITY = "E", "Var", "Cov", "Std", "P"
NOTHING = 1e-13  # a correlation that rounding alone may show
_NAMES: dict[t.Node, str] = {
    t.Name("\\mathbb{E}"): MEAN,
    t.Name("E"): MEAN,
    t.Word("E"): MEAN,
    t.Word("Var"): VARIANCE,
    t.Word("var"): VARIANCE,
    t.Word("Cov"): COVARIANCE,
    t.Word("cov"): COVARIANCE,
    t.Word("Std"): DEVIATION,
    t.Name("\\mathbb{P}"): PROBABILITY,
    t.Name("P"): PROBABILITY,
}


def statistic(node: t.Node, notation: Notation) -> str | None:
    """Which statistic a name stands for, in a table that knows of chance."""
    name = _NAMES.get(node)
    return None if name is None or not notation.has_chance or node.latex() in notation.by_base else name


def averaged(node: t.Node, body: t.Node | None, notation: Notation) -> t.Node | None:
    r"""``\mathbb{E}_{x \sim P}[\dots]`` without its subscript, where nothing else in it is random."""
    if not isinstance(node, t.Scripted) or node.sub is None or node.primes or node.sup is not None:
        return None
    if statistic(node.base, notation) not in (MEAN, VARIANCE):
        return None
    subs = t.listed(node.sub)
    firsts = [item.first if isinstance(item, t.Chain) else item for item in subs]
    over = {part for item in firsts for part in item.walk() if isinstance(part, t.Name)}
    rows = notation.by_base
    inside = {
        part
        for part in (body.walk() if body is not None else ())
        if isinstance(part, t.Name) and part.text in rows and rows[part.text].law is not None
    }
    if any(isinstance(item, t.Chain) and item.steps[0].sign != "\\sim" for item in subs) or inside - over:
        raise EquationError(
            f"{node.latex()}: over what is the mean taken? the brackets have other chances in them"
        )
    return node.base


def said_of(node: t.Node, notation: Notation) -> tuple[str, t.Node] | None:
    r"""The statistic and the symbol of ``\operatorname{Var}(w^l)``; None for anything else."""
    if not (isinstance(node, t.Juxtaposed) and len(node.factors) == 2):
        return None
    kind, group = statistic(node.factors[0], notation), node.factors[1]
    if kind is None or not isinstance(group, t.Group) or len(group.items) != 1:
        return None
    return kind, group.items[0]


def statistic_of(compiler: Compiler, head: t.Node, factors: list[t.Node]) -> Code:
    """A statistic with its argument taken off the factors, and the power behind it."""
    kind = statistic(head, compiler.notation)
    argument = factors.pop(0) if factors else None
    inner = argument.base if isinstance(argument, t.Scripted) else argument
    if argument is None or not isinstance(inner, t.Group) or inner.opening not in ("[", "("):
        raise EquationError(f"{head.latex()} needs its argument in brackets")
    wanted = 2 if kind == COVARIANCE else 1
    if len(inner.items) != wanted:
        raise EquationError(f"{head.latex()} takes {wanted} argument{'s'[: wanted - 1]}")
    if kind == PROBABILITY:
        code = probability(compiler, inner.items[0])
    elif any(isinstance(item, t.Chain) for item in inner.items):
        raise EquationError(f"{head.latex()} of a relation; write \\mathbb{{P}}, or an indicator")
    else:
        code = moments(kind or "", [compiler.code(item) for item in inner.items])
    if kind == COVARIANCE:
        code = _watched(code, watch(compiler, t.Juxtaposed((head, inner))))
    if not isinstance(argument, t.Scripted):
        return code
    if argument.primes or argument.sub is not None:
        raise EquationError(f"{head.latex()}{argument.latex()} cannot be read")
    return raised(compiler, code, argument.sup)


def _watched(code: Code, mark: int | None) -> Code:
    """A covariance, wherever it stands: of independent numbers it is 0, and its place says nothing."""

    def value(inst: Instance) -> Value:
        found = code(inst)
        inst.saw_not_zero(mark, found)
        return found

    return value


def moments(kind: str, codes: list[Code]) -> Code:
    def value(inst: Instance) -> Value:
        found = [code(inst) for code in codes]
        if any(np.ndim(item) for item in found):
            raise EquationError("an expectation is taken of numbers; write one entry")
        if kind == MEAN:
            return _mean(inst, found[0])
        first, last = (item - _mean(inst, item) for item in (found[0], found[-1]))
        spread = _mean(inst, first * last)
        if kind == COVARIANCE and isinstance(spread, float) and first is not last:
            widths = [_mean(inst, item * item) for item in (first, last)]
            if abs(spread) <= NOTHING * abs(widths[0] * widths[1]) ** 0.5:
                return 0.0  # so that a term that says nothing is not taken for one because of its rounding
        return fn.sqrt(spread) if kind == DEVIATION else spread

    return value


def probability(compiler: Compiler, chain: t.Node) -> Code:
    if not isinstance(chain, t.Chain):
        raise EquationError("a probability is one of a relation, as in \\mathbb{P}(r = 0)")
    event = event_code(compiler, chain)
    return lambda inst: _mean(inst, event(inst))


def _mean(inst: Instance, value: Value) -> Value:
    """The expectation; how large its terms were is noted, for the rounding."""
    if not isinstance(value, chance.RandomNumber):
        return value
    inst.saw(value)
    return value.mean()
