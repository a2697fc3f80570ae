"""Generators of random numbers by seed: what NumPy makes of a seed is found once, not for each equation.

Every equation draws from the same seeds, so that the same symbol has the same values in all of them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.random.bit_generator import ISeedSequence

_MOST = 1 << 16  # seeds that are kept: those of a page, and of the next


class _Mixed(ISeedSequence):
    """A seed sequence that hands out what `SeedSequence` has made of the same seed."""

    def __init__(self, seed: tuple[int, ...]) -> None:
        self.seed = seed
        self.known: dict[Any, Any] = {}

    def generate_state(self, n_words: int, dtype: Any = np.uint32) -> Any:
        """Return the words that a bit generator begins with."""
        asked = n_words, dtype
        if asked not in self.known:
            self.known[asked] = np.random.SeedSequence(self.seed).generate_state(n_words, dtype)
            self.known[asked].setflags(write=False)
        return self.known[asked]


@lru_cache(_MOST)
def _mixed(seed: tuple[int, ...]) -> Any:  # NumPy takes any ISeedSequence, its types do not say so
    return _Mixed(seed)


def generator(*seed: int) -> np.random.Generator:
    """Return the generator that `np.random.default_rng` gives for the same seed, at its beginning."""
    return np.random.Generator(np.random.PCG64(_mixed(seed)))
