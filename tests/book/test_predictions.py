"""Every box of the book finds its answer in its exercise's solution; each chapter with numbers has one."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from bookkit.markdown import predict
from bookkit.markdown.predictions import refuse_unprinted
from bookkit.numbers.evidence import evidence_of
from bookkit.pages.source import Page, read_page
from bookkit.paths import ENGLISH


def boxes() -> Iterator[tuple[Page, str, int]]:
    for path in sorted(ENGLISH.rglob("*.md")):
        page = read_page(path)
        yield from ((page, source, line) for source, line in predict.sources(page))


BOXES = list(boxes())


def test_the_book_has_boxes() -> None:
    assert len(BOXES) > 30
    assert len({page.path for page, _, _ in BOXES}) > 15


@pytest.mark.parametrize(("page", "source", "line"), BOXES, ids=[source for _, source, _ in BOXES])
def test_an_answer_is_printed_by_the_solution(page: Page, source: str, line: int) -> None:
    guesses = predict.read(source)
    refuse_unprinted(guesses, page, line, evidence_of(page))
    assert len(guesses.wrong) >= 2, "a box explains at least two wrong answers"
    damaged = predict.Guesses(str(Decimal(guesses.answer) + Decimal("1234.5678")), guesses.wrong)
    with pytest.raises(ValueError, match="prints no"):
        refuse_unprinted(damaged, page, line, evidence_of(page))
