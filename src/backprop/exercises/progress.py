"""Which exercises a reader has solved: a file of the reader's, which is never destroyed."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

VARIABLE = "BACKPROP_PROGRESS"
USUAL = ".backprop-exercises.json"


class ProgressError(ValueError):
    """The file cannot be read or written; `key` says which, `path` names it."""

    def __init__(self, key: str, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.key, self.path, self.reason = key, path, reason


@dataclass
class Progress:
    """The solved exercises, each with the day on which it was first solved."""

    solved: dict[str, str] = field(default_factory=dict)


def place() -> Path:
    """Return the file: what BACKPROP_PROGRESS names, or one in the home folder."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    try:
        return Path.home() / USUAL
    except RuntimeError:  # a user without a home
        return Path(USUAL)


def read(path: Path) -> Progress:
    """Return what the file says; an empty progress where there is none. Raises ProgressError."""
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Progress()
    except (OSError, UnicodeDecodeError) as error:
        raise ProgressError("unreadable", path, str(error)) from None
    try:
        solved = json.loads(text)["solved"]
        if not all(isinstance(name, str) and isinstance(day, str) for name, day in solved.items()):
            raise ValueError("entries must be texts")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ProgressError("damaged", path, f"{type(error).__name__}: {error}") from None
    return Progress(dict(solved))


def note(path: Path, name: str) -> None:
    """Add a solved exercise; the file is replaced only when the new one is whole. Raises ProgressError."""
    progress = read(path)
    if name in progress.solved:
        return
    progress.solved[name] = date.today().isoformat()
    text = json.dumps({"version": 1, "solved": progress.solved}, indent=1) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        target = path.resolve()  # a link stays one
        handle, other = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise ProgressError("unwritable", path, str(error)) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(other).replace(target)
    except OSError as error:
        raise ProgressError("unwritable", path, str(error)) from None
    finally:
        Path(other).unlink(missing_ok=True)
