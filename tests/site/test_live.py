"""Live figures: at rest they are the drawing; moved by hand and by keys, they show what Python computes."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser, Page

from bookdraw.numbers import shown
from bookkit.paths import ROOT

from .counterparts import MODELS
from .hand import Reader, differences, reading
from .window import SHIFT, settle, window

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.xdist_group("live figures")]

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RUN_AXE = """async () => {
  const found = await axe.run("bp-figure", { resultTypes: ["violations"] })
  return found.violations.map(v => [v.id, v.nodes.map(n => n.html)])
}"""
# axe looks at every element of a page to find what lies behind a letter, also where it is asked about the
# figures only: what is beside them goes. (test_access.py looks at whole pages.)
ONLY_FIGURES = """() => {
  const blocks = document.querySelectorAll(".md-content__inner > *, .md-sidebar")
  for (const block of blocks) if (!block.matches("bp-figure, :has(bp-figure)")) block.remove()
}"""
# What a figure says when the hand rests, it has said; where nothing has changed, or it has no word, nothing.
SAID = """([figure, changed]) => {
  const said = figure.querySelector(".live-said")
  const words = figure.querySelector(".says")?.innerText ?? said?.dataset.says
  return !changed || !said || !words?.trim() || said.textContent !== ""
}"""
FADED = "f => [...f.querySelectorAll('.later')].flatMap(e => e.dataset.k.split(' '))"
AT_REST = "f => { f.state.value = f.data.state; f.player?.go(0); document.activeElement?.blur() }"
OVERFLOW = "document.documentElement.scrollWidth - innerWidth"
IMPORTED = re.compile(r'from "\./(\w+)\.js"')  # a model's helpers, beside it
SELDOM = {"xor": 6, "twenty": 3}  # random states of a figure that trains a network for each
BUDGET = {"core": 8_300, "model": 4_700, "data": 6_000, "page": 25_000}  # bytes, packed
PHONE, DESK = 390, 1280
SCHEMES: dict[int, Literal["light", "dark"]] = {PHONE: "light", DESK: "dark"}


@dataclass
class Step:
    """What a figure shows after one more step of its player."""

    number: int
    current: int
    visible: int
    faded: set[str]


@dataclass
class Seen:
    """What a reader saw of one figure: at rest, with its numbers moved, in random states, step by step."""

    page: str
    place: int
    markup: Tag
    labels: dict[str, list[str]] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    words: list[int] = field(default_factory=list)  # of those that take turns at a place, how many are seen
    heights: list[float] = field(default_factory=list)
    states: list[dict[str, Any]] = field(default_factory=list)
    found: list[dict[str, Any]] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    later: int = 0

    @property
    def data(self) -> dict[str, Any]:
        """What Python has written beside the drawing."""
        found: dict[str, Any] = json.loads(self.markup.select_one("script[type='application/json']").text)
        return found

    @property
    def model(self) -> str:
        """The name of its model."""
        return str(self.markup["model"])


@dataclass
class Visit:
    """What a reader saw on a page with live figures, at one width."""

    figures: list[Seen]
    moved: float = 0
    overflow: int = 0
    axe: list[Any] | None = None


Visits = dict[tuple[str, int], Visit]


def height(reader: Reader) -> float:
    box = reader.figure.bounding_box()
    assert box is not None
    return box["height"]


def look(reader: Reader, seen: Seen) -> None:
    """See a figure at rest."""
    seen.labels, seen.values = reader.labels(), reader.probe()["values"]
    for place in reader.figure.locator(".verdict").all():
        seen.words.append(sum(word.is_visible() for word in place.locator("[data-when]").all()))


def move(reader: Reader, seen: Seen) -> None:
    """Move each of its numbers to the least."""
    seen.heights.append(height(reader))
    before = reader.state
    for knob in reader.figure.locator("[data-scrub]").all():
        knob.focus()
        reader.page.keyboard.press("Home")
    changed = reader.state != before
    reader.page.wait_for_function(SAID, arg=[reader.figure.element_handle(), changed])
    seen.heights.append(height(reader))


def draw(reader: Reader, seen: Seen, rng: np.random.Generator) -> None:
    """Set it to random states."""
    often = SELDOM.get(seen.model, 50)
    seen.states = [random_state(rng, seen.data) for _ in range(often)]
    seen.found = reader.values(seen.states)
    reader.figure.evaluate(AT_REST)


def step(reader: Reader, seen: Seen) -> None:
    """Go through all of its steps."""
    seen.heights.append(height(reader))
    following = reader.figure.locator('[data-go="1"]')
    for _ in range(1, len(seen.data["steps"])):
        following.click()
        seen.steps.append(
            Step(
                reader.probe()["step"],
                reader.figure.locator(".steps > li.current").count(),
                reader.figure.locator(".steps > li >> visible=true").count(),
                set(reader.figure.evaluate(FADED)),
            )
        )
    seen.later = reader.figure.locator(".later").count()
    seen.heights.append(height(reader))
    reader.figure.evaluate(AT_REST)


def visit(page: Page, name: str, width: int, soup: BeautifulSoup) -> Visit:
    """Do with all figures of an open page what a reader may do; the page is as it was at the end."""
    settle(page)
    if not page.locator("bp-figure.started").count():
        page.evaluate("shift = 0")  # what was laid out at once now would otherwise come when it is near
    rng = np.random.default_rng(0)
    saw = Visit([Seen(name, place, markup) for place, markup in enumerate(soup.select("bp-figure"))])
    readers = [Reader(page, seen.place) for seen in saw.figures]
    for reader, seen in zip(readers, saw.figures, strict=True):
        reader.figure.scroll_into_view_if_needed()
        look(reader, seen)
        move(reader, seen)
    saw.moved, saw.overflow = page.evaluate(SHIFT), page.evaluate(OVERFLOW)
    for reader, seen in zip(readers, saw.figures, strict=True):
        if width == DESK:  # what numbers follow from a state does not hang on the window
            draw(reader, seen, rng)
        if seen.markup.select(".player"):
            step(reader, seen)
    return saw


def findings(page: Page, scheme: Literal["light", "dark"]) -> list[Any]:
    """Return what axe finds in the figures of a page that nobody needs any more."""
    page.mouse.move(0, 0)
    page.evaluate(ONLY_FIGURES)
    page.evaluate(f"() => {{ {AXE}\n }}")
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    found: list[Any] = page.evaluate(RUN_AXE)
    page.emulate_media(color_scheme="light", reduced_motion="no-preference")
    return found


@pytest.fixture(scope="module")
def visits(live_pages: dict[str, BeautifulSoup], address: str, browser: Browser) -> Visits:
    """Every page with a live figure, visited once on a phone and once at a desk."""
    saw: Visits = {}
    for width in (PHONE, DESK):
        with window(browser, width, own=True) as page:
            errors: list[str] = []
            page.on("pageerror", lambda error, errors=errors: errors.append(str(error)))
            for place, (name, soup) in enumerate(live_pages.items()):
                page.goto(address + name.removesuffix("index.html"))
                saw[name, width] = visit(page, name, width, soup)
                if place % 2 == (width == DESK):
                    saw[name, width].axe = findings(page, SCHEMES[width])
            assert errors == []
    return saw


def figures(visits: Visits, width: int = DESK) -> Iterator[Seen]:
    """Return what was seen of all figures at one width."""
    for (_, wide), saw in visits.items():
        if wide == width:
            yield from saw.figures


def drawn(figure: Tag) -> dict[str, list[str]]:
    """Return what a figure's markup shows before any script runs, by key."""
    found: dict[str, list[str]] = {}
    for element in figure.select("[data-v]"):
        found.setdefault(str(element["data-v"]), []).append(element.get_text())
    return found


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_at_rest_a_figure_shows_what_python_drew(visits: Visits, width: int) -> None:
    for seen in figures(visits, width):
        assert seen.labels == drawn(seen.markup), seen.page
        assert differences(seen.values, seen.data["values"]) == {}, seen.page
        assert set(seen.words) <= {1}, seen.page


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
            return rng.integers(least, greatest, np.shape(value), endpoint=True).tolist()
        return rng.uniform(least, greatest, np.shape(value)).tolist()

    drawn = {key: draw(key, value) for key, value in data["state"].items() if key in data["ranges"]}
    counts = {key: int(rng.integers(last + 1)) for key, last in data["runs"].items()}
    return {**data["state"], **drawn, **counts}


def test_fifty_random_states_of_every_figure(visits: Visits) -> None:
    for seen in figures(visits):
        assert len(seen.states) == SELDOM.get(seen.model, 50)
        for state, found in zip(seen.states, seen.found, strict=True):
            expected = MODELS[seen.model](state)
            assert expected.keys() == seen.data["values"].keys(), seen.page
            assert differences(found, expected) == {}, (seen.page, state)


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_steps_show_one_card_and_what_has_appeared(visits: Visits, width: int) -> None:
    played = [seen for seen in figures(visits, width) if seen.steps]
    assert len(played) >= 4
    for seen in played:
        steps = seen.data["steps"]
        assert [step.number for step in seen.steps] == list(range(1, len(steps))), seen.page
        for step in seen.steps:
            assert (step.current, step.visible) == (1, 1), (seen.page, step.number)
            hidden = {key for later in steps[step.number + 1 :] for key in later.get("shows", [])}
            assert {key.partition(".")[0] for key in step.faded} <= {key.partition(".")[0] for key in hidden}
        assert seen.later == 0, seen.page


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_nothing_moves_when_a_figure_starts_or_is_moved(visits: Visits, width: int) -> None:
    for (name, wide), saw in visits.items():
        if wide == width:
            for seen in saw.figures:
                assert len(set(seen.heights)) == 1, (name, seen.heights)
            assert saw.moved == 0, name
            assert saw.overflow <= 0, name


def test_axe_finds_nothing_in_a_figure(visits: Visits) -> None:
    """On a phone in light or at a desk in dark, in turn; at night in all four views, in test_access.py."""
    found = {name: saw.axe for (name, _), saw in visits.items() if saw.axe is not None}
    assert len(found) == len(visits) / 2
    assert {name: rules for name, rules in found.items() if rules} == {}


def test_axe_would_find_something_in_a_figure(address: str, browser: Browser) -> None:
    """A button without a name in both schemes, letters that are pale in the dark only in the dark."""
    with reading(browser, address + "nudges/sigmoid-neuron/", own=True) as page:
        Reader(page)
        page.evaluate("""() => document.querySelector("bp-figure").insertAdjacentHTML("beforeend",
          "<button></button><p class=pale>Pale</p>")""")
        page.evaluate("""() => { document.styleSheets[0].insertRule(
          "@media (prefers-color-scheme: dark) { .pale { color: #333 !important } }",
          document.styleSheets[0].cssRules.length) }""")
        found = {scheme: {rule for rule, _ in findings(page, scheme)} for scheme in SCHEMES.values()}
    assert found == {"light": {"button-name"}, "dark": {"button-name", "color-contrast"}}


def test_without_scripts_the_page_is_complete(
    live_pages: dict[str, BeautifulSoup], address: str, browser: Browser
) -> None:
    for name in live_pages:
        with reading(browser, address + name.removesuffix("index.html"), java_script_enabled=False) as page:
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
