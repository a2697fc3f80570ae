"""axe finds nothing on any page, at the width of a phone and of a desk, in light and in dark."""

import json
from collections.abc import Iterable
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from bookkit.paths import ROOT

from .visit import in_page
from .window import new_context

pytestmark = [pytest.mark.site, pytest.mark.browser]

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
VIEWS: list[tuple[int, Literal["light", "dark"]]] = [
    (390, "light"),
    (390, "dark"),
    (1280, "dark"),
    (1280, "light"),
]
KINDS = ["", "nudges/circuit/", "labs/digits/", "words-of-other-books/"]
# Everything is laid out, boxes are open, scripts that wait for a quiet moment have run.
READY = in_page("""
  await document.fonts.ready
  // What is out of sight and not laid out yet has a size that is guessed, and seems to scroll.
  document.styleSheets[0].insertRule("* { content-visibility: visible !important }")
  for (const box of document.querySelectorAll("details")) box.open = true
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo(0, y)
    await frame().then(frame)
  }
  scrollTo(0, 0)
  const bare = ".md-content .equation:has(.katex):not(:has(> .copy-latex))" // given when it is quiet
  for (const end = performance.now() + 60000; document.querySelector(bare); await quiet())
    if (performance.now() > end) throw new Error(`no button: ${document.querySelector(bare).outerHTML}`)
""")
# Of what axe asks only if told so: whatever can be pressed is as large as a finger needs, 24 pixels.
RUN = """async () => {
  const rules = { "target-size": { enabled: true } }
  return (await axe.run(document, { resultTypes: ["violations"], rules })).violations
}"""


def findings(page: Page) -> list[str]:
    """Return what axe finds on a page: rule, how grave, where, and why."""
    page.evaluate(f"() => {{ if (!globalThis.axe) {{ {AXE}\n}} }}")
    return [
        f"{found['id']} ({found['impact']}): {node['target']} {json.dumps(node.get('failureSummary', ''))}"
        for found in page.evaluate(RUN)
        for node in found["nodes"]
    ]


def seen(browser: Browser, address: str, names: Iterable[str], views: Iterable[int]) -> dict[str, list[str]]:
    """Return what axe finds, by page and view; a page is opened once and then turned to each view.

    The page of another width is laid out anew; a scheme changes nothing but colours. Where there is no mouse,
    what it brings out is always there.
    """
    context = new_context(browser, bypass_csp=True, reduced_motion="reduce", has_touch=True, is_mobile=True)
    page = context.new_page()
    amiss = {}
    for name in names:
        laid_out = None
        for width, scheme in (VIEWS[view] for view in views):
            page.set_viewport_size({"width": width, "height": 844})
            page.emulate_media(color_scheme=scheme)
            if laid_out is None:
                page.goto(address + name.removesuffix("index.html"))
            if laid_out != width:
                page.evaluate(READY)
                laid_out = width
            if found := findings(page):
                amiss[f"{name} at {width}, {scheme}"] = found
    context.close()
    return amiss


@pytest.mark.nightly
@pytest.mark.parametrize("view", range(len(VIEWS)))
def test_axe_finds_nothing(browser: Browser, address: str, names: list[str], view: int) -> None:
    assert seen(browser, address, names, [view]) == {}


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_on_a_page_of_each_kind(browser: Browser, address: str, kind: str) -> None:
    assert seen(browser, address, [kind], range(len(VIEWS))) == {}


def test_axe_would_find_something(browser: Browser, address: str) -> None:
    context = new_context(browser, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}nudges/circuit/")
    page.evaluate(
        "document.querySelector('article').insertAdjacentHTML('beforeend', '<img src=x><button></button>"
        '<p><button style="width: 1em; height: 1em">a</button><button style="width: 1em">b</button>\')'
    )
    page.evaluate(READY)
    found = " ".join(findings(page))
    assert "image-alt" in found
    assert "button-name" in found
    assert "target-size" in found
    context.close()


def test_every_scrolling_part_is_reached_by_keyboard(browser: Browser, address: str) -> None:
    context = new_context(browser, viewport={"width": 390, "height": 844})
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
