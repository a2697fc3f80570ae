import subprocess
import sys
import timeit

import numpy as np
import pytest
from bench import batch, numerical
from bench.__main__ import MEASUREMENTS
from bench.results import FOLDER, columns, write
from bench.timing import medians


def assert_same(found, expected, rtol):
    for one, other in zip(found[0] + found[1], expected[0] + expected[1], strict=True):
        np.testing.assert_allclose(one, other, rtol=rtol, atol=1e-9)


@pytest.mark.parametrize(
    ("candidate", "rtol"),
    [(batch.plain_loop, 1e-10), (batch.one_call_a_sample, 1e-10), (numerical.differentiate, 1e-6)],
)
def test_what_is_timed_computes_the_same_gradient(candidate, rtol):
    net, x, y = batch.make([5, 4, 3], 6)
    expected = net.backprop(x, y)
    for _ in range(2):  # the second time, too: the network is as it was
        assert_same(candidate(net, x, y), expected, rtol)


def test_tables_have_a_row_for_each_case(monkeypatch):
    monkeypatch.setattr(timeit.Timer, "autorange", lambda timer: (20, 0.2))
    rows = batch.table([4, 3, 2], batches=(1, 2), runs=1).splitlines()
    assert rows[1].startswith("4-3-2, float64; medians of 1 runs")
    assert [row.split()[0] for row in rows[3:]] == ["samples", "1", "2"]
    rows = numerical.table([[2, 3, 1]], m=2, runs=1).splitlines()
    assert rows[-1].split()[:3] == ["2-3-1", "13", "26"]


def test_medians_take_turns(monkeypatch):
    monkeypatch.setattr(timeit.Timer, "autorange", lambda timer: (2, 0.2))
    seen = []
    times = medians({"a": lambda: seen.append("a"), "b": lambda: seen.append("b")}, runs=3)
    assert seen == ["a", "a", "b", "b"] * 3
    assert all(time >= 0 for time in times.values())


def test_the_slower_candidate_has_the_larger_time():
    times = medians({"slow": lambda: sum(range(50_000)), "fast": lambda: sum(range(500))}, runs=1)
    assert times["slow"] > 10 * times["fast"]


def test_columns_are_lined_up():
    assert columns(["n", "time"], [["10", "1"], ["5", "22.5"]]) == " n  time\n10     1\n 5  22.5\n"


def test_results_are_written_whole(tmp_path):
    path = write("speed", "1\n", tmp_path)
    assert (path.name, path.read_text()) == ("speed.txt", "1\n")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", MEASUREMENTS)
def test_every_measurement_has_its_result(name):
    assert "NumPy" in (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def test_an_unknown_measurement_is_named():
    run = subprocess.run(
        [sys.executable, "-m", "bench", "torch"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert "no measurement is called torch; there are batch, numerical" in run.stderr
