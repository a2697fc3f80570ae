"""What is said of numbers that are wrong in a way that no exercise has to know: signs, factors, axes."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from backprop.exercises.exercise import Exercise, case
from backprop.exercises.judge import judge
from backprop.exercises.perform import perform

RNG = np.random.default_rng(0)
CASES = [
    case(RNG.normal(size=(3, 1)), tags="one_sample"),
    case(RNG.normal(size=(3, 4)), tags="several"),
    case(RNG.normal(size=(3, 3)), tags="several"),
    case(-RNG.uniform(1, 2, size=(3, 5)), tags="several"),
]


def means(x: np.ndarray) -> np.ndarray:
    return np.mean(x**3 * 7, axis=1, keepdims=True)


def judged(answer: Callable[..., Any], expected: Callable[..., Any] = means, **more: Any) -> str:
    exercise = Exercise(
        name="a-task", page="nudges/circuit", level="easy", signatures=("task(x)",), cases=lambda: CASES,
        expected=expected, mistakes={"task": answer} | {}, samples=lambda x: x.shape[1], **more,
    )  # fmt: skip
    without = Exercise(**{**exercise.__dict__, "mistakes": {}})
    found = judge(without, list(perform(without, exercise.wrong("task"))))
    return found[0].key if found else "right"


def damaged(x: np.ndarray) -> np.ndarray:
    result = means(x)
    x *= 0
    return result


def square(x: np.ndarray) -> np.ndarray:
    return x @ x.T + np.array([[0.0, 1, 2], [3, 4, 5], [6, 7, 8]])


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        (means, "right"),
        (lambda x: means(x).tolist(), "right"),
        (lambda x: np.mean(x**3 * 7, axis=1)[:, None], "right"),
        (lambda x: -means(x), "number.negated"),
        (lambda x: 2 * means(x), "number.double"),
        (lambda x: means(x) / 2, "number.half"),
        (lambda x: 7 * means(x), "number.factor"),
        (lambda x: -3 * means(x), "number.factor"),
        (lambda x: means(x) * x.shape[1], "number.times_m"),
        (lambda x: means(x) / x.shape[1], "number.over_m"),
        (lambda x: abs(means(x)), "number.absolute"),
        (lambda x: 0 * means(x), "number.zero"),
        (lambda x: means(x)[::-1], "number.reversed"),
        (lambda x: np.trunc(means(x)).astype(int), "number.integers"),
        (lambda x: np.floor(means(x)).astype(int), "number.integers"),
        (lambda x: means(x)[:, 0], "shape.lost_axis"),
        (lambda x: means(x).T, "shape.transposed"),
        (lambda x: means(x) + means(x).T, "shape.spread"),
        (lambda x: np.zeros((2, 2)), "shape.other"),
        (lambda x: float(means(x)[0, 0]), "shape.number"),
        (lambda x: means(x) + 0j, "kind.complex"),
        (lambda x: means(x) > 0, "kind.boolean"),
        (lambda x: means(x).astype(np.float32), "besides.precision"),
        (lambda x: None, "kind.none"),
        (lambda x: "text", "kind.strange"),
        (lambda x: {1: means(x)}, "kind.strange"),
        (lambda x: [[1], [2, 3], [4]], "kind.list"),
        (lambda x: np.matrix(means(x)), "kind.strange"),
        (lambda x: np.array(["a"] * 3)[:, None], "kind.strange"),
        (lambda x: means(x) * np.nan, "number.not_finite"),
        (lambda x: means(x[:, :1]), "only.several"),
        (lambda x: means(x) if x.shape[1] > 1 else means(x) + 1, "only.one_sample"),
        (lambda x: means(x) + 1, "number.wrong"),
        (damaged, "besides.changed"),
        (lambda x: x @ np.ones((99, 1)), "error.shapes"),
        (lambda x: x[99], "error.IndexError"),
        (lambda x: 1 / 0, "error.ZeroDivisionError"),
        (lambda: 1, "error.arguments"),
    ],
)  # fmt: skip
def test_a_kind_of_mistake_is_recognised(answer: Callable[..., Any], key: str) -> None:
    assert judged(answer) == key


def test_a_table_the_wrong_way_round_is_recognised() -> None:
    assert judged(lambda x: square(x).T, square) == "number.transposed"


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        (lambda x: (means(x), x.sum()), "right"),
        (lambda x: [means(x), x.sum()], "right"),
        (lambda x: (means(x), -x.sum()), "number.negated_of"),
        (lambda x: (means(x) * 2, x.sum()), "number.double_of"),
        (lambda x: (means(x), 0.0), "number.zero_of"),
        (lambda x: (means(x), x.sum() + 1), "number.part"),
        (lambda x: (means(x), None), "kind.none_inside"),
        (lambda x: (means(x), x), "shape.no_number"),
        (lambda x: (means(x),), "kind.number"),
        (lambda x: 3.0, "kind.not_several"),
    ],
)  # fmt: skip
def test_one_of_several_answers_is_named(answer: Callable[..., Any], key: str) -> None:
    assert judged(answer, lambda x: (means(x), x.sum()), returns=("the means", "the sum")) == key


def test_an_overflow_on_the_way_is_refused_where_numbers_have_to_be_quiet() -> None:
    def loud(x: np.ndarray) -> np.ndarray:
        np.exp(np.full(3, 1e4))
        return means(x)

    assert judged(loud) == "right"
    assert judged(loud, quiet=True) == "besides.overflow"
