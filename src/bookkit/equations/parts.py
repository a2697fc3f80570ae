"""The pieces that the compiler is built from: references, indices, facts, and its common ground."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from bookkit.equations import algebra, budget
from bookkit.equations import tree as t
from bookkit.equations.context import Context, Definition
from bookkit.equations.draw import Instance, Key
from bookkit.equations.errors import EquationError, NoSuchThingError, ShapeError
from bookkit.equations.remembered import Compiled, Lookups
from bookkit.notations.table import TIME, Notation, Symbol

Value = Any
Code = Callable[[Instance], Value]

# What may be much work, and is named where it is too much.
_COSTLY = (t.Big, t.Derivative, t.Juxtaposed)


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
    endless: bool = False


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
    differentials: set[str] = field(default_factory=set)
    still: set[str] = field(default_factory=set)

    def add(self, more: Facts) -> None:
        """Takes in what a definition names, beside what it mentions."""
        self.features |= more.features
        self.integers |= more.integers
        self.any_functions |= more.any_functions
        self.differentials |= more.differentials
        self.watched.update(more.watched)
        self.derives = self.derives or more.derives
        self.pieces = self.pieces or more.pieces


def entry(value: Value, place: tuple[int, ...], name: str) -> Value:
    """One entry of an array, a column where the row is -1, a row where the column is -1.

    NoSuchThingError outside of the array.
    """
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
    if not (-1 <= row < rows and -1 <= column < columns):
        raise NoSuchThingError(f"{name} has no entry {row + 1}, {column + 1} (it is {rows} × {columns})")
    if column == -1:
        return value[row : row + 1, :]
    return value[:, column : column + 1] if row == -1 else value[row, column]


def whole(value: Value, what: str) -> int:
    """A value as a whole number; EquationError naming `what` is written where it is none."""
    number = np.real(algebra.number(value))
    if not np.isfinite(number) or number != round(float(number)):
        raise EquationError(f"{what} is {number}, not a whole number")
    return int(number)


def apart(inst: Instance, code: Code) -> tuple[Value, float]:
    """A value, and the largest term that took part in it, which is not yet one of the sum around it."""
    outer, inst.scale = inst.scale, 0.0
    value = code(inst)
    inner, inst.scale = inst.scale, outer
    return value, inner


def largest(value: Value) -> float:
    """The largest magnitude in a value."""
    if isinstance(value, (float, int, complex, np.number)):  # by far the most common
        return abs(float(value.real))
    return float(np.max(np.abs(np.real(value))))


def raise_scale(inst: Instance, scale: float) -> None:
    if scale > inst.scale:
        inst.scale = scale


def counts(inst: Instance, name: str, index: Index) -> range:
    """The values of an index, from the places where it stands."""
    if index.layer:
        return range(1, inst.sizes["L"] + 1)
    if inst.notation.indices.get(name) == TIME:
        return range(1, inst.sizes["T"] + 1)
    sizes = {size(inst) for size in index.sizes}
    if not sizes and index.endless:
        return range(1, 4)  # of a family without an end, some
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


class Base:
    """What all parts of the compiler share: the notation, the context, and what is known so far."""

    def __init__(self, notation: Notation, context: Context) -> None:
        self.notation = notation
        self.context = Lookups.of(context)
        self.facts = Facts()
        self.bound: dict[str, Index] = {}
        self.nodes: dict[str, Callable[[Instance, Key], Value]] = {}
        self.functions: dict[str, tuple[tuple[str, ...], Code]] = {}
        self.choices: dict[str, Callable[[Instance], Callable[[Value], Value]]] = {}
        self.parameters: dict[str, dict[str, Index]] = {}
        self.mentions: dict[str, frozenset[str]] = {}
        self.watching = False
        self.holds: Callable[[t.Node, str], bool] | None = None
        self.compiling: list[str] = []
        self.milestones: list[str] = []
        self.known: dict[str, Compiled] = {}
        self.uses: list[str] = []
        self.lasting = True  # whether what is being compiled means the same in another formula
        self.index_letters: set[str] = set()

    def code(self, node: t.Node) -> Code:
        """The code of any node, by its kind."""
        handler = getattr(self, f"code_{type(node).__name__.lower()}", None)
        if handler is None:
            raise EquationError(f"{node.latex()} has no value")
        code: Code = handler(node)
        return budget.costly(node.latex, code) if isinstance(node, _COSTLY) else code

    def is_function_on_page(self, name: str) -> bool:
        """Whether the page has defined a function of that name."""
        definition = self.context.find(name)
        return definition is not None and definition.arguments is not None

    def is_identity(self, node: t.Node) -> bool:
        """Whether a letter is the identity matrix: ``I``, where nothing else is called so."""
        return (
            node == t.Name("I")
            and "I" not in self.bound
            and "I" not in self.notation.by_base
            and not self.context.knows("I")
            and any(symbol.shape for symbol in self.notation.symbols)
        )

    if TYPE_CHECKING:
        # What the parts ask of one another.
        def side(self, node: t.Node, watch: bool = True) -> Code: ...
        def ref(self, node: t.Node) -> tuple[Ref, t.Node | None] | None: ...
        def bound_value(self, name: str) -> Code: ...
        def symbol_value(self, node: t.Node) -> Code: ...
        def function_of(self, base: t.Node) -> Any: ...
        def bare_function(self, node: t.Node) -> Code: ...
        def event(self, chain: t.Chain) -> Code: ...
        def statistic_of(self, head: t.Node, factors: list[t.Node]) -> Code: ...
        def held(self, node: t.Node, ref: Ref) -> Code: ...
        def slopes(self, definition: Definition, factors: list[t.Node]) -> Code: ...
        def derivative_at(self, head: t.Derivative, factors: list[t.Node]) -> Code: ...
        def condition(self, chain: t.Chain) -> Callable[[Instance], bool]: ...
        def member_of(self, right: t.Node) -> Callable[[Instance, Value], tuple[bool, str]]: ...
        def scripts(self, value: Code, node: t.Scripted) -> Code: ...
        def derivative_of(self, of: t.Node, by: tuple[t.Node, ...], sign: str = "\\partial") -> Code: ...
        def operator(self, head: t.Derivative, factors: list[t.Node]) -> Code: ...
        def extreme_over(self, name: str, sub: t.Node, factors: list[t.Node]) -> Code: ...
        def differential(self, name: str) -> Code | None: ...
        def check_sign(self, node: t.Derivative) -> None: ...
