import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backprop import Attention, attend, attend_backward, check_layer

from .oracles import assert_float32_stays, assert_right, complex_step, drawn


def one_sequence(q, k, v, allowed):
    """Mix the values as the definition says, query by query; each argument is a list of columns."""
    a = np.zeros((v.shape[0], q.shape[1]), complex)
    for i in range(q.shape[1]):
        keys = [j for j in range(k.shape[1]) if allowed[j, i]]
        weights = [np.exp(sum(k[:, j] * q[:, i]) / np.sqrt(len(q))) for j in keys]
        a[:, i] = sum(weight * v[:, j] for weight, j in zip(weights, keys, strict=True)) / sum(weights)
    return a


def with_heads(heads, allowed):
    def definition(x, w_q, w_k, w_v, w_o):
        a, d = np.zeros(x.shape, complex), len(x) // heads
        for i in range(x.shape[2]):
            parts = []
            for h in range(heads):
                rows = slice(h * d, (h + 1) * d)
                q, k, v = (w[rows] @ x[:, :, i] for w in (w_q, w_k, w_v))
                parts.append(one_sequence(q, k, v, allowed[:, :, i]))
            a[:, :, i] = w_o @ np.concatenate(parts)
        return a

    return definition


@settings(max_examples=25)
@given(
    heads=st.integers(1, 3),
    d=st.integers(1, 3),
    t=st.integers(1, 4),
    m=st.integers(1, 2),
    causal=st.booleans(),
    seed=st.integers(0, 99),
)
def test_against_the_definition(heads, d, t, m, causal, seed):
    layer = drawn(Attention(heads * d, heads, causal=causal), seed)
    x = np.random.default_rng(seed).normal(size=(heads * d, t, m))
    allowed = np.array([[[not causal or j <= i] * m for i in range(t)] for j in range(t)])
    assert_right(layer, x, with_heads(heads, allowed), rtol=1e-8, atol=1e-10)
    np.testing.assert_allclose(layer.p.sum(axis=1), 1, rtol=1e-12)
    assert layer.p.shape == (heads, t, t, m)
    assert not layer.p[:, ~allowed[:, :, 0]].any()


@settings(max_examples=25)
@given(
    d=st.integers(1, 3),
    d_v=st.integers(1, 3),
    t=st.integers(1, 3),
    s=st.integers(1, 4),
    seed=st.integers(0, 99),
)
def test_queries_may_look_at_another_sequence(d, d_v, t, s, seed):
    rng = np.random.default_rng(seed)
    q, k, v = rng.normal(size=(d, t, 2)), rng.normal(size=(d, s, 2)), rng.normal(size=(d_v, s, 2))
    mask = rng.random((s, t, 2)) < 0.7
    mask[0] = True

    def definition(q, k, v):
        return np.stack(
            [one_sequence(q[:, :, i], k[:, :, i], v[:, :, i], mask[:, :, i]) for i in range(2)], axis=-1
        )

    a, p = attend(q, k, v, mask)
    np.testing.assert_allclose(a, definition(q + 0j, k + 0j, v + 0j).real, rtol=1e-9, atol=1e-12)
    g = rng.normal(size=a.shape)
    expected = complex_step(definition, {"q": q, "k": k, "v": v}, g)
    for name, found in zip("qkv", attend_backward(g, q, k, v, p), strict=True):
        np.testing.assert_allclose(found, expected[name], rtol=1e-8, atol=1e-11, err_msg=name)


def test_two_keys_by_hand():
    q, k = np.full((4, 1, 1), 0.5), np.zeros((4, 2, 1))
    k[:, 1] = np.log(3)  # kᵀ q / √4 is 0 and log 3, so that p is 1/4 and 3/4
    v = np.array([[[10.0], [20]]])
    a, p = attend(q, k, v)
    np.testing.assert_allclose(p.ravel(), [0.25, 0.75], rtol=1e-12)
    np.testing.assert_allclose(a.ravel(), [17.5], rtol=1e-12)
    of_q, of_k, of_v = attend_backward(np.ones((1, 1, 1)), q, k, v, p)
    np.testing.assert_allclose(of_v.ravel(), [0.25, 0.75], rtol=1e-12)
    # of P: (10, 20); of S: ¼ (10 − 17.5) and ¾ (20 − 17.5); of K: q / √4 times these; of Q: k / √4
    np.testing.assert_allclose(of_k[:, :, 0], [[0.25 * -1.875, 0.25 * 1.875]] * 4, rtol=1e-12)
    np.testing.assert_allclose(of_q.ravel(), [np.log(3) / 2 * 1.875] * 4, rtol=1e-12)


def test_the_mean_of_those_before_by_hand():
    layer = Attention(2, causal=True)
    layer.w_q, layer.w_v, layer.w_o = np.zeros((2, 2)), np.eye(2), np.eye(2)
    a = layer.forward(np.array([[1.0, 3, 5], [0, 0, 6]])[:, :, None])
    np.testing.assert_allclose(a[:, :, 0], [[1, 2, 3], [0, 0, 2]], rtol=1e-12)


def test_the_past_does_not_hang_on_the_future():
    layer = Attention(4, 2, causal=True)
    x = np.random.default_rng(0).normal(size=(4, 6, 2))
    np.testing.assert_allclose(layer.forward(x)[:, :4], layer.forward(x[:, :4]), rtol=1e-10)


def test_without_a_mask_the_order_of_places_changes_nothing_but_the_order():
    layer, order = Attention(4, 2), [2, 0, 3, 1]
    x = np.random.default_rng(0).normal(size=(4, 4, 2))
    np.testing.assert_allclose(layer.forward(x[:, order]), layer.forward(x)[:, order], rtol=1e-9, atol=1e-12)


def test_a_mask_is_given_for_one_call():
    layer = Attention(4, 2)
    x = np.random.default_rng(0).normal(size=(4, 5, 2))
    short = np.ones((5, 5, 2), bool)
    short[3:, :, 1] = False  # the second sample ends after three places
    a = layer.forward(x, mask=short)
    delta = np.random.default_rng(1).normal(size=a.shape)
    layer.backward(delta)
    of_short = {name: gradient.copy() for name, gradient in layer.gradients.items()}
    alone = layer.forward(x[:, :3, 1:])
    np.testing.assert_allclose(a[:, :3, 1:], alone, rtol=1e-9)
    np.testing.assert_allclose(a[:, :, :1], layer.forward(x[:, :, :1]), rtol=1e-9)
    full = layer.forward(x)
    np.testing.assert_array_equal(full, layer.forward(x, mask=np.ones((5, 5), bool)))
    layer.backward(delta)
    assert not np.allclose(layer.nabla_w_q, of_short["w_q"])
    causal = Attention(4, 2, causal=True)
    np.testing.assert_array_equal(layer.forward(x, mask=np.triu(np.ones((5, 5), bool))), causal.forward(x))


def test_scores_are_divided_so_that_they_do_not_grow_with_d():
    rng = np.random.default_rng(0)
    for d in (4, 64, 1024):
        q, k = rng.normal(size=(d, 50, 1)), rng.normal(size=(d, 50, 1))
        _, p = attend(q, k, k)
        scores = np.log(p[:, :, 0])
        assert np.std(scores - scores.mean(axis=0)) == pytest.approx(1, rel=0.1)


class WithAnotherJacobian(Attention):
    """Goes back through the attention with another rule for the softmax, or another slip."""

    def backward(self, delta):
        columns, x = delta.reshape(len(delta), -1), self.x.reshape(len(delta), -1)
        of_a = self._cut(self.w_o.T @ columns)
        q, k, v, p, g = (np.moveaxis(array, -1, 0) for array in (self.q, self.k, self.v, self.p_of_all, of_a))
        root = np.sqrt(q.shape[1])
        of_s = self.softmax(p, v.swapaxes(1, 2) @ g)
        parts = self.parts(k @ of_s / root, q @ of_s.swapaxes(1, 2) / root, g @ p.swapaxes(1, 2))
        of_q, of_k, of_v = (self._joined(np.moveaxis(part, 0, -1)) for part in parts)
        self.nabla_w_o = columns @ self.found.T
        self.nabla_w_q, self.nabla_w_k, self.nabla_w_v = of_q @ x.T, of_k @ x.T, of_v @ x.T
        return (self.w_q.T @ of_q + self.w_k.T @ of_k + self.w_v.T @ of_v).reshape(delta.shape)

    def softmax(self, p, of_p):
        return p * (of_p - (p * of_p).sum(axis=1, keepdims=True))

    def parts(self, *parts):
        return parts


class WithoutTheOffDiagonal(WithAnotherJacobian):
    """Takes p (1 − p), the diagonal of the Jacobian, for all of it."""

    def softmax(self, p, of_p):
        return p * (1 - p) * of_p


class AlongTheRows(WithAnotherJacobian):
    def softmax(self, p, of_p):
        return p * (of_p - (p * of_p).sum(axis=2, keepdims=True))


class ForgetsTheRoot(WithAnotherJacobian):
    def parts(self, of_q, of_k, of_v):
        return 2 * of_q, 2 * of_k, of_v


class ForgetsTheKeys(WithAnotherJacobian):
    def parts(self, of_q, of_k, of_v):
        return of_q, 0 * of_k, of_v


@pytest.mark.parametrize("wrong", [WithoutTheOffDiagonal, AlongTheRows, ForgetsTheRoot, ForgetsTheKeys])
def test_wrong_versions_are_noticed(wrong):
    x = np.random.default_rng(0).normal(size=(4, 3, 2))
    assert max(check_layer(drawn(WithAnotherJacobian(4, 2)), x).values()) < 1e-6
    errors = check_layer(drawn(wrong(4, 2)), x)
    assert errors["x"] > 1e-2
    assert errors["w_v"] < 1e-6


def test_weights_begin_as_described():
    layer = Attention(100, 5, rng=3)
    for w in (layer.w_q, layer.w_k, layer.w_v, layer.w_o):
        assert w.std() == pytest.approx(1 / 10, rel=0.03)
    assert (layer.w_q != layer.w_k).all()


def test_large_scores_overflow_nowhere():
    layer = Attention(2)
    layer.w_q = layer.w_k = 1e3 * np.eye(2)
    x = np.random.default_rng(0).normal(size=(2, 3, 1))
    assert np.isfinite(layer.forward(x)).all()
    assert np.isfinite(layer.backward(np.ones(x.shape))).all()


def test_float32_stays():
    assert_float32_stays(Attention(4, 2, causal=True), np.ones((4, 3, 2)))


Q = np.ones((2, 3, 1))


@pytest.mark.parametrize(
    ("act", "error", "words"),
    [
        (lambda: Attention(4, 3), ValueError, "heads must divide n, which is 4; got 3"),
        (lambda: Attention(4, 0), ValueError, "heads must be a whole number, at least 1; got 0"),
        (lambda: Attention(4, causal=1), TypeError, "causal must be True or False; got 1"),
        (
            lambda: Attention(4).forward(np.ones((3, 2, 1))),
            ValueError,
            r"shape \(4, t, m\); got shape \(3, 2, 1\)",
        ),
        (
            lambda: Attention(2).forward(Q, mask=np.ones((3, 3))),
            TypeError,
            "mask must be an array of booleans",
        ),
        (lambda: Attention(2).forward(Q, mask=np.ones((2, 3), bool)), ValueError, r"\(3, 3\) or \(3, 3, 1\)"),
        (
            lambda: Attention(2).forward(Q, mask=~np.eye(3, 3, 1, bool) & (np.arange(3) > 0)),
            ValueError,
            "query 0 sees",
        ),
        (lambda: attend(Q[0], Q, Q), ValueError, r"q must have shape \(d, t, m\); got shape \(3, 1\)"),
        (lambda: attend(Q, Q[:1], Q), ValueError, r"k must have shape \(2, s, 1\); got shape \(1, 3, 1\)"),
        (
            lambda: attend(Q, Q, Q[:, :2]),
            ValueError,
            r"v must have shape \(d_v, 3, 1\); got shape \(2, 2, 1\)",
        ),
        (
            lambda: attend_backward(Q, Q, Q, Q, Q),
            ValueError,
            r"p must have shape \(3, 3, 1\); got shape \(2, 3",
        ),
        (lambda: attend_backward(Q[:1], Q, Q, Q, Q), ValueError, r"delta must have shape \(2, 3, 1\)"),
    ],
)
def test_what_is_given_is_checked(act, error, words):
    with pytest.raises(error, match=words):
        act()
