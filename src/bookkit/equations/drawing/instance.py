"""One random instance of a notation: sizes, values of leaves,
and the forward computation through the nodes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

import numpy as np

from bookkit.equations.drawing import budget, derivatives
from bookkit.equations.drawing.derivatives import STEP
from bookkit.equations.drawing.floats import Floats
from bookkit.equations.drawing.notes import Notes
from bookkit.equations.drawing.sampler import Sampler
from bookkit.equations.drawing.sizes import fixed
from bookkit.equations.drawing.smooth import PLAIN_FUNCTIONS, SmoothFunction
from bookkit.equations.reading.context import Key, show_key
from bookkit.notations.draws import EDGE, NEAR, PLAIN, SPECIAL, USUAL, WIDE, length
from bookkit.notations.table import Notation, Sizes, Symbol
from bookkit.values.chance import Space
from bookkit.values.errors import EquationError, NoSuchThingError, ShapeError

Value = Any

FAR = 50.0  # e to the power of more may leave the range in which a float keeps a small step
HAIR = 1e-6  # a comparison so near was decided by a hair; the steps of differences are not much longer
FEW = 8  # given values up to which draws are compared
Node = Callable[["Instance", Key], Value]


@dataclass(frozen=True)
class Moment:
    """What was moved and what was known when a derivative began."""

    memo: dict[Any, Value]
    injections: dict[Key, Value]
    replacements: dict[Key, Value]
    before: Moment | None


class Instance(Floats):
    """Values for everything that an equation names; a value is drawn or computed when it is first asked for.

    Injections are added to a symbol's value, and all that depends on it is computed anew: this is how
    derivatives are found. Replacements stand in for a symbol's value, as in "evaluated at".
    """

    def __init__(
        self,
        notation: Notation,
        seed: tuple[int, ...],
        features: frozenset[str] = frozenset(),
        nodes: Mapping[str, Node] | None = None,
        given: Mapping[Key, Value] | None = None,
        integers: frozenset[str] = frozenset(),
        mode: str = USUAL,
        positive_steps: bool = False,
        choices: Mapping[str, Callable[[Instance], Any]] | None = None,
        landmarks: tuple[float, ...] = (),
        sizes: Mapping[Key, int] | None = None,
    ) -> None:
        self.notation = notation
        self.seed = seed
        self.mode = mode
        self.nodes = nodes or {}
        self.given = given or {}
        self.integers = integers
        self.landmarks = landmarks
        self.sampler = Sampler(seed, integers, landmarks, positive_steps)
        drawn: Sizes = notation.sizes(self.rng("sizes"), features, mode)
        self.space = Space()
        self.sizes: Sizes = fixed(drawn, sizes) if sizes else drawn
        self.leaves: dict[Key, Value] = {}
        self.choices: dict[str, Any] = {name: make(self) for name, make in (choices or {}).items()}
        self.binding: dict[str, Value] = {}
        self.injections: dict[Key, Value] = {}
        self.replacements: dict[Key, Value] = {}
        self.memo: dict[Any, Value] = {}
        self.used: dict[Key, Value] = {}
        self.complex = False
        self.circling = False  # a number goes around 0 in the complex plane
        self.deriving = 0
        self.notes = Notes()
        self.assumed: dict[tuple[str, str, int | None], Value] = {}
        self.alive: set[int] = set()
        self.running: set[Key] = set()
        self.traced: set[Key] | None = None
        self.still: Moment | None = None
        self.stretched: dict[Any, float] = {}  # how large what conditions have stretched is
        self.mark = self.mark_of_draw() if not positive_steps else None

    def mark_of_draw(self) -> tuple[Any, ...] | None:
        """By what another formula knows that its draw is this one; None where much may differ."""
        if self.notation.has_rules or len(self.given) > FEW:
            return None
        written = self.landmarks if self.mode in (SPECIAL, NEAR) else ()
        given = frozenset(self.given.items())
        return self.seed, self.mode, repr(self.sizes), given, self.integers, written

    def shared(self) -> tuple[Any, ...] | None:
        """The mark of the draw, while its values are those of every formula that makes it."""
        moved = self.injections or self.replacements or self.deriving or self.traced is not None
        return None if moved else self.mark

    def rng(self, name: str) -> np.random.Generator:
        """A generator for one purpose, the same whoever asks first."""
        return self.sampler.rng(name)

    # --- values -----------------------------------------------------------------------------------

    def __call__(self, name: str, layer: int | None = None) -> Any:
        """The value of a symbol, for the rules of a notation."""
        return self.value((name, layer, ()))

    def value(self, key: Key) -> Value:
        """The value of a symbol under the injections and replacements of the moment."""
        if key in self.memo:
            return self.memo[key]
        budget.spend()
        if self.traced is not None:
            self.traced.add(key)
        if key in self.running:
            raise EquationError(f"{show_key(key)} is defined by itself")
        self.running.add(key)
        try:
            value = self.replaced(key) if key in self.replacements else self.compute(key)
        finally:
            self.running.discard(key)
        if key in self.injections:
            value = value + self.injections[key]
        self.memo[key] = value
        return value

    def replaced(self, key: Key) -> Value:
        """The value that stands in for a symbol's own; it must have the symbol's shape."""
        value = self.replacements[key]
        symbol = self.notation.by_base.get(key[0]) if key[0] not in self.nodes else None
        if symbol is not None and not symbol.shape and np.shape(value) == (1, 1):
            return value[0, 0]
        if symbol is not None and np.shape(value) != self.dimensions(symbol, key[1]):
            raise EquationError(f"{show_key(key)} cannot take a value of another shape")
        return value

    def compute(self, key: Key) -> Value:
        name, layer, _ = key
        if name in self.nodes:
            return self.nodes[name](self, key)
        symbol = self.notation.by_base.get(name)
        if symbol is None:
            raise EquationError(f"unknown symbol {name}")
        if layer is not None:
            self.check_layer(symbol, layer)
        if symbol.size:
            return float(self.size(symbol, layer))
        if symbol.law is not None:
            self.used[key] = symbol.law.value(self, symbol, key)
            return self.used[key]
        if symbol.rule is not None:
            return symbol.rule(self, layer or 0)
        if symbol.gradient is not None:
            of, by = symbol.gradient
            return self.gradient((of.split("^")[0], None, ()), (by.split("^")[0], layer, ()))
        return self.leaf(key, symbol)

    def gradient(self, of: Key, by: Key) -> Value:
        """The derivative of one symbol by another, for the rules of a notation."""
        return derivatives.gradient(self, of, by)

    def settled(self, kind: str, name: str, layer: int | None) -> Value:
        """What the page has fixed of a law, ``Var`` or ``E``; None where nothing."""
        if (kind, name, layer) in self.assumed:
            return self.assumed[kind, name, layer]
        settled = f"{kind}[{name}]"
        return self.value((settled, layer, ())) if settled in self.nodes else None

    def check_layer(self, symbol: Symbol, layer: int) -> None:
        last = self.sizes["L"] - symbol.short
        if not symbol.first <= layer <= last:
            raise NoSuchThingError(f"{symbol.base}^{layer} does not exist (layers {symbol.first} to {last})")

    def size(self, symbol: Symbol, layer: int | None) -> int:
        value = self.sizes[symbol.base]
        if layer is None:
            return int(value)
        return int(value[layer])

    def dimensions(self, symbol: Symbol, layer: int | None) -> tuple[int, ...]:
        """The shape of a symbol's array: () for a number, else rows and columns."""
        if layer is not None:
            self.check_layer(symbol, layer)
        found = tuple(self.dimension(text, layer) for text in symbol.shape)
        return (*found, 1) if len(found) == 1 else found

    def dimension(self, text: str, layer: int | None) -> int:
        if text.isdigit():
            return int(text)
        if text in self.sizes and np.ndim(self.sizes[text]) == 0:
            return int(self.sizes[text])
        match = re.fullmatch(r"(\w+)_\{?(l|L|\d+)?(-1)?\}?", text)
        if match is None or match[1] not in self.sizes:
            return length(text, self.sizes)
        name, index, shift = match.groups()
        if index == "l":
            if layer is None:
                raise EquationError(f"the size {text} needs a layer")
            place = layer
        else:
            place = self.sizes["L"] if index == "L" else int(index)
        return int(self.sizes[name][place - (1 if shift else 0)])

    def leaf(self, key: Key, symbol: Symbol) -> Value:
        if key in self.given:
            self.used[key] = self.given[key]
            return self.given[key]
        if key not in self.leaves:
            if symbol.draw is None:
                raise EquationError(f"the table does not say how {symbol.latex} is drawn")
            self.leaves[key] = self.sampler.drawn(key, symbol, self.dimensions(symbol, key[1]), self.mode)
        self.used[key] = self.leaves[key]
        return self.leaves[key]

    def slope(self, f: Callable[[Value], Value]) -> Value:
        """The derivative at 0 of a function of one small change; an exact draw has its own way to it."""
        return derivatives.along(self, f)

    def choice(self, name: str) -> Any:
        """The function drawn for a function symbol."""
        if name not in self.choices:
            function = self.notation.function[name]
            choices = (*function.choices, *function.edges) if self.mode == EDGE else function.choices
            pick = (
                0 if self.mode == PLAIN and len(choices) == 1 else int(self.rng(name).integers(len(choices)))
            )
            self.choices[name] = choices[pick]
        return self.choices[name]

    def any_function(self, name: str) -> Callable[[list[Value]], Value]:
        """A function that nothing defines: any smooth one, drawn anew in every draw."""
        mark = f"{name}(…)"
        if mark not in self.choices:
            rng = self.rng(mark)
            if self.mode == PLAIN:
                self.choices[mark] = PLAIN_FUNCTIONS[int(rng.integers(len(PLAIN_FUNCTIONS)))]
            else:
                size = 10.0 ** rng.uniform(-2.0, 6.0) if self.mode == WIDE else 1.0
                self.choices[mark] = SmoothFunction(rng, size)
        function: Callable[[list[Value]], Value] = self.choices[mark]
        return function

    def made_from(self, key: Key) -> set[Key]:
        """Everything that the value of a symbol is computed from, the symbol itself included."""
        return self.seen_by(lambda inst: inst.value(key))

    def seen_by(self, code: Callable[[Instance], Value]) -> set[Key]:
        """Every symbol whose value some code looks at, as far as it comes."""
        outer, self.traced = self.traced, set()
        kept, self.memo = self.memo, {}
        try:
            with suppress(ShapeError):
                code(self)
            return self.traced
        finally:
            self.memo, self.traced = kept, outer

    # --- states -----------------------------------------------------------------------------------

    def state(
        self,
        injections: Mapping[Key, Value] | None = None,
        replacements: Mapping[Key, Value] | None = None,
        binding: Mapping[str, Value] | None = None,
        complex_step: bool = False,
        mark: Any = None,
    ) -> State:
        """For a while: injections added to those that are there, symbols replaced, names bound.

        Injections of the same ``mark`` are the same: what was computed under them is still known.
        """
        return State(self, injections, replacements, binding, complex_step, mark)

    @contextmanager
    def on_a_circle(self) -> Iterator[None]:
        """For a while: a number goes around 0 in the complex plane, where squares are no lengths."""
        kept, self.circling = self.circling, True
        try:
            yield
        finally:
            self.circling = kept

    @contextmanager
    def holding(self) -> Iterator[None]:
        """For a while: ``as_held`` goes back to the values of this moment."""
        outer = self.still
        self.still = Moment(self.memo, self.injections, self.replacements, outer)
        try:
            yield
        finally:
            self.still = outer

    @contextmanager
    def as_held(self) -> Iterator[None]:
        """For a while: the values of the moment that is held, whatever a derivative moves."""
        held = self.still
        assert held is not None
        kept = (self.memo, self.injections, self.replacements, self.still)
        self.memo, self.injections, self.replacements = held.memo, held.injections, held.replacements
        self.still = held.before
        try:
            yield
        finally:
            self.memo, self.injections, self.replacements, self.still = kept

    @contextmanager
    def only_bound(self, binding: Mapping[str, Value]) -> Iterator[None]:
        """Inside a definition only its own parameters are bound."""
        kept, self.binding = self.binding, dict(binding)
        try:
            yield
        finally:
            self.binding = kept

    def bound(self, name: str) -> Value:
        """The value of a bound name; an index may not be needed to find out how far it counts itself."""
        if name not in self.binding:
            raise EquationError(f"how far {name} counts depends on {name} itself")
        return self.binding[name]

    def is_far_out(self) -> bool:
        """Whether some number was drawn so large that its exponential may leave the range of floats."""
        return any(np.any(np.abs(value) > FAR) for value in self.leaves.values())

    def near_kink(self, difference: Value) -> None:
        """Say that a comparison was decided by a hair, where a derivative may not exist."""
        if self.deriving and np.any(np.abs(np.real(difference)) < HAIR):
            self.notes.kink = True

    def saw(self, value: Value) -> None:
        """Remember the largest magnitude that took part in a sum: rounding errors are of its size."""
        part = value.imag / STEP if self.complex else value.real
        plain = isinstance(part, (float, int, np.generic))
        size = abs(float(part)) if plain else float(np.max(np.abs(part)))
        if size > self.notes.scale:
            self.notes.scale = size

    def saw_not_zero(self, mark: int | None, part: Value) -> None:
        """Remember of a watched term or factor, by its mark, if it is something else than zero."""
        if mark is not None and mark not in self.alive and np.any(part != 0):
            self.alive.add(mark)


class State:
    """What holds for an instance for a while (`Instance.state`); nothing is entered more often."""

    __slots__ = ("binding", "complex_step", "injections", "inst", "kept", "mark", "replacements")

    def __init__(
        self,
        inst: Instance,
        injections: Mapping[Key, Value] | None,
        replacements: Mapping[Key, Value] | None,
        binding: Mapping[str, Value] | None,
        complex_step: bool,
        mark: Any,
    ) -> None:
        self.inst = inst
        self.injections = injections
        self.replacements = replacements
        self.binding = binding
        self.complex_step = complex_step
        self.mark = mark

    def __enter__(self) -> None:
        inst = self.inst
        self.kept = inst.memo, inst.injections, inst.replacements, inst.binding, inst.complex
        if self.injections:
            moved = dict(inst.injections)
            for key, value in self.injections.items():
                moved[key] = moved[key] + value if key in moved else value
            inst.injections = moved
            inst.memo = (
                {} if self.mark is None else inst.memo.setdefault(("moved", inst.complex, self.mark), {})
            )
        if self.replacements:
            inst.replacements = {**inst.replacements, **self.replacements}
            inst.memo = {}
        if self.binding is not None:
            inst.binding = {**inst.binding, **self.binding}
        inst.complex = inst.complex or self.complex_step

    def __exit__(self, *error: object) -> None:
        inst = self.inst
        inst.memo, inst.injections, inst.replacements, inst.binding, inst.complex = self.kept
