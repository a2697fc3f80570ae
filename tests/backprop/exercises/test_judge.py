"""What is said of numbers that are wrong in a way that no exercise has to know: signs, factors, axes."""

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from backprop.exercises import judge as judging
from backprop.exercises import texts
from backprop.exercises.catalogue import find
from backprop.exercises.exercise import Exercise, case
from backprop.exercises.guesses import CHANGES
from backprop.exercises.judge import ERRORS, judge
from backprop.exercises.perform import perform
from backprop.exercises.report import report
from backprop.exercises.run import Run

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


WORDS = texts.read("en")
STRANGE = [
    0, 1e308, -1e308, np.nan, np.inf, 1j, True, "", b"x", [], (), {}, set(), object(), int, 10**400, None,
    [None], [[]], [1, [2]], {"a": 1}, np.zeros(0), np.zeros((0, 3)), np.zeros((2, 2, 2)),
    np.full((3, 4), 1e308),
    np.array(["x"]), np.array([None]), np.array([object()]), np.datetime64("2020-01-01"), np.zeros(3, bool),
    np.zeros((3, 1), np.uint8), np.float16(3), np.longdouble(2), np.ma.masked_array([1.0], [True]), range(3),
    np.zeros((3, 4), complex), [np.zeros(2), np.zeros(3)], iter([]), np.zeros(2_000_000), [1] * 5000,
    3 * [np.inf],
]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["circuit-gradient", "softmax-columns", "backprop-one-sample", "quadratic-cost"]
)
def test_whatever_comes_back_gets_a_sentence(name: str) -> None:
    exercise = find(name)
    for value in STRANGE:
        names = SimpleNamespace(**{exercise.defines[0]: lambda *_, value=value: value})
        notes = [*perform(exercise, names), {"done": True}]
        said = report(exercise, Run(notes), WORDS, "mine.py")
        assert not said.right, value
        assert len(said.text.splitlines()) >= 2, value
        assert "{" not in said.text.partition("For example")[0], value


def test_every_key_has_its_text() -> None:
    folder = Path(judging.__file__).parent
    source = "\n".join(
        (folder / name).read_text(encoding="utf-8") for name in ("judge.py", "parts.py", "report.py")
    )
    keys = set(re.findall(r"(?:Finding|Misfit)\(\s*\"([\w.]+)\"", source))
    keys |= {f"error.{kind}" for kind in (*ERRORS, "reads", "starts")}
    plain = {*CHANGES, "times_m", "over_m", "double", "half", "factor", "integers"}
    keys |= {f"number.{name}{end}" for name in plain for end in ("", "_of")}
    shapes = ("number", "no_number", "transposed", "lost_axis", "spread", "not_summed", "other")
    keys |= {f"shape.{name}" for name in shapes}
    keys |= {f"process.late_{stage}{end}" for stage in ("case", "loading") for end in ("", "_nowhere")}
    assert len(keys) > 70
    for key in keys:
        group, _, name = key.partition(".")
        assert WORDS.messages[group][name].strip(), key


def test_a_translation_has_the_same_keys_and_the_same_words_to_fill_in() -> None:
    english = flattened(WORDS.messages) | flattened(WORDS.exercises)
    for language in texts.languages():
        words = texts.read(language)
        other = flattened(words.messages) | flattened(words.exercises)
        assert other.keys() == english.keys()
        for key, text in other.items():
            assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", english[key])), key


def flattened(table: dict[str, Any], before: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in table.items():
        found |= (
            flattened(value, f"{before}{name}.") if isinstance(value, dict) else {f"{before}{name}": value}
        )
    return found


def test_a_language_that_is_not_there_is_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(texts.VARIABLE, "../en")
    assert texts.chosen() == "en"
    monkeypatch.setenv(texts.VARIABLE, "tlh")
    assert texts.chosen() == "en"
