"""Every listing runs and prints what the page says; `pytest --update-examples` writes what it prints.

One that needs an optional package (`bookkit.programs.optional`) is skipped, and named, where that is not
installed.
With `--everyday`, one that passed is not run again until it changes, or something that it depends on.
"""

import inspect
import os
import platform
import re
import sys
import traceback
from collections.abc import Sequence
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import matplotlib as mpl
import pytest
from pytest_examples import CodeExample, EvalExample, run_code

from bookkit.keeping.cache import Cache, fingerprint, fingerprint_files
from bookkit.paths import ROOT, SNIPPETS
from bookkit.programs.beside import beside, used
from bookkit.programs.optional import left_out

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


@cache
def surroundings() -> str:
    """Return a fingerprint of what all listings depend on: library, packages, Python, machine, this test."""
    sources = [path for name in ("backprop", "bookdraw") for path in (ROOT / "src" / name).rglob("*.py")]
    packages = sorted(f"{package.name} {package.version}" for package in distributions())
    machine = [sys.version, platform.platform(), platform.processor(), str(os.cpu_count())]
    threads = sorted(
        f"{name}={value}" for name, value in os.environ.items() if "BLAS" in name or "OMP_" in name
    )
    return fingerprint(fingerprint_files([*sources, Path(__file__)]), *packages, *machine, *threads)


def kept_as(path: Path) -> str:
    """Return under what it is kept that a listing has passed."""
    return fingerprint(surroundings(), str(path), path.read_bytes(), fingerprint_files(used(path)))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.relative_to(SNIPPETS).as_posix())
def test_snippet(
    path: Path, eval_example: EvalExample, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    if why := left_out(path):
        pytest.skip(why)
    everyday = pytestconfig.getoption("--everyday", default=False) and not eval_example.update_examples
    passed, key = Cache("listings"), kept_as(path)
    if everyday and passed.get(key) is not None:
        return
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
    if not eval_example.update_examples:
        passed.put(key, "passed")
