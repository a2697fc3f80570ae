r"""``f^{-1}(x)`` where a book means ``1 / f(x)``: what is true of that is not called false of the inverse."""

from __future__ import annotations

from bookkit.equations.compiling.undone import UNDONE
from bookkit.equations.judging.case import Case
from bookkit.equations.judging.judgement import Judgement
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.rewriting import rebuilt
from bookkit.values.errors import EquationError


def refuse_if_a_power(case: Case, statement: t.Statement, left: t.Node, step: t.Step) -> None:
    """Raise EquationError for a claim about inverses, refuted, that is true of powers."""
    claimed = statement.with_(chain=t.Chain(left, (step,)))
    as_power: t.Statement = rebuilt(claimed, _as_power)
    if as_power == claimed:
        return
    chain = as_power.chain
    try:
        trial = case.trial(chain.first, step.sign, chain.steps[0].right, as_power)
        true = Judgement(trial).judge(claimed.latex()).status == "true"
    except EquationError:
        return
    if true:
        raise EquationError(
            f"{chain.latex()} is true, and of the inverse function it is not: is f^{{-1}} a power? write it"
            " behind the bracket"
        )


def _as_power(node: t.Node) -> t.Node:
    if not isinstance(node, t.Juxtaposed):
        return node
    found: list[t.Node] = []
    for factor in node.factors:
        before = found[-1] if found else None
        if isinstance(before, t.Name) and before.text.endswith(UNDONE) and isinstance(factor, t.Group):
            called = t.Juxtaposed((t.Name(before.text.removesuffix(UNDONE)), factor))
            found[-1] = t.Scripted(t.Group("(", (called,), ")"), 0, None, t.Negative(t.Number("1")))
        else:
            found.append(factor)
    return found[0] if len(found) == 1 else t.Juxtaposed(tuple(found))
