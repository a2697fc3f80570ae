"""Times that can be compared: of the processor, not of the clock, and the candidates take turns."""

import statistics
import time
import timeit
from collections.abc import Callable

from tqdm import trange


def medians(
    candidates: dict[str, Callable[[], object]], runs: int, *, collecting: bool = True
) -> dict[str, float]:
    """Return the median time of each candidate in seconds; a run repeats it for at least 0.2 seconds.

    Python's collection of cycles stays on, as in use, unless `collecting` is False.
    """
    setup = "import gc; gc.enable()" if collecting else "pass"  # timeit has switched it off
    timers = {
        name: timeit.Timer(run, setup=setup, timer=time.process_time) for name, run in candidates.items()
    }
    repeats = {name: timer.autorange()[0] for name, timer in timers.items()}
    times: dict[str, list[float]] = {name: [] for name in candidates}
    for _ in trange(runs, unit="run", leave=False, disable=None):  # shown on a terminal only
        for name, timer in timers.items():
            times[name].append(timer.timeit(repeats[name]) / repeats[name])
    return {name: statistics.median(of_runs) for name, of_runs in times.items()}
