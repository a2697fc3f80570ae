"""A page's proof: verdicts of its equations and numbers, and what counts as a claim."""

from pathlib import Path

import pytest

from bookkit.pages.source import PageError
from bookkit.proof.page import claims_of, is_equation, notation_of, proofread, proofread_all

PAGE = """---
notation: network
---
# T {#t}

Let $g(x) \\coloneqq x^2$. Then $g'(3) = 6$ and

$$
% notation: calculus
(a + b)^2 = a^2 + 2ab + b^2 = b^2 + 2ab + a^2
$$

but $1 + 1 = 3$ and 0.5.
"""


def write(folder: Path, text: str, name: str = "page.md") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_proof_holds_a_verdict_for_each_formula(tmp_path: Path) -> None:
    proof = proofread(write(tmp_path, PAGE.replace("network", "calculus")))
    assert [verdict.status for _, verdict in proof.equations] == ["true", "true", "true", "false"]
    definition, value, chain, _ = (verdict for _, verdict in proof.equations)
    assert [len(claims_of(verdict)) for verdict in (definition, value, chain)] == [0, 1, 2]


def test_a_name_alone_is_no_equation(tmp_path: Path) -> None:
    proof = proofread(write(tmp_path, "The number $x$, or $x \\coloneqq 2$, or $x^2 = 4$.\n"))
    assert [is_equation(verdict) for _, verdict in proof.equations] == [False, True, True]


def test_faults_name_line_and_reason(tmp_path: Path) -> None:
    proof = proofread(write(tmp_path, PAGE.replace("network", "calculus")))
    assert [line for line, _ in proof.faults] == [13, 13]
    assert any("1 + 1" in message for _, message in proof.faults)
    assert any("0.5" in message for _, message in proof.faults)


def test_an_equation_may_name_another_table_than_its_page(tmp_path: Path) -> None:
    page = proofread(write(tmp_path, PAGE)).page
    assert [notation_of(page, equation) for equation in page.equations] == [
        "network",
        "network",
        "calculus",
        "network",
    ]


def test_a_changed_page_is_judged_anew(tmp_path: Path) -> None:
    path = write(tmp_path, "So $2 + 2 = 5$.\n")
    assert proofread(path).faults
    write(tmp_path, "So $2 + 2 = 4$.\n")
    assert not proofread(path).faults


def test_many_pages_are_judged_side_by_side(tmp_path: Path) -> None:
    paths = [write(tmp_path, f"So ${n} + 1 = {n + 1}$, {tmp_path.name}.\n", f"{n}.md") for n in range(3)]
    assert [proof.faults for proof in proofread_all(paths)] == [[], [], []]


def test_a_page_that_cannot_be_judged_is_named_though_others_judge_it_too(tmp_path: Path) -> None:
    pages = [write(tmp_path, f"It is {tmp_path}.\n", f"{name}.md") for name in "ab"]
    wrong = write(tmp_path, f"---\nsymbols: {tmp_path}\n---\n$x$\n", "wrong.md")
    with pytest.raises(PageError, match=r"wrong\.md:2: "):
        proofread_all([*pages, wrong])
