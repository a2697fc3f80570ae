"""The page on checking one's own book shows what the command and MkDocs really say."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from bookkit.__main__ import main
from bookkit.paths import ROOT, SNIPPETS

EXAMPLE = SNIPPETS / "about" / "your-own-book"


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example, in which the command is called."""
    folder = shutil.copytree(EXAMPLE, tmp_path / "example")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("BOOKKIT_CACHE", str(tmp_path / "cache"))
    return folder


@pytest.mark.parametrize(
    ("folder", "shown", "code"), [("notes", "check.txt", 1), ("layers", "layers.txt", 0)]
)
def test_the_command_prints_what_the_page_shows(there: Path, folder: str, shown: str, code: int) -> None:
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        assert main(["check", folder]) == code
    assert said.getvalue() == (EXAMPLE / shown).read_text(encoding="utf-8")


def test_mkdocs_prints_what_the_page_shows(there: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    own = {"PYTHONPATH": str(ROOT / "src"), "NO_MKDOCS_2_WARNING": "1"}
    built = subprocess.run(
        command,
        env=os.environ | own,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert built.returncode == 1
    assert built.stdout == (EXAMPLE / "build.txt").read_text(encoding="utf-8")
