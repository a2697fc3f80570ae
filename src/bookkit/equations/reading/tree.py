"""The tree of an equation: what the LaTeX says, before any notation gives it a meaning."""

from __future__ import annotations

from dataclasses import dataclass

from bookkit.equations.reading.nodes import (
    ADDITIVE,
    ATOM,
    Accent,
    Bars,
    Dots,
    Group,
    Name,
    Node,
    Number,
    Scripted,
    Sequence,
    Word,
    join,
    listed,
    names_in,
)
from bookkit.equations.reading.operations import (
    Abbreviated,
    At,
    Big,
    Binary,
    Binomial,
    Braced,
    Cases,
    Chain,
    Derivative,
    Differential,
    Factorial,
    Frac,
    Grid,
    Juxtaposed,
    Matrix,
    Negative,
    Operated,
    Plus,
    Root,
    Run,
    Signed,
    Step,
    neighbours,
)

__all__ = [
    "ADDITIVE",
    "ATOM",
    "Abbreviated",
    "Accent",
    "At",
    "Bars",
    "Big",
    "Binary",
    "Binomial",
    "Braced",
    "Cases",
    "Chain",
    "Derivative",
    "Differential",
    "Directive",
    "Dots",
    "Factorial",
    "Frac",
    "Grid",
    "Group",
    "Juxtaposed",
    "Matrix",
    "Name",
    "Negative",
    "Node",
    "Number",
    "Operated",
    "Plus",
    "Range",
    "Root",
    "Run",
    "Scripted",
    "Sequence",
    "Signed",
    "Statement",
    "Step",
    "Tree",
    "Word",
    "join",
    "listed",
    "names_in",
    "neighbours",
]


@dataclass(frozen=True)
class Range(Node):
    """The values that an index takes: ``l = 2, \\dots, L``; without bounds: all that make sense.

    A ``fixed`` one is said to have one value, whichever, so that nothing else can be meant by it.
    """

    name: Name
    first: Node | None = None
    last: Node | None = None
    fixed: bool = False

    def latex(self) -> str:
        if self.first is None or self.last is None:
            return self.name.latex()
        return f"{self.name.latex()} = {self.first.latex()}, \\dots, {self.last.latex()}"


@dataclass(frozen=True)
class Statement(Node):
    """A chain with the conditions under which it is said."""

    chain: Chain
    ranges: tuple[Range, ...] = ()
    conditions: tuple[Chain, ...] = ()

    def latex(self) -> str:
        text = self.chain.latex()
        for part in self.ranges:
            words = "for fixed" if part.fixed else "for"
            text += f" \\quad \\text{{{words} }} {part.latex()}"
        for condition in self.conditions:
            text += f" \\quad \\text{{if }} {condition.latex()}"
        return text


@dataclass(frozen=True)
class Directive(Node):
    """An instruction to the proof-reader in a LaTeX comment: ``% notation: softmax``."""

    key: str
    value: str

    def latex(self) -> str:
        return f"% {self.key}: {self.value}"


@dataclass(frozen=True)
class Tree(Node):
    """A whole equation: its statements in reading order and the directives in its comments."""

    statements: tuple[Statement, ...]
    directives: tuple[Directive, ...] = ()

    def latex(self) -> str:
        comments = [directive.latex() + "\n" for directive in self.directives]
        return "".join(comments) + " ;\\quad ".join(statement.latex() for statement in self.statements)

    def directive(self, key: str) -> str | None:
        """The value of a directive, None where it is not given."""
        return next((item.value for item in self.directives if item.key == key), None)

    @property
    def is_claim(self) -> bool:
        """Whether there is a relation, so that there is something to judge."""
        return any(statement.chain.steps for statement in self.statements)
