"""Whole numbers and letters with a number added, as dots count them: ``n - 1``, one step after another."""

from __future__ import annotations

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.exact import exact
from bookkit.equations.reading.rewriting import rebuilt, replaced_at, walk_with_paths


def value_at(body: t.Node, letter: t.Name, value: t.Node) -> t.Node:
    """The body at a value of its index, with plain sums worked out: ``x_{1 - 1}`` is ``x_0``."""
    places = tuple(path for path, part in walk_with_paths(body) if part == letter)
    found: t.Node = rebuilt(replaced_at(body, places, value), _plain)
    return found


def _plain(node: t.Node) -> t.Node:
    if not isinstance(node, t.Plus):
        return node
    flat = [part for term in node.terms for part in (term.terms if isinstance(term, t.Plus) else (term,))]
    node = node if len(flat) == len(node.terms) else t.Plus(tuple(flat))
    value = exact(node)
    if value is not None and value.denominator == 1:
        return whole_number(int(value))
    terms = list(node.terms)
    numbers = [exact(term) for term in terms]
    if len(terms) > 1 and isinstance(terms[0], t.Name) and all(number is not None for number in numbers[1:]):
        return shifted(terms[0], int(sum(number or 0 for number in numbers[1:])))
    return node


def whole_number(value: int) -> t.Node:
    """A number as it is written, with a minus before a negative one."""
    return t.Number(str(value)) if value >= 0 else t.Negative(t.Number(str(-value)))


def shifted(node: t.Node, by: int) -> t.Node:
    """``n`` and 1 make ``n + 1``; a number becomes another number."""
    if by == 0:
        return node
    number = exact(node)
    if number is not None and number.denominator == 1:
        return whole_number(int(number) + by)
    step = t.Number(str(abs(by)))
    inner = node.terms if isinstance(node, t.Plus) else (node,)
    if not isinstance(node, t.Plus):
        return t.Plus((*inner, t.Negative(step) if by < 0 else step))
    return _plain(t.Plus((*inner, t.Negative(step) if by < 0 else step)))
