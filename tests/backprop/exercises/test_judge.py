"""What is said of numbers that are wrong in a way that no exercise has to know: signs, factors, axes."""

import math
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from backprop import Tensor, Value
from backprop.exercises import judge as judging
from backprop.exercises import texts
from backprop.exercises.catalogue import find
from backprop.exercises.exercise import Case, Exercise, case
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


def judged(
    answer: Callable[..., Any],
    expected: Callable[..., Any] = means,
    cases: list[Case] = CASES,
    **more: Any,
) -> str:
    exercise = Exercise(
        name="a-task", page="nudges/circuit", level="easy", signatures=("task(x)",), cases=lambda: cases,
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
        (lambda x: np.matrix(means(x)), "kind.no_plain_array"),
        (lambda x: np.ma.array(means(x)), "kind.no_plain_array"),
        (lambda x: Tensor(means(x)), "kind.numbers_inside"),
        (lambda x: Value(1), "kind.numbers_inside"),
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
        (lambda x: math.exp(x), "error.one_number"),
        (lambda x: float(np.ones(3)), "error.one_number"),
        (lambda x: x[:, 0].sum(axis=1), "error.axis"),
        (lambda x: np.array([[1.0], [2.0, 3.0]]), "error.ragged"),
        (lambda x: x[:, 0][0, 0], "error.indices"),
        (lambda x: x.sum()[0], "error.index_of_number"),
        (lambda x: float(x[0, 0])[0], "error.index_of_number"),
        (lambda x: x.tolist()[0, 0], "error.list_index"),
        (lambda x: x[0.5], "error.index"),
        (lambda x: np.zeros(2.0), "error.index"),
        (lambda x: x if x > 0 else 0, "error.truth"),
        (lambda x: x + None, "error.none"),
        (lambda x: x.tolist() * 0.5, "error.list_times"),
        (lambda x: 2.0 @ x, "error.matmul_number"),
        (lambda x: np.hstack([x, x.T[:2]]), "error.shapes"),
        (lambda x: x.reshape(7, 7), "error.shapes"),
        (lambda x: map(abs, x), "kind.lazy"),
        (lambda x: (row for row in x), "kind.lazy"),
    ],
)  # fmt: skip
def test_a_kind_of_mistake_is_recognised(answer: Callable[..., Any], key: str) -> None:
    assert judged(answer) == key


def test_a_single_column_for_several_samples_is_recognised() -> None:
    assert judged(lambda x: 7 * x[:, :1], lambda x: 7 * x) == "shape.one_column"
    assert judged(lambda x: x.sum(axis=1, keepdims=True), lambda x: 7 * x, CASES[1:]) == "shape.one_column"


def test_how_many_samples_a_case_has_needs_no_tag() -> None:
    untagged = [case(*one.arguments) for one in CASES]
    assert judged(lambda x: means(x[:, :1]), cases=untagged) == "only.several"
    assert judged(lambda x: means(x) + (x.shape[1] == 1), cases=untagged) == "only.one_sample"


@pytest.mark.parametrize("kind", ["ValueError", "TypeError", "IndexError"])
def test_an_error_of_the_readers_own_says_what_the_reader_says(kind: str) -> None:
    error = {"kind": kind, "message": "shapes do not fit", "line": 3}
    assert judging.error_finding(error | {"code": "a = w @ x"}, "case").key == "error.shapes"
    own = judging.error_finding(error | {"code": f"raise {kind}('shapes do not fit')"}, "case")
    assert own.key == "error.other"


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
        (lambda x: {"a": 1, "b": 2}, "kind.other_than_several"),
        (lambda x: map(abs, x), "kind.lazy"),
        (lambda x: (means(x), np.array([x.sum()])), "shape.one_entry"),
        (lambda x: (x.sum(), means(x)), "number.reversed"),
        (lambda x: np.array([means(x), x.sum()], dtype=object), "right"),
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


def said_of(name: str, answer: Callable[..., Any]) -> str:
    """What is said of an answer to an exercise of the book, without what breaking its lines changes."""
    exercise = find(name)
    notes = [*perform(exercise, SimpleNamespace(**{exercise.defines[0]: answer})), {"done": True}]
    return " ".join(report(exercise, Run(notes), WORDS, "mine.py").text.split())


def test_nothing_of_ours_is_shown_for_what_came_back() -> None:
    class Value:
        pass

    matrix = np.ones((1, 1)).view(np.matrix)
    for strange in (map(abs, [1]), zip([1]), iter(x for x in [1]), Value(), matrix):
        for name in ("circuit-gradient", "softmax-columns"):
            assert "Strange" not in said_of(name, lambda *_, strange=strange: strange)
    assert "is a map, which has not computed anything yet." in said_of(
        "softmax-columns", lambda z: map(abs, z)
    )
    assert "is of the type dict" in said_of("circuit-gradient", lambda a, b, c: {"a": 1})


def test_one_thing_is_not_called_several() -> None:
    said = said_of("clip-by-norm", lambda gradients, limit: [gradients[0], gradients[0]])
    assert "What your function returns should be a list with one entry, and has 2." in said


def test_code_keeps_its_letters_at_the_beginning_of_a_sentence() -> None:
    said = said_of("backprop-one-sample", lambda w, b, x, y: ([np.zeros((9, 9))] * len(w), w))
    assert "nabla_b[0] has the shape (9, 9)" in said


def test_the_example_is_a_case_that_shows_what_is_said() -> None:
    def answer(z: np.ndarray) -> Any:
        return None if z.shape == (3, 4) else np.exp(z - z.max(axis=0)) * 0

    assert "returns nothing" in said_of("softmax-columns", answer)
    ragged = said_of("cross-entropy-of-z", lambda z, y: 1 / 0 if len(z) == 5 else 7.0)
    assert "divides by zero" in ragged
    assert "That was with z = [" in ragged
    shown = said_of("softmax-columns", lambda z: z[:, 0] if z.shape == (3, 4) else z)
    assert "has the shape (3,)" in shown
    yours = shown.partition("yours:")[2].partition("wanted:")[0]
    assert yours.count(",") == 2, "the example shows the answer that has lost an axis"


def test_rounding_is_called_rounding_where_an_argument_is_put_back() -> None:
    def nudged(cost: Any, w: np.ndarray, h: float) -> Any:
        gradient = np.zeros_like(w)
        for index in np.ndindex(w.shape):
            w[index] += h
            right = cost(w)
            w[index] -= 2 * h
            gradient[index] = (right - cost(w)) / (2 * h)
            w[index] += h
        return gradient

    assert "w is changed in its last digit" in said_of("nudge-gradient", nudged)


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
    keys |= {f"error.{key}" for key, _ in judging.MESSAGES}
    several = ("not_several", "other_than_several", "number")
    keys |= {f"kind.{name}{end}" for name in several for end in ("", "_one")} | {"kind.lazy"}
    keys |= {"besides.changed_slightly", "error.arguments_inside"}
    keys |= {f"number.{name}{end}" for name in plain for end in ("", "_of")}
    shapes = ("number", "no_number", "one_entry", "transposed", "lost_axis", "spread", "not_summed", "other")
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
