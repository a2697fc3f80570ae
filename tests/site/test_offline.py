"""The edition for a folder, opened as by a double click: of a small book, and at night of the whole one."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from bookkit.editions import offline
from bookkit.paths import ROOT

from .served import build_strictly
from .small import FLAT
from .window import new_context, settle, until

ODD = "My books, 100% ü #1"  # a folder as readers have them

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("editions")]


@pytest.fixture(scope="module")
def folder(small_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return offline.publish(small_editions, tmp_path_factory.mktemp("editions") / ODD)[0]


class Reader:
    """Someone who opens pages from a disk, and what the browser had to complain of."""

    def __init__(self, context: BrowserContext, folder: Path) -> None:
        self.folder = folder
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.page.on("request", self._request)
        self.page.on("requestfailed", self._failed)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._console)

    def _request(self, request) -> None:
        if not request.url.startswith((self.folder.as_uri(), "data:")):
            self.complaints.append(f"asked for {request.url}")

    def _failed(self, request) -> None:
        # A reader who follows a link while a file is on its way lets go of it: that is no fault of the file.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url}")

    def _console(self, message) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def open(self, name: str) -> Page:
        self.page.goto((self.folder / name).as_uri())
        return self.page


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    found = new_context(browser, viewport={"width": 1280, "height": 800})
    yield found
    found.close()


@pytest.fixture
def reader(context: BrowserContext, folder: Path) -> Iterator[Reader]:
    found = Reader(context, folder)
    yield found
    assert found.complaints == []


def test_links_lead_from_page_to_page_and_to_places(reader: Reader) -> None:
    page = reader.open("index.html")
    page.locator(".md-content a").get_by_text("One", exact=True).click()
    expect(page).to_have_title(re.compile("One"))
    page.locator(".md-content a").get_by_text("the words", exact=True).click()
    expect(page).to_have_url(re.compile(r"/nudges/two\.html#a-word$"))
    page.locator(".md-header a.md-logo").click()
    expect(page).to_have_url(re.compile(r"/index\.html$"))


def test_search_finds_an_equation_by_its_tag(reader: Reader) -> None:
    page = reader.open("nudges/one.html")
    page.keyboard.press("/")
    page.keyboard.type("BP2")
    page.locator(".md-search-result__link").first.click()
    expect(page).to_have_url(re.compile(r"/nudges/two\.html#eq-sum$"))


def test_a_link_shows_the_equation_of_another_page(reader: Reader) -> None:
    page = reader.open("nudges/one.html")
    page.locator("a[data-card][href$='#eq-sum']").first.hover()
    expect(page.locator("#book-card .katex").first).to_be_visible()
    page.locator("#book-card a.there").click()
    expect(page).to_have_url(re.compile(r"/nudges/two\.html#eq-sum$"))


def test_a_live_figure_answers_the_hand(reader: Reader) -> None:
    page = reader.open("nudges/one.html")
    expect(page.locator("bp-figure")).to_have_class(re.compile("started"))
    settle(page)
    box = page.locator("[data-scrub=a]").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 20, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 80, box["y"] + 10)
    page.mouse.up()
    figure = page.evaluate("document.querySelector('bp-figure').probe()")
    assert figure["state"]["a"] > 2
    assert figure["values"]["d"] == pytest.approx(figure["state"]["a"] + 3, rel=1e-12)


# As Chromium does now and then on a disk, where much else is to do.
REFUSED = """
  Storage.prototype.getItem = () => null
  Storage.prototype.setItem = () => {}
"""


@pytest.mark.parametrize("storage", ["given", "refused"])
def test_dark_is_chosen_and_remembered(reader: Reader, storage: str) -> None:
    if storage == "refused":
        reader.page.add_init_script(REFUSED)
    page = reader.open("index.html")
    dark = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(dark)
    for _ in range(3):
        if page.evaluate("document.documentElement.dataset.scheme") != "dark":
            page.locator(".colours").click()
    assert page.evaluate(dark) != before
    page = reader.open("nudges/two.html")
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    page.locator(".colours").click()
    page.locator(".md-header a.md-logo").click()
    expect(page).to_have_url(re.compile(r"/index\.html$"))
    assert page.evaluate("document.documentElement.dataset.scheme") == "system"


def test_letters_are_the_books_own(reader: Reader) -> None:
    page = reader.open("nudges/two.html")
    loaded = page.evaluate(
        "document.fonts.ready.then(all => [...all].filter(f => f.status == 'loaded').map(f => f.family))"
    )
    assert {"Source Serif", "KaTeX_Math", "KaTeX_Main"} <= {name.strip('"') for name in loaded}


def test_it_can_be_read_without_scripts(browser: Browser, folder: Path) -> None:
    context = new_context(browser, java_script_enabled=False)
    reader = Reader(context, folder)
    page = reader.open("nudges/one.html")
    expect(page.locator("svg.figure")).to_be_visible()
    page.locator(".md-content a").get_by_text("the words", exact=True).click()
    expect(page.locator("#a-word")).to_be_in_viewport()
    expect(page.locator(".katex").first).to_be_visible()
    context.close()
    assert reader.complaints == []


def test_the_site_itself_does_not_work_so(context: BrowserContext, small_editions: Path) -> None:
    """What makes the edition needed is noticed: modules are refused, and no figure starts."""
    reader = Reader(context, small_editions)
    page = reader.open("nudges/one.html")
    page.wait_for_load_state("networkidle")
    refused = re.compile("CORS|origin")
    until(page, lambda: list(filter(refused.search, reader.complaints)), "a module is refused")
    assert page.locator("bp-figure.started").count() == 0


@pytest.mark.site
@pytest.mark.nightly
def test_the_whole_book_opens_from_a_disk(
    context: BrowserContext, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("whole")
    whole = build_strictly(ROOT / "mkdocs.yml", place / "site", **FLAT)
    reader = Reader(context, offline.publish(whole, place / ODD)[0])
    pages = sorted(path.relative_to(reader.folder).as_posix() for path in reader.folder.rglob("*.html"))
    figures = 0
    for name in pages:
        page = reader.open(name)
        page.wait_for_load_state("networkidle")
        for figure in page.locator("bp-figure").all():
            figure.scroll_into_view_if_needed()
            expect(figure).to_have_class(re.compile("started"))
            figures += 1
    assert reader.complaints == []
    assert len(pages) > 40
    assert figures > 3
