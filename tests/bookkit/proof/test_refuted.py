"""What a page shows as wrong is refuted by the same judge, or the page is not built."""

import re
from pathlib import Path

import pytest

from bookkit.__main__ import check_command
from bookkit.pages.source import read_page
from bookkit.proof.judging import judge_page
from bookkit.proof.page import Proof, claims_of, proofread, proofread_all
from bookkit.proof.prose import check_numbers
from bookkit.proof.refuted import is_wrong_form, without_wrong_forms
from booktest.mutants.run import Proofs

WRONG = "% refuted: the prime is lost\n"


def proof_of(folder: Path, *formulas: str, notation: str = "calculus") -> Proof:
    text = "".join(f"$$\n{formula}\n$$\n\n" for formula in formulas)
    path = folder / "page.md"
    path.write_text(f"---\nnotation: {notation}\n---\n# T {{#t}}\n\n{text}", encoding="utf-8")
    return proofread(path)


def fault(proof: Proof) -> str:
    return "\n".join(message for _, message in proof.faults)


def test_a_wrong_form_is_refuted_with_numbers(tmp_path: Path) -> None:
    proof = proof_of(tmp_path, WRONG + r"\sigma'(z) = \sigma(z) - (1 - \sigma(z))")
    assert not proof.faults
    found = proof.refuted[0]
    assert found.reason == "the prime is lost"
    assert found.values == (("z", "0.5"),)
    assert (found.left[1], found.right[1]) == ("0.235", "0.245")


@pytest.mark.parametrize(
    ("notation", "latex", "expected"),
    [
        ("calculus", r"\frac{d}{dx} x^2 = x", "x"),
        ("network", r"\delta^l = (W^{l+1})^\top \delta^{l+1}", "delta"),
        ("network", r"\nabla_{W^l} C = a^{l-1} (\delta^l)^\top", "×"),
        ("network", r"\frac{\partial C}{\partial w^l_{jk}} = a^{l-1}_j \delta^l_k", "counts to"),
        (
            "network",
            r"w^l_{jk} \leftarrow w^l_{jk} + \eta \frac{\partial C}{\partial w^l_{jk}}",
            "does not decrease",
        ),
        ("softmax", r"\sum_j a_j \ge 2", "sum"),
        ("calculus", r"\log 3 \approx 1.09", "1.09"),
    ],
)
def test_every_way_of_being_wrong_is_shown(tmp_path: Path, notation: str, latex: str, expected: str) -> None:
    proof = proof_of(tmp_path, WRONG + latex, notation=notation)
    assert not proof.faults, fault(proof)
    found = proof.refuted[0]
    assert expected in f"{found.note} {found.left} {found.right}"
    assert found.note or found.left[1] != found.right[1]


@pytest.mark.parametrize(
    ("latex", "complaint"),
    [
        (
            WRONG + r"\sigma'(z) = \sigma(z)\,(1 - \sigma(z))",
            "shown as wrong, but it is right: it held in every draw",
        ),
        (WRONG + r"\sigma'(z) = \nonsense{z}", "shown as wrong, but not refuted, since it cannot be judged"),
        (WRONG + r"\sigma'(z) = \delta^l", "shown as wrong, but not refuted: .*"),
        (WRONG + r"\sigma'(z) = z \quad 1 + 1 = 3", "makes one claim and defines nothing"),
        (WRONG + r"u \coloneqq z + 1", "makes one claim and defines nothing"),
        (WRONG + r"1 + 1 = 3 \label{eq-x}", "has no label and no tag"),
        (WRONG + "% unchecked: never mind\n1 + 1 = 3", "shown as wrong"),
        ("% refuted\n1 + 1 = 3", "needs a reason"),
        ("% refuted:\n1 + 1 = 3", "needs a reason"),
    ],
)
def test_what_is_not_refuted_stops_the_page(tmp_path: Path, latex: str, complaint: str) -> None:
    proof = proof_of(tmp_path, latex)
    assert not proof.refuted
    assert re.search(complaint, fault(proof)), fault(proof)


def test_a_wrong_form_in_running_text_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("A line with $% refuted: sum\n1 + 1 = 3$ in it.\n", encoding="utf-8")
    assert "takes lines of its own" in fault(proofread(path))


def test_a_lab_has_no_wrong_forms(tmp_path: Path) -> None:
    path = tmp_path / "docs" / "en" / "labs" / "lab.py"
    path.parent.mkdir(parents=True)
    cell = "# %% [markdown]\n# # T {#t}\n#\n# $$\n# % refuted: a sum\n# 1 + 1 = 3\n# $$\n"
    path.write_text(cell, encoding="utf-8")
    (_, verdict), *_ = judge_page(read_page(path)).equations
    assert verdict.status == "error"
    assert "no lab" in verdict.message


def test_what_follows_knows_nothing_of_a_wrong_form(tmp_path: Path) -> None:
    proof = proof_of(tmp_path, r"u \coloneqq 2", WRONG + "u = 3", "u + 1 = 3")
    assert not proof.faults, fault(proof)
    assert list(proof.refuted) == [1]


def test_a_wrong_form_knows_what_the_page_has_said(tmp_path: Path) -> None:
    proof = proof_of(tmp_path, r"f(x) \coloneqq x^2", WRONG + "f(3) = 6", "f(3) = 9")
    assert not proof.faults, fault(proof)
    assert proof.refuted[1].left[1] == "9"


def test_a_refuted_form_counts_as_one_checked_claim_without_draws(tmp_path: Path) -> None:
    proof = proof_of(tmp_path, WRONG + "1 + 1 = 3")
    ((_, verdict),) = proof.equations
    assert verdict.status == "true"
    assert len(claims_of(verdict)) == 1
    assert verdict.draws == 0


def test_the_command_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    proof_of(tmp_path, WRONG + "1 + 1 = 3", "1 + 1 = 2")
    assert check_command([tmp_path / "page.md"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].endswith("  display  refuted  -")
    assert out[-1] == "2 equations: 2 checked, 0 unchecked, 0 false"


def test_the_command_fails_on_a_wrong_form_that_is_right(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    proof_of(tmp_path, WRONG + "1 + 1 = 2")
    assert check_command([tmp_path / "page.md"]) == 1
    found = capsys.readouterr()
    assert found.out.splitlines()[-1] == "1 equations: 0 checked, 0 unchecked, 1 false"
    assert "it is right" in found.err


def test_damage_is_done_to_what_is_claimed_only(tmp_path: Path) -> None:
    proof = proof_of(tmp_path, WRONG + r"\frac{d}{dx} x^2 = x", r"\frac{d}{dx} x^2 = 2x")
    passages = Proofs(proof.page.path).passages
    assert [passage.line for passage in passages] == [12]


def test_its_numbers_bear_out_nothing(tmp_path: Path) -> None:
    proof = proof_of(tmp_path, WRONG + "7 + 8 = 16")
    path = proof.page.path
    path.write_text(path.read_text(encoding="utf-8") + "It trains for 16 epochs.\n", encoding="utf-8")
    assert [number.status for number in check_numbers(read_page(path))] == ["false"]


def test_many_pages_at_once(tmp_path: Path) -> None:
    proof_of(tmp_path, WRONG + "1 + 1 = 3")
    other = tmp_path / "other.md"
    other.write_text("$1 + 1 = 2$\n", encoding="utf-8")
    first, second = proofread_all([tmp_path / "page.md", other])
    assert (len(first.refuted), len(second.refuted)) == (1, 0)


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        ("% refuted: a\nx = y", True),
        ("x = y % refuted: a", True),
        (r"5\% refuted: a", False),
        ("x = y", False),
    ],
)
def test_which_formulas_are_wrong_forms(tmp_path: Path, latex: str, expected: bool) -> None:
    page = proof_of(tmp_path, latex).page
    assert is_wrong_form(page.equations[0]) == expected
    assert len(without_wrong_forms(page).equations) == 1 - expected


def test_digits_that_rounding_could_change_are_not_shown(tmp_path: Path) -> None:
    found = judge_page(proof_of(tmp_path, WRONG + r"\log 2 = 0.7").page).refuted[0]
    assert (found.left[1], found.right[1]) == ("0.693", "0.7")
    near = judge_page(proof_of(tmp_path, WRONG + r"\log 2 = 0.6931").page).refuted[0]
    assert (near.left[1], near.right[1]) == ("0.693147", "0.6931")
    gone = judge_page(proof_of(tmp_path, WRONG + r"\log(e^3) - 3 = x^2 + 1").page).refuted[0]
    assert gone.left[1] in ("0", "-0")
