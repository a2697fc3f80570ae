"""How the time to build a book grows with its pages: that of the processor, the same book three times.

The pages are the book's own, each copied as often as it takes. A copy has ids of its own, so that its
equations, its page and its links are news to everything that keeps results; what is drawn is drawn before.
"""

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

from bench.results import columns
from bookkit.paths import CACHE, ENGLISH, ROOT

NAMES = ("nudges/circuit", "networks/cost-and-gradient", "deep/relu", "museum/signs")
COPIES = (1, 4, 10)
Build = Callable[[Path, Path], float]
LONGEST = 3600  # seconds that a build may take
_OWN_ID = re.compile(r"\\label\{([\w-]+)\}|\{:? ?#([\w-]+)|\bid: ([\w-]+)")
_LINK = re.compile(r"(?P<image>!?)\[(?P<text>[^\[\]]*)\]\((?P<target>[^()\s:]+)\)")
_EXERCISE = re.compile(r"^[ \t]*/// code \|.*?^[ \t]*///\n", re.MULTILINE | re.DOTALL)
_AROUND = {
    "index.md": "# Home {#home}\n\n{}\n",
    "symbols-by-part.md": "# Symbols {#symbols}\n\n## Calculus {#calculus}\n\n## Network {#network}\n",
    "how-to-read.md": "# How to read {#how-to-read}\n",
    "about/checked.md": "# How it is checked {#checked}\n",
    "bibliography.md": "# Bibliography {#bibliography}\n",
}
_CONFIGURATION = """
INHERIT: {root}/mkdocs.yml
docs_dir: docs
nav: {nav}
watch: []
validation: {{ anchors: ignore }}
theme: {{ custom_dir: {root}/docs/theme }}
hooks: [{root}/src/bookkit/mkdocs/hooks.py]
plugins:
  - search
  - mkdocs-jupyter: {{ include: ["labs/*.py"], execute: true, allow_errors: false, ignore: ["*.md"] }}
"""


def copy_of(text: str, number: int) -> str:
    """Return a page with ids of its own, whose links lead to itself or to the first page."""
    own = {name for found in _OWN_ID.findall(text) for name in found if name}

    def renamed(match: re.Match[str]) -> str:
        name = next(filter(None, match.groups()))
        return match[0].replace(name, f"{name}-{number}")

    def led(match: re.Match[str]) -> str:
        page, mark, place = match["target"].partition("#")
        if match["image"] or (page and not page.endswith((".md", ".py"))):
            return match[0]
        if page:
            return f"[{match['text'] or 'elsewhere'}](../index.md)"
        return f"[{match['text']}]({mark}{place}-{number})" if place in own else match[0]

    return _LINK.sub(led, _OWN_ID.sub(renamed, _EXERCISE.sub("", text)))


def write(folder: Path, copies: int, names: Sequence[str] | None = None) -> int:
    """Write a book with so many copies of the pages, and return how many pages that are."""
    names = names or NAMES
    pages = {
        f"{name}-{number}.md": copy_of((ENGLISH / f"{name}.md").read_text(encoding="utf-8"), number)
        for name in names
        for number in range(1, copies + 1)
    }
    links = "\n".join(f"- [{name}]({name})" for name in pages)
    around = {name: text.replace("{}", links) for name, text in _AROUND.items()}
    for name, text in (pages | around).items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    configuration = _CONFIGURATION.format(root=ROOT.as_posix(), nav=[*around, *pages])
    (folder / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    return len(pages)


def seconds_of_a_build(folder: Path, cache: Path) -> float:
    """Build the book of a folder in a process of its own; return the processor's time.

    Raises RuntimeError with what the build has said where it fails.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", "site"],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "BOOK_CACHE": str(cache)},
        capture_output=True,
        text=True,
        check=False,
        timeout=LONGEST,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise RuntimeError(f"the build has failed:\n{done.stdout}{done.stderr}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measured(copies: int, build: Build = seconds_of_a_build) -> tuple[int, float, float]:
    """Return how many pages were built, and how long that took: with nothing kept but drawings, and again."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = write(folder, copies)
        if (CACHE / "figures").is_dir():
            shutil.copytree(CACHE / "figures", folder / "cache" / "figures")
        return pages, build(folder, folder / "cache"), build(folder, folder / "cache")


def rows(times: Mapping[int, tuple[float, float]]) -> list[list[str]]:
    """Return for each number of pages both times, and what each page more has taken since the row before.

    The first build of the fewest pages is 1, and so is what a page more takes the first time.
    """
    (fewest, (unit, again)), *others = sorted(times.items())
    steps = [
        (longer - shorter) / (more - less)
        for (less, (shorter, _)), (more, (longer, _)) in pairwise(sorted(times.items()))
    ]
    lines = [[str(fewest), "1.0", "", f"{again / unit:.2f}"]]
    for (pages, (first, later)), step in zip(others, steps, strict=True):
        lines.append([str(pages), f"{first / unit:.1f}", f"{step / steps[0]:.2f}", f"{later / unit:.2f}"])
    return lines


def table(copies: Sequence[int] = COPIES, build: Build = seconds_of_a_build) -> str:
    """Return how the time to build a book grows with its pages."""
    times = {pages: (cold, warm) for pages, cold, warm in (measured(number, build) for number in copies)}
    title = "Time to build a book of so many pages, and for each page more than in the row before\n"
    python = ".".join(map(str, sys.version_info[:2]))
    note = "first: nothing is kept but drawings; again: nothing has changed\n"
    versions = f"Python {python}, MkDocs {version('mkdocs')}\n\n"
    heads = ["pages", "first", "a page more", "again"]
    return title + note + versions + columns(heads, rows(times))
