"""Every equation of the book holds, one test each; so does every number in its text, one test a page."""

from functools import cache
from pathlib import Path

import pytest

from bookkit.__main__ import book_pages
from bookkit.pages.source import Equation, read_page
from bookkit.paths import ENGLISH
from bookkit.proof.page import Proof, is_equation, proofread

PAGES = book_pages()
EQUATIONS = [
    (path, place, equation) for path in PAGES for place, equation in enumerate(read_page(path).equations)
]


def name(path: Path) -> str:
    return path.relative_to(ENGLISH).with_suffix("").as_posix()


@cache
def proof(path: Path) -> Proof:
    return proofread(path)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        pytest.param(
            path,
            place,
            id=f"{name(path)}:{equation.line}-{place}",
            marks=pytest.mark.xdist_group(path.name),  # a page is judged by one process, once
        )
        for path, place, equation in EQUATIONS
    ],
)
def test_equation(path: Path, place: int) -> None:
    equation, verdict = proof(path).equations[place]
    assert verdict.status in ("true", "unchecked"), f"{equation.latex}\n{verdict.message}"


@pytest.mark.parametrize(
    "path",
    [pytest.param(path, id=name(path), marks=pytest.mark.xdist_group(path.name)) for path in PAGES],
)
def test_numbers(path: Path) -> None:
    false = [number.message for number in proof(path).numbers if number.status == "false"]
    assert not false, "\n".join(false)


def test_hardly_any_displayed_equation_is_exempt() -> None:
    displayed: list[Equation] = []
    exempt: list[Equation] = []
    for path in PAGES:
        for equation, verdict in proof(path).equations:
            if equation.display and is_equation(verdict):
                displayed.append(equation)
                if verdict.status == "unchecked":
                    exempt.append(equation)
    assert len(displayed) > 200
    assert len(exempt) < 0.05 * len(displayed)
