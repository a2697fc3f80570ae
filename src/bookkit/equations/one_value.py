r"""One value of a function in another book, "we have ``h(a) = 4``, where ``a = 2``", makes it not constant.

``h(a) = 4`` reads as the definition of a constant function. Where the page says what a is only further down,
it may be one value, and ``h(5) = 4`` is not known: nothing that names h is judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bookkit.equations.further_down import first_said
from bookkit.equations.reading.context import Context, Definition
from bookkit.equations.reading.parse import parse
from bookkit.equations.written_values import Judged


def left_open(found: Sequence[Judged], before: Sequence[Context]) -> list[Judged]:
    """Verdicts on a page's equations, in which nothing hangs on a value that may be one of many."""
    kept = list(found)
    for place, definition, name, line in _values_at_one_place(found, before):
        reason = (
            f"line {line} says something of {name}, so {definition.name} may have been given one value only,"
            f" for this {name}, or be the same everywhere; define a function with a letter that is used for"
            " nothing else"
        )
        for at in range(place, len(found)):
            equation, verdict = kept[at]
            known = before[at] if at > place else verdict.context
            if verdict.status in ("unchecked", "error") or known.find(definition.name) != definition:
                continue
            statements = parse(equation.latex).statements
            if any(known.named_in(statement, {definition.name}) for statement in statements):
                kept[at] = equation, replace(verdict, status="error", claims=(), reason=reason)
    return kept


def _values_at_one_place(
    found: Sequence[Judged], before: Sequence[Context]
) -> Iterator[tuple[int, Definition, str, int]]:
    """The functions that do not name an argument of which the page says later what it is, and where."""
    for place, ((_, verdict), known) in enumerate(zip(found, before, strict=True)):
        for definition in verdict.context.definitions:
            idle = [name for name in definition.arguments or () if name not in definition.named]
            if not idle or definition == known.find(definition.name):
                continue
            lines = {name: said.line for name, said in first_said(found[place:], known).items()}
            doubted = {doubt.name for doubt in known.doubted}
            for equation, later in reversed(found[place:]):  # "f(a) = 3 for some a > 0"
                more = {doubt.name for doubt in later.context.doubted} - doubted
                lines |= dict.fromkeys(more & set(idle), equation.line)
            if name := next((name for name in idle if name in lines), ""):
                yield place, definition, name, lines[name]
