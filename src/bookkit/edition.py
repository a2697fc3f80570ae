"""Which edition is printed: the project's version, and the day of its last change."""

from __future__ import annotations

import os
import subprocess
import tomllib
from datetime import UTC, datetime
from pathlib import Path

from bookkit.paths import ROOT

PATIENCE = 10  # seconds that Git may take


def version(root: Path = ROOT) -> str:
    """Return the version that pyproject.toml says, which is the only place that says it."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def day(root: Path = ROOT) -> str:
    """Return the day of the last commit, as 2026-11-28; nothing where no history says it.

    A folder without a history is dated by SOURCE_DATE_EPOCH, where that is set.
    """
    command = ["git", "-C", str(root), "log", "-1", "--format=%cd", "--date=format-local:%Y-%m-%d"]
    try:
        said = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=True,
            timeout=PATIENCE,
            env=os.environ | {"TZ": "UTC"},
        )
        return said.stdout.strip()
    except (OSError, subprocess.SubprocessError):
        seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
        return f"{datetime.fromtimestamp(int(seconds), UTC):%Y-%m-%d}" if seconds.isdecimal() else ""
