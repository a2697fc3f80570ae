"""Expectations by enumeration, in plain loops: the second opinion on the corpus's claims about chance."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

Outcome = tuple[Any, float]


def mean(f: Callable[..., float], *sources: list[Outcome]) -> float:
    """The expectation of a function of independent sources, each a list of values and chances."""
    total = 0.0
    for outcomes in itertools.product(*sources):
        weight = 1.0
        for _, chance in outcomes:
            weight *= chance
        total += weight * float(f(*(value for value, _ in outcomes)))
    return total


def variance(f: Callable[..., float], *sources: list[Outcome]) -> float:
    """The variance of a function of independent sources."""
    centre = mean(f, *sources)
    return mean(lambda *values: (f(*values) - centre) ** 2, *sources)


def distribution(rng: np.random.Generator, count: int, centre: float | None = None) -> list[Outcome]:
    """Some values with some chances, moved so that their mean is the centre."""
    values, chances = rng.normal(0.4, 1.3, count), rng.dirichlet(np.full(count, 2.0))
    if centre is not None:
        values = values - values @ chances + centre
    return list(zip(values.tolist(), chances.tolist(), strict=True))


def mirrored(rng: np.random.Generator) -> list[Outcome]:
    """Two sizes, each as likely with either sign."""
    (a, p), (b, q) = distribution(rng, 2)
    return [(a, p / 2), (-a, p / 2), (b, q / 2), (-b, q / 2)]


def exchangeable(rng: np.random.Generator, number: int, centre: float | None = None) -> list[Outcome]:
    """Tuples of alike but dependent values: all orders of a few tuples, equally likely."""
    orders = list(itertools.permutations(range(number)))
    tuples = [rng.normal(0.7, 1.0, number) for _ in range(2)]
    shares = rng.dirichlet([2.0, 2.0])
    if centre is not None:
        shift = sum(share * np.mean(item) for share, item in zip(shares, tuples, strict=True)) - centre
        tuples = [item - shift for item in tuples]
    return [
        (tuple(item[list(order)]), share / len(orders))
        for item, share in zip(tuples, shares, strict=True)
        for order in orders
    ]


def numbers(rng: np.random.Generator, _: int) -> dict[str, Any]:
    """Random numbers, and one neuron or layer with random weights."""
    n, out, batch = int(rng.integers(2, 4)), int(rng.integers(1, 3)), int(rng.integers(2, 4))
    w = distribution(rng, 2, 0.0)
    p = float(rng.uniform(0.1, 0.9))
    return {
        "n": n, "out": out if out != n else out + 1, "B": batch, "E": mean, "Var": variance,
        "w": w, "ws": [w] * n, "x": exchangeable(rng, n), "x0": exchangeable(rng, n, 0.0),
        "d": exchangeable(rng, out if out != n else out + 1, 0.0),
        "X": distribution(rng, 3), "X0": distribution(rng, 3, 0.0), "Y": distribution(rng, 2),
        "s": mirrored(rng), "die": [(k, 1 / 6) for k in range(1, 7)],
        "c": float(rng.normal()), "b": float(rng.normal()), "r": float(rng.uniform(0.5, 2)),
        "eta": float(rng.uniform(0.1, 1)), "lam": float(rng.uniform(0.1, 1)), "theta": float(rng.normal()),
        "relu": lambda value: max(value, 0.0), "dot": _dot, "p": p,
        "keep": [(0.0, p), (1.0, 1 - p)], "scaled": [(0.0, p), (1 / (1 - p), 1 - p)],
        "fixed": rng.normal(size=(2, n)).tolist(), "moment": _moment,
    }  # fmt: skip


def _dot(left: Iterable[float], right: Iterable[float]) -> float:
    return sum(a * b for a, b in zip(left, right, strict=True))


def _moment(r: float, power: int) -> float:
    """The moment of the uniform distribution between -r and r, integrated by hand."""
    return (r ** (power + 1) - (-r) ** (power + 1)) / (power + 1) / (2 * r)


def layers(rng: np.random.Generator, _: int) -> dict[str, Any]:
    """Three layers of random weights, every outcome walked through; ReLU and no activation."""
    widths = {1: int(rng.integers(1, 3)), 2: int(rng.integers(1, 3)), 3: int(rng.integers(2, 5))}
    law = {2: mirrored(rng), 3: [(value, 0.5) for value in (1.3, -1.3)]}
    x = exchangeable(rng, widths[1])
    found: dict[str, Any] = {
        "n": widths,
        "Ex2": mean(lambda t: t[0] ** 2, x),
        "varx": variance(lambda t: t[0], x),
    }
    found["varw"] = {k: variance(lambda v: v, law[k]) for k in law}
    first = [law[2]] * (widths[1] * widths[2])
    second = [law[3]] * widths[2]

    def hidden(t: Any, ws: Any, f: Callable[[float], float]) -> list[float]:
        rows = [ws[j * widths[1] : (j + 1) * widths[1]] for j in range(widths[2])]
        return [f(_dot(row, t)) for row in rows]

    for name, f in (("relu", lambda v: max(v, 0.0)), ("same", lambda v: v)):
        found[name] = {
            2: variance(lambda t, *ws: hidden(t, ws, lambda v: v)[0], x, *first),
            3: variance(
                lambda t, *ws, f=f: _dot(ws[len(first) :], hidden(t, ws[: len(first)], f)), x, *first, *second
            ),
            "Ea2": mean(lambda t, *ws, f=f: hidden(t, ws, f)[0] ** 2, x, *first),
            "Ea": mean(lambda t, *ws, f=f: hidden(t, ws, f)[0], x, *first),
        }
    top, side = exchangeable(rng, widths[3], 0.0), mirrored(rng)
    back = [law[3]] * widths[3]
    found["top"] = variance(lambda t: t[0], top)
    found["back"] = variance(lambda t, *ws: _dot(ws, t), top, *back)
    found["back_relu"] = variance(lambda t, z, *ws: (z > 0) * _dot(ws, t), top, side, *back)
    return found


def batches(rng: np.random.Generator, _: int) -> dict[str, Any]:
    """Samples with quadratic costs, and all batches that can be drawn from them."""
    samples, size = int(rng.integers(2, 5)), int(rng.integers(2, 4))
    weights, targets, theta = rng.uniform(0.5, 2, samples), rng.normal(size=samples), float(rng.normal())
    gradients = weights * (theta - targets)
    g = [(float(value), 1 / samples) for value in gradients]
    return {
        "m": samples, "B": size, "E": mean, "Var": variance, "g": g, "gs": [g] * size,
        "slope": float(np.mean(gradients)), "slopes": gradients,
    }  # fmt: skip


def descents(rng: np.random.Generator, _: int) -> dict[str, Any]:
    """Averages over gradients that are alike but dependent."""
    steps = int(rng.integers(3, 5))
    b1, b2 = rng.uniform(0.1, 0.9, 2)

    def average(values: list[float], beta: float) -> float:
        found = 0.0
        for value in values:
            found = beta * found + (1 - beta) * value
        return found

    return {
        "u": exchangeable(rng, steps), "b1": b1, "b2": b2, "E": mean, "Var": variance,
        "m": lambda u, t: average(list(u[:t]), b1),
        "sq": lambda u, t: average([value**2 for value in u[:t]], b2),
        "every": lambda claim: all(claim(t) for t in range(1, steps + 1)),
    }  # fmt: skip
