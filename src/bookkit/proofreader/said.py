r"""What a page says of its symbols in its own formulas, as other books do: ``\mathbf{x} \in \mathbb{R}^n``.

Such a formula declares: `declarations` finds them. Where a bold letter and the plain one mean two things on a
page, ``\mathbf{h}`` a column of h numbers, `with_fonts_apart` gives the bold one an arrow, by which the
proof-reader tells them apart; and so does `with_pi_apart` with the probabilities ``\pi_i``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from bookkit import notations
from bookkit.equations.reading.fonts import fonts
from bookkit.equations.reading.lexer import tokens
from bookkit.notations.lengths import with_sizes
from bookkit.pages.source import Equation, Page
from bookkit.values.errors import EquationError

_BOLD = r"\\(?:mathbf|boldsymbol|bm)\s*\{\s*(?P<letter>\\?[A-Za-z]+)\s*\}"
_LETTER = (
    r"(?:\\(?:mathbf|boldsymbol|bm|vec|mathsf|mathrm)\s*\{\\?[A-Za-z]+\}|\\[A-Za-z]+|[A-Za-z])"
    r"(?:\^\{?\(\d+\)\}?|_\{?\w+\}?)?"
)
_REALS = r"\\math(?:bb|bf|rm)\s*\{?R\}?"  # some books have a bold R for the real numbers
_SIZE = r"(?:\\?[A-Za-z]+(?:_\{?\w+\}?)?|\d+)"
_DECLARES = re.compile(
    rf"(?P<letters>{_LETTER}(?:\s*,\s*{_LETTER})*)\s*\\in\s*{_REALS}"
    rf"\s*\^\s*(?:\{{\s*(?P<sizes>{_SIZE}(?:\s*\\times\s*{_SIZE})*)\s*\}}|(?P<one>\w))\s*[.,;]?\Z"
)
_MAPS = re.compile(
    rf"(?P<letter>{_LETTER})\s*(?::|\\colon)\s*{_REALS}"
    rf"(?:\s*\^\s*(?:\{{\s*(?P<size>{_SIZE})\s*\}}|(?P<one>\w)))?\s*\\(?:to|rightarrow)\s*{_REALS}"
    rf"(?:\s*\^\s*(?:\{{\s*(?P<values>{_SIZE})\s*\}}|(?P<value>\w)))?\s*[.,;]?\Z"
)
_ROW = re.compile(  # a derivative that is a row
    rf"\\[dt]?frac\{{\s*(?:\\partial|d|\\mathrm\{{d\}})\s*{_LETTER}\s*\}}"
    rf"\{{\s*(?:\\partial|d|\\mathrm\{{d\}})\s*(?P<by>{_LETTER})\s*\}}"
    rf"\s*\\in\s*{_REALS}\s*\^\s*\{{\s*1\s*\\times\s*(?!1\s*\}}){_SIZE}\s*\}}\s*[.,;]?\Z"
)
_PI = re.compile(r"\\pi(?![A-Za-z])")
_PROBABILITY = re.compile(r"\s*(?:_|\()")  # behind a pi
_POLICY = re.compile(r"\s*\\pi\s*\([^()]*\)\s*(?:=|:=|\\coloneqq)")
_NUMBER = re.compile(r"(?:\d(?:\s|\\[,;:! ])*|\\sqrt\s*\{?\s*)\Z")  # before a pi
_SQUARED = re.compile(r"\\sigma(?:_\{?\w+\}?)?\s*\^\s*(?:2|\{2\})")
_ACTIVATION = re.compile(  # behind or before a sigma that is a function, or what a line defines
    r"\\sigma(?:_\w|\^\w|\^\{\w+\})?\s*(?:'|\\prime|\(|\[|\\left|\\[bB]ig|\\circ|:)"
    r"|\\circ\s*\\sigma|\\partial\s*\\sigma\s*\}\s*\{|d\}?\s*\\sigma\s*\}\s*\{"
    r"|\A\s*\\sigma[^=]{0,12}=|\\sigma[^=]{0,12}(?:\\coloneqq|:=|\\in)"
)
_ARRAYS = {1: "a column of {}", 2: "a matrix of {} by {}", 3: "an array of {} by {} by {}"}


def with_fonts_apart(page: Page) -> Page:
    """Return a page on which no letter means one thing in bold type and another in plain type."""
    uses: defaultdict[str, set[tuple[str, bool]]] = defaultdict(set)
    for equation in page.equations:
        try:
            found = fonts(tokens(equation.latex.replace("\n", " ")))
        except EquationError:
            continue
        for letter, places in found.items():
            uses[letter] |= places
    said: dict[str, str] = page.front_matter["symbols"]
    sized = with_sizes(said, notations.get("own"))  # that table has no sizes, so none is passed over
    sizes = [str(k) for k, v in sized.items() if v == "a size"]
    for letter in sizes:  # which no bold letter is
        uses[letter].add(("", False))
    bold = {letter for letter, seen in uses.items() if any(font == "bold" for font, _ in seen)}
    both = {letter for letter in bold if ("", False) in uses[letter]}
    declared = {match["letter"] for name in said if (match := re.fullmatch(_BOLD, str(name)))}
    listed = {letter for letter in declared & bold - both if ("", True) in uses[letter]}  # x_i is an entry
    both |= declared & set(said) - listed
    both |= declared & {"e", *sizes}  # a plain e is Euler's number

    def arrow(match: re.Match[str]) -> str:
        return f"\\vec{{{match['letter']}}}" if match["letter"] in both else match[0]

    own = {re.sub(_BOLD, arrow, str(name)): words for name, words in said.items() if name not in listed}
    marked = tuple(replace(e, latex=re.sub(_BOLD, arrow, e.latex)) for e in page.equations)
    return replace(page, equations=marked, front_matter={**page.front_matter, "symbols": own})


def with_pi_apart(page: Page) -> Page:
    r"""Return a page on which probabilities, ``\pi_i`` or a column ``\pi``, are told apart from the number.

    The number is what stands behind a digit or under a root, ``\sqrt{2\pi}``. A number ``\pi`` that the page
    declares is the only one that it has.
    """
    said: dict[str, str] = page.front_matter["symbols"]
    words = next((words for name, words in said.items() if name.strip() == "\\pi"), None)
    indexed = any(re.match(r"\\pi\s*_", name) for name in said)
    family = any(re.search(r"\\pi\s*_", e.latex) or _POLICY.match(e.latex) for e in page.equations)
    is_array = words is not None and re.search(r"column|row|matrix|array|function", words) is not None
    if indexed or not (is_array or (family and words is None)):
        return page

    def arrow(match: re.Match[str]) -> str:
        text = match.string
        number = _NUMBER.search(text[: match.start()]) and not _PROBABILITY.match(text, match.end())
        return match[0] if number else r"\vec{\pi}"

    own = {_PI.sub(arrow, name): words for name, words in said.items()}
    marked = tuple(replace(e, latex=_PI.sub(arrow, e.latex)) for e in page.equations)
    return replace(page, equations=marked, front_matter={**page.front_matter, "symbols": own})


def with_deviation(page: Page) -> Page:
    r"""Return a page on which ``\sigma`` is a standard deviation, where it can be no function.

    So it is where no formula applies it, derives it or says what it is, and one has its square.
    """
    said: dict[str, str] = page.front_matter["symbols"]
    texts = [equation.latex for equation in page.equations]
    function = any(_ACTIVATION.search(text) for text in texts) or any("\\sigma" in name for name in said)
    if function or not any(_SQUARED.search(text) for text in texts):
        return page
    return replace(
        page, front_matter={**page.front_matter, "symbols": {**said, "\\sigma": "a positive number"}}
    )


def declarations(equation: Equation) -> dict[str, str]:
    """Return what a formula that only says how large letters are declares: the letters, and their sizes."""
    if is_map(equation):
        return _map(equation)
    match = _DECLARES.match(equation.latex.strip())
    if match is None:
        return {}
    sizes = re.split(r"\s*\\times\s*", (match["sizes"] or match["one"]).strip())
    if len(sizes) not in _ARRAYS:
        return {}
    words = _ARRAYS[len(sizes)].format(*sizes)
    said = {letter.strip(): words for letter in match["letters"].split(",")}
    return said | {size: "a size" for size in sizes if not size.isdigit()}


def says_rows(equation: Equation, known: Mapping[str, str]) -> bool:
    r"""Whether a formula says that derivatives are rows: it has ``\in \mathbb{R}^{1 \times n}`` behind one.

    By a row, they are in any case.
    """
    match = _ROW.match(equation.latex.strip())
    return match is not None and not re.match(r"(?:an? )?row\b", str(known.get(match["by"], "")))


def is_map(equation: Equation) -> bool:
    r"""Whether a formula says that a letter is a function: ``f: \mathbb{R}^n \to \mathbb{R}^m``."""
    return _MAPS.match(equation.latex.strip()) is not None


def _map(equation: Equation) -> dict[str, str]:
    match = _MAPS.match(equation.latex.strip())
    assert match is not None
    size, values = match["size"] or match["one"] or "1", match["values"] or match["value"] or "1"
    words = "a function" if values == "1" else f"a function to columns of {values}"
    return {match["letter"].strip(): words} | {
        name: "a size" for name in (size, values) if not name.isdigit()
    }
