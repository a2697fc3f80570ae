"""Sheets for a class: problems with numbers of their own for each seed, to be worked with a pencil.

A seed, such as a student's number, gives the same sheet on every machine and with every version of Python
and NumPy. What a solution is checked by is found from the way forward alone, by nudging or by walking: no
formula of the book is used, so the check says whether an answer is right and not how it is found.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from backprop.activations import relu, sigmoid
from backprop.numerical import numerical_gradient

HALVES = (-2, -1.5, -1, -0.5, 0.5, 1, 1.5, 2)
MILD = (-1, -0.5, 0.5, 1)  # that no sigmoid saturates
SMALL = (-3, -2, -1, 1, 2, 3)
OPERATIONS: dict[str, Callable[[Any, Any], Any]] = {
    "+": lambda u, v: u + v,
    "-": lambda u, v: u - v,
    "*": lambda u, v: u * v,
}


@dataclass(frozen=True)
class Problem:
    """What a sheet gives, by the names of its text, and the numbers that a solution is checked by."""

    given: dict[str, Any]
    check: tuple[float, ...]


class Draw:
    """Numbers drawn by a seed: only what Python promises to keep the same is used."""

    def __init__(self, name: str, seed: int) -> None:
        self._random = random.Random(f"{name}-{seed}").random

    def one(self, among: Sequence[Any]) -> Any:
        """Return one of a few values."""
        return among[int(self._random() * len(among))]

    def matrix(self, rows: int, columns: int, among: Sequence[float] = HALVES) -> list[list[float]]:
        """Return a matrix of such values, as a list of rows."""
        return [[self.one(among) for _ in range(columns)] for _ in range(rows)]


def circuit(draw: Draw) -> Problem:
    """Three gates, the last of which uses the first input once more."""
    a, b, c = (draw.one(SMALL) for _ in range(3))
    first, second = draw.one("+-"), draw.one("+-*")
    third = draw.one("+-") if second == "*" else "*"

    def forward(inputs: Any) -> Any:
        a, b, c = inputs
        return OPERATIONS[third](OPERATIONS[second](OPERATIONS[first](a, b), c), a)

    given = {"a": a, "b": b, "c": c, "first": first, "second": second, "third": third}
    return Problem(given, (float(numerical_gradient(forward, [a, b, c]).sum()),))


def network(draw: Draw) -> Problem:
    """A 2-2-1 network of sigmoids, with the quadratic cost of one sample."""
    w2, b2 = draw.matrix(2, 2, MILD), draw.matrix(2, 1, MILD)
    w3, b3 = draw.matrix(1, 2), draw.matrix(1, 1, MILD)
    x, y = draw.matrix(2, 1, SMALL), draw.one((0, 1))

    def cost(w2: Any, w3: Any) -> float:
        a3 = sigmoid(w3 @ sigmoid(w2 @ np.array(x) + b2) + b3)
        return float((a3 - y).item() ** 2 / 2)

    one, two = np.array(w2, dtype=float), np.array(w3, dtype=float)
    hidden = numerical_gradient(lambda w: cost(w, two), one)
    last = numerical_gradient(lambda w: cost(one, w), two)
    given = {"W2": w2, "b2": b2, "W3": w3, "b3": b3, "x": x, "y": y}
    return Problem(given, (float(hidden.sum()), float(last.sum())))


def neuron(draw: Draw) -> Problem:
    """A logistic neuron with two inputs, once with the cross-entropy and once with the quadratic cost."""
    w, b = draw.matrix(1, 2, MILD)[0], draw.one(MILD)
    x, y = draw.matrix(1, 2, SMALL)[0], draw.one((0, 1))

    def gradient(cost: Callable[[float], float]) -> float:
        def of(parameters: Any) -> float:
            return cost(float(sigmoid(parameters[:2] @ np.array(x) + parameters[2])))

        return float(numerical_gradient(of, [*w, b]).sum())

    cross_entropy = gradient(lambda a: -np.log(a if y else 1 - a))
    quadratic = gradient(lambda a: (a - y) ** 2 / 2)
    return Problem({"w": w, "b": b, "x": x, "y": y}, (cross_entropy, quadratic))


def softmax(draw: Draw) -> Problem:
    """Three weighted inputs and the true class; the errors, and the cost after one step along them."""
    z, true, eta = draw.matrix(1, 3)[0], draw.one((1, 2, 3)), draw.one((0.5, 1, 2))

    def cost(z: Any) -> float:
        return float(np.log(np.exp(z).sum()) - z[true - 1])

    errors = numerical_gradient(cost, z)
    after = cost(np.array(z) - eta * errors)
    return Problem({"z": z, "true": true, "eta": eta}, (float((errors**2).sum()), after))


def rectified(draw: Draw) -> Problem:
    """A 2-3-1 network with ReLU and no activation at the end, on two samples; no unit is at its kink."""
    for _ in range(1000):
        w2, b2, w3 = draw.matrix(3, 2), draw.matrix(3, 1), draw.matrix(1, 3)
        x, y = draw.matrix(2, 2, SMALL), draw.matrix(1, 2, SMALL)
        z = np.array(w2) @ x + b2
        if np.abs(z).min() > 0 and (z > 0).any() and (z < 0).any():
            break

    def cost(w2: Any) -> float:
        return float(((w3 @ relu(w2 @ np.array(x) + b2) - y) ** 2).sum() / 4)

    gradient = numerical_gradient(cost, np.array(w2, dtype=float))
    return Problem({"W2": w2, "b2": b2, "W3": w3, "X": x, "Y": y}, (float((gradient**2).sum()),))


def momentum(draw: Draw) -> Problem:
    """Three steps in a bowl, plain and with momentum."""
    curvature, start = draw.one((1, 2, 3, 4)), draw.one(HALVES + SMALL)
    eta, beta = draw.one((0.1, 0.2, 0.3)), draw.one((0.5, 0.8, 0.9))
    plain, w, v = float(start), float(start), 0.0
    for _ in range(3):
        plain -= eta * curvature * plain
        v = beta * v - eta * curvature * w
        w += v
    given = {"curvature": curvature, "start": start, "eta": eta, "beta": beta}
    return Problem(given, (plain, w))


def product(draw: Draw) -> Problem:
    """What goes back through a product of matrices with a row added to it."""
    s, r, x = draw.matrix(2, 3, SMALL), draw.matrix(3, 2, SMALL), draw.matrix(1, 2, SMALL)
    arriving = draw.matrix(2, 2, SMALL)

    def output(s: Any, r: Any, x: Any) -> float:
        return float((np.array(arriving) * (s @ r + x)).sum())

    one, two, three = (np.array(array, dtype=float) for array in (s, r, x))
    shares = (
        numerical_gradient(lambda s: output(s, two, three), one),
        numerical_gradient(lambda r: output(one, r, three), two),
        numerical_gradient(lambda x: output(one, two, x), three),
    )
    given = {"S": s, "R": r, "x": x, "G": arriving}
    return Problem(given, tuple(float((share**2).sum()) for share in shares))


def window(draw: Draw) -> Problem:
    """What goes back through a filter of two weights that slides over five pixels."""
    x, w = draw.matrix(1, 5, SMALL)[0], draw.matrix(1, 2, SMALL)[0]
    b, arriving = draw.one(SMALL), draw.matrix(1, 4, SMALL)[0]

    def output(x: Any, w: Any) -> float:
        return float(np.dot(arriving, w[0] * x[:-1] + w[1] * x[1:] + b))

    pixels, weights = np.array(x, dtype=float), np.array(w, dtype=float)
    shares = (
        numerical_gradient(lambda x: output(x, weights), pixels),
        numerical_gradient(lambda w: output(pixels, w), weights),
    )
    given = {"x": x, "w": w, "b": b, "delta": arriving}
    return Problem(given, tuple(float((share**2).sum()) for share in shares))


def state(draw: Draw) -> Problem:
    """A state of four moments without an activation function, nudged by its weight and its first input."""
    w, x = draw.one((-2, -0.5, 0.5, 2, 3)), draw.matrix(1, 4, SMALL)[0]

    def last(inputs: Any) -> float:
        h = 0.0
        for entry in inputs[1:]:
            h = inputs[0] * h + entry
        return float(h)

    measured = numerical_gradient(last, np.array([w, *x], dtype=float))
    return Problem({"w": w, "x": x}, (float(measured[0]), float(measured[1])))


SHEETS: dict[str, Callable[[Draw], Problem]] = {
    "circuit": circuit,
    "network": network,
    "neuron": neuron,
    "softmax": softmax,
    "relu": rectified,
    "momentum": momentum,
    "product": product,
    "window": window,
    "state": state,
}


def problem(name: str, seed: int) -> Problem:
    """Return the problem of a sheet for a seed; raise KeyError where there is no such sheet."""
    return SHEETS[name](Draw(name, seed))
