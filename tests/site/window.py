"""A reader's window on a page: opened in the same way by all tests, and patient.

A machine that does much else is no error of the book. So nothing here lasts a time: what is waited for is
a condition, and only what never comes meets the limit. Where a test is about time itself, it stops the
page's clock, which a loaded machine does not make later.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from booktest.costs import WATCH_SHIFT

from .visit import PATIENCE, PATIENT, in_page

PAUSE = 50  # milliseconds from one look to the next
# Whatever moves a page by itself has done so: its letters have come, and what a phone leaves out of sight,
# and lays out some seconds later, is laid out.
SETTLED = in_page("""
  const blocks = document.querySelectorAll(".md-content__inner > *")
  for (const block of blocks) block.style.contentVisibility = "visible"
  while (document.documentElement.classList.contains("typesetting")) await frame()
  await document.fonts.ready
  await frame().then(frame)
""")
# What has moved is told a while after it was painted.
SHIFT = in_page("""
  for (let n = 0; n < 4; n++) await frame()
  await new Promise(done => setTimeout(done))
  return shift
""")
_kept: dict[tuple[int, str], Page] = {}


def new_context(browser: Browser, *, patient: bool = True, **settings: Any) -> BrowserContext:
    """Return a context of a browser in which everything is waited for as long as it takes."""
    expect.set_options(timeout=PATIENCE)
    context = browser.new_context(**settings)
    context.set_default_timeout(PATIENCE)
    if patient:
        context.add_init_script(PATIENT)
    return context


@contextmanager
def window(browser: Browser, width: int = 1280, *, own: bool = False, **settings: Any) -> Iterator[Page]:
    """Lend an empty page of this width, with the settings of a context; its init script watches what moves.

    A page is lent again to whoever asks for the same: what it loads is in its memory already. Who changes
    more than a visit to another address takes back, such as media, routes or the clock, wants its `own`.
    """
    key = id(browser), json.dumps([width, settings], sort_keys=True)
    page = None if own else _kept.pop(key, None)
    if page is None:
        context = new_context(browser, viewport={"width": width, "height": 844}, **settings)
        context.add_init_script(WATCH_SHIFT)
        page = context.new_page()
    try:
        yield page
    except BaseException:  # nobody else meets what a failed test has left behind
        page.context.close()
        raise
    if own:
        page.context.close()
        return
    page.mouse.move(0, 0)
    page.goto("about:blank")
    page.set_viewport_size({"width": width, "height": 844})
    _kept[key] = page


def settle(page: Page) -> None:
    """Wait until a page no longer moves by itself."""
    page.evaluate(SETTLED)


def stop_the_clock(page: Page) -> None:
    """Let a page's time pass only where a test says so, by `page.clock.run_for`."""
    page.clock.install(time=0)
    page.clock.pause_at(1000)


def until(page: Page, condition: Callable[[], Any], what: str) -> Any:
    """Return what a condition gives, as soon as it gives something.

    Playwright's own waiting for a text to come true evaluates it in the page, which its policy forbids.
    """
    for _ in range(PATIENCE // PAUSE):
        if found := condition():
            return found
        page.wait_for_timeout(PAUSE)
    pytest.fail(f"not within {PATIENCE / 1000:.0f} seconds: {what}")
