"""The live figures of Part VI, moved by mouse, finger and keys."""

from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Locator

from .counterparts_beyond import one_query, one_window, unrolled
from .hand import Reader, differences, reading

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.xdist_group("live figures")]


def lit(reader: Reader, key: str) -> list[str]:
    """Return the numbers of a row that are to be seen in the drawing."""
    found = reader.figure.locator(f'svg text[data-v^="{key}."]:not(.away)')
    return [text.replace("−", "-") for text in found.all_text_contents()]


def seen(reader: Reader, name: str) -> list[str]:
    """Return which words or knobs, of those that take turns, are to be seen."""
    words: Locator = reader.figure.locator(f"{name} [data-when]")
    return [str(word.get_attribute("data-when")) for word in words.all() if word.is_visible()]


def test_a_window_slides_and_hands_back(address: str, browser: Browser) -> None:
    """By mouse, keys and finger: each window's products, and all paths back to a pixel and to a weight."""
    with reading(browser, address + "beyond/convolution/") as page:
        reader = Reader(page)

        def same() -> bool:
            return differences(reader.probe()["values"], one_window(reader.state)) == {}

        assert (lit(reader, "along"), seen(reader, ".says")) == (["-2", "7"], ["slide"])
        found = []
        for key in ["ArrowLeft", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"]:
            reader.press("window", key)
            found.append(reader.labels()["sees"][0])
            assert same()
        assert found == ["0", "5", "0", "−4", "−4"]  # there is no fifth window
        assert reader.state["window"] == 4
        reader.drag(reader.figure.locator('svg text[data-v="x.3"]'), -40)
        assert reader.state["window"] == 1
        reader.figure.locator('svg text[data-v="z.4"]').click()
        assert reader.state["window"] == 3
        reader.figure.get_by_role("button", name="back to a pixel").click()
        assert (lit(reader, "along"), seen(reader, ".knobs")) == (["3", "0"], ["pixel"])
        assert seen(reader, ".says") == ["pixel"]
        reader.press("pixel", "Home")
        assert lit(reader, "along") == ["-1"]
        reader.figure.locator('svg text[data-v="x.3"]').click()
        assert (reader.state["pixel"], lit(reader, "along")) == (2, ["1", "-3"])
        assert same()
        reader.figure.get_by_role("button", name="back to a weight").click()
        assert lit(reader, "along") == ["2", "6", "0", "14"]
        reader.figure.locator('svg text[data-v="x.2"]').click()  # where a wire of the first weight begins
        assert reader.state["weight"] == 1
        reader.press("weight", "ArrowRight")
        assert (lit(reader, "along"), reader.labels()["gradient"]) == (["2", "21", "0", "6"], ["29"])
        reader.press("stride", "ArrowUp")
        assert (lit(reader, "along"), reader.labels()["gradient"]) == (["2", "0"], ["2"])
        assert lit(reader, "z") == ["0", "0"]  # as in the section on strides
        reader.press("stride", "ArrowDown")
        reader.press("padding", "ArrowUp")
        assert lit(reader, "z") == ["2", "0", "5", "0", "-4", "-3"]
        reader.figure.get_by_role("button", name="slide").click()
        reader.press("window", "End")
        reader.press("padding", "ArrowDown")
        assert (reader.state["window"], lit(reader, "along")) == (4, ["-7", "3"])
        assert same()
    with reading(browser, address + "beyond/convolution/", 390, has_touch=True, is_mobile=True) as page:
        reader = Reader(page)
        reader.swipe(reader.figure.locator('svg text[data-v="z.3"]'), 60)
        assert reader.state["window"] in (3, 4)
        reader.figure.get_by_role("button", name="back to a pixel").tap()
        reader.figure.locator('svg text[data-v="x.6"]').tap()
        reader.swipe(reader.knob("w2"), 12)
        assert (reader.state["pixel"], reader.state["w2"], reader.labels()["gets"]) == (5, 3, ["6"])
        assert differences(reader.probe()["values"], one_window(reader.state)) == {}


def test_the_gradient_walks_back_through_time(address: str, browser: Browser) -> None:
    """Moment by moment, by slider, hand and by itself; it grows and fades as the weights say."""
    with reading(browser, address + "beyond/recurrence/", reduced_motion="no-preference") as page:
        reader = Reader(page)
        slider, play = reader.figure.locator(".run input"), reader.figure.locator(".run button")

        def same() -> bool:
            return differences(reader.probe()["values"], unrolled(reader.state)) == {}

        assert (lit(reader, "share"), seen(reader, ".says")) == (["0", "0.494", "-0.122"], ["fades"])
        found = []
        for key in ["Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"]:
            slider.press(key)
            found.append((reader.state["back"], reader.labels()["so_far"][0], len(lit(reader, "arrives"))))
            assert same()
        assert found[:3] == [(0, "0", 1), (1, "−0.1224", 2), (2, "0.3714", 3)]
        assert found[3:] == [(3, "0.3714", 4)] * 2  # there is no fourth moment
        reader.press("steps", "End")  # who has come all the way back stays there
        assert (reader.state["back"], len(lit(reader, "h")), len(lit(reader, "share"))) == (5, 6, 5)
        places = reader.figure.locator('svg text[data-v^="h."]').evaluate_all(
            "all => all.map(e => Number(e.getAttribute('x')))"
        )
        assert len({round(b - a, 1) for a, b in pairwise(places)}) == 1
        play.click()
        page.wait_for_function("f => f.state.value.back === 2", arg=reader.figure.element_handle())
        play.click()
        assert same()
        reader.press("u", "Home")
        endings = {}
        for w, key in [(0.8, "Delete"), (0.9, "ArrowUp"), (1, "ArrowUp"), (1.1, "ArrowUp")]:
            reader.press("w", key)
            assert reader.state["w"] == w
            endings[w] = seen(reader, ".says")
        assert endings == {0.8: ["shrinks"], 0.9: ["shrinks"], 1: ["stays"], 1.1: ["grows"]}
        reader.press("w", "End")
        reader.press("u", "ArrowUp")
        assert (seen(reader, ".says"), same()) == (["shrinks"], True)  # tanh has become flat
        reader.drag(reader.knob("w"), -60)
        assert (reader.state["w"], same()) == (2, True)
        reader.figure.locator('svg text[data-v="h.3"]').click()
        assert reader.state["back"] == 3
        reader.press("steps", "Home")
        assert (reader.state["back"], same()) == (1, True)
        reader.figure.get_by_role("button", name="Back to the book’s").click()
        assert reader.labels()["reach"] == ["0.0631"]
    with reading(browser, address + "beyond/recurrence/", reduced_motion="reduce") as page:
        reader = Reader(page)
        reader.figure.locator(".run input").press("Home")
        reader.figure.locator(".run button").click()
        assert reader.state["back"] == 3
    with reading(browser, address + "beyond/recurrence/", 390, has_touch=True, is_mobile=True) as page:
        reader = Reader(page)
        reader.figure.locator('svg text[data-v="h.2"]').tap()
        assert reader.state["back"] == 2
        reader.swipe(reader.figure.locator('svg text[data-v="h.2"]'), -60)
        assert reader.state["back"] == 3
        reader.swipe(reader.knob("w"), 18)
        assert reader.state["w"] == 1.1
        assert differences(reader.probe()["values"], unrolled(reader.state)) == {}


def test_keys_are_drawn_to_a_query_and_pushed_away(address: str, browser: Browser) -> None:
    """A step down the cost moves scores as their values say, whoever is dragged; a tap moves nothing."""
    with reading(browser, address + "beyond/attention/") as page:
        reader = Reader(page)

        def same() -> bool:
            return differences(reader.probe()["values"], one_query(reader.state)) == {}

        def key(number: int) -> Locator:
            return reader.figure.locator(f'svg text[data-v="number.{number}"]').first

        assert (lit(reader, "u"), lit(reader, "row")) == (
            ["0", "1", "-1", "0"],
            ["-0.125", "-0.125", "0.25", "0"],
        )
        book = reader.state
        endings = []
        for number in (1, 2, 3):
            key(number).click()
            assert reader.state == {**book, "key": number}
            endings += seen(reader, ".says")
            assert same()
        assert endings == ["rest", "fall", "rise"]
        arrow = reader.figure.locator('g[data-k="push.2"] > path')
        before = arrow.get_attribute("d")
        reader.press("y", *["ArrowUp"] * 2)
        assert (seen(reader, ".says"), reader.labels()["its"]) == (["fall"], ["1"])  # too small now
        assert arrow.get_attribute("d") != before
        reader.press("y", "ArrowDown")
        assert set(lit(reader, "u")) == {"0"}
        assert arrow.get_attribute("d") == ""
        reader.press("y", "Delete")
        reader.figure.get_by_role("button", name="let the fourth key in").click()
        assert lit(reader, "p") == ["0.125", "0.125", "0.25", "0.5"]
        assert (reader.labels()["a"], same()) == (["5"], True)
        reader.drag(key(1), 60)
        assert (reader.state["key"], reader.state["K"][0][0] > 0, reader.state["K"][1][0]) == (1, True, 1)
        reader.drag(reader.figure.locator('g[data-k="tip"] use'), -100)
        assert reader.state["q"][0] < 0.5
        assert same()
        reader.press("K.2.3", "Home")
        reader.press("q.2", "Shift+ArrowUp")
        reader.press("V.4", "ArrowUp")
        assert (reader.state["K"][1][2], reader.state["q"][1], reader.state["V"][3]) == (-2, 1, 7)
        assert same()
    with reading(browser, address + "beyond/attention/", 390, has_touch=True, is_mobile=True) as page:
        reader = Reader(page)
        reader.figure.get_by_role("button", name="2").tap()
        reader.swipe(reader.figure.locator('svg text[data-v="number.2"]').first, 50, -30)
        page.wait_for_function("f => f.state.value.K[1][1] > -1", arg=reader.figure.element_handle())
        assert reader.state["K"][0][1] > 0.3
        assert differences(reader.probe()["values"], one_query(reader.state)) == {}


LEFT = """figure => [...figure.querySelectorAll('[data-k^="push"] > path:not([d=""])')].filter(path => {
  const [arrow, plane] = [path, document.querySelector(`${path.getAttribute("clip-path").slice(4, -1)} rect`)]
    .map(shape => shape.getBBox())
  return arrow.x < plane.x - 0.1 || arrow.x + arrow.width > plane.x + plane.width + 0.1
    || arrow.y < plane.y - 0.1 || arrow.y + arrow.height > plane.y + plane.height + 0.1
}).map(path => path.getAttribute("d"))"""


def test_no_arrow_leaves_the_plane(address: str, browser: Browser) -> None:
    with reading(browser, address + "beyond/attention/") as page:
        reader = Reader(page)
        corners = [[-2, 2, 1.9, 2], [2, 2, -2, -2]]
        for q in ([2, 2], [-2, 2], [0.1, -2], [0, 0]):
            for y in (-9, 9):
                reader.set({"q": q, "K": corners, "V": [9, -9, 8, 9], "y": y, "fourth": 1})
                assert reader.figure.evaluate(LEFT) == []
