"""One line of a formula: where its claims and conditions begin and end, and which belongs to which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.clauses import (
    BREAKS,
    JOINS,
    NOTHING,
    SIGNS,
    Break,
    Claimed,
    Clauses,
    both,
    dotted_tokens,
    has_relation,
    levels,
)
from bookkit.equations.reading.conditions import Said, Word, goes_with, meaning
from bookkit.equations.reading.lexer import Token
from bookkit.equations.reading.suppositions import squared_to_nothing
from bookkit.values.errors import EquationError


class Line:
    """Claims and conditions of one line."""

    def __init__(self, clauses: Clauses, line: list[Token]) -> None:
        self.clauses, self.line = clauses, line
        self.claims: list[Claimed] = []
        self.lead: tuple[Said, ...] = NOTHING
        self.open: list[list[Token]] = []  # the pieces of the condition that is being read
        self.alternatives: list[Said] = []
        self.known: tuple[Said, ...] = NOTHING  # what an earlier "for" of the same condition says
        self.reading = False  # a condition
        self.fixed = False  # whether it says that its letters do not move
        self.leading = False
        self.then: Word | None = None

    def read(self) -> None:
        pieces = self.joined(list(self.pieces()))
        for number, (gap, piece) in enumerate(pieces):
            if piece:
                self.step(gap, piece, number == len(pieces) - 1 or not pieces[number + 1][1])
            elif gap.word is not None and gap.word is not Word.REMARK:
                assert gap.text is not None
                raise self.clauses.fail(f"something is missing after {gap.text.text.strip()!r}", gap.text.at)
        self.close(end=True)

    # --- pieces and what stands between them --------------------------------------------------------

    def pieces(self) -> Iterator[tuple[Break, list[Token]]]:
        gap, piece = Break(), list[Token]()
        for place, (level, token) in enumerate(levels(self.line)):
            quantified = token.text == "\\forall" and token.kind == "NAME"
            joint = token.kind == "REL" and token.text in JOINS
            if level or not (token.kind in BREAKS or quantified or joint):
                if level or token.kind != "AMP":
                    piece.append(token)
                continue
            if token.kind == "QUAD" and self.is_layout(place):
                continue
            if piece:
                yield gap, piece
                gap, piece = Break(), []
            if token.kind == "STOP" and any(
                later.kind not in ("QUAD", "TEXT") for later in self.line[place + 1 :]
            ):
                raise self.clauses.fail("a full stop inside a formula", token.at)
            self.note(gap, Token("TEXT", "for all", token.at) if quantified else token)
        yield gap, piece

    def note(self, gap: Break, token: Token) -> None:
        """One more separator."""
        if token.kind == "QUAD":
            gap.after += _width(token)
            return
        if token.kind != "TEXT" and token.text not in JOINS:
            gap.kinds.append(token.kind)
            return
        if token.kind == "TEXT" and not re.search(r"\w", token.text):
            gap.kinds += [{",": "COMMA", ";": "SEMI", ".": "STOP", ":": "COLON"}.get(sign, "OTHER")
                          for sign in token.text if not sign.isspace()]  # fmt: skip
            if "OTHER" in gap.kinds:
                raise self.clauses.fail(f"cannot read {token.text!r} beside a formula", token.at)
            return
        text = token if gap.text is None else replace(gap.text, text=f"{gap.text.text} {token.text}")
        word = JOINS.get(token.text) if gap.text is None and token.kind != "TEXT" else meaning(text.text)
        if word is None:
            raise self.clauses.fail(
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
        joint = before.text in JOINS or (bool(rest) and rest[0].text in JOINS)
        if before.kind in ("REL", *SIGNS, "AMP") and not joint:
            return True
        if not rest or joint:
            return False
        if rest[0].kind == "MINUS":  # "= x  - y" goes on; "x = y,  -y = -x" does not
            until = next((i for i, (level, token) in enumerate(levels(rest))
                          if level == 0 and token.kind in BREAKS), len(rest))  # fmt: skip
            return not has_relation(rest[:until])
        return rest[0].kind in ("REL", *SIGNS, "AMP")

    @staticmethod
    def joined(found: list[tuple[Break, list[Token]]]) -> list[tuple[Break, list[Token]]]:
        """``l = 2`` · ``\\dots`` · ``L`` came apart at the commas; put together again."""
        out: list[tuple[Break, list[Token]]] = []
        for gap, piece in found:
            before = out[-1][1] if out else []
            dots = [token.kind for token in piece] == ["DOTS"]
            waiting = [token.kind for token in before[-1:]] == ["DOTS"]
            plain = gap.word is None and gap.kinds == ["COMMA"]
            start = len(out) - 1
            while dots and start > 0 and not has_relation(out[start][1]) and out[start][0].word is None:
                start -= 1  # l = L, L - 1, \dots
            if before and plain and (dots or waiting) and has_relation(out[start][1]):
                comma = Token("COMMA", ",", piece[0].at if piece else before[-1].at)
                merged = list(out[start][1])
                for _, other in out[start + 1 :]:
                    merged += [comma, *other]
                out[start:] = [(out[start][0], [*merged, comma, *piece])]
            else:
                out.append((gap, piece))
        return out

    # --- one piece after the other ------------------------------------------------------------------

    def step(self, gap: Break, piece: list[Token], last: bool) -> None:
        word, clauses = gap.word, self.clauses
        at = gap.text.at if gap.text is not None else piece[0].at
        if word is Word.MEANING:
            within = self.reading and gap.text is not None and "where" not in gap.text.text
            word = Word.AND_CONDITION if within else self.meant(piece, at)
        capital = gap.text is not None and gap.text.text.strip()[:1].isupper()
        self.fixed |= word is Word.CONDITION and gap.text is not None and "fixed" in gap.text.text
        if word is Word.CONDITION and self.reading and not gap.ends and not capital:
            self.more(piece)
        elif word is Word.CONDITION:
            self.begin(gap, piece, capital)
        elif word is Word.AND_CONDITION:
            if not self.reading:
                raise clauses.fail("a condition after \\text{and}: of which claim?", at)
            self.more(piece)
        elif word is Word.OR:
            if not self.reading or gap.before + gap.after >= 1:
                raise clauses.fail("of two claims joined by \\text{or} neither is claimed", at)
            self.close_alternative()
            self.open = [piece]
        elif word is Word.AND and self.reading and not gap.before + gap.after:
            if (
                has_relation(piece)
                and any(self.is_bare(other) for other in self.open)
                and not dotted_tokens(piece)
            ):
                raise clauses.fail("what is said of each letter? write x > 0 \\text{ and } y > 0", at)
            if not self.belongs(piece):
                raise clauses.fail(
                    "one more condition, or one more claim? write \\text{and if} for a condition,"
                    " a wide blank before \\text{and} for a claim",
                    at,
                )
            self.open.append(piece)
        elif word in (Word.IMPLIES, Word.IMPLIED, Word.EQUIVALENT):
            self.follow(word, piece, at)
        elif word is None and self.claims and not self.reading and self.is_range(piece):
            self.begin(gap, piece, capital=False)  # a_k = b_k, \quad k = 1, \dots, n
        elif word is None and self.reading and self.is_more(gap, piece, last):
            self.open.append(piece)
        else:
            if word is Word.THEN and not (self.reading and self.leading):
                raise clauses.fail("\\text{then} without a condition before it", at)
            tight = gap.kinds == ["COMMA"] and not gap.before + gap.after
            if self.reading and not self.leading and word is None and tight and has_relation(piece):
                raise clauses.fail(
                    "one more condition, or one more claim? write \\text{and if} for a condition,"
                    " a wide blank before a claim",
                    piece[0].at,
                )
            alone = bool(self.claims) and self.claims[-1].said == self.lead and not self.reading
            self.state(gap, piece, joined=word is Word.AND and alone)

    def meant(self, piece: list[Token], at: int) -> Word:
        """ "where" tells what a name means, or how far an index goes; anything else would be a claim."""
        if any(level == 0 and token.text == "\\coloneqq" for level, token in levels(piece)):
            return Word.NEXT
        if has_relation(piece):
            ranges, more = self.clauses.condition([piece])
            if (ranges and not more) or (more and all(map(squared_to_nothing, more)) and not ranges):
                return Word.CONDITION
        raise self.clauses.fail(
            "is this a condition or a claim? write \\text{if} for a condition, \\coloneqq for a definition",
            at,
        )

    def is_bare(self, piece: list[Token]) -> bool:
        return not has_relation(piece)

    def is_more(self, gap: Break, piece: list[Token], last: bool) -> bool:
        """Whether a piece after a comma is one more condition."""
        if "COMMA" not in gap.kinds or gap.ends or gap.after >= 2:
            return False
        if gap.after and self.leading and last and not self.claims:
            return False
        if not has_relation(piece) and gap.after:
            return False
        return self.belongs(piece)

    def belongs(self, piece: list[Token]) -> bool:
        """Whether a piece has the form of a condition, or of those before it."""
        parsed = self.clauses.items(piece)
        if len(parsed) > 1 and any(isinstance(item, t.Dots) for item in parsed):
            return True
        before = [item for other in self.open for item in self.clauses.items(other)]
        return all(goes_with(item, before) for item in parsed)

    def is_range(self, piece: list[Token]) -> bool:
        """Whether a piece only says how far an index goes, ``k = 1, \\dots, n``: that claims nothing."""
        listed = any(level == 0 and token.kind == "COMMA" for level, token in levels(piece))
        if not (listed and has_relation(piece)):
            return False
        try:
            ranges, more = self.clauses.condition([piece])
        except EquationError:
            return False
        return bool(ranges) and not more

    def begin(self, gap: Break, piece: list[Token], capital: bool) -> None:
        self.close()
        self.leading = not self.claims or gap.ends or capital
        self.reading = True
        self.open, self.alternatives, self.known = [piece], [], NOTHING
        if not self.leading:
            self.claims[-1].blank = gap.before

    def more(self, piece: list[Token]) -> None:
        """A second "for" or "if" after the first: both hold."""
        self.close_alternative()
        self.known, self.alternatives = both(self.known, tuple(self.alternatives)), []
        self.open = [piece]

    def close_alternative(self) -> None:
        if self.open:
            ranges, chains = self.clauses.condition(self.open)
            if self.fixed:
                ranges = tuple(item.with_(fixed=True) for item in ranges)
            self.alternatives.append((ranges, chains))
            self.open, self.fixed = [], False

    def close(self, end: bool = False) -> None:
        """The end of a condition: it is said of the claim before it, or of those that follow."""
        if not self.reading:
            return
        self.close_alternative()
        said = both(self.known, tuple(self.alternatives))
        if self.leading:
            self.lead = said
            if end and self.claims:
                raise self.clauses.fail("a condition without a claim after it", self.line[-1].at)
        else:
            for claim in reversed(self.claims):
                claim.said = both(claim.said, said)
                if not claim.joined:
                    break
        self.reading = False

    def state(self, gap: Break, piece: list[Token], joined: bool = False) -> None:
        """A claim."""
        if self.reading and not self.leading and gap.word in (None, Word.REMARK):
            blank = self.claims[-1].blank
            if not gap.kinds and gap.before + gap.after <= blank:
                raise self.clauses.fail(
                    "does the condition before this belong to it, or to the claim before? put each on a line",
                    piece[0].at,
                )
        self.close()
        self.then = None
        what = self.clauses.claim(piece)
        if (
            isinstance(what, t.Chain)
            and self.claims
            and gap.after
            and (said := self.bracketed(what)) is not None
        ):
            self.claims[-1].said = both(self.claims[-1].said, (said,))
            return
        self.claims.append(Claimed(what, piece[0].at, self.lead, joined=joined and bool(self.claims)))

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
        return self.clauses.said(list(group.items), self.line[0].at)

    def follow(self, word: Word, piece: list[Token], at: int) -> None:
        """An implication: what follows is claimed where what stands before it holds."""
        if self.reading and not self.leading:
            raise self.clauses.fail("an implication after a condition; put the condition first", at)
        self.close()
        what = self.clauses.claim(piece)
        before = self.claims[-1] if self.claims else None
        if before is None or isinstance(before.what, tuple) or isinstance(what, tuple):
            raise self.clauses.fail(
                "of an implication both sides stand on one line, each with its relation", at
            )
        if not before.what.steps or not what.steps:
            raise self.clauses.fail("an implication joins two claims", at)
        here: Said = ((), (before.what,))
        there: Said = ((), (what,))
        if before.joined:
            raise self.clauses.fail("what implies this? put brackets or write two formulas", at)
        if Word.IMPLIED in (word, self.then) and self.then is not None:
            raise self.clauses.fail("arrows to the left end after one step; write two formulas", at)
        if self.then is None:
            self.claims.pop()
        if word in (Word.EQUIVALENT, Word.IMPLIED):
            self.claims.append(Claimed(before.what, before.at, both(self.lead, (there,))))
        if word is not Word.IMPLIED:
            self.claims.append(Claimed(what, piece[0].at, both(self.lead, (here,))))
        self.then = word


def _width(token: Token) -> float:
    return 2.0 if token.text == "\\qquad" else 1.0
