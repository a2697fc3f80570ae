"""A formula that is shown without a verdict has its verdict further down, or the page is not built."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bookkit.proof.page import Proof, proofread
from bookkit.proof.refuted import without_wrong_forms

RIGHT = r"\tanh'(z) = 1 - \tanh(z)^2"
WRONG = r"\tanh'(z) = 1 + \tanh(z)^2"
REFUTED = "% refuted: the sign\n"
RIDDLE = "% unlabelled\n"


def page_of(*formulas: str) -> str:
    return "".join(f"$$\n{formula}\n$$\n\n" for formula in formulas)


def proof_of(folder: Path, text: str) -> Proof:
    path = folder / "page.md"
    path.write_text(f"---\nnotation: calculus\n---\n# T {{#t}}\n\n{text}", encoding="utf-8")
    return proofread(path)


@pytest.mark.parametrize(
    "formulas",
    [
        (RIDDLE + RIGHT, RIGHT),
        (RIDDLE + WRONG, REFUTED + WRONG),
        (RIDDLE + RIGHT, RIDDLE + WRONG, REFUTED + WRONG, RIGHT),
        (RIDDLE + RIGHT, RIGHT.replace(" = ", "\n  = ")),
        ("% notation: steps\n" + RIDDLE + "1 + 1 = 3", "% notation: steps\n" + REFUTED + "1 + 1 = 3"),
    ],
)
def test_a_riddle_is_answered_further_down(tmp_path: Path, formulas: tuple[str, ...]) -> None:
    proof = proof_of(tmp_path, page_of(*formulas))
    assert not proof.faults
    riddles = [verdict for equation, verdict in proof.equations if RIDDLE in equation.latex]
    assert [verdict.claims for verdict in riddles] == [()] * len(riddles)


def test_a_riddle_is_no_claim(tmp_path: Path) -> None:
    proof = proof_of(tmp_path, page_of(RIDDLE + RIGHT, RIDDLE + WRONG, REFUTED + WRONG, RIGHT))
    assert [equation.latex for equation in without_wrong_forms(proof.page).equations] == [RIGHT]


@pytest.mark.parametrize(
    ("formulas", "complaint"),
    [
        ((RIDDLE + RIGHT,), "never answered"),
        ((RIGHT, RIDDLE + RIGHT), "never answered"),
        ((RIDDLE + WRONG, RIGHT), "never answered"),
        ((RIDDLE + RIGHT, RIDDLE + RIGHT), "never answered"),
        (("% notation: steps\n" + RIDDLE + RIGHT, RIGHT), "never answered"),
        (("% unlabelled: a hint\n" + RIGHT, RIGHT), "takes no reason"),
        ((RIDDLE + RIGHT + r" \label{eq-x}", RIGHT), "no label"),
    ],
)
def test_a_riddle_without_an_answer_stops_the_page(
    tmp_path: Path, formulas: tuple[str, ...], complaint: str
) -> None:
    faults = [message for _, message in proof_of(tmp_path, page_of(*formulas)).faults]
    assert len([message for message in faults if re.search(complaint, message)]) >= 1


def test_a_riddle_takes_lines_of_its_own(tmp_path: Path) -> None:
    proof = proof_of(tmp_path, f"Is ${RIGHT} % unlabelled$ right?\n\n{page_of(RIGHT)}")
    assert "lines of its own" in proof.faults[0][1]


def test_a_false_answer_is_still_false(tmp_path: Path) -> None:
    (fault,) = proof_of(tmp_path, page_of(RIDDLE + WRONG, WRONG)).faults
    assert "unlabelled" not in fault[1]


def test_nothing_gives_a_riddle_away(convert: Callable[..., str]) -> None:
    html = convert(page_of(RIDDLE + WRONG, REFUTED + WRONG, RIDDLE + RIGHT, RIGHT))
    first, second, third, fourth = re.split(r'(?=<div[^>]*class="equation)', html)[1:]
    for riddle in (first, third):
        assert "wrong" not in riddle
        assert "check-sign" not in riddle
    assert "wrong" in second
    assert "check-sign" in fourth
