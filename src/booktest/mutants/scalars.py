"""What SymPy says of an equation between numbers: the judge of mutants that the checker passes.

A second, symbolic reading of the tree. It knows less than the checker, and says so (UnreadableError): only
what it can prove counts as proven.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import Any

import sympy  # type: ignore[import-untyped]  # SymPy has no types

from bookkit.equations.compiling.limits import one_side
from bookkit.equations.reading.context import Context, Definition
from bookkit.equations.reading.tree import (
    Bars,
    Big,
    Binary,
    Chain,
    Derivative,
    Frac,
    Group,
    Juxtaposed,
    Name,
    Negative,
    Node,
    Number,
    Plus,
    Root,
    Scripted,
    Step,
    Tree,
    Word,
)
from bookkit.notations.table import Notation

Expr = Any  # SymPy's stubs do not carry its algebra


class UnreadableError(Exception):
    """Beyond this reader."""


def _sigmoid(z: Expr) -> Expr:
    return 1 / (1 + sympy.exp(-z))


_FUNCTIONS: dict[str, Any] = {
    "\\sigma": _sigmoid,
    "\\exp": sympy.exp,
    "\\log": sympy.log,
    "\\ln": sympy.log,
    "\\sin": sympy.sin,
    "\\cos": sympy.cos,
    "\\tanh": sympy.tanh,
    "\\max": sympy.Max,
    "\\min": sympy.Min,
    "\\Phi": lambda z: (1 + sympy.erf(z / sympy.sqrt(2))) / 2,
    "\\varphi": lambda z: sympy.exp(-(z**2) / 2) / sympy.sqrt(2 * sympy.pi),
    "ReLU": lambda z: sympy.Max(0, z),
    "sign": sympy.sign,
    "erf": sympy.erf,
}


_CONSTANTS = {"e", "\\pi", *_FUNCTIONS}


@dataclass(frozen=True)
class _Power(Node):
    """The exponent that stands behind a function's bracket, as in `f(x)^2`."""

    exponent: Any


class Reader:
    """Reads trees under the definitions of a page; `opaque` names are symbols although they are defined."""

    def __init__(
        self, context: Context, opaque: frozenset[str] = frozenset(), bound: Mapping[str, Expr] | None = None
    ):
        self.context = context
        self.opaque = opaque
        self.bound = dict(bound or {})

    def read(self, node: Node) -> Expr:
        """The node as a SymPy expression."""
        rule = getattr(self, f"_{type(node).__name__.lower()}", None)
        if rule is None:
            raise UnreadableError(type(node).__name__)
        return rule(node)

    def _number(self, node: Number) -> Expr:
        return sympy.Rational(node.text)

    def _name(self, node: Name) -> Expr:
        text = node.text
        if text in self.bound:
            return self.bound[text]
        definition = self.context.find(text)
        if definition is not None and text not in self.opaque:
            return self._value(definition)
        if text in ("e", "\\pi", "\\infty") and definition is None:
            return {"e": sympy.E, "\\pi": sympy.pi, "\\infty": sympy.oo}[text]
        if text in _FUNCTIONS or text in ("\\partial", "\\nabla", "\\Delta"):
            raise UnreadableError(text)
        return self.symbol(text)

    def symbol(self, text: str) -> Expr:
        """The SymPy symbol of a letter."""
        return (
            sympy.Symbol(text, integer=True, positive=True) if text == "n" else sympy.Symbol(text, real=True)
        )

    def _value(self, definition: Definition) -> Expr:
        """The value of a defined name; a function named without arguments is taken at its own letters."""
        if definition.sub or definition.sup:
            raise UnreadableError(definition.name)
        return Reader(self.context, self.opaque).read(definition.body)

    def _scripted(self, node: Scripted) -> Expr:
        if node.primes:
            raise UnreadableError("a prime without an argument")
        if node.sub is not None:
            raise UnreadableError("a subscript")
        assert node.sup is not None
        return self.read(node.base) ** self.read(node.sup)

    def _group(self, node: Group) -> Expr:
        if len(node.items) != 1 or node.is_floor:
            raise UnreadableError("several things in brackets")
        return self.read(node.items[0])

    def _bars(self, node: Bars) -> Expr:
        return sympy.Abs(self.read(node.body))

    def _frac(self, node: Frac) -> Expr:
        return self.read(node.top) / self.read(node.bottom)

    def _root(self, node: Root) -> Expr:
        return sympy.root(self.read(node.body), 2 if node.degree is None else self.read(node.degree))

    def _negative(self, node: Negative) -> Expr:
        return -self.read(node.body)

    def _plus(self, node: Plus) -> Expr:
        return sympy.Add(*[self.read(term) for term in node.terms])

    def _binary(self, node: Binary) -> Expr:
        left, right = self.read(node.left), self.read(node.right)
        return left / right if node.sign == "/" else left * right

    def _juxtaposed(self, node: Juxtaposed) -> Expr:
        result, factors = sympy.Integer(1), list(node.factors)
        while factors:
            first = factors.pop(0)
            if isinstance(first, Derivative) and first.of is None:
                return result * self._derived(
                    Juxtaposed(tuple(factors)) if len(factors) > 1 else factors[0], first.by
                )
            name = first.base if isinstance(first, Scripted) else first
            if isinstance(name, (Name, Word)) and self._is_function(name.text):
                value = self._applied(first, self._argument(factors))
                if factors and isinstance(power := factors[0], _Power):
                    factors.pop(0)
                    value = value ** self.read(power.exponent)
                result *= value
            else:
                result *= self.read(first)
        return result

    @staticmethod
    def _argument(factors: list[Node]) -> Node:
        """Take the argument of a function from the factors after it; a power of its bracket stays behind."""
        if not factors:
            raise UnreadableError("a function without an argument")
        argument = factors.pop(0)
        if isinstance(argument, Scripted) and isinstance(argument.base, Group):
            if argument.primes or argument.sub is not None:
                raise UnreadableError("scripts on an argument")
            factors.insert(0, _Power(argument.sup))
            return argument.base
        if not isinstance(argument, Group) and factors:
            raise UnreadableError("a function without a clear argument")
        return argument

    def _is_function(self, text: str) -> bool:
        definition = self.context.find(text)
        return text in _FUNCTIONS or (definition is not None and definition.arguments is not None)

    def _applied(self, function: Node, argument: Node) -> Expr:
        base, primes, power = function, 0, None
        if isinstance(function, Scripted):
            base, primes, power = function.base, function.primes, function.sup
            if function.sub is not None:
                raise UnreadableError("a function with a subscript")
        assert isinstance(base, (Name, Word))
        items = argument.items if isinstance(argument, Group) else (argument,)
        values = [self.read(item) for item in items]
        result = self._call(base.text, values, primes)
        return result if power is None else result ** self.read(power)

    def _call(self, name: str, values: list[Expr], primes: int) -> Expr:
        places = [sympy.Dummy(real=True) for _ in values]
        definition = self.context.find(name)
        if definition is not None and definition.arguments is not None:
            if len(definition.arguments) != len(values):
                raise UnreadableError("another number of arguments")
            body = Reader(self.context, self.opaque, dict(zip(definition.arguments, places, strict=True)))
            result = body.read(definition.body)
        else:
            result = _FUNCTIONS[name](*places)
        if primes:
            if len(places) != 1:
                raise UnreadableError("a prime on several arguments")
            result = sympy.diff(result, places[0], primes)
        return result.subs(dict(zip(places, values, strict=True)), simultaneous=True)

    def _derivative(self, node: Derivative) -> Expr:
        if node.of is None:
            raise UnreadableError("a derivative of nothing")
        return self._derived(node.of, node.by)

    def _derived(self, of: Node, by: tuple[Node, ...]) -> Expr:
        names = [name.text for name in by if isinstance(name, Name)]
        if len(names) != len(by):
            raise UnreadableError("a derivative by something else than a letter")
        inner = Reader(self.context, self.opaque | set(names), self.bound)
        if (
            isinstance(of, Name)
            and (definition := self.context.find(of.text))
            and definition.arguments is not None
        ):
            result = Reader(self.context, self.opaque | set(names)).read(definition.body)
        else:
            result = inner.read(of)
        symbols = [self.symbol(name) for name in names]
        result = sympy.diff(result, *symbols)
        return result.subs(
            {symbol: self.read(name) for symbol, name in zip(symbols, by, strict=True)}, simultaneous=True
        )

    def _big(self, node: Big) -> Expr:
        if node.sign == "\\lim":
            return self._limit(node)
        if node.sign not in ("\\sum", "\\prod") or node.above is None or not isinstance(node.below, Chain):
            raise UnreadableError("a sum without limits")
        index = sympy.Dummy("index", integer=True)
        name, step = node.below.first, node.below.steps[0]
        if not isinstance(name, Name) or step.sign != "=":
            raise UnreadableError("limits of another kind")
        body = Reader(self.context, self.opaque, {**self.bound, name.text: index}).read(node.body)
        limits = (index, self.read(step.right), self.read(node.above))
        return (sympy.Sum if node.sign == "\\sum" else sympy.Product)(body, limits).doit()

    def _limit(self, node: Big) -> Expr:
        below = node.below
        if not isinstance(below, Chain) or not isinstance(below.first, Name) or below.steps[0].sign != "\\to":
            raise UnreadableError("a limit of another kind")
        place = sympy.Symbol(below.first.text + "→", real=True)
        body = Reader(self.context, self.opaque, {**self.bound, below.first.text: place}).read(node.body)
        goal, side = one_side(below.steps[0].right)
        target = self.read(goal)
        if side:
            return sympy.limit(body, place, target, "+" if side > 0 else "-")
        result = sympy.limit(body, place, target)
        if target.is_finite and sympy.limit(body, place, target, "-") != result:
            raise UnreadableError("no limit")
        return result


def _is_plain(node: Node, context: Context) -> bool:
    """Whether a side is a number as it stands, without letters."""
    names = (part.text for part in node.walk() if isinstance(part, Name))
    return all(name in _CONSTANTS and context.find(name) is None for name in names)


def _given(context: Context) -> dict[Expr, Expr]:
    """The given values of letters, not of single entries or layers."""
    return {
        sympy.Symbol(name, real=True): sympy.Rational(repr(value))
        for (name, layer, place), value in context.given
        if layer is None and not place
    }


def _equal(left: Expr, right: Expr) -> bool:
    difference = sympy.simplify(left - right)
    return bool(difference == 0) or difference.equals(0) is True


def _rounds(value: Expr, shown: str, given: dict[Expr, Expr]) -> bool:
    number = sympy.N(value.subs(given), 50)
    if not number.is_real:
        return False
    target = Decimal(shown)
    exponent = target.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return any(
        Decimal(str(number)).quantize(step, mode) == target for mode in (ROUND_HALF_UP, ROUND_HALF_EVEN)
    )


def _shown(node: Node) -> str | None:
    """The digits of a number as they stand, sign included."""
    if isinstance(node, Negative) and isinstance(node.body, Number):
        return "-" + node.body.text
    return node.text if isinstance(node, Number) else None


def proves(tree: Tree, original: Tree, context: Context, notation: Notation) -> bool:
    """Whether SymPy proves every claim of a damaged equation between numbers; False where it cannot read it.

    `context` is what the page knows after the equation; definitions must be those of the original.
    """
    if any(symbol.shape or symbol.layered for symbol in notation.symbols) or any(
        s.ranges or s.conditions for s in tree.statements
    ):
        return False
    kept = set(original.statements)
    claims = [
        s
        for s in tree.statements
        if not (s in kept and s.chain.steps and s.chain.steps[0].sign == "\\coloneqq")
    ]
    try:
        return all(_proves_chain(statement.chain, context) for statement in claims)
    except (UnreadableError, NotImplementedError, ValueError, TypeError, ArithmeticError, AttributeError):
        return False


def _is_scalar(tree: Tree, notation: Notation) -> bool:
    """Whether an equation is one between numbers, of which none is derived by the table's rules."""
    if notation.has_chance:
        return False  # an expectation is not read here
    if not any(symbol.shape or symbol.rule for symbol in notation.symbols):
        return True
    symbols = [notation.by_base.get(part.text) for part in tree.walk() if isinstance(part, Name)]
    derived = any(isinstance(part, Derivative) or part == Name("\\nabla") for part in tree.walk())
    return not derived and not any(symbol and (symbol.shape or symbol.layered) for symbol in symbols)


def equal(tree: Tree, original: Tree, context: Context, notation: Notation) -> bool:
    """Whether SymPy proves every side of a damaged equation to be what it was.

    `context` is what is known before the equation; what it defines or updates keeps its left side.
    """
    if not (_is_scalar(tree, notation) and _is_scalar(original, notation)):
        return False
    try:
        return all(
            _equal_chains(new.chain, old.chain, context) and new.ranges == old.ranges
            for new, old in zip(tree.statements, original.statements, strict=True)
        )
    except (UnreadableError, NotImplementedError, ValueError, TypeError, ArithmeticError, AttributeError):
        return False


def _equal_chains(new: Chain, old: Chain, context: Context) -> bool:
    if new == old:
        return True
    if [step.sign for step in new.steps] != [step.sign for step in old.steps]:
        return False
    sides = [(new.first, old.first), *((n.right, o.right) for n, o in zip(new.steps, old.steps, strict=True))]
    fixed = any(step.sign in ("\\coloneqq", "\\leftarrow") for step in old.steps)
    if fixed and new.first != old.first:
        return False
    reader = Reader(context)
    return all(left == right or _equal(reader.read(left), reader.read(right)) for left, right in sides)


def _proves_chain(chain: Chain, context: Context) -> bool:
    reader, given = Reader(context), _given(context)
    left: Node = chain.first
    for step in chain.steps:
        if not _proves_step(left, step, reader, given):
            return False
        left = step.right
    return True


def _proves_step(left: Node, step: Step, reader: Reader, given: dict[Expr, Expr]) -> bool:
    if step.sign == "=":
        plain = [_is_plain(side, reader.context) for side in (left, step.right)]
        values = given if plain[0] != plain[1] else {}
        return _equal(reader.read(left).subs(values), reader.read(step.right).subs(values))
    if step.sign in ("<", "\\le", ">", "\\ge"):
        sign = 1 if step.sign in ("<", "\\le") else -1
        return _is_positive(sign * (reader.read(step.right) - reader.read(left)), strict=step.sign in "<>")
    shown = _shown(step.right)
    return step.sign == "\\approx" and shown is not None and _rounds(reader.read(left), shown, given)


def _is_positive(difference: Expr, strict: bool) -> bool:
    """Whether SymPy knows a real expression to be positive (or not negative) in one of its forms."""
    forms = (difference, sympy.simplify(difference), sympy.factor(sympy.together(difference)))
    return any((form.is_positive if strict else form.is_nonnegative) is True for form in forms)
