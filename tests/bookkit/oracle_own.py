"""Plain NumPy and autograd for the claims of pages that declare their own arrays."""

from __future__ import annotations

from typing import Any

import autograd
import autograd.numpy as anp
import numpy as np


def conv(w: Any, x: Any) -> Any:
    """The valid correlation, written as products of windows."""
    count = len(x) - len(w) + 1
    return anp.array([anp.dot(w, x[i : i + len(w)]) for i in range(count)])


def conv3(u: Any, x: Any) -> Any:
    """The same over channels."""
    count = x.shape[1] - u.shape[2] + 1
    return anp.array([[anp.sum(row * x[:, i : i + u.shape[2]]) for i in range(count)] for row in u])


def softmax(s: Any) -> Any:
    powers = anp.exp(s)
    return powers / anp.sum(powers, axis=1, keepdims=True)


def own(rng: np.random.Generator, sizes: list[int], samples: int) -> dict[str, Any]:
    """One of everything that the corpus declares: a signal, attention, two steps of a recurrence."""
    q, p = sizes[0] + 1, sizes[-1] + 1
    n = q + 2
    weights, inputs, bias = rng.normal(size=(p, p)), rng.normal(size=(p, q)), rng.normal(size=p)
    xs = [rng.normal(size=q) for _ in range(3)]
    goal = rng.normal(size=p)

    def cell(h: Any, time: int) -> Any:
        return anp.tanh(weights @ h + inputs @ xs[time] + bias)

    hs = [rng.normal(size=p)]
    for time in (1, 2):
        hs.append(cell(hs[-1], time))
    return {
        "n": n, "q": q, "p": p, "x": rng.normal(size=n), "w": rng.normal(size=q),
        "D": rng.normal(size=n - q + 1),
        "X": rng.normal(size=(p, n)), "K": rng.normal(size=(q, p)), "U": rng.normal(size=(q, p, q)),
        "Q": rng.normal(size=(q, p + 1)), "S": rng.normal(size=(q, n)), "V": rng.normal(size=(n, p)),
        "G": rng.normal(size=(q, p)), "conv": conv, "conv3": conv3, "softmax": softmax,
        "grad": autograd.grad, "jacobian": autograd.jacobian, "cell": cell, "hs": hs, "xs": xs,
        "loss": lambda h: anp.sum((h - goal) ** 2) / 2, "W": weights, "Win": inputs, "b": bias,
    }  # fmt: skip
