"""Random networks of other kinds than the plain one, with all their derivatives from autograd."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import autograd
import autograd.numpy as anp
import numpy as np

Names = dict[str, Any]


def sigmoid(z: Any) -> Any:
    return 1 / (1 + anp.exp(-z))


def softplus(z: Any) -> Any:
    return anp.log(1 + anp.exp(z))


def softmax(z: Any) -> Any:
    return anp.exp(z) / anp.sum(anp.exp(z), axis=0, keepdims=True)


def slope(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return autograd.elementwise_grad(function)


def binary(a: Any, y: Any) -> Any:
    return -anp.sum(y * anp.log(a) + (1 - y) * anp.log(1 - a))


def categorical(a: Any, y: Any) -> Any:
    return -anp.sum(y * anp.log(a))


def squared(a: Any, y: Any) -> Any:
    return anp.sum((y - a) ** 2)


def _layers(last: int) -> Names:
    return {
        "L": last,
        "every": lambda claim: all(claim(k) for k in range(2, last + 1)),
        "hidden": lambda claim: all(claim(k) for k in range(2, last)),
    }


def _trained(
    last: int, parameters: tuple[Any, Any], nudges: tuple[Any, Any], run: Callable[..., Any]
) -> tuple[Any, ...]:
    """The derivatives of the cost by weights, biases, weighted inputs and activations, layer by layer."""
    return tuple(
        autograd.grad(lambda *arguments: run(*arguments)[2], place)(*parameters, *nudges)
        for place in range(4)
    )


def deep(
    ending: Callable[[Any], Any], cost: Callable[[Any, Any], Any], one_hot: bool
) -> Callable[..., Names]:
    """Samples are columns; the hidden activation is not that of the last layer."""

    def make(rng: np.random.Generator, sizes: list[int], samples: int) -> Names:
        last = len(sizes)
        hidden = anp.tanh if last % 2 else softplus
        weights = {k: rng.normal(size=(sizes[k - 1], sizes[k - 2])) for k in range(2, last + 1)}
        biases = {k: rng.normal(size=(sizes[k - 1], 1)) for k in range(2, last + 1)}
        x = rng.normal(size=(sizes[0], samples))
        y = rng.uniform(0.05, 0.95, size=(sizes[-1], samples))
        if one_hot:
            y = np.eye(sizes[-1])[:, rng.integers(sizes[-1], size=samples)]

        def run(w: Any, b: Any, nudge_z: Any, nudge_a: Any) -> tuple[Any, Any, Any]:
            zs, activations = {}, {1: x + nudge_a[1]}
            for k in range(2, last + 1):
                zs[k] = w[k] @ activations[k - 1] + b[k] + nudge_z[k]
                activations[k] = (ending if k == last else hidden)(zs[k]) + nudge_a[k]
            return zs, activations, cost(activations[last], y) / samples

        zero = {k: np.zeros((sizes[k - 1], samples)) for k in range(1, last + 1)}
        zs, activations, value = run(weights, biases, zero, zero)
        d_w, d_b, d_z, d_a = _trained(last, (weights, biases), (zero, zero), run)
        return _layers(last) | {
            "m": samples, "X": x, "Y": y, "C": value, "n": lambda k: sizes[k - 1], "g": hidden,
            "gp": slope(hidden), "W": weights.__getitem__, "b": biases.__getitem__, "Z": zs.__getitem__,
            "A": activations.__getitem__, "dA": d_a.__getitem__, "dZ": d_z.__getitem__,
            "dW": d_w.__getitem__, "db": d_b.__getitem__, "ones": np.ones((samples, 1)),
            "softmax": softmax,
        }  # fmt: skip

    return make


def rows(rng: np.random.Generator, sizes: list[int], samples: int) -> Names:
    """Samples are rows; sigmoids and the mean squared error."""
    last = len(sizes)
    weights = {k: rng.normal(size=(sizes[k - 2], sizes[k - 1])) for k in range(2, last + 1)}
    biases = {k: rng.normal(size=(1, sizes[k - 1])) for k in range(2, last + 1)}
    x, y = rng.normal(size=(samples, sizes[0])), rng.uniform(0.05, 0.95, size=(samples, sizes[-1]))

    def run(w: Any, b: Any, nudge_z: Any, nudge_a: Any) -> tuple[Any, Any, Any]:
        zs, activations = {}, {1: x + nudge_a[1]}
        for k in range(2, last + 1):
            zs[k] = activations[k - 1] @ w[k] + b[k] + nudge_z[k]
            activations[k] = sigmoid(zs[k]) + nudge_a[k]
        return zs, activations, squared(activations[last], y) / samples

    zero = {k: np.zeros((samples, sizes[k - 1])) for k in range(1, last + 1)}
    zs, activations, value = run(weights, biases, zero, zero)
    d_w, d_b, d_z, d_a = _trained(last, (weights, biases), (zero, zero), run)
    return _layers(last) | {
        "m": samples, "X": x, "Y": y, "C": value, "n": lambda k: sizes[k - 1], "W": weights.__getitem__,
        "b": biases.__getitem__, "Z": zs.__getitem__, "A": activations.__getitem__, "dA": d_a.__getitem__,
        "delta": d_z.__getitem__, "dW": d_w.__getitem__, "db": d_b.__getitem__,
        "ones": np.ones((samples, 1)),
    }  # fmt: skip


def chain(hidden: Callable[[Any], Any], wild: bool = False) -> Callable[..., Names]:
    """One unit in each layer: numbers, whose derivatives autograd takes one at a time."""

    def make(rng: np.random.Generator, sizes: list[int], samples: int) -> Names:
        last = len(sizes) + 1
        size = rng.choice([1e-3, 1.0, 3.0]) if wild else 1.0
        w = {k: float(size * rng.normal()) for k in range(2, last + 1)}
        b = {k: float(size * rng.normal()) for k in range(2, last + 1)}
        x, y = float(rng.normal()), float(rng.normal())

        def run(x: Any, nudge: Any) -> tuple[Any, Any, Any]:
            zs, activations = {}, {1: x}
            for k in range(2, last + 1):
                zs[k] = w[k] * activations[k - 1] + b[k] + nudge[k]
                activations[k] = hidden(zs[k])
            return zs, activations, (activations[last] - y) ** 2 / 2

        zero = dict.fromkeys(range(2, last + 1), 0.0)
        zs, activations, value = run(x, zero)
        return _layers(last) | {
            "x": x, "y": y, "C": value, "w": w.__getitem__, "b": b.__getitem__, "z": zs.__getitem__,
            "a": activations.__getitem__, "sp": slope(hidden), "s": hidden,
            "dadx": autograd.grad(lambda t: run(t, zero)[1][last])(x),
            "delta": autograd.grad(lambda t: run(x, t)[2])(zero).__getitem__, "prod": np.prod,
        }  # fmt: skip

    return make


def vectors(rng: np.random.Generator, sizes: list[int], samples: int) -> Names:
    """Columns and matrices, far out and close to zero."""
    n = sizes[0]

    def some(*shape: int) -> Any:
        return rng.normal(size=shape) * rng.choice([1e-3, 1.0, 1.0, 30.0])

    return {
        "n": n, "g": some(n, 1), "u": some(n, 1), "v": some(n, 1), "A": some(n, n), "B": some(n, n),
        "W": some(sizes[-1], n), "c": float(rng.uniform(0.1, 3)), "norm": np.linalg.norm,
        "grad": autograd.grad, "hessian": autograd.hessian, "jacobian": autograd.jacobian,
    }  # fmt: skip


def dropout(rng: np.random.Generator, sizes: list[int], samples: int) -> Names:
    """A network with masks on its hidden layers."""
    last = len(sizes)
    p = float(rng.uniform(0.1, 0.9))
    weights = {k: rng.normal(size=(sizes[k - 1], sizes[k - 2])) for k in range(2, last + 1)}
    biases = {k: rng.normal(size=(sizes[k - 1], 1)) for k in range(2, last + 1)}
    masks = {k: rng.integers(0, 2, size=(sizes[k - 1], samples)) for k in range(2, last)}
    x, y = rng.normal(size=(sizes[0], samples)), rng.normal(size=(sizes[-1], samples))

    def run(w: Any, b: Any, nudge_z: Any, nudge_a: Any) -> tuple[Any, Any, Any]:
        zs, activations, thin = {}, {1: x}, {1: x}
        for k in range(2, last + 1):
            zs[k] = w[k] @ thin[k - 1] + b[k] + nudge_z[k]
            activations[k] = anp.tanh(zs[k]) + nudge_a[k]
            if k < last:
                thin[k] = masks[k] * activations[k] / (1 - p)
        return zs, (activations, thin), squared(activations[last], y) / samples

    zero = {k: np.zeros((sizes[k - 1], samples)) for k in range(1, last + 1)}
    zs, (activations, thin), value = run(weights, biases, zero, zero)
    d_w, d_b, d_z, d_a = _trained(last, (weights, biases), (zero, zero), run)
    return _layers(last) | {
        "m": samples, "x": x, "y": y, "p": p, "C": value, "W": weights.__getitem__, "b": biases.__getitem__,
        "r": masks.__getitem__, "z": zs.__getitem__, "a": activations.__getitem__, "t": thin.__getitem__,
        "dW": d_w.__getitem__, "db": d_b.__getitem__, "delta": d_z.__getitem__, "da": d_a.__getitem__,
        "sp": slope(anp.tanh), "n": lambda k: sizes[k - 1],
    }  # fmt: skip


MAKERS: dict[str, Callable[..., Names]] = {
    "deep": deep(sigmoid, binary, one_hot=False),
    "deep-softmax": deep(softmax, categorical, one_hot=True),
    "rows": rows,
    "chain": chain(anp.tanh),
    "chain-sigmoid": chain(sigmoid, wild=True),
    "vectors": vectors,
    "network-dropout": dropout,
}
