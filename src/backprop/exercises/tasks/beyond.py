"""Part VI: the way back around a layer, through normalising and through a window; and learning to copy."""

from __future__ import annotations

from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Exercise, case, forms
from backprop.exercises.tasks.oracles import draws, slope, slopes

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

EXERCISES = (BLOCK_BACKWARD, BATCH_NORM_BACKWARD, CONVOLUTION_BACKWARD)
COPIES = (TIED_GRADIENT,)
"""The exercises before those on sequences, and the one after them."""
