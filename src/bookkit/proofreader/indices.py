r"""Letters that a page uses as indices and for nothing else: the a of ``s_i = \sum_{a=1}^q w_a x_{i+a-1}``.

In the table, a is a number, and the proof-reader would look for entry 0.5. Where a letter stands below an
array of the page, or below what a line makes of one, and otherwise only below others, below the sign of a sum
and in a comparison of indices, it can be nothing but an index.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bookkit import notations
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.parse import parse
from bookkit.notations.table import Notation
from bookkit.pages.source import Equation, Page
from bookkit.proofreader.names import is_array, plain
from bookkit.values.errors import EquationError

_SINGLE = re.compile(r"[a-z]\Z")
_ARTICLE = re.compile(r"\ban? (?!by\b)")  # of "a column of a", the first a
_GOING_THROUGH = ("\\sum", "\\prod", "\\max", "\\min")
_BELOW, _ELSEWHERE = "below", "elsewhere"  # where a letter stands: as an index, or not


def with_indices(page: Page) -> Page:
    """Return a page that has declared the letters that it uses as indices and for nothing else."""
    said: dict[str, str] = page.front_matter["symbols"]
    table = notations.get(page.front_matter["notation"])
    read = [(equation.latex, _tree(equation)) for equation in page.equations]
    trees = [tree for _, tree in read if tree is not None]
    unread = " ".join(latex for latex, tree in read if tree is None)
    arrays = {plain(name) for name, words in said.items() if is_array(words)}
    arrays |= set(_families(trees, table))
    uses = {use for tree in trees for use in _uses(tree, _ELSEWHERE)}
    words = " ".join(_ARTICLE.sub("", words) for words in said.values())
    letters = {letter for base, letter in _indexed(trees) if base in arrays}
    found = {
        letter: "an index"
        for letter in sorted(letters)
        if (letter, _ELSEWHERE) not in uses
        and not any(plain(name) == letter for name in said)
        and not re.search(rf"\b{letter}\b", words)
        and not re.search(rf"(?<![\\A-Za-z]){letter}(?![A-Za-z])", unread)
        and _is_open(table, letter)
    }
    return replace(page, front_matter={**page.front_matter, "symbols": {**said, **found}}) if found else page


def _is_open(table: Notation, letter: str) -> bool:
    """Whether a letter is no index yet and the table has nothing but a number for it."""
    row = table.by_base.get(letter)
    number = row is None or row.is_any_number
    return letter not in table.indices and letter not in table.function and number


def _tree(equation: Equation) -> t.Tree | None:
    try:
        return parse(equation.latex)
    except EquationError:
        return None


def _families(trees: list[t.Tree], table: Notation) -> Iterator[str]:
    """The letters of which the page defines one for each value of an index of the table: ``p_k = …``."""
    for tree in trees:
        for statement in tree.statements:
            left, steps = statement.chain.first, statement.chain.steps
            defines = bool(steps) and steps[0].sign in ("=", "\\coloneqq")
            below = left.sub if defines and isinstance(left, t.Scripted) else None
            if isinstance(left, t.Scripted) and below is not None and _counts(below, table):
                yield left.base.latex()


def _counts(node: t.Node, table: Notation) -> bool:
    return any(isinstance(part, t.Name) and part.text in table.indices for part in node.walk())


def _indexed(trees: list[t.Tree]) -> Iterator[tuple[str, str]]:
    """What stands below what, by their letters."""
    for tree in trees:
        for part in tree.walk():
            if isinstance(part, t.Scripted) and part.sub is not None:
                for name in part.sub.walk():
                    if isinstance(name, t.Name) and _SINGLE.match(name.text):
                        yield part.base.latex(), name.text


def _uses(node: t.Node, where: str) -> Iterator[tuple[str, str]]:
    """Each letter of a formula and whether it stands there as an index."""
    if isinstance(node, t.Name):
        yield node.text, where
        return
    below: t.Node | None = None
    if isinstance(node, t.Scripted):
        below = node.sub
    elif isinstance(node, t.Range):
        below = node.name
    elif isinstance(node, t.Big) and node.sign in _GOING_THROUGH:
        below = node.below
        if isinstance(below, t.Chain) and all(step.sign == "=" for step in below.steps):
            yield from _uses(below.first, _BELOW)
            yield from (use for step in below.steps for use in _uses(step.right, where))
            yield from (use for part in node.children() if part is not below for use in _uses(part, where))
            return
    elif isinstance(node, t.Group) and len(node.items) == 1 and _compares(node.items[0], ("=", "\\neq")):
        below = node.items[0]
    elif isinstance(node, t.Statement):
        compared = [node.chain] if _compares(node.chain, ("\\neq",)) else []
        compared += [item for item in node.conditions if _compares(item, ("=", "\\neq"))]
        for part in node.children():
            inside = any(part is item for item in compared)
            yield from _uses(part, _BELOW if inside else where)
        return
    for part in node.children():
        yield from _uses(part, _BELOW if part is below else where)


def _compares(node: t.Node, signs: tuple[str, ...]) -> bool:
    """Whether something asks whether letters or numbers are the same: ``(y = k)``."""
    if not isinstance(node, t.Chain) or not node.steps:
        return False
    sides = (node.first, *(step.right for step in node.steps))
    plain = all(isinstance(side, t.Name | t.Number) for side in sides)
    return plain and all(step.sign in signs for step in node.steps)
