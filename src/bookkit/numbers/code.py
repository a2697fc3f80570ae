"""Python read for its numbers: what a listing holds, and what stands under its prints."""

from __future__ import annotations

import ast
import io
import textwrap
import tokenize
from collections.abc import Iterator


def tokens_of(code: str) -> Iterator[tokenize.TokenInfo]:
    """The tokens of a piece of code, as far as they can be read (a section may begin or end anywhere)."""
    try:
        yield from tokenize.generate_tokens(io.StringIO(textwrap.dedent(code) + "\n").readline)
    except (tokenize.TokenError, IndentationError):
        return


_VALUE_ENDS = (tokenize.NAME, tokenize.NUMBER, tokenize.STRING)
_KEYWORDS = {"return", "in", "and", "or", "not", "if", "else", "lambda", "yield", "assert", "is"}


def inside_f_string(token: str) -> Iterator[str]:
    """The numbers in the braces of an f-string, which is one token to Python 3.11, several to later ones."""
    if "f" not in token.partition('"')[0].partition("'")[0].lower():
        return
    try:
        tree = ast.parse(token, mode="eval")
    except (SyntaxError, ValueError):
        return
    for value in (node.value for node in ast.walk(tree) if isinstance(node, ast.FormattedValue)):
        negated = {
            id(n.operand)
            for n in ast.walk(value)
            if isinstance(n, ast.UnaryOp) and isinstance(n.op, ast.USub)
        }
        for node in ast.walk(value):
            if isinstance(node, ast.Constant) and type(node.value) in (int, float):
                yield ("-" if id(node) in negated else "") + repr(node.value)


def ends_a_value(tokens: list[tokenize.TokenInfo]) -> bool:
    """Whether a minus after these tokens subtracts."""
    if not tokens:
        return False
    last = tokens[-1]
    return (last.type in _VALUE_ENDS and last.string not in _KEYWORDS) or last.string in (")", "]", "}")


def printed_lines(code: str) -> Iterator[tuple[int, str]]:
    """Lines of output in a listing: `#> …`, or a string that stands alone, directly under a print."""
    statement = last = ""
    for token in tokens_of(code):
        if token.type == tokenize.NEWLINE:
            statement, last = "", statement
        elif token.type == tokenize.COMMENT and not statement and last == "print":
            if token.string.startswith("#>"):
                yield token.start[0], token.string[2:]
        elif token.type == tokenize.STRING and not statement and last == "print":
            for offset, line in enumerate(token.string.strip("\"'").split("\n")):
                yield token.start[0] + offset, line
        if token.type in (tokenize.NAME, tokenize.OP, tokenize.NUMBER, tokenize.STRING):
            statement = statement or token.string
