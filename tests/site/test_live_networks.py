"""The live figures of Part II, moved by mouse, finger and keys."""

import re
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser

from backprop import Network, numerical_gradient, sigmoid

from .counterparts import four_points, one_layer_back, one_pass
from .hand import Reader, differences, reading
from .window import stop_the_clock

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.xdist_group("live figures")]


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


def test_touching_a_derivative_lights_what_it_is_made_from(address: str, browser: Browser) -> None:
    with reading(browser, address + "networks/algorithm/") as page:
        reader = Reader(page)
        reader.figure.locator('text[data-v="grad_W2.3.2"]').hover(force=True)
        lit = "f => [...f.querySelectorAll('.lit')].map(e => e.dataset.k ?? e.dataset.line)"
        assert {"W2.3.2 grad_W2.3.2", "grad_W2.3.2", "grad_W2"} == set(reader.figure.evaluate(lit))
        source = "f => [...f.querySelectorAll('svg .source, .entry.source')].map(e => e.dataset.k)"
        assert {"delta2.3", "x.2"} == set(reader.figure.evaluate(source))


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


def by_network(state: dict[str, Any], weights: list[float], epochs: int) -> Network:
    """Train with the library. Its cost is a mean of halves, so it takes four times the rate."""
    x, y, units = np.array(state["x"], float), np.array([[0, 1, 1, 0]]), state["units"]
    net = Network([2, units, 1], rng=0)
    net.weights = [np.reshape(weights[: 2 * units], (units, 2)), np.array([weights[2 * units :]])]
    net.biases = [np.zeros((units, 1)), np.zeros((1, 1))]
    for _ in range(epochs):
        nabla_b, nabla_w = net.backprop(x, y)
        net.weights = [w - 0.4 * g for w, g in zip(net.weights, nabla_w, strict=True)]
        net.biases = [b - 0.4 * g for b, g in zip(net.biases, nabla_b, strict=True)]
    return net


def border(reader: Reader) -> np.ndarray:
    """Return the points of the drawn border of the region, inside the drawing, in the axes' units."""
    path = reader.figure.locator('[data-k="region"] > path').get_attribute("d")
    places = np.array(re.findall(r"(-?[\d.]+) (-?[\d.]+)", path or ""), float)
    axes = reader.figure.evaluate("f => f.data.axes[0]")
    units = [
        low + (places[:, k] - at) / (end - at) * (high - low)
        for k, (low, high, at, end, _) in enumerate([axes["x"], axes["y"]])
    ]
    found = np.array(units)
    return found[:, np.all(np.abs(found - 0.5) < 1.02, axis=0)]


def test_a_second_line_comes_in(address: str, browser: Browser) -> None:
    """The training is led by keys, by mouse and by itself, and the library trains the same."""
    with reading(browser, address + "networks/xor/", own=True, reduced_motion="no-preference") as page:
        reader = Reader(page)
        slider = reader.figure.locator(".run input")
        data = reader.figure.evaluate("f => f.data.data")
        found = {}
        for key, epoch in [("Home", 0), ("PageUp", 1000), ("PageUp", 2000), ("End", 10_000)]:
            slider.press(key)
            assert reader.probe()["values"]["epoch"] == epoch
            found[epoch] = reader.labels()["C"][0]
        assert found == {0: "0.2488", 1000: "0.221", 2000: "0.1691", 10_000: "0.002"}
        assert differences(reader.probe()["values"], four_points(reader.state)) == {}
        slider.press("Home")
        stop_the_clock(page)
        reader.figure.locator(".run button").click()
        page.clock.run_for(1000)
        reader.figure.locator(".run button").click()
        assert 20 < reader.state["moment"] < 400
        reader.drag(reader.figure.locator('g[data-k="C"]'), 60)
        moment = reader.state["moment"]
        reader.press("start", "ArrowUp", "ArrowUp")
        reader.figure.get_by_role("button", name="2", exact=True).click()
        assert (reader.state["units"], reader.state["start"], reader.state["moment"]) == (2, 7, moment)
        assert reader.probe()["values"]["W2"][2] == [0, 0]
        reader.set({"moment": 60})
        net = by_network(reader.state, data["starts"]["two"][7], 1500)
        values = reader.probe()["values"]
        apart = [values["W2"][:2] - net.weights[0], [values["W3"][0][:2]] - net.weights[1]]
        assert max(float(np.max(np.abs(difference))) for difference in apart) < 1e-9
        for state in ({"moment": 400}, {"start": 0}, {"units": 3, "start": 3, "moment": 40}):
            reader.set(state)
            weights = data["starts"]["two" if reader.state["units"] == 2 else "three"][reader.state["start"]]
            assert differences(reader.probe()["values"], four_points(reader.state)) == {}
            if reader.state["moment"] == 40:
                assert (
                    np.max(
                        np.abs(
                            reader.probe()["values"]["W2"]
                            - by_network(reader.state, weights, 1000).weights[0]
                        )
                    )
                    < 1e-9
                )
        values = reader.probe()["values"]
        at = border(reader)
        a2 = sigmoid(np.array(values["W2"]) @ at + values["b2"])
        assert at.shape[1] > 20
        assert float(np.max(np.abs(np.array(values["W3"]) @ a2 + values["b3"]))) < 0.02


def test_a_point_of_the_four_is_dragged(address: str, browser: Browser) -> None:
    """With the cross at (1, 1) between the dots, one line is enough; a finger drags up and down, too."""
    with reading(browser, address + "networks/xor/") as page:
        reader = Reader(page)
        rest = reader.probe()["values"]["C"]
        region = reader.figure.locator('[data-k="region"] > path')
        before = region.get_attribute("d")
        reader.drag(reader.figure.locator('g[data-k~="point4"]'), -80)
        assert 0.2 < reader.state["x"][0][3] < 0.8
        assert reader.state["x"][1][3] == 1
        assert region.get_attribute("d") != before
        assert differences(reader.probe()["values"], four_points(reader.state)) == {}
        matrix = reader.figure.locator('.entry[data-scrub="x.2.4"]')
        matrix.focus()
        page.keyboard.press("Shift+ArrowDown")
        assert reader.state["x"][1][3] == 0.5
        assert reader.probe()["values"]["C"] < rest
        assert differences(reader.probe()["values"], four_points(reader.state)) == {}
        lit = "f => [...f.querySelectorAll('svg .lit')].map(e => e.dataset.k)"
        reader.figure.locator('.entry[data-k="W2.2.1"]').hover()
        assert reader.figure.evaluate(lit) == ["W2.2 b2.2 W3.*.2"]
    with reading(browser, address + "networks/xor/", 390, has_touch=True, is_mobile=True) as page:
        reader = Reader(page)
        top = page.evaluate("scrollY")
        reader.swipe(reader.figure.locator('g[data-k~="point1"]'), 20, -50)
        x, y = reader.state["x"]
        assert 0 < x[0] < 0.4
        assert 0.1 < y[0] < 0.6
        assert page.evaluate("scrollY") >= top
        assert differences(reader.probe()["values"], four_points(reader.state)) == {}


def test_equation_code_and_drawing_are_seen_at_once(address: str, browser: Browser) -> None:
    """On a desk all lie beside each other in one window; on a phone the drawing stays while cards change."""
    with reading(browser, address + "networks/algorithm/") as page:
        reader = Reader(page)
        page.set_viewport_size({"width": 1280, "height": 800})
        reader.figure.evaluate("f => scrollTo(0, f.getBoundingClientRect().top + scrollY - 60)")
        for step in range(1, 12):
            reader.figure.locator('[data-go="1"]').click()
            card, code = (
                reader.figure.locator(part).bounding_box() for part in (".steps > li.current", ".highlight")
            )
            drawing = reader.figure.locator("svg.figure").bounding_box()
            assert card["x"] > drawing["x"] + drawing["width"]
            assert drawing["y"] >= 50
            assert card["y"] + card["height"] <= code["y"] + 1
            assert code["y"] + code["height"] <= 800, step
    with reading(browser, address + "networks/algorithm/", 390, has_touch=True, is_mobile=True) as page:
        reader = Reader(page)
        steps = reader.figure.locator(".steps")
        reader.figure.evaluate(
            "f => scrollBy(0, f.querySelector('.steps').getBoundingClientRect().top - 330)"
        )
        for step, pixels in [(1, -120), (2, -120), (1, 120)]:
            reader.swipe(steps, pixels)
            page.wait_for_function(
                "([f, n]) => f.probe().step === n", arg=[reader.figure.element_handle(), step]
            )
            box = reader.figure.locator("svg.figure").bounding_box()
            assert 40 <= box["y"] <= 60  # right below the page's head
            assert steps.bounding_box()["y"] > box["y"] + box["height"] - 1


def test_symbols_of_the_four_equations_light_their_counterparts(address: str, browser: Browser) -> None:
    """By mouse, by finger, and by keys from one equation's name to the next."""
    parts = "f.querySelectorAll('svg text.lit, [data-line].lit')"
    lit = f"f => [...{parts}].map(e => e.dataset.v ?? e.dataset.line)"
    with reading(browser, address + "networks/four-equations/") as page:
        reader = Reader(page, 1)
        symbols = reader.figure.locator("dd .enclosing")
        keys = symbols.evaluate_all("spans => spans.map(span => span.dataset.k)")
        known = {"delta3", "delta2", "error", "slope3", "slope2", "W3", "x", "grad_b2", "grad_W2"}
        assert set(keys) == known
        for key, expected in [
            ("delta3", ["delta3.1", "delta3"]),
            ("W3", ["W3.1.1", "W3.1.2", "W3.1.3"]),
            ("x", ["x.1", "x.2"]),
            ("grad_W2", [f"grad_W2.{j}.{k}" for j in (1, 2, 3) for k in (1, 2)] + ["grad_W2"]),
        ]:
            reader.figure.locator(f'dd .enclosing[data-k="{key}"]').first.hover()
            assert sorted(reader.figure.evaluate(lit)) == sorted(expected)
        reader.figure.locator('dt a[data-k="delta2"]').focus()
        page.mouse.move(0, 0)
        reader.figure.locator('dt a[data-k="grad_b2"]').focus()
        assert "grad_b2" in reader.figure.evaluate(lit)
        sources = "f => [...f.querySelectorAll('svg text.source')].map(e => e.dataset.v)"
        assert reader.figure.evaluate(sources) == ["delta2.1", "delta2.2", "delta2.3"]
        formula = reader.figure.locator("dd .formula").nth(2)  # BP2, by indices
        formula.focus()
        symbols_lit = "f => [...f.querySelectorAll('dd .enclosing.lit')].map(e => e.dataset.k)"
        found = []
        for pressed in ["ArrowDown"] * 3 + ["ArrowUp"]:
            page.keyboard.press(pressed)
            found.append(set(reader.figure.evaluate(symbols_lit)))
        assert found == [{"delta2"}, {"slope2"}, {"W3"}, {"slope2"}]
        page.keyboard.press("Tab")
        assert "slope2" not in reader.figure.evaluate(symbols_lit)
        reader.drag(reader.figure.locator('[data-grip="W3.1.1"]'), 60)
        assert reader.state["W3"][0][0] == 3
        assert differences(reader.probe()["values"], one_pass(reader.state)) == {}
    with reading(browser, address + "networks/four-equations/", 390, has_touch=True, is_mobile=True) as page:
        reader = Reader(page, 1)
        reader.figure.locator('dd .enclosing[data-k="delta2"]').first.tap()
        assert set(reader.figure.evaluate(lit)) == {"delta2.1", "delta2.2", "delta2.3", "delta2"}
