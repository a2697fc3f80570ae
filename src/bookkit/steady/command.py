"""``python -m bookkit steady [SNIPPET…]``: name each output that changes with the rounding."""

from __future__ import annotations

import sys
from pathlib import Path

from tqdm import tqdm

from bookkit.paths import ENGLISH, SNIPPETS, shown
from bookkit.programs.optional import divided
from bookkit.steady.run import SECONDS, compare
from bookkit.steady.ways import available, chosen


def everything() -> list[Path]:
    """Return all listings, figures and labs."""
    return [*sorted(SNIPPETS.rglob("*.py")), *sorted((ENGLISH / "labs").glob("*.py"))]


def named(name: Path) -> list[Path]:
    """Return the files that a name on the command line means: a file, a folder, or a path inside `snippets/`.

    Raises FileNotFoundError where there is none.
    """
    for path in (name, SNIPPETS / name, ENGLISH / name):
        if path.is_file() and path.suffix == ".py":
            return [path]
        if path.is_dir() and (found := sorted(path.rglob("*.py"))):
            return found
    raise FileNotFoundError(
        f"{name}: no such listing; name a Python file or a folder, such as snippets/deep/mini-batches/bowl.py"
    )


def main(names: list[Path], seeds: int, wanted: str | None = None, seconds: float = SECONDS) -> int:
    """Run the command: say which ways there are, name the outputs that change, count.

    0 if all are steady, 1 if any changes, 2 for a file that is not there, fails or takes too long, or a way
    that is not there.
    """
    try:
        files = [path for name in names for path in named(name)] if names else everything()
        choice = available(seeds)
        if wanted is not None:
            choice = chosen(choice, wanted)
    except (FileNotFoundError, RuntimeError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    print("ways:", ", ".join(way.name for way in choice.ways))
    for reason in choice.left_out:
        print("left out:", reason)
    files, without = divided(dict.fromkeys(files))
    for reason in without:
        print("left out:", reason)
    total = len(files) * len(choice.ways)
    with tqdm(total=total, unit="run", file=sys.stderr, disable=not sys.stderr.isatty()) as bar:
        report = compare(files, choice.ways, seconds, bar.update)
    for finding in report.findings:
        print(finding)
    for fault in report.faults:
        print(fault, file=sys.stderr)
    unsteady = {shown(finding.path) for finding in report.findings}
    steady = len(files) - len(unsteady)
    counted = f", {len(without)} left out" if without else ""
    print(f"{len(files)} files, {len(choice.ways)} ways: {steady} steady, {len(unsteady)} not{counted}")
    return 2 if report.faults else int(bool(unsteady))
