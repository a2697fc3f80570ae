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
    """Whether a condition is only about what a definition is made from: arguments, and letters that are free.

    Not so where it names what is defined, or something that the page has made: that may be a claim.
    """
    if not chain.steps or any(step.sign not in SIGNS for step in chain.steps):
        return False
    made_from = set(right.walk())
    arguments: set[t.Node] = set()
    if isinstance(left, t.Juxtaposed):
        head, group = left.factors[0], left.factors[-1]
        arguments = set(group.items) if isinstance(group, t.Group) else set()
    else:
        head = left
    if not isinstance(head, (t.Name, t.Word, t.Accent)) or head in chain.walk():
        return False
    about = False
    for part in (chain.first, *(step.right for step in chain.steps)):
        for node in part.walk():
            if not isinstance(node, _SIDE):
                return False
            if isinstance(node, (t.Name, t.Accent)) and node.latex() not in _CONSTANTS:
                if node not in arguments and not (case.is_free(node) and node in made_from):
                    return False
                about = True
    return about


def is_restricted(case: Case, statement: t.Statement, left: t.Node, right: t.Node) -> bool:
    """Whether all conditions of a line say no more than for which values it defines."""
    return bool(statement.conditions) and all(
        isinstance(chain, t.Chain) and is_domain(case, left, right, chain) for chain in statement.conditions
    )


def within(statement: t.Statement, right: t.Node) -> t.Node:
    """What a line defines, where its conditions hold; elsewhere it has no value."""
    for chain in statement.conditions:
        if not (len(chain.steps) == 1 and chain.steps[0] == t.Step("\\in", REALS)):
            right = t.Cases(((right, chain),), partial=True)
    return right


def gone_on(case: Case, statement: t.Statement, left: t.Node, right: t.Node) -> Definition | None:
    """What the page has defined for some values, with a line that says what it is for others.

    Where both lines say something of the same value, the second one claims, and nothing is found here.
    """
    head = left
    if isinstance(left, t.Juxtaposed):
        head, group = left.factors[0], left.factors[-1]
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
