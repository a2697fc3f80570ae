"""A normal form of trees: what may be written in another order or with other brackets looks the same in it.

Two trees with the same normal form are equal by commutativity and associativity of sums, of products of
numbers and of ⊙, by double negation, by bracketing, and by the name of a bound index; nothing else is used.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

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
    Scripted,
    Sequence,
    Statement,
    Tree,
    Word,
)
from bookkit.notations.table import Notation
from bookkit.values import functions as fn

Form = tuple[Any, ...]

_ENTRYWISE = {"\\ln", "\\sin", "\\cos", "\\tan", "\\tanh", "\\sinh", "\\cosh"}
_TIMES = ("\\cdot", "\\times", "\\odot")


class Normal:
    """Normal forms under one notation, which says what is a number."""

    def __init__(
        self,
        notation: Notation,
        functions: frozenset[str] = frozenset(),
        numbers: frozenset[str] = frozenset(),
    ) -> None:
        self.notation = notation
        self.numbers = numbers
        self.functions = (
            set(notation.function)
            | functions
            | {"\\log", "\\exp", "\\max", "\\min", "\\operatorname"}
            | _ENTRYWISE
            | (
                {"\\mathbb{E}", "E", "Var", "Std", "Cov", "\\mathbb{P}", "P"}
                if notation.has_chance
                else set()
            )
        )
        self.shaped = any(symbol.shape for symbol in notation.symbols)

    def of(self, node: Node, bound: tuple[str, ...] = ()) -> Form:
        """The normal form of a node; `bound` are the indices of the sums around it, innermost last."""
        if isinstance(node, Group) and len(node.items) == 1 and node.opening in ("(", "[", "\\{"):
            return self.of(node.items[0], bound)
        if isinstance(node, Name) and node.text in bound:
            return ("index", len(bound) - bound[::-1].index(node.text))
        if isinstance(node, (Plus, Negative)):
            return self._sum(node, bound)
        if isinstance(node, (Juxtaposed, Binary)):
            return self._product(node, bound)
        if isinstance(node, Big):
            return self._big(node, bound)
        if isinstance(node, Chain) and len(node.steps) == 1 and node.steps[0].sign == "=":
            return self._equation(node, bound)
        if isinstance(node, Scripted) and self._is_first_power(node):
            return self.of(node.with_(sup=None) if node.sub is not None else node.base, bound)
        if isinstance(node, _Applied):
            return self._applied(node, bound)
        if isinstance(node, Scripted):
            return ("scripted", self._base(node, bound), node.primes, self._sub(node.sub, bound),
                    None if node.sup is None else self.of(node.sup, bound))  # fmt: skip
        if isinstance(node, Number):
            return ("number", node.text)
        return (type(node).__name__, *(self._part(getattr(node, part.name), bound) for part in fields(node)))

    def _is_first_power(self, node: Scripted) -> bool:
        """Whether the superscript is the power 1, and no layer."""
        symbol = self.notation.by_base.get(node.base.latex())
        layered = symbol is not None and symbol.layered
        known = symbol is not None or isinstance(node.base, Group)
        return node.sup == Number("1") and not node.primes and known and not layered

    def _applied(self, node: _Applied, bound: tuple[str, ...]) -> Form:
        """A function of something; where it is even, as a variance is, the sign of its argument is lost."""
        arguments = tuple(self.of(item, bound) for item in node.arguments)
        if len(node.arguments) == 1 and self._is_even(node.function):
            arguments = (self._signless(_inside(node.arguments[0]), bound),)
        return ("applied", self.of(node.function, bound), arguments)

    def _is_even(self, node: Node) -> bool:
        name = node.base if isinstance(node, Scripted) else node
        if name in (Word("Var"), Word("Std")) and self.notation.has_chance:
            return True
        function = self.notation.function.get(name.text) if isinstance(name, Name) else None
        return (
            isinstance(node, Scripted)
            and node.primes % 2 == 1
            and function is not None
            and function.choices == (fn.sigmoid,)
        )

    def _equation(self, node: Chain, bound: tuple[str, ...]) -> Form:
        """One equality; where a side is 0 the sign of the other does not count."""
        left, right = self.of(node.first, bound), self.of(node.steps[0].right, bound)
        if right == ("number", "0"):
            left = self._signless(node.first, bound)
        return ("equation", left, right)

    def _signless(self, node: Node, bound: tuple[str, ...]) -> Form:
        terms = self._terms(node, False, bound)
        signs = (terms, [(not negative, form) for negative, form in terms])
        return ("±", *min((sorted(item, key=repr) for item in signs), key=repr))

    def _base(self, node: Scripted, bound: tuple[str, ...]) -> Form:
        """The base of scripts; under an even power its sign does not count."""
        power = node.sup.text if isinstance(node.sup, Number) and not node.primes and node.sub is None else ""
        if not power.isdigit() or int(power) % 2:
            return self.of(node.base, bound)
        return self._signless(node.base, bound)

    def _sub(self, node: Node | None, bound: tuple[str, ...]) -> Form | None:
        """A subscript: its letters stand for places and keep their order."""
        if node is None:
            return None
        items = (
            node.factors
            if isinstance(node, Juxtaposed)
            else node.items
            if isinstance(node, Sequence)
            else (node,)
        )
        return tuple(self.of(item, bound) for item in items)

    def _part(self, value: Any, bound: tuple[str, ...]) -> Any:
        if isinstance(value, Node):
            return self.of(value, bound)
        if isinstance(value, tuple):
            return tuple(self._part(item, bound) for item in value)
        return value

    def _sum(self, node: Node, bound: tuple[str, ...]) -> Form:
        terms = sorted(self._terms(node, False, bound), key=repr)
        return terms[0][1] if len(terms) == 1 and not terms[0][0] else ("+", *terms)

    def _terms(self, node: Node, negative: bool, bound: tuple[str, ...]) -> list[tuple[bool, Form]]:
        if isinstance(node, Group) and len(node.items) == 1 and node.opening in ("(", "["):
            return self._terms(node.items[0], negative, bound)
        if isinstance(node, Plus):
            return [term for item in node.terms for term in self._terms(item, negative, bound)]
        if isinstance(node, Negative):
            return self._terms(node.body, not negative, bound)
        form = self.of(node, bound)
        if form == ("number", "0"):
            return [(False, form)]
        if form[0] == "*" and form[1]:
            negative, form = not negative, ("*", False, *form[2:])
            if len(form[2]) + len(form[3]) == 1:
                form = (*form[2], *form[3])[0]
        return [(negative, form)]

    def _product(self, node: Node, bound: tuple[str, ...]) -> Form:
        if isinstance(node, Binary) and node.sign == "\\odot" and not self._has_number(node):
            return ("⊙", *sorted(self._hadamard(node, bound), key=repr))
        if isinstance(node, Binary) and node.sign not in _TIMES:
            return (node.sign, self.of(node.left, bound), self.of(node.right, bound))
        negative = False
        numbers: list[Form] = []
        matrices: list[Form] = []
        for factor in self._factors(node):
            while isinstance(inner := _inside(factor), Negative):
                negative, factor = not negative, inner.body
            (numbers if self.is_number(factor) else matrices).append(self.of(factor, bound))
        others = [form for form in numbers if form != ("number", "1")]
        numbers = others if others or matrices else numbers[:1]
        if not negative and len(numbers) + len(matrices) == 1:
            only: Form = (*numbers, *matrices)[0]
            return only
        return ("*", negative, tuple(sorted(numbers, key=repr)), tuple(matrices))

    def _has_number(self, node: Binary) -> bool:
        """Whether a factor is surely a number: the judge lets ⊙ stand between numbers and between arrays."""
        return self.is_number(node.left) or self.is_number(node.right)

    def _hadamard(self, node: Node, bound: tuple[str, ...]) -> list[Form]:
        if isinstance(node, Group) and len(node.items) == 1 and isinstance(node.items[0], Binary):
            inner = node.items[0]
            return self._hadamard(inner, bound) if inner.sign == "\\odot" else [self.of(inner, bound)]
        if isinstance(node, Binary) and node.sign == "\\odot":
            return self._hadamard(node.left, bound) + self._hadamard(node.right, bound)
        return [self.of(node, bound)]

    def _factors(self, node: Node) -> list[Node]:
        """The factors of a product; a function and its argument are one."""
        if isinstance(node, Binary) and (
            node.sign in ("\\cdot", "\\times") or (node.sign == "\\odot" and self._has_number(node))
        ):
            return self._factors(node.left) + self._factors(node.right)
        if (
            isinstance(node, Group)
            and len(node.items) == 1
            and isinstance(node.items[0], (Juxtaposed, Binary))
        ):
            inner = node.items[0]
            apart = isinstance(inner, Binary) and (
                inner.sign == "/" or (inner.sign == "\\odot" and not self._has_number(inner))
            )
            return [node] if apart else self._factors(inner)
        if not isinstance(node, Juxtaposed):
            return [node]
        found: list[Node] = []
        factors = list(node.factors)
        while factors:
            first = factors.pop(0)
            if (isinstance(first, Derivative) and first.of is None) or self._is_function(first):
                if not factors or (_is_ones(first) and not _is_condition(factors[0])):
                    found.append(first)
                    continue
                one = isinstance(factors[0], Group) or (
                    isinstance(factors[0], Scripted) and isinstance(factors[0].base, Group)
                )
                argument = (factors[0],) if one else tuple(factors)
                found.append(_Applied(first, argument))
                factors = factors[len(argument) :]
            else:
                found += self._factors(first) if isinstance(first, (Juxtaposed, Group)) else [first]
        return found

    def _is_function(self, node: Node) -> bool:
        name = node.base if isinstance(node, Scripted) else node
        return isinstance(name, Word) or (
            isinstance(name, Name) and name.text in self.functions | {"\\mathbf{1}"}
        )

    def is_number(self, node: Node) -> bool:
        """Whether the node is surely a number, so that it may change places in a product."""
        if not self.shaped or isinstance(node, Number) or node.latex() in self.numbers:
            return True
        if isinstance(node, Name):
            symbol = self.notation.by_base.get(node.text)
            return symbol is not None and not symbol.shape and not symbol.layered
        if isinstance(node, Scripted) and isinstance(node.base, Bars):
            return self.is_number(node.base)
        if isinstance(node, Scripted):
            name = node.base.text if isinstance(node.base, Name) else ""
            symbol = self.notation.by_base.get(name)
            if symbol is None:
                return False
            places = (
                0 if node.sub is None else len(node.sub.factors) if isinstance(node.sub, Juxtaposed) else 1
            )
            needed = sum(size not in ("m", "1") for size in symbol.shape)
            return places >= max(needed, 0 if _is_sample(node.sup) else min(1, len(symbol.shape)))
        if isinstance(node, _Applied):
            inside = _inside(node.arguments[0])
            return isinstance(inside, Chain) or (len(node.arguments) == 1 and self.is_number(inside))
        if _is_condition(node):
            return True  # Iverson's bracket is 1 or 0
        if isinstance(node, Bars):
            return node.norm or self.is_number(node.body)
        if isinstance(node, Derivative):
            return node.of is not None and all(self.is_number(item) for item in (node.of, *node.by))
        if isinstance(node, Juxtaposed) and (factors := self._factors(node)) != [node]:
            return all(self.is_number(factor) for factor in factors)
        if isinstance(node, (Frac, Plus, Negative, Binary, Group)):
            return all(self.is_number(child) for child in node.children())
        return isinstance(node, Big) and self.is_number(node.body)

    def _big(self, node: Big, bound: tuple[str, ...]) -> Form:
        if node.sign == "\\int":  # the d of its dx is no factor, so it is taken as it is written
            return ("integral", node.latex(), bound)
        name = node.below.first if isinstance(node.below, Chain) else node.below
        above = None if node.above is None else self.of(node.above, bound)
        if not isinstance(name, Name):
            return ("big", node.sign, None if node.below is None else self.of(node.below, bound), above,
                    self.of(node.body, bound))  # fmt: skip
        steps = node.below.steps if isinstance(node.below, Chain) else ()
        below = tuple((step.sign, self.of(step.right, bound)) for step in steps)
        return ("big", node.sign, below, above, self.of(node.body, (*bound, name.text)))


@dataclass(frozen=True)
class _Applied(Node):
    """A function and its argument, kept together."""

    function: Node
    arguments: tuple[Node, ...]

    def latex(self) -> str:
        return " ".join(item.latex() for item in (self.function, *self.arguments))


def _is_sample(sup: Node | None) -> bool:
    """Whether a superscript names one sample: `(i)`, `L, (i)`."""
    last = sup
    if isinstance(sup, (Juxtaposed, Sequence)):
        last = (sup.factors if isinstance(sup, Juxtaposed) else sup.items)[-1]
    return isinstance(last, Group) and last.opening == "("


def _is_ones(node: Node) -> bool:
    """A bold 1: a column of ones, or before a condition in brackets the indicator."""
    return (node.base if isinstance(node, Scripted) else node) == Name("\\mathbf{1}")


def _is_condition(node: Node) -> bool:
    return isinstance(node, Group) and isinstance(_inside(node), Chain)


def _inside(node: Node) -> Node:
    return node.items[0] if isinstance(node, Group) and len(node.items) == 1 else node


def _renamed(form: Any, free: frozenset[str], names: dict[str, str]) -> Any:
    """The form with its free letters numbered in the order in which they appear."""
    if isinstance(form, tuple):
        if len(form) == 2 and form[0] == "Name" and form[1] in free:
            return ("letter", names.setdefault(form[1], str(len(names))))
        return tuple(_renamed(item, free, names) for item in form)
    return form


def _parameters(statement: Statement) -> frozenset[str]:
    """The letters of a defined function, `f(x) \\coloneqq …`: they stand for its arguments only."""
    first = statement.chain.first
    if not (statement.chain.steps and statement.chain.steps[0].sign == "\\coloneqq"):
        return frozenset()
    if not (isinstance(first, Juxtaposed) and isinstance(first.factors[-1], Group)):
        return frozenset()
    return frozenset(item.text for item in first.factors[-1].items if isinstance(item, Name))


def same(
    left: Tree,
    right: Tree,
    notation: Notation,
    functions: frozenset[str] = frozenset(),
    free: frozenset[str] = frozenset(),
    numbers: frozenset[str] = frozenset(),
) -> bool:
    """Whether two equations differ only in what the normal form does not see.

    `free` are letters of which nothing is known: a claim holds for all their values, under any name.
    `numbers` are names that the page has given a number.
    """
    normal = Normal(notation, functions, numbers)

    def forms(tree: Tree) -> list[Any]:
        found = []
        for statement in tree.statements:
            defines = bool(statement.chain.steps) and statement.chain.steps[0].sign == "\\coloneqq"
            letters = _parameters(statement) if defines else free
            found.append(_renamed(normal.of(statement), letters, {}))
        return found

    return forms(left) == forms(right)


def is_trivial(
    tree: Tree, original: Tree, notation: Notation, functions: frozenset[str] = frozenset()
) -> bool:
    """Whether the changed statements only equate what has one normal form: `x^1 = x`."""
    normal = Normal(notation, functions)
    changed = [s for s, old in zip(tree.statements, original.statements, strict=True) if s != old]
    return all(
        all(step.sign == "=" and normal.of(step.right) == normal.of(s.chain.first) for step in s.chain.steps)
        for s in changed
    )
