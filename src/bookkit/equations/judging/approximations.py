r"""Claims that something is nearly so because a letter is small: ``f(x + h) \approx f(x) + h f'(x)``.

The side that is a polynomial in the letter says how far it goes: what is left over is of a higher power. So a
wrong coefficient is wrong in every power that is shown.
"""

from __future__ import annotations

from collections.abc import Callable

from bookkit.equations.judging.orders import MOST, Order
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.alphabet import FUNCTIONS
from bookkit.equations.reading.differentials import DIFFERENCE

SMALL = ("h", "\\epsilon", "\\varepsilon", "\\eta", "\\delta")


def approximated(left: t.Node, right: t.Node, is_number: Callable[[t.Node], bool]) -> Order | None:
    """The letter that is small and the first power that may be left over; None where that cannot be seen."""
    letters = {
        part
        for side in (left, right)
        for part in side.walk()
        if isinstance(part, t.Name) and (part.text in SMALL or part.text.startswith(f"{DIFFERENCE} "))
    }
    small = [letter for letter in letters if is_number(letter)]
    if len(small) != 1 or len(letters) > 1:
        return None
    degrees = [degree(side, small[0]) for side in (left, right)]
    known = [item for item in degrees if item is not None]
    if len(known) != 1 or known[0] >= MOST:
        return None  # both are polynomials: h \approx 1 / n says what h is
    return Order(small[0], known[0] + 1)


def degree(node: t.Node, letter: t.Name) -> int | None:
    """The highest power of a letter in an expression; None where that is no polynomial in it."""
    if letter not in node.walk():
        return 0
    if node == letter:
        return 1
    if isinstance(node, t.Scripted) and node.base == letter and node.sub is None and not node.primes:
        return int(node.sup.text) if isinstance(node.sup, t.Number) and node.sup.text.isdigit() else None
    if isinstance(node, t.Negative):
        return degree(node.body, letter)
    if isinstance(node, t.Group) and len(node.items) == 1:
        return degree(node.items[0], letter)
    if isinstance(node, t.Frac):
        return degree(node.top, letter) if letter not in node.bottom.walk() else None
    if isinstance(node, t.Binary) and node.sign == "/":
        return degree(node.left, letter) if letter not in node.right.walk() else None
    if isinstance(node, t.Plus):
        found = [degree(term, letter) for term in node.terms]
        return None if None in found else max(item for item in found if item is not None)
    if isinstance(node, t.Juxtaposed) and _may_be_applied(node, letter):
        return None
    parts = (
        node.factors
        if isinstance(node, t.Juxtaposed)
        else (node.left, node.right)
        if isinstance(node, t.Binary)
        else None
    )
    if parts is None:
        return None
    found = [degree(part, letter) for part in parts]
    return None if None in found else sum(item for item in found if item is not None)


def _may_be_applied(node: t.Juxtaposed, letter: t.Name) -> bool:
    """Whether the letter is behind a function, or in brackets behind a letter that may be one."""
    for place, head in enumerate(node.factors[:-1]):
        after = node.factors[place + 1]
        base = head.base if isinstance(head, t.Scripted) else head
        named = isinstance(base, t.Word) or (isinstance(base, t.Name) and base.text[1:] in FUNCTIONS)
        if named and any(letter in factor.walk() for factor in node.factors[place + 1 :]):
            return True
        if isinstance(after, t.Group) and letter in after.walk() and isinstance(base, (t.Name, t.Accent)):
            return True
    return False
