"""Clauses of a formula: one claim, or one condition, from its tokens; and what stands between two of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.conditions import ConditionError, Said, Word, conditions
from bookkit.equations.reading.lexer import Token
from bookkit.values.errors import EquationError

Parse = Callable[[list[Token], int], Any]
JOINS = {"\\iff": Word.EQUIVALENT, "\\implies": Word.IMPLIES, "\\impliedby": Word.IMPLIED}
_LEVELS = {"OPEN": 1, "CLOSE": -1, "LB": 1, "RB": -1, "MATRIX": 1, "CASES": 1, "END": -1}
_LEVELS |= {"BAR_OPEN": 1, "BAR_CLOSE": -1, "NORM_OPEN": 1, "NORM_CLOSE": -1}
SIGNS = ("PLUS", "MINUS", "TIMES", "SLASH")
BREAKS = ("COMMA", "SEMI", "QUAD", "TEXT", "STOP", "COLON")
NOTHING: tuple[Said, ...] = (((), ()),)


@dataclass
class Break:
    """What stands between two pieces: commas, blanks, words."""

    kinds: list[str] = field(default_factory=list)
    word: Word | None = None
    text: Token | None = None
    before: float = 0.0  # the blank before the words
    after: float = 0.0  # the blank after them, or all of it where there are no words

    @property
    def ends(self) -> bool:
        """Whether a sentence or a list ends here."""
        return bool({"SEMI", "STOP", "COLON"} & set(self.kinds))


@dataclass
class Claimed:
    """What is claimed (a chain, or the steps that continue the one before), and under which conditions.

    ``said`` lists alternatives: the claim is made under each of them.
    """

    what: t.Chain | tuple[t.Step, ...]
    at: int
    said: tuple[Said, ...] = NOTHING
    blank: float = 0.0  # before the condition
    joined: bool = False  # by "and" with the claim before


def levels(found: list[Token]) -> Iterator[tuple[int, Token]]:
    """Each token with how many brackets are open after it."""
    level = 0
    for token in found:
        level += _LEVELS.get(token.kind, 0)
        yield level, token


class Clauses:
    """Reads the pieces of one formula, each a claim or a condition."""

    def __init__(self, latex: str, parse: Parse, count: int) -> None:
        self.latex = latex
        self.parse = parse
        self.count = count  # of all tokens

    def fail(self, reason: str, at: int) -> EquationError:
        return EquationError(reason, self.latex, at)

    def condition(self, pieces: list[list[Token]]) -> Said:
        """Pieces of one condition, which commas or "and" join."""
        items: list[t.Node] = []
        for piece in pieces:
            items += self.items(piece)
        return self.said(items, pieces[0][0].at)

    def said(self, items: list[t.Node], at: int) -> Said:
        try:
            return conditions(items)
        except ConditionError as error:
            raise self.fail(f"this condition cannot be read: {error}", at) from None

    def items(self, piece: list[Token]) -> list[t.Node]:
        """What a piece of a condition says, read between brackets, where commas are allowed."""
        inner = [Token("OPEN", "(", piece[0].at), *piece, Token("CLOSE", ")", piece[-1].at)]
        parsed = self.parse(inner, piece[-1].at + len(piece[-1].text))
        group = parsed.first if isinstance(parsed, t.Chain) else parsed
        if not isinstance(group, t.Group):
            raise self.fail("this condition cannot be read", piece[0].at)
        items = list(group.items)
        if len(items) == 1 and isinstance(items[0], t.Group) and items[0].opening == "(":
            items = list(items[0].items)
        return items

    def claim(self, piece: list[Token]) -> t.Chain | tuple[t.Step, ...]:
        parsed = self.parse(piece, piece[-1].at + len(piece[-1].text))
        if isinstance(parsed, tuple):
            return parsed
        if len(piece) == 1 and piece[0].kind == "REL" and self.count > 1:
            raise self.fail("a side is missing", piece[0].at)
        return parsed if isinstance(parsed, t.Chain) else t.Chain(parsed)


def has_relation(found: list[Token]) -> bool:
    return any(
        level == 0 and token.kind == "REL" and token.text not in JOINS for level, token in levels(found)
    )


def dotted_tokens(found: list[Token]) -> bool:
    return any(token.kind == "DOTS" for token in found)


def both(first: tuple[Said, ...], second: tuple[Said, ...]) -> tuple[Said, ...]:
    """Alternatives of which one of each holds."""
    return tuple((a[0] + b[0], a[1] + b[1]) for a in first for b in second)
