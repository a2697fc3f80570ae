"""Symbols and their indices: what a name with its scripts stands for in the notation and on the page."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bookkit.equations import algebra, sequences
from bookkit.equations import tree as t
from bookkit.equations.context import Definition
from bookkit.equations.draw import Instance, Key
from bookkit.equations.errors import EquationError, NoSuchThingError, ShapeError
from bookkit.equations.parts import (
    Base,
    Code,
    Facts,
    Index,
    Ref,
    Value,
    counts,
    index_items,
    whole,
)
from bookkit.equations.remembered import Compiled, compiled, keep, valued
from bookkit.notations.table import ENDLESS, TIME, Symbol

STEPS_AT_ONCE = 25  # definitions that may be made from one another before some are computed first


class Symbols(Base):
    """Finds symbols."""

    def is_index(self, text: str) -> bool:
        kind = self.notation.indices.get(text)
        return kind == TIME or (kind is not None and (text in self.index_letters or text in self.bound))

    def index_value(self, name: str) -> Code:
        self.facts.free.setdefault(name, Index())
        return lambda inst: as_float(inst.bound(name))

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

        return lambda inst: whole(code(inst), f"the index {node.latex()}")

    def plain_index(self, node: t.Node) -> Callable[[Instance], int] | None:
        """The code of an index that is a letter or a number, or one more or less: by far the most common."""
        if isinstance(node, t.Number) and node.text.isdigit():
            number = int(node.text)
            return lambda inst: number
        if isinstance(node, t.Name):
            name = node.text
            if name in self.bound or (name in self.notation.indices and self.context.find(name) is None):
                return lambda inst: int(inst.bound(name))
        if isinstance(node, t.Plus) and len(node.terms) == 2:
            negative = isinstance(node.terms[1], t.Negative)
            last = node.terms[1].body if isinstance(node.terms[1], t.Negative) else node.terms[1]
            first = self.plain_index(node.terms[0]) if isinstance(node.terms[0], t.Name) else None
            if first is not None and isinstance(last, t.Number) and last.text.isdigit():
                shift = -int(last.text) if negative else int(last.text)
                return lambda inst: first(inst) + shift
        return None

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
            full = t.Scripted(base, 0, sub, None).latex()
            if self.context.find(full) is not None or full in self.notation.by_base:
                return self.plain_ref(full, self.notation.by_base.get(full)), sup
        text = base.latex()
        definition = self.context.find(text)
        if definition is not None and sup is not None and self.is_apart(definition):
            return self.tabled(self.notation.by_base[text], text, sub, sup, shadowed=True)
        if definition is not None and sub is None and self.is_sequence(definition):
            return self.timeless(definition), sup
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
        letters = zip(items, definition.sub, strict=True) if definition.sub else ()
        subs = [self.index(item, self.reach(definition, letter, sup)) for item, letter in letters]
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

    def reach(
        self, definition: Definition, letter: str, sup: t.Node | None
    ) -> Callable[[Instance], int] | None:
        """How far an index of a defined family counts, where its definition says so."""
        index = self.parameters.get(definition.name, {}).get(letter)
        if index is None or not (index.sizes or index.endless):
            return None
        layer = None if sup is None or definition.sup is None else self.index(sup, None, layer=True)
        above = definition.sup

        def size(inst: Instance) -> int:
            binding = {} if layer is None or above is None else {above: layer(inst)}
            with inst.only_bound(binding):
                return len(counts(inst, letter, index))

        return size

    def tabled(
        self, symbol: Symbol, text: str, sub: t.Node | None, sup: t.Node | None, shadowed: bool = False
    ) -> tuple[Ref, t.Node | None]:
        """A symbol of the notation's table."""
        name = text if symbol.family else symbol.base
        redefined = None if shadowed else self.context.find(name)
        if redefined is not None and redefined.arguments is None:
            return self.defined(redefined, sub, sup)
        self.mention(symbol, name)
        if symbol.law is not None:
            return self.random_number(symbol, name, sub, sup)
        column: Callable[[Instance], int] | None = None
        layer: Callable[[Instance], int] | None = None
        if symbol.size and symbol.latex != symbol.base:
            if sub is None:
                raise EquationError(f"{text} needs a layer as its subscript")
            which = self.index(sub, None, layer=True)
            return Ref(name, lambda inst: (name, self.size_layer(inst, which), ()), None, symbol), sup
        if sup is not None:
            sup, column = self.sample(symbol, sup)
            if column is not None and symbol.samples:
                symbol, name = self.notation.by_base[symbol.samples], symbol.samples
        if symbol.layered:
            if sup is None:
                raise EquationError(f"{text} needs a layer: {symbol.latex}")
            layer, sup = self.index(sup, None, layer=True), None
        if symbol.family and (symbol.time or not symbol.shape) and sub is not None:
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

    def random_number(
        self, symbol: Symbol, name: str, sub: t.Node | None, sup: t.Node | None
    ) -> tuple[Ref, t.Node | None]:
        """A member of a family of random numbers; without indices, any one of them."""
        layer: Callable[[Instance], int] | None = None
        if symbol.layered:
            if sup is None:
                raise EquationError(f"{name} needs a layer: {symbol.latex}")
            layer, sup = self.index(sup, None, layer=True), None

        def level(inst: Instance) -> int | None:
            number = None if layer is None else layer(inst)
            if number is not None:
                inst.check_layer(symbol, number)
            return number

        only = len(symbol.members[0]) if len(symbol.members) == 1 else None
        items = index_items(sub, only)
        counted = next((sizes for sizes in symbol.members if len(sizes) == len(items)), None)
        if items and counted is None:
            raise EquationError(f"{name} has no entries with {len(items)} indices")
        ends = [self.end_of(text, level) for text in counted or ()] if items else []
        codes = [self.index(item, end) for item, end in zip(items, ends, strict=True)]
        for item, end in zip(items, ends, strict=True):
            letter = item.text if isinstance(item, t.Name) and end is None else ""
            if known := self.bound.get(letter) or self.facts.free.get(letter):
                known.endless = True

        def key(inst: Instance) -> Key:
            place = tuple(code(inst) for code in codes)
            for number, end in zip(place, ends, strict=True):
                if number < 1 or (end is not None and number > end(inst)):
                    raise NoSuchThingError(f"{name} has no entry {place}")
            return name, level(inst), place

        return Ref(name, key, None, symbol), sup

    @staticmethod
    def end_of(text: str, level: Callable[[Instance], int | None]) -> Callable[[Instance], int] | None:
        """How far an index of a family counts; None for a family without an end."""
        return None if text == ENDLESS else lambda inst: inst.dimension(text, level(inst))

    @staticmethod
    def size_layer(inst: Instance, layer: Callable[[Instance], int]) -> int:
        value = layer(inst)
        if not 1 <= value <= inst.sizes["L"]:
            raise NoSuchThingError(f"there is no layer {value} (layers 1 to {inst.sizes['L']})")
        return value

    def mention(self, symbol: Symbol, name: str) -> None:
        self.facts.mentioned.add(name)
        if name == "m" or symbol.shape == ("m",):
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
        if not symbol.samples and (not symbol.shape or symbol.shape[-1] != "m"):
            return sup, None
        column = self.index(last.items[0], lambda inst: int(inst.sizes["m"]))
        rest = parts[:-1]
        return (None if not rest else rest[0] if len(rest) == 1 else t.Juxtaposed(rest)), column

    def is_apart(self, definition: Definition) -> bool:
        """Whether the page's letter has no layers, and the table's has: ``z`` and ``z^l``."""
        symbol = self.notation.by_base.get(definition.name)
        return symbol is not None and symbol.law is not None and symbol.layered and definition.sup is None

    def is_sequence(self, definition: Definition) -> bool:
        """Whether a definition is one for every time: then it may go back to earlier times."""
        return bool(definition.sub) and all(self.notation.indices.get(i) == TIME for i in definition.sub)

    def timeless(self, definition: Definition) -> Ref:
        """The letter of a sequence without its time: a number of its own."""
        name = definition.name
        symbol = self.notation.by_base.get(name)
        if symbol is None or not symbol.time:
            raise EquationError(f"{name} was defined with 1 subscripts")
        self.use(definition)
        return Ref(name, lambda inst: (name, None, ()), None, symbol)

    def member(self, symbol: Symbol, name: str, sub: t.Node) -> Ref:
        """``x_1``, ``x_j``: numbers of their own, counted to n; ``x_{new}`` too."""
        if isinstance(sub, t.Word):
            return self.plain_key(f"{name}_{{{sub.latex()}}}", symbol)
        if symbol.time:
            when = self.index(index_items(sub, 1)[0], None)
            return Ref(name, lambda inst: (name, None, (sequences.moment(inst, symbol, when),)), None, symbol)
        items = index_items(sub, 1)
        codes = [self.index(item, lambda inst: int(inst.sizes["n"])) for item in items]
        plain = all(isinstance(item, t.Number) for item in items)  # that one was looked for by its name
        numbered = {} if plain else self.numbered(name)

        def key(inst: Instance) -> Key:
            place = tuple(code(inst) for code in codes)
            if place in numbered:
                return numbered[place], None, ()
            literal = all(isinstance(item, t.Number) for item in items)
            if any(number < (0 if literal else 1) for number in place) or (
                not literal and any(number > inst.sizes["n"] for number in place)
            ):
                raise NoSuchThingError(f"{name} has no member {place}")
            return name, None, place

        return Ref(name, key, None, symbol)

    def numbered(self, name: str) -> dict[tuple[int, ...], str]:
        """The members that the page has defined one by one: ``z_2 \\coloneqq …``."""
        found: dict[tuple[int, ...], str] = {}
        self.lasting = False  # one more member, and it means something else
        for definition in self.context.definitions:
            number = definition.name.removeprefix(f"{name}_{{").removesuffix("}")
            if definition.name == f"{name}_{{{number}}}" and number.isdigit():
                if any(self.context.reaches(definition.name, other) for other in self.compiling):
                    continue  # made from what is being made here, so it is no part of it
                if definition.name not in self.compiling:
                    self.use(definition)
                found[int(number),] = definition.name
        return found

    def plain_key(self, name: str, symbol: Symbol) -> Ref:
        # A number of its own for each subscript, that no counted member has: its letters, read as digits.
        key: Key = (name.split("_")[0], None, (-1 - int.from_bytes(name.encode(), "big"),))
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
        if symbol is not None and wanted == 2 and len(items) == 1 and symbol.shape[0] == "m":
            return self.whole_row(items[0], name)
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

    def whole_row(self, item: t.Node, name: str) -> Callable[[Instance], tuple[int, ...]]:
        """The row of one sample, ``Y_i``, where samples are rows."""
        sample = self.index(item, lambda inst: int(inst.sizes["m"]))

        def place(inst: Instance) -> tuple[int, ...]:
            if not 1 <= (row := sample(inst)) <= inst.sizes["m"]:
                raise NoSuchThingError(f"{name} has no row {row}")
            return row - 1, -1

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

    def held(self, node: t.Node, ref: Ref) -> Code:
        """A symbol where it stands; inside of a partial derivative perhaps held at its value."""
        if self.holds is None or not self.holds(node, ref.name):
            return ref

        def value(inst: Instance) -> Value:
            with inst.as_held():
                return ref(inst)

        return value

    def use(self, definition: Definition) -> None:
        """Compiles a definition when it is first needed, with all that it names."""
        name = definition.name
        self.uses.append(name)
        if name in self.nodes or name in self.functions:
            self.facts.mentioned |= self.mentions[name]
            self.lasting = self.lasting and name in self.known
            return
        if self.is_sequence(definition):
            self.lasting = False
            if name in self.compiling:
                return
        if name in self.compiling:
            raise EquationError(f"{name} is defined by itself")
        if (known := compiled(definition)) is not None and self.adopt(known):
            self.facts.mentioned |= self.mentions[name]
            return
        if not self.compiling:
            deep_ones = self.context.deep_below(name, STEPS_AT_ONCE)
            if deep_ones and not self.is_sequence(definition) and self.context.reaches(name, name):
                raise EquationError(f"{name} is defined by itself")
            for deep in deep_ones:
                self.use(deep)
                self.milestones.append(deep.name)
        kept = (self.bound, self.watching, self.facts, self.index_letters, self.holds)
        outer = (self.uses, self.lasting)
        self.facts = Facts(still=kept[2].still)
        self.uses, self.lasting, self.holds = [], not self.is_sequence(definition), None
        self.bound = {p: Index() for p in (*(definition.arguments or ()), *definition.sub)}
        if definition.sup:
            self.bound[definition.sup] = Index()
        self.index_letters = set()
        self.compiling.append(name)
        try:
            with self.context.looking() as log:
                code = self.side(definition.body, watch=False)
            if self.facts.free:
                raise EquationError(f"{name} was defined with a free index {next(iter(self.facts.free))}")
            self.parameters[name] = dict(self.bound)
        finally:
            inner = self.facts
            self.bound, self.watching, self.facts, self.index_letters, self.holds = kept
            below, lasting = tuple(dict.fromkeys(self.uses)), self.lasting
            self.uses, self.lasting = outer[0], outer[1] and lasting
            self.compiling.pop()
            self.mentions[name] = frozenset(inner.mentioned)
            self.facts.mentioned |= inner.mentioned
            self.facts.add(inner)
        inner.features |= {name, *inner.mentioned}
        self.facts.add(inner)
        self.make(definition, code)
        if lasting and all(other in self.known for other in below):
            made = Compiled.of(self, definition, log, below, inner)
            keep(definition, made)
            self.known[name] = made

    def adopt(self, known: Compiled) -> bool:
        """Takes over what another formula has made of a definition, if all of it means the same here."""
        taken: dict[str, Compiled] = {}
        todo = [known]
        while todo:
            one = todo.pop()
            if self.known.get(one.name) is one or taken.get(one.name) is one:
                continue
            fresh = one.name not in self.nodes and one.name not in self.functions
            if not fresh or one.name in taken or not one.holds_in(self.notation, self.context):
                return False
            taken[one.name] = one
            todo += one.below
        for name, one in taken.items():
            self.mentions[name], self.parameters[name] = one.mentions, one.parameters
            if one.node is not None:
                self.nodes[name] = one.node
            if one.function is not None:
                self.functions[name] = one.function
            if one.choice is not None:
                self.choices[name] = one.choice
        self.known.update(taken)
        self.facts.add(known.facts)
        return True

    def make(self, definition: Definition, code: Code) -> None:
        """Makes a function or a node of the code of a definition."""
        name = definition.name
        if definition.arguments is not None:
            self.functions[name] = (definition.arguments, code)
            if name in self.notation.function and len(definition.arguments) == 1:
                argument = definition.arguments[0]
                self.choices[name] = lambda inst: lambda array: entrywise(inst, code, argument, array)
            return

        if self.is_sequence(definition):
            for start in sequences.starts(self.context, name):
                self.use(start)
            self.nodes[name] = sequences.Recursion(definition, code)
            return

        below = tuple(self.milestones) if not self.compiling else ()

        def node(inst: Instance, key: Key) -> Value:
            if len(key[2]) != len(definition.sub) or (key[1] is None) != (definition.sup is None):
                raise EquationError(
                    f"the page defines {name} with indices; what needs {name} without them has no value"
                )
            if below and (below[-1], None, ()) not in inst.memo:
                for deep in below:
                    inst.value((deep, None, ()))
            binding = dict(zip(definition.sub, key[2], strict=False))
            if definition.sup is not None and key[1] is not None:
                binding[definition.sup] = key[1]
            with inst.only_bound(binding):
                return code(inst)

        plain = not definition.sub and definition.sup is None
        self.nodes[name] = valued(node) if plain and not self.notation.has_rules else node


def as_float(value: Value) -> Value:
    """An index or a size as a number to calculate with: whole numbers of any length would not fit arrays."""
    return float(value) if isinstance(value, int) else value


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
