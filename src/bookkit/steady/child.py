"""The process in which listings are run under one way of rounding; the parent chose its environment.

It reads a path a line, and answers each with what the file shows, as JSON. Its first line says how it really
rounds: which kernel runs, in how many threads, and with which instructions.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import os
import sys
import traceback
import types
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bookkit.programs.beside import beside
from bookkit.steady.outputs import DRAWN, ERROR, PRINTED, Output, Picture, as_data

DOTS_PER_INCH = 100


def main() -> None:
    """Answer the parent until it says no more; with a seed as argument, under noise."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a program prints past sys.stdout is no answer
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else None
    if seed is not None:
        from bookkit.steady import rewriting
        from bookkit.steady.noise import Noise

        rewriting.install(Noise(seed))
    print(json.dumps(_arithmetic()), file=answers, flush=True)
    for line in sys.stdin:
        path = Path(json.loads(line))
        print(json.dumps(as_data(run(path, noisy=seed is not None))), file=answers, flush=True)


def _arithmetic() -> dict[str, Any]:
    import numpy as np
    from threadpoolctl import threadpool_info

    np.ones((64, 64)) @ np.ones((64, 64))  # a kernel that the processor cannot run ends the process here
    np.ones((64, 64)) @ np.ones(64)
    libraries = [info for info in threadpool_info() if info["internal_api"] == "openblas"]
    own = next((info for info in libraries if "numpy" in info["filepath"]), libraries[0] if libraries else {})
    return {
        "kernel": own.get("architecture"),
        "threads": own.get("num_threads"),
        "features": _features(),
        "numpy": np.__version__,
    }


def _features() -> list[str]:
    """The instructions that NumPy chooses among as it starts, and that it has chosen, the oldest first."""
    core = importlib.import_module("numpy._core._multiarray_umath")  # as np.show_config() does
    return [name for name in core.__cpu_dispatch__ if core.__cpu_features__.get(name)]


def run(path: Path, noisy: bool) -> list[Output]:
    """Run a file and return what it shows, in order."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    import bookdraw

    shown: list[Output] = []
    plt.close("all")
    show, plt.show = plt.show, lambda *_, **__: shown.extend(_drawn(path))
    try:
        with mpl.rc_context(), warnings.catch_warnings(), contextlib.redirect_stdout(_Recorder(path, shown)):
            warnings.simplefilter("error")
            bookdraw.use()
            _execute(path, noisy)
            shown.extend(_drawn(path))
    except (Exception, SystemExit) as error:
        lines = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == str(path)]
        shown.append(Output(ERROR, (lines and lines[-1]) or 1, f"{type(error).__name__}: {error}"))
    finally:
        plt.show = show
        plt.close("all")
    return shown


def _execute(path: Path, noisy: bool) -> None:
    source = path.read_bytes()
    if noisy:
        from bookkit.steady.rewriting import rewritten

        code = rewritten(source, str(path))
    else:
        code = compile(source, str(path), "exec", dont_inherit=True)
    module = types.ModuleType("__main__")
    module.__file__ = str(path)
    before, sys.modules["__main__"] = sys.modules["__main__"], module
    try:
        with beside(path):
            exec(code, module.__dict__)
    finally:
        sys.modules["__main__"] = before


class _Recorder(io.TextIOBase):
    """Standard output that knows which line of a file writes."""

    def __init__(self, path: Path, shown: list[Output]) -> None:
        self.name, self.shown = str(path), shown

    def write(self, text: str) -> int:
        line = _line(self.name)
        last = self.shown[-1] if self.shown else None
        if last is not None and (last.kind, last.line) == (PRINTED, line):
            self.shown[-1] = Output(PRINTED, line, last.text + text)
        elif text:
            self.shown.append(Output(PRINTED, line, text))
        return len(text)


def _line(name: str) -> int:
    frame = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename != name:
        frame = frame.f_back  # type: ignore[assignment]
    return 1 if frame is None else frame.f_lineno


def _drawn(path: Path) -> Iterator[Output]:
    """The figures that are open: their pixels, and the words and numbers that stand in them."""
    import numpy as np
    from matplotlib import pyplot as plt
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.text import Text

    line = _line(str(path))
    for number in plt.get_fignums():
        figure = plt.figure(number)
        figure.set_facecolor("white")
        figure.set_dpi(DOTS_PER_INCH)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()  # type: ignore[no-untyped-call]
        words = [text.get_text() for text in figure.findobj(Text) if text.get_visible()]
        pixels = np.asarray(canvas.buffer_rgba())[..., :3]  # type: ignore[no-untyped-call]
        yield Output(DRAWN, line, "\n".join(word for word in words if word), Picture.of(pixels))
    plt.close("all")


if __name__ == "__main__":
    main()
