"""Work on many pages in several processes at once; on a terminal, a bar says how far it is."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TypeVar

from tqdm import tqdm

Task = TypeVar("Task")
Result = TypeVar("Result")


def side_by_side(work: Callable[[Task], Result], tasks: Sequence[Task]) -> list[Result]:
    """Return what the work makes of each task, in their order."""
    workers = min(len(tasks), os.cpu_count() or 1)
    quiet = len(tasks) < 2 or not sys.stderr.isatty()
    counted = partial(tqdm, total=len(tasks), unit="page", file=sys.stderr, leave=False, disable=quiet)
    if workers <= 1:
        return list(counted(map(work, tasks)))
    with ProcessPoolExecutor(workers) as pool:
        found = pool.map(work, tasks)  # the processes are made before the bar, which starts a thread
        return list(counted(found))
