"""Live figures: at rest they are the drawing; moved by hand and by keys, they show what Python computes."""

import gzip
import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from bookdraw.numbers import shown
from bookkit.paths import ROOT

from .counterparts import MODELS
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
SELDOM = {"xor": 6}  # random states of a figure that trains a network for each
BUDGET = {"core": 8_000, "model": 4_500, "data": 6_000, "page": 25_000}  # bytes, packed


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
                words = reader.figure.locator("[data-when]")
                seen = [word for word in words.all() if word.is_visible()]
                assert len(seen) == min(1, words.count()), name


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
        least, greatest, step = data["ranges"].get(key, (value, value, 0))
        if step == 1:  # it is counted
            return int(rng.integers(least, greatest, endpoint=True))
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
                often = SELDOM.get(str(figure["model"]), 50)
                states = [random_state(rng, data) for _ in range(often)]
                for state, found in zip(states, reader.values(states), strict=True):
                    expected = MODELS[str(figure["model"])](state)
                    assert expected.keys() == data["values"].keys(), name
                    assert differences(found, expected) == {}, (name, state)


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
