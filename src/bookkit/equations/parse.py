"""LaTeX to a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from lark import Lark, Transformer, UnexpectedInput, v_args
from lark import Token as LarkToken
from lark.exceptions import VisitError
from lark.lexer import Lexer

from bookkit.equations import tree as t
from bookkit.equations.differentials import derivative_in, is_differential, with_sign
from bookkit.equations.errors import EquationError
from bookkit.equations.lexer import FUNCTIONS, Token, directives, tokens

MAX_NESTING = 120
_CONDITION = re.compile(
    r"\s*(?:and\s+|or\s+)?(if|when|whenever|where|with|provided that|for|for all|for every|for each|all)\b"
)
_JOINS = ("\\iff", "\\implies")


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
                terms.append(t.Negative(part) if sign == "-" else part)
            sign = "+"
        return terms[0] if len(terms) == 1 else t.Plus(tuple(terms))

    def times(self, token: LarkToken) -> LarkToken:
        return token

    def binary(self, left: t.Node, sign: LarkToken, right: t.Node) -> t.Node:
        text = str(sign)
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
            if joined and is_differential(joined[-1], factor):
                joined[-1] = with_sign(joined[-1], factor)
            else:
                base = factor.base if isinstance(factor, t.Scripted) else factor
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
        below = t.Negative(body[1]) if body[0] == "-" else body[-1]
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
        return t.At(body, items[0] if len(items) == 1 else t.Sequence(items))

    def at_group(self, _0: Any, body: t.Node, *rest: Any) -> t.Node:
        return self.at(body, *rest)


def _may_precede(node: t.Node) -> bool:
    """Whether a number may follow without brackets, as in ``\\log 3`` and behind dots."""
    if isinstance(node, t.Dots):
        return True
    base = node.base if isinstance(node, t.Scripted) else node
    return isinstance(base, t.Name) and base.text.removeprefix("\\") in FUNCTIONS


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


_NAMES = {
    "NUMBER": "a number",
    "NAME": "a symbol",
    "WORD": "a word",
    "REL": "a relation",
    "PLUS": "+",
    "MINUS": "-",
    "TIMES": "a product sign",
    "SLASH": "/",
    "OPEN": "an opening bracket",
    "CLOSE": "a closing bracket",
    "COMMA": "a comma",
    "SUB": "a subscript",
    "SUP": "a superscript",
    "AMP": "&",
    "NEWLINE": "\\\\",
    "TEXT": "text",
    "STOP": "a full stop",
    "RB": "the end of the argument",
    "DOTS": "dots",
    "BIG": "a sum or limit",
    "PRIME": "a prime",
    "EVALBAR": "a bar",
    "LB": "an argument",
    "SEMI": "a semicolon",
    "QUAD": "a wide blank",
    "EVALEND": "a bar",
    "BAR_CLOSE": "a closing bar",
    "NORM_CLOSE": "a closing bar",
    "END": "the end of the table",
    "BANG": "an exclamation mark",
    "BINOM": "a binomial coefficient",
}


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
        what = _NAMES.get(token.type, "this")
        raise EquationError(f"did not expect {what} here ({token})", latex, token.start_pos) from None


def parse(latex: str) -> t.Tree:
    """The tree of an equation's LaTeX; EquationError, with a caret under the place,
    where it cannot be read.
    """
    try:
        found = _Equation(latex).read()
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


class _Equation:
    """Rows, columns, statements and side conditions of one formula."""

    def __init__(self, latex: str) -> None:
        self.latex = latex
        self.end = len(latex.rstrip())
        self.statements: list[t.Statement] = []
        self.count = 0

    def read(self) -> t.Tree:
        found = tokens(self.latex)
        self.count = len(found)
        for column in self.columns(found):
            self.read_column(column)
        return t.Tree(tuple(self.statements), directives(self.latex))

    def columns(self, found: list[Token]) -> list[list[Token]]:
        """The cells of an alignment that say something of their own;
        ``&`` before a relation is only layout.
        """
        cells: list[list[Token]] = [[]]
        level, ampersands = 0, 0
        for place, token in enumerate(found):
            level += {"OPEN": 1, "CLOSE": -1, "LB": 1, "RB": -1, "MATRIX": 1, "CASES": 1, "END": -1}.get(
                token.kind, 0
            )
            level += {"BAR_OPEN": 1, "BAR_CLOSE": -1, "NORM_OPEN": 1, "NORM_CLOSE": -1}.get(token.kind, 0)
            if level == 0 and token.kind == "NEWLINE":
                ampersands = 0
                if self.goes_on(found[place + 1 :]):
                    continue
                cells.append([])
            elif level == 0 and token.kind == "AMP":
                ampersands += 1
                if ampersands % 2 == 0:
                    cells.append([])
            else:
                cells[-1].append(token)
        return [cell for cell in cells if cell]

    @staticmethod
    def goes_on(rest: list[Token]) -> bool:
        """Whether the next line begins, after an empty first cell, with an operator:
        then it goes on with this one.
        """
        kinds = [token.kind for token in rest if token.kind != "QUAD"]
        return len(kinds) > 1 and kinds[0] == "AMP" and kinds[1] in ("PLUS", "MINUS", "TIMES")

    def read_column(self, column: list[Token]) -> None:
        for piece, text in self.pieces(column):
            condition = _CONDITION.match(text.text.lower()) if text is not None else None
            if condition and text is not None:
                self.add_condition(condition[1], piece, text)
            else:
                self.add_statement(piece)

    def pieces(self, column: list[Token]) -> list[tuple[list[Token], Token | None]]:
        """The statements of a column, each with the text before it."""
        found: list[tuple[list[Token], Token | None]] = [([], None)]
        level = 0
        for place, token in enumerate(column):
            level += {"OPEN": 1, "CLOSE": -1, "LB": 1, "RB": -1, "MATRIX": 1, "CASES": 1, "END": -1}.get(
                token.kind, 0
            )
            level += {"BAR_OPEN": 1, "BAR_CLOSE": -1, "NORM_OPEN": 1, "NORM_CLOSE": -1}.get(token.kind, 0)
            inside = found[-1][1] is not None and _CONDITION.match(found[-1][1].text.lower())
            if level or (
                token.kind not in ("COMMA", "SEMI", "QUAD", "TEXT", "STOP") and token.text not in _JOINS
            ):
                if token.text == "\\forall":
                    found.append(([], Token("TEXT", "for all", token.at)))
                else:
                    found[-1][0].append(token)
            elif token.kind == "TEXT":
                found.append(([], token))
            elif token.kind == "STOP":
                if any(later.kind not in ("QUAD", "TEXT") for later in column[place + 1 :]):
                    raise EquationError("a full stop inside a formula", self.latex, token.at)
                found.append(([], None))
            elif token.kind == "COMMA" and inside:
                found[-1][0].append(token)
            elif token.kind == "QUAD" and self.is_layout(column, place):
                pass
            else:
                found.append(([], None))
        return [(piece, text) for piece, text in self.join_ranges(found) if piece]

    @staticmethod
    def is_layout(column: list[Token], place: int) -> bool:
        """Whether a wide blank stands beside a sign, where it cannot separate statements."""
        near = column[:place][-1:] + column[place + 1 :][:1]
        return any(
            token.kind in ("REL", "PLUS", "MINUS", "TIMES", "AMP", "QUAD", "COMMA", "SEMI") for token in near
        )

    @staticmethod
    def join_ranges(
        found: list[tuple[list[Token], Token | None]],
    ) -> list[tuple[list[Token], Token | None]]:
        """``l = 2`` · ``\\dots`` · ``L`` came apart at the commas;
        put such a range together as a condition.
        """
        joined: list[tuple[list[Token], Token | None]] = []
        for piece, text in found:
            previous = joined[-1] if joined else ([], None)
            comma = Token("COMMA", ",", piece[0].at if piece else 0)
            waiting = [token.kind for token in previous[0][-1:]] == ["DOTS"]
            is_dots = [token.kind for token in piece] == ["DOTS"]
            ranged = any(token.kind == "REL" and token.text == "=" for token in previous[0])
            if previous[0] and ranged and (is_dots or waiting):
                head = previous[1] or Token("TEXT", "for", previous[0][0].at)
                joined[-1] = ([*previous[0], comma, *piece], head)
            else:
                joined.append((piece, text))
        return joined

    def add_statement(self, piece: list[Token]) -> None:
        parsed = _parse_statement(self.latex, piece, piece[-1].at + len(piece[-1].text))
        if isinstance(parsed, tuple):
            if not self.statements:
                raise EquationError("the left side is missing", self.latex, piece[0].at)
            last = self.statements[-1]
            steps = (*last.chain.steps, *parsed)
            self.statements[-1] = last.with_(chain=last.chain.with_(steps=steps))
        else:
            chain = parsed if isinstance(parsed, t.Chain) else t.Chain(parsed)
            if len(piece) == 1 and piece[0].kind == "REL" and self.count > 1:
                raise EquationError("a side is missing", self.latex, piece[0].at)
            if ranged := self.bracketed_range(chain):
                self.attach(ranges=ranged)
            else:
                self.statements.append(t.Statement(chain))

    @staticmethod
    def bracketed_range(chain: t.Chain) -> tuple[t.Range, ...]:
        """``(l = 2, \\dots, L)`` after a statement."""
        group = chain.first
        if chain.steps or not isinstance(group, t.Group) or len(group.items) != 3:
            return ()
        start, middle, last = group.items
        if isinstance(start, t.Chain) and isinstance(middle, t.Dots) and isinstance(start.first, t.Name):
            return (t.Range(start.first, start.steps[0].right, last),)
        return ()

    def attach(self, ranges: tuple[t.Range, ...] = (), conditions: tuple[t.Chain, ...] = ()) -> None:
        last = self.statements[-1]
        self.statements[-1] = last.with_(ranges=last.ranges + ranges, conditions=last.conditions + conditions)

    def add_condition(self, word: str, piece: list[Token], text: Token) -> None:
        if not self.statements:
            raise EquationError("a condition without a statement before it", self.latex, text.at)
        if word in ("where", "with") and any(token.text == "\\coloneqq" for token in piece):
            self.add_statement(piece)
            return
        inner = [Token("OPEN", "(", piece[0].at), *piece, Token("CLOSE", ")", piece[-1].at)]
        parsed = _parse_statement(self.latex, inner, piece[-1].at + len(piece[-1].text))
        group = parsed.first if isinstance(parsed, t.Chain) else parsed
        if not isinstance(group, t.Group):
            raise EquationError("this condition cannot be read", self.latex, text.at)
        ranges, conditions = _conditions(list(group.items))
        if ranges is None:
            raise EquationError("this condition cannot be read", self.latex, text.at)
        self.attach(tuple(ranges), tuple(conditions))


def _conditions(items: list[t.Node]) -> tuple[list[t.Range] | None, list[t.Chain]]:
    """Side conditions: ``l = 2, \\dots, L``, ``j \\in \\{1, \\dots, n\\}``, ``j, k``, ``x > 0``."""
    ranges: list[t.Range] = []
    conditions: list[t.Chain] = []
    while items:
        item = items.pop(0)
        if isinstance(item, t.Name):
            ranges.append(t.Range(item))
        elif not isinstance(item, t.Chain):
            return None, []
        elif item.steps[0].sign == "=" and isinstance(item.first, t.Name) and len(item.steps) == 1:
            listed = [item.steps[0].right]
            while items and not isinstance(items[0], t.Chain):
                listed.append(items.pop(0))
            if (ends := _ends(listed)) is not None:
                ranges.append(t.Range(item.first, *ends))
            elif len(listed) == 1:
                conditions.append(item)
            else:
                return None, []
        elif (
            item.steps[0].sign == "\\in"
            and isinstance(item.steps[0].right, t.Group)
            and isinstance(item.first, t.Name)
        ):
            if (ends := _ends(list(item.steps[0].right.items))) is not None and len(item.steps) == 1:
                ranges.append(t.Range(item.first, *ends))
            else:
                conditions.append(item)
        else:
            conditions.append(item)
    return ranges, conditions


def _ends(listed: list[t.Node]) -> tuple[t.Node, t.Node] | None:
    """First and last of ``2, \\dots, L``; of ``L, L - 1, \\dots, 2`` too."""
    if len(listed) == 3 and isinstance(listed[1], t.Dots):
        return listed[0], listed[2]
    if len(listed) == 4 and isinstance(listed[2], t.Dots):
        first, second, last = listed[0], listed[1], listed[3]
        if isinstance(second, t.Plus) and second.terms[0] == first and len(second.terms) == 2:
            down = second.terms[1] == t.Negative(t.Number("1"))
            return (last, first) if down else (first, last)
        if isinstance(first, t.Number) and isinstance(second, t.Number):
            return (first, last) if float(second.text) - float(first.text) == 1 else None
    return None
