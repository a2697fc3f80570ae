"""Riddles: formulas that a page shows without saying whether they are right, ``% unlabelled``.

Such a formula claims nothing where it stands, so no mark gives it away. Further down, the page has to say
what it is: the same formula once more, as a claim that is judged or as a wrong form that is refuted.
"""

from __future__ import annotations

from bookkit.equations.reading.directives import UNLABELLED, without_remarks
from bookkit.pages.source import Equation, Page
from bookkit.programs import labs


def is_unlabelled(equation: Equation) -> bool:
    """Tell whether a page leaves it to its readers to say whether a formula is right."""
    return UNLABELLED.search(equation.latex) is not None


def unanswered(page: Page, place: int) -> str | None:
    """Return what is wrong with showing a formula unlabelled; None if a later one says what it is."""
    riddle = page.equations[place]
    mark = UNLABELLED.search(riddle.latex)
    if mark is None or mark["rest"]:
        return "% unlabelled takes no reason: whether the formula is right is said further down"
    if labs.is_lab(page.path) or not riddle.display:
        return "an unlabelled formula takes lines of its own, between $$ and $$, on a page that is no lab"
    if riddle.label or riddle.tag:
        return "an unlabelled formula has no label and no tag: it is no equation of the book"
    later = [e for e in page.equations[place + 1 :] if not is_unlabelled(e)]
    if not any(without_remarks(e.latex) == without_remarks(riddle.latex) for e in later):
        return "shown unlabelled, but never answered: further down, claim the same formula or refute it"
    return None
