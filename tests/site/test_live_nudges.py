"""The live figures of Part I, moved by mouse, finger and keys."""

import numpy as np
import pytest
from playwright.sync_api import Browser

from backprop import numerical_gradient, sigmoid

from .counterparts import circuit, one_link, quotients
from .hand import Reader, differences, reading

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.xdist_group("live figures")]

WHOLE = 1  # the place of the whole circuit among the live figures of its page


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


def test_a_wrong_model_is_found(address: str, browser: Browser) -> None:
    """The product gate hands on the wrong input's derivative: what is shown is no longer Python's."""

    def damage(route) -> None:
        script = route.fetch().text()
        assert "c * grad_e" in script
        route.fulfill(body=script.replace("c * grad_e", "d * grad_e"), content_type="text/javascript")

    with reading(browser, "about:blank", own=True) as page:
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
