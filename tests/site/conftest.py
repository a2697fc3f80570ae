"""The book, built once a session as it is published, served below a path, and visited in a real browser."""

import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, sync_playwright

from bookkit import browser as browsers
from bookkit.paths import ROOT

WIDTHS = (390, 1280)
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


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole book, built strictly, with the addresses that publication sets.

    BOOK_SITE names a folder with a book that is built already, for whoever works on a single test.
    """
    if ready := os.environ.get("BOOK_SITE"):
        return Path(ready)
    folder = tmp_path_factory.mktemp("site") / "book"
    settings = ["-f", str(ROOT / "mkdocs.yml")]  # as from a folder that is not the book's
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", *settings, "--site-dir", str(folder)],
        cwd=folder.parent,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ
        | {
            "NO_MKDOCS_2_WARNING": "1",
            "BOOK_SITE_URL": "https://example.org/book/",
            "BOOK_REPO_URL": "https://github.com/example/book",
        },
    )
    if result.returncode:
        pytest.fail(f"mkdocs build --strict failed:\n{result.stdout}{result.stderr}", pytrace=False)
    return folder


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page: its address inside the site → its parsed HTML."""
    found = sorted(path for path in site.rglob("*.html"))
    return {
        path.relative_to(site).as_posix(): BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in found
    }


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served: below a path, as a project's pages are."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site.parent)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/book/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium, started once."""
    found = browsers.find()
    if found is None:
        pytest.fail("there is no Chromium: python -m bookkit.browser --install", pytrace=False)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=browsers.launch_arguments())
        yield started
        started.close()


@pytest.fixture(scope="session")
def scroll() -> str:
    """A script that scrolls through a page, as a reader does."""
    return SCROLL


@dataclass
class Visit:
    """What a reader's browser saw on one page at one width."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    overflow: int = 0
    shifts: list[Any] = field(default_factory=list)
    fonts: set[tuple[str, str, str]] = field(default_factory=set)
    fallbacks: list[str] = field(default_factory=list)


def _visit(browser: Browser, url: str, width: int) -> Visit:
    visit = Visit()
    context = browser.new_context(viewport={"width": width, "height": 844})
    context.add_init_script(WATCH)
    page = context.new_page()
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("requestfailed", lambda request: visit.complaints.append(f"failed: {request.url}"))
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on(
        "console",
        lambda message: (
            visit.complaints.append(message.text) if message.type in ("error", "warning") else None
        ),
    )
    page.goto(url)
    page.evaluate(SCROLL)
    visit.overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    visit.shifts = page.evaluate("shifts")
    loaded = "[...document.fonts].filter(f => f.status == 'loaded').map(f => [f.family, f.weight, f.style])"
    visit.fonts = {tuple(font) for font in page.evaluate(loaded)}
    visit.fallbacks = _fallbacks(page)
    context.close()
    return visit


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


@pytest.fixture(scope="session")
def visits(pages: dict[str, BeautifulSoup], address: str, browser: Browser) -> dict[tuple[str, int], Visit]:
    """Every page, visited at both widths."""
    names = [name for name in pages if name != "404.html"]
    return {
        (name, width): _visit(browser, address + name.removesuffix("index.html"), width)
        for name in names
        for width in WIDTHS
    }
