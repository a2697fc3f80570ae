"""The whole book as one PDF: `python -m bookkit.editions.pdf` prints it from a built site.

A browser puts all pages into one document (assemble.js), with the print rules of the site and those of
paper.css, and prints it twice: the first time to learn on which page everything is, the second time with
these numbers.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import json
import logging
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader, PdfWriter
from tqdm import tqdm

from bookkit import browser
from bookkit.editions import EditionError
from bookkit.handouts import edition
from bookkit.keeping.cache import write_whole
from bookkit.paths import EDITIONS, ROOT, shown
from bookkit.screenshots import served
from bookkit.site.files import DESCRIPTION, STYLESHEET

if TYPE_CHECKING:
    from playwright.async_api import Page

PATIENCE = 900  # seconds that one step may take: a slow machine prints for minutes
_HERE = Path(__file__).parent
_PAGE = "book-on-paper.html"  # an address of the site that no page has
_WHOLE = (
    '<!doctype html><html lang="{language}" data-scheme="light"><meta charset="utf-8">'
    f'<link rel="stylesheet" href="{STYLESHEET}"><style>{{css}}</style><body></body></html>'
)
_MISSING = """[...document.querySelectorAll("a[href^='#']")]
  .map(link => decodeURIComponent(link.hash.slice(1)))
  .filter(id => !document.getElementById(id))"""
_FILL = """numbers => {
  for (const place of document.querySelectorAll("[data-of]")) place.textContent = numbers[place.dataset.of]
}"""
_NUMBERED = """[...new Set(
  [...document.querySelectorAll("[data-of]")].map(place => place.dataset.of)
)]"""


def described(site: Path) -> dict[str, Any]:
    """Return what a built site says of its book: title, contents, words.

    Raises EditionError where there is no such site.
    """
    try:
        found: dict[str, Any] = json.loads((site / DESCRIPTION).read_text(encoding="utf-8"))
    except OSError:
        raise EditionError(f"{site} holds no built site: run `make build` first") from None
    return found


def printed(site: Path, progress: bool = False) -> bytes:
    """Return the book of a built site as a PDF.

    Raises EditionError where the site cannot be printed, and NoBrowserError where there is no Chromium.
    """
    book = described(site)
    program = browser.find()
    if program is None:
        raise browser.NoBrowserError("there is no Chromium: python -m bookkit.browser --install")
    bar: tqdm[Any] = tqdm(total=4, leave=False, disable=not progress)
    with served(site) as address, bar, ThreadPoolExecutor(1) as thread:
        # In a thread of its own, as the caller may have a browser at work in this one.
        pdf = thread.submit(lambda: asyncio.run(_print(program, address, book, bar))).result()
    return _finished(pdf, book)


async def _print(program: Path, address: str, book: Mapping[str, Any], bar: tqdm[Any]) -> bytes:
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=program, args=browser.launch_arguments())
        try:
            page = await chromium.new_page()
            page.set_default_timeout(PATIENCE * 1000)
            bar.set_description("Reading the pages")
            await _assemble(page, address, book)
            bar.update()
            bar.set_description("Printing, to count the pages")
            first = pages_of_places(await _pdf(page, final=False))
            bar.update()
            numbered = await page.evaluate(_NUMBERED)
            if lost := sorted(set(numbered) - set(first)):
                raise EditionError(f"these places have no page: {', '.join(lost)}")
            await page.evaluate(_FILL, {name: str(first[name]) for name in numbered})
            bar.set_description("Printing, with page numbers")
            final = await _pdf(page, final=True)
            bar.update()
            second = pages_of_places(final)
            if moved := sorted(name for name in numbered if second.get(name) != first[name]):
                raise EditionError(f"these places moved when their pages were numbered: {', '.join(moved)}")
            return final
        finally:
            await chromium.close()


async def _assemble(page: Page, address: str, book: Mapping[str, Any]) -> None:
    """Make one document of the site's pages."""
    from playwright.async_api import Error

    css = (_HERE / "paper.css").read_text(encoding="utf-8")
    script = (_HERE / "assemble.js").read_text(encoding="utf-8")
    whole = _WHOLE.format(language=book["language"], css=css)
    await page.route(address + _PAGE, lambda route: route.fulfill(content_type="text/html", body=whole))
    await page.emulate_media(media="print", color_scheme="light")
    await page.goto(address + _PAGE)
    wait = page.evaluate(f"given => {{ {script}\nreturn assemble(given) }}", {"book": book, "site": address})
    try:
        await asyncio.wait_for(wait, PATIENCE)
    except TimeoutError:
        raise EditionError(f"the browser did not read the pages in {PATIENCE} seconds") from None
    except Error as error:
        raise EditionError(f"the pages cannot be put together: {error.message}") from None
    if missing := await page.evaluate(_MISSING):
        raise EditionError(f"links lead to places that are not there: {', '.join(sorted(set(missing)))}")


async def _pdf(page: Page, final: bool) -> bytes:
    """Print the document as it is; the final one has bookmarks, and says what is a heading or a list."""
    wait = page.pdf(prefer_css_page_size=True, print_background=True, outline=final, tagged=final)
    try:
        return await asyncio.wait_for(wait, PATIENCE)
    except TimeoutError:
        raise EditionError(f"the browser did not print the book in {PATIENCE} seconds") from None


def pages_of_places(pdf: bytes) -> dict[str, int]:
    """Return the pages of the places that something in a PDF leads to, counted from 1."""
    reader = PdfReader(io.BytesIO(pdf))
    found = {}
    for name, place in reader.named_destinations.items():
        number = reader.get_destination_page_number(place)
        if number is not None:
            found[name.lstrip("/")] = number + 1
    return found


def _finished(pdf: bytes, book: Mapping[str, Any]) -> bytes:
    """Return the PDF as it is published: with title, authors and day, and its bookmarks shown."""
    logging.getLogger("pypdf").setLevel(logging.ERROR)  # it warns of the size that a browser writes
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    day = edition.day().replace("-", "")
    moment = {"/CreationDate": f"D:{day}000000Z", "/ModDate": f"D:{day}000000Z"} if day else {}
    writer.metadata = {
        "/Title": book["title"],
        "/Author": book["authors"],
        "/Subject": book["edition"],
        **moment,
    }
    writer.page_mode = "/UseOutlines"
    writer.pdf_header = "%PDF-1.7"
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the book, and say where it is; 1 where there is no site, or it cannot be printed."""
    parser = argparse.ArgumentParser(prog="python -m bookkit.editions.pdf", description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site (site/)")
    parser.add_argument("--to", type=Path, default=EDITIONS, help="where the edition goes (editions/)")
    options = parser.parse_args(arguments)
    path = options.to / f"{edition.name()}.pdf"
    try:
        pdf = printed(options.site, progress=sys.stderr.isatty())
        write_whole(path, pdf)
    except (EditionError, browser.NoBrowserError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    count = len(PdfReader(io.BytesIO(pdf)).pages)
    print(f"{shown(path)} ({count} pages, {len(pdf) / 1e6:.1f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
