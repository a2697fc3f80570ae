"""Scalar reverse mode: the book's `Value` against micrograd's, on the same programs."""

import platform
import random
from collections.abc import Callable
from importlib import util
from importlib.metadata import version
from typing import Any

import backprop
from bench.results import columns
from bench.timing import medians

Engine = Callable[[float], Any]
"""Makes a value of a number."""
Program = Callable[[Engine], Callable[[], Any]]
"""Makes what is given, such as parameters, and returns a function that computes one number from it."""


def network(value: Engine) -> Callable[[], Any]:
    """One sample through 3-16-16-1 units with ReLUs, and the square of its error."""
    rng = random.Random(0)
    x = [value(rng.uniform(-1, 1)) for _ in range(3)]
    layers = [
        [([value(rng.uniform(-1, 1)) for _ in range(n)], value(rng.uniform(0, 1))) for _ in range(units)]
        for n, units in [(3, 16), (16, 16), (16, 1)]
    ]

    def cost():
        a = x
        for layer in layers:
            a = [
                sum((w * b for w, b in zip(weights, a, strict=True)), bias).relu() for weights, bias in layer
            ]
        return (a[0] - 1) ** 2

    return cost


def everything(value: Engine) -> Callable[[], Any]:
    """Sums, differences, products, quotients, powers and ReLUs, with values and plain numbers."""
    a, b = value(-3.7), value(2.1)

    def mixed():
        u, v = a, b
        for _ in range(20):
            p = u * v + v**2
            q = 3 * p - (u + v).relu()
            u, v = q / (p**2 + 1), v - 0.5 * (p - u).relu() + 1
        return u - v

    return mixed


def polynomial(value: Engine) -> Callable[[], Any]:
    """Horner's scheme: 200 steps, one after the other."""
    x, one = value(0.9), value(1.0)

    def steps():
        u = one
        for _ in range(200):
            u = u * x + 1
        return u

    return steps


PROGRAMS = {
    "network 3-16-16-1": network,
    "everything, 20 times": everything,
    "polynomial, 200 steps": polynomial,
}


def rival() -> Engine | None:
    """Return micrograd's class if it is installed."""
    if util.find_spec("micrograd") is None:
        return None
    from micrograd.engine import Value

    return Value


def ways(program: Program, engine: Engine) -> dict[str, Callable[[], object]]:
    """Return what is timed: the way forward, and with it the way back."""
    run = program(engine)
    return {"forward": run, "both": lambda: run().backward()}


def table(programs: dict[str, Program] = PROGRAMS, runs: int = 11) -> str:
    """Return the times as multiples of micrograd's, or, where it is not installed, of our way forward."""
    other = rival()
    engines = {"ours": backprop.Value} | ({"theirs": other} if other else {})
    rows = []
    for title, program in programs.items():
        candidates = {
            f"{name} {way}": run
            for name, engine in engines.items()
            for way, run in ways(program, engine).items()
        }
        on = medians(candidates, runs)
        off = medians(candidates, runs, collecting=False)
        rows.append(
            [
                title,
                *(
                    _ratio(times, way, bool(other))
                    for times, way in [(on, "forward"), (on, "both"), (off, "both")]
                ),
            ]
        )
    unit = f"micrograd {version('micrograd')}" if other else "the way forward"
    title = f"Time of backprop's Value, with {unit} = 1\n"
    note = f"medians of {runs} runs, one thread, Python {platform.python_version()}\n\n"
    return (
        title + note + columns(["program", "forward", "forward and back", "both, without collection"], rows)
    )


def _ratio(times: dict[str, float], way: str, compared: bool) -> str:
    return f"{times[f'ours {way}'] / times[f'theirs {way}' if compared else 'ours forward']:.2f}"
