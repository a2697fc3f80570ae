"""A sample of the listings that train shows the same under other ways of rounding; a nightly job asks all."""

import random
import re
from pathlib import Path

import pytest

from bookkit.paths import SNIPPETS
from bookkit.steady.run import compare
from bookkit.steady.ways import available

SAMPLE = 6
TRAINS = re.compile(r"\btrain\(|range\(\d*_?\d00\)")
# A thousand steps take some ten seconds under noise: these are left to the nightly job.
LONG = re.compile(r"in range\(\d+\):|batch_size=(batch_size|[1-9])\b|range\(\d+_\d00\)|epochs=\d_?\d00")


def training() -> list[Path]:
    """The listings that train, and not for long."""
    sources = {path: path.read_text(encoding="utf-8") for path in sorted(SNIPPETS.rglob("*.py"))}
    return [path for path, text in sources.items() if TRAINS.search(text) and not LONG.search(text)]


@pytest.mark.slow
def test_listings_that_train_show_the_same_however_sums_are_rounded() -> None:
    listings = random.Random(0).sample(training(), SAMPLE)
    choice = available(seeds=2)
    kernels = [way for way in choice.ways if way.name.startswith("kernel")]
    ways = [choice.ways[0], *kernels[:1], *(way for way in choice.ways if way.seed is not None)]
    report = compare(listings, ways, workers=1)
    assert "\n".join([*map(str, report.findings), *report.faults]) == ""
