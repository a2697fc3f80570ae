"""Sheets are the same for a seed on every machine, and what they are checked by is what formulas give."""

import re
from math import exp, log

import numpy as np
import pytest

from backprop import Value
from backprop.exercises import texts
from backprop.exercises.answers import ANSWERS, written
from backprop.exercises.command import main
from backprop.exercises.sheets import SHEETS, Draw, apart, problem, weigh

SEEDS = range(12)


def sigma(z):
    return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))


def weighed(*entries):
    return sum(k * entry for k, entry in enumerate(np.ravel(entries), start=1))


# A slip is a name that a solution below knows. Without one, it is the right solution, by formula.


def by_circuit(g, slip=""):
    a, b, c, again = (Value(g[name]) for name in "abca")
    gate = {"+": lambda u, v: u + v, "-": lambda u, v: u - v, "*": lambda u, v: u * v}
    gate["-"] = gate["+"] if slip == "minus" else gate["-"]
    gate[g["third"]](gate[g["second"]](gate[g["first"]](a, b), c), again).backward()
    of_a = {"one path": a.grad, "the other path": again.grad}.get(slip, a.grad + again.grad)
    if slip == "exchanged":
        return (weighed(b.grad, of_a, c.grad),)
    return (weighed(of_a, b.grad, c.grad),)


def by_network(g, slip=""):
    w2, b2, w3, b3, x = (np.array(g[name]) for name in ("W2", "b2", "W3", "b3", "x"))
    a2 = sigma(w2 @ x + b2)
    a3 = sigma(w3 @ a2 + b3)
    d3 = (a3 - g["y"]) * (1 if slip == "no slope at the end" else a3 * (1 - a3))
    d3 = -d3 if slip == "sign" else d3
    w3 = w3[:, ::-1] if slip == "the weight of the other" else w3
    d2 = (w3.T @ d3) * (1 if slip == "no slope" else a2 * (1 - a2))
    d2 = d2[::-1] if slip == "errors exchanged" else d2
    hidden, last = d2 @ x.T, d3 @ a2.T
    if slip == "turned":
        hidden = hidden.T
    if slip == "by the bias":
        last = np.hstack([d3, d3])
    if slip == "activations exchanged":
        last = last[:, ::-1]
    return (weighed(hidden), weighed(last))


def by_neuron(g, slip=""):
    a = sigma(np.dot(g["w"], g["x"]) + g["b"])
    one, two = g["x"][::-1] if slip == "exchanged" else g["x"]
    error = (g["y"] - a if slip == "sign" else a - g["y"]) * weighed(one, two, 0 if slip == "no bias" else 1)
    return (error, error * (1 if slip == "no slope" else a if slip == "half a slope" else a * (1 - a)))


def by_softmax(g, slip=""):
    shares = [exp(z) / sum(exp(z) for z in g["z"]) for z in g["z"]]
    true = g["true"] % 3 + 1 if slip == "another class" else g["true"]
    errors = [share - (k == true) for k, share in enumerate(shares, start=1)]
    errors = [-e for e in errors] if slip == "sign" else errors
    errors = errors[::-1] if slip == "from behind" else errors
    rate = 1 if slip == "no rate" else -g["eta"] if slip == "uphill" else g["eta"]
    after = [z - rate * error for z, error in zip(g["z"], errors, strict=True)]
    return (weighed(errors), log(sum(map(exp, after))) - after[g["true"] - 1])


def by_relu(g, slip=""):
    w2, b2, w3, x, y = (np.array(g[name]) for name in ("W2", "b2", "W3", "X", "Y"))
    z = w2 @ x + b2
    error = (w3 @ np.maximum(z, 0) - y) * {"sum": 1, "sign": -0.5}.get(slip, 0.5)
    mask = 1 if slip == "no mask" else (z > 0).any(axis=1, keepdims=True) if slip == "one mask" else z > 0
    gradient = (w3.T @ error) * mask @ (x if slip == "samples for inputs" else x.T)
    return (weighed(gradient.T if slip == "turned" else gradient), (gradient**2).sum())


def by_momentum(g, slip=""):
    rate, beta = g["eta"] * (1 if slip == "no curvature" else g["curvature"]), g["beta"]
    kept = 1 if slip == "nothing fades" else 1 - beta if slip == "what fades" else beta
    pull = rate * (1 - beta) if slip == "another form" else rate
    walk = np.linalg.matrix_power(np.array([[kept, -pull], [kept, 1 - pull]]), 3)  # of velocity and place
    return (g["start"] * (1 - rate) ** 3, walk[1, 1] * g["start"])


def by_product(g, slip=""):
    s, r, arriving = (np.array(g[name]) for name in "SRG")
    if slip == "turned":
        s_share, r_share = (arriving @ r.T).T, (s.T @ arriving).T
        return (weighed(s_share), weighed(r_share), weighed(arriving.sum(axis=0)))
    if slip == "rows for columns":
        arriving = arriving.T
    row = arriving.sum(axis=1 if slip == "each row" else 0)
    row = arriving[0] if slip == "one row" else row
    return (weighed(arriving @ r.T), weighed(s.T @ arriving), weighed(row))


def by_window(g, slip=""):
    x, w, delta = (np.array(g[name]) for name in ("x", "w", "delta"))
    filtered = w[::-1] if slip == "not turned" else w
    to_x = np.convolve(delta, filtered)  # NumPy's is turned round, as it is on the way back
    to_w = [delta @ x[:-1], delta @ x[1:]]
    to_w = delta[0] * x[:2] if slip == "one window" else to_w[::-1] if slip == "exchanged" else to_w
    return (weighed(to_x), weighed(to_w))


def by_state(g, slip=""):
    w, (one, two, three, _) = g["w"], g["x"]
    first, second, third = one, w * one + two, w * (w * one + two) + three
    if slip == "last use":
        return (third, w**3)
    if slip == "same step":
        return (first * w**3 + second * w**2 + third * w + w * third + g["x"][3], w**3)
    if slip == "one step more":
        return (first * w**2 + second * w + third, w**4)
    return (first * w**2 + second * w + third, w**3)


SLIPS = {
    "circuit": ("minus", "one path", "the other path", "exchanged"),
    "network": (
        *("no slope", "no slope at the end", "sign", "the weight of the other", "turned", "errors exchanged"),
        *("by the bias", "activations exchanged"),
    ),
    "neuron": ("exchanged", "sign", "no bias", "no slope", "half a slope"),
    "softmax": ("another class", "sign", "from behind", "no rate", "uphill"),
    "relu": ("sum", "sign", "no mask", "one mask", "samples for inputs", "turned"),
    "momentum": ("no curvature", "nothing fades", "what fades", "another form"),
    "product": ("turned", "rows for columns", "each row", "one row"),
    "window": ("not turned", "one window", "exchanged"),
    "state": ("last use", "same step", "one step more"),
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_slip_shows_in_what_a_sheet_is_checked_by(name: str) -> None:
    solve = globals()[f"by_{name}"]
    for seed in range(60):
        found = problem(name, seed)
        for slip in SLIPS[name]:
            if slip == "minus" and "-" not in found.given.values():
                continue
            slipped = solve(found.given, slip)
            seen = max(abs(a - b) for a, b in zip(slipped, found.check, strict=True))
            assert seen > 0.001, f"{name} {seed}: {slip} is checked by the same numbers"


def test_without_care_a_transposed_gradient_would_be_checked_by_the_same_number() -> None:
    gradient = np.array([[1.0, 2.0], [3.0, 4.0]])
    assert gradient.sum() == gradient.T.sum()
    assert weigh(gradient) != weigh(gradient.T)


@pytest.mark.parametrize("numbers", [[1, 2, 2], [1, -1], [0, 1], [0.5, 0.501]])
def test_equal_sizes_and_zeros_are_not_apart(numbers: list[float]) -> None:
    assert not apart(numbers)
    assert apart([*range(1, 4), -7])


@pytest.mark.parametrize("seed", range(60))
def test_a_question_for_the_one_number_that_counts_most_has_one_answer(seed: int) -> None:
    g = problem("network", seed).given
    w2, b2, w3, b3, x = (np.array(g[name]) for name in ("W2", "b2", "W3", "b3", "x"))
    a2 = sigma(w2 @ x + b2)
    a3 = sigma(w3 @ a2 + b3)
    d3 = (a3 - g["y"]) * a3 * (1 - a3)
    gradient = np.abs([*((w3.T @ d3) * a2 * (1 - a2) @ x.T).flat, *(d3 @ a2.T).flat])
    weights, sizes = np.abs([*w2.flat, *w3.flat]), np.sort(gradient)
    assert weights[gradient.argmax()] < weights.max(), "the largest weight is a wrong answer"
    assert abs(a2 - 0.5).min() > 0.01, "at one half, an activation is one minus itself"
    assert len({len(w2), len(w2[0]), len(w3)}) == 3, "a matrix that is turned by mistake must not fit"
    assert sizes[0] > 0.001
    assert np.diff(sizes).min() > 0.001
    g = problem("circuit", seed).given
    a, b, c = (Value(g[name]) for name in "abc")
    gate = {"+": lambda u, v: u + v, "-": lambda u, v: u - v, "*": lambda u, v: u * v}
    gate[g["third"]](gate[g["second"]](gate[g["first"]](a, b), c), a).backward()
    *smaller, largest = sorted(abs(node.grad) for node in (a, b, c))
    assert 0 < max(smaller) < largest


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", SHEETS)
def test_a_solution_by_formula_is_right(name: str, seed: int) -> None:
    found = problem(name, seed)
    assert found.check == pytest.approx(globals()[f"by_{name}"](found.given), rel=1e-6, abs=1e-8)


CHECKED = {  # the numbers of an answer that a sheet is checked by
    "circuit": lambda f: (weigh([f["of_a"], f["of_b"], f["of_c"]]),),
    "network": lambda f: (weigh(f["of_w2"]), weigh(f["of_w3"])),
    "neuron": lambda f: (weigh(f["of_bet"]), weigh(f["of_square"])),
    "softmax": lambda f: (weigh(f["errors"]), f["after"]),
    "relu": lambda f: (weigh(f["of_w2"]), (f["of_w2"] ** 2).sum()),
    "momentum": lambda f: (f["plain"][-1], f["walk"][-1]),
    "product": lambda f: tuple(weigh(f[key]) for key in ("to_s", "to_r", "to_x")),
    "window": lambda f: (weigh(f["to_x"]), weigh(f["to_w"])),
    "state": lambda f: (f["total"], f["links"][0]),
}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", SHEETS)
def test_an_answer_has_the_numbers_that_nudging_finds(name: str, seed: int) -> None:
    found = problem(name, seed)
    assert CHECKED[name](ANSWERS[name](found.given)) == pytest.approx(found.check, rel=1e-6, abs=1e-8)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_input_that_an_answer_nudges_is_the_best_of_all_six_nudges(seed: int) -> None:
    given = problem("circuit", seed).given
    gate = {"+": lambda u, v: u + v, "-": lambda u, v: u - v, "*": lambda u, v: u * v}

    def after(name: str, step: float) -> float:
        a, b, c = (given[key] + step * (key == name) for key in "abc")
        return gate[given["third"]](gate[given["second"]](gate[given["first"]](a, b), c), a)

    every = {(name, step): after(name, step) for name in "abc" for step in (0.01, -0.01)}
    found = ANSWERS["circuit"](given)
    assert (found["name"], float(found["step"])) == max(every, key=every.__getitem__)
    assert found["after"] == pytest.approx(max(every.values()))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_weight_that_an_answer_chooses_has_the_largest_derivative(seed: int) -> None:
    found = ANSWERS["network"](problem("network", seed).given)
    entries = np.concatenate([found["of_w2"].ravel(), found["of_w3"].ravel()])
    chosen = found["of_" + found["matrix"].lower()][found["row"] - 1, found["column"] - 1]
    assert chosen == found["largest"] == max(entries, key=abs)


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (2, "2"),
        (-0.0, "0"),
        ([0.25, -13], "[0.25, -13]"),
        ([[1 / 3], [2]], "[[0.3333], [2.0000]]"),
        ("W2", "W2"),
    ],
)
def test_an_answer_writes_numbers_as_a_sheet_does(found: object, text: str) -> None:
    assert written(found) == text


@pytest.mark.parametrize("name", SHEETS)
def test_other_seeds_have_other_numbers_and_the_same_one_the_same(name: str) -> None:
    found = [problem(name, seed) for seed in range(60)]
    assert found[:10] == [problem(name, seed) for seed in range(10)]
    assert len({str(sheet.given) for sheet in found}) > 45
    assert len({f"{sheet.check[0]:.4f}" for sheet in found}) > 25


def test_the_numbers_of_a_seed_are_these_everywhere() -> None:
    wiring = {"first": "+", "second": "-", "third": "*"}
    assert problem("circuit", 17).given == {"a": -2, "b": -5, "c": -3} | wiring
    assert [Draw("x", 1).one(range(1000)) for _ in range(2)] == [Draw("x", 1).one(range(1000))] * 2


@pytest.mark.parametrize("seed", range(100))
def test_no_unit_of_a_sheet_is_at_its_kink_and_some_are_off(seed: int) -> None:
    given = problem("relu", seed).given
    z = np.array(given["W2"]) @ given["X"] + given["b2"]
    assert abs(z).min() >= 0.25
    assert ((z > 0).any(axis=1) & (z < 0).any(axis=1)).any(), "the fourth question asks of such a unit"


@pytest.mark.parametrize("language", texts.languages())
@pytest.mark.parametrize("name", SHEETS)
def test_a_text_uses_all_that_is_given_and_all_that_it_is_checked_by(name: str, language: str) -> None:
    found, said = problem(name, 1), texts.read(language).messages["sheets"][name]
    assert set(re.findall(r"\{(\w+)\}", said["task"])) == set(found.given)
    assert set(re.findall(r"\{(\w+)\}", said["check"])) == set("uvw"[: len(found.check)])
    assert set(re.findall(r"\{(\w+)\}", said["answer"])) == set(ANSWERS[name](found.given))
    for text in (said["task"], said["answer"]):
        assert re.findall(r"^(\d)\. ", text, re.MULTILINE) == ["1", "2", "3", "4"]


def test_the_command_prints_the_check_only_where_it_is_asked_to(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheet", "network", "--seed", "5"]) == 0
    without = capsys.readouterr().out
    assert main(["sheet", "network", "--seed", "5", "--check"]) == 0
    with_check = capsys.readouterr().out
    assert with_check.startswith(without.rstrip())
    values = [f"{value:.4f}" for value in problem("network", 5).check]
    assert all(value in with_check and value not in without for value in values)
    assert "sheet 5" in without


def test_the_command_prints_the_answer_only_where_it_is_asked_to(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheet", "window", "--seed", "5"]) == 0
    without = capsys.readouterr().out
    assert main(["sheet", "window", "--seed", "5", "--answer"]) == 0
    with_answer = capsys.readouterr().out
    assert with_answer.startswith(without.rstrip())
    results = written(ANSWERS["window"](problem("window", 5).given)["results"])
    assert f"1. {results}\n" in with_answer
    assert results not in without


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_fits_on_paper_and_keeps_every_word(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheet", name, "--seed", "3", "--check", "--answer"]) == 0
    printed = capsys.readouterr().out
    assert max(map(len, printed.splitlines())) <= 80
    said = texts.read().say(f"sheets.{name}.task", **problem(name, 3).given)
    assert " ".join(said.split()) in " ".join(printed.split())
    assert len(re.findall(r"^\d\. ", printed, re.MULTILINE)) == 8


def test_without_a_name_the_sheets_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheet"]) == 0
    listed = capsys.readouterr().out
    assert [line.split()[0] for line in listed.splitlines()] == list(SHEETS)
    assert main(["sheet", "circus", "--seed", "1"]) == 2
    assert "circus" in capsys.readouterr().out


@pytest.mark.parametrize("seed", ["-3", "1.5", "seven", "", "1" * 19, "²"])
def test_a_seed_is_a_whole_number(seed: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["sheet", "circuit", f"--seed={seed}"])
    assert stop.value.code == 2
    assert "whole number" in capsys.readouterr().err
