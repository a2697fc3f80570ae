"""The press on the command line: ``python -m bookkit`` and ``check``, ``mutants`` or ``steady``."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from bookkit.equations.judging.verdict import Verdict
from bookkit.keeping.cache import UnwritableError
from bookkit.pages import kept
from bookkit.pages.source import Equation, PageError
from bookkit.paths import ENGLISH, ROOT, shown
from bookkit.proof.page import is_equation, proofread
from bookkit.proofreader import command as proofreader
from bookkit.proofreader.symbols import NAME as SYMBOLS
from bookkit.side_by_side import side_by_side, size_of

CHECKED, UNCHECKED, FALSE, NUMBER = "checked", "unchecked", "false", "number"


class _AnyTag(yaml.SafeLoader):
    """Reads mkdocs.yml without running its ``!ENV`` and ``!!python`` tags."""


_AnyTag.add_multi_constructor("", lambda loader, suffix, node: None)


def book_pages() -> list[Path]:
    """The pages of the English book, labs too, in the order of the navigation;
    those that it leaves out at the end.
    """
    settings = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader=_AnyTag)
    listed = [ENGLISH / name for name in _names(settings.get("nav")) if name.endswith((".md", ".py"))]
    found = [*sorted(ENGLISH.rglob("*.md")), *sorted((ENGLISH / "labs").glob("*.py"))]
    others = [path for path in found if path not in listed]
    return [path for path in listed if path.is_file()] + others


def _names(nav: Any) -> list[str]:
    if isinstance(nav, str):
        return [nav]
    if isinstance(nav, dict):
        return [name for part in nav.values() for name in _names(part)]
    return [name for part in nav or [] for name in _names(part)]


Line = tuple[str, str, str]  # kind, line, message


def _all_checked(pages: Sequence[Path]) -> list[tuple[list[Line], str]]:
    """What is said of each page; those are judged of which something has changed since nothing was wrong."""
    store = kept.Store("checked", kept.surroundings())
    found = {page: store.find(page) for page in pages}
    changed = [page for page in found if found[page] is None]
    judged = side_by_side(partial(_checked_anew, store.around), changed, weight=size_of)
    fresh = dict(zip(changed, judged, strict=True))
    return [fresh.get(page) or ([tuple(line) for line in found[page]], "") for page in pages]


def _checked_anew(around: str, path: Path) -> tuple[list[Line], str]:
    """Judge a page; what is said of it is kept with all that was read for it, if nothing is wrong."""
    store = kept.Store("checked", around)
    with store.making() as making:
        lines, fault = _checked(path)
    if not fault and not any(trouble for _, _, trouble in lines):
        store.keep(path, lambda: lines, making)
    return lines, fault


def _checked(path: Path) -> tuple[list[Line], str]:
    """The lines about one page; or what is wrong with the page itself."""
    try:
        proof = proofread(path)
    except PageError as error:
        return [], str(error)
    lines = []
    for index, (equation, verdict) in enumerate(proof.equations):
        if index in proof.refuted:
            lines.append((CHECKED, f"{shown(path)}:{equation.line}  display  refuted  -", ""))
        elif is_equation(verdict):
            kind = {"true": CHECKED, "unchecked": UNCHECKED}.get(verdict.status, FALSE)
            lines.append((kind, _line(path, equation, verdict), _trouble(path, equation, verdict)))
    for number in proof.numbers:
        if number.status == "false":
            lines.append((NUMBER, f"{shown(path)}:{number.line}  {number.text}  false  -", number.message))
    for remark in proof.remarks:
        place = f"{shown(path)}:{remark.line}"
        lines.append((NUMBER, f"{place}  text  false  -", f"{place}: {remark.message}"))
    return lines, ""


def _line(path: Path, equation: Equation, verdict: Verdict) -> str:
    name = equation.label or equation.tag or ("display" if equation.display else "inline")
    error = f"{verdict.largest_error:.1e}" if verdict.status == "true" else "-"
    grade = f"  {verdict.grade}" if verdict.status == "true" and verdict.grade else ""
    return f"{shown(path)}:{equation.line}  {name}  {verdict.status}  {error}{grade}"


def _trouble(path: Path, equation: Equation, verdict: Verdict) -> str:
    if verdict.status in ("true", "unchecked"):
        return ""
    return f"{shown(path)}:{equation.line}: {verdict.message}"


def check_command(pages: list[Path]) -> int:
    """Judge the equations of the pages, and the numbers in their text, of which only false ones get a line.

    0 if all holds, 1 if anything is false or cannot be read, 2 for a page that is not there.
    """
    counts: Counter[str] = Counter()
    unreadable = False
    for lines, fault in _all_checked(pages):
        if fault:
            unreadable = True
            print(fault, file=sys.stderr)
        for kind, line, trouble in lines:
            counts[kind] += 1
            print(line)
            if trouble:
                print(trouble, file=sys.stderr)
    equations = counts[CHECKED] + counts[UNCHECKED] + counts[FALSE]
    print(
        f"{equations} equations: {counts[CHECKED]} checked,"
        f" {counts[UNCHECKED]} unchecked, {counts[FALSE]} false"
    )
    return 2 if unreadable else int(counts[FALSE] + counts[NUMBER] > 0)


def checked(options: argparse.Namespace) -> int:
    """Judge pages of this book, numbers and all, and the equations of other books."""
    if not (paths := options.pages):
        return check_command(book_pages())
    other = [path for path in paths if options.equations or options.symbols or of_another_book(path)]
    own = [page for path in paths if path not in other for page in _below(path)]
    worst = check_command(own) if own or not other else 0
    if other:
        worst = max(worst, proofreader.check(other, options.symbols, options.unread == "report"))
    return worst


def of_another_book(path: Path) -> bool:
    """Tell whether a path lies outside this book's folder; in it, a folder outside the pages is another
    book, too, and so is a file beside a table of symbols. Any other file there is a draft for this book.
    """
    whole = path.resolve()
    if whole.is_relative_to(ENGLISH):
        return False
    return not whole.is_relative_to(ROOT) or path.is_dir() or (path.parent / SYMBOLS).is_file()


def _below(path: Path) -> list[Path]:
    """The pages that a path of this book means."""
    return sorted(path.rglob("*.md")) if path.is_dir() else [path]


def mutants_command(options: argparse.Namespace) -> int:
    """Damage the pages and ask the checks to object; 2 where the packages for it are missing."""
    try:
        from booktest.mutants.run import main as run_mutants
    except ModuleNotFoundError as error:
        print(
            f"`mutants` needs the packages that the book is tested with; {error.name} is not installed:"
            " `make setup` installs them",
            file=sys.stderr,
        )
        return 2
    return run_mutants(options.pages or book_pages(), options.sample, options.seed, options.verbose)


def steady_command(options: argparse.Namespace) -> int:
    """Run listings and labs under several ways of rounding, and name what changes."""
    from bookkit.steady.command import main as run_steady

    return run_steady(options.snippets, options.seeds, options.ways)


def main(arguments: list[str] | None = None) -> int:
    """Run a command; the exit code is its result."""
    parser = argparse.ArgumentParser(prog="python -m bookkit", description="The proof-reader of the book.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser(
        "check", help="judge the equations of the pages and the numbers in their text"
    )
    mutants = commands.add_parser(
        "mutants", help="damage equations, numbers and outputs; all must be noticed"
    )
    mutants.add_argument(
        "--sample", type=int, help="how many mutants to try, drawn at random; all where not given"
    )
    mutants.add_argument("--seed", type=int, default=0, help="the seed of the sample")
    mutants.add_argument("-v", "--verbose", action="store_true", help="list equivalent mutants too")
    check.add_argument(
        "pages",
        metavar="PATH",
        nargs="*",
        type=Path,
        help="a Markdown file, or a folder of them; without any, the pages of this book",
    )
    elsewhere = check.add_argument_group(
        "of another book, which is whatever lies outside this book's folder, and in it"
        " a folder that has none of its pages or a file beside a symbols.yml"
    )
    elsewhere.add_argument(
        "--symbols",
        metavar="FILE",
        type=Path,
        help="the table of symbols; else the symbols.yml beside the pages",
    )
    elsewhere.add_argument(
        "--equations",
        action="store_true",
        help="of a file of this book, too, judge the equations and nothing else",
    )
    elsewhere.add_argument(
        "--unread",
        choices=("stop", "report"),
        default="stop",
        help="whether an equation that cannot be read makes the exit code 1 (stop) or is only named (report)",
    )
    mutants.add_argument(
        "pages", metavar="PAGE", nargs="*", type=Path, help="a Markdown file; all where none is given"
    )
    steady = commands.add_parser(
        "steady", help="run listings and labs under several ways of rounding; none may show anything else"
    )
    steady.add_argument("--seeds", type=int, default=4, help="how many seeds the noise is given")
    steady.add_argument(
        "--ways",
        metavar="LIST",
        help="only these ways of rounding, such as noise,Nehalem; all where not given",
    )
    steady.add_argument(
        "snippets",
        metavar="SNIPPET",
        nargs="*",
        type=Path,
        help="a file or a folder; all where none is given",
    )
    options = parser.parse_args(arguments)
    try:
        if options.command == "steady":
            return steady_command(options)
        if options.command == "check":
            return checked(options)
        return mutants_command(options)
    except UnwritableError as error:  # a full disk, say
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
