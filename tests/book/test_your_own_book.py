"""The page on checking one's own book shows what the command and MkDocs really say."""

from __future__ import annotations

import io
import os
import re
import shutil
import string
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from bookkit.__main__ import main
from bookkit.paths import ENGLISH, ROOT, SNIPPETS

PAGE = (ENGLISH / "about" / "your-own-book.md").read_text(encoding="utf-8")
EXAMPLE = SNIPPETS / "about" / "your-own-book"


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example, in which the command is called."""
    folder = shutil.copytree(EXAMPLE, tmp_path / "example")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("BOOKKIT_CACHE", str(tmp_path / "cache"))
    return folder


def exercise(title: str) -> list[str]:
    """Return the question and the solution of an exercise of the page."""
    return PAGE.split(f'"{title}"')[1].split("\n!!! ")[0].split("??? solution")


@pytest.mark.parametrize(
    ("folder", "shown", "code"),
    [("notes", "check.txt", 1), ("dense", "dense.txt", 1), ("layers", "layers.txt", 0)],
)
def test_the_command_prints_what_the_page_shows(there: Path, folder: str, shown: str, code: int) -> None:
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        assert main(["check", folder]) == code
    assert said.getvalue() == (EXAMPLE / shown).read_text(encoding="utf-8")


def built(*more: str) -> subprocess.CompletedProcess[str]:
    """Return what a strict build of the example says, with the stream of errors in it."""
    own = {"PYTHONPATH": str(ROOT / "src"), "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", *more],
        env=os.environ | own,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def verdicts(text: str, folder: Path) -> list[str]:
    """Return the verdicts on the equations of a page in a folder of its own."""
    folder.mkdir()
    (folder / "page.md").write_text(text, encoding="utf-8")
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(io.StringIO()):
        main(["check", str(folder)])
    return re.findall(r"inline  (defines|checked|not read|false)\b", said.getvalue(), re.MULTILINE)


def test_with_the_line_that_the_page_gives_all_is_read(there: Path) -> None:
    (line,) = re.findall(r"Put `([^`]+)` above the text", PAGE)
    dense = (EXAMPLE / "dense" / "dense.md").read_text(encoding="utf-8")
    found = verdicts(f"---\n{line}\n---\n\n{dense}", there / "mended")
    assert found == ["defines", "defines", "checked"]


def test_with_the_bracket_that_the_page_gives_both_are_identities(
    there: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (bracket,) = re.findall(r"Put `([^`]+)` into the bracket", PAGE)
    before, after = (there / "notes" / "slopes.md").read_text(encoding="utf-8").rsplit(r"1 - \sigma(z)", 1)
    (there / "notes" / "slopes.md").write_text(before + bracket + after, encoding="utf-8")
    assert main(["check", "notes"]) == 0
    assert capsys.readouterr().out.count("  checked  identity\n") == 2


def test_the_six_lines_get_the_words_of_the_solution(there: Path) -> None:
    task, solution = exercise("Six lines of physics")
    lines = re.findall(r"^ +\d\. `(\$.+\$)`$", task, re.MULTILINE)
    found = verdicts("\n\n".join(f"We have {line}." for line in lines), there / "physics")
    assert found == ["defines", "checked", "not read", "not read", "false", "not read"]
    assert re.findall(r"\*(\w[\w ]+)\*", solution) == ["defines", "checked", "not read", "false", "not read"]


def test_the_two_slips_get_the_words_of_the_solution(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    task, solution = exercise("Two slips in a layer")
    first, second = re.findall(r"`(\\delta[^`]+)`", task)
    assert re.findall(r"\*(\w[\w ]+)\*", solution) == ["not read", "false"]
    path = there / "layers" / "layer.md"
    right = path.read_text(encoding="utf-8")
    wrong = right.replace(r"W^\top \delta$", f"{first}$").replace(r"\delta x^\top + \lambda W", second)
    assert wrong.count(first) == wrong.count(f"{second}.") == 1
    path.write_text(wrong, encoding="utf-8")
    assert main(["check", "layers"]) == 1
    said = capsys.readouterr()
    assert re.findall(r"  (not read|false)$", said.out, re.MULTILINE) == ["not read", "false"]
    assert "the left side is 7 × 1, the right side 1 × 7" in said.err
    assert "false in both readings of \\partial" in said.err


@pytest.mark.parametrize("letter", [*string.ascii_letters])
def test_an_equals_sign_defines_all_letters_but_four(letter: str, there: Path) -> None:
    assert "Four letters have a meaning" in PAGE
    meant = letter in {"i", "j", "k", "n"}
    line = f"Let ${letter} = 2b$." if letter != "b" else "Let $b = 2c$."
    assert verdicts(line, there / "plain") == ["not read" if meant else "defines"]
    if meant:
        declared = f"---\nsymbols: {{{letter}: a number}}\n---\n\n{line}"
        assert verdicts(declared, there / "declared") == ["defines"]


def test_a_small_letter_is_a_number_but_for_four(there: Path) -> None:
    assert "small letters (but not i, j, k and l)" in PAGE
    for letter in string.ascii_lowercase:
        found = verdicts(f"We have $({letter} + 1)^2 = {letter}^2 + 2{letter} + 1$.", there / letter)
        assert found == ["not read" if letter in "ijkl" else "checked"], letter


def test_a_quiet_build_passes_over_what_is_not_read(there: Path) -> None:
    (there / "notes" / "slopes.md").write_text("Let $y = \\operatorname{dense}(x)$.\n", encoding="utf-8")
    assert built("--quiet").returncode == 0
    assert built().returncode == 1


def test_mkdocs_prints_what_the_page_shows(there: Path) -> None:
    printed = built("--quiet")
    assert printed.returncode == 1
    assert printed.stdout == (EXAMPLE / "build.txt").read_text(encoding="utf-8")
