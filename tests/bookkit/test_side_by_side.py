"""Work in several processes, and the bar that a terminal gets."""

from __future__ import annotations

import io
import math
import sys

import pytest

from bookkit.side_by_side import in_threads, side_by_side


class Terminal(io.StringIO):
    """Keeps what is written to it, as a terminal would show it."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.mark.parametrize("cores", [1, 2])
def test_a_terminal_sees_how_far_it_is(cores: int, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("os.cpu_count", lambda: cores)
    monkeypatch.setattr(sys, "stderr", terminal)
    assert side_by_side(math.factorial, [3, 4, 2, 5]) == [6, 24, 2, 120]
    assert "0/4" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r")  # the bar is gone, and the lines begin where it was


@pytest.mark.parametrize("tasks", [[], [3], [3, 4]])
def test_elsewhere_it_is_quiet(
    tasks: list[int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert side_by_side(math.factorial, tasks) == [math.factorial(task) for task in tasks]
    assert capsys.readouterr().err == ""
    if len(tasks) < 2:  # there is nothing to count
        monkeypatch.setattr(sys, "stderr", terminal := Terminal())
        side_by_side(math.factorial, tasks)
        assert terminal.getvalue() == ""


def test_what_goes_wrong_is_the_caller_s() -> None:
    with pytest.raises(ValueError, match="factorial"):
        side_by_side(math.factorial, [1, -1])


def test_heavy_work_is_begun_first_and_the_order_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    tasks = [3, 4, 2, 5]
    assert side_by_side(math.factorial, tasks, weight=abs) == [6, 24, 2, 120]
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    begun: list[int] = []
    side_by_side(begun.append, tasks, weight=abs)
    assert begun == [5, 4, 3, 2]


def test_threads_keep_the_order_and_stop_at_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert in_threads(math.factorial, [3, 4, 2, 5], "Multiplying") == [6, 24, 2, 120]
    assert "Multiplying" in terminal.getvalue()
    begun: list[int] = []

    def work(task: int) -> int:
        begun.append(task)
        return math.factorial(task)

    tasks = [-1, *range(200)]
    with pytest.raises(ValueError, match="negative"):
        in_threads(work, tasks, "Multiplying")
    assert len(begun) < len(tasks)
