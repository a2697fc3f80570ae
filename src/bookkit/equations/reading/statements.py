r"""Lines, statements and conditions of one formula: which condition is said of which claim.

A condition belongs to the claim before it, one that begins a line or a formula to those that follow.
In an alignment it is said of its own line. What cannot be told apart is an error.
"""

from __future__ import annotations

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.clauses import (
    NOTHING,
    SIGNS,
    Claimed,
    Clauses,
    Parse,
    both,
    has_relation,
    levels,
)
from bookkit.equations.reading.conditions import Said
from bookkit.equations.reading.lexer import Token
from bookkit.equations.reading.lines import Line


class Statements:
    """Reads the tokens of one formula."""

    def __init__(self, latex: str, parse: Parse, found: list[Token]) -> None:
        self.found = found
        self.clauses = Clauses(latex, parse, len(found))
        self.done: list[t.Statement] = []

    def read(self) -> tuple[t.Statement, ...]:
        lines = self.lines(self.found)
        lead = NOTHING
        for number, line in enumerate(lines):
            reader = Line(self.clauses, line)
            reader.read()
            if reader.claims:
                self.add(reader.claims, lead)
            elif number == 0 and len(lines) > 1:
                lead = reader.lead
            elif self.done and (number == len(lines) - 1 or line[0].kind == "QUAD"):
                self.bind_all(reader.lead)
            elif reader.lead != NOTHING:
                raise self.clauses.fail(
                    "does this condition belong to the line before or after it?", line[0].at
                )
        stray = next((item for item in self.done if not item.chain.steps), None)
        if stray is not None and any(item.chain.steps for item in self.done):
            raise self.clauses.fail(
                f"{stray.chain.latex()} stands beside a claim, and says nothing by itself", 0
            )
        return tuple(self.done)

    def lines(self, found: list[Token]) -> list[list[Token]]:
        """The lines of an alignment; one that begins with an operator goes on with the line before.

        ``&`` before a relation is only layout; every second one is a wide blank between columns.
        """
        lines: list[list[Token]] = [[]]
        ampersands = 0
        for level, token in levels(_without_layout(self.without_brackets(found))):
            if level == 0 and token.kind == "NEWLINE":
                ampersands = 0
                lines.append([])
            elif level == 0 and token.kind == "AMP":
                ampersands += 1
                if ampersands % 2 == 0:
                    lines[-1].append(Token("QUAD", "\\qquad", token.at))
                elif not lines[-1]:
                    lines[-1].append(token)
            else:
                lines[-1].append(token)
        whole: list[list[Token]] = []
        for line in lines:
            rest = [token for token in line if token.kind not in ("AMP", "QUAD")]
            if not rest:
                continue
            empty_cell = line[0].kind == "AMP"
            line = line[1:] if empty_cell else line
            if whole and self.goes_on(line, empty_cell):
                whole[-1] += line[next(i for i, token in enumerate(line) if token.kind != "QUAD") :]
            else:
                whole.append(line)
        return whole

    @staticmethod
    def goes_on(line: list[Token], empty_cell: bool) -> bool:
        rest = [(level, token) for level, token in levels(line) if token.kind not in ("AMP", "QUAD")]
        if len(rest) < 2 or rest[0][1].kind not in SIGNS:
            return False
        return empty_cell or rest[0][1].kind != "MINUS" or not has_relation([token for _, token in rest])

    def without_brackets(self, found: list[Token]) -> list[Token]:
        """``(\\text{for } x > 0)`` and ``(\\forall x)`` without their brackets: they hold a remark."""
        out, dropped, opened = list[Token](), set[int](), list[int]()
        for place, token in enumerate(found):
            if token.kind == "OPEN":
                opened.append(place)
                after = found[place + 1] if place + 1 < len(found) else token
                if len(opened) == 1 and (after.kind == "TEXT" or after.text == "\\forall"):
                    dropped.add(place)
            elif token.kind == "CLOSE" and opened and opened.pop() in dropped:
                dropped.add(place)
        for place, token in enumerate(found):
            if place not in dropped:
                out.append(token)
        return out

    def add(self, claims: list[Claimed], lead: tuple[Said, ...]) -> None:
        for claim in claims:
            said = both(lead, claim.said)
            if isinstance(claim.what, tuple):
                self.go_on(claim.what, said, claim.at)
            else:
                self.done += [t.Statement(claim.what, *one) for one in said]

    def go_on(self, steps: tuple[t.Step, ...], said: tuple[Said, ...], at: int) -> None:
        """A line that begins with a relation; with a condition of its own it is a statement of its own."""
        if not self.done:
            raise self.clauses.fail("the left side is missing", at)
        last = self.done[-1]
        plain = not (last.ranges or last.conditions) and said == NOTHING
        if plain:
            self.done[-1] = last.with_(chain=last.chain.with_(steps=(*last.chain.steps, *steps)))
            return
        left = last.chain.steps[-1].right if last.chain.steps else last.chain.first
        if not last.chain.steps:
            self.done.pop()
        self.done += [t.Statement(t.Chain(left, steps), *one) for one in said]

    def bind_all(self, said: tuple[Said, ...]) -> None:
        """A condition on a line of its own, after the claim that it is said of."""
        last = self.done.pop()
        own: Said = (last.ranges, last.conditions)
        self.done += [t.Statement(last.chain, *one) for one in both((own,), said)]


def _without_layout(found: list[Token]) -> list[Token]:
    """Without the wide blanks in the rows of a definition by cases, where they stand at ``&`` or a word."""
    out: list[Token] = []
    level = 0
    for place, token in enumerate(found):
        level += {"CASES": 1, "MATRIX": 1, "END": -1}.get(token.kind, 0)
        if level and token.kind == "QUAD":
            near = [*out[-1:], *found[place + 1 : place + 2]]
            if any(other.kind in ("AMP", "TEXT", "NEWLINE", "QUAD", "END") for other in near):
                continue
        out.append(token)
    return out
