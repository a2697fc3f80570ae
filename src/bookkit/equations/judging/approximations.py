r"""Claims that something is nearly so because a letter is small: ``f(x + h) \approx f(x) + h f'(x)``.

The side that is a polynomial in the letter says how far it goes: what is left over is of a higher power. So a
wrong coefficient is wrong in every power that is shown. Near a place, ``f(x) \approx f(a) + f'(a)(x - a)``,
what is small is the distance, once the coefficients are derivatives there and nothing else takes part.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

from bookkit.equations.judging.orders import MOST, Order
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.expansions import degree, distances, has_slopes, occurs, small_in


def approximated(left: t.Node, right: t.Node, is_number: Callable[[t.Node], bool]) -> Order | None:
    """The letter that is small and the first power that may be left over; None where that cannot be seen."""
    letters = small_in((left, right))
    small = [letter for letter in letters if is_number(letter)]
    if not small:
        return _near(left, right, is_number)
    if len(small) != 1 or len(letters) > 1:
        return None
    degrees = [degree(side, small[0]) for side in (left, right)]
    known = [item for item in degrees if item is not None]
    if len(known) != 1 or known[0] >= MOST:
        return None  # both are polynomials: h \approx 1 / n says what h is
    return Order(small[0], known[0] + 1)


def _near(left: t.Node, right: t.Node, is_number: Callable[[t.Node], bool]) -> Order | None:
    """The order of an expansion at a place."""
    found = {item for item in distances(right) if occurs(item.letter, left) and is_number(item.letter)}
    if len(found) != 1 or not has_slopes(right):
        return None
    (what,) = found
    power = degree(right, what.letter)
    there = set() if what.place is None else set(_numbers(what.place, what.letter))
    others = {part for part in _numbers(right, what.letter) if is_number(part)} - there - {what.letter}
    if not power or power >= MOST or degree(left, what.letter) is not None or others:
        return None
    return Order(what.letter, power + 1, what.place)


def _numbers(node: t.Node, letter: t.Name) -> Iterator[t.Node]:
    """The letters of an expression that are no functions of what does not move."""
    if isinstance(node, (t.Name, t.Accent)) or (isinstance(node, t.Scripted) and node.sub is not None):
        yield node.with_(sup=None) if isinstance(node, t.Scripted) else node
        return
    if isinstance(node, t.Juxtaposed):
        for head, after in itertools.zip_longest(node.factors, node.factors[1:]):
            base = head.base if isinstance(head, t.Scripted) else head
            applied = isinstance(base, t.Name) and isinstance(after, t.Group) and not occurs(letter, after)
            if not applied:
                yield from _numbers(head, letter)
        return
    for part in node.children():
        yield from _numbers(part, letter)
