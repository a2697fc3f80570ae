"""Every equation of the book holds, one test each; so does every number in its text, one test a page."""

from pathlib import Path

import pytest

from bookkit.paths import ENGLISH
from bookkit.proof import is_equation, proofread
from bookkit.source import Equation, read_page

PAGES = sorted(ENGLISH.rglob("*.md"))
EQUATIONS = [
    (path, place, equation) for path in PAGES for place, equation in enumerate(read_page(path).equations)
]


def name(path: Path) -> str:
    return path.relative_to(ENGLISH).with_suffix("").as_posix()


@pytest.mark.parametrize(
    ("path", "place"),
    [(path, place) for path, place, _ in EQUATIONS],
    ids=[f"{name(path)}:{equation.line}-{place}" for path, place, equation in EQUATIONS],
)
def test_equation(path: Path, place: int) -> None:
    equation, verdict = proofread(path).equations[place]
    assert verdict.status in ("true", "unchecked"), f"{equation.latex}\n{verdict.message}"


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_numbers(path: Path) -> None:
    false = [number.message for number in proofread(path).numbers if number.status == "false"]
    assert not false, "\n".join(false)


def test_hardly_any_displayed_equation_is_exempt() -> None:
    displayed: list[Equation] = []
    exempt: list[Equation] = []
    for path in PAGES:
        for equation, verdict in proofread(path).equations:
            if equation.display and is_equation(verdict):
                displayed.append(equation)
                if verdict.status == "unchecked":
                    exempt.append(equation)
    assert len(displayed) > 200
    assert len(exempt) < 0.05 * len(displayed)
