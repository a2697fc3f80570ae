"""Sums, products, fractions, powers, norms, conditions: all that is no function and no derivative."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable

import numpy as np

from bookkit.equations import algebra, chance, linear
from bookkit.equations import functions as fn
from bookkit.equations import tree as t
from bookkit.equations.draw import STEP, Instance
from bookkit.equations.errors import EquationError, NoSuchThingError, ShapeError
from bookkit.equations.exact import exact
from bookkit.equations.parts import (
    Code,
    Index,
    Value,
    apart,
    entry,
    index_items,
    largest,
    raise_scale,
    whole,
)
from bookkit.equations.symbols import Symbols

COMPARE: dict[str, Callable[[float, float], bool]] = {
    "=": lambda a, b: a == b,
    "\\neq": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "\\le": lambda a, b: a <= b,
    "\\ge": lambda a, b: a >= b,
}


class Arithmetic(Symbols):
    """Compiles arithmetic."""

    def code_scripted(self, node: t.Scripted) -> Code:
        base = node.base
        if self.is_identity(base) and node.sub is not None and not node.primes:
            return self.raised(self.identity(node.sub), node.sup)
        if base == t.Name("e") and node.sub is None and not node.primes and node.sup is not None:
            if self.context.knows("e"):
                raise EquationError(f"{node.latex()}: the page has its own e; write the exponential as \\exp")
            return self.euler(node.sup)
        if isinstance(base, t.Name) and base.text in self.bound:
            return self.scripts(self.bound_value(base.text), node)
        found = self.ref(node)
        if found is not None:
            return self.raised(self.held(node, found[0]), found[1])
        if self.function_of(base) is not None:
            raise EquationError(f"{node.latex()} needs its argument in brackets")
        if node.primes:
            raise EquationError(f"a prime on {base.latex()}, which is no function")
        if isinstance(base, t.Bars) and base.norm:
            return self.raised(self.norm(base, node.sub), node.sup)
        return self.scripts(self.code(base), node)

    def scripts(self, value: Code, node: t.Scripted) -> Code:
        """An entry of a value, then its power."""
        if node.primes:
            raise EquationError(f"a prime on {node.base.latex()}, which is no function")
        if node.sub is not None:
            codes = [self.index(item, None) for item in index_items(node.sub, None)]
            inner, name = value, node.base.latex()
            for item in index_items(node.sub, None):
                if isinstance(item, t.Name) and item.text in self.notation.indices:
                    known = self.bound.get(item.text) or self.facts.free.setdefault(item.text, Index())
                    axis = list(index_items(node.sub, None)).index(item)

                    def size(inst: Instance, axis: int = axis) -> int:
                        found = np.shape(inner(inst))
                        if not found:
                            raise ShapeError(f"{name} is a number and has no entries")
                        return int(max(found) if len(codes) == 1 else found[axis])

                    known.sizes.append(size)

            def value(inst: Instance) -> Value:
                place = tuple(code(inst) - 1 for code in codes)
                if any(number < 0 for number in place):
                    raise NoSuchThingError(f"{name} has no entry 0")
                return entry(inner(inst), place, name)

        return self.raised(value, node.sup)

    def euler(self, exponent: t.Node) -> Code:
        code = self.code(exponent)

        def value(inst: Instance) -> Value:
            inner, scale = apart(inst, code)
            result = chance.lifted(fn.of_no_matrix("e to the power", fn.exp))(inner)
            if scale:
                raise_scale(inst, scale * largest(result))
            return result

        return value

    def raised(self, value: Code, sup: t.Node | None) -> Code:
        """A value with what stands above it: a transpose, an inverse or a power."""
        if sup is None:
            return value
        if sup == t.Name("\\top") or (sup == t.Name("T") and "T" not in self.notation.by_base):
            return lambda inst: algebra.transpose(value(inst))
        if sup == t.Negative(t.Number("1")):
            return self.inverted(value)
        if isinstance(sup, t.Negative) and (transposed := sup.body) in (t.Name("\\top"), t.Name("T")):
            return self.raised(self.raised(value, t.Negative(t.Number("1"))), transposed)
        floor = isinstance(sup, t.Group) and sup.is_floor
        if isinstance(sup, (t.Group, t.Sequence, t.Word)) and not floor:
            raise EquationError(f"the superscript {sup.latex()} has no meaning here")
        exponent = self.code(sup)
        written = (
            None if any("." in part.text for part in sup.walk() if isinstance(part, t.Number)) else exact(sup)
        )

        def powered(inst: Instance) -> Value:
            base, scale = apart(inst, value)
            times, _ = apart(inst, exponent)
            result = algebra.power(base, times) if written is None else algebra.rational_power(base, written)
            if scale:
                raise_scale(
                    inst, scale * largest(result) * max(1.0, largest(times)) / max(largest(base), 1e-300)
                )
            return result

        return powered

    @staticmethod
    def inverted(value: Code) -> Code:
        def inverse(inst: Instance) -> Value:
            inner = value(inst)
            result = algebra.inverse(inner)
            if isinstance(result, np.ndarray):
                enlarged(inst, inner, result)
            return result

        return inverse

    def identity(self, size: t.Node) -> Code:
        """``I_n``: the identity matrix of a size."""
        code = self.index(size, None)

        def value(inst: Instance) -> Value:
            if (rows := code(inst)) < 1:
                raise ShapeError(f"an identity matrix of {rows} rows")
            return np.eye(rows)

        return value

    def code_factorial(self, node: t.Factorial) -> Code:
        body = self.whole_code(node.body)

        def value(inst: Instance) -> Value:
            number = whole(body(inst), f"what stands before the ! of {node.latex()}")
            if number < 0:
                raise EquationError(f"the factorial of {number}, which is negative")
            return float(math.factorial(number))  # OverflowError beyond 170: no evidence

        return value

    def code_binomial(self, node: t.Binomial) -> Code:
        above, below = self.whole_code(node.top), self.whole_code(node.bottom)

        def value(inst: Instance) -> Value:
            top, bottom = (whole(code(inst), f"what stands in {node.latex()}") for code in (above, below))
            if top < 0 or bottom < 0:
                raise EquationError(f"{node.latex()} with a negative number")
            return float(math.comb(top, bottom))

        return value

    def whole_code(self, node: t.Node) -> Code:
        """The code of what counts: letters in it are whole numbers in every draw."""
        self.facts.integers |= {
            part.text for part in node.walk() if isinstance(part, t.Name) and part.text not in self.bound
        }
        return self.code(node)

    def norm(self, node: t.Bars, sub: t.Node | None) -> Code:
        kind = "" if sub is None else sub.latex()
        self.facts.pieces = self.facts.pieces or kind == "\\infty"
        if kind not in ("", "1", "2", "F", "\\infty"):
            raise EquationError(f"a norm with the subscript {kind}")
        body = self.code(node.body)
        return lambda inst: algebra.norm(body(inst), kind)

    def code_bars(self, node: t.Bars) -> Code:
        if node.norm:
            return self.norm(node, None)
        body = self.code(node.body)
        self.facts.pieces = True

        def value(inst: Instance) -> Value:
            inner = algebra.number(body(inst))
            inst.near_kink(inner)
            return chance.lifted(fn.absolute)(inner)

        return value

    def watch(self, node: t.Node) -> int | None:
        """A number under which a term or factor is seen to be something else than zero at least once."""
        if not self.watching or may_vanish(node):
            return None
        number = len(self.facts.watched)
        self.facts.watched[number] = node.latex()
        return number

    def code_plus(self, node: t.Plus) -> Code:
        parts = []
        for place, term in enumerate(node.terms):
            variable = _limit_variable(term.body if isinstance(term, t.Negative) else term)
            if variable is not None and any(variable in later.walk() for later in node.terms[place + 1 :]):
                raise EquationError(
                    f"does the limit end before the next term? write brackets: {node.latex()}"
                )
            negative = isinstance(term, t.Negative)
            body = term.body if isinstance(term, t.Negative) else term
            parts.append((self.code(body), negative, self.watch(body), self.bias(body), is_constant(body)))

        def value(inst: Instance) -> Value:
            total: Value = None
            for code, negative, mark, bias, constant in parts:
                part = code(inst)
                inst.saw(part)
                if mark is not None and mark not in inst.alive and np.any(part != 0):
                    inst.alive.add(mark)
                part = -part if negative else part
                total = part if total is None else add(total, part, bias, constant)
            return total

        if parts[0][3] or parts[0][4]:  # a bias or a constant comes first: add it to what follows
            parts.append(parts.pop(0))
        return value

    def bias(self, node: t.Node) -> str | None:
        """How a bias is added: a column to all columns, a row to all rows, a number to all entries."""
        found = self.ref(node) if isinstance(node, (t.Name, t.Scripted)) else None
        symbol = None if found is None or found[1] is not None else found[0].symbol
        if symbol is None or not symbol.bias:
            return None
        return "row" if symbol.shape[:1] == ("1",) else "column" if symbol.shape else "number"

    def code_negative(self, node: t.Negative) -> Code:
        body = self.code(node.body)
        return lambda inst: -body(inst)

    def code_binary(self, node: t.Binary) -> Code:
        if _open_operator(node.left):
            raise EquationError(f"what is derived in {node.latex()}? write brackets after the derivative")
        left, right = self.code(node.left), self.code(node.right)
        if node.sign == "\\circ":  # of functions it is a composition, which spellings.py has written out
            return self.product("\\odot", left, right, self.watch(node.left), self.watch(node.right))
        if node.sign == "/":
            return self.quotient(left, right, node.left)
        if node.sign == "\\oslash":
            return lambda inst: entrywise_quotient(left(inst), right(inst))
        return self.product(node.sign, left, right, self.watch(node.left), self.watch(node.right))

    def product(
        self, sign: str, left: Code, right: Code, mark_left: int | None, mark_right: int | None
    ) -> Code:
        def value(inst: Instance) -> Value:
            (a, scale_a), (b, scale_b) = apart(inst, left), apart(inst, right)
            if scale_a or scale_b:
                raise_scale(inst, scale_a * largest(b) + scale_b * largest(a))
            if mark_left is not None and mark_left not in inst.alive and np.any(a != 0):
                inst.alive.add(mark_left)
            if mark_right is not None and mark_right not in inst.alive and np.any(b != 0):
                inst.alive.add(mark_right)
            return algebra.multiply(sign, a, b)

        return value

    def code_frac(self, node: t.Frac) -> Code:
        return self.quotient(self.code(node.top), self.code(node.bottom), node.top)

    def quotient(self, top: Code, bottom: Code, above: t.Node) -> Code:
        def divided(inst: Instance, divide: Callable[[Value, Value], Value]) -> Value:
            (a, scale_a), (b, scale_b) = apart(inst, top), apart(inst, bottom)
            result = divide(a, b)
            if scale_a or scale_b:
                small = max(float(np.min(np.abs(np.real(b)))), 1e-300)
                raise_scale(inst, scale_a / small + scale_b * largest(result) / small)
            return result

        if is_constant(above):
            # A constant over an array is taken entry by entry, as in 1/(1 + e^{-z}).
            def entrywise(inst: Instance) -> Value:
                return divided(inst, lambda a, b: algebra.divide(a, b) if algebra.is_number(b) else a / b)

            return entrywise
        return lambda inst: divided(inst, algebra.divide)

    def code_root(self, node: t.Root) -> Code:
        body = self.code(node.body)
        if node.degree is not None:
            written = exact(node.degree)
            if written is not None and written.denominator == 1 and written > 0:
                return lambda inst: algebra.rational_power(body(inst), 1 / written)
            degree = self.code(node.degree)
            return lambda inst: algebra.power(body(inst), 1.0 / degree(inst))
        root = chance.lifted(fn.of_no_matrix("\\sqrt", fn.sqrt))
        return lambda inst: root(body(inst))

    def code_group(self, node: t.Group) -> Code:
        if node.is_floor:
            return self.rounded(node)
        if node.is_product:
            return self.inner_product(node)
        if len(node.items) != 1:
            paired = (node.opening, node.closing) in (("(", ")"), ("[", "]"))
            if not paired or any(isinstance(item, t.Chain) for item in node.items):
                raise EquationError(f"{node.latex()} is no value")
            return self.column([self.code(item) for item in node.items])
        item = node.items[0]
        if isinstance(item, t.Chain):
            if node.opening != "[":
                raise EquationError(
                    f"a relation is no value: {item.latex()}; an indicator is written [x > y]"
                )
            return self.indicator(item)
        if (node.opening, node.closing) not in (("(", ")"), ("[", "]"), ("\\{", "\\}")):
            raise EquationError(f"{node.latex()} is no value")
        return self.code(item)

    def inner_product(self, node: t.Group) -> Code:
        r"""``\langle u, v \rangle``."""
        if len(node.items) != 2 or any(isinstance(item, t.Chain) for item in node.items):
            raise EquationError(f"{node.latex()}: an inner product is one of two things")
        left, right = (self.code(item) for item in node.items)

        def value(inst: Instance) -> Value:
            (a, scale_a), (b, scale_b) = apart(inst, left), apart(inst, right)
            raise_scale(inst, scale_a * largest(b) + scale_b * largest(a))
            if not algebra.is_number(a) and np.shape(a) == np.shape(b):
                inst.saw(a * b)
            return linear.inner(a, b)

        return value

    def rounded(self, node: t.Group) -> Code:
        r"""``\lfloor x \rfloor``, the next whole number below; ``\lceil x \rceil``, the one above."""
        towards = np.floor if node.opening == "\\lfloor" else np.ceil
        if len(node.items) != 1 or isinstance(node.items[0], t.Chain):
            raise EquationError(f"{node.latex()} is no value")
        self.facts.pieces = True
        body = self.code(node.items[0])

        def value(inst: Instance) -> Value:
            inner = algebra.number(body(inst))
            inst.near_kink(inner - np.round(np.real(inner)))
            near = np.round(np.real(inner))
            hair = abs(np.real(inner) - near) <= 1e-12 * max(1.0, abs(near))  # 0.3 / 0.1 is 3
            return float(near if hair else towards(np.real(inner)))

        return value

    @staticmethod
    def column(codes: list[Code]) -> Code:
        """Numbers in brackets, ``(b, a)``: a column."""
        return lambda inst: np.array([[algebra.number(code(inst))] for code in codes])

    def indicator(self, chain: t.Chain) -> Code:
        if self.notation.has_chance:
            return self.event(chain)
        test = self.condition(chain)
        return lambda inst: 1.0 if test(inst) else 0.0

    def condition(self, chain: t.Chain) -> Callable[[Instance], bool]:
        """Whether a chain of comparisons holds; near equality a derivative is not to be trusted."""
        if chain.steps and chain.steps[-1].sign == "\\in":
            return self.condition_in(chain)
        kept, self.watching = self.watching, False
        codes = [self.code(chain.first), *(self.code(step.right) for step in chain.steps)]
        self.watching = kept
        for step in chain.steps:
            if step.sign not in COMPARE:
                raise EquationError(f"{step.sign} is no condition")
        tests = [COMPARE[step.sign] for step in chain.steps]
        self.facts.pieces = True

        def holds(inst: Instance) -> bool:
            values = [np.real(algebra.number(code(inst))) for code in codes]
            for a, b in itertools.pairwise(values):
                inst.near_kink(a - b)
            return all(test(a, b) for test, a, b in zip(tests, values, values[1:], strict=False))

        return holds

    def condition_in(self, chain: t.Chain) -> Callable[[Instance], bool]:
        """``x \\in [0, 1]``, ``0 < x \\in \\mathbb{R}``: whether a value lies in a set."""
        before, last = chain.with_(steps=chain.steps[:-1]), chain.steps[-1]
        item = before.steps[-1].right if before.steps else before.first
        kept, self.watching = self.watching, False
        value, member = self.code(item), self.member_of(last.right)
        self.watching = kept
        self.facts.pieces = self.facts.pieces or isinstance(last.right, t.Group)
        rest = self.condition(before) if before.steps else None

        def holds(inst: Instance) -> bool:
            return member(inst, np.real(value(inst)))[0] and (rest is None or rest(inst))

        return holds

    def code_braced(self, node: t.Braced) -> Code:
        return self.code(node.body)

    def code_cases(self, node: t.Cases) -> Code:
        self.facts.pieces = True
        rows = []
        for value, when in node.rows:
            chain = when if isinstance(when, t.Chain) else None
            if when is not None and chain is None:
                raise EquationError(f"{when.latex()} is no condition")
            rows.append((self.code(value), None if chain is None else self.condition(chain)))

        def chosen(inst: Instance) -> Value:
            found = [value(inst) for value, when in rows if when is not None and when(inst)]
            if not found:
                rest = [value(inst) for value, when in rows if when is None]
                inst.no_case = inst.no_case or not rest
                return rest[0] if rest else np.nan
            if any(differ(found[0], other) for other in found[1:]):
                inst.two_cases = True
                return np.nan
            return found[0]

        return chosen

    def code_matrix(self, node: t.Matrix) -> Code:
        rows = [[self.code(cell) for cell in row] for row in node.rows]

        def value(inst: Instance) -> Value:
            return np.array([[algebra.number(cell(inst)) for cell in row] for row in rows])

        return value


def enlarged(inst: Instance, of: Value, result: Value) -> None:
    """Notes what rounding may have done to an inverse or a determinant."""
    part = np.imag(result) / STEP if inst.complex else np.real(result)
    size = float(np.max(np.abs(part)))
    if np.isfinite(size):
        raise_scale(inst, linear.condition(of) * size)


def _open_operator(node: t.Node) -> bool:
    """Whether a product ends in a derivative without brackets, so that what follows may belong to it."""
    if isinstance(node, t.Binary):
        return _open_operator(node.right)
    factors = node.factors if isinstance(node, t.Juxtaposed) else (node,)
    for place, factor in enumerate(factors):
        if isinstance(factor, t.Derivative) and factor.of is None:
            rest = factors[place + 1 :]
            inner = rest[0].base if rest and isinstance(rest[0], t.Scripted) else rest[0] if rest else None
            return not (len(rest) == 1 and isinstance(inner, t.Group))
    return False


def _limit_variable(node: t.Node) -> t.Node | None:
    """The variable of a limit that a term ends in."""
    last = node.factors[-1] if isinstance(node, t.Juxtaposed) else node
    if isinstance(last, t.Big) and last.sign == "\\lim" and isinstance(last.below, t.Chain):
        return last.below.first
    return None


def differ(left: Value, right: Value) -> bool:
    """Whether two values are not one to the eye of a reader."""
    if np.shape(left) != np.shape(right):
        return True
    gap = np.max(np.abs(np.real(left) - np.real(right)))
    return bool(gap > 1e-9 * max(largest(left), largest(right)))


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
    if bias and np.ndim(total) == 2 and np.ndim(part) == 2:
        rows, columns = np.shape(total)
        if np.shape(part) == ((1, columns) if bias == "row" else (rows, 1)):
            return total + part
    if (constant or bias) and algebra.is_number(part):
        return total + part
    return algebra.add(total, part)


def entrywise_quotient(left: Value, right: Value) -> Value:
    if np.shape(left) != np.shape(right):
        raise ShapeError(f"⊘ needs equal shapes, not {algebra.shape(left)} and {algebra.shape(right)}")
    return left / right
