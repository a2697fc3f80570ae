"""Live figures: at rest they are the drawing; moved by hand and by keys, they show what Python computes."""

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from backprop import (
    SGD,
    Adam,
    Momentum,
    Nesterov,
    Network,
    RMSProp,
    numerical_gradient,
    sigmoid,
    sigmoid_prime,
    softmax,
)
from bookdraw.numbers import shown
from bookkit.paths import ROOT

from .hand import Reader, differences, reading

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.xdist_group("live figures")]

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RUN_AXE = """async () => {
  const found = await axe.run("bp-figure", { resultTypes: ["violations"] })
  return found.violations.map(v => [v.id, v.nodes.map(n => n.html)])
}"""
# A phone lays out what is out of sight when it comes near; a jump to a figure would move the page.
LAY_OUT = """async () => {
  const blocks = document.querySelectorAll(".md-content__inner > *")
  for (const block of blocks) block.style.contentVisibility = "visible"
  await new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))
  if (!document.querySelector("bp-figure.started")) moved = 0
}"""
IMPORTED = re.compile(r'from "\./(\w+)\.js"')  # a model's helpers, beside it
WHOLE = 1  # the place of the whole circuit among the live figures of its page
BUDGET = {"core": 8_000, "model": 3_000, "data": 6_000, "page": 25_000}  # bytes, packed


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


def descent(state: dict[str, float]) -> dict[str, Any]:
    """Five of the library's optimisers go down a valley."""
    curvature = np.array([1, state["kappa"]])
    found: dict[str, Any] = {}
    for name, optimiser, eta in [
        ("descent", SGD(), 0.07),
        ("momentum", Momentum(0.7), 0.04),
        ("nesterov", Nesterov(0.7), 0.04),
        ("rmsprop", RMSProp(), 0.3),
        ("adam", Adam(), 1),
    ]:
        w = np.array([state["x"], state["y"]], float)
        for _ in range(int(state["step"])):
            optimiser.step(w, curvature * w, state["rates"] * eta)
        found |= {name: w, f"cost_{name}": float(curvature @ w**2 / 2)}
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
}


@pytest.fixture(scope="session")
def live_pages(site: Path, names: list[str]) -> dict[str, BeautifulSoup]:
    """The pages with a live figure."""
    texts = {name: (site / name).read_text(encoding="utf-8") for name in names}
    found = {name: BeautifulSoup(text, "html.parser") for name, text in texts.items() if "<bp-figure" in text}
    assert {"index.html", "nudges/circuit/index.html"} <= set(found)
    return found


def addresses(live_pages: dict[str, BeautifulSoup]) -> list[str]:
    return [name.removesuffix("index.html") for name in live_pages]


def drawn(figure: BeautifulSoup) -> dict[str, list[str]]:
    """Return what a figure's markup shows before any script runs, by key."""
    found: dict[str, list[str]] = {}
    for element in figure.select("[data-v]"):
        found.setdefault(str(element["data-v"]), []).append(element.get_text())
    return found


def test_at_rest_a_figure_shows_what_python_drew(
    live_pages: dict[str, BeautifulSoup], address: str, browser: Browser
) -> None:
    for name, soup in live_pages.items():
        with reading(browser, address + name.removesuffix("index.html")) as page:
            for number, figure in enumerate(soup.select("bp-figure")):
                reader = Reader(page, number)
                assert reader.labels() == drawn(figure), name
                data = json.loads(figure.select_one("script[type='application/json']").text)
                assert differences(reader.probe()["values"], data["values"]) == {}, name


def test_the_script_shows_numbers_as_python_does(address: str, browser: Browser) -> None:
    """Tiny and huge ones, ties, and both signs."""
    rng = np.random.default_rng(0)
    values = [0.0, 0.5, 0.125, -0.00005, 1e7, -9_999_999.0, 26_762_156.2419, 6.1e31, -1e-9]
    values += (rng.normal(size=300) * 10.0 ** rng.integers(-12, 25, 300)).tolist()
    with reading(browser, address) as page:
        script = """async ([address, values]) => {
          const { shown } = await import(address + "assets/live/numbers.js")
          return values.map(value => [4, 7, 15].map(digits => shown(value, digits)))
        }"""
        found = page.evaluate(script, [address, values])
    assert found == [[shown(value, digits) for digits in (4, 7, 15)] for value in values]


def test_every_model_is_compared_with_python(live_pages: dict[str, BeautifulSoup]) -> None:
    used = {str(figure["model"]) for page in live_pages.values() for figure in page.select("bp-figure")}
    assert used <= set(MODELS)


def random_state(rng: np.random.Generator, data: dict[str, Any]) -> dict[str, Any]:
    """Return a state within the ranges that readers have, in the shapes that the book's has."""

    def draw(key: str, value: Any) -> Any:
        least, greatest, _ = data["ranges"].get(key, (value, value, 0))
        return rng.uniform(least, greatest, np.shape(value)).tolist()

    drawn = {key: draw(key, value) for key, value in data["state"].items() if key in data["ranges"]}
    counts = {key: int(rng.integers(last + 1)) for key, last in data["runs"].items()}
    return {**data["state"], **drawn, **counts}


def test_fifty_random_states_of_every_figure(
    live_pages: dict[str, BeautifulSoup], address: str, browser: Browser
) -> None:
    rng = np.random.default_rng(0)
    for name, soup in live_pages.items():
        with reading(browser, address + name.removesuffix("index.html")) as page:
            for number, figure in enumerate(soup.select("bp-figure")):
                reader = Reader(page, number)
                data = json.loads(figure.select_one("script[type='application/json']").text)
                states = [random_state(rng, data) for _ in range(50)]
                for state, found in zip(states, reader.values(states), strict=True):
                    expected = MODELS[str(figure["model"])](state)
                    assert expected.keys() == data["values"].keys(), name
                    assert differences(found, expected) == {}, (name, state)


def test_fifty_random_states_of_the_circuit(address: str, browser: Browser) -> None:
    rng = np.random.default_rng(0)
    with reading(browser, address + "nudges/circuit/") as page:
        reader = Reader(page, WHOLE)
        draws = rng.uniform(-4, 4, (50, 4)).tolist()
        states = [dict(zip(["a", "b", "c", "eta"], draw, strict=True)) for draw in draws]
        for state, found in zip(states, reader.values(states), strict=True):
            assert differences(found, circuit(state)) == {}
            at = np.array([state["a"], state["b"], state["c"]])
            measured = numerical_gradient(lambda v: float(sigmoid((v[0] + v[1]) * v[2])), at)
            np.testing.assert_allclose([found[f"grad_{x}"] for x in "abc"], measured, rtol=1e-5, atol=1e-8)


def test_fifty_random_states_of_the_pass(address: str, browser: Browser) -> None:
    rng = np.random.default_rng(0)
    shapes = {"x": (2, 1), "y": (1, 1), "W2": (3, 2), "b2": (3, 1), "W3": (1, 3), "b3": (1, 1)}
    with reading(browser, address + "networks/algorithm/") as page:
        reader = Reader(page)
        states = [
            {name: rng.normal(0, 2, shape).tolist() for name, shape in shapes.items()} for _ in range(50)
        ]
        for state, found in zip(states, reader.values(states), strict=True):
            assert differences(found, one_pass(state)) == {}
            for name in ("W2", "b2", "W3", "b3"):

                def cost(value: np.ndarray, name: str = name, state: dict = state) -> float:
                    return float(one_pass({**state, name: value})["C"])

                measured = numerical_gradient(cost, np.array(state[name]))
                np.testing.assert_allclose(found[f"grad_{name}"], measured, rtol=1e-5, atol=1e-8)


def test_the_pass_is_moved_by_hand(address: str, browser: Browser) -> None:
    """Its samples are chosen, its weights dragged in the drawing and in the matrices, step by step."""
    with reading(browser, address + "networks/algorithm/") as page:
        reader = Reader(page)
        for number, (x, y) in enumerate(
            zip([[1, 2], [-1, 1], [2, 0], [0, -1]], [0, 1, 0, 1], strict=True), 1
        ):
            reader.figure.locator(f'[data-action="sample{number}"]').click()
            assert (reader.state["x"], reader.state["y"]) == ([[x[0]], [x[1]]], [[y]])
            assert differences(reader.probe()["values"], one_pass(reader.state)) == {}
        reader.figure.locator('[data-go="1"]').click()
        reader.figure.locator('[data-go="1"]').click()
        reader.drag(reader.figure.locator('[data-grip="W2.1.1"]'), 24)
        assert reader.state["W2"][0][0] == pytest.approx(1.4)
        reader.drag(reader.figure.locator('.current [data-scrub="b2.3"]'), -12)
        assert reader.state["b2"][2][0] == pytest.approx(-1.2)
        assert differences(reader.probe()["values"], one_pass(reader.state)) == {}
        assert reader.probe()["step"] == 2
        back = reader.figure.get_by_role("button", name="Back to the book’s")
        back.click()
        assert reader.labels()["grad_W2.3.2"][0] == "0.0431"


def test_an_error_is_followed_one_layer_back(address: str, browser: Browser) -> None:
    """Hidden units are chosen by mouse, key and finger; each lights the column that it collects through."""
    lit = "f => [...f.querySelectorAll('svg g.chosen')].map(e => e.dataset.k).sort()"
    with reading(browser, address + "networks/four-equations/") as page:
        reader = Reader(page)
        assert reader.figure.evaluate(lit) == ["W3.1.1", "W3.2.1", "unit2.1"]
        reader.figure.locator('g[data-k="unit2.2"]').click()
        assert reader.state["unit"] == 2
        assert reader.figure.evaluate(lit) == ["W3.1.2", "W3.2.2", "unit2.2"]
        reader.figure.locator('[data-action="unit3"]').focus()
        page.keyboard.press("Enter")
        assert reader.figure.evaluate(lit) == ["W3.1.3", "W3.2.3", "unit2.3"]
        assert differences(reader.probe()["values"], one_layer_back(reader.state)) == {}
        reader.knob("y.2").first.focus()
        page.keyboard.press("Home")
        reader.drag(reader.figure.locator('[data-grip="W3.2.3"]'), -60)
        reader.drag(reader.figure.locator('[data-grip="z2.3"]'), 30)
        assert (reader.state["y"], reader.state["W3"][1][2], reader.state["z2"][2]) == ([[0], [0]], 1, [2])
        assert differences(reader.probe()["values"], one_layer_back(reader.state)) == {}
        for _ in range(3):
            reader.figure.locator('[data-go="1"]').click()
        column = reader.figure.locator(".current .matrix >> nth=0").locator(".entry.chosen")
        row = reader.figure.locator(".current .matrix >> nth=2").locator(".entry.chosen")
        assert column.all_text_contents() == row.all_text_contents() == ["1", "1"]
    with reading(browser, address + "networks/four-equations/", 390, has_touch=True, is_mobile=True) as page:
        reader = Reader(page)
        reader.figure.locator('g[data-k="unit2.3"]').tap()
        reader.swipe(reader.figure.locator('[data-grip="W3.1.3"]'), 30)
        assert (reader.state["unit"], reader.state["W3"][0][2]) == (3, 1.5)
        assert differences(reader.probe()["values"], one_layer_back(reader.state)) == {}


def test_fifty_random_states_one_layer_back(address: str, browser: Browser) -> None:
    rng = np.random.default_rng(0)
    with reading(browser, address + "networks/four-equations/") as page:
        reader = Reader(page)
        for _ in range(50):
            state = {"z2": rng.normal(0, 2, (3, 1)), "W3": rng.normal(0, 2, (2, 3)), "y": rng.random((2, 1))}
            found = reader.set({name: value.tolist() for name, value in state.items()})

            def cost(z2: np.ndarray, state: dict = state) -> float:
                a3 = sigmoid(state["W3"] @ sigmoid(z2) + np.array([[0.5], [0]]))
                return float(np.sum((a3 - state["y"]) ** 2) / 2)

            measured = numerical_gradient(cost, state["z2"])
            np.testing.assert_allclose(found["delta2"], measured, rtol=1e-5, atol=1e-8)


def test_two_walkers_go_downhill(address: str, browser: Browser) -> None:
    """Their epochs are led by keys and run by themselves; their start is dragged in the drawing."""
    with reading(browser, address + "costs/slow-learning/", reduced_motion="no-preference") as page:
        reader = Reader(page)
        slider, play = reader.figure.locator(".run input"), reader.figure.locator(".run button")
        found = {}
        for epoch, keys in [(0, []), (150, ["PageUp"] * 5), (300, ["End"])]:
            for key in keys:
                slider.press(key)
            assert reader.state["epoch"] == epoch
            assert differences(reader.probe()["values"], walkers(reader.state)) == {}
            found[epoch] = reader.labels()["a_q"][0], reader.labels()["a_c"][0]
        assert found == {0: ("0.982", "0.982"), 150: ("0.9334", "0.0257"), 300: ("0.2028", "0.012")}
        play.click()
        page.wait_for_function("f => f.state.value.epoch > 20", arg=reader.figure.element_handle())
        play.click()
        stopped = reader.state["epoch"]
        assert 20 < stopped < 300
        page.wait_for_timeout(200)
        assert reader.state["epoch"] == stopped
        reader.figure.get_by_role("button", name="good").click()
        assert (reader.state["z"], reader.state["epoch"]) == (1.5, 0)
        reader.drag(reader.figure.locator('g[data-k="walker_q"]'), 60)
        assert 1.5 < reader.state["z"] < 6
        reader.press("eta", "ArrowUp", "End")
        slider.press("End")
        assert differences(reader.probe()["values"], walkers(reader.state)) == {}
    with reading(browser, address + "costs/slow-learning/", reduced_motion="reduce") as page:
        reader = Reader(page)
        reader.figure.locator(".run button").click()
        assert reader.state["epoch"] == 300
    with reading(browser, address + "costs/slow-learning/", 390, has_touch=True, is_mobile=True) as page:
        reader = Reader(page)
        reader.swipe(reader.figure.locator('g[data-k="walker_c"]'), -80)
        assert -6 < reader.state["z"] < 4
        assert differences(reader.probe()["values"], walkers(reader.state)) == {}


def test_a_derivative_is_measured_by_hand(address: str, browser: Browser) -> None:
    """The nudge shrinks to where the digits run out, by keys, by mouse and by finger."""
    with reading(browser, address + "nudges/a-nudge/") as page:
        chords, errors = Reader(page, 0), Reader(page, 1)
        chords.press("h", "ArrowLeft", "Shift+ArrowLeft")
        assert chords.state["h"] == 0.89
        assert differences(chords.probe()["values"], quotients(chords.state)) == {}
        chords.drag(chords.figure.locator('g[data-k="above"]'), -60)
        assert 0.5 < chords.state["h"] < 0.85
        chords.press("h", "Home")
        assert chords.labels()["one_sided"] == ["12.0601", "12.0601"]
        slider = errors.figure.locator(".run input")
        slider.focus()
        for step in range(1, 46):
            page.keyboard.press("ArrowRight")
            values = errors.probe()["values"]
            assert values["step"] == step
            for key, value in quotients({"step": step}).items():
                assert values[key] == value  # to the last bit: the figure is about rounding
        assert errors.labels()["after"] == ["8.000000000000011"]
        assert slider.get_attribute("aria-valuetext") == "1e−15"
        errors.drag(errors.figure.locator('g[data-k="error_one"]'), -300)
        assert 5 < errors.state["step"] < 40
    with reading(browser, address + "nudges/a-nudge/", 390, has_touch=True, is_mobile=True) as page:
        reader = Reader(page, 1)
        reader.swipe(reader.figure.locator('g[data-k="error_central"]'), 120)
        assert 10 < reader.state["step"] < 30
        assert differences(reader.probe()["values"], quotients(reader.state)) == {}


def test_five_optimisers_go_down_the_valley(address: str, browser: Browser) -> None:
    """Each of their steps is the library's; the start is put elsewhere by mouse, key and finger."""
    with reading(browser, address + "deep/momentum-to-adam/") as page:
        reader = Reader(page)
        slider = reader.figure.locator(".run input")
        slider.press("Home")
        for step in range(31):
            assert reader.state["step"] == step
            assert differences(reader.probe()["values"], descent(reader.state)) == {}
            slider.press("ArrowRight")
        reader.drag(reader.figure.locator('g[data-k="start_adam"]'), -120)
        assert 0 < reader.state["x"] < 8
        assert differences(reader.probe()["values"], descent(reader.state)) == {}
        reader.press("kappa", "Home")
        reader.press("rates", "Shift+ArrowUp")
        reader.press("x", "Home")
        assert (reader.state["kappa"], reader.state["rates"], reader.state["x"]) == (1, 2, -4)
        assert differences(reader.probe()["values"], descent(reader.state)) == {}
        markers = reader.figure.locator('g[data-k="way_descent"] use')
        assert markers.count() == 31
        slider.press("Home")
        places = markers.evaluate_all("uses => uses.map(use => use.getAttribute('x'))")
        assert len(set(places)) == 1
    with reading(browser, address + "deep/momentum-to-adam/", 390, has_touch=True, is_mobile=True) as page:
        reader = Reader(page)
        reader.swipe(reader.figure.locator('g[data-k="start_descent"]'), -90)
        assert 0 < reader.state["x"] < 9
        assert differences(reader.probe()["values"], descent(reader.state)) == {}


def test_a_chain_loses_a_nudge(address: str, browser: Browser) -> None:
    with reading(browser, address + "deep/vanishing/") as page:
        reader = Reader(page)
        assert reader.labels()["product5.1"] == ["−0.0146", "−0.01456"]
        reader.drag(reader.figure.locator('[data-grip="W4.1.1"]'), 60)
        reader.press("W3.1.1", "Home")
        assert (reader.state["W4"], reader.state["W3"]) == ([[2]], [[-8]])
        assert differences(reader.probe()["values"], chain(reader.state)) == {}
        touched = reader.figure.locator('text[data-v="product4.1"]')
        touched.hover(force=True)
        sources = "f => [...f.querySelectorAll('text.source')].map(e => e.dataset.v).sort()"
        assert reader.figure.evaluate(sources) == ["factor2.1", "factor3.1", "factor4.1"]
    with reading(browser, address + "deep/vanishing/", 390, has_touch=True, is_mobile=True) as page:
        reader = Reader(page)
        reader.swipe(reader.figure.locator('[data-grip="W2.1.1"]'), 60)
        assert reader.state["W2"] == [[2.5]]
        assert differences(reader.probe()["values"], chain(reader.state)) == {}


def test_a_nudge_passes_two_gates(address: str, browser: Browser) -> None:
    """The factors multiply; and where the first gate lets nothing through, the second has none."""
    with reading(browser, address + "nudges/circuit/") as page:
        reader = Reader(page)
        factors = [reader.labels()[f"quotient_{name}"][0] for name in ("e", "f", "both")]
        assert factors == ["−1", "0.0452", "−0.0452"]
        reader.drag(reader.figure.locator('[data-grip="d"]'), 60)
        reader.press("h", "Shift+ArrowRight", "ArrowRight")
        assert reader.state == {"c": -3, "d": pytest.approx(0), "h": pytest.approx(0.012)}
        assert reader.labels()["quotient_f"] == ["?", "?"]
        assert reader.labels()["quotient_both"] == ["0"]
        reader.press("d", "ArrowRight")
        found = reader.probe()["values"]
        assert differences(found, one_link(reader.state)) == {}
        assert found["quotient_both"] == pytest.approx(found["quotient_e"] * found["quotient_f"])


def test_the_sigmoid_is_steepest_in_the_middle(address: str, browser: Browser) -> None:
    with reading(browser, address + "nudges/sigmoid-neuron/") as page:
        reader = Reader(page)
        reader.press("z", *["Shift+ArrowRight"] * 2)
        assert (reader.state["z"], reader.labels()["slope"][0]) == (0, "0.25")


def test_shouts_become_shares_of_a_whole(address: str, browser: Browser) -> None:
    """One score moves all shares, the same number added to all scores moves none."""
    with reading(browser, address + "costs/softmax/") as page:
        reader = Reader(page)
        bars = "[data-k^='a.'] > path, [data-k^='part.'] > path"
        ways = f'f => [...f.querySelectorAll("{bars}")].map(bar => bar.getAttribute("d"))'
        first, drawn_first = reader.probe()["values"]["a"], reader.figure.evaluate(ways)
        reader.drag(reader.figure.locator('[data-grip="z.2"]'), 60)
        reader.press("z.3", "ArrowRight")
        assert reader.state["z"] == pytest.approx([2, 2, -0.9])
        second, drawn_second = reader.probe()["values"]["a"], reader.figure.evaluate(ways)
        assert len(drawn_first) == 6
        assert min(abs(np.subtract(first, second))) > 0.001
        assert all(before != after for before, after in zip(drawn_first[:3], drawn_second[:3], strict=True))
        assert differences(reader.probe()["values"], shares(reader.state)) == {}
        assert reader.labels()["sum_a"] == ["1", "1"]
        more = reader.figure.get_by_role("button", name="1 more")
        for _ in range(3):
            more.click()
        assert reader.state["z"] == pytest.approx([5, 5, 2.1])
        assert more.is_disabled()  # else the scores would leave the drawing
        assert reader.probe()["values"]["a"] == pytest.approx(second, abs=1e-12)
        assert reader.figure.evaluate(ways) == drawn_second
        reader.figure.get_by_role("button", name="1 less").click()
        assert reader.state["z"] == pytest.approx([4, 4, 1.1])
        assert more.is_enabled()


def test_whichever_fruit_is_the_true_one_the_errors_add_up_to_nothing(address: str, browser: Browser) -> None:
    with reading(browser, address + "costs/softmax/") as page:
        reader = Reader(page, 1)
        a = reader.probe()["values"]["a"]
        pressed = "f => f.querySelector('[aria-pressed=true]').textContent"
        assert reader.figure.evaluate(pressed) == "a pear"
        for number, (fruit, price) in enumerate(
            [("an apple", "0.349"), ("a pear", "1.349"), ("a plum", "3.349")], 1
        ):
            reader.figure.get_by_role("button", name=fruit).click()
            found = reader.probe()["values"]
            assert reader.figure.evaluate(pressed) == fruit
            assert (reader.state["fruit"], found["a"]) == (number, a)
            assert set(reader.labels()["C"]) == {price}
            assert set(reader.labels()["sum_delta"]) == {"0"}
            assert differences(found, shares(reader.state)) == {}
    rng = np.random.default_rng(0)
    with reading(browser, address + "costs/softmax/", 390, has_touch=True, is_mobile=True) as page:
        reader = Reader(page, 1)
        reader.figure.locator('[data-action="fruit3"]').tap()
        reader.swipe(reader.figure.locator('[data-grip="z.3"]'), 60)
        page.wait_for_function("f => f.state.value.z[2] === 0", arg=reader.figure.element_handle())
        assert reader.state == {"z": [2, 1, 0], "fruit": 3}
        states = [{"z": rng.uniform(-5, 5, 3).tolist(), "fruit": int(rng.integers(1, 4))} for _ in range(50)]
        for state, found in zip(states, reader.values(states), strict=True):
            assert differences(found, shares(state)) == {}

            def price(z: np.ndarray, state: dict = state) -> float:
                return -float(np.log(softmax(z)[state["fruit"] - 1]))

            measured = numerical_gradient(price, np.array(state["z"]))
            np.testing.assert_allclose(found["delta"], measured, rtol=1e-5, atol=1e-8)


def test_touching_a_derivative_lights_what_it_is_made_from(address: str, browser: Browser) -> None:
    with reading(browser, address + "networks/algorithm/") as page:
        reader = Reader(page)
        reader.figure.locator('text[data-v="grad_W2.3.2"]').hover(force=True)
        lit = "f => [...f.querySelectorAll('.lit')].map(e => e.dataset.k ?? e.dataset.line)"
        assert {"W2.3.2 grad_W2.3.2", "grad_W2.3.2", "grad_W2"} == set(reader.figure.evaluate(lit))
        source = "f => [...f.querySelectorAll('svg .source, .entry.source')].map(e => e.dataset.k)"
        assert {"delta2.3", "x.2"} == set(reader.figure.evaluate(source))


def test_a_wrong_model_is_found(address: str, browser: Browser) -> None:
    """The product gate hands on the wrong input's derivative: what is shown is no longer Python's."""

    def damage(route) -> None:
        script = route.fetch().text()
        assert "c * grad_e" in script
        route.fulfill(body=script.replace("c * grad_e", "d * grad_e"), content_type="text/javascript")

    with reading(browser, "about:blank") as page:
        page.context.route("**/models/circuit.js", damage)
        page.goto(address + "nudges/circuit/")
        reader = Reader(page, WHOLE)
        assert set(differences(reader.probe()["values"], circuit(reader.state))) >= {
            "grad_d",
            "grad_a",
            "grad_b",
        }


def test_keys_change_a_number_and_bring_the_books_back(address: str, browser: Browser) -> None:
    with reading(browser, address + "nudges/circuit/") as page:
        reader = Reader(page, WHOLE)
        reader.press("a", "ArrowRight", "ArrowUp", "Shift+ArrowRight", "ArrowLeft")
        assert reader.state["a"] == pytest.approx(2.1, abs=1e-12)
        assert differences(reader.probe()["values"], circuit(reader.state)) == {}
        reader.press("a", "Home")
        assert reader.state["a"] == -6
        reader.press("a", "End")
        assert reader.state["a"] == 6
        reader.press("a", "Delete")
        assert reader.state == {"a": 1, "b": -2, "c": -3, "eta": 0.1}
        reader.press("b", "Enter", *"-3/4", "Enter")
        assert reader.state["b"] == -0.75
        reader.press("b", *"1,25", "Escape")
        assert reader.state["b"] == -0.75
        reader.press("b", *"1,25", "Enter")
        assert reader.state["b"] == 1.25
        reader.press("b", *"1..2", "Enter")
        assert reader.knob("b").locator("input").get_attribute("aria-invalid") == "true"
        page.keyboard.press("Escape")
        assert reader.state["b"] == 1.25
        assert reader.knob("b").get_attribute("aria-valuetext") == "1.25"


def test_a_mouse_drags_numbers_of_the_text_and_of_the_drawing(address: str, browser: Browser) -> None:
    with reading(browser, address) as page:
        reader = Reader(page)
        reader.drag(reader.knob("a"), 60)
        first = reader.state
        assert first["a"] == pytest.approx(2.0)
        reader.drag(reader.figure.locator('[data-grip="c"]'), -30)
        assert reader.state == first | {"c": pytest.approx(-3.5)}
        assert differences(reader.probe()["values"], circuit(reader.state)) == {}
        assert page.evaluate("getSelection().toString()") == ""
        back = reader.figure.get_by_role("button", name="Back to the book’s")
        back.click()
        assert reader.state == {"a": 1, "b": -2, "c": -3, "eta": 0.1}
        assert not reader.figure.evaluate("f => f.classList.contains('own')")


def test_a_finger_drags_sideways(address: str, browser: Browser) -> None:
    with reading(browser, address + "nudges/circuit/", 390, has_touch=True, is_mobile=True) as page:
        reader = Reader(page, WHOLE)
        reader.swipe(reader.knob("c"), 36)
        assert reader.state["c"] == pytest.approx(-2.4)
        reader.swipe(reader.figure.locator('[data-grip="b"]'), 60)
        assert reader.state["b"] == pytest.approx(-1)
        assert differences(reader.probe()["values"], circuit(reader.state)) == {}


def test_a_step_of_the_circuit_keeps_nearly_what_it_promised(address: str, browser: Browser) -> None:
    with reading(browser, address + "nudges/circuit/") as page:
        reader = Reader(page, WHOLE)
        before = circuit(reader.state)
        assert f"{before['step_promise']:.6f}" == "0.956452"
        player = reader.figure.locator(".player input")
        player.focus()
        for _ in range(11):
            page.keyboard.press("ArrowRight")
        assert reader.probe()["step"] == 11
        reader.figure.get_by_role("button", name="Take the step").click()
        found = reader.probe()
        assert f"{found['values']['f']:.8f}" == "0.95630980"
        assert differences(found["values"], circuit(found["state"])) == {}


def test_steps_show_one_card_and_what_has_appeared(
    live_pages: dict[str, BeautifulSoup], address: str, browser: Browser
) -> None:
    for name, soup in live_pages.items():
        for number, figure in enumerate(soup.select("bp-figure")):
            if not figure.select(".player"):
                continue
            with reading(browser, address + name.removesuffix("index.html")) as page:
                reader = Reader(page, number)
                height = reader.figure.bounding_box()["height"]
                steps = json.loads(figure.select_one("script[type='application/json']").text)["steps"]
                following = reader.figure.locator('[data-go="1"]')
                for step in range(1, len(steps)):
                    following.click()
                    assert reader.probe()["step"] == step
                    assert reader.figure.locator(".steps > li.current").count() == 1
                    assert reader.figure.locator(".steps > li >> visible=true").count() == 1
                    hidden = {k for s in steps[step + 1 :] for k in s.get("shows", [])}
                    faded = reader.figure.evaluate(
                        "f => [...f.querySelectorAll('.later')].flatMap(e => e.dataset.k.split(' '))"
                    )
                    assert {key.partition(".")[0] for key in faded} <= {k.partition(".")[0] for k in hidden}
                assert reader.figure.locator(".later").count() == 0
                assert reader.figure.bounding_box()["height"] == height


def test_touching_a_number_lights_it_everywhere(address: str, browser: Browser) -> None:
    with reading(browser, address + "nudges/circuit/") as page:
        reader = Reader(page, WHOLE)
        label = reader.figure.locator('text[data-v="grad_d"]')
        label.hover(force=True)
        lit = reader.figure.evaluate("f => [...f.querySelectorAll('.lit')].map(e => e.tagName)")
        assert {"text", "g", "SPAN"} <= set(lit)
        sources = "f => [...f.querySelectorAll('text.source')].map(e => e.dataset.v)"
        assert set(reader.figure.evaluate(sources)) == {"grad_e", "c"}
        page.mouse.move(0, 0)
        assert reader.figure.locator(".lit").count() == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_when_a_figure_starts_or_is_moved(
    live_pages: dict[str, BeautifulSoup], address: str, browser: Browser, width: int
) -> None:
    for name in addresses(live_pages):
        with reading(browser, address + name, width) as page:
            page.evaluate(LAY_OUT)
            for number in range(page.locator("bp-figure").count()):
                reader = Reader(page, number)
                height = reader.figure.bounding_box()["height"]
                for knob in reader.figure.locator("[data-scrub]").all():
                    knob.focus()
                    page.keyboard.press("Home")
                page.wait_for_timeout(500)
                assert reader.figure.bounding_box()["height"] == height, name
            assert page.evaluate("moved") == 0, name
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, name


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_in_a_figure(
    live_pages: dict[str, BeautifulSoup], address: str, browser: Browser, width: int
) -> None:
    """In light and then in dark; which views of whole pages are looked at, test_access.py says."""
    for name in addresses(live_pages):
        with reading(browser, address + name, width, bypass_csp=True, reduced_motion="reduce") as page:
            Reader(page)
            page.add_script_tag(path=str(AXE))
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                found = page.evaluate(RUN_AXE)
                assert found == [], (name, scheme)


def test_without_scripts_the_page_is_complete(
    live_pages: dict[str, BeautifulSoup], address: str, browser: Browser
) -> None:
    for name in addresses(live_pages):
        with reading(browser, address + name, java_script_enabled=False) as page:
            figure = page.locator("bp-figure").first
            assert figure.locator("svg.figure").is_visible()
            for control in figure.locator("[data-action], [data-go], .player input, .hand").all():
                assert not control.is_visible()
            for card in figure.locator(".steps > li").all():
                assert card.is_visible()


def packed(text: str | bytes) -> int:
    return len(gzip.compress(text if isinstance(text, bytes) else text.encode(), 9))


def test_scripts_and_data_stay_small(live_pages: dict[str, BeautifulSoup], site: Path) -> None:
    folder = site / "assets" / "live"
    core = sum(packed(path.read_bytes()) for path in folder.glob("*.js"))
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (folder / "models").glob("*.js")}
    models = {
        name: packed(text) + sum(packed(texts[helper]) for helper in IMPORTED.findall(text))
        for name, text in texts.items()
    }
    assert core <= BUDGET["core"]
    assert max(models.values()) <= BUDGET["model"], models
    for name, page in live_pages.items():
        figures = page.select("bp-figure")
        data = [packed(figure.select_one("script[type='application/json']").text) for figure in figures]
        assert max(data) <= BUDGET["data"], name
        whole = (
            core + sum(data) + sum(models[model] for model in {str(figure["model"]) for figure in figures})
        )
        assert whole <= BUDGET["page"], name
