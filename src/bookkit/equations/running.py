"""What runs: sums and products over an index, and limits."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bookkit.equations import algebra, budget, derive, linear, sequences
from bookkit.equations import tree as t
from bookkit.equations.calls import EXTREMES, WHERE
from bookkit.equations.draw import Instance
from bookkit.equations.errors import EquationError, NoSuchThingError
from bookkit.equations.exact import exact
from bookkit.equations.functions import domain
from bookkit.equations.integrals import Integrals
from bookkit.equations.parts import (
    Code,
    Index,
    Value,
    apart,
    counts,
    raise_scale,
)
from bookkit.notations.table import NESTED, TIME

ENDLESS = (t.Name("\\infty"), t.Negative(t.Name("\\infty")))


class Running(Integrals):
    """Compiles sums, products and limits."""

    def code_big(self, node: t.Big) -> Code:
        if node.sign == "\\lim":
            return self.limit(node)
        if node.sign == "\\int":
            return self.integral(node)
        if node.above == ENDLESS[0]:
            return self.endless(node)
        names, low, high, skip = self.running(node)
        for name in names:
            if name in self.bound:
                raise EquationError(f"the index {name} is already running")
        if len(names) + len(self.bound) > 1:
            self.facts.features.add(NESTED)
        kept = dict(self.bound)
        before = {name: self.facts.free.get(name) for name in names}
        indices = {name: Index() for name in names}
        self.bound.update(indices)
        watching = self.watching
        self.watching = watching and not is_empty(node)  # then nothing in it is ever looked at
        try:
            body = self.code(node.body)
            skip_tests = [self.condition(chain) for chain in skip]
        finally:
            self.bound = kept
            mark = self.watch(node.body)
            self.watching = watching
        for name, known in before.items():
            if known is None:
                self.facts.free.pop(name, None)
        start: Value = 0.0 if node.sign == "\\sum" else 1.0
        all_layers = low is None and any(index.layer for index in indices.values())
        sign = node.sign
        weight = 1 + sum(1 for _ in node.body.walk()) // 8

        def total(inst: Instance) -> Value:
            result: Value = None
            fault: NoSuchThingError | None = None
            for binding in self.runs(inst, names, indices, low, high):
                budget.spend(weight)
                with inst.state(binding=binding):
                    if any(not test(inst) for test in skip_tests):
                        continue
                    try:
                        part = body(inst)
                    except NoSuchThingError as error:
                        fault = error
                        continue
                if mark is not None and mark not in inst.alive and np.any(part != 0):
                    inst.alive.add(mark)
                if sign == "\\sum":
                    inst.saw(part)
                    result = part if result is None else algebra.add(result, part)
                else:
                    if np.size(part) > 1:
                        raise EquationError("matrices do not commute: in which order? write a recursion")
                    result = part if result is None else algebra.multiply("", result, part)
            if fault is not None and not (all_layers and result is not None):
                if result is None:
                    raise fault
                raise EquationError(f"the index {', '.join(names)} runs too far: {fault.reason}")
            return start if result is None else result

        return self.once(node, names, total)

    def once(self, node: t.Node, own: tuple[str, ...], code: Code) -> Code:
        """The same code; what does not hang on an index around it is computed once for all its values."""
        letters = {part.text for part in node.walk() if isinstance(part, t.Name)} - set(own)
        names = sorted(letters & {*self.bound, *self.notation.indices})
        mark = object()

        def value(inst: Instance) -> Value:
            place = (mark, *(inst.binding.get(name) for name in names))
            try:
                known = inst.memo.get(place)
            except TypeError:  # one of them is an array
                return code(inst)
            if known is None:
                outside, domain.left = domain.left, False
                known = inst.memo[place] = (*apart(inst, code), domain.left)
                domain.left = outside
            found, scale, left = known
            raise_scale(inst, scale)
            domain.left = domain.left or left
            return found

        return value

    def code_abbreviated(self, node: t.Abbreviated) -> Code:
        return self.code(node.meaning)

    def within(self, names: tuple[str, ...], body: t.Node) -> Code:
        """The code of what stands under indices, which are free in nothing around it."""
        known = {name: self.facts.free.get(name) for name in names}
        kept, self.bound = self.bound, {**self.bound, **{name: Index() for name in names}}
        try:
            code = self.code(body)
        finally:
            self.bound = kept
        for name, index in known.items():
            if index is None:
                self.facts.free.pop(name, None)
        return code

    def code_run(self, node: t.Run) -> Code:
        """A product in order; one without factors is 1, or the identity matrix."""
        first, last = self.bound_of(node.first), self.bound_of(node.last)
        name, step = node.name.text, -1 if node.down else 1
        body = self.within((name,), node.body)
        mark = self.watch(node.body)
        arrays = any(self.is_array(part) for part in node.body.walk())

        def value(inst: Instance) -> Value:
            def at(number: int) -> Value:
                with inst.state(binding={name: number}):
                    return body(inst)

            start, end = first(inst), last(inst)
            if (end - start) * step < 0:
                return linear.Identity() if arrays else 1.0
            result: Value = None
            for number in range(start, end + step, step):
                factor = at(number) * 1.0
                if mark is not None and mark not in inst.alive and np.any(factor != 0):
                    inst.alive.add(mark)
                result = factor if result is None else algebra.multiply("", result, factor)
            return result

        return value

    def is_array(self, node: t.Node) -> bool:
        """Whether a symbol stands there as a whole matrix."""
        symbol = self.notation.by_base.get(node.base.latex()) if isinstance(node, t.Scripted) else None
        return symbol is not None and bool(symbol.shape) and isinstance(node, t.Scripted) and node.sub is None

    def code_grid(self, node: t.Grid) -> Code:
        """A matrix of numbers from the expression of its entries."""
        limits = [
            self.bound_of(end) for end in (node.first_row, node.last_row, node.first_column, node.last_column)
        ]
        letters = (node.row.text, node.column.text)
        body = self.within(letters, node.body)

        def value(inst: Instance) -> Value:
            top, bottom, left, right = (limit(inst) for limit in limits)
            if bottom < top or right < left:
                raise NoSuchThingError("a matrix without entries")
            entries = []
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    with inst.state(binding=dict(zip(letters, (row, column), strict=True))):
                        entries.append(algebra.number(body(inst)))
            return np.reshape(np.array(entries), (bottom - top + 1, right - left + 1))

        return value

    def extreme_over(self, name: str, sub: t.Node, factors: list[t.Node]) -> Code:
        """``\\max_j |z_j|``: the largest for all values of an index; bars or brackets end what it is of."""
        low = high = None
        whole = sub
        if (bounds := between_bounds(sub)) is not None:
            low, high = self.bound_of(bounds[0]), self.bound_of(bounds[2])
            sub = bounds[1]
        if not isinstance(sub, t.Name) or sub.text in self.bound:
            raise EquationError(f"{name} over an index is written {name}_j with bars or brackets after it")
        enclosed = isinstance(factors[0], (t.Bars, t.Group))
        known, index = self.facts.free.get(sub.text), Index()
        kept, self.bound = self.bound, {**self.bound, sub.text: index}
        try:
            before = list(factors)
            body = self.code(factors.pop(0)) if enclosed else self.unit(factors)
            taken = t.Juxtaposed(tuple(before[: len(before) - len(factors)]))
        finally:
            self.bound = kept
        if factors and not enclosed:
            raise EquationError(f"where does what {name} is of end? write bars or brackets")
        if known is None:
            self.facts.free.pop(sub.text, None)
        pick = EXTREMES[WHERE.get(name, name)]
        if name in WHERE:
            return self.place_of_extreme(sub.text, index, body, pick, (low, high))

        def value(inst: Instance) -> Value:
            best: Value = None
            for run in self.runs(inst, (sub.text,), {sub.text: index}, low, high):
                budget.spend()
                with inst.state(binding=run):
                    found = algebra.number(body(inst))
                if best is not None:
                    inst.near_kink(best - found)
                best = found if best is None else pick(best, found)
            if best is None:
                raise EquationError(f"{name} of nothing")
            return best

        of = t.Juxtaposed((whole, taken))
        return self.once(of, (sub.text,), value)

    def place_of_extreme(
        self,
        letter: str,
        index: Index,
        body: Code,
        pick: Callable[[Value, Value], Value],
        limits: tuple[Callable[[Instance], int] | None, Callable[[Instance], int] | None],
    ) -> Code:
        r"""``\operatorname{argmax}_j a_j``: the index of the largest one; of equal ones the first."""

        def value(inst: Instance) -> Value:
            best: tuple[Value, Value] | None = None
            for run in self.runs(inst, (letter,), {letter: index}, *limits):
                with inst.state(binding=run):
                    found = np.real(algebra.number(body(inst)))
                if best is None or (found != best[0] and pick(found, best[0]) == found):
                    best = found, float(run[letter])
            if best is None:
                raise EquationError("the largest of nothing")
            return best[1]

        return value

    def running(
        self, node: t.Big
    ) -> tuple[
        tuple[str, ...], Callable[[Instance], int] | None, Callable[[Instance], int] | None, list[t.Chain]
    ]:
        """The index letters of a sum or product, its limits, and conditions such as ``k \\ne j``."""
        below = node.below
        if below is None:
            raise EquationError(f"{node.sign} without an index")
        low = high = None
        skip: list[t.Chain] = []
        items = below.items if isinstance(below, t.Sequence) else (below,)
        names = []
        for item in items:
            name = item.first if isinstance(item, t.Chain) else item
            if not isinstance(name, t.Name):
                raise EquationError(f"the index of {node.sign} is a letter, not {name.latex()}")
            names.append(name.text)
            if isinstance(item, t.Chain):
                if len(item.steps) == 1 and item.steps[0].sign == "=" and len(items) == 1:
                    low = self.bound_of(item.steps[0].right)
                elif len(item.steps) == 1 and item.steps[0].sign in ("\\neq", "<", ">", "\\le", "\\ge"):
                    skip.append(item)
                else:
                    raise EquationError(f"the range {item.latex()} cannot be read")
        if (low is None) != (node.above is None):
            raise EquationError(f"{node.sign} needs both limits or none")
        if node.above is not None:
            high = self.bound_of(node.above)
        return tuple(names), low, high, skip

    def bound_of(self, node: t.Node) -> Callable[[Instance], int]:
        """A limit of a sum; a number that stands there is whole in every draw."""
        for part in node.walk():
            if isinstance(part, t.Name) and part.text not in self.bound:
                self.facts.integers.add(part.text)
        code = self.index(node, None)
        return code

    def runs(
        self,
        inst: Instance,
        names: tuple[str, ...],
        indices: dict[str, Index],
        low: Callable[[Instance], int] | None,
        high: Callable[[Instance], int] | None,
    ) -> list[dict[str, Value]]:
        """The values that the indices run through."""
        if low is not None and high is not None:
            first, last = low(inst), high(inst)
            if last - first > 10_000:
                raise EquationError("a sum of more than 10,000 terms")
            return [{names[0]: value} for value in range(first, last + 1)]
        runs: list[dict[str, Value]] = [{}]
        for name in names:
            if indices[name].endless and not indices[name].sizes:
                raise EquationError(f"how far does the sum over {name} go? write its limits")
            extended = []
            for run in runs:
                budget.spend()
                with inst.state(binding={**run}):
                    try:
                        values = counts(inst, name, indices[name])
                    except NoSuchThingError:
                        if not any(indices[other].layer for other in run):
                            raise
                        continue  # a layer without such a symbol: the sum is over all that have one
                extended += [{**run, name: v} for v in values]
            runs = extended
        return runs

    def goal(self, goal: t.Node) -> Code:
        """Where a limit goes: a value, or an infinity."""
        if goal in ENDLESS:
            endless = math.inf if goal == ENDLESS[0] else -math.inf
            return lambda inst: endless
        return self.code(goal)

    def limit(self, node: t.Big) -> Code:
        below = node.below
        if not isinstance(below, t.Chain) or len(below.steps) != 1 or below.steps[0].sign != "\\to":
            raise EquationError("a limit is written \\lim_{h \\to 0}")
        if not isinstance(below.first, t.Name) or node.above is not None:
            raise EquationError("a limit is taken in one symbol")
        name = below.first.text
        if self.notation.indices.get(name) == TIME and name not in self.bound:
            return self.settled(name, below.steps[0].right, node.body)
        goal, side = one_side(below.steps[0].right)
        point = self.goal(goal)
        shadowed = set(self.facts.mentioned)
        found = None if name in self.bound else self.ref(below.first)
        body = self.code(node.body) if found is not None else self.under(name, node.body)
        if name not in shadowed:
            self.facts.mentioned.discard(name)
        self.facts.derives = True

        def value(inst: Instance) -> Value:
            inst.rough = True
            saturated = inst.saturated

            def at(h: Value) -> Value:
                replaced = {} if found is None else {found[0].key(inst): h}
                with inst.state(replacements=replaced, binding={name: h} if found is None else None):
                    near = body(inst)
                inst.rough_noise = max(inst.rough_noise, 1e-10 * float(np.max(np.abs(np.real(near)))))
                return near

            def noisy(h: float) -> tuple[Value, float]:
                kept, rough = inst.scale, inst.rough_noise
                inst.scale = 0.0
                near = at(h)
                noise, inst.scale, inst.rough_noise = 1e-15 * inst.scale, kept, rough
                return near, noise

            with domain.excused():
                result = derive.limit(at, np.real(algebra.number(point(inst))), side, noisy)
            inst.saturated = saturated  # far out it may be: only the limit counts
            return result

        return value

    def settled(self, name: str, goal: t.Node, body: t.Node) -> Code:
        """The limit of a sequence, which has values at whole times only."""
        if goal != ENDLESS[0]:
            raise EquationError(f"{name} counts steps: a limit in it goes to \\infty")
        known = self.facts.free.get(name)
        code = self.under(name, body)
        if known is None:
            self.facts.free.pop(name, None)
        self.facts.derives = True

        def value(inst: Instance) -> Value:
            inst.rough = True

            def at(time: int) -> Value:
                with inst.state(binding={name: time}):
                    return code(inst)

            return self.reached(inst, at)

        return value

    def endless(self, node: t.Big) -> Code:
        r"""``\sum_{s=0}^{\infty}``: what the sums of ever more terms settle at."""
        names, low, _, skip = self.running(node.with_(above=t.Number("0")))
        name = names[0]
        if node.sign != "\\sum" or low is None or skip or name in self.bound:
            raise EquationError(f"{node.latex()}: only a sum over one index may have no end")
        body = self.under(name, node.body)
        self.facts.free.pop(name, None)
        self.facts.derives = True
        first = low

        def value(inst: Instance) -> Value:
            inst.rough = True
            sums: list[Value] = []

            def at(last: int) -> Value:
                start = first(inst)
                for number in range(start + len(sums), last + 1):
                    budget.spend()
                    with inst.state(binding={name: number}):
                        term = body(inst)
                    sums.append(term if not sums else algebra.add(sums[-1], term))
                return sums[last - start]

            return self.reached(inst, at)

        return value

    @staticmethod
    def reached(inst: Instance, at: Callable[[int], Value]) -> Value:
        """A limit over whole numbers; it is noted where there is none."""
        try:
            return sequences.limit(at)
        except sequences.EndlessError:
            inst.no_limit = True
            return np.nan

    def under(self, name: str, body: t.Node) -> Code:
        kept = dict(self.bound)
        self.bound[name] = Index()
        try:
            return self.code(body)
        finally:
            self.bound = kept


def between_bounds(sub: t.Node) -> tuple[t.Node, t.Node, t.Node] | None:
    r"""The ends and the letter of ``1 \le j \le K``."""
    if not isinstance(sub, t.Chain) or [step.sign for step in sub.steps] != ["\\le", "\\le"]:
        return None
    return sub.first, sub.steps[0].right, sub.steps[1].right


def is_empty(node: t.Big) -> bool:
    """Whether the limits are written so that there is no term at all: from 1 to 0."""
    below = node.below
    if not isinstance(below, t.Chain) or not below.steps or node.above is None:
        return False
    first, last = exact(below.steps[0].right), exact(node.above)
    return first is not None and last is not None and last < first


def one_side(goal: t.Node) -> tuple[t.Node, int]:
    """Where a limit goes, and from which side: ``0^+`` is 0 from above, ``0^-`` from below."""
    signs = {t.Name("+"): 1, t.Name("-"): -1}
    if isinstance(goal, t.Scripted) and goal.sup in signs and goal.sub is None and not goal.primes:
        return goal.base, signs[goal.sup]
    return goal, 0
