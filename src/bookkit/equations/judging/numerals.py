r"""A letter and the same letter with a numeral are two names in other books: ``L = L_1 + L_2``.

A number has no entries, so where a line makes a number of ones that differ from it by a numeral, these are
numbers of their own, and from there on each is one symbol. Without that, the line would seem to say of L what
L is made from. What the page has said of such a name already stays, and so do entries of arrays and members
at times. A word below tells as much: ``L = L_{\text{fit}} + \lambda L_{\text{reg}}``, ``\eta_{\max}``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Context, Definition
from bookkit.equations.reading.parse import parse
from bookkit.notations.table import Notation

_ENDS = (t.Name("\\max"), t.Name("\\min"))


def outside(letter: t.Node, node: t.Node) -> Iterator[t.Node]:
    """All parts of a node but for the letter where a numeral makes another name of it."""
    yield node
    for part in node.children():
        if not (is_numbered(node, letter) and part == letter):
            yield from outside(letter, part)


def is_numbered(node: t.Node, letter: t.Node) -> bool:
    """Whether a node is a letter with a numeral or a word below, perhaps with a power."""
    return isinstance(node, t.Scripted) and node.base == letter and _is_numeral(node.sub)


def _is_numeral(sub: t.Node | None) -> bool:
    return (isinstance(sub, t.Number) and sub.text.isdigit()) or isinstance(sub, t.Word) or sub in _ENDS


def beside(left: t.Node, right: t.Node, notation: Notation, context: Context) -> dict[str, str]:
    """The names that a line tells from the letter that it defines, as a page would declare them."""
    left = left.factors[0] if isinstance(left, t.Juxtaposed) else left
    if not isinstance(left, (t.Name, t.Accent)):
        return {}
    row = notation.by_base.get(left.latex())
    if row is None or row.shape or row.size or row.time or row.layered or row.law:
        return {}
    parts = [part for part in right.walk() if isinstance(part, t.Scripted) and is_numbered(part, left)]
    names = dict.fromkeys(part.with_(sup=None).latex() for part in parts if not part.primes)
    return {name: row.as_number for name in names if name not in notation.by_base and not context.knows(name)}


def of_definitions(definitions: Iterable[Definition], notation: Notation) -> dict[str, str]:
    """The names that earlier lines have told from the letters that they define."""
    items = list(definitions)
    known = Context(tuple(items))
    found: dict[str, str] = {}
    for item in items:
        if not item.sub and item.sup is None and f"{item.name}_" in item.body.latex():
            found |= beside(_letter(item.name), item.body, notation, known)
    return found


def _letter(name: str) -> t.Node:
    return parse(name).statements[0].chain.first


def is_made_from_its_letter(left: t.Node, right: t.Node) -> bool:
    r"""Whether a name with a label is made from the letter itself: ``x_1 = 2x``, ``w_2 = w_1 - \eta g``."""
    if not isinstance(left, t.Scripted):
        return False
    others = any(is_numbered(part, left.base) for part in right.walk())
    return left.base in outside(left.base, right) or (others and _is_numeral(left.sub))


def goes_round(left: t.Node, right: t.Node, context: Context) -> bool:
    """Whether a line names what the page has made from the very letter that it seems to define."""
    seen = set[str]()
    todo = [right]
    while todo:
        for part in outside(left, todo.pop()):
            if not isinstance(part, (t.Name, t.Accent, t.Scripted)):
                continue
            name = part.with_(sup=None, primes=0) if isinstance(part, t.Scripted) and part.sub else part
            known = context.find(name.latex())
            if known is None or name.latex() in seen or name == left:
                continue
            seen.add(name.latex())
            if not known.sub and left in outside(left, known.body):
                return True
            todo.append(known.body)
    return False


def is_of_its_members(left: t.Node, right: t.Node) -> bool:
    r"""Whether a line makes a letter from its own members and not from itself: ``L = \sum_i L_i``."""
    apart = list(outside(left, right))
    members = [part for part in apart if isinstance(part, t.Scripted) and part.base == left and part.sub]
    return bool(members) and len(members) == sum(part == left for part in apart)
