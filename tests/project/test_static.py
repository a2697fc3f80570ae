"""Formatting, style and types, as one command each."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bookkit.paths import ROOT, SNIPPETS

OUTPUT = re.compile(r"^[ \t]*#>.*\n", re.MULTILINE)


def passes(*command: str, cwd: Path = ROOT) -> None:
    result = subprocess.run(
        [sys.executable, "-m", *command], cwd=cwd, capture_output=True, text=True, check=False
    )
    if result.returncode:
        pytest.fail(f"{' '.join(command)}\n{result.stdout}{result.stderr}", pytrace=False)


def test_everything_is_formatted() -> None:
    passes("ruff", "format", "--check", "--quiet", "--diff")


def test_listings_are_formatted(tmp_path: Path) -> None:
    for path in SNIPPETS.rglob("*.py"):
        copy = tmp_path / path.relative_to(SNIPPETS)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(OUTPUT.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
    passes(
        "ruff", "format", "--check", "--quiet", "--diff", "--isolated", "--line-length=88", ".", cwd=tmp_path
    )


def test_everything_is_in_good_style() -> None:
    passes("ruff", "check", "--quiet", "--output-format=concise")


def test_types_are_right() -> None:
    passes("mypy", "--no-error-summary")
