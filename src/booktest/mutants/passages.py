"""The equations of a page that can be damaged, and what the page has said before each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bookkit import notations
from bookkit.equations import Context, Tree, parse
from bookkit.equations.page import USUAL_NOTATION, check_page, own_symbols
from bookkit.equations.reading.directives import NOTATION
from bookkit.equations.reading.tree import Name
from bookkit.notations import Notation
from bookkit.notations.declared import REFUSED, TABLE, extended
from bookkit.pages.source import Page
from bookkit.proof.refuted import without_wrong_forms
from booktest.mutants import normal


@dataclass(frozen=True)
class Passage:
    """A checked equation of a page, with what the page has said before it."""

    line: int
    tree: Tree
    notation: Notation
    before: Context


def passages_of(page: Page) -> Iterator[Passage]:
    """The equations of a page that hold; only what is true can be damaged, and not what is shown as wrong."""
    usual = str(page.front_matter.get("notation", USUAL_NOTATION))
    known, symbols = Context(), own_symbols(page)
    for equation, verdict in check_page(without_wrong_forms(page)):
        if verdict.status == "true" and verdict.claims:
            tree = parse(equation.latex)
            own = tree.directive(NOTATION)
            table = extended(notations.get(own or usual), symbols, REFUSED if own in (None, usual) else TABLE)
            yield Passage(equation.line, tree, table, known)
        known = verdict.context


def functions_of(context: Context, tree: Tree) -> frozenset[str]:
    """The names of functions that the page has defined, this equation included."""
    after = {definition.name for definition in context.definitions if definition.arguments is not None}
    for statement in tree.statements:
        if any(step.sign == "\\coloneqq" for step in statement.chain.steps):
            text = statement.chain.first.latex()
            if "(" in text:
                after.add(text.partition("(")[0])
    return frozenset(after)


def numbers_of(passage: Passage) -> frozenset[str]:
    """The names by which the page calls a number: they may change places in a product."""
    found: frozenset[str] = frozenset()
    for item in passage.before.definitions:
        reader = normal.Normal(passage.notation, numbers=found)
        if item.arguments is None and not (item.sub or item.sup) and reader.is_number(item.body):
            found |= {item.name}
    return found


def is_datum(original: Tree, tree: Tree) -> bool:
    """Whether what was damaged is a value that the page gives, which is neither true nor false."""
    changed = [new for old, new in zip(original.statements, tree.statements, strict=True) if old != new]
    return all(
        len(statement.chain.steps) == 1
        and statement.chain.steps[0].sign == "\\coloneqq"
        and not any(isinstance(node, Name) for node in statement.chain.steps[0].right.walk())
        for statement in changed
    )


def free_letters(passage: Passage) -> frozenset[str]:
    """Letters of which the page has said nothing: a claim holds for all their values, so for any name."""
    known = {definition.name for definition in passage.before.definitions}
    known |= {key[0] for key, _ in passage.before.given}
    return frozenset(
        name
        for symbol in passage.notation.symbols
        if symbol.family
        for name in (symbol.base, *symbol.aliases)
        if name not in known
    )
