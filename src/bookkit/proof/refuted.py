r"""Wrong forms: formulas that a page shows in order to refute them, ``% refuted: what is wrong``.

The same judge reads them. One that it does not refute, because it holds or because it cannot be read, is an
error; of the others, the counter-example is shown. What comes after one on its page knows nothing of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bookkit.equations.judging.verdict import Verdict
from bookkit.equations.reading.directives import REFUTED
from bookkit.pages.source import Equation, Page
from bookkit.proof.unlabelled import is_unlabelled

_SIZES = re.compile(r"\d+ × \d+.*\d+ × \d+|counts to \d+ and to \d+")
_NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?:e[-+]?\d+)?(?![\w.])")
_FEW, _MORE = 3, 6  # digits
_NOTHING = 1e-9  # beside the numbers that it stands with


@dataclass(frozen=True)
class Refutation:
    """Why a formula is wrong: in the author's words, and in numbers that are the same on every machine.

    Either `note` says it in words, such as which sizes do not fit; or `values` are those of the symbols, and
    `left` and `right` those of the two sides, each beside its LaTeX.
    """

    reason: str
    values: tuple[tuple[str, str], ...] = ()
    left: tuple[str, str] = ("", "")
    right: tuple[str, str] = ("", "")
    note: str = ""


def is_wrong_form(equation: Equation) -> bool:
    """Tell whether a page shows a formula in order to refute it."""
    return REFUTED.search(equation.latex) is not None


def reason_of(equation: Equation) -> str:
    """Return what the author says is wrong with a wrong form; nothing for any other formula."""
    mark = REFUTED.search(equation.latex)
    return mark["reason"] if mark and mark["colon"] else ""


def without_wrong_forms(page: Page) -> Page:
    """Return a page as if it showed only what it claims."""
    return replace(page, equations=tuple(e for e in page.equations if _is_claimed(e)))


def _is_claimed(equation: Equation) -> bool:
    return not is_wrong_form(equation) and not is_unlabelled(equation)


def refutation(reason: str, verdict: Verdict) -> Refutation | str:
    """Return what refutes a wrong form by the verdict on it, or why nothing does."""
    if verdict.reason and not verdict.claims:
        return f"shown as wrong, but not refuted, since it cannot be judged: {verdict.reason}"
    if len(verdict.claims) != 1 or verdict.claims[0].kind == "\\coloneqq":
        return "a wrong form makes one claim and defines nothing, so that it is plain what is refuted"
    claim = verdict.claims[0]
    if claim.status == "true":
        return "shown as wrong, but it is right: it held in every draw"
    if claim.status == "error" and _SIZES.search(claim.reason):
        return Refutation(reason, note=claim.reason)
    found = claim.counterexample
    if claim.status == "false" and found is None and claim.reason:
        return Refutation(reason, note=_short(claim.reason, _scale(claim.reason), _FEW))
    if claim.status != "false" or found is None:
        return f"shown as wrong, but not refuted: {claim.reason or claim.status}"
    note = claim.reason.partition(":")[0] if claim.kind == "\\leftarrow" else ""
    left, right = _sides(found.left, found.right)
    return Refutation(
        reason,
        tuple((name, _short(value, _scale(value), _FEW)) for name, value in found.values),
        (found.left_latex, left),
        (found.right_latex, right),
        note,
    )


def _sides(left: str, right: str) -> tuple[str, str]:
    """Both sides with few digits, and with more where few do not tell them apart."""
    scale = max(_scale(left), _scale(right))
    few = _short(left, scale, _FEW), _short(right, scale, _FEW)
    return few if few[0] != few[1] else (_short(left, scale, _MORE), _short(right, scale, _MORE))


def _scale(text: str) -> float:
    return max((abs(float(number)) for number in _NUMBER.findall(text)), default=0.0)


def _short(text: str, scale: float, digits: int) -> str:
    """A text with its numbers rounded; what is nothing but rounding beside the others is 0."""

    def rounded(match: re.Match[str]) -> str:
        value = float(match[0])
        return "0" if abs(value) <= _NOTHING * scale else f"{value:.{digits}g}"

    return _NUMBER.sub(rounded, text)
