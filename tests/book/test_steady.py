"""Some listings show the same under other ways of rounding; a nightly job asks all."""

import pytest

from bookkit.paths import SNIPPETS
from bookkit.steady.run import compare
from bookkit.steady.ways import available

# Of each kind of training, one that takes a few seconds under noise.
SAMPLE = (
    "costs/softmax/same_training.py",
    "deep/checklist/majority.py",
    "deep/checklist/not_finite.py",
    "deep/checklist/patient.py",
    "deep/checklist/ratios.py",
    "deep/checklist/rates_drawing.py",
    "deep/checklist/solution_entropy.py",
    "networks/gradient-checking/v_shape.py",  # it trains nothing, but what it draws is rounding itself
)


@pytest.mark.slow
def test_listings_that_train_show_the_same_however_sums_are_rounded() -> None:
    choice = available(seeds=1)
    kernels = [way for way in choice.ways if way.name.startswith("kernel")]
    noise = [way for way in choice.ways if way.seed is not None]
    report = compare([SNIPPETS / name for name in SAMPLE], [choice.ways[0], *kernels[-1:], *noise], workers=1)
    assert "\n".join([*map(str, report.findings), *report.faults]) == ""
