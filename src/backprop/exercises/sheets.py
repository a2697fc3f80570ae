"""Sheets for a class: problems with numbers of their own for each seed, to be worked with a pencil.

A seed, such as a student's number, gives the same sheet on every machine and with every version of Python
and NumPy. What a solution is checked by is found from the way forward alone, by nudging or by walking: no
formula of the book is used, so the check says whether an answer is right and not how it is found.

Not every draw makes a sheet. Where two numbers happen to be equal, or a sum to be 0, a slip may give the same
answer as the right way, and a question may have two answers. Such a draw is thrown away.
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
INPUTS = (-3, -2, -1.5, -0.5, 0.5, 1.5, 2, 3)  # none is 1, by which a factor that is forgotten is not missed
WHOLE = (-5, -4, -3, -2, 2, 3, 4, 5)
MOST_DRAWS = 10_000  # for one sheet; over sixty seeds, none has needed more than 148
SEEN = 0.002  # what shows beyond rounding, where a solution is written with four digits after the point
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


def weigh(entries: Any) -> float:
    """Add up the first entry, twice the second, three times the third and so on, row by row: order tells."""
    flat = np.ravel(entries)
    return float(np.arange(1, len(flat) + 1) @ flat)


def apart(numbers: Any, least: float = SEEN) -> bool:
    """Tell whether no number is 0 and no two are of the same size, each by at least so much."""
    sizes = np.sort(np.abs(np.ravel(numbers)))
    return bool(np.diff(sizes, prepend=0).min() >= least)


def circuit(draw: Draw) -> Problem | None:
    """Three gates, the last of which uses the first input once more."""
    a, b, c = (draw.one(WHOLE) for _ in range(3))
    first, second = draw.one("+-"), draw.one("+-*")
    third = draw.one("+-") if second == "*" else "*"

    gates = first + second + third

    def forward(inputs: Any, gates: str) -> Any:
        a, b, c, again = inputs
        d = OPERATIONS[gates[0]](a, b)
        e = OPERATIONS[gates[1]](d, c)
        return d, e, OPERATIONS[gates[2]](e, again)

    def nudged(gates: str) -> tuple[Any, list[float]]:
        one_path, of_b, of_c, other_path = numerical_gradient(lambda x: forward(x, gates)[2], [a, b, c, a])
        return [one_path, other_path], [one_path + other_path, of_b, of_c]

    (d, e, _), (paths, gradient) = forward([a, b, c, a], gates), nudged(gates)
    equal = 0 in (d, e) or d == c or e == a or not apart([a, b, c], 0.5) or not apart(paths, 0.5)
    forgotten = [gates[:k] + "+" + gates[k + 1 :] for k in range(3) if gates[k] == "-"]  # the minus of a gate
    forgotten += [gates.replace("-", "+")] * ("-" in gates)
    by_chance = any(abs(weigh(nudged(other)[1]) - weigh(gradient)) < 0.5 for other in forgotten)
    *smaller, largest = np.sort(np.abs(gradient))
    if equal or by_chance or smaller[0] < 0.5 or largest - smaller[1] < 0.5:
        return None
    given = {"a": a, "b": b, "c": c, "first": first, "second": second, "third": third}
    return Problem(given, (weigh(gradient),))


def network(draw: Draw) -> Problem | None:
    """A 3-2-1 network of sigmoids, with the quadratic cost of one sample."""
    w2, b2 = draw.matrix(2, 3, MILD), draw.matrix(2, 1, MILD)
    w3, b3 = draw.matrix(1, 2), draw.matrix(1, 1, MILD)
    x, y = draw.matrix(3, 1, INPUTS), draw.one((0, 1))
    z2 = np.array(w2) @ x + b2
    neither_half_nor_saturated = 0 < np.abs(z2).min() <= np.abs(z2).max() <= 3
    if not (neither_half_nor_saturated and apart(x, 0.25) and apart(w3, 0.25) and np.sum(x)):
        return None

    def cost(w2: Any, w3: Any) -> float:
        a3 = sigmoid(w3 @ sigmoid(w2 @ np.array(x) + b2) + b3)
        return float((a3 - y).item() ** 2 / 2)

    one, two = np.array(w2, dtype=float), np.array(w3, dtype=float)
    hidden = numerical_gradient(lambda w: cost(w, two), one)
    last = numerical_gradient(lambda w: cost(one, w), two)
    gradient, sizes = np.array([*hidden.flat, *last.flat]), np.abs([*one.flat, *two.flat])
    largest_weight = sizes[np.argmax(np.abs(gradient))] == sizes.max()  # is not the one that counts most
    turned = abs(weigh(hidden) - weigh(hidden.T))  # rows taken for columns
    if largest_weight or turned < SEEN or not apart(gradient):
        return None
    given = {"W2": w2, "b2": b2, "W3": w3, "b3": b3, "x": x, "y": y}
    return Problem(given, (weigh(hidden), weigh(last)))


def neuron(draw: Draw) -> Problem | None:
    """A logistic neuron with two inputs, once with the cross-entropy and once with the quadratic cost."""
    w, b = draw.matrix(1, 2, MILD)[0], draw.one(MILD)
    x, y = draw.matrix(1, 2, INPUTS)[0], draw.one((0, 1))
    if not 0.25 <= abs(np.dot(w, x) + b) <= 2:  # neither one half nor saturated
        return None

    def gradient(cost: Callable[[float], float]) -> Any:
        def of(parameters: Any) -> float:
            return cost(float(sigmoid(parameters[:2] @ np.array(x) + parameters[2])))

        return numerical_gradient(of, [*w, b])

    cross_entropy = gradient(lambda a: -np.log(a if y else 1 - a))
    quadratic = gradient(lambda a: (a - y) ** 2 / 2)
    if not (apart(cross_entropy, 5 * SEEN) and apart(quadratic)) or abs(weigh(quadratic)) < 5 * SEEN:
        return None
    return Problem({"w": w, "b": b, "x": x, "y": y}, (weigh(cross_entropy), weigh(quadratic)))


def softmax(draw: Draw) -> Problem | None:
    """Three weighted inputs and the true class; the errors, and the cost after one step along them."""
    z, true, eta = draw.matrix(1, 3)[0], draw.one((1, 2, 3)), draw.one((0.5, 1.5, 2))

    def cost(z: Any) -> float:
        return float(np.log(np.exp(z).sum()) - z[true - 1])

    errors = numerical_gradient(cost, z)
    after = cost(np.array(z) - eta * errors)
    if not apart(errors, 5 * SEEN):
        return None
    return Problem({"z": z, "true": true, "eta": eta}, (weigh(errors), after))


def rectified(draw: Draw) -> Problem | None:
    """A 2-3-1 network with ReLU and no activation at the end, on two samples; no unit is at its kink.

    One unit at least is on for one of the samples and off for the other.
    """
    w2, b2, w3 = draw.matrix(3, 2), draw.matrix(3, 1), draw.matrix(1, 3)
    x, y = draw.matrix(2, 2, SMALL), draw.matrix(1, 2, SMALL)
    z = np.array(w2) @ x + b2
    by_chance = x[0][1] == x[1][0] or 0 in np.dot([1, 2], x) or 0 in w3 @ relu(z) - y

    def cost(w2: Any) -> float:
        return float(((w3 @ relu(w2 @ np.array(x) + b2) - y) ** 2).sum() / 4)

    gradient = numerical_gradient(cost, np.array(w2, dtype=float))
    reached = gradient[(z > 0).any(axis=1)]
    on_and_off = (z > 0).any(axis=1) & (z < 0).any(axis=1)
    if by_chance or np.abs(z).min() == 0 or not on_and_off.any() or len(reached) < 2:
        return None
    if not apart(reached, 0.01) or abs(weigh(gradient) - weigh(gradient.T)) < 0.01:
        return None
    return Problem(
        {"W2": w2, "b2": b2, "W3": w3, "X": x, "Y": y}, (weigh(gradient), float((gradient**2).sum()))
    )


def momentum(draw: Draw) -> Problem | None:
    """Three steps in a bowl, plain and with momentum."""
    curvature, start = draw.one((1.5, 2, 2.5, 3, 4)), draw.one(INPUTS)
    eta, beta = draw.one((0.1, 0.2, 0.3)), draw.one((0.6, 0.8, 0.9))
    plain, w, v = float(start), float(start), 0.0
    for _ in range(3):
        plain -= eta * curvature * plain
        v = beta * v - eta * curvature * w
        w += v
    if not apart([plain, w]):
        return None
    given = {"curvature": curvature, "start": start, "eta": eta, "beta": beta}
    return Problem(given, (plain, w))


def product(draw: Draw) -> Problem | None:
    """What goes back through a product of matrices with a row added to it."""
    s, r, x = draw.matrix(2, 3, SMALL), draw.matrix(3, 2, SMALL), draw.matrix(1, 2, SMALL)
    arriving = draw.matrix(2, 2, SMALL)
    one, two, three = (np.array(array, dtype=float) for array in (s, r, x))

    def weighed(arriving: Any) -> Any:
        def output(s: Any, r: Any, x: Any) -> float:
            return float((arriving * (s @ r + x)).sum())

        shares = (
            numerical_gradient(lambda s: output(s, two, three), one),
            numerical_gradient(lambda r: output(one, r, three), two),
            numerical_gradient(lambda x: output(one, two, x), three),
        )
        return np.array([weigh(share) for share in shares])

    check = weighed(np.array(arriving))
    turned = np.abs(check - weighed(np.transpose(arriving))).min()  # rows taken for columns
    if turned < 0.5 or 0 in np.dot(arriving, [1, 2]):
        return None
    return Problem({"S": s, "R": r, "x": x, "G": arriving}, tuple(map(float, check)))


def window(draw: Draw) -> Problem | None:
    """What goes back through a filter of two weights that slides over five pixels."""
    x, w = draw.matrix(1, 5, SMALL)[0], draw.matrix(1, 2, SMALL)[0]
    b, arriving = draw.one(SMALL), draw.matrix(1, 4, SMALL)[0]

    def output(x: Any, w: Any) -> float:
        return float(np.dot(arriving, w[0] * x[:-1] + w[1] * x[1:] + b))

    pixels, weights = np.array(x, dtype=float), np.array(w, dtype=float)
    to_x = numerical_gradient(lambda x: output(x, weights), pixels)
    turned = numerical_gradient(lambda x: output(x, weights[::-1]), pixels)
    to_w = numerical_gradient(lambda w: output(pixels, w), weights)
    first_alone = weigh(to_w) - arriving[0] * weigh(x[:2])
    by_chance = min(abs(first_alone), abs(weigh(to_x) - weigh(turned))) < 0.5
    if by_chance or not (apart(w, 0.5) and apart(to_w, 0.5)):
        return None
    given = {"x": x, "w": w, "b": b, "delta": arriving}
    return Problem(given, (weigh(to_x), weigh(to_w)))


def state(draw: Draw) -> Problem | None:
    """A state of four moments without an activation function, nudged by its weight and its first input."""
    w, x = draw.one((-2, -0.5, 0.5, 2, 3)), draw.matrix(1, 4, SMALL)[0]

    def states(inputs: Any) -> list[float]:
        found = [0.0]
        for weight, entry in zip(inputs[:4], inputs[4:], strict=True):
            found.append(float(weight * found[-1] + entry))
        return found

    values = np.array([w] * 4 + x, dtype=float)
    shares = numerical_gradient(lambda inputs: states(inputs)[-1], values)
    uses, of_first = shares[1:4], shares[4]  # at the first moment, the weight meets the state 0
    one_late = sum(w ** (4 - t) * h for t, h in enumerate(states(values)))  # the state of the same moment
    if not apart(uses, 0.1) or min(abs(uses.sum()), abs(uses.sum() - one_late)) < 0.1:
        return None
    return Problem({"w": w, "x": x}, (float(uses.sum()), float(of_first)))


SHEETS: dict[str, Callable[[Draw], Problem | None]] = {
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
    sheet, draw = SHEETS[name], Draw(name, seed)
    for _ in range(MOST_DRAWS):
        if (found := sheet(draw)) is not None and min(map(abs, found.check)) >= SEEN:
            return found
    raise RuntimeError(f"none of {MOST_DRAWS} draws makes a sheet {name!r} of the number {seed}")
