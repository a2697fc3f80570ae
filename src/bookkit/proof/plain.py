"""Mathematics where the proof-reader does not look: typed as plain text, in a code span, in a typed listing.

What readers take for mathematics is a formula, which is judged, or a fault. A sign of a relation in running
text is such a thing wherever it stands and however it is typed; so is a code span that claims something and
is in no listing of the page, and a listing that is typed and not included. What looks like mathematics and is
none is marked by the author: `[File > Open]{.verbatim}`.
"""

from __future__ import annotations

import ast
import math
import operator
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

from bookkit.pages.source import Fault, Fence, Page
from bookkit.seeing.parts import CODE, FORMULA, Seen, Text, folded

_MARK = "what is no mathematics is marked: [text]{.verbatim}"
_FORMULA = f"mathematics is written between dollar signs, so that it can be judged; {_MARK}"

# What may stand in a sentence although Unicode calls it a sign of mathematics.
_HARMLESS = set("+±−×÷|~¬⁄<>→←") | set("⁺⁻₊₋")
_NAMED = re.compile(r"\b(?:EQUALS?|EQUAL TO|ALMOST|LESS-THAN|GREATER-THAN|IDENTICAL TO|TILDE OPERATOR)\b")
_LOOKS_EQUAL = set("═゠᐀⚌〓⹀꓿ᐸᐳ˂˃˭🟰➕➖➗")
_GREEK = (
    "alpha|beta|gamma|delta|epsilon|zeta|eta|theta|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|chi|psi|omega"
    "|nabla"
)
_SYMBOL = (
    rf"(?:(?<![^\W\d_])(?:[^\W\d_]|{_GREEK})(?![^\W\d_])|[α-ωΑ-Ωϑϕϵ]|\d|[)\]²³¹⁰-⁹₀-₉′’'%]|{FORMULA}|{CODE})"
)
_AFTER = rf"(?:[-+−±(\[√]?\s*(?:{_SYMBOL}))"
_AROUND = re.compile(
    rf"{_SYMBOL}\s*(?P<sign>[>→←]|-+>|<-+)|(?P<sign2>[>→←]|-+>|<-+)\s*{_AFTER}|(?P<sign3><(?![\w./-]+>))"
    r"|\s(?P<sign5>[‹›])\s|[^\W\d_]\s+(?P<sign4>>)\s+(?![A-Z])"
)
_TILDE = re.compile(rf"{_SYMBOL}\s+(?P<sign>~)\s*{_AFTER}")
_ASCII = re.compile(r"(?P<sign>[<>!:~=]=|=[<>~]|=|<>|\\[A-Za-z]{2,})")
_WORDS = re.compile(
    rf"(?P<left>{_SYMBOL})\s+(?P<sign>equals?|(?:is|are)\s+(?:equal|identical)\s+to|gives|yields)\s+{_AFTER}"
)
# A relation that words say between two formulas, `$a$ is the same as $b$`: a clause begins with the first of
# them, as none does after `if` and `of`, and nothing after the second makes it part of something else.
_BETWEEN = re.compile(
    rf"(?:\A\W*|[.,:;!?(–—]\s|\b(?i:then|so|that|since|hence|thus|therefore|because|as|and|but|or|while|whereas|also"
    rf"|there|where|now|here|clearly|always|obviously)\s)\s*{FORMULA}\s+"
    r"(?P<sign>(?:(?:is|are|was|were|equals?|exceeds?|becomes?|remains?|stays?|matches|dominates|means|implies|always"
    r"|never|cannot|can|must|will|may|be|exceed|equal)\s+)+"
    r"(?:(?:always|never|not|also|then|just|simply|exactly|precisely|approximately|about|roughly|nearly|almost|at|most"
    r"|least|no|more|less|greater|smaller|larger|bigger|higher|lower|than|the|same|as|equal|identical|equivalent|to"
    r"|below|above|within|twice|half|of|times|proportional|or|and|strictly|thing|by|bounded|over|under|far|much)\s+)*)"
    rf"{FORMULA}(?=\s*(?:[,.;:!?)–—]|\Z)|\s+(?:and|or|but|so|for|if|when|where|since|because|as|whenever|while|in|at"
    r"|with|whatever|holds?|always|everywhere|here|there|too|again|by|then|after)\b)"
)
# A claim in plain letters, `x² is 2x`: both sides could stand in a formula, and one of them computes.
_ATOM = (
    r"(?:(?:exp|log|ln|sin|cos|tan|tanh|max|min)\s?\([^()]{1,30}\)|(?:[d∂][A-Za-z]/[d∂])?[^\W\d_](?:[′']+)?\([^()]{1,20}\)"
    r"|\d+(?:\.\d+)?[^\W\d_](?![^\W_])|\d+(?:\.\d+)?|[^\W\d_](?:\^\S+|[²³⁻¹′ᵀₙ]+)?(?![^\W_]))"
)
_EXPRESSION = rf"[-−√]?{_ATOM}(?:\s?[-+−×·*/^]\s?{_ATOM})*"
_STATED = re.compile(
    rf"(?<![^\W_])(?<![-+−×·*/.$])(?P<left>{_EXPRESSION})\s+"
    r"(?P<sign>(?:is|are|makes?)(?:\s(?:always|then|just|simply|the same as))?)"
    rf"\s+(?P<right>{_EXPRESSION})(?=[,.;:!?)]|\s*\Z|\s+(?:and|or|if|for|when|where|holds?|in|at|with|so)\b)"
)
_COMPUTES = re.compile(r"[+−×·*/^√²³⁻¹′'ᵀ]|\s-\s|\(|\d[^\W\d_]")
_OVER = re.compile(r"[^\W_]\s?[\u0300-\u036f]")
_OVERLAID = set("\u0333\u0338\u0347")  # strokes that turn a sign into an equals sign, or cross it out
_OPERATION = re.compile(r"[-+−×·*/^²³⁰-⁹√]|\b(?:plus|minus|times|over|divided by|squared|cubed)\b")
_LABEL_IN_A_DRAWING = re.compile(
    r"(?<!\S)[(\[]?[^\W\d_]{1,8}[\d₀-₉]{0,2}[′’']?\s=\s[-−]?\d[\d.,]*(?=[\s,;.:)\]]|\Z)"
    r"(?!\s*[-+−×·*/^=<>≤≥≈])"
)
_COMMANDS = {"sh", "bash", "shell", "console", "yaml", "toml", "md", "markdown", "make", "makefile", "ini"}
_MARKDOWN = {"md", "markdown"}
_INCLUDE = re.compile(r"\s*;?-+8<-+\s+[\"'][^\"']+[\"']\s*\Z")


def hidden(page: Page, seen: Seen, listings: str) -> Iterator[Fault]:
    """Yield what a page shows as mathematics and nothing judges; `listings` is what it includes."""
    for text in seen.texts:
        yield from in_text(text)
    known = _bare(listings)
    for code in () if page.front_matter.get("quoted_code") else seen.codes:
        if reason := in_code(code.text, known):
            yield Fault(code.line, f"`{code.text}` {reason}")
    for fence in page.fences:
        yield from in_fence(fence)


def in_text(text: Text) -> Iterator[Fault]:
    """Yield the signs of mathematics in a stretch of text, the first of each place."""
    line = folded(text.text)
    if text.heard:  # a drawing's labels are read out: `z = 1`; their numbers are compared like all others
        line = _LABEL_IN_A_DRAWING.sub(lambda match: match[0].replace("=", " "), line)
    found: dict[int, str] = {}
    for match in _ASCII.finditer(line):
        found[match.start()] = match[0]
    for pattern in (_AROUND, _TILDE):
        for match in pattern.finditer(line):
            name = next(name for name, sign in match.groupdict().items() if sign)
            found.setdefault(match.start(name), match[name])
    for match in _WORDS.finditer(line):
        left, right = line[: match.end("left")], line[match.end("sign") :]
        if _claims(left, right):
            found.setdefault(match.start("sign"), match["sign"])
    for match in _BETWEEN.finditer(line):
        found.setdefault(match.start("sign"), match["sign"].strip())
    for match in _STATED.finditer(line):
        read_out = text.heard and len(match["left"]) == 1  # a label of a drawing: v is 3 + 5
        if not read_out and any(_COMPUTES.search(match[side].lstrip("-−")) for side in ("left", "right")):
            found.setdefault(match.start("sign"), match["sign"])
    for match in _OVER.finditer(line):
        if len(unicodedata.normalize("NFC", match[0])) > 1:  # an accent that no language puts there
            found.setdefault(match.start(), match[0])
    for place, character in enumerate(line):
        if ord(character) > 126 and _is_sign(character):
            found.setdefault(place, character)
    if found:
        place = min(found)
        around = line[max(place - 25, 0) : place + 30].replace(FORMULA, "$…$").strip()
        yield Fault(text.line(place), f"{found[place]!r} in the text “{around}”: {_FORMULA}")


def _claims(left: str, right: str) -> bool:
    """Whether words between two pieces claim something that could be written as a formula."""
    before, after = re.split(r"[.,;:!?()]\s", left)[-1][-40:], re.split(r"[.,;:!?()](?:\s|\Z)", right)[0][:40]
    both = before.rstrip().endswith(FORMULA) and after.lstrip().startswith(FORMULA)
    numbers = re.search(r"\d\s*\Z", before) and re.match(r"\s*[-+−]?\d", after)
    sizes = "×" in before and "×" in after  # a 3 × 2 matrix times a 2 × 4 one gives 3 × 4
    return bool(both or (numbers and _OPERATION.search(before) and not sizes))


@lru_cache(maxsize=4096)
def _is_sign(character: str) -> bool:
    """Whether a character is a sign of mathematics, or a letter or digit that only formulas have."""
    if character in _HARMLESS:
        return False
    if character in _LOOKS_EQUAL | _OVERLAID or 0x1D400 <= ord(character) <= 0x1D7FF:
        return True
    if unicodedata.category(character) == "Sm" or _NAMED.search(unicodedata.name(character, "")):
        return True
    name = unicodedata.name(character, "")
    return name.startswith(("DOUBLE-STRUCK", "SCRIPT CAPITAL", "FULLWIDTH LATIN", "FULLWIDTH DIGIT")) or (
        re.search(r"\bARROW(?:S|\b)", name) is not None
    )


_ARITHMETIC: dict[type, Callable[..., float]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv, ast.Mod: operator.mod, ast.UAdd: operator.pos, ast.USub: operator.neg,
}  # fmt: skip
_COMPARED: dict[type, Callable[[float, float], bool]] = {
    ast.Eq: lambda a, b: math.isclose(a, b, rel_tol=1e-12, abs_tol=1e-15), ast.NotEq: operator.ne,
    ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
}  # fmt: skip
_ONLY_A_SIGN = re.compile(r"[-+*/@%&|^!:<>]*=[=>]?|[<>]=?|#>?")
_RELATED = re.compile(r"[^\s=!<>:]\s*(?:[<>!:]?=|→|->)\s*[^\s=]")
_LATEX = re.compile(r"\\[A-Za-z]+|[\^_]\{")


def in_code(text: str, known: str) -> str | None:
    """Return why a code span claims what nothing judges; `known` are the page's listings, without blanks."""
    bare = _bare(text)
    if not bare or bare in known or _ONLY_A_SIGN.fullmatch(bare):
        return None
    if any(ord(character) > 126 and _is_sign(character) for character in text):
        return f"shows a sign of mathematics: {_FORMULA}"
    text = text.strip()
    code, _, comment = text.partition("#")
    if comment and re.search(r"\d", comment):
        return f"shows a result that is in no listing of the page: include it; or {_MARK}"
    if _LATEX.search(code):
        return f"shows LaTeX that nothing judges: {_FORMULA}" if "=" in code or "coloneqq" in code else None
    if ">>>" in code:
        return f"shows a result that is in no listing of the page: include it; or {_MARK}"
    tree = _parsed(code)
    if tree is None:
        return f"claims something and is no Python: {_FORMULA}" if _RELATED.search(_keywords(code)) else None
    if isinstance(tree, ast.Compare):
        return _compared(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and _compared(node) is not None:
            return _compared(node)
        if isinstance(node, ast.Not) or _assigns(node):
            return f"is in no listing of the page: include it; as a claim, {_FORMULA}"
    return None


def _assigns(node: ast.AST) -> bool:
    """Whether a piece of code gives a name a value that is more than a word."""
    if not isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign | ast.NamedExpr) or node.value is None:
        return False
    return not (isinstance(node.value, ast.Constant) and isinstance(node.value.value, str))


def _keywords(code: str) -> str:
    """Code without the names of its arguments: `init=` is no relation."""
    code = re.sub(r"(?<=[(,])\s*\w+=(?!=)|(?<![\w-])--[a-z][\w-]*=(?!=)", "", code)
    return re.sub(r"[<>=~!]=(?=\d[\w.]*(?:[\s,]|\Z))", "", code) if code.startswith("pip install ") else code


def _parsed(code: str) -> ast.AST | None:
    try:
        body = ast.parse(code).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        if re.match(r"(?:async )?(?:def|class|for|if|while|with)\b", code) and not code.endswith(": ..."):
            return _parsed(f"{code.rstrip().removesuffix(':')}: ...")  # the head of what goes on below
        return None
    if len(body) == 1:
        return body[0].value if isinstance(body[0], ast.Expr) else body[0]
    return ast.Module(body=body, type_ignores=[])


def _compared(tree: ast.Compare) -> str | None:
    """A comparison of numbers is computed; one with names is a line of a listing, or marked."""
    sides = [_value(side) for side in (tree.left, *tree.comparators)]
    values = [side for side in sides if side is not None]
    if len(values) < len(sides):
        return f"compares, and is in no listing of the page: include it; as a claim, {_FORMULA}"
    pairs = zip(values, tree.ops, values[1:], strict=False)
    if all(_COMPARED.get(type(op), operator.is_)(left, right) for left, op, right in pairs):
        return None
    return "is false"


def _value(node: ast.AST) -> float | None:
    """The value of arithmetic with numbers alone, None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return float(node.value) if abs(node.value) < 1e300 else None
    try:
        if isinstance(node, ast.UnaryOp) and type(node.op) in _ARITHMETIC:
            inner = _value(node.operand)
            return None if inner is None else _ARITHMETIC[type(node.op)](inner)
        if isinstance(node, ast.BinOp):
            left, right = _value(node.left), _value(node.right)
            if left is None or right is None:
                return None
            if isinstance(node.op, ast.Pow):
                return math.pow(left, right)
            return _ARITHMETIC[type(node.op)](left, right) if type(node.op) in _ARITHMETIC else None
    except (ArithmeticError, ValueError):
        return None
    return None


def in_fence(fence: Fence) -> Iterator[Fault]:
    """Yield what is typed in a fence and ought to be included: all but commands and settings."""
    if fence.language in _COMMANDS:
        yield from _in_commands(fence)
        return
    for number, line in enumerate(fence.text.split("\n"), start=fence.line + 1):
        if line.strip() and not _INCLUDE.match(line):
            yield Fault(
                number,
                f"a listing is included, so that it is run: {line.strip()[:60]!r} is typed."
                f" Commands, in a fence of the language sh, may be",
            )
            return


def _in_commands(fence: Fence) -> Iterator[Fault]:
    """Comments beside commands are texts, and what Python says is a result: neither may claim anything."""
    if fence.language in _MARKDOWN:
        return
    for number, line in enumerate(fence.text.split("\n"), start=fence.line + 1):
        if line.lstrip(" >").startswith(">>>") or ">>>" in line:
            yield Fault(number, f"{line.strip()[:60]!r} shows a result: include a listing, so that it is run")
        _, sign, comment = f" {line}".partition(" #")
        if sign:
            yield from in_text(Text(comment, ((0, number),)))


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)
