"""Each exercise: its texts are there, a right answer passes, each mistake gets its own sentence."""

import re
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from backprop.exercises import texts
from backprop.exercises.catalogue import ALL, find
from backprop.exercises.exercise import LEVELS, Exercise
from backprop.exercises.judge import judge
from backprop.exercises.perform import perform
from backprop.exercises.report import report
from backprop.exercises.run import Run
from backprop.exercises.starter import starter

WORDS = texts.read("en")
SOLUTIONS = Path(__file__).with_name("solutions")
SNIPPETS = Path(__file__).parents[3] / "snippets"
MISTAKES = [(exercise, mistake) for exercise in ALL for mistake in exercise.mistakes]
each = pytest.mark.parametrize("exercise", ALL, ids=lambda exercise: exercise.name)


def squeezed(text: str) -> str:
    """A text without what breaking its lines changes."""
    return "".join(text.split())


def notes(exercise: Exercise, names: SimpleNamespace) -> list[dict]:
    return list(perform(exercise, names))


def defined_in(path: Path) -> SimpleNamespace:
    names: dict = {"__name__": "solution"}
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), names)
    return SimpleNamespace(**names)


def solution(exercise: Exercise) -> Path:
    """The solution that the page shows, or for a milestone the one beside this test."""
    name = exercise.name.replace("-", "_")
    if exercise.project:
        return SOLUTIONS / f"{exercise.project}.py"
    return SNIPPETS / exercise.page / f"solution_{name}.py"


@each
def test_the_solution_passes(exercise: Exercise) -> None:
    if not exercise.project and not SNIPPETS.is_dir():
        pytest.skip("the source archive has no pages, and so no listings")
    assert judge(exercise, notes(exercise, defined_in(solution(exercise)))) == []


@pytest.mark.parametrize(("exercise", "mistake"), MISTAKES, ids=[f"{e.name}-{m}" for e, m in MISTAKES])
def test_a_mistake_is_refused_with_its_own_sentence(exercise: Exercise, mistake: str) -> None:
    found = notes(exercise, exercise.wrong(mistake))
    keys = [finding.key for finding in judge(exercise, found)]
    assert keys[0].partition(":")[0] == f"mistake.{mistake}".partition(":")[0], keys
    said = report(exercise, Run([*found, {"done": True}]), WORDS, "mine.py")
    assert not said.right
    assert squeezed(WORDS.mistake(exercise.name, mistake)) in squeezed(said.text)


@each
def test_an_exercise_knows_five_mistakes(exercise: Exercise) -> None:
    assert len(exercise.mistakes) >= 5


@each
def test_texts_are_there_and_nothing_else(exercise: Exercise) -> None:
    said = WORDS.exercises[exercise.name]
    assert set(said) <= {"title", "task", "mistakes", "only"}
    known = {name.partition(":")[0] for name in exercise.mistakes}
    assert set(said["mistakes"]) == known
    assert len(set(said["mistakes"].values())) == len(known)
    tags = {tag for case in exercise.cases() for tag in case.tags}
    assert tags <= set(WORDS.messages["only"]) | set(said.get("only", {}))
    for line in said["task"].splitlines():
        assert len(line) <= 88, line
    for name in exercise.defines:
        assert name in said["task"], "the task names what is to be written"


@each
def test_an_exercise_is_well_formed(exercise: Exercise) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9-]+", exercise.name)
    assert exercise.level in LEVELS
    assert exercise.page in WORDS.messages["pages"]
    cases = exercise.cases()
    if exercise.use is None:
        assert len(cases) >= 3
        assert all(len(exercise.arguments) == len(case.arguments) for case in cases)


@each
def test_a_starter_file_is_python_and_still_empty(exercise: Exercise) -> None:
    names: dict = {"__name__": "starter"}
    exec(starter(exercise, WORDS), names)
    found = notes(exercise, SimpleNamespace(**names))
    assert all("error" in note or "begins" in note or exercise.project for note in found)
    assert judge(exercise, found)


def test_names_are_unique_and_texts_have_no_strangers() -> None:
    names = [exercise.name for exercise in ALL]
    assert len(set(names)) == len(names)
    assert set(WORDS.exercises) == set(names)
    assert find(names[0]) is ALL[0]


def test_cases_are_the_same_each_time() -> None:
    for exercise in ALL:
        first, second = (re.sub(r" at 0x\w+", "", repr(exercise.cases())) for _ in range(2))
        assert first == second


WAYS = {
    "a stack": ("waiting.pop()", "node.parents"),
    "a queue": ("waiting.pop(0)", "node.parents"),
    "a stack, the last parent first": ("waiting.pop()", "reversed(node.parents)"),
}
ONLY_ONCE = """
    def backward(self):
        self.grad = 1
        waiting, done = [self], set()
        while waiting:
            node = {next}
            for parent, local in {parents}:
                parent.grad += local * node.grad
                if parent not in done:
                    done.add(parent)
                    waiting.append(parent)
"""
RECURSIVE = """
    def backward(self, done=None):
        if done is None:
            self.grad, done = 1, set()
        for parent, local in self.parents:
            parent.grad += local * self.grad
            if parent not in done:
                done.add(parent)
                parent.backward(done)
"""
WRONG_ORDERS = {name: ONLY_ONCE.format(next=a, parents=b) for name, (a, b) in WAYS.items()} | {
    "a function that calls itself": RECURSIVE
}


@pytest.mark.parametrize("name", ["engine-reuse", "engine-functions", "engine-numbers"])
@pytest.mark.parametrize("way", WRONG_ORDERS)
def test_an_engine_that_hands_on_too_early_fails(name: str, way: str) -> None:
    """The way `only_once` of the page on the order: right where no value waits for a second share."""
    text = (SOLUTIONS / "engine.py").read_text(encoding="utf-8")
    names: dict = {"__name__": "wrong"}
    exec(text.partition("    def backward")[0] + WRONG_ORDERS[way].lstrip("\n"), names)
    wrong = SimpleNamespace(**names)
    gates = find("engine-gates")
    assert not judge(gates, notes(gates, wrong)), "no value is used twice there"
    exercise = find(name)
    found = judge(exercise, notes(exercise, wrong))
    assert found
    if name == "engine-reuse":
        assert found[0].key.startswith("mistake.only_once")


PAGE_RECURSION = """
    def backward(self):
        self.grad = 1
        go_back(self)


def go_back(node):
    for parent, local in node.parents:
        parent.grad += local * node.grad
        go_back(parent)
"""
BY_METHOD = """
    def backward(self, first=True):
        if first:
            self.grad = 1
        for parent, local in self.parents:
            parent.grad += local * self.grad
        for parent, local in self.parents:
            parent.backward(False)
"""


@pytest.mark.parametrize("recursion", [PAGE_RECURSION, BY_METHOD])
def test_the_recursion_of_the_page_is_recognised(recursion: str) -> None:
    """`go_back`, which the chapter shows to be wrong, and the method that readers make of it."""
    text = (SOLUTIONS / "engine.py").read_text(encoding="utf-8")
    names: dict = {"__name__": "wrong"}
    exec(text.partition("    def backward")[0] + recursion.lstrip("\n"), names)
    exercise = find("engine-reuse")
    found = judge(exercise, notes(exercise, SimpleNamespace(**names)))
    assert found[0].key.startswith("mistake.too_early")


def test_an_engine_has_gradients_in_the_middle() -> None:
    text = (SOLUTIONS / "engine.py").read_text(encoding="utf-8")
    names: dict = {"__name__": "wrong"}
    middle = "        for node in ready:\n            node.grad = node.grad * (not node.parents)\n"
    exec(text + middle, names)
    exercise = find("engine-reuse")
    found = judge(exercise, notes(exercise, SimpleNamespace(**names)))
    assert found[0].key == "mistake.inputs_only"


def shuffles_in_place(x, y, size, rng):
    order = rng.permutation(x.shape[1])
    x[:], y[:] = x[:, order], y[:, order]
    return [(x[:, s : s + size], y[:, s : s + size]) for s in range(0, x.shape[1], size)]


def forgets_its_return(x, y, size, rng):
    rng.permutation(x.shape[1])


def inputs_alone(x, y, size, rng):
    return [x[:, s : s + size] for s in range(0, x.shape[1], size)]


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        (shuffles_in_place, "besides.changed"),
        (forgets_its_return, "kind.none"),
    ],
)
def test_mini_batches_are_judged_by_what_they_were_made_of(answer, key: str) -> None:
    exercise = find("mini-batches")
    found = judge(exercise, notes(exercise, SimpleNamespace(mini_batches=answer)))
    assert [finding.key for finding in found] == [key]


@pytest.mark.parametrize(
    "dealt", [[], [(1.0, 2.0)], [(np.zeros(3), np.zeros(3))], [(np.zeros((3, 2)), 0)], 3, [()]]
)
def test_whatever_mini_batches_are_nothing_of_the_book_raises_it(dealt) -> None:
    exercise = find("mini-batches")
    found = judge(exercise, notes(exercise, SimpleNamespace(mini_batches=lambda *_: dealt)))
    assert found
    assert found[0].key not in ("error.shapes", "error.other", "error.IndexError")


def test_weights_that_are_not_drawn_around_zero_have_another_spread() -> None:
    def init(sizes, rng):
        weights = [rng.uniform(0, 1, size=(n, k)) * (24 / k) ** 0.5 for k, n in pairwise(sizes)]
        return weights, [np.zeros((n, 1)) for n in sizes[1:]]

    exercise = find("digits-init")
    assert judge(exercise, notes(exercise, SimpleNamespace(init=init)))


def test_a_start_without_layers_raises_nothing_in_the_check() -> None:
    exercise = find("digits-init")
    found = judge(exercise, notes(exercise, SimpleNamespace(init=lambda sizes, rng: ([], []))))
    assert found[0].key == "kind.number"
