"""Noise is put where machines may disagree, and nowhere else."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from bookkit.steady.noise import Noise

RNG = np.random.default_rng(0)
A, B = RNG.normal(size=(3, 5)), RNG.normal(size=(5, 4))
X = RNG.normal(size=50)
ONE_HOT = np.eye(5)[:, [3, 1, 1, 0]]
HALVES = np.array([0.5, 1.25, -3, 0.125])


def results(make: Callable[[Noise], Any]) -> set[bytes]:
    """What thirty seeds make of it, bit by bit."""
    return {np.asarray(make(Noise(seed))).tobytes() for seed in range(30)}


UNSURE: dict[str, Callable[[Noise], Any]] = {
    "a product": lambda n: n.matmul(A, B),
    "a product of two pairs": lambda n: n.matmul(A[:, :2], B[:2]),
    "dot": lambda n: n.call(np.dot, A, B),
    "a method": lambda n: n.call(A.dot, B),
    "einsum": lambda n: n.call(np.einsum, "ij,jk", A, B),
    "float32": lambda n: n.matmul(A.astype(np.float32), B.astype(np.float32)),
    "complex": lambda n: n.matmul(A + 1e-20j, B),
    "a sum": lambda n: n.call(np.sum, X),
    "a method's sum": lambda n: n.call(X.sum),
    "reduce": lambda n: n.call(np.add.reduce, X),
    "a sum along rows": lambda n: n.call(np.sum, A, axis=1, keepdims=True),
    "a mean": lambda n: n.call(np.mean, X),
    "what nearly cancels": lambda n: n.call(np.sum, np.array([0.1, 0.2, -0.3])),
    "Python's sum of floats": lambda n: n.call(sum, [0.1, 0.2, 0.3]),
    "a spread": lambda n: n.call(np.std, X),
    "an exponential": lambda n: n.call(np.exp, X),
    "a logarithm of Python": lambda n: n.call(math.log, 3.0),
    "a third power": lambda n: n.power(0.3, 3),
    "a norm": lambda n: n.call(np.linalg.norm, X),
    "a decomposition": lambda n: n.call(np.linalg.svd, A)[1],
}
SURE: dict[str, Callable[[Noise], Any]] = {
    "a sum of two": lambda n: n.call(np.sum, X[:2]),
    "an empty sum": lambda n: n.call(np.sum, X[:0]),
    "a sum of halves": lambda n: n.call(np.sum, HALVES),
    "a product of halves": lambda n: n.matmul(HALVES, HALVES),
    "a sum of whole numbers": lambda n: n.call(np.sum, np.arange(100)),
    "a share": lambda n: n.call(np.mean, X > 0),
    "a single product": lambda n: n.matmul(A[:, :1], B[:1]),
    "one of many": lambda n: n.matmul(A, ONE_HOT),
    "a row of which one is not zero": lambda n: n.call(np.sum, np.array([0, 0.1, 0, 0])),
    "a square": lambda n: n.power(X, 2),
    "a root": lambda n: n.call(np.sqrt, X**2),
    "a power of ten": lambda n: n.power(10.0, -3),
    "exp(0)": lambda n: n.call(np.exp, 0.0),
    "what is saturated": lambda n: n.call(np.tanh, 100.0),
    "what overflows": lambda n: n.call(np.sum, np.array([np.inf, 0.1, 0.2])),
    "a product of two numbers": lambda n: n.call(np.dot, 0.1, 3),
    "a string": lambda n: np.frombuffer(n.call("-".join, ["a", "b"]).encode(), np.uint8),
    "the largest": lambda n: n.call(X.max),
}


@pytest.mark.parametrize("name", UNSURE)
def test_what_machines_may_disagree_about_gets_noise(name: str) -> None:
    assert len(results(UNSURE[name])) > 1


@pytest.mark.parametrize("name", SURE)
def test_what_is_the_same_everywhere_gets_none(name: str) -> None:
    assert len(results(SURE[name])) == 1


@pytest.mark.parametrize("name", UNSURE)
def test_the_noise_is_that_of_the_last_bits(name: str) -> None:
    class Quiet(Noise):
        def _moved(self, result: Any, values: Any, step: Any, out: Any) -> Any:
            return super()._moved(result, values, 0 * step, out)

    plain = np.asarray(UNSURE[name](Quiet(0)))
    room = 60 * np.finfo(plain.dtype).eps  # a sum of fifty terms, of which some cancel
    assert np.allclose(UNSURE[name](Noise(1)), plain, rtol=room, atol=room)


def test_a_seed_gives_the_same_noise_again() -> None:
    assert np.array_equal(Noise(3).matmul(A, B), Noise(3).matmul(A, B))


def test_the_same_operation_is_rounded_the_same_each_time() -> None:
    noise = Noise(3)
    assert np.array_equal(noise.matmul(A, B), noise.matmul(A, B))
    assert noise.call(np.exp, X)[7] == noise.call(np.exp, X[7]) == noise.call(math.exp, float(X[7]))


def test_a_column_may_be_rounded_otherwise_alone_than_among_others() -> None:
    assert any(
        (noise.matmul(A, B)[:, :1] != noise.matmul(A, B[:, :1])).any() for noise in map(Noise, range(9))
    )


def test_the_kind_of_the_result_stays() -> None:
    noise = Noise(1)
    assert type(noise.call(math.exp, 1.5)) is float
    assert type(noise.call(np.sum, X)) is np.float64
    assert noise.matmul(A.astype(np.float32), B.astype(np.float32)).dtype == np.float32


def test_a_result_that_is_given_a_place_is_put_there() -> None:
    out = np.zeros((3, 4))
    assert Noise(1).call(np.dot, A, B, out=out) is out
    assert np.allclose(out, A @ B)


def test_no_noise_warns_of_what_the_product_itself_did_not() -> None:
    large = np.array([[1e200, 1e-200]])
    assert np.isfinite(Noise(1).matmul(large, np.array([[1e-200], [1e200]]))).all()


class Own:
    """A number that computes its products itself, and cannot be made an array of."""

    __array_ufunc__ = None

    def __array__(self, *_: Any, **__: Any) -> Any:
        raise TypeError("no plain array")

    def __matmul__(self, _: Any) -> str:
        return "own product"

    def __pow__(self, _: Any) -> str:
        return "own power"

    __rmatmul__, __rpow__ = __matmul__, __pow__


@pytest.mark.parametrize("other", [X[:3], 0.3, np.float64(0.3), Own()])
def test_what_has_operators_of_its_own_computes_with_them(other: Any) -> None:
    noise, own = Noise(1), Own()
    assert noise.matmul(other, own) == noise.matmul(own, other) == "own product"
    assert noise.power(other, own) == noise.power(own, other) == "own power"


def test_what_a_function_leaves_to_its_argument_is_left_to_it() -> None:
    class Traced:
        def __array_function__(self, function: Any, *_: Any) -> str:
            return f"own {function.__name__}"

    noise = Noise(1)
    assert noise.call(np.sum, Traced()) == "own sum"
    assert noise.call(np.dot, X, Traced()) == "own dot"
    assert noise.call(np.linalg.norm, Traced()) == "own norm"
