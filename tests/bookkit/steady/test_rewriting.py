"""Code is rewritten so that its products, powers and calls go through the noise, and means the same."""

import builtins
from typing import Any

import numpy as np
import pytest

from bookkit.steady import rewriting
from bookkit.steady.noise import Noise


class Witness(Noise):
    """Noise that notes what goes through it."""

    def __init__(self) -> None:
        super().__init__(1)
        self.seen: list[str] = []

    def call(self, function: Any, /, *args: Any, **options: Any) -> Any:
        self.seen.append(function.__name__)
        return super().call(function, *args, **options)

    def matmul(self, left: Any, right: Any) -> Any:
        self.seen.append("@")
        return super().matmul(left, right)

    def power(self, base: Any, exponent: Any) -> Any:
        self.seen.append("**")
        return super().power(base, exponent)


@pytest.fixture
def witness(monkeypatch: pytest.MonkeyPatch) -> Witness:
    noise = Witness()
    monkeypatch.setattr(builtins, rewriting.NAME, noise, raising=False)
    return noise


def run(source: str) -> dict[str, Any]:
    space: dict[str, Any] = {"np": np}
    exec(rewritten(source), space)
    return space


def rewritten(source: str) -> Any:
    return rewriting.rewritten(source, "listing.py")


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("r = np.ones((2, 2)) @ np.ones(2)", ["ones", "ones", "@"]),
        ("r = np.ones((2, 2))\nr @= np.ones((2, 2))", ["ones", "ones", "@"]),
        ("r = 3 ** 2", ["**"]),
        ("f = np.exp\nr = f(0)", ["exp"]),
        ("r = [g(0) for g in (np.exp, np.cos)]", ["exp", "cos"]),
        ("from numpy import tanh\nr = tanh(0)", ["tanh"]),
        ("r = f'{np.exp(0)}'", ["exp"]),
        ("r = (lambda x: x.sum())(np.ones(3))", ["ones", "<lambda>", "sum", "sum"]),
        ("class T:\n    def g(self):\n        return np.exp(0)\nr = T().g()", ["T", "g", "exp"]),
    ],
)
def test_what_is_computed_goes_through_the_noise(source: str, seen: list[str], witness: Witness) -> None:
    run(source)
    assert witness.seen == seen


def test_what_looks_at_its_caller_still_does(witness: Witness) -> None:
    source = (
        "class A:\n    def __init__(self):\n        self.a = 1\n"
        "class B(A):\n    def __init__(self):\n        super().__init__()\n"
        "b = B().a\ndef f(x):\n    return sorted(locals())\nnames = f(1)"
    )
    space = run(source)
    assert space["b"] == 1
    assert space["names"] == ["x"]


def test_arguments_and_lines_stay(witness: Witness) -> None:
    assert run("def f(*a, **k):\n    return a, k\nr = f(1, *[2], b=3, **{'c': 4})")["r"] == (
        (1, 2),
        {"b": 3, "c": 4},
    )
    with pytest.raises(ZeroDivisionError) as caught:
        run("def f():\n    return 1 / 0\n\n\nf()")
    assert [line.lineno + 1 for line in caught.traceback if str(line.path).endswith("listing.py")] == [5, 2]
