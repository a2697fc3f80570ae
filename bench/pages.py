"""What a page costs its reader: bytes, files, the processor's work, what blocks the hand, and what moves.

A browser opens pages of the built site as a phone does. Times are those that its main thread computes, not of
the clock, so that whatever else a machine does is not in them.
"""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from bench.results import columns
from bookkit import browser as browsers
from bookkit.paths import ROOT
from bookkit.screenshots import served
from booktest.costs import WATCH_SHIFT, sent

NAMES = {
    "home": "",
    "a nudge": "nudges/a-nudge/",
    "circuit": "nudges/circuit/",
    "four equations": "networks/four-equations/",
    "softmax": "costs/softmax/",
    "by hand": "deep/by-hand/",
    "attention": "beyond/attention/",
    "museum: signs": "museum/signs/",
    "lab: digits": "labs/digits/",
    "API: layers": "api/layers/",
    "formula sheet": "formula-sheet/",
    "its Part IV": "formula-sheet/deep/",
}
PHONE: dict[str, Any] = {"viewport": {"width": 412, "height": 823}, "is_mobile": True, "has_touch": True}
SLOWER = 4  # times, that a phone's processor is than that of the machine which measures
VISITS = 7  # of which the one counts that cost the processor least: what else a machine does only adds to it
LONG = 50  # milliseconds: from here on a hand notices that it has to wait
TRACED = ["devtools.timeline", "disabled-by-default-devtools.timeline", "__metadata"]
_SETTLED = """async () => {
  await document.fonts.ready
  for (let n = 0; n < 3; n++) await new Promise(done => requestIdleCallback(done, { timeout: 2000 }))
}"""


@dataclass(frozen=True)
class Cost:
    """What one page costs: bytes as a server sends them, files, milliseconds on a phone, and the shift."""

    page: int
    scripts: int
    whole: int
    files: int
    work: float
    blocking: float
    shift: float


def tasks(trace: Mapping[str, Any]) -> list[float]:
    """Return how long the main thread that has read a page computed in each task, in milliseconds."""
    events = trace["traceEvents"]
    main = {
        (event["pid"], event["tid"])
        for event in events
        if event.get("name") == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    reading = main & {(event["pid"], event["tid"]) for event in events if event.get("name") == "ParseHTML"}
    return [
        event.get("tdur", 0) / 1000
        for event in events
        if (event["pid"], event["tid"]) in reading and event.get("name") == "RunTask"
    ]


def blocking(of_tasks: Iterable[float], slower: float = SLOWER) -> float:
    """Return for how long tasks keep a hand waiting on a phone: of each, what is over LONG milliseconds."""
    return sum(max(0.0, slower * task - LONG) for task in of_tasks)


def visit(browser: Browser, site: Path, address: str, name: str) -> Cost:
    """Open a page as a phone does, and return what it costs."""
    context = browser.new_context(**PHONE)
    context.add_init_script(WATCH_SHIFT)
    page = context.new_page()
    asked: dict[str, None] = {}
    page.on("request", lambda request: asked.setdefault(request.url) if request.url[:4] == "http" else None)
    browser.start_tracing(page=page, categories=TRACED)
    page.goto(address + name, wait_until="networkidle")
    page.evaluate(_SETTLED)
    of_tasks = tasks(json.loads(browser.stop_tracing()))
    shift = page.evaluate("shift")
    context.close()
    sizes = {url: sent(site, url) for url in asked}
    return Cost(
        page=sent(site, address + name),
        scripts=sum(size for url, size in sizes.items() if url.endswith(".js")),
        whole=sum(sizes.values()),
        files=len(sizes),
        work=SLOWER * sum(of_tasks),
        blocking=blocking(of_tasks),
        shift=shift,
    )


def quickest(visits: Iterable[Cost]) -> Cost:
    """Return the visit that took the processor least."""
    return min(visits, key=lambda cost: cost.work)


def table(names: Mapping[str, str] = NAMES, site: Path | None = None) -> str:
    """Return what each page costs; the site is that of `make build`, or the one that BOOK_SITE names.

    Raises FileNotFoundError where there is none.
    """
    site = site or Path(os.environ.get("BOOK_SITE", ROOT / "site"))
    if not (site / "index.html").is_file():
        raise FileNotFoundError(f"there is no site in {site.name}/: run `make build` first")
    with served(site.parent) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browsers.find(), args=browsers.launch_arguments()
        )
        visit(browser, site, f"{address}{site.name}/", "")  # the first one waits for the browser itself
        costs = {
            title: quickest(visit(browser, site, f"{address}{site.name}/", name) for _ in range(VISITS))
            for title, name in names.items()
        }
        browser.close()
    first = next(iter(costs.values())).work
    rows = [
        [
            title,
            f"{cost.page / 1000:.0f}",
            f"{cost.scripts / 1000:.0f}",
            f"{cost.whole / 1000:.0f}",
            str(cost.files),
            f"{cost.work / first:.1f}",
            f"{cost.blocking:.0f}",
            f"{cost.shift:.2f}",
        ]
        for title, cost in costs.items()
    ]
    heads = ["page", "HTML", "scripts", "all", "files", "work", "blocking", "shift"]
    note = (
        "kB, compressed; work of the processor until all is quiet, with the first page = 1;\n"
        f"blocking in milliseconds, with a processor {SLOWER} times slower; how far things move;\n"
        f"the quickest of {VISITS} visits\n\n"
    )
    return "What a page costs a reader with a phone\n" + note + columns(heads, rows)
