"""Part I, the later chapters: values that are used twice, and an engine of one's own."""

from __future__ import annotations

import math
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Exercise, Named, case
from backprop.exercises.tasks.oracles import sigma, sigma_slope, slope, slopes

# Patterns: f = (u + v)·max(v, t), in which v is used twice


def _inputs() -> list[Case]:
    return [
        case(1.0, 4.0, 2.0, tags="v_wins"),
        case(1.0, -2.0, 4.0, tags="t_wins"),
        case(-3.0, 0.5, 0.25, tags="v_wins"),
        case(2.5, -1.0, -0.5, tags="t_wins"),
        case(0.3, 2.0, -5.0, tags="v_wins"),
    ]


def _used_twice(u: float, v: float, t: float) -> list[Any]:
    return slopes(lambda u, v, t: (u + v) * (v if np.real(v) > np.real(t) else t), u, v, t)


def _forks(
    mix: Callable[[float, float], float], routes: bool = True, own: bool = False
) -> Callable[..., Any]:
    def gradient(u: float, v: float, t: float) -> tuple[float, float, float]:
        to_sum, to_max = (u + v, max(v, t)) if own else (max(v, t), u + v)
        first = to_max if v > t or not routes else 0.0
        return to_sum, mix(to_sum, first), to_max if t > v or not routes else 0.0

    return gradient


USED_TWICE = Exercise(
    name="used-twice",
    page="nudges/patterns",
    level="easy",
    signatures=("used_twice_gradient(u, v, t)",),
    cases=_inputs,
    expected=_used_twice,
    returns=("∂f/∂u", "∂f/∂v", "∂f/∂t"),
    mistakes={
        "last_share": _forks(lambda by_sum, by_max: by_max),
        "first_share": _forks(lambda by_sum, by_max: by_sum),
        "multiplied": _forks(lambda by_sum, by_max: by_sum * by_max),
        "averaged": _forks(lambda by_sum, by_max: (by_sum + by_max) / 2),
        "maximum_to_both": _forks(lambda by_sum, by_max: by_sum + by_max, routes=False),
        "own_value": _forks(lambda by_sum, by_max: by_sum + by_max, own=True),
        "wrong_winner": lambda u, v, t: (max(v, t), max(v, t) + (u + v) * (v < t), (u + v) * (v > t)),
    },
    extra={"imports": ""},
)


def _factors() -> list[Case]:
    return [case(0.0), case(2.0), case(-1.5), case(0.3), case(-4.0)]


SWISH_SLOPE = Exercise(
    name="swish-slope",
    page="nudges/patterns",
    level="medium",
    signatures=("swish_slope(x)",),
    cases=_factors,
    expected=lambda x: slope(lambda x: x * sigma(x), x),
    mistakes={
        "bare_wire_only": lambda x: sigma(x),
        "sigmoid_only": lambda x: x * sigma_slope(x),
        "slopes_multiplied": lambda x: sigma_slope(x),
        "minus": lambda x: sigma(x) - x * sigma_slope(x),
        "value_for_slope": lambda x: sigma(x) + x * sigma(x),
        "half_slope": lambda x: sigma(x) + x * (1 - sigma(x)),
        "function": lambda x: x * sigma(x),
        "no_input": lambda x: sigma(x) + sigma_slope(x),
    },
)

# The machine


def _quotients() -> list[Case]:
    return [case(3.0, 2.0, 1.0), case(-1.0, 4.0, 0.5), case(2.0, -0.5, -3.0), case(0.7, 1.5, 2.0)]


DIVIDE_BACKWARD = Exercise(
    name="divide-backward",
    page="nudges/machine",
    level="medium",
    signatures=("divide_backward(r, t, grad)",),
    cases=_quotients,
    expected=lambda r, t, grad: slopes(lambda r, t: grad * r / t, r, t),
    returns=("the share of r", "the share of t"),
    mistakes={
        "no_arriving": lambda r, t, grad: (1 / t, -r / t**2),
        "sign": lambda r, t, grad: (grad / t, grad * r / t**2),
        "like_a_product": lambda r, t, grad: (grad * t, grad * r),
        "no_square": lambda r, t, grad: (grad / t, -grad * r / t),
        "no_numerator": lambda r, t, grad: (grad / t, -grad / t**2),
        "swapped": lambda r, t, grad: (-grad * r / t**2, grad / t),
        "bottom_own": lambda r, t, grad: (grad / t, -grad / t),
    },
    extra={"imports": ""},
)

# The engine: a class whose objects are combined with signs. What a wrong one does is varied in one place.


class _Value:
    """An engine with a switch for each mistake; the right one has none switched on."""

    add_to, own_value, waits, slope_at = True, False, True, "right"
    power_rule, numbers = "right", True

    def __init__(self, data: float, parents: tuple[Any, ...] = ()) -> None:
        self.data = data
        self.parents = parents
        self.grad = 0.0

    def _number(self, other: Any) -> Any:
        return other if isinstance(other, _Value) else type(self)(other)

    def __add__(self, other: Any) -> Any:
        other = self._number(other)
        return type(self)(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other: Any) -> Any:
        other = self._number(other)
        pair = (self.data, other.data) if self.own_value else (other.data, self.data)
        return type(self)(self.data * other.data, ((self, pair[0]), (other, pair[1])))

    __radd__, __rmul__ = __add__, __mul__

    def __pow__(self, n: float) -> Any:
        rules = {
            "right": n * self.data ** (n - 1),
            "no_factor": self.data ** (n - 1),
            "same": n * self.data**n,
        }
        return type(self)(self.data**n, ((self, rules[self.power_rule]),))

    def exp(self) -> Any:
        local = self.data if self.slope_at == "exp" else math.exp(self.data)
        return type(self)(math.exp(self.data), ((self, local),))

    def tanh(self) -> Any:
        out = math.tanh(self.data)
        locals_ = {"input": 1 - self.data**2, "output": 1 - math.tanh(out) ** 2, "no_square": 1 - out}
        return type(self)(out, ((self, locals_.get(self.slope_at, 1 - out**2)),))

    def _order(self) -> list[Any]:
        found: list[Any] = []
        seen: set[int] = set()
        stack = [(self, False)]
        while stack:
            node, done = stack.pop()
            if done:
                found.append(node)
            elif id(node) not in seen:
                seen.add(id(node))
                stack.append((node, True))
                stack += [(parent, False) for parent, _ in node.parents]
        return found[::-1]

    def backward(self) -> None:
        self.grad = 1.0
        if self.waits:
            for node in self._order():
                for parent, local in node.parents:
                    parent.grad = local * node.grad + (parent.grad if self.add_to else 0.0)
            return
        ready = [self]
        for node in ready[:]:
            for parent, local in node.parents:
                parent.grad += local * node.grad
                ready.append(parent)
        for node in ready[1:]:
            for parent, local in node.parents:
                parent.grad += local * node.grad
                parent.backward_from()

    def backward_from(self) -> None:
        for parent, local in self.parents:
            parent.grad += local * self.grad
            parent.backward_from()


def _engine(base: type = _Value, **switches: Any) -> SimpleNamespace:
    return SimpleNamespace(Value=type("Value", (base,), switches))


class _NoAdd(_Value):
    def __add__(self, other: Any) -> Any:
        return type(self)(self.data + other, ((self, 1.0),))


class _Recursive(_Value):
    def _order(self) -> list[Any]:
        seen: dict[int, Any] = {}
        found: list[Any] = []

        def visit(node: Any) -> None:
            if id(node) not in seen:
                seen[id(node)] = node
                for parent, _ in node.parents:
                    visit(parent)
                found.append(node)

        visit(self)
        return found[::-1]


class _Forgetful(_Value):
    def backward(self) -> None:
        super().backward()
        for node in self._order()[1:]:
            if node.parents:
                node.grad = 0.0


class _NoNumbersLeft(_Value):
    __radd__ = None  # type: ignore[assignment]
    __rmul__ = None  # type: ignore[assignment]


class _NoNumbers(_Value):
    def _number(self, other: Any) -> Any:
        other.data  # noqa: B018 (a number has none)
        return other


class _NoSeed(_Value):
    def backward(self) -> None:
        super().backward()
        for node in self._order():
            node.grad = 0.0


class _OneStep(_Value):
    def backward(self) -> None:
        self.grad = 1.0
        for parent, local in self.parents:
            parent.grad += local


class _NoChain(_Value):
    def backward(self) -> None:
        self.grad = 1.0
        for node in self._order():
            for parent, local in node.parents:
                parent.grad += local


def _program(names: SimpleNamespace, f: Named, *inputs: float) -> list[Any]:
    """Run a formula with the reader's values and walk back."""
    values = [names.Value(x) for x in inputs]
    output = f(*values)
    output.backward()
    return [output.data, [value.grad for value in values]]


def _measured(f: Named, *inputs: float) -> list[Any]:
    arrays = [np.asarray(x, dtype=float) for x in inputs]
    return [np.real(_plain(f)(*arrays)), slopes(_plain(f), *arrays)]


def _plain(f: Named) -> Callable[..., Any]:
    """Return the formula on numpy's numbers: `exp` and `tanh` are methods of a Value only."""

    class Number:
        def __init__(self, data: Any) -> None:
            self.data = data

        def __add__(self, other: Any) -> Any:
            return Number(self.data + getattr(other, "data", other))

        def __mul__(self, other: Any) -> Any:
            return Number(self.data * getattr(other, "data", other))

        __radd__, __rmul__ = __add__, __mul__

        def __pow__(self, n: float) -> Any:
            return Number(self.data**n)

        def exp(self) -> Any:
            return Number(np.exp(self.data))

        def tanh(self) -> Any:
            return Number(np.tanh(self.data))

    return lambda *inputs: f(*map(Number, inputs)).data


_CLASS = ("Value(data)",)
_STARTER = """class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.parents = parents
        self.grad = 0

    def __add__(self, other):
        raise NotImplementedError  # {here}

    def __mul__(self, other):
        raise NotImplementedError

    def backward(self):
        raise NotImplementedError"""


def _milestone(name: str, formulas: list[Case], mistakes: dict[str, SimpleNamespace]) -> Exercise:
    return Exercise(
        name=name,
        page="nudges/machine",
        level="project",
        signatures=_CLASS,
        cases=lambda: formulas,
        expected=_measured,
        mistakes=mistakes,
        use=_program,
        parameters=("f", "the inputs are u", "v", "t"),
        returns=("the output", "the gradients"),
        project="engine",
        starter=_STARTER,
        extra={"imports": ""},
    )


def _deep(u: Any, v: Any) -> Any:
    p = u * v
    s = p + u
    return p * s + p


ADD_AND_MULTIPLY = _milestone(
    "engine-gates",
    [
        case(Named("u + v", lambda u, v: u + v), 2.0, -3.0),
        case(Named("u * v", lambda u, v: u * v), 2.0, -3.0),
        case(Named("(u + v) * t", lambda u, v, t: (u + v) * t), 1.0, -2.0, -3.0),
        case(Named("u * v + t", lambda u, v, t: u * v + t), 1.5, -2.0, 0.5),
    ],
    {
        "own_value": _engine(own_value=True),
        "one_step": _engine(_OneStep),
        "no_chain": _engine(_NoChain),
        "no_seed": _engine(_NoSeed),
        "adds_the_object": _engine(_NoAdd),
    },
)

REUSE = _milestone(
    "engine-reuse",
    [
        case(Named("v + v", lambda v: v + v), 3.0),
        case(Named("v * v", lambda v: v * v), -1.5),
        case(Named("(u + v) * v", lambda u, v: (u + v) * v), 1.0, -4.0),
        case(Named("s * s with s = v * v", lambda v: (v * v) * (v * v)), 0.7),
        case(Named("p * s + p with p = u * v, s = p + u", _deep), 2.0, -0.5),
    ],
    {
        "last_share": _engine(add_to=False),
        "own_value": _engine(own_value=True),
        "one_step": _engine(_OneStep),
        "no_chain": _engine(_NoChain),
        "too_early": _engine(waits=False),
    },
)


FUNCTIONS = _milestone(
    "engine-functions",
    [
        case(Named("u ** 3", lambda u: u**3), 2.0),
        case(Named("u.exp()", lambda u: u.exp()), 0.5),
        case(Named("u.tanh()", lambda u: u.tanh()), 0.8),
        case(Named("(u * v).tanh() * u ** -1", lambda u, v: (u * v).tanh() * u**-1), 0.7, -1.2),
        case(Named("(u.exp() + v ** 2).tanh()", lambda u, v: (u.exp() + v**2).tanh()), -1.0, 0.4),
    ],
    {
        "power_without_its_number": _engine(power_rule="no_factor"),
        "power_not_lowered": _engine(power_rule="same"),
        "exp_of_nothing": _engine(slope_at="exp"),
        "tanh_of_input": _engine(slope_at="input"),
        "tanh_of_output": _engine(slope_at="output"),
        "tanh_without_square": _engine(slope_at="no_square"),
    },
)


def _chain(u: Any) -> Any:
    value = u
    for _ in range(5000):
        value = value + u * 0.0001
    return value


ORDER = _milestone(
    "engine-numbers",
    [
        case(Named("u * 3 + 1", lambda u: u * 3 + 1), 2.0),
        case(Named("2 + 4 * u", lambda u: 2 + 4 * u), -1.5),
        case(Named("(1 + u) * (u * 2) * u", lambda u: (1 + u) * (u * 2) * u), 0.5),
        case(Named("a chain of 5000 gates", _chain), 1.0),
    ],
    {
        "no_numbers": _engine(_NoNumbers),
        "no_numbers_on_the_left": _engine(_NoNumbersLeft),
        "recursion": _engine(_Recursive),
        "last_share": _engine(add_to=False),
        "own_value": _engine(own_value=True),
    },
)

EXERCISES = (USED_TWICE, SWISH_SLOPE, DIVIDE_BACKWARD, ADD_AND_MULTIPLY, REUSE, FUNCTIONS, ORDER)
