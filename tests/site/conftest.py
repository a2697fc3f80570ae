"""The book, built once for all tests as it is published, served below a path, visited in a real browser."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, sync_playwright

from bookkit import browser as browsers
from bookkit.paths import ROOT

from .served import build_strictly, served
from .visit import SCROLL

WIDTHS = (390, 1280)
SEEN_AT_ONCE = 2
LONGEST_BUILD = 900  # seconds, on a machine that does other things, too


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The whole book, built strictly, with the addresses that publication sets; one process builds for all.

    BOOK_SITE names a folder with a book that is built already, for whoever works on a single test.
    """
    if ready := os.environ.get("BOOK_SITE"):
        return Path(ready)
    if worker_id == "master":
        return _build(tmp_path_factory.mktemp("site"))
    return _built_by_one(tmp_path_factory.getbasetemp().parent / "site")


def _built_by_one(folder: Path) -> Path:
    """Return the book that one of the processes builds in `folder`, when it is done."""
    try:
        folder.mkdir()
    except FileExistsError:
        end = time.monotonic() + LONGEST_BUILD
        while not (folder / "done").exists():
            if (folder / "failed").exists() or time.monotonic() > end:
                pytest.fail("the process that builds the book for all has failed", pytrace=False)
            time.sleep(0.2)
        return folder / "book"
    try:
        _build(folder)
    except BaseException:
        (folder / "failed").touch()
        raise
    (folder / "done").touch()
    return folder / "book"


def _build(folder: Path) -> Path:
    return build_strictly(
        ROOT / "mkdocs.yml",
        folder / "book",
        BOOK_SITE_URL="https://example.org/book/",
        BOOK_REPO_URL="https://github.com/example/book",
    )


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page: its address inside the site → its parsed HTML."""
    found = sorted(path for path in site.rglob("*.html"))
    return {
        path.relative_to(site).as_posix(): BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in found
    }


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


@pytest.fixture(scope="session")
def visits(pages: dict[str, BeautifulSoup], address: str) -> dict[tuple[str, int], SimpleNamespace]:
    """Every page, visited at both widths by browsers side by side; what they saw is described in visit.py."""
    names = [name for name in pages if name != "404.html"]
    keys = [(name, width) for width in WIDTHS for name in names]
    jobs = [
        (address + name.removesuffix("index.html"), width, width == max(WIDTHS)) for name, width in keys
    ]  # a formula's fonts are those of the page, whatever the window's width
    programs = [
        subprocess.Popen(
            [sys.executable, Path(__file__).with_name("visit.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(SEEN_AT_ONCE)
    ]
    with ThreadPoolExecutor() as talks:
        shares = [json.dumps(jobs[place::SEEN_AT_ONCE]) for place in range(SEEN_AT_ONCE)]
        answers = list(talks.map(subprocess.Popen.communicate, programs, shares))
    found = {}
    for place, (program, (seen, complaints)) in enumerate(zip(programs, answers, strict=True)):
        if program.returncode:
            pytest.fail(f"a browser's visits failed:\n{complaints}", pytrace=False)
        for key, visit in zip(keys[place::SEEN_AT_ONCE], json.loads(seen), strict=True):
            found[key] = SimpleNamespace(**visit)
    return found
