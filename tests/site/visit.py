"""Visits pages as a reader's browser does, and prints what it saw.

Standard input lists addresses, widths, and whether the window is a desk's, where each letter's font is looked
up, or a phone's, which is then made smaller. A program of its own, so that several can run side by side: one
Chromium works on one page at a time.
"""

import json
import sys
from dataclasses import asdict, dataclass, field
from typing import Any

from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, sync_playwright

from bookkit import browser as browsers

WATCH = """
globalThis.shifts = []
new PerformanceObserver(list => {
  for (const entry of list.getEntries())
    if (!entry.hadRecentInput)
      shifts.push([entry.value, entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 120))])
}).observe({ type: "layout-shift", buffered: true })
"""
SCROLL = """async () => {
  await document.fonts.ready
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight * 0.8) {
    scrollTo(0, y)
    await new Promise(done => requestAnimationFrame(() => setTimeout(done, 20)))
  }
  await document.fonts.ready
  scrollTo(0, 0)
}"""
LAY_OUT = "document.styleSheets[0].insertRule('* { content-visibility: visible !important }')"
OTHER_WIDTHS = (320, 640)  # a small phone; a desk's window at 200 %
OVERFLOW = "document.documentElement.scrollWidth - innerWidth"


@dataclass
class Visit:
    """What a reader's browser saw on one page at one width."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    overflow: int = 0
    overflow_elsewhere: dict[int, int] = field(default_factory=dict)
    shifts: list[Any] = field(default_factory=list)
    fonts: list[list[str]] = field(default_factory=list)
    fallbacks: list[str] = field(default_factory=list)


def visit(browser: Browser, url: str, width: int, desk: bool) -> Visit:
    """Open a page, read it to its end, and note what happens."""
    saw = Visit()
    context = browser.new_context(viewport={"width": width, "height": 844})
    context.add_init_script(WATCH)
    page = context.new_page()
    page.on("request", lambda request: saw.requests.append(request.url))
    page.on("requestfailed", lambda request: saw.complaints.append(f"failed: {request.url}"))
    page.on("pageerror", lambda error: saw.complaints.append(str(error)))
    page.on(
        "console",
        lambda message: saw.complaints.append(message.text) if message.type in ("error", "warning") else None,
    )
    page.goto(url)
    page.evaluate(SCROLL)
    saw.overflow = page.evaluate(OVERFLOW)
    saw.shifts = page.evaluate("shifts")
    loaded = "[...document.fonts].filter(f => f.status == 'loaded').map(f => [f.family, f.weight, f.style])"
    saw.fonts = page.evaluate(loaded)
    saw.fallbacks = _fallbacks(page) if desk else []
    if not desk:
        page.evaluate(LAY_OUT)
        for other in OTHER_WIDTHS:
            page.set_viewport_size({"width": other, "height": 640})
            saw.overflow_elsewhere[other] = page.evaluate(OVERFLOW)
    context.close()
    return saw


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
    return found


def main() -> None:
    """Visit what standard input lists, in its order."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browsers.find(), args=browsers.launch_arguments()
        )
        json.dump([asdict(visit(browser, *job)) for job in json.load(sys.stdin)], sys.stdout)
        browser.close()


if __name__ == "__main__":
    main()
