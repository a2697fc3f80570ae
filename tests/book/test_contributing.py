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
