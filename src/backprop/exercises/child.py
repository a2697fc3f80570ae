"""What runs in the process of its own: the reader's file, and then the cases.

Notes go into a file, a line of JSON each, as they come: whatever happens next, the ones before are there.
"""

from __future__ import annotations

import json
import linecache
import os
import sys
import threading
import tokenize
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, TextIO

from backprop.exercises.catalogue import find
from backprop.exercises.perform import NotAllowedError, described, perform

MEMORY = 2 * 2**30  # bytes more than Python and NumPy have taken, where the system lets a process be limited
_STARTS = ("os.fork", "os.exec", "os.system", "os.posix_spawn", "os.spawn", "subprocess.Popen", "pty.spawn")


class Notes:
    """The file of notes; only the process that has opened it writes into it."""

    def __init__(self, path: str) -> None:
        self._file: TextIO = Path(path).open("w", encoding="utf-8")  # noqa: SIM115 (it ends with the process)
        self._owner = os.getpid()
        self._lock = threading.Lock()

    def add(self, **note: Any) -> None:
        """Write a note."""
        if os.getpid() == self._owner:
            with self._lock:
                self._file.write(json.dumps(note) + "\n")
                self._file.flush()


class Counted:
    """Standard output that knows how much was written."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.written = 0

    def write(self, text: str) -> int:
        """Write, and count."""
        self.written += len(text)
        return self._stream.write(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


class NothingToRead:
    """Standard input that says so to whoever reads from it; everything else is as it was."""

    def readline(self, *_: object) -> str:
        """Refuse."""
        raise NotAllowedError("reads")

    read = readlines = __iter__ = __next__ = readline

    def __getattr__(self, name: str) -> Any:
        return getattr(sys.__stdin__, name)


def main(name: str, path: str, notes_path: str, seconds: str) -> None:
    """Run a file and an exercise's cases; always ends the process."""
    notes = Notes(notes_path)
    try:
        _run(name, path, notes, float(seconds))
    except BaseException as error:  # ours: what the reader's file raises is caught where it is run
        notes.add(broken=f"{type(error).__name__}: {error}")
    sys.stdout.flush()
    os._exit(0)  # threads that the file has started must not keep the process


def _run(name: str, path: str, notes: Notes, seconds: float) -> None:
    exercise = find(name)
    exercise.cases()  # what it imports is imported before the limits hold
    _limit_memory()
    notes.add(ready=True)
    watch = threading.Timer(seconds, _late, (notes, path, threading.get_ident()))
    watch.daemon = True
    watch.start()
    sys.addaudithook(_refuse)
    counted: Any = Counted(sys.stdout)
    sys.stdout = counted
    reading: Any = NothingToRead()
    sys.stdin = reading
    sys.path.insert(0, str(Path(path).parent))
    try:
        module = _loaded(path)
    except BaseException as error:
        notes.add(loading=described(error, path))
        return
    names = SimpleNamespace(**vars(module))
    missing = [wanted for wanted in exercise.defines if not callable(getattr(names, wanted, None))]
    if missing:
        here = [
            n
            for n, v in vars(module).items()
            if callable(v) and getattr(v, "__module__", "") == module.__name__
        ]
        notes.add(missing=missing[0], functions=here[:20])
        return
    notes.add(loaded=True)
    for note in perform(exercise, names, path):
        notes.add(**note, printed=counted.written)
        counted.written = 0 if "begins" in note else counted.written
    notes.add(done=True)


def _loaded(path: str) -> ModuleType:
    """Run the file as a module of its own name."""
    with tokenize.open(path) as file:
        source = file.read()
    linecache.cache[path] = (len(source), None, source.splitlines(keepends=True), path)
    module = ModuleType("your_file")
    module.__file__ = path
    sys.modules["your_file"] = module
    exec(compile(source, path, "exec", dont_inherit=True), vars(module))
    return module


def _refuse(event: str, _: object) -> None:
    if event == "builtins.input":
        raise NotAllowedError("reads")
    if event.startswith(_STARTS):
        raise NotAllowedError("starts")


def _late(notes: Notes, path: str, main_thread: int) -> None:
    """Say on which line of the file the time was up, and end."""
    frame = sys._current_frames().get(main_thread)
    line = 0
    while frame is not None and not line:
        line = frame.f_lineno if frame.f_code.co_filename == path else 0
        frame = frame.f_back
    notes.add(late=line, code=linecache.getline(path, line).strip() if line else "")
    os._exit(0)


def _limit_memory() -> None:
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + MEMORY
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (most if hard < 0 else min(most, hard), hard))
    except (ImportError, OSError, ValueError):
        return  # a system that does not limit a process
