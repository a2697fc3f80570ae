"""The compiler: what it knows while it goes through a tree, and which function makes code of which node."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager
from typing import Any, TypeVar

from bookkit.equations.compiling.facts import Code, Facts, Index
from bookkit.equations.compiling.known import Compiled, Lookups
from bookkit.equations.drawing import budget
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Context, Key
from bookkit.notations.table import Notation
from bookkit.values.errors import EquationError

Value = Any

# What may be much work, and is named where it is too much.
_COSTLY = (t.Big, t.Derivative, t.Juxtaposed)

Handler = Callable[["Compiler", Any], Code]  # Any: each takes the one kind of node that it is registered for
Made = TypeVar("Made", bound=Handler)
_HANDLERS: dict[type[t.Node], Handler] = {}


def compiles(*kinds: type[t.Node]) -> Callable[[Made], Made]:
    """Registers the function that makes code of nodes of these kinds; each kind has one."""

    def registered(handler: Made) -> Made:
        for kind in kinds:
            assert kind not in _HANDLERS, f"two functions compile {kind.__name__}"
            _HANDLERS[kind] = handler
        return handler

    return registered


class Compiler:
    """Compiles the formulas of one notation in one context, and holds what is known so far.

    How a node is compiled, the function says that is registered for its kind.
    """

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
        self.open_readings = 0  # derivatives that can be read in two ways
        self.holds: Callable[[t.Node, str], bool] | None = None
        self.compiling: list[str] = []
        self.milestones: list[str] = []
        self.known: dict[str, Compiled] = {}
        self.uses: list[str] = []
        self.lasting = True  # whether what is being compiled means the same in another formula
        self.index_letters: set[str] = set()

    def for_a_draw(self, features: Set[str] | None = None) -> dict[str, Any]:
        """What a draw is told of what has been compiled, or of it with other features."""
        return {
            "notation": self.notation,
            "features": frozenset(self.facts.features if features is None else features),
            "nodes": self.nodes,
            "integers": frozenset(self.facts.integers),
            "choices": self.choices,
        }

    def instance(self, seed: tuple[int, ...], **more: Any) -> Instance:
        """A draw for what has been compiled; `more` is what else can be said of an `Instance`."""
        return Instance(seed=seed, **self.for_a_draw(), **more)

    @contextmanager
    def watched(self, whether: bool) -> Iterator[None]:
        """Meanwhile, note or do not note which parts are 0 on every draw."""
        kept, self.watching = self.watching, whether
        try:
            yield
        finally:
            self.watching = kept

    def code(self, node: t.Node) -> Code:
        """The code of any node, by its kind."""
        handler = _HANDLERS.get(type(node))
        if handler is None:
            raise EquationError(f"{node.latex()} has no value")
        code = handler(self, node)
        return budget.costly(node.latex, code) if isinstance(node, _COSTLY) else code

    def is_function_on_page(self, name: str) -> bool:
        """Whether the page has defined a function of that name."""
        definition = self.context.find(name)
        return definition is not None and definition.arguments is not None

    def transposes(self, above: t.Node | None) -> bool:
        """Whether a superscript is the sign of a transpose; so is T where it can be no power.

        A table's number T may be one; a matrix that is called T, as targets are, may not.
        """
        symbol = self.notation.by_base.get("T")
        array = symbol is not None and symbol.own and len(symbol.shape) > 0
        return above == t.Name("\\top") or (above == t.Name("T") and (symbol is None or array))

    def is_identity(self, node: t.Node) -> bool:
        """Whether a letter is the identity matrix: ``I``, where nothing else is called so."""
        return (
            node == t.Name("I")
            and "I" not in self.bound
            and "I" not in self.notation.by_base
            and not self.context.knows("I")
            and any(symbol.shape for symbol in self.notation.symbols)
        )
