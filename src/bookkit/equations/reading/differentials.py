"""Signs that make one symbol with the letter after them, ``\\Delta x`` and ``\\mathrm{d}W``,
and the derivatives that a fraction writes with them.
"""

from __future__ import annotations

from collections.abc import Iterator

from bookkit.equations.reading import tree as t

DIFFERENCE, DIFFERENTIAL = "\\Delta", "\\mathrm{d}"
_SIGNS_OF_D = ("\\partial", "\\mathrm{d}", "d")


def derivative_in(top: t.Node, bottom: t.Node) -> t.Derivative | None:
    """The derivative that a fraction writes, if it writes one."""
    first, *others = _factors(top)
    above = (*_apart(first), *others)
    below = _factors(bottom)
    head = above[0]
    order = 1
    if (
        isinstance(head, t.Scripted)
        and isinstance(head.base, t.Name)
        and not head.primes
        and head.sub is None
    ):
        if not isinstance(head.sup, t.Number) or not head.sup.text.isdigit():
            return None
        order, head = int(head.sup.text), head.base
    if not isinstance(head, t.Name) or head.text not in _SIGNS_OF_D or not 1 <= order <= 3:
        return None
    sign = head.text
    if sign == DIFFERENTIAL:
        below = tuple(part for factor in below for part in _apart(factor))
    names = _by(sign, below, order)
    if names is None or len(names) != order:
        return None
    body = above[1:]
    of = None if not body else body[0] if len(body) == 1 else t.Juxtaposed(tuple(body))
    return t.Derivative(sign, of, names)


def _by(sign: str, below: tuple[t.Node, ...], order: int) -> tuple[t.Node, ...] | None:
    """The variables below the line of a derivative: ``\\partial x \\partial y``, ``dx^2``.

    Below a first derivative ``z^2`` is a symbol, that of a layer or a square, and so is ``(z^2)`` below any.
    """
    names: list[t.Node] = []
    if len(below) == 1 and order > 1:
        below = _repeated(below[0], order)
    marks = [place for place, factor in enumerate(below) if factor == t.Name(sign)]
    if not marks or marks[0] != 0:
        return None
    if sign == "d" and len(below) != 2 and below[:2] * order != below:
        return None
    for start, end in zip(marks, [*marks[1:], len(below)], strict=True):
        if end - start != 2:
            return None
        name = below[start + 1]
        times = 1
        if (
            isinstance(name, t.Scripted)
            and isinstance(name.sup, t.Number)
            and order > 1
            and len(marks) == 1
            and (isinstance(name.base, t.Name) or _bracketed(name.base) is not None)
            and name.sup.text in ("2", "3")
            and name.sub is None
            and _squared(below)
        ):
            times, name = int(name.sup.text), _bracketed(name.base) or name.base
        names += [name] * times
    return tuple(names)


def _repeated(node: t.Node, order: int) -> tuple[t.Node, ...]:
    r"""What ``(dx)^2`` and ``(\partial \sigma^2)^2`` say: the variable, as often as it is derived by."""
    if not isinstance(node, t.Scripted) or node.sup != t.Number(str(order)) or node.sub or node.primes:
        return (node,)
    group = node.base
    if not isinstance(group, t.Group) or len(group.items) != 1:
        return (node,)
    return _factors(group.items[0]) * order


def _bracketed(node: t.Node) -> t.Node | None:
    r"""What stands in a bracket by itself: a square in ``\partial (\sigma^2)^2``."""
    return node.items[0] if isinstance(node, t.Group) and len(node.items) == 1 else None


def _squared(below: tuple[t.Node, ...]) -> bool:
    return len(below) == 2


def is_differential(sign: t.Node, node: t.Node) -> bool:
    """Whether two factors are one symbol to the eye: ``\\Delta x``, ``\\mathrm{d}W^l``."""
    base = node.base if isinstance(node, t.Scripted) else node
    return sign in (t.Name(DIFFERENCE), t.Name(DIFFERENTIAL)) and isinstance(base, t.Name)


def with_sign(sign: t.Node, node: t.Node) -> t.Node:
    """The symbol that a sign makes with the letter after it."""
    if isinstance(node, t.Scripted):
        return t.Scripted(with_sign(sign, node.base), node.primes, node.sub, node.sup)
    between = "" if sign == t.Name(DIFFERENTIAL) else " "
    return t.Name(f"{sign.latex()}{between}{node.latex()}")


def is_change(node: t.Node) -> bool:
    r"""Whether a node is the change of a letter, ``\mathrm{d}x``, or of an expression."""
    named = isinstance(node, t.Name) and node.text.startswith(DIFFERENTIAL) and node.text != DIFFERENTIAL
    return named or isinstance(node, t.Differential)


def unchanged(chain: t.Chain) -> str | None:
    r"""The letter that a condition keeps as it is, ``\mathrm{d}A = 0``; None for another condition."""
    name = chain.first.latex()
    plain = isinstance(chain.first, t.Name) and name.startswith(DIFFERENTIAL) and name != DIFFERENTIAL
    zero = len(chain.steps) == 1 and chain.steps[0] == t.Step("=", t.Number("0"))
    return name.removeprefix(DIFFERENTIAL) if plain and zero else None


def _factors(node: t.Node) -> tuple[t.Node, ...]:
    return node.factors if isinstance(node, t.Juxtaposed) else (node,)


def _apart(factor: t.Node) -> tuple[t.Node, ...]:
    """A symbol such as ``\\mathrm{d}x`` in a fraction, its sign for itself."""
    base = factor.base if isinstance(factor, t.Scripted) else factor
    if not isinstance(base, t.Name) or not base.text.startswith(DIFFERENTIAL) or base.text == DIFFERENTIAL:
        return (factor,)
    name = t.Name(base.text.removeprefix(DIFFERENTIAL))
    return t.Name(DIFFERENTIAL), factor.with_(base=name) if isinstance(factor, t.Scripted) else name


def differentials(node: t.Node) -> Iterator[t.Node]:
    """The letters behind a d in what an integral adds up: those that run."""
    for part in node.walk():
        if isinstance(part, t.Name) and part.text.startswith(DIFFERENTIAL) and part.text != DIFFERENTIAL:
            yield t.Name(part.text.removeprefix(DIFFERENTIAL))
        yield from (after for sign, after in t.neighbours(part) if sign == t.Name("d"))
