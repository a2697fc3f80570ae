"""Scripts: which indices a subscript holds, and which letters stand in one."""

from __future__ import annotations

from bookkit.equations.reading import tree as t

TRANSPOSED = (t.Name("\\top"), t.Name("T"))  # the signs of a transpose


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


def script_names(node: t.Scripted) -> list[t.Name]:
    scripts = [script for script in (node.sub, node.sup) if script is not None]
    return [name for script in scripts for name in script.walk() if isinstance(name, t.Name)]
