"""The book, built once for all tests as it is published, served below a path, visited in a real browser."""

import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, sync_playwright

from bookkit import browser as browsers
from bookkit.paths import ROOT

from ..forked import LONGEST, Builder
from .served import build_strictly, served
from .small import FLAT, ONE, TWO, build
from .visit import SCROLL

OPENED_AT = (390, 1280)  # pixels: a phone, a desk
NARROWEST, *WIDER = WIDTHS = (320, 390, 640, 1280)  # a small phone, a phone, a desk's window at 200 %, a desk
SEEN_AT_ONCE = 2
LONGEST_VISITS = 2700
LONGEST_TEST = 300  # seconds, without what is prepared once for all: a page's script has no limit of its own
MOST_FAILURES = 8  # after which the site is given up: where a browser hangs, every test takes its longest
_failed: list[str] = []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give the tests of this folder a limit, the nightly ones apart, which visit all pages."""
    here = f"{Path(__file__).parent}{os.sep}"
    for item in items:
        if str(item.path).startswith(here) and not item.get_closest_marker("nightly"):
            item.add_marker(pytest.mark.timeout(LONGEST_TEST, func_only=True))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember which tests of this folder have failed."""
    report = yield
    if report.failed:
        _failed.append(item.nodeid)
    return report


def pytest_runtest_setup() -> None:
    """Fail at once where too many tests of this folder have failed."""
    if len(_failed) >= MOST_FAILURES:
        pytest.fail(f"not tried: {MOST_FAILURES} tests of the site have failed here before", pytrace=False)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The whole book, built strictly, with the addresses that publication sets; one process builds for all.

    BOOK_SITE names a folder with a book that is built already, for whoever works on a single test.
    """
    if ready := os.environ.get("BOOK_SITE"):
        return Path(ready)
    if worker_id == "master":
        return build_book(tmp_path_factory.mktemp("site"))
    return _built_by_one(tmp_path_factory.getbasetemp().parent / "site")


def _built_by_one(folder: Path) -> Path:
    """Return the book that one of the processes builds in `folder`, when it is done."""
    try:
        folder.mkdir()
    except FileExistsError:
        end = time.monotonic() + LONGEST
        while not (folder / "done").exists():
            if (folder / "failed").exists() or time.monotonic() > end:
                pytest.fail("the process that builds the book for all has failed", pytrace=False)
            time.sleep(0.2)
        return folder / "book"
    try:
        build_book(folder)
    except BaseException:
        (folder / "failed").touch()
        raise
    (folder / "done").touch()
    return folder / "book"


def build_book(folder: Path) -> Path:
    """Build the whole book into a folder, as it is published."""
    return build_strictly(
        ROOT / "mkdocs.yml",
        folder / "book",
        BOOK_SITE_URL="https://example.org/book/",
        BOOK_REPO_URL="https://github.com/example/book",
    )


@pytest.fixture(scope="session")
def small_editions(builder: Builder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small book with a file for each page, from which its editions are made."""
    return build(
        builder, tmp_path_factory.mktemp("editions"), {"nudges/one.md": ONE, "nudges/two.md": TWO}, **FLAT
    )


@pytest.fixture(scope="session")
def names(site: Path) -> list[str]:
    """The addresses of all pages inside the site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


@pytest.fixture(scope="session")
def pages(site: Path, names: list[str]) -> dict[str, BeautifulSoup]:
    """Every page: its address inside the site → its parsed HTML. Who needs a part of it parses that part."""
    gc.disable()  # millions of objects come, and none goes: to look through them for waste takes half as long
    try:
        return {
            name: BeautifulSoup((site / name).read_text(encoding="utf-8"), "html.parser") for name in names
        }
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(scope="session")
def live_pages(site: Path, names: list[str]) -> dict[str, BeautifulSoup]:
    """The pages with a live figure."""
    texts = {name: (site / name).read_text(encoding="utf-8") for name in names}
    found = {name: BeautifulSoup(text, "html.parser") for name, text in texts.items() if "<bp-figure" in text}
    assert {"index.html", "nudges/circuit/index.html"} <= set(found)
    return found


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(site) as found:
        yield found


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


@pytest.fixture(scope="session", params=["one", pytest.param("the other", marks=pytest.mark.nightly)])
def visits(
    request: pytest.FixtureRequest,
    names: list[str],
    address: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[tuple[str, int], SimpleNamespace]:
    """Every page, opened at one of two widths in turn by browsers side by side.

    Then the window is given the narrowest width, and another one in turn. At night, pages are opened at the
    other of the two, and seen at all widths. What the browsers saw is described in visit.py.
    """
    folder = tmp_path_factory.mktemp("visits")
    read = [name for name in names if name != "404.html"]
    night = request.param == "the other"
    keys = [(name, OPENED_AT[(place + night) % len(OPENED_AT)]) for place, name in enumerate(read)]
    jobs = [
        (
            address + name.removesuffix("index.html"),
            width,
            WIDTHS if night else (NARROWEST, WIDER[place % len(WIDER)]),
        )
        for place, (name, width) in enumerate(keys)
    ]
    programs = []
    for place in range(SEEN_AT_ONCE):
        share = folder / f"{place}.json"
        share.write_text(json.dumps(jobs[place::SEEN_AT_ONCE]), encoding="utf-8")
        command = [sys.executable, Path(__file__).with_name("visit.py"), share, folder / f"{place}.seen.json"]
        with (folder / f"{place}.txt").open("w") as complaints:
            programs.append(subprocess.Popen(command, stdout=complaints, stderr=subprocess.STDOUT))
    end = time.monotonic() + LONGEST_VISITS
    found = {}
    for place, program in enumerate(programs):
        try:
            code = program.wait(end - time.monotonic())
        except subprocess.TimeoutExpired:
            code = f"not ended after {LONGEST_VISITS} seconds"
        if code:
            for other in programs:
                other.kill()
            said = (folder / f"{place}.txt").read_text(encoding="utf-8")
            pytest.fail(f"a browser's visits failed ({code}):\n{said}", pytrace=False)
        seen = json.loads((folder / f"{place}.seen.json").read_text(encoding="utf-8"))
        for key, visit in zip(keys[place::SEEN_AT_ONCE], seen, strict=True):
            found[key] = SimpleNamespace(**visit)
    return found
