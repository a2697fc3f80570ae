"""A lab's script as a page: its words, its code and what it prints, on the lines of the file."""

from __future__ import annotations

import json
import re
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bookkit.keeping.cache import Cache, fingerprint, fingerprint_files
from bookkit.paths import ROOT
from bookkit.programs import apart as programs
from bookkit.typesetting import typeface

_CELL = re.compile(r"#\s*%%(?:\s.*)?$")
_WORDS = re.compile(r"\[(?:markdown|md)\]")


SECONDS = 180.0  # that a lab may take
CELL_SECONDS = 120  # that one of its cells may take
_notebooks = Cache("ipynb")


class LabError(RuntimeError):
    """A lab that does not run: on which line, and why."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"the lab does not run: {message}")
        self.line = line


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


def as_ipynb(path: Path) -> str:
    """Return a lab as a notebook file, for readers who download it.

    The cells' ids are counted, so that the same lab always gives the same bytes.
    """
    key = fingerprint(path.read_bytes(), version("jupytext"), version("nbformat"))
    return _notebooks.made(key, lambda: _made_notebook(path))


def _made_notebook(path: Path) -> str:
    import jupytext  # only where a lab has changed

    notebook = jupytext.read(path)
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number}"
    return str(jupytext.writes(notebook, fmt="ipynb"))


def code_cells(script: str) -> list[int]:
    """Return the lines on which the lab's cells of code begin; empty ones are not counted."""
    found: list[int] = []
    begun = header = False
    lines = script.splitlines()
    for number, (line, words) in enumerate(_lines(script), start=1):
        if _CELL.match(lines[number - 1]):
            begun = False
        elif not found and line == "# ---" and (header or number == 1):
            header = not header
        elif line.strip() and not (words or begun or header):
            found.append(number)
            begun = True
    return found


def surroundings() -> str:
    """Return a fingerprint of what a lab's results depend on beside its own text: what it imports, Python."""
    return fingerprint(fingerprint_files((ROOT / "src").rglob("*.py")), sys.version, typeface.fingerprint())


def printed(path: Path) -> str:
    """Return what a lab prints, run as a script; kept as long as neither it nor the library changes.

    Raises LabError where it does not run.
    """
    kept = _kept("printed", "script", path)
    assert isinstance(kept, str)
    return kept


def executed(path: Path, **options: Any) -> dict[str, Any]:
    """Return a lab's page as its notebook gives it, run: content, table of contents, title; kept likewise.

    `options` are those of mkdocs-jupyter's conversion. Raises LabError where a cell does not run.
    """
    kept = _kept("labs", "notebook", path, cell_seconds=CELL_SECONDS, **options)
    assert isinstance(kept, dict)
    return kept


def _kept(cached: str, kind: programs.Kind, path: Path, **options: Any) -> Any:
    cache = Cache(cached)
    key = fingerprint(path.read_bytes(), surroundings(), repr(sorted(options.items())))
    kept = cache.get(key)
    if kept is not None:
        return json.loads(kept)
    try:
        result = programs.run(kind, path, SECONDS, **options)
    except programs.ProgramError as error:
        raise LabError(error.line, error.message) from None
    cache.put(key, json.dumps(result, ensure_ascii=False))
    return result
