"""Integrals as they are written: what is added up, by which letter, and between which ends."""

from __future__ import annotations

import numpy as np

from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.facts import Code, Value
from bookkit.equations.compiling.ranges import under
from bookkit.equations.compiling.references import reference
from bookkit.equations.compiling.rounding import apart
from bookkit.equations.drawing import budget
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.drawing.integration import integral
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.differentials import DIFFERENTIAL
from bookkit.equations.reading.exact import exact
from bookkit.values import algebra
from bookkit.values.errors import EquationError
from bookkit.values.functions import domain

ROUNDED = 1e-12  # what adding up the terms of an integral may be off by
STEEP = 1000.0  # a number in the integrand from which on it may hide a spike between the points
FAR_ENDS = {t.Name("\\infty"): np.inf, t.Negative(t.Name("\\infty")): -np.inf}


def integrand(body: t.Node) -> tuple[t.Node, str] | None:
    r"""What stands before ``dx``, and x; also where ``dx`` is on top of a fraction that ends it."""
    if isinstance(body, t.Name) and body.text.startswith(DIFFERENTIAL) and body.text != DIFFERENTIAL:
        return t.Number("1"), body.text.removeprefix(DIFFERENTIAL)
    if isinstance(body, t.Frac):
        found = integrand(body.top)
        return None if found is None else (t.Frac(found[0], body.bottom), found[1])
    if isinstance(body, t.Negative):
        found = integrand(body.body)
        return None if found is None else (t.Negative(found[0]), found[1])
    if isinstance(body, t.Binary):
        found = integrand(body.right)
        return None if found is None else (t.Binary(body.sign, body.left, found[0]), found[1])
    if not isinstance(body, t.Juxtaposed):
        return None
    *before, last = body.factors
    if before and before[-1] == t.Name("d") and isinstance(last, t.Name):
        rest: list[t.Node] = before[:-1]
        return (_together(rest), last.text)
    found = integrand(last)
    if found is None:
        return None
    rest = before if found[0] == t.Number("1") else [*before, found[0]]
    return _together(rest), found[1]


def _together(factors: list[t.Node]) -> t.Node:
    return t.Number("1") if not factors else factors[0] if len(factors) == 1 else t.Juxtaposed(tuple(factors))


def integral_code(compiler: Compiler, node: t.Big) -> Code:
    found = integrand(node.body)
    if found is None or integrand(found[0]) is not None:
        raise EquationError(
            f"{node.latex()}: an integral ends in one dx, and what is added up before it is in brackets"
        )
    if compiler.context.knows("d") or "d" in compiler.bound:
        raise EquationError(f"{node.latex()}: the page has its own d; write \\mathrm{{d}}x")
    if node.below is None or node.above is None:
        raise EquationError(f"{node.latex()}: an integral needs both of its limits")
    body, name = found
    for part in body.walk():
        known = exact(part) if isinstance(part, (t.Number, t.Scripted, t.Frac)) else None
        if known and not 1 / STEEP <= abs(known) <= STEEP:
            raise EquationError(
                f"with {part.latex()} in it, {node.latex()} may change where no point of the sum lies"
            )
    ends = [end_of_range(compiler, end) for end in (node.below, node.above)]
    ref = None if name in compiler.bound else reference(compiler, t.Name(name))
    if ref is not None and (ref[1] is not None or ref[0].place is not None or ref[0].symbol is None):
        raise EquationError(f"{name} is no symbol that can run through a range")
    shadowed = set(compiler.facts.mentioned)
    code = compiler.code(body) if ref is not None else under(compiler, name, body)
    if ref is not None and name not in shadowed:
        compiler.facts.mentioned.discard(name)
    compiler.facts.derives = True

    def value(inst: Instance) -> Value:
        low, high = (algebra.number(end(inst)) for end in ends)
        inst.notes.rough = True

        def at(place: Value) -> Value:
            budget.spend()
            replaced = {} if ref is None else {ref[0].key(inst): place}
            with inst.state(replacements=replaced, binding={name: place} if ref is None else None):
                return algebra.number(apart(inst, code)[0])

        if inst.is_far_out():
            return np.nan  # there it may be steeper than the points are close
        kept = inst.notes.saturated  # far out, where an integrand has died away, nothing is lost by it
        with domain.excused():
            result, off = integral(at, low, high)
        inst.notes.saturated = kept
        inst.notes.noise = max(inst.notes.noise, ROUNDED + 10 * off if np.isfinite(off) else 0.0)
        return result

    return value


def end_of_range(compiler: Compiler, end: t.Node) -> Code:
    if end in FAR_ENDS:
        endless = FAR_ENDS[end]
        return lambda inst: endless
    return compiler.code(end)
