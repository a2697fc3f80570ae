"""LaTeX to tokens: what the reader sees is kept; sizing, spacing, colour and layout are not.

Arguments of commands and scripts come out between ``{`` and ``}`` tokens, whether the author wrote the
braces or not; braces that only group for TeX are dropped, because the reader does not see them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bookkit.equations.reading.alphabet import (
    BACK,
    PARTNER,
    PARTNER_OF,
    SIGNS,
    SPACES,
    UNICODE,
    VERY_WIDE,
    WIDE,
)
from bookkit.equations.reading.directives import without_comments
from bookkit.values.errors import EquationError

MAX_LENGTH = 20_000
PARTED = "|"  # a comma that is a bar to the eye
MAX_DEPTH = 40
_COMMAND = re.compile(r"\\([A-Za-z]+\*?|.)", re.DOTALL)
_LETTERS = re.compile(r"\\[A-Za-z]+")
_ABOVE = re.compile(r"\s*\^")
_NUMBER = re.compile(r"\d+(?:\.\d+)?|\.\d+")
_ALL_OF_IT = (
    re.compile(r"_\s*\{(?:[^{}]*,)?\s*\Z"),
    re.compile(r"\s*[,}]"),
)  # before and after a colon: W_{:,j}
_SPELT = re.compile(
    r"(?:is|are|was|be|not|less|more|than|and|or|equals?|exceeds?|iff|[A-Za-z]{6,})(?![A-Za-z])"
)


@dataclass(frozen=True)
class Token:
    """A kind for the grammar, the text, and where it begins in the source."""

    kind: str
    text: str
    at: int
    font: str = ""


# Reads what follows a command: the lexer, the command's name, and where it begins in the source.
Handler = Callable[["Lexer", str, int], None]
_HANDLERS: dict[str, Handler] = {}


def command(*names: str) -> Callable[[Handler], Handler]:
    """Registers the function that reads these commands."""

    def registered(handler: Handler) -> Handler:
        for name in names:
            assert name not in _HANDLERS, f"two functions read \\{name}"
            _HANDLERS[name] = handler
        return handler

    return registered


def tokens(latex: str) -> list[Token]:
    """All tokens of a formula; EquationError where there is something that the grammar does not know."""
    if len(latex) > MAX_LENGTH:
        raise EquationError(
            f"an equation of {len(latex)} characters; at most {MAX_LENGTH} can be read", latex, 0
        )
    return Lexer(latex).run()


class Lexer:
    """Goes through a formula, token by token; how a command is read, the function says that is registered."""

    def __init__(self, latex: str) -> None:
        self.source = latex
        self.text = without_comments(latex)
        self.place = 0
        self.out: list[Token] = []
        self.open: list[Token] = []
        self.depth = 0
        self.below: list[int] = []  # where the subscripts begin that are being read
        self.blank_at, self.width = -1, 0.0

    def fail(self, reason: str, at: int) -> EquationError:
        return EquationError(reason, self.source, min(at, len(self.source)))

    def run(self) -> list[Token]:
        self.until_end(None, 0)
        for token in self.open:
            raise self.fail(f"{token.text} is never closed", token.at)
        return self.out

    def until_end(self, brace_at: int | None, mark: int) -> None:
        """Tokens up to the closing brace of ``brace_at``, or to the end of the text."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.fail(f"nested more than {MAX_DEPTH} deep", self.place)
        while True:
            self.skip_blanks()
            if self.place >= len(self.text):
                if brace_at is not None:
                    raise self.fail("this brace is never closed", brace_at)
                break
            if self.text[self.place] == "}":
                if brace_at is None:
                    raise self.fail("a closing brace without an opening one", self.place)
                self.place += 1
                break
            self.one()
        self.depth -= 1

    def bracket_if_above(self, start: int, at: int) -> None:
        r"""Braces with a superscript inside and one behind, as in ``{W^{(2)}}^\top``, are brackets."""
        behind = _ABOVE.match(self.text, self.place)
        if behind is None or not any(token.kind in ("SUP", "PRIME") for token in self.out[start:]):
            return
        self.out.insert(start, Token("OPEN", "(", at))
        self.put("CLOSE", ")", self.place - 1)

    def skip_blanks(self) -> None:
        while self.place < len(self.text) and (
            self.text[self.place].isspace() or self.text[self.place] == "~"
        ):
            if self.text[self.place] in "~\u00a0":
                self.blank(SPACES[" "], self.place)
            elif not self.text[self.place].isascii():
                raise self.fail(f"cannot read {self.text[self.place]!r}", self.place)
            self.place += 1

    def put(self, kind: str, text: str, at: int) -> None:
        self.out.append(Token(kind, text, at))

    def one(self, single: bool = False) -> None:
        """One token (with its arguments); with ``single`` one digit of a number only, as TeX takes it."""
        at, letter = self.place, self.text[self.place]
        if letter == "\\":
            self.command()
        elif letter == "{":
            self.place += 1
            start = len(self.out)
            self.until_end(at, at)
            self.bracket_if_above(start, at)
        elif letter.isdigit() or (letter == "." and _NUMBER.match(self.text, at)):
            match = _NUMBER.match(self.text, at)
            if match is None:
                raise self.fail(f"cannot read {letter!r}", at)
            text = match[0][0] if single else match[0]
            if not text.isascii():
                raise self.fail(f"cannot read {letter!r}", at)
            self.place += len(text)
            if self.below and len(self.out) > self.below[-1] and self.out[-1].kind == "NAME":
                self.put("COMMA", ",", at)  # A_{n1} has two indices
            self.put("NUMBER", text, at)
        elif letter.isalpha() and letter.isascii():
            if (
                not single
                and (spelt := _SPELT.match(self.text, at)) is not None
                and not self.after_letter(at)
            ):
                raise self.fail(f"{spelt[0]!r} is a word, not a product of letters; put it in the text", at)
            self.place += 1
            self.put("NAME", letter, at)
        elif letter == "|":
            self.place += 1
            self.bar("BAR", "|", at)
        elif letter == ":" and self.text.startswith(":=", at):
            self.place += 2
            self.put("REL", "\\coloneqq", at)
        elif letter == ":":
            self.place += 1
            before, after = _ALL_OF_IT
            whole = before.search(self.text[:at]) and after.match(self.text, at + 1)
            self.put("NAME" if whole else "COLON", ":", at)
        elif letter in UNICODE:
            self.place += 1
            self.put("REL", UNICODE[letter], at)
        elif letter in SIGNS:
            self.place += 1
            self.sign(SIGNS[letter], letter, at)
        else:
            raise self.fail(f"cannot read {letter!r}", at)

    def after_letter(self, at: int) -> bool:
        before = re.search(r"\\?[A-Za-z]+\Z", self.text[:at][-30:])
        return before is not None and not before[0].startswith("\\")

    def sign(self, kind: str, text: str, at: int) -> None:
        if kind == "SEMI" and self.open and self.open[-1].kind == "OPEN":
            kind, text = "COMMA", ","  # L(\theta; x): two arguments
        if kind == "OPEN":
            self.open.append(Token(kind, text, at))
        elif kind == "CLOSE":
            self.close(text, at)
        self.put(kind, "-" if kind == "MINUS" else text, at)
        if kind in ("SUP", "SUB"):
            self.argument(f"after {text}")

    def close(self, text: str, at: int) -> None:
        self.part_at_bar(text)
        if not self.open or self.open[-1].kind != "OPEN":
            inner = f" ({self.open[-1].text} is still open)" if self.open else ""
            raise self.fail(f"{text} closes nothing{inner}", at)
        opening = self.open.pop()
        if PARTNER.get(opening.text, "") != PARTNER_OF.get(text, ""):
            raise self.fail(f"{text} cannot close {opening.text}", at)

    def part_at_bar(self, text: str) -> None:
        r"""A single bar inside of brackets parts what is in them: ``p(y | x)``, ``D(p \| q)``."""
        below = self.open[-2] if len(self.open) > 1 else None
        bar = self.open[-1] if self.open else None
        if bar is None or below is None or bar.kind not in ("BAR", "NORM") or below.kind != "OPEN":
            return
        if PARTNER.get(below.text, "") != PARTNER_OF.get(text, ""):
            return
        for place, token in enumerate(self.out):
            if token.kind == f"{bar.kind}_OPEN" and token.at == bar.at:
                self.out[place] = Token("COMMA", PARTED, bar.at)
                self.open.pop()
                return

    def bar(self, kind: str, text: str, at: int) -> None:
        """A bar opens, closes, or stands for 'evaluated at'."""
        top = self.open[-1] if self.open else None
        if kind == "BAR" and top is not None and top.kind == "LEFTDOT":
            self.open.pop()
            self.put("EVALEND", text, at)
        elif top is not None and top.kind == kind and self.after_operand():
            self.open.pop()
            self.put(f"{kind}_CLOSE", text, at)
        elif kind == "BAR" and self.after_operand() and re.compile(r"\s*[_^]").match(self.text, self.place):
            self.put("EVALBAR", text, at)
        else:
            self.open.append(Token(kind, text, at))
            self.put(f"{kind}_OPEN", text, at)

    def after_operand(self) -> bool:
        return bool(self.out) and self.out[-1].kind in (
            "NUMBER",
            "NAME",
            "WORD",
            "TEXT",
            "CLOSE",
            "RB",
            "PRIME",
            "BAR_CLOSE",
            "NORM_CLOSE",
            "END",
            "DOTS",
            "BANG",
        )

    def argument(self, where: str) -> None:
        """One argument, braced or a single token, as ``LB … RB``."""
        self.skip_blanks()
        at = self.place
        if at >= len(self.text) or self.text[at] in "}&^_'":
            raise self.fail(f"something is missing {where}", at)
        opened = len(self.open)
        self.put("LB", "{", at)
        if where == "after _":
            self.below.append(len(self.out))
        if self.text[at] == "{":
            self.place += 1
            self.until_end(at, at)
        else:
            self.one(single=True)
        self.put("RB", "}", self.place)
        if where == "after _":
            self.below.pop()
        if len(self.open) != opened:
            token = self.open[-1] if self.open else Token("", self.text[at], at)
            raise self.fail(f"{token.text} and its partner are not in the same group", token.at)

    def raw(self, where: str) -> tuple[str, int]:
        """The text of a braced argument, unread."""
        self.skip_blanks()
        at = self.place
        if at >= len(self.text) or self.text[at] != "{":
            if at < len(self.text) and self.text[at].isalnum():
                self.place += 1
                return self.text[at], at
            if (single := _LETTERS.match(self.text, at)) is not None:
                self.place = single.end()
                return single[0], at
            raise self.fail(f"an argument in braces is missing {where}", at)
        level = 0
        for place in range(at, len(self.text)):
            if self.text[place] == "\\":
                continue
            escaped = place > at and self.text[place - 1] == "\\"
            level += 0 if escaped else {"{": 1, "}": -1}.get(self.text[place], 0)
            if level == 0:
                self.place = place + 1
                return self.text[at + 1 : place], at + 1
        raise self.fail("this brace is never closed", at)

    def blank(self, width: float, at: int) -> None:
        """Blanks side by side are one blank; from a certain width on it separates what is on its sides."""
        if self.blank_at != len(self.out):
            self.blank_at, self.width = len(self.out), 0.0
        before, self.width = self.width, self.width + width
        if self.width < BACK:
            raise self.fail("this is printed on top of what stands before it", at)
        if self.width >= WIDE:
            if before >= WIDE:
                self.out.pop()
            self.put("QUAD", "\\qquad" if self.width >= VERY_WIDE else "\\quad", at)
            self.blank_at = len(self.out)

    def signs_in(self, text: str, inner: int) -> list[Token]:
        """The tokens of an argument that ought to be one sign."""
        other = Lexer(text)
        try:
            return other.run()
        except EquationError as error:
            raise self.fail(error.reason, inner) from None

    def command(self) -> None:
        at = self.place
        match = _COMMAND.match(self.text, at)
        if match is None:
            raise self.fail("a backslash at the end", at)
        name = match[1]
        if name.endswith("*") and name[:-1] not in ("tag", "operatorname"):
            name = name[:-1]
        self.place = at + 1 + len(name)
        handler = _HANDLERS.get(name)
        if handler is None:
            raise self.fail(f"unknown command \\{name}", at)
        handler(self, name, at)
