"""The command: lists exercises, shows one, checks an answer."""

from __future__ import annotations

import argparse
import difflib
import os
import sys
import textwrap
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from backprop.exercises import progress, texts
from backprop.exercises.answers import answer
from backprop.exercises.catalogue import ALL, find
from backprop.exercises.exercise import Exercise
from backprop.exercises.report import report
from backprop.exercises.run import run
from backprop.exercises.sheets import SHEETS, problem
from backprop.exercises.starter import starter

LONGEST_SEED = 18  # digits
WIDEST = 80  # letters of a sheet's line, which is to be printed
MARKS = {"easy": "●○○", "medium": "●●○", "hard": "●●●", "project": "◆"}
PLAIN = str.maketrans(
    {"●": "*", "○": ".", "◆": "+", "✓": "x", "δ": "d", "σ": "s", "−": "-", "’": "'", "…": "..."}
    | {"·": "*", "∂": "d", "½": "1/2", "→": "->", "²": "^2", "⁴": "^4", "√": "sqrt ", "ᵀ": ".T"}
    | {"\N{COMBINING CIRCUMFLEX ACCENT}": "_hat"}
)
COMMANDS = ("show", "check", "sheet")
RIGHT, WRONG, UNUSABLE, STOPPED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks for; return the exit code: 0 right, 1 wrong, 2 not usable."""
    words = texts.read(texts.chosen())
    try:
        try:
            return _main(sys.argv[1:] if arguments is None else arguments, words)
        except KeyboardInterrupt:
            _out(words.say("check.stopped"))
            return STOPPED
        finally:
            sys.stdout.flush()
    except BrokenPipeError:  # whoever reads what is printed has gone; Python would complain at its end, too
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WRONG


def _main(arguments: Sequence[str], words: texts.Texts) -> int:
    if arguments and (meant := _meant(arguments)):
        _out(words.say("unknown.command", name=arguments[0], meant=meant))
        return UNUSABLE
    if turned := _turned_round(arguments):
        _out(words.say("check.both", words=turned))
        return UNUSABLE
    options = _parser(words).parse_args(arguments)
    if options.command is None:
        return _list(words)
    if options.command == "sheet":
        return _sheet(options, words)
    exercise = _found(options.exercise, words)
    if exercise is None:
        return UNUSABLE
    if options.command == "show":
        return _show(exercise, words, options.to, options.overwrite)
    return _check(exercise, words, Path(options.file), options.seconds)


def _meant(arguments: Sequence[str]) -> str:
    """Return the command that was probably meant; nothing where the first word is one, or an option."""
    first, *others = arguments
    if first.startswith("-") or first in COMMANDS:
        return ""
    command = next(iter(difflib.get_close_matches(first.lower(), COMMANDS, n=1, cutoff=0.5)), "")
    if command == "sheet":
        return "sheet NAME --seed N"
    names = [exercise.name for exercise in ALL]
    asked = others if command else arguments
    exercise = next((near for word in asked for near in difflib.get_close_matches(word, names, n=1)), "ID")
    file = next((word for word in asked if word.endswith(".py")), "FILE")
    return f"show {exercise}" if command == "show" else f"check {exercise} {file}"


def _turned_round(arguments: Sequence[str]) -> str:
    """Return what to write after `check` where a file is named and no exercise, or the file before it."""
    if arguments[:1] != ["check"] or not 2 <= len(arguments) <= 3 or not arguments[1].endswith(".py"):
        return ""
    names = [exercise.name for exercise in ALL]
    name = next(iter(difflib.get_close_matches("".join(arguments[2:]), names, n=1)), "ID")
    return f"{name} {arguments[1]}"


def _parser(words: texts.Texts) -> argparse.ArgumentParser:
    say = words.say
    parser = argparse.ArgumentParser(prog="python -m backprop.exercises", description=say("usage.all"))
    commands = parser.add_subparsers(dest="command", metavar="")
    show = commands.add_parser("show", help=say("usage.show"), description=say("usage.show"))
    show.add_argument("exercise", metavar="ID", help=say("usage.id"))
    show.add_argument("--to", metavar="FILE", type=Path, help=say("usage.to"))
    show.add_argument("--overwrite", action="store_true", help=say("usage.overwrite"))
    check = commands.add_parser("check", help=say("usage.check"), description=say("usage.check"))
    check.add_argument("exercise", metavar="ID", help=say("usage.id"))
    check.add_argument("file", metavar="FILE", help=say("usage.file"))
    check.add_argument(
        "--seconds", type=_seconds(say("usage.wrong_seconds")), metavar="N", help=say("usage.seconds")
    )
    sheet = commands.add_parser("sheet", help=say("usage.sheet"), description=say("usage.sheet"))
    sheet.add_argument("sheet", metavar="NAME", nargs="?", help=say("usage.sheet_name"))
    sheet.add_argument(
        "--seed", type=_seed(say("usage.wrong_seed")), default=0, metavar="N", help=say("usage.seed")
    )
    sheet.add_argument("--check", action="store_true", help=say("usage.sheet_check"))
    sheet.add_argument("--answer", action="store_true", help=say("usage.sheet_answer"))
    return parser


def _seed(refusal: str) -> Callable[[str], int]:
    def seed(text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) <= LONGEST_SEED):
            raise argparse.ArgumentTypeError(refusal)
        return int(text)

    return seed


def _seconds(refusal: str) -> Callable[[str], float]:
    def seconds(text: str) -> float:
        try:
            number = float(text)
        except ValueError:
            number = 0.0
        if not 0 < number < 1e6:
            raise argparse.ArgumentTypeError(refusal)
        return number

    return seconds


def _out(text: str = "") -> None:
    """Print a text, in the signs that the terminal has."""
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        text = (
            text.translate(PLAIN)
            .encode(sys.stdout.encoding or "ascii", "replace")
            .decode(sys.stdout.encoding)
        )
    print(text)


def _found(name: str, words: texts.Texts) -> Exercise | None:
    try:
        return find(name)
    except KeyError:
        near = difflib.get_close_matches(name, [exercise.name for exercise in ALL], n=3, cutoff=0.4)
        key = "unknown.near" if near else "unknown.none"
        _out(words.say(key, name=name, near=", ".join(near)))
        return None


def _solved(words: texts.Texts) -> dict[str, str]:
    try:
        return progress.read(progress.place()).solved
    except progress.ProgressError as error:
        _out(words.say(f"progress.{error.key}", path=error.path, reason=error.reason))
        _out()
        return {}


def _list(words: texts.Texts) -> int:
    solved = _solved(words)
    width = max(len(exercise.name) for exercise in ALL)
    part = page = ""
    for exercise in ALL:
        if exercise.part != part:
            part = exercise.part
            _out(f"{'' if part == ALL[0].part else chr(10)}{words.say(f'parts.{part}')}")
        if exercise.page != page:
            page = exercise.page
            _out(f"  {words.messages['pages'][page]}")
        mark = "✓" if exercise.name in solved else " "
        title = words.of(exercise.name, "title")
        _out(f"  {mark} {exercise.name:<{width}}  {MARKS[exercise.level]:<3}  {title}")
    done = sum(exercise.name in solved for exercise in ALL)
    _out()
    _out(words.say("list.end", done=done, number=len(ALL)))
    return RIGHT


def _show(exercise: Exercise, words: texts.Texts, to: Path | None, overwrite: bool) -> int:
    text = starter(exercise, words)
    if to is None:
        _out(text)
        return RIGHT
    try:
        with to.open("w" if overwrite else "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        _out(words.say("show.exists", file=to))
        return UNUSABLE
    except OSError as error:
        _out(words.say("show.unwritable", file=to, reason=error.strerror or str(error)))
        return UNUSABLE
    _out(words.say("show.written", file=to, name=exercise.name))
    return RIGHT


def _sheet(options: argparse.Namespace, words: texts.Texts) -> int:
    name: str | None = options.sheet
    if name not in SHEETS:
        width = max(map(len, SHEETS))
        if name is not None:
            _out(words.say("sheets.unknown", name=name))
        for known in SHEETS:
            _out(f"  {known:<{width}}  {words.say(f'sheets.{known}.title')}")
        return RIGHT if name is None else UNUSABLE
    found = problem(name, options.seed)
    _out(words.say("sheets.head", title=words.say(f"sheets.{name}.title"), seed=options.seed))
    _out()
    _out(_broken(words.say(f"sheets.{name}.task", **found.given)))
    if options.check:
        _out()
        values = dict(zip("uvw", map(_four_digits, found.check), strict=False))
        _out(_broken(words.say(f"sheets.{name}.check", **values)))
    if options.answer:
        _out()
        _out(_broken(words.say(f"sheets.{name}.answer", **answer(name, found.given))))
    return RIGHT


def _broken(text: str) -> str:
    """Break what is wider than a sheet; the rest of a question goes on below its first word."""
    lines: list[str] = []
    for line in text.splitlines():
        start = " " * 3 if line[:1].isdigit() or line.startswith(" ") else ""
        broken = textwrap.wrap(
            line, WIDEST, subsequent_indent=start, break_long_words=False, break_on_hyphens=False
        )
        lines += broken or [""]
    return "\n".join(lines)


def _four_digits(number: float) -> str:
    return f"{round(number, 4) + 0.0:.4f}"  # never −0.0000


def _check(exercise: Exercise, words: texts.Texts, file: Path, seconds: float | None) -> int:
    if not file.is_file() or file.suffix == ".ipynb":
        key = "notebook" if file.is_file() else "folder" if file.is_dir() else "no_file"
        _out(words.say(f"check.{key}", file=file, name=exercise.name))
        return UNUSABLE
    said = report(exercise, run(exercise, file, seconds), words, file.name)
    _out(said.text)
    if not said.right:
        return WRONG
    try:
        progress.note(progress.place(), exercise.name)
    except progress.ProgressError as error:
        _out(words.say(f"progress.{error.key}", path=error.path, reason=error.reason))
    following = _next(exercise)
    if following is not None:
        _out(words.say("check.next", name=following.name, title=words.of(following.name, "title")))
    return RIGHT


def _next(exercise: Exercise) -> Exercise | None:
    """Return the milestone after this one, if the exercise is one of a project."""
    line = [other for other in ALL if exercise.project and other.project == exercise.project]
    return next((line[i + 1] for i, other in enumerate(line[:-1]) if other is exercise), None)
