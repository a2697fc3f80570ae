"""Authors' programs (figures, labs), run apart from the press, each in a process of its own.

A program gets an empty folder as its working directory and home, a handful of environment variables and a
time limit. However it ends (by an error, by leaving the interpreter, by a crash, by never ending), the press
goes on and names file and line. Where processes can be forked, they come from a server that has imported
NumPy and Matplotlib once (`bookkit.programs.stage` is what runs there). There is a server for each processor,
so that threads that ask at the same time are served at the same time.
"""

from __future__ import annotations

import atexit
import json
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

from bookkit.paths import JUPYTER, ROOT, shown
from bookkit.typesetting import typeface

Kind = Literal["figure", "script", "notebook"]

# Programs run side by side, one for each processor: a second thread for one would take from another's.
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
# What a program gets to know of the press's environment: nothing that could be a secret, since what it
# prints is published.
_ALLOWED = {
    *("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PYTHONHOME", "PYTHONHASHSEED", "VIRTUAL_ENV"),
    *("LANG", "LC_ALL", "LC_CTYPE", "TZ", "SOURCE_DATE_EPOCH", "TMPDIR", "TEMP", "TMP"),
    *_ONE_THREAD,
    *("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT"),
    *("NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE"),
}
MOST_SERVERS = 8
_PATIENCE = 5  # seconds more than a program has, until what should have ended it is given up


class ProgramError(RuntimeError):
    """A program that does not run to its end; `line` is where it was, 1 if that is not known."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(f"{shown(path)}:{line}: {message}")
        self.line = line
        self.message = message


def environment(home: Path, variables: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the environment of authors' programs; `home` is where they and what they use may leave files."""
    kept = {name: value for name, value in variables.items() if name.upper() in _ALLOWED}
    sources = [str(ROOT / "src"), *filter(None, variables.get("PYTHONPATH", "").split(os.pathsep))]
    return (
        {"PYTHONHASHSEED": "0"}
        | _ONE_THREAD
        | kept
        | {
            "HOME": str(home),
            "USERPROFILE": str(home),
            "MPLBACKEND": "Agg",
            "MPLCONFIGDIR": str(home / "matplotlib"),
            "PYTHONPATH": os.pathsep.join(str(Path(place).absolute()) for place in sources),
            "PYTHONUTF8": "1",
            # Without its settings, every lab's kernel warns that it talks unencrypted.
            "JUPYTER_CONFIG_PATH": str(JUPYTER),
        }
    )


class _Server:
    """A process that runs programs, one after the other, started when the first is asked for."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._home: Path | None = None
        self._owner = 0
        self._lock = threading.Lock()

    def _start(self) -> subprocess.Popen[bytes]:
        self._home = Path(tempfile.mkdtemp(prefix="book-"))
        self._owner = os.getpid()
        atexit.register(self.stop)
        return subprocess.Popen(
            [sys.executable, "-m", "bookkit.programs.stage"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._home,
            env=environment(self._home) | typeface.variables(self._home),
            start_new_session=True,  # Ctrl+C is for the press, which ends the server
        )

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        """Have one program run, and return what came out of it."""
        with self._lock:
            if self._process is None or self._owner != os.getpid() or self._process.poll() is not None:
                self._close()
                self._process = self._start()
            stdin, stdout = self._process.stdin, self._process.stdout
            assert stdin is not None
            assert stdout is not None
            try:
                stdin.write(json.dumps(request).encode() + b"\n")
                stdin.flush()
                line = stdout.readline()
            except BrokenPipeError:
                line = b""
            except BaseException:
                self._close()  # an answer that nobody waits for must not become the next one's
                raise
            if not line:
                self._close()
                return {"line": 1, "message": "the process that runs the book's programs has ended"}
            answer: dict[str, Any] = json.loads(line)
            return answer

    def number(self) -> int | None:
        """Return the process's number, while there is one."""
        return self._process.pid if self._process is not None else None

    def stop(self) -> None:
        """End the process, and the program that it runs."""
        process = self._process
        if process is not None and self._owner == os.getpid():
            process.terminate()  # first, because whoever waits for its answer has the lock
        with self._lock:
            self._close()

    def _close(self) -> None:
        if self._owner != os.getpid():  # this process is a fork of the one that has the server
            self._process = self._home = None
        if self._process is not None:
            process, self._process = self._process, None
            process.terminate()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    with suppress(OSError):
                        stream.close()
            try:
                process.wait(timeout=_PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        if self._home is not None:
            shutil.rmtree(self._home, ignore_errors=True)
            self._home = None


class _Servers:
    """One server for each processor; a program goes to an idle one, and waits where none is."""

    def __init__(self, count: int) -> None:
        self._all = [_Server() for _ in range(count)]
        self._idle: queue.LifoQueue[_Server] = queue.LifoQueue()  # so one after the other needs only one
        for server in self._all:
            self._idle.put(server)

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        """Have one program run, and return what came out of it."""
        server = self._idle.get()
        try:
            return server.ask(request)
        finally:
            self._idle.put(server)

    def running(self) -> list[int]:
        """Return the numbers of the processes that there are."""
        return [number for server in self._all if (number := server.number()) is not None]

    def stop(self) -> None:
        """End the processes, and the programs that they run."""
        for server in self._all:
            server.stop()


_servers = _Servers(min(os.cpu_count() or 1, MOST_SERVERS))


def run(kind: Kind, path: Path, seconds: float, **options: Any) -> Any:
    """Run a program and return what it is run for: a figure's SVG, a script's output, a notebook's page.

    Raises ProgramError, naming the line, where it does not run to its end in that many seconds.
    """
    request = {"kind": kind, "path": str(path.resolve()), "seconds": seconds, "options": options}
    answer = _servers.ask(request)
    if "result" in answer:
        return answer["result"]
    raise ProgramError(path, answer["line"], answer["message"])


def stop() -> None:
    """End the servers, so that the next program gets the sources as they are then."""
    _servers.stop()
