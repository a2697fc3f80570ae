"""A page's proof: what the proof-reader says of each equation and of each number in the text."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tqdm import tqdm

from bookkit.equations.page import check_page, is_checked
from bookkit.equations.verdict import Verdict
from bookkit.paths import shown
from bookkit.prose import NumberVerdict, check_numbers
from bookkit.source import Equation, Page, read_page


@dataclass(frozen=True)
class Proof:
    """The findings about one page; a formula that claims nothing has no verdict."""

    page: Page
    equations: tuple[tuple[Equation, Verdict | None], ...]
    numbers: tuple[NumberVerdict, ...]

    @property
    def faults(self) -> list[tuple[int, str]]:
        """Line and message of everything that is false or cannot be judged."""
        found = [
            (equation.line, f"{equation.latex}\n{verdict.message}")
            for equation, verdict in self.equations
            if verdict is not None and verdict.status in ("false", "error")
        ]
        found += [(number.line, number.message) for number in self.numbers if number.status == "false"]
        return sorted(found)


def proofread(path: Path) -> Proof:
    """Judge a page's equations and numbers, each anew only where something that it depends on changed."""
    return _proofread(path, path.read_bytes())


@lru_cache(maxsize=256)
def _proofread(path: Path, content: bytes) -> Proof:
    page = read_page(path)
    return Proof(page, tuple(check_page(page)), tuple(check_numbers(page)))


def proofread_all(paths: Sequence[Path], progress: bool = False, processes: int = 2) -> list[Proof]:
    """Judge many pages, side by side in processes of their own."""
    cold = [path for path in paths if not is_checked(path)]
    if len(cold) > 1:
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(processes, mp_context=context) as pool:
            found: Iterable[object] = pool.map(_warm, cold)
            list(tqdm(found, desc="Checking equations", total=len(cold), disable=not progress, leave=False))
    return [proofread(path) for path in paths]


def _warm(path: Path) -> None:
    """Judge a page so that the results are kept; a malformed page is reported where it is read."""
    check_page(read_page(path))


__all__ = ["Proof", "proofread", "proofread_all", "shown"]
