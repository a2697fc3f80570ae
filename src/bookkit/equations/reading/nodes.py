"""The smallest parts of a tree: a node, and what is named, numbered, marked or put in brackets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

ADDITIVE, TERM, JUXTAPOSED, ATOM = 0, 1, 2, 3


@dataclass(frozen=True)
class Node:
    """One place in the tree; ``latex()`` prints it so that parsing the print gives the same node."""

    def latex(self) -> str:
        raise NotImplementedError

    def __str__(self) -> str:
        return self.latex()

    @property
    def level(self) -> int:
        """How tightly the print holds together (ADDITIVE, TERM, JUXTAPOSED or ATOM)."""
        return ATOM

    def children(self) -> Iterator[Node]:
        """The nodes directly below this one, in reading order."""
        for name in self.__dataclass_fields__:  # not fields(): trees are walked very often
            value = getattr(self, name)
            if isinstance(value, Node):
                yield value
            elif isinstance(value, tuple):
                yield from _nodes(value)

    def walk(self) -> Iterator[Node]:
        """This node and all below it."""
        todo: list[Node] = [self]
        while todo:
            node = todo.pop()
            yield node
            todo.extend(reversed(list(node.children())))

    def with_(self, **changes: Any) -> Any:
        """A copy with some parts replaced."""
        return replace(self, **changes)


def _nodes(value: object) -> Iterator[Node]:
    if isinstance(value, Node):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _nodes(item)


@dataclass(frozen=True)
class Number(Node):
    """A number as it is written: ``0.5``, ``12``."""

    text: str

    def latex(self) -> str:
        return self.text


@dataclass(frozen=True)
class Name(Node):
    """A letter or a command that stands for something: ``a``, ``\\sigma``, ``\\log``, ``\\Delta x``."""

    text: str

    def latex(self) -> str:
        return self.text


@dataclass(frozen=True)
class Word(Node):
    """An upright word in the formula: ``\\operatorname{ReLU}``, ``\\text{in}``."""

    text: str

    def latex(self) -> str:
        return f"\\operatorname{{{self.text}}}"


@dataclass(frozen=True)
class Dots(Node):
    """An omission, ``\\dots``."""

    def latex(self) -> str:
        return "\\dots"


@dataclass(frozen=True)
class Accent(Node):
    """A letter with a mark: ``\\hat{y}``."""

    mark: str
    base: Node

    def latex(self) -> str:
        return f"{self.mark}{{{self.base.latex()}}}"


@dataclass(frozen=True)
class Scripted(Node):
    """A base with primes, a subscript and a superscript: ``w^{l}_{jk}``, ``\\sigma'``, ``x^{2}``."""

    base: Node
    primes: int = 0
    sub: Node | None = None
    sup: Node | None = None

    def latex(self) -> str:
        text = self.base.latex() + "'" * self.primes
        if self.sub is not None:
            text += f"_{{{self.sub.latex()}}}"
        if self.sup is not None:
            text += f"^{{{self.sup.latex()}}}"
        return text


@dataclass(frozen=True)
class Group(Node):
    """What stands between brackets: one thing, several with commas, or a condition as in ``[x > y]``.

    ``parted`` counts what stands before a bar between them, as in ``p(y | x)``; 0 where there is none.
    """

    opening: str
    items: tuple[Node, ...]
    closing: str
    parted: int = 0

    def latex(self) -> str:
        spelled = self.opening[1:].isalpha()  # \\lfloor, \\langle
        left, right = (f"{self.opening} ", f" {self.closing}") if spelled else (self.opening, self.closing)
        said = [item.latex() for item in self.items]
        if self.parted:
            said = [", ".join(said[: self.parted]) + " \\mid " + ", ".join(said[self.parted :])]
        return f"{left}{', '.join(said)}{right}"

    @property
    def is_floor(self) -> bool:
        r"""Whether the brackets round, down as ``\lfloor x \rfloor`` or up as ``\lceil x \rceil``."""
        return self.opening in ("\\lfloor", "\\lceil")

    @property
    def is_product(self) -> bool:
        r"""Whether the brackets are an inner product: ``\langle u, v \rangle``."""
        return self.opening == "\\langle"


@dataclass(frozen=True)
class Sequence(Node):
    """Several things with commas and no brackets, as in the subscript ``w_{j,k}``."""

    items: tuple[Node, ...]

    def latex(self) -> str:
        return ", ".join(item.latex() for item in self.items)

    @property
    def level(self) -> int:
        return ADDITIVE


def listed(node: Node) -> tuple[Node, ...]:
    """The things that stand there with commas between them; where there is no comma, it is one."""
    return node.items if isinstance(node, Sequence) else (node,)


def names_in(*nodes: Node) -> set[str]:
    """All names that stand in some nodes, as they are written there."""
    return {part.text for node in nodes for part in node.walk() if isinstance(part, Name)}


@dataclass(frozen=True)
class Bars(Node):
    """An absolute value ``|x|`` or a norm ``\\|x\\|``."""

    norm: bool
    body: Node

    def latex(self) -> str:
        left, right = ("\\lVert", "\\rVert") if self.norm else ("\\lvert", "\\rvert")
        return f"{left} {self.body.latex()} {right}"


def join(parts: list[str]) -> str:
    """Parts side by side, with a blank only where TeX needs one or the eye wants one."""
    text = ""
    for part in parts:
        if text and part and _needs_blank(text, part):
            text += " "
        text += part
    return text


def _needs_blank(left: str, right: str) -> bool:
    return right[0] not in "([|^_'"
