"""What a reader sees: nothing moves, nothing overflows, nothing comes from elsewhere, everything works."""

import re
import threading
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Error, Page, Route, expect

from bookkit.paths import SNIPPETS

from .clipboard import clipboard_text
from .served import interrupted
from .window import SHIFT, new_context, settle, until, window

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.xdist_group("site in a browser")]

CHAPTER = "nudges/circuit/"
LISTING = "nudges/circuit/forward.py"
FOLDING = ("networks/xor/", "networks/xor/rows.py")
# A layout shift is the share of the window that is touched, times the share by which it moves. A line of
# text that moves by its own height on a phone counts 0.0014. Less than a third of that is left out: a hair's
# breadth of one letter, as fonts are drawn, and the cell at the window's edge of a table that is still being
# read.
NOTICED = 0.0004
FACE = re.compile(r"@font-face\s*\{([^}]*)\}")
COLOURS = """() => {
  const shapes = [...document.querySelectorAll("svg.figure *")].map(getComputedStyle)
  return {
    page: getComputedStyle(document.body).backgroundColor,
    text: getComputedStyle(document.querySelector("article p")).color,
    figure: [...new Set(shapes.flatMap(style => [style.fill, style.stroke]))].filter(c => c != "none").sort(),
  }
}"""


@pytest.fixture
def page(browser: Browser, address: str):
    with window(browser, own=True, accept_downloads=True) as page:
        page.context.grant_permissions(
            ["clipboard-read", "clipboard-write"], origin=address.rstrip("/").rsplit("/", 1)[0]
        )
        yield page


def seen(visits: dict, key: str) -> dict[str, Any]:
    """Return what the visits saw amiss, by page and width."""
    return {f"{name} at {width}": getattr(v, key) for (name, width), v in visits.items() if getattr(v, key)}


def test_only_the_site_itself_is_asked(visits: dict, address: str) -> None:
    origin = urljoin(address, "/")
    foreign = {
        url for v in visits.values() for url in v.requests if not url.startswith((origin, "data:", "blob:"))
    }
    assert foreign == set()


def test_nothing_is_complained_of_in_the_console(visits: dict) -> None:
    assert seen(visits, "complaints") == {}


@pytest.mark.parametrize("width", ["320", "390", "640", "1280"])
def test_no_page_is_wider_than_the_window(visits: dict, width: str) -> None:
    found = {name: visit.overflow[width] for (name, _), visit in visits.items() if width in visit.overflow}
    assert len(found) >= len(visits) // 3
    assert {name: pixels for name, pixels in found.items() if pixels > 0} == {}


def test_no_equation_runs_into_its_number(visits: dict) -> None:
    covered = {name: visit.covered for (name, _), visit in visits.items()}
    assert {name: at for name, at in covered.items() if any(at.values())} == {}


def test_nothing_moves_while_a_page_loads_and_is_read(visits: dict) -> None:
    moved = {
        f"{name} at {width}": [shift for shift in visit.shifts if shift[0] > NOTICED]
        for (name, width), visit in visits.items()
    }
    assert {key: shifts for key, shifts in moved.items() if shifts} == {}


@pytest.mark.parametrize("name", ["formula-sheet/", "museum/lost-primes/"])
def test_nothing_is_shown_nor_moves_while_fonts_are_late(page: Page, address: str, name: str) -> None:
    held: list[Route] = []
    come = False
    page.route("**/*.woff2", lambda route: route.continue_() if come else held.append(route))
    page.goto(address + name, wait_until="commit")
    expect(page.locator("html")).to_have_class(re.compile("typesetting"))
    page.wait_for_function("() => document.readyState != 'loading'", polling=100)
    until(page, lambda: held, "a font is asked for")
    expect(page.locator("body")).to_have_css("visibility", "hidden")
    come = True
    while held:
        held.pop().continue_()
    expect(page.locator("body")).to_have_css("visibility", "visible")
    page.evaluate("document.fonts.ready")
    assert page.evaluate(SHIFT) <= NOTICED


@pytest.mark.parametrize("last", ['class="knobs', 'id="the-book"', 'href="costs/"', 'id="checked"'])
def test_nothing_moves_on_the_home_page_while_the_rest_of_it_is_late(
    browser: Browser, site: Path, last: str
) -> None:
    """It has columns: what is beside or before something is placed by what has not come yet."""
    html = (site / "index.html").read_bytes()
    at = html.index(last.encode(), html.index(b"<bp-figure"))
    come = threading.Event()
    with interrupted(site, html, at, come) as address, window(browser, own=True) as page:
        page.goto(address, wait_until="commit")
        page.wait_for_function("() => document.querySelector('bp-figure')", polling=50)
        page.evaluate("() => document.fonts.load('1em \"Source Serif\"')")
        page.evaluate(SHIFT)
        come.set()
        page.wait_for_load_state()
        settle(page)
        assert page.evaluate(SHIFT) <= NOTICED


def test_a_font_that_never_comes_keeps_nobody_from_reading(browser: Browser, address: str) -> None:
    context = new_context(browser, patient=False)
    page = context.new_page()
    page.route("**/*.woff2", lambda route: None)
    page.goto(address + "formula-sheet/", wait_until="commit")
    expect(page.locator("body")).to_have_css("visibility", "visible")
    context.close()


def test_every_letter_of_a_formula_is_from_the_books_fonts(visits: dict) -> None:
    assert seen(visits, "fallbacks") == {}


def test_preloaded_fonts_are_exactly_those_that_formulas_use(visits: dict, site: Path) -> None:
    css = (site / "assets" / "book.css").read_text(encoding="utf-8")
    files: dict[tuple[str, str, str], str] = {}
    for face in FACE.findall(css):
        if "KaTeX" not in face:
            continue
        values = dict(re.findall(r"(font-family|font-weight|font-style)\s*:\s*([^;}]+)", face))
        file = re.search(r"/([\w-]+)\.woff2", face)
        assert file is not None
        weight = values.get("font-weight", "400").replace("700", "bold").replace("400", "normal")
        files[values["font-family"].strip("\"' "), weight, values.get("font-style", "normal")] = file[1]
    differences = {}
    for (name, width), visit in visits.items():
        used = {
            files[family.strip("\"'"), weight.replace("700", "bold").replace("400", "normal"), style]
            for family, weight, style in visit.fonts
            if "KaTeX" in family
        }
        head, ended, _ = (site / name).read_text(encoding="utf-8").partition("</head>")
        assert ended, name
        links = BeautifulSoup(head, "html.parser").select("link[rel=preload][as=font]")
        asked = {Path(link["href"]).stem for link in links if "KaTeX" in link["href"]}
        if used != asked:
            differences[f"{name} at {width}"] = {"late": used - asked, "in vain": asked - used}
    assert differences == {}


@pytest.mark.parametrize("start", ["light", "dark"])
def test_pages_and_figures_follow_the_system_and_the_switch(page: Page, address: str, start: str) -> None:
    other = {"light": "dark", "dark": "light"}[start]
    page.emulate_media(color_scheme=start)
    page.goto(address + CHAPTER)
    first = page.evaluate(COLOURS)
    page.emulate_media(color_scheme=other)
    second = page.evaluate(COLOURS)
    for what in ("page", "text", "figure"):
        assert first[what] != second[what], what
    page.emulate_media(color_scheme=start)
    button = page.locator("button.colours")
    for _ in range(3):
        if page.evaluate(COLOURS) == second:
            break
        button.click()
    assert page.evaluate(COLOURS) == second, "no position of the switch gives the other colours"
    page.reload()
    assert page.evaluate(COLOURS) == second, "the choice is forgotten"


def test_a_choice_of_colours_reaches_the_other_open_pages(page: Page, address: str) -> None:
    scheme = "document.documentElement.dataset.scheme"
    page.goto(address + CHAPTER)
    with page.context.new_page() as other:
        other.goto(address)
        for wanted in ("light", "dark", "system"):
            other.locator("button.colours").click()
            assert other.evaluate(scheme) == wanted
            until(page, lambda wanted=wanted: page.evaluate(scheme) == wanted, f"{wanted} is seen there, too")


# As if the choice, made a moment ago on the page just left, arrived after the page had asked for it first,
# and before it could hear of it.
TOLD_LATE = """{
  const { getItem } = Storage.prototype
  let asked = false
  Storage.prototype.getItem = function (key) {
    if (key != "colours" || asked) return getItem.call(this, key)
    asked = true
    return null
  }
}"""


def test_a_choice_of_colours_that_arrives_while_a_page_opens_is_seen(page: Page, address: str) -> None:
    scheme = "document.documentElement.dataset.scheme"
    page.goto(address + CHAPTER)
    page.evaluate("localStorage.setItem('colours', 'dark')")
    page.add_init_script(TOLD_LATE)
    page.reload()
    assert page.evaluate(scheme) == "dark"
    # A page that rested meanwhile, and is gone back to, was told nothing.
    page.evaluate("localStorage.setItem('colours', 'light')")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert page.evaluate(scheme) == "light"


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(("chapter", "name"), [(CHAPTER, LISTING), FOLDING])
def test_the_copy_button_copies_all_lines_of_the_listing(
    page: Page, address: str, chapter: str, name: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(address + chapter)
    listing = page.locator(".highlight", has=page.locator(f'a.download[href$="{name}"]'))
    assert (listing.locator(".fold").count() > 0) == (name == FOLDING[1])
    listing.scroll_into_view_if_needed()
    listing.hover()
    listing.locator(".md-code__button:visible").click()
    expected = (SNIPPETS / name).read_text(encoding="utf-8")
    assert clipboard_text(page).strip() == expected.strip()


def test_a_fold_opens_by_keyboard_and_says_what_it_holds(page: Page, address: str) -> None:
    page.goto(address + FOLDING[0])
    fold = page.locator(".highlight > .fold").first
    expect(fold.locator("summary")).to_have_text(re.compile(r"\d+ lines?$"))
    expect(fold.locator("pre")).to_be_hidden()
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(fold.locator("pre")).to_be_visible()


def test_what_scrolls_sideways_is_reached_by_keyboard_and_has_a_name(
    page: Page, address: str, scroll: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 844})
    scrolling = 0
    for chapter in ("deep/l-layers/", "words-of-other-books/", "about/checked/"):
        page.goto(address + chapter)
        for opened in ("as it comes", "with all solutions"):
            settle(page)  # else what is out of sight seems not to scroll
            page.evaluate(scroll)
            found = page.evaluate(
                """() => [...document.querySelectorAll("article *")].filter(box => box.checkVisibility() &&
                  /auto|scroll/.test(getComputedStyle(box).overflowX) && box.clientWidth > 0
                ).map(box => [box.scrollWidth > box.clientWidth + 1, box.tabIndex == 0 && box.role == "region"
                  && box.ariaLabel.length > 0, box.outerHTML.slice(0, 100)])"""
            )
            assert [html for scrolls, reached, html in found if scrolls != reached] == [], opened
            scrolling += sum(scrolls for scrolls, _, _ in found)
            page.evaluate("document.querySelectorAll('article details').forEach(box => { box.open = true })")
    assert scrolling > 0


def test_a_table_that_is_a_list_on_a_phone_is_no_wider_than_the_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 844})
    for name in ("about/checked/", "deep/checklist/"):
        page.goto(address + name)
        settle(page)
        wide = page.evaluate(
            """() => [...document.querySelectorAll(".table.rows table")].map(table =>
              [table.offsetWidth > table.closest(".rows").clientWidth, table.textContent.slice(0, 60)])"""
        )
        assert wide
        assert [text for wider, text in wide if wider] == []


def test_the_download_link_gives_the_file(page: Page, address: str) -> None:
    page.goto(address + CHAPTER)
    with page.expect_download() as download:
        page.locator(f'a.download[href$="{LISTING}"]').click()
    assert download.value.suggested_filename == "forward.py"
    assert Path(download.value.path()).read_bytes() == (SNIPPETS / LISTING).read_bytes()


def test_a_keyboard_reaches_the_text(page: Page, address: str) -> None:
    page.goto(address + CHAPTER)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_class(re.compile("md-skip"))
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_search_finds_a_word(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially("saturation")
    results = page.locator(".md-search-result__item a")
    expect(results.first).to_be_visible()
    expect(results.first).to_have_attribute("href", re.compile("sigmoid-neuron"))


def test_solutions_open_and_close(page: Page, address: str) -> None:
    page.goto(address + CHAPTER)
    solution = page.locator("details.solution").first
    assert not solution.evaluate("element => element.open")
    solution.locator("summary").click()
    assert solution.evaluate("element => element.open")


def test_a_page_can_be_read_without_scripts(browser: Browser, address: str) -> None:
    context = new_context(browser, java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address + CHAPTER)
    for selector in ("h1", "article .equation .katex-html", "svg.figure", ".highlight code"):
        expect(page.locator(selector).first).to_be_visible()
    page.locator("details.solution summary").first.click()
    expect(page.locator("details.solution .highlight").first).to_be_visible()
    context.close()


def test_a_printed_page_shows_its_solutions_and_no_navigation(page: Page, address: str) -> None:
    page.goto(address + CHAPTER)
    page.emulate_media(media="print")
    expect(page.locator(".md-header")).to_be_hidden()
    expect(page.locator("article h1")).to_be_visible()


def test_solutions_are_last_on_paper_and_back_in_their_places_afterwards(page: Page, address: str) -> None:
    page.goto(address + CHAPTER)
    order = """() => [...document.querySelectorAll("article .exercise, article .solution, article h2")].map(
      part => part.matches(".solution") ? "solution" : part.matches("h2") ? "heading" : "exercise")"""
    before = page.evaluate(order)
    assert before.count("solution") > 1
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = page.evaluate(order)
    solutions = before.count("solution")
    assert printed[-solutions - 1 :] == ["heading"] + ["solution"] * solutions
    named = page.evaluate(
        "[...document.querySelectorAll('.solution > summary')].map(s => s.dataset.exercise)"
    )
    assert all(named)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(order) == before


def test_a_printed_page_shows_every_line_of_its_listings(page: Page, address: str) -> None:
    page.goto(address + FOLDING[0])
    page.emulate_media(media="print")
    for fold in page.locator(".highlight > .fold").all():
        expect(fold.locator("pre")).to_be_visible()
        expect(fold.locator("summary")).to_be_hidden()


def test_a_script_that_the_book_did_not_write_is_not_run(page: Page, address: str) -> None:
    page.goto(address)
    for script in ({"content": "globalThis.strange = true"}, {"url": "https://example.org/strange.js"}):
        with pytest.raises(Error):
            page.add_script_tag(**script)
    assert page.evaluate("globalThis.strange") is None
