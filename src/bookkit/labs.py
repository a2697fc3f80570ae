"""A lab's script as a page: its words, its code and what it prints, on the lines of the file."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from bookkit.cache import Cache, fingerprint, fingerprint_files
from bookkit.paths import ROOT

_CELL = re.compile(r"#\s*%%(?:\s.*)?$")
_WORDS = re.compile(r"\[(?:markdown|md)\]")


class LabError(RuntimeError):
    """A lab that does not run: its last words."""


def is_lab(path: Path) -> bool:
    """Tell whether a page is a notebook, kept as a script."""
    return path.suffix == ".py"


def as_markdown(script: str) -> str:
    """Return the text of the lab's Markdown cells; the other lines are empty."""
    return "\n".join(re.sub(r"^# ?", "", line) if words else "" for line, words in _lines(script))


def as_code(script: str) -> str:
    """Return the lab's code; the lines of its Markdown cells are empty."""
    return "\n".join("" if words else line for line, words in _lines(script))


def _lines(script: str) -> list[tuple[str, bool]]:
    """The lines, each with whether it belongs to a Markdown cell."""
    found, words = [], False
    for line in script.splitlines():
        if _CELL.match(line):
            words = _WORDS.search(line) is not None
            found.append(("", words))
        else:
            found.append((line, words))
    return found


def surroundings() -> str:
    """Return a fingerprint of what a lab's results depend on beside its own text: what it imports, Python."""
    return fingerprint(fingerprint_files((ROOT / "src").rglob("*.py")), sys.version)


def printed(path: Path) -> str:
    """Return what a lab prints, run as a script; kept as long as neither it nor the library changes.

    Raises LabError where it does not run.
    """
    cache = Cache("printed")
    key = fingerprint(path.read_bytes(), surroundings())
    kept = cache.get(key)
    if kept is None:
        environment = os.environ | {"MPLBACKEND": "Agg", "PYTHONIOENCODING": "utf-8"}
        command = [sys.executable, str(path)]
        done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", env=environment)
        if done.returncode:
            raise LabError(f"the lab does not run: {done.stderr.strip().rpartition(chr(10))[2]}")
        kept = done.stdout
        cache.put(key, kept)
    return kept
