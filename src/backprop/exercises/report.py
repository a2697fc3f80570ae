"""What a check says, as a text."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass

from backprop.exercises.exercise import Exercise
from backprop.exercises.judge import Finding, error_finding, judge
from backprop.exercises.run import Run
from backprop.exercises.texts import Texts

MOST_LINES = 12  # of what the file has printed


@dataclass(frozen=True)
class Said:
    """A check's verdict and its text."""

    right: bool
    text: str
    findings: tuple[Finding, ...] = ()


def report(exercise: Exercise, run: Run, words: Texts, file: str) -> Said:
    """Return what is said of a run."""
    findings = _findings(exercise, run)
    lines = [render(exercise, finding, words, file) for finding in findings]
    if not findings:
        lines = [words.say("check.right", name=exercise.name, cases=len(exercise.cases()))]
    else:
        lines.insert(0, words.say("check.wrong", name=exercise.name))
    if run.printed.strip() and findings:
        printed = run.printed.strip().splitlines()
        lines += ["", words.say("check.printed"), *(f"    {line[:100]}" for line in printed[:MOST_LINES])]
        if len(printed) > MOST_LINES:
            lines.append("    …")
    return Said(not findings, "\n".join(lines), tuple(findings))


def _findings(exercise: Exercise, run: Run) -> list[Finding]:
    if run.ended == "talkative":
        return [Finding("process.talkative")]
    begun = [note["begins"] for note in run.notes if "begins" in note]
    if (late := run.note("late")) is not None or run.ended == "late":
        stage = "case" if begun else "loading"
        line = late["late"] if late else 0
        values = {"line": line, "code": late["code"] if late else "", "seconds": f"{run.seconds:g}"}
        return [Finding(f"process.late_{stage}" + ("" if line else "_nowhere"), values)]
    if (note := run.note("loading")) is not None:
        return [error_finding(note["loading"], "loading")]
    if (note := run.note("missing")) is not None:
        others = ", ".join(note["functions"])
        key = "names.others" if others else "names.none"
        signature = next(line for line in exercise.signatures if line.startswith(note["missing"]))
        is_class = exercise.starter.startswith("class")
        head = f"class {note['missing']}" if is_class else f"def {signature}"
        return [Finding(key, {"name": note["missing"], "head": head, "others": others})]
    if (note := run.note("broken")) is not None:
        return [Finding("process.broken", {"reason": note["broken"]})]
    if run.note("done") is None:
        return [Finding("process.ended", {"code": run.code})]
    return judge(exercise, run.notes)


def render(exercise: Exercise, finding: Finding, words: Texts, file: str) -> str:
    """Return one finding as a paragraph of lines that fit a terminal."""
    group, _, name = finding.key.partition(".")
    if group == "mistake":
        text = words.mistake(exercise.name, name)
    elif group == "only":
        text = str(words.exercises[exercise.name].get("only", {}).get(name) or words.say(finding.key))
    else:
        values = {"file": file, **finding.values, "where": _where(finding, words)}
        text = words.say(finding.key, **values)
    return "\n".join(textwrap.fill(line, 88, subsequent_indent="") for line in text.splitlines())


def _where(finding: Finding, words: Texts) -> str:
    """Return the place that a finding names: a part of the answer, or a line of the file."""
    place = finding.values.get("place")
    if place is not None:
        return _place(str(place), words)
    if finding.values.get("line"):
        return words.say("where.line", line=finding.values["line"], code=finding.values.get("code", ""))
    return words.say("where.nowhere")


def _place(place: str, words: Texts) -> str:
    """Return the name of a part; an entry of what has a name in words is called in words, too."""
    entry = re.fullmatch(r"(?P<whole>.* .*)\[(?P<index>\d+)\]", place)
    if entry is None:
        return place or str(words.messages["where"]["whole"])
    number = str(int(entry["index"]) + 1)
    ordinal = words.messages["ordinals"].get(number, f"{number}.")
    own = words.messages["entries"].get(entry["whole"], words.messages["where"]["entry"])
    return str(own).format(place=entry["whole"], ordinal=ordinal)
