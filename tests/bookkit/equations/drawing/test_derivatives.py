"""Derivatives against those of others: SymPy for numbers, autograd for networks."""

from __future__ import annotations

from typing import Any

import autograd
import autograd.numpy as anp
import numpy as np
import pytest
import sympy as sp

from bookkit import notations
from bookkit.equations import Context, parse
from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.definitions import compile_side
from bookkit.equations.drawing import derivatives, limits
from bookkit.equations.drawing.instance import Instance

x, y = sp.symbols("x y", real=True)


def value_of(latex: str, inst_seed: int, notation: str = "calculus") -> tuple[Any, Instance]:
    compiler = Compiler(notations.get(notation), Context())
    code = compile_side(compiler, parse(latex).statements[0].chain.first)
    features = frozenset(compiler.facts.features)
    inst = Instance(notations.get(notation), (7, inst_seed), features, compiler.nodes)
    return code(inst), inst


SCALARS = [
    (r"\frac{d}{dx} \sigma(x)", sp.diff(1 / (1 + sp.exp(-x)), x)),
    (r"\sigma''(x)", sp.diff(1 / (1 + sp.exp(-x)), x, 2)),
    (r"\frac{d^2}{dx^2} e^{\sin x}", sp.diff(sp.exp(sp.sin(x)), x, 2)),
    (r"\frac{\partial^2}{\partial x \partial y} \frac{x^2}{1 + y^2}", sp.diff(x**2 / (1 + y**2), x, y)),
    (r"\frac{\partial}{\partial y} \log(1 + x^2 y^2)", sp.diff(sp.log(1 + x**2 * y**2), y)),
    (r"\frac{d}{dx} \sqrt{1 + x^2}", sp.diff(sp.sqrt(1 + x**2), x)),
    (r"\frac{d}{dx} |x|^3", sp.diff(sp.sqrt(x**2) ** 3, x)),
    (r"\frac{d}{dx} \max(x, -x)", sp.sign(x)),
    (r"\tanh'(x y)", 1 - sp.tanh(x * y) ** 2),
    (r"\lim_{h \to 0} \frac{\cos(x + h) - \cos x}{h}", -sp.sin(x)),
    (r"\left. \frac{d}{dx} x^4 \right|_{x = y}", 4 * y**3),
    (r"\sum_{k=0}^{5} \frac{d}{dx} x^k", sp.diff(sum(x**k for k in range(6)), x)),
]


@pytest.mark.parametrize(("latex", "expected"), SCALARS)
def test_values_agree_with_sympy(latex: str, expected: Any) -> None:
    for seed in range(10):
        value, inst = value_of(latex, seed)
        at = {symbol: inst.value((symbol.name, None, ())) for symbol in (x, y)}
        assert float(np.real(value)) == pytest.approx(float(expected.subs(at).evalf(30)), rel=1e-9)


def autograd_gradients(inst: Instance) -> dict[str, Any]:
    """The gradients of a small network's cost, by another hand: forward in autograd's numpy."""
    depth = inst.sizes["L"]
    sigma = {
        "sigmoid": lambda z: 1 / (1 + anp.exp(-z)),
        "tanh": anp.tanh,
        "softplus": lambda z: anp.log(1 + anp.exp(z)),
        "bowl": lambda z: 0.5 * z + anp.sin(z),
    }[inst.choice("\\sigma").__name__]
    cost = {
        "quadratic": lambda a, y: 0.5 * (y - a) ** 2,
        "quartic": lambda a, y: 0.25 * (a - y) ** 4 - 2.0 * a,
        "log_cosh": lambda a, y: anp.log(anp.cosh(a - y)),
        "coupled": lambda a, y: 0.5 * (a - y) ** 2 + 0.2 * a * anp.sum(a, axis=0, keepdims=True),
    }[inst.choice("cost").__name__]
    weights = {layer: inst("W", layer) for layer in range(2, depth + 1)}
    biases = {layer: inst("b", layer) for layer in range(2, depth + 1)}

    def total(weights: Any, biases: Any, moves: Any) -> Any:
        a = inst("x")
        for layer in range(2, depth + 1):
            a = sigma(anp.dot(weights[layer], a) + biases[layer] + moves[layer])
        return anp.sum(cost(a, inst("y"))) / inst.sizes["m"]

    widths, batch = inst.sizes["n"], inst.sizes["m"]
    moves = {layer: np.zeros((widths[layer], batch)) for layer in range(2, depth + 1)}
    found = [autograd.grad(total, argument)(weights, biases, moves) for argument in range(3)]
    return dict(zip(("W", "b", "z"), found, strict=True))


@pytest.mark.parametrize("batch", [False, True])
@pytest.mark.parametrize("seed", range(12))
def test_gradients_of_random_networks_agree_with_autograd(seed: int, batch: bool) -> None:
    inst = Instance(notations.get("network"), (3, seed), frozenset({"m"} if batch else ()))
    assert (inst.sizes["m"] > 1) is (batch and inst.sizes["m"] != 1)
    expected = autograd_gradients(inst)
    for name in ("W", "b", "z"):
        for layer in range(2, inst.sizes["L"] + 1):
            found = derivatives.gradient(inst, ("C", None, ()), (name, layer, ()))
            np.testing.assert_allclose(found, expected[name][layer], rtol=1e-9, atol=1e-13)
    for layer in range(2, inst.sizes["L"] + 1):
        np.testing.assert_allclose(inst("\\delta", layer), expected["z"][layer], rtol=1e-9, atol=1e-13)


def test_richardson_is_accurate_to_ten_digits() -> None:
    assert derivatives.richardson(lambda h: np.exp(1.0 + h)) == pytest.approx(np.e, rel=1e-11)


def test_a_limit_that_does_not_exist_has_no_value() -> None:
    assert np.isnan(limits.limit(lambda h: abs(h) / h, 0.0))
    assert np.isnan(limits.limit(np.sin, np.inf))
    assert limits.limit(lambda h: (1 + h) / h * np.sin(h), 0.0) == pytest.approx(1.0, rel=1e-9)


def test_a_derivative_has_the_shape_of_what_it_is_taken_by() -> None:
    inst = Instance(notations.get("network"), (1, 1))
    for layer in range(2, inst.sizes["L"] + 1):
        for name in ("W", "b", "z", "a"):
            found = derivatives.gradient(inst, ("C", None, ()), (name, layer, ()))
            assert found.shape == inst(name, layer).shape
