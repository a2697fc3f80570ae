"""The models of Part VI's live figures once more, in Python, by the library's layers."""

from collections.abc import Callable
from typing import Any

import numpy as np

from backprop import Conv2d, attend, attend_backward

X = np.array([0, 2, 2, 7, 7, 3, 0], float)  # with one more at each edge
ARRIVES = np.array([1, 1, 3, 0, 2, 1], float)


def one_window(state: dict[str, Any]) -> dict[str, Any]:
    """A window on five pixels: every product is found by a `Conv2d` in which all else is 0."""
    first, stride = 1 - state["padding"], state["stride"]
    row = X[first : len(X) - first]
    layer = Conv2d(1, 1, size=(1, 2), stride=(1, stride))
    w = np.array([state["w1"], state["w2"]], float)
    places = first + stride * np.arange((len(row) - 2) // stride + 1)

    def through(weights: np.ndarray, delta: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return the results, and what goes back to the row and to the weights, by place."""
        layer.w, layer.b = weights.reshape(1, 1, 1, 2), np.zeros((1, 1))
        z, onward = np.zeros(6), np.zeros(7)
        z[places] = layer.forward(row.reshape(1, 1, -1, 1)).ravel()
        onward[first : first + len(row)] = layer.backward(delta[places].reshape(1, 1, -1, 1)).ravel()
        return z, onward, layer.nabla_w.ravel()

    alone = np.eye(2) * w  # one weight, the other is 0
    along = np.zeros((2, 6))
    for a in (0, 1):
        z = through(alone[a], ARRIVES)[0]
        for g in places:
            _, onward, nabla_w = through(alone[a], ARRIVES * (np.arange(6) == g))
            along[a, g] = [z[g], onward[g + a], nabla_w[a]][state["mode"] - 1]
    z, onward, nabla_w = through(w, ARRIVES)
    window = min(state["window"], len(places))
    by = [through(alone[a], ARRIVES)[0][places[window - 1]] for a in (0, 1)]
    got = [through(alone[a], ARRIVES)[1][state["pixel"]] for a in (0, 1)]
    return {
        **{"x": X, "delta": ARRIVES, "z": z, "along": along, "onward": onward},
        **{"by1": by[0], "by2": by[1], "sees": z[places[window - 1]], "windows": len(places)},
        **{"got1": got[0], "got2": got[1], "gets": onward[state["pixel"]], "window": window},
        "gradient": nabla_w[state["weight"] - 1],
    }


def unrolled(state: dict[str, Any]) -> dict[str, Any]:
    """A recurrence of a single number; what comes back is measured by nudges so small that they are exact."""
    steps, most, x = int(state["steps"]), 5, np.array([1, -0.6, 0.5, -0.4, 0.3])
    back, tiny = min(int(state["back"]), steps), 1e-30

    def run(start: int = 0, nudge: complex = 0, use: int = 0) -> np.ndarray:
        """Return all states, where the state `start` or the weight in its use `use` is nudged."""
        h = np.zeros(most + 1, complex)
        h[0] = nudge if use == 0 and start == 0 else 0
        for t in range(1, steps + 1):
            w = state["w"] + (nudge if use == t else 0)
            h[t] = np.tanh(w * h[t - 1] + state["u"] * x[t - 1])
            h[t] += nudge if use == 0 and start == t else 0
        return h

    arrives, share, factor = np.zeros(most + 1), np.zeros(most), np.zeros(most)
    for t in range(steps + 1):
        arrives[t] = run(start=t, nudge=1j * tiny)[steps].imag / tiny
    for t in range(1, steps + 1):
        share[t - 1] = run(nudge=1j * tiny, use=t)[steps].imag / tiny
        factor[t - 1] = run(start=t - 1, nudge=1j * tiny)[t].imag / tiny
    return {
        **{"x": x, "h": run().real, "factor": factor, "share": share, "arrives": arrives},
        **{"reach": arrives[0], "so_far": share[steps - back : steps].sum()},
    }


def one_query(state: dict[str, Any]) -> dict[str, Any]:
    """One query and its keys by the library's attention; the row of the Jacobian is measured."""
    q, keys, values = (np.array(state[name], float) for name in ("q", "K", "V"))
    seen = np.arange(4) < 3 + state["fourth"]
    s = keys.T @ q / np.sqrt(2)
    columns = q[:, None, None], keys[:, :, None], values[None, :, None]
    a, p = attend(*columns, mask=seen[:, None])
    error = float(a.item()) - state["y"]
    to_q, to_keys, _ = attend_backward(np.full((1, 1, 1), error), *columns, p)
    nudged = s + 1e-30j * (np.arange(4) == state["key"] - 1)
    powers = np.exp(nudged - s.max()) * seen
    cost = (powers / powers.sum() @ values - state["y"]) ** 2 / 2
    u = []
    for j in range(4):
        powers = np.exp(s - s.max() + 1e-30j * (np.arange(4) == j)) * seen
        u.append(((powers / powers.sum() @ values - state["y"]) ** 2 / 2).imag / 1e-30)
    powers = np.exp(nudged - s.max()) * seen
    return {
        **{"number": [1, 2, 3, 4], "s": s, "p": p.ravel(), "a": float(a.item()), "error": error},
        **{"row": (powers / powers.sum()).imag / 1e-30, "u": u, "its": cost.imag / 1e-30},
        **{"to_q": to_q.ravel(), "to_K": to_keys[:, :, 0]},
    }


BEYOND: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "window": one_window,
    "unrolled": unrolled,
    "pull": one_query,
}
