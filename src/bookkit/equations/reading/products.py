"""Products factor by factor, each with the sign before it, and the operators in them."""

from __future__ import annotations

from bookkit.equations.reading import tree as t
from bookkit.values.errors import EquationError

NABLA = "\\nabla"
Product = tuple[tuple[str, t.Node], ...]  # each factor with the sign before it, "" where there is none


def operator_in(node: t.Node) -> t.Derivative | None:
    r"""The operator that a node is, if it is one, as the derivative of nothing yet."""
    if isinstance(node, t.Derivative) and node.of is None:
        return node
    if isinstance(node, t.Scripted) and node.base == t.Name(NABLA) and node.sub is not None:
        times = 1 if node.sup is None else 2 if node.sup == t.Number("2") else 0  # gradient, Hessian
        if times and not node.primes:
            return t.Derivative(NABLA, None, (node.sub,) * times, light=True)
    return None


def operated(node: t.Binary) -> t.Node | None:
    r"""A product with the first operator that has a sign behind it, and all that follows, as one factor.

    None where there is no such operator: the reach of one behind the last sign is seen where it is read.
    """
    product = flat(node)
    last = max(place for place, (sign, _) in enumerate(product) if sign)
    for place, (sign, factor) in enumerate(product[:last]):
        if (head := operator_in(factor)) is not None:
            if sign == "/":
                raise EquationError(
                    f"what is derived in {node.latex()}? write brackets around the derivative"
                )
            return joined((*product[:place], (sign, t.Operated(head, product[place + 1 :]))))
    return None


def flat(node: t.Node) -> Product:
    """The factors of a product, each with the sign before it."""
    if isinstance(node, t.Binary):
        (_, first), *others = flat(node.right)
        return (*flat(node.left), (node.sign, first), *others)
    return tuple(("", factor) for factor in (node.factors if isinstance(node, t.Juxtaposed) else (node,)))


def joined(product: Product) -> t.Node:
    """A product as a tree: what is side by side holds together more than what has a sign between."""
    runs: list[tuple[str, list[t.Node]]] = []
    for sign, factor in product:
        if sign or not runs:
            runs.append((sign, []))
        runs[-1][1].append(factor)
    terms = [(sign, run[0] if len(run) == 1 else t.Juxtaposed(tuple(run))) for sign, run in runs]
    tree = terms[0][1]
    for sign, term in terms[1:]:
        tree = t.Binary(sign, tree, term)
    return tree
