r"""Integrals, measured: ``\int_a^b f(x)\,dx`` is the number at which finer and finer sums settle.

The double exponential substitution carries the range to the whole line, where the integrand falls off faster
than any exponential; so ends at which it has no value, or that lie at infinity, do no harm. What does not
settle, since it oscillates, diverges, or hides a spike, has no value here, and its claim is not judged.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np

from bookkit.equations import algebra, budget
from bookkit.equations import tree as t
from bookkit.equations.derivatives import Derivatives
from bookkit.equations.differentials import DIFFERENTIAL
from bookkit.equations.draw import Instance
from bookkit.equations.errors import EquationError
from bookkit.equations.exact import exact
from bookkit.equations.functions import domain
from bookkit.equations.parts import Code, Index, Value, apart

REACH = 3.4  # of the substituted variable: beyond it the weights are smaller than rounding
TAIL = 4.2  # where the range is endless
STEPS = (1 / 8, 1 / 16, 1 / 32)
OUTSIDE = 5.0  # from here on an integrand may have become too small for a float
SETTLED = 1e-9  # how near the two finest sums must be
STEEP = 1000.0  # a number in the integrand from which on it may hide a spike between the points
ENDLESS = {t.Name("\\infty"): np.inf, t.Negative(t.Name("\\infty")): -np.inf}


@cache
def _points(step: float, reach: float, shift: float) -> tuple[Any, Any, Any]:
    """Where the sum looks: places from -1 to 1, how far each is from its nearer end, and its weight."""
    u = np.arange(-reach, reach + step / 2, step) + shift * step
    inner = np.pi / 2 * np.sinh(u)
    weight = step * np.pi / 2 * np.cosh(u) / np.cosh(inner) ** 2
    gap = np.exp(-np.abs(inner)) / np.cosh(inner)  # 1 - |tanh|, without cancellation
    return np.sign(u), gap, weight


def between(f: Callable[[Value], Value], low: Value, high: Value, step: float, shift: float) -> list[Value]:
    """The terms of the sum for a range between two numbers."""
    half = (high - low) / 2
    terms = []
    for sign, gap, weight in zip(*_points(step, REACH, shift), strict=True):
        place = low + half * gap if sign < 0 else high - half * gap
        terms.append(f(place) * (half * weight))
    return terms


def up_from(f: Callable[[Value], Value], low: Value, step: float, shift: float) -> list[Value]:
    """The terms of the sum for a range from a number to infinity."""
    u = np.arange(-TAIL, TAIL + step / 2, step) + shift * step
    far = np.exp(np.pi / 2 * np.sinh(u))
    weights = step * np.pi / 2 * np.cosh(u) * far
    return _inside([(float(x), f(low + float(x)) * float(w)) for x, w in zip(far, weights, strict=True)])


def _inside(terms: list[tuple[float, Value]]) -> list[Value]:
    """The terms without those far out where a float holds nothing of the integrand any more."""
    while terms and terms[-1][0] > OUTSIDE and np.isnan(terms[-1][1]):
        terms.pop()
    start = 0
    while start < len(terms) and terms[start][0] < -OUTSIDE and np.isnan(terms[start][1]):
        start += 1
    return [term for _, term in terms[start:]]


def everywhere(f: Callable[[Value], Value], step: float, shift: float) -> list[Value]:
    """The terms of the sum for the whole line."""
    u = np.arange(-TAIL, TAIL + step / 2, step) + shift * step
    far = np.sinh(np.pi / 2 * np.sinh(u))
    weights = step * np.pi / 2 * np.cosh(u) * np.cosh(np.pi / 2 * np.sinh(u))
    return _inside([(float(x), f(float(x)) * float(w)) for x, w in zip(far, weights, strict=True)])


def terms_of(f: Callable[[Value], Value], low: Value, high: Value, step: float, shift: float) -> list[Value]:
    """The terms of the sum for any range."""
    if np.isinf(low) and np.isinf(high):
        return everywhere(f, step, shift)
    if np.isinf(high):
        return up_from(f, low, step, shift)
    if np.isinf(low):
        return up_from(lambda x: f(-x), -high, step, shift)
    return between(f, low, high, step, shift)


def integral(f: Callable[[Value], Value], low: Value, high: Value) -> tuple[Value, float]:
    """The integral and how far it may be off; NaN where the sums do not settle."""
    if np.real(low) > np.real(high):
        value, off = integral(f, high, low)
        return -value, off
    if low == high:
        return 0.0 * f(low), 0.0
    sums: list[Value] = []
    for step in STEPS:
        terms = terms_of(f, low, high, step, 0.37 if step == STEPS[-1] else 0.0)
        size = sum(abs(np.real(term)) for term in terms)
        if len(terms) < 10:
            return np.nan, np.inf
        ends = abs(np.real(terms[0])) + abs(np.real(terms[-1]))
        if not np.isfinite(size) or ends > 1e-9 * size:
            return np.nan, np.inf
        sums.append((sum(terms), size))
    (middle, _), (last, size) = sums[-2:]
    off = abs(np.real(last) - np.real(middle))
    return (last, off) if off <= SETTLED * size else (np.nan, np.inf)


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


class Integrals(Derivatives):
    """Compiles integrals."""

    def integral(self, node: t.Big) -> Code:
        found = integrand(node.body)
        if found is None or integrand(found[0]) is not None:
            raise EquationError(
                f"{node.latex()}: an integral ends in one dx, and what is added up before it is in brackets"
            )
        if self.context.knows("d") or "d" in self.bound:
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
        ends = [self.end_of_range(end) for end in (node.below, node.above)]
        ref = None if name in self.bound else self.ref(t.Name(name))
        if ref is not None and (ref[1] is not None or ref[0].place is not None or ref[0].symbol is None):
            raise EquationError(f"{name} is no symbol that can run through a range")
        shadowed = set(self.facts.mentioned)
        code = self.code(body) if ref is not None else self.running_over(name, body)
        if ref is not None and name not in shadowed:
            self.facts.mentioned.discard(name)
        self.facts.derives = True

        def value(inst: Instance) -> Value:
            low, high = (algebra.number(end(inst)) for end in ends)
            inst.rough = True

            def at(place: Value) -> Value:
                budget.spend()
                replaced = {} if ref is None else {ref[0].key(inst): place}
                with inst.state(replacements=replaced, binding={name: place} if ref is None else None):
                    return algebra.number(apart(inst, code)[0])

            if inst.is_far_out():
                return np.nan  # there it may be steeper than the points are close
            with domain.excused():
                result, off = integral(at, low, high)
            inst.rough_noise = max(inst.rough_noise, 1e-12 + 10 * off if np.isfinite(off) else 0.0)
            return result

        return value

    def end_of_range(self, end: t.Node) -> Code:
        if end in ENDLESS:
            endless = ENDLESS[end]
            return lambda inst: endless
        return self.code(end)

    def running_over(self, name: str, body: t.Node) -> Code:
        kept = dict(self.bound)
        self.bound[name] = Index()
        try:
            return self.code(body)
        finally:
            self.bound = kept
