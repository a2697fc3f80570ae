"""From a tree and a notation to something that can be executed on an instance."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from bookkit.equations import algebra, derive
from bookkit.equations import functions as fn
from bookkit.equations import tree as t
from bookkit.equations.context import Context, Definition
from bookkit.equations.draw import Instance, Key
from bookkit.equations.errors import EquationError, NoSuchThingError, ShapeError
from bookkit.notations.table import Function, Notation, Symbol
import itertools

Value = Any
Code = Callable[[Instance], Value]

_PREFIX: dict[str, Callable[[Value], Value]] = {
    "\\log": fn.log,
    "\\ln": fn.log,
    "\\exp": fn.exp,
    "\\sin": np.sin,
    "\\cos": np.cos,
    "\\tan": np.tan,
    "\\tanh": np.tanh,
    "\\sinh": np.sinh,
    "\\cosh": np.cosh,
}
_EXTREMES = {"\\max": fn.maximum, "\\min": fn.minimum}
_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "=": lambda a, b: a == b,
    "\\neq": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "\\le": lambda a, b: a <= b,
    "\\ge": lambda a, b: a >= b,
}
_ENDLESS = (t.Name("\\infty"), t.Negative(t.Name("\\infty")))


@dataclass(frozen=True)
class Ref:
    """A symbol, or one entry of its array: what a derivative can be taken by."""

    name: str
    key: Callable[[Instance], Key]
    place: Callable[[Instance], tuple[int, ...]] | None = None
    symbol: Symbol | None = None

    def __call__(self, inst: Instance) -> Value:
        value = inst.value(self.key(inst))
        return value if self.place is None else entry(value, self.place(inst), self.name)


@dataclass
class Index:
    """What is known of an index letter: where it stands tells how far it counts."""

    layer: bool = False
    sizes: list[Callable[[Instance], int]] = field(default_factory=list)


@dataclass
class Facts:
    """What a formula names; found while it is compiled."""

    mentioned: set[str] = field(default_factory=set)
    features: set[str] = field(default_factory=set)
    free: dict[str, Index] = field(default_factory=dict)
    integers: set[str] = field(default_factory=set)
    watched: dict[int, str] = field(default_factory=dict)
    derives: bool = False
    any_functions: set[str] = field(default_factory=set)
    pieces: bool = False


def entry(value: Value, place: tuple[int, ...], name: str) -> Value:
    """One entry of an array, or one column where the row is -1; NoSuchThingError outside of it."""
    if algebra.is_number(value):
        raise ShapeError(f"{name} is a number and has no entries")
    rows, columns = np.shape(value)
    if len(place) == 1:
        if columns == 1:
            place = (place[0], 0)
        elif rows == 1:
            place = (0, place[0])
        else:
            raise ShapeError(f"{name} is {rows} × {columns}: an entry needs two indices")
    row, column = place
    if not (-1 <= row < rows and 0 <= column < columns):
        raise NoSuchThingError(f"{name} has no entry {row + 1}, {column + 1} (it is {rows} × {columns})")
    return value[:, column : column + 1] if row == -1 else value[row, column]


def apart(inst: Instance, code: Code) -> tuple[Value, float]:
    """A value, and the largest term that took part in it, which is not yet one of the sum around it."""
    outer, inst.scale = inst.scale, 0.0
    value = code(inst)
    inner, inst.scale = inst.scale, outer
    return value, inner


def largest(value: Value) -> float:
    """The largest magnitude in a value."""
    return float(np.max(np.abs(np.real(value))))


def raise_scale(inst: Instance, scale: float) -> None:
    if scale > inst.scale:
        inst.scale = scale


class Compiler:
    """Compiles formulas of one notation in one context."""

    def __init__(self, notation: Notation, context: Context) -> None:
        self.notation = notation
        self.context = context
        self.facts = Facts()
        self.bound: dict[str, Index] = {}
        self.nodes: dict[str, Callable[[Instance, Key], Value]] = {}
        self.functions: dict[str, tuple[tuple[str, ...], Code]] = {}
        self.choices: dict[str, Callable[[Instance], Callable[[Value], Value]]] = {}
        self.mentions: dict[str, frozenset[str]] = {}
        self.watching = False
        self.compiling: list[str] = []
        self.index_letters: set[str] = set()

    # --- entry points -------------------------------------------------------------------------------------------

    def side(self, node: t.Node, watch: bool = True) -> Code:
        """The code of one side of a claim."""
        self.note_letters(node)
        if not self.compiling:
            self.override()
        kept, self.watching = self.watching, watch
        try:
            return self.code(node)
        finally:
            self.watching = kept

    def note_letters(self, node: t.Node) -> None:
        """Letters that stand in a script may be indices wherever else they stand."""
        self.index_letters |= {
            name.text for part in node.walk() if isinstance(part, t.Scripted) for name in _script_names(part)
        }

    def override(self) -> None:
        """What the page defines in place of the table's own must reach the table's rules too."""
        for definition in self.context.definitions:
            name = definition.name
            tabled = name in self.notation.by_base or name in self.notation.function
            if (
                tabled
                and name not in self.compiling
                and name not in self.nodes
                and name not in self.functions
            ):
                mentioned = set(self.facts.mentioned)
                self.use(definition)
                self.facts.mentioned = mentioned

    def code(self, node: t.Node) -> Code:
        handler = getattr(self, f"code_{type(node).__name__.lower()}", None)
        if handler is None:
            raise EquationError(f"{node.latex()} has no value")
        code: Code = handler(node)
        return code

    # --- leaves -------------------------------------------------------------------------------------------------

    def code_number(self, node: t.Number) -> Code:
        value = float(node.text)
        return lambda inst: value

    def code_dots(self, node: t.Dots) -> Code:
        raise EquationError("an omission (\\dots) cannot be executed; write a sum or a product over an index")

    def code_name(self, node: t.Name) -> Code:
        return self.symbol_value(node)

    code_word = code_accent = code_name

    def code_text(self, node: t.Text) -> Code:
        raise EquationError(f"words are no value: {node.text!r}")

    def symbol_value(self, node: t.Node) -> Code:
        if isinstance(node, t.Name):
            if node.text == "e" and self.context.find("e") is None and "e" not in self.bound:
                return lambda inst: math.e
            if node.text == "\\pi":
                return lambda inst: math.pi
            if node.text in self.bound:
                return self.bound_value(node.text)
        found = self.ref(node)
        if found is not None:
            return found[0]
        text = node.latex()
        if self.is_index(text):
            return self.index_value(text)
        if self.function_of(node) is not None:
            return self.bare_function(node)
        raise EquationError(
            f"unknown symbol {text}: neither the page nor the notation {self.notation.name!r} has it"
        )

    def bound_value(self, name: str) -> Code:
        def value(inst: Instance) -> Value:
            return inst.binding[name]

        return value

    # --- indices ------------------------------------------------------------------------------------------------

    def is_index(self, text: str) -> bool:
        return text in self.notation.indices and (text in self.index_letters or text in self.bound)

    def index_value(self, name: str) -> Code:
        self.facts.free.setdefault(name, Index())
        return lambda inst: inst.binding[name]

    def index(
        self, node: t.Node, size: Callable[[Instance], int] | None, layer: bool = False
    ) -> Callable[[Instance], int]:
        """The code of an index; where it is a lone letter, how far the letter counts is noted."""
        if isinstance(node, t.Name) and (node.text in self.bound or node.text in self.notation.indices):
            known = self.bound.get(node.text)
            if known is None:
                known = self.facts.free.setdefault(node.text, Index())
            if layer:
                known.layer = True
            elif size is not None:
                known.sizes.append(size)
        elif layer:
            for part in node.walk():
                if (
                    isinstance(part, t.Name)
                    and part.text not in self.bound
                    and part.text in self.notation.indices
                ):
                    self.facts.free.setdefault(part.text, Index()).layer = True
        if (quick := self.plain_index(node)) is not None:
            return quick
        kept, self.watching = self.watching, False
        code = self.code(node)
        self.watching = kept

        def whole(inst: Instance) -> int:
            value = np.real(algebra.number(code(inst)))
            if not np.isfinite(value) or value != round(float(value)):
                raise EquationError(f"the index {node.latex()} is {value}, not a whole number")
            return int(value)

        return whole

    def plain_index(self, node: t.Node) -> Callable[[Instance], int] | None:
        """The code of an index that is a letter or a number, or one more or less: by far the most common."""
        if isinstance(node, t.Number) and node.text.isdigit():
            number = int(node.text)
            return lambda inst: number
        if isinstance(node, t.Name):
            name = node.text
            if name in self.bound or (name in self.notation.indices and self.context.find(name) is None):
                return lambda inst: int(inst.binding[name])
        if isinstance(node, t.Plus) and len(node.terms) == 2:
            negative = isinstance(node.terms[1], t.Negative)
            last = node.terms[1].body if isinstance(node.terms[1], t.Negative) else node.terms[1]
            first = self.plain_index(node.terms[0]) if isinstance(node.terms[0], t.Name) else None
            if first is not None and isinstance(last, t.Number) and last.text.isdigit():
                shift = -int(last.text) if negative else int(last.text)
                return lambda inst: first(inst) + shift
        return None

    # --- symbols ------------------------------------------------------------------------------------------------

    def ref(self, node: t.Node) -> tuple[Ref, t.Node | None] | None:
        """The symbol that a node names, and the superscript that is left over (a power or a transpose)."""
        if isinstance(node, t.Scripted):
            if node.primes:
                return None
            base, sub, sup = node.base, node.sub, node.sup
        else:
            base, sub, sup = node, None, None
        if not isinstance(base, (t.Name, t.Word, t.Accent)):
            return None
        if isinstance(base, t.Name) and base.text in self.bound:
            return None
        if sub is not None:
            whole = t.Scripted(base, 0, sub, None).latex()
            if self.context.find(whole) is not None or whole in self.notation.by_base:
                return self.plain_ref(whole, None), sup
        text = base.latex()
        definition = self.context.find(text)
        if definition is not None:
            return None if definition.arguments is not None else self.defined(definition, sub, sup)
        symbol = self.notation.by_base.get(text)
        if symbol is None:
            return None
        return self.tabled(symbol, text, sub, sup)

    def plain_ref(self, name: str, symbol: Symbol | None) -> Ref:
        definition = self.context.find(name)
        if definition is not None:
            self.use(definition)
        else:
            self.facts.mentioned.add(name)
        key: Key = (name, None, ())
        return Ref(name, lambda inst: key, None, symbol)

    def defined(
        self, definition: Definition, sub: t.Node | None, sup: t.Node | None
    ) -> tuple[Ref, t.Node | None]:
        """A symbol that the page has defined, perhaps a family ``g^l_j``."""
        self.use(definition)
        items = index_items(sub, len(definition.sub)) if definition.sub else ()
        if definition.sub and len(items) != len(definition.sub):
            raise EquationError(f"{definition.name} was defined with {len(definition.sub)} subscripts")
        subs = [self.index(item, None) for item in items]
        layer = None
        if definition.sup is not None:
            if sup is None:
                raise EquationError(f"{definition.name} was defined with a superscript {definition.sup}")
            layer, sup = self.index(sup, None, layer=True), None
        name = definition.name

        def key(inst: Instance) -> Key:
            return name, None if layer is None else layer(inst), tuple(code(inst) for code in subs)

        place = None
        if not definition.sub and sub is not None:
            place = self.places(sub, None, name, key)
        return Ref(name, key, place), sup

    def tabled(
        self, symbol: Symbol, text: str, sub: t.Node | None, sup: t.Node | None
    ) -> tuple[Ref, t.Node | None]:
        """A symbol of the notation's table."""
        name = text if symbol.family else symbol.base
        redefined = self.context.find(name)
        if redefined is not None and redefined.arguments is None:
            return self.defined(redefined, sub, sup)
        self.mention(symbol, name)
        column: Callable[[Instance], int] | None = None
        layer: Callable[[Instance], int] | None = None
        if symbol.size and symbol.latex != symbol.base:
            if sub is None:
                raise EquationError(f"{text} needs a layer as its subscript")
            layer = self.index(sub, None, layer=True)
            return Ref(name, lambda inst: (name, self.size_layer(inst, layer), ()), None, symbol), sup
        if sup is not None:
            sup, column = self.sample(symbol, sup)
        if symbol.layered:
            if sup is None:
                raise EquationError(f"{text} needs a layer: {symbol.latex}")
            layer, sup = self.index(sup, None, layer=True), None
        if symbol.family and sub is not None:
            return self.member(symbol, name, sub), sup

        def key(inst: Instance) -> Key:
            return name, None if layer is None else layer(inst), ()

        if symbol.size and sub is not None:
            raise EquationError(f"{text} has no subscript")
        place = None
        if column is not None:
            self.facts.features.add("m")
            place = self.sample_places(symbol, sub, column, name, key)
        elif sub is not None:
            place = self.places(sub, symbol, name, key)
        return Ref(name, key, place, symbol), sup

    @staticmethod
    def size_layer(inst: Instance, layer: Callable[[Instance], int]) -> int:
        value = layer(inst)
        if not 1 <= value <= inst.sizes["L"]:
            raise NoSuchThingError(f"there is no layer {value} (layers 1 to {inst.sizes['L']})")
        return value

    def mention(self, symbol: Symbol, name: str) -> None:
        self.facts.mentioned.add(name)
        if name == "m":
            self.facts.features.add("m")
        self.facts.features.add(name)

    def sample(self, symbol: Symbol, sup: t.Node) -> tuple[t.Node | None, Callable[[Instance], int] | None]:
        """Takes the sample ``(i)`` off a superscript such as ``L,(i)`` or ``(i)``."""
        parts: tuple[t.Node, ...] = (
            sup.factors
            if isinstance(sup, t.Juxtaposed)
            else sup.items
            if isinstance(sup, t.Sequence)
            else (sup,)
        )
        last = parts[-1]
        if not (isinstance(last, t.Group) and last.opening == "(" and len(last.items) == 1):
            return sup, None
        if not symbol.shape or symbol.shape[-1] != "m":
            return sup, None
        column = self.index(last.items[0], lambda inst: int(inst.sizes["m"]))
        rest = parts[:-1]
        return (None if not rest else rest[0] if len(rest) == 1 else t.Juxtaposed(rest)), column

    def member(self, symbol: Symbol, name: str, sub: t.Node) -> Ref:
        """``x_1``, ``x_j``: numbers of their own, counted to n; ``x_{new}`` too."""
        if isinstance(sub, t.Word):
            return self.plain_key(f"{name}_{{{sub.latex()}}}", symbol)
        items = index_items(sub, 1)
        codes = [self.index(item, lambda inst: int(inst.sizes["n"])) for item in items]

        def key(inst: Instance) -> Key:
            place = tuple(code(inst) for code in codes)
            literal = all(isinstance(item, t.Number) for item in items)
            if any(number < (0 if literal else 1) for number in place) or (
                not literal and any(number > inst.sizes["n"] for number in place)
            ):
                raise NoSuchThingError(f"{name} has no member {place}")
            return name, None, place

        return Ref(name, key, None, symbol)

    def plain_key(self, name: str, symbol: Symbol) -> Ref:
        key: Key = (name.split("_")[0], None, (-1 - sum(map(ord, name)),))
        return Ref(name, lambda inst: key, None, symbol)

    def places(
        self, sub: t.Node, symbol: Symbol | None, name: str, key: Callable[[Instance], Key]
    ) -> Callable[[Instance], tuple[int, ...]]:
        """The place of an entry from its subscript: one index of a column, two of a matrix."""
        per_sample = symbol is not None and symbol.shape[-1:] == ("m",) and len(symbol.shape) == 2
        wanted = 2 if symbol is not None and len(symbol.shape) == 2 and not per_sample else None
        if symbol is not None and not symbol.shape:
            raise EquationError(f"{name} is a number and has no entries")
        items = index_items(sub, wanted)
        if symbol is not None and wanted == 2 and len(items) == 1 and "1" in symbol.shape:
            at = 1 if symbol.shape[0] == "1" else 0
            only = self.index(items[0], lambda inst: inst.dimensions(symbol, key(inst)[1])[at])
            return lambda inst: (0, only(inst) - 1) if at else (only(inst) - 1, 0)
        if wanted is not None and len(items) != wanted:
            raise EquationError(f"{name} needs {wanted} indices, not {len(items)}")
        if per_sample and len(items) == 2:
            self.facts.features.add("m")
        elif per_sample:
            self.facts.features.add("one sample")

        def size(axis: int) -> Callable[[Instance], int]:
            def count(inst: Instance) -> int:
                at = key(inst)
                if symbol is not None:
                    if at[1] is not None:
                        inst.check_layer(symbol, at[1])
                    return inst.dimensions(symbol, at[1])[axis]
                found = np.shape(inst.value(at))
                if not found:
                    raise ShapeError(f"{name} is a number and has no entries")
                return int(max(found) if len(items) == 1 else found[axis])

            return count

        codes = [self.index(item, size(axis)) for axis, item in enumerate(items)]

        def place(inst: Instance) -> tuple[int, ...]:
            found = tuple(code(inst) - 1 for code in codes)
            if any(number < 0 for number in found):
                raise NoSuchThingError(f"{name} has no entry 0")
            return found

        return place

    def sample_places(
        self,
        symbol: Symbol,
        sub: t.Node | None,
        column: Callable[[Instance], int],
        name: str,
        key: Callable[[Instance], Key],
    ) -> Callable[[Instance], tuple[int, ...]]:
        def checked(inst: Instance) -> int:
            number = column(inst)
            if not 1 <= number <= inst.sizes["m"]:
                raise NoSuchThingError(f"there is no sample {number}")
            return number - 1

        if sub is None:
            return lambda inst: (-1, checked(inst))
        items = index_items(sub, 1)
        row = self.index(items[0], lambda inst: inst.dimensions(symbol, key(inst)[1])[0])

        def place(inst: Instance) -> tuple[int, ...]:
            if row(inst) < 1:
                raise NoSuchThingError(f"{name} has no entry 0")
            return row(inst) - 1, checked(inst)

        return place

    def use(self, definition: Definition) -> None:
        """Compiles a definition when it is first needed, with all that it names."""
        name = definition.name
        if name in self.nodes or name in self.functions:
            self.facts.mentioned |= self.mentions[name]
            return
        if name in self.compiling:
            raise EquationError(f"{name} is defined by itself")
        kept = (self.bound, self.watching, self.facts.free, self.index_letters)
        outside, self.facts.mentioned = self.facts.mentioned, set()
        self.bound = {p: Index() for p in (*(definition.arguments or ()), *definition.sub)}
        if definition.sup:
            self.bound[definition.sup] = Index()
        self.facts.free, self.index_letters = {}, set()
        self.compiling.append(name)
        try:
            code = self.side(definition.body, watch=False)
            if self.facts.free:
                raise EquationError(f"{name} was defined with a free index {next(iter(self.facts.free))}")
        finally:
            self.bound, self.watching, self.facts.free, self.index_letters = kept
            self.compiling.pop()
            self.mentions[name] = frozenset(self.facts.mentioned)
            self.facts.mentioned |= outside
        self.facts.features |= {name, *self.mentions[name]}
        if definition.arguments is not None:
            self.functions[name] = (definition.arguments, code)
            if name in self.notation.function and len(definition.arguments) == 1:
                argument = definition.arguments[0]
                self.choices[name] = lambda inst: lambda array: entrywise(inst, code, argument, array)
            return

        def node(inst: Instance, key: Key) -> Value:
            binding = dict(zip(definition.sub, key[2], strict=False))
            if definition.sup is not None and key[1] is not None:
                binding[definition.sup] = key[1]
            with inst.only_bound(binding):
                return code(inst)

        self.nodes[name] = node

    # --- scripts ------------------------------------------------------------------------------------------------

    def code_scripted(self, node: t.Scripted) -> Code:
        base = node.base
        if base == t.Name("e") and node.sub is None and not node.primes and node.sup is not None:
            if isinstance(node.sup, t.Number) and self.context.knows("e"):
                raise EquationError(
                    f"{node.latex()}: e is Euler's number in a power, and the page has its own e"
                )
            return self.euler(node.sup)
        if isinstance(base, t.Name) and base.text in self.bound:
            return self.scripts(self.bound_value(base.text), node)
        found = self.ref(node)
        if found is not None:
            return self.raised(found[0], found[1])
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
            result = fn.exp(inner)
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
            return lambda inst: algebra.inverse(value(inst))
        if isinstance(sup, (t.Group, t.Sequence, t.Word)):
            raise EquationError(f"the superscript {sup.latex()} has no meaning here")
        exponent = self.code(sup)

        def powered(inst: Instance) -> Value:
            base, scale = apart(inst, value)
            times, _ = apart(inst, exponent)
            result = algebra.power(base, times)
            if scale:
                raise_scale(
                    inst, scale * largest(result) * max(1.0, largest(times)) / max(largest(base), 1e-300)
                )
            return result

        return powered

    def norm(self, node: t.Bars, sub: t.Node | None) -> Code:
        degree = 2
        if sub is not None:
            if sub not in (t.Number("1"), t.Number("2"), t.Name("F")):
                raise EquationError(f"a norm with the subscript {sub.latex()}")
            degree = 1 if sub == t.Number("1") else 2
        body = self.code(node.body)
        return lambda inst: algebra.norm(body(inst), degree)

    def code_bars(self, node: t.Bars) -> Code:
        if node.norm:
            return self.norm(node, None)
        body = self.code(node.body)
        self.facts.pieces = True

        def value(inst: Instance) -> Value:
            inner = algebra.number(body(inst))
            inst.near_kink(inner)
            return fn.absolute(inner)

        return value

    # --- sums and products --------------------------------------------------------------------------------------

    def watch(self, node: t.Node) -> int | None:
        """A number under which a term or factor is seen to be something else than zero at least once."""
        if not self.watching or _may_vanish(node):
            return None
        number = len(self.facts.watched)
        self.facts.watched[number] = node.latex()
        return number

    def code_plus(self, node: t.Plus) -> Code:
        parts = []
        for term in node.terms:
            negative = isinstance(term, t.Negative)
            body = term.body if isinstance(term, t.Negative) else term
            parts.append(
                (self.code(body), negative, self.watch(body), self.is_bias(body), _is_constant(body))
            )

        def value(inst: Instance) -> Value:
            total: Value = None
            for code, negative, mark, bias, constant in parts:
                part = code(inst)
                inst.saw(part)
                if mark is not None and mark not in inst.alive and np.any(part != 0):
                    inst.alive.add(mark)
                part = -part if negative else part
                total = part if total is None else _add(total, part, bias, constant)
            return total

        if parts[0][3] or parts[0][4]:  # a bias or a constant comes first: add it to what follows
            parts.append(parts.pop(0))
        return value

    def is_bias(self, node: t.Node) -> bool:
        found = self.ref(node) if isinstance(node, (t.Name, t.Scripted)) else None
        return found is not None and found[1] is None and found[0].symbol is not None and found[0].symbol.bias

    def code_negative(self, node: t.Negative) -> Code:
        body = self.code(node.body)
        return lambda inst: -body(inst)

    def code_binary(self, node: t.Binary) -> Code:
        left, right = self.code(node.left), self.code(node.right)
        if node.sign == "/":
            return self.quotient(left, right, node.left)
        if node.sign == "\\oslash":
            return lambda inst: _entrywise_quotient(left(inst), right(inst))
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

        if _is_constant(above):
            # A constant over an array is taken entry by entry, as in 1/(1 + e^{-z}).
            def entrywise(inst: Instance) -> Value:
                return divided(inst, lambda a, b: algebra.divide(a, b) if algebra.is_number(b) else a / b)

            return entrywise
        return lambda inst: divided(inst, algebra.divide)

    def code_root(self, node: t.Root) -> Code:
        body = self.code(node.body)
        if node.degree is not None:
            degree = self.code(node.degree)
            return lambda inst: algebra.power(body(inst), 1.0 / degree(inst))
        return lambda inst: fn.sqrt(body(inst))

    def code_group(self, node: t.Group) -> Code:
        if len(node.items) != 1:
            if node.opening != "(" or any(isinstance(item, t.Chain) for item in node.items):
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

    @staticmethod
    def column(codes: list[Code]) -> Code:
        """Numbers in brackets, ``(b, a)``: a column."""
        return lambda inst: np.array([[algebra.number(code(inst))] for code in codes])

    def indicator(self, chain: t.Chain) -> Code:
        test = self.condition(chain)
        return lambda inst: 1.0 if test(inst) else 0.0

    def condition(self, chain: t.Chain) -> Callable[[Instance], bool]:
        """Whether a chain of comparisons holds; near equality a derivative is not to be trusted."""
        kept, self.watching = self.watching, False
        codes = [self.code(chain.first), *(self.code(step.right) for step in chain.steps)]
        self.watching = kept
        for step in chain.steps:
            if step.sign not in _COMPARE:
                raise EquationError(f"{step.sign} is no condition")
        tests = [_COMPARE[step.sign] for step in chain.steps]
        self.facts.pieces = True

        def holds(inst: Instance) -> bool:
            values = [np.real(algebra.number(code(inst))) for code in codes]
            for a, b in itertools.pairwise(values):
                inst.near_kink(a - b)
            return all(test(a, b) for test, a, b in zip(tests, values, values[1:], strict=False))

        return holds

    def code_cases(self, node: t.Cases) -> Code:
        self.facts.pieces = True
        rows = []
        for value, when in node.rows:
            chain = when if isinstance(when, t.Chain) else None
            if when is not None and chain is None:
                raise EquationError(f"{when.latex()} is no condition")
            rows.append((self.code(value), None if chain is None else self.condition(chain)))

        def chosen(inst: Instance) -> Value:
            for value, when in rows:
                if when is None or when(inst):
                    return value(inst)
            inst.no_case = True
            return np.nan

        return chosen

    def code_matrix(self, node: t.Matrix) -> Code:
        rows = [[self.code(cell) for cell in row] for row in node.rows]

        def value(inst: Instance) -> Value:
            return np.array([[algebra.number(cell(inst)) for cell in row] for row in rows])

        return value

    # --- functions and juxtaposition ----------------------------------------------------------------------------

    def code_juxtaposed(self, node: t.Juxtaposed) -> Code:
        units = self.units(list(node.factors))
        code, before = units[0]
        if len(units) == 1:
            return code
        mark = self.watch(before)
        for right, factor in units[1:]:
            code = self.product("", code, right, mark, self.watch(factor))
            mark = None
        return code

    def units(self, factors: list[t.Node]) -> list[tuple[Code, t.Node]]:
        """The factors of a product, functions with their arguments taken together."""
        found: list[tuple[Code, t.Node]] = []
        while factors:
            start = len(factors)
            whole = list(factors)
            code = self.unit(factors)
            taken = whole[: start - len(factors)]
            found.append((code, taken[0] if len(taken) == 1 else t.Juxtaposed(tuple(taken))))
        return found

    def unit(self, factors: list[t.Node]) -> Code:
        """Takes one factor off the front, with its argument if it is a function or an operator."""
        head = factors.pop(0)
        if isinstance(head, t.Derivative):
            self.check_sign(head)
        if isinstance(head, t.Derivative) and head.of is None:
            return self.operator(head, factors)
        if (
            head == t.Name("\\nabla")
            and factors
            and (definition := self.context.find(factors[0].latex())) is not None
        ):
            if definition.arguments is not None:
                of = factors.pop(0)
                return self.column([self.derivative_of(of, (t.Name(name),)) for name in definition.arguments])
        if (by := _nabla(head)) is not None:
            if not factors:
                raise EquationError("a gradient of nothing")
            return self.derivative_of(factors.pop(0), (by,), gradient=True)
        if head in (t.Name("\\mathbf{1}"), t.Number("1")) and factors and _is_indicator(factors[0]):
            return self.code(factors.pop(0))
        if head == t.Name("\\operatorname{diag}") or head == t.Word("diag"):
            return self.diagonal(self.code(_argument(head, factors)))
        base = head.base if isinstance(head, t.Scripted) else head
        if self.function_of(base) is not None and not self.is_value(head, factors):
            return self.application(head, factors)
        name = base.latex()
        if (
            name in self.notation.function_letters
            and factors
            and _as_group(factors[0])
            and name not in self.bound
        ):
            if self.context.find(name) is None:
                return self.any_function(head, name, factors)
        return self.code(head)

    def is_value(self, head: t.Node, factors: list[t.Node]) -> bool:
        """Whether a page's function stands without its argument."""
        base = head.base if isinstance(head, t.Scripted) else head
        return base.latex() in self.functions_on_page() and not (factors and _as_group(factors[0]))

    def functions_on_page(self) -> set[str]:
        return {item.name for item in self.context.definitions if item.arguments is not None}

    def function_of(self, base: t.Node) -> Callable[..., Value] | Function | Definition | str | None:
        """The function that a name stands for, if it is one."""
        text = base.text if isinstance(base, (t.Name, t.Word)) else base.latex()
        definition = self.context.find(text) or self.context.find(base.latex())
        if definition is not None:
            return definition if definition.arguments is not None else None
        if text in self.bound:
            return None
        if text in self.notation.function:
            return self.notation.function[text]
        if text in _PREFIX:
            return _PREFIX[text]
        if text in _EXTREMES:
            return text
        if text == "\\Sigma" and "\\sigma" in self.notation.function:
            return text
        return None

    def bare_function(self, node: t.Node) -> Code:
        """A page's function without argument: its value at the symbols that its parameters are called."""
        definition = self.context.find(node.latex())
        if definition is None or definition.arguments is None:
            raise EquationError(f"{node.latex()} needs its argument in brackets")
        self.use(definition)
        names, body = self.functions[definition.name]
        values = [self.symbol_value(t.Name(name)) for name in names]

        def value(inst: Instance) -> Value:
            with inst.only_bound({name: code(inst) for name, code in zip(names, values, strict=True)}):
                return body(inst)

        return value

    def application(self, head: t.Node, factors: list[t.Node]) -> Code:
        base = head.base if isinstance(head, t.Scripted) else head
        function = self.function_of(base)
        primes = head.primes if isinstance(head, t.Scripted) else 0
        sub = head.sub if isinstance(head, t.Scripted) else None
        sup = head.sup if isinstance(head, t.Scripted) else None
        if not factors:
            raise EquationError(f"{head.latex()} without an argument")
        name = base.latex()
        if isinstance(function, str) and function in _EXTREMES:
            return self.extreme(function, sub, factors)
        if sub is not None:
            raise EquationError(f"{head.latex()} has no subscript")
        after: t.Scripted | None = None
        group = _as_group(factors[0])
        if group is not None:
            if isinstance(factors[0], t.Scripted):
                after = factors[0]
            factors.pop(0)
            arguments = [self.code(item) for item in group.items]
        elif name in _PREFIX:
            arguments = [self.unit(factors)]
            if factors:
                raise EquationError(f"where does the argument of {name} end? write brackets")
        else:
            raise EquationError(f"{name} needs its argument in brackets")
        code = self.called(function, name, primes, arguments)
        if sup is not None:
            if not isinstance(sup, t.Number) or primes or name not in _PREFIX:
                raise EquationError(f"{head.latex()}: write the power after the bracket")
            code = self.raised(code, sup)
        return (
            code
            if after is None
            else self.scripts(code, after.with_(base=t.Juxtaposed((head, group or after.base))))
        )

    def any_function(self, head: t.Node, name: str, factors: list[t.Node]) -> Code:
        """A function that nothing defines stands for any differentiable one."""
        primes = head.primes if isinstance(head, t.Scripted) else 0
        if isinstance(head, t.Scripted) and (head.sub is not None or head.sup is not None):
            raise EquationError(f"nothing has defined the function {head.latex()}")
        argument = factors.pop(0)
        group = _as_group(argument)
        assert group is not None
        codes = [self.code(item) for item in group.items]
        self.facts.mentioned.add(f"{name}(…)")
        self.facts.any_functions.add(name)

        def call(inst: Instance, values: list[Value]) -> Value:
            return inst.any_function(name)([algebra.number(value) for value in values])

        if primes and len(codes) != 1:
            raise EquationError(f"a prime on {name}, which takes {len(codes)} arguments")
        if primes:
            self.facts.derives = True
        code = (
            self.primed(call, primes, codes[0])
            if primes
            else lambda inst: call(inst, [c(inst) for c in codes])
        )
        return (
            code
            if isinstance(argument, t.Group)
            else self.scripts(code, t.Scripted(group, 0, argument.sub, argument.sup))
        )

    def called(self, function: Any, name: str, primes: int, arguments: list[Code]) -> Code:
        """A function (or its derivative) applied to its arguments."""
        if isinstance(function, Definition):
            self.use(function)
            names, body = self.functions[function.name]
            if len(arguments) != len(names):
                raise EquationError(f"{name} takes {len(names)} arguments, not {len(arguments)}")

            def call(inst: Instance, values: list[Value]) -> Value:
                if name in self.notation.function and np.ndim(values[0]):
                    return entrywise(inst, body, names[0], values[0])
                with inst.only_bound(dict(zip(names, values, strict=True))):
                    return body(inst)

        else:
            if len(arguments) != 1:
                raise EquationError(f"{name} takes one argument, not {len(arguments)}")
            if isinstance(function, Function):
                if len(function.choices) > 1:
                    self.facts.mentioned.add(name)
                self.facts.features.add(name)
            call = self.caller(function, name)
        if function == "\\Sigma":
            if primes != 1:
                raise EquationError("\\Sigma stands for a matrix only as \\Sigma'(z)")
            self.facts.mentioned.add("\\sigma")
            return self.diagonal(
                self.primed(self.caller(self.notation.function["\\sigma"], "\\sigma"), 1, arguments[0])
            )
        if primes == 0:
            return self.measured(call, name, arguments)
        if len(arguments) != 1:
            raise EquationError(f"a prime on {name}, which takes {len(arguments)} arguments")
        self.facts.derives = True
        return self.primed(call, primes, arguments[0])

    @staticmethod
    def measured(call: Callable[[Instance, list[Value]], Value], name: str, arguments: list[Code]) -> Code:
        """A call, with an estimate of what rounding in its arguments does to its value."""

        def value(inst: Instance) -> Value:
            found = [apart(inst, code) for code in arguments]
            result = call(inst, [item for item, _ in found])
            scale = max(inner for _, inner in found)
            if scale and name in ("\\exp", "\\sigma"):
                raise_scale(inst, scale * largest(result))
            elif scale and name in ("\\log", "\\ln"):
                raise_scale(inst, scale / max(float(np.min(np.abs(np.real(found[0][0])))), 1e-300))
            elif scale:
                raise_scale(inst, scale * max(1.0, largest(result)))
            return result

        return value

    def caller(self, function: Any, name: str) -> Callable[[Instance, list[Value]], Value]:
        if isinstance(function, Function):
            self.facts.pieces = self.facts.pieces or bool(function.kinks)
            latex, kinks, bound = function.latex, function.kinks, function.saturates
            single = function.choices[0] if len(function.choices) == 1 else None
            whole = function.whole

            def table(inst: Instance, values: list[Value]) -> Value:
                chosen = single or inst.choice(latex)
                for kink in kinks:
                    inst.near_kink(values[0] - kink)
                if bound < np.inf and np.any(np.abs(np.real(values[0])) > bound):
                    inst.saturated = True
                if whole and algebra.is_number(values[0]):
                    raise ShapeError(f"{name} takes a column, not a number")
                return chosen(values[0])

            return table
        if callable(function):
            return lambda inst, values: function(values[0])
        return lambda inst, values: values[0]

    def primed(self, call: Callable[[Instance, list[Value]], Value], primes: int, argument: Code) -> Code:
        """The derivative of a function where its argument is, entry by entry; at a kink the book's convention holds."""

        def derive_at(inst: Instance, point: Value, order: int) -> Value:
            if order == 0:
                return call(inst, [point])
            kept = inst.kink
            value = derive.along(inst, lambda step: derive_at(inst, point + step, order - 1))
            if order == 1 and inst.deriving == 0:
                inst.kink = kept
            return value

        return lambda inst: derive_at(inst, argument(inst), primes)

    def diagonal(self, value: Code) -> Code:
        def matrix(inst: Instance) -> Value:
            inner = value(inst)
            if np.ndim(inner) != 2 or np.shape(inner)[1] != 1:
                raise ShapeError(f"a diagonal matrix is made of a column, not of {algebra.shape(inner)}")
            return np.diag(inner[:, 0])

        return matrix

    def extreme(self, name: str, sub: t.Node | None, factors: list[t.Node]) -> Code:
        """``\\max(x, y)``, ``\\max_j z_j``."""
        pick = _EXTREMES[name]
        self.facts.pieces = True
        if sub is not None:
            body = self.unit(factors) if len(factors) == 1 else None
            if body is not None:
                raise EquationError(
                    f"{name} over an index is not read; write the sum or the largest entry in words"
                )
        group = _as_group(factors[0])
        if sub is not None or group is None or not isinstance(factors[0], t.Group):
            raise EquationError(f"{name} needs its arguments in brackets")
        factors.pop(0)
        codes = [self.code(item) for item in group.items]
        if len(codes) < 2:
            raise EquationError(f"{name} of one thing")

        def value(inst: Instance) -> Value:
            values = [code(inst) for code in codes]
            best = values[0]
            for other in values[1:]:
                if np.shape(best) != np.shape(other) and np.ndim(best) and np.ndim(other):
                    raise ShapeError(f"{name} of {algebra.shape(best)} and {algebra.shape(other)}")
                inst.near_kink(best - other)
                best = pick(best, other)
            return best

        return value

    # --- derivatives --------------------------------------------------------------------------------------------

    def operator(self, head: t.Derivative, factors: list[t.Node]) -> Code:
        """``\\frac{d}{dz}`` and what it applies to: a bracket, or all that follows in the product."""
        if not factors:
            raise EquationError("a derivative of nothing")
        if _as_group(factors[0]) is not None and len(factors) > 1:
            raise EquationError(
                "does the derivative end after the bracket? write \\cdot, or brackets around all of it"
            )
        body = factors[0] if len(factors) == 1 else t.Juxtaposed(tuple(factors))
        factors.clear()
        return self.derivative_of(body, head.by)

    def code_derivative(self, node: t.Derivative) -> Code:
        if node.of is None:
            raise EquationError("a derivative of nothing")
        self.check_sign(node)
        return self.derivative_of(node.of, node.by)

    def check_sign(self, node: t.Derivative) -> None:
        if node.sign == "d" and (self.context.knows("d") or "d" in self.bound):
            raise EquationError(
                f"{node.latex()}: the page has its own d; write the derivative with \\partial"
            )

    def derivative_of(self, of: t.Node, by: tuple[t.Node, ...], gradient: bool = False) -> Code:
        self.facts.derives = True
        kept, self.watching = self.watching, False
        try:
            if len(by) > 1:
                inner = self.derivative_of(of, by[1:])
                return self.derivative_code(inner, None, by[0])
            found = self.ref(of)
            whole = found[0] if found is not None and found[1] is None else None
            return self.derivative_code(self.code(of), whole, by[0], of, gradient)
        finally:
            self.watching = kept

    def derivative_code(
        self, code: Code, of: Ref | None, by: t.Node, node: t.Node | None = None, gradient: bool = False
    ) -> Code:
        if isinstance(by, t.Name) and by.text in self.bound:
            return self.derivative_by_bound(code, by.text)
        found = self.gradient_by(by) if gradient else self.ref(by)
        if found is None or found[1] is not None:
            raise EquationError(f"a derivative with respect to {by.latex()}, which is no symbol")
        wrt = found[0]
        if wrt.symbol is not None and wrt.symbol.size:
            raise EquationError(f"a derivative with respect to the size {by.latex()}")
        if of is not None:
            self.needs_definition(of, wrt)
            if of.place is not None or wrt.place is not None:
                return self.derivative_of_entry(of, wrt, code)
            return lambda inst: derive.gradient(inst, of.key(inst), wrt.key(inst))
        if wrt.place is None:
            return lambda inst: derive.by_symbol(inst, lambda: code(inst), wrt.key(inst))
        return lambda inst: self.by_entry(inst, code, wrt)

    def gradient_by(self, by: t.Node) -> tuple[Ref, t.Node | None] | None:
        """``\\nabla_a C``: the letter without a layer means the last one."""
        symbol = self.notation.by_base.get(by.latex()) if isinstance(by, t.Name) else None
        if symbol is not None and symbol.layered:
            return self.ref(t.Scripted(by, 0, None, t.Name("L")))
        return self.ref(by)

    def derivative_of_entry(self, of: Ref, wrt: Ref, code: Code) -> Code:
        def value(inst: Instance) -> Value:
            if wrt.place is None:
                return derive.by_symbol(inst, lambda: of(inst), wrt.key(inst))
            key = wrt.key(inst)
            place = self.full_place(inst, wrt, key)
            whole = derive.jacobian_entry(inst, of.key(inst), key, place)
            return whole if of.place is None else entry(whole, of.place(inst), of.name)

        _ = code
        return value

    def by_entry(self, inst: Instance, code: Code, wrt: Ref) -> Value:
        key = wrt.key(inst)
        place = self.full_place(inst, wrt, key)
        return derive.by_entry(inst, lambda: code(inst), key, place, np.shape(inst.value(key)))

    @staticmethod
    def full_place(inst: Instance, ref: Ref, key: Key) -> tuple[int, ...]:
        assert ref.place is not None
        place = ref.place(inst)
        array = inst.value(key)
        entry(array, place, ref.name)  # NoSuchThingError where there is no such entry
        if len(place) == 1:
            place = (place[0], 0) if np.shape(array)[1] == 1 else (0, place[0])
        if place[0] < 0:
            raise EquationError("a derivative with respect to a whole sample")
        return place

    def needs_definition(self, of: Ref, wrt: Ref) -> None:
        """A leaf depends on nothing: its derivative would be a zero that says nothing."""
        leaf = of.symbol is not None and of.symbol.draw is not None and self.context.find(of.name) is None
        if leaf and of.name != wrt.name:
            raise EquationError(
                f"nothing says how {of.name} depends on {wrt.name}; define it with \\coloneqq"
            )

    def derivative_by_bound(self, code: Code, name: str) -> Code:
        def value(inst: Instance) -> Value:
            point = inst.binding[name]

            def moved(step: Value) -> Value:
                with inst.state(binding={name: point + step}):
                    return code(inst)

            return derive.along(inst, moved)

        return value

    def code_at(self, node: t.At) -> Code:
        """The body with some symbols replaced by values."""
        items = node.where.items if isinstance(node.where, t.Sequence) else (node.where,)
        settings: list[tuple[Ref | str, Code]] = []
        for item in items:
            if not isinstance(item, t.Chain) or len(item.steps) != 1 or item.steps[0].sign != "=":
                raise EquationError(f"the place after the bar is written x = 3, not {item.latex()}")
            right = self.code(item.steps[0].right)
            if isinstance(item.first, t.Name) and item.first.text in self.bound:
                settings.append((item.first.text, right))
                continue
            found = self.ref(item.first)
            if found is None or found[1] is not None or found[0].place is not None:
                raise EquationError(f"{item.first.latex()} is no symbol")
            settings.append((found[0], right))
        body = self.code(node.body)

        def value(inst: Instance) -> Value:
            replaced = {}
            bound = {}
            for what, code in settings:
                if isinstance(what, str):
                    bound[what] = code(inst)
                else:
                    replaced[what.key(inst)] = code(inst)
            with inst.state(replacements=replaced, binding=bound):
                return body(inst)

        return value

    # --- sums, products, limits ---------------------------------------------------------------------------------

    def code_big(self, node: t.Big) -> Code:
        if node.sign == "\\lim":
            return self.limit(node)
        names, low, high, skip = self.running(node)
        for name in names:
            if name in self.bound:
                raise EquationError(f"the index {name} is already running")
        kept = dict(self.bound)
        before = {name: self.facts.free.get(name) for name in names}
        indices = {name: Index() for name in names}
        self.bound.update(indices)
        try:
            body = self.code(node.body)
            skip_tests = [self.condition(chain) for chain in skip]
        finally:
            self.bound = kept
        for name, known in before.items():
            if known is None:
                self.facts.free.pop(name, None)
        start: Value = 0.0 if node.sign == "\\sum" else 1.0
        sign = node.sign
        mark = self.watch(node.body)

        def total(inst: Instance) -> Value:
            result: Value = None
            missing = 0
            fault: NoSuchThingError | None = None
            for binding in self.runs(inst, names, indices, low, high):
                with inst.state(binding=binding):
                    if any(not test(inst) for test in skip_tests):
                        continue
                    try:
                        part = body(inst)
                    except NoSuchThingError as error:
                        missing, fault = missing + 1, error
                        continue
                if mark is not None and mark not in inst.alive and np.any(part != 0):
                    inst.alive.add(mark)
                if sign == "\\sum":
                    inst.saw(part)
                    result = part if result is None else algebra.add(result, part)
                else:
                    result = part if result is None else algebra.multiply("", result, part)
            if fault is not None:
                if result is None:
                    raise fault
                raise EquationError(f"the index {', '.join(names)} runs too far: {fault.reason}")
            return start if result is None else result

        return total

    def running(
        self, node: t.Big
    ) -> tuple[
        tuple[str, ...], Callable[[Instance], int] | None, Callable[[Instance], int] | None, list[t.Chain]
    ]:
        """The index letters of a sum or product, its limits, and conditions such as ``k \\ne j``."""
        below = node.below
        if below is None:
            raise EquationError(f"{node.sign} without an index")
        low = high = None
        skip: list[t.Chain] = []
        items = below.items if isinstance(below, t.Sequence) else (below,)
        names = []
        for item in items:
            name = item.first if isinstance(item, t.Chain) else item
            if not isinstance(name, t.Name):
                raise EquationError(f"the index of {node.sign} is a letter, not {name.latex()}")
            names.append(name.text)
            if isinstance(item, t.Chain):
                if len(item.steps) == 1 and item.steps[0].sign == "=" and len(items) == 1:
                    low = self.bound_of(item.steps[0].right)
                elif len(item.steps) == 1 and item.steps[0].sign in ("\\neq", "<", ">", "\\le", "\\ge"):
                    skip.append(item)
                else:
                    raise EquationError(f"the range {item.latex()} cannot be read")
        if (low is None) != (node.above is None):
            raise EquationError(f"{node.sign} needs both limits or none")
        if node.above is not None:
            high = self.bound_of(node.above)
        return tuple(names), low, high, skip

    def bound_of(self, node: t.Node) -> Callable[[Instance], int]:
        """A limit of a sum; a number that stands there is whole in every draw."""
        for part in node.walk():
            if isinstance(part, t.Name) and part.text not in self.bound:
                self.facts.integers.add(part.text)
        code = self.index(node, None)
        return code

    def runs(
        self,
        inst: Instance,
        names: tuple[str, ...],
        indices: dict[str, Index],
        low: Callable[[Instance], int] | None,
        high: Callable[[Instance], int] | None,
    ) -> list[dict[str, Value]]:
        """The values that the indices run through."""
        if low is not None and high is not None:
            first, last = low(inst), high(inst)
            if last - first > 10_000:
                raise EquationError("a sum of more than 10,000 terms")
            return [{names[0]: value} for value in range(first, last + 1)]
        runs: list[dict[str, Value]] = [{}]
        for name in names:
            extended = []
            for run in runs:
                with inst.state(binding={**run}):
                    extended += [{**run, name: v} for v in counts(inst, name, indices[name], runs=runs)]
            runs = extended
        return runs

    def limit(self, node: t.Big) -> Code:
        below = node.below
        if not isinstance(below, t.Chain) or len(below.steps) != 1 or below.steps[0].sign != "\\to":
            raise EquationError("a limit is written \\lim_{h \\to 0}")
        if not isinstance(below.first, t.Name) or node.above is not None:
            raise EquationError("a limit is taken in one symbol")
        name = below.first.text
        goal = below.steps[0].right
        if goal in _ENDLESS:
            endless = math.inf if goal == _ENDLESS[0] else -math.inf

            def point(inst: Instance) -> Value:
                return endless
        else:
            point = self.code(goal)
        shadowed = set(self.facts.mentioned)
        found = None if name in self.bound else self.ref(below.first)
        body = self.code(node.body) if found is not None else self.under(name, node.body)
        if name not in shadowed:
            self.facts.mentioned.discard(name)
        self.facts.derives = True

        def value(inst: Instance) -> Value:
            inst.rough = True
            saturated = inst.saturated

            def at(h: Value) -> Value:
                replaced = {} if found is None else {found[0].key(inst): h}
                with inst.state(replacements=replaced, binding={name: h} if found is None else None):
                    near = body(inst)
                inst.rough_noise = max(inst.rough_noise, 1e-10 * float(np.max(np.abs(np.real(near)))))
                return near

            result = derive.limit(at, np.real(algebra.number(point(inst))))
            inst.saturated = saturated  # far out it may be: only the limit counts
            return result

        return value

    def under(self, name: str, body: t.Node) -> Code:
        kept = dict(self.bound)
        self.bound[name] = Index()
        try:
            return self.code(body)
        finally:
            self.bound = kept


def entrywise(inst: Instance, body: Code, name: str, array: Value) -> Value:
    """A function of a number, applied to every entry of an array (or to a number)."""
    if algebra.is_number(array):
        with inst.only_bound({name: array}):
            return body(inst)
    values = []
    for item in np.ravel(array):
        with inst.only_bound({name: item}):
            values.append(algebra.number(body(inst)))
    return np.reshape(np.array(values), np.shape(array))


def counts(inst: Instance, name: str, index: Index, runs: Any = None) -> range:
    """The values of an index, from the places where it stands."""
    if index.layer:
        return range(1, inst.sizes["L"] + 1)
    sizes = {size(inst) for size in index.sizes}
    if not sizes:
        raise EquationError(f"how far does {name} count? it stands alone at no symbol; write the limits")
    if len(sizes) > 1:
        raise ShapeError(f"the index {name} counts to {' and to '.join(map(str, sorted(sizes)))}")
    return range(1, sizes.pop() + 1)


def index_items(sub: t.Node | None, wanted: int | None) -> tuple[t.Node, ...]:
    """The indices of a subscript: ``jk`` are two where two are wanted, ``j, k`` always."""
    if sub is None:
        return ()
    if isinstance(sub, t.Sequence):
        return sub.items
    if isinstance(sub, t.Juxtaposed) and wanted != 1:
        return sub.factors
    if isinstance(sub, t.Number) and wanted == 2 and len(sub.text) == 2:
        return t.Number(sub.text[0]), t.Number(sub.text[1])
    return (sub,)


def _script_names(node: t.Scripted) -> list[t.Name]:
    scripts = [script for script in (node.sub, node.sup) if script is not None]
    return [name for script in scripts for name in script.walk() if isinstance(name, t.Name)]


def _as_group(node: t.Node) -> t.Group | None:
    inner = node.base if isinstance(node, t.Scripted) else node
    if isinstance(inner, t.Group) and not any(isinstance(item, t.Chain) for item in inner.items):
        return inner
    return None


def _argument(head: t.Node, factors: list[t.Node]) -> t.Node:
    group = _as_group(factors[0]) if factors else None
    if group is None or len(group.items) != 1 or not isinstance(factors[0], t.Group):
        raise EquationError(f"{head.latex()} needs its argument in brackets")
    factors.pop(0)
    return group.items[0]


def _is_indicator(node: t.Node) -> bool:
    return (
        isinstance(node, t.Group)
        and node.opening in ("[", "\\{", "(")
        and len(node.items) == 1
        and isinstance(node.items[0], t.Chain)
        and node.opening == "["
    )


def _nabla(node: t.Node) -> t.Node | None:
    if (
        isinstance(node, t.Scripted)
        and node.base == t.Name("\\nabla")
        and node.sup is None
        and not node.primes
    ):
        return node.sub
    if node == t.Name("\\nabla"):
        raise EquationError("a gradient names its variable: \\nabla_a C")
    return None


def _is_constant(node: t.Node) -> bool:
    return all(isinstance(part, (t.Number, t.Frac, t.Negative)) for part in node.walk())


def _may_vanish(node: t.Node) -> bool:
    """Zeros that the reader sees, and derivatives, may be nothing in every draw."""
    return any(isinstance(part, (t.Derivative, t.Cases)) or (isinstance(part, t.Number) and float(part.text) == 0)
               for part in node.walk()) or any(isinstance(p, t.Scripted) and p.primes for p in node.walk())  # fmt: skip


def _add(total: Value, part: Value, bias: bool, constant: bool) -> Value:
    """A sum; a bias goes to every sample, a constant number to every entry."""
    if bias and np.ndim(total) == 2 and np.ndim(part) == 2 and np.shape(part) == (np.shape(total)[0], 1):
        return total + part
    if (constant or bias) and algebra.is_number(part):
        return total + part
    return algebra.add(total, part)


def _entrywise_quotient(left: Value, right: Value) -> Value:
    if np.shape(left) != np.shape(right):
        raise ShapeError(f"⊘ needs equal shapes, not {algebra.shape(left)} and {algebra.shape(right)}")
    return left / right
