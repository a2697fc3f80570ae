"""Damages everything that a page claims, asks the checks to object, and says what they overlooked."""

from __future__ import annotations

import hashlib
import os
import random
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tqdm import tqdm

from bookkit.equations import Context, Tree, check
from bookkit.numbers.evidence import evidence_of
from bookkit.numbers.reading import Number
from bookkit.pages.source import Page, PageError, read_page
from bookkit.paths import SNIPPETS, shown
from bookkit.programs.optional import divided
from bookkit.proof.prose import check_numbers
from booktest.mutants import normal, scalars, uses
from booktest.mutants.numbers import damaged, number_status
from booktest.mutants.outputs import Listing, damaged_outputs
from booktest.mutants.passages import free_letters, functions_of, is_datum, numbers_of, passages_of
from booktest.mutants.trees import mutants
from booktest.mutants.understood import LIST, Understood, ready

KILLED, EQUIVALENT, SURVIVED = "killed", "equivalent", "survived"
WORKERS = 2
_TURNS = 20  # how often a small book is gone through for a sample
SHARES = {"equation": 7, "number": 2, "output": 1}  # of a sample


class Place(NamedTuple):
    """An equation, a number or a listing of a page, by its number."""

    page: Path
    part: str
    place: int


@dataclass(frozen=True)
class Task:
    """One mutant, named so that another process can make it again."""

    page: Path
    part: str
    place: int
    number: int


@dataclass(frozen=True)
class Outcome:
    """What became of a mutant; the note says why it is equivalent, or what it was taken for."""

    part: str
    kind: str
    status: str
    path: str
    line: int
    original: str
    damaged: str
    note: str = ""

    def __str__(self) -> str:
        note = f"\n    {self.note}" if self.note else ""
        place = f"{self.path}:{self.line}"
        return f"{place}: {self.status} ({self.kind})\n    {self.original}\n    {self.damaged}{note}"


def _is_decimal(number: Number | None) -> bool:
    """Whether a number has digits enough for its damage to be told from other numbers of the page."""
    return number is not None and number.fractional and number.ratio is None


class Proofs:
    """A page laid out for damage; made once in every process."""

    def __init__(self, path: Path) -> None:
        self.page = read_page(path)
        self.path = shown(path)
        self.passages = list(passages_of(self.page))
        self.evidence = evidence_of(self.page)
        self.numbers = [
            verdict
            for verdict in check_numbers(self.page)
            if verdict.status == "true" and _is_decimal(verdict.number)
        ]
        printing = [path for path in _snippets(self.page) if "#>" in path.read_text(encoding="utf-8")]
        self.snippets, self.left_out = divided(printing)
        self._mutants: dict[int, list[tuple[str, Tree]]] = {}
        self._listings: dict[int, Listing] = {}

    # --- what there is to damage ---------------------------------------------------------------------------

    def places(self) -> Iterator[Place]:
        """All that can be damaged, without any damage made yet."""
        parts = (("equation", self.passages), ("number", self.numbers), ("output", self.snippets))
        for part, found in parts:
            yield from (Place(self.page.path, part, place) for place in range(len(found)))

    def words(self, place: Place) -> str:
        """What is damaged at a place, as it is."""
        if place.part == "equation":
            return self.passages[place.place].tree.latex()
        if place.part == "number":
            return self.numbers[place.place].text
        return shown(self.snippets[place.place])

    def tasks(self, part: str | None = None) -> Iterator[Task]:
        """Return all mutants of the page by name, or those of one part."""
        for place in self.places():
            if part in (None, place.part):
                yield from (Task(*place, number) for number in range(self.count(place)))

    def count(self, place: Place) -> int:
        """How many mutants one place has."""
        if place.part == "equation":
            return len(self.trees(place.place))
        if place.part == "number":
            return len(list(damaged(self.numbers[place.place].text)))
        return len(list(damaged_outputs(self.snippets[place.place].read_text(encoding="utf-8"))))

    def trees(self, place: int) -> list[tuple[str, Tree]]:
        """The damaged trees of one equation, with the kinds of damage."""
        if place not in self._mutants:
            passage = self.passages[place]
            found = mutants(passage.tree, passage.notation, functions_of(passage.before, passage.tree))
            self._mutants[place] = [(mutant.kind, mutant.tree) for mutant in found]
        return self._mutants[place]

    # --- judging -------------------------------------------------------------------------------------------

    def outcome(self, task: Task) -> Outcome:
        """Return what becomes of one mutant."""
        return {"equation": self._equation, "number": self._number, "output": self._output}[task.part](task)

    def _equation(self, task: Task) -> Outcome:
        passage = self.passages[task.place]
        kind, tree = self.trees(task.place)[task.number]
        status, note = self._judge(task.place, tree)
        original, damage = passage.tree.latex(), tree.latex()
        return Outcome("equation", kind, status, self.path, passage.line, original, damage, note)

    def _judge(self, place: int, tree: Tree) -> tuple[str, str]:
        passage = self.passages[place]
        verdict = check(tree.latex(), passage.notation, passage.before)
        if verdict.is_breakdown:
            return SURVIVED, verdict.reason  # breaking down is no objection
        if verdict.status in ("false", "error"):
            return KILLED, ""
        if any(step.sign in ("\\coloneqq", "\\leftarrow") for s in tree.statements for step in s.chain.steps):
            known = verdict.context
            for later in self.passages[place + 1 :]:
                after = check(later.tree.latex(), later.notation, known)
                if after.status in ("false", "error"):
                    return KILLED, ""
                known = after.context
        return self._equivalent(place, tree, verdict.context)

    def _equivalent(self, place: int, tree: Tree, after: Context) -> tuple[str, str]:
        passage = self.passages[place]
        functions = functions_of(passage.before, passage.tree)
        free = free_letters(passage)
        later = [item.tree for item in self.passages[place + 1 :]]
        if normal.same(passage.tree, tree, passage.notation, functions, free, numbers_of(passage)):
            return EQUIVALENT, "the same in another order or with another letter"
        if uses.is_unused(passage.tree, tree, later):
            return EQUIVALENT, "neither true nor false: nothing on the page is made of it"
        if uses.is_any_function(passage.tree, tree, later, passage.notation, functions):
            return EQUIVALENT, "true as well: the function stands for any function of these letters"
        if is_datum(passage.tree, tree):
            return SURVIVED, "a datum: no later claim of the page depends on its value"
        if normal.is_trivial(tree, passage.tree, passage.notation, functions):
            return EQUIVALENT, "true as well: both sides have one normal form"
        if scalars.equal(tree, passage.tree, passage.before, passage.notation):
            return EQUIVALENT, "the same: SymPy proves each side equal to what it was"
        if scalars.proves(tree, passage.tree, after, passage.notation):
            return EQUIVALENT, "true as well: SymPy proves it"
        return SURVIVED, ""

    def _number(self, task: Task) -> Outcome:
        verdict = self.numbers[task.place]
        assert verdict.number is not None
        kind, text = list(damaged(verdict.text))[task.number]
        status, note = number_status(verdict.number, text, self.evidence, verdict.section)
        return Outcome("number", kind, status, shown(verdict.path), verdict.line, verdict.text, text, note)

    def _output(self, task: Task) -> Outcome:
        path = self.snippets[task.place]
        listing = self._listings.get(task.place) or self._listings.setdefault(task.place, Listing(path))
        copy = list(damaged_outputs(listing.source))[task.number]
        status = KILLED if listing.objects_to(copy.source) else SURVIVED
        return Outcome("output", copy.kind, status, shown(path), copy.line, copy.original, copy.damaged)


def _snippets(page: Page) -> list[Path]:
    names = [listing.target.partition(":")[0] for listing in page.listings]
    found = [SNIPPETS / name for name in dict.fromkeys(names) if name.endswith(".py")]
    return [path for path in found if path.is_file()]


@lru_cache(maxsize=64)
def _proofs(path: Path) -> Proofs:
    return Proofs(path)


def _outcomes(tasks: list[Task]) -> list[Outcome]:
    return [_proofs(task.page).outcome(task) for task in tasks]


def _batches(tasks: list[Task], size: int = 25) -> list[list[Task]]:
    return [tasks[i : i + size] for i in range(0, len(tasks), size)]


def run(
    pages: Iterable[Path],
    sample: int | None = None,
    seed: int = 0,
    workers: int = WORKERS,
    progress: Callable[[int], object] = lambda done: None,
) -> list[Outcome]:
    """Damage the pages' equations, numbers and outputs, all or a seeded sample, and judge every mutant.

    Raises PageError for a page that cannot be read.
    """
    tasks = _sampled(list(pages), sample, seed) if sample is not None else _all(pages)
    batches = _batches(tasks)
    outcomes: list[Outcome] = []
    if workers <= 1 or len(batches) <= 1:
        found: Iterable[list[Outcome]] = map(_outcomes, batches)
        return [outcome for batch in _counted(found, progress) for outcome in batch]
    with ProcessPoolExecutor(workers) as pool:
        for batch in _counted(pool.map(_outcomes, batches), progress):
            outcomes += batch
    return outcomes


def _all(pages: Iterable[Path]) -> list[Task]:
    return [task for path in pages for task in _proofs(path).tasks()]


def _sampled(pages: list[Path], size: int, seed: int) -> list[Task]:
    """A sample, made without making all mutants: a part, a place of the book, and one of its mutants.

    What is drawn depends on the words of its own place alone. So an edit elsewhere in the book does not
    shuffle the sample, and nobody has to explain a survivor that has nothing to do with the edit.
    """
    places: dict[str, list[Place]] = {}
    for path in pages:
        for place in _proofs(path).places():
            places.setdefault(place.part, []).append(place)
    total, so_far, chosen = sum(SHARES[part] for part in places), 0, set[Task]()
    for part, found in places.items():
        so_far += SHARES[part]
        wanted = round(size * so_far / total)
        for turn in range(_TURNS):
            if len(chosen) >= wanted:
                break
            ranked = sorted((_draw(seed, turn, place), place.place, place) for place in found)
            for number, _, place in ranked:
                if len(chosen) < wanted and (count := _proofs(place.page).count(place)):
                    chosen.add(Task(*place, number % count))
    if len(chosen) < size:
        everything = _all(pages)
        left = [task for task in everything if task not in chosen]
        chosen.update(random.Random(seed).sample(left, min(size - len(chosen), len(left))))
    return _ordered(chosen)


def _draw(seed: int, turn: int, place: Place) -> int:
    """A random number that hangs on the place's own words."""
    words = f"{seed} {turn} {shown(place.page)} {place.part} {_proofs(place.page).words(place)}"
    return int.from_bytes(hashlib.sha256(words.encode()).digest()[:8], "big")


def _ordered(tasks: Iterable[Task]) -> list[Task]:
    return sorted(tasks, key=lambda task: (str(task.page), task.part, task.place, task.number))


def _counted(batches: Iterable[list[Outcome]], progress: Callable[[int], object]) -> Iterator[list[Outcome]]:
    for batch in batches:
        progress(len(batch))
        yield batch


def summary(outcomes: list[Outcome]) -> str:
    """Return the last line of the command."""
    count = {status: sum(o.status == status for o in outcomes) for status in (KILLED, EQUIVALENT, SURVIVED)}
    counted = ", ".join(f"{number} {status}" for status, number in count.items())
    return f"{len(outcomes)} mutants: {counted}"


def main(pages: list[Path], sample: int | None = None, seed: int = 0, verbose: bool = False) -> int:
    """Run the command: list survivors (with `verbose` equivalent mutants too), name the new ones, count.

    0 if every survivor is understood, 1 if not, 2 for a page that cannot be read.
    """
    known = Understood.read()
    hidden = not sys.stderr.isatty()
    try:
        total = len(_all(pages)) if sample is None else sample
        with tqdm(total=total, unit="mutant", file=sys.stderr, disable=hidden) as bar:
            outcomes = run(pages, sample, seed, min(WORKERS, os.cpu_count() or 1), bar.update)
    except PageError as error:
        print(error, file=sys.stderr)
        return 2
    for outcome in outcomes:
        if outcome.status == SURVIVED or (verbose and outcome.status == EQUIVALENT):
            print(outcome)
            if outcome.status == SURVIVED and (reason := known.reason(outcome)):
                print(f"    understood: {reason}")
    survivors = [outcome for outcome in outcomes if outcome.status == SURVIVED]
    new = [outcome for outcome in survivors if not known.reason(outcome)]
    damaged_files = {shown(path) for path in pages} | {outcome.path for outcome in outcomes}
    stale = [] if sample is not None else known.stale(survivors, damaged_files)
    for outcome in new:
        print(f"not understood: {outcome.path}:{outcome.line}: {outcome.damaged}")
    if new:
        print(f"if one says the same as the page, its entry in {LIST.name} is:\n\n{ready(new)}")
    for entry in stale:
        print(f"survives no more, so it is to be taken off the list: {entry}")
    for reason in (reason for path in pages for reason in _proofs(path).left_out):
        print(f"outputs not damaged: {reason}")
    print(summary(outcomes))
    return int(bool(new or stale))
