"""The equations of a page, be it of this book or another: the verdicts on what it claims, and on what it only
shows, as a wrong form or as a riddle.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bookkit.equations.judging.verdict import Claim, Verdict
from bookkit.equations.page import check_page
from bookkit.equations.reading.directives import REFUTED
from bookkit.pages.source import Equation, Page
from bookkit.programs import labs
from bookkit.proof.refuted import Refutation, is_wrong_form, reason_of, refutation, without_wrong_forms
from bookkit.proof.unlabelled import is_unlabelled, unanswered

KIND = "refuted"  # of the one claim of a wrong form: that it is wrong


@dataclass(frozen=True)
class Judged:
    """The verdicts on a page's equations, and by their places what refutes the wrong forms among them."""

    equations: tuple[tuple[Equation, Verdict], ...]
    refuted: Mapping[int, Refutation]


def judge_page(page: Page, check: Callable[[Page], list[tuple[Equation, Verdict]]] = check_page) -> Judged:
    """Judge what a page claims, refute what it shows as wrong, and see that its riddles are answered."""
    verdicts = iter(check(without_wrong_forms(page)))
    before: list[Equation] = []
    pairs: list[tuple[Equation, Verdict]] = []
    refuted: dict[int, Refutation] = {}
    for place, equation in enumerate(page.equations):
        if is_unlabelled(equation):
            fault = unanswered(page, place)
            pairs.append((equation, Verdict("error", reason=fault) if fault else Verdict("true")))
            continue
        if not is_wrong_form(equation):
            before.append(equation)
            pairs.append(next(verdicts))
            continue
        found = _refute(replace(page, equations=tuple(before)), equation, check)
        if isinstance(found, str):
            pairs.append((equation, Verdict("error", reason=found)))
        else:
            refuted[place] = found
            pairs.append((equation, Verdict("true", (Claim(equation.latex, KIND, "true"),))))
    return Judged(tuple(pairs), refuted)


def _refute(
    before: Page, equation: Equation, check: Callable[[Page], list[tuple[Equation, Verdict]]]
) -> Refutation | str:
    """What refutes a wrong form, or what is wrong with showing it as one."""
    reason = reason_of(equation)
    if not reason:
        return "% refuted: needs a reason, in a few words: what is wrong with the formula"
    if labs.is_lab(before.path) or not equation.display:
        return "a wrong form takes lines of its own, between $$ and $$, on a page that is no lab"
    if equation.label or equation.tag:
        return "a wrong form has no label and no tag: it is no equation of the book"
    bare = replace(equation, latex=REFUTED.sub("", equation.latex).strip())
    *_, (_, verdict) = check(replace(before, equations=(*before.equations, bare)))
    return refutation(reason, verdict)
