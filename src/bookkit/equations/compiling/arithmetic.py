"""Sums, products, fractions, brackets and matrices."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bookkit.equations.compiling.comparisons import indicator
from bookkit.equations.compiling.compiler import Compiler, compiles
from bookkit.equations.compiling.facts import Code, Value
from bookkit.equations.compiling.outlines import COLUMN, MATRIX, NUMBER, ROW, outline
from bookkit.equations.compiling.references import reference
from bookkit.equations.compiling.rounding import SMALLEST, apart, raise_scale
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.products import operated
from bookkit.values import algebra, blocks, linear
from bookkit.values.algebra import largest
from bookkit.values.errors import EquationError, ShapeError
from bookkit.values.ones import Ones
from bookkit.values.open_blocks import OpenBlocks

HAIR = 1e-12  # so near to a whole number, a number is that one, moved by rounding


def watch(compiler: Compiler, node: t.Node) -> int | None:
    """A number under which a term or factor is seen to be something else than zero at least once."""
    if not compiler.watching or may_vanish(node):
        return None
    number = len(compiler.facts.watched)
    compiler.facts.watched[number] = node.latex()
    return number


@compiles(t.Plus)
def sum_of_terms(compiler: Compiler, node: t.Plus) -> Code:
    parts = []
    for place, term in enumerate(node.terms):
        variable = _limit_variable(term.body if isinstance(term, t.Negative) else term)
        if variable is not None and any(variable in later.walk() for later in node.terms[place + 1 :]):
            raise EquationError(f"does the limit end before the next term? write brackets: {node.latex()}")
        negative = isinstance(term, t.Negative)
        body = term.body if isinstance(term, t.Negative) else term
        parts.append(
            (compiler.code(body), negative, watch(compiler, body), bias_of(compiler, body), is_constant(body))
        )

    def value(inst: Instance) -> Value:
        total: Value = None
        for code, negative, mark, bias, constant in parts:
            part = code(inst)
            inst.saw(part)
            inst.saw_not_zero(mark, part)
            part = -part if negative else part
            total = part if total is None else add(total, part, bias, constant)
        return total

    if parts[0][3] or parts[0][4]:  # a bias or a constant comes first: add it to what follows
        parts.append(parts.pop(0))
    return value


def bias_of(compiler: Compiler, node: t.Node) -> str | None:
    """How a bias is added: a column to all columns, a row to all rows, a number to all entries."""
    found = reference(compiler, node) if isinstance(node, (t.Name, t.Scripted)) else None
    symbol = None if found is None or found[1] is not None else found[0].symbol
    if symbol is None or not symbol.bias:
        return None
    return "row" if symbol.shape[:1] == ("1",) else "column" if symbol.shape else "number"


@compiles(t.Negative)
def negated(compiler: Compiler, node: t.Negative) -> Code:
    body = compiler.code(node.body)
    return lambda inst: -body(inst)


@compiles(t.Binary)
def two_terms(compiler: Compiler, node: t.Binary) -> Code:
    if (with_operator := operated(node)) is not None:
        return compiler.code(with_operator)
    left, right = compiler.code(node.left), compiler.code(node.right)
    if node.sign == "\\circ":  # of functions it is a composition, which spellings.py has written out
        return product("\\odot", left, right, watch(compiler, node.left), watch(compiler, node.right))
    if node.sign == "/":
        return quotient(left, right, node.left)
    if node.sign == "\\oslash":
        return lambda inst: entrywise_quotient(left(inst), right(inst))
    return product(node.sign, left, right, watch(compiler, node.left), watch(compiler, node.right))


def product(sign: str, left: Code, right: Code, mark_left: int | None, mark_right: int | None) -> Code:
    def value(inst: Instance) -> Value:
        (a, scale_a), (b, scale_b) = apart(inst, left), apart(inst, right)
        if scale_a or scale_b:
            raise_scale(inst, scale_a * largest(b) + scale_b * largest(a))
        inst.saw_not_zero(mark_left, a)
        inst.saw_not_zero(mark_right, b)
        return algebra.multiply(sign, a, b)

    return value


@compiles(t.Frac)
def fraction(compiler: Compiler, node: t.Frac) -> Code:
    return quotient(compiler.code(node.top), compiler.code(node.bottom), node.top)


def quotient(top: Code, bottom: Code, above: t.Node) -> Code:
    def divided(inst: Instance, divide: Callable[[Value, Value], Value]) -> Value:
        (a, scale_a), (b, scale_b) = apart(inst, top), apart(inst, bottom)
        result = divide(a, b)
        if scale_a or scale_b:
            small = max(float(np.min(np.abs(np.real(b)))), SMALLEST)
            raise_scale(inst, scale_a / small + scale_b * largest(result) / small)
        return result

    if is_constant(above):
        # A constant over an array is taken entry by entry, as in 1/(1 + e^{-z}).
        def entrywise(inst: Instance) -> Value:
            return divided(inst, lambda a, b: algebra.divide(a, b) if algebra.is_number(b) else a / b)

        return entrywise
    return lambda inst: divided(inst, algebra.divide)


@compiles(t.Group)
def grouped(compiler: Compiler, node: t.Group) -> Code:
    if node.is_floor:
        return rounded(compiler, node)
    if node.is_product:
        return inner_product(compiler, node)
    if len(node.items) != 1:
        paired = (node.opening, node.closing) in (("(", ")"), ("[", "]"))
        if not paired or any(isinstance(item, t.Chain) for item in node.items):
            raise EquationError(f"{node.latex()} is no value")
        outlines = {outline(compiler, item) for item in node.items}
        across = MATRIX in outlines and not outlines & {None, COLUMN, NUMBER}
        return listed([cell(compiler, item) for item in node.items], across, COLUMN in outlines)
    item = node.items[0]
    if isinstance(item, t.Chain):
        if node.opening != "[":
            raise EquationError(f"a relation is no value: {item.latex()}; an indicator is written [x > y]")
        return indicator(compiler, item)
    if (node.opening, node.closing) not in (("(", ")"), ("[", "]"), ("\\{", "\\}")):
        raise EquationError(f"{node.latex()} is no value")
    return compiler.code(item)


def inner_product(compiler: Compiler, node: t.Group) -> Code:
    r"""``\langle u, v \rangle``."""
    if len(node.items) != 2 or any(isinstance(item, t.Chain) for item in node.items):
        raise EquationError(f"{node.latex()}: an inner product is one of two things")
    left, right = (compiler.code(item) for item in node.items)

    def value(inst: Instance) -> Value:
        (a, scale_a), (b, scale_b) = apart(inst, left), apart(inst, right)
        raise_scale(inst, scale_a * largest(b) + scale_b * largest(a))
        if not algebra.is_number(a) and np.shape(a) == np.shape(b):
            inst.saw(a * b)
        return linear.inner(a, b)

    return value


def rounded(compiler: Compiler, node: t.Group) -> Code:
    r"""``\lfloor x \rfloor``, the next whole number below; ``\lceil x \rceil``, the one above."""
    towards = np.floor if node.opening == "\\lfloor" else np.ceil
    if len(node.items) != 1 or isinstance(node.items[0], t.Chain):
        raise EquationError(f"{node.latex()} is no value")
    compiler.facts.pieces = True
    body = compiler.code(node.items[0])

    def value(inst: Instance) -> Value:
        inner = algebra.number(body(inst))
        inst.near_kink(inner - np.round(np.real(inner)))
        near = np.round(np.real(inner))
        hair = abs(np.real(inner) - near) <= HAIR * max(1.0, abs(near))  # 0.3 / 0.1 is 3
        return float(near if hair else towards(np.real(inner)))

    return value


def cell(compiler: Compiler, node: t.Node) -> Code:
    """What stands in a matrix; a 0 there is None, since it may be a block of zeros."""
    return (lambda inst: None) if node == t.Number("0") else compiler.code(node)


def listed(codes: list[Code], across: bool, of_arrays: bool) -> Code:
    """Numbers or columns in brackets, ``(b, a)``: a column; ``across``, matrices side by side, ``[U, V]``."""

    def value(inst: Instance) -> Value:
        found = [code(inst) for code in codes]
        if not across and any(np.ndim(item) and np.shape(item)[1] != 1 for item in found):
            raise ShapeError("rows and matrices in a list: side by side or below each other? write bmatrix")
        return blocks.stacked(found, across, of_arrays)

    return value


@compiles(t.Matrix)
def matrix(compiler: Compiler, node: t.Matrix) -> Code:
    rows = [[cell(compiler, item) for item in row] for row in node.rows]
    of_arrays = any(outline(compiler, item) in (COLUMN, ROW, MATRIX) for row in node.rows for item in row)

    def value(inst: Instance) -> Value:
        return blocks.assembled([[code(inst) for code in row] for row in rows], of_arrays)

    return value


def _limit_variable(node: t.Node) -> t.Node | None:
    """The variable of a limit that a term ends in."""
    last = node.factors[-1] if isinstance(node, t.Juxtaposed) else node
    if isinstance(last, t.Big) and last.sign == "\\lim" and isinstance(last.below, t.Chain):
        return last.below.first
    return None


def is_constant(node: t.Node) -> bool:
    return all(isinstance(part, (t.Number, t.Frac, t.Negative)) for part in node.walk())


def may_vanish(node: t.Node) -> bool:
    """Zeros that the reader sees, and derivatives, may be nothing in every draw."""
    parts = list(node.walk())
    zeros = any(isinstance(part, t.Number) and float(part.text) == 0 for part in parts)
    primes = any(isinstance(part, t.Scripted) and part.primes for part in parts)
    return zeros or primes or any(isinstance(part, (t.Derivative, t.Cases)) for part in parts)


def add(total: Value, part: Value, bias: str | None, constant: bool) -> Value:
    """A sum; a bias goes to every sample, a constant number to every entry."""
    if isinstance(total, (Ones, OpenBlocks)) or isinstance(part, (Ones, OpenBlocks)):
        return algebra.add(total, part)
    if bias and np.ndim(total) == 2 and np.ndim(part) == 2:
        rows, columns = np.shape(total)
        if np.shape(part) == ((1, columns) if bias == "row" else (rows, 1)):
            return total + part
    if (constant or bias) and algebra.is_number(part):
        return total + part
    if spreads(total, part) or spreads(part, total):
        return total + part
    return algebra.add(total, part)


def spreads(array: Value, part: Value) -> bool:
    """Whether a part goes to each entry, row or column: a number to those of a row or a column, a row to each
    row of a matrix, a column to each column.

    Linear algebra has no other meaning for such a sum. A number and a square matrix may mean a multiple of
    the identity matrix, so they cannot be added.
    """
    if np.ndim(array) != 2:
        return False
    rows, columns = np.shape(array)
    if algebra.is_number(part):
        return 1 in (rows, columns) and rows != columns and not isinstance(part, linear.Identity)
    if rows > 1 and np.shape(part) == (1, columns):
        return True
    return columns > 1 and np.shape(part) == (rows, 1)


def entrywise_quotient(left: Value, right: Value) -> Value:
    if np.shape(left) != np.shape(right):
        raise ShapeError(f"⊘ needs equal shapes, not {algebra.shape(left)} and {algebra.shape(right)}")
    return left / right
