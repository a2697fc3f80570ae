"""What is done with the parts of a formula: fractions, sums, derivatives, and the relations between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bookkit.equations.reading.nodes import ADDITIVE, JUXTAPOSED, TERM, Name, Node, join


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
    the operator ``\\frac{d}{dz}``. A light one is written ``\\partial_z``.
    """

    sign: str
    of: Node | None
    by: tuple[Node, ...]
    light: bool = False

    def latex(self) -> str:
        if self.light:
            signs = [f"{self.sign}_{{{item.latex()}}}" for item in self.by]
            return join([*signs, *([] if self.of is None else [self.of.latex()])])
        order = f"^{{{len(self.by)}}}" if len(self.by) > 1 else ""
        top = join([self.sign + order, *([] if self.of is None else [self.of.latex()])])
        if len(self.by) > 1 and isinstance(self.by[0], Name) and len(set(self.by)) == 1:
            bottom = join([self.sign, f"{self.by[0].latex()}{order}"])
        else:
            bottom = join([join([self.sign, item.latex()]) for item in self.by])
        return f"\\frac{{{top}}}{{{bottom}}}"


@dataclass(frozen=True)
class Operated(Node):
    """An operator and the product behind it, whose factors have signs before them, or none (``""``)."""

    operator: Derivative
    product: tuple[tuple[str, Node], ...]

    def latex(self) -> str:
        text = self.operator.latex()
        for sign, factor in self.product:
            text = join([text, factor.latex()]) if not sign else f"{text} {sign} {factor.latex()}"
        return text


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
    """A definition by cases; a condition of None means otherwise. Where none applies, a ``partial`` one has
    no value, and nobody has forgotten a case.
    """

    rows: tuple[tuple[Node, Node | None], ...]
    partial: bool = False

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
    """The value of the body where the conditions hold: ``\\left. f \\right|_{x=3}``, or with a bar only.

    With ``upto``, it is by how much the value changes up to there: ``\\left. f \\right|_{0}^{1}``.
    """

    body: Node
    where: Node
    bar: bool = False
    upto: Node | None = None

    def latex(self) -> str:
        above = "" if self.upto is None else f"^{{{self.upto.latex()}}}"
        return f"\\left. {self.body.latex()} \\right|_{{{self.where.latex()}}}{above}"


@dataclass(frozen=True)
class Juxtaposed(Node):
    """Factors side by side; the notation decides product or function application."""

    factors: tuple[Node, ...]

    def latex(self) -> str:
        return join([factor.latex() for factor in self.factors])

    @property
    def level(self) -> int:
        return JUXTAPOSED


def neighbours(node: Node) -> Iterator[tuple[Node, Node]]:
    """Each factor of a product with the one behind it; nothing of what is no product."""
    if isinstance(node, Juxtaposed):
        yield from pairwise(node.factors)


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
