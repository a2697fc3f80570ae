"""The live figures of Part IV, moved by mouse, finger and keys."""

import pytest
from playwright.sync_api import Browser

from .counterparts import by_layer, chain, descent, in_a_bowl
from .hand import Reader, differences, reading

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.xdist_group("live figures")]


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
        reader.figure.get_by_role("button", name="Back to the book’s").click()
        ways = {
            name: reader.figure.locator(f'g[data-k="way_{name}"] > path')
            for name in ("descent", "momentum", "nesterov", "rmsprop", "adam")
        }
        before = {name: way.get_attribute("d") for name, way in ways.items()}
        reader.press("turn", *["Shift+ArrowUp", "ArrowDown"])
        assert reader.state["turn"] == 45
        noticed = {name for name, way in ways.items() if way.get_attribute("d") != before[name]}
        assert noticed == {"rmsprop", "adam"}
        for turn in (10, 45, 90):
            found = reader.set({"turn": turn})
            assert differences(found, descent(reader.state, turned=tuple(ways))) == {}
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


def test_norms_are_chosen_by_depth_function_and_start(address: str, browser: Browser) -> None:
    """All 48 choices show what the library measures, and say what is seen."""
    said = {}
    with reading(browser, address + "deep/vanishing/") as page:
        reader = Reader(page, 1)
        way = reader.figure.locator('[data-k="chosen"] use')
        before = way.evaluate_all("uses => uses.map(use => use.getAttribute('y'))")
        for depth in (2, 5, 10, 20):
            reader.figure.locator(f'[data-action="depth{depth}"]').click()
            for hidden in ("sigmoid", "tanh", "relu"):
                reader.figure.locator(f'[data-action="{hidden}"]').click()
                for start in ("small", "xavier", "he", "normal"):
                    reader.figure.locator(f'[data-action="{start}"]').press("Enter")
                    state, values = reader.state, reader.probe()["values"]
                    assert differences(values, by_layer(state)) == {}, (depth, hidden, start)
                    said[depth, hidden, start] = reader.figure.locator(".says").inner_text()
        assert way.evaluate_all("uses => uses.map(use => use.getAttribute('y'))") != before
        assert reader.figure.locator('[aria-pressed="true"]').count() == 3
        said_aloud = "f => f.querySelector('.live-said').textContent.includes('huge')"
        page.wait_for_function(said_aloud, arg=reader.figure.element_handle())
    ends = {key: text.split(". ")[-1].strip() for key, text in said.items()}
    assert ends[20, "sigmoid", "xavier"] == "It vanishes on the way."
    assert ends[10, "tanh", "normal"] == "It explodes on the way."
    assert ends[20, "relu", "small"] == "It is tiny in all layers."
    assert ends[20, "relu", "he"] == ends[2, "tanh", "xavier"] == "It keeps a useful size."
    with reading(browser, address + "deep/vanishing/", 390, has_touch=True, is_mobile=True) as page:
        reader = Reader(page, 1)
        reader.figure.locator('[data-action="tanh"]').tap()
        reader.figure.locator('[data-action="depth5"]').tap()
        assert (reader.state["activation"], reader.state["depth"]) == (2, 5)
        assert differences(reader.probe()["values"], by_layer(reader.state)) == {}


def test_a_walker_is_lost_beyond_the_largest_rate(address: str, browser: Browser) -> None:
    """By keys up to the limit and beyond it, for several curvatures; by mouse and finger in the drawing."""
    with reading(browser, address + "deep/mini-batches/") as page:
        reader = Reader(page)
        shown = "e => e.checkVisibility({ visibilityProperty: true })"
        seen = f"f => [...f.querySelectorAll('[data-when]')].filter({shown})"
        verdict = f"{seen}.map(e => e.dataset.when)"
        assert reader.figure.evaluate(verdict) == ["jumps"]
        reader.press("eta", *["ArrowRight"] * 5)
        assert (reader.state["eta"], reader.probe()["values"]["factor"]) == (0.5, -1)
        assert reader.figure.evaluate(verdict) == ["forever"]
        reader.press("eta", "ArrowRight")
        assert reader.figure.evaluate(verdict) == ["out"]
        reader.press("eta", "Delete", *["Shift+ArrowLeft"] * 2)
        assert reader.figure.evaluate(verdict) == ["there"]
        reader.press("eta", "ArrowLeft")
        assert reader.figure.evaluate(verdict) == ["creeps"]
        for curvature in (1, 2.5, 5, 6.5, 8):
            for eta in (0.01, 2 / curvature - 0.01, 2 / curvature, 2 / curvature + 0.01, 1):
                reader.set({"curvature": curvature, "eta": eta, "w": -1.5})
                expected = in_a_bowl(reader.state)
                assert differences(reader.probe()["values"], expected) == {}
                size = round(abs(expected["factor"]), 12)
                grown = abs(expected["end"]) > 1.5 + 1e-9
                assert (reader.figure.evaluate(verdict) == ["out"]) == (size > 1) == grown
        reader.figure.get_by_role("button", name="Back to the book’s").click()
        reader.drag(reader.figure.locator('g[data-k="start"]'), -60)
        assert 0 < reader.state["w"] < 1
        reader.drag(reader.knob("eta"), 30)
        assert reader.state["eta"] == 0.5
        assert differences(reader.probe()["values"], in_a_bowl(reader.state)) == {}
    with reading(browser, address + "deep/mini-batches/", 390, has_touch=True, is_mobile=True) as page:
        reader = Reader(page)
        reader.swipe(reader.figure.locator('g[data-k="start"]'), -60)
        assert -1.5 <= reader.state["w"] < 1
        reader.swipe(reader.knob("curvature"), 12)
        assert reader.state["curvature"] == 5
        assert differences(reader.probe()["values"], in_a_bowl(reader.state)) == {}
