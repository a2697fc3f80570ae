r"""Left sides that mean something by themselves, so that a line about them claims: ``\nabla_x (x^\top x)``.

Other books define with the sign with which they claim. A gradient, a mean, the change of a defined letter,
``\log(t)`` and ``e^t`` have a meaning that no line can give them. A word such as softplus and a letter such
as ``\varphi`` are known, too, but a book may have one of its own: what is true of the known one is checked,
and any other line defines the book's.
"""

from __future__ import annotations

from bookkit.equations.compiling.calls import PREFIX, function_of
from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.statistics import statistic
from bookkit.equations.compiling.undone import Inverse
from bookkit.equations.judging.assumptions import given
from bookkit.equations.judging.case import Case
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.conditions import STATISTICS
from bookkit.equations.reading.context import Definition
from bookkit.equations.reading.differentials import DIFFERENTIAL
from bookkit.equations.reading.products import operator_in
from bookkit.notations.table import Function
from bookkit.notations.words import STANDARD
from bookkit.values.errors import EquationError

DOTS = ("\\dot", "\\ddot")
OF_CHANCE = tuple(word for word in STATISTICS if word != t.Name("E"))  # E may be any letter


def has_a_meaning(case: Case, left: t.Node, right: t.Node) -> bool:
    """Whether a left side says by itself what it is."""
    if is_change_of_the_known(case, left):
        return True
    if isinstance(left, t.Scripted):  # e^t
        return left.sup is not None and (left.base == t.Name("e") or isinstance(left.base, t.Number))
    if isinstance(left, t.Name):  # f^{-1}, of a function of the page
        return isinstance(function_of(Compiler(case.notation, case.context), left), Inverse)
    if not isinstance(left, t.Juxtaposed):
        return False
    head = left.factors[0]
    if operator_in(head) is not None or head == t.Name("\\nabla"):
        return True
    if statistic(head, case.notation) is not None:
        return not _is_given(case, left, right)
    base = head.base if isinstance(head, t.Scripted) else head
    found = function_of(Compiler(case.notation, case.context), base)
    if found is None or isinstance(found, Definition) or is_standard(case, left):
        return False
    if is_a_letter_of_the_table(case, left):
        return False
    return not (isinstance(found, Function) and found.free)


def is_change_of_the_known(case: Case, left: t.Node) -> bool:
    r"""Whether a left side is the change of what the page has defined: ``\mathrm{d}y``, once y is."""
    base = left.base if isinstance(left, t.Scripted) else left
    name = base.text.removeprefix(DIFFERENTIAL) if isinstance(base, t.Name) else ""
    whole = left.with_(base=t.Name(name)).latex() if isinstance(left, t.Scripted) else name
    of_change = isinstance(base, t.Name) and base.text != name and bool(name)
    return of_change and (case.context.knows(name) or case.context.knows(whole))


def check_definable(case: Case, left: t.Node) -> None:
    r"""Refuse a line that seems to define a mean or a variance, ``\operatorname{Var}(U) = \frac{a^2}{3}``.

    Such a word is known, and what it is of has a law or a definition; a table without chance knows neither.
    A dot over a letter that the page has defined is that of a derivative, which is not read.
    """
    head = left.factors[0] if isinstance(left, t.Juxtaposed) else left
    if isinstance(head, t.Accent) and head.mark in DOTS and case.context.knows(head.base.latex()):
        of = head.base.latex()
        raise EquationError(
            f"is {head.latex()} the derivative of {of}? write \\frac{{d}}{{dt}}, or another letter"
        )
    if head in OF_CHANCE and statistic(head, case.notation) is None:
        raise EquationError(
            f"{head.latex()} is known and cannot be defined; write notation: chance in the page's front"
            " matter, or another name for a function of your own"
        )


def is_standard(case: Case, left: t.Node) -> bool:
    """Whether a left side is a word that is known without a table: ``\\operatorname{softplus}(t)``."""
    head = left.factors[0] if isinstance(left, t.Juxtaposed) else left
    if not isinstance(head, t.Word) or head.text not in STANDARD or case.context.knows(head.text):
        return False
    return head.text not in case.notation.function and head.latex() not in case.notation.by_base


def is_a_letter_of_the_table(case: Case, left: t.Node) -> bool:
    r"""Whether a left side is a function of letters that the table calls by a Greek letter: ``\varphi(v)``.

    A book has such a letter for a function of its own, but for ``\sigma``, which authors are told of, and
    for what the page has declared.
    """
    if not isinstance(left, t.Juxtaposed) or len(left.factors) != 2:
        return False
    head, group = left.factors
    plain = isinstance(group, t.Group) and all(isinstance(item, t.Name) for item in group.items)
    if not plain or not isinstance(head, t.Name) or head.text in (*PREFIX, "\\sigma"):
        return False
    function = case.notation.function.get(head.text)
    mine = function is None or function.free or function.own
    return not mine and not case.context.knows(head.text)


def may_be_given(case: Case, sides: tuple[t.Node, t.Node]) -> bool:
    r"""Whether a line may be an assumption: about chance, ``\mathbb{E}[z^2] = 1``, where the law of z is not
    settled, or about a letter, ``\exp(t) = 2``.
    """
    for one, other in (sides, sides[::-1]):
        if _is_of_letters(case, one) and not _letters(other):
            return True
        if not (isinstance(one, t.Juxtaposed) and len(one.factors) == 2):
            continue
        of_chance = statistic(one.factors[0], case.notation) is not None
        if of_chance and not any(statistic(part, case.notation) for part in other.walk()):
            rows = [case.notation.by_base.get(part.latex()) for part in one.walk()]
            return any(row is not None and row.law is not None and bool(row.law.settles) for row in rows)
    return False


def _is_of_letters(case: Case, node: t.Node) -> bool:
    """Whether a side is a known function of nothing but letters that may be anything, or a power of e."""
    if isinstance(node, t.Scripted):
        return node.base == t.Name("e") and node.sup is not None and case.is_free(node.sup)
    if not isinstance(node, t.Juxtaposed) or len(node.factors) != 2:
        return False
    head, group = node.factors
    known = isinstance(head, (t.Name, t.Word)) and function_of(Compiler(case.notation, case.context), head)
    return bool(known) and isinstance(group, t.Group) and all(case.is_free(item) for item in group.items)


def _letters(node: t.Node) -> bool:
    return any(isinstance(part, (t.Name, t.Word)) for part in node.walk())


def _is_given(case: Case, left: t.Node, right: t.Node) -> bool:
    """Whether a line fixes a mean or a variance that the table leaves open."""
    try:
        return given(left, right, case.notation) is not None
    except EquationError:
        return False
