"""What the proof of a page came to, as the book tells it of all its pages; kept, so that a change of one page
does not have all others judged once more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bookkit.equations.page import own_symbols
from bookkit.pages import kept
from bookkit.proof.page import Proof, claims_of, is_equation, proofread


@dataclass(frozen=True)
class Findings:
    """How many equations, claims, draws and numbers were checked, how many formulas are shown as wrong, and
    how many claims are known how strongly; lines and reasons of exempt equations; symbols of the page's own;
    lines and texts of what its author has marked as data or as no mathematics, and why all code is quoted.
    """

    checked: int
    claims: int
    draws: int
    wrong: int
    numbers: int
    grades: dict[str, int]
    exempt: tuple[tuple[int, str], ...]
    symbols: dict[str, str]
    given: tuple[tuple[int, str], ...]
    marked: tuple[tuple[int, str], ...]
    quoted_code: str


def summary(proof: Proof) -> Findings:
    """Return what a proof came to."""
    claims = [claims_of(v) for _, v in proof.equations if v.status == "true" and is_equation(v)]
    return Findings(
        checked=len(claims),
        claims=sum(map(len, claims)),
        draws=sum(claim.draws for found in claims for claim in found),
        wrong=len(proof.refuted),
        numbers=len(proof.numbers),
        grades=dict(Counter(claim.grade for found in claims for claim in found)),
        exempt=tuple((eq.line, v.reason) for eq, v in proof.equations if v.status == "unchecked"),
        symbols=dict(own_symbols(proof.page)),
        given=tuple((number.line, number.text) for number in proof.numbers if number.status == "given"),
        marked=tuple((line, text) for text, line in proof.marked),
        quoted_code=str(proof.page.front_matter.get("quoted_code") or ""),
    )


def findings_of(paths: Sequence[Path]) -> list[Findings]:
    """Return what the proofs of pages came to; those are judged that have changed, or what they show has."""
    store = kept.Store("findings", kept.surroundings())
    return [_of_page(path, store) for path in paths]


def _of_page(path: Path, store: kept.Store) -> Findings:
    known = store.find(path)
    if known is not None:
        return _restored(known)
    with store.making() as making:
        found = summary(proofread(path))
    store.keep(path, lambda: asdict(found), making)
    return found


def _restored(known: dict[str, Any]) -> Findings:
    pairs = {
        name: tuple((line, text) for line, text in known[name]) for name in ("exempt", "given", "marked")
    }
    return Findings(**known | pairs)
