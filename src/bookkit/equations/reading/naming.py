r"""Names of more than a letter: ``f_c(x)``, ``\tilde{J}(w)``, ``D(p \| q)``, ``f(x_1, x_2)``, ``\sigma^2``.

What a page defines under such a name is one name from there on: `named` writes it as one, in the line that
defines it and in every later one, so that nothing else needs to know how many parts it has.

A bar between arguments belongs to the name of the function, so that ``H(p \| q)`` and ``H(p, q)`` are two.
Where a page defines ``\sigma^2``, as books do with a variance, ``\sigma`` is its root; a letter of layers has
no squares, since ``w^2`` is that of layer 2.
"""

from __future__ import annotations

import itertools
from functools import lru_cache

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.alphabet import EXTREMES
from bookkit.equations.reading.conditions import STATISTICS, is_letter
from bookkit.equations.reading.context import Context, Definition, name_of
from bookkit.equations.reading.jacobian_names import as_one_name, function_of_jacobian
from bookkit.equations.reading.parse import parse
from bookkit.equations.reading.products import operator_in
from bookkit.equations.reading.rewriting import rebuilt
from bookkit.equations.reading.scripts import is_label
from bookkit.notations.table import Notation
from bookkit.values.errors import EquationError

DEFINES = "\\coloneqq"
BAR = "\\mid"
SQUARE = t.Number("2")


def named(
    tree: t.Tree, context: Context, notation: Notation | None = None, equals_defines: bool = False
) -> t.Tree:
    """The tree with every name of the page's own as one name; EquationError for a bar that is in none."""
    symbols = notation.by_base if notation is not None else {}
    layered = frozenset(name for name, symbol in symbols.items() if symbol.layered)
    chance = notation is not None and notation.has_chance
    meant = frozenset(name.latex() for name in STATISTICS if chance and name.latex() not in symbols)
    known = context
    statements = []
    for whole in tree.statements:
        for statement in _function_first(whole, known, notation) if equals_defines else (whole,):
            new: t.Statement = _Namer(known, layered, meant, notation).statement(statement, equals_defines)
            statements.append(new)
            known = _with_names(known, new, equals_defines)
    alike = zip(statements, tree.statements, strict=False)
    if len(statements) == len(tree.statements) and all(new is old for new, old in alike):
        return tree
    found: t.Tree = tree.with_(statements=tuple(statements))
    return found


def _function_first(
    whole: t.Statement, context: Context, notation: Notation | None
) -> tuple[t.Statement, ...]:
    """``y = f(x_1, x_2) = x_1 x_2`` as two lines, of which the first defines the function."""
    first, steps = whole.chain.first, whole.chain.steps
    found = parts_of(steps[0].right) if len(steps) > 1 else None
    if found is None or steps[0].sign not in (DEFINES, "=") or steps[1].sign not in (DEFINES, "="):
        return (whole,)
    name, letters = _name_of(*found), all(is_letter(item) for item in found[1].items)
    head = found[0].base if isinstance(found[0], t.Scripted) else found[0]
    symbol = notation.by_base.get(name_of(head)) if notation is not None else None
    tabled = symbol is not None and symbol.draw is None
    tabled = tabled or (notation is not None and name in notation.function)
    if not letters or tabled or context.knows(name) or head in first.walk() or len(found[1].items) < 2:
        return (whole,)
    rest = whole.with_(chain=t.Chain(steps[0].right, steps[1:]))
    return rest, whole.with_(chain=t.Chain(first, steps[:1]))


def _with_names(context: Context, statement: t.Statement, equals_defines: bool) -> Context:
    """What a line adds to the names, so that the next statement of the same formula knows them."""
    left, body = _defined(statement, equals_defines)
    if body is None or left is None:
        return context
    group = left.factors[1] if isinstance(left, t.Juxtaposed) and len(left.factors) == 2 else None
    head = left.factors[0] if isinstance(left, t.Juxtaposed) and isinstance(group, t.Group) else left
    if not isinstance(head, t.Name) or context.knows(head.text):
        return context
    arguments = tuple(item.latex() for item in group.items) if isinstance(group, t.Group) else None
    return context.define(Definition(head.text, SQUARE, arguments=arguments))


def _defined(statement: t.Statement, equals_defines: bool) -> tuple[t.Node | None, t.Node | None]:
    """The left and the right side of a line that defines."""
    steps = statement.chain.steps
    if not steps or steps[0].sign not in ((DEFINES, "=") if equals_defines else (DEFINES,)):
        return None, None
    return statement.chain.first, steps[0].right


def parts_of(node: t.Node) -> tuple[t.Node, t.Group] | None:
    """The head of a function and its arguments, of what has the form of one: ``f_c(x)``."""
    if not isinstance(node, t.Juxtaposed) or len(node.factors) != 2:
        return None
    head, group = node.factors
    base = head.base if isinstance(head, t.Scripted) else head
    letter = isinstance(base, (t.Name, t.Word, t.Accent)) and base.latex().removeprefix("\\") not in EXTREMES
    return (head, group) if letter and isinstance(group, t.Group) and group.opening in ("(", "[") else None


def _name_of(head: t.Node, group: t.Group | None) -> str:
    """The one name of a function: its letter with its scripts, and a bar where its arguments have one."""
    text = head.text if isinstance(head, t.Word) else head.latex()
    return f"{text} {BAR}_{group.parted}" if group is not None and group.parted else text


@lru_cache(maxsize=64)
def _letter_of(square: str) -> t.Node:
    r"""The letter whose square has a name: ``\sigma_B`` of ``\sigma_B^2``."""
    node = parse(square).statements[0].chain.first
    assert isinstance(node, t.Scripted)
    return node.with_(sup=None) if node.sub is not None else node.base


class _Namer:
    """Writes names as one name, by what the page has defined."""

    def __init__(
        self,
        context: Context,
        layered: frozenset[str],
        meant: frozenset[str],
        notation: Notation | None = None,
    ) -> None:
        self.context, self.notation = context, notation
        self.meant = meant  # names that no line can define, such as that of the mean
        self.layered = layered  # letters whose superscript is a layer
        self.renamed: dict[t.Node, t.Name] = {}  # arguments of the function that is being defined
        self.squares: dict[t.Node, t.Name] = {}  # ``\sigma`` by its square
        self.new: str | None = None  # the function that is being defined
        self.letter: t.Node | None = None  # what the line defines, without arguments

    def statement(self, statement: t.Statement, equals_defines: bool) -> t.Statement:
        left, body = _defined(statement, equals_defines)
        for definition in self.context.definitions:
            self.note_square(definition.name)
        if left is not None and body is not None:
            self.note(left, body, statement)
            self.letter = left.factors[0] if isinstance(left, t.Juxtaposed) else left
        if not (self.context.definitions or self.letter or self.renamed or self.squares) and not any(
            isinstance(part, t.Group) and part.parted for part in statement.walk()
        ):
            return statement
        new: t.Statement = rebuilt(statement, self.node)
        for part in new.walk():
            if isinstance(part, t.Group) and part.parted:
                raise EquationError(
                    f"{part.latex()}: a bar in brackets is read where the page has defined such a function,"
                    " D(p \\| q) \\coloneqq …"
                )
        return new

    def note(self, left: t.Node, body: t.Node, statement: t.Statement) -> None:
        """What the line defines: a function by a long name, one of long arguments, or a square.

        A line whose other side or condition names the letter itself, ``y^2 = y``, speaks of a known letter.
        """
        if isinstance(left, t.Scripted) and left.sup == SQUARE and not left.primes:
            if isinstance(left.base, (t.Name, t.Accent)) and not self.context.knows(left.base.latex()):
                itself = [part for node in (body, *statement.conditions) for part in node.walk()]
                if left.sub is not None or left.base not in itself:
                    self.square(left)
            return
        if (found := parts_of(left)) is None:
            return
        head, group = found
        if isinstance(head, t.Scripted) and (head.primes or not (head.sup is None or is_label(head.sup))):
            return
        if operator_in(head) is not None or head.latex() in self.meant:
            return
        if self.notation is not None and function_of_jacobian(head, self.notation, self.context):
            return
        self.new = _name_of(head, group)
        for item in group.items:
            if isinstance(item, t.Scripted) and item.sup == SQUARE and not item.primes:
                self.square(item)
            elif isinstance(item, t.Accent) or (
                isinstance(item, t.Scripted) and not item.primes and item.sup is None
            ):
                self.renamed[item] = t.Name(item.latex())

    def square(self, node: t.Scripted) -> None:
        if node.base.latex() not in self.layered:
            self.squares[node.with_(sup=None) if node.sub is not None else node.base] = t.Name(node.latex())

    def note_square(self, name: str) -> None:
        r"""``\sigma_{B}^{2}`` is the name of a square that the page has defined."""
        if name.endswith("^{2}"):
            letter = _letter_of(name)
            base = letter.base if isinstance(letter, t.Scripted) else letter
            if base.latex() not in self.layered:
                self.squares[letter] = t.Name(name)

    # --- writing one name -----------------------------------------------------------------------------

    def node(self, node: t.Node) -> t.Node:
        if isinstance(node, t.Juxtaposed):
            return self.applied(node)
        if isinstance(node, (t.Scripted, t.Accent)):
            return self.scripted(node)
        if isinstance(node, t.Name) and node in self.squares:
            return t.Root(self.squares[node])
        return node

    def is_function(self, name: str) -> bool:
        definition = self.context.find(name)
        return name == self.new or (definition is not None and definition.arguments is not None)

    def applied(self, node: t.Juxtaposed) -> t.Node:
        """Heads of functions before their brackets."""
        found = list(node.factors)
        for place, (head, group) in enumerate(itertools.pairwise(tuple(found))):
            inner = group.base if isinstance(group, t.Scripted) else group
            if not isinstance(inner, t.Group):
                continue
            if (letter := self.under_root(head)) is not None:
                found[place] = letter  # \sigma(z) is no root
                continue
            base = head.with_(primes=0) if isinstance(head, t.Scripted) and head.primes else head
            bare = isinstance(base, t.Scripted) and base.sub is None and not is_label(base.sup)
            plain = base.base if isinstance(base, t.Scripted) and bare else base
            name = _name_of(plain, inner)
            if not isinstance(plain, (t.Name, t.Word, t.Accent, t.Scripted)) or not self.is_function(name):
                continue
            if inner.parted:
                whole = inner.with_(parted=0)
                found[place + 1] = group.with_(base=whole) if isinstance(group, t.Scripted) else whole
            if name != getattr(plain, "text", ""):
                new = t.Name(name)
                found[place] = (
                    t.Scripted(new, head.primes) if isinstance(head, t.Scripted) and head.primes else new
                )
        return node if tuple(found) == node.factors else t.Juxtaposed(tuple(found))

    def under_root(self, node: t.Node) -> t.Node | None:
        """The letter that has been written as the root of its square."""
        if not isinstance(node, t.Root):
            return None
        return next((letter for letter, name in self.squares.items() if name == node.body), None)

    def scripted(self, node: t.Scripted | t.Accent) -> t.Node:
        if node in self.renamed:
            return self.renamed[node]
        if self.notation is not None and (
            jacobian := as_one_name(node, self.notation, self.context, self.letter)
        ):
            return jacobian
        if (letter := self.under_root(node.base)) is not None:  # the base has been rewritten already
            node = node.with_(base=letter)
        if isinstance(node, t.Accent):
            return t.Name(node.latex()) if self.is_function(node.latex()) else node
        whole = node.with_(sup=None, primes=0) if node.sub is not None else node.base
        if whole in self.renamed:
            name = self.renamed[whole]
            return name if node.sup is None else t.Scripted(name, node.primes, None, node.sup)
        if whole in self.squares:
            name = self.squares[whole]
            if node.sup == SQUARE:
                return name
            if isinstance(node.sup, t.Number) and node.sup.text.isdigit() and int(node.sup.text) % 2 == 0:
                square = t.Group("(", (name,), ")")  # so \\sigma^4 has a value where the square is negative
                return t.Scripted(square, 0, None, t.Number(str(int(node.sup.text) // 2)))
            return t.Root(name) if node.sup is None else t.Scripted(t.Root(name), 0, None, node.sup)
        if node.sub is not None and self.is_function(whole.latex()):
            head = t.Name(whole.latex())
            return head if not node.primes and node.sup is None else node.with_(base=head, sub=None)
        return node
