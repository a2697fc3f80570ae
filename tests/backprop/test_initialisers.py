import re

import numpy as np
import pytest

from backprop.initialisers import SPREADS, initialise


def rng():
    return np.random.default_rng(7)


@pytest.mark.parametrize(
    ("init", "of_weights", "of_biases"),
    [
        ("normal", 1, 1),
        ("small", 0.01, 0),
        ("nielsen", 1 / np.sqrt(300), 1),
        ("xavier", np.sqrt(2 / 500), 0),
        ("he", np.sqrt(2 / 300), 0),
        ("zeros", 0, 0),
    ],
)
def test_mean_and_standard_deviation(init, of_weights, of_biases):
    (w,), (b,) = initialise(init, [300, 200], rng())
    assert w.mean() == pytest.approx(0, abs=4 * of_weights / np.sqrt(w.size))
    assert w.std() == pytest.approx(of_weights, rel=0.02)
    assert b.std() == pytest.approx(of_biases, rel=0.2)


def test_the_table_states_each_variance():
    rows = re.findall(r"^ *\| (\w+) +\| ([^|]+?) +\| (\d) +\|", initialise.__doc__, re.MULTILINE)
    assert [name for name, *_ in rows] == list(SPREADS)
    for name, *variances in rows:
        stated = [eval(v, {"n_in": 300, "n_out": 200}) for v in variances]
        assert stated == pytest.approx(np.square(SPREADS[name](300, 200)), rel=1e-15), name


@pytest.mark.parametrize("init", SPREADS)
def test_shapes_and_precision(init):
    weights, biases = initialise(init, [4, 3, 1, 2], rng())
    assert [w.shape for w in weights] == [(3, 4), (1, 3), (2, 1)]
    assert [b.shape for b in biases] == [(3, 1), (1, 1), (2, 1)]
    assert {array.dtype for array in weights + biases} == {np.dtype(np.float64)}


def test_one_seed_draws_the_same_numbers_for_each_name():
    normal, _ = initialise("normal", [4, 3, 2], rng())
    small, _ = initialise("small", [4, 3, 2], rng())
    for n, s in zip(normal, small, strict=True):
        np.testing.assert_allclose(s, 0.01 * n, rtol=1e-15)


def test_a_generator_goes_on_where_it_was():
    one = rng()
    first, second = (initialise("normal", [2, 2], one)[0][0] for _ in range(2))
    assert (first != second).all()


def test_zeros_are_plain():
    weights, biases = initialise("zeros", [2, 2], rng())
    assert not np.signbit([*weights[0].flat, *biases[0].flat]).any()


def test_an_unknown_name_is_named():
    with pytest.raises(ValueError, match=r"init must be one of 'normal', 'small', .*; got 'random'"):
        initialise("random", [2, 1], rng())
    with pytest.raises(TypeError, match=r"init must be a name; got 0.01 \(float\)"):
        initialise(0.01, [2, 1], rng())
