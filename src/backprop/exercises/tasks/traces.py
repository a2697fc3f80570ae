"""Part V, what libraries write down: a count of changes, and programs that are lists of lines."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Exercise, case, forms
from backprop.exercises.tasks.oracles import sigma, sigma_slope, slopes

Lines = list[tuple[str, ...]]


def _programs() -> list[Case]:
    circuit = [("t1", "add", "a", "b"), ("t2", "mul", "t1", "c"), ("t3", "sigmoid", "t2")]
    twice = [("t1", "mul", "u", "u"), ("t2", "add", "t1", "u")]
    waits = [
        *(("t1", "mul", "u", "v"), ("t2", "sigmoid", "t1"), ("t3", "add", "t1", "t2")),
        *(("t4", "mul", "t3", "t1"), ("t5", "mul", "t4", "t2")),
    ]
    idle = [("t1", "sigmoid", "u"), ("t2", "mul", "u", "v"), ("t3", "mul", "t1", "t1")]
    return [
        case(circuit, {"a": 1.0, "b": -2.0, "c": -3.0}),
        case(twice, {"u": 1.5}),
        case(waits, {"u": 0.8, "v": -1.7}),
        case(idle, {"u": -0.6, "v": 2.5}, tags="needless_line"),
    ]


def _played(lines: Lines, numbers: dict[str, Any]) -> dict[str, Any]:
    values = dict(numbers)
    for out, operation, *inputs in lines:
        given = [values[name] for name in inputs]
        if operation == "sigmoid":
            values[out] = sigma(given[0])
        else:
            values[out] = given[0] + given[1] if operation == "add" else given[0] * given[1]
    return values


def _measured(lines: Lines, numbers: dict[str, float]) -> list[Any]:
    def result(*inputs: Any) -> Any:
        return _played(lines, dict(zip(numbers, inputs, strict=True)))[lines[-1][0]]

    return slopes(result, *(np.asarray(number) for number in numbers.values()))


def _walked(lines: Lines, numbers: dict[str, float], kind: str) -> list[Any]:
    values = _played(lines, numbers)
    arrived = dict.fromkeys(values, 0.0)
    arrived[lines[-1][0]] = float(values[lines[-1][0]]) if kind == "begins_with_value" else 1.0
    for out, operation, *inputs in lines if kind == "forward" else reversed(lines):
        if operation == "sigmoid":
            at = values[out if kind == "slope_of_result" else inputs[0]]
            factors = [1.0] if kind == "no_slope" else [float(sigma_slope(at))]
        elif operation == "mul":
            own = [values[name] for name in inputs]
            factors = own if kind == "own_value" else own[::-1]
        else:
            factors = [1.0, 1.0]
        pairs = list(zip(inputs, factors, strict=True))
        for name, factor in dict(pairs).items() if kind == "input_once" else pairs:
            kept = 0.0 if kind == "last_share" else arrived[name]
            arrived[name] = kept + factor * arrived[out]
    return [arrived[name] for name in numbers]


WALK_BACK = Exercise(
    name="walk-back",
    page="engine/jax",
    level="medium",
    signatures=("walk_back(lines, numbers)",),
    cases=_programs,
    expected=_measured,
    mistakes=forms(
        _walked,
        (
            *("last_share", "own_value", "no_slope", "slope_of_result"),
            *("forward", "input_once", "begins_with_value"),
        ),
    ),
    extra={"imports": ""},
)

# A compiler: what it returns is played, and its lines are counted

NUMBERS = {"u": 0.7, "v": -1.3}


def _wasteful() -> list[Case]:
    twice = [
        *(("t1", "mul", "u", "u"), ("t2", "mul", "t1", "u"), ("t3", "mul", "u", "v")),
        *(("t4", "add", "t3", "u"), ("t5", "mul", "u", "v"), ("t6", "add", "t5", "u")),
        ("t7", "mul", "t4", "t6"),
    ]
    needed = [("t1", "add", "u", "v"), ("t2", "mul", "t1", "u"), ("t3", "sigmoid", "t2")]
    both = [("t1", "add", "u", "v"), ("t2", "mul", "u", "v"), ("t3", "add", "t1", "t2")]
    again = [("t1", "mul", "u", "v"), ("t2", "add", "t1", "u"), ("t3", "mul", "u", "v")]
    idle = [
        *(("t1", "sigmoid", "u"), ("t2", "mul", "t1", "v")),
        *(("t3", "add", "t2", "t2"), ("t4", "add", "u", "v")),
    ]
    deep = [
        *(("t1", "sigmoid", "u"), ("t2", "sigmoid", "t1"), ("t3", "sigmoid", "u")),
        *(("t4", "sigmoid", "t3"), ("t5", "mul", "t2", "t4")),
    ]
    return [case(lines) for lines in (twice, needed, both, again, idle, deep)]


def _fewest(lines: Lines) -> list[Any]:
    """Write the last result out in full, and count the different brackets; and play all lines."""
    made = {out: line for out, *line in lines}
    found: set[str] = set()

    def written(name: str) -> str:
        if name not in made:
            return name
        operation, *inputs = made[name]
        text = f"{operation}({', '.join(written(one) for one in inputs)})"
        found.add(text)
        return text

    written(lines[-1][0])
    return [float(len(found)), _played(lines, NUMBERS)[lines[-1][0]]]


def _tried(names: SimpleNamespace, lines: Lines) -> Any:
    short = names.compiled(lines)
    if not isinstance(short, list | tuple) or not short:
        return short
    if not all(isinstance(line, list | tuple) for line in short):
        raise ValueError("a line is no tuple that one could unpack")
    return [len(short), _played(list(short), NUMBERS)[short[-1][0]]]


def _shortened(lines: Lines, kind: str) -> Lines:
    if kind == "unchanged":
        return lines
    known: dict[Any, str] = {}
    same: dict[str, str] = {}
    short: Lines = []
    for out, operation, *raw in lines:
        inputs = raw if kind.startswith("not_renamed") else [same.get(name, name) for name in raw]
        looked_up = raw if kind == "renamed_late" else inputs
        key = tuple(looked_up) if kind == "operation_ignored" else (operation, *looked_up)
        if key in known and kind != "repeats_kept":
            same[out] = known[key]
        else:
            known[key] = out
            short.append((out, operation, *inputs))
    if kind.endswith("idle_kept"):
        return short
    last = lines[-1][0] if kind == "last_name" else same.get(lines[-1][0], lines[-1][0])
    if kind == "one_round":
        used = {last, *(name for line in short for name in line[2:])}
        return [line for line in short if line[0] in used]
    needed = set() if kind == "output_dropped" else {last}
    kept = []
    for line in reversed(short):
        if line[0] in needed:
            needed.update(line[2:])
            kept.append(line)
    return kept if kind == "turned_round" else kept[::-1]


COMPILER = Exercise(
    name="compiler",
    page="engine/jax",
    level="hard",
    signatures=("compiled(lines)",),
    cases=_wasteful,
    expected=_fewest,
    mistakes=forms(
        _shortened,
        (
            *("unchanged", "repeats_kept", "idle_kept", "renamed_late", "operation_ignored"),
            *("not_renamed", "not_renamed:idle_kept"),
            *("one_round", "output_dropped", "last_name", "turned_round"),
        ),
    ),
    use=_tried,
    parameters=("lines",),
    returns=("the number of lines", "the last result"),
    extra={"imports": ""},
)

# How PyTorch knows that an array was changed between the way forward and the way back

Events = list[tuple[str, str]]


def _events() -> list[Case]:
    rows = (
        "change z, keep z, keep y, change y, back y, back z",
        "keep x, change x, change x, back x",
        "keep x, keep y, change y, keep z, change x, change y, back z, back y, back x",
        "change x, change x, keep x, keep y, change x, back y, change y, back x",
        "keep x, change y, keep y, change x, back x, back y",
    )
    return [case([tuple(event.split()) for event in row.split(", ")]) for row in rows]


def _searched(events: Events) -> list[Any]:
    return [
        float(events[events.index(("keep", name)) : place].count(("change", name)))
        for place, (what, name) in enumerate(events)
        if what == "back"
    ]


def _noted(events: Events, kind: str) -> list[float]:
    changes: dict[str, float] = {}
    noted: dict[str, float] = {}
    found: dict[str, float] = {}
    for what, name in events:
        place = "all" if kind == "any_array" else name
        if what == "change":
            changes[place] = changes.get(place, 0.0) + 1.0
        elif what == "keep":
            noted["all" if kind == "one_note" else name] = changes.get(place, 0.0)
            found[name] = 0.0
        else:
            before = 0.0 if kind == "from_start" else noted["all" if kind == "one_note" else name]
            if kind != "order_kept":
                found.pop(name)
            found[name] = changes.get(place, 0.0) - before
    if kind == "until_the_end":
        return [changes.get(name, 0.0) - noted[name] for name in found]
    if kind == "yes_or_no":
        return [float(number > 0) for number in found.values()]
    return list(found.values())


CHANGES_SINCE = Exercise(
    name="changes-since",
    page="engine/pytorch",
    level="medium",
    signatures=("changes_since(events)",),
    cases=_events,
    expected=_searched,
    mistakes=forms(
        _noted,
        ("from_start", "until_the_end", "any_array", "one_note", "order_kept", "yes_or_no"),
    ),
    extra={"imports": ""},
)

EXERCISES = (CHANGES_SINCE, WALK_BACK, COMPILER)
