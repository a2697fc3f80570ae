"""Part VI: the way back through time."""

from __future__ import annotations

from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Exercise, case, forms
from backprop.exercises.tasks.oracles import draws, sigma, slopes


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

EXERCISES = (LSTM_STEP_BACKWARD, RECURRENCE_BACKWARD)
