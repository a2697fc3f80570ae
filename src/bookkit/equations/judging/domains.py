r"""First lines that say for which values they are meant: ``f(x) = x \log x \quad \text{for } x > 0``.

Such a line defines, as it would without the words behind it. It says nothing of other values, so there what
it defines has none: a claim is not judged there, and another line may say how it goes on.
"""

from __future__ import annotations

from dataclasses import replace

from bookkit.equations.judging.case import Case
from bookkit.equations.judging.comparing import ORDER
from bookkit.equations.judging.definitions import definition_of
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Definition

SIGNS = (*ORDER, "\\neq", "\\in")
REALS = t.Name("\\mathbb{R}")
_SIDE = (t.Number, t.Name, t.Accent, t.Scripted, t.Plus, t.Negative, t.Frac, t.Group, t.Bars, t.Root)
DRAWS = 40  # on which two lines could meet
_CONSTANTS = ("\\pi", "\\infty", "\\mathbb{R}")


def is_domain(case: Case, left: t.Node, right: t.Node, chain: t.Chain) -> bool:
    """Whether a condition is only about what a definition is made from, arguments and letters that are free.

    Not so where it names what is defined, or something that the page has made: that may be a claim.
    """
    if not chain.steps or any(step.sign not in SIGNS for step in chain.steps):
        return False
    head, group = _head(left)
    arguments = set(group.items) if isinstance(group, t.Group) else set()
    if not isinstance(head, (t.Name, t.Word, t.Accent)) or head in chain.walk():
        return False
    if is_everywhere(chain):
        return chain.first in arguments
    parts = [part for part in chain.walk() if not isinstance(part, (t.Chain, t.Step))]
    if not all(isinstance(part, _SIDE) for part in parts):
        return False
    named = (part for part in parts if isinstance(part, (t.Name, t.Accent)))
    letters = {part for part in named if part.latex() not in _CONSTANTS}
    free = all(letter in arguments or case.is_free(letter) for letter in letters)
    return free and bool(letters & (arguments | set(right.walk())))


def _head(left: t.Node) -> tuple[t.Node, t.Node | None]:
    """What is defined, and what stands last behind it: the arguments, where it is a function of some."""
    return (left.factors[0], left.factors[-1]) if isinstance(left, t.Juxtaposed) else (left, None)


def is_everywhere(chain: t.Chain) -> bool:
    r"""Whether a condition says no more than how large a letter is: ``x \in \mathbb{R}^n``."""
    into = chain.steps[0].right if len(chain.steps) == 1 and chain.steps[0].sign == "\\in" else None
    return (into.base if isinstance(into, t.Scripted) else into) == REALS


def is_restricted(case: Case, statement: t.Statement, left: t.Node, right: t.Node) -> bool:
    """Whether all conditions of a line say no more than for which values it defines."""
    return bool(statement.conditions) and all(
        isinstance(chain, t.Chain) and is_domain(case, left, right, chain) for chain in statement.conditions
    )


def is_about(statement: t.Statement, left: t.Node) -> bool:
    """Whether a condition names what stands on the left, which it then knows already."""
    head, _ = _head(left)
    return any(part == head for chain in statement.conditions for part in chain.walk())


def within(statement: t.Statement, right: t.Node) -> t.Node:
    """What a line defines, where its conditions hold; elsewhere it has no value."""
    for chain in statement.conditions:
        if not is_everywhere(chain):
            right = t.Cases(((right, chain),), partial=True)
    return right


def gone_on(case: Case, statement: t.Statement, left: t.Node, right: t.Node) -> Definition | None:
    """What the page has defined for some values, with a line that says what it is for others.

    Where both lines say something of the same value, the second one claims, and nothing is found here.
    """
    head, group = _head(left)
    if isinstance(left, t.Juxtaposed):
        of_letters = isinstance(group, t.Group) and all(isinstance(item, t.Name) for item in group.items)
        if len(left.factors) != 2 or not of_letters:
            return None
    if not isinstance(head, (t.Name, t.Word, t.Accent)):
        return None
    known = case.context.find(head.text if isinstance(head, (t.Name, t.Word)) else head.latex())
    if known is None or not is_partial(known) or not is_restricted(case, statement, left, right):
        return None
    more = definition_of(case, left, within(statement, right))
    if more.arguments != known.arguments or not is_partial(more):
        return None
    trial = case.trial(left, "=", right, statement)
    if any(trial.run(trial.instance(number)).valid for number in range(DRAWS)):
        return None
    assert isinstance(known.body, t.Cases)
    assert isinstance(more.body, t.Cases)
    return replace(known, body=t.Cases((*known.body.rows, *more.body.rows), partial=True))


def is_partial(definition: Definition) -> bool:
    """Whether the page has said what it defines for some values only."""
    return isinstance(definition.body, t.Cases) and definition.body.partial
