"""Commands of LaTeX: what each becomes, and what of its arguments belongs to the formula."""

from __future__ import annotations

import re

from bookkit.equations.reading.alphabet import (
    ACCENTS,
    BIGS,
    BRACKETS,
    COLOURS,
    DOTS,
    EXTREMES,
    FUNCTIONS,
    LAYOUT,
    LETTERS,
    NEGATED,
    OPERATORS,
    SAME,
    SPACES,
    STYLES,
    TABLES,
    UNITS,
)
from bookkit.equations.reading.lexer import PARTED, Lexer, Token, command

_SPACING = re.compile(r"\s*\[-?[\d.]+\s*(?:pt|em|ex|mm|cm)\]")
_LENGTH = re.compile(r"\s*(-?\d*\.?\d+)\s*([a-z]{2})\s*")
_TAG = re.compile(r"[\w'′*.\-–]{1,12}")
_LABEL = re.compile(r"[\w:.\-]+")


@command(*LETTERS, *FUNCTIONS)
def letter(lexer: Lexer, name: str, at: int) -> None:
    lexer.put("NAME", f"\\{name}", at)


@command("intercal")
def transposed(lexer: Lexer, name: str, at: int) -> None:
    lexer.put("NAME", "\\top", at)


@command(*SAME)
def relation(lexer: Lexer, name: str, at: int) -> None:
    lexer.put("REL", SAME[name], at)


@command(*OPERATORS)
def operator(lexer: Lexer, name: str, at: int) -> None:
    lexer.put("TIMES", OPERATORS[name], at)


@command("star", "dagger", "ddagger")
def mark(lexer: Lexer, name: str, at: int) -> None:
    """A mark that labels a letter, above it; nothing else is made of it."""
    lexer.put("NAME", f"\\{name}", at)


@command("pm", "mp")
def both_signs(lexer: Lexer, name: str, at: int) -> None:
    lexer.put("PLUS", f"\\{name}", at)


@command(*BIGS)
def big(lexer: Lexer, name: str, at: int) -> None:
    lexer.put("BIG", BIGS[name], at)


@command(*DOTS)
def dots(lexer: Lexer, name: str, at: int) -> None:
    lexer.put("DOTS", "\\dots", at)


@command(*ACCENTS)
def accent(lexer: Lexer, name: str, at: int) -> None:
    lexer.put("ACCENT", f"\\{name}", at)
    lexer.argument(f"after \\{name}")


@command(*SPACES)
def space(lexer: Lexer, name: str, at: int) -> None:
    lexer.blank(SPACES[name], at)


@command("\\")
def new_line(lexer: Lexer, name: str, at: int) -> None:
    if spacing := _SPACING.match(lexer.text, lexer.place):
        lexer.place = spacing.end()
    lexer.put("NEWLINE", "\\\\", at)


@command("{", "lbrace")
def opening_brace(lexer: Lexer, name: str, at: int) -> None:
    lexer.sign("OPEN", "\\{", at)


@command("}", "rbrace")
def closing_brace(lexer: Lexer, name: str, at: int) -> None:
    lexer.sign("CLOSE", "\\}", at)


@command(*(name for name in BRACKETS if name.isalpha()))
def bracket(lexer: Lexer, name: str, at: int) -> None:
    lexer.sign(BRACKETS[name], f"\\{name}", at)


@command("|", "Vert", "lVert", "rVert")
def norm(lexer: Lexer, name: str, at: int) -> None:
    lexer.bar("NORM", "\\|", at)


@command("mid", "parallel")
def parting_bar(lexer: Lexer, name: str, at: int) -> None:
    r"""``p(y \mid x)``: between two arguments, and nowhere else."""
    if not lexer.open or lexer.open[-1].kind != "OPEN":
        raise lexer.fail(f"\\{name} is read between what is in brackets", at)
    lexer.put("COMMA", PARTED, at)


@command("vert", "lvert", "rvert")
def bar(lexer: Lexer, name: str, at: int) -> None:
    lexer.bar("BAR", "|", at)


@command("frac", "dfrac", "tfrac", "cfrac")
def fraction(lexer: Lexer, name: str, at: int) -> None:
    lexer.put("FRAC", "\\frac", at)
    lexer.argument("after \\frac")
    lexer.argument("after \\frac")


@command("binom", "dbinom", "tbinom")
def binomial(lexer: Lexer, name: str, at: int) -> None:
    lexer.put("BINOM", "\\binom", at)
    lexer.argument("after \\binom")
    lexer.argument("after \\binom")


@command("left", "bigl", "Bigl", "biggl", "Biggl")
def left(lexer: Lexer, name: str, at: int) -> None:
    lexer.skip_blanks()
    if lexer.text.startswith(".", lexer.place):
        lexer.open.append(Token("LEFTDOT", "\\left.", at))
        lexer.put("LEFTDOT", "\\left.", at)
        lexer.place += 1


@command("right", "bigr", "Bigr", "biggr", "Biggr")
def right(lexer: Lexer, name: str, at: int) -> None:
    lexer.skip_blanks()
    if lexer.text.startswith(".", lexer.place):
        raise lexer.fail("\\right. closes nothing that can be read", at)


@command(*STYLES)
def style(lexer: Lexer, name: str, at: int) -> None:
    """Nothing that the reader sees in another way."""


@command("color", "textcolor")
def colour(lexer: Lexer, name: str, at: int) -> None:
    if (said := lexer.raw(f"after \\{name}")[0].strip()) not in COLOURS:
        known = ", ".join(sorted(COLOURS))
        raise lexer.fail(f"who can see {said!r}, by day and by night? colours are {known}", at)


@command("phantom", "hphantom")
def phantom(lexer: Lexer, name: str, at: int) -> None:
    lexer.raw(f"after \\{name}")
    lexer.blank(1.0, at)


@command("vphantom")
def phantom_of_height(lexer: Lexer, name: str, at: int) -> None:
    lexer.raw("after \\vphantom")


@command("hspace", "mspace", "kern", "mkern", "hskip", "mskip")
def length(lexer: Lexer, name: str, at: int) -> None:
    """A blank of a given length, in braces or not."""
    lexer.place += lexer.text.startswith("*", lexer.place)
    found = _LENGTH.match(lexer.text, lexer.place)
    if found is not None:
        lexer.place = found.end()
    else:
        found = _LENGTH.fullmatch(lexer.raw(f"after \\{name}")[0])
    if found is None or found[2] not in UNITS:
        raise lexer.fail(f"\\{name} needs a length, such as 1em", at)
    lexer.blank(float(found[1]) * UNITS[found[2]], at)


@command("tag", "tag*", "label")
def name_of_formula(lexer: Lexer, name: str, at: int) -> None:
    """A tag or a label: a name, so that nothing is claimed in it."""
    text = lexer.raw(f"after \\{name}")[0].strip()
    if not (_LABEL if name == "label" else _TAG).fullmatch(text):
        raise lexer.fail(
            f"\\{name}{{{text}}} is no name: letters, digits, primes, dots and hyphens, at most twelve",
            at,
        )


@command("mathrel", "mathbin")
def as_sign(lexer: Lexer, name: str, at: int) -> None:
    text, inner = lexer.raw(f"after \\{name}")
    found = lexer.signs_in(text, inner)
    kinds = ("REL",) if name == "mathrel" else ("PLUS", "MINUS", "TIMES", "SLASH")
    if len(found) != 1 or found[0].kind not in kinds:
        raise lexer.fail(f"\\{name}{{{text}}} is no sign that can be read", at)
    lexer.put(found[0].kind, found[0].text, at)


@command("overset", "stackrel")
def over_sign(lexer: Lexer, name: str, at: int) -> None:
    """An equality sign with "def" on top defines; nothing else on top of a sign can be read."""
    top = re.sub(r"\\(?:text|mathrm|operatorname|textrm)\b|[{}\s.]", "", lexer.raw(f"after \\{name}")[0])
    sign = lexer.raw(f"after \\{name}")[0].strip()
    if sign not in ("=", "\\equiv") or top not in ("def", "\\triangle"):
        raise lexer.fail(f"what \\{name} puts on a sign cannot be judged", at)
    lexer.put("REL", "\\coloneqq", at)


@command("underset")
def underset(lexer: Lexer, name: str, at: int) -> None:
    r"""``\underset{j}{\max}`` is ``\max_j``; of other signs nothing can be read below them."""
    lexer.skip_blanks()
    below = lexer.place
    lexer.raw("after \\underset")
    lexer.skip_blanks()
    start, opening = len(lexer.out), lexer.place
    if lexer.text.startswith("{", opening):
        lexer.place += 1
        lexer.until_end(opening, opening)
    else:
        lexer.one()
    sign, end = lexer.out[start:], lexer.place
    if len(sign) != 1 or not (sign[0].kind == "BIG" or sign[0].text.removeprefix("\\") in EXTREMES):
        raise lexer.fail("what \\underset puts below a sign cannot be judged", at)
    lexer.place = below
    lexer.put("SUB", "_", below)
    lexer.argument("after _")
    lexer.place = end


@command("not")
def negation(lexer: Lexer, name: str, at: int) -> None:
    """``\\not=`` and its like; of other relations the negation cannot be judged."""
    lexer.skip_blanks()
    start = len(lexer.out)
    if lexer.place < len(lexer.text):
        lexer.one(single=True)
    found = lexer.out[start:]
    if len(found) != 1 or found[0].kind != "REL" or found[0].text not in NEGATED:
        raise lexer.fail("this negation cannot be read", at)
    lexer.out[start:] = [Token("REL", NEGATED[found[0].text], at)]


@command("sqrt")
def root(lexer: Lexer, name: str, at: int) -> None:
    lexer.skip_blanks()
    lexer.put("ROOT", "\\sqrt", at)
    if lexer.text.startswith("[", lexer.place):
        end = lexer.text.find("]", lexer.place)
        if end < 0:
            raise lexer.fail("[ is never closed", lexer.place)
        inner = lexer.text[lexer.place + 1 : end].strip()
        if not re.fullmatch(r"\d+|[a-z]", inner):
            raise lexer.fail("the degree of a root is a number or a letter", lexer.place + 1)
        lexer.put("DEGREE", inner, lexer.place)
        lexer.place = end + 1
    lexer.argument("after \\sqrt")


@command("begin")
def begin(lexer: Lexer, name: str, at: int) -> None:
    name = lexer.raw("after \\begin")[0]
    if name in TABLES:
        if name == "array":
            lexer.raw("after \\begin{array}")
        token = Token("CASES" if name == "cases" else "MATRIX", TABLES[name], at)
        lexer.open.append(token)
        lexer.out.append(token)
    elif name in LAYOUT:
        lexer.open.append(Token("LAYOUT", f"\\begin{{{name}}}", at))
    else:
        raise lexer.fail(f"unknown environment {name!r}", at)


@command("end")
def end(lexer: Lexer, name: str, at: int) -> None:
    name = lexer.raw("after \\end")[0]
    if not lexer.open or lexer.open[-1].kind not in ("CASES", "MATRIX", "LAYOUT"):
        raise lexer.fail(f"\\end{{{name}}} closes nothing", at)
    token = lexer.open.pop()
    began = (name in TABLES and token.text == TABLES[name]) or token.text == f"\\begin{{{name}}}"
    if not began:
        raise lexer.fail(f"\\end{{{name}}} cannot close {token.text}", at)
    if token.kind != "LAYOUT":
        lexer.put("END", name, at)
