"""Sheets are the same for a seed on every machine, and what they are checked by is what formulas give."""

import re
from math import exp, log

import numpy as np
import pytest

from backprop import Value
from backprop.exercises import texts
from backprop.exercises.command import main
from backprop.exercises.sheets import SHEETS, Draw, problem

SEEDS = range(12)


def sigma(z):
    return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))


def by_circuit(g):
    a, b, c = (Value(g[name]) for name in "abc")
    gate = {"+": lambda u, v: u + v, "-": lambda u, v: u - v, "*": lambda u, v: u * v}
    f = gate[g["third"]](gate[g["second"]](gate[g["first"]](a, b), c), a)
    f.backward()
    return (a.grad + b.grad + c.grad,)


def by_network(g):
    w2, b2, w3, b3, x = (np.array(g[name]) for name in ("W2", "b2", "W3", "b3", "x"))
    a2 = sigma(w2 @ x + b2)
    a3 = sigma(w3 @ a2 + b3)
    d3 = (a3 - g["y"]) * a3 * (1 - a3)
    d2 = (w3.T @ d3) * a2 * (1 - a2)
    return ((d2 @ x.T).sum(), (d3 @ a2.T).sum())


def by_neuron(g):
    a = sigma(np.dot(g["w"], g["x"]) + g["b"])
    error = (a - g["y"]) * (sum(g["x"]) + 1)
    return (error, error * a * (1 - a))


def by_softmax(g):
    shares = [exp(z) / sum(exp(z) for z in g["z"]) for z in g["z"]]
    errors = [share - (k == g["true"]) for k, share in enumerate(shares, start=1)]
    after = [z - g["eta"] * error for z, error in zip(g["z"], errors, strict=True)]
    return (sum(e**2 for e in errors), log(sum(map(exp, after))) - after[g["true"] - 1])


def by_relu(g):
    w2, b2, w3, x, y = (np.array(g[name]) for name in ("W2", "b2", "W3", "X", "Y"))
    z = w2 @ x + b2
    error = w3 @ np.maximum(z, 0) - y
    return ((((w3.T @ error) * (z > 0) / 2 @ x.T) ** 2).sum(),)


def by_momentum(g):
    rate, beta = g["eta"] * g["curvature"], g["beta"]
    walk = np.linalg.matrix_power(np.array([[beta, -rate], [beta, 1 - rate]]), 3)  # of velocity and place
    return (g["start"] * (1 - rate) ** 3, walk[1, 1] * g["start"])


def by_product(g):
    s, r, arriving = (np.array(g[name]) for name in "SRG")
    return tuple(float((share**2).sum()) for share in (arriving @ r.T, s.T @ arriving, arriving.sum(axis=0)))


def by_window(g):
    x, w, delta = (np.array(g[name]) for name in ("x", "w", "delta"))
    to_x = np.convolve(delta, w)  # NumPy's is turned round, as it is on the way back
    to_w = [delta @ x[:-1], delta @ x[1:]]
    return ((to_x**2).sum(), sum(share**2 for share in to_w))


def by_state(g):
    w, x = g["w"], g["x"]
    return (3 * x[0] * w**2 + 2 * x[1] * w + x[2], w**3)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", SHEETS)
def test_a_solution_by_formula_is_right(name: str, seed: int) -> None:
    found = problem(name, seed)
    assert found.check == pytest.approx(globals()[f"by_{name}"](found.given), rel=1e-6, abs=1e-8)


@pytest.mark.parametrize("name", SHEETS)
def test_other_seeds_have_other_numbers_and_the_same_one_the_same(name: str) -> None:
    given = [str(problem(name, seed).given) for seed in range(100)]
    assert given == [str(problem(name, seed).given) for seed in range(100)]
    assert len(set(given)) > 60
    assert len({f"{problem(name, seed).check[0]:.4f}" for seed in range(100)}) > 25


def test_the_numbers_of_a_seed_are_these_everywhere() -> None:
    wiring = {"first": "+", "second": "-", "third": "*"}
    assert problem("circuit", 17).given == {"a": -1, "b": -3, "c": -1} | wiring
    assert [Draw("x", 1).one(range(1000)) for _ in range(2)] == [Draw("x", 1).one(range(1000))] * 2


@pytest.mark.parametrize("seed", range(200))
def test_no_unit_of_a_sheet_is_at_its_kink_and_some_are_off(seed: int) -> None:
    given = problem("relu", seed).given
    z = np.array(given["W2"]) @ given["X"] + given["b2"]
    assert abs(z).min() >= 0.25
    assert (z > 0).any()
    assert (z < 0).any()


@pytest.mark.parametrize("language", texts.languages())
@pytest.mark.parametrize("name", SHEETS)
def test_a_text_uses_all_that_is_given_and_all_that_it_is_checked_by(name: str, language: str) -> None:
    found, said = problem(name, 1), texts.read(language).messages["sheets"][name]
    assert set(re.findall(r"\{(\w+)\}", said["task"])) == set(found.given)
    assert set(re.findall(r"\{(\w+)\}", said["check"])) == set("uvw"[: len(found.check)])


def test_the_command_prints_the_check_only_where_it_is_asked_to(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheet", "network", "--seed", "5"]) == 0
    without = capsys.readouterr().out
    assert main(["sheet", "network", "--seed", "5", "--check"]) == 0
    with_check = capsys.readouterr().out
    assert with_check.startswith(without.rstrip())
    values = [f"{value:.4f}" for value in problem("network", 5).check]
    assert all(value in with_check and value not in without for value in values)
    assert "sheet 5" in without


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
