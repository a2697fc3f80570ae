"""Cards and copied formulas, by mouse, finger and keyboard, in a small book."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from booktest.costs import WATCH_SHIFT

from ..forked import Builder
from .clipboard import clipboard_text
from .served import served
from .small import build
from .window import SHIFT, new_context, stop_the_clock

REST = 250  # milliseconds that a mouse rests until a card opens, and is away until it closes

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("small site")]

FILLING = "\n\nA line of text with nothing in it that a machine would judge, to be read in peace.\n" * 12
ONE = f"""# One {{#one}}

The sum is $a + b = b + a$, and so is $b + a = a + b$, see [](#eq-sum) and [](#fig-wires).

Look at [the sum](#eq-sum) once more, and at [a word](#a-word), which is a place in the text.

$$
a + b = b + a \\label{{eq-sum}}
$$
{FILLING}
![Three gates in a row](../figures/nudges/circuit/forward_drawing.svg)
/// figure-caption
    attrs: {{id: fig-wires}}
The circuit, see [](#eq-sum).
///

## A word {{#a-word}}

Words. $1 + 1 = 2$
"""
TWO = f"""# Two {{#two}}

As [](one.md#eq-sum) and [](one.md#fig-wires) have shown. {FILLING} And [](one.md#eq-sum) once more.
"""


@pytest.fixture(scope="module")
def address(builder: Builder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = build(builder, tmp_path_factory.mktemp("cards"), {"nudges/one.md": ONE, "nudges/two.md": TWO})
    with served(site) as found:
        yield found


@pytest.fixture
def visit(browser: Browser, address: str):
    """Return a function that opens a page, with a mouse or with a finger."""
    contexts = []

    def open_page(name: str, **settings: Any) -> Page:
        context = new_context(browser, viewport={"width": 1280, "height": 800}, **settings)
        context.add_init_script(WATCH_SHIFT)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        page.goto(address + name)
        page.wait_for_selector(".formula[title]", state="detached")
        return page

    yield open_page
    for context in contexts:
        context.close()


def card(page: Page) -> Locator:
    return page.locator("#book-card")


def overlap(page: Page, link: Locator) -> float:
    """Return how far the card reaches over the line of a link."""
    line, shown = link.bounding_box(), card(page).bounding_box()
    assert line is not None
    assert shown is not None
    return min(line["y"] + line["height"], shown["y"] + shown["height"]) - max(line["y"], shown["y"])


def inside(page: Page) -> bool:
    box = card(page).bounding_box()
    size = page.viewport_size
    assert box is not None
    assert size is not None
    return (
        box["x"] >= 0
        and box["y"] >= 0
        and box["x"] + box["width"] <= size["width"]
        and box["y"] + box["height"] <= size["height"]
    )


def test_a_resting_mouse_opens_a_preview_and_may_enter_it(visit) -> None:
    page = visit("nudges/one/")
    link = page.get_by_role("link", name="the sum")
    stop_the_clock(page)
    link.hover()
    page.clock.run_for(REST - 1)
    expect(card(page)).to_be_hidden()  # not at once
    page.clock.run_for(1)
    expect(card(page)).to_be_visible()
    assert "a+b=b+a" in card(page).inner_text().replace("\n", "").replace(" ", "")
    assert overlap(page, link) <= 0
    assert inside(page)
    card(page).hover()
    page.clock.run_for(2000)
    expect(card(page)).to_be_visible()
    page.mouse.move(5, 700)
    page.clock.run_for(REST)
    expect(card(page)).to_be_hidden()
    page.clock.resume()
    assert page.evaluate(SHIFT) == 0


def test_a_mouse_that_passes_by_opens_nothing(visit) -> None:
    page = visit("nudges/one/")
    stop_the_clock(page)
    page.get_by_role("link", name="the sum").hover()
    page.clock.run_for(REST - 1)
    page.mouse.move(5, 700)
    page.clock.run_for(2000)
    expect(card(page)).to_be_hidden()


def test_a_click_of_the_mouse_follows_the_link(visit) -> None:
    page = visit("nudges/one/")
    page.get_by_role("link", name="the sum").click()
    assert page.url.endswith("#eq-sum")
    expect(card(page)).to_be_hidden()


def test_a_card_repeats_no_id(visit) -> None:
    for name in ("nudges/one/", "nudges/two/"):
        page = visit(name)
        for link in page.locator("article a[data-card]").all():
            link.hover()
            expect(card(page)).to_be_visible()
            ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
            assert len(ids) == len(set(ids))
            page.keyboard.press("Escape")
            expect(card(page)).to_be_hidden()


def test_only_links_with_something_to_show_have_a_card(visit) -> None:
    page = visit("nudges/one/")
    assert page.get_by_role("link", name="a word").first.get_attribute("data-card") is None
    assert page.locator("article a[data-card]").count() == 4


def test_the_keyboard_opens_enters_and_closes_a_preview(visit) -> None:
    page = visit("nudges/one/")
    link = page.get_by_role("link", name="the sum")
    page.get_by_role("link", name="Figure 1.1").focus()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    expect(card(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(card(page).get_by_role("link", name="Go there")).to_be_focused()
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(link).to_be_focused()
    stop_the_clock(page)
    page.clock.run_for(2000)
    expect(card(page)).to_be_hidden()  # Escape is meant
    page.keyboard.press("Enter")
    assert page.url.endswith("#eq-sum")


def test_a_finger_opens_a_preview_first_and_goes_there_when_asked(visit) -> None:
    page = visit("nudges/one/", has_touch=True, is_mobile=True)
    page.set_viewport_size({"width": 390, "height": 844})
    link = page.get_by_role("link", name="the sum")
    link.tap()
    expect(card(page)).to_be_visible()
    assert "#" not in page.url
    assert overlap(page, link) <= 0
    assert inside(page)
    page.locator("h1").tap()
    expect(card(page)).to_be_hidden()
    link.tap()
    card(page).get_by_role("link", name="Go there").tap()
    page.wait_for_url("**/#eq-sum")


def test_what_another_page_shows_comes_from_the_file_of_cards(visit) -> None:
    page = visit("nudges/two/")
    asked: list[str] = []
    own = ("favicon.svg", ".woff2")  # the page's icon and fonts may come late
    page.on("request", lambda request: None if request.url.endswith(own) else asked.append(request.url))
    page.get_by_role("link", name="Figure 1.1").hover()
    expect(card(page).locator("svg.figure")).to_be_visible()
    expect(card(page)).to_contain_text("One ·")
    assert [url.partition("/site/")[2] for url in asked] == ["cards/nudges-one.json"]
    used = (
        card(page)
        .locator("use")
        .evaluate_all(
            "all => all.map(use => document.getElementById(use.getAttribute('xlink:href').slice(1)) !== null)"
        )
    )
    assert used
    assert all(used)
    inner = card(page).get_by_role("link", name="(1.1)")
    assert str(inner.get_attribute("href")).endswith("/nudges/one/#eq-sum")
    for link in page.get_by_role("link", name="(1.1)").all()[:1]:
        link.hover()
        expect(card(page).locator(".katex")).to_be_visible()
    assert len(asked) == 1  # the file is asked for once
    card(page).get_by_role("link", name="Go there").click()
    assert page.url.endswith("/nudges/one/#eq-sum")


def test_a_card_at_the_foot_of_the_window_opens_above_its_line(visit) -> None:
    page = visit("nudges/two/")
    link = page.locator("article a[data-card]").last
    link.evaluate("link => scrollTo(0, scrollY + link.getBoundingClientRect().bottom - innerHeight + 20)")
    link.hover()
    expect(card(page)).to_be_visible()
    assert overlap(page, link) <= 0
    assert inside(page)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_note_about_a_formula_is_for_everyone(visit, width: int) -> None:
    page = visit("nudges/one/", has_touch=True)
    page.set_viewport_size({"width": width, "height": 700})
    first, second = page.locator(".formula.checked").all()[:2]
    said = re.compile(r"Checked: 1 claim, \d+ draws, largest error")
    first.locator(".mrel").hover()
    expect(card(page)).to_contain_text(said)
    expect(card(page).get_by_role("link", name="Symbols")).to_have_attribute("href", re.compile("#calculus$"))
    assert overlap(page, first) <= 0
    page.keyboard.press("Escape")
    first.focus()
    page.keyboard.press("ArrowRight")
    expect(second).to_be_focused()
    expect(card(page)).to_contain_text(said)
    assert second.get_attribute("aria-describedby") == "book-card"
    page.keyboard.press("Escape")
    first.locator(".mrel").tap()
    expect(card(page)).to_contain_text(said)
    first.locator(".mrel").tap()
    expect(card(page)).to_be_hidden()


def test_one_stop_a_block_leads_a_keyboard_to_the_formulas(visit) -> None:
    page = visit("nudges/one/")
    assert page.locator(".formula.checked").evaluate_all("all => all.map(f => f.tabIndex)") == [0, -1, 0]


def test_the_sign_beside_an_equation_opens_the_same_card(visit) -> None:
    page = visit("nudges/one/", has_touch=True)
    sign = page.locator(".check-sign")
    for open_it in (sign.hover, sign.tap, lambda: sign.press("Enter")):
        open_it()
        expect(card(page)).to_contain_text("Checked: 1 claim, ")
        assert overlap(page, page.locator(".equation")) <= 0
        page.keyboard.press("Escape")
        expect(card(page)).to_be_hidden()
        page.evaluate("document.activeElement.blur()")
        page.mouse.move(5, 5)


def test_a_button_copies_an_equation(visit) -> None:
    page = visit("nudges/one/")
    button = page.locator(".equation > .copy-latex")
    expect(button).to_have_css("opacity", "0")
    page.locator(".equation").hover()
    expect(button).to_have_css("opacity", "1")
    button.focus()
    expect(button).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    assert clipboard_text(page) == r"a + b = b + a\tag{1.1}"
    expect(page.get_by_role("status")).to_have_text("Copied as LaTeX")
    assert page.evaluate(SHIFT) == 0


def test_a_finger_always_sees_the_button(visit) -> None:
    page = visit("nudges/one/", has_touch=True, is_mobile=True)
    page.set_viewport_size({"width": 390, "height": 844})
    button = page.locator(".equation > .copy-latex")
    expect(button).to_have_css("opacity", "1")
    button.tap()
    assert clipboard_text(page)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0


SELECT = """([from, to]) => {
  const range = document.createRange()
  const [start, end] = [from, to].map(selector => document.querySelector(selector))
  range.setStart(start.firstChild, 0)
  range.setEnd(end, end.childNodes.length)
  getSelection().removeAllRanges()
  getSelection().addRange(range)
}"""


def copied(page: Page, start: str, end: str) -> str:
    page.evaluate(SELECT, [start, end])
    page.keyboard.press("ControlOrMeta+c")
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_copied_selection_has_its_formulas_as_latex(visit) -> None:
    page = visit("nudges/one/")
    paragraph = "article h1 + p"
    assert copied(page, paragraph, paragraph) == (
        "The sum is $a + b = b + a$, and so is $b + a = a + b$, see (1.1) and Figure 1.1."
    )
    assert copied(page, paragraph, ".equation").endswith("\n\n$$\na + b = b + a\\tag{1.1}\n$$")
    visible = f"{paragraph} .formula .katex-html .katex-base:nth-child(2)"  # a part of a formula is all of it
    assert copied(page, visible, visible) == "$a + b = b + a$"


def test_marks_of_the_press_are_no_part_of_a_formula(visit) -> None:
    page = visit("nudges/one/")
    for latex, bare in (
        (r"\htmlData{k=delta2}{\delta^2} = x", r"\delta^2 = x"),
        (r"a \htmlClass{m}{b_{\htmlData{k=j}{j}} \}} + c", r"a b_{j} \} + c"),
        (r"\frac{1}{2}", r"\frac{1}{2}"),
    ):
        found = page.evaluate(
            "latex => import('../../assets/cards/latex.js').then(m => m.unmarked(latex))", latex
        )
        assert found == bare


def test_nothing_is_lost_without_scripts(browser: Browser, address: str) -> None:
    context = new_context(browser, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}nudges/one/")
    assert "Checked: 1 claim" in str(page.locator(".formula.checked").first.get_attribute("title"))
    page.locator(".check-sign").hover()
    expect(page.locator(".check-note")).to_be_visible()
    page.get_by_role("link", name="the sum").click()
    assert page.url.endswith("#eq-sum")
    context.close()
