r"""Dots at the end of a sum: ``1 + x + \frac{x^2}{2!} + \frac{x^3}{3!} + \cdots`` goes on without end.

The rule is read off the last term shown: some of its numbers count, with one step or two from term to term,
and all terms shown have to be what the rule gives, by their values. Three are asked for, of one sign or of
signs that take turns. Two rules that fit and differ are refused, and so are terms that fit none, such as
``1 + x + \frac{x^2}{2} + \frac{x^3}{6} + \cdots``, where nobody knows how 6 goes on.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.rewriting import replaced_at, walk_with_paths
from bookkit.values.errors import EquationError

Same = Callable[[t.Node, t.Node], bool]
FEWEST, MOST_PLACES, STEPS = 3, 4, (1, 2)


def is_endless(node: t.Plus) -> bool:
    """Whether the dots of a sum are its last term."""
    places = [place for place, term in enumerate(node.terms) if _bare(term) == t.Dots()]
    return places == [len(node.terms) - 1]


def series(node: t.Plus, same: Same, letter: t.Name, how: str) -> t.Node:
    """The sum without end that the terms before the dots begin; EquationError where they do not say which."""
    shown = node.terms[:-1]
    fault = EquationError(
        f"what do the dots in {node.latex()} stand for? they are at its end; show three terms or more that"
        f" follow one rule, or {how}"
    )
    if len(shown) < FEWEST:
        raise fault
    signs = [isinstance(term, t.Negative) for term in node.terms]
    alternate = all(one != other for one, other in itertools.pairwise(signs))
    if not alternate and len(set(signs)) > 1:
        raise fault
    bodies = [_bare(term) for term in shown]
    rules = [rule for rule in _rules(bodies[-1], len(bodies), letter) if _gives(rule, letter, bodies, same)]
    found = [_sum(rule, letter, alternate, signs[0]) for rule in rules]
    if not found:
        raise fault
    if not all(same(found[0], other) for other in found[1:]):
        raise EquationError(f"the dots in {node.latex()} may mean more than one thing; {how}")
    return found[0]


def _bare(term: t.Node) -> t.Node:
    return term.body if isinstance(term, t.Negative) else term


def _rules(last: t.Node, count: int, letter: t.Name) -> Iterator[t.Node]:
    """What the terms may be at the whole numbers from 0 on, by the last term."""
    numbers = {
        path: int(part.text)
        for path, part in walk_with_paths(last)
        if isinstance(part, t.Number) and part.text.isdigit()
    }
    if len(numbers) > MOST_PLACES:
        return
    for steps in itertools.product((0, *STEPS), repeat=len(numbers)):
        counting = {path: step for path, step in zip(numbers, steps, strict=True) if step}
        firsts = {path: numbers[path] - step * (count - 1) for path, step in counting.items()}
        if not counting or min(firsts.values()) < 0:
            continue
        found = last
        for path, step in counting.items():
            times = letter if step == 1 else t.Juxtaposed((t.Number(str(step)), letter))
            index = t.Plus((times, t.Number(str(firsts[path])))) if firsts[path] else times
            above = path[-1:] in (("sub",), ("sup",))  # where an index is one value without brackets
            found = replaced_at(found, (path,), index if above else t.Group("(", (index,), ")"))
        yield found


def _gives(rule: t.Node, letter: t.Name, shown: list[t.Node], same: Same) -> bool:
    """Whether a rule gives all the terms that are shown."""
    paths = tuple(path for path, part in walk_with_paths(rule) if part == letter)
    terms = [replaced_at(rule, paths, t.Number(str(number))) for number in range(len(shown))]
    return all(term == other or same(term, other) for term, other in zip(terms, shown, strict=True))


def _sum(rule: t.Node, letter: t.Name, alternate: bool, negative: bool) -> t.Node:
    body = rule
    if alternate:
        minus = t.Group("(", (t.Negative(t.Number("1")),), ")")
        body = t.Binary("\\cdot", t.Scripted(minus, 0, None, letter), t.Group("(", (rule,), ")"))
    start = t.Chain(letter, (t.Step("=", t.Number("0")),))
    total = t.Big("\\sum", start, t.Name("\\infty"), body)
    return t.Negative(total) if negative else total
