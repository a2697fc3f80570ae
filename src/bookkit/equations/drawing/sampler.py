"""How the values of leaves are drawn: usual ones, plain ones, wide ones, and those where claims break."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Any

import numpy as np

from bookkit.equations.drawing.seeds import generator
from bookkit.equations.reading.context import Key
from bookkit.notations.draws import EDGE, FRACTION, NEAR, PLAIN, POSITIVE, SPECIAL, WIDE, Draw, some_count
from bookkit.notations.table import Symbol

Value = Any
LOWEST, HIGHEST = -6.0, 4.5  # powers of ten between which wide values lie: e to the highest is out of range


@dataclass(frozen=True)
class Sampler:
    """Draws for one seed; ``landmarks`` are the numbers that the equation writes."""

    seed: tuple[int, ...]
    integers: frozenset[str]  # the names that stand for whole numbers
    landmarks: tuple[float, ...]
    positive_steps: bool

    def rng(self, name: str) -> np.random.Generator:
        """A generator for one purpose, so that no value depends on who asks first."""
        return generator(*self.seed, zlib.crc32(name.encode()))

    def drawn(self, key: Key, symbol: Symbol, shape: tuple[int, ...], mode: str) -> Value:
        """A value for a symbol, as its row of the table and the mode of the draw have it."""
        assert symbol.draw is not None
        rng = self.rng(self.label(key, symbol, mode))
        if key[0] in self.integers and not shape:
            return float(some_count(rng, mode))
        if mode == PLAIN:
            value = symbol.draw.plain(rng, shape)
        elif mode == SPECIAL and symbol.draw.special is not None:
            value = symbol.draw.special(rng, shape)
            if self.landmarks and symbol.draw.bound != "symmetric" and rng.integers(2):
                value = rng.choice([*self.landmarks, *(-mark for mark in self.landmarks)], shape)
        elif mode == EDGE and symbol.draw.edge is not None:
            value = symbol.draw.edge(rng, shape)
        elif mode == NEAR and symbol.draw.wide:
            value = self.near(rng, shape, symbol)
        elif mode == NEAR and symbol.draw is FRACTION:
            value = self.near_a_share(rng, shape, symbol.draw)
        else:
            value = symbol.draw.sample(rng, shape)
            if mode == WIDE and symbol.draw.wide:
                value = value * 10.0 ** rng.uniform(LOWEST, HIGHEST)
        value = np.asarray(value, dtype=float) if shape else float(value)
        if symbol.step and self.positive_steps and np.ndim(value) == 0:
            return abs(float(value)) or 1.0
        return value

    def label(self, key: Key, symbol: Symbol, mode: str) -> str:
        """Where a value comes from; now and then members, layers or all letters of a kind have the same."""
        if mode in (SPECIAL, EDGE):
            alike = int(self.rng("alike").integers(4))
            if alike == 0:
                return f"any {key[0]}"
            if alike == 1 and symbol.draw is not None:
                return f"any of {symbol.draw.words}"
        return repr(key)

    def near(self, rng: np.random.Generator, shape: tuple[int, ...], symbol: Symbol) -> Value:
        """A value between, on or just beside the numbers that the equation writes;
        all leaves may share a base.
        """
        marks = np.array([0.0, *self.landmarks, *(-mark for mark in self.landmarks)])
        low, high = rng.choice(marks, shape), rng.choice(marks, shape)
        value = low + rng.choice([0.0, 0.5, rng.uniform()]) * (high - low)
        value = value + rng.choice([0.0, 1e-4, 0.03, 1.0], shape) * rng.normal(size=shape)
        common = self.rng("common base")
        if common.integers(2):
            value = value + common.normal(0.0, 2.0)
        return np.where(value == 0, 1e-3, np.abs(value)) if symbol.draw is POSITIVE else value

    def near_a_share(self, rng: np.random.Generator, shape: tuple[int, ...], draw: Draw) -> Value:
        """A fraction at or below one that the equation writes, however small; or as much below 1."""
        sizes = {abs(mark) for mark in self.landmarks} - {0.0, 1.0}
        shares = sorted(min(size, 1 / size) for size in sizes)
        if not shares:
            return draw.sample(rng, shape)
        value = rng.choice(shares, shape) * rng.choice([1.0, 0.5])
        return value if rng.integers(2) else 1.0 - value
