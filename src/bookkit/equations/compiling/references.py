"""References: which symbol of the page or of the table a name with its scripts stands for."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bookkit.equations.compiling import sequences
from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.definitions import is_apart, use
from bookkit.equations.compiling.facts import Code, Ref, Value
from bookkit.equations.compiling.indices import counts, index_code
from bookkit.equations.compiling.places import is_column_of, places, sample_of, sample_places
from bookkit.equations.compiling.sequences import is_sequence
from bookkit.equations.compiling.wholes import is_whole
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Definition, Key
from bookkit.equations.reading.scripts import index_items
from bookkit.notations.draws import NESTED
from bookkit.notations.table import ENDLESS, Symbol
from bookkit.values.errors import EquationError, NoSuchThingError


def reference(compiler: Compiler, node: t.Node) -> tuple[Ref, t.Node | None] | None:
    """The symbol that a node names, and the superscript that is left over (a power or a transpose)."""
    if isinstance(node, t.Scripted):
        if node.primes:
            return None
        base, sub, sup = node.base, node.sub, node.sup
    else:
        base, sub, sup = node, None, None
    if not isinstance(base, (t.Name, t.Word, t.Accent)):
        return None
    if sub is not None:
        full = t.Scripted(base, 0, sub, None).latex()
        if compiler.context.find(full) is not None or full in compiler.notation.by_base:
            return plain_ref(compiler, full, compiler.notation.by_base.get(full)), sup
    if isinstance(base, t.Name) and base.text in compiler.bound:
        return None
    text = base.latex()
    definition = compiler.context.find(text)
    if definition is not None and sup is not None and is_apart(compiler, definition):
        return tabled(compiler, compiler.notation.by_base[text], text, sub, sup, shadowed=True)
    if definition is not None and sub is None and is_sequence(compiler, definition):
        return timeless(compiler, definition), sup
    if definition is not None and sub is None and is_whole(compiler, definition):
        return None
    if definition is not None:
        return None if definition.arguments is not None else defined(compiler, definition, sub, sup)
    symbol = compiler.notation.by_base.get(text)
    if symbol is None:
        return None
    return tabled(compiler, symbol, text, sub, sup)


def plain_ref(compiler: Compiler, name: str, symbol: Symbol | None) -> Ref:
    definition = compiler.context.find(name)
    if definition is not None:
        use(compiler, definition)
    else:
        compiler.facts.mentioned.add(name)
    key: Key = (name, None, ())
    return Ref(name, lambda inst: key, None, symbol)


def defined(
    compiler: Compiler, definition: Definition, sub: t.Node | None, sup: t.Node | None
) -> tuple[Ref, t.Node | None]:
    """A symbol that the page has defined, perhaps a family ``g^l_j``."""
    use(compiler, definition)
    items = index_items(sub, len(definition.sub)) if definition.sub else ()
    if definition.sub and len(items) != len(definition.sub):
        raise EquationError(f"{definition.name} was defined with {len(definition.sub)} subscripts")
    letters = zip(items, definition.sub, strict=True) if definition.sub else ()
    subs = [sub_code(compiler, definition, letter, item, sup) for item, letter in letters]
    layer = None
    if definition.sup is not None:
        if sup is None:
            raise EquationError(f"{definition.name} was defined with a superscript {definition.sup}")
        layer, sup = index_code(compiler, sup, None, layer=True), None
    name = definition.name

    def key(inst: Instance) -> Key:
        return name, None if layer is None else layer(inst), tuple(code(inst) for code in subs)

    place = None
    if not definition.sub and sub is not None:
        place = places(compiler, sub, None, name, key)
    return Ref(name, key, place, as_column=place is not None and is_column_of(sub)), sup


def sub_code(
    compiler: Compiler, definition: Definition, letter: str, item: t.Node, sup: t.Node | None
) -> Callable[[Instance], int]:
    """An index of a defined family, which counts as far as it does in the definition."""
    index = compiler.parameters.get(definition.name, {}).get(letter)
    size = reach(compiler, definition, letter, sup)
    start = min(index.starts, default=1) if index is not None else 1
    return index_code(compiler, item, size, start=start, loose=index is not None and index.is_loose)


def reach(
    compiler: Compiler, definition: Definition, letter: str, sup: t.Node | None
) -> Callable[[Instance], int] | None:
    """How far an index of a defined family counts, where its definition says so."""
    index = compiler.parameters.get(definition.name, {}).get(letter)
    if index is None or not (index.sizes or index.endless or index.shifted):
        return None
    layer = None if sup is None or definition.sup is None else index_code(compiler, sup, None, layer=True)
    above = definition.sup

    def size(inst: Instance) -> int:
        binding = {} if layer is None or above is None else {above: layer(inst)}
        with inst.only_bound(binding):
            return len(counts(inst, letter, index, loosely=True))

    return size


def tabled(
    compiler: Compiler,
    symbol: Symbol,
    text: str,
    sub: t.Node | None,
    sup: t.Node | None,
    shadowed: bool = False,
) -> tuple[Ref, t.Node | None]:
    """A symbol of the notation's table."""
    name = text if symbol.family else symbol.base
    redefined = None if shadowed else compiler.context.find(name)
    if redefined is not None and redefined.arguments is None:
        return defined(compiler, redefined, sub, sup)
    if symbol.lines_of:
        return line(compiler, symbol, text, sub), sup
    mention(compiler, symbol, name)
    if symbol.law is not None:
        return random_number(compiler, symbol, name, sub, sup)
    column: Callable[[Instance], int] | None = None
    layer: Callable[[Instance], int] | None = None
    if symbol.size and symbol.latex != symbol.base:
        if sub is None:
            raise EquationError(f"{text} needs a layer as its subscript")
        which = index_code(compiler, sub, None, layer=True)
        return Ref(name, lambda inst: (name, size_layer(inst, which), ()), None, symbol), sup
    if sup is not None:
        sup, column = sample_of(compiler, symbol, sup)
        if column is not None and symbol.samples:
            symbol, name = compiler.notation.by_base[symbol.samples], symbol.samples
    if symbol.layered:
        if sup is None:
            raise EquationError(f"{text} needs a layer: {symbol.latex}")
        layer, sup = index_code(compiler, sup, None, layer=True), None
    if symbol.family and (symbol.time or not symbol.shape) and sub is not None:
        return member(compiler, symbol, name, sub), sup

    def key(inst: Instance) -> Key:
        return name, None if layer is None else layer(inst), ()

    if symbol.size and sub is not None:
        raise EquationError(f"{text} has no subscript")
    place = None
    if column is not None:
        compiler.facts.features.add("m")
        place = sample_places(compiler, symbol, sub, column, name, key)
    elif sub is not None:
        place = places(compiler, sub, symbol, name, key)
    return Ref(name, key, place, symbol, as_column=place is not None and is_column_of(sub)), sup


def line(compiler: Compiler, symbol: Symbol, text: str, sub: t.Node | None) -> Ref:
    """A row or a column of a matrix by the letter that the page has for them, ``x_i``; and ``x_{ij}``."""
    whole = reference(compiler, t.Name(symbol.lines_of))
    if sub is None or whole is None or whole[0].place is not None:
        raise EquationError(f"{text} is written with its number, {text}_i: it is one of the {symbol.meaning}")
    ref, axis = whole[0], symbol.axis
    items = index_items(sub, None)
    if len(items) > 2:
        raise EquationError(f"{text} has one index, or two for an entry")

    def size(which: int) -> Callable[[Instance], int]:
        return lambda inst: int(np.shape(inst.value(ref.key(inst)))[which])

    codes = [index_code(compiler, item, size(axis if at == 0 else 1 - axis)) for at, item in enumerate(items)]

    def place(inst: Instance) -> tuple[int, ...]:
        found = [code(inst) - 1 for code in codes]
        if min(found) < 0:
            raise NoSuchThingError(f"{text} has no entry 0")
        other = found[1] if len(found) > 1 else -1
        return (found[0], other) if axis == 0 else (other, found[0])

    return Ref(ref.name, ref.key, place, ref.symbol, axis == 0 and len(items) == 1, as_column=True)


def random_number(
    compiler: Compiler, symbol: Symbol, name: str, sub: t.Node | None, sup: t.Node | None
) -> tuple[Ref, t.Node | None]:
    """A member of a family of random numbers; without indices, any one of them."""
    layer: Callable[[Instance], int] | None = None
    if symbol.layered:
        if sup is None:
            raise EquationError(f"{name} needs a layer: {symbol.latex}")
        layer, sup = index_code(compiler, sup, None, layer=True), None

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
    ends = [end_of(text, level) for text in counted or ()] if items else []
    codes = [index_code(compiler, item, end) for item, end in zip(items, ends, strict=True)]
    for item, end in zip(items, ends, strict=True):
        letter = item.text if isinstance(item, t.Name) and end is None else ""
        if known := compiler.bound.get(letter) or compiler.facts.free.get(letter):
            known.endless = True

    def key(inst: Instance) -> Key:
        place = tuple(code(inst) for code in codes)
        for number, end in zip(place, ends, strict=True):
            if number < 1 or (end is not None and number > end(inst)):
                raise NoSuchThingError(f"{name} has no entry {place}")
        return name, level(inst), place

    return Ref(name, key, None, symbol), sup


def end_of(text: str, level: Callable[[Instance], int | None]) -> Callable[[Instance], int] | None:
    """How far an index of a family counts; None for a family without an end."""
    return None if text == ENDLESS else lambda inst: inst.dimension(text, level(inst))


def size_layer(inst: Instance, layer: Callable[[Instance], int]) -> int:
    value = layer(inst)
    if not 1 <= value <= inst.sizes["L"]:
        raise NoSuchThingError(f"there is no layer {value} (layers 1 to {inst.sizes['L']})")
    return value


def mention(compiler: Compiler, symbol: Symbol, name: str) -> None:
    compiler.facts.mentioned.add(name)
    if name == "m" or symbol.shape == ("m",):
        compiler.facts.features.add("m")
    if symbol.own and len(symbol.shape) > 1:
        compiler.facts.features.add(NESTED)  # as many entries as its length has pairs
    compiler.facts.features.add(name)


def timeless(compiler: Compiler, definition: Definition) -> Ref:
    """The letter of a sequence without its time: a number of its own."""
    name = definition.name
    symbol = compiler.notation.by_base.get(name)
    if symbol is None or not symbol.time:
        raise EquationError(f"{name} was defined with 1 subscripts")
    use(compiler, definition)
    return Ref(name, lambda inst: (name, None, ()), None, symbol)


def member(compiler: Compiler, symbol: Symbol, name: str, sub: t.Node) -> Ref:
    """``x_1``, ``x_j``: numbers of their own, counted to n; ``x_{new}`` too."""
    if isinstance(sub, t.Word):
        return plain_key(f"{name}_{{{sub.latex()}}}", symbol)
    if symbol.time:
        when = index_code(compiler, index_items(sub, 1)[0], None)
        return Ref(name, lambda inst: (name, None, (sequences.moment(inst, symbol, when),)), None, symbol)
    items = index_items(sub, 1)

    def end(inst: Instance) -> int:
        if "n" not in inst.sizes:
            raise EquationError(f"how many {name} are there? declare {name}: a column of n, and n: a size")
        return int(inst.sizes["n"])

    codes = [index_code(compiler, item, end) for item in items]
    plain = all(isinstance(item, t.Number) for item in items)  # that one was looked for by its name
    numbered = {} if plain else numbered_members(compiler, name)

    def key(inst: Instance) -> Key:
        place = tuple(code(inst) for code in codes)
        if place in numbered:
            return numbered[place], None, ()
        literal = all(isinstance(item, t.Number) for item in items)
        if any(number < (0 if literal else 1) for number in place) or (
            not literal and any(number > end(inst) for number in place)
        ):
            raise NoSuchThingError(f"{name} has no member {place}")
        return name, None, place

    return Ref(name, key, None, symbol)


def numbered_members(compiler: Compiler, name: str) -> dict[tuple[int, ...], str]:
    """The members that the page has defined one by one: ``z_2 \\coloneqq …``."""
    found: dict[tuple[int, ...], str] = {}
    compiler.lasting = False  # one more member, and it means something else
    for definition in compiler.context.definitions:
        number = definition.name.removeprefix(f"{name}_{{").removesuffix("}")
        if definition.name == f"{name}_{{{number}}}" and number.isdigit():
            if any(compiler.context.reaches(definition.name, other) for other in compiler.compiling):
                continue  # made from what is being made here, so it is no part of it
            if definition.name not in compiler.compiling:
                use(compiler, definition)
            found[int(number),] = definition.name
    return found


def plain_key(name: str, symbol: Symbol) -> Ref:
    # A number of its own for each subscript, that no counted member has: its letters, read as digits.
    key: Key = (name.split("_")[0], None, (-1 - int.from_bytes(name.encode(), "big"),))
    return Ref(name, lambda inst: key, None, symbol)


def held(compiler: Compiler, node: t.Node, ref: Ref) -> Code:
    """A symbol where it stands; inside of a partial derivative perhaps held at its value."""
    if compiler.holds is None or not compiler.holds(node, ref.name):
        return ref

    def value(inst: Instance) -> Value:
        with inst.as_held():
            return ref(inst)

    return value
