r"""Names with labels, in books that define with an equals sign: ``z^{[1]}``, ``a^{(L)}``, ``\mu_B``, ``h_1``.

A label counts nothing, it tells one quantity from another. The first line about such a name defines it, and
from there on it is one symbol. What could count is no label: an index, a size, a letter that the line's other
side names as well, for then ``x_k = 2k`` would say one thing of one k; as a part of a name that is known,
``\mu_B``, the other side names no letter. A letter whose entries or members the table has keeps its scripts,
too, but for a word and a plus sign, ``x_{\text{new}}`` and ``H_+``, which count nothing anywhere. What stands
above a letter without brackets, ``p^{\mathrm{C}}``, is told from a power in `labels_above`.

So a line is a definition only where it could not have been a claim: what it names had no meaning before.
"""

from __future__ import annotations

import itertools

from bookkit.equations.judging import labels_above
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Context
from bookkit.equations.reading.positive_parts import PLUS
from bookkit.equations.reading.rewriting import rebuilt
from bookkit.equations.reading.scripts import MARKS
from bookkit.notations.table import Notation
from bookkit.values.errors import EquationError


def with_label_above(node: t.Node, right: t.Node, notation: Notation, context: Context) -> t.Node | None:
    r"""``z^{(1)}``, ``a^{[L]}``, ``z^{(2)}_j``, ``w^*``, ``X^+``, new here, with the label in the name."""
    if not isinstance(node, t.Scripted) or node.primes or not isinstance(node.base, (t.Name, t.Accent)):
        return None
    sup = node.sup
    inner = sup.items if isinstance(sup, t.Group) and sup.opening in ("(", "[") else ()
    bracketed = len(inner) == 1 and _is_label(inner[0], right, notation, context)
    if sup not in MARKS and not bracketed and not labels_above.is_label(node, right, notation, context):
        return None
    base, whole = node.base.latex(), t.Name(node.with_(sub=None).latex())
    symbol, known = notation.by_base.get(base), context.find(base)
    layered = symbol is not None and (symbol.layered or bool(symbol.samples))
    layered = layered or (symbol is not None and "m" in symbol.shape and sup not in MARKS)  # of a sample
    derived = known is not None and known.arguments is not None and sup not in MARKS  # f^{(2)} of a function
    if layered or derived or context.knows(whole.text) or whole.text in notation.by_base:
        return None
    return whole if node.sub is None else t.Scripted(whole, 0, node.sub)


def with_label_of(node: t.Node, labelled: t.Node, right: t.Node) -> t.Node:
    r"""A right side in which other members of what it defines have the label in their names, too:
    ``h_t^{\mathrm{b}} = h_{t-1}^{\mathrm{b}} + x_t``.
    """
    name = labelled.base if isinstance(labelled, t.Scripted) else labelled

    def written(part: t.Node) -> t.Node:
        if not isinstance(part, t.Scripted) or not isinstance(node, t.Scripted) or part.primes:
            return part
        same = part.base == node.base and part.sup == node.sup and part.sub is not None
        return t.Scripted(name, 0, part.sub) if same else part

    found: t.Node = rebuilt(right, written)
    return found


def has_label_below(node: t.Node, right: t.Node, notation: Notation, context: Context) -> bool:
    r"""Whether a node is a new name such as ``\mu_B`` or ``h_1``, whose subscript counts nothing.

    A number is a label where the letter is one number, which has no entries and no members.
    """
    if not isinstance(node, t.Scripted) or node.primes or node.sup is not None or node.sub is None:
        return False
    base, whole = node.base.latex(), node.latex()
    if not isinstance(node.base, (t.Name, t.Accent)) or whole in notation.by_base or context.knows(whole):
        return False
    symbol, known = notation.by_base.get(base), context.find(base)
    if known is not None and (known.sub or known.arguments is not None):
        return False
    in_words = node.sub == PLUS or isinstance(node.sub, t.Word)
    if symbol is None:  # w_{\text{new}}, where the page has made w itself
        return in_words and known is not None
    if symbol.size or symbol.time or symbol.layered or symbol.law:
        return False
    if in_words:
        return True
    if symbol.shape:
        return False
    if isinstance(node.sub, t.Number):
        return not symbol.family and known is None
    return not isinstance(node.sub, t.Plus) and _is_label(node.sub, right, notation, context)


def _is_label(node: t.Node, right: t.Node, notation: Notation, context: Context) -> bool:
    """Whether what is above or below a letter counts nothing."""
    if isinstance(node, (t.Number, t.Word)):
        return True
    letters = [part for part in node.walk() if isinstance(part, (t.Name, t.Accent))]
    plain = all(isinstance(part, (t.Name, t.Accent, t.Number, t.Plus, t.Negative)) for part in node.walk())
    named = {part.latex() for part in _outside_labels(right, notation, context)}
    return (
        plain
        and bool(letters)
        and not any(_counts(part.latex(), notation) or part.latex() in named for part in letters)
    )


def _counts(letter: str, notation: Notation) -> bool:
    symbol = notation.by_base.get(letter)
    return letter in notation.indices or (symbol is not None and (symbol.size or not symbol.family))


def _outside_labels(node: t.Node, notation: Notation, context: Context) -> list[t.Node]:
    """All parts of a node but for what is in brackets above a letter, and below one in a known name."""
    if isinstance(node, t.Scripted) and isinstance(node.sup, t.Group):
        node = node.with_(sup=None) if node.sub is not None or node.primes else node.base
    if isinstance(node, t.Scripted) and node.sub is not None:
        whole = node.with_(sup=None, primes=0).latex()
        if context.knows(whole) or whole in notation.by_base:
            node = t.Scripted(t.Name(whole), node.primes, None, node.sup)
    below = (_outside_labels(part, notation, context) for part in node.children())
    return [node, *itertools.chain.from_iterable(below)]


def is_function_letter(node: t.Node, right: t.Node, notation: Notation, context: Context) -> bool:
    r"""Whether a lone letter is that of a function of the table, and the line makes a quantity of it.

    So ``\sigma = \sqrt{…}`` is a deviation, and nothing is a sigmoid from there on.
    """
    named = any(isinstance(part, (t.Name, t.Word, t.Accent)) for part in right.walk())
    return (
        isinstance(node, t.Name)
        and _is_function(node.text, notation)
        and not context.knows(node.text)
        and named
    )


def _is_function(name: str, notation: Notation) -> bool:
    """Whether the table has nothing but a function under a name, and the page has not declared it."""
    lone = name in notation.function_letters and name not in notation.by_base
    return name in notation.function or (lone and name not in notation.own_letters)


def check_functions(tree: t.Tree, notation: Notation, context: Context) -> None:
    r"""Refuse a function of the table whose letter the page has made a quantity: ``\sigma(z)``.

    It may be either. Raises EquationError with what has to be written instead.
    """
    for part in tree.walk():
        for head, after in t.neighbours(part):
            base = head.base if isinstance(head, t.Scripted) else head
            name = base.text if isinstance(base, (t.Name, t.Word)) else ""
            made = context.find(name)
            group = after.base if isinstance(after, t.Scripted) else after
            soft = made is not None and made.by_equals and made.arguments is None
            if soft and _is_function(name, notation) and isinstance(group, t.Group):
                raise EquationError(
                    f"{name} is a quantity of the page, and before a bracket a function: write"
                    f" {head.latex()} \\cdot {after.latex()} for the product, or another letter for one"
                )


def is_of_other_count(node: t.Node, context: Context) -> bool:
    """Whether a node is a function of letters that the page has, so far, of fewer or more of them."""
    if not isinstance(node, t.Juxtaposed) or len(node.factors) != 2:
        return False
    head, group = node.factors
    if not isinstance(head, t.Name) or not isinstance(group, t.Group):
        return False
    known = context.find(head.text)
    if known is None or known.arguments is None or not all(isinstance(i, t.Name) for i in group.items):
        return False
    count = len(group.items)
    return len(known.arguments) != count and context.find(f"{head.text}/{count}") is None
