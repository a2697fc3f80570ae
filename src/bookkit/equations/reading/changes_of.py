r"""Changes that are written without brackets: ``\mathrm{d}X^{-1}``, ``\mathrm{d}\operatorname{tr}(A X)``.

A superscript of -1 belongs to what changes, since nobody inverts a change; and before a function the sign is
said of its value. Both are written out as the change of an expression.
"""

from __future__ import annotations

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.differentials import DIFFERENTIAL
from bookkit.equations.reading.scripts import TRANSPOSED

ABOVE = tuple(map(t.Negative, (t.Number("1"), *TRANSPOSED)))
FUNCTIONS = tuple(t.Name(name) for name in ("\\log", "\\ln", "\\exp", "\\det"))
WORDS = tuple(t.Word(name) for name in ("tr", "Tr", "trace", "vec", "diag"))
SIGN = t.Name(DIFFERENTIAL)


def change_of_inverse(node: t.Scripted) -> t.Node:
    r"""``\mathrm{d}X^{-1}`` as the change of the inverse; any other node as it is."""
    letter = _changed(node.base)
    if letter is None or node.sup not in ABOVE or node.primes:
        return node
    return t.Differential(node.with_(base=letter))


def changes_of_functions(node: t.Juxtaposed) -> t.Juxtaposed:
    r"""``\mathrm{d}\log\det X``: the sign, the functions behind it and their argument, as one change."""
    found: list[t.Node] = []
    rest = [part for factor in node.factors for part in _apart(factor)]
    while rest:
        head = rest.pop(0)
        count = next((at for at, part in enumerate(rest) if not _is_function(part)), len(rest))
        if head != SIGN or not count or count == len(rest):
            found.append(head)
            continue
        body, rest = rest[: count + 1], rest[count + 1 :]
        found.append(t.Differential(t.Juxtaposed(tuple(body))))
    return t.Juxtaposed(tuple(found)) if len(found) != len(node.factors) else node


def _apart(factor: t.Node) -> tuple[t.Node, ...]:
    r"""``\mathrm{d}\log``, which the eye took for one symbol, as a sign and a function."""
    letter = _changed(factor)
    return (SIGN, letter) if letter in FUNCTIONS and letter is not None else (factor,)


def _changed(node: t.Node) -> t.Name | None:
    """The letter of which a name is the change."""
    if not isinstance(node, t.Name) or not node.text.startswith(DIFFERENTIAL) or node == SIGN:
        return None
    return t.Name(node.text.removeprefix(DIFFERENTIAL))


def _is_function(node: t.Node) -> bool:
    return node in FUNCTIONS or node in WORDS
