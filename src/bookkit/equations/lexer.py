"""LaTeX to tokens: what the reader sees is kept; sizing, spacing, colour and layout are not.

Arguments of commands and scripts come out between ``{`` and ``}`` tokens, whether the author wrote the
braces or not; braces that only group for TeX are dropped, because the reader does not see them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bookkit.equations.errors import EquationError
from bookkit.equations.tree import Directive


@dataclass(frozen=True)
class Token:
    """A kind for the grammar, the text, and where it begins in the source."""

    kind: str
    text: str
    at: int
    font: str = ""


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
BIGS = {"sum": "\\sum", "prod": "\\prod", "lim": "\\lim", "int": "\\int"}
SAME = {
    "ge": "\\ge",
    "geq": "\\ge",
    "le": "\\le",
    "leq": "\\le",
    "ne": "\\neq",
    "neq": "\\neq",
    "gets": "\\leftarrow",
    "leftarrow": "\\leftarrow",
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
    "leqslant": "\\le",
    "geqslant": "\\ge",
    "longrightarrow": "\\to",
    "longleftarrow": "\\leftarrow",
    "Longrightarrow": "\\implies",
    "Leftarrow": "\\impliedby",
    "Longleftarrow": "\\impliedby",
    "impliedby": "\\impliedby",
    "equiv": "=",
    "Longleftrightarrow": "\\iff",
    "triangleq": "\\coloneqq",
    "colonequals": "\\coloneqq",
    "coloneqq": "\\coloneqq",
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
FONTS = {
    "mathbf": "bold",
    "boldsymbol": "bold",
    "bm": "bold",
    "mathit": "",
    "mathsf": "sans",
    "mathnormal": "",
}
# How wide a blank is, in em. From half an em on it separates statements, as \quad does.
SPACES = {
    ",": 3 / 18,
    "thinspace": 3 / 18,
    ":": 4 / 18,
    ">": 4 / 18,
    "medspace": 4 / 18,
    ";": 5 / 18,
    "thickspace": 5 / 18,
    "!": -3 / 18,
    "negthinspace": -3 / 18,
    "negmedspace": -4 / 18,
    "negthickspace": -5 / 18,
    " ": 0.25,
    "\n": 0.25,
    "nobreakspace": 0.25,
    "space": 0.25,
    "enspace": 0.5,
    "enskip": 0.5,
    "quad": 1.0,
    "qquad": 2.0,
    "hfill": 2.0,
    "hfil": 2.0,
}
WIDE, VERY_WIDE, BACK = 0.49, 1.9, -0.4
_UNITS = {
    "em": 1.0,
    "ex": 0.43,
    "mu": 1 / 18,
    "pt": 0.1,
    "px": 0.075,
    "mm": 0.285,
    "cm": 2.85,
    "in": 7.2,
    "pc": 1.2,
}
_LENGTH = re.compile(r"\s*(-?\d*\.?\d+)\s*([a-z]{2})\s*")
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
    "boxed",
    "mathord",
    "mathinner",
    "mathstrut",
    "strut",
}
_EXTREMES = ("max", "min", "argmax", "argmin")
COLOURS = {"red", "blue", "green", "orange", "purple", "teal", "magenta", "violet"}
_TAG = re.compile(r"[\w'′*.\-–]{1,12}")
_LABEL = re.compile(r"[\w:.\-]+")
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
# A name in words at a brace, and words with which it would be more than a name.
_REMARK = re.compile(r"\{\s*\\text(?:rm|it|bf)?\s*\{([^{}$\\=<>≤≥≠]*)\}\s*\}")
_CLAIMING = re.compile(
    r"\d|\b(?:is|are|equals?|equal|not?|never|zero|one|two|three|half|same|identical|less|more|than|greater|smaller"
    r"|larger|positive|negative|nonnegative|bounded|constant|vanish\w*|cancels?|infinite|most|least|times|if|for)\b"
)
_SPELT = re.compile(
    r"(?:is|are|was|be|not|less|more|than|and|or|equals?|exceeds?|iff|[A-Za-z]{6,})(?![A-Za-z])"
)
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
    "≜": "\\coloneqq",
    "⩽": "\\le",
    "⩾": "\\ge",
    "→": "\\to",
    "⟶": "\\to",
    "⇒": "\\implies",
    "⟹": "\\implies",
    "⇐": "\\impliedby",
    "⟸": "\\impliedby",
    "≡": "=",
    "⇔": "\\iff",
    "⟺": "\\iff",
}
_NEGATED = {"=": "\\neq", "<": "\\ge", ">": "\\le", "\\le": ">", "\\ge": "<"}


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


Fonts = dict[str, frozenset[tuple[str, bool]]]


def fonts(found: list[Token]) -> Fonts:
    """In which fonts each letter stands, and whether it has a subscript there."""
    uses: dict[str, set[tuple[str, bool]]] = {}
    for place, token in enumerate(found):
        if token.kind == "NAME":
            uses.setdefault(token.text, set()).add((token.font, _has_subscript(found, place + 1)))
    return {letter: frozenset(said) for letter, said in uses.items()}


def _has_subscript(found: list[Token], place: int) -> bool:
    while place < len(found) and found[place].kind in ("SUP", "PRIME"):
        if found[place].kind == "SUP":
            level, place = 1, place + 2
            while level and place < len(found):
                level += {"LB": 1, "RB": -1}.get(found[place].kind, 0)
                place += 1
        else:
            place += 1
    return place < len(found) and found[place].kind == "SUB"


def two_fonts(uses: Fonts) -> str | None:
    """A letter that stands in two fonts, so that nobody can tell whether it is one symbol or two.

    A bold letter without a subscript and a plain one with it may meet: a column and its entries.
    """
    for letter, said in uses.items():
        names = {font for font, _ in said}
        entries = said == {("bold", False), ("", True)}
        if len(names) > 1 and not entries:
            return letter
    return None


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
            self.put("COLON", ":", at)
        elif letter in _UNICODE:
            self.place += 1
            self.put("REL", _UNICODE[letter], at)
        elif letter in _SIGNS:
            self.place += 1
            self.sign(_SIGNS[letter], letter, at)
        else:
            raise self.fail(f"cannot read {letter!r}", at)

    def after_letter(self, at: int) -> bool:
        before = re.search(r"\\?[A-Za-z]+\Z", self.text[:at][-30:])
        return before is not None and not before[0].startswith("\\")

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
        elif name in ("pm", "mp"):
            self.put("PLUS", f"\\{name}", at)
        elif name in BIGS:
            self.put("BIG", BIGS[name], at)
        elif name in DOTS:
            self.put("DOTS", "\\dots", at)
        elif name in ACCENTS:
            self.put("ACCENT", f"\\{name}", at)
            self.argument(f"after \\{name}")
        elif name in SPACES:
            self.blank(SPACES[name], at)
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
        elif name in ("tag", "tag*", "label"):
            self.name_of_formula(name, at)
        elif name in ("color", "textcolor"):
            if (colour := self.raw(f"after \\{name}")[0].strip()) not in COLOURS:
                raise self.fail(
                    f"who can see {colour!r}, by day and by night? colours are {', '.join(sorted(COLOURS))}",
                    at,
                )
        elif name in ("hspace", "mspace", "kern", "mkern", "hskip", "mskip"):
            self.length(name, at)
        elif name in ("phantom", "hphantom"):
            self.raw(f"after \\{name}")
            self.blank(1.0, at)
        elif name == "vphantom":
            self.raw("after \\vphantom")
        elif name in ("mathrel", "mathbin"):
            self.as_sign(name, at)
        elif name in ("overset", "stackrel"):
            self.over_sign(name, at)
        elif handler is not None:
            handler(at)
        else:
            raise self.fail(f"unknown command \\{name}", at)

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

    def length(self, name: str, at: int) -> None:
        """A blank of a given length, in braces or not."""
        self.place += self.text.startswith("*", self.place)
        found = _LENGTH.match(self.text, self.place)
        if found is not None:
            self.place = found.end()
        else:
            found = _LENGTH.fullmatch(self.raw(f"after \\{name}")[0])
        if found is None or found[2] not in _UNITS:
            raise self.fail(f"\\{name} needs a length, such as 1em", at)
        self.blank(float(found[1]) * _UNITS[found[2]], at)

    def name_of_formula(self, name: str, at: int) -> None:
        """A tag or a label: a name, so that nothing is claimed in it."""
        text = self.raw(f"after \\{name}")[0].strip()
        if not (_LABEL if name == "label" else _TAG).fullmatch(text):
            raise self.fail(
                f"\\{name}{{{text}}} is no name: letters, digits, primes, dots and hyphens, at most twelve",
                at,
            )

    def signs_in(self, text: str, inner: int) -> list[Token]:
        """The tokens of an argument that ought to be one sign."""
        other = _Lexer(text)
        try:
            return other.run()
        except EquationError as error:
            raise self.fail(error.reason, inner) from None

    def as_sign(self, name: str, at: int) -> None:
        text, inner = self.raw(f"after \\{name}")
        found = self.signs_in(text, inner)
        kinds = ("REL",) if name == "mathrel" else ("PLUS", "MINUS", "TIMES", "SLASH")
        if len(found) != 1 or found[0].kind not in kinds:
            raise self.fail(f"\\{name}{{{text}}} is no sign that can be read", at)
        self.put(found[0].kind, found[0].text, at)

    def over_sign(self, name: str, at: int) -> None:
        """An equality sign with "def" on top defines; nothing else on top of a sign can be read."""
        top = re.sub(r"\\(?:text|mathrm|operatorname|textrm)\b|[{}\s.]", "", self.raw(f"after \\{name}")[0])
        sign = self.raw(f"after \\{name}")[0].strip()
        if sign not in ("=", "\\equiv") or top not in ("def", "\\triangle"):
            raise self.fail(f"what \\{name} puts on a sign cannot be judged", at)
        self.put("REL", "\\coloneqq", at)

    def do_underset(self, at: int) -> None:
        r"""``\underset{j}{\max}`` is ``\max_j``; of other signs nothing can be read below them."""
        self.skip_blanks()
        below = self.place
        self.raw("after \\underset")
        self.skip_blanks()
        start, opening = len(self.out), self.place
        if self.text.startswith("{", opening):
            self.place += 1
            self.until_end(opening, opening)
        else:
            self.one()
        sign, end = self.out[start:], self.place
        if len(sign) != 1 or not (sign[0].kind == "BIG" or sign[0].text.removeprefix("\\") in _EXTREMES):
            raise self.fail("what \\underset puts below a sign cannot be judged", at)
        self.place = below
        self.put("SUB", "_", below)
        self.argument("after _")
        self.place = end

    def do_not(self, at: int) -> None:
        """``\\not=`` and its like; of other relations the negation cannot be judged."""
        self.skip_blanks()
        start = len(self.out)
        if self.place < len(self.text):
            self.one(single=True)
        found = self.out[start:]
        if len(found) != 1 or found[0].kind != "REL" or found[0].text not in _NEGATED:
            raise self.fail("this negation cannot be read", at)
        self.out[start:] = [Token("REL", _NEGATED[found[0].text], at)]

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
            self.out[-1] = replace(self.out[-1], font=FONTS[name])
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
            if len(text) == 1:
                self.out[-1] = replace(self.out[-1], font="upright")
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
        """The braced formula, and what stands at the brace: a claim of it, unless it is a name in words."""
        self.brace("underbrace", "_", at)

    def do_overbrace(self, at: int) -> None:
        self.brace("overbrace", "^", at)

    def brace(self, name: str, sign: str, at: int) -> None:
        self.skip_blanks()
        if not self.text.startswith("{", self.place):
            raise self.fail(f"an argument in braces is missing after \\{name}", self.place)
        self.put("BRACE", f"\\{name}", at)
        self.argument(f"after \\{name}")
        self.skip_blanks()
        if self.place >= len(self.text) or self.text[self.place] not in "_^":
            return
        if self.text[self.place] != sign:
            raise self.fail(f"a note at \\{name} begins with {sign}", self.place)
        self.place += 1
        self.skip_blanks()
        place = self.place
        if (remark := _REMARK.match(self.text, place)) is not None:
            if claim := _CLAIMING.search(remark[1].lower()):
                raise self.fail(f"{claim[0]!r} at a brace claims something; write it as a formula", place)
            self.place = remark.end()
            return
        self.put("UNDER", sign, place)
        self.argument(f"at \\{name}")

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
