"""Two runs differ where a reader would see it."""

import numpy as np
import pytest

from bookkit.steady.outputs import (
    DRAWN,
    ERROR,
    PRINTED,
    Difference,
    Output,
    Picture,
    as_data,
    differences,
    from_data,
    look_different,
)


def circle(x: float, y: float, radius: float = 8, shade: float = 0) -> Picture:
    """A filled circle with soft edges, as a plotting library draws it."""
    down, across = np.mgrid[0:60, 0:80]
    cover = np.clip(radius + 0.5 - np.hypot(across - x, down - y), 0, 1)
    grey = 255 * (1 - cover) + shade * cover
    return Picture.of(np.repeat(grey[..., None], 3, axis=2).astype(np.uint8))


@pytest.mark.parametrize(
    "other", [circle(40, 30), circle(40.4, 30), circle(40, 29.2), circle(40, 30, shade=20)]
)
def test_what_moves_by_less_than_a_pixel_looks_the_same(other: Picture) -> None:
    assert not look_different(circle(40, 30), other)


@pytest.mark.parametrize(
    "other", [circle(43, 30), circle(40, 30, radius=11), circle(40, 30, shade=60), circle(40, 30, radius=0)]
)
def test_what_moves_or_changes_more_looks_different(other: Picture) -> None:
    assert look_different(circle(40, 30), other)
    assert look_different(other, circle(40, 30))


def test_another_size_looks_different() -> None:
    assert look_different(circle(40, 30), Picture.of(np.zeros((10, 10, 3), np.uint8)))


def found(usual: list[Output], other: list[Output]) -> list[Difference]:
    return list(differences(usual, other))


def printed(line: int, text: str) -> Output:
    return Output(PRINTED, line, text)


def test_equal_runs_do_not_differ() -> None:
    runs = [printed(1, "a\n"), Output(DRAWN, 2, "x", circle(40, 30))]
    assert found(runs, list(runs)) == []


def test_of_a_loop_the_lines_that_change_are_named() -> None:
    usual, other = [printed(3, "a\nb\nc\n")], [printed(3, "a\nx\nc\n")]
    assert found(usual, other) == [Difference(3, "b", "x")]


def test_more_and_fewer_lines() -> None:
    usual, other = [printed(3, "a\nb\n")], [printed(3, "a\n")]
    assert found(usual, other) == [Difference(3, "b", "(nothing)")]
    assert found(other, usual) == [Difference(3, "(nothing)", "b")]
    assert found([printed(1, "a\n")], []) == [Difference(1, "a", "(nothing)")]
    assert found([], [printed(1, "a\n")]) == [Difference(1, "(nothing)", "a")]


def test_another_place_and_an_error_are_differences() -> None:
    assert found([printed(1, "a\n")], [printed(2, "a\n")]) == [Difference(1, "a", "a (line 2)")]
    assert found([printed(1, "a\n")], [Output(ERROR, 1, "ValueError: no")]) == [
        Difference(1, "a", "ValueError: no (line 1)")
    ]


def test_words_in_a_drawing_are_compared() -> None:
    picture = circle(40, 30)
    here, there = Output(DRAWN, 9, "0.25", picture), Output(DRAWN, 9, "0.26", picture)
    (difference,) = found([here], [there])
    assert "0.25" in difference.usual
    assert "0.26" in difference.other


def test_outputs_survive_the_way_between_processes() -> None:
    runs = [printed(1, "ä\n"), Output(DRAWN, 2, "x", circle(40, 30))]
    assert from_data(as_data(runs)) == runs
