r"""What a formula says something of: the letters and functions of letters on the left of its equals signs,
and those of which it names a set, ``x, y \in S``.

They are found in formulas that could not be read as well, so that it is known of which letters something has
been said that nobody has understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.conditions import is_letter
from bookkit.equations.reading.context import name_of
from bookkit.equations.reading.directives import without_comments
from bookkit.equations.reading.parse import parse
from bookkit.equations.reading.products import operator_in
from bookkit.equations.reading.scripts import is_label_or_power
from bookkit.values.errors import EquationError

_SIGN = re.compile(r":=|\\(?:coloneqq|coloneq|equiv|triangleq|doteq|leftarrow|gets|in)(?![A-Za-z])|:?=")
_PARTS = re.compile(
    r"\\\\(?:\[[^\]]*\])?|[,;&]|\\q?quad(?![A-Za-z])|\\(?:text|mathrm|textrm)\s*\{[^{}]*\}"
    r"|\\(?:begin|end)\s*\{[^{}]*\}(?:\{[^{}]*\})?"
)
_OPEN, _CLOSED = "{([", "})]"


def unread_heads(latex: str) -> Iterator[str]:
    """The names on the left of the signs of a formula that cannot be read as a whole."""
    text = without_comments(latex)
    begins = listed = 0  # of what a sign has on its left, and of what may be a list of letters there
    for place in _outside_brackets(text):
        if sign := _SIGN.match(text, place):
            for item in text[listed:place].split(",") if sign[0] == "\\in" else [text[begins:place]]:
                yield from _head(item)
            begins = listed = sign.end()
        elif part := _PARTS.match(text, place):
            begins = part.end()
            listed = listed if part[0] == "," else begins


def _head(text: str) -> Iterator[str]:
    try:
        tree = parse(text)
    except (EquationError, RecursionError):
        return
    if len(tree.statements) == 1 and not tree.is_claim:
        yield from heads(tree.statements[0].chain.first)


def _outside_brackets(text: str) -> Iterator[int]:
    depth = 0
    for place, sign in enumerate(text):
        depth += (sign in _OPEN) - (sign in _CLOSED)
        if depth <= 0 or text.startswith("\\begin", place):
            depth = max(depth, 0)
            yield place


def heads(node: t.Node) -> Iterator[str]:
    r"""The names of which a left side says something: of ``f(x)`` f, of ``h_t`` h, of ``h_1`` that alone.

    A power says nothing of its base, but for a square, which may be a name: ``\sigma^2``. What may be a label
    makes another name of it: ``p^{\mathrm{C}}``.
    """
    if isinstance(node, t.Juxtaposed) and len(node.factors) == 2:
        head, group = node.factors
        arguments = group.items if isinstance(group, t.Group) and operator_in(head) is None else ()
        if arguments and all(is_letter(item) or _is_pair(item) for item in arguments):
            yield from heads(head)
        return
    if not isinstance(node, t.Scripted):
        if isinstance(node, (t.Name, t.Word, t.Accent)):
            yield name_of(node)
        return
    if node.primes or not isinstance(node.base, (t.Name, t.Word, t.Accent)):
        return
    label = isinstance(node.sup, t.Group) or node.sup in (None, t.Number("2"))
    layer = isinstance(node.sup, t.Name) and node.sup.text in ("l", "L")
    letters = [part for part in (node.sub.walk() if node.sub is not None else ()) if isinstance(part, t.Name)]
    if layer or (label and any(len(part.text) == 1 for part in letters)):
        yield name_of(node.base)
    elif label:
        yield node.latex()
    elif is_label_or_power(node.sup):
        yield node.with_(sub=None).latex()


def _is_pair(item: t.Node) -> bool:
    """Whether an argument is a bold letter with more behind it, as ``x, y`` between two bars are."""
    return isinstance(item, t.Sequence) and all(map(is_letter, item.items))
