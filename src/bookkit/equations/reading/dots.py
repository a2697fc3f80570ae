r"""Omissions: ``x_1 + \dots + x_n``, ``1 + x + x^2 + \cdots + x^n``, ``W^L W^{L-1} \cdots W^2``.

What is left out is read only where what is shown determines it: one expression in a whole number, which at
the first numbers is what stands before the dots, and at the last one what stands after them. The terms are
compared by their values, so that ``1`` and ``x`` are found to be ``x^0`` and ``x^1``. All else is refused. (A
sum may also be read from behind, and one number in it may go up while another goes down: ``crossing_dots``.)
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from bookkit.equations.reading import endless_dots
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.conditions import goes_down
from bookkit.equations.reading.crossing_dots import crossing_rules
from bookkit.equations.reading.exact import exact
from bookkit.equations.reading.products import operator_in
from bookkit.equations.reading.rewriting import Path, differences, rebuilt, replaced_at, walk_with_paths
from bookkit.equations.reading.scripts import index_items
from bookkit.equations.reading.shifts import shifted, value_at, whole_number
from bookkit.notations.table import Notation
from bookkit.values.errors import EquationError

Same = Callable[[t.Node, t.Node], bool]
Span = tuple[t.Node, t.Node, tuple[Path, ...]]
MOST_PLACES = 4
LETTERS = ("i", "j", "k", "r", "s", "t", "p", "q")
_EXTREMES = (t.Name("\\max"), t.Name("\\min"))
HOW = "write a sum, a product or a matrix over an index, or show more terms before the dots"


def filled(node: Any, same: Same, notation: Notation) -> Any:
    """A statement with its omissions filled in; EquationError where they may mean more than one thing."""
    if not any(isinstance(part, t.Dots) for part in node.walk()):
        return node
    return _Filler(node, same, notation).whole(node)


@dataclass(frozen=True)
class Rule:
    """Terms left out: ``body`` at each whole number that ``letter`` takes, upwards or downwards."""

    letter: t.Name
    first: t.Node
    last: t.Node
    body: t.Node
    down: bool = False


class _Filler:
    def __init__(self, whole: t.Node, same: Same, notation: Notation) -> None:
        self.same, self.notation = same, notation
        used = t.names_in(whole)
        self.free = [t.Name(letter) for letter in LETTERS if letter not in used]

    def whole(self, value: Any) -> Any:
        """A tree filled in from the outside: a product with signs in it is one product."""
        if isinstance(value, tuple):
            return tuple(map(self.whole, value))
        if not isinstance(value, t.Node) or not any(isinstance(part, t.Dots) for part in value.walk()):
            return value
        if isinstance(value, t.Juxtaposed):
            value = self.extremes(value)
            self.refuse_arguments(value)
        if (found := self.node(value)) is not value:
            return found
        return value.with_(**{part.name: self.whole(getattr(value, part.name)) for part in fields(value)})

    def extremes(self, node: t.Juxtaposed) -> t.Juxtaposed:
        r"""``\max\{x_1, \dots, x_n\}`` as ``\max_{1 \le i \le n} (x_i)``."""
        factors = list(node.factors)
        for place, (head, group) in enumerate(t.neighbours(node)):
            if head not in _EXTREMES or not isinstance(group, t.Group) or not any(map(_is_dots, group.items)):
                continue
            before, after = _around(group.items, node)
            rule = self.rule(before, after[0], node, [], _sum) if len(after) == 1 else None
            if rule is not None and not rule.down:
                reach = t.Chain(rule.first, (t.Step("\\le", rule.letter), t.Step("\\le", rule.last)))
                factors[place : place + 2] = [t.Scripted(head, 0, reach), t.Group("(", (rule.body,), ")")]
        return t.Juxtaposed(tuple(factors))

    @staticmethod
    def refuse_arguments(node: t.Juxtaposed) -> None:
        """``f(x_1, \\dots, x_n)``: how many arguments has f?"""
        for head, after in t.neighbours(node):
            base = head.base if isinstance(head, t.Scripted) else head
            letter = isinstance(base, (t.Name, t.Word, t.Accent)) and not operator_in(head)
            if letter and isinstance(after, t.Group) and any(map(_is_dots, after.items)):
                shown = t.Juxtaposed((head, after)).latex()
                raise EquationError(f"what do the dots in {shown} stand for? {HOW}")

    def node(self, node: t.Node) -> t.Node:
        if isinstance(node, t.Plus) and any(map(_is_dots, node.terms)):
            return self.total(node)
        if isinstance(node, t.Matrix) and any(_is_dots(cell) for row in node.rows for cell in row):
            return self.matrix(node)
        if isinstance(node, t.Group) and node.opening in ("(", "[") and any(map(_is_dots, node.items)):
            column = self.matrix(t.Matrix("pmatrix", tuple((item,) for item in node.items)))
            return t.Abbreviated(node, column.meaning) if isinstance(column, t.Abbreviated) else column
        factors = _factors(node)
        if len(factors) > 1 and any(map(_is_dots, factors)):
            return self.product(node, factors)
        return node

    # --- sums and products --------------------------------------------------------------------------

    def total(self, node: t.Plus) -> t.Node:
        if endless_dots.is_endless(node) and self.free:
            return t.Abbreviated(node, endless_dots.series(node, self.same, self.free[0], HOW))
        before, after = _around(node.terms, node)
        signs = {isinstance(term, t.Negative) for term in (*before, after[0])}
        if t.Negative(t.Dots()) in node.terms and len(signs) == 1:
            raise EquationError(f"which sign have the terms that the dots in {node.latex()} stand for? {HOW}")
        ways = [(before, after)]
        if len(before) == 1:  # where all that is shown of the rule is behind the dots
            ways.append((after[::-1], before))
        for shown, rest in ways:
            for count in range(len(shown), 0, -1):
                rule = self.rule(shown[-count:], rest[0], node, shown[:-count], _sum)
                if rule is not None:
                    terms = (*shown[:-count], _sum(rule), *rest[1:])
                    return t.Abbreviated(node, t.Plus(terms) if len(terms) > 1 else terms[0])
        raise EquationError(f"what do the dots in {node.latex()} stand for? {HOW}")

    def product(self, node: t.Node, factors: list[t.Node]) -> t.Node:
        """The factors of a product; where functions stand in it with their arguments, each is one factor."""
        before, after = _around(tuple(factors), node)
        for period in (1, 2, 3):
            if len(after) < period or len(before) < period:
                break
            last = _together(after[:period])
            for count in range(len(before) // period, 0, -1):
                shown = [
                    _together(before[len(before) - (k + 1) * period : len(before) - k * period])
                    for k in reversed(range(count))
                ]
                others = before[: len(before) - count * period]
                before_them = [_together(others[-period:])] if others else []
                rule = self.rule(shown, last, node, before_them, _run)
                if rule is None:
                    continue
                rest = (*others, _run(rule), *after[period:])
                return t.Abbreviated(node, t.Juxtaposed(rest) if len(rest) > 1 else rest[0])
        raise EquationError(f"what do the dots in {node.latex()} stand for? {HOW}")

    def rule(
        self,
        shown: list[t.Node],
        last: t.Node,
        node: t.Node,
        others: list[t.Node],
        means: Callable[[Rule], t.Node],
    ) -> Rule | None:
        """The one rule that gives the shown terms, the last of them behind the dots."""
        if not self.free:
            raise EquationError(f"no letter is left for the index that the dots in {node.latex()} stand for")
        found = [*self.rules(shown, last, others)]
        if not found and means is _sum:
            crossing = crossing_rules(shown, last, self.free[0], self.equal)
            found = [Rule(self.free[0], whole_number(0), end, body) for body, end in crossing]
        if len(found) > 1:
            first = found[0]
            if not all(self.same(means(first), means(other)) for other in found[1:]):
                raise EquationError(f"the dots in {node.latex()} may mean more than one thing; {HOW}")
        return found[0] if found else None

    def rules(self, shown: list[t.Node], last: t.Node, others: list[t.Node]) -> Iterator[Rule]:
        letter = self.free[0]
        for down, template, end in ((False, last, shown[0]), (True, shown[0], last)):
            for anchor, places in _anchors(template):
                body = replaced_at(template, places, letter)
                if len(shown) == 1 and not self.are_indices(template, places):
                    continue  # 1 + \dots + n: of which kind of numbers?
                for other in _ends(end):
                    first, bottom = (anchor, other) if down else (other, anchor)
                    if not self.runs(first, bottom, down):
                        continue
                    steps = [shifted(first, -k if down else k) for k in range(len(shown))]
                    pairs = [*zip(steps, shown, strict=True), (bottom, last)]
                    if others and self.is_one_of(body, letter, others[-1]):
                        continue  # in 1 + 3 + \dots + n the 1 is one of the terms, and the rule is another
                    if all(self.equal(value_at(body, letter, step), term) for step, term in pairs):
                        yield Rule(letter, first, bottom, body, down)

    def runs(self, first: t.Node, last: t.Node, down: bool) -> bool:
        """Whether an index may go this way: sizes are the largest numbers there are, and small ones small."""
        low, high = (last, first) if down else (first, last)
        numbers = exact(low), exact(high)
        if numbers[0] is not None and numbers[1] is not None:
            return numbers[0] < numbers[1]
        if numbers[1] is not None:
            return False
        ends = [self.is_size(low), self.is_size(high)]
        return ends == [False, True] or numbers[0] is not None or (not down and ends[0] == ends[1])

    def is_size(self, node: t.Node) -> bool:
        symbols = [self.notation.by_base.get(part.text) for part in node.walk() if isinstance(part, t.Name)]
        return any(symbol is not None and symbol.size for symbol in symbols)

    def are_indices(self, template: t.Node, places: tuple[Path, ...]) -> bool:
        """Whether all places are indices or layers: then one step to the next is one more."""
        return all(self.is_index(template, path) for path in places)

    def is_index(self, template: t.Node, path: Path) -> bool:
        scripts = [place for place, name in enumerate(path) if name in ("sub", "sup")]
        if not scripts or path[scripts[-1]] == "sub":
            return bool(scripts)
        base: Any = template
        for step in path[: scripts[-1]]:
            base = base[step] if isinstance(step, int) else getattr(base, step)
        symbol = self.notation.by_base.get(base.base.latex())
        return symbol is not None and symbol.layered

    def is_one_of(self, body: t.Node, letter: t.Name, term: t.Node) -> bool:
        """Whether a rule gives a term at some number."""
        return any(self.equal(value_at(body, letter, at), term) for at in _ends(term))

    def equal(self, left: t.Node, right: t.Node) -> bool:
        return left == right or self.same(left, right)

    def two_indices(self, node: t.Node) -> t.Node:
        """``A_{12}`` and ``A_{1n}``, both with two indices of their own."""
        if not isinstance(node, t.Scripted):
            return node
        symbol = self.notation.by_base.get(node.base.latex())
        if symbol is None or len(symbol.shape) != 2 or "1" in symbol.shape:
            return node
        items = index_items(node.sub, 2)
        return node.with_(sub=t.Sequence(items)) if len(items) == 2 else node

    # --- matrices -----------------------------------------------------------------------------------

    def matrix(self, node: t.Matrix) -> t.Node:
        """A matrix whose entries are one expression in their row and column."""
        fault = EquationError(f"what do the dots in {node.latex()} stand for? write its entries with indices")
        rows = [row for row in node.rows if not all(map(_is_dots, row))]
        across = [k for k in range(len(node.rows[0])) if not all(_is_dots(row[k]) for row in node.rows)]
        cells = [[rebuilt(row[k], self.two_indices) for k in across] for row in rows]
        if any(_is_dots(cell) for row in cells for cell in row) or len(self.free) < 2:
            raise fault
        letters = self.free[:2]
        body = cells[-1][-1]
        ends: list[Span | None] = []
        for other, letter in ((cells[0][-1], letters[0]), (cells[-1][0], letters[1])):
            span = _span(cells[-1][-1], other)
            ends.append(span)
            if span is not None:
                if len(ends) == 2 and ends[0] is not None and set(ends[0][2]) & set(span[2]):
                    raise fault
                body = replaced_at(body, span[2], letter)
        dotted = (len(rows) < len(node.rows), len(across) < len(node.rows[0]))
        sizes = (len(rows), len(across))
        limits = []
        for end, is_dotted, size in zip(ends, dotted, sizes, strict=True):
            if (end is None) != (size == 1) or (is_dotted and end is None):
                raise fault
            first, last = (t.Number("1"), t.Number("1")) if end is None else end[:2]
            if not is_dotted and end is not None:
                last = shifted(first, size - 1)
            if goes_down(first, last):
                raise EquationError(f"the entries of {node.latex()} go down; {HOW}")
            limits.append((first, last))
        for r, row in enumerate(cells):
            for c, cell in enumerate(row):
                at = [
                    last if number == size - 1 else shifted(first, number)
                    for number, size, (first, last) in zip((r, c), sizes, limits, strict=True)
                ]
                if value_at(value_at(body, letters[0], at[0]), letters[1], at[1]) != cell:
                    raise fault
        grid = t.Grid(letters[0], *limits[0], letters[1], *limits[1], body)
        return t.Abbreviated(node, grid)


def _sum(rule: Rule) -> t.Node:
    low, high = (rule.last, rule.first) if rule.down else (rule.first, rule.last)
    return t.Big("\\sum", t.Chain(rule.letter, (t.Step("=", low),)), high, rule.body)


def _run(rule: Rule) -> t.Node:
    return t.Run(rule.letter, rule.first, rule.last, rule.down, rule.body)


def _is_dots(node: t.Node) -> bool:
    return isinstance(node.body if isinstance(node, t.Negative) else node, t.Dots)


def _around(items: tuple[t.Node, ...], node: t.Node) -> tuple[list[t.Node], list[t.Node]]:
    """What stands before the dots and after them."""
    places = [place for place, item in enumerate(items) if _is_dots(item)]
    if len(places) != 1 or places[0] in (0, len(items) - 1):
        raise EquationError(f"the dots in {node.latex()} stand for an omission between two terms; {HOW}")
    return list(items[: places[0]]), list(items[places[0] + 1 :])


def _factors(node: t.Node) -> list[t.Node]:
    """The factors of a product, also of one with product signs; a function and its argument are one."""
    if isinstance(node, t.Binary) and node.sign in ("\\cdot", "\\times"):
        return [*_factors(node.left), *_factors(node.right)]
    if not isinstance(node, t.Juxtaposed):
        return [node]
    found: list[t.Node] = []
    for factor in node.factors:
        if found and isinstance(factor, t.Group) and _is_function(found[-1]):
            found[-1] = t.Juxtaposed((found[-1], factor))
        else:
            found.append(factor)
    return found


def _is_function(node: t.Node) -> bool:
    primed = isinstance(node, t.Scripted) and node.primes > 0
    return primed or isinstance(node, t.Word) or node in (t.Name("\\sigma"), t.Name("\\exp"))


def _together(factors: list[t.Node]) -> t.Node:
    flat: list[t.Node] = []
    for factor in factors:
        flat += factor.factors if isinstance(factor, t.Juxtaposed) else [factor]
    return flat[0] if len(flat) == 1 else t.Juxtaposed(tuple(flat))


# --- numbers and ends -------------------------------------------------------------------------------


def _anchors(template: t.Node) -> Iterator[tuple[t.Node, tuple[Path, ...]]]:
    """Expressions that may be the index at its end, each with the places where they are it."""
    known: dict[t.Node, list[Path]] = {}
    for path, part in walk_with_paths(template):
        whole = isinstance(part, t.Number) and part.text.isdigit() and int(part.text) > 1
        if whole or (isinstance(part, t.Name) and part.text.removeprefix("\\").isalpha()):
            known.setdefault(part, []).append(path)
    for part, places in known.items():
        if len(places) > MOST_PLACES:
            continue
        for count in range(len(places), 0, -1):
            for chosen in itertools.combinations(places, count):
                yield part, chosen


def _ends(term: t.Node) -> list[t.Node]:
    """At which numbers the other end of the terms may be: small ones, and what its indices say."""
    shifts = [
        part
        for _, part in walk_with_paths(term)
        if isinstance(part, t.Name) or (isinstance(part, t.Plus) and isinstance(part.terms[0], t.Name))
    ]
    return [*map(whole_number, range(10)), *dict.fromkeys(shifts)]


def _span(last: t.Node, first: t.Node) -> Span | None:
    """From where to where one index runs between two entries, and where it stands."""
    found = [*differences(last, first)]
    if not found:
        return None
    ends = {(new, old) for _, old, new in found}
    if len(ends) != 1:
        return None
    new, old = ends.pop()
    return new, old, tuple(path for path, _, _ in found)
