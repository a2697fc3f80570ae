"""The live figures of Part III, moved by mouse, finger and keys."""

import numpy as np
import pytest
from playwright.sync_api import Browser

from backprop import numerical_gradient, softmax

from .counterparts import shares, twenty_points, walkers
from .hand import Reader, differences, reading
from .window import stop_the_clock

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.xdist_group("live figures")]


def test_two_walkers_go_downhill(address: str, browser: Browser) -> None:
    """Their epochs are led by keys and run by themselves; their start is dragged in the drawing."""
    with reading(browser, address + "costs/slow-learning/", own=True, reduced_motion="no-preference") as page:
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
        stop_the_clock(page)
        play.click()
        page.clock.run_for(1000)
        play.click()
        stopped = reader.state["epoch"]
        assert 20 < stopped < 300
        page.clock.run_for(1000)
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


def test_the_borders_between_three_classes_bend(address: str, browser: Browser) -> None:
    """Led by keys and by itself, with hidden layers and without; points are dragged by each hand."""
    with reading(browser, address + "costs/softmax/", reduced_motion="no-preference") as page:
        reader = Reader(page, 2)
        slider, play = reader.figure.locator(".run input"), reader.figure.locator(".run button")
        region = reader.figure.locator('g[data-k="region2"] > path')

        def same() -> bool:
            return differences(reader.probe()["values"], twenty_points(reader.state)) == {}

        found = {}
        for key in ["Home", "End"]:
            slider.press(key)
            assert same()
            found[reader.state["moment"]] = (
                reader.labels()["C"][0],
                reader.labels()["right"],
                region.get_attribute("d"),
            )
        assert (found[0][:2], found[100][:2]) == (
            ("1.2489", ["7"]),
            ("0.0326", ["20"]),
        )  # as the chapter prints
        assert found[0][2] != found[100][2]
        reader.figure.get_by_role("button", name="none").click()
        assert (reader.labels()["right"] != ["20"], same()) == (True, True)
        ends = region.get_attribute("d")
        reader.figure.get_by_role("button", name="two").click()
        assert region.get_attribute("d") != ends
        play.click()
        page.wait_for_function("f => f.state.value.moment > 3", arg=reader.figure.element_handle())
        play.click()
        assert same()
        reader.press("start", "ArrowUp")
        reader.press("point", "ArrowUp")  # its place is led by keys
        assert [reader.state["across"], reader.state["up"]] == [row[1] for row in reader.state["x"]]
        reader.press("across", "Shift+ArrowUp")
        reader.press("up", "Home")
        assert [row[1] for row in reader.state["x"]] == [reader.state["across"], -1.3]
        reader.drag(reader.figure.locator('g[data-k~="point7"] use'), 60)
        assert reader.state["point"] == 7
        assert [reader.state["across"], reader.state["up"]] == [row[6] for row in reader.state["x"]]
        assert same()
        reader.figure.locator('svg text[data-v="C"]').click()  # near the end of the curve
        assert (reader.state["moment"] > 90, same()) == (True, True)
    with reading(browser, address + "costs/softmax/", 390, has_touch=True, is_mobile=True) as page:
        reader = Reader(page, 2)
        before = reader.state["x"]
        reader.swipe(reader.figure.locator('g[data-k~="point20"] use'), -60, -20)
        page.wait_for_function("f => f.state.value.point === 20", arg=reader.figure.element_handle())
        assert reader.state["x"][0][19] < before[0][19] - 0.2
        reader.figure.locator('[data-action="none"]').tap()
        assert differences(reader.probe()["values"], twenty_points(reader.state)) == {}
