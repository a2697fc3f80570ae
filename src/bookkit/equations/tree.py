"""The tree of an equation: what the LaTeX says, before any notation gives it a meaning."""

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
class Text(Node):
    """Words for the reader: ``\\text{by the chain rule}``."""

    text: str

    def latex(self) -> str:
        return f"\\text{{{self.text}}}"


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
    """What stands between brackets: one thing, several with commas, or a condition as in ``[x > y]``."""

    opening: str
    items: tuple[Node, ...]
    closing: str

    def latex(self) -> str:
        spelled = self.opening[1:].isalpha()  # \\lfloor, \\langle
        left, right = (f"{self.opening} ", f" {self.closing}") if spelled else (self.opening, self.closing)
        return f"{left}{', '.join(item.latex() for item in self.items)}{right}"

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


@dataclass(frozen=True)
class Bars(Node):
    """An absolute value ``|x|`` or a norm ``\\|x\\|``."""

    norm: bool
    body: Node

    def latex(self) -> str:
        left, right = ("\\lVert", "\\rVert") if self.norm else ("\\lvert", "\\rvert")
        return f"{left} {self.body.latex()} {right}"


@dataclass(frozen=True)
class Frac(Node):
    """A fraction."""

    top: Node
    bottom: Node

    def latex(self) -> str:
        return f"\\frac{{{self.top.latex()}}}{{{self.bottom.latex()}}}"


@dataclass(frozen=True)
class Factorial(Node):
    """``n!``."""

    body: Node

    def latex(self) -> str:
        return f"{self.body.latex()}!"


@dataclass(frozen=True)
class Binomial(Node):
    """In how many ways ``bottom`` things are chosen out of ``top``: ``\\binom{n}{k}``."""

    top: Node
    bottom: Node

    def latex(self) -> str:
        return f"\\binom{{{self.top.latex()}}}{{{self.bottom.latex()}}}"


@dataclass(frozen=True)
class Derivative(Node):
    """``\\frac{\\partial f}{\\partial x}``, ``\\frac{d^2 f}{dx^2}``; without ``of``:
    the operator ``\\frac{d}{dz}``.
    """

    sign: str
    of: Node | None
    by: tuple[Node, ...]

    def latex(self) -> str:
        order = f"^{{{len(self.by)}}}" if len(self.by) > 1 else ""
        top = join([self.sign + order, *([] if self.of is None else [self.of.latex()])])
        if len(self.by) > 1 and isinstance(self.by[0], Name) and len(set(self.by)) == 1:
            bottom = join([self.sign, f"{self.by[0].latex()}{order}"])
        else:
            bottom = join([join([self.sign, item.latex()]) for item in self.by])
        return f"\\frac{{{top}}}{{{bottom}}}"


@dataclass(frozen=True)
class Root(Node):
    """A root, ``\\sqrt[3]{x}``."""

    body: Node
    degree: Node | None = None

    def latex(self) -> str:
        degree = "" if self.degree is None else f"[{self.degree.latex()}]"
        return f"\\sqrt{degree}{{{self.body.latex()}}}"


@dataclass(frozen=True)
class Matrix(Node):
    """A matrix or vector written out, ``\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}``."""

    style: str
    rows: tuple[tuple[Node, ...], ...]

    def latex(self) -> str:
        body = " \\\\ ".join(" & ".join(cell.latex() for cell in row) for row in self.rows)
        return f"\\begin{{{self.style}}} {body} \\end{{{self.style}}}"


@dataclass(frozen=True)
class Cases(Node):
    """A definition by cases; a condition of None means otherwise."""

    rows: tuple[tuple[Node, Node | None], ...]

    def latex(self) -> str:
        rows = [
            f"{value.latex()} & " + ("\\text{otherwise}" if when is None else f"\\text{{if }} {when.latex()}")
            for value, when in self.rows
        ]
        body = " \\\\ ".join(rows)
        return f"\\begin{{cases}} {body} \\end{{cases}}"


@dataclass(frozen=True)
class Braced(Node):
    """A part of a formula over or under a brace; ``note`` is the claim that stands at the brace.

    In a whole tree the notes are statements of their own, so they are not printed here.
    """

    body: Node
    note: Chain | None = None

    def latex(self) -> str:
        return f"\\underbrace{{{self.body.latex()}}}"


@dataclass(frozen=True)
class At(Node):
    """The value of the body where the conditions hold: ``\\left. f \\right|_{x=3}``."""

    body: Node
    where: Node

    def latex(self) -> str:
        return f"\\left. {self.body.latex()} \\right|_{{{self.where.latex()}}}"


@dataclass(frozen=True)
class Juxtaposed(Node):
    """Factors side by side; the notation decides product or function application."""

    factors: tuple[Node, ...]

    def latex(self) -> str:
        return join([factor.latex() for factor in self.factors])

    @property
    def level(self) -> int:
        return JUXTAPOSED


@dataclass(frozen=True)
class Binary(Node):
    """Two terms with a multiplicative sign between them: ``\\cdot``, ``\\odot``, ``\\times``, ``/``."""

    sign: str
    left: Node
    right: Node

    def latex(self) -> str:
        return f"{self.left.latex()} {self.sign} {self.right.latex()}"

    @property
    def level(self) -> int:
        return TERM


@dataclass(frozen=True)
class Big(Node):
    """An operator that runs over what follows: ``\\sum_{j=1}^{n}``, ``\\prod``, ``\\lim_{h \\to 0}``."""

    sign: str
    below: Node | None
    above: Node | None
    body: Node

    def latex(self) -> str:
        text = self.sign
        if self.below is not None:
            text += f"_{{{self.below.latex()}}}"
        if self.above is not None:
            text += f"^{{{self.above.latex()}}}"
        return join([text, self.body.latex()])

    @property
    def level(self) -> int:
        return TERM


@dataclass(frozen=True)
class Abbreviated(Node):
    """What is written with dots, and the sum, product or matrix that they stand for."""

    shown: Node
    meaning: Node

    def latex(self) -> str:
        return self.shown.latex()

    @property
    def level(self) -> int:
        return self.shown.level

    def children(self) -> Iterator[Node]:
        yield self.meaning


@dataclass(frozen=True)
class Run(Node):
    """A product in the order of its index, as dots mean it: ``W^L W^{L-1} \\cdots W^2``."""

    name: Name
    first: Node
    last: Node
    down: bool
    body: Node

    def latex(self) -> str:
        first, last = self.first.latex(), self.last.latex()
        return f"\\prod_{{{self.name.latex()} = {first}}}^{{{last}}} {self.body.latex()}"


@dataclass(frozen=True)
class Grid(Node):
    """A matrix whose entries are one expression in their row and their column."""

    row: Name
    first_row: Node
    last_row: Node
    column: Name
    first_column: Node
    last_column: Node
    body: Node

    def latex(self) -> str:
        return f"({self.body.latex()})_{{{self.row.latex()} {self.column.latex()}}}"


@dataclass(frozen=True)
class Negative(Node):
    """A term with a minus before it."""

    body: Node

    def latex(self) -> str:
        return f"-{self.body.latex()}"

    @property
    def level(self) -> int:
        return ADDITIVE


@dataclass(frozen=True)
class Signed(Node):
    r"""A term with both signs: ``\pm x``, and ``\mp x`` with the other one first."""

    mark: str
    body: Node

    def latex(self) -> str:
        return f"{self.mark} {self.body.latex()}"

    @property
    def level(self) -> int:
        return ADDITIVE


@dataclass(frozen=True)
class Differential(Node):
    r"""The change of a whole expression, to first order: ``\mathrm{d}(A X)``."""

    body: Node

    def latex(self) -> str:
        return f"\\mathrm{{d}}({self.body.latex()})"


@dataclass(frozen=True)
class Plus(Node):
    """A sum of terms; a subtracted one is a Negative."""

    terms: tuple[Node, ...]

    def latex(self) -> str:
        text = self.terms[0].latex()
        for term in self.terms[1:]:
            if isinstance(term, Signed):
                text += f" {term.latex()}"
            else:
                text += f" - {term.body.latex()}" if isinstance(term, Negative) else f" + {term.latex()}"
        return text

    @property
    def level(self) -> int:
        return ADDITIVE


@dataclass(frozen=True)
class Step(Node):
    """One step of a chain: a relation and its right side."""

    sign: str
    right: Node

    def latex(self) -> str:
        return f"{self.sign} {self.right.latex()}"


@dataclass(frozen=True)
class Chain(Node):
    """An expression and the relations that follow: ``A = B \\le C``; every step is a claim."""

    first: Node
    steps: tuple[Step, ...] = ()

    def latex(self) -> str:
        return " ".join([self.first.latex(), *(step.latex() for step in self.steps)])

    @property
    def level(self) -> int:
        return ADDITIVE


@dataclass(frozen=True)
class Range(Node):
    """The values that an index takes: ``l = 2, \\dots, L``; without bounds: all that make sense."""

    name: Name
    first: Node | None = None
    last: Node | None = None

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
            text += f" \\quad \\text{{for }} {part.latex()}"
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
