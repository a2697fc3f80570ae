"""The gamma function, the beta function and the digamma function, in floats."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bookkit.values import gamma as gammas


@pytest.mark.parametrize("x", [0.01, 0.5, 1.0, 3.7, 50.5, 170.5, -0.5, -2.3])
def test_gamma_is_that_of_the_library(x: float) -> None:
    assert gammas.gamma(x) == pytest.approx(math.gamma(x), rel=1e-12)


@pytest.mark.parametrize("x", [0.3, 1.0, 2.5, -1.7, 30.2])
def test_digamma_is_the_slope_of_its_logarithm(x: float) -> None:
    slope = np.imag(gammas.gamma(x + 1e-30j)) / 1e-30
    assert gammas.digamma(x) * gammas.gamma(x) == pytest.approx(slope, rel=1e-11)


def test_there_is_no_value_at_a_pole_and_an_array_goes_entry_by_entry() -> None:
    assert np.isnan(gammas.gamma(-2.0))
    assert np.isnan(gammas.digamma(0.0))
    assert gammas.gamma(np.array([[1.0], [4.0]])) == pytest.approx(np.array([[1.0], [6.0]]))
    assert gammas.beta(2.0, 3.0) == pytest.approx(1 / 12)
