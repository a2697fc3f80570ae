"""Powers, roots, norms and what else stands above or around a value."""

from __future__ import annotations

import math

import numpy as np

from bookkit.equations.compiling.calls import called, function_of
from bookkit.equations.compiling.compiler import Compiler, compiles
from bookkit.equations.compiling.facts import Code, Index, Value
from bookkit.equations.compiling.indices import bound_value, index_code
from bookkit.equations.compiling.outlines import MATRIX, outline
from bookkit.equations.compiling.references import held, reference
from bookkit.equations.compiling.rounding import SMALLEST, apart, enlarged, raise_scale
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.exact import exact
from bookkit.equations.reading.scripts import TRANSPOSED, index_items
from bookkit.values import algebra, chance, linear
from bookkit.values import functions as fn
from bookkit.values.algebra import entry, largest, whole
from bookkit.values.errors import EquationError, NoSuchThingError, ShapeError

NOTHING = 1e-20  # beside what was added up: a 0, perhaps moved by a complex step


@compiles(t.Scripted)
def with_scripts(compiler: Compiler, node: t.Scripted) -> Code:
    base = node.base
    if compiler.is_identity(base) and node.sub is not None and not node.primes:
        return raised(compiler, identity_of(compiler, node.sub), node.sup)
    if base == t.Name("\\mathbf{1}") and node.sub is not None and reference(compiler, base) is None:
        return raised(compiler, ones_of(compiler, node.sub), node.sup)
    if base == t.Name("e") and node.sub is None and not node.primes and node.sup is not None:
        own = compiler.notation.by_base.get("e")
        if not (own or compiler.context.knows("e")):
            return euler(compiler, node.sup)
        if not is_power_of_own(compiler, node.sup):
            raise EquationError(f"{node.latex()}: the page has its own e; write the exponential as \\exp")
    found = reference(compiler, node)
    if found is not None:
        power = found[1] is not None and found[1] == node.sup
        letter = node if not power else base if node.sub is None else node.with_(sup=None)
        return raised(compiler, held(compiler, letter, found[0]), found[1])
    if isinstance(base, t.Name) and base.text in compiler.bound:
        return scripts(compiler, bound_value(base.text), node)
    if function_of(compiler, base) is not None:
        raise EquationError(f"{node.latex()} needs its argument in brackets")
    if node.primes:
        raise EquationError(f"a prime on {base.latex()}, which is no function")
    if is_listed(base) and node.sup in TRANSPOSED and node.sub is None:
        return compiler.code(base)  # (a, b)^\top is the column, as (a, b) is
    if isinstance(base, t.Bars) and base.norm:
        return norm_of(compiler, base, node.sub, node.sup)
    return scripts(compiler, compiler.code(base), node)


def is_power_of_own(compiler: Compiler, sup: t.Node) -> bool:
    r"""Whether ``e^2`` and ``e^\top`` are of another book's own e, an error; ``e^x`` may still be Euler's."""
    own, definition = compiler.notation.by_base.get("e"), compiler.context.find("e")
    if own is None and (definition is None or not definition.by_equals):
        return False
    array = own is not None and bool(own.shape)
    return isinstance(sup, t.Number) or sup == TRANSPOSED[0] or (array and sup in TRANSPOSED)


def is_listed(node: t.Node) -> bool:
    """Whether a node is a column written in a line, ``(a, b)`` or ``(x_1, \\dots, x_n)``."""
    shown = node.shown if isinstance(node, t.Abbreviated) else node
    return isinstance(shown, t.Group) and len(shown.items) > 1


def scripts(compiler: Compiler, value: Code, node: t.Scripted) -> Code:
    """An entry of a value, then its power."""
    if node.primes:
        raise EquationError(f"a prime on {node.base.latex()}, which is no function")
    if node.sub is not None:
        codes = [index_code(compiler, item, None) for item in index_items(node.sub, None)]
        inner, name = value, node.base.latex()
        for item in index_items(node.sub, None):
            if isinstance(item, t.Name) and (
                item.text in compiler.notation.indices or item.text in compiler.bound
            ):
                known = compiler.bound.get(item.text) or compiler.facts.free.setdefault(item.text, Index())
                axis = list(index_items(node.sub, None)).index(item)

                def size(inst: Instance, axis: int = axis) -> int:
                    found = np.shape(inner(inst))
                    if not found:
                        raise ShapeError(f"{name} is a number and has no entries")
                    return int(max(found) if len(codes) == 1 else found[axis])

                known.sizes.append(size)
                known.starts.add(1)

        def value(inst: Instance) -> Value:
            place = tuple(code(inst) - 1 for code in codes)
            if any(number < 0 for number in place):
                raise NoSuchThingError(f"{name} has no entry 0")
            return entry(inner(inst), place, name)

    return raised(compiler, value, node.sup)


def euler(compiler: Compiler, exponent: t.Node) -> Code:
    code = compiler.code(exponent)

    def value(inst: Instance) -> Value:
        inner, scale = apart(inst, code)
        result = chance.lifted(fn.of_no_matrix("e to the power", fn.exp))(inner)
        if scale:
            raise_scale(inst, scale * largest(result))
        return result

    return value


def raised(compiler: Compiler, value: Code, sup: t.Node | None) -> Code:
    """A value with what stands above it: a transpose, an inverse or a power."""
    if sup is None:
        return value
    if compiler.transposes(sup):
        return lambda inst: algebra.transpose(value(inst))
    if sup == t.Negative(t.Number("1")):
        return inverted(value)
    if isinstance(sup, t.Negative) and (transposed := sup.body) in TRANSPOSED:
        return raised(compiler, raised(compiler, value, t.Negative(t.Number("1"))), transposed)
    floor = isinstance(sup, t.Group) and sup.is_floor
    if isinstance(sup, (t.Group, t.Sequence, t.Word)) and not floor:
        raise EquationError(f"the superscript {sup.latex()} has no meaning here")
    exponent = compiler.code(sup)
    written = (
        None if any("." in part.text for part in sup.walk() if isinstance(part, t.Number)) else exact(sup)
    )

    def powered(inst: Instance) -> Value:
        base, scale = apart(inst, value)
        times, _ = apart(inst, exponent)
        result = algebra.power(base, times) if written is None else algebra.rational_power(base, written)
        if scale:
            flat = largest(base) <= NOTHING * scale and largest(times) >= 1  # a power of 0 is flatter than 0
            steep = 1.0 if flat else largest(result) / max(largest(base), SMALLEST)
            raise_scale(inst, scale * max(1.0, largest(times)) * steep)
        return result

    return powered


def inverted(value: Code) -> Code:
    def inverse(inst: Instance) -> Value:
        inner = value(inst)
        result = algebra.inverse(inner)
        if isinstance(result, np.ndarray):
            enlarged(inst, inner, result)
        return result

    return inverse


def identity_of(compiler: Compiler, size: t.Node) -> Code:
    """``I_n``: the identity matrix of a size."""
    code = index_code(compiler, size, None)

    def value(inst: Instance) -> Value:
        if (rows := code(inst)) < 1:
            raise ShapeError(f"an identity matrix of {rows} rows")
        return np.eye(rows)

    return value


def ones_of(compiler: Compiler, size: t.Node) -> Code:
    r"""``\mathbf{1}_n``: a column of ones; the subscript is a size, and not a set or an entry."""
    symbol = compiler.notation.by_base.get(size.latex())
    if not isinstance(size, t.Number) and (symbol is None or not symbol.size):
        raise EquationError(f"\\mathbf{{1}}_{{{size.latex()}}}: {size.latex()} is no size")
    code = index_code(compiler, size, None)
    return lambda inst: np.ones((code(inst), 1))


@compiles(t.Factorial)
def factorial(compiler: Compiler, node: t.Factorial) -> Code:
    body = whole_code(compiler, node.body)

    def value(inst: Instance) -> Value:
        number = whole(body(inst), f"what stands before the ! of {node.latex()}")
        if number < 0:
            raise EquationError(f"the factorial of {number}, which is negative")
        return float(math.factorial(number))  # OverflowError beyond 170: no evidence

    return value


@compiles(t.Binomial)
def binomial(compiler: Compiler, node: t.Binomial) -> Code:
    above, below = whole_code(compiler, node.top), whole_code(compiler, node.bottom)

    def value(inst: Instance) -> Value:
        top, bottom = (whole(code(inst), f"what stands in {node.latex()}") for code in (above, below))
        if top < 0 or bottom < 0:
            raise EquationError(f"{node.latex()} with a negative number")
        return float(math.comb(top, bottom))

    return value


def whole_code(compiler: Compiler, node: t.Node) -> Code:
    """The code of what counts: letters in it are whole numbers in every draw."""
    compiler.facts.integers |= {
        part.text for part in node.walk() if isinstance(part, t.Name) and part.text not in compiler.bound
    }
    return compiler.code(node)


def norm_of(compiler: Compiler, node: t.Bars, sub: t.Node | None, sup: t.Node | None = None) -> Code:
    """A norm, or a power of one. Its square is a sum of squares where a complex number has no length."""
    kind = "" if sub is None else sub.text if isinstance(sub, t.Word) else sub.latex()
    compiler.facts.pieces = compiler.facts.pieces or kind == "\\infty"
    if kind not in ("", "1", "2", "F", "\\infty"):
        raise EquationError(f"a norm with the subscript {kind}")
    body = compiler.code(node.body)

    def norm(inst: Instance) -> Value:
        value = body(inst)
        if inst.circling and (kind == "1" or (kind == "2" and is_wide(value))):
            raise EquationError(f"what is small is judged of smooth functions, not of a norm with {kind}")
        if kind == "1" and not inst.exact:
            inst.near_kink(value)
        return algebra.norm(value, kind)

    usual = raised(compiler, norm, sup)
    if sup != t.Number("2") or kind in ("1", "\\infty"):
        return usual

    def square(inst: Instance) -> Value:
        value: Value = body(inst) if inst.circling else 0.0
        summed = inst.circling and (kind == "F" or not is_wide(value))
        return np.sum(np.ravel(value) ** 2) if summed else usual(inst)

    return square


def is_wide(value: Value) -> bool:
    """Whether a matrix is no row and no column, so that it has several norms."""
    return np.ndim(value) == 2 and min(np.shape(value)) > 1


@compiles(t.Bars)
def magnitude(compiler: Compiler, node: t.Bars) -> Code:
    if node.norm:
        return norm_of(compiler, node, None)
    body = compiler.code(node.body)
    if outline(compiler, node.body) == MATRIX:  # between bars, a matrix is its determinant
        return called(compiler, linear.determinant, "\\det", 0, [body])
    compiler.facts.pieces = True

    def value(inst: Instance) -> Value:
        inner = algebra.number(body(inst))
        inst.near_kink(inner)
        return chance.lifted(fn.absolute)(inner)

    return value


@compiles(t.Root)
def root(compiler: Compiler, node: t.Root) -> Code:
    body = compiler.code(node.body)
    if node.degree is not None:
        written = exact(node.degree)
        if written is not None and written.denominator == 1 and written > 0:
            return lambda inst: algebra.rational_power(body(inst), 1 / written)
        degree = compiler.code(node.degree)
        return lambda inst: algebra.power(body(inst), 1.0 / degree(inst))
    root = chance.lifted(fn.of_no_matrix("\\sqrt", fn.sqrt))
    return lambda inst: root(body(inst))
