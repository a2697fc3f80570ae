"""What is known of definitions is found out once, and forgotten where a name comes to mean something else."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from bookkit.equations.compiling import definitions
from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.facts import Code
from bookkit.equations.judging.judge import check
from bookkit.equations.page import check_page
from bookkit.equations.reading.context import Context, Definition
from bookkit.keeping.cache import Cache
from bookkit.pages.source import Equation, Page

from ..conftest import judged


def chain(length: int) -> list[str]:
    lines = [r"y_{0} \coloneqq x^2"]
    for n in range(1, length):
        lines += [rf"y_{{{n}}} \coloneqq y_{{{n - 1}}} + 1", rf"y_{{{n}}} = x^2 + {n}"]
    return lines


def cost_of(lines: list[str], folder: Path) -> int:
    equations = tuple(Equation(latex, line, True) for line, latex in enumerate(lines, start=1))
    page = Page(Path("page.md"), {"notation": "calculus"}, equations, (), ())
    found = [verdict for _, verdict in check_page(page, Cache("equations", folder))]
    assert {verdict.status for verdict in found} == {"true"}
    return sum(verdict.cost for verdict in found)


def test_a_chain_of_definitions_costs_as_much_as_it_is_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    kept = definitions.make

    def counted(compiler: Compiler, definition: Definition, code: Code) -> None:
        made.append(definition.name)
        kept(compiler, definition, code)

    monkeypatch.setattr(definitions, "make", counted)
    short = cost_of(chain(40), tmp_path / "short")
    assert len(made) == 2 * 40  # once as it was written, once as it came back from the cache
    long = cost_of(chain(80), tmp_path / "long")
    assert len(made) == 2 * 40 + 2 * 80
    assert long < 2.3 * short


@pytest.mark.parametrize(
    "lines",
    [
        (r"y \coloneqq x^2", r"z \coloneqq y + 1", "z = x^2 + 1", r"y \coloneqq x^3", "z = x^3 + 1"),
        (r"f(x) \coloneqq x^2", r"g(x) \coloneqq f(x) + 1", "g(2) = 5", r"f(x) \coloneqq x^3", "g(2) = 9"),
        (
            r"f(x) \coloneqq x^2",
            r"y \coloneqq f(z)",
            r"v \coloneqq y + 1",
            "v = z^2 + 1",
            r"f(x) \coloneqq x^3",
            "v = z^3 + 1",
        ),
        (r"b \coloneqq a + 1", "b = a + 1", r"a \coloneqq 3", "b = 4", r"a \coloneqq 5", "b = 6"),
        (
            r"b \coloneqq a + 1",
            "b - 1 = a",
            r"a \coloneqq x^2",
            "b = x^2 + 1",
            r"a \coloneqq x^4",
            "b = x^4 + 1",
        ),
        (r"y \coloneqq |x|", "y = |x|", r"y \ge x"),
        (r"y \coloneqq \log x", r"y = \log x \quad \text{for } x > 0", r"e^y = x \quad \text{for } x > 0"),
        (r"s \coloneqq \sum_{i=1}^{n} x_i", r"s = \sum_{i=1}^{n} x_i", r"x_2 \coloneqq u^2", "s = s + 0"),
    ],
)
def test_a_new_meaning_of_a_name_reaches_what_is_made_from_it(lines: tuple[str, ...]) -> None:
    verdict = judged(*lines)
    assert verdict.status == "true", verdict.message


@pytest.mark.parametrize(
    "lines",
    [
        (r"y \coloneqq x^2", r"z \coloneqq y + 1", "z = x^2 + 1", r"y \coloneqq x^3", "z = x^2 + 1"),
        (r"f(x) \coloneqq x^2", r"g(x) \coloneqq f(x) + 1", "g(2) = 5", r"f(x) \coloneqq x^3", "g(2) = 5"),
        (r"b \coloneqq a + 1", "b - 1 = a", r"a \coloneqq 3", r"a \coloneqq 5", "b = 4"),
        (r"y \coloneqq \log x", "y = y + 0 x", r"y = \log |x|"),
    ],
)
def test_an_old_meaning_is_forgotten(lines: tuple[str, ...]) -> None:
    assert judged(*lines).status == "false"


def test_a_circle_is_seen_also_where_its_parts_were_known() -> None:
    context = Context()
    for latex in (r"y \coloneqq x^2", r"z \coloneqq y + 1", "z = x^2 + 1"):
        context = check(latex, "calculus", context).context
    assert "defined by itself" in check(r"y \coloneqq z^2", "calculus", context).message


def test_another_table_makes_its_own_of_a_definition() -> None:
    context = check(r"y \coloneqq a + \sigma(a)", "calculus").context
    assert check(r"y = a + \frac{1}{1 + e^{-a}}", "calculus", context).status == "true"
    assert check(r"y = a + \frac{1}{1 + e^{-a}}", "network", context).status != "true"


def test_what_is_known_of_a_definition_does_not_travel_to_another_process() -> None:
    context = check(r"y \coloneqq x^2", "calculus").context
    assert check("y = x^2", "calculus", context).status == "true"
    there = pickle.loads(pickle.dumps(context))
    assert there == context
    assert check("y = x^2", "calculus", there).status == "true"
