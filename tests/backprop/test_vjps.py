"""Each rule, and random programs of all of them, against autograd and the complex step."""

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from hypothesis import assume, given
from hypothesis import strategies as st

from backprop import Tensor, concatenate, vjps, where

RNG = np.random.default_rng(1)


def relu(x, xp):
    return xp.where(xp.real(x) > 0, x, 0 * x)


def softmax(z, xp, axis):
    e = xp.exp(z)
    return e / xp.sum(e, axis=axis, keepdims=True)


def largest(x, xp, axis):
    """Complex numbers are compared by their real parts; the first of several is taken."""
    if xp is anp:
        return xp.max(x, axis=axis)
    if axis is None:
        return x.ravel()[np.argmax(x.real)]
    return np.take_along_axis(x, np.expand_dims(np.argmax(x.real, axis), axis), axis).squeeze(axis)


# On a tensor, and the same in plain NumPy (or in autograd's, which is xp then), of tame inputs of any shape.
UNARY = {
    "neg": (lambda x: -x, lambda x, xp: -x),
    "from": (lambda x: 2 - x, lambda x, xp: 2 - x),
    "scale": (lambda x: 0.5 * x / 2, lambda x, xp: x / 4),
    "under": (lambda x: 1 / (x * x + 2), lambda x, xp: 1 / (x * x + 2)),
    "cube": (lambda x: x**3, lambda x, xp: x * x * x),
    "root": (lambda x: (x * x + 1) ** 0.5, lambda x, xp: xp.sqrt(x * x + 1)),
    "exponent": (lambda x: 2**x, lambda x, xp: xp.exp(x * np.log(2))),
    "exp": (lambda x: x.tanh().exp(), lambda x, xp: xp.exp(xp.tanh(x))),
    "log": (lambda x: (x * x + 1).log(), lambda x, xp: xp.log(x * x + 1)),
    "tanh": (lambda x: x.tanh(), lambda x, xp: xp.tanh(x)),
    "sigmoid": (lambda x: x.sigmoid(), lambda x, xp: 1 / (1 + xp.exp(-x))),
    "relu": (lambda x: x.relu(), relu),
    "where": (lambda x: where(x.data > 0.1, x * x, 3.0), lambda x, xp: xp.where(xp.real(x) > 0.1, x * x, 3)),
    "sum": (lambda x: x.sum(), lambda x, xp: xp.sum(x)),
    "sum 0": (lambda x: x.sum(axis=0), lambda x, xp: xp.sum(x, axis=0)),
    "sum -1": (lambda x: x.sum(-1, keepdims=True), lambda x, xp: xp.sum(x, axis=-1, keepdims=True)),
    "mean": (lambda x: x.mean(), lambda x, xp: xp.mean(x)),
    "mean 0": (lambda x: x.mean(axis=0, keepdims=True), lambda x, xp: xp.mean(x, axis=0, keepdims=True)),
    "mean -1": (lambda x: x.mean(axis=(-1,)), lambda x, xp: xp.mean(x, axis=-1)),
    "max": (lambda x: x.max(), lambda x, xp: largest(x, xp, None)),
    "max 0": (lambda x: x.max(axis=0), lambda x, xp: largest(x, xp, 0)),
    "max -1": (lambda x: x.max(axis=-1), lambda x, xp: largest(x, xp, -1)),
    "softmax": (lambda x: x.softmax(), lambda x, xp: softmax(x, xp, 0)),
    "softmax -1": (lambda x: x.softmax(axis=-1), lambda x, xp: softmax(x, xp, -1)),
    "flat": (lambda x: x.reshape(-1), lambda x, xp: xp.reshape(x, (-1,))),
    "row": (lambda x: x.reshape(1, *x.shape), lambda x, xp: xp.reshape(x, (1, *x.shape))),
    "transpose": (lambda x: x.T, lambda x, xp: xp.transpose(x)),
    "first": (lambda x: x[0], lambda x, xp: x[0]),
    "reversed": (lambda x: x[..., ::-1], lambda x, xp: x[..., ::-1]),
    "twice": (lambda x: x[np.array([0, -1, 0])], lambda x, xp: x[np.array([0, -1, 0])]),
    "gram": (lambda x: x @ x.T, lambda x, xp: xp.matmul(x, xp.transpose(x))),
}
BINARY = {
    "+": (lambda a, b: a + b, lambda a, b, xp: a + b),
    "-": (lambda a, b: a - b, lambda a, b, xp: a - b),
    "*": (lambda a, b: a * b, lambda a, b, xp: a * b),
    "/": (lambda a, b: a / (b * b + 1), lambda a, b, xp: a / (b * b + 1)),
    "**": (
        lambda a, b: (a * a + 1) ** b.tanh(),
        lambda a, b, xp: xp.exp(xp.tanh(b) * xp.log(a * a + 1)),
    ),
    "@": (lambda a, b: a @ b, lambda a, b, xp: xp.matmul(a, b)),
    "join": (lambda a, b: concatenate([a, b, a]), lambda a, b, xp: xp.concatenate([a, b, a])),
}


def by_tensor(program, inputs):
    tensors = [Tensor(x) for x in inputs]
    program(tensors, 0).backward()
    return [tensor.grad for tensor in tensors]


def along(gradients, ways):
    return sum(float((g * way).sum()) for g, way in zip(gradients, ways, strict=True))


def assert_agrees(program, inputs, rel=1e-7):
    """One complex step, in a direction in which every entry of every input moves."""
    ways = [np.random.default_rng(7).normal(size=x.shape) for x in inputs]
    h = 1e-30
    stepped = program([x + 1j * h * way for x, way in zip(inputs, ways, strict=True)], 1, np)
    found = along(by_tensor(program, inputs), ways)
    assert found == pytest.approx(float(np.imag(stepped)) / h, rel=rel, abs=rel)


def of_one(name):
    return lambda inputs, side, *xp: weighed(UNARY[name][side](inputs[0], *xp))


def of_two(name):
    return lambda inputs, side, *xp: weighed(BINARY[name][side](inputs[0], inputs[1], *xp))


def weighed(x):
    """A number that each entry of x enters with a weight of its own."""
    weights = np.cos(1 + np.arange(np.prod(x.shape, dtype=int))).reshape(x.shape)
    return (weights * x).sum() if isinstance(x, Tensor) else anp.sum(weights * x)


SHAPES = [(4,), (3, 2), (1, 4), (2, 3, 2)]
CASES = [(name, shape) for name in UNARY for shape in SHAPES if name != "gram" or len(shape) == 2]


@pytest.mark.parametrize(("name", "shape"), CASES, ids=str)
def test_each_operation_by_complex_step_and_by_autograd(name, shape):
    x = RNG.normal(size=shape)
    program = of_one(name)
    assert_agrees(program, [x])
    expected = grad(lambda x: weighed(UNARY[name][1](x, anp)))(x)
    np.testing.assert_allclose(by_tensor(program, [x])[0], expected, rtol=1e-10, atol=1e-12)


STRETCHED = [
    ((3, 2), (3, 2)),
    ((3, 2), (2,)),
    ((3, 1), (1, 2)),
    ((), (3, 2)),
    ((2, 1, 2), (3, 1)),
    ((1,), ()),
]


@pytest.mark.parametrize("shapes", STRETCHED, ids=str)
@pytest.mark.parametrize("name", ["+", "-", "*", "/", "**"])
def test_each_sign_with_shapes_that_are_stretched(name, shapes):
    for pair in (shapes, shapes[::-1]):
        inputs = [RNG.normal(size=shape) for shape in pair]
        assert_agrees(of_two(name), inputs)
        for number in (0, 1):
            expected = grad(lambda *two: weighed(BINARY[name][1](*two, anp)), number)(*inputs)
            np.testing.assert_allclose(by_tensor(of_two(name), inputs)[number], expected, rtol=1e-10)


PRODUCTS = [
    *[
        ((2, 3), (3, 4)),
        ((2, 3), (3,)),
        ((3,), (3, 4)),
        ((3,), (3,)),
        ((5, 2, 3), (3, 4)),
        ((2, 3), (5, 3, 4)),
    ],
    *[((5, 2, 3), (5, 3, 4)), ((5, 1, 2, 3), (6, 3, 4)), ((5, 2, 3), (3,)), ((3,), (5, 3, 4))],
]


@pytest.mark.parametrize("shapes", PRODUCTS, ids=str)
def test_products_of_matrices_rows_columns_and_stacks(shapes):
    assert_agrees(of_two("@"), [RNG.normal(size=shape) for shape in shapes])


@pytest.mark.parametrize("shapes", [((2,), (3,)), ((2, 3), (1, 3))], ids=str)
def test_joined_arrays(shapes):
    assert_agrees(of_two("join"), [RNG.normal(size=shape) for shape in shapes])


def test_axes_in_any_order_and_joined_along_any():
    x, y = RNG.normal(size=(2, 3, 4)), RNG.normal(size=(2, 5, 4))
    assert_agrees(
        lambda two, side, *xp: weighed(
            two[0].transpose(2, 0, -2) if side == 0 else np.transpose(two[0], (2, 0, 1))
        ),
        [x],
    )
    assert_agrees(
        lambda two, side, *xp: weighed((concatenate if side == 0 else np.concatenate)(two, axis=1)), [x, y]
    )
    assert_agrees(lambda one, side, *xp: weighed(one[0].sum(axis=(0, 2))), [x])
    assert_agrees(lambda one, side, *xp: weighed(one[0].mean(axis=(0, -1), keepdims=True)), [x])


def test_indices_of_every_kind():
    x = RNG.normal(size=(3, 4))
    rows, columns = np.array([0, 2, 0]), np.array([1, 1, 1])
    for key in (
        2,
        -1,
        (1, 2),
        slice(0, 2),
        (slice(None), 1),
        (..., None, 0),
        rows,
        (rows, columns),
        x > 0,
        [1, 1],
    ):
        assert_agrees(lambda one, side, *xp, key=key: weighed(one[0][key]), [x])


def cross_entropy(z, y):
    return -np.sum(y * np.log(np.exp(z) / np.sum(np.exp(z), axis=0)), axis=0)


@pytest.mark.parametrize("shape", [(3,), (3, 1), (3, 5)], ids=str)
def test_the_fused_cross_entropy(shape):
    z = RNG.normal(size=shape)
    y = np.abs(RNG.normal(size=shape))
    y /= y.sum(axis=0)
    assert_agrees(
        lambda one, side, *xp: weighed(
            one[0].softmax_cross_entropy(y) if side == 0 else np.asarray(cross_entropy(one[0], y))
        ),
        [z],
    )


# Random programs


@st.composite
def programs(draw):
    """Inputs, and a list of operations on earlier results: many are used several times, in any order."""
    shape = draw(st.sampled_from([(2, 3), (3, 3), (3,), (1, 3), (2, 1)]))
    other = draw(st.sampled_from([shape, shape[-1:], (1,) * len(shape)]))
    seed = draw(st.integers(0, 2**32 - 1))
    rng = np.random.default_rng(seed)
    steps = []
    for number in range(draw(st.integers(1, 10))):
        known = st.integers(0, 1 + number)
        if draw(st.booleans()):
            steps.append((draw(st.sampled_from(list(BINARY))), draw(known), draw(known)))
        else:
            steps.append((draw(st.sampled_from(list(UNARY))), draw(known), 0))
    return [rng.normal(size=shape), rng.normal(size=other)], steps


def run(steps, inputs, side, *xp):
    known = list(inputs)
    for word, i, j in steps:
        operands = (known[i], known[j]) if word in BINARY else (known[i],)
        known.append({**UNARY, **BINARY}[word][side](*operands, *xp))
    return sum((weighed(x) for x in known[len(inputs) :]), 0 * known[0].sum())


def tame(steps, inputs):
    """Leave out programs whose shapes do not fit, whose numbers are wild, or that come near a kink."""
    known = list(inputs)
    for word, i, j in steps:
        x = known[i]
        try:
            operands = (x, known[j]) if word in BINARY else (x,)
            known.append(np.asarray({**UNARY, **BINARY}[word][1](*operands, np)))
        except (ValueError, IndexError):
            return False
        if not known[-1].size or known[-1].size > 300 or not (np.abs(known[-1]) < 1e3).all():
            return False
        if word in ("relu", "where") and (np.abs(x - (0.1 if word == "where" else 0)) < 1e-9).any():
            return False
        if word.startswith("max"):
            sorted_ = np.sort(x.ravel() if word == "max" else x, axis=0 if word == "max 0" else -1)
            gaps = np.diff(sorted_, axis=0 if word == "max 0" else -1)
            if (np.abs(gaps) < 1e-9).any():
                return False
    return True


@given(program=programs())
def test_random_programs_agree_with_the_complex_step(program):
    inputs, steps = program
    fitting = [steps[:end] for end in range(1, len(steps) + 1)]
    fitting = [part for part in fitting if tame(part, inputs)]
    assume(fitting)
    assert_agrees(lambda known, side, *xp: run(fitting[-1], known, side, *xp), inputs)


# What goes wrong elsewhere


def without_the_sum(share, shape):
    return share[tuple(slice(0, size) for size in shape)] if share.ndim == len(shape) else share[0]


def once(a, *, key):
    def back(g):
        share = np.zeros_like(a)
        share[key] += g
        return share

    return a[key], back


WRONG = [
    ("unbroadcast", without_the_sum, "*", (3, 2), (1, 2)),
    ("times_rule", lambda a, b: (a * b, lambda g: g * a, lambda g: g * b), "*", (3, 2), (3, 2)),
    ("minus_rule", lambda a, b: (a - b, lambda g: g, lambda g: g), "-", (3, 2), (3, 2)),
    ("over_rule", lambda a, b: (a / b, lambda g: g / b, lambda g: g * a / b / b), "/", (2,), (2,)),
    ("matmul_rule", lambda a, b: (a @ b, lambda g: g @ b, lambda g: a.T @ g), "@", (3, 3), (3, 3)),
    ("matmul_rule", lambda a, b: (a @ b, lambda g: g @ b.T, lambda g: a @ g), "@", (3, 3), (3, 3)),
    ("index_rule", once, "twice", (3, 2), None),
    ("mean_rule", vjps.sum_rule, "mean", (3, 2), None),
    ("sigmoid_rule", lambda z: (vjps.sigmoid(z), lambda g: g * vjps.sigmoid(z)), "sigmoid", (3,), None),
    ("tanh_rule", lambda z: (np.tanh(z), lambda g: g * (1 - np.tanh(z))), "tanh", (3,), None),
    ("relu_rule", lambda z: (vjps.relu(z), lambda g: g), "relu", (9,), None),
    (
        "softmax_rule",
        lambda z, axis: (softmax(z, np, axis), lambda g: g * softmax(z, np, axis)),
        "softmax",
        (3,),
        None,
    ),
    ("transpose_rule", lambda a, axes: (a.T, lambda g: g), "transpose", (3, 3), None),
]


@pytest.mark.parametrize(("name", "wrong", "word", "shape", "other"), WRONG)
def test_wrong_rules_are_caught(monkeypatch, name, wrong, word, shape, other):
    program = of_two(word) if other else of_one(word)
    inputs = [np.random.default_rng(3).normal(size=s) for s in (shape, other) if s]
    assert_agrees(program, inputs)
    used = Tensor.backward.__globals__["vjps"]  # not sys.modules: for the docstrings, pytest imports it again
    monkeypatch.setattr(used, name, wrong)
    with pytest.raises(AssertionError):
        assert_agrees(program, inputs)
