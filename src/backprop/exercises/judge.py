"""What is wrong with an answer, found by comparing it with what mistakes would have given."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Exercise
from backprop.exercises.guesses import numeric
from backprop.exercises.parts import Misfit, Part, close, shape_text, taken_apart
from backprop.exercises.values import Strange, decode, encode

Notes = Sequence[dict[str, Any]]


@dataclass(frozen=True)
class Finding:
    """What is said: the key of a message, or `mistake.` and a mistake of the exercise; and its values."""

    key: str
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """One case: what is right, what was given, or the error that was raised."""

    case: Case
    wanted: Any
    given: Any = None
    error: dict[str, Any] | None = None
    note: dict[str, Any] = field(default_factory=dict)


def judge(exercise: Exercise, notes: Notes) -> list[Finding]:
    """Return what is wrong with the notes of all cases; nothing, if nothing is."""
    with np.errstate(all="ignore"):  # a reader's numbers may be of any size
        return _judged(exercise, notes)


def _judged(exercise: Exercise, notes: Notes) -> list[Finding]:
    cases = exercise.cases()
    by_case = {note["case"]: note for note in notes if "case" in note}
    answers = []
    if len(by_case.keys() & set(range(len(cases)))) < len(cases):
        return [Finding("process.ended", {"code": 0})]
    for index, one in enumerate(cases):
        note = by_case[index]
        given = decode(note["value"]) if "value" in note else None
        answers.append(Answer(one, _right(exercise, one), given, note.get("error"), note))
    wrong = [answer for answer in answers if not _is_right(exercise, answer)]
    if not wrong:
        return _besides(exercise, answers)
    wrong = sorted(wrong, key=lambda answer: len(repr(answer.case.arguments)))  # to be tried by hand
    found, shown = (
        _with(_known_mistake(exercise, answers) or _turned_round(answers), wrong[0])
        or _error(wrong)
        or _form(exercise, wrong)
        or (_numbers(exercise, answers, wrong), wrong[0])
    )
    extra = [f for f in _besides(exercise, answers) if f.key.startswith("besides.changed")]
    return [found, *_example(exercise, shown, found), *extra]


def _with(found: Finding | None, shown: Answer) -> tuple[Finding, Answer] | None:
    return None if found is None else (found, shown)


def _turned_round(answers: Sequence[Answer]) -> Finding | None:
    """Tell whether all answers have the right parts, the last one first."""
    wanted = [decode(encode(answer.wanted)) for answer in answers]
    if not all(isinstance(one, list) and len(one) > 1 for one in wanted):
        return None
    turned = all(
        answer.error is None and _alike(answer.given, one[::-1], 1e-6)
        for answer, one in zip(answers, wanted, strict=True)
    )
    return Finding("number.reversed") if turned else None


def _right(exercise: Exercise, one: Case) -> Any:
    with np.errstate(all="ignore"):
        return exercise.expected(*one.fresh())


def _is_right(exercise: Exercise, answer: Answer) -> bool:
    if answer.error is not None:
        return False
    parts = taken_apart(answer.wanted, answer.given, exercise.returns)
    if isinstance(parts, Misfit):
        return False
    return all(part.fits(exercise.tolerance) and part.given.dtype.kind != "c" for part in parts)


def _known_mistake(exercise: Exercise, answers: Sequence[Answer]) -> Finding | None:
    """Return the mistake of the exercise that gives what was given, in all cases."""
    for name in exercise.mistakes:
        if all(_equals(exercise, answer, _attempt(exercise, name, answer.case)) for answer in answers):
            return Finding(f"mistake.{name}")
    return None


def _attempt(exercise: Exercise, mistake: str, one: Case) -> Any:
    """Return what a mistake answers to a case, or the kind of error that it raises as a text."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            return decode(encode(exercise.answer(exercise.wrong(mistake), one.fresh())))
        except Exception as error:
            return SimpleNamespace(error=type(error).__name__)


def _equals(exercise: Exercise, answer: Answer, wrong: Any) -> bool:
    if isinstance(wrong, SimpleNamespace):
        return answer.error is not None and answer.error["kind"] == wrong.error
    return answer.error is None and _alike(answer.given, wrong, exercise.tolerance)


def _alike(one: Any, other: Any, tolerance: float) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(
            _alike(a, b, tolerance) for a, b in zip(one, other, strict=True)
        )
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        return close(one, other, tolerance)
    if isinstance(one, list) and isinstance(other, np.ndarray) and other.ndim:
        return _alike(one, list(other), tolerance)
    if isinstance(other, list) and isinstance(one, np.ndarray) and one.ndim:
        return _alike(list(one), other, tolerance)
    return type(one) is type(other) and not isinstance(one, list | np.ndarray) and one == other


def _error(wrong: Sequence[Answer]) -> tuple[Finding, Answer] | None:
    """Say what was raised, and in which case; where only some cases raise it, in the first of them."""
    for answer in wrong:
        if answer.error is not None:
            return error_finding(answer.error, "case"), answer
    return None


ERRORS = (
    *("NotImplementedError", "NameError", "ZeroDivisionError", "IndexError", "KeyError", "RecursionError"),
    *("MemoryError", "AssertionError", "OverflowError", "SystemExit", "KeyboardInterrupt", "EOFError"),
    *("ModuleNotFoundError", "ImportError", "FileNotFoundError", "IndentationError", "SyntaxError"),
)

MEANT_BY = {"UnboundLocalError": "NameError", "TabError": "IndentationError"}
CALLED_WRONGLY = ("TypeError", "ValueError", "IndexError", "AxisError")

MESSAGES = (
    ("axis", r"axis (?P<axis>-?\d+) is out of bounds for array of dimension (?P<axes>\d+)"),
    ("one_number", r"arrays can be converted to Python scalars"),
    ("ragged", r"inhomogeneous"),
    ("element", r"setting an array element with a sequence"),
    ("index_of_number", r"array is 0-dimensional, but|invalid index to scalar"),
    ("index_of_number", r"'(int|float|complex|numpy\.\w+)' object is not subscriptable"),
    ("indices", r"too many indices for array: array is (?P<axes>\d+)-dimensional, but (?P<indices>\d+)"),
    ("list_index", r"list indices must be integers or slices, not tuple"),
    ("index", r"only integers, slices|indices must be integers"),
    ("index", r"only integer scalar arrays|interpreted as an integer|a single integer, got"),
    ("truth", r"truth value of an array"),
    ("none", r"'NoneType'"),
    ("list_times", r"can't multiply sequence by non-int"),
    ("matmul_number", r"matmul: Input operand \d does not have enough dimensions"),
    ("shapes", r"shapes|broadcast|matmul|dimensions? |dimensions?$|same shape|cannot reshape"),
)
"""What NumPy and Python say of arrays that are used wrongly, and the key of what is said of it."""


def error_finding(error: dict[str, Any], stage: str) -> Finding:
    """Return what is said of an error, `stage` being where it arose: `loading` or `case`."""
    values = {
        **error,
        "message": error["message"].strip().rstrip("."),
        "line": error.get("line", 0),
        "code": error.get("code", ""),
        "name": error.get("name", ""),
    }
    if "not_allowed" in error:
        return Finding(f"error.{error['not_allowed']}", values)
    kind, message = error["kind"], values["message"]
    if values["code"].startswith("raise ") and kind in CALLED_WRONGLY:
        return Finding("error.other", values)  # a reader's own, whatever it says
    if kind == "UnicodeDecodeError" or "null bytes" in message or "encoding declaration" in message:
        return Finding("error.no_text", values)
    if kind in MEANT_BY:
        return Finding(f"error.{MEANT_BY[kind]}", values)
    if kind in ("ImportError", "ModuleNotFoundError") and not values["line"]:
        return Finding("error.needs", values)  # ours, which asks for a package
    if not values["line"] and "unpack" in message:
        return Finding("error.unpack", values)
    if kind in CALLED_WRONGLY:
        for key, pattern in MESSAGES:
            if said := re.search(pattern, message):
                return Finding(f"error.{key}", values | said.groupdict())
    if kind in ERRORS:
        return Finding(f"error.{kind}", values)
    if kind == "AttributeError" and not values["line"]:
        return Finding("error.no_attribute", values)
    if "argument" in message and kind == "TypeError" and "()" in message:
        return Finding("error.arguments_inside" if values["line"] else "error.arguments", values)
    return Finding("error.other", values)


def _form(exercise: Exercise, wrong: Sequence[Answer]) -> tuple[Finding, Answer] | None:
    """Say what is wrong with the form of an answer, before its numbers are looked at."""
    for answer in wrong:
        if found := _form_in(exercise, answer):
            return found, answer
    return None


def _form_in(exercise: Exercise, answer: Answer) -> Finding | None:
    parts = taken_apart(answer.wanted, answer.given, exercise.returns)
    if isinstance(parts, Misfit):
        if parts.key == "kind.none" and answer.note.get("printed"):
            return Finding("kind.printed")
        return Finding(parts.key, parts.values)
    return next((found for part in parts if (found := _form_of(part))), None)


def _form_of(part: Part) -> Finding | None:
    wanted, given = part.wanted, part.given
    values = {"place": part.name, "wanted": shape_text(wanted.shape), "given": shape_text(given.shape)}
    values["columns"] = str(wanted.shape[-1]) if wanted.ndim else ""
    if given.dtype.kind == "c":
        return Finding("kind.complex", values)
    if given.dtype.kind == "b" and wanted.dtype.kind != "b":
        return Finding("kind.boolean", values)
    if given.shape != wanted.shape:
        return Finding(f"shape.{_shape_mistake(wanted.shape, given.shape)}", values)
    return None


def _shape_mistake(wanted: tuple[int, ...], given: tuple[int, ...]) -> str:
    if not given:
        return "number"
    if not wanted:
        return "no_number" if int(np.prod(given)) != 1 else "one_entry"
    if given == wanted[::-1]:
        return "transposed"
    if tuple(n for n in wanted if n != 1) == given or (
        len(given) == len(wanted) - 1 and _dropped(wanted, given)
    ):
        return "lost_axis"
    if len(wanted) == 2 and len(given) == 2 and 1 in wanted and given == (max(wanted), max(wanted)):
        return "spread"
    if len(wanted) == 2 and len(given) == 2 and given[0] == wanted[0] and wanted[1] == 1:
        return "not_summed"
    if len(wanted) == 2 and given == (wanted[0], 1):
        return "one_column"
    return "other"


def _dropped(wanted: tuple[int, ...], given: tuple[int, ...]) -> bool:
    return any(wanted[:axis] + wanted[axis + 1 :] == given for axis in range(len(wanted)))


def _numbers(exercise: Exercise, answers: Sequence[Answer], wrong: Sequence[Answer]) -> Finding:
    """Say what is wrong with the numbers: of all cases, of one part, or of cases of one kind."""
    everywhere: dict[str, list[tuple[Part, int | None]]] = {}
    for answer in answers:
        parts = taken_apart(answer.wanted, answer.given, exercise.returns)
        size = exercise.samples(*answer.case.fresh()) if exercise.samples else None
        for place, part in enumerate(parts if isinstance(parts, list) else []):
            name = part.name if len({p.name for p in parts}) < 40 else ""  # type: ignore[union-attr]
            key = name.partition("[")[0] or str(place if len(exercise.returns) > 1 else "")
            everywhere.setdefault(key, []).append((part, size))
    failing = {
        name: found
        for name, found in everywhere.items()
        if not all(part.fits(exercise.tolerance) for part, _ in found)
    }
    right = [name for name in everywhere if name not in failing]
    if any(not np.isfinite(part.given).all() for found in failing.values() for part, _ in found):
        return Finding("number.not_finite")
    for name, found in failing.items():
        if guess := numeric(found, exercise.tolerance):
            values = {"place": name, "right": ", ".join(right), **guess[1]}
            return Finding(f"number.{guess[0]}" + ("_of" if right and name else ""), values)
    if tag := _tag(exercise, answers, wrong):
        return Finding(f"only.{tag}")
    if right and failing and all(name for name in everywhere):
        return Finding("number.part", {"place": ", ".join(failing), "right": ", ".join(right)})
    return Finding("number.wrong", {"wrong": len(wrong), "cases": len(answers)})


def _tag(exercise: Exercise, answers: Sequence[Answer], wrong: Sequence[Answer]) -> str | None:
    """Return the tag of all wrong cases that no right one has; it says when the answer fails."""
    if len(wrong) == len(answers):
        return None
    ids = {id(answer) for answer in wrong}
    common = set.intersection(*(_tags(exercise, answer) for answer in wrong))
    right = set.union(*(_tags(exercise, answer) for answer in answers if id(answer) not in ids))
    return min(common - right, default=None)


def _tags(exercise: Exercise, answer: Answer) -> set[str]:
    """Return a case's tags; how many samples it has, nobody needs to write down."""
    if exercise.samples is None:
        return set(answer.case.tags)
    return {*answer.case.tags, "one_sample" if exercise.samples(*answer.case.fresh()) == 1 else "several"}


def _example(exercise: Exercise, shown: Answer, found: Finding) -> list[Finding]:
    """Return the case that the finding is about, to be tried by hand."""
    given = ", ".join(
        f"{name} = {value_text(value)}"
        for name, value in zip(exercise.arguments, shown.case.arguments, strict=False)
    )
    if shown.error is not None:
        return [] if not given else [Finding("example.raised", {"given": given})]
    if exercise.extra.get("example") == "none" or found.key.startswith(("kind.none", "kind.printed")):
        return []
    values = {"given": given, "yours": value_text(shown.given), "wanted": value_text(shown.wanted)}
    return [Finding("example.values", values)]


def value_text(value: Any) -> str:
    """Return a value on few lines, with six digits."""
    if isinstance(value, list | tuple):
        return "[" + ", ".join(value_text(entry) for entry in value[:6]) + (", …]" if len(value) > 6 else "]")
    if isinstance(value, float | int | np.generic) or (isinstance(value, np.ndarray) and not value.ndim):
        return f"{complex(value):.6g}" if np.iscomplexobj(value) else f"{float(value):.6g}"
    if isinstance(value, np.ndarray):
        text = np.array2string(value, precision=6, separator=", ", threshold=16, suppress_small=True)
        return " ".join(text.split()) if value.size <= 16 else f"an array of shape {shape_text(value.shape)}"
    if isinstance(value, Strange | np.random.Generator):
        kind = value.kind if isinstance(value, Strange) else "generator"
        return f"{'an' if kind[:1].lower() in 'aeiou' else 'a'} {kind}"
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{name}: {value_text(entry)}" for name, entry in list(value.items())[:6]) + "}"
        )
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:79]}…"


def _besides(exercise: Exercise, answers: Sequence[Answer]) -> list[Finding]:
    """Return what is wrong although the numbers are right."""
    changed = sorted({name for answer in answers for name in answer.note.get("changed", ())})
    slightly = {name for answer in answers for name in answer.note.get("slightly", ())}
    found = []
    if changed:
        key = "besides.changed_slightly" if set(changed) <= slightly else "besides.changed"
        found = [Finding(key, {"names": ", ".join(changed)})]
    if exercise.quiet and any(answer.note.get("overflow") for answer in answers):
        found.append(Finding("besides.overflow"))
    for answer in answers:
        parts = taken_apart(answer.wanted, answer.given, exercise.returns)
        for part in parts if isinstance(parts, list) else []:
            if part.given.dtype.kind == "f" and part.given.dtype.itemsize < 8:
                return [
                    *found,
                    Finding("besides.precision", {"place": part.name, "kind": str(part.given.dtype)}),
                ]
    return found
