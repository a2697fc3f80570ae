"""A sample of the damage that `python -m bookkit mutants` does to the book: survivors are understood."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bookkit.__main__ import book_pages
from bookkit.paths import ROOT, shown
from booktest.mutants.run import EQUIVALENT, KILLED, SURVIVED, Outcome, Proofs, run
from booktest.mutants.understood import LIST, Understood

SAMPLE, SEED = 90, 2026


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    return run(book_pages(), sample=SAMPLE, seed=SEED, workers=2)


@pytest.mark.slow
@pytest.mark.xdist_group("sample of mutants")
def test_what_survives_is_understood(outcomes: list[Outcome]) -> None:
    known = Understood.read()
    new = [outcome for outcome in outcomes if outcome.status == SURVIVED and not known.reason(outcome)]
    assert not new, "\n".join(["", *map(str, new)])


@pytest.mark.slow
@pytest.mark.xdist_group("sample of mutants")
def test_the_sample_is_of_the_whole_book(outcomes: list[Outcome]) -> None:
    count = Counter(outcome.status for outcome in outcomes)
    assert len(outcomes) == SAMPLE
    assert count[KILLED] > 0.9 * SAMPLE
    assert count[EQUIVALENT] < 0.1 * SAMPLE
    assert {outcome.part for outcome in outcomes} == {"equation", "number", "output"}
    assert len({outcome.path.split("/")[2] for outcome in outcomes if outcome.part == "equation"}) >= 3


@pytest.mark.parametrize("page", book_pages(), ids=shown)
def test_no_number_in_the_text_can_be_damaged_unseen(page: Path) -> None:
    proofs, known = Proofs(page), Understood.read()
    found = [proofs.outcome(task) for task in proofs.tasks("number")]
    survivors = [item for item in found if item.status == SURVIVED and not known.reason(item)]
    assert not survivors, "\n".join(["", *map(str, survivors)])


def test_the_list_names_pages_and_reasons() -> None:
    reasons = Understood.read(LIST).reasons
    assert reasons
    assert all((ROOT / page).is_file() for page, _, _ in reasons)
    assert all(reason.strip().endswith(".") for reason in reasons.values())
