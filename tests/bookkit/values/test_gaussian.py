"""The error function and the normal distribution, against mpmath; the complex step through them, too."""

from __future__ import annotations

import mpmath
import numpy as np
import pytest

from bookkit.values import gaussian

POINTS = [-9.0, -5.0, -2.2, -1.5, -0.7, -1e-8, 0.0, 1e-8, 0.4, 1.0, 1.49, 1.51, 2.13, 3.0, 6.0]


@pytest.mark.parametrize("x", POINTS)
def test_values_to_all_digits(x: float) -> None:
    with mpmath.workdps(40):
        expected = {"erf": mpmath.erf(x), "distribution": mpmath.ncdf(x), "density": mpmath.npdf(x)}
    for name, value in expected.items():
        found = getattr(gaussian, name)(x)
        assert found == pytest.approx(float(value), rel=4e-15, abs=1e-300), name
        assert getattr(gaussian, name)(np.array([[x]])).shape == (1, 1)


@pytest.mark.parametrize("x", POINTS)
def test_the_complex_step_goes_through(x: float) -> None:
    with mpmath.workdps(40):
        density = float(mpmath.npdf(x))
        slope_of_erf = float(2 / mpmath.sqrt(mpmath.pi) * mpmath.exp(-(mpmath.mpf(x) ** 2)))
    assert np.imag(gaussian.distribution(x + 1e-30j)) / 1e-30 == pytest.approx(density, rel=2e-14)
    assert np.imag(gaussian.erf(x + 1e-30j)) / 1e-30 == pytest.approx(slope_of_erf, rel=2e-14)
    assert np.imag(gaussian.density(x + 1e-30j)) / 1e-30 == pytest.approx(-x * density, rel=2e-14)
