"""Part IV: a layer as a class of its own."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Exercise, Named, case
from backprop.exercises.tasks.oracles import draws, sigma, sigma_slope, slope

Arrays = list[Any]

# L layers: a class whose three layers are run forward and back

TANH = Named("tanh", np.tanh), Named("tanh_prime", lambda z: 1 - np.tanh(z) ** 2)
SIGMOID = Named("sigmoid", sigma), Named("sigmoid_prime", sigma_slope)
FUNCTIONS = (TANH, SIGMOID, SIGMOID)


def _three_layers() -> list[Case]:
    rng = draws(50)
    found = []
    for sizes, m in (((2, 3, 2, 1), 1), ((3, 3, 3, 3), 3), ((2, 4, 3, 2), 5)):
        weights = [rng.normal(size=(n, k)) for k, n in pairwise(sizes)]
        biases = [rng.normal(size=(n, 1)) for n in sizes[1:]]
        found.append(case(weights, biases, rng.normal(size=(sizes[0], m)), rng.normal(size=(sizes[-1], m))))
    return found


def _run_layers(names: SimpleNamespace, weights: Arrays, biases: Arrays, x: Any, grad: Any) -> list[Any]:
    layers = [names.Layer(w, b, *g) for w, b, g in zip(weights, biases, FUNCTIONS, strict=True)]
    a = x
    for layer in layers:
        a = layer.forward(a)
    for layer in reversed(layers):
        grad = layer.backward(grad)
    return [a, grad, [layer.dW for layer in layers], [layer.db for layer in layers]]


def _measure_layers(weights: Arrays, biases: Arrays, x: Any, grad: Any) -> list[Any]:
    def out(weights: Arrays, biases: Arrays, x: Any) -> Any:
        a = x
        for w, b, (g, _) in zip(weights, biases, FUNCTIONS, strict=True):
            a = g(w @ a + b)
        return a

    def along(arrays: Arrays, k: int, of_weights: bool) -> Any:
        def f(value: Any) -> Any:
            new = [*arrays[:k], value, *arrays[k + 1 :]]
            return (grad * (out(new, biases, x) if of_weights else out(weights, new, x))).sum()

        return slope(f, arrays[k])

    back = slope(lambda x: (grad * out(weights, biases, x)).sum(), x)
    layers = range(3)
    return [
        out(weights, biases, x),
        back,
        [along(weights, k, True) for k in layers],
        [along(biases, k, False) for k in layers],
    ]


def _layer(kind: str) -> SimpleNamespace:
    class Layer:
        def __init__(self, w: Any, b: Any, g: Any, g_prime: Any) -> None:
            self.w, self.b, self.g, self.g_prime = w, b, g, g_prime

        def forward(self, a: Any) -> Any:
            self.z = self.w @ a + self.b
            self.a = a
            return self.g(self.z)

        def backward(self, grad: Any) -> Any:
            dz = grad * self.g_prime(self.g(self.z) if kind == "slope_of_activation" else self.z)
            dz = grad if kind == "no_slope" else dz
            self.dW = (dz / dz.shape[1] if kind == "divided" else dz) @ self.a.T
            self.dW = self.a @ dz.T if kind == "turned" else self.dW
            self.db = dz.sum(axis=1) if kind == "lost_axis" else dz.sum(axis=1, keepdims=True)
            self.db = dz.mean(axis=1, keepdims=True) if kind == "bias_mean" else self.db
            return (self.w if kind == "not_transposed" else self.w.T) @ (grad if kind == "raw" else dz)

    return SimpleNamespace(Layer=Layer)


LAYER = Exercise(
    name="layer",
    page="deep/l-layers",
    level="hard",
    signatures=("Layer(W, b, g, g_prime)",),
    cases=_three_layers,
    expected=_measure_layers,
    mistakes={
        name: _layer(name)
        for name in (
            *("slope_of_activation", "no_slope", "divided", "turned", "lost_axis", "bias_mean"),
            *("not_transposed", "raw"),
        )
    },
    use=_run_layers,
    parameters=("weights", "biases", "x", "dA"),
    returns=("the output", "dA", "dW", "db"),
    starter="""class Layer:
    def __init__(self, W, b, g, g_prime):
        self.W, self.b, self.g, self.g_prime = W, b, g, g_prime

    def forward(self, A):
        raise NotImplementedError  # {here}

    def backward(self, dA):
        raise NotImplementedError""",
    extra={"example": "none"},
)
