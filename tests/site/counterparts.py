"""The live figures' models once more, in Python: what each shows, by the library and by measuring."""

from collections.abc import Callable
from typing import Any

import numpy as np

from backprop import (
    SGD,
    Adam,
    Momentum,
    Nesterov,
    Network,
    RMSProp,
    datasets,
    sigmoid,
    sigmoid_prime,
    softmax,
)

from .counterparts_beyond import BEYOND


def circuit(state: dict[str, float]) -> dict[str, float]:
    """The circuit in Python; its derivatives are measured, not computed by a rule."""

    def run(inputs: np.ndarray) -> float:
        a, b, c = inputs
        return float(sigmoid((a + b) * c))

    at = np.array([state["a"], state["b"], state["c"]], float)
    start = np.array([1.0, -2, -3])
    d = at[0] + at[1]
    e = d * at[2]
    grad_e = float(sigmoid_prime(e))
    gradient = np.array([at[2] * grad_e, at[2] * grad_e, d * grad_e])
    first = np.array([-3, -3, -1]) * float(sigmoid_prime(3))
    return {
        "d": d,
        "e": e,
        "f": run(at),
        "grad_f": 1,
        "grad_e": grad_e,
        "grad_d": gradient[0],
        "grad_c": gradient[2],
        "grad_b": gradient[1],
        "grad_a": gradient[0],
        "step_promise": run(at) + state["eta"] * float(gradient @ gradient),
        "step_result": run(at + state["eta"] * gradient),
        "moved_promise": float(first @ (at - start)),
        "moved_change": run(at) - run(start),
    }


def one_pass(state: dict[str, list]) -> dict[str, Any]:
    """One pass through the worked network, by the library's `Network`."""
    net = Network([2, 3, 1], rng=0)
    net.weights = [np.array(state["W2"], float), np.array(state["W3"], float)]
    net.biases = [np.array(state["b2"], float), np.array(state["b3"], float)]
    x, y = np.array(state["x"], float), np.array(state["y"], float)
    nabla_b, nabla_w = net.backprop(x, y)
    z2 = net.weights[0] @ x + net.biases[0]
    a2 = sigmoid(z2)
    z3 = net.weights[1] @ a2 + net.biases[1]
    a3 = net.feedforward(x)
    return {
        **{"z2": z2, "a2": a2, "z3": z3, "a3": a3, "C": net.cost(x, y), "error": a3 - y},
        **{"slope3": sigmoid_prime(z3), "delta3": nabla_b[1], "carried": net.weights[1].T @ nabla_b[1]},
        **{"slope2": sigmoid_prime(z2), "delta2": nabla_b[0], "grad_b3": nabla_b[1], "grad_b2": nabla_b[0]},
        **{"grad_W3": nabla_w[1], "grad_W2": nabla_w[0]},
    }


def one_layer_back(state: dict[str, Any]) -> dict[str, Any]:
    """What hidden units collect, by a `Network` whose first weights only hand their weighted inputs on."""
    z2, weights, y = (np.array(state[name], float) for name in ("z2", "W3", "y"))
    net = Network([len(z2), len(z2), len(weights)], rng=0)
    net.weights = [np.eye(len(z2)), weights]
    net.biases = [np.zeros_like(z2), np.array(state["b3"], float)]
    nabla_b, _ = net.backprop(z2, y)
    a3 = net.feedforward(z2)
    z3 = weights @ sigmoid(z2) + net.biases[1]
    back = weights * nabla_b[1]
    unit = state["unit"] - 1
    return {
        **{"z3": z3, "a3": a3, "error": a3 - y, "slope3": sigmoid_prime(z3), "delta3": nabla_b[1]},
        **{"back": back, "collected": back.sum(axis=0, keepdims=True).T, "slope2": sigmoid_prime(z2)},
        **{"delta2": nabla_b[0], "from1": back[0, unit], "from2": back[1, unit]},
        **{
            "together": back[:, unit].sum(),
            "its_slope": sigmoid_prime(z2[unit, 0]),
            "its_error": nabla_b[0][unit, 0],
        },
    }


def walkers(state: dict[str, float]) -> dict[str, float]:
    """One neuron goes downhill on two costs: `Network` does the steps, weight and bias by themselves."""

    def trained(cost: str) -> tuple[float, float, float]:
        net = Network([1, 1], cost=cost, rng=0)
        w = b = state["z"] / 2
        for _ in range(int(state["epoch"]) + 1):
            net.weights, net.biases = [np.array([[w]])], [np.array([[b]])]
            nabla_b, nabla_w = net.backprop([[1]], [[0]])
            z, delta, now = w + b, float(nabla_b[0][0, 0]), net.cost([[1]], [[0]])
            w, b = w - state["eta"] * float(nabla_w[0][0, 0]), b - state["eta"] * delta
        return z, delta, now

    z_q, delta_q, cost_q = trained("quadratic")
    z_c, a_c, cost_c = trained("cross_entropy")
    return {
        **{"z_q": z_q, "a_q": float(sigmoid(z_q)), "slope_q": float(sigmoid_prime(z_q))},
        **{"delta_q": delta_q, "cost_q": cost_q, "z_c": z_c, "a_c": a_c, "cost_c": cost_c},
    }


def quotients(state: dict[str, float]) -> dict[str, float]:
    """The derivative of the cube at 2, measured with a nudge; the other figure has its number in a row."""
    nudges = [1.0, *(float(f"{digits}e-{k}") for k in range(1, 16) for digits in (4.64, 2.15, 1))]
    h = state["h"] if "h" in state else nudges[int(state["step"])]
    above, below = 2 + h, 2 - h
    one_sided = (above * above * above - 8) / h
    central = (above * above * above - below * below * below) / (2 * h)
    own = {} if "h" in state else {"h": h}
    return own | {
        **{"one_sided": one_sided, "central": central, "after": above * above * above},
        **{"error_one": abs(one_sided - 12), "error_central": abs(central - 12)},
    }


def one_link(state: dict[str, float]) -> dict[str, float]:
    """A nudge of c passes a product gate and a sigmoid."""
    c, d, h = state["c"], state["d"], state["h"]
    e, f = c * d, float(sigmoid(c * d))
    change_e, change_f = (c + h) * d - e, float(sigmoid((c + h) * d)) - f
    return {
        **{"e": e, "f": f, "change_e": change_e, "change_f": change_f, "quotient_e": change_e / h},
        **{"quotient_f": change_f / change_e, "quotient_both": change_f / h},
    }


def descent(state: dict[str, float], turned: tuple[str, ...] = ("rmsprop", "adam")) -> dict[str, Any]:
    """Five of the library's optimisers go down a valley; of those named, the weights are turned against it.

    The others could be, too, but if they are thrown out far across the valley, no digit of their place along
    it would be left. A test of the figure turns them near the bottom.
    """
    found: dict[str, Any] = {}
    for name, optimiser, eta in [
        ("descent", SGD(), 0.07),
        ("momentum", Momentum(0.7), 0.04),
        ("nesterov", Nesterov(0.7), 0.04),
        ("rmsprop", RMSProp(), 0.3),
        ("adam", Adam(), 1),
    ]:
        angle = np.radians(state["turn"]) if name in turned else 0.0
        axes = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        curvature = axes @ np.diag([1, state["kappa"]]) @ axes.T
        w = axes @ np.array([state["x"], state["y"]], float)
        for _ in range(int(state["step"])):
            optimiser.step(w, curvature @ w, state["rates"] * eta)
        found |= {name: axes.T @ w, f"cost_{name}": float(w @ curvature @ w / 2)}
    return found


def chain(state: dict[str, Any]) -> dict[str, Any]:
    """A chain of sigmoid units: `Network` takes the derivative of each unit's output with respect to x."""
    weights = [np.array(state[f"W{layer}"], float) for layer in range(2, 6)]
    biases = [np.array([[b]], float) for b in (0, 1, 0, -1)]
    x = np.array([state["x"]], float)
    found: dict[str, Any] = {}
    for layer in range(2, 6):
        net = Network([1] * layer, rng=0)
        net.weights, net.biases = weights[: layer - 1], biases[: layer - 1]
        zs, activations = net.forward_pass(x)
        nabla_b, _ = net.backprop(x, activations[layer] - 1)  # so that the cost answers the output with 1
        product = weights[0] * nabla_b[0]
        factor = weights[layer - 2] * sigmoid_prime(zs[layer])
        found |= {
            f"a{layer}": activations[layer][0],
            f"factor{layer}": factor[0],
            f"product{layer}": product[0],
        }
    return found


def total(state: dict[str, float]) -> dict[str, float]:
    """The example for authors."""
    return {"d": state["a"] + state["b"]}


def one_sigmoid(state: dict[str, float]) -> dict[str, float]:
    """The sigmoid at one place."""
    a = float(sigmoid(state["z"]))
    return {"a": a, "rest": 1 - a, "slope": float(sigmoid_prime(state["z"]))}


def shares(state: dict[str, Any]) -> dict[str, Any]:
    """Scores become shares; price and errors are those of a `Network` whose weights hand the scores on."""
    z = np.array(state["z"], float)
    found = {"a": softmax(z), "sum_a": 1}
    if "fruit" not in state:
        return found
    net = Network([3, 3], output="softmax", cost="cross_entropy", rng=0)
    net.weights, net.biases = [np.eye(3)], [np.zeros((3, 1))]
    y = np.eye(3)[:, [state["fruit"] - 1]]
    nabla_b, _ = net.backprop(z[:, None], y)
    return found | {"delta": nabla_b[0].ravel(), "sum_delta": 0, "C": net.cost(z[:, None], y)}


def four_points(state: dict[str, Any]) -> dict[str, Any]:
    """A network learns four points in NumPy; the test of its figure holds the same against `Network`."""
    x, y, units = np.array(state["x"], float), np.array([0, 1, 1, 0]), state["units"]
    if units == 3:
        rng = np.random.default_rng(int(state["start"]))
        first, second = rng.normal(size=(3, 2)), rng.normal(size=(1, 3))
    else:
        old = np.random.RandomState(int(state["start"]))
        first, second = old.normal(size=(2, 2)).T, old.normal(size=(2, 1)).T
    bias2, bias3 = np.zeros((units, 1)), np.zeros((1, 1))
    for epoch in range(25 * int(state["moment"]) + 1):
        a2 = sigmoid(first @ x + bias2)
        a3 = sigmoid(second @ a2 + bias3)
        if epoch == 25 * state["moment"]:
            break
        delta3 = (a3 - y) * sigmoid_prime(second @ a2 + bias3)
        delta2 = second.T @ delta3 * sigmoid_prime(first @ x + bias2)
        second, bias3 = second - 0.1 * delta3 @ a2.T, bias3 - 0.1 * delta3.sum(axis=1, keepdims=True)
        first, bias2 = first - 0.1 * delta2 @ x.T, bias2 - 0.1 * delta2.sum(axis=1, keepdims=True)
    gone = ((0, 3 - units), (0, 0))
    return {
        **{"epoch": epoch, "C": float(np.mean((a3 - y) ** 2)), "a": a3, "W2": np.pad(first, gone)},
        **{"b2": np.pad(bias2, gone), "W3": np.pad(second.T, gone).T, "b3": bias3},
    }


def twenty_points(state: dict[str, Any]) -> dict[str, Any]:
    """A network with a softmax learns twenty points, by the library."""
    x, (_, y) = np.array(state["x"], float), datasets.twenty_points()
    sizes = [2, 4, 4, 3] if state["deep"] else [2, 3]
    net = Network(sizes, hidden="tanh", output="softmax", cost="cross_entropy", rng=int(state["start"]))
    for _ in range(5 * int(state["moment"])):
        nabla_b, nabla_w = net.backprop(x, y)
        net.weights = [w - 0.2 * g for w, g in zip(net.weights, nabla_w, strict=True)]
        net.biases = [b - 0.2 * g for b, g in zip(net.biases, nabla_b, strict=True)]
    a = net.feedforward(x)
    right = int(np.sum(a.argmax(axis=0) == y.argmax(axis=0)))
    return {"epoch": 5 * state["moment"], "C": net.cost(x, y), "right": right, "a": a}


def by_layer(state: dict[str, Any]) -> dict[str, Any]:
    """The gradient's norm in the first and the last layer, by the library."""
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(50, 100)), np.eye(5)[:, np.arange(100) % 5]
    net = Network(
        [50] * (state["depth"] + 1) + [5],
        hidden=["sigmoid", "tanh", "relu"][state["activation"] - 1],
        init=["normal", "he", "xavier", "small"][state["start"] - 1],
        **{"output": "softmax", "cost": "cross_entropy", "rng": 1},
    )
    norms = [float(f"{np.linalg.norm(gradient):.6g}") for gradient in net.backprop(x, y)[1]]
    first, last = norms[0], norms[-1]
    return {"first": first, "last": last, "factor": (first / last) ** (1 / state["depth"])}


def in_a_bowl(state: dict[str, float]) -> dict[str, float]:
    """Twenty steps of the library's gradient descent in a bowl."""
    w, descent = np.array([state["w"]]), SGD()
    for _ in range(20):
        descent.step(w, state["curvature"] * w, state["eta"])
    return {
        **{"factor": 1 - state["eta"] * state["curvature"], "limit": 2 / state["curvature"]},
        "end": float(w[0]),
    }


MODELS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "circuit": circuit,
    "pass": one_pass,
    "back": one_layer_back,
    "walkers": walkers,
    "quotients": quotients,
    "link": one_link,
    "descent": descent,
    "chain": chain,
    "sum": total,
    "sigmoid": one_sigmoid,
    "shares": shares,
    "xor": four_points,
    "norms": by_layer,
    "bowl": in_a_bowl,
    "twenty": twenty_points,
    **BEYOND,
}
