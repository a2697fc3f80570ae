"""σ and σ' of a whole layer at once, written where their arguments are, for `train`.

Forward, each function writes a, given z (both may be one array); backward, each multiplies delta by σ',
given a, which it may use up. `one` is an array without dimensions. Where a is so near 1 that it is rounded to
1, σ' is 0 then: an error no larger than that of rounding a, but a unit stands still that `Network.backprop`
would move a little.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from backprop._validate import RealArray
from backprop.activation_table import ACTIVATIONS


def _sigmoid(z: RealArray, a: RealArray, one: RealArray) -> None:
    np.negative(z, out=a)
    np.exp(a, out=a)
    np.add(a, one, out=a)
    np.divide(one, a, out=a)


def _sigmoid_back(delta: RealArray, a: RealArray, one: RealArray) -> None:
    delta *= a
    np.subtract(one, a, out=a)
    delta *= a


def _tanh(z: RealArray, a: RealArray, one: RealArray) -> None:
    np.tanh(z, out=a)


def _tanh_back(delta: RealArray, a: RealArray, one: RealArray) -> None:
    a *= a
    np.subtract(one, a, out=a)
    delta *= a


def _relu(z: RealArray, a: RealArray, one: RealArray) -> None:
    np.maximum(z, 0, out=a)


def _relu_back(delta: RealArray, a: RealArray, one: RealArray) -> None:
    np.greater(a, 0, out=a)
    delta *= a


def _identity(z: RealArray, a: RealArray, one: RealArray) -> None:
    if a is not z:
        a[...] = z


def _identity_back(delta: RealArray, a: RealArray, one: RealArray) -> None:
    pass


def _softmax(z: RealArray, a: RealArray, one: RealArray) -> None:
    np.subtract(z, z.max(axis=0), out=a)
    np.exp(a, out=a)
    a /= a.sum(axis=0)


def _softmax_back(delta: RealArray, a: RealArray, one: RealArray) -> None:
    delta -= (delta * a).sum(axis=0)
    delta *= a


Forward = Callable[[RealArray, RealArray, RealArray], None]

IN_PLACE: dict[str, tuple[Forward, Forward]] = {
    "sigmoid": (_sigmoid, _sigmoid_back),
    "tanh": (_tanh, _tanh_back),
    "relu": (_relu, _relu_back),
    "identity": (_identity, _identity_back),
    "softmax": (_softmax, _softmax_back),
}


def functions_of(name: str, shape: tuple[int, int], dtype: np.dtype[Any]) -> tuple[Forward, Forward]:
    """Return how a layer goes forward and backward; where σ' needs z, it is kept on the way forward."""
    if name in IN_PLACE:
        return IN_PLACE[name]
    activation, slope = ACTIVATIONS[name], np.empty(shape, dtype)

    def forward(z: RealArray, a: RealArray, one: RealArray) -> None:
        if np.isnan(z).any():  # which the library's functions refuse
            slope[...] = a[...] = np.nan
        else:
            slope[...] = activation.slope(z)
            a[...] = activation.function(z)

    def backward(delta: RealArray, a: RealArray, one: RealArray) -> None:
        np.multiply(delta, slope, out=delta)

    return forward, backward
