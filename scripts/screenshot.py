"""Take the picture that README.md shows: the home page, as `make build` has printed it."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from PIL import Image
from playwright.sync_api import sync_playwright

from bookkit.browser import find, launch_arguments
from bookkit.paths import ROOT

SITE = ROOT / "site"
PICTURE = ROOT / "docs" / "assets" / "screenshot.png"


def main() -> None:
    """Serve the built site on this machine, open the page, take the picture."""
    if not (SITE / "index.html").is_file():
        raise SystemExit("There is no site/ to photograph: run `make build` first.")
    chromium = find()
    if chromium is None:
        raise SystemExit("There is no Chromium: run `python -m bookkit.browser --install` first.")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=SITE))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=launch_arguments())
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        page.wait_for_timeout(1000)
        page.screenshot(path=PICTURE)
        browser.close()
    server.shutdown()
    with Image.open(PICTURE) as picture:
        picture.quantize(128).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
