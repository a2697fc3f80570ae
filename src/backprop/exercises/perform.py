"""Run what a file defines on the cases of an exercise, and note what comes of each."""

from __future__ import annotations

import linecache
import warnings
from collections.abc import Iterator
from types import SimpleNamespace, TracebackType
from typing import Any

import numpy as np

from backprop.exercises.exercise import Exercise
from backprop.exercises.values import encode

LONGEST = 300  # characters of a message


class NotAllowedError(BaseException):
    """The file does what no exercise needs; `what` says which: `reads`, `starts`."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def perform(exercise: Exercise, names: SimpleNamespace, file: str = "") -> Iterator[dict[str, Any]]:
    """Yield two notes a case: that it begins, and what has come of it."""
    for index, one in enumerate(exercise.cases()):
        yield {"begins": index}
        yield {"case": index} | _one(exercise, names, one.fresh(), one.arguments, file)


def _one(
    exercise: Exercise, names: SimpleNamespace, given: tuple[Any, ...], before: tuple[Any, ...], file: str
) -> dict[str, Any]:
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        try:
            value = encode(exercise.answer(names, given))
        except BaseException as error:
            return {"error": described(error, file)}
    arguments = zip(exercise.arguments, before, given, strict=False)
    almost = {name: _almost(old, new) for name, old, new in arguments if not _same(old, new)}
    overflows = any("overflow" in str(warning.message) for warning in heard)
    slightly = [name for name, is_almost in almost.items() if is_almost]
    return {"value": value, "changed": list(almost), "slightly": slightly, "overflow": overflows}


def _same(old: Any, new: Any) -> bool:
    """Tell whether an argument is as it was; of functions and generators nothing is asked."""
    if isinstance(old, np.ndarray):
        return isinstance(new, np.ndarray) and old.shape == new.shape and np.array_equal(old, new, True)
    if isinstance(old, list | tuple):
        return len(old) == len(new) and all(map(_same, old, new))
    return not isinstance(old, int | float | str) or bool(old == new)


def _almost(old: Any, new: Any) -> bool:
    """Tell whether an array has changed by no more than rounding."""
    if not isinstance(old, np.ndarray) or not isinstance(new, np.ndarray) or old.shape != new.shape:
        return False
    return bool(np.all(np.abs(old - new) < 1e-12))


def described(error: BaseException, file: str) -> dict[str, Any]:
    """Return an error as a note: its kind, its message, and where in the reader's file it arose."""
    try:
        message = str(
            (error.msg or "") if isinstance(error, SyntaxError) else error
        )  # which has the line, too
    except Exception:
        message = ""
    note: dict[str, Any] = {"kind": type(error).__name__, "message": " ".join(message.split())[:LONGEST]}
    note["family"] = next(
        (k.__name__ for k in type(error).__mro__ if k.__module__ == "builtins"), "Exception"
    )
    if isinstance(error, NotAllowedError):
        note["not_allowed"] = error.what
    if isinstance(error, AttributeError | NameError):
        note["name"] = str(getattr(error, "name", "") or "")
    if isinstance(error, SyntaxError) and error.filename == file:
        return note | {"line": error.lineno or 0, "code": (error.text or "").strip()[:LONGEST]}
    if line := last_line(error.__traceback__, file):
        note |= {"line": line, "code": linecache.getline(file, line).strip()[:LONGEST]}
    return note


def last_line(trace: TracebackType | None, file: str) -> int:
    """Return the last line of the file that a traceback comes through; 0 where it comes through none."""
    line = 0
    while trace is not None:
        if file and trace.tb_frame.f_code.co_filename == file:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
