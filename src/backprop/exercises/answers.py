"""Answers to the sheets: the numbers of each step, found by the formulas of the book.

What a sheet is checked by is found by nudging, in `sheets`. These are found the other way, as a student
finds them; the tests compare the two. The words around them are texts, `sheets.NAME.answer`.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

import numpy as np

from backprop.activations import relu, sigmoid
from backprop.softmax import softmax as shares_of
from backprop.value import Value

Numbers = dict[str, Any]
GATES = {"+": operator.add, "-": operator.sub, "*": operator.mul}
NUDGE = 0.01


def circuit(given: Numbers) -> Numbers:
    """Walk three gates forward and back; the first input enters twice, here as two values."""
    kinds = [GATES[given[name]] for name in ("first", "second", "third")]

    def forward(a: Any, b: Any, c: Any, again: Any) -> tuple[Any, Any, Any]:
        d = kinds[0](a, b)
        e = kinds[1](d, c)
        return d, e, kinds[2](e, again)

    a, b, c, again = (Value(given[name]) for name in "abca")
    d, e, f = forward(a, b, c, again)
    f.backward()
    gradient = {"a": a.grad + again.grad, "b": b.grad, "c": c.grad}
    name = max(gradient, key=lambda name: abs(gradient[name]))
    step = NUDGE if gradient[name] > 0 else -NUDGE
    nudged = {key: given[key] + step * (key == name) for key in "abc"}
    after = forward(nudged["a"], nudged["b"], nudged["c"], nudged["a"])[2]
    values = {"d": d.data, "e": e.data, "f": f.data}
    arriving = {"at_e": e.grad, "at_d": d.grad, "long": a.grad, "short": again.grad}
    wires = {f"of_{key}": value for key, value in gradient.items()}
    return {**values, **arriving, **wires, "name": name, "step": f"{step:+.2f}", "after": after}


def network(given: Numbers) -> Numbers:
    """Find the errors and gradients of the small network by BP1, BP2 and BP4."""
    w2, b2, w3, b3, x, y = (np.array(given[name]) for name in ("W2", "b2", "W3", "b3", "x", "y"))
    z2 = w2 @ x + b2
    a2 = sigmoid(z2)
    z3 = w3 @ a2 + b3
    a3 = sigmoid(z3)
    delta3 = (a3 - y) * a3 * (1 - a3)
    delta2 = (w3.T @ delta3) * a2 * (1 - a2)
    of = {"W2": delta2 @ x.T, "W3": delta3 @ a2.T}
    matrix = max(of, key=lambda name: np.abs(of[name]).max())
    row, column = np.unravel_index(np.abs(of[matrix]).argmax(), of[matrix].shape)
    found = {"z2": z2, "a2": a2, "z3": z3, "a3": a3, "delta3": delta3, "delta2": delta2}
    place = {"matrix": matrix, "row": row + 1, "column": column + 1, "largest": of[matrix][row, column]}
    return {**found, "of_w2": of["W2"], "of_w3": of["W3"], **place}


def neuron(given: Numbers) -> Numbers:
    """Find both gradients of a neuron: the same numbers, with and without the slope of the sigmoid."""
    x, y = np.array(given["x"]), given["y"]
    z = np.dot(given["w"], x) + given["b"]
    a = sigmoid(z)
    one, other = a - y, (a - y) * a * (1 - a)
    costs = {"bet": -np.log(a if y else 1 - a), "square": (a - y) ** 2 / 2}
    gradients = {"of_bet": np.array([*one * x, one]), "of_square": np.array([*other * x, other])}
    return {"z": z, "a": a, **costs, **gradients, "slope": a * (1 - a)}


def softmax(given: Numbers) -> Numbers:
    """Find the shares and errors, and the cost after a step along them."""
    z, true = np.array(given["z"], dtype=float), given["true"] - 1
    shares = shares_of(z)
    errors = shares - np.eye(3)[true]
    moved = z - given["eta"] * errors
    after = -np.log(shares_of(moved)[true])
    return {"shares": shares, "cost": -np.log(shares[true]), "errors": errors, "moved": moved, "after": after}


def rectified(given: Numbers) -> Numbers:
    """Walk two samples through ReLU and back; the cost is a mean, so each sample brings a half."""
    w2, b2, w3, x, y = (np.array(given[name]) for name in ("W2", "b2", "W3", "X", "Y"))
    z2 = w2 @ x + b2
    a2 = relu(z2)
    a3 = w3 @ a2
    delta3 = (a3 - y) / 2
    delta2 = (w3.T @ delta3) * (z2 > 0)
    return {"z2": z2, "a2": a2, "a3": a3, "delta3": delta3, "delta2": delta2, "of_w2": delta2 @ x.T}


def momentum(given: Numbers) -> Numbers:
    """Take three steps in a bowl, plain ones and with momentum."""
    curvature, eta, beta = given["curvature"], given["eta"], given["beta"]
    plain, walk, velocities = [float(given["start"])], [float(given["start"])], [0.0]
    for _ in range(3):
        plain.append(plain[-1] - eta * curvature * plain[-1])
        velocities.append(beta * velocities[-1] - eta * curvature * walk[-1])
        walk.append(walk[-1] + velocities[-1])
    return {
        "plain": plain[1:],
        "velocities": velocities[1:],
        "walk": walk[1:],
        "factor": 1 - eta * curvature,
        "limit": 2 / curvature,
        "far_plain": abs(plain[-1]),
        "far_walk": abs(walk[-1]),
    }


def product(given: Numbers) -> Numbers:
    """Find what goes back through a product of matrices, and to a row or a column that is added to it."""
    s, r, arriving = (np.array(given[name]) for name in "SRG")
    row, column = arriving.sum(axis=0, keepdims=True), arriving.sum(axis=1, keepdims=True)
    return {"to_s": arriving @ r.T, "to_r": s.T @ arriving, "to_x": row, "column": column}


def window(given: Numbers) -> Numbers:
    """Slide a filter over five pixels, and find what goes back."""
    x, w, arriving = (np.array(given[name], dtype=float) for name in ("x", "w", "delta"))
    to_x = np.zeros(5)
    to_x[:-1] += arriving * w[0]
    to_x[1:] += arriving * w[1]
    return {
        "results": w[0] * x[:-1] + w[1] * x[1:] + given["b"],
        "to_x": to_x,
        "to_w": [arriving @ x[:-1], arriving @ x[1:]],
        "to_b": arriving.sum(),
        "turned": w[::-1],
        "padded": [0, *arriving, 0],
        "alone": arriving[0] * x[:2],
    }


def state(given: Numbers) -> Numbers:
    """Walk through four moments, and find how the last state answers each state and each use of w."""
    w, states = given["w"], [0.0]
    for entry in given["x"]:
        states.append(w * states[-1] + entry)
    links = [w ** (4 - moment) for moment in range(1, 5)]
    uses = [link * before for link, before in zip(links, states, strict=False)]
    return {"states": states[1:], "links": links, "uses": uses, "total": sum(uses)}


ANSWERS: dict[str, Callable[[Numbers], Numbers]] = {
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


def answer(name: str, given: Numbers) -> dict[str, str]:
    """Return what fills the text of an answer: arrays as a sheet writes them, row by row."""
    return {key: written(found) for key, found in ANSWERS[name](given).items()}


def written(found: Any) -> str:
    """Return a number or an array as a sheet writes it, with four digits where more would be needed."""
    if isinstance(found, str):
        return found
    numbers = np.asarray(found, dtype=float)
    exact = np.allclose(1e4 * numbers, np.round(1e4 * numbers), rtol=0, atol=1e-6)
    return _nested(numbers, exact)


def _nested(numbers: Any, exact: bool) -> str:
    if numbers.ndim == 0:
        digits = f"{round(float(numbers), 4) + 0.0:.4f}"  # never −0
        return digits.rstrip("0").rstrip(".") if exact else digits
    return f"[{', '.join(_nested(part, exact) for part in numbers)}]"
