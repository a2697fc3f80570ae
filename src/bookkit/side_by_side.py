"""Work on many things at once, in processes or threads; on a terminal, a bar says how far it is."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

from tqdm import tqdm

Task = TypeVar("Task")
Result = TypeVar("Result")


def size_of(path: Path) -> int:
    """How much work a page is, about."""
    return path.stat().st_size if path.is_file() else 0


def side_by_side(
    work: Callable[[Task], Result], tasks: Sequence[Task], weight: Callable[[Task], int] | None = None
) -> list[Result]:
    """Return what the work makes of each task, in their order.

    Those of the greatest weight are begun first, so that none is left for one process to end alone.
    """
    if weight is not None:
        by_weight = sorted(range(len(tasks)), key=lambda place: -weight(tasks[place]))
        done = dict(zip(by_weight, side_by_side(work, [tasks[place] for place in by_weight]), strict=True))
        return [done[place] for place in range(len(tasks))]
    workers = min(len(tasks), os.cpu_count() or 1)
    quiet = len(tasks) < 2 or not sys.stderr.isatty()
    counted = partial(tqdm, total=len(tasks), unit="page", file=sys.stderr, leave=False, disable=quiet)
    if workers <= 1:
        return list(counted(map(work, tasks)))
    with ProcessPoolExecutor(workers) as pool:
        found = pool.map(work, tasks)  # the processes are made before the bar, which starts a thread
        return list(counted(found))


def in_threads(work: Callable[[Task], Result], tasks: Sequence[Task], said: str) -> list[Result]:
    """Return what the work makes of each task, in their order: work that waits for other processes.

    Where one fails, those that have not been begun are left, and its error is raised. `said` says on a
    terminal what is being done.
    """
    quiet = len(tasks) < 2 or not sys.stderr.isatty()
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        waiting = [pool.submit(work, task) for task in tasks]
        try:
            return [
                found.result() for found in tqdm(waiting, said, file=sys.stderr, leave=False, disable=quiet)
            ]
        finally:
            pool.shutdown(cancel_futures=True)
