"""What a reader has copied."""

import time

from playwright.sync_api import Page

LONGEST = 10  # seconds


def clipboard_text(page: Page, begins: str = "") -> str:
    """Return the clipboard's text, as soon as there is one that begins so.

    (Playwright's own waiting evaluates a text inside the page, which the pages' policy forbids.)
    """
    end = time.monotonic() + LONGEST
    while True:
        text = str(page.evaluate("navigator.clipboard.readText()"))
        if text and text.startswith(begins):
            return text
        assert time.monotonic() < end, f"not copied within {LONGEST} seconds: {begins or 'anything'}"
        page.wait_for_timeout(50)
