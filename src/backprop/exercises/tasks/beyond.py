"""Part VI: the way back through layers that are not dense."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Exercise, case, forms
from backprop.exercises.tasks.oracles import draws, sigma, slope, slopes

# A bypass


def _blocks() -> list[Case]:
    rng = draws(61)
    found = []
    for n, m, tags in ((3, 1, "one_sample"), (2, 3, ""), (4, 5, "")):
        arrays = [rng.normal(size=shape) for shape in ((n, m), (n, n), (n, 1), (n, m))]
        found.append(case(*arrays, tags=tags))
    return found


def _block_measured(x: Any, w: Any, b: Any, delta: Any) -> list[Any]:
    return slopes(lambda x, w, b: (delta * (x + np.tanh(w @ x + b))).sum(), x, w, b)


def _block(x: Any, w: Any, b: Any, delta: Any, kind: str) -> list[Any]:
    a = np.tanh(w @ x + b)
    dz = delta if kind == "no_slope" else delta * (1 - (x + a if kind == "slope_of_sum" else a) ** 2)
    through = (w if kind == "not_transposed" else w.T) @ dz
    around = {"no_road": 0 * delta, "road_times_x": delta * x}.get(kind, delta)
    onward = around if kind == "road_only" else around * through if kind == "product" else around + through
    if kind == "road_to_z":
        dz = dz + delta
    db = dz.mean(axis=1, keepdims=True) if kind == "bias_mean" else dz.sum(axis=1, keepdims=True)
    return [onward, dz @ x.T, db]


BLOCK_BACKWARD = Exercise(
    name="block-backward",
    page="beyond/residual",
    level="medium",
    signatures=("block_backward(x, W, b, delta)",),
    cases=_blocks,
    expected=_block_measured,
    returns=("the gradient of x", "the gradient of W", "the gradient of b"),
    samples=lambda x, w, b, delta: x.shape[1],
    mistakes=forms(
        _block,
        (
            *("no_road", "road_only", "no_slope", "slope_of_sum", "not_transposed"),
            *("product", "road_to_z", "bias_mean"),
        ),
    ),
)

# Normalising


def _batches() -> list[Case]:
    rng = draws(62)
    found = []
    for n, m in ((1, 4), (3, 5), (4, 4), (2, 7)):
        x, gamma = rng.normal(2, 3, size=(n, m)), rng.normal(1, 0.5, size=(n, 1))
        found.append(case(x, gamma, rng.normal(size=(n, m)), 0.01))
    return found


def _standardised(x: Any, epsilon: float, gap: int = 0) -> tuple[Any, Any]:
    m = x.shape[1]
    centred = x - x.sum(axis=1, keepdims=True) / m
    root = np.sqrt((centred * centred).sum(axis=1, keepdims=True) / (m - gap) + epsilon)
    return centred / root, root


def _batch_norm_measured(x: Any, gamma: Any, delta: Any, epsilon: float) -> list[Any]:
    def cost(x: Any, gamma: Any, beta: Any) -> Any:
        return (delta * (gamma * _standardised(x, epsilon)[0] + beta)).sum()

    return slopes(cost, x, gamma, np.zeros((len(x), 1)))


def _batch_norm(x: Any, gamma: Any, delta: Any, epsilon: float, kind: str) -> list[Any]:
    x_hat, root = _standardised(x, epsilon, gap=kind == "unbiased")
    axis = 0 if kind == "other_axis" else 1
    of_gamma = (delta * (x if kind == "gamma_of_x" else x_hat)).sum(axis=1, keepdims=True)
    g = delta if kind == "no_gamma" else gamma * delta
    mean, along = g.mean(axis=axis, keepdims=True), (g * x_hat).mean(axis=axis, keepdims=True)
    if kind == "sums":
        mean, along = mean * x.shape[1], along * x.shape[1]
    onward = g - (0 if kind in ("no_mean", "constants") else mean)
    if kind == "variance_without_x":
        onward = onward - along
    elif kind not in ("no_variance", "constants"):
        onward = onward - x_hat * along
    scale = root**2 if kind == "root_lost" else 1 if kind == "not_divided" else root
    return [onward / scale, of_gamma, delta.sum(axis=1, keepdims=True)]


BATCH_NORM_BACKWARD = Exercise(
    name="batch-norm-backward",
    page="beyond/normalising",
    level="hard",
    signatures=("batch_norm_backward(x, gamma, delta, epsilon)",),
    cases=_batches,
    expected=_batch_norm_measured,
    returns=("the gradient of x", "the gradient of gamma", "the gradient of beta"),
    samples=lambda x, gamma, delta, epsilon: x.shape[1],
    mistakes=forms(
        _batch_norm,
        (
            *("constants", "no_mean", "no_variance", "variance_without_x", "no_gamma", "gamma_of_x"),
            *("other_axis", "sums", "not_divided", "root_lost", "unbiased"),
        ),
    ),
)

# Through a window


def _images() -> list[Case]:
    rng = draws(63)
    found = []
    for image, window in (((3, 4), (2, 2)), ((4, 4), (3, 3)), ((2, 5), (1, 3)), ((5, 5), (2, 3))):
        out = [n - k + 1 for n, k in zip(image, window, strict=True)]
        found.append(case(rng.normal(size=image), rng.normal(size=window), rng.normal(size=out)))
    return found


def _convolved(x: Any, w: Any) -> Any:
    rows, columns = (n - k + 1 for n, k in zip(x.shape, w.shape, strict=True))
    return sum(w[u, v] * x[u : u + rows, v : v + columns] for u in range(len(w)) for v in range(w.shape[1]))


def _convolution_measured(x: Any, w: Any, delta: Any) -> list[Any]:
    return slopes(lambda x, w: (delta * _convolved(x, w)).sum(), x, w)


def _convolution(x: Any, w: Any, delta: Any, kind: str) -> list[Any]:
    rows, columns = delta.shape
    onward, of_w = np.zeros(x.shape), np.zeros(w.shape)
    used = w[::-1, ::-1] if kind == "turned" else w
    for i in range(rows):
        for j in range(columns):
            window = np.s_[i : i + len(w), j : j + w.shape[1]]
            old = 0 if kind == "overwritten" else onward[window]
            onward[window] = old + used * (1 if kind == "no_delta" else delta[i, j])
            if kind == "first_window" and (i or j):
                continue
            share = x[window] * delta[i, j]
            of_w = share if kind == "last_window" else of_w + share
    if kind == "mean":
        of_w = of_w / delta.size
    return [onward, of_w[::-1, ::-1] if kind == "filter_turned" else of_w]


CONVOLUTION_BACKWARD = Exercise(
    name="convolution-backward",
    page="beyond/convolution",
    level="medium",
    signatures=("convolution_backward(x, w, delta)",),
    cases=_images,
    expected=_convolution_measured,
    returns=("the gradient of x", "the gradient of w"),
    mistakes=forms(
        _convolution,
        (
            *("overwritten", "turned", "filter_turned", "no_delta"),
            *("first_window", "last_window", "mean"),
        ),
    ),
)

# Again and again


def _sequences() -> list[Case]:
    rng = draws(64)
    found = []
    for n_in, n, moments, tags in ((2, 3, 1, "one_moment"), (1, 1, 2, ""), (3, 3, 4, ""), (2, 3, 5, "")):
        shapes = ((n_in, moments), (n, n), (n, n_in), (n, 1), (n, moments))
        found.append(case(*(rng.normal(0, 0.8, size=shape) for shape in shapes), tags=tags))
    return found


def _states(x: Any, w: Any, u: Any, b: Any) -> list[Any]:
    states = [np.zeros((len(w), 1))]
    for t in range(x.shape[1]):
        states.append(np.tanh(w @ states[-1] + u @ x[:, [t]] + b))
    return states


def _recurrence_measured(x: Any, w: Any, u: Any, b: Any, delta: Any) -> list[Any]:
    def cost(w: Any, u: Any, b: Any) -> Any:
        return (delta * np.hstack(_states(x, w, u, b)[1:])).sum()

    return slopes(cost, w, u, b)


def _recurrence(x: Any, w: Any, u: Any, b: Any, delta: Any, kind: str) -> list[Any]:
    states = _states(x, w, u, b)
    of_w, of_u, of_b = np.zeros(w.shape), np.zeros(u.shape), np.zeros(b.shape)
    later, last = np.zeros(b.shape), x.shape[1] - 1
    for t in range(last, -1, -1):
        h = states[t + 1]
        arrives = delta[:, [t]] if kind != "last_delta" or t == last else np.zeros(b.shape)
        dz = (arrives + later) * (1 if kind == "no_slope" else 1 - h**2)
        if kind == "later_past_slope":
            dz = arrives * (1 - h**2) + later
        if kind == "overwritten":
            of_w, of_u, of_b = 0 * of_w, 0 * of_u, 0 * of_b
        if kind != "last_moment" or t == last:
            of_w = of_w + dz @ (h if kind == "state_after" else states[t]).T
            of_u = of_u + dz @ x[:, [t]].T
            of_b = of_b + dz
        later = {"no_return": 0 * dz, "not_transposed": w @ dz, "slope_twice": w.T @ (dz * (1 - h**2))}.get(
            kind, w.T @ dz
        )
        if kind == "one_step" and t < last:
            later = w.T @ (delta[:, [t]] * (1 - h**2))
    return [of_w, of_u, of_b]


RECURRENCE_BACKWARD = Exercise(
    name="recurrence-backward",
    page="beyond/recurrence",
    level="hard",
    signatures=("recurrence_backward(x, W, U, b, delta)",),
    cases=_sequences,
    expected=_recurrence_measured,
    returns=("the gradient of W", "the gradient of U", "the gradient of b"),
    mistakes=forms(
        _recurrence,
        (
            *("no_return", "last_delta", "one_step", "no_slope", "state_after", "not_transposed"),
            *("overwritten", "last_moment", "slope_twice", "later_past_slope"),
        ),
    ),
)


def _cells() -> list[Case]:
    rng = draws(68)
    found = [case(*(np.array([[v]]) for v in (0.2, 3.0, 0.3, 1.4, 1.2, 1.0, 0.5)), tags="one_sample")]
    for n, m in ((1, 1), (3, 2), (4, 5)):
        tags = "one_sample" if m == 1 else ""
        found.append(case(*(rng.normal(size=(n, m)) for _ in range(7)), tags=tags))
    return found


def _cell_measured(z_i: Any, z_f: Any, z_g: Any, z_o: Any, before: Any, dh: Any, dc: Any) -> list[Any]:
    def cost(z_i: Any, z_f: Any, z_g: Any, z_o: Any, before: Any) -> Any:
        c = sigma(z_f) * before + sigma(z_i) * np.tanh(z_g)
        return (dh * sigma(z_o) * np.tanh(c) + dc * c).sum()

    return slopes(cost, z_i, z_f, z_g, z_o, before)


def _cell(z_i: Any, z_f: Any, z_g: Any, z_o: Any, before: Any, dh: Any, dc: Any, kind: str) -> list[Any]:
    i, f, g, o = sigma(z_i), sigma(z_f), np.tanh(z_g), sigma(z_o)
    c = f * before + i * g
    shown = np.tanh(c)
    slope_shown = {"no_tanh_slope": 1, "slope_of_cell": 1 - c**2, "old_cell": 1 - np.tanh(before) ** 2}.get(
        kind, 1 - shown**2
    )
    from_state = dh * (1 if kind == "no_output_gate" else o) * slope_shown
    of_c = {"state_only": from_state, "next_only": dc}.get(kind, dc + from_state)
    of_i, of_f = (of_c * before, of_c * g) if kind == "exchanged" else (of_c * g, of_c * before)
    of_o = {"cell_itself": dh * c, "output_gets_cell": of_c * shown}.get(kind, dh * shown)
    gates = [(of_i, i * (1 - i)), (of_f, f * (1 - f)), (of_c * i, 1 - g**2), (of_o, o * (1 - o))]
    if kind == "slope_of_sigmoid":
        gates[2] = of_c * i, g * (1 - g)
    found = [gets if kind == "no_slopes" else gets * slope for gets, slope in gates]
    return [*found, of_c if kind == "all_kept" else of_c * f]


LSTM_STEP_BACKWARD = Exercise(
    name="lstm-step-backward",
    page="beyond/recurrence",
    level="medium",
    signatures=("lstm_step_backward(z_i, z_f, z_g, z_o, before, delta_h, delta_c)",),
    cases=_cells,
    expected=_cell_measured,
    returns=(
        *("the gradient of z_i", "the gradient of z_f", "the gradient of z_g", "the gradient of z_o"),
        "the gradient of before",
    ),
    samples=lambda z_i, *others: z_i.shape[1],
    mistakes=forms(
        _cell,
        (
            *("state_only", "next_only", "no_tanh_slope", "slope_of_cell", "old_cell", "no_output_gate"),
            *("exchanged", "cell_itself", "output_gets_cell", "slope_of_sigmoid", "no_slopes", "all_kept"),
        ),
    ),
)

# Looking around


def _looks() -> list[Case]:
    rng = draws(65)
    found = []
    for d, d_v, queries, keys in ((4, 2, 3, 3), (2, 2, 1, 4), (3, 1, 4, 2), (5, 5, 5, 5)):
        shapes = ((d, queries), (d, keys), (d_v, keys), (d_v, queries))
        found.append(case(*(rng.normal(size=shape) for shape in shapes)))
    return found


def _shares(q: Any, k: Any) -> Any:
    e = np.exp(k.T @ q / math.sqrt(len(q)))
    return e / e.sum(axis=0)


def _attention_measured(q: Any, k: Any, v: Any, delta: Any) -> list[Any]:
    return slopes(lambda q, k, v: (delta * (v @ _shares(q, k))).sum(), q, k, v)


def _attention(q: Any, k: Any, v: Any, delta: Any, kind: str) -> list[Any]:
    p, root = _shares(q, k), math.sqrt(len(q))
    of_p = v.T @ delta
    along = 1 if kind == "other_axis" else 0
    of_s = p * (of_p - (p * of_p).sum(axis=along, keepdims=True))
    of_s = {"diagonal": p * (1 - p) * of_p, "no_softmax": of_p, "weighted_only": p * of_p}.get(kind, of_s)
    if kind == "plain_mean":
        of_s = p * (of_p - of_p.mean(axis=0, keepdims=True))
    root = {"no_root": 1, "divided_by_d": len(q)}.get(kind, root)
    of_q, of_k = k @ of_s / root, q @ of_s.T / root
    if kind == "fixed":
        of_q, of_k = 0 * of_q, 0 * of_k
    if kind == "queries_only":
        of_k = 0 * of_k
    return [of_q, of_k, delta @ p.T]


ATTENTION_BACKWARD = Exercise(
    name="attention-backward",
    page="beyond/attention",
    level="hard",
    signatures=("attention_backward(Q, K, V, delta)",),
    cases=_looks,
    expected=_attention_measured,
    returns=("the gradient of Q", "the gradient of K", "the gradient of V"),
    mistakes=forms(
        _attention,
        (
            *("diagonal", "no_softmax", "weighted_only", "plain_mean", "other_axis"),
            *("no_root", "divided_by_d", "fixed", "queries_only"),
        ),
    ),
)


def _words() -> list[Case]:
    rng = draws(66)
    found = [case(np.array([2, 0, 2]), np.array([[1.0, 10, 100], [0, 2, 5]]), 4)]
    for n, places, count in ((3, 6, 3), (4, 4, 4), (2, 9, 3)):
        words = rng.integers(count, size=places)
        words[-1] = words[0]
        found.append(case(words, rng.normal(size=(n, places)), count))
    return found


def _table_measured(words: Any, delta: Any, count: int) -> Any:
    def cost(table: Any) -> Any:
        return sum((delta[:, i] * table[:, word]).sum() for i, word in enumerate(words))

    return slopes(cost, np.zeros((len(delta), count)))[0]


def _table(words: Any, delta: Any, count: int, kind: str) -> Any:
    found = np.zeros((len(delta), count))
    for i, word in enumerate(words):
        old = 0 if kind == "last_place" else found[:, word]
        if kind == "first_place" and word in words[:i]:
            continue
        found[:, word] = old + (1 if kind == "counted" else delta[:, i])
    times = np.maximum(np.bincount(words, minlength=count), 1)
    return {"mean": found / times, "turned": found.T, "times": found * times}.get(kind, found)


TABLE_BACKWARD = Exercise(
    name="table-backward",
    page="beyond/attention",
    level="easy",
    signatures=("table_backward(words, delta, count)",),
    cases=_words,
    expected=_table_measured,
    mistakes=forms(
        _table,
        ("last_place", "first_place", "mean", "turned", "counted", "times"),
    ),
)

# Learning to copy


def _copies() -> list[Case]:
    rng = draws(67)
    found = [case(np.array([[1.0, 2]]), np.array([[1.0], [0]]), tags="one_sample")]
    for k, n, m in ((2, 3, 1), (2, 4, 3), (3, 3, 5), (1, 2, 4)):
        tags = "one_sample" if m == 1 else ""
        found.append(case(rng.normal(0, 0.7, size=(k, n)), rng.normal(size=(n, m)), tags=tags))
    return found


def _tied_measured(w: Any, x: Any) -> Any:
    return slope(lambda w: ((w.T @ (w @ x) - x) ** 2).sum() / (2 * x.shape[1]), w)


def _tied(w: Any, x: Any, kind: str) -> Any:
    code = w @ x
    error = w.T @ code - (0 if kind == "copy_itself" else x)
    as_decoder, as_encoder = code @ error.T, w @ error @ (error if kind == "error_for_x" else x).T
    found = {
        "second_half": as_decoder,
        "first_half": as_encoder,
        "second_twice": 2 * as_decoder,
        "first_twice": 2 * as_encoder,
        "difference": as_decoder - as_encoder,
    }.get(kind, as_decoder + as_encoder)
    return found / x.shape[1]


TIED_GRADIENT = Exercise(
    name="tied-gradient",
    page="beyond/autoencoder",
    level="medium",
    signatures=("tied_gradient(W, x)",),
    cases=_copies,
    expected=_tied_measured,
    samples=lambda w, x: x.shape[1],
    mistakes=forms(
        _tied,
        (
            *("second_half", "first_half", "second_twice", "first_twice"),
            *("difference", "copy_itself", "error_for_x"),
        ),
    ),
)

EXERCISES = (
    BLOCK_BACKWARD,
    BATCH_NORM_BACKWARD,
    CONVOLUTION_BACKWARD,
    LSTM_STEP_BACKWARD,
    RECURRENCE_BACKWARD,
    TABLE_BACKWARD,
    ATTENTION_BACKWARD,
)
COPIES = (TIED_GRADIENT,)
