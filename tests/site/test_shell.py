"""The frame around the text and the search, by mouse and keyboard, in a small book."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from ..forked import Builder
from .clipboard import clipboard_text
from .served import served
from .small import build
from .window import new_context

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("small site")]

FILLING = "\n\nA line of text with nothing in it that a machine would judge, to be read in peace.\n" * 12
ONE = f"""# One {{#one}}

Words about initialisation and colours. {FILLING}

## The error of the output {{#the-error}}

!!! theorem "BP2 · the error, one layer back"
    With the cross-entropy, words and

    $$
    \\sigma'(z) = \\sigma(z)\\,(1 - \\sigma(z)) \\tag{{BP2}} \\label{{eq-bp2}}
    $$

!!! definition "Sigmoid"
    A function, $\\sigma(z)$.

![Three gates in a row](../figures/nudges/circuit/forward_drawing.svg)
/// figure-caption
    attrs: {{id: fig-wires}}
Wires of a circuit.
///
{FILLING}

## Saturation {{#saturation}}

The sigmoid is flat, BP2 says. {FILLING}

??? solution "Solution"
    ### Inside {{#inside}}

    ``` python title="nudges/circuit/solution_other_numbers.py"
    --8<-- "nudges/circuit/solution_other_numbers.py"
    ```
"""
TWO = """# Two {#two}

A page on which BP2, sigmoid, saturation and wires are only mentioned, BP2 even twice.
"""
DESK, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def address(builder: Builder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = build(builder, tmp_path_factory.mktemp("shell"), {"nudges/one.md": ONE, "nudges/two.md": TWO})
    assert not list(site.rglob("bundle*.js"))
    with served(site) as found:
        yield found


@pytest.fixture
def visit(browser: Browser, address: str):
    """Return a function that opens a page at a width."""
    contexts = []

    def open_page(name: str = "nudges/one/", viewport: dict[str, int] = DESK, **settings: Any) -> Page:
        context = new_context(browser, viewport=viewport, **settings)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        page.goto(address + name)
        return page

    yield open_page
    for context in contexts:
        context.close()


def ask(page: Page, question: str) -> list[str]:
    """Return the addresses that are found, as seen from the site's root."""
    page.locator(".md-search__input").fill(question)
    expect(page.locator(".md-search-result__meta")).to_have_text(re.compile(r"result|Nothing"))
    links = page.locator(".md-search-result__item a")
    return [link.get_attribute("href").partition("/site/")[2] for link in links.all()]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("BP2", "nudges/one/#eq-bp2"),
        ("bp2", "nudges/one/#eq-bp2"),
        ("error one layer back", "nudges/one/#theorem-bp2-the-error-one-layer-back"),
        ("cross-entropy error", "nudges/one/#theorem-bp2-the-error-one-layer-back"),
        ("cross-entropy delta", "nudges/one/#theorem-bp2-the-error-one-layer-back"),
        ("sigmoid", "nudges/one/#definition-sigmoid"),
        ("Sigm", "nudges/one/#definition-sigmoid"),
        ("figure 1.1", "nudges/one/#fig-wires"),
        ("wires circuit", "nudges/one/#fig-wires"),
        ("saturation", "nudges/one/#saturation"),
        ("initialization", "nudges/one/"),
        ("initializ", "nudges/one/"),
        ("COLOR", "nudges/one/"),
        ("only mentioned", "nudges/two/"),
    ],
)
def test_names_and_tags_come_first(visit, question: str, first: str) -> None:
    page = visit()
    page.locator(".md-search__input").click()
    assert ask(page, question)[0] == first


def test_the_search_answers_while_one_types_and_by_keyboard(visit) -> None:
    page = visit("nudges/two/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("satu")
    expect(page.locator(".md-search-result__item").first).to_contain_text("Saturation")
    expect(page.locator("mark").first).to_have_text("Saturation")
    assert [url.rpartition("/site/")[2] for url in asked if "search/" in url] == ["search/index.json"]
    page.keyboard.press("ArrowDown")
    field = page.locator(".md-search__input")
    expect(field).to_have_attribute("aria-activedescendant", "found-0")
    expect(page.locator("#found-0")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nudges/one/#saturation")


def test_escape_closes_the_search_and_nothing_is_said_to_be_nothing(visit) -> None:
    page = visit()
    page.locator(".md-search__input").click()
    assert ask(page, "xyzzy") == []
    expect(page.locator(".md-search-result__meta")).to_have_text("Nothing found")
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


def test_search_and_menu_of_a_phone_answer_a_finger_and_enter(visit) -> None:
    page = visit(viewport=PHONE, has_touch=True)
    page.locator("label.md-header__button[for=__search]").tap()
    expect(page.locator(".md-search__input")).to_be_focused()
    assert ask(page, "saturation")[0] == "nudges/one/#saturation"
    page.locator(".md-search-result__item a").first.tap()
    expect(page.locator("#saturation")).to_be_in_viewport()
    drawer = page.locator("label.md-header__button[for=__drawer]")
    drawer.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#__drawer")).to_be_checked()
    page.keyboard.press("Escape")
    expect(page.locator("#__drawer")).not_to_be_checked()


def test_the_table_of_contents_follows_the_reader(visit) -> None:
    page = visit()
    active = page.locator(".md-nav--secondary .md-nav__link--active")
    expect(active).to_have_count(0)
    page.locator("#saturation").evaluate("heading => heading.scrollIntoView()")
    expect(active).to_contain_text("Saturation")
    expect(page.locator(".md-header__title")).to_have_class(re.compile("--active"))
    page.evaluate("scrollTo(0, 0)")
    expect(active).to_have_count(0)
    expect(page.locator(".md-header__title")).not_to_have_class(re.compile("--active"))


def test_a_sidebar_is_as_high_as_the_window_at_most(visit) -> None:
    page = visit()
    for side in page.locator(".md-sidebar__scrollwrap").all():
        box = side.bounding_box()
        assert box is not None
        assert 40 < box["height"] <= 800


def test_a_place_inside_a_closed_box_is_shown(visit) -> None:
    page = visit("nudges/one/#inside")
    expect(page.locator("#inside")).to_be_in_viewport()
    assert page.locator("details.solution").evaluate("box => box.open")


def test_a_listing_is_copied(visit) -> None:
    page = visit("nudges/one/#inside")
    button = page.get_by_role("button", name="Copy this listing")
    button.focus()
    page.keyboard.press("Enter")
    assert clipboard_text(page, begins="from backprop")
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_attached()
