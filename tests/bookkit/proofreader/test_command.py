"""The command on folders of another book."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.__main__ import main, of_another_book
from bookkit.paths import ENGLISH

from .conftest import Write

TRUE, WRONG = "$a + a = 2a$\n", "# Page\n\n$a + a = 3a$\n"


def test_a_true_folder(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    write("book/one.md", TRUE)
    write("book/deeper/two.markdown", TRUE + "In words, 0.123 and δ = 3.\n")
    write("book/.hidden/three.md", WRONG)
    write("book/node_modules/four.md", WRONG)
    assert main(["check", "book"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.splitlines() == [
        "book/deeper/two.markdown:1  inline  checked  identity",
        "book/one.md:1  inline  checked  identity",
        "2 equations: 2 checked, 0 unchecked, 0 false, 0 definitions, 0 not read",
    ]


def test_a_false_equation_has_file_line_and_counter_example(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write("book/page.md", WRONG)
    assert main(["check", "book"]) == 1
    said = capsys.readouterr()
    assert said.err.startswith("book/page.md:3: false: a + a = 3 a\n  counter-example: a = ")
    assert said.out.endswith("1 equation: 0 checked, 0 unchecked, 1 false, 0 definitions, 0 not read\n")


def test_what_is_not_read_counts_unless_it_is_only_reported(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write("book/page.md", "$Q = 2Q$\n\n$a \\propto b$\n\n$$\n% unchecked: a picture\na \\propto b\n$$\n")
    assert main(["check", "book"]) == 1
    assert main(["check", "book", "--unread", "report"]) == 0
    said = capsys.readouterr()
    assert "book/page.md:3: error: unknown command \\propto" in said.err
    assert said.out.endswith("3 equations: 0 checked, 1 unchecked, 0 false, 0 definitions, 2 not read\n")


def test_a_wrong_form_that_is_shown_to_be_refuted(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    write("book/page.md", "$$\n% refuted: the middle term is lost\n(a + b)^2 = a^2 + b^2\n$$\n")
    assert main(["check", "book"]) == 0
    assert "display  checked  refuted" in capsys.readouterr().out


def test_a_folder_without_markdown_and_a_path_that_is_not_there(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write("empty/page.rst", TRUE)
    assert main(["check", "empty"]) == 2
    assert "there is no Markdown in empty: pages end in .md or .markdown" in capsys.readouterr().err
    assert main(["check", "--equations", "nowhere"]) == 2
    assert "there is no file and no folder nowhere" in capsys.readouterr().err


def test_a_page_that_cannot_be_read_does_not_hide_the_others(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write("book/one.md", "---\nsymbols: [x]\n---\n" + TRUE)
    write("book/two.md", TRUE)
    assert main(["check", "book"]) == 2
    said = capsys.readouterr()
    assert said.err.startswith("book/one.md:2: symbols is a list of lines or names a file, and not ['x']")
    assert "book/two.md:1  inline  checked" in said.out


def test_a_table_that_is_named(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    write("book/page.md", "$Q + Q = 2 Q$\n")
    write("letters.yml", "symbols:\n  Q: a number\n")
    assert main(["check", "book", "--symbols", "letters.yml"]) == 0
    assert main(["check", "book", "--symbols", "gone.yml"]) == 2
    assert "gone.yml:1: the table of symbols cannot be read: No such file" in capsys.readouterr().err


def test_a_single_file_elsewhere_is_one_of_another_book(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write("line.md", "The line $y = 3x + 1$ has a slope of 0.1234, or so they say.\n")
    assert main(["check", "line.md"]) == 0
    assert capsys.readouterr().out.endswith("0 false, 1 definitions, 0 not read\n")
    assert main(["check", "nowhere.md"]) == 2
    assert "there is no file and no folder nowhere.md" in capsys.readouterr().err


def test_a_file_in_the_folder_of_this_book_is_a_draft_for_it_unless_it_says_otherwise(
    write: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write("page.md", TRUE + "\nThe cost is 0.1234.\n")
    monkeypatch.setattr("bookkit.__main__.ROOT", path.parent)
    assert main(["check", "page.md"]) == 1  # a number that no listing prints
    assert main(["check", "page.md", "--equations"]) == 0
    assert not of_another_book(path)
    write("symbols.yml", "symbols: {}\n")
    assert of_another_book(path)
    assert not of_another_book(ENGLISH / "nudges")
    capsys.readouterr()


def test_verdicts_are_kept_elsewhere_or_not_at_all(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = write("blocked", "a file where the folder should be")
    monkeypatch.setenv("BOOKKIT_CACHE", str(blocked))
    write("book/page.md", TRUE)
    assert main(["check", "book"]) == 0
    monkeypatch.setenv("BOOKKIT_CACHE", str(Path("kept").absolute()))
    assert main(["check", "book"]) == 0
    assert any(Path("kept/equations").iterdir())
