"""A second opinion on the corpus that shares no code with the press: SymPy, autograd and plain numpy.

Each entry of the corpus carries its claim a second time, written by hand: `sympy:` for scalars
(`D(x**2, x) == 2*x`, chains allowed) or `numpy:` for networks (a Python expression, judged on many
random networks whose derivatives come from autograd).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import Any

import autograd
import autograd.numpy as anp
import numpy as np
import sympy as sp

from . import oracle_chance, oracle_networks, oracle_own

DIGITS = 60
DRAWS = 12

_FUNCTIONS = [
    "exp",
    "log",
    "sqrt",
    "sin",
    "tanh",
    "Abs",
    "Max",
    "Min",
    "Sum",
    "Product",
    "Piecewise",
    "limit",
    "acos",
    "oo",
    "erf",
    "sign",
    "pi",
    "ceiling",
    "floor",
    "factorial",
    "binomial",
    "atan",
    "series",
    "S",
]
_RELATION = re.compile(r" (==|<=|>=|<|>|~) ")


def _sigmoid(z: Any) -> Any:
    return 1 / (1 + sp.exp(-z))


def _at(expression: Any, **values: Any) -> Any:
    names = {symbol.name: symbol for symbol in sp.sympify(expression).free_symbols}
    return sp.sympify(expression).subs(
        {names[name]: value for name, value in values.items() if name in names}
    )


def _derivative(expression: Any, *by: Any) -> Any:
    return sp.diff(expression, *by)


def _sympy_names(integers: list[str], domain: str | None) -> dict[str, Any]:
    names: dict[str, Any] = {}
    for letter in [*"abcdefghijklmnopqrtuvwxyz", "beta"]:
        if letter in [*"ijkn", *integers]:
            names[letter] = sp.Symbol(letter, integer=True)
        else:
            names[letter] = sp.Symbol(letter, real=True, positive=True if domain == "positive" else None)
    a, b, c, z = names["a"], names["b"], names["c"], names["z"]
    names |= {
        "F": _sigmoid((a + b) * c),
        "circuit": lambda expression: _at(expression, a=1, b=-2, c=-3),
        "at": _at,
        "D": _derivative,
        "s": _sigmoid,
        "ds": lambda value: sp.diff(_sigmoid(z), z).subs(z, value),
        "H": lambda value: sp.Piecewise((1, value > 0), (0, True)),
        "S": sp.Integer,
        "Phi": lambda value: (1 + sp.erf(value / sp.sqrt(2))) / 2,
        "phi": lambda value: sp.exp(-(value**2) / 2) / sp.sqrt(2 * sp.pi),
    }
    for name in _FUNCTIONS:
        names[name] = getattr(sp, name)
    return names


def _instances(expressions: list[Any]) -> list[dict[Any, Any]]:
    """Random values for the free symbols; small integers for the whole-numbered ones."""
    symbols = sorted(set().union(*(e.free_symbols for e in expressions)), key=lambda s: s.name)
    rng = np.random.default_rng(20)
    draws = []
    for _ in range(DRAWS if symbols else 1):
        draw = {}
        for symbol in symbols:
            value = (
                int(rng.integers(1, 6)) if symbol.is_integer else sp.Rational(int(rng.integers(1, 3000)), 997)
            )
            draw[symbol] = value if symbol.is_positive or symbol.is_integer or rng.random() < 0.5 else -value
        draws.append(draw)
    return draws


def _value(expression: Any, draw: dict[Any, Any]) -> Any:
    value = sp.sympify(expression).subs(draw).doit()
    return sp.N(value, DIGITS)


def _rounds_to(value: Any, shown: str) -> bool:
    exact = Decimal(str(sp.N(value, DIGITS)))
    step = Decimal(1).scaleb(Decimal(shown).as_tuple().exponent)
    return any(exact.quantize(step, mode) == Decimal(shown) for mode in (ROUND_HALF_UP, ROUND_HALF_EVEN))


def _holds(relation: str, left: Any, right: Any) -> bool:
    if relation == "==":
        return bool(abs(left - right) < sp.Float(10) ** -40)
    return bool({"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}[relation])


def sympy_says(claim: str, integers: list[str] | None = None, domain: str | None = None) -> bool:
    """Whether each step of the chain holds on every draw (for `~`: to the digits shown)."""
    parts = _RELATION.split(f" {claim} ".strip())
    names = _sympy_names(integers or [], domain)
    sides = [sp.sympify(eval(text, names)) for text in parts[::2]]
    for draw in _instances(sides):
        values = [_value(side, draw) for side in sides]
        for i, relation in enumerate(parts[1::2]):
            if relation == "~":
                if not _rounds_to(values[i], parts[2 * i + 2].strip()):
                    return False
            elif not _holds(relation, values[i], values[i + 1]):
                return False
    return True


def eq(left: Any, right: Any) -> bool:
    """Equal in shape and, to rounding, in value."""
    left, right = np.asarray(left, float), np.asarray(right, float)
    if left.shape != right.shape:
        return False
    return bool(np.all(np.abs(left - right) <= 1e-9 * np.maximum(1e-3, np.abs(left) + np.abs(right))))


def _s(z: Any) -> Any:
    return 1 / (1 + anp.exp(-z))


def _sp(z: Any) -> Any:
    return _s(z) * (1 - _s(z))


def _jacobian(function: Callable[[Any], Any], at: Any) -> Any:
    out = autograd.jacobian(function)(at)
    if np.ndim(at) == 2:
        return out.reshape(np.size(function(at)), np.size(at))
    return out


_COSTS: dict[str, Callable[[Any, Any], Any]] = {
    "quadratic": lambda a, y: anp.sum((y - a) ** 2) / 2,
    "twice": lambda a, y: anp.sum((y - a) ** 2),
    "cross_entropy": lambda a, y: -anp.sum(y * anp.log(a) + (1 - y) * anp.log(1 - a)),
}


class _Layer(ast.NodeTransformer):
    """`every(l, claim)` and `hidden(l, claim)` bind l: their claim becomes a lambda of l."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id in ("every", "hidden", "later"):
            index, claim = node.args
            assert isinstance(index, ast.Name)
            arguments = ast.arguments([], [ast.arg(index.id)], None, [], [], None, [])
            node.args = [ast.Lambda(arguments, claim)]
        return node


def _network(rng: np.random.Generator, sizes: list[int], cost: str, samples: int) -> dict[str, Any]:
    """A random network with all its derivatives, as the names that `numpy:` lines use."""
    last = len(sizes)
    weights = {k: rng.normal(size=(sizes[k - 1], sizes[k - 2])) for k in range(2, last + 1)}
    biases = {k: rng.normal(size=(sizes[k - 1], 1)) for k in range(2, last + 1)}
    x = rng.normal(size=(sizes[0], samples))
    y = rng.uniform(0.05, 0.95, size=(sizes[-1], samples))

    def run(w: Any, b: Any, nudge_z: Any, nudge_a: Any) -> tuple[dict[int, Any], dict[int, Any], Any]:
        zs, activations = {}, {1: x}
        for k in range(2, last + 1):
            zs[k] = w[k] @ activations[k - 1] + b[k] + nudge_z[k]
            activations[k] = _s(zs[k]) + nudge_a[k]
        return zs, activations, _COSTS[cost](activations[last], y) / samples

    zero = {k: np.zeros((sizes[k - 1], samples)) for k in range(2, last + 1)}
    zs, activations, value = run(weights, biases, zero, zero)
    d_w, d_b, d_z, d_a = (
        autograd.grad(lambda *arguments: run(*arguments)[2], i)(weights, biases, zero, zero) for i in range(4)
    )
    return {
        "L": last, "m": samples, "x": x, "y": y, "C": value,
        "n": lambda k: sizes[k - 1], "J": lambda k: range(sizes[k - 1]),
        "W": weights.__getitem__, "b": biases.__getitem__, "z": zs.__getitem__, "a": activations.__getitem__,
        "delta": d_z.__getitem__, "dz": d_z.__getitem__, "da": d_a.__getitem__,
        "dW": d_w.__getitem__, "db": d_b.__getitem__,
        "every": lambda claim: all(claim(k) for k in range(2, last + 1)),
        "hidden": lambda claim: all(claim(k) for k in range(2, last)),
        "fits": lambda left, right: left.shape[1] == right.shape[0],
        "num": lambda f, at: autograd.grad(f)(at),
    }  # fmt: skip


def _neuron(rng: np.random.Generator, samples: int) -> dict[str, Any]:
    """A random logistic neuron (one sample) and the same over several samples as columns."""
    inputs = int(rng.integers(1, 5))
    w, x, b = rng.normal(size=inputs), rng.normal(size=inputs), float(rng.normal())
    y = float(rng.uniform(0.05, 0.95))

    def of_a(a: Any, label: Any = y) -> Any:
        return -(label * anp.log(a) + (1 - label) * anp.log(1 - a))

    z = float(w @ x + b)
    row, many = w[None, :], rng.normal(size=(inputs, samples))
    labels = rng.uniform(0.05, 0.95, size=(1, samples))
    outputs = _s(row @ many + b)

    def mean_cost(w_: Any, b_: Any) -> Any:
        return anp.sum(of_a(_s(w_ @ many + b_), labels)) / samples

    return {
        "w": w, "x": x, "b": b, "y": y, "z": z, "a": _s(z), "yhat": _s(z), "J": of_a(_s(z)),
        "ds": autograd.grad(_s), "dJda": autograd.grad(of_a)(_s(z)),
        "dJdz": autograd.grad(lambda t: of_a(_s(t)))(z),
        "dJdb": autograd.grad(lambda t: of_a(_s(w @ x + t)))(b),
        "dJdw": autograd.grad(lambda t: of_a(_s(t @ x + b)))(w),
        "m": samples, "row": row, "X": many, "Y": labels, "A": outputs, "Z": row @ many + b,
        "meanJ": mean_cost(row, b), "dW": autograd.grad(mean_cost, 0)(row, b),
        "dB": autograd.grad(mean_cost, 1)(row, b),
    }  # fmt: skip


def _soft(z: Any) -> Any:
    return anp.exp(z) / anp.sum(anp.exp(z))


def _classes(rng: np.random.Generator, _: int) -> dict[str, Any]:
    """A random softmax output with a one-hot label and its cross-entropy."""
    z = rng.normal(size=int(rng.integers(2, 6)))
    y = np.eye(len(z))[rng.integers(len(z))]

    def of_a(a: Any) -> Any:
        return -anp.sum(y * anp.log(a))

    return {
        "z": z, "a": _soft(z), "y": y, "K": len(z), "soft": _soft, "C": of_a(_soft(z)),
        "dCda": autograd.grad(of_a)(_soft(z)), "dCdz": autograd.grad(lambda t: of_a(_soft(t)))(z),
    }  # fmt: skip


def _run(start: float, steps: int, step: Callable[[float, int], float]) -> list[float]:
    values = [start]
    for t in range(1, steps + 1):
        values.append(step(values[-1], t))
    return values


def _descents(rng: np.random.Generator, _: int) -> dict[str, Any]:
    """Optimisers run by loops on random gradients, and on random functions."""
    steps = int(rng.integers(3, 7))
    g = [np.nan, *rng.normal(0, 2, steps)]
    beta, b1, b2 = rng.uniform(0.1, 0.8, 3)
    eta, lam, eps = rng.uniform(0.1, 2, 3)
    start = float(rng.normal())
    wave, tilt = rng.normal(size=2)

    def cost(x: Any) -> Any:
        return anp.sin(wave * x) + tilt * x**2

    slope = autograd.grad(cost)
    v = _run(0.0, steps, lambda x, t: beta * x + g[t])
    m = _run(0.0, steps, lambda x, t: b1 * x + (1 - b1) * g[t])
    sq = _run(0.0, steps, lambda x, t: b2 * x + (1 - b2) * g[t] ** 2)
    s = _run(0.0, steps, lambda x, t: beta * x + (1 - beta) * g[t] ** 2)
    adam = _run(
        start, steps, lambda x, t: x - eta * m[t] / (1 - b1**t) / (np.sqrt(sq[t] / (1 - b2**t)) + eps)
    )
    ahead_u, ahead_v = [start], [0.0]
    for _t in range(steps):
        ahead_v.append(beta * ahead_v[-1] - eta * slope(ahead_u[-1] + beta * ahead_v[-1]))
        ahead_u.append(ahead_u[-1] + ahead_v[-1])
    return {
        "T": steps, "g": g, "beta": beta, "b1": b1, "b2": b2, "eta": eta, "lam": lam, "eps": eps,
        "v": v, "m": m, "sq": sq, "adam": adam, "num": lambda f, at: autograd.grad(f)(at), "dC": slope,
        "theta": _run(start, steps, lambda x, t: x - eta * v[t]),
        "pushed": _run(start, steps, lambda x, t: beta * x + g[t]),
        "steady": _run(0.0, 400, lambda x, t: beta * x + g[1]),
        "mean": _run(0.0, steps, lambda x, t: b1 * x + (1 - b1) * g[1]),
        "bowl": _run(start, steps, lambda x, t: x - eta * lam * x),
        "decayed": _run(start, steps, lambda x, t: x - eta * (g[t] + lam * x)),
        "rms": _run(start, steps, lambda x, t: x - eta * g[t] / (np.sqrt(s[t]) + eps)),
        "ahead_u": ahead_u, "ahead_v": ahead_v,
        "ahead_w": [u + beta * w for u, w in zip(ahead_u, ahead_v, strict=True)],
        "every": lambda claim: all(claim(t) for t in range(1, steps + 1)),
        "later": lambda claim: all(claim(t) for t in range(2, steps + 1)),
    }  # fmt: skip


_TABLES: dict[str, Callable[[np.random.Generator, int], dict[str, Any]]] = {
    "logistic": _neuron,
    "softmax": _classes,
    "steps": _descents,
    "chance": oracle_chance.numbers,
    "chance-dropout": oracle_chance.numbers,
    "chance-layers": oracle_chance.layers,
    "chance-layers-linear": oracle_chance.layers,
    "chance-backward": oracle_chance.layers,
    "chance-backward-linear": oracle_chance.layers,
    "chance-batch": oracle_chance.batches,
    "chance-steps": oracle_chance.descents,
}


def numpy_says(claim: str, notation: str, cost: str | None = None, samples: int | None = None) -> bool:
    """Whether the claim holds on every one of a number of random networks (neurons, outputs)."""
    tree = ast.fix_missing_locations(_Layer().visit(ast.parse(claim.strip(), mode="eval")))
    code = compile(tree, "<corpus>", "eval")
    rng = np.random.default_rng(7)
    shapes = [
        [2, 3],
        [1, 1],
        [3, 1],
        [2, 4, 3],
        [3, 3, 3],
        [1, 4, 1],
        [2, 1, 3, 2],
        [4, 2, 3, 1, 2],
        [3, 2, 4, 2, 3],
    ]
    for i, sizes in enumerate(shapes):
        m = samples or (1 + i % 4 if notation == "logistic" else 1)
        if notation in oracle_networks.MAKERS:
            instance = oracle_networks.MAKERS[notation](rng, sizes, samples or 1 + i % 4)
        elif notation == "own":
            instance = oracle_own.own(rng, sizes, samples or 1)
        elif notation.startswith("network"):
            instance = _network(rng, sizes, cost or ("quadratic", "cross_entropy")[i % 2], m)
        else:
            instance = _TABLES[notation](rng, m)
        names = {"np": np, "anp": anp, "eq": eq, "s": _s, "sp": _sp, "jac": _jacobian} | instance
        if not eval(code, names):
            return False
    return True
