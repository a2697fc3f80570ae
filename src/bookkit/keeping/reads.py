"""Which files and folders are read, and when at first: noted by Python itself, whoever reads them.

What is made from files can then be kept together with what it was made from, and nobody has to list it.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache

_WRITES = os.O_WRONLY | os.O_RDWR
_FOLDERS = {"os.scandir", "os.listdir"}
_open: list[tuple[int, dict[str, int]]] = []  # the notes being taken, each with the thread that it is about


@contextmanager
def noted() -> Iterator[dict[str, int]]:
    """Note what this thread reads for a while, by absolute paths: files, those that it looked for in vain,
    and folders whose names it has asked for; each with the time, in nanoseconds, before it was first read.
    """
    _listen()
    notes: dict[str, int] = {}
    _open.append((threading.get_ident(), notes))
    try:
        yield notes
    finally:
        _open[:] = [entry for entry in _open if entry[1] is not notes]


def note(read: Mapping[str, int]) -> None:
    """Note what was read before, and is remembered, as `noted` gave it."""
    for path, since in read.items():
        _note(path, since)


@cache
def _listen() -> None:
    """Ask Python to say what is opened; once, since it cannot be asked to stop."""
    sys.addaudithook(_heard)


def _heard(event: str, arguments: tuple[object, ...]) -> None:
    if not _open:
        return
    if event == "open":
        path, _, flags = arguments
        if isinstance(path, str | bytes | os.PathLike) and not (isinstance(flags, int) and flags & _WRITES):
            _note(path, time.time_ns())
    elif event in _FOLDERS:
        path = "." if arguments[0] is None else arguments[0]
        if isinstance(path, str | bytes | os.PathLike):
            _note(path, time.time_ns())


def _note(path: str | bytes | os.PathLike[str] | os.PathLike[bytes], since: int) -> None:
    thread, name = threading.get_ident(), None
    for own, notes in _open:
        if own == thread:
            name = os.path.abspath(os.fsdecode(path)) if name is None else name  # noqa: PTH100 (not resolved)
            notes[name] = min(since, notes.get(name, since))
