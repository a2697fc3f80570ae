"""How random quantities are distributed: a few values with their chances, drawn anew for every trial."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.random import Generator

from bookkit.notations.draws import EDGE, NEAR, PLAIN, SPECIAL, WIDE
from bookkit.notations.table import ENDLESS, Array, Law, Symbol
from bookkit.values import functions as fn
from bookkit.values.errors import NoSuchThingError, UnmetError

ANY, CENTRED, SYMMETRIC = "any", "centred", "symmetric"
MOST = 400  # outcomes of one family taken together
QUADRATURE = 12

Base = tuple[Array, Array]  # values and their chances
Lift = Callable[[Array], Array]


def base(
    rng: Generator, mode: str, kind: str, count: int, marks: tuple[float, ...] = (), lift: Lift = np.asarray
) -> Base:
    """Some values and their chances; ``centred``: mean 0; ``symmetric``: as likely as their negatives.

    ``lift`` makes of floats the numbers that the draw calculates with.
    """
    if kind == SYMMETRIC:
        count = max(count // 2, 1)
    elif mode == SPECIAL and rng.integers(3) == 0:
        count = 1  # what is always the same is random, too
    values = lift(some(rng, mode, count, kind, marks))
    chances = weights(rng, mode, count, lift)
    if kind == SYMMETRIC:
        return mirrored(values), np.concatenate([chances, chances]) / 2
    return (centred(values, chances) if kind == CENTRED else values), chances


def some(rng: Generator, mode: str, count: int, kind: str = ANY, marks: tuple[float, ...] = ()) -> Array:
    """Some numbers: as a rule different ones and none of them 0.

    Special ones are few and small, so that letters share values, and 0 is one of them, but not where a
    table says that there is none. At the edge the first one is far out; ``weights`` makes it rare. Near the
    ``marks``, the numbers that the equation writes, they are as large or as small as these.
    """
    if mode == PLAIN and count <= 7:
        return rng.choice([-3.0, -2.0, -1.0, 1.0, 2.0, 3.0, 4.0], count, replace=False)
    if mode == SPECIAL and rng.integers(3):
        return rng.choice([1.0, 2.0] if kind == SYMMETRIC else [-1.0, 0.0, 0.0, 1.0, 2.0], count)
    values = rng.normal(rng.normal(), 1.5, count)
    if mode == EDGE:
        values *= rng.choice([1e-3, 0.1, 1.0])
        values[0] = rng.choice([-1.0, 1.0]) * 10.0 ** rng.uniform(0.0, 3.0)
    if mode == NEAR and (sizes := sorted({abs(mark) for mark in marks if mark})):
        one_side = np.abs(values) * rng.choice([-1.0, 1.0]) if rng.integers(2) else values
        return one_side * far(rng, sizes)
    return values * 10.0 ** rng.uniform(-6.0, 4.5) if mode == WIDE else values


def far(rng: Generator, sizes: list[float]) -> float:
    """How large something is beside the numbers of an equation, most often beside the outermost ones.

    What they bound may be its square.
    """
    size = float(rng.choice([sizes[0], sizes[-1], sizes[0], sizes[-1], rng.choice(sizes)]))
    return (size if rng.integers(2) else math.sqrt(size)) * float(rng.choice([0.1, 10.0]))


def weights(rng: Generator, mode: str, count: int, lift: Lift = np.asarray) -> Array:
    """Chances that sum to 1: any, equal ones, and at the edge a very small one for the first."""
    found = rng.choice([1.0, 2.0, 3.0], count) if mode == PLAIN else rng.uniform(0.1, 1.0, count)
    if mode == SPECIAL and rng.integers(2):
        found = np.ones(count)
    if mode == EDGE and count > 1:
        found[0] = found[1:].sum() * 10.0 ** rng.uniform(-6.0, -1.0)
    found = lift(found)
    return found / found.sum()


def law_label(at: Any, name: str, layer: int | None, kind: str) -> str:
    """Where the distribution of a letter comes from; now and then all letters of a kind have the same."""
    same = at.mode in (SPECIAL, EDGE) and at.rng("one law for all").integers(3) == 0
    return f"any {kind}" if same else f"{name} {layer}"


def mirrored(values: Array) -> Array:
    """The sizes of some values, and their negatives."""
    return np.concatenate([np.abs(values), -np.abs(values)])


def centred(values: Array, chances: Array) -> Array:
    """With the mean 0; what only rounding leaves of a value is 0."""
    moved = values - values @ chances
    moved = moved - moved @ chances  # the first difference was rounded in units of the mean
    return np.where(np.abs(moved) < 1e-14 * np.abs(values).max(), 0.0, moved)


def fixed(at: Any, name: str, layer: int | None, found: Base) -> Base:
    """With the variance and the mean that the page has fixed for this letter, and for no other."""
    values, chances = found
    variance, wanted = at.settled("Var", name, layer), at.settled("E", name, layer)
    if variance is None and wanted is None:
        return found
    if at.exact:
        mean = values @ chances
        off = values - mean
        if variance is not None:
            off = off * fn.sqrt(variance / (off**2 @ chances))
        return off + (mean if wanted is None else wanted), chances
    largest = float(np.abs(values).max())
    mean = float(values @ chances)
    mean = 0.0 if abs(mean) <= 1e-14 * largest else mean  # what is symmetric stays so
    off = centred(values, chances) if mean else values
    if variance is not None:
        off = off * _stretch(float(np.real(variance)), off**2 @ chances, largest)
    return off + (mean if wanted is None else np.real(wanted)), chances


def _stretch(wanted: float, now: float, largest: float) -> float:
    """The factor that brings a variance to what is wanted."""
    if wanted == 0:
        return 0.0
    if not wanted > 0 or now <= (1e-9 * largest) ** 2:
        raise UnmetError(f"a variance of {now:.3g} cannot be made {wanted:.3g}")
    return float(np.sqrt(wanted / now))


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
        rng = at.rng(law_label(at, name, layer, kind))
        found = base(rng, at.mode, kind, support(at, most, count), at.landmarks, at.lifted)
        values, chances = fixed(at, name, layer, found)
        return at.space.quantity(at.space.source(f"{name} {layer} {place}", chances), values)

    return Law(words, value, settles, exact=True)


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
        rng = at.rng(law_label(at, name, layer, f"{kind} {number}"))
        patterns = 2 if at.mode == PLAIN else int(rng.integers(2, 4))
        values = at.lifted(some(rng, at.mode, patterns * number, kind, at.landmarks))
        chances = np.repeat(weights(rng, at.mode, patterns, at.lifted), number) / number
        if at.mode == SPECIAL and kind != SYMMETRIC and rng.integers(3) == 0:
            values = np.full_like(values, values[0])
        if kind == CENTRED:
            values = centred(values, chances)
        if kind == SYMMETRIC:
            values, chances = np.concatenate([values, -values]), np.concatenate([chances, chances]) / 2
        values, chances = fixed(at, name, layer, (values, chances))
        rows = values.reshape(-1, number)
        shifted = np.stack([np.roll(rows, -turn, axis=1) for turn in range(number)], axis=1)
        each = np.repeat(chances.reshape(-1, number)[:, :1], number, axis=1)
        source = at.space.source(f"{name} {layer}", each.ravel())
        return at.space.quantity(source, shifted[:, :, place - 1].ravel())

    return Law(words, value, settles, exact=True)


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

    return Law(words, value, exact=True)


def computed(words: str, rule: Callable[[Any, int, int], Array], shared: str) -> Law:
    """What follows from other random quantities: ``rule(at, layer, unit)``."""

    def value(at: Any, symbol: Symbol, key: Any) -> Array:
        (unit,) = member(at, symbol, key, shared)
        return rule(at, key[1] or 0, unit)

    return Law(words, value)
