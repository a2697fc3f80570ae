"""The page on how to read this book shows what the program that checks exercises really says."""

from pathlib import Path

import pytest

from backprop.exercises.command import main
from bookkit.paths import ENGLISH, SNIPPETS

FOLDER = SNIPPETS / "how-to-read"
COMMAND = ["check", "central-quotient", "mine.py"]


def test_the_answer_is_that_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BACKPROP_PROGRESS", str(tmp_path / "progress.json"))
    monkeypatch.chdir(FOLDER)
    main(COMMAND)
    assert capsys.readouterr().out == (FOLDER / "check_mine.txt").read_text(encoding="utf-8")


def test_the_page_gives_this_command() -> None:
    page = (ENGLISH / "how-to-read.md").read_text(encoding="utf-8")
    assert f"\nenv/bin/python -m backprop.exercises {' '.join(COMMAND)}\n" in page
