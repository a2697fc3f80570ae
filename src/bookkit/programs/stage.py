"""Where authors' programs run: `python -m bookkit.programs.stage`, started by `bookkit.programs.apart`.

One request a line in, one answer a line out, both JSON:
{"kind": …, "path": …, "seconds": …, "options": {…}} → {"result": …} | {"line": …, "message": …}.
"""

from __future__ import annotations

import contextlib
import faulthandler
import io
import json
import os
import re
import runpy
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn, TextIO

from bookkit.programs.beside import beside

_FRAME = re.compile(r'File "(?P<file>[^"\n]*)", line (?P<line>\d+)')
_CELL_FRAME = re.compile(r"Cell In\[(?P<cell>\d+)\], line (?P<line>\d+)")
_COLOUR = re.compile(r"\x1b\[[\d;]*m")
_GRACE = 2  # seconds that a process has to end itself and to say where it was
_MOST_BYTES = 1 << 26  # that a program may write into one file, its output among them


_to_the_press: list[int] = []  # the handle through which the server answers; no program's business


class _WrongError(Exception):
    """A program ran to its end and was not what it should be; the message says why."""


# What each kind of program is run for


def _figure(path: Path, options: dict[str, Any]) -> str:
    """Run a snippet and return the one figure that it leaves open, as SVG."""
    import matplotlib as mpl
    from matplotlib import pyplot as plt

    import bookdraw
    from bookdraw.live import finished

    plt.show = lambda *_, **__: None
    with mpl.rc_context(), warnings.catch_warnings():
        warnings.simplefilter("error")
        bookdraw.use()  # a snippet's own import of bookdraw does so only the first time
        with beside(path):
            runpy.run_path(str(path), run_name="__main__")
        numbers = plt.get_fignums()
        if len(numbers) != 1:
            raise _WrongError(f"a figure's snippet leaves one figure open, this one {len(numbers)}")
        buffer = io.StringIO()
        figure = plt.figure(numbers[0])
        figure.savefig(buffer, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
        return finished(buffer.getvalue(), figure)


def _script(path: Path, options: dict[str, Any]) -> None:
    """Run a script as its readers do, who have neither of the book's own packages; a warning is an error.

    What it is run for is what it prints.
    """
    sys.argv = [str(path)]
    for name in ("bookdraw", "bookkit"):
        for module in [module for module in sys.modules if module.partition(".")[0] == name]:
            del sys.modules[module]
        sys.modules[name] = None  # type: ignore[assignment]  # so it cannot be imported
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.filterwarnings("ignore", "FigureCanvasAgg is non-interactive")  # from plt.show()
        runpy.run_path(str(path), run_name="__main__")


def _notebook(path: Path, options: dict[str, Any]) -> dict[str, Any]:
    """Run a lab as a notebook, and return its page: content, table of contents, title."""
    from markdown import Markdown
    from markdown.extensions.toc import TocExtension
    from mkdocs_jupyter import convert
    from nbconvert.preprocessors import ExecutePreprocessor

    preprocess = ExecutePreprocessor.preprocess_cell
    cells: list[str] = []

    seconds = options.pop("cell_seconds")

    def remember(self: Any, cell: Any, resources: Any, index: int) -> Any:
        self.timeout = seconds
        if cell.cell_type == "code" and cell.source.strip():
            cells.append(cell.source)
        return preprocess(self, cell, resources, index)  # type: ignore[no-untyped-call]

    ExecutePreprocessor.preprocess_cell = remember  # type: ignore[method-assign]
    depth = options.pop("toc_depth")
    os.environ.pop("MPLBACKEND", None)  # a notebook has its own, which hands the drawings over
    _draw_in_the_books_style()
    try:
        content = convert.nb2html(str(path), **options)
    except Exception as error:
        raise _CellError(*_said_by_a_cell(path, error, len(cells))) from None
    finally:
        ExecutePreprocessor.preprocess_cell = preprocess  # type: ignore[method-assign]
    contents = Markdown(extensions=[TocExtension(toc_depth=depth)])
    contents.convert(convert.nb2md(str(path)))
    tokens: list[dict[str, Any]] = contents.toc_tokens  # type: ignore[attr-defined]
    titles = [token["name"] for token in tokens if token["level"] == 1]
    return {"content": content, "toc_tokens": tokens, "title": titles[0] if titles else None}


def _draw_in_the_books_style() -> None:
    """Have each kernel set the style, so that a lab need not import what its readers do not have."""
    place = Path.cwd() / "ipython"
    os.environ["IPYTHONDIR"] = str(place)
    startup = place / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "style.py").write_text("import bookdraw\ndel bookdraw\n", encoding="utf-8")


class _CellError(Exception):
    """A lab's cell that does not run, by line and message."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


def _said_by_a_cell(path: Path, error: Exception, running: int) -> tuple[int, str]:
    """Return the line of the lab that an error stands on and what it says; `running` counts cells from 1."""
    from bookkit.programs.labs import code_cells

    starts = code_cells(path.read_text(encoding="utf-8"))
    text = _COLOUR.sub("", str(error)).strip()
    frames = [(int(f["cell"]), int(f["line"])) for f in _CELL_FRAME.finditer(text)]
    cell, line = frames[-1] if frames else (running, 1)
    if not 1 <= cell <= len(starts):
        return 1, f"{type(error).__name__}: {text}"
    name = getattr(error, "ename", "")
    if name:
        message = f"{name}: {getattr(error, 'evalue', '')}"
    elif type(error).__name__ == "CellTimeoutError":
        message = "this cell does not end in time"
    elif type(error).__name__ == "DeadKernelError":
        message = "this cell ends the process that runs it"
    else:
        message = f"{type(error).__name__}: {text}"
    return starts[cell - 1] + line - 1, message.rstrip(": ")


_KINDS: dict[str, Callable[[Path, dict[str, Any]], Any]] = {
    "figure": _figure,
    "script": _script,
    "notebook": _notebook,
}


# One program in a process of its own


def _perform(request: dict[str, Any], folder: Path) -> None:
    """Run a program in this process; what comes out of it is in the folder's file `answer` then.

    While it runs, the file `trace` is where a crash or the end of its time would be written.
    """
    write, leave, own = json.dumps, os._exit, os.getpid()

    def refuse(status: int) -> NoReturn:
        if os.getpid() != own:  # a process that the program itself has forked
            leave(status)
        raise SystemExit(f"os._exit({status})")

    trace = (folder / "trace").open("w", encoding="utf-8")
    faulthandler.enable(trace)
    faulthandler.dump_traceback_later(request["seconds"], exit=True, file=trace)
    os._exit = refuse
    path = Path(request["path"])
    try:
        answer = {"result": _KINDS[request["kind"]](path, request["options"])}
    except BaseException as error:
        answer = _fault(path, error)
    faulthandler.cancel_dump_traceback_later()
    with contextlib.suppress(Exception):
        sys.stdout.flush()
    if answer.get("result", ...) is None:
        answer["result"] = (folder / "printed").read_text(encoding="utf-8", errors="replace")
    (folder / "answer").write_text(write(answer), encoding="utf-8")
    leave(0)


def _fault(path: Path, error: BaseException) -> dict[str, Any]:
    """Say where a program failed and why."""
    if isinstance(error, _CellError):
        return {"line": error.line, "message": error.message}
    if isinstance(error, _WrongError):
        return {"line": 1, "message": str(error)}
    if isinstance(error, SyntaxError) and error.filename == str(path):
        return {"line": error.lineno or 1, "message": f"{type(error).__name__}: {error.msg}"}
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == str(path)]
    message = f"{type(error).__name__}: {error}"
    if isinstance(error, SystemExit):
        message += " (a program of the book runs to its end)"
    return {"line": lines[-1] if lines else 1, "message": message}


def _limit_files() -> None:
    try:
        import resource
    except ImportError:
        return  # Windows knows no such limit
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_FSIZE, (_MOST_BYTES, _MOST_BYTES))


def _set_up(folder: Path) -> None:
    """Make this process the program's: its own session, folder, home and output."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(os, "setsid"):
        with contextlib.suppress(OSError):  # it leads one already
            os.setsid()
    home = folder / "home"
    home.mkdir()
    sys.path[:] = [place for place in sys.path if place not in ("", str(Path.cwd()))]
    os.chdir(home)
    os.environ.update({"HOME": str(home), "USERPROFILE": str(home)})
    for way in _to_the_press:
        os.close(way)
    nothing = os.open(os.devnull, os.O_RDONLY)
    printed, said = (os.open(folder / name, os.O_WRONLY | os.O_CREAT, 0o600) for name in ("printed", "said"))
    for number, target in enumerate((nothing, printed, said)):
        os.dup2(target, number)
        os.close(target)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 (it stays open)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
    _limit_files()


# The server


def _answer(request: dict[str, Any], spawn: bool) -> dict[str, Any]:
    """Run a program in a new process and return what came out of it."""
    folder = Path(tempfile.mkdtemp(prefix="program-"))
    try:
        status = _spawned(request, folder) if spawn else _forked(request, folder)
        with contextlib.suppress(OSError, ValueError):
            answer: dict[str, Any] = json.loads((folder / "answer").read_text(encoding="utf-8"))
            return answer
        return _cut_short(request, folder, status)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _cut_short(request: dict[str, Any], folder: Path, status: int | None) -> dict[str, Any]:
    """Say where a program was when its process ended."""
    try:
        trace = (folder / "trace").read_text(encoding="utf-8", errors="replace")
    except OSError:
        trace = ""
    lines = [int(f["line"]) for f in _FRAME.finditer(trace) if f["file"] == request["path"]]
    if status is None or trace.startswith("Timeout"):
        message = f"it is still running after {request['seconds']:g} seconds"
    elif status < 0:
        message = f"its process was ended by {signal.Signals(-status).name}"
    else:
        message = f"its process ended early, with exit code {status}"
    return {"line": lines[0] if lines else 1, "message": message}


def _forked(request: dict[str, Any], folder: Path) -> int | None:
    """Run a program in a fork of this process; return how it ended, None where it had to be ended."""
    child = os.fork()
    if child == 0:
        try:
            _set_up(folder)
            _perform(request, folder)
        finally:  # nothing of the server may go on in its fork
            os.kill(os.getpid(), signal.SIGKILL)
    deadline = time.monotonic() + request["seconds"] + _GRACE
    pause = 0.001
    try:
        while time.monotonic() < deadline:
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                return os.waitstatus_to_exitcode(status)
            time.sleep(pause)
            pause = min(2 * pause, 0.02)
        return None
    finally:
        _end_all(child)


def _spawned(request: dict[str, Any], folder: Path) -> int | None:
    """Run a program in a fresh process, as on systems that cannot fork."""
    command = [sys.executable, "-m", "bookkit.programs.stage", json.dumps(request), str(folder)]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)
    try:
        return process.wait(request["seconds"] + _GRACE)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _end_all(process.pid)


def _end_all(leader: int) -> None:
    """End a program's process and those that it has started."""
    if sys.platform == "win32":
        command = ["taskkill", "/F", "/T", "/PID", str(leader)]
        subprocess.run(command, capture_output=True, check=False)
        return
    for end in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            end(leader, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(leader, 0)


def _warm_up() -> None:
    """Import and draw once what every figure would import and draw anew."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    import bookdraw

    bookdraw.use()
    plt.plot([0, 1])
    plt.title("a $x^2$")
    plt.savefig(io.BytesIO(), format="svg")
    plt.close("all")
    mpl.rcdefaults()


def _leave(number: int, frame: object) -> NoReturn:
    raise SystemExit(number)


def serve(requests: Iterable[str], answers: TextIO, spawn: bool) -> None:
    """Answer one request after the other, until there are no more."""
    for line in requests:
        answers.write(json.dumps(_answer(json.loads(line), spawn)) + "\n")
        answers.flush()


def main(arguments: list[str]) -> None:
    """Serve; or, given a request and a folder, run that one program."""
    if arguments:
        folder = Path(arguments[1])
        _set_up(folder)
        _perform(json.loads(arguments[0]), folder)
    signal.signal(signal.SIGTERM, _leave)
    spawn = not hasattr(os, "fork")
    _to_the_press.append(os.dup(1))
    with os.fdopen(_to_the_press[0], "w", encoding="utf-8") as answers:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)  # whatever else this process says is no answer
        if not spawn:
            with contextlib.suppress(Exception):  # a figure that needs it will say what is wrong
                _warm_up()
        try:
            serve(sys.stdin, answers, spawn)
        finally:
            shutil.rmtree(Path.cwd(), ignore_errors=True)  # the press may have ended without doing so


if __name__ == "__main__":
    main(sys.argv[1:])
