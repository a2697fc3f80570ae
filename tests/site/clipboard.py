"""What a reader has copied."""

from playwright.sync_api import Page

from .window import until


def clipboard_text(page: Page, begins: str = "") -> str:
    """Return the clipboard's text, as soon as there is one that begins so."""

    def text() -> str | None:
        found = str(page.evaluate("navigator.clipboard.readText()"))
        return found if found and found.startswith(begins) else None

    return str(until(page, text, f"the clipboard begins with {begins!r}"))
