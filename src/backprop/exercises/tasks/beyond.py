"""Part VI: the way back through layers that are not dense."""

from __future__ import annotations

from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Exercise, case, forms
from backprop.exercises.tasks.oracles import draws, slopes

# A road around


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
    returns=("of x", "of W", "of b"),
    mistakes=forms(
        _block,
        (
            *("no_road", "road_only", "no_slope", "slope_of_sum", "not_transposed"),
            *("product", "road_to_z", "bias_mean"),
        ),
    ),
)

EXERCISES = (BLOCK_BACKWARD,)
