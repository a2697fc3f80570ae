"""Typeset LaTeX at build time: KaTeX on Node, one process, one batch a page, cached by content."""

from __future__ import annotations

import atexit
import json
import shutil
import subprocess
import sysconfig
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bookkit.keeping.cache import Cache, fingerprint, fingerprint_files
from bookkit.paths import KATEX

_WORKER = Path(__file__).with_name("katex_worker.mjs")


class MissingPieceError(RuntimeError):
    """Something that the press needs is not installed; the message says how to get it."""


class LatexError(ValueError):
    """KaTeX cannot typeset a formula; `position` is the offset into its LaTeX, if known."""

    def __init__(self, message: str, latex: str, position: int | None) -> None:
        super().__init__(message)
        self.message = message
        self.latex = latex
        self.position = position


@dataclass(frozen=True)
class Formula:
    """What KaTeX is given: LaTeX that it knows, and whether it stands on a line of its own.

    In a `linked` one, the press has given symbols their keys.
    """

    latex: str
    display: bool
    linked: bool = False


@cache
def find_node() -> Path:
    """Return the Node that the environment brings, else the system's.

    Raises MissingPieceError where there is neither.
    """
    scripts = sysconfig.get_path("scripts")
    found = shutil.which("node", path=scripts) or shutil.which("node")
    if found is None:
        raise MissingPieceError(
            "Node is missing (KaTeX runs on it): run `make setup`, which installs it with the lock."
        )
    return Path(found)


@cache
def find_katex() -> Path:
    """Return the module file of KaTeX under node_modules.

    Raises MissingPieceError where `npm ci` has not run.
    """
    module = KATEX / "dist" / "katex.mjs"
    if not module.is_file():
        raise MissingPieceError("KaTeX is missing (no node_modules/katex): run `make setup` or `npm ci`.")
    return module


@cache
def _version() -> str:
    """Identify everything besides the LaTeX that the typeset result depends on."""
    return fingerprint_files([_WORKER, find_katex()])


class _Worker:
    """One Node process, started when the first formula is not in the cache."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()

    def _start(self) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [str(find_node()), str(_WORKER), str(find_katex())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        atexit.register(self.stop)
        return process

    def ask(self, formulas: Sequence[Formula]) -> list[dict[str, str | int | None]]:
        """Send one batch and return its answers, in order."""
        with self._lock:
            if self._process is None or self._process.poll() is not None:
                self._process = self._start()
            stdin, stdout, stderr = self._process.stdin, self._process.stdout, self._process.stderr
            assert stdin is not None
            assert stdout is not None
            assert stderr is not None
            items = [{"latex": f.latex, "display": f.display, "linked": f.linked} for f in formulas]
            try:
                stdin.write(json.dumps({"items": items}) + "\n")
                stdin.flush()
                line = stdout.readline()
            except BrokenPipeError:
                line = ""
            if not line:
                raise MissingPieceError(f"KaTeX stopped on Node {find_node()}: {stderr.read().strip()}")
            answers: list[dict[str, str | int | None]] = json.loads(line)["items"]
            return answers

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            process, self._process = self._process, None
            for stream in (process.stdin, process.stdout, process.stderr):
                if stream is not None:
                    stream.close()
            process.wait(timeout=5)


_worker = _Worker()


def typeset(formulas: Sequence[Formula], cache: Cache | None = None) -> list[str | LatexError]:
    """Return the HTML (with MathML inside) of each formula, or the error that KaTeX found in it.

    Raises MissingPieceError where Node or KaTeX is not installed.
    """
    store = Cache("katex") if cache is None else cache
    keys = [fingerprint(_version(), str(f.display), str(f.linked), f.latex) for f in formulas]
    results: dict[str, str | LatexError] = {}
    for key in keys:
        kept = store.get(key)
        if kept is not None:
            results[key] = kept
    missing = {key: f for key, f in zip(keys, formulas, strict=True) if key not in results}
    if missing:
        for (key, formula), answer in zip(missing.items(), _worker.ask(list(missing.values())), strict=True):
            if "html" in answer:
                html = str(answer["html"])
                store.put(key, html)
                results[key] = html
            else:
                position = answer.get("position")
                at = position if isinstance(position, int) else None
                results[key] = LatexError(str(answer["error"]), formula.latex, at)
    return [results[key] for key in keys]
