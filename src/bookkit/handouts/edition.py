"""Which edition is printed: the project's version, and the day of its last change and of each page's."""

from __future__ import annotations

import json
import os
import subprocess
import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bookkit.paths import ROOT

PATIENCE = 10  # seconds that Git may take
_DAYS = "--date=format-local:%Y-%m-%d"


def version(root: Path = ROOT) -> str:
    """Return the version that pyproject.toml says, which is the only place that says it."""
    return _said(root, "version")


def name(root: Path = ROOT) -> str:
    """Return the name of the project, which the files of its editions have."""
    return _said(root, "name")


def _said(root: Path, what: str) -> str:
    """Return what pyproject.toml says of the project."""
    return str(tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"][what])


def _git(folder: Path, *words: str) -> str:
    """Return what Git says about a folder, with days as in Greenwich."""
    return subprocess.run(
        ["git", "-C", str(folder), "-c", "core.quotepath=false", *words],
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=PATIENCE,
        env=os.environ | {"TZ": "UTC"},
    ).stdout.strip()


def day(root: Path = ROOT) -> str:
    """Return the day of the last commit, as 2026-11-28; nothing where no history says it.

    A folder without a history is dated by SOURCE_DATE_EPOCH, where that is set.
    """
    try:
        return _git(root, "log", "-1", "--format=%cd", _DAYS)
    except (OSError, subprocess.SubprocessError):
        seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
        return f"{datetime.fromtimestamp(int(seconds), UTC):%Y-%m-%d}" if seconds.isdecimal() else ""


def changes(folder: Path) -> dict[str, str]:
    """Return the day of the last change of each file in a folder, by its path there; none without a history.

    A history that was cut off says of no file when it was changed.
    """
    try:
        if _git(folder, "rev-parse", "--is-shallow-repository") != "false":
            return {}
        said = _git(folder, "log", "--format=%x00%cd", _DAYS, "--name-only", "--relative", "--", ".")
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return {}
    found: dict[str, str] = {}
    for commit in said.split("\0")[1:]:
        date, *files = commit.split("\n")
        for name in filter(None, files):
            found.setdefault(name, date)
    return found


def described(book: Mapping[str, Any], **said: Any) -> str:
    """Return what an edition of the book has to know of it besides its pages, as JSON."""
    version, day = f"{book['foot']['version']} {book['edition']['version']}", book["edition"]["day"]
    known = {"authors": book["authors"], "edition": " · ".join(filter(None, (version, day)))}
    return json.dumps(said | known | {"words": book["paper"]}, ensure_ascii=False)
