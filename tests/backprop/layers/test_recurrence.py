import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backprop import GRU, LSTM, RNN, Activation, Dense, Model, Pick, Sequential, accuracy, check_layer, train

from .oracles import assert_float32_stays, assert_right, drawn

KINDS = [RNN, LSTM, GRU]
each = pytest.mark.parametrize("kind", KINDS)


def sigma(z):
    return 1 / (1 + np.exp(-z))


def rnn_cell(x, state, w_x, w_h, b):
    (h,) = state
    return (np.tanh(w_x @ x + w_h @ h + b),)


def lstm_cell(x, state, w_x, w_h, b):
    h, c = state
    n = len(h)
    z = [
        w_x[k * n : (k + 1) * n] @ x + w_h[k * n : (k + 1) * n] @ h + b[k * n : (k + 1) * n] for k in range(4)
    ]
    c = sigma(z[1]) * c + sigma(z[0]) * np.tanh(z[2])
    return sigma(z[3]) * np.tanh(c), c


def gru_cell(x, state, w_x, w_h, b):
    (h,) = state
    n = len(h)
    r = sigma(w_x[:n] @ x + b[:n] + w_h[:n] @ h)
    z = sigma(w_x[n : 2 * n] @ x + b[n : 2 * n] + w_h[n : 2 * n] @ h)
    g = np.tanh(w_x[2 * n :] @ x + b[2 * n :] + r * (w_h[2 * n :] @ h))
    return ((1 - z) * g + z * h,)


CELLS = {RNN: (rnn_cell, 1), LSTM: (lstm_cell, 2), GRU: (gru_cell, 1)}


def unrolled(kind, truncate=None):
    """Return the layer as loops; where it is truncated, the nudge that the state carries is dropped."""
    cell, states = CELLS[kind]

    def definition(x, w_x, w_h, b):
        _, moments, m = x.shape
        a = np.zeros((w_h.shape[1], moments, m), complex)
        for i in range(m):
            state = (np.zeros(w_h.shape[1], complex),) * states
            for t in range(moments):
                if truncate is not None and t % truncate == 0:
                    state = tuple(part.real + 0j for part in state)
                state = cell(x[:, t, i], state, w_x, w_h, b[:, 0])
                a[:, t, i] = state[0]
        return a

    return definition


@each
@settings(max_examples=20)
@given(
    n_in=st.integers(1, 3),
    n=st.integers(1, 3),
    moments=st.integers(1, 5),
    m=st.integers(1, 2),
    truncate=st.none() | st.integers(1, 6),
    seed=st.integers(0, 99),
)
def test_against_the_definition(kind, n_in, n, moments, m, truncate, seed):
    layer = drawn(kind(n_in, n, truncate=truncate), seed)
    x = np.random.default_rng(seed).normal(size=(n_in, moments, m))
    assert_right(layer, x, unrolled(kind, truncate))


def test_two_moments_by_hand():
    layer = RNN(1, 1)
    layer.w_x, layer.w_h, layer.b = [[1]], [[2]], [[0]]
    h_1 = np.tanh(0.5)
    h_2 = np.tanh(2 * h_1)
    np.testing.assert_allclose(layer.forward([[[0.5], [0]]]).ravel(), [h_1, h_2], rtol=1e-12)
    assert (round(h_1, 4), round(h_2, 4)) == (0.4621, 0.7279)
    z_2 = 1 - h_2**2  # of δ = (0, 1): what reaches z_2, and through w_h = 2 and tanh' what reaches z_1
    z_1 = 2 * z_2 * (1 - h_1**2)
    np.testing.assert_allclose(layer.backward([[[0], [1]]]).ravel(), [z_1, z_2], rtol=1e-12)
    assert layer.nabla_w_h.item() == pytest.approx(z_2 * h_1)
    assert layer.nabla_w_x.item() == pytest.approx(z_1 * 0.5 + z_2 * 0)
    assert layer.nabla_b.item() == pytest.approx(z_1 + z_2)
    np.testing.assert_allclose(layer.delta_h.ravel(), [2 * z_2, 1], rtol=1e-12)


def test_a_memory_by_hand():
    layer = LSTM(1, 1)
    layer.w_x, layer.w_h, layer.b = np.zeros((4, 1)), np.zeros((4, 1)), [[0], [0], [1], [0]]
    g = np.tanh(1)  # and every gate is σ(0) = 1/2
    layer.forward([[[1], [1]]])
    np.testing.assert_allclose(layer.c.ravel(), [g / 2, g / 4 + g / 2], rtol=1e-12)
    np.testing.assert_allclose(layer.h.ravel(), [np.tanh(g / 2) / 2, np.tanh(3 * g / 4) / 2], rtol=1e-12)
    layer.backward([[[0], [1]]])
    last = (1 - np.tanh(3 * g / 4) ** 2) / 2
    np.testing.assert_allclose(layer.delta_c.ravel(), [last / 2, last], rtol=1e-12)  # f = 1/2 passes a half


def test_a_gate_by_hand():
    layer = GRU(1, 1)
    layer.w_x, layer.w_h, layer.b = np.zeros((3, 1)), np.zeros((3, 1)), [[0], [0], [1]]
    g = np.tanh(1)
    np.testing.assert_allclose(layer.forward([[[1], [1]]]).ravel(), [g / 2, 3 * g / 4], rtol=1e-12)
    layer.backward([[[0], [1]]])
    np.testing.assert_allclose(layer.delta_h.ravel(), [0.5, 1], rtol=1e-12)


class ForgetsTheState(RNN):
    """Goes straight down from each moment, and not back in time."""

    def _cut(self, t):
        return True


class ForgetsWhatIsAbove(RNN):
    """Takes δ of the last moment alone."""

    def backward(self, delta):
        last = np.zeros_like(delta)
        last[:, -1] = delta[:, -1]
        return super().backward(last)


class TakesTheWrongState(RNN):
    """∂C/∂w_h with h_t where h_(t−1) belongs."""

    def _gradients(self, delta_z, delta_u=None):
        onward = super()._gradients(delta_z, delta_u)
        self.nabla_w_h = delta_z.reshape(len(delta_z), -1) @ self.h.reshape(len(self.h), -1).T
        return onward


class ForgetsToTurn(RNN):
    def backward(self, delta):
        w_h = self.w_h
        self.w_h = w_h.T
        onward = super().backward(delta)
        self.w_h = w_h
        return onward


class ForgetsTheMemory(LSTM):
    """Loses the path from c to c: what c hands back through the forget gate."""

    def backward(self, delta):
        n = len(self.h)
        delta_z, later_h = self._empty(4), 0
        for t in reversed(range(delta.shape[1])):
            i, f, g, o = (self.gates[k * n : (k + 1) * n, t] for k in range(4))
            memory, dh = np.tanh(self.c[:, t]), delta[:, t] + later_h
            dc = dh * o * (1 - memory**2)
            di, df, dg, do = dc * g, dc * self._before(self.c, t), dc * i, dh * memory
            slopes = [di * i * (1 - i), df * f * (1 - f), dg * (1 - g**2), do * o * (1 - o)]
            delta_z[:, t] = np.concatenate(slopes)
            later_h = self.w_h.T @ delta_z[:, t]
        return self._gradients(delta_z)


class ForgetsWhatStays(GRU):
    """Loses the path z ⊙ h_(t−1)."""

    def backward(self, delta):
        n = len(self.h)
        self.delta_h, delta_z, delta_u = self._empty(), self._empty(3), self._empty(3)
        later = 0
        for t in reversed(range(delta.shape[1])):
            r, z, g = self.gates[:n, t], self.gates[n : 2 * n, t], self.gates[2 * n :, t]
            dh = delta[:, t] + later
            dg = dh * (1 - z) * (1 - g**2)
            dr = dg * self.asked[:, t] * r * (1 - r)
            dz = dh * (self._before(self.h, t) - g) * z * (1 - z)
            delta_z[:, t] = np.concatenate([dr, dz, dg])
            delta_u[:, t] = np.concatenate([dr, dz, dg * r])
            later = self.w_h.T @ delta_u[:, t]
        return self._gradients(delta_z, delta_u)


class ForgetsTheResetGate(GRU):
    """Hands the gradient back to w_h h without the factor r."""

    def _gradients(self, delta_z, delta_u=None):
        return super()._gradients(delta_z, delta_z)


@pytest.mark.parametrize(
    "wrong",
    [
        ForgetsTheState,
        ForgetsWhatIsAbove,
        TakesTheWrongState,
        ForgetsToTurn,
        ForgetsTheMemory,
        ForgetsWhatStays,
        ForgetsTheResetGate,
    ],
)
def test_wrong_versions_are_noticed(wrong):
    x = np.random.default_rng(0).normal(size=(2, 4, 3))
    assert max(check_layer(wrong.__mro__[1](2, 3), x).values()) < 1e-6
    assert max(check_layer(wrong(2, 3), x).values()) > 1e-2


@each
def test_a_truncated_gradient_is_no_gradient_and_is_noticed(kind):
    x = np.random.default_rng(0).normal(size=(2, 4, 3))
    assert check_layer(kind(2, 3, truncate=2), x)["x"] > 1e-2
    assert max(check_layer(kind(2, 3, truncate=4), x).values()) < 1e-6  # one window: nothing is cut


@each
def test_no_gradient_crosses_the_border_of_a_window(kind):
    layer = kind(2, 3, truncate=3)
    x = np.random.default_rng(0).normal(size=(2, 7, 1))
    delta = np.zeros((3, 7, 1))
    layer.forward(x)
    delta[:, 5] = 1  # in the second window, moments 3 to 5
    reached = np.abs(layer.backward(delta)).sum(axis=(0, 2)) > 0
    assert reached.tolist() == [False, False, False, True, True, True, False]


@each
def test_the_past_does_not_hang_on_the_future(kind):
    layer = kind(2, 3)
    x = np.random.default_rng(0).normal(size=(2, 6, 1))
    np.testing.assert_array_equal(layer.forward(x)[:, :4], layer.forward(x[:, :4]))


def test_the_gates_begin_open_for_the_past():
    assert LSTM(2, 3).b.ravel().tolist() == [0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0]
    assert not GRU(2, 3).b.any()


@each
def test_weights_begin_as_described(kind):
    layer = kind(400, 100, rng=3)
    assert layer.w_x.std() == pytest.approx(1 / 20, rel=0.03)
    assert layer.w_h.std() == pytest.approx(1 / 10, rel=0.03)
    assert (kind(4, 3, rng=1).w_x == kind(4, 3, rng=np.random.default_rng(1)).w_x).all()
    assert (kind(4, 3, rng=1).w_x != kind(4, 3, rng=2).w_x).all()


@each
def test_what_is_large_overflows_nowhere(kind):
    layer = kind(1, 2)
    a = layer.forward(np.full((1, 3, 1), 1e4))
    assert np.isfinite(a).all()
    assert np.isfinite(layer.backward(a)).all()


@each
def test_float32_stays(kind):
    assert_float32_stays(kind(2, 3), np.ones((2, 4, 3)))
    layer = kind(2, 3).astype(np.float32)
    layer.forward(np.ones((2, 4, 3)))
    layer.backward(np.ones((3, 4, 3)))
    assert layer.delta_h.dtype == np.float32


@each
@pytest.mark.parametrize("seed", range(2))
def test_it_remembers(kind, seed):
    rng = np.random.default_rng(seed)
    bits = rng.integers(0, 2, (1, 6, 400))
    x = rng.normal(0, 0.3, (1, 6, 400))
    x[:, 0] = 2.0 * bits[:, 0] - 1  # the sign of the first is asked for after the last
    y = np.eye(2)[:, bits[0, 0]]
    model = Model([kind(1, 8, rng=rng), Pick(-1), Dense(8, 2, rng=rng)], "softmax", "cross_entropy")
    train(model, x, y, epochs=15, eta=0.02, batch_size=20, optimizer="adam", rng=seed)
    assert accuracy(model, x, y) > 0.95


def test_layers_of_recurrence_are_checked_end_to_end():
    net = Sequential([RNN(2, 3), GRU(3, 2), Dense(2, 2), Activation("tanh"), LSTM(2, 2), Pick(-1)])
    assert max(check_layer(net, np.random.default_rng(0).normal(size=(2, 3, 2))).values()) < 1e-6


@pytest.mark.parametrize(
    ("act", "error", "words"),
    [
        (lambda: RNN(0, 1), ValueError, "n_in must be a whole number, at least 1; got 0"),
        (lambda: LSTM(1, 1.5), TypeError, "n_hidden must be a whole number"),
        (lambda: GRU(1, 1, truncate=0), ValueError, "truncate must be a whole number, at least 1; got 0"),
        (lambda: LSTM(1, 10**6), ValueError, "n_hidden must ask for at most"),
        (lambda: RNN(2, 1).forward(np.ones((2, 3))), ValueError, r"shape \(2, t, m\); got shape \(2, 3\)"),
        (
            lambda: RNN(2, 1).forward(np.ones((2, 0, 1))),
            ValueError,
            r"shape \(2, t, m\); got shape \(2, 0, 1\)",
        ),
    ],
)
def test_what_is_given_is_checked(act, error, words):
    with pytest.raises(error, match=words):
        act()
