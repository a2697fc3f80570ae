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
from bookkit.equations.reading.alphabet import FUNCTIONS, TOKENS
from bookkit.equations.reading.braces import unbraced
from bookkit.equations.reading.differentials import (
    DIFFERENTIAL,
    derivative_in,
    is_differential,
    with_sign,
)
from bookkit.equations.reading.directives import directives
from bookkit.equations.reading.fonts import fonts, two_fonts
from bookkit.equations.reading.lexer import Token, tokens
from bookkit.equations.reading.products import operator_in
from bookkit.equations.reading.statements import Statements
from bookkit.values.errors import EquationError

MAX_NESTING = 120
OPERATORS = ("\\nabla", "\\partial", DIFFERENTIAL)


class _Tokens(Lexer):
    """Hands over tokens that are already there."""

    def __init__(self, lexer_conf: Any) -> None:
        pass

    def lex(self, data: Any) -> Iterator[LarkToken]:  # type: ignore[override]  # without the states of a lexer that reads text
        for token in data:
            yield LarkToken(token.kind, token.text, start_pos=token.at)


class _FaultError(Exception):
    """A fault found while the tree is built."""

    def __init__(self, reason: str, at: int | None) -> None:
        super().__init__(reason)
        self.reason, self.at = reason, at


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
        return tuple(_simplify(item) for item in items[::2])

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
                terms.append(_signed(sign, part))
            sign = "+"
        return terms[0] if len(terms) == 1 else t.Plus(tuple(terms))

    def times(self, token: LarkToken) -> LarkToken:
        return token

    def binary(self, left: t.Node, sign: LarkToken, right: t.Node) -> t.Node:
        text = str(sign)
        _check_bar((left,), right)
        if text == "/":
            if derivative := derivative_in(left, right):
                return derivative
            if isinstance(right, (t.Juxtaposed, t.Big)) and not _one_value(right):
                raise _FaultError(
                    "what is divided by? write \\frac, or brackets after /", sign.start_pos or 0
                )
            if isinstance(left, t.Juxtaposed) and left.factors[0] == t.Name("\\partial"):
                raise _FaultError("this derivative cannot be read", sign.start_pos or 0)
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
            _check_bar(tuple(joined), factor)
            if joined and is_differential(joined[-1], factor):
                joined[-1] = with_sign(joined[-1], factor)
            else:
                base = factor.base if isinstance(factor, t.Scripted) else factor
                base = base.body if isinstance(base, t.Braced) else base
                if joined and isinstance(base, t.Number) and not _may_precede(joined[-1]):
                    raise _FaultError(
                        f"the number {base.text} after another factor; write \\cdot, or {base.text} first",
                        None,
                    )
                joined.append(factor)
        return tuple(joined)

    def big(self, sign: LarkToken, scripts: Any, *body: Any) -> t.Node:
        primes, sub, sup = scripts
        if primes:
            raise _FaultError(f"a prime on {sign}", sign.start_pos or 0)
        below = _signed(body[0], body[1]) if len(body) == 2 else body[-1]
        if str(sign) == "\\prod":
            _check_reach(sub, below, sign.start_pos or 0)
        return t.Big(str(sign), sub, sup, below)

    def factor(self, atom: t.Node, scripts: Any) -> t.Node:
        primes, sub, sup = scripts
        return t.Scripted(atom, primes, sub, sup) if primes or sub or sup else atom

    def scripts(self, *scripts: Any) -> tuple[int, t.Node | None, t.Node | None]:
        primes, sub, sup = 0, None, None
        for kind, content, at in scripts:
            if kind == "prime":
                if sup is not None:
                    raise _FaultError("a prime after a superscript (LaTeX: double superscript)", at)
                primes += 1
            elif kind == "sub":
                if sub is not None:
                    raise _FaultError("double subscript", at)
                sub = content
            elif isinstance(content, t.Name) and content.text == "\\prime":
                primes += 1
            else:
                if sup is not None:
                    raise _FaultError("double superscript", at)
                sup = content
        return primes, sub, sup

    def sub(self, sign: LarkToken, _l: Any, items: tuple[t.Node, ...], _r: Any) -> Any:
        return "sub", items[0] if len(items) == 1 else t.Sequence(items), sign.start_pos

    def sup(self, sign: LarkToken, _l: Any, items: tuple[t.Node, ...], _r: Any) -> Any:
        return "sup", items[0] if len(items) == 1 else t.Sequence(items), sign.start_pos

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
        return t.Group(str(opening), items, str(closing))

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
            raise _FaultError("this derivative cannot be read", token.start_pos or 0)
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
            raise _FaultError("the rows of this matrix have different lengths", token.start_pos or 0)
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
            raise _FaultError("\\text{otherwise} is the last case", token.start_pos or 0)
        return t.Cases(found)

    def case(self, value: t.Node, *parts: Any) -> tuple[t.Node, t.Node | None]:
        when = next(part for part in parts if not isinstance(part, LarkToken))
        return value, when[0]

    def when(self, *parts: Any) -> tuple[t.Node | None]:
        text = str(parts[0]).strip(" .,;").lower() if isinstance(parts[0], LarkToken) else None
        at = (parts[0].start_pos or 0) if isinstance(parts[0], LarkToken) else 0
        if len(parts) == 1 and text is not None:
            if text not in ("otherwise", "else", "sonst"):
                raise _FaultError("a case needs a condition or \\text{otherwise}", at)
            return (None,)
        if text is not None and text not in ("if", "for", "when", "where"):
            raise _FaultError(f"a case begins with \\text{{if}}, not \\text{{{text}}}", at)
        return (parts[-1],)

    def at(self, body: t.Node, _b: Any, _s: Any, _l: Any, items: tuple[t.Node, ...], _r: Any) -> t.Node:
        return t.At(body, items[0] if len(items) == 1 else t.Sequence(items), bar=True)

    def at_group(self, _0: Any, body: t.Node, *rest: Any) -> t.Node:
        found: t.Node = self.at(body, *rest).with_(bar=False)
        return found


def _check_reach(sub: t.Node | None, body: t.Node, at: int) -> None:
    r"""``\prod_i x_i \cdot c``: is c one factor, or one for each i? Without brackets nobody can tell."""
    first = sub.first if isinstance(sub, t.Chain) else sub
    letters = {part for part in first.walk() if isinstance(part, t.Name)} if first is not None else set()
    body = body.body if isinstance(body, t.Negative) else body
    while isinstance(body, t.Binary):
        if not letters & set(body.right.walk()):
            raise _FaultError(
                f"does the product go on behind {body.sign}? put brackets round what it multiplies", at
            )
        body = body.left


def _check_bar(before: tuple[t.Node, ...], node: t.Node) -> None:
    r"""``x^2 y |_{x = 3}``: is x^2 at that place, too? A bar behind a derivative is about that alone."""
    last = node.factors[-1] if isinstance(node, t.Juxtaposed) else node
    if not isinstance(last, t.At) or not last.bar or isinstance(last.body, t.Derivative):
        return
    if isinstance(node, t.Juxtaposed):
        before = (*before, *node.factors[:-1])
    parts = {part for factor in before for part in factor.walk()}
    places = last.where.items if isinstance(last.where, t.Sequence) else (last.where,)
    names = [item.first for item in places if isinstance(item, t.Chain)]
    if any(operator_in(part) is not None for part in parts):
        return
    if shared := [name for name in names if name in parts]:
        raise _FaultError(
            f"is {shared[0].latex()} that value only in the last factor? write"
            f" \\left. … \\right|_{{{last.where.latex()}}} around all that the bar is about",
            None,
        )


def _signed(sign: str, term: t.Node) -> t.Node:
    """A term with the sign before it."""
    if sign in ("\\pm", "\\mp"):
        return t.Signed(sign, term)
    return t.Negative(term) if sign == "-" else term


def _may_precede(node: t.Node) -> bool:
    """Whether a number may follow without brackets: in ``\\log 3``, behind an operator and behind dots."""
    if isinstance(node, t.Dots) or (isinstance(node, t.Derivative) and node.of is None):
        return True
    base = node.base if isinstance(node, t.Scripted) else node
    return isinstance(base, t.Name) and (base.text.removeprefix("\\") in FUNCTIONS or base.text in OPERATORS)


def _one_value(node: t.Node) -> bool:
    """Whether a juxtaposition is one thing to the eye: a function and its bracket, as in ``/f(x)``."""
    if not isinstance(node, t.Juxtaposed) or len(node.factors) != 2:
        return False
    first, second = node.factors
    base = first.base if isinstance(first, t.Scripted) else first
    return isinstance(second, t.Group) and isinstance(base, (t.Name, t.Word))


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
    except _FaultError as fault:
        raise EquationError(fault.reason, latex, piece[0].at if fault.at is None else fault.at) from None
    except VisitError as error:
        if isinstance(inner := error.orig_exc, _FaultError):
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
