"""Fonts: a letter is one symbol, so it has one font throughout."""

from __future__ import annotations

from bookkit.equations.reading.lexer import Token

Fonts = dict[str, frozenset[tuple[str, bool]]]


def fonts(found: list[Token]) -> Fonts:
    """In which fonts each letter stands, and whether it has a subscript there."""
    uses: dict[str, set[tuple[str, bool]]] = {}
    for place, token in enumerate(found):
        if token.kind == "NAME":
            marked = place > 1 and found[place - 2].kind == "ACCENT" and found[place - 1].kind == "LB"
            letter = f"{found[place - 2].text} {token.text}" if marked else token.text
            uses.setdefault(letter, set()).add((token.font, _has_subscript(found, place + 1 + marked)))
    return {letter: frozenset(said) for letter, said in uses.items()}


def _has_subscript(found: list[Token], place: int) -> bool:
    while place < len(found) and found[place].kind in ("SUP", "PRIME"):
        if found[place].kind == "SUP":
            level, place = 1, place + 2
            while level and place < len(found):
                level += {"LB": 1, "RB": -1}.get(found[place].kind, 0)
                place += 1
        else:
            place += 1
    return place < len(found) and found[place].kind == "SUB"


def two_fonts(uses: Fonts) -> str | None:
    """A letter that stands in two fonts, so that nobody can tell whether it is one symbol or two.

    A bold letter without a subscript and a plain one with it may meet: a column and its entries.
    """
    for letter, said in uses.items():
        names = {font for font, _ in said}
        entries = said == {("bold", False), ("", True)}
        if len(names) > 1 and not entries:
            return letter
    return None
