r"""Which expressions are numbers by the way they are written, whatever the sizes: ``x^\top A x``.

A product of a row and a column is a matrix of one entry, and so is a product of matrices where a size
happens to be 1. Of the first the gradient has the shape of the variable, of the second there is a Jacobian.
The values do not tell them apart, so the shapes that the table gives to symbols have to.
"""

from __future__ import annotations

from collections.abc import Iterator

from bookkit.equations.compiling.brackets import is_transposed
from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.wholes import is_whole
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.scripts import TRANSPOSED, index_items

ENTRYWISE = ("\\tanh", "\\exp", "\\log", "\\ln", "\\sin", "\\cos")
Outline = tuple[bool, bool]  # whether there is one row, and whether there is one column, at all sizes
NUMBER, COLUMN, ROW, MATRIX = (True, True), (False, True), (True, False), (False, False)


def is_number(compiler: Compiler, node: t.Node) -> bool:
    """Whether an expression is a number at all sizes, as far as can be seen."""
    return outline(compiler, node) == NUMBER


def outline(compiler: Compiler, node: t.Node) -> Outline | None:
    """Whether an expression has one row, and one column; None where that cannot be seen."""
    if isinstance(node, (t.Number, t.Bars)):
        return NUMBER if isinstance(node, t.Number) or node.norm else None
    if compiler.is_identity(node.base if isinstance(node, t.Scripted) else node):
        return MATRIX
    plain = node.base if isinstance(node, t.Scripted) and node.sup is None else node
    if plain == t.Name("\\mathbf{1}") and plain.latex() not in compiler.notation.by_base:
        return COLUMN
    if isinstance(node, t.Group) and len(node.items) == 1:
        return outline(compiler, node.items[0])
    if isinstance(node, t.Matrix) and all(len(row) == 1 for row in node.rows):
        cells = {outline(compiler, row[0]) for row in node.rows}
        return COLUMN if len(node.rows) > 1 and cells <= {NUMBER, COLUMN} else None
    if isinstance(node, t.Negative):
        return outline(compiler, node.body)
    if isinstance(node, t.Abbreviated):
        return outline(compiler, node.meaning)
    if isinstance(node, t.Grid):
        return _grid(node)
    if isinstance(node, t.Frac):
        return _divided(outline(compiler, node.top), outline(compiler, node.bottom))
    if isinstance(node, t.Binary):
        left, right = outline(compiler, node.left), outline(compiler, node.right)
        if node.sign == "/":
            return _divided(left, right)
        return _entrywise({left, right}) if node.sign == "\\odot" else _product([left, right])
    if isinstance(node, t.Plus):
        return _entrywise({outline(compiler, term) for term in node.terms})
    if isinstance(node, t.Big) and node.sign in ("\\sum", "\\prod"):
        return outline(compiler, node.body)
    if isinstance(node, t.Juxtaposed):
        return _product(list(_factors(compiler, node.factors)))
    if isinstance(node, t.Scripted) and is_transposed(compiler, node):
        inner = outline(compiler, node.base if node.sub is None else node.with_(sup=None))
        return None if inner is None else (inner[1], inner[0])
    if isinstance(node, t.Scripted) and isinstance(node.base, t.Bars) and isinstance(node.sup, t.Number):
        return NUMBER if node.base.norm and node.sub is None else None
    if isinstance(node, t.Scripted) and not node.primes:
        name = node.latex()
        whole = name in compiler.notation.by_base or compiler.context.find(name) is not None
        return _symbol(compiler, name) if whole else _with_scripts(compiler, node)
    return _symbol(compiler, node.latex()) if isinstance(node, (t.Name, t.Accent)) else None


def _with_scripts(compiler: Compiler, node: t.Scripted) -> Outline | None:
    """A power of a number; an entry of an array, a row or a column of a matrix; one of a family."""
    if node.sup is not None and node.sub is None and is_exponential(compiler, node):
        above = outline(compiler, node.sup)
        return None if above == MATRIX else above  # of a matrix, it may be another one than entry by entry
    if node.sup is not None:
        inner = outline(compiler, node.base if node.sub is None else node.with_(sup=None))
        if inner == MATRIX and _is_plain_power(node.sup):
            return MATRIX
        entries = inner in (COLUMN, ROW) and isinstance(node.sup, t.Number)  # x^2, entry by entry
        return inner if entries or inner == NUMBER else None
    name, many = node.base.latex(), len(index_items(node.sub, None))
    if name in compiler.bound or not isinstance(node.base, (t.Name, t.Accent)):
        return None
    if (definition := compiler.context.find(name)) is not None:
        one = definition.arguments is None and definition.sup is None and len(definition.sub) == many
        one = one and not definition.goes_back  # a sequence, which says nothing without its start
        return outline(compiler, definition.body) if one else None
    symbol = compiler.notation.by_base.get(name)
    if symbol is None or symbol.layered or symbol.law is not None or symbol.time:
        return None
    if symbol.lines_of:
        return COLUMN if many == 1 else NUMBER
    return NUMBER if symbol.own and len(symbol.shape) == many else None


def is_exponential(compiler: Compiler, node: t.Scripted) -> bool:
    """Whether a node is a power of e or of a number."""
    plain = "e" not in compiler.bound and compiler.context.find("e") is None
    plain = plain and "e" not in compiler.notation.by_base
    return isinstance(node.base, t.Number) or (node.base == t.Name("e") and plain)


def _grid(node: t.Grid) -> Outline | None:
    """An array by its entries: how many rows and columns its first and its last entry leave."""
    ends = ((node.first_row, node.last_row), (node.first_column, node.last_column))
    settled = [first == last or not isinstance(last, t.Number) for first, last in ends]
    return (ends[0][0] == ends[0][1], ends[1][0] == ends[1][1]) if all(settled) else None


def _divided(top: Outline | None, bottom: Outline | None) -> Outline | None:
    """A fraction: by a number, or entry by entry."""
    return top if bottom == NUMBER else _entrywise({top, bottom}) if bottom in (COLUMN, ROW) else None


def _entrywise(found: set[Outline | None]) -> Outline | None:
    """What goes entry by entry has one shape; a number goes with each entry."""
    arrays = found - {NUMBER}
    return NUMBER if not arrays else arrays.pop() if len(arrays) == 1 else None


def _is_plain_power(sup: t.Node) -> bool:
    """Whether a matrix with this above it is a matrix: its inverse, that of its transpose, a power."""
    body = sup.body if isinstance(sup, t.Negative) else sup
    return isinstance(body, t.Number) or (body is not sup and body in TRANSPOSED)


def _factors(compiler: Compiler, factors: tuple[t.Node, ...]) -> Iterator[Outline | None]:
    """The outlines of factors; of a function that goes entry by entry, that of its argument."""
    place = 0
    while place < len(factors):
        head, after = factors[place], factors[place + 1] if place + 1 < len(factors) else None
        if isinstance(after, t.Group) and gives_columns(compiler, head):
            yield COLUMN
            place += 2
            continue
        if isinstance(head, (t.Name, t.Word)) and isinstance(after, t.Group) and len(after.items) == 1:
            known = compiler.notation.function.get(head.text)
            own = compiler.context.find(head.text) is not None
            if not own and (head.text in ENTRYWISE or (known is not None and not known.whole)):
                yield outline(compiler, after.items[0])
                place += 2
                continue
        if isinstance(head, t.Name) and head.text in ENTRYWISE and after is not None:
            yield outline(compiler, after)
            place += 2
            continue
        yield outline(compiler, head)
        place += 1


def gives_columns(compiler: Compiler, head: t.Node) -> bool:
    """Whether a letter stands for any function whose values are columns."""
    free = head.latex() not in compiler.bound and compiler.context.find(head.latex()) is None
    return free and head.latex() in compiler.notation.column_letters


def is_column(compiler: Compiler, node: t.Node) -> bool:
    """Whether an expression, or a function of the page, is a column at all sizes."""
    head = node.factors[0] if isinstance(node, t.Juxtaposed) and len(node.factors) == 2 else node
    function = compiler.context.find(head.latex()) if isinstance(head, (t.Name, t.Word)) else None
    if gives_columns(compiler, head):
        return True
    if function is not None and function.arguments is not None:
        return outline(compiler, function.body) == COLUMN
    return outline(compiler, node) == COLUMN


def _product(factors: list[Outline | None]) -> Outline | None:
    """The first factor that is no number says how many rows a product has, the last one how many columns."""
    arrays = [factor for factor in factors if factor != NUMBER]
    if not arrays:
        return NUMBER
    if any(factor is None for factor in arrays):
        return None
    first, last = arrays[0], arrays[-1]
    assert first is not None
    assert last is not None
    return first[0], last[1]


def _symbol(compiler: Compiler, name: str) -> Outline | None:
    """What the page or the table says of a letter."""
    if name in compiler.bound:
        return None
    if (definition := compiler.context.find(name)) is not None:
        if is_whole(compiler, definition):
            return COLUMN if len(definition.sub) == 1 else MATRIX
        plain = definition.arguments is None and not definition.sub and definition.sup is None
        return outline(compiler, definition.body) if plain else None
    symbol = compiler.notation.by_base.get(name)
    if symbol is None or symbol.layered or symbol.law is not None or symbol.lines_of:
        return None
    if symbol.size or not symbol.shape:
        return NUMBER
    if len(symbol.shape) == 1:
        return COLUMN
    return ROW if symbol.shape[0] == "1" else MATRIX
