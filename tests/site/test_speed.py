"""What a page costs its reader: bytes, requests, and what moves."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from booktest.costs import WATCH_SHIFT, sent

from .visit import in_page
from .window import SHIFT, new_context

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.xdist_group("speed")]

# kB, as a server sends them, and files: a little above what was measured.
BUDGETS = {
    "": (100, 20),
    "nudges/a-nudge/": (170, 22),  # with a live figure, as the next, and with guesses
    "networks/four-equations/": (190, 24),
    "deep/by-hand/": (150, 20),
    "api/": (130, 14),
    "labs/digits/": (110, 14),
    "formula-sheet/": (125, 18),
    "formula-sheet/deep/": (150, 20),  # the longest part
}
SCRIPTS = 30  # kB that all scripts of a page may have together
# Letters have come, what is near answers the hand, and what waits for a quiet moment has had one.
AT_REST = in_page("""
  await document.fonts.ready
  const figures = [...document.querySelectorAll("bp-figure")]
  const near = figures.filter(figure => figure.getBoundingClientRect().top < innerHeight)
  await Promise.all(near.map(figure => figure.ready))
  await quiet()
""")


def visit(browser: Browser, url: str) -> dict[str, Any]:
    """Return what a phone asks for, and what it sees, in the first seconds."""
    context = new_context(browser, viewport={"width": 412, "height": 823}, is_mobile=True, has_touch=True)
    context.add_init_script(WATCH_SHIFT)
    page = context.new_page()
    asked: dict[str, None] = {}
    page.on(
        "request", lambda request: asked.setdefault(request.url) if request.url.startswith("http") else None
    )
    page.goto(url, wait_until="networkidle")
    page.evaluate(AT_REST)
    page.wait_for_load_state("networkidle")  # with what was asked for by what has come last
    seen = {"asked": list(asked), "shift": page.evaluate(SHIFT)}
    context.close()
    return seen


@pytest.mark.parametrize("name", BUDGETS)
def test_a_page_is_light(browser: Browser, address: str, site: Path, name: str) -> None:
    kilobytes, files = BUDGETS[name]
    seen = visit(browser, address + name)
    sizes = {url: sent(site, url) / 1000 for url in seen["asked"]}
    assert sum(sizes.values()) <= kilobytes, sizes
    assert len(sizes) <= files, sizes
    assert sum(size for url, size in sizes.items() if url.endswith(".js")) <= SCRIPTS, sizes
    assert seen["shift"] == 0
