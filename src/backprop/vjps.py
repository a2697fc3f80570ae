"""The rule of each operation of a `Tensor`: its forward line and, beside it, what goes back to each input.

A rule takes plain arrays. It returns the result and, for each input, a function that turns the gradient `g`
that arrives at the result, an array of the result's shape, into that input's share: Σ g ∂result/∂input, the
vector–Jacobian product. Where an input was stretched to fit (broadcast), its share has the stretched shape;
`unbroadcast` adds up what belongs to one entry.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from backprop._validate import RealArray
from backprop.activations import relu, relu_prime, sigmoid, sigmoid_prime, tanh, tanh_prime

Back = Callable[[RealArray], RealArray]
Axis = int | tuple[int, ...] | None
One = tuple[RealArray, Back]
Two = tuple[RealArray, Back, Back]


def unbroadcast(share: RealArray, shape: tuple[int, ...]) -> RealArray:
    """Add up the shares of all places that one entry was copied to by broadcasting."""
    if share.shape == shape:
        return share
    new = tuple(range(share.ndim - len(shape)))
    stretched = tuple(axis + len(new) for axis, size in enumerate(shape) if size == 1)
    summed: RealArray = share.sum(axis=new + stretched, keepdims=True)
    return summed.reshape(shape)


class DomainError(ValueError):
    """There is no result, or no derivative, at these numbers."""


# Entry by entry


def plus_rule(a: RealArray, b: RealArray) -> Two:
    """a + b hands g to both."""
    return a + b, lambda g: g, lambda g: g


def minus_rule(a: RealArray, b: RealArray) -> Two:
    """a − b hands g to a, and −g to b."""
    return a - b, lambda g: g, lambda g: -g


def times_rule(a: RealArray, b: RealArray) -> Two:
    """a ⊙ b hands each factor g times the other one."""
    return a * b, lambda g: g * b, lambda g: g * a


def over_rule(a: RealArray, b: RealArray) -> Two:
    """a / b hands g / b to a, and −g a / b² to b."""
    if not b.all():
        raise ZeroDivisionError("a division needs divisors other than 0; got a 0 among them")
    return a / b, lambda g: g / b, lambda g: -g * a / b / b


def power_rule(a: RealArray, b: RealArray, *, constant: bool) -> Two:
    """aᵇ hands g b aᵇ⁻¹ to a, and g aᵇ log a to b, unless that is a constant."""
    _check_power(a, b, constant)
    power = a**b
    slope = b * a ** np.where(b == 0, 1, b - 1).astype(b.dtype)  # a⁰ is 1 everywhere, at a = 0, too
    return power, lambda g: g * slope, lambda g: g * power * np.log(a)


def _check_power(a: RealArray, b: RealArray, constant: bool) -> None:
    a, b = np.broadcast_arrays(a, b)
    wrong, wanted = a <= 0, "the base must be above 0 where the exponent is a Tensor"
    if constant:
        wrong = np.where(a < 0, b != np.round(b), (a == 0) & (b < 1) & (b != 0))
        wanted = "a base below 0 needs a whole exponent, and a base of 0 one that is 0 or at least 1"
    if wrong.any():
        raise DomainError(f"{wanted}; got {a[wrong][0]:g} ** {b[wrong][0]:g}")


def negative_rule(a: RealArray) -> One:
    """−a hands on −g."""
    return -a, lambda g: -g


def exp_rule(a: RealArray) -> One:
    """exp(a) hands on g exp(a)."""
    e = np.exp(a)
    return e, lambda g: g * e


def log_rule(a: RealArray) -> One:
    """log(a) hands on g / a."""
    if not (a > 0).all():
        raise DomainError(f"log needs numbers above 0; got {a[~(a > 0)][0]:g}")
    return np.log(a), lambda g: g / a


def tanh_rule(z: RealArray) -> One:
    """tanh(z) hands on g tanh'(z)."""
    return tanh(z), lambda g: g * tanh_prime(z)


def sigmoid_rule(z: RealArray) -> One:
    """σ(z) hands on g σ'(z)."""
    return sigmoid(z), lambda g: g * sigmoid_prime(z)


def relu_rule(z: RealArray) -> One:
    """relu(z) lets g pass where z is positive; at the kink, the slope is taken as 0."""
    return relu(z), lambda g: g * relu_prime(z)


def where_rule(a: RealArray, b: RealArray, *, condition: RealArray) -> Two:
    """Each entry comes from a or from b, and g goes to where it came from."""
    return (
        np.where(condition, a, b),
        lambda g: np.where(condition, g, 0).astype(g.dtype),
        lambda g: np.where(condition, 0, g).astype(g.dtype),
    )


# Products of matrices


def matmul_rule(a: RealArray, b: RealArray) -> Two:
    """A B hands g Bᵀ to A, and Aᵀ g to B."""
    inner = -2 if b.ndim > 1 else -1
    if a.ndim == 0 or b.ndim == 0 or a.shape[-1] != b.shape[inner]:
        wanted = "as many columns are needed on the left as there are rows"
        raise ValueError(f"{wanted} on the right")
    rows = a if a.ndim > 1 else a[None, :]  # a single axis is a row on the left,
    columns = b if b.ndim > 1 else b[:, None]  # and a column on the right

    def whole(g: RealArray) -> RealArray:
        g = g if b.ndim > 1 else g[..., None]
        return g if a.ndim > 1 else g[..., None, :]

    def to_a(g: RealArray) -> RealArray:
        return whole(g) @ columns.swapaxes(-1, -2)

    def to_b(g: RealArray) -> RealArray:
        share = rows.swapaxes(-1, -2) @ whole(g)
        return share if b.ndim > 1 else share[..., 0]

    return a @ b, to_a, to_b


# Along axes


def _result(kept: RealArray, axis: Axis, keepdims: bool) -> RealArray:
    """What has kept its axes, or without those along which it was made."""
    return kept if keepdims else np.squeeze(kept, axis)


def sum_rule(a: RealArray, *, axis: Axis, keepdims: bool) -> One:
    """A sum hands g to every entry that went into it."""
    kept = a.sum(axis=axis, keepdims=True)
    return _result(kept, axis, keepdims), lambda g: np.broadcast_to(g.reshape(kept.shape), a.shape)


def mean_rule(a: RealArray, *, axis: Axis, keepdims: bool) -> One:
    """A mean of n entries hands g / n to each of them."""
    kept = a.mean(axis=axis, keepdims=True)
    count = a.size // kept.size

    def back(g: RealArray) -> RealArray:
        return np.broadcast_to(g.reshape(kept.shape) / count, a.shape)

    return _result(kept, axis, keepdims), back


def max_rule(a: RealArray, *, axis: int | None, keepdims: bool) -> One:
    """A maximum hands g to the largest entry alone; of several, to the first."""
    first = np.argmax(a, axis=axis, keepdims=True)

    def back(g: RealArray) -> RealArray:
        share = np.zeros_like(a, dtype=g.dtype)
        if axis is None:
            share.flat[first.item()] = g.item()
        else:
            np.put_along_axis(share, first, g.reshape(first.shape), axis)
        return share

    return _result(a.max(axis=axis, keepdims=True), axis, keepdims), back


def softmax_rule(z: RealArray, *, axis: int) -> One:
    """softmax(z) hands on a ⊙ (g − Σ g a), where a is the result."""
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    a = e / e.sum(axis=axis, keepdims=True)
    return a, lambda g: a * (g - (g * a).sum(axis=axis, keepdims=True))


def softmax_cross_entropy_rule(z: RealArray, *, y: RealArray) -> One:
    """−Σ y log softmax(z), column by column, hands on g (softmax(z) − y)."""
    shifted = z - z.max(axis=0)  # which changes no cost, and no exponent is above 0
    e = np.exp(shifted)
    total = e.sum(axis=0)
    costs = (y * (np.log(total) - shifted)).sum(axis=0)
    return costs, lambda g: g * (e / total - y)


# Moving entries about


def reshape_rule(a: RealArray, *, shape: tuple[int, ...]) -> One:
    """Each entry keeps its g; only the shape goes back to what it was."""
    return a.reshape(shape), lambda g: g.reshape(a.shape)


def transpose_rule(a: RealArray, *, axes: tuple[int, ...] | None) -> One:
    """Each entry keeps its g; the axes go back to their places."""
    back = None if axes is None else tuple(int(place) for place in np.argsort([x % a.ndim for x in axes]))
    return a.transpose(axes), lambda g: g.transpose(back)


def index_rule(a: RealArray, *, key: Any) -> One:
    """What was picked gets its g back; an entry that was picked several times gets the sum, others 0."""

    def back(g: RealArray) -> RealArray:
        share = np.zeros_like(a, dtype=g.dtype)
        np.add.at(share, key, g)  # share[key] += g would add once only
        return share

    return a[key], back


def concatenate_rule(*arrays: RealArray, axis: int) -> tuple[Any, ...]:
    """Each of the arrays gets back its own part of g."""
    ends = np.cumsum([array.shape[axis] for array in arrays])[:-1]

    def part(number: int) -> Back:
        return lambda g: np.split(g, ends, axis=axis)[number]

    return np.concatenate(arrays, axis=axis), *map(part, range(len(arrays)))
