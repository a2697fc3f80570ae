"""LaTeX to tokens: what the reader sees is kept; sizing, spacing, colour and layout are not.

Arguments of commands and scripts come out between ``{`` and ``}`` tokens, whether the author wrote the
braces or not; braces that only group for TeX are dropped, because the reader does not see them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bookkit.equations.errors import EquationError
from bookkit.equations.tree import Directive


@dataclass(frozen=True)
class Token:
    """A kind for the grammar, the text, and where it begins in the source."""

    kind: str
    text: str
    at: int


MAX_LENGTH = 20_000
MAX_DEPTH = 40

LETTERS = {
    "alpha",
    "beta",
    "gamma",
    "delta",
    "epsilon",
    "varepsilon",
    "zeta",
    "eta",
    "theta",
    "vartheta",
    "iota",
    "kappa",
    "lambda",
    "mu",
    "nu",
    "xi",
    "pi",
    "varpi",
    "rho",
    "varrho",
    "sigma",
    "varsigma",
    "tau",
    "upsilon",
    "phi",
    "varphi",
    "chi",
    "psi",
    "omega",
    "Gamma",
    "Delta",
    "Theta",
    "Lambda",
    "Xi",
    "Pi",
    "Sigma",
    "Upsilon",
    "Phi",
    "Psi",
    "Omega",
    "ell",
    "nabla",
    "partial",
    "infty",
    "top",
    "intercal",
    "prime",
    "forall",
    "hbar",
}
FUNCTIONS = {
    "log",
    "ln",
    "exp",
    "sin",
    "cos",
    "tan",
    "tanh",
    "sinh",
    "cosh",
    "max",
    "min",
    "arg",
    "argmax",
    "argmin",
    "arcsin",
    "arccos",
    "arctan",
    "cot",
    "coth",
    "sec",
    "csc",
    "det",
    "dim",
}
BIGS = {"sum": "\\sum", "prod": "\\prod", "lim": "\\lim"}
SAME = {
    "ge": "\\ge",
    "geq": "\\ge",
    "le": "\\le",
    "leq": "\\le",
    "ne": "\\neq",
    "neq": "\\neq",
    "gets": "\\leftarrow",
    "leftarrow": "\\leftarrow",
    "coloneqq": "\\coloneqq",
    "coloneq": "\\coloneqq",
    "approx": "\\approx",
    "in": "\\in",
    "to": "\\to",
    "rightarrow": "\\to",
    "iff": "\\iff",
    "Leftrightarrow": "\\iff",
    "implies": "\\implies",
    "Rightarrow": "\\implies",
    "lt": "<",
    "gt": ">",
}
OPERATORS = {
    "cdot": "\\cdot",
    "times": "\\times",
    "odot": "\\odot",
    "oslash": "\\oslash",
    "circ": "\\circ",
    "otimes": "\\otimes",
    "ast": "*",
}
ACCENTS = {"hat", "bar", "tilde", "vec", "widehat", "overline", "widetilde", "dot", "ddot", "check", "breve"}
FONTS = {"mathbf", "boldsymbol", "bm", "mathit", "mathsf", "mathnormal"}
SPACES = {
    ",",
    ";",
    ":",
    "!",
    ">",
    "thinspace",
    "medspace",
    "thickspace",
    "negthinspace",
    "enspace",
    "hfill",
} | {" ", "\n"}
STYLES = {
    "displaystyle",
    "textstyle",
    "scriptstyle",
    "scriptscriptstyle",
    "limits",
    "nolimits",
    "nonumber",
    "notag",
    "big",
    "Big",
    "bigg",
    "Bigg",
    "bigl",
    "bigr",
    "Bigl",
    "Bigr",
    "biggl",
    "biggr",
    "Biggl",
    "Biggr",
    "bigm",
    "Bigm",
    "left",
    "right",
    "middle",
    "mathstrut",
    "strut",
    "boxed",
    "cancel",
    "mathopen",
    "mathclose",
    "mathbin",
    "mathrel",
    "mathord",
    "mathinner",
}
DROP_ARGUMENT = {
    "color": 1,
    "textcolor": 1,
    "tag": 1,
    "label": 1,
    "colorbox": 1,
    "htmlClass": 1,
    "htmlId": 1,
    "htmlData": 1,
    "cssId": 1,
    "class": 1,
    "vspace": 1,
    "hspace": 1,
    "phantom": 1,
    "vphantom": 1,
    "hphantom": 1,
    "kern": 0,
}
LAYOUT = {
    "align",
    "align*",
    "aligned",
    "alignat",
    "gather",
    "gather*",
    "gathered",
    "equation",
    "equation*",
    "split",
}
TABLES = {
    "matrix": "matrix",
    "pmatrix": "pmatrix",
    "bmatrix": "bmatrix",
    "smallmatrix": "matrix",
    "cases": "cases",
    "array": "matrix",
}
SPOKEN = {
    "if",
    "for",
    "all",
    "and",
    "or",
    "otherwise",
    "else",
    "when",
    "where",
    "with",
    "so",
    "since",
    "because",
    "by",
    "then",
}
DOTS = {"dots", "ldots", "cdots", "dotsc", "dotsb", "dotsm", "vdots", "ddots"}

# Brackets that close only their own kind; round and square ones close each other, as in [0, 1).
PARTNER = {"\\{": "brace", "\\lfloor": "floor", "\\lceil": "ceiling", "\\langle": "angle"}
PARTNER_OF = {"\\}": "brace", "\\rfloor": "floor", "\\rceil": "ceiling", "\\rangle": "angle"}
_BRACKETS = {name[1:]: kind for kind, names in (("OPEN", PARTNER), ("CLOSE", PARTNER_OF)) for name in names}

_COMMAND = re.compile(r"\\([A-Za-z]+\*?|.)", re.DOTALL)
_NUMBER = re.compile(r"\d+(?:\.\d+)?|\.\d+")
_COMMENT = re.compile(r"(?<!\\)%([^\n]*)(?:\n|\Z)")
_DIRECTIVE = re.compile(r"\s*([a-z]+)\s*:\s*(.*?)\s*\Z")
_SIGNS = {
    "+": "PLUS",
    "-": "MINUS",
    "−": "MINUS",
    "/": "SLASH",
    "(": "OPEN",
    ")": "CLOSE",
    "[": "OPEN",
    "]": "CLOSE",
    "=": "REL",
    "<": "REL",
    ">": "REL",
    ",": "COMMA",
    ";": "SEMI",
    "&": "AMP",
    "'": "PRIME",
    "^": "SUP",
    "_": "SUB",
    ".": "STOP",
    "*": "TIMES",
    "!": "BANG",
}
_UNICODE = {
    "≤": "\\le",
    "≥": "\\ge",
    "≠": "\\neq",
    "≈": "\\approx",
    "∈": "\\in",
    "←": "\\leftarrow",
    "≔": "\\coloneqq",
}


def directives(latex: str) -> tuple[Directive, ...]:
    """The instructions in the comments: ``% notation: name``, ``% unchecked: reason``, ``% increases: f``."""
    found = []
    for comment in _COMMENT.finditer(latex):
        if match := _DIRECTIVE.match(comment[1]):
            found.append(Directive(match[1], match[2]))
    return tuple(found)


def tokens(latex: str) -> list[Token]:
    """All tokens of a formula; EquationError where there is something that the grammar does not know."""
    if len(latex) > MAX_LENGTH:
        raise EquationError(
            f"an equation of {len(latex)} characters; at most {MAX_LENGTH} can be read", latex, 0
        )
    return _Lexer(latex).run()


class _Lexer:
    def __init__(self, latex: str) -> None:
        # Comments are blanked, not cut out, so that places in messages stay right.
        self.source = latex
        self.text = _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), latex)
        self.place = 0
        self.out: list[Token] = []
        self.open: list[Token] = []
        self.depth = 0
        self.below: list[int] = []  # where the subscripts begin that are being read

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

    def skip_blanks(self) -> None:
        while self.place < len(self.text) and (
            self.text[self.place].isspace() or self.text[self.place] == "~"
        ):
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
            self.until_end(at, at)
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
            self.place += 1
            self.put("NAME", letter, at)
        elif letter == "|":
            self.place += 1
            self.bar("BAR", "|", at)
        elif letter == ":" and self.text.startswith(":=", at):
            self.place += 2
            self.put("REL", "\\coloneqq", at)
        elif letter in _UNICODE:
            self.place += 1
            self.put("REL", _UNICODE[letter], at)
        elif letter in _SIGNS:
            self.place += 1
            self.sign(_SIGNS[letter], letter, at)
        else:
            raise self.fail(f"cannot read {letter!r}", at)

    def sign(self, kind: str, text: str, at: int) -> None:
        if kind == "OPEN":
            self.open.append(Token(kind, text, at))
        elif kind == "CLOSE":
            self.close(text, at)
        self.put(kind, "-" if kind == "MINUS" else text, at)
        if kind in ("SUP", "SUB"):
            self.argument(f"after {text}")

    def close(self, text: str, at: int) -> None:
        if not self.open or self.open[-1].kind != "OPEN":
            inner = f" ({self.open[-1].text} is still open)" if self.open else ""
            raise self.fail(f"{text} closes nothing{inner}", at)
        opening = self.open.pop()
        if PARTNER.get(opening.text, "") != PARTNER_OF.get(text, ""):
            raise self.fail(f"{text} cannot close {opening.text}", at)

    def bar(self, kind: str, text: str, at: int) -> None:
        """A bar opens, closes, or stands for 'evaluated at'."""
        top = self.open[-1] if self.open else None
        if kind == "BAR" and top is not None and top.kind == "LEFTDOT":
            self.open.pop()
            self.put("EVALEND", text, at)
        elif top is not None and top.kind == kind and self.after_operand():
            self.open.pop()
            self.put(f"{kind}_CLOSE", text, at)
        elif kind == "BAR" and self.after_operand() and re.compile(r"\s*_").match(self.text, self.place):
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

    def command(self) -> None:
        at = self.place
        match = _COMMAND.match(self.text, at)
        if match is None:
            raise self.fail("a backslash at the end", at)
        name = match[1]
        if name.endswith("*") and name[:-1] not in ("tag", "operatorname"):
            name = name[:-1]
        self.place = at + 1 + len(name)
        handler = getattr(self, f"do_{name}", None) if name.isalpha() else None
        if name == "intercal":
            self.put("NAME", "\\top", at)
        elif name == "operatorname*":
            self.do_operatorname(at)
        elif name in LETTERS or name in FUNCTIONS:
            self.put("NAME", f"\\{name}", at)
        elif name in SAME:
            self.put("REL", SAME[name], at)
        elif name in OPERATORS:
            self.put("TIMES", OPERATORS[name], at)
        elif name in BIGS:
            self.put("BIG", BIGS[name], at)
        elif name in DOTS:
            self.put("DOTS", "\\dots", at)
        elif name in ACCENTS:
            self.put("ACCENT", f"\\{name}", at)
            self.argument(f"after \\{name}")
        elif name in SPACES:
            pass
        elif name in ("quad", "qquad"):
            self.put("QUAD", "\\quad", at)
        elif name == "\\":
            if spacing := re.compile(r"\s*\[-?[\d.]+\s*(?:pt|em|ex|mm|cm)\]").match(self.text, self.place):
                self.place = spacing.end()
            self.put("NEWLINE", "\\\\", at)
        elif name in ("{", "}"):
            self.sign("OPEN" if name == "{" else "CLOSE", f"\\{name}", at)
        elif name in ("lbrace", "rbrace"):
            self.sign("OPEN" if name == "lbrace" else "CLOSE", "\\{" if name == "lbrace" else "\\}", at)
        elif name in _BRACKETS:
            self.sign(_BRACKETS[name], f"\\{name}", at)
        elif name == "|" or name in ("Vert", "lVert", "rVert"):
            self.bar("NORM", "\\|", at)
        elif name in ("vert", "lvert", "rvert"):
            self.bar("BAR", "|", at)
        elif name in ("frac", "dfrac", "tfrac", "cfrac"):
            self.put("FRAC", "\\frac", at)
            self.argument("after \\frac")
            self.argument("after \\frac")
        elif name in ("binom", "dbinom", "tbinom"):
            self.put("BINOM", "\\binom", at)
            self.argument("after \\binom")
            self.argument("after \\binom")
        elif name in FONTS:
            self.font(name, at)
        elif name in ("left", "bigl", "Bigl", "biggl", "Biggl"):
            self.left(at)
        elif name in ("right", "bigr", "Bigr", "biggr", "Biggr"):
            self.right(at)
        elif name in STYLES:
            pass
        elif name in DROP_ARGUMENT or name == "tag*":
            for _ in range(DROP_ARGUMENT.get(name, 1)):
                self.raw(f"after \\{name}")
        elif handler is not None:
            handler(at)
        else:
            raise self.fail(f"unknown command \\{name}", at)

    def left(self, at: int) -> None:
        self.skip_blanks()
        if self.text.startswith(".", self.place):
            self.open.append(Token("LEFTDOT", "\\left.", at))
            self.put("LEFTDOT", "\\left.", at)
            self.place += 1

    def right(self, at: int) -> None:
        self.skip_blanks()
        if self.text.startswith(".", self.place):
            raise self.fail("\\right. closes nothing that can be read", at)

    def font(self, name: str, at: int) -> None:
        text, inner = self.raw(f"after \\{name}")
        if text.strip() == "1":
            self.put("NAME", "\\mathbf{1}", at)
        elif re.fullmatch(r"\s*(?:[A-Za-z]|\\[A-Za-z]+)\s*", text):
            self.place, end = inner, self.place
            self.skip_blanks()
            self.one()
            self.place = end
        else:
            raise self.fail(f"\\{name} around more than one letter", at)

    def do_mathbb(self, at: int) -> None:
        text = self.raw("after \\mathbb")[0].strip()
        if text not in ("R", "N", "Z", "E", "P", "1", "I"):
            raise self.fail(f"unknown set \\mathbb{{{text}}}", at)
        self.put("NAME", "\\mathbf{1}" if text == "1" else f"\\mathbb{{{text}}}", at)

    def do_mathcal(self, at: int) -> None:
        text = self.raw("after \\mathcal")[0].strip()
        if not re.fullmatch("[A-Z]", text):
            raise self.fail("\\mathcal is for one capital letter", at)
        self.put("NAME", f"\\mathcal{{{text}}}", at)

    def do_mathrm(self, at: int) -> None:
        text = re.sub(r"\\[,;:! ]", " ", self.raw("after \\mathrm")[0]).strip()
        if text in ("d", "T"):
            self.put("NAME", {"d": "\\mathrm{d}", "T": "\\top"}[text], at)
        elif re.fullmatch(r"[A-Za-z][A-Za-z ]*", text):
            text = re.sub(r"\s+", "", text)
            known = f"\\{text}" if text in FUNCTIONS else None
            self.put("NAME" if known or len(text) == 1 else "WORD", known or text, at)
        else:
            raise self.fail("an upright word is letters only", at)

    do_operatorname = do_mathrm

    def do_rm(self, at: int) -> None:
        """``{\\rm ReLU}``: the rest of the group is one upright word."""
        end = self.text.find("}", self.place)
        text = self.text[self.place : max(end, 0)].strip()
        if not re.fullmatch(r"[A-Za-z]+", text):
            raise self.fail("\\rm is read before one upright word, as in {\\rm ReLU}", at)
        self.place = end
        known = text in FUNCTIONS
        self.put("NAME" if known or len(text) == 1 else "WORD", f"\\{text}" if known else text, at)

    def do_text(self, at: int) -> None:
        """Words in a script or before a bracket belong to the formula; others speak to the reader."""
        in_script = len(self.out) > 1 and self.out[-1].kind == "LB"
        text = re.sub(r"\s+", " ", self.raw("after \\text")[0])
        if "$" in text or "=" in text:
            raise self.fail("mathematics inside of \\text is not read; write it outside", at)
        named = re.fullmatch(r"[A-Za-z][A-Za-z ]*", text) is not None
        applied = re.compile(r"\s*['(]|\s*\\[bB]ig+l?\b|\s*\\left\(").match(self.text, self.place)
        if named and (in_script or (applied and text == text.strip() and text not in SPOKEN)):
            self.put("WORD", text.strip(), at)
        else:
            self.put("TEXT", text, at)

    do_textbf = do_textit = do_textrm = do_mbox = do_text

    def do_underbrace(self, at: int) -> None:
        """The braced formula counts; what stands under the brace is a remark."""
        self.skip_blanks()
        if not self.text.startswith("{", self.place):
            raise self.fail("an argument in braces is missing after \\underbrace", self.place)
        self.one()
        self.skip_blanks()
        if self.place < len(self.text) and self.text[self.place] in "_^":
            self.place += 1
            self.raw("after \\underbrace")

    do_overbrace = do_underbrace

    def do_sqrt(self, at: int) -> None:
        self.skip_blanks()
        self.put("ROOT", "\\sqrt", at)
        if self.text.startswith("[", self.place):
            end = self.text.find("]", self.place)
            if end < 0:
                raise self.fail("[ is never closed", self.place)
            inner = self.text[self.place + 1 : end].strip()
            if not re.fullmatch(r"\d+|[a-z]", inner):
                raise self.fail("the degree of a root is a number or a letter", self.place + 1)
            self.put("DEGREE", inner, self.place)
            self.place = end + 1
        self.argument("after \\sqrt")

    def do_begin(self, at: int) -> None:
        name = self.raw("after \\begin")[0]
        if name in TABLES:
            if name == "array":
                self.raw("after \\begin{array}")
            token = Token("CASES" if name == "cases" else "MATRIX", TABLES[name], at)
            self.open.append(token)
            self.out.append(token)
        elif name in LAYOUT:
            self.open.append(Token("LAYOUT", f"\\begin{{{name}}}", at))
        else:
            raise self.fail(f"unknown environment {name!r}", at)

    def do_end(self, at: int) -> None:
        name = self.raw("after \\end")[0]
        if not self.open or self.open[-1].kind not in ("CASES", "MATRIX", "LAYOUT"):
            raise self.fail(f"\\end{{{name}}} closes nothing", at)
        token = self.open.pop()
        began = (name in TABLES and token.text == TABLES[name]) or token.text == f"\\begin{{{name}}}"
        if not began:
            raise self.fail(f"\\end{{{name}}} cannot close {token.text}", at)
        if token.kind != "LAYOUT":
            self.put("END", name, at)
