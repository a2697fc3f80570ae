"""Scripts: which indices a subscript holds, and which letters stand in one."""

from __future__ import annotations

from bookkit.equations.reading import tree as t

TRANSPOSED = (t.Name("\\top"), t.Name("T"))  # the signs of a transpose
MARKS = tuple(map(t.Name, ("*", "\\star", "\\dagger", "\\ddagger", "\\circ", "+")))  # above a letter: labels
LABELS = (*MARKS, t.Name("\\pi"))


def index_items(sub: t.Node | None, wanted: int | None) -> tuple[t.Node, ...]:
    """The indices of a subscript: ``jk`` are two where two are wanted, ``j, k`` always."""
    if sub is None:
        return ()
    if isinstance(sub, t.Sequence):
        return sub.items
    if isinstance(sub, t.Juxtaposed) and wanted != 1:
        return sub.factors
    if isinstance(sub, t.Number) and wanted in (2, 3) and len(sub.text) == wanted:
        return tuple(map(t.Number, sub.text))
    return (sub,)


def label_above(sup: t.Node | None) -> tuple[t.Node, t.Node | None] | None:
    r"""What may label a letter as its superscript, and the sign of a transpose behind it: ``W^{(1)\top}``."""
    factors = sup.factors if isinstance(sup, t.Juxtaposed) else () if sup is None else (sup,)
    rest = factors[-1] if len(factors) > 1 and factors[-1] in TRANSPOSED else None
    factors = factors if rest is None else factors[:-1]
    if not factors:
        return None
    first = factors[0]
    alone = isinstance(first, (t.Name, t.Word)) and first not in TRANSPOSED
    bracketed = isinstance(first, t.Group) and first.opening in ("(", "[") and len(first.items) == 1
    letters = all(isinstance(factor, t.Name) for factor in factors)
    if not ((len(factors) == 1 and (alone or bracketed)) or (len(factors) > 1 and letters)):
        return None
    return first if len(factors) == 1 else t.Juxtaposed(factors), rest


def is_label(sup: t.Node | None) -> bool:
    r"""Whether a superscript is no power wherever it stands: a word, a mark, and ``\pi`` for a policy."""
    return isinstance(sup, t.Word) or sup in LABELS


def is_label_or_power(sup: t.Node | None) -> bool:
    """Whether a superscript is a label, or letters that may be one: capitals, or several side by side."""
    factors = sup.factors if isinstance(sup, t.Juxtaposed) else (sup,)
    names = [factor.text for factor in factors if isinstance(factor, t.Name)]
    capital = len(names) == 1 and len(names[0]) == 1 and names[0].isupper()
    several = len(names) > 1 and len(names) == len(factors) and "\\top" not in names
    return is_label(sup) or (capital and sup not in TRANSPOSED) or several


def script_names(node: t.Scripted) -> list[t.Name]:
    scripts = [script for script in (node.sub, node.sup) if script is not None]
    return [name for script in scripts for name in script.walk() if isinstance(name, t.Name)]
