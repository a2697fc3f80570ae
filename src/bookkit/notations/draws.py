"""How values and sizes are drawn: the kinds of draws that a table of symbols chooses from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.random import Generator

# How an instance is drawn: as usual; small and round, for counter-examples; with zeros, ones, ties and equal
# sizes; far out and close to zero; near the numbers that stand in the equation; at the edge of what the table
# says, with fractions next to 0 and 1, steep functions, rare outcomes, many entries.
USUAL, PLAIN, SPECIAL, WIDE, NEAR, EDGE = "usual", "plain", "special", "wide", "near", "edge"

# Mentioned where sums stand in sums: they take long when there is much to count.
NESTED = "a sum in a sum"

# Mentioned where an equation speaks of sizes and of nothing that has to be drawn or counted through.
ALONE = "sizes alone"

Array = Any


@dataclass(frozen=True)
class Draw:
    """How random values are made; ``plain`` makes small round ones for counter-examples,
    ``special`` awkward ones, ``edge`` those at the ends of what the words allow. ``bound`` says what values
    have in common beside their size: ``"whole"`` numbers, ``"shares"`` that sum to 1 in every column,
    ``"positive"`` ones, of which there is a logarithm, ``"symmetric"`` matrices; "" where they may be any.
    """

    words: str
    sample: Callable[[Generator, tuple[int, ...]], Array]
    plain: Callable[[Generator, tuple[int, ...]], Array]
    special: Callable[[Generator, tuple[int, ...]], Array] | None = None
    wide: bool = False
    edge: Callable[[Generator, tuple[int, ...]], Array] | None = None
    bound: str = ""


def _choice(values: list[float]) -> Callable[[Generator, tuple[int, ...]], Array]:
    return lambda rng, shape: rng.choice(values, size=shape)


def _shaped(rng: Generator, shape: tuple[int, ...]) -> Array:
    """Small and large numbers, in arrays with a meaning: all alike, one 1, identity, rank 1, orthogonal."""
    size = float(rng.choice([0.05, 1.0, 1.0, 8.0]))
    kind = int(rng.integers(6)) if shape else 5
    if kind == 0:
        return np.full(shape, size * rng.choice([-1.0, 1.0]))
    if kind == 1:
        value = np.zeros(shape)
        value[tuple(int(rng.integers(end)) for end in shape)] = size
        return value
    if len(shape) > 2:
        return size * rng.normal(size=shape)
    if kind == 2:
        return size * np.eye(shape[0], shape[1])
    if kind == 3:
        return size * np.outer(rng.normal(size=shape[0]), rng.normal(size=shape[1]))
    if kind == 4:
        square = np.linalg.qr(rng.normal(size=(max(shape), max(shape))))[0]
        return size * square[: shape[0], : shape[1]]
    return size * rng.normal(size=shape)


REAL = Draw(
    "any real number",
    lambda rng, shape: rng.normal(0.0, 1.5, shape),
    _choice([-3.0, -2.0, -1.0, 2.0, 3.0, 1.0, 0.5]),
    _choice([-1.0, 0.0, 0.0, 1.0, 2.0, 0.5]),
    wide=True,
    edge=_shaped,
)
WEIGHTS = Draw(
    "any real numbers, as a rule so scaled that a unit with many inputs is not saturated",
    lambda rng, shape: rng.normal(0.0, 1.2, shape) / np.sqrt(shape[-1]),
    _choice([-2.0, -1.0, 0.5, 1.0, 2.0]),
    edge=_shaped,
)
UNIT = Draw(
    "any real numbers, as a rule of about 1",
    lambda rng, shape: rng.normal(0.0, 1.0, shape),
    _choice([-2.0, -1.0, 0.5, 1.0, 2.0]),
    edge=_shaped,
)


def _close_to_zero(rng: Generator, shape: tuple[int, ...]) -> Array:
    return rng.normal(0.0, 1.0, shape) * rng.choice([0.0, 1e-3, 1.0])


ANY_WEIGHTS = Draw(
    "any real numbers, also very small and large ones",
    WEIGHTS.sample,
    WEIGHTS.plain,
    _close_to_zero,
    True,
    _shaped,
)
ANY_NUMBERS = Draw(ANY_WEIGHTS.words, UNIT.sample, UNIT.plain, _close_to_zero, True, _shaped)
POSITIVE = Draw(
    "a positive number",
    lambda rng, shape: rng.uniform(0.05, 3.0, shape),
    _choice([0.5, 1.0, 2.0, 3.0]),
    wide=True,
    bound="positive",
)


def _next_to_an_end(rng: Generator, shape: tuple[int, ...]) -> Array:
    """Fractions next to 0 or 1, in powers of 2 so that they and what is left to 1 are exact."""
    small = 2.0 ** -rng.integers(2, 27, shape)
    return np.where(rng.integers(0, 2, shape) == 0, small, 1.0 - small)


FRACTION = Draw(
    "a number between 0 and 1",
    lambda rng, shape: rng.uniform(0.05, 0.95, shape),
    _choice([0.25, 0.5, 0.75]),
    edge=_next_to_an_end,
    bound="positive",
)
LABEL = Draw(
    "a number from 0 to 1; often 0 or 1",
    FRACTION.sample,
    _choice([0.0, 0.25, 0.5, 0.75, 1.0]),
    _choice([0.0, 1.0]),
    edge=lambda rng, shape: rng.integers(0, 2, shape) if rng.integers(3) else _next_to_an_end(rng, shape),
)
COUNT = Draw(
    "a whole number from 1 to 6",
    lambda rng, shape: rng.integers(1, 7, shape),
    lambda rng, shape: rng.integers(1, 4, shape),
    bound="whole",
)


def length(text: str, sizes: Mapping[str, Any]) -> int:
    """A length that is made of sizes and numbers: ``n-q+1``."""
    parts = [part for part in re.split(r"([+-])", text) if part]
    signs = [1, *(-1 if sign == "-" else 1 for sign in parts[1::2])]
    values = [int(part) if part.isdigit() else int(sizes[part]) for part in parts[::2]]
    return sum(sign * value for sign, value in zip(signs, values, strict=True))


def some_count(rng: Generator, mode: str) -> int:
    """A whole number: mostly small, now and then larger, so that no polynomial vanishes on all of them."""
    if mode == PLAIN:
        return int(rng.integers(1, 4))
    if mode in (WIDE, EDGE):
        return int(rng.integers(1, 300))
    return int(rng.integers(1, 7) if rng.integers(3) else rng.integers(7, 30))


def some_sizes(
    rng: Generator, mode: str, number: int, most: tuple[int, int, int], low: int = 1, alone: bool = False
) -> list[int]:
    """So many sizes; ``most`` is how large they get in plain, in usual and in all other draws.

    They are all different, so that a wrong shape cannot fit by chance. In special draws they may be equal, or
    all as small as can be; at the edge any, and where they stand ``alone``, they have no bound.
    """
    if mode == SPECIAL:
        kind, end = int(rng.integers(3)), max(low, most[0])
        if kind < 2:
            return [low if kind else int(rng.integers(low, end + 1))] * number
        return [int(rng.integers(low, end + 1)) for _ in range(number)]
    if mode == EDGE:
        if alone:
            return [low - 1 + int(10.0 ** rng.uniform(0.0, 9.0)) for _ in range(number)]
        common = int(rng.integers(low, most[2] + 1))
        others = [int(rng.integers(low, most[2] + 1)) for _ in range(number)]
        return [common] * number if rng.integers(3) == 0 else others
    end = {PLAIN: most[0], WIDE: most[2]}.get(mode, most[1])
    picked = rng.permutation(np.arange(low, max(end, low + number - 1) + 1))[:number]
    return [int(size) for size in picked]


def _one_hot(rng: Generator, shape: tuple[int, ...]) -> Array:
    y = np.zeros(shape)
    y[rng.integers(0, shape[0], shape[1]), np.arange(shape[1])] = 1.0
    return y


def _shares(rng: Generator, shape: tuple[int, ...]) -> Array:
    y = rng.uniform(0.1, 1.0, shape)
    return y / y.sum(axis=0, keepdims=True)


def _labels(rng: Generator, shape: tuple[int, ...]) -> Array:
    return _one_hot(rng, shape) if rng.integers(2) else _shares(rng, shape)


def _uneven_shares(rng: Generator, shape: tuple[int, ...]) -> Array:
    y = rng.uniform(0.0, 1.0, shape) ** 12 + 1e-9
    return y / y.sum(axis=0, keepdims=True)


def _uneven_labels(rng: Generator, shape: tuple[int, ...]) -> Array:
    return _one_hot(rng, shape) if rng.integers(2) else _uneven_shares(rng, shape)


LABELS = Draw(
    "one 1 and else 0, or positive shares that sum to 1",
    _labels,
    _one_hot,
    edge=_uneven_labels,
    bound="shares",
)
ONES = Draw("ones", lambda rng, shape: np.ones(shape), lambda rng, shape: np.ones(shape), bound="whole")
UNITS = Draw(
    "an identity matrix",
    lambda rng, shape: np.eye(shape[0], shape[1]),
    lambda rng, shape: np.eye(shape[0], shape[1]),
    bound="whole",
)
SHARES = Draw(
    "positive numbers that sum to 1 in every column", _shares, _shares, edge=_uneven_shares, bound="shares"
)


def _mirrored(draw: Callable[[Generator, tuple[int, ...]], Array]) -> Callable[..., Array]:
    def symmetric(rng: Generator, shape: tuple[int, ...]) -> Array:
        value = draw(rng, shape)
        return (value + value.T) / 2.0

    return symmetric


def _definite(draw: Callable[[Generator, tuple[int, ...]], Array], least: float) -> Callable[..., Array]:
    """A square of any matrix, with something on its diagonal, so that no eigenvalue is 0."""

    def positive(rng: Generator, shape: tuple[int, ...]) -> Array:
        root = draw(rng, shape)
        value = root @ root.T
        return (value + value.T) / 2.0 + least * np.eye(shape[0])

    return positive


def _shrunk(draw: Callable[[Generator, tuple[int, ...]], Array]) -> Callable[..., Array]:
    """Of all sizes: no number but 0 is below all that a matrix may be."""
    return lambda rng, shape: draw(rng, shape) * 10.0 ** rng.uniform(-6.0, 2.0)


SYMMETRIC = Draw(
    "a symmetric matrix",
    _mirrored(UNIT.sample),
    _mirrored(_choice([-2.0, 0.0, 2.0, 4.0])),
    _mirrored(_close_to_zero),
    edge=_mirrored(_shaped),
    bound="symmetric",
)
DEFINITE = Draw(
    "a symmetric positive definite matrix",
    _definite(WEIGHTS.sample, 0.3),
    _definite(_choice([-1.0, 0.0, 1.0, 2.0]), 1.0),
    edge=_shrunk(_definite(_shaped, 0.05)),
    bound="symmetric",
)
