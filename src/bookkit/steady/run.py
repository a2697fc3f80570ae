"""Runs files under every way of rounding, each way in children of its own, and compares what they show."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from bookkit.paths import shown
from bookkit.steady.outputs import ERROR, Difference, Output, differences, from_data
from bookkit.steady.ways import Way

SECONDS = 300  # for one file under one way; under noise a training takes many times as long
_CHUNK = 20  # files a child: enough to make up for its start, few enough to keep all processors busy


@dataclass(frozen=True)
class Finding:
    """An output that changes: where it is, what it is as it is, what it is otherwise and under which ways."""

    path: Path
    line: int
    usual: str
    others: dict[str, list[str]] = field(default_factory=dict)

    def __str__(self) -> str:
        lines = [f"{shown(self.path)}:{self.line}: changes with the rounding", f"    as it is: {self.usual}"]
        lines += [f"    {', '.join(ways)}: {text}" for text, ways in self.others.items()]
        return "\n".join(lines)


@dataclass(frozen=True)
class Report:
    """What was found: outputs that change, and files that could not be judged, with the reason."""

    findings: tuple[Finding, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True)
class _Shown:
    """What a file showed under a way; or why there is nothing to compare."""

    outputs: list[Output]
    fault: str = ""


class _Child:
    """A process that rounds in one way; started when first needed, and anew after it had to be stopped."""

    def __init__(self, way: Way, seconds: float) -> None:
        self.way, self.seconds = way, seconds
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[str] = queue.Queue()

    def __enter__(self) -> _Child:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def run(self, path: Path) -> _Shown:
        """Return what a file shows; a fault where it takes too long or the process dies of it."""
        try:
            if self._process is None:
                self._start()
            assert self._process is not None
            assert self._process.stdin is not None
            self._process.stdin.write(json.dumps(str(path.resolve())) + "\n")
            self._process.stdin.flush()
            answer = self._answers.get(timeout=self.seconds)
        except queue.Empty:
            self._stop()
            return _Shown([], f"{shown(path)}: takes longer than {self.seconds:g} seconds ({self.way.name})")
        except BrokenPipeError:
            answer = ""
        if not answer:
            self._stop()
            return _Shown([], f"{shown(path)}: the process that ran it died ({self.way.name})")
        return _Shown(from_data(json.loads(answer)))

    def _start(self) -> None:
        process = subprocess.Popen(
            self.way.command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            env=self.way.variables(),
        )
        answers: queue.Queue[str] = queue.Queue()
        self._process, self._answers = process, answers
        self._reader = threading.Thread(target=_read, args=(process, answers), daemon=True)
        self._reader.start()
        answers.get(timeout=self.seconds)  # how it rounds: `ways` has looked at that

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        self._reader.join()
        assert process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            process.stdin.close()


def _read(process: subprocess.Popen[str], answers: queue.Queue[str]) -> None:
    """Hand on what a process says; an empty line says that it has ended."""
    assert process.stdout is not None
    for line in process.stdout:
        answers.put(line)
    process.stdout.close()
    answers.put("")


def compare(
    paths: Iterable[Path],
    ways: Iterable[Way],
    seconds: float = SECONDS,
    progress: Callable[[int], object] = lambda done: None,
    workers: int | None = None,
) -> Report:
    """Run files under each way of rounding; the first is the usual one, which the others are held against."""
    files, (usual, *others) = list(paths), ways
    results: dict[tuple[str, Path], _Shown] = {}

    def run(task: tuple[Way, list[Path]]) -> None:
        way, chunk = task
        with _Child(way, seconds) as child:
            for path in chunk:
                results[way.name, path] = child.run(path)
                progress(1)

    def run_all(ways: list[Way], files: list[Path]) -> None:
        chunks = [files[i : i + _CHUNK] for i in range(0, len(files), _CHUNK)]
        with ThreadPoolExecutor(workers or os.cpu_count() or 1) as pool:
            list(pool.map(run, [(way, chunk) for way in ways for chunk in chunks]))

    run_all([usual], files)
    sound = [path for path in files if not _fault(path, results[usual.name, path])]
    progress(len(others) * (len(files) - len(sound)))  # what does not run as it is need not run otherwise
    run_all(others, sound)
    return _report(files, usual, others, results)


def _fault(path: Path, what: _Shown) -> str:
    """Why a file cannot be judged; empty where it can."""
    broken = [f"{shown(path)}:{o.line}: {o.text}" for o in what.outputs if o.kind == ERROR]
    return what.fault or (broken[0] if broken else "")


def _report(
    files: list[Path], usual: Way, others: list[Way], results: dict[tuple[str, Path], _Shown]
) -> Report:
    findings: list[Finding] = []
    faults: list[str] = []
    for path in files:
        before = results[usual.name, path]
        if fault := _fault(path, before):
            faults.append(fault)
            continue
        found: dict[tuple[int, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for way in others:
            after = results[way.name, path]
            if after.fault:
                faults.append(after.fault)
            else:
                for difference in differences(before.outputs, after.outputs):
                    _note(found, difference, way)
        findings += [Finding(path, line, text, dict(there)) for (line, text), there in sorted(found.items())]
    return Report(tuple(findings), tuple(faults))


def _note(found: dict[tuple[int, str], dict[str, list[str]]], difference: Difference, way: Way) -> None:
    ways = found[difference.line, difference.usual][difference.other]
    if way.name not in ways:
        ways.append(way.name)
