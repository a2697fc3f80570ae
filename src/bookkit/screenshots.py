"""Pictures of all pages of a built site, for looking them over: `python -m bookkit.screenshots`.

For the width of a phone and of a desk, in light and in dark, there is one contact sheet, on which every page
shows how it begins, and a folder with each page from top to bottom.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw
from tqdm import tqdm

from bookkit import browser
from bookkit.paths import ROOT

SIZES = {"phone": (390, 844), "desktop": (1280, 844)}
SCHEMES = ("light", "dark")
THUMB = 300  # pixels: the width of a page on a contact sheet
LABEL = 18  # pixels for its name
ACROSS = {"phone": 8, "desktop": 5}
TALLEST = 16_000  # pixels: more than this, a browser's picture cannot hold
_LAID_OUT = "* { content-visibility: visible !important; animation: none !important }"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Sends the files of a folder, and says nothing of it."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """Serve a site for a while, and yield its address."""
    in_folder = functools.partial(handler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), in_folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def pages_of(site: Path) -> list[str]:
    """Return the addresses of the pages of a site, without the one that says that there is none."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(name.removesuffix("index.html") for name in found if name != "404.html")


def take(site: Path, folder: Path, pages: Sequence[str]) -> list[Path]:
    """Photograph pages of a site, and return the contact sheets.

    Raises NoBrowserError where there is no Chromium.
    """
    from playwright.sync_api import sync_playwright

    program = browser.find()
    if program is None:
        raise browser.NoBrowserError("there is no Chromium: python -m bookkit.browser --install")
    sheets = []
    with served(site) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=browser.launch_arguments())
        for kind, (width, height) in SIZES.items():
            for scheme in SCHEMES:
                context = chromium.new_context(
                    viewport={"width": width, "height": height},
                    color_scheme="dark" if scheme == "dark" else "light",
                    bypass_csp=True,
                )
                tab = context.new_page()
                whole = folder / f"{kind}-{scheme}"
                whole.mkdir(parents=True, exist_ok=True)
                beginnings = []
                for page in tqdm(pages, desc=whole.name, leave=False, disable=not sys.stderr.isatty()):
                    tab.goto(address + page)
                    tab.add_style_tag(content=_LAID_OUT)
                    tab.evaluate("document.fonts.ready")
                    name = page.strip("/").replace("/", "-") or "home"
                    tall = min(int(tab.evaluate("document.documentElement.scrollHeight")), TALLEST)
                    clip = {"x": 0, "y": 0, "width": width, "height": max(tall, height)}
                    path = whole / f"{name}.png"
                    tab.screenshot(path=path, full_page=True, clip=clip)  # type: ignore[arg-type]
                    beginnings.append((name, path))
                context.close()
                sheets.append(folder / f"{whole.name}.png")
                contact_sheet(beginnings, (width, height), ACROSS[kind]).save(sheets[-1])
        chromium.close()
    return sheets


def contact_sheet(pictures: Sequence[tuple[str, Path]], size: tuple[int, int], across: int) -> Image.Image:
    """Return one picture with the beginnings of all, each under its name."""
    width, height = size
    thumb = (THUMB, round(THUMB * height / width))
    rows = -(-len(pictures) // across)
    sheet = Image.new("RGB", (across * (THUMB + 8) + 8, rows * (thumb[1] + LABEL + 8) + 8), "#808080")
    draw = ImageDraw.Draw(sheet)
    for number, (name, path) in enumerate(pictures):
        x = 8 + number % across * (THUMB + 8)
        y = 8 + number // across * (thumb[1] + LABEL + 8)
        draw.text((x, y + 2), name, fill="white")
        with Image.open(path) as picture:
            beginning = picture.convert("RGB").crop((0, 0, width, height))
        sheet.paste(beginning.resize(thumb), (x, y + LABEL))
    return sheet


def main(arguments: Sequence[str] | None = None) -> int:
    """Photograph a site's pages; 1 where there is no site, no such page or no browser."""
    parser = argparse.ArgumentParser(prog="python -m bookkit.screenshots", description=__doc__)
    parser.add_argument(
        "pages", nargs="*", metavar="PAGE", help="an address inside the site; all where none is given"
    )
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site (site/)")
    parser.add_argument(
        "--to", type=Path, default=ROOT / "screenshots", help="where the pictures go (screenshots/)"
    )
    options = parser.parse_args(arguments)
    known = pages_of(options.site)
    if not known:
        print(f"{options.site} holds no built site: run `make build` first", file=sys.stderr)
        return 1
    if unknown := set(options.pages) - set(known):
        print(f"the site has no page {', '.join(sorted(unknown))}", file=sys.stderr)
        return 1
    try:
        sheets = take(options.site, options.to, options.pages or known)
    except browser.NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(map(str, sheets)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
