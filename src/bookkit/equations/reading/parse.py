"""LaTeX to a tree."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from lark import Lark, Transformer, UnexpectedInput, v_args
from lark import Token as LarkToken
from lark.exceptions import VisitError
from lark.lexer import Lexer

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.alphabet import TOKENS
from bookkit.equations.reading.braces import unbraced
from bookkit.equations.reading.differentials import (
    derivative_in,
    is_differential,
    with_sign,
)
from bookkit.equations.reading.directives import directives
from bookkit.equations.reading.factors import (
    FaultError,
    Items,
    check_bar,
    check_reach,
    is_one_divisor,
    may_precede,
    signed,
)
from bookkit.equations.reading.fonts import fonts, two_fonts
from bookkit.equations.reading.lexer import PARTED, Token, tokens
from bookkit.equations.reading.matrix_words import written_out
from bookkit.equations.reading.statements import Statements
from bookkit.values.errors import EquationError

MAX_NESTING = 120


class _Tokens(Lexer):
    """Hands over tokens that are already there."""

    def __init__(self, lexer_conf: Any) -> None:
        pass

    def lex(self, data: Any) -> Iterator[LarkToken]:  # type: ignore[override]  # without the states of a lexer that reads text
        for token in data:
            yield LarkToken(token.kind, token.text, start_pos=token.at)


def _simplify(chain: t.Node) -> t.Node:
    return chain.first if isinstance(chain, t.Chain) and not chain.steps else chain


@v_args(inline=True)
class _Build(Transformer[LarkToken, Any]):
    def start(self, item: t.Node) -> t.Node:
        return item

    def continuation(self, *parts: Any) -> tuple[t.Step, ...]:
        return tuple(t.Step(str(sign), right) for sign, right in zip(parts[::2], parts[1::2], strict=True))

    def lone(self, token: LarkToken) -> t.Node:
        return t.Name(str(token))

    def sequence(self, *items: Any) -> tuple[t.Node, ...]:
        bars = [place for place, comma in enumerate(items[1::2], start=1) if comma == PARTED]
        if len(bars) > 1:
            raise FaultError("two bars in one pair of brackets", items[2 * bars[1] - 1].start_pos)
        found = tuple(_simplify(item) for item in items[::2])
        return Items(found, *bars) if bars else found

    def chain(self, first: t.Node, *parts: Any) -> t.Chain:
        return t.Chain(first, self.continuation(*parts))

    def sign(self, token: LarkToken) -> str:
        return str(token)

    def expr(self, *parts: Any) -> t.Node:
        terms: list[t.Node] = []
        sign = "+"
        for place, part in enumerate(parts):
            if isinstance(part, str):
                sign = part
                continue
            if place == 1 and sign == "+" and not terms:
                terms.append(part)  # a leading plus says nothing
            else:
                terms.append(signed(sign, part))
            sign = "+"
        return terms[0] if len(terms) == 1 else t.Plus(tuple(terms))

    def times(self, token: LarkToken) -> LarkToken:
        return token

    def binary(self, left: t.Node, sign: LarkToken, right: t.Node) -> t.Node:
        text = str(sign)
        check_bar((left,), right)
        if text == "/":
            if derivative := derivative_in(left, right):
                return derivative
            if isinstance(right, (t.Juxtaposed, t.Big)) and not is_one_divisor(left, right):
                raise FaultError("what is divided by? write \\frac, or brackets after /", sign.start_pos or 0)
            if isinstance(left, t.Juxtaposed) and left.factors[0] == t.Name("\\partial"):
                raise FaultError("this derivative cannot be read", sign.start_pos or 0)
        return t.Binary(text, left, right)

    def binary_negative(self, left: t.Node, sign: LarkToken, _: LarkToken, right: t.Node) -> t.Node:
        return t.Binary(str(sign), left, t.Negative(right))

    def juxtaposed(self, factors: tuple[t.Node, ...]) -> t.Node:
        return factors[0] if len(factors) == 1 else t.Juxtaposed(factors)

    def juxtaposed_big(self, factors: tuple[t.Node, ...], big: t.Node) -> t.Node:
        return t.Juxtaposed((*factors, big))

    def factors(self, *factors: t.Node) -> tuple[t.Node, ...]:
        joined: list[t.Node] = []
        for factor in factors:
            check_bar(tuple(joined), factor)
            if joined and is_differential(joined[-1], factor):
                joined[-1] = with_sign(joined[-1], factor)
            else:
                base = factor.base if isinstance(factor, t.Scripted) else factor
                base = base.body if isinstance(base, t.Braced) else base
                if joined and isinstance(base, t.Number) and not may_precede(joined[-1]):
                    raise FaultError(
                        f"the number {base.text} after another factor; write \\cdot, or {base.text} first",
                        None,
                    )
                joined.append(factor)
        return tuple(joined)

    def big(self, sign: LarkToken, scripts: Any, *body: Any) -> t.Node:
        primes, sub, sup = scripts
        if primes:
            raise FaultError(f"a prime on {sign}", sign.start_pos or 0)
        below = signed(body[0], body[1]) if len(body) == 2 else body[-1]
        if str(sign) == "\\prod":
            check_reach(sub, below, sign.start_pos or 0)
        return t.Big(str(sign), sub, sup, below)

    def factor(self, atom: t.Node, scripts: Any) -> t.Node:
        primes, sub, sup = scripts
        return t.Scripted(atom, primes, sub, sup) if primes or sub or sup else atom

    def scripts(self, *scripts: Any) -> tuple[int, t.Node | None, t.Node | None]:
        primes, sub, sup = 0, None, None
        for kind, content, at in scripts:
            if kind == "prime":
                if sup is not None:
                    raise FaultError("a prime after a superscript (LaTeX: double superscript)", at)
                primes += 1
            elif kind == "sub":
                if sub is not None:
                    raise FaultError("double subscript", at)
                sub = content
            elif isinstance(content, t.Name) and content.text == "\\prime":
                primes += 1
            else:
                if sup is not None:
                    raise FaultError("double superscript", at)
                sup = content
        return primes, sub, sup

    def sub(self, sign: LarkToken, _l: Any, items: tuple[t.Node, ...], _r: Any) -> Any:
        return "sub", items[0] if len(items) == 1 else t.Sequence(tuple(items)), sign.start_pos

    def sup(self, sign: LarkToken, _l: Any, items: tuple[t.Node, ...], _r: Any) -> Any:
        return "sup", items[0] if len(items) == 1 else t.Sequence(tuple(items)), sign.start_pos

    def prime(self, sign: LarkToken) -> Any:
        return "prime", None, sign.start_pos

    def number(self, token: LarkToken) -> t.Node:
        return t.Number(str(token))

    def name(self, token: LarkToken) -> t.Node:
        return t.Name(str(token))

    def word(self, token: LarkToken) -> t.Node:
        return t.Word(str(token))

    def dots(self, token: LarkToken) -> t.Node:
        return t.Dots()

    def group(self, opening: LarkToken, items: tuple[t.Node, ...], closing: LarkToken) -> t.Node:
        return t.Group(str(opening), tuple(items), str(closing), getattr(items, "parted", 0))

    def absolute(self, _l: Any, body: t.Node, _r: Any) -> t.Node:
        return t.Bars(False, body)

    def norm(self, _l: Any, body: t.Node, _r: Any) -> t.Node:
        return t.Bars(True, body)

    def frac(
        self, token: LarkToken, _1: Any, top: t.Node, _2: Any, _3: Any, bottom: t.Node, _4: Any
    ) -> t.Node:
        if derivative := derivative_in(top, bottom):
            return derivative
        if t.Name("\\partial") in list(top.walk()) + list(bottom.walk()):
            raise FaultError("this derivative cannot be read", token.start_pos or 0)
        return t.Frac(top, bottom)

    def factorial(self, body: t.Node, _: Any) -> t.Node:
        return t.Factorial(body)

    def binomial(self, _0: Any, _1: Any, top: t.Node, _2: Any, _3: Any, bottom: t.Node, _4: Any) -> t.Node:
        return t.Binomial(top, bottom)

    def root(self, _: Any, *parts: Any) -> t.Node:
        if isinstance(parts[0], LarkToken) and parts[0].type == "DEGREE":
            text = str(parts[0])
            return t.Root(parts[2], t.Number(text) if text.isdigit() else t.Name(text))
        return t.Root(parts[1])

    def accent(self, mark: LarkToken, _l: Any, body: t.Node, _r: Any) -> t.Node:
        return t.Accent(str(mark), body)

    def braced(self, token: LarkToken, _l: Any, body: t.Node, *rest: Any) -> t.Node:
        note = next((part for part in rest if isinstance(part, t.Chain)), None)
        if (
            note is not None
            and not note.steps
            and isinstance(note.first, t.Binary)
            and note.first.sign == "\\times"
        ):
            shape = t.Scripted(t.Name("\\mathbb{R}"), sup=note.first)
            return t.Braced(body, t.Chain(body, (t.Step("\\in", shape),)))
        if note is not None:
            note = t.Chain(body, (t.Step("=", note.first), *note.steps))
        return t.Braced(body, note)

    def braced_steps(self, token: LarkToken, _l: Any, body: t.Node, *rest: Any) -> t.Node:
        parts = rest[3:-1]
        return t.Braced(body, t.Chain(body, self.continuation(*parts)))

    def matrix(self, token: LarkToken, rows: tuple[tuple[t.Node, ...], ...], _: Any) -> t.Node:
        if len({len(row) for row in rows}) != 1:
            raise FaultError("the rows of this matrix have different lengths", token.start_pos or 0)
        if str(token) == "vmatrix":  # bars around a matrix: its determinant
            matrix = t.Group("(", (t.Matrix("pmatrix", rows),), ")")
            return t.Juxtaposed((t.Name("\\det"), matrix))
        return t.Matrix(str(token), rows)

    def rows(self, *rows: Any) -> tuple[Any, ...]:
        return tuple(row for row in rows if isinstance(row, tuple))

    def row(self, *cells: Any) -> tuple[t.Node, ...]:
        """The cells of a row; an empty one leaves something out."""
        found: list[t.Node] = []
        waiting = True
        for cell in cells:
            if isinstance(cell, t.Node):
                found.append(cell)
            elif waiting:
                found.append(t.Dots())
            waiting = not isinstance(cell, t.Node)
        return (*found, t.Dots()) if waiting else tuple(found)

    def cases(self, token: LarkToken, *rows: Any) -> t.Node:
        found = tuple(row for row in rows if isinstance(row, tuple))
        if any(when is None for _, when in found[:-1]):
            raise FaultError("\\text{otherwise} is the last case", token.start_pos or 0)
        return t.Cases(found)

    def case(self, value: t.Node, *parts: Any) -> tuple[t.Node, t.Node | None]:
        when = next(part for part in parts if not isinstance(part, LarkToken))
        return value, when[0]

    def when(self, *parts: Any) -> tuple[t.Node | None]:
        text = str(parts[0]).strip(" .,;").lower() if isinstance(parts[0], LarkToken) else None
        at = (parts[0].start_pos or 0) if isinstance(parts[0], LarkToken) else 0
        if len(parts) == 1 and text is not None:
            if text not in ("otherwise", "else", "sonst"):
                raise FaultError("a case needs a condition or \\text{otherwise}", at)
            return (None,)
        if text is not None and text not in ("if", "for", "when", "where"):
            raise FaultError(f"a case begins with \\text{{if}}, not \\text{{{text}}}", at)
        return (parts[-1],)

    def at(self, body: t.Node, _: Any, *place: Any) -> t.Node:
        scripts = {place[start].type: place[start + 2] for start in range(0, len(place), 4)}
        ends = {
            kind: items[0] if len(items) == 1 else t.Sequence(tuple(items)) for kind, items in scripts.items()
        }
        return t.At(body, ends["SUB"], bar=True, upto=ends.get("SUP"))

    def at_group(self, _0: Any, body: t.Node, *rest: Any) -> t.Node:
        found: t.Node = self.at(body, *rest).with_(bar=False)
        return found


@lru_cache(maxsize=1)
def _grammar() -> Lark:
    path = Path(__file__).with_name("grammar.lark")
    return Lark(
        path.read_text("utf-8"), parser="lalr", lexer=_Tokens, transformer=_Build(), propagate_positions=False
    )


def _parse_statement(latex: str, piece: list[Token], end: int) -> Any:
    """A chain, or the steps that continue one; faults are told with their place."""
    try:
        return _grammar().parse(piece)
    except FaultError as fault:
        raise EquationError(fault.reason, latex, piece[0].at if fault.at is None else fault.at) from None
    except VisitError as error:
        if isinstance(inner := error.orig_exc, FaultError):
            raise EquationError(inner.reason, latex, piece[0].at if inner.at is None else inner.at) from None
        raise
    except UnexpectedInput as error:
        token = getattr(error, "token", None)
        if token is None or token.type == "$END":
            raise EquationError("something is missing at the end", latex, end) from None
        what = TOKENS.get(token.type, "this")
        raise EquationError(f"did not expect {what} here ({token})", latex, token.start_pos) from None


def parse(latex: str) -> t.Tree:
    """The tree of an equation's LaTeX; EquationError, with a caret under the place,
    where it cannot be read.
    """
    try:
        pieces = tokens(latex)
        if (letter := two_fonts(fonts(pieces))) is not None:
            raise EquationError(f"{letter} stands in two fonts: one symbol or two?", latex, 0)
        pieces = written_out(pieces)
        reader = Statements(latex, lambda piece, end: _parse_statement(latex, piece, end), pieces)
        statements = reader.read()
        if any(token.kind == "BRACE" for token in pieces):
            statements = tuple(part for statement in statements for part in unbraced(statement, latex))
        found = t.Tree(statements, directives(latex))
        _check_depth(found, latex)
    except RecursionError:
        raise EquationError("nested too deep", latex, 0) from None
    return found


def _check_depth(tree: t.Node, latex: str) -> None:
    level: list[t.Node] = [tree]
    for _ in range(MAX_NESTING):
        level = [child for node in level for child in node.children()]
        if not level:
            return
    raise EquationError("nested too deep", latex, 0)
