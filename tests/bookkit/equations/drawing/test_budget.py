"""What is too much work is said, with what costs it; counted in evaluations, and so the same everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.equations import Context, check
from bookkit.equations.drawing import budget
from bookkit.equations.judging.manner import ELSEWHERE
from bookkit.equations.page import check_page
from bookkit.keeping.cache import Cache
from bookkit.pages.source import Equation, Page

from ..conftest import judged

SMALL = 20_000
BATCH_NORM = (
    r"\mu \coloneqq \frac{1}{n} \sum_{i=1}^n x_i",
    r"v \coloneqq \frac{1}{n} \sum_{i=1}^n (x_i - \mu)^2",
    r"y_i \coloneqq \frac{x_i - \mu}{\sqrt{v + \epsilon}}",
    r"\frac{\partial y_j}{\partial x_i} = \frac{1}{\sqrt{v + \epsilon}}"
    r" \left([i = j] - \frac{1}{n} - \frac{1}{n} y_i y_j\right)",
)


def page(*latex: str) -> Page:
    equations = tuple(Equation(formula, line, True) for line, formula in enumerate(latex, start=1))
    return Page(Path("page.md"), {"notation": "calculus"}, equations, (), ())


@pytest.mark.parametrize(
    ("latex", "part"),
    [
        (r"\sum_{i=1}^{300} \sum_{j=1}^{300} \sum_{k=1}^{300} i j k = 1", r"\sum_{i = 1}^{300} \sum"),
        (r"x + \prod_{i=1}^{90} \sum_{j=1}^{900} i j = 1", r"\prod_{i = 1}^{90}"),
        (r"f" + "'" * 30 + "(x) = 0", "f" + "'" * 30),
        (r"\sigma''''''(x) = 0", r"\sigma''''''(x)"),
        (r"\frac{d^3}{dx^3} \sum_{i=1}^{900} \sin(i x) = 1", r"\frac{d^{3}}{d x^{3}}"),
    ],
)
def test_too_much_work_is_an_error_that_names_it(
    latex: str, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "EVALUATIONS", SMALL)
    verdict = judged(latex)
    assert verdict.status == "error"
    assert f"more than {SMALL:,} evaluations: " in verdict.message
    assert part in verdict.message.partition("evaluations: ")[2]
    assert verdict.cost < 2 * SMALL


def test_work_is_counted_and_not_timed() -> None:
    first, second = judged(*BATCH_NORM), judged(*BATCH_NORM)
    assert first.status == "true", first.message
    assert first.cost == second.cost
    assert 1_000 < first.cost < 100_000  # a second's work: what is moved once is computed once


def test_a_claim_of_chance_draws_cannot_pass_because_its_work_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draws near landmarks may fail and are passed over; the end of the budget is no such failure."""
    whole = judged(r"\sum_{i=1}^{n} x_i^2 \ge 0")
    assert whole.status == "true"
    for share in (2, 8):
        monkeypatch.setattr(budget, "EVALUATIONS", whole.cost // share)
        assert judged(r"\sum_{i=1}^{n} x_i^2 \ge 0").status == "error"


def test_the_rest_of_a_page_that_is_too_much_work_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "PAGE", 1_000)
    sums = r"\sum_{i=1}^{900} i = 405450"
    verdicts = [
        v for _, v in check_page(page(sums, sums, "x = x + 0", "x + 1 = x"), Cache("equations", tmp_path))
    ]
    assert [v.status for v in verdicts] == ["true", "true", "error", "error"]
    assert "(line 1)" in verdicts[-1].message


def test_what_is_judged_anew_at_the_end_of_a_page_is_part_of_its_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page of false claims with a given value could take the time of two."""

    def at_the_end(name: str) -> list[str]:
        verdicts = [v for _, v in check_page(page("b = 2", *claims), Cache(name, tmp_path), ELSEWHERE)]
        costs.append(sum(v.cost for v in verdicts))
        return [v.message for v in verdicts[1:]]

    claims, costs = [r"b c = 2 c", r"b c^2 = 2 c^2", r"b c^3 = 2 c^3"], list[int]()
    assert all("it holds" in said for said in at_the_end("first"))
    monkeypatch.setattr(budget, "PAGE", costs[0])
    for _ in range(2):  # what was kept counts like what is judged
        first, *others = at_the_end("second")
        assert "it holds" in first
        assert all("with these it cannot be judged" in said for said in others)


def test_what_a_page_knows_is_kept_as_what_is_new(tmp_path: Path) -> None:
    """Also from the cache, and where a given number takes the place of a definition."""
    book = page(
        *(rf"x_{{{n}}} \coloneqq {n} + y" for n in range(1, 30)),
        r"z \coloneqq x_1 + x_{29}", r"z = 30 + 2 y", r"z \coloneqq 3", r"z + 1 = 4",
        r"y \coloneqq z + a", r"y = z + a",
    )  # fmt: skip
    for _ in range(2):
        verdicts = [v for _, v in check_page(book, Cache("equations", tmp_path))]
        assert [v.message for v in verdicts if v.status != "true"] == []
        assert len(verdicts[-1].context.definitions) == 30
    sizes = [path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()]
    assert sum(size > 1_000 for size in sizes) <= 2  # where a number takes a definition's place, all is kept


def test_a_long_chain_of_definitions_is_followed() -> None:
    """It was called a definition by itself, for it went deeper than Python does."""
    chain = [rf"y_{{{n}}} \coloneqq y_{{{n - 1}}} + 1" for n in range(1, 100)]
    context = Context()
    for formula in chain:
        verdict = check(formula, "calculus", context, draws=2)
        assert verdict.status == "true", verdict.message
        context = verdict.context
    assert check(r"y_{99} = y_0 + 99", "calculus", context).status == "true"
    assert check(r"y_{99} = y_0 + 98", "calculus", context).status == "false"
    assert check(r"y_5 = y_0 + 5", "calculus", context).status == "true"
    assert "by itself" in check(r"y_1 \coloneqq y_{99}", "calculus", context).message


@pytest.mark.parametrize(
    ("latex", "status"),
    [
        (r"\prod_{k=1}^{n} k = n \prod_{k=1}^{n-1} k", "true"),
        (r"\prod_{k=1}^{n} k = n^2", "false"),
        (r"\prod_{k=1}^{50} k \ge 10^{60}", "true"),
        (r"\prod_{k=1}^{400} k = 1", "error"),
        (r"\sum_{k=1}^{n} k^{12} \ge n^{12}", "true"),
        (r"\sum_{k=1}^{n} k^{12} = n^{12}", "false"),
        (r"\sum_{k=1}^{n} (-1)^k k^{30} = 0", "false"),
        (r"10^{400} = 10^{200} \cdot 10^{200}", "true"),
        (r"10^{400} = 10^{200} \cdot 10^{201}", "false"),
        (r"10^{400} > 1", "true"),
        (r"9^{9^{9^9}} = 1", "error"),
        (r"n^{n^{n^n}} = 1", "false"),
        ("x < 1" + "0" * 400, "error"),
        ("x = " + "9" * 5000, "error"),
        (r"\sum_{i=1}^{0} x_i = 0", "true"),
        (r"\prod_{i=1}^{0} x_i = 1", "true"),
        (r"\sum_{i=1}^{0} x_i = 1", "false"),
        (r"\sum_{i=3}^{2} i = 0", "true"),
        (r"\prod_{i=1}^{0} x_i = 0", "false"),
        ("2 x = " + "+".join(["y"] * 2000), "false"),
    ],
)
def test_large_small_and_empty_numbers_are_judged(latex: str, status: str) -> None:
    verdict = judged(latex)
    assert verdict.status == status, verdict.message[-400:]
    assert not verdict.is_breakdown
