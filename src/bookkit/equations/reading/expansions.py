r"""Expansions at a place, ``f(x) = f(a) + f'(a)(x - a) + O((x - a)^2)``, and what dots at their end mean.

What is small there is a distance, ``x - a``, so the letter that moves goes to the place and not to 0. Dots
behind the terms of such an expansion are terms of higher powers: they are read as the first power that is not
shown, so that a wrong coefficient is wrong in every power that is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.alphabet import FUNCTIONS
from bookkit.equations.reading.context import Context
from bookkit.equations.reading.differentials import DIFFERENCE
from bookkit.notations.table import Notation

SMALL = ("h", "\\epsilon", "\\varepsilon", "\\eta", "\\delta")


@dataclass(frozen=True)
class Distance:
    """A letter that moves, and the place that it goes to; None for 0."""

    letter: t.Name
    place: t.Node | None = None


def distance(node: t.Node) -> Distance | None:
    """The distance that a difference is: ``x - a``, ``1 - x``, ``x + 1``."""
    if isinstance(node, t.Name):
        return Distance(node)
    if not isinstance(node, t.Plus) or len(node.terms) != 2:
        return None
    first, second = node.terms
    negative = isinstance(second, t.Negative)
    place = second.body if isinstance(second, t.Negative) else t.Negative(second)
    if isinstance(first, t.Name) and not occurs(first, second):
        return Distance(first, place)
    if negative and isinstance(place, t.Name) and not occurs(place, first):
        return Distance(place, first)
    return None


def distances(node: t.Node) -> Iterator[Distance]:
    """The distances that are factors of an expression: brackets such as ``(x - a)``."""
    for part in node.walk():
        inner = part.items[0] if isinstance(part, t.Group) and len(part.items) == 1 else None
        if isinstance(inner, t.Plus) and (found := distance(inner)) is not None:
            yield found


def occurs(letter: t.Node, node: t.Node) -> bool:
    """Whether an expression names a letter; ``x_0`` is another one than x."""
    if node == letter:
        return True
    if isinstance(node, t.Scripted) and node.sub is not None and node.base == letter:
        return node.sup is not None and occurs(letter, node.sup)
    return any(occurs(letter, part) for part in node.children())


def small_in(nodes: tuple[t.Node, ...]) -> set[t.Name]:
    """The letters of an equation that are called as what is small is: ``h`` or ``\\Delta x``."""
    return {
        part
        for side in nodes
        for part in side.walk()
        if isinstance(part, t.Name) and (part.text in SMALL or part.text.startswith(f"{DIFFERENCE} "))
    }


def with_orders(statement: t.Statement, notation: Notation, context: Context) -> t.Statement:
    r"""A statement with ``O((x - a)^3)`` in place of the dots behind a Taylor polynomial of degree 2."""
    if context.knows("O") or "O" in notation.by_base:
        return statement
    steps = tuple(step.with_(right=_ended(step.right)) for step in statement.chain.steps)
    if steps == statement.chain.steps:
        return statement
    found: t.Statement = statement.with_(chain=statement.chain.with_(steps=steps))
    return found


def _ended(node: t.Node) -> t.Node:
    if not isinstance(node, t.Plus) or node.terms[-1] != t.Dots() or len(node.terms) < 3:
        return node
    shown = t.Plus(node.terms[:-1])
    if not has_slopes(shown):
        return node
    found = {item for item in distances(shown) if degree(shown, item.letter)}
    found = found or {Distance(letter) for letter in small_in((shown,)) if degree(shown, letter)}
    if len(found) != 1 or t.Dots() in shown.walk():
        return node
    (what,) = found
    power = t.Number(str((degree(shown, what.letter) or 0) + 1))
    inner: t.Node = what.letter
    if what.place is not None:
        inner = t.Group("(", (t.Plus((what.letter, t.Negative(what.place))),), ")")
    order = t.Juxtaposed((t.Name("O"), t.Group("(", (t.Scripted(inner, 0, None, power),), ")")))
    return t.Plus((*shown.terms, order))


def has_slopes(node: t.Node) -> bool:
    """Whether derivatives are among the coefficients, as in a Taylor polynomial of any function."""
    return any(
        (isinstance(part, t.Scripted) and part.primes > 0) or isinstance(part, t.Derivative)
        for part in node.walk()
    )


def degree(node: t.Node, letter: t.Name) -> int | None:
    """The highest power of a letter in an expression; None where that is no polynomial in it."""
    if not occurs(letter, node):
        return 0
    if node == letter:
        return 1
    if isinstance(node, t.Scripted) and node.sub is None and not node.primes:
        inner = degree(node.base, letter) if node.base == letter or isinstance(node.base, t.Group) else None
        whole = isinstance(node.sup, t.Number) and node.sup.text.isdigit()
        return inner * int(node.sup.text) if inner and whole and isinstance(node.sup, t.Number) else None
    if isinstance(node, t.Negative):
        return degree(node.body, letter)
    if isinstance(node, t.Group) and len(node.items) == 1:
        return degree(node.items[0], letter)
    if isinstance(node, t.Frac):
        return degree(node.top, letter) if not occurs(letter, node.bottom) else None
    if isinstance(node, t.Binary) and node.sign == "/":
        return degree(node.left, letter) if not occurs(letter, node.right) else None
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
        if named and any(occurs(letter, factor) for factor in node.factors[place + 1 :]):
            return True
        if isinstance(after, t.Group) and occurs(letter, after) and isinstance(base, (t.Name, t.Accent)):
            return True
    return False
