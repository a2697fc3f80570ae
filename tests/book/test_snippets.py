"""Every listing runs and prints what the page says; `pytest --update-examples` writes what it prints.

One that needs an optional package (`bookkit.optional`) is skipped, and named, where that is not installed.
"""

import inspect
import re
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import matplotlib as mpl
import pytest
from pytest_examples import CodeExample, EvalExample, run_code

from bookkit.beside import beside
from bookkit.optional import left_out
from bookkit.paths import SNIPPETS

PATHS = sorted(SNIPPETS.rglob("*.py"))
OUTPUT = re.compile(r"^\s*#>", re.MULTILINE)
CALLERS = 10  # pytest-examples looks at the fifth


def callers() -> list[inspect.FrameInfo]:
    """Return what `inspect.stack()` does of the nearest frames, without reading the source of each.

    pytest-examples asks at every print who prints; to read the sources of fifty frames takes longer than most
    listings.
    """
    found: list[inspect.FrameInfo] = []
    frame = sys._getframe(1)
    while frame is not None and len(found) < CALLERS:
        code = frame.f_code
        found.append(inspect.FrameInfo(frame, code.co_filename, frame.f_lineno, code.co_name, None, None))
        frame = frame.f_back
    return found


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.relative_to(SNIPPETS).as_posix())
def test_snippet(path: Path, eval_example: EvalExample, monkeypatch: pytest.MonkeyPatch) -> None:
    if why := left_out(path):
        pytest.skip(why)
    mpl.use("Agg")
    from matplotlib import pyplot as plt

    printed: list[Any] = []

    def own(file: Path, frame: inspect.FrameInfo, values: Sequence[Any]) -> bool:
        if file.samefile(frame.filename):
            printed.append(values)
            return True
        return False

    monkeypatch.setattr(plt, "show", lambda *_, **__: None)
    monkeypatch.setattr(run_code, "inspect", SimpleNamespace(stack=callers))
    eval_example.include_print = own
    example = CodeExample.create(path.read_text(encoding="utf-8"), path=path)
    run = eval_example.run_print_update if eval_example.update_examples else eval_example.run_print_check
    problem = None
    try:
        with mpl.rc_context(), beside(path):
            run(example)
    except Exception as error:
        places = traceback.walk_tb(error.__traceback__)
        lines = [line for frame, line in places if frame.f_code.co_filename == str(path)]
        problem = f"{path}:{lines[-1] if lines else 1}: {type(error).__name__}: {error}"
    finally:
        plt.close("all")
    # The traceback that pytest-examples pieces together breaks pytest itself on Python 3.11: none is shown.
    if problem is not None:
        pytest.fail(problem, pytrace=False)
    # pytest-examples compares outputs only where something is printed.
    assert printed or not OUTPUT.search(example.source), f"{path} shows an output and prints nothing"
