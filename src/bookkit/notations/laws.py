"""How random quantities are distributed: a few values with their chances, drawn anew for every trial."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.random import Generator

from bookkit.equations.errors import NoSuchThingError
from bookkit.notations.table import ENDLESS, PLAIN, SPECIAL, WIDE, Array, Law, Symbol

ANY, CENTRED, SYMMETRIC = "any", "centred", "symmetric"
MOST = 400  # outcomes of one family taken together
QUADRATURE = 12

Base = tuple[Array, Array]  # values and their chances


def base(rng: Generator, mode: str, kind: str, count: int) -> Base:
    """Some values and their chances; ``centred``: mean 0; ``symmetric``: as likely as their negatives."""
    if kind == SYMMETRIC:
        count = max(count // 2, 1)
    elif mode == SPECIAL and rng.integers(2):
        count = 1  # what is always the same is random, too
    values = some(rng, mode, count)
    chances = rng.choice([1.0, 2.0, 3.0], count) if mode == PLAIN else rng.uniform(0.1, 1.0, count)
    chances = chances / chances.sum()
    if kind == SYMMETRIC:
        return mirrored(values), np.concatenate([chances, chances]) / 2
    return (centred(values, chances) if kind == CENTRED else values), chances


def some(rng: Generator, mode: str, count: int) -> Array:
    """Some different numbers, none of them 0."""
    if mode == PLAIN and count <= 7:
        return rng.choice([-3.0, -2.0, -1.0, 1.0, 2.0, 3.0, 4.0], count, replace=False)
    values = rng.normal(rng.normal(), 1.5, count)
    return values * 10.0 ** rng.uniform(-6.0, 4.5) if mode == WIDE else values


def mirrored(values: Array) -> Array:
    """The sizes of some values, and their negatives."""
    return np.concatenate([np.abs(values), -np.abs(values)])


def centred(values: Array, chances: Array) -> Array:
    """With the mean 0; what only rounding leaves of a value is 0."""
    moved = values - values @ chances
    return np.where(np.abs(moved) < 1e-14 * np.abs(values).max(), 0.0, moved)


def fixed(at: Any, symbol: Symbol, layer: int | None, found: Base) -> Base:
    """With the variance and the mean that the page has fixed."""
    values, chances = found
    mean = values.ravel() @ chances
    variance, wanted = at.settled("Var", symbol.base, layer), at.settled("E", symbol.base, layer)
    if variance is not None:
        now = (values.ravel() - mean) ** 2 @ chances
        values = mean + (values - mean) * np.sqrt(np.real(variance) / now)
    return (values if wanted is None else values - mean + np.real(wanted)), chances


def member(at: Any, symbol: Symbol, key: Any, shared: str = "") -> tuple[int, ...]:
    """The indices of a member; without indices any one, the same throughout a trial."""
    name, layer, place = key
    if place or not symbol.members:
        return tuple(place)
    rng = at.rng(f"any {shared or name} {layer}")
    ends = [3 if text == ENDLESS else at.dimension(text, layer) for text in symbol.members[0]]
    return tuple(int(rng.integers(1, end + 1)) for end in ends)


def support(at: Any, most: int, draws: int) -> int:
    """How many values a quantity has, so that so many independent ones have at most so many outcomes."""
    wanted = 2 if at.mode == PLAIN else int(at.rng(f"support {most}").integers(2, 5))
    while wanted > 2 and wanted**draws > most:
        wanted -= 1
    return wanted


def independent(kind: str, words: str, settles: tuple[str, ...] = (), most: int = MOST) -> Law:
    """Members that are independent of one another and of all else, all with one distribution."""

    def value(at: Any, symbol: Symbol, key: Any) -> Array:
        name, layer, _ = key
        place = member(at, symbol, key)
        sizes = [text for texts in symbol.members for text in texts if text != ENDLESS]
        count = max((at.dimension(text, layer) for text in sizes), default=4)
        count = at.sizes.get("draws", count)
        label = f"{name} {layer}"
        found = base(at.rng(label), at.mode, kind, support(at, most, count))
        values, chances = fixed(at, symbol, layer, found)
        return at.space.quantity(at.space.source(f"{label} {place}", chances), values)

    return Law(words, value, settles)


def dependent(kind: str, words: str, settles: tuple[str, ...] = (), shared: str = "") -> Law:
    """Members that all have one distribution and may depend on one another, and on nothing else.

    There are a few patterns, each as likely in every cyclic order; so no place differs from the others.
    """

    def value(at: Any, symbol: Symbol, key: Any) -> Array:
        name, layer, _ = key
        (place,) = member(at, symbol, key, shared)
        number = at.dimension(symbol.members[0][0], layer)
        if not 1 <= place <= number:
            raise NoSuchThingError(f"{name} has no entry {place}")
        label = f"{name} {layer}"
        rng = at.rng(label)
        patterns = 2 if at.mode == PLAIN else int(rng.integers(2, 4))
        values = some(rng, at.mode, patterns * number)
        weights = np.repeat(rng.uniform(0.2, 1.0, patterns), number)
        weights = weights / weights.sum()
        if at.mode == SPECIAL and kind != SYMMETRIC and rng.integers(2):
            values = np.full_like(values, values[0])
        if kind == CENTRED:
            values = centred(values, weights)
        if kind == SYMMETRIC:
            values, weights = np.concatenate([values, -values]), np.concatenate([weights, weights]) / 2
        values, weights = fixed(at, symbol, layer, (values, weights))
        rows = values.reshape(-1, number)
        shifted = np.stack([np.roll(rows, -turn, axis=1) for turn in range(number)], axis=1)
        chances = np.repeat(weights.reshape(-1, number)[:, :1], number, axis=1)
        return at.space.quantity(at.space.source(label, chances.ravel()), shifted[:, :, place - 1].ravel())

    return Law(words, value, settles)


def uniform(words: str, end: str) -> Law:
    """Uniform between minus and plus another number.

    The nodes and weights of Gauss's quadrature, on either side of 0, are values and chances that have all the
    moments of the uniform distribution up to a high order.
    """

    def value(at: Any, symbol: Symbol, key: Any) -> Array:
        nodes, weights = np.polynomial.legendre.leggauss(QUADRATURE)
        half, chances = (nodes + 1) / 2, weights / 4
        source = at.space.source(f"{key[0]} {member(at, symbol, key)}", np.concatenate([chances, chances]))
        return at.space.quantity(source, np.concatenate([half, -half])) * at(end)

    return Law(words, value, smooth=True)


def listed(words: str, outcomes: Callable[[Any], Base]) -> Law:
    """Given values with given chances; all members are independent."""

    def value(at: Any, symbol: Symbol, key: Any) -> Array:
        values, chances = outcomes(at)
        source = at.space.source(f"{key[0]} {member(at, symbol, key)}", chances)
        return at.space.quantity(source, values)

    return Law(words, value)


def computed(words: str, rule: Callable[[Any, int, int], Array], shared: str) -> Law:
    """What follows from other random quantities: ``rule(at, layer, unit)``."""

    def value(at: Any, symbol: Symbol, key: Any) -> Array:
        (unit,) = member(at, symbol, key, shared)
        return rule(at, key[1] or 0, unit)

    return Law(words, value)
