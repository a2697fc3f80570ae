"""The first contribution that authors are shown goes as the page says it does."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from bookkit.__main__ import main
from bookkit.paths import ENGLISH, SNIPPETS

PAGE = (ENGLISH / "about" / "contributing.md").read_text(encoding="utf-8")
FIRST = SNIPPETS / "about" / "contributing"
DRAFT = (FIRST / "draft.md").read_text(encoding="utf-8")


def asked(text: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """Return the exit code of the command and what it says of the text; of its file, only the name."""
    (folder / "reciprocal.md").write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setattr("bookkit.__main__.ROOT", folder)  # the draft lies in the book's folder
    monkeypatch.setenv("BOOKKIT_CACHE", str(folder / "cache"))
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = main(["check", "reciprocal.md"])
    return code, said.getvalue().replace(f"{folder}/", "")


def mended() -> str:
    """Return the page that is shown as mended, as an author types it; its listing is with our page."""
    (shown,) = re.findall(r'^```` md title="reciprocal\.md"\n(.+?)^````$', PAGE, re.MULTILINE | re.DOTALL)
    return str(shown).replace(";--8<--", "--8<--").replace("nudges/a-nudge/", "about/contributing/")


def test_the_draft_is_refused_in_the_words_that_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, said = asked(DRAFT, tmp_path, monkeypatch)
    assert code == 1
    assert said.startswith((FIRST / "check.txt").read_text(encoding="utf-8"))
    refused = re.findall(r"(\S+) is no number of this page's listings", said)
    assert refused == re.findall(r"\d\.\d+", DRAFT)
    assert len(refused) == 2  # the page says that there are two


def test_what_is_mended_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, said = asked(mended(), tmp_path, monkeypatch)
    assert code == 0
    last = said.splitlines()[-1]
    (ending,) = re.findall(r"the answer ends in `([^`]+)`", PAGE)
    assert last.endswith(ending)


@pytest.mark.parametrize("number", ["0.025", "0.0238"])
def test_a_decimal_without_its_sign_is_refused(
    number: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert mended().count(f"−{number}") == 1
    code, said = asked(mended().replace(f"−{number}", number), tmp_path, monkeypatch)
    assert code == 1
    assert f"{number} has the opposite sign of" in said


def test_the_draft_differs_from_what_is_mended_by_three_signs_and_the_listing() -> None:
    assert mended().startswith(DRAFT.replace(r"\frac{1}{4}", r"-\frac{1}{4}").replace(" 0.", " −0."))


SECTION = PAGE.split("{#if-the-checker-objects}")[1].split("\n## ")[0]


@pytest.mark.parametrize(
    ("number", "objection"),
    [
        ("−0.023", "cut off; rounded it is -0.024"),
        ("−0.024", "a misprint of -0.025"),
        ("−0.024", "show more digits"),
    ],
)
def test_with_a_digit_fewer_it_objects_as_the_exercise_says(
    number: str, objection: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert f"`{number}`" in SECTION
    code, said = asked(mended().replace("−0.0238", number), tmp_path, monkeypatch)
    assert code == 1
    assert objection in said


def test_only_what_is_in_a_formula_is_a_condition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = re.findall(r"`([^`]*\$[^`$]*sqrt[^`$]*\$[^`]*)`", SECTION)
    said = [asked(page(one), tmp_path, monkeypatch) for one in typed]
    assert [code for code, _ in said] == [1, 0, 0]
    assert "counter-example: x = -1" in said[0][1]
    assert said[1][1].splitlines()[0].endswith("  identity")
    assert said[2][1].splitlines()[0].endswith("  identity on each piece met")


def test_a_sign_lost_in_listing_and_text_is_seen_by_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = (FIRST / "one_over.py").read_text(encoding="utf-8")
    wrong = listing.replace("promised = -1", "promised = 1").replace("promised -0.025", "promised 0.025")
    assert "`promised = 1 / 4 * 0.1`" in SECTION
    assert "promised = 1 / 4 * 0.1" in wrong
    (tmp_path / "about" / "contributing").mkdir(parents=True)
    (tmp_path / "about" / "contributing" / "wrong.py").write_text(wrong, encoding="utf-8")
    monkeypatch.setattr("bookkit.numbers.evidence.SNIPPETS", tmp_path)
    text = mended().replace("one_over.py", "wrong.py")
    code, said = asked(text, tmp_path, monkeypatch)
    assert code == 1
    assert "−0.025 has the opposite sign of 0.025" in said
    code, _ = asked(text.replace("−0.025", "0.025"), tmp_path, monkeypatch)
    assert code == 0


def rows() -> list[list[str]]:
    """Return the cells of the table of objections."""
    section = PAGE.split("{#if-the-checker-objects}")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def page(text: str) -> str:
    return f"---\ndescription: A row of the table.\nnotation: calculus\n---\n\n{text}\n"


def test_the_table_of_objections_is_read() -> None:
    assert len(rows()) >= 6
    assert all(len(row) == 3 and code(row[0]) and code(row[1]) for row in rows())


@pytest.mark.parametrize("row", rows(), ids=lambda row: code(row[0])[0])
def test_the_checker_objects_in_the_words_of_the_table(
    row: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (typed,), (objection,) = code(row[0]), code(row[1])
    found, said = asked(page(typed), tmp_path, monkeypatch)
    assert found == 1
    assert objection in said


@pytest.mark.parametrize("row", [row for row in rows() if code(row[2])], ids=lambda row: code(row[0])[0])
def test_what_the_table_proposes_is_taken(
    row: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (proposed,) = code(row[2])
    found, said = asked(page(proposed), tmp_path, monkeypatch)
    assert found == 0, said
