"""A generator by seed is NumPy's own, at its beginning, however often it is asked for."""

import numpy as np
import pytest

from bookkit.equations.drawing.seeds import generator


@pytest.mark.parametrize("seed", [(0,), (0, 3, 4294967295), (0, 5021, 17), (7, 1, 2, 3)])
def test_it_is_numpys(seed: tuple[int, ...]) -> None:
    for _ in range(2):
        ours, theirs = generator(*seed), np.random.default_rng(list(seed))
        assert (ours.normal(size=9) == theirs.normal(size=9)).all()
        assert (ours.integers(5, size=9) == theirs.integers(5, size=9)).all()


def test_another_seed_is_another_generator() -> None:
    assert generator(0, 1).random() != generator(0, 2).random()
