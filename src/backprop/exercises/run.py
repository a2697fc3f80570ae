"""Run a reader's file in a process of its own, and collect its notes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from backprop.exercises.exercise import Exercise

STARTING = 120.0  # seconds that Python and NumPy may take to start, on a busy machine
GRACE = 3.0  # seconds in which the process says itself that it is late
MOST_PRINTED = 1_000_000  # bytes
_START = (
    "import sys; home = sys.argv.pop(1); home in sys.path or sys.path.insert(0, home); "
    "from backprop.exercises.child import main; main(*sys.argv[1:])"
)


@dataclass
class Run:
    """What came of a file: its notes, what it printed, and how its process ended.

    `ended` is `itself`, `late` or `talkative`; `code` is the exit code.
    """

    notes: list[dict[str, Any]] = field(default_factory=list)
    printed: str = ""
    ended: str = "itself"
    code: int = 0
    seconds: float = 0.0

    def note(self, name: str) -> dict[str, Any] | None:
        """Return the first note that has that name."""
        return next((note for note in self.notes if name in note), None)


class _Reader(threading.Thread):
    """Reads what a process prints, keeps the beginning, and notices if it is too much."""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__(daemon=True)
        self._stream = stream
        self.kept = b""
        self.total = 0

    def run(self) -> None:
        while chunk := os.read(self._stream.fileno(), 65536):
            self.total += len(chunk)
            self.kept = (self.kept + chunk)[:20_000]


def run(exercise: Exercise, path: Path, seconds: float | None = None) -> Run:
    """Run a file on an exercise's cases, with a limit of time, of memory and of what it prints."""
    limit = exercise.seconds if seconds is None else seconds
    home = str(Path(__file__).parents[2])
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        notes = Path(folder) / "notes"
        notes.touch()
        command = [sys.executable, "-P", "-c", _START, home, exercise.name, str(path.resolve()), str(notes)]
        settings = {"PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        process = subprocess.Popen(
            [*command, str(limit)],
            cwd=path.resolve().parent,
            env={k: v for k, v in os.environ.items() if k != "PYTHONWARNINGS"} | settings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=os.name == "posix",
        )
        assert process.stdout is not None
        reader = _Reader(process.stdout)
        reader.start()
        found = Run(seconds=limit)
        try:
            found.ended = _wait(process, reader, notes, limit)
        finally:
            _end(process)
        found.code = process.wait()
        reader.join(2.0)
        if not reader.is_alive():
            process.stdout.close()
        found.printed = reader.kept.decode("utf-8", "replace")
        found.notes = _read(notes)
        return found


def _wait(process: subprocess.Popen[bytes], reader: _Reader, notes: Path, limit: float) -> str:
    """Wait for the end; the time counts from when the process says that it is ready."""
    until, ready = time.monotonic() + STARTING, False
    while process.poll() is None:
        if not ready and notes.stat().st_size:
            until, ready = time.monotonic() + limit + GRACE, True
        if reader.total > MOST_PRINTED:
            return "talkative"
        if time.monotonic() > until:
            return "late"
        time.sleep(0.02)
    reader.join(1.0)
    return "talkative" if reader.total > MOST_PRINTED else "itself"


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and, where the system has groups of processes, what it has started."""
    if os.name == "posix":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()


def _read(path: Path) -> list[dict[str, Any]]:
    """Return the notes; one that the end of the process has cut off is left out."""
    found = []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            note = json.loads(line)
        except ValueError:
            continue
        if isinstance(note, dict):
            found.append(note)
    return found
