"""The project of Part I: an engine of one's own, milestone by milestone."""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any

from backprop.exercises.exercise import Case, Exercise, Project
from backprop.exercises.tasks import orders
from backprop.exercises.tasks.formulas import Keep, engine_of, formula, measured

# A class whose objects are combined with signs. What a wrong one does is varied in one place.


class _Value:
    """An engine with a switch for each mistake; the right one has none switched on."""

    add_to, own_value, slope_at = True, False, "right"
    waits: bool | str = True
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
        return orders.backwards(self)

    def backward(self) -> None:
        self.grad = 1.0
        if self.waits == "depth first":
            self.hand_on_at_once()
        elif self.waits:
            for node in self._order():
                for parent, local in node.parents:
                    parent.grad = local * node.grad + (parent.grad if self.add_to else 0.0)
        else:
            self.hand_on_to_all()

    def hand_on_at_once(self) -> None:
        """As `go_back` of the page does: a parent hands on as soon as it gets a share."""
        for parent, local in self.parents:
            parent.grad += local * self.grad
            parent.hand_on_at_once()

    def hand_on_to_all(self) -> None:
        """As a method that first serves all parents, and then asks each of them."""
        for parent, local in self.parents:
            parent.grad += local * self.grad
        for parent, _ in self.parents:
            parent.hand_on_to_all()


def _engine(base: type = _Value, **switches: Any) -> SimpleNamespace:
    return SimpleNamespace(Value=type("Value", (base,), switches))


class _NoAdd(_Value):
    def __add__(self, other: Any) -> Any:
        return type(self)(self.data + other, ((self, 1.0),))


class _Recursive(_Value):
    def _order(self) -> list[Any]:
        return orders.recursively(self)


class _OnlyOnce(_Value):
    """Hands on as soon as a first share comes; the switch says which value comes next."""

    way = "stack"

    def backward(self) -> None:
        self.grad = 1.0
        done = {id(self)}
        if self.way == "recursive":
            self._hand_on(done)
            return
        waiting = [self]
        while waiting:
            node = waiting.pop(0 if self.way == "queue" else -1)
            for parent, local in node.parents[:: -1 if self.way == "mirror" else 1]:
                parent.grad += local * node.grad
                if id(parent) not in done:
                    done.add(id(parent))
                    waiting.append(parent)

    def _hand_on(self, done: set[int]) -> None:
        for parent, local in self.parents:
            parent.grad += local * self.grad
            if id(parent) not in done:
                done.add(id(parent))
                parent._hand_on(done)


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


class _InputsOnly(_Value):
    def backward(self) -> None:
        super().backward()
        for node in self._order():
            node.grad = 0.0 if node.parents else node.grad


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


PROJECT = Project("engine", "nudges/machine")


def _milestone(name: str, formulas: list[Case], mistakes: dict[str, SimpleNamespace]) -> Exercise:
    return PROJECT.milestone(
        name,
        "Value(data)",
        lambda: formulas,
        measured,
        mistakes,
        use=engine_of("Value"),
        parameters=("f", "the inputs are u", "v", "t"),
        returns=("the output", "the gradients", "the gradients in the middle"),
        starter=_STARTER,
        extra={"imports": ""},
    )


def _deep(keep: Keep, u: Any, v: Any) -> Any:
    p = keep(u * v)
    s = keep(p + u)
    return keep(p * s + p)


def _diamond(x: Any) -> Any:
    return (x * x) * (x + x)


def _early(u: Any) -> Any:
    p = u.tanh()
    return p * p.exp() + p


def _bent(x: Any) -> Any:
    return x.exp() * x.tanh()


# Two cases, because each lets some wrong order pass: the diamonds one that goes level by level,
# the deep one some that go deep first.
def _squared_twice(keep: Keep, u: Any) -> Any:
    s = keep(u * u)
    return s * s


_REUSED = [
    formula(
        "d(d(u)) with d(x) = (x * x) * (x + x)",
        lambda keep, u: _diamond(keep(_diamond(u))),
        0.7,
        keeps=True,
    ),
    formula("p * s + p with p = u * v, s = p + u", _deep, 2.0, -0.5, keeps=True),
]
_ONLY_ONCE = {
    f"only_once:{way}": _engine(_OnlyOnce, way=way) for way in ("stack", "recursive", "mirror", "queue")
}


ADD_AND_MULTIPLY = _milestone(
    "engine-gates",
    [
        formula("u + v", lambda u, v: u + v, 2.0, -3.0),
        formula("u * v", lambda u, v: u * v, 2.0, -3.0),
        formula("(u + v) * t", lambda u, v, t: (u + v) * t, 1.0, -2.0, -3.0),
        formula("u * v + t", lambda u, v, t: u * v + t, 1.5, -2.0, 0.5),
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
        formula("u + u", lambda u: u + u, 3.0),
        formula("u * u", lambda u: u * u, -1.5),
        formula("(u + v) * v", lambda u, v: (u + v) * v, 1.0, -4.0),
        formula("s * s with s = u * u", _squared_twice, 0.7, keeps=True),
        *_REUSED,
    ],
    {
        "last_share": _engine(add_to=False),
        "own_value": _engine(own_value=True),
        "one_step": _engine(_OneStep),
        "no_chain": _engine(_NoChain),
        "too_early": _engine(waits="depth first"),
        "too_early:all_parents_first": _engine(waits=False),
        "inputs_only": _engine(_InputsOnly),
        **_ONLY_ONCE,
    },
)


FUNCTIONS = _milestone(
    "engine-functions",
    [
        formula("u ** 3", lambda u: u**3, 2.0),
        formula("u.exp()", lambda u: u.exp(), 0.5),
        formula("u.tanh()", lambda u: u.tanh(), 0.8),
        formula("(u * v).tanh() * u ** -1", lambda u, v: (u * v).tanh() * u**-1, 0.7, -1.2),
        formula("(u.exp() + v ** 2).tanh()", lambda u, v: (u.exp() + v**2).tanh(), -1.0, 0.4),
        formula("d(d(u)) with d(x) = x.exp() * x.tanh()", lambda u: _bent(_bent(u)), 0.6),
        formula("p * p.exp() + p with p = u.tanh()", _early, 0.4),
    ],
    {
        "power_without_its_number": _engine(power_rule="no_factor"),
        "power_not_lowered": _engine(power_rule="same"),
        "exp_of_nothing": _engine(slope_at="exp"),
        "tanh_of_input": _engine(slope_at="input"),
        "tanh_of_output": _engine(slope_at="output"),
        "tanh_without_square": _engine(slope_at="no_square"),
        **_ONLY_ONCE,
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
        formula("u * 3 + 1", lambda u: u * 3 + 1, 2.0),
        formula("2 + 4 * u", lambda u: 2 + 4 * u, -1.5),
        formula("(1 + u) * (u * 2) * u", lambda u: (1 + u) * (u * 2) * u, 0.5),
        *_REUSED,
        formula("a chain of 5000 gates", _chain, 1.0),
    ],
    {
        "no_numbers": _engine(_NoNumbers),
        "no_numbers_on_the_left": _engine(_NoNumbersLeft),
        "recursion": _engine(_Recursive),
        "last_share": _engine(add_to=False),
        "own_value": _engine(own_value=True),
        **_ONLY_ONCE,
    },
)

EXERCISES = (ADD_AND_MULTIPLY, REUSE, FUNCTIONS, ORDER)
