"""Visits pages as a reader's browser does, and writes down what it saw.

A file lists addresses and widths; another file is written. Each page that is begun is named. A program of its
own, so that several can run side by side: one Chromium works on one page at a time.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, sync_playwright

from bookkit import browser as browsers

PATIENCE = 60_000  # milliseconds; what has not come by then does not come
# Fonts may come as late as they like, and what is said may be read late: whatever a page would do after two
# seconds, give up waiting for its fonts or take back its word, it does not do.
PATIENT = """{
  const { setTimeout } = globalThis
  globalThis.setTimeout = (f, delay, ...rest) => delay === 2000 ? 0 : setTimeout(f, delay, ...rest)
}"""
WATCH = """
globalThis.shifts = []
new PerformanceObserver(list => {
  for (const entry of list.getEntries())
    if (!entry.hadRecentInput)
      shifts.push([entry.value, entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 120))])
}).observe({ type: "layout-shift", buffered: true })
"""
_WAITS = """
  const second = () => new Promise(done => setTimeout(done, 1000))
  const frame = () => Promise.race([new Promise(requestAnimationFrame), second()])
  const quiet = () => new Promise(done => requestIdleCallback(done, { timeout: 1000 }))
"""


def in_page(body: str) -> str:
    """Return a script that may await `frame()`, until a page is painted, and `quiet()`, until it rests.

    Once in a long while a browser without a window stops painting, and a frame that is waited for never
    comes. What asks for a layout needs no paint: after a second it goes on.
    """
    return f"async () => {{{_WAITS}{body}}}"


SCROLL = in_page("""
  await document.fonts.ready
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight * 1.6) {
    scrollTo(0, y)
    // What comes near is laid out in one frame and drawn in the next.
    await frame().then(frame)
    await new Promise(done => setTimeout(done, 20))
  }
  await document.fonts.ready
  scrollTo(0, 0)
""")
LAY_OUT = """() => {
  // What slides to its new place when the window changes is measured there; it needs no paint.
  document.styleSheets[0].insertRule(
    `* {
      content-visibility: visible !important; transition: none !important; visibility: hidden !important
    }`
  )
  for (const box of document.querySelectorAll('details')) box.open = true
}"""
OVERFLOW = "document.documentElement.scrollWidth - innerWidth"
COVERED = """() => [...document.querySelectorAll(".equation .katex-html")].flatMap(formula => {
  const tag = formula.querySelector(":scope > .katex-tag")?.getBoundingClientRect()
  if (!tag?.width) return []
  const bases = [...formula.querySelectorAll(":scope > .katex-base")]
  const ends = bases.map(base => base.getBoundingClientRect().right)
  return Math.max(...ends) > tag.left + 1 ? [formula.querySelector(".katex-tag").textContent] : []
})"""


@dataclass
class Visit:
    """What a reader's browser saw on one page, opened at one width and then made narrower and wider."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    overflow: dict[int, int] = field(default_factory=dict)
    covered: dict[int, list[str]] = field(default_factory=dict)
    shifts: list[Any] = field(default_factory=list)
    fonts: list[list[str]] = field(default_factory=list)
    fallbacks: list[str] = field(default_factory=list)


def visit(page: Page, url: str, width: int, others: list[int]) -> Visit:
    """Open a page at a width, read it to its end, give the window other widths, and note what happens."""
    print(width, url, flush=True)
    saw = Visit()
    hearing: dict[Any, Callable[[Any], None]] = {
        "request": lambda request: saw.requests.append(request.url),
        "requestfailed": lambda request: saw.complaints.append(f"failed: {request.url}"),
        "pageerror": lambda error: saw.complaints.append(str(error)),
        "console": lambda said: (
            saw.complaints.append(said.text) if said.type in ("error", "warning") else None
        ),
    }
    page.goto("about:blank")
    page.set_viewport_size({"width": width, "height": 844})
    for event, hear in hearing.items():
        page.on(event, hear)
    page.goto(url)
    page.evaluate(SCROLL)
    saw.overflow[width] = page.evaluate(OVERFLOW)
    saw.shifts = page.evaluate("shifts")
    loaded = "[...document.fonts].filter(f => f.status == 'loaded').map(f => [f.family, f.weight, f.style])"
    saw.fonts = page.evaluate(loaded)
    saw.fallbacks = _fallbacks(page)
    page.evaluate(LAY_OUT)
    for other in others:
        page.set_viewport_size({"width": other, "height": 844})
        saw.overflow[other] = max(saw.overflow.get(other, 0), page.evaluate(OVERFLOW))
        saw.covered[other] = page.evaluate(COVERED)
    for event, hear in hearing.items():
        page.remove_listener(event, hear)
    return saw


def _reader(browser: Browser) -> Page:
    """Return a page to visit with; it loads everything anew each time, as for a newcomer."""
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    context.add_init_script(PATIENT)
    context.add_init_script(WATCH)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    return page


def _fallbacks(page: Page) -> list[str]:
    """Return the formulas in which a letter comes from a font of the system."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    query = {"nodeId": root, "selector": ".katex-html"}
    nodes = session.send("DOM.querySelectorAll", query)["nodeIds"]
    found = []
    for node in nodes:
        fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        foreign = [font["familyName"] for font in fonts if not font["isCustomFont"]]
        if foreign:
            html = session.send("DOM.getOuterHTML", {"nodeId": node})["outerHTML"]
            found.append(f"{foreign} in {BeautifulSoup(html, 'html.parser').get_text()!r}")
    session.detach()
    return found


def main() -> None:
    """Visit what the first file lists, in its order, and write what was seen into the second."""
    jobs = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browsers.find(), args=browsers.launch_arguments()
        )
        page = _reader(browser)
        seen = [asdict(visit(page, *job)) for job in jobs]
        browser.close()
    Path(sys.argv[2]).write_text(json.dumps(seen), encoding="utf-8")


if __name__ == "__main__":
    main()
