r"""Lines, statements and conditions of one formula: which condition is said of which claim.

A condition belongs to the claim before it, one that begins a line or a formula to those that follow.
In an alignment it is said of its own line. What cannot be told apart is an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from bookkit.equations import tree as t
from bookkit.equations.conditions import ConditionError, Said, Word, conditions, goes_with, meaning
from bookkit.equations.errors import EquationError
from bookkit.equations.lexer import Token

Parse = Callable[[list[Token], int], Any]
_JOINS = {"\\iff": Word.EQUIVALENT, "\\implies": Word.IMPLIES, "\\impliedby": Word.IMPLIED}
_LEVELS = {"OPEN": 1, "CLOSE": -1, "LB": 1, "RB": -1, "MATRIX": 1, "CASES": 1, "END": -1}
_LEVELS |= {"BAR_OPEN": 1, "BAR_CLOSE": -1, "NORM_OPEN": 1, "NORM_CLOSE": -1}
_SIGNS = ("PLUS", "MINUS", "TIMES", "SLASH")
_BREAKS = ("COMMA", "SEMI", "QUAD", "TEXT", "STOP", "COLON")
_NOTHING: tuple[Said, ...] = (((), ()),)


@dataclass
class _Break:
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
class _Claim:
    """What is claimed (a chain, or the steps that continue the one before), and under which conditions.

    ``said`` lists alternatives: the claim is made under each of them.
    """

    what: t.Chain | tuple[t.Step, ...]
    at: int
    said: tuple[Said, ...] = _NOTHING
    blank: float = 0.0  # before the condition
    joined: bool = False  # by "and" with the claim before


def levels(found: list[Token]) -> Iterator[tuple[int, Token]]:
    """Each token with how many brackets are open after it."""
    level = 0
    for token in found:
        level += _LEVELS.get(token.kind, 0)
        yield level, token


class Statements:
    """Reads the tokens of one formula."""

    def __init__(self, latex: str, parse: Parse) -> None:
        self.latex = latex
        self.parse = parse
        self.done: list[t.Statement] = []
        self.count = 0

    def fail(self, reason: str, at: int) -> EquationError:
        return EquationError(reason, self.latex, at)

    def read(self, found: list[Token]) -> tuple[t.Statement, ...]:
        self.count = len(found)
        lines = self.lines(found)
        lead = _NOTHING
        for number, line in enumerate(lines):
            reader = _Line(self, line)
            reader.read()
            if reader.claims:
                self.add(reader.claims, lead)
            elif number == 0 and len(lines) > 1:
                lead = reader.lead
            elif self.done and (number == len(lines) - 1 or line[0].kind == "QUAD"):
                self.bind_all(reader.lead)
            elif reader.lead != _NOTHING:
                raise self.fail("does this condition belong to the line before or after it?", line[0].at)
        stray = next((item for item in self.done if not item.chain.steps), None)
        if stray is not None and any(item.chain.steps for item in self.done):
            raise self.fail(f"{stray.chain.latex()} stands beside a claim, and says nothing by itself", 0)
        return tuple(self.done)

    # --- lines ------------------------------------------------------------------------------------

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
        if len(rest) < 2 or rest[0][1].kind not in _SIGNS:
            return False
        return empty_cell or rest[0][1].kind != "MINUS" or not _has_relation([token for _, token in rest])

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

    # --- what the lines say -----------------------------------------------------------------------

    def add(self, claims: list[_Claim], lead: tuple[Said, ...]) -> None:
        for claim in claims:
            said = _both(lead, claim.said)
            if isinstance(claim.what, tuple):
                self.go_on(claim.what, said, claim.at)
            else:
                self.done += [t.Statement(claim.what, *one) for one in said]

    def go_on(self, steps: tuple[t.Step, ...], said: tuple[Said, ...], at: int) -> None:
        """A line that begins with a relation; with a condition of its own it is a statement of its own."""
        if not self.done:
            raise self.fail("the left side is missing", at)
        last = self.done[-1]
        plain = not (last.ranges or last.conditions) and said == _NOTHING
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
        self.done += [t.Statement(last.chain, *one) for one in _both((own,), said)]

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


def _has_relation(found: list[Token]) -> bool:
    return any(
        level == 0 and token.kind == "REL" and token.text not in _JOINS for level, token in levels(found)
    )


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


def _dotted(found: list[Token]) -> bool:
    return any(token.kind == "DOTS" for token in found)


def _both(first: tuple[Said, ...], second: tuple[Said, ...]) -> tuple[Said, ...]:
    """Alternatives of which one of each holds."""
    return tuple((a[0] + b[0], a[1] + b[1]) for a in first for b in second)


def _width(token: Token) -> float:
    return 2.0 if token.text == "\\qquad" else 1.0


class _Line:
    """Claims and conditions of one line."""

    def __init__(self, owner: Statements, line: list[Token]) -> None:
        self.owner, self.line = owner, line
        self.claims: list[_Claim] = []
        self.lead: tuple[Said, ...] = _NOTHING
        self.open: list[list[Token]] = []  # the pieces of the condition that is being read
        self.alternatives: list[Said] = []
        self.known: tuple[Said, ...] = _NOTHING  # what an earlier "for" of the same condition says
        self.reading = False  # a condition
        self.leading = False
        self.then: Word | None = None

    def read(self) -> None:
        pieces = self.joined(list(self.pieces()))
        for number, (gap, piece) in enumerate(pieces):
            if piece:
                self.step(gap, piece, number == len(pieces) - 1 or not pieces[number + 1][1])
            elif gap.word is not None and gap.word is not Word.REMARK:
                assert gap.text is not None
                raise self.owner.fail(f"something is missing after {gap.text.text.strip()!r}", gap.text.at)
        self.close(end=True)

    # --- pieces and what stands between them --------------------------------------------------------

    def pieces(self) -> Iterator[tuple[_Break, list[Token]]]:
        gap, piece = _Break(), list[Token]()
        for place, (level, token) in enumerate(levels(self.line)):
            quantified = token.text == "\\forall" and token.kind == "NAME"
            joint = token.kind == "REL" and token.text in _JOINS
            if level or not (token.kind in _BREAKS or quantified or joint):
                if level or token.kind != "AMP":
                    piece.append(token)
                continue
            if token.kind == "QUAD" and self.is_layout(place):
                continue
            if piece:
                yield gap, piece
                gap, piece = _Break(), []
            if token.kind == "STOP" and any(
                later.kind not in ("QUAD", "TEXT") for later in self.line[place + 1 :]
            ):
                raise self.owner.fail("a full stop inside a formula", token.at)
            self.note(gap, Token("TEXT", "for all", token.at) if quantified else token)
        yield gap, piece

    def note(self, gap: _Break, token: Token) -> None:
        """One more separator."""
        if token.kind == "QUAD":
            gap.after += _width(token)
            return
        if token.kind != "TEXT" and token.text not in _JOINS:
            gap.kinds.append(token.kind)
            return
        if token.kind == "TEXT" and not re.search(r"\w", token.text):
            gap.kinds += [{",": "COMMA", ";": "SEMI", ".": "STOP", ":": "COLON"}.get(sign, "OTHER")
                          for sign in token.text if not sign.isspace()]  # fmt: skip
            if "OTHER" in gap.kinds:
                raise self.owner.fail(f"cannot read {token.text!r} beside a formula", token.at)
            return
        text = token if gap.text is None else replace(gap.text, text=f"{gap.text.text} {token.text}")
        word = _JOINS.get(token.text) if gap.text is None and token.kind != "TEXT" else meaning(text.text)
        if word is None:
            raise self.owner.fail(
                f"the words {text.text.strip()!r} beside a formula are not understood, and could change "
                "what it claims; write a condition with \\text{if} or \\text{for}, and the rest in the text",
                text.at,
            )
        gap.before, gap.after = gap.before + gap.after, 0.0
        gap.text, gap.word = text, word

    def is_layout(self, place: int) -> bool:
        """Whether a wide blank stands beside a sign, where it cannot separate statements."""
        before = self.line[place - 1] if place else None
        rest = self.line[place + 1 :]
        if before is None or before.kind == "AMP":
            return True
        joint = before.text in _JOINS or (bool(rest) and rest[0].text in _JOINS)
        if before.kind in ("REL", *_SIGNS, "AMP") and not joint:
            return True
        if not rest or joint:
            return False
        if rest[0].kind == "MINUS":  # "= x  - y" goes on; "x = y,  -y = -x" does not
            until = next((i for i, (level, token) in enumerate(levels(rest))
                          if level == 0 and token.kind in _BREAKS), len(rest))  # fmt: skip
            return not _has_relation(rest[:until])
        return rest[0].kind in ("REL", *_SIGNS, "AMP")

    @staticmethod
    def joined(found: list[tuple[_Break, list[Token]]]) -> list[tuple[_Break, list[Token]]]:
        """``l = 2`` · ``\\dots`` · ``L`` came apart at the commas; put together again."""
        out: list[tuple[_Break, list[Token]]] = []
        for gap, piece in found:
            before = out[-1][1] if out else []
            dots = [token.kind for token in piece] == ["DOTS"]
            waiting = [token.kind for token in before[-1:]] == ["DOTS"]
            plain = gap.word is None and gap.kinds == ["COMMA"]
            start = len(out) - 1
            while dots and start > 0 and not _has_relation(out[start][1]) and out[start][0].word is None:
                start -= 1  # l = L, L - 1, \dots
            if before and plain and (dots or waiting) and _has_relation(out[start][1]):
                comma = Token("COMMA", ",", piece[0].at if piece else before[-1].at)
                merged = list(out[start][1])
                for _, other in out[start + 1 :]:
                    merged += [comma, *other]
                out[start:] = [(out[start][0], [*merged, comma, *piece])]
            else:
                out.append((gap, piece))
        return out

    # --- one piece after the other ------------------------------------------------------------------

    def step(self, gap: _Break, piece: list[Token], last: bool) -> None:
        word, owner = gap.word, self.owner
        at = gap.text.at if gap.text is not None else piece[0].at
        if word is Word.MEANING:
            within = self.reading and gap.text is not None and "where" not in gap.text.text
            word = Word.AND_CONDITION if within else self.meant(piece, at)
        capital = gap.text is not None and gap.text.text.strip()[:1].isupper()
        if word is Word.CONDITION and self.reading and not gap.ends and not capital:
            self.more(piece)
        elif word is Word.CONDITION:
            self.begin(gap, piece, capital)
        elif word is Word.AND_CONDITION:
            if not self.reading:
                raise owner.fail("a condition after \\text{and}: of which claim?", at)
            self.more(piece)
        elif word is Word.OR:
            if not self.reading or gap.before + gap.after >= 1:
                raise owner.fail("of two claims joined by \\text{or} neither is claimed", at)
            self.close_alternative()
            self.open = [piece]
        elif word is Word.AND and self.reading and not gap.before + gap.after:
            if (
                _has_relation(piece)
                and any(self.is_bare(other) for other in self.open)
                and not _dotted(piece)
            ):
                raise owner.fail("what is said of each letter? write x > 0 \\text{ and } y > 0", at)
            if not self.belongs(piece):
                raise owner.fail(
                    "one more condition, or one more claim? write \\text{and if} for a condition,"
                    " a wide blank before \\text{and} for a claim",
                    at,
                )
            self.open.append(piece)
        elif word in (Word.IMPLIES, Word.IMPLIED, Word.EQUIVALENT):
            self.follow(word, piece, at)
        elif word is None and self.reading and self.is_more(gap, piece, last):
            self.open.append(piece)
        else:
            if word is Word.THEN and not (self.reading and self.leading):
                raise owner.fail("\\text{then} without a condition before it", at)
            alone = bool(self.claims) and self.claims[-1].said == self.lead and not self.reading
            self.state(gap, piece, joined=word is Word.AND and alone)

    def meant(self, piece: list[Token], at: int) -> Word:
        """ "where" tells what a name means, or how far an index goes; anything else would be a claim."""
        if any(level == 0 and token.text == "\\coloneqq" for level, token in levels(piece)):
            return Word.NEXT
        if _has_relation(piece):
            ranges, more = self.owner.condition([piece])
            if ranges and not more:
                return Word.CONDITION
        raise self.owner.fail(
            "is this a condition or a claim? write \\text{if} for a condition, \\coloneqq for a definition",
            at,
        )

    def is_bare(self, piece: list[Token]) -> bool:
        return not _has_relation(piece)

    def is_more(self, gap: _Break, piece: list[Token], last: bool) -> bool:
        """Whether a piece after a comma is one more condition."""
        if "COMMA" not in gap.kinds or gap.ends or gap.after >= 2:
            return False
        if gap.after and self.leading and last and not self.claims:
            return False
        if not _has_relation(piece) and gap.after:
            return False
        return self.belongs(piece)

    def belongs(self, piece: list[Token]) -> bool:
        """Whether a piece has the form of a condition, or of those before it."""
        parsed = self.owner.items(piece)
        if len(parsed) > 1 and any(isinstance(item, t.Dots) for item in parsed):
            return True
        before = [item for other in self.open for item in self.owner.items(other)]
        return all(goes_with(item, before) for item in parsed)

    def begin(self, gap: _Break, piece: list[Token], capital: bool) -> None:
        self.close()
        self.leading = not self.claims or gap.ends or capital
        self.reading = True
        self.open, self.alternatives, self.known = [piece], [], _NOTHING
        if not self.leading:
            self.claims[-1].blank = gap.before

    def more(self, piece: list[Token]) -> None:
        """A second "for" or "if" after the first: both hold."""
        self.close_alternative()
        self.known, self.alternatives = _both(self.known, tuple(self.alternatives)), []
        self.open = [piece]

    def close_alternative(self) -> None:
        if self.open:
            self.alternatives.append(self.owner.condition(self.open))
            self.open = []

    def close(self, end: bool = False) -> None:
        """The end of a condition: it is said of the claim before it, or of those that follow."""
        if not self.reading:
            return
        self.close_alternative()
        said = _both(self.known, tuple(self.alternatives))
        if self.leading:
            self.lead = said
            if end and self.claims:
                raise self.owner.fail("a condition without a claim after it", self.line[-1].at)
        else:
            for claim in reversed(self.claims):
                claim.said = _both(claim.said, said)
                if not claim.joined:
                    break
        self.reading = False

    def state(self, gap: _Break, piece: list[Token], joined: bool = False) -> None:
        """A claim."""
        if self.reading and not self.leading and gap.word in (None, Word.REMARK):
            blank = self.claims[-1].blank
            if not gap.kinds and gap.before + gap.after <= blank:
                raise self.owner.fail(
                    "does the condition before this belong to it, or to the claim before? put each on a line",
                    piece[0].at,
                )
        self.close()
        self.then = None
        what = self.owner.claim(piece)
        if (
            isinstance(what, t.Chain)
            and self.claims
            and gap.after
            and (said := self.bracketed(what)) is not None
        ):
            self.claims[-1].said = _both(self.claims[-1].said, (said,))
            return
        self.claims.append(_Claim(what, piece[0].at, self.lead, joined=joined and bool(self.claims)))

    def bracketed(self, chain: t.Chain) -> Said | None:
        """``(l = 2, \\dots, L)`` and ``(x > 0)`` after a claim."""
        group = chain.first
        if chain.steps or not isinstance(group, t.Group) or group.opening != "(":
            return None
        if not any(isinstance(item, t.Chain) and item.steps for item in group.items):
            return None
        ranged = any(isinstance(item, t.Dots) for item in group.items)
        if not ranged and not all(goes_with(item, []) for item in group.items):
            return None
        return self.owner.said(list(group.items), self.line[0].at)

    def follow(self, word: Word, piece: list[Token], at: int) -> None:
        """An implication: what follows is claimed where what stands before it holds."""
        if self.reading and not self.leading:
            raise self.owner.fail("an implication after a condition; put the condition first", at)
        self.close()
        what = self.owner.claim(piece)
        before = self.claims[-1] if self.claims else None
        if before is None or isinstance(before.what, tuple) or isinstance(what, tuple):
            raise self.owner.fail(
                "of an implication both sides stand on one line, each with its relation", at
            )
        if not before.what.steps or not what.steps:
            raise self.owner.fail("an implication joins two claims", at)
        here: Said = ((), (before.what,))
        there: Said = ((), (what,))
        if before.joined:
            raise self.owner.fail("what implies this? put brackets or write two formulas", at)
        if Word.IMPLIED in (word, self.then) and self.then is not None:
            raise self.owner.fail("arrows to the left end after one step; write two formulas", at)
        if self.then is None:
            self.claims.pop()
        if word in (Word.EQUIVALENT, Word.IMPLIED):
            self.claims.append(_Claim(before.what, before.at, _both(self.lead, (there,))))
        if word is not Word.IMPLIED:
            self.claims.append(_Claim(what, piece[0].at, _both(self.lead, (here,))))
        self.then = word
