"""The words, signs and letters of LaTeX that the reader knows, as tables."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LETTERS = _words("""
    alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi
    rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma
    Upsilon Phi Psi Omega ell nabla partial infty top prime forall hbar
""")
FUNCTIONS = _words("""
    log ln exp sin cos tan tanh sinh cosh max min arg argmax argmin arcsin arccos arctan cot coth sec csc
    det dim
""")
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
    "sim": "\\sim",
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
    "bullet": "\\odot",
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
UNITS = {
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
STYLES = _words("""
    displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits nonumber notag big Big bigg Bigg
    bigm Bigm middle boxed mathord mathinner mathstrut strut
""")
EXTREMES = ("max", "min", "argmax", "argmin")
COLOURS = {"red", "blue", "green", "orange", "purple", "teal", "magenta", "violet"}
LAYOUT = _words("""
    align align* aligned alignat gather gather* gathered equation equation* split
""")
TABLES = {
    "matrix": "matrix",
    "pmatrix": "pmatrix",
    "bmatrix": "bmatrix",
    "vmatrix": "vmatrix",
    "smallmatrix": "matrix",
    "cases": "cases",
    "array": "matrix",
}
SPOKEN = _words("""
    if for all and or otherwise else when where with so since because by then
""")
DOTS = {"dots", "ldots", "cdots", "dotsc", "dotsb", "dotsm", "vdots", "ddots"}
# Brackets that close only their own kind; round and square ones close each other, as in [0, 1).
PARTNER = {"\\{": "brace", "\\lfloor": "floor", "\\lceil": "ceiling", "\\langle": "angle"}
PARTNER_OF = {"\\}": "brace", "\\rfloor": "floor", "\\rceil": "ceiling", "\\rangle": "angle"}
BRACKETS = {name[1:]: kind for kind, names in (("OPEN", PARTNER), ("CLOSE", PARTNER_OF)) for name in names}
SIGNS = {
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
UNICODE = {
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
NEGATED = {"=": "\\neq", "<": "\\ge", ">": "\\le", "\\le": ">", "\\ge": "<"}
# What a kind of token is called in messages.
TOKENS = {
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
