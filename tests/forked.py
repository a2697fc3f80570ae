"""MkDocs, imported once: a process that makes a fork of itself for each small book it is asked to build.

To import MkDocs, its plugins and the press takes longer than to build a page. A fork begins as a fresh
process does, with everything imported and nothing built, and has a folder, an environment and an output of
its own. Only the seed of hashes is the same in all forks: whether two builds give the same bytes is asked of
fresh processes, and the book itself is built by `python -m mkdocs`, as its authors build it.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NoReturn

NAMES = ("out", "err")
IMPORTED = (
    *("bookkit.mkdocs.hooks", "material.plugins.search.plugin", "mkdocs_jupyter.plugin", "mkdocstrings"),
    *("hatchling.builders.wheel", "pymdownx.blocks.caption"),
)
ROOT = Path(__file__).parents[1]
THEME = ROOT / "docs" / "theme"
LONGEST = 900  # seconds that a book may take, on a machine that does other things, too
_PAUSE = 0.005


def configuration(*pages: str) -> str:
    """Return the book's own mkdocs.yml, but for a small book of these pages."""
    return f"""
INHERIT: {ROOT / "mkdocs.yml"}
docs_dir: docs
nav: [{", ".join(pages)}]
watch: []
theme: {{ custom_dir: {THEME} }}
hooks: [{ROOT / "src" / "bookkit" / "mkdocs" / "hooks.py"}]
plugins:
  - search
  - mkdocs-jupyter: {{ include: ["labs/*.py"], execute: true, allow_errors: false, ignore: ["*.md"] }}
"""


class Builder:
    """The process, from the side of a test; it is started when the first book is asked for."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def run(self, arguments: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run `mkdocs` with these arguments in a folder, as `subprocess.run` would run `python -m mkdocs`."""
        around = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment
        if not hasattr(os, "fork"):
            return fresh(arguments, folder, **environment)
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, __file__],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                env=around,
            )
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        with tempfile.TemporaryDirectory() as place:
            request = {
                "arguments": arguments,
                "folder": str(folder),
                "place": place,
                "environment": dict(around),
            }
            stdin.write(json.dumps(request) + "\n")
            stdin.flush()
            code = int(stdout.readline())
            out, err = ((Path(place) / name).read_text(encoding="utf-8") for name in NAMES)
        return subprocess.CompletedProcess(arguments, code, out, err)

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            process, self._process = self._process, None
            process.communicate(timeout=LONGEST)  # it ends when there is nothing more to read


def fresh(arguments: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs` in a process that nothing was imported into."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        timeout=LONGEST,
    )


def _become(request: dict[str, Any]) -> None:
    """Make a fork what a fresh process would be: its folder, its environment, its output."""
    os.setsid()
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    for number, name in enumerate(NAMES, start=1):
        target = os.open(Path(request["place"]) / name, os.O_WRONLY | os.O_CREAT, 0o600)
        os.dup2(target, number)
        os.close(target)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)


def _build(request: dict[str, Any]) -> NoReturn:
    from mkdocs.__main__ import cli

    _become(request)
    cli(request["arguments"], prog_name="mkdocs")  # which ends this process, as from the command line
    raise AssertionError("MkDocs has not ended its process")


def _ended(child: int) -> int:
    """Return how a build ended; one that does not end in time is ended, with what it has started."""
    deadline = time.monotonic() + LONGEST
    while time.monotonic() < deadline:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(_PAUSE)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _remember() -> None:
    """Take what each build finds out by itself from the book's sources, and remembers by their contents: the
    theme's templates as code, what listings import, the licences.
    """
    from jinja2 import TemplateError
    from mkdocs.theme import Theme

    from bookkit import paths
    from bookkit.handouts import licences
    from bookkit.mkdocs import templates
    from bookkit.programs import beside

    env = templates.remembered(Theme("material", custom_dir=str(THEME)).get_env())
    for name in env.list_templates(filter_func=lambda name: name.endswith(".html")):
        with contextlib.suppress(TemplateError):  # one that needs a plugin that the book has not
            env.get_template(name)
    for path in paths.SNIPPETS.rglob("*.py"):
        beside.imported(path)
    dict(licences.texts())


def main() -> None:
    """Answer each request with the exit code of its build."""
    importlib.import_module("mkdocs.__main__")
    for name in IMPORTED:
        importlib.import_module(name)
    _remember()
    while line := sys.stdin.readline():
        child = os.fork()
        if child == 0:
            _build(json.loads(line))
        print(_ended(child), flush=True)


if __name__ == "__main__":
    main()
