"""A page's proof: the verdicts on its equations, on its numbers, and on what only looks like either."""

from __future__ import annotations

import multiprocessing
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tqdm import tqdm

from bookkit.equations.judging.verdict import Claim, Verdict
from bookkit.equations.page import USUAL_NOTATION, checker_fingerprint
from bookkit.equations.reading.directives import NOTATION, directives, value_of
from bookkit.keeping import reads
from bookkit.keeping.cache import Cache, fingerprint
from bookkit.numbers.evidence import code_shown
from bookkit.numbers.judging import NumberVerdict
from bookkit.pages.source import Equation, Fault, Page, PageError, read_page
from bookkit.proof.judging import judge_page
from bookkit.proof.plain import hidden
from bookkit.proof.prose import check_numbers
from bookkit.proof.refuted import Refutation
from bookkit.seeing.parts import Seen
from bookkit.seeing.seen import look_at
from bookkit.side_by_side import size_of


@dataclass(frozen=True)
class Proof:
    """The findings about one page.

    `marked` are texts that the author says are no mathematics, with lines; `refuted` is what refutes the
    formulas that the page shows as wrong, by their places among the equations.
    """

    page: Page
    equations: tuple[tuple[Equation, Verdict], ...]
    numbers: tuple[NumberVerdict, ...]
    remarks: tuple[Fault, ...] = ()
    marked: tuple[tuple[str, int], ...] = ()
    refuted: Mapping[int, Refutation] = field(default_factory=dict)

    @property
    def faults(self) -> list[tuple[int, str]]:
        """Line and message of everything that is false or cannot be judged."""
        found = [
            (equation.line, f"{equation.latex}\n{verdict.message}")
            for equation, verdict in self.equations
            if verdict.status in ("false", "error")
        ]
        found += [(number.line, number.message) for number in self.numbers if number.status == "false"]
        found += [(remark.line, remark.message) for remark in self.remarks]
        return sorted(found)


_judged = Cache("proofs")
# A page's content, its proof, and what was read for it.
_of_this_build: dict[Path, tuple[bytes, Proof, dict[str, int]]] = {}


def proofread(path: Path) -> Proof:
    """Judge a page's equations and numbers; within one build, once.

    Raises PageError where the page cannot be read or includes a listing that does not exist.
    """
    known = _of_this_build.get(path)
    if known is not None and path.is_file() and known[0] == path.read_bytes():
        reads.note(known[2])
        return known[1]
    page = read_page(path)
    seen = look_at(page)
    judged, numbers = judge_page(page), tuple(check_numbers(page, seen))
    if not _is_judged(path):
        _judged.put(_key(path), "judged")  # whoever judged it, the next build need not begin with it
    return Proof(page, judged.equations, numbers, tuple(remarks(page, seen)), seen.verbatim, judged.refuted)


def remarks(page: Page, seen: Seen) -> list[Fault]:
    """What is wrong beside equations and numbers: what was overlooked, and mathematics that is no formula."""
    shown = "\n".join(code for _, code, _, _ in code_shown(page))
    return sorted({*page.faults, *seen.faults, *hidden(page, seen, shown)}, key=lambda fault: fault.line)


def is_equation(verdict: Verdict) -> bool:
    """Tell whether a formula has a relation: it claims or defines something, and does not only name it."""
    return verdict.status != "true" or bool(verdict.claims)


def claims_of(verdict: Verdict) -> list[Claim]:
    """Return what an equation claims; what it defines is taken at its word."""
    return [claim for claim in verdict.claims if claim.kind != "\\coloneqq"]


def notation_of(page: Page, equation: Equation) -> str:
    """Return the name of the table that an equation is read with."""
    own = value_of(directives(equation.latex), NOTATION)
    return own or str(page.front_matter.get("notation", USUAL_NOTATION))


def proofread_all(paths: Sequence[Path], progress: bool = False, processes: int = 2) -> list[Proof]:
    """Judge pages at the beginning of a build; those not judged before in processes of their own."""
    _of_this_build.clear()
    cold = [path for path in paths if not _is_judged(path)]
    if len(cold) > 1:
        context = multiprocessing.get_context("spawn")  # a server's threads do not survive a fork
        with ProcessPoolExecutor(processes, mp_context=context) as pool:
            cold.sort(key=size_of, reverse=True)  # so that no long page is left for one process to end alone
            found = pool.map(_judge, cold)
            list(tqdm(found, desc="Checking equations", total=len(cold), disable=not progress, leave=False))
    proofs = []
    for path in paths:
        with reads.noted() as read:
            proofs.append(proofread(path))
        _of_this_build[path] = (path.read_bytes(), proofs[-1], read)
    return proofs


def _key(path: Path) -> str:
    return fingerprint(path.read_bytes(), checker_fingerprint())


def _is_judged(path: Path) -> bool:
    """Tell whether the verdicts on a page's equations are kept."""
    return _judged.get(_key(path)) is not None


def _judge(path: Path) -> None:
    """Judge a page's equations and look at it as readers do, so that both are kept."""
    with suppress(PageError):  # which is raised again, and said, where the page is proof-read
        page = read_page(path)
        judge_page(page)
        look_at(page)
