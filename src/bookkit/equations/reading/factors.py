"""What may stand side by side in a product, and where a sign, a bar or a big operator would be unclear."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.alphabet import FUNCTIONS
from bookkit.equations.reading.differentials import DIFFERENTIAL
from bookkit.equations.reading.products import operator_in

OPERATORS = ("\\nabla", "\\partial", DIFFERENTIAL)


class FaultError(Exception):
    """A fault found while the tree is built."""

    def __init__(self, reason: str, at: int | None) -> None:
        super().__init__(reason)
        self.reason, self.at = reason, at


class Items(tuple[t.Node, ...]):
    """What stands between two brackets; ``parted`` counts what stands before a bar between them."""

    parted: int

    def __new__(cls, items: Iterable[t.Node], parted: int = 0) -> Self:
        made = super().__new__(cls, items)
        made.parted = parted
        return made


def check_reach(sub: t.Node | None, body: t.Node, at: int) -> None:
    r"""``\prod_i x_i \cdot c``: is c one factor, or one for each i? Without brackets nobody can tell."""
    letters = _counted(sub)
    body = body.body if isinstance(body, t.Negative) else body
    while isinstance(body, t.Binary):
        if not letters & set(body.right.walk()):
            raise FaultError(
                f"does the product go on behind {body.sign}? put brackets round what it multiplies", at
            )
        body = body.left


def _counted(sub: t.Node | None) -> set[t.Node]:
    r"""The letters that count below a sum or a product, as far as what stands there begins with them."""
    first = sub.first if isinstance(sub, t.Chain) else sub
    return {part for part in first.walk() if isinstance(part, t.Name)} if first is not None else set()


def check_bar(before: tuple[t.Node, ...], node: t.Node) -> None:
    r"""``x^2 y |_{x = 3}``: is x^2 at that place, too? A bar behind a derivative is about that alone, and one
    with two ends about all of the product.
    """
    last = node.factors[-1] if isinstance(node, t.Juxtaposed) else node
    if not isinstance(last, t.At) or not last.bar or isinstance(last.body, t.Derivative):
        return
    if last.upto is not None:
        return
    if isinstance(node, t.Juxtaposed):
        before = (*before, *node.factors[:-1])
    parts = {part for factor in before for part in factor.walk()}
    names = [item.first for item in t.listed(last.where) if isinstance(item, t.Chain)]
    if any(operator_in(part) is not None for part in parts):
        return
    if shared := [name for name in names if name in parts]:
        raise FaultError(
            f"is {shared[0].latex()} that value only in the last factor? write"
            f" \\left. … \\right|_{{{last.where.latex()}}} around all that the bar is about",
            None,
        )


def signed(sign: str, term: t.Node) -> t.Node:
    """A term with the sign before it."""
    if sign in ("\\pm", "\\mp"):
        return t.Signed(sign, term)
    return t.Negative(term) if sign == "-" else term


def may_precede(node: t.Node) -> bool:
    """Whether a number may follow without brackets: in ``\\log 3``, behind an operator and behind dots."""
    if isinstance(node, t.Dots) or (isinstance(node, t.Derivative) and node.of is None):
        return True
    base = node.base if isinstance(node, t.Scripted) else node
    return isinstance(base, t.Name) and (base.text.removeprefix("\\") in FUNCTIONS or base.text in OPERATORS)


def is_one_value(node: t.Node) -> bool:
    """Whether a juxtaposition is one thing to the eye: a function and its bracket, as in ``/f(x)``."""
    if not isinstance(node, t.Juxtaposed) or len(node.factors) != 2:
        return False
    first, second = node.factors
    base = first.base if isinstance(first, t.Scripted) else first
    return isinstance(second, t.Group) and isinstance(base, (t.Name, t.Word))


def is_one_divisor(left: t.Node, right: t.Node) -> bool:
    r"""Whether all that stands behind a slash is divided by: a function and its bracket, ``/f(x)``, or a
    sum, ``/\sum_j p_j``.

    A sum goes on up to a plus or a minus, a relation or the end of its brackets. In ``1 / \sum_j p_j x``
    the x might stand behind the whole fraction; not so where the last factor has the index that is summed
    over. And in ``\ln p / \sum_j p_j``, all of the fraction might be what the logarithm is taken of.
    """
    if not isinstance(right, t.Big):
        return is_one_value(right)
    return _is_closed_sum(right) and not _is_open_call(left)


def _is_closed_sum(node: t.Big) -> bool:
    if node.sign not in ("\\sum", "\\prod"):
        return False
    last = node.body.body if isinstance(node.body, t.Negative) else node.body
    while isinstance(last, (t.Juxtaposed, t.Binary)) and not is_one_value(last):
        last = last.right if isinstance(last, t.Binary) else last.factors[-1]
    inner = not isinstance(last, t.Big) or _is_closed_sum(last)
    return inner and bool(_counted(node.below) & set(last.walk()))


def _is_open_call(node: t.Node) -> bool:
    r"""Whether a product has a function whose argument stands without brackets, as in ``\ln p``."""
    while isinstance(node, t.Binary):
        node = node.right
    pairs = t.neighbours(node)
    return any(may_precede(head) and not is_one_value(t.Juxtaposed((head, after))) for head, after in pairs)
