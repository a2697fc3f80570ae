"""A reader of live figures for the tests: opens a page, moves its figure, and asks it what it holds."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
from playwright.sync_api import Browser, ConsoleMessage, Error, Locator, Page

from .window import settle, window

TOLERANCE = 1e-9
# The end of a finger's way, which the page hears of a while after it has been sent.
END_OF_TOUCH = """() => {
  const once = { capture: true, once: true }
  globalThis.touched = new Promise(done => {
    for (const name of ["pointerup", "pointercancel"]) addEventListener(name, done, once)
  }).then(() => new Promise(done => setTimeout(done)))
}"""


class Reader:
    """One figure of one page, and a hand that moves it."""

    def __init__(self, page: Page, number: int = 0) -> None:
        self.page = page
        settle(page)  # else a hand that has measured where to reach misses
        self.figure: Locator = page.locator("bp-figure").nth(number)
        self.figure.scroll_into_view_if_needed()
        self.figure.evaluate("figure => figure.ready")

    def probe(self) -> dict[str, Any]:
        """Return the figure's state, values and step in full precision."""
        found: dict[str, Any] = self.figure.evaluate("figure => figure.probe()")
        return found

    @property
    def state(self) -> dict[str, Any]:
        """What the reader has changed."""
        found: dict[str, Any] = self.probe()["state"]
        return found

    def set(self, state: Mapping[str, Any]) -> dict[str, Any]:
        """Set numbers as a script would, and return the values that follow."""
        script = "(figure, state) => { figure.state.value = { ...figure.state.value, ...state } }"
        self.figure.evaluate(script, dict(state))
        found: dict[str, Any] = self.probe()["values"]
        return found

    def values(self, states: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Set numbers as `set` does, one state after the other, and return the values that follow each."""
        script = """(figure, states) => states.map(state => {
          figure.state.value = { ...figure.state.value, ...state }
          return figure.probe().values
        })"""
        found: list[dict[str, Any]] = self.figure.evaluate(script, [dict(state) for state in states])
        return found

    def knob(self, key: str) -> Locator:
        """Return the number in the text that is dragged."""
        return self.figure.locator(f'[data-scrub="{key}"]')

    def press(self, key: str, *keys: str) -> None:
        """Press keys on a number."""
        self.knob(key).focus()
        for pressed in keys:
            self.page.keyboard.press(pressed)

    def drag(self, target: Locator, pixels: int) -> None:
        """Drag with a mouse."""
        target.scroll_into_view_if_needed()
        box = target.bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + pixels / 2, y)
        self.page.mouse.move(x + pixels, y)
        self.page.mouse.up()

    def swipe(self, target: Locator, pixels: int, down: int = 0) -> None:
        """Drag with a finger, to the right and down."""
        target.scroll_into_view_if_needed()
        box = target.bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        session = self.page.context.new_cdp_session(self.page)
        self.page.evaluate(END_OF_TOUCH)
        # The finger rests before it is lifted. Lifted in full swing, it would throw the page on a fast
        # machine, and the next tap would do no more than stop it.
        begun = time.time() - 1
        for kind, part, after in (
            ("touchStart", 0, 0.0),
            ("touchMove", 0.5, 0.1),
            ("touchMove", 1, 0.2),
            ("touchMove", 1, 0.8),
        ):
            at = {"x": x + part * pixels, "y": y + part * down}
            event = {"type": kind, "touchPoints": [at], "timestamp": begun + after}
            session.send("Input.dispatchTouchEvent", event)
        end = {"type": "touchEnd", "touchPoints": [], "timestamp": begun + 0.9}
        session.send("Input.dispatchTouchEvent", end)
        session.detach()
        self.page.evaluate("() => touched")

    def labels(self) -> dict[str, list[str]]:
        """Return what the figure shows, by key."""
        script = (
            """figure => [...figure.querySelectorAll("[data-v]")].map(e => [e.dataset.v, e.textContent])"""
        )
        found: dict[str, list[str]] = {}
        for key, text in self.figure.evaluate(script):
            found.setdefault(key, []).append(text)
        return found


@contextmanager
def reading(
    browser: Browser, url: str, width: int = 1280, *, own: bool = False, **options: Any
) -> Iterator[Page]:
    """Open a page in a window (see there), and complain of every error that it reports."""
    errors: list[str] = []

    def error(found: Error) -> None:
        errors.append(str(found))

    def console(said: ConsoleMessage) -> None:
        if said.type == "error":
            errors.append(said.text)

    with window(browser, width, own=own, **options) as page:
        page.on("pageerror", error)
        page.on("console", console)
        page.goto(url)
        yield page
        page.remove_listener("pageerror", error)
        page.remove_listener("console", console)
        assert errors == []


def differences(found: Mapping[str, Any], expected: Mapping[str, Any]) -> dict[str, float]:
    """Return by how much values differ from Python's, where they do."""
    apart: dict[str, float] = {}
    for key, value in expected.items():
        ours, theirs = np.asarray(value, float), np.asarray(found[key], float)
        assert ours.shape == theirs.shape, (key, ours.shape, theirs.shape)
        worst = float(np.max(np.abs(ours - theirs) / np.maximum(1, np.abs(ours)), initial=0))
        if not worst < TOLERANCE:
            apart[key] = worst
    return apart
