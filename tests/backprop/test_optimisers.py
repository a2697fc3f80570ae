import copy
import re

import numpy as np
import pytest

from backprop import SGD, Adam, AdamW, Momentum, Nesterov, RMSProp
from backprop.optimiser import BLOCK
from backprop.optimisers import OPTIMISERS, Optimiser


def path(optimiser, gradients, start=1.0, eta=0.1):
    """The parameters after each step."""
    w = np.array([start])
    points = []
    for gradient in gradients:
        optimiser.step(w, np.array([gradient]), eta)
        points.append(float(w[0]))
    return points


# Two steps, worked by hand from w = 1 with η = 0.1


def check_sgd(optimiser):
    assert path(optimiser, [2.0, 3.0]) == pytest.approx([0.8, 0.5], rel=1e-14)


def check_momentum(optimiser):
    # v = −0.2, w = 0.8; v = 0.9 · −0.2 − 0.3 = −0.48, w = 0.32
    assert path(optimiser, [2.0, 3.0]) == pytest.approx([0.8, 0.32], rel=1e-14)


def check_nesterov(optimiser):
    # v = −0.2, w = 1 − 0.18 − 0.2 = 0.62; v = −0.48, w = 0.62 − 0.432 − 0.3 = −0.112
    assert path(optimiser, [2.0, 3.0]) == pytest.approx([0.62, -0.112], rel=1e-14)


def check_rmsprop(optimiser):
    # s = 0.25 · 16 = 4, w = 1 − 0.1 · 4/(2 + 2); s = 0.75 · 4 + 0.25 · 4 = 4, w = 0.9 − 0.1 · 2/(2 + 2)
    assert path(optimiser, [4.0, 2.0]) == pytest.approx([0.9, 0.85], rel=1e-14)


def check_adam(optimiser):
    # m = 1, v = 1, m̂ = 1/0.5 = 2, v̂ = 1/0.25 = 4: 2/(2 + 2), w = 0.95
    # m = −0.5, v = 1.75, m̂ = −0.5/0.75 = −2/3, v̂ = 1.75/0.4375 = 4: −2/3/(2 + 2), w = 0.95 + 0.1/6
    assert path(optimiser, [2.0, -2.0]) == pytest.approx([0.95, 0.95 + 0.1 / 6], rel=1e-14)


def check_adamw(optimiser):
    # as Adam, but w shrinks by 0.1 · 0.5 = 5 % before each step: 0.95 − 0.05, 0.9 · 0.95 + 0.1/6
    assert path(optimiser, [2.0, -2.0]) == pytest.approx([0.9, 0.855 + 0.1 / 6], rel=1e-14)


BY_HAND = [
    (check_sgd, SGD()),
    (check_momentum, Momentum(beta=0.9)),
    (check_nesterov, Nesterov(beta=0.9)),
    (check_rmsprop, RMSProp(beta=0.75, epsilon=2)),
    (check_adam, Adam(beta_1=0.5, beta_2=0.75, epsilon=2)),
    (check_adamw, AdamW(beta_1=0.5, beta_2=0.75, epsilon=2, decay=0.5)),
]


@pytest.mark.parametrize(("check", "optimiser"), BY_HAND)
def test_two_steps_worked_by_hand(check, optimiser):
    check(copy.deepcopy(optimiser))


class Wrong:
    """Optimisers with a mistake each: the checks above must notice them."""

    class KeepsAllVelocity(Momentum):
        def _move(self, w, g, eta, scratch, v):
            v -= eta * g
            w += v

    class LooksBack(Nesterov):
        def _move(self, w, g, eta, scratch, v):
            w += self.beta * v - eta * g
            v[...] = self.beta * v - eta * g

    class DividesByTheSquare(RMSProp):
        def _move(self, w, g, eta, scratch, s):
            s[...] = self.beta * s + (1 - self.beta) * g**2
            w -= eta * g / (s + self.epsilon)

    class PutsEpsilonInTheRoot(RMSProp):
        def _move(self, w, g, eta, scratch, s):
            s[...] = self.beta * s + (1 - self.beta) * g**2
            w -= eta * g / np.sqrt(s + self.epsilon)

    class CountsFromNothing(Adam):
        def _move(self, w, g, eta, scratch, m, v):
            m[...] = self.beta_1 * m + (1 - self.beta_1) * g
            v[...] = self.beta_2 * v + (1 - self.beta_2) * g**2
            w -= eta * m / (np.sqrt(v) + self.epsilon)  # no correction of the start

    class CorrectsOneMeanOnly(Adam):
        def _move(self, w, g, eta, *room):
            super()._move(w, g, eta * (1 - self.beta_1**self.t), *room)

    class DecaysThroughTheGradient(AdamW):
        def _move(self, w, g, eta, *room):
            super()._move(w, g + self.decay * w, eta, *room)

        def _decay(self, parameters, eta):
            pass


@pytest.mark.parametrize(
    ("check", "wrong"),
    [
        (check_momentum, Wrong.KeepsAllVelocity(0.9)),
        (check_momentum, Nesterov(0.9)),
        (check_momentum, SGD()),
        (check_nesterov, Momentum(0.9)),
        (check_nesterov, Wrong.LooksBack(0.9)),
        (check_rmsprop, Wrong.DividesByTheSquare(0.75, 2)),
        (check_rmsprop, Wrong.PutsEpsilonInTheRoot(0.75, 2)),
        (check_adam, Wrong.CountsFromNothing(0.5, 0.75, 2)),
        (check_adam, Wrong.CorrectsOneMeanOnly(0.5, 0.75, 2)),
        (check_adamw, Adam(0.5, 0.75, 2)),
        (check_adamw, Wrong.DecaysThroughTheGradient(0.5, 0.75, 2, 0.5)),
    ],
)
def test_wrong_optimisers_are_noticed(check, wrong):
    with pytest.raises(AssertionError):
        check(wrong)


# The rules as PyTorch publishes them (with a constant learning rate its velocity is ours, divided by −η)


def torch_sgd(w, gradients, lr, momentum, *, nesterov):
    buffer = 0
    for g in gradients:
        buffer = momentum * buffer + g
        w = w - lr * (g + momentum * buffer if nesterov else buffer)
    return w


def torch_rmsprop(w, gradients, lr, alpha, eps):
    average = 0
    for g in gradients:
        average = alpha * average + (1 - alpha) * g * g
        w = w - lr * g / (np.sqrt(average) + eps)
    return w


def torch_adam(w, gradients, lr, betas, eps, weight_decay=0.0):
    first = second = 0
    for t, g in enumerate(gradients, start=1):
        w = w - lr * weight_decay * w
        first = betas[0] * first + (1 - betas[0]) * g
        second = betas[1] * second + (1 - betas[1]) * g * g
        w = w - lr * first / (1 - betas[0] ** t) / (np.sqrt(second / (1 - betas[1] ** t)) + eps)
    return w


PUBLISHED = [
    (Momentum(0.8), lambda w, g: torch_sgd(w, g, 0.05, 0.8, nesterov=False)),
    (Nesterov(0.8), lambda w, g: torch_sgd(w, g, 0.05, 0.8, nesterov=True)),
    (RMSProp(0.95, 1e-3), lambda w, g: torch_rmsprop(w, g, 0.05, 0.95, 1e-3)),
    (Adam(0.8, 0.95, 1e-3), lambda w, g: torch_adam(w, g, 0.05, (0.8, 0.95), 1e-3)),
    (AdamW(0.8, 0.95, 1e-3, 0.1), lambda w, g: torch_adam(w, g, 0.05, (0.8, 0.95), 1e-3, 0.1)),
]


@pytest.mark.parametrize(("dtype", "rtol"), [(np.float64, 1e-12), (np.float32, 1e-4)])
@pytest.mark.parametrize(("optimiser", "published"), PUBLISHED)
def test_fifty_steps_by_the_published_rules(optimiser, published, dtype, rtol):
    rng = np.random.default_rng(1)
    w, gradients = rng.normal(size=(3, 4)), rng.normal(size=(50, 3, 4))
    expected = published(w, gradients)
    optimiser, w = copy.deepcopy(optimiser), w.astype(dtype)
    for g in gradients.astype(dtype):
        optimiser.step(w, g, 0.05)
    assert w.dtype == dtype
    np.testing.assert_allclose(w, expected, rtol=rtol, atol=rtol)


def test_nesterov_takes_the_gradient_where_the_velocity_leads():
    def slope(w):
        return w**3 - 2 * w

    u, v, beta, eta = 1.5, 0.0, 0.9, 0.05
    w, optimiser = np.array([u]), Nesterov(beta)  # at the start v = 0, and w = u
    for _ in range(20):
        v = beta * v - eta * slope(u + beta * v)
        u = u + v
        optimiser.step(w, slope(w), eta)
        assert w[0] == pytest.approx(u + beta * v, rel=1e-12)


@pytest.mark.parametrize(("optimiser", "published"), PUBLISHED)
def test_long_vectors_are_moved_in_blocks(optimiser, published):
    rng = np.random.default_rng(1)
    w, gradients = rng.normal(size=2 * BLOCK + 5), rng.normal(size=(3, 2 * BLOCK + 5))
    expected = published(w, gradients)
    optimiser = copy.deepcopy(optimiser)
    for g in gradients:
        optimiser.step(w, g, 0.05)
    np.testing.assert_allclose(w, expected, rtol=1e-12, atol=1e-14)
    assert optimiser.t == 3


@pytest.mark.parametrize("shape", [(), (3,), (3, 2), (0,)])
@pytest.mark.parametrize("name", OPTIMISERS)
def test_arrays_of_any_shape_are_moved_in_place(name, shape):
    w, flat = np.full(shape, 2.0), np.full(1, 2.0)
    one, other = OPTIMISERS[name](), OPTIMISERS[name]()
    for _ in range(2):
        one.step(w, np.full(shape, 0.5), 0.1)
        other.step(flat, np.full(1, 0.5), 0.1)
    np.testing.assert_array_equal(w, np.full(shape, flat[0]))


@pytest.mark.parametrize("name", OPTIMISERS)
def test_every_other_entry_is_moved_in_place(name):
    whole = np.ones(8)
    OPTIMISERS[name]().step(whole[::2], np.ones(4), 0.1)
    assert (whole[::2] < 1).all()
    assert (whole[1::2] == 1).all()


# What all have in common


@pytest.mark.parametrize("name", OPTIMISERS)
def test_only_the_parameters_change_and_in_place(name):
    w, g = np.array([1.0, 2.0]), np.array([3.0, -4.0])
    before = w.copy()
    OPTIMISERS[name]().step(w, g, 0.1)
    assert g.tolist() == [3, -4]
    assert (np.sign(before - w) == np.sign(g)).all()


@pytest.mark.parametrize("name", OPTIMISERS)
def test_reset_forgets(name):
    optimiser = OPTIMISERS[name]()
    first = path(optimiser, [2.0, -1.0, 3.0])
    optimiser.reset(np.zeros(1))
    assert path(optimiser, [2.0, -1.0, 3.0]) == first
    optimiser.reset(np.zeros(5))
    optimiser.step(np.zeros(5), np.ones(5), 0.1)
    assert optimiser.t == 1


@pytest.mark.parametrize("name", OPTIMISERS)
def test_each_knows_how_many_steps_it_took(name):
    optimiser = OPTIMISERS[name]()
    path(optimiser, [1.0, 1.0, 1.0])
    assert optimiser.t == 3


def test_biases_do_not_decay():
    w, optimiser = np.ones(4), AdamW(decay=0.5)
    optimiser.reset(w, weights=3)
    optimiser.step(w, np.zeros(4), 0.1)
    assert w.tolist() == [0.95, 0.95, 0.95, 1]


@pytest.mark.parametrize("name", OPTIMISERS)
def test_another_shape_in_the_middle_is_an_error(name):
    optimiser = OPTIMISERS[name]()
    optimiser.step(np.zeros(2), np.ones(2), 0.1)
    with pytest.raises(
        ValueError, match=r"steps with arrays of shape \(2,\); got parameters of shape \(3,\)"
    ):
        optimiser.step(np.zeros(3), np.ones(3), 0.1)
    with pytest.raises(ValueError, match=r"got parameters of shape \(2,\) and a gradient of shape \(1,\)"):
        optimiser.step(np.zeros(2), np.ones(1), 0.1)


@pytest.mark.parametrize("name", OPTIMISERS)
def test_what_cannot_be_changed_in_place_is_said(name):
    wanted = "parameters must be an array of floats, which is changed in place; got "
    with pytest.raises(TypeError, match=wanted + "an array of int64"):
        OPTIMISERS[name]().step(np.array([1, 2]), np.ones(2), 0.1)
    with pytest.raises(TypeError, match=wanted + r"\[1.0, 2.0\] \(list\)"):
        OPTIMISERS[name]().step([1.0, 2.0], np.ones(2), 0.1)
    with pytest.raises(TypeError, match=r"gradient must be an array; got \[1.0\] \(list\)"):
        OPTIMISERS[name]().step(np.ones(1), [1.0], 0.1)


@pytest.mark.parametrize("name", OPTIMISERS)
def test_parameters_that_may_not_be_changed_are_named(name):
    w = np.ones(2)
    w.flags.writeable = False
    with pytest.raises(
        ValueError, match=r"^parameters must be an array that may be changed; got a read-only"
    ):
        OPTIMISERS[name]().step(w, np.ones(2), 0.1)


@pytest.mark.parametrize("name", OPTIMISERS)
@pytest.mark.parametrize(
    ("gradient", "got"),
    [
        (np.array([1j, 0]), "an array of complex128"),
        (np.array(["a", "b"]), "an array of <U1"),
        (np.array([True, False]), "an array of bool"),
        (np.array([1, None]), "an array of object"),
    ],
    ids=["complex", "text", "bool", "object"],
)
def test_a_gradient_of_something_else_is_named(name, gradient, got):
    with pytest.raises(TypeError, match=rf"^gradient must be an array of real numbers; got {got}$"):
        OPTIMISERS[name]().step(np.ones(2), gradient, 0.1)


@pytest.mark.parametrize("name", OPTIMISERS)
@pytest.mark.parametrize(
    ("eta", "error", "got"),
    [
        ("a", TypeError, r"'a' \(str\)"),
        (None, TypeError, r"None \(NoneType\)"),
        (True, TypeError, r"True \(bool\)"),
        (0.1j, TypeError, r"0.1j \(complex\)"),
        (-0.1, ValueError, "-0.1"),
        (np.nan, ValueError, "nan"),
        (np.inf, ValueError, "inf"),
        (10**400, ValueError, "an integer of 1329 bits, too large for a float"),
    ],
)
def test_a_bad_eta_is_named(name, eta, error, got):
    with pytest.raises(error, match=rf"^eta must be a finite number and at least 0; got {got}$"):
        OPTIMISERS[name]().step(np.ones(2), np.ones(2), eta)


@pytest.mark.parametrize("name", OPTIMISERS)
@pytest.mark.parametrize("eta", [0, 1, 0.5, np.float32(0.5), np.float64(0.5), np.int8(1)])
def test_eta_may_be_any_real_number(name, eta):
    (one, other), g = np.ones((2, 3)), np.array([1.0, -1.0, 0.5])
    OPTIMISERS[name]().step(one, g, eta)
    OPTIMISERS[name]().step(other, g, float(eta))
    assert one.tolist() == other.tolist()


@pytest.mark.parametrize("name", OPTIMISERS)
@pytest.mark.parametrize("dtype", [np.int8, np.uint8, np.float16])
def test_a_gradient_of_short_numbers_is_squared_in_the_parameters_precision(name, dtype):
    (one, other), g = np.ones((2, 3), np.float32), np.array([100, 20, 3], dtype)
    OPTIMISERS[name]().step(one, g, 0.1)
    OPTIMISERS[name]().step(other, g.astype(np.float32), 0.1)
    assert one.tolist() == other.tolist()


@pytest.mark.parametrize("name", OPTIMISERS)
def test_another_precision_in_the_middle_is_an_error(name):
    optimiser = OPTIMISERS[name]()
    optimiser.step(np.zeros(2, np.float32), np.ones(2, np.float32), 0.1)
    message = (
        "^this optimiser steps with parameters of float32; got parameters of float64. reset begins anew$"
    )
    with pytest.raises(TypeError, match=message):
        optimiser.step(np.zeros(2), np.ones(2), 0.1)
    optimiser.reset(np.zeros(2))
    optimiser.step(np.zeros(2), np.ones(2), 0.1)
    assert optimiser.t == 1


@pytest.mark.parametrize("name", OPTIMISERS)
def test_a_refused_step_leaves_no_trace(name):
    optimiser, w = OPTIMISERS[name](), np.ones(2)
    for gradient, eta in [([1, 2], 0.1), (np.ones(3), 0.1), (np.ones(2), -1)]:
        with pytest.raises((TypeError, ValueError)):
            optimiser.step(w, gradient, eta)
    assert w.tolist() == [1, 1]
    optimiser.step(np.ones(3, np.float32), np.ones(3), 0.1)
    with pytest.raises(TypeError, match=r"^parameters must be .*; got \[1.0, 2.0, 3.0\] \(list\)"):
        optimiser.step([1.0, 2.0, 3.0], np.ones(3), 0.1)
    assert optimiser.t == 1


def test_what_all_share_is_no_optimiser_itself():
    names = re.escape(", ".join(f"{known.__name__}()" for known in OPTIMISERS.values()))
    with pytest.raises(TypeError, match=rf"^Optimiser has no step of its own; {names} have$"):
        Optimiser()


def test_an_optimiser_of_ones_own_needs_a_step():
    class Own(Optimiser):
        def _move(self, w, g, eta, *arrays):
            w -= eta * np.sign(g)

    assert path(Own(), [2.0, -3.0, -4.0]) == pytest.approx([0.9, 1, 1.1])

    class Lazy(Optimiser):
        pass

    with pytest.raises(NotImplementedError, match=r"Lazy has no step of its own; SGD\(\), .* have"):
        Lazy().step(np.ones(1), np.ones(1), 0.1)


def test_repr_names_the_settings():
    assert repr(SGD()) == "SGD()"
    assert repr(AdamW(beta_1=0.8)) == "AdamW(beta_1=0.8, beta_2=0.999, epsilon=1e-08, decay=0.01)"
    optimiser = Momentum()
    path(optimiser, [1.0])
    assert repr(optimiser) == "Momentum(beta=0.9)"


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda: Momentum(1), ValueError, r"beta must be a finite number and at least 0 and below 1; got 1"),
        (lambda: Momentum(-0.1), ValueError, r"beta must be .*; got -0.1"),
        (lambda: Nesterov("0.9"), TypeError, r"beta must be .*; got '0.9' \(str\)"),
        (lambda: RMSProp(epsilon=0), ValueError, r"epsilon must be a finite number and above 0; got 0"),
        (lambda: RMSProp(beta=True), TypeError, r"beta must be .*; got True"),
        (lambda: Adam(beta_1=np.nan), ValueError, r"beta_1 must be .*; got nan"),
        (lambda: Adam(beta_2=np.inf), ValueError, r"beta_2 must be .*; got inf"),
        (lambda: Adam(epsilon=None), TypeError, r"epsilon must be .*; got None"),
        (lambda: AdamW(decay=-1), ValueError, r"decay must be a finite number and at least 0; got -1"),
    ],
)
def test_bad_settings_are_named(make, error, message):
    with pytest.raises(error, match=message):
        make()


# A setting that is changed later


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (Momentum, "beta"),
        (Nesterov, "beta"),
        (RMSProp, "beta"),
        (RMSProp, "epsilon"),
        (Adam, "beta_1"),
        (Adam, "beta_2"),
        (Adam, "epsilon"),
        (AdamW, "decay"),
    ],
)
@pytest.mark.parametrize(
    ("value", "error"), [(-1, ValueError), (np.nan, ValueError), ("0.9", TypeError), (None, TypeError)]
)
def test_a_new_setting_is_checked_like_the_first(make, name, value, error):
    optimiser = make(**{name: 0.5})
    for attempt in (lambda: make(**{name: value}), lambda: setattr(optimiser, name, value)):
        with pytest.raises(error, match=f"^{name} must be a finite number and .*; got "):
            attempt()
    assert getattr(optimiser, name) == 0.5
    setattr(optimiser, name, np.float32(0.25))
    assert (type(getattr(optimiser, name)), getattr(optimiser, name)) == (float, 0.25)
    assert f"{name}=0.25" in repr(optimiser)


def test_a_new_setting_is_that_of_the_next_step():
    w, optimiser = np.array([0.0]), Momentum(beta=0.5)
    optimiser.step(w, np.array([-1.0]), eta=1)
    optimiser.beta = 0
    optimiser.step(w, np.array([-1.0]), eta=1)
    assert w == 2


def test_the_number_of_steps_is_counted_and_not_set():
    optimiser = Adam()
    with pytest.raises(AttributeError):
        optimiser.t = -1
    optimiser.step(np.ones(2), np.ones(2), eta=0.1)
    assert optimiser.t == 1


@pytest.mark.parametrize("make", OPTIMISERS.values())
def test_masked_arrays_are_refused(make):
    masked = np.ma.masked_equal([1.0, 2.0], 2)
    with pytest.raises(TypeError, match=r"parameters must be an array of floats, .*; got a masked array"):
        make().step(masked, np.ones(2), eta=0.1)
    with pytest.raises(TypeError, match="gradient must be an array; got a masked array"):
        make().step(np.ones(2), masked, eta=0.1)


@pytest.mark.parametrize(
    ("weights", "error"),
    [("3", TypeError), (-1, ValueError), (True, TypeError), (5, ValueError), (0.5, TypeError)],
)
def test_a_wrong_number_of_weights_is_named(weights, error):
    with pytest.raises(error, match=r"^weights must be .*; got "):
        AdamW().reset(np.ones(4), weights)
