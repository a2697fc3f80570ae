r"""Values at a place and between two places, as books write them: ``\left. F \right|_0^1``, ``[F]_a^b``.

What such a bracket leaves out is written out: the letter that has the value. It is that of an integral with
the same ends in the line, the one that the derivative before the bar is taken by, or the only one that there
is. Where that does not settle it, or where a bar may be about more than what stands right before it, the
author has to say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.alphabet import FUNCTIONS
from bookkit.equations.reading.context import Context
from bookkit.equations.reading.differentials import DIFFERENTIAL, differentials
from bookkit.equations.reading.rewriting import rebuilt
from bookkit.equations.reading.scripts import TRANSPOSED
from bookkit.notations.table import Notation
from bookkit.values.errors import EquationError

CONSTANTS = ("e", "\\pi", "\\infty", "d", DIFFERENTIAL)
_NAMED = (t.Name, t.Scripted, t.Accent)


def evaluated(statement: t.Statement, notation: Notation, context: Context) -> t.Statement:
    """A statement in which every value at a place says which letter has which value."""
    if not any(isinstance(part, t.At) or _is_bracket(part) for part in statement.walk()):
        return statement
    found: t.Statement = rebuilt(rebuilt(statement, _whole), _Writer(statement, notation, context).node)
    return found


def _is_bracket(node: t.Node) -> bool:
    return isinstance(node, t.Scripted) and isinstance(node.base, t.Group) and node.sub is not None


def _whole(node: t.Node) -> t.Node:
    """A bar with two ends behind a product is about all of it: nobody takes half an antiderivative. And one
    behind a bracket is about the function before that, too.
    """
    if not isinstance(node, t.Juxtaposed):
        return node
    found: list[t.Node] = []
    for factor in node.factors:
        if isinstance(factor, t.At) and factor.bar and found:
            argument = isinstance(factor.body, t.Group) and _is_name(found[-1])
            start = 0 if factor.upto is not None else len(found) - argument
            inner = factor.body.factors if isinstance(factor.body, t.Juxtaposed) else (factor.body,)
            taken = (*found[start:], *inner)
            found[start:] = [factor.with_(body=taken[0] if len(taken) == 1 else t.Juxtaposed(taken))]
        else:
            found.append(factor)
    return found[0] if len(found) == 1 else t.Juxtaposed(tuple(found))


def _is_name(node: t.Node) -> bool:
    base = node.base if isinstance(node, t.Scripted) else node
    return isinstance(base, (t.Name, t.Word, t.Accent))


@dataclass(frozen=True)
class _Integral:
    """An integral of the line: its ends, and the letters that are behind a d in it."""

    ends: tuple[t.Node | None, t.Node | None]
    letters: frozenset[t.Node]


def _integrals(statement: t.Statement) -> Iterator[_Integral]:
    for part in statement.walk():
        if isinstance(part, t.Big) and part.sign == "\\int":
            yield _Integral((part.below, part.above), frozenset(differentials(part.body)))


class _Writer:
    def __init__(self, statement: t.Statement, notation: Notation, context: Context) -> None:
        self.notation, self.context = notation, context
        self.integrals = tuple(_integrals(statement))

    def node(self, node: t.Node) -> t.Node:
        if isinstance(node, t.At):
            return self.at(node)
        if isinstance(node, t.Scripted) and _is_bracket(node):
            return self.bracket(node)
        if isinstance(node, t.Plus):
            for place, term in enumerate(node.terms):
                self.check_alone(term, node.terms[:place])
        if isinstance(node, t.Binary):
            self.check_alone(node.right, (node.left,))
        return node

    def bracket(self, node: t.Scripted) -> t.Node:
        """``[F]_{x=0}``, ``[F]_a^b`` beside an integral with these ends; other subscripts are entries."""
        group = node.base
        assert isinstance(group, t.Group)
        assert node.sub is not None
        if len(group.items) != 1 or group.opening not in ("(", "[") or isinstance(group.items[0], t.Chain):
            return node
        places = t.listed(node.sub)
        named = all(_is_place(item) for item in places)
        if not named and (group.opening != "[" or not self.letters_of_integrals(node.sub, node.sup)):
            return node
        primed = t.Scripted(group, node.primes) if node.primes else group.items[0]
        if node.sup is None or group.opening == "[":
            return self.at(t.At(primed, node.sub, upto=node.sup))
        return t.Scripted(t.Group("(", (self.at(t.At(primed, node.sub)),), ")"), 0, None, node.sup)

    def letters_of_integrals(self, low: t.Node, high: t.Node | None) -> set[t.Node]:
        ends = (low, high)
        return {letter for item in self.integrals if item.ends == ends for letter in item.letters}

    def at(self, node: t.At) -> t.Node:
        if node.upto is not None:
            return self.between(node)
        items = t.listed(node.where)
        if all(isinstance(item, t.Chain) for item in items):
            places = tuple(place for item in items for place in _places(item))
        elif len(items) == 1:
            places = self.unnamed(node.body, items[0])
        else:
            return node
        where = places[0] if len(places) == 1 else t.Sequence(places)
        return t.At(node.body, where, node.bar)

    def unnamed(self, body: t.Node, place: t.Node) -> tuple[t.Node, ...]:
        r"""The places of ``\frac{df}{dx} |_3`` and ``\frac{\partial f}{\partial x} |_{(1, 2)}``."""
        by = set(body.by) if isinstance(body, t.Derivative) else set[t.Node]()
        several = isinstance(place, t.Group) and len(place.items) > 1
        if isinstance(place, t.Group) and several:
            of = body.of if isinstance(body, t.Derivative) else None
            definition = self.context.find(of.latex()) if of is not None else None
            names = (definition.arguments or ()) if definition is not None else ()
            if len(names) != len(place.items):
                raise EquationError(f"which letters are {place.latex()}? write |_{{x = 1, y = 2}}")
            return tuple(_placed(t.Name(name), item) for name, item in zip(names, place.items, strict=True))
        letter = by.pop() if len(by) == 1 else None if by else self.only_letter(body)
        if letter is None:
            raise EquationError(f"which letter is {place.latex()}? write |_{{x = {place.latex()}}}")
        partial = isinstance(body, t.Derivative) and body.sign == "\\partial"
        if partial and any(isinstance(part, t.Name) for part in place.walk()) and not _is_of(place, letter):
            raise EquationError(
                f"is {place.latex()} the place or what stays fixed? write |_{{{letter.latex()} = …}}"
            )
        return (_placed(letter, place),)

    def between(self, node: t.At) -> t.Node:
        """The value at the upper end without that at the lower one."""
        low, high = node.where, node.upto
        assert high is not None
        if high in TRANSPOSED or isinstance(low, t.Sequence) or isinstance(high, t.Sequence):
            raise EquationError(f"{node.latex()}: put brackets round what {high.latex()} is about")
        letters = self.letters_of_integrals(low, high) & set(node.body.walk())
        named = [item.first for item in (low, high) if _is_place(item) and isinstance(item, t.Chain)]
        ends = [
            item.steps[0].right if _is_place(item) and isinstance(item, t.Chain) else item
            for item in (low, high)
        ]
        if named:
            letters = set(named)
            matched = letters <= self.letters_of_integrals(ends[0], ends[1])
        else:
            matched = bool(letters)
            only = None if letters else self.only_letter(node.body)
            letters = letters or ({only} if only is not None else set())
        slope = any(isinstance(part, t.Derivative) for part in node.body.walk())
        if slope and isinstance(high, t.Number) and not matched:
            raise EquationError(f"{node.latex()}: a square, or up to {high.latex()}? write brackets")
        chains = [item for item in (low, high) if isinstance(item, t.Chain)]
        if len(letters) != 1 or any(len(item.steps) != 1 for item in chains):
            raise EquationError(f"which letter goes through {node.latex()}? write |_{{x = 0}}^{{x = 1}}")
        (letter,) = letters
        return t.At(node.body, _placed(letter, ends[0]), node.bar, _placed(letter, ends[1]))

    def only_letter(self, node: t.Node) -> t.Node | None:
        """The one letter that an expression is made of, if it may be any number."""
        found = set(self.letters(node))
        known = {letter for letter in found if self.context.knows(letter.latex())}
        rows = [self.notation.by_base.get(letter.latex()) for letter in found]
        numbers = all(row is not None and row.is_drawn_number for row in rows)
        return found.pop() if len(found) == 1 and not known and numbers else None

    def letters(self, node: t.Node) -> Iterator[t.Node]:
        """The letters of an expression that are no functions and no constants."""
        if isinstance(node, t.Scripted) and node.sub is not None:
            yield node.with_(sup=None, primes=0)
            return
        if isinstance(node, (t.Name, t.Accent)):
            text = node.latex()
            functions = text in self.notation.function_letters or text in self.notation.function
            definition = self.context.find(text)
            made = definition is not None and definition.arguments is not None
            if not (functions or made or text in CONSTANTS or text.removeprefix("\\") in FUNCTIONS):
                yield node
            return
        for part in node.children():
            yield from self.letters(part)

    @staticmethod
    def check_alone(node: t.Node, before: tuple[t.Node, ...]) -> None:
        """Refuse ``x + x^2 |_0^1``: what stands before a bar may be all of the sum, or its last term."""
        node = node.body if isinstance(node, t.Negative) else node
        if not isinstance(node, t.At) or not node.bar or isinstance(node.body, t.Derivative):
            return
        letters = {part for part in node.body.walk() if isinstance(part, _NAMED)}
        if any(letters & set(part.walk()) for part in before):
            raise EquationError(
                f"what is the bar about? write \\left. … \\right|_{{{node.where.latex()}}} around all of it"
            )


def _is_place(node: t.Node) -> bool:
    """Whether a node says what letters are, ``x = 3``."""
    said = isinstance(node, t.Chain) and bool(node.steps) and all(step.sign == "=" for step in node.steps)
    return said and isinstance(node, t.Chain) and isinstance(node.first, (*_NAMED, t.Group))


def _places(node: t.Node) -> tuple[t.Node, ...]:
    """``(x, y) = (1, 2)`` and ``x = y = 0`` as places of one letter each."""
    assert isinstance(node, t.Chain)
    if any(step.sign != "=" for step in node.steps):
        return (node,)
    if len(node.steps) == 1:
        left, right = node.first, node.steps[0].right
        if (
            isinstance(left, t.Group)
            and isinstance(right, t.Group)
            and len(left.items) == len(right.items) > 1
        ):
            return tuple(_placed(one, other) for one, other in zip(left.items, right.items, strict=True))
        return (node,)
    *letters, value = (node.first, *(step.right for step in node.steps))
    return tuple(_placed(letter, value) for letter in letters)


def _placed(letter: t.Node, value: t.Node) -> t.Chain:
    return t.Chain(letter, (t.Step("=", value),))


def _is_of(place: t.Node, letter: t.Node) -> bool:
    r"""Whether a place is written with the letter itself, ``x_0`` or ``\hat{x}``."""
    return isinstance(place, (t.Scripted, t.Accent)) and place.base == letter
