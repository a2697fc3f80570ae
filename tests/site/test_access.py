"""axe finds nothing on any page, at the width of a phone and of a desk, in light and in dark."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page

from bookkit.paths import ROOT

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.xdist_group("site")]

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
VIEWS = [(width, scheme) for width in (390, 1280) for scheme in ("light", "dark")]
# Everything is laid out, boxes are open, scripts that wait for a quiet moment have run.
READY = """async () => {
  await document.fonts.ready
  for (const box of document.querySelectorAll("details")) box.open = true
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo(0, y)
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))))
  }
  scrollTo(0, 0)
  await new Promise(done => setTimeout(done, 100))
}"""
RUN = "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations"
OVER = """() => {
  const wide = document.documentElement.scrollWidth - innerWidth
  if (wide <= 0) return null
  const out = element => element.getBoundingClientRect().right > innerWidth + 1
  const far = [...document.querySelectorAll("main *")].find(out)
  return `${wide} px, ${far?.outerHTML.slice(0, 100)}`
}"""


def findings(page: Page) -> list[str]:
    """Return what axe finds on a page: rule, how grave, where, and why."""
    page.evaluate(READY)
    page.evaluate(AXE)
    return [
        f"{found['id']} ({found['impact']}): {node['target']} {json.dumps(node.get('failureSummary', ''))}"
        for found in page.evaluate(RUN)
        for node in found["nodes"]
    ]


def on_each_page(
    browser: Browser, address: str, pages: dict[str, BeautifulSoup], look: Any, **settings: Any
) -> dict[str, Any]:
    """Return what is amiss, by page."""
    context = browser.new_context(bypass_csp=True, **settings)
    page = context.new_page()
    amiss = {}
    for name in pages:
        page.goto(address + name.removesuffix("index.html"))
        if found := look(page):
            amiss[name] = found
    context.close()
    return amiss


@pytest.mark.parametrize(("width", "scheme"), VIEWS)
def test_axe_finds_nothing(
    browser: Browser, address: str, pages: dict[str, BeautifulSoup], width: int, scheme: Any
) -> None:
    view = {"viewport": {"width": width, "height": 844}, "color_scheme": scheme, "reduced_motion": "reduce"}
    assert on_each_page(browser, address, pages, findings, **view) == {}


def test_axe_would_find_something(browser: Browser, address: str) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}nudges/circuit/")
    page.evaluate(
        "document.querySelector('article').insertAdjacentHTML('beforeend', '<img src=x><button></button>')"
    )
    found = " ".join(findings(page))
    assert "image-alt" in found
    assert "button-name" in found
    context.close()


@pytest.mark.parametrize("width", [320, 640], ids=["320 px", "200 % of 1280 px"])
def test_a_narrow_window_and_large_letters_lose_nothing(
    browser: Browser, address: str, pages: dict[str, BeautifulSoup], width: int
) -> None:
    """A page at 200 % is one of half the width with twice the pixels."""
    view = {"viewport": {"width": width, "height": 480}, "device_scale_factor": 640 / width}
    assert on_each_page(browser, address, pages, lambda page: page.evaluate(OVER), **view) == {}


def test_every_scrolling_part_is_reached_by_keyboard(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{address}networks/four-equations/")
    page.evaluate(READY)
    left_out = page.evaluate(
        """() => [...document.querySelectorAll(".md-content *")].filter(box =>
          box.scrollWidth > box.clientWidth + 1 && box.tabIndex < 0 && !box.querySelector("a[href], button")
          && ["auto", "scroll"].includes(getComputedStyle(box).overflowX)).map(box => box.outerHTML)"""
    )
    assert left_out == []
    context.close()
