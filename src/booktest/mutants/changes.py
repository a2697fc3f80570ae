"""What can be done to one node of an equation: each change by its kind, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from bookkit.equations.reading.differentials import DIFFERENTIAL
from bookkit.equations.reading.tree import (
    ADDITIVE,
    At,
    Bars,
    Big,
    Binary,
    Cases,
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
    Sequence,
    Step,
    Tree,
    Word,
)
from bookkit.notations.table import TIME, Notation

Change = tuple[str, Node]

_TRANSPOSE = ("\\top", "T", "\\intercal", "\\mathsf{T}")
_TURNED = {"<": ">", ">": "<", "\\le": "\\ge", "\\ge": "\\le", "\\leq": "\\geq", "\\geq": "\\leq"}
_OTHER_FUNCTION = {
    "\\log": "\\exp",
    "\\ln": "\\exp",
    "\\exp": "\\log",
    "\\sin": "\\cos",
    "\\cos": "\\sin",
    "\\max": "\\min",
    "\\min": "\\max",
    "\\sigma": "\\tanh",
    "\\tanh": "\\sigma",
}
_NO_VARIABLE = {
    "\\partial",
    "\\nabla",
    "d",
    "e",
    "\\pi",
    "\\infty",
    "\\top",
    "T",
    "\\mathbb{R}",
    "\\mathbf{1}",
}
_TWINS = {"a": "z", "A": "Z", f"{DIFFERENTIAL}A": f"{DIFFERENTIAL}Z"}
_TWINS |= {other: name for name, other in _TWINS.items()}
_NORMS: tuple[Node, ...] = (Number("2"), Name("F"))
_STATISTICS = {
    "\\mathbb{E}": Word("Var"),
    "E": Word("Var"),
    "Var": Name("\\mathbb{E}"),
    "Std": Word("Var"),
    "Cov": None,
    "\\mathbb{P}": None,
    "P": None,
}
_SIDES = {"+": "-", "-": "+"}
_SETS = ("\\mathbb{R}", "\\R")


class Damage:
    """The rules, and what they need to know of the equation."""

    def __init__(self, tree: Tree, notation: Notation, functions: frozenset[str]) -> None:
        self.notation = notation
        self.functions = set(notation.function) | set(functions) | set(_OTHER_FUNCTION)
        if notation.has_chance:
            self.functions |= set(_STATISTICS) - set(notation.by_base)
        self.indices = {name for name, kind in notation.indices.items() if kind in ("element", TIME)}
        self.times = {name for name, kind in notation.indices.items() if kind == TIME}
        names = [node.text for node in tree.walk() if isinstance(node, Name)]
        bound = {
            node.below.first.text
            for node in tree.walk()
            if isinstance(node, Big) and isinstance(node.below, Chain) and isinstance(node.below.first, Name)
        }
        self.used_indices = sorted(set(names) & (self.indices | bound) - set(self.layers))
        self.variables = self._variables(names)

    @property
    def layers(self) -> set[str]:
        return {name for name, kind in self.notation.indices.items() if kind == "layer"} | {"L"}

    def _variables(self, names: list[str]) -> list[str]:
        return sorted(
            name
            for name in set(names)
            if name not in self.functions | _NO_VARIABLE | self.layers
            and name not in self.used_indices
            and (len(name) == 1 or name.startswith("\\"))
            and not name.startswith("\\mathbb")
        )

    # --- rules by the kind of node --------------------------------------------------------------------------

    def changes(self, node: Node, parents: tuple[tuple[Node, str], ...]) -> Iterator[Change]:
        """What can become of one node in its place."""
        rule: Callable[..., Iterator[Change]] | None = getattr(self, f"_{type(node).__name__.lower()}", None)
        if rule is not None:
            yield from rule(node, parents)
        if self._is_slot(node, parents):
            yield "sign", node.body if isinstance(node, Negative) else Negative(_held(node))

    def _is_slot(self, node: Node, parents: tuple[tuple[Node, str], ...]) -> bool:
        """Whether a minus may stand before the node: a whole side, argument, numerator or exponent."""
        parent, part = parents[-1] if parents else (None, "")
        if isinstance(node, (Sequence, Chain)) or self._in_shape(parents) or self._is_index(node):
            return False
        if isinstance(parent, Chain) and part == "first":
            steps = parent.steps
            return (
                bool(steps)
                and steps[0].sign not in ("\\coloneqq", "\\leftarrow", "\\in")
                and not self._in_limit(parents)
            )
        if isinstance(parent, Step):
            return parent.sign != "\\in" and not self._in_limit(parents)
        if isinstance(parent, Group):
            return len(parent.items) > 1 or not isinstance(node, Negative)
        if isinstance(parent, Scripted):
            return (
                part == "sup" and isinstance(node, (Number, Juxtaposed, Frac)) and not self._is_layer(parent)
            )
        return isinstance(parent, (Root, At)) and part == "body"

    def _is_index(self, node: Node) -> bool:
        return isinstance(node, Name) and (node.text in self.used_indices or node.text in self.layers)

    def _is_layer(self, node: Scripted) -> bool:
        base = node.base
        symbol = self.notation.by_base.get(base.text) if isinstance(base, Name) else None
        return symbol is not None and symbol.layered

    @staticmethod
    def _in_limit(parents: tuple[tuple[Node, str], ...]) -> bool:
        return any(isinstance(parent, Big) and part in ("below", "above") for parent, part in parents)

    @staticmethod
    def _in_shape(parents: tuple[tuple[Node, str], ...]) -> bool:
        """Whether the node stands in the exponent of a set of reals."""
        return any(
            isinstance(parent, Scripted)
            and isinstance(parent.base, Name)
            and parent.base.text in _SETS
            and part == "sup"
            for parent, part in parents
        )

    @staticmethod
    def _in_index(parents: tuple[tuple[Node, str], ...]) -> bool:
        return any(isinstance(parent, Scripted) and part in ("sub", "sup") for parent, part in parents)

    def _place(self, parents: tuple[tuple[Node, str], ...]) -> str:
        if self._in_limit(parents):
            return "limit ±1"
        return "index ±1" if self._in_index(parents) else "number ±1"

    def _number(self, node: Number, parents: tuple[tuple[Node, str], ...]) -> Iterator[Change]:
        if node.text.isdigit():
            value = int(node.text)
            yield self._place(parents), Number(str(value + 1))
            if value > 0:
                yield self._place(parents), Number(str(value - 1))
        else:
            exact = Decimal(node.text)
            exponent = exact.as_tuple().exponent
            step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
            for other in (exact + step, exact - step):
                if other >= 0:
                    yield "last digit ±1", Number(f"{other:f}")
            if swapped := _swap_digits(node.text):
                yield "digits swapped", Number(swapped)

    def _name(self, node: Name, parents: tuple[tuple[Node, str], ...]) -> Iterator[Change]:
        text = node.text
        if text in self.functions:
            if (other := _STATISTICS.get(text)) is not None:
                yield "other statistic", other
            if text in _OTHER_FUNCTION and (
                text.startswith("\\m") or _OTHER_FUNCTION[text] in self.functions
            ):
                yield "other function", Name(_OTHER_FUNCTION[text])
            return
        if text in self.layers and self._in_index(parents):
            for shift in (Number("1"), Negative(Number("1"))):
                yield "index ±1", Plus((node, shift))
            return
        if text in self.times and (self._in_limit(parents) or self._in_index(parents)):
            for shift in (Number("1"), Negative(Number("1"))):
                yield self._place(parents), Plus((node, shift))
        if text in self.used_indices:
            yield from (("other index", Name(other)) for other in self.used_indices if other != text)
            return
        if self._in_limit(parents) or (self._in_index(parents) and self._whole(text)):
            for shift in (Number("1"), Negative(Number("1"))):
                yield self._place(parents), Plus((node, shift))
        yield from self._other_letters(text)

    def _whole(self, text: str) -> bool:
        symbol = self.notation.by_base.get(text)
        return symbol is not None and symbol.size

    def _other_letters(self, text: str) -> Iterator[Change]:
        if text not in self.variables:
            return
        pair = _TWINS.get(text)
        if pair is not None and pair in self.notation.by_base:
            yield "a for z", Name(pair)
        if text.startswith(DIFFERENTIAL):
            yield "d lost", Name(text.removeprefix(DIFFERENTIAL))
        others = [name for name in self.variables if name not in (text, pair)]
        if others:
            following = [name for name in others if name > text]
            yield "other letter", Name((following or others)[0])

    def _word(self, node: Word, parents: tuple[tuple[Node, str], ...]) -> Iterator[Change]:
        if node.text in self.functions and (other := _STATISTICS.get(node.text)) is not None:
            yield "other statistic", other
        elif node.text in self.functions and "\\sigma" in self.functions:
            yield "other function", Name("\\sigma")

    def _scripted(self, node: Scripted, parents: tuple[tuple[Node, str], ...]) -> Iterator[Change]:
        name = node.base.text if isinstance(node.base, (Name, Word)) else ""
        if name in ("\\max", "\\min"):
            yield "other function", replace(node, base=Name(_OTHER_FUNCTION[name]))
        if node.primes:
            yield "prime lost", _bare(replace(node, primes=node.primes - 1))
        elif name in self.functions and name not in ("\\max", "\\min", "\\log", "\\exp"):
            yield "prime added", replace(node, primes=1)
        if isinstance(node.sup, Name) and node.sup.text in _TRANSPOSE:
            yield "transpose lost", _bare(replace(node, sup=None))
        elif node.sup is not None and not self._is_layer(node) and name not in _SETS:
            yield "power lost", _bare(replace(node, sup=None))
        if isinstance(node.base, Bars) and node.base.norm and node.sub in _NORMS:
            yield "other norm", replace(node, sub=_NORMS[1 - _NORMS.index(node.sub)])
        if isinstance(node.sup, Name) and node.sup.text in _SIDES:
            yield "side turned", replace(node, sup=Name(_SIDES[node.sup.text]))
        if isinstance(node.sub, (Juxtaposed, Sequence)):
            parts = node.sub.factors if isinstance(node.sub, Juxtaposed) else node.sub.items
            if len(parts) == 2:
                yield "indices swapped", replace(node, sub=type(node.sub)(parts[::-1]))

    def _plus(self, node: Plus, parents: tuple[tuple[Node, str], ...]) -> Iterator[Change]:
        for i, term in enumerate(node.terms):
            turned = term.body if isinstance(term, Negative) else Negative(term)
            yield "sign", Plus((*node.terms[:i], turned, *node.terms[i + 1 :]))
            rest = (*node.terms[:i], *node.terms[i + 1 :])
            yield "term lost", rest[0] if len(rest) == 1 else Plus(rest)
        if len(node.terms) == 2 and not self._in_index(parents):
            left, right = (term.body if isinstance(term, Negative) else term for term in node.terms)
            yield "· for +", Binary("\\cdot", _held(left), _held(right))

    def _negative(self, node: Negative, parents: tuple[tuple[Node, str], ...]) -> Iterator[Change]:
        if not isinstance(parents[-1][0], Plus):
            yield "sign", node.body

    def _is_application(self, left: Node, right: Node) -> bool:
        name = left.base if isinstance(left, Scripted) else left
        return isinstance(name, (Name, Word)) and name.text in self.functions

    def _juxtaposed(self, node: Juxtaposed, parents: tuple[tuple[Node, str], ...]) -> Iterator[Change]:
        factors = node.factors
        pairs = list(pairwise(factors))
        for i, factor in enumerate(factors):
            if (i and self._is_application(factors[i - 1], factor)) or self._in_index(parents[-1:]):
                continue
            rest = (*factors[:i], *factors[i + 1 :])
            yield "factor lost", rest[0] if len(rest) == 1 else Juxtaposed(rest)
            if (
                isinstance(factor, (Name, Scripted))
                and self._is_application(factor, factor)
                and not isinstance(factor, Word)
            ):
                yield from self._prime_added(node, i)
        for i, (left, right) in enumerate(pairs):
            if self._is_application(left, right) or self._in_index(parents[-1:]):
                continue
            if isinstance(left, Derivative) and left.of is None:
                continue
            head, tail = factors[: i + 1], factors[i + 1 :]
            first = head[0] if len(head) == 1 else Juxtaposed(head)
            second = tail[0] if len(tail) == 1 else Juxtaposed(tail)
            if len(factors) == 2 or not self._has_shapes():
                yield "+ for ·", Plus((first, second))
            if self._has_shapes():
                yield "⊙ for product", Binary("\\odot", first, second)
                yield "order of the product", Juxtaposed((*factors[:i], right, left, *factors[i + 2 :]))

    def _prime_added(self, node: Juxtaposed, i: int) -> Iterator[Change]:
        factor = node.factors[i]
        name = factor.base if isinstance(factor, Scripted) else factor
        if isinstance(name, Name) and name.text in ("\\max", "\\min", "\\log", "\\exp", "\\ln"):
            return
        primed = (
            replace(factor, primes=factor.primes + 1) if isinstance(factor, Scripted) else Scripted(factor, 1)
        )
        yield "prime added", Juxtaposed((*node.factors[:i], primed, *node.factors[i + 1 :]))

    def _has_shapes(self) -> bool:
        return any(symbol.shape for symbol in self.notation.symbols)

    def _binary(self, node: Binary, parents: tuple[tuple[Node, str], ...]) -> Iterator[Change]:
        if self._in_shape(parents):
            yield "shape turned round", Binary(node.sign, node.right, node.left)
            return
        yield "factor lost", node.right
        yield "factor lost", node.left
        if node.sign == "\\odot":
            yield "product for ⊙", Juxtaposed((*_factors(node.left), *_factors(node.right)))
            yield "+ for ⊙", Plus((node.left, node.right))
        elif node.sign == "/":
            yield "· for /", Binary("\\cdot", node.left, node.right)
            yield "fraction turned", Binary("/", node.right, node.left)
        else:
            yield "+ for ·", Plus((node.left, node.right))
            if self._has_shapes():
                yield "⊙ for product", Binary("\\odot", node.left, node.right)

    def _frac(self, node: Frac, parents: tuple[tuple[Node, str], ...]) -> Iterator[Change]:
        yield "fraction turned", Frac(node.bottom, node.top)
        yield "denominator lost", _held(node.top)
        if node.top != Number("1"):
            yield "numerator lost", Frac(Number("1"), node.bottom)
        yield "sign", Frac(Negative(node.top), node.bottom)

    def _derivative(self, node: Derivative, parents: tuple[tuple[Node, str], ...]) -> Iterator[Change]:
        if node.of is not None:
            yield "derivative lost", _held(node.of)

    def _bars(self, node: Bars, parents: tuple[tuple[Node, str], ...]) -> Iterator[Change]:
        yield "bars lost", Group("(", (node.body,), ")")

    def _root(self, node: Root, parents: tuple[tuple[Node, str], ...]) -> Iterator[Change]:
        yield "root lost", Group("(", (node.body,), ")")

    def _big(self, node: Big, parents: tuple[tuple[Node, str], ...]) -> Iterator[Change]:
        other = {"\\sum": "\\prod", "\\prod": "\\sum"}.get(node.sign)
        if other is not None:
            yield "∏ for ∑", replace(node, sign=other)
            yield "sum lost", _held(node.body)

    def _at(self, node: At, parents: tuple[tuple[Node, str], ...]) -> Iterator[Change]:
        yield "place lost", node.body

    def _cases(self, node: Cases, parents: tuple[tuple[Node, str], ...]) -> Iterator[Change]:
        if len(node.rows) > 1:
            (first, when), (second, other), *rest = node.rows
            yield "cases swapped", Cases(((second, when), (first, other), *rest))

    def _step(self, node: Step, parents: tuple[tuple[Node, str], ...]) -> Iterator[Change]:
        if node.sign in _TURNED and not self._in_limit(parents):
            yield "relation turned", replace(node, sign=_TURNED[node.sign])


def _swap_digits(text: str) -> str | None:
    """Two neighbouring digits exchanged, the last pair that differs."""
    for i in range(len(text) - 1, 0, -1):
        left, right = text[i - 1], text[i]
        if left.isdigit() and right.isdigit() and left != right:
            return text[: i - 1] + right + left + text[i + 1 :]
    return None


def _bare(node: Scripted) -> Node:
    return node.base if not node.primes and node.sub is None and node.sup is None else node


def _held(node: Node) -> Node:
    """The node in brackets where its parts would come loose."""
    return Group("(", (node,), ")") if node.level == ADDITIVE else node


def _factors(node: Node) -> tuple[Node, ...]:
    """What the node contributes to a product that it becomes part of."""
    return node.factors if isinstance(node, Juxtaposed) else (_held(node),)
